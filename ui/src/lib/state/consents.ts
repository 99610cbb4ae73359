import { call, Intent, type Channel, type NoMoreUndone } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';
import { schedule } from './schedule.svelte';

const intents = new Map<string, Intent>();

/** One request for each wish, also when it is tried again. */
async function once<T>(wish: string, ask: (request_id: string) => Promise<T>): Promise<T> {
  let intent = intents.get(wish);
  if (!intent) intents.set(wish, (intent = new Intent()));
  const answer = await intent.run(ask);
  intents.delete(wish);
  return answer;
}

/**
 * Withdraws a member's consents; what was planned by them goes at once. Returns the
 * changes by which that is undone.
 */
export async function withdraw(member_id: string, channels: readonly Channel[]): Promise<string[]> {
  const { change_ids } = await once(`${member_id} ${channels.join(' ')}`, (request_id) =>
    call('no_more', { request_id, member_id, channels: [...channels] }),
  );
  await schedule.refresh();
  return change_ids;
}

/** Undoes that: the consents stand again, and what went with them is planned again. */
export async function undoWithdrawal(change_ids: readonly string[]): Promise<NoMoreUndone> {
  const undone = await once(change_ids.join(' '), (request_id) =>
    call('no_more_undo', { request_id, change_ids: [...change_ids] }),
  );
  await schedule.refresh();
  return undone;
}

/** "Anna: consent is back, and 1 planned greeting with it." */
export function cameBack(name: string, { planned, stayed }: NoMoreUndone): string {
  const back = t('no-more-undone', { name, planned });
  return stayed > 0 ? `${back} ${t('no-more-stayed', { stayed })}` : back;
}

/** The channels by which a member agreed to be reached. */
export async function consentsOf(member_id: string): Promise<Channel[]> {
  const { consents } = await call('member_profile', { member_id });
  return consents.filter(({ granted }) => granted).map(({ channel }) => channel);
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
