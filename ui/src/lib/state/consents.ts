import { call, Intent, type Channel, type TouchChannel } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';
import { schedule } from './schedule.svelte';

const WRITTEN: readonly Channel[] = ['email', 'sms'];

const intents = new Map<string, Intent>();

/**
 * Gives or withdraws a member's consents. What was planned by a channel that is
 * withdrawn goes at once; it does not come back with the consent.
 */
export async function setConsents(
  member_id: string,
  channels: readonly Channel[],
  granted: boolean,
) {
  for (const channel of channels) {
    const key = `${member_id} ${channel} ${granted}`;
    let intent = intents.get(key);
    if (!intent) intents.set(key, (intent = new Intent()));
    await intent.run((request_id) =>
      call('consent_set', { request_id, member_id, channel, granted }),
    );
    intents.delete(key);
  }
  await schedule.refresh();
}

/** The channels by which a member agreed to be reached. */
export async function consentsOf(member_id: string): Promise<Channel[]> {
  const { consents } = await call('member_profile', { member_id });
  return consents.filter(({ granted }) => granted).map(({ channel }) => channel);
}

/**
 * Which of the consents given somebody means who wants no more: that of the
 * greeting's own way, or what is written.
 */
export function unwanted(given: readonly Channel[], way?: TouchChannel | null): Channel[] {
  const own = given.filter((channel) => channel === way);
  return own.length > 0 ? own : given.filter((channel) => WRITTEN.includes(channel));
}

/** "No more e-mails": what a guest who withdraws these consents says. */
export function noMore(channels: readonly Channel[]): string {
  if (channels.length !== 1) return t('no-more-messages');
  switch (channels[0]) {
    case 'email':
      return t('no-more-email');
    case 'sms':
      return t('no-more-sms');
    case 'call':
      return t('no-more-call');
    default:
      return t('no-more-post');
  }
}
