import type { DeliveryChannel } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';
import { outbox } from '$lib/state/outbox.svelte';

/** What the app sends as things stand, in sentences. */
export function standing(): string {
  if (!outbox.sends) return t('delivery-stands-off');
  if (outbox.pausedSince !== null) return t('delivery-stands-paused');
  if (outbox.locked) return t('outbox-locked-text');
  const held = outbox.held
    .map(({ held: { channel } }) => channel)
    .filter((channel) => outbox.sendsBy(channel));
  const goes = (channel: DeliveryChannel) => outbox.sendsBy(channel) && !held.includes(channel);
  const said: string[] = [];
  if (goes('email') && goes('sms')) said.push(t('delivery-stands-both'));
  else if (goes('email')) said.push(t('delivery-stands-email'));
  else if (goes('sms')) said.push(t('delivery-stands-sms'));
  if (held.includes('email')) said.push(t('outbox-held-email'));
  if (held.includes('sms')) said.push(t('outbox-held-sms'));
  return said.join(' ');
}
