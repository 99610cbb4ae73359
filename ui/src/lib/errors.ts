import { asBackendError } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';

/** What to tell a person about a failure. Refusals arrive in the shop's language. */
export function errorText(thrown: unknown): string {
  const error = asBackendError(thrown);
  return error.isTransport ? t('error-transport') : error.message;
}
