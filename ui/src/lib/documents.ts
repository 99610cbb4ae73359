import { call } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';

/** The last part of a path, on any system. */
export const fileName = (path: string) => path.split(/[\\/]/).at(-1) ?? path;

export const openDocument = (path: string) => told(call('document_open', { path }));

export const openDocumentsFolder = () => told(call('folder_open', { folder: 'documents' }));

export async function printDocument(path: string) {
  if (await told(call('document_print', { path }))) toasts.good(t('document-sent'));
}

/** Whether it worked; if not, the user has been told why. */
async function told(work: Promise<unknown>): Promise<boolean> {
  try {
    await work;
    return true;
  } catch (thrown) {
    toasts.error(thrown);
    return false;
  }
}
