import { call, followJob, type FileWritten } from '$lib/backend';
import { cardLayout } from '$lib/cardLayout';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';

/** Prints one member's card as cards were printed last. */
export async function printCard(memberId: string) {
  try {
    const { job_id } = await call('cards_print', {
      request_id: crypto.randomUUID(),
      scope: { kind: 'members', ids: [memberId] },
      layout: cardLayout(),
      open: true,
    });
    const written = await followJob<FileWritten>(job_id, () => {});
    if (written) toasts.good(t('card-printed', { file: written.path.split(/[\\/]/).at(-1)! }));
  } catch (thrown) {
    toasts.error(thrown);
  }
}
