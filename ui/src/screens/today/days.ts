import type { CalendarDay } from '$lib/backend';

const DAY_MS = 86_400_000;
const NEXT_DAYS = 4;
const WEEKS = 5;

/** A day to come that holds something. */
export type NextDay = CalendarDay;

export function addDays(date: string, days: number): string {
  return new Date(Date.parse(date) + days * DAY_MS).toISOString().slice(0, 10);
}

/** The first days to come that hold something. */
export function nextDays(days: readonly CalendarDay[]): NextDay[] {
  return days.filter(({ touches }) => touches > 0).slice(0, NEXT_DAYS);
}

/** Whole weeks from the Monday of a day's week on. */
export function weeksFrom(today: string): string[][] {
  // 1 January 1970 was a Thursday.
  const sinceMonday = (Math.floor(Date.parse(today) / DAY_MS) + 3) % 7;
  const monday = addDays(today, -sinceMonday);
  return Array.from({ length: WEEKS }, (_, week) =>
    Array.from({ length: 7 }, (_, day) => addDays(monday, week * 7 + day)),
  );
}
