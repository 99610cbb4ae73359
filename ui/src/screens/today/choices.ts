/** What can be done about a message that failed or was perhaps sent. */
import type { Contact, MessageLine, MessageView, Resolution } from '$lib/backend';
import { t, together } from '$lib/i18n/index.svelte';

/** As many as there can be. */
export const MOST_CHOICES = 4;

/** What a person does about a message: a resolution, or correcting its address first. */
export type Step = Resolution | 'correct';

export interface Choice {
  step: Step;
  label: string;
  /** What comes of it. */
  hint: string;
}

/** The likely one first; each keeps its place, and with it its key. */
export function choicesFor({ message, again_to }: MessageLine): Choice[] {
  const unsure = message.status === 'unsure';
  const correct: Choice = {
    step: 'correct',
    label: message.contact === 'phone' ? t('outbox-correct-phone') : t('outbox-correct'),
    hint: t('outbox-correct-hint'),
  };
  const lost = goesNowhere(message);
  return [
    lost
      ? correct
      : {
          step: 'send_again',
          label: t('outbox-again'),
          hint: unsure
            ? t('outbox-again-twice')
            : t('outbox-again-hint', { address: together(again_to) }),
        },
    unsure
      ? { step: 'sent_after_all', label: t('outbox-arrived'), hint: t('outbox-arrived-hint') }
      : { step: 'sent_after_all', label: t('outbox-reached'), hint: t('outbox-reached-hint') },
    {
      step: 'leave_out',
      label: t('outbox-leave-out'),
      hint: unsure ? t('outbox-leave-out-gift') : t('outbox-leave-out-hint'),
    },
    ...(unsure || lost ? [] : [correct]),
  ];
}

/** Sent again as it stands, it would fail again. */
export function goesNowhere({ status, code, address, recipient }: MessageView): boolean {
  return (
    status === 'failed' && (address === '' || (code === 'bad_address' && address === recipient))
  );
}

/** The field of a member that a channel writes to. */
export function contactField(contact: Contact): { name: Contact; label: string; type: string } {
  switch (contact) {
    case 'email':
      return { name: 'email', label: t('enrol-email'), type: 'email' };
    case 'phone':
      return { name: 'phone', label: t('enrol-phone'), type: 'tel' };
    case 'messenger':
      return { name: 'messenger', label: t('field-messenger'), type: 'text' };
  }
}
