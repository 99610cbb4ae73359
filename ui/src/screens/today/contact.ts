/** Getting in touch with the person of a line. */
import { call, type HandoffKind, type TouchLine } from '$lib/backend';
import { copy } from '$lib/clipboard';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';

/** Where a member is reached, or at least the phone. */
export function contactOf(line: TouchLine): string | null {
  return line.contact ?? line.phone_display;
}

/** Opens another program with a line's message. Returns whether it opened. */
export async function handOff({ touch }: TouchLine, kind: HandoffKind): Promise<boolean> {
  try {
    await call('handoff_open', { touch_id: touch.id, kind });
    toasts.show('note', t('handoff-opened', { name: touch.member.name }));
    return true;
  } catch (thrown) {
    toasts.error(thrown);
    return false;
  }
}

export async function copyText({ message, touch }: TouchLine) {
  const { subject, body } = message;
  const text = [subject, body].filter((part) => part !== '').join('\n\n');
  if (await copy(text)) toasts.good(t('today-copied-text', { name: touch.member.name }));
  else toasts.show('bad', t('today-copy-failed'));
}

export async function copyContact(line: TouchLine) {
  const contact = contactOf(line);
  if (!contact) return;
  if (await copy(contact)) toasts.good(t('today-copied', { text: contact.replaceAll('\n', ', ') }));
  else toasts.show('bad', t('today-copy-failed'));
}
