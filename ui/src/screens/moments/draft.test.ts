import { expect, it } from 'vitest';
import type { MomentDraft } from '$lib/backend';
import { blankDraft, codeFor, draftOf, formOf } from './draft';

const amount = (minor: number) => (minor / 100).toFixed(2);
const form = (draft: MomentDraft) => formOf(draft, amount, '2026-11-21');
const read = (draft: MomentDraft) => draftOf(form(draft), 'en', 2);

const full: MomentDraft = {
  code: 'drifting',
  name: 'Drifting',
  rules: {
    trigger: { kind: 'rhythm', factor_percent: 150, min_visits: 6, min_days: 20 },
    audience: { min_spend_minor: 12_050, tags: ['vip'], without_tags: ['staff'], consent: 'email' },
    offset_days: 3,
    channels: ['email', 'counter'],
    templates: { en: { subject: 'Hi', body: '{first_name}' } },
    gift: { name: 'Cake', cost_minor: 250, valid_days: 21 },
    active_from: '2026-01-01',
    active_until: '2026-12-31',
    late_days: 7,
    per_day: 4,
    days_between: 90,
    holdout_percent: 10,
  },
};

it('a moment comes back from its fields as it went in', () => {
  expect(read(full)).toEqual({ draft: full });
  const birthday = { ...full, rules: { ...full.rules, trigger: { kind: 'birthday' as const } } };
  birthday.rules.offset_days = -2;
  expect(read(birthday)).toEqual({ draft: birthday });
  const date = { kind: 'date' as const, month: 12, day: 24, year: null };
  const christmas = { ...full, rules: { ...full.rules, trigger: date } };
  expect(read(christmas)).toEqual({ draft: christmas });
});

it('what is no number, amount or date is told at its field', () => {
  const wrong = form(full);
  Object.assign(wrong, { minDays: 'many', spend: '1e9', giftDays: '-1', hasUntil: true });
  wrong.until = null;
  expect(draftOf(wrong, 'en', 2)).toEqual({
    problems: {
      min_days: 'number',
      min_spend_minor: 'amount',
      valid_days: 'number',
      active_until: 'date',
    },
  });
});

it('a limit for nobody in particular is sent as none', () => {
  const open = { ...form(full), everybody: true, perDay: ' ', daysBetween: '' };
  const result = draftOf(open, 'en', 2);
  expect('draft' in result && result.draft.rules).toMatchObject({
    audience: { tags: [], without_tags: [] },
    per_day: null,
    days_between: null,
  });
});

it('reminders of rewards bring none, and what is not known ahead comes not before', () => {
  const reminder = {
    ...form(full),
    kind: 'reward_unlocked' as const,
    direction: 'before' as const,
  };
  const result = draftOf(reminder, 'en', 2);
  expect('draft' in result && result.draft.rules).toMatchObject({ gift: null, offset_days: 3 });
});

it('a new moment gets a short name that no other has', () => {
  expect(codeFor('10th visit!', [])).toBe('10th_visit');
  expect(codeFor('Születésnap', ['szuletesnap'])).toBe('szuletesnap_2');
  expect(codeFor('День рождения', ['moment', 'moment_2'])).toBe('moment_3');
  expect(read(blankDraft())).toMatchObject({ draft: { rules: { channels: ['counter'] } } });
});
