import type {
  Audience,
  Channel,
  MomentDraft,
  MomentRules,
  Template,
  TouchChannel,
  Trigger,
} from '$lib/backend';
import { LOCALES, type Locale } from '$lib/i18n/catalogues';
import { addDays } from '$screens/today/days';
import { parseAmount } from '$screens/program/amount';

export type TriggerKind = Trigger['kind'];

/** In the order in which one would look for them. */
export const TRIGGERS: readonly TriggerKind[] = [
  'enrolled',
  'first_visit',
  'nth_visit',
  'anniversary_first_visit',
  'anniversary_joined',
  'birthday',
  'rhythm',
  'not_seen',
  'card_nearly_full',
  'reward_unlocked',
  'reward_expiring',
  'date',
  'member_date',
  'missed_appointment',
];

export const TOUCH_CHANNELS: readonly TouchChannel[] = ['counter', 'call', 'sms', 'email', 'post'];

/** Days that are known long before, so that a greeting may come earlier. */
const KNOWN_AHEAD = new Set<TriggerKind>([
  'anniversary_first_visit',
  'anniversary_joined',
  'birthday',
  'date',
  'member_date',
]);

export const mayComeBefore = (kind: TriggerKind) => KNOWN_AHEAD.has(kind);

/** A reminder of a reward that brings a reward would go on for ever. */
export const mayBringGift = (kind: TriggerKind) =>
  kind !== 'reward_unlocked' && kind !== 'reward_expiring';

/** Fields of a text that stay empty whoever is greeted, unless a gift comes with it. */
export function alwaysEmpty({ kind, gift }: MomentForm): string[] {
  const ofReward = kind === 'reward_unlocked' || kind === 'reward_expiring';
  const ofDay = !ofReward && kind !== 'card_nearly_full';
  const ofYears =
    kind === 'birthday' || kind === 'anniversary_first_visit' || kind === 'anniversary_joined';
  return [
    ...(gift || ofReward ? [] : ['reward_code', 'expires_on']),
    ...(ofYears ? [] : ['years']),
    ...(ofDay ? [] : ['date']),
    ...(ofDay || kind === 'reward_expiring' ? [] : ['days']),
  ];
}

