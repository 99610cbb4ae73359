import type { Lifetime, StampIcon, StampRules } from '$lib/backend';
import { money, t } from '$lib/i18n/index.svelte';

/** The rules as the owner would say them to a guest. */
export function inWords(rules: StampRules): string[] {
  const { stamps_required, starter_stamps, stamp_lifetime, reward_lifetime, daily_cap } = rules;
  return [
    ...earning(rules),
    t('program-word-reward', { count: stamps_required, reward: rules.reward_name }),
    starter_stamps > 0 ? t('program-word-starter', { count: starter_stamps }) : '',
    stamp_lifetime
      ? t('program-word-stamps-live', { time: lifetimeText(stamp_lifetime) })
      : t('program-word-stamps-stay'),
    reward_lifetime
      ? t('program-word-reward-lives', { time: lifetimeText(reward_lifetime) })
      : t('program-word-reward-stays'),
    daily_cap === null ? '' : t('program-word-cap', { count: daily_cap }),
    rules.reward_cost_minor > 0
      ? t('program-word-cost', { cost: money(rules.reward_cost_minor) })
      : '',
  ].filter((sentence) => sentence !== '');
}

function earning({ earn, icon, earn_on_reward_part }: StampRules): string[] {
  const part = earn_on_reward_part ? t('program-word-part-earns') : t('program-word-part-not');
  if (earn.kind === 'per_amount') {
    return [t('program-word-per-amount', { amount: money(earn.amount_minor) }), part];
  }
  if (earn.min_spend_minor === 0) return [item(icon)];
  const least = t('program-word-min-spend', { amount: money(earn.min_spend_minor) });
  return [item(icon), least, part];
}

/** What is stamped, as far as the picture tells. */
function item(icon: StampIcon): string {
  if (icon === 'cup') return t('program-word-coffee');
  if (icon === 'scissors') return t('program-word-haircut');
  return t('program-word-item');
}

/** "1 year", "3 months". */
export function lifetimeText({ count, unit }: Lifetime): string {
  if (unit === 'days') return t('program-time-days', { count });
  if (unit === 'months') return t('program-time-months', { count });
  return t('program-time-years', { count });
}
