import type { Lifetime, LifetimeUnit, StampIcon, StampRules } from '$lib/backend';
import { parseAmount } from './amount';
import type { Locale } from '$lib/i18n/index.svelte';

export interface LifetimeDraft {
  count: string;
  unit: LifetimeUnit | 'forever';
}

/** The rules as they stand in the fields: typed text stays as typed. */
export interface Draft {
  name: string;
  icon: StampIcon;
  stamps_required: string;
  starter_stamps: string;
  reward_name: string;
  reward_cost: string;
  earn: 'per_item' | 'per_amount';
  min_spend: string;
  amount: string;
  daily_cap: string;
  stamp_lifetime: LifetimeDraft;
  reward_lifetime: LifetimeDraft;
  earn_on_reward_part: boolean;
}

export type FieldProblem = 'number' | 'amount' | 'missing';

/** Writes minor units as they would be typed. */
type AmountText = (minor: number) => string;

export function draftOf(rules: StampRules, amountText: AmountText): Draft {
  const typed = (minor: number) => (minor === 0 ? '' : amountText(minor));
  const { earn } = rules;
  return {
    name: rules.name,
    icon: rules.icon,
    stamps_required: String(rules.stamps_required),
    starter_stamps: String(rules.starter_stamps),
    reward_name: rules.reward_name,
    reward_cost: typed(rules.reward_cost_minor),
    earn: earn.kind,
    min_spend: earn.kind === 'per_item' ? typed(earn.min_spend_minor) : '',
    amount: earn.kind === 'per_amount' ? typed(earn.amount_minor) : '',
    daily_cap: rules.daily_cap === null ? '' : String(rules.daily_cap),
    stamp_lifetime: lifetimeDraft(rules.stamp_lifetime),
    reward_lifetime: lifetimeDraft(rules.reward_lifetime),
    earn_on_reward_part: rules.earn_on_reward_part,
  };
}

/** The rules of a draft, or what is wrong with fields that are not numbers at all. */
export function rulesOf(
  draft: Draft,
  locale: Locale,
  digits: number,
): { rules: StampRules } | { problems: Record<string, FieldProblem> } {
  const problems: Record<string, FieldProblem> = {};

  const whole = (text: string, field: string): number => {
    if (/^\d{1,9}$/.test(text.trim())) return Number(text);
    problems[field] = 'number';
    return 0;
  };
  const money = (text: string, field: string): number => {
    const minor = parseAmount(text, locale, digits);
    if (minor === null) problems[field] = 'amount';
    return minor ?? 0;
  };
  const price = (text: string, field: string): number => {
    const minor = money(text, field);
    if (minor === 0 && !problems[field]) problems[field] = 'missing';
    return minor;
  };
  const lifetime = ({ count, unit }: LifetimeDraft, field: string): Lifetime | null =>
    unit === 'forever' ? null : { count: whole(count, field), unit };

  const rules: StampRules = {
    name: draft.name.trim(),
    stamps_required: whole(draft.stamps_required, 'stamps_required'),
    reward_name: draft.reward_name.trim(),
    reward_cost_minor: money(draft.reward_cost, 'reward_cost_minor'),
    starter_stamps: whole(draft.starter_stamps || '0', 'starter_stamps'),
    earn:
      draft.earn === 'per_item'
        ? { kind: 'per_item', min_spend_minor: money(draft.min_spend, 'min_spend_minor') }
        : { kind: 'per_amount', amount_minor: price(draft.amount, 'amount_minor') },
    daily_cap: draft.daily_cap.trim() === '' ? null : whole(draft.daily_cap, 'daily_cap'),
    stamp_lifetime: lifetime(draft.stamp_lifetime, 'stamp_lifetime'),
    reward_lifetime: lifetime(draft.reward_lifetime, 'reward_lifetime'),
    earn_on_reward_part: draft.earn_on_reward_part,
    icon: draft.icon,
  };
  return Object.keys(problems).length > 0 ? { problems } : { rules };
}

function lifetimeDraft(lifetime: Lifetime | null): LifetimeDraft {
  return lifetime
    ? { count: String(lifetime.count), unit: lifetime.unit }
    : { count: '1', unit: 'forever' };
}