/** The fields that the texts of a moment use. */
export function usedFields({ templates }: MomentForm): Set<string> {
  const texts = Object.values(templates).flatMap(({ subject, body }) => [subject, body]);
  return new Set([...texts.join(' ').matchAll(/\{\s*\$?(\w+)/g)].map(([, field]) => field!));
}

export type Direction = 'on' | 'after' | 'before';

/** A moment as it stands in the fields: typed text stays as typed. */
export interface MomentForm {
  code: string;
  name: string;
  kind: TriggerKind;
  n: string;
  days: string;
  factor: string;
  minVisits: string;
  minDays: string;
  stampsLeft: string;
  daysBefore: string;
  month: number;
  day: string;
  year: string;
  label: string;
  direction: Direction;
  offset: string;
  everybody: boolean;
  spend: string;
  visitsFrom: string;
  visitsTo: string;
  seenWithin: string;
  notSeenFor: string;
  tags: string[];
  withoutTags: string[];
  consent: Channel | '';
  channels: TouchChannel[];
  templates: Record<Locale, Template>;
  gift: boolean;
  giftName: string;
  giftCost: string;
  giftDays: string;
  hasFrom: boolean;
  from: string | null;
  hasUntil: boolean;
  until: string | null;
  lateDays: string;
  perDay: string;
  daysBetween: string;
  holdout: string;
}

export type FieldProblem = 'number' | 'amount' | 'date';

/** What has still to be chosen begins so far ahead: nothing would happen at once. */
const AHEAD_DAYS = 30;

/** Writes minor units as they would be typed. */
type AmountText = (minor: number) => string;

const typed = (value: number | null | undefined) => (value == null ? '' : String(value));

export function formOf(draft: MomentDraft, amountText: AmountText, today: string): MomentForm {
  const { trigger, audience, offset_days: offset, templates, gift, ...rules } = draft.rules;
  const given = { n: 2, days: 30, factor_percent: 200, min_visits: 5, min_days: 14, ...trigger };
  const date = trigger.kind === 'date' ? trigger : null;
  const ahead = addDays(today, AHEAD_DAYS);
  const [, month = 1, day = 1] = ahead.split('-').map(Number);
  const spend = audience.min_spend_minor;
  return {
    code: draft.code,
    name: draft.name,
    kind: trigger.kind,
    n: String(given.n),
    days: String(given.days),
    factor: String(given.factor_percent),
    minVisits: String(given.min_visits),
    minDays: String(given.min_days),
    stampsLeft: trigger.kind === 'card_nearly_full' ? String(trigger.stamps_left) : '1',
    daysBefore: trigger.kind === 'reward_expiring' ? String(trigger.days_before) : '7',
    month: date?.month ?? month,
    day: String(date?.day ?? day),
    year: typed(date?.year),
    label: trigger.kind === 'member_date' ? trigger.label : '',
    direction: offset === 0 ? 'on' : offset > 0 ? 'after' : 'before',
    offset: offset === 0 ? '1' : String(Math.abs(offset)),
    everybody: isEverybody(audience),
    spend: spend == null ? '' : amountText(spend),
    visitsFrom: typed(audience.min_visits),
    visitsTo: typed(audience.max_visits),
    seenWithin: typed(audience.seen_within_days),
    notSeenFor: typed(audience.not_seen_for_days),
    tags: [...audience.tags],
    withoutTags: [...audience.without_tags],
    consent: audience.consent ?? '',
    channels: [...rules.channels],
    templates: Object.fromEntries(
      LOCALES.map((locale) => [locale, { subject: '', body: '', ...templates[locale] }]),
    ) as Record<Locale, Template>,
    gift: gift !== null,
    giftName: gift?.name ?? '',
    giftCost: gift && gift.cost_minor > 0 ? amountText(gift.cost_minor) : '',
    giftDays: String(gift?.valid_days ?? 14),
    hasFrom: rules.active_from !== null,
    from: rules.active_from ?? today,
    hasUntil: rules.active_until !== null,
    until: rules.active_until ?? ahead,
    lateDays: String(rules.late_days),
    perDay: typed(rules.per_day),
    daysBetween: typed(rules.days_between),
    holdout: String(rules.holdout_percent),
  };
}

function isEverybody({ tags, without_tags, ...limits }: Audience): boolean {
  return tags.length + without_tags.length === 0 && Object.values(limits).every((v) => v == null);
}

/** The moment of a form, or what is wrong with fields that cannot be sent at all. */
export function draftOf(
  form: MomentForm,
  locale: Locale,
  digits: number,
): { draft: MomentDraft } | { problems: Record<string, FieldProblem> } {
  const problems: Record<string, FieldProblem> = {};

  const whole = (text: string, field: string): number => {
    if (/^\d{1,6}$/.test(text.trim())) return Number(text);
    problems[field] = 'number';
    return 0;
  };
  const perhaps = (text: string, field: string) => (text.trim() === '' ? null : whole(text, field));
  const money = (text: string, field: string): number => {
    const minor = parseAmount(text, locale, digits);
    if (minor === null) problems[field] = 'amount';
    return minor ?? 0;
  };
  const date = (has: boolean, value: string | null, field: string): string | null => {
    if (has && value === null) problems[field] = 'date';
    return has ? value : null;
  };

  const rules: MomentRules = {
    trigger: triggerOf(form, whole),
    audience: form.everybody ? { tags: [], without_tags: [] } : audienceOf(form, whole, money),
    offset_days: offsetOf(form, whole),
    channels: [...form.channels],
    templates: Object.fromEntries(
      LOCALES.map((tag) => [tag, { ...form.templates[tag] }] as const).filter(
        ([, { subject, body }]) => subject.trim() !== '' || body.trim() !== '',
      ),
    ),
    gift:
      form.gift && mayBringGift(form.kind)
        ? {
            name: form.giftName.trim(),
            cost_minor: money(form.giftCost, 'cost_minor'),
            valid_days: whole(form.giftDays, 'valid_days'),
          }
        : null,
    active_from: date(form.hasFrom, form.from, 'active_from'),
    active_until: date(form.hasUntil, form.until, 'active_until'),
    late_days: whole(form.lateDays, 'late_days'),
    per_day: perhaps(form.perDay, 'per_day'),
    days_between: perhaps(form.daysBetween, 'days_between'),
    holdout_percent: whole(form.holdout || '0', 'holdout_percent'),
  };
  return Object.keys(problems).length > 0
    ? { problems }
    : { draft: { code: form.code, name: form.name.trim(), rules } };
}

type Whole = (text: string, field: string) => number;

function triggerOf(form: MomentForm, whole: Whole): Trigger {
  const { kind } = form;
  switch (kind) {
    case 'nth_visit':
      return { kind, n: whole(form.n, 'n') };
    case 'not_seen':
      return { kind, days: whole(form.days, 'days') };
    case 'rhythm':
      return {
        kind,
        factor_percent: whole(form.factor, 'factor_percent'),
        min_visits: whole(form.minVisits, 'rhythm_visits'),
        min_days: whole(form.minDays, 'min_days'),
      };
    case 'card_nearly_full':
      return { kind, stamps_left: whole(form.stampsLeft, 'stamps_left') };
    case 'reward_expiring':
      return { kind, days_before: whole(form.daysBefore, 'days_before') };
    case 'date': {
      const year = form.year.trim() === '' ? null : whole(form.year, 'date');
      return { kind, month: form.month, day: whole(form.day, 'date'), year };
    }
    case 'member_date':
      return { kind, label: form.label.trim() };
    default:
      return { kind };
  }
}

function audienceOf(form: MomentForm, whole: Whole, money: Whole): Audience {
  const audience: Audience = { tags: [...form.tags], without_tags: [...form.withoutTags] };
  if (form.spend.trim() !== '') audience.min_spend_minor = money(form.spend, 'min_spend_minor');
  const set = (
    field: 'min_visits' | 'max_visits' | 'seen_within_days' | 'not_seen_for_days',
    text: string,
  ) => {
    if (text.trim() !== '') audience[field] = whole(text, field);
  };
  set('min_visits', form.visitsFrom);
  set('max_visits', form.visitsTo);
  set('seen_within_days', form.seenWithin);
  set('not_seen_for_days', form.notSeenFor);
  if (form.consent !== '') audience.consent = form.consent;
  return audience;
}

function offsetOf(form: MomentForm, whole: Whole): number {
  if (form.direction === 'on') return 0;
  const days = whole(form.offset, 'offset_days');
  return form.direction === 'before' && mayComeBefore(form.kind) ? -days : days;
}

/** What a new moment begins as. */
export function blankDraft(): MomentDraft {
  return {
    code: '',
    name: '',
    rules: {
      trigger: { kind: 'nth_visit', n: 10 },
      audience: { tags: [], without_tags: [] },
      offset_days: 0,
      channels: ['counter'],
      templates: {},
      gift: null,
      active_from: null,
      active_until: null,
      late_days: 7,
      per_day: null,
      days_between: null,
      holdout_percent: 0,
    },
  };
}

/** A stable short name that no other moment has: "10th visit" becomes `10th_visit`. */
export function codeFor(name: string, taken: readonly string[]): string {
  const base =
    name
      .normalize('NFD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '_')
      .replace(/^_+|_+$/g, '')
      .slice(0, 36) || 'moment';
  for (let number = 1; ; number += 1) {
    const code = number === 1 ? base : `${base}_${number}`;
    if (!taken.includes(code)) return code;
  }
}
