import { expect, it } from 'vitest';
import type { GroupOutcome } from '$lib/backend';
import { verdictOf } from './verdict';

const group = (members: number, came: number): GroupOutcome => ({
  members,
  came,
  greeted: members,
  reached: members,
  visits: came,
  spend_minor: 0,
  gifts_given: 0,
  gifts_redeemed: 0,
});

it('nothing is said of what nobody got, or what nobody was left out of', () => {
  expect(verdictOf(group(0, 0), group(5, 1))).toEqual({ kind: 'none' });
  expect(verdictOf(group(100, 50), group(0, 0))).toEqual({ kind: 'nobody_held_out' });
});

it('a few cases are too few to tell, however good they look', () => {
  expect(verdictOf(group(300, 290), group(29, 0))).toEqual({
    kind: 'too_few',
    group: 'held_out',
    size: 29,
  });
  expect(verdictOf(group(12, 12), group(40, 0))).toMatchObject({ group: 'planned', size: 12 });
});

it('a difference that chance can make is no difference', () => {
  expect(verdictOf(group(100, 45), group(40, 14))).toEqual({ kind: 'no_difference' });
});

it('a clear difference is told in points, also when greetings keep people away', () => {
  expect(verdictOf(group(400, 200), group(100, 30))).toEqual({ kind: 'more', points: 20 });
  expect(verdictOf(group(400, 120), group(100, 50))).toEqual({ kind: 'fewer', points: 20 });
});
