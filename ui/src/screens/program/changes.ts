import type { EarnRule, Lifetime, StampIcon, StampRules } from '$lib/backend';
import { money, number, t } from '$lib/i18n/index.svelte';
import { lifetimeText } from './words';

export interface RuleChange {
  label: string;
  before: string;
  after: string;
}

/** What differs between two versions, field by field, in words. */
export function changesBetween(before: StampRules, after: StampRules): RuleChange[] {
  const [old, now] = [described(before), described(after)];
  return old
    .map(({ label, value }, index) => ({ label, before: value, after: now[index]!.value }))
    .filter((change) => change.before !== change.after);
}

function described(rules: StampRules): { label: string; value: string }[] {
  return [
    { label: t('program-name'), value: rules.name },
    { label: t('program-icon'), value: iconName(rules.icon) },
    { label: t('program-required'), value: number(rules.stamps_required) },
    { label: t('program-starter'), value: number(rules.starter_stamps) },
    { label: t('program-reward'), value: rules.reward_name },
    { label: t('program-cost'), value: known(rules.reward_cost_minor) },
    { label: t('program-earn'), value: earnText(rules.earn) },
    {
      label: t('program-cap'),
      value: rules.daily_cap === null ? t('program-none') : number(rules.daily_cap),
    },
    { label: t('program-stamp-lifetime'), value: lives(rules.stamp_lifetime) },
    { label: t('program-reward-lifetime'), value: lives(rules.reward_lifetime) },
    {
      label: t('program-reward-part'),
      value: rules.earn_on_reward_part ? t('program-yes') : t('program-no'),
    },
  ];
}

function earnText(earn: EarnRule): string {
  if (earn.kind === 'per_amount') {
    return t('program-earn-amount-of', { amount: money(earn.amount_minor) });
  }
  if (earn.min_spend_minor === 0) return t('program-earn-item');
  return t('program-earn-item-from', { amount: money(earn.min_spend_minor) });
}

const known = (minor: number) => (minor === 0 ? t('program-unknown') : money(minor));

const lives = (lifetime: Lifetime | null) =>
  lifetime ? lifetimeText(lifetime) : t('program-forever');

export function iconName(icon: StampIcon): string {
  const names: Record<StampIcon, string> = {
    cup: t('program-icon-cup'),
    croissant: t('program-icon-croissant'),
    scissors: t('program-icon-scissors'),
    leaf: t('program-icon-leaf'),
    star: t('program-icon-star'),
    heart: t('program-icon-heart'),
  };
  return names[icon];
}
