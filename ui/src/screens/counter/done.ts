/** What an action did, in one sentence. */
import type { Redeemed, TakenBack, VisitRecorded } from '$lib/backend';
import { money, t } from '$lib/i18n/index.svelte';
import { outcomeName } from '$lib/moments';
import type { Decision } from '$lib/state/schedule.svelte';

export function doneByVisit(recorded: VisitRecorded): string {
  const parts: string[] = [];
  const reward = recorded.unlocked[0];
  if (recorded.stamps_earned > 0) parts.push(t('done-stamps', { count: recorded.stamps_earned }));
  else parts.push(t('done-visit'));
  if (recorded.visit.amount_minor) parts.push(money(recorded.visit.amount_minor));
  if (reward) parts.push(t('done-unlocked', { reward: reward.reward_name }));
  if (recorded.stamps_capped > 0) parts.push(t('done-capped', { count: recorded.stamps_capped }));
  return parts.join(' · ');
}

export function doneByRedeeming(redeemed: Redeemed): string {
  return t('done-redeemed', { reward: redeemed.grant.reward_name });
}

export function doneByTakingBack(back: TakenBack): string {
  const parts: string[] = [];
  if (back.stamps_reversed > 0) parts.push(t('done-stamps-back', { count: back.stamps_reversed }));
  if (back.grants_restored > 0) parts.push(t('done-reward-restored'));
  if (back.grants_voided > 0) parts.push(t('done-reward-voided'));
  if (back.stamps_written_off > 0) {
    parts.push(t('done-written-off', { count: back.stamps_written_off }));
  }
  return parts.length > 0 ? parts.join(' · ') : t('done-undone');
}

export function doneByEnrolling(cardNumber: string): string {
  return t('done-enrolled', {
    number: cardNumber.replace(/^(\d)(\d{6})(\d{6})$/, '$1\u00a0$2\u00a0$3'),
  });
}

export function doneByGreeting(decision: Decision): string {
  return decision.kind === 'done'
    ? t('done-greeted', { outcome: outcomeName(decision.outcome) })
    : t('done-greeting-skipped');
}
