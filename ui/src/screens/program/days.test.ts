import { expect, it } from 'vitest';
import { addDays, dateOf, firstOfNextMonth } from './days';

it('rules can start tomorrow and next month, over the ends of months and years', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
  expect(firstOfNextMonth('2026-11-22')).toBe('2026-12-01');
  expect(firstOfNextMonth('2026-12-01')).toBe('2027-01-01');
});

it('there is no 31 April and no 29 February in a common year', () => {
  expect(dateOf(2027, 4, 31)).toBeNull();
  expect(dateOf(2027, 2, 29)).toBeNull();
  expect(dateOf(2028, 2, 29)).toBe('2028-02-29');
});
