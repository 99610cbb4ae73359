import type { CalendarMoment, TouchLine } from '$lib/backend';
import { t, weekdayShort } from '$lib/i18n/index.svelte';
import { outcomeName } from '$lib/moments';
import type { Decision } from '$lib/state/schedule.svelte';
import { isByApp } from './byWhom';

/** Of a busy day only so much is told. */
const TOLD = 3;

/** "2 × Birthday, Anniversary". */
export function inWords(moments: readonly CalendarMoment[]): string {
  const told = moments.length > TOLD + 1 ? moments.slice(0, TOLD) : moments;
  const parts = told.map(({ touches, name }) =>
    touches > 1 ? t('today-times', { count: touches, name }) : name,
  );
  const rest = moments.slice(told.length).reduce((sum, { touches }) => sum + touches, 0);
  if (rest > 0) parts.push(t('weeks-more', { count: rest }));
  return parts.join(', ');
}

/** What was decided about a line. */
export function doneBy(line: TouchLine, decision: Decision): string {
  const { name } = line.touch.member;
  switch (decision.kind) {
    case 'done':
      return t('today-done', { name, outcome: outcomeName(decision.outcome) });
    case 'skipped':
      return isByApp(line) ? t('outbox-noted-left-out', { name }) : t('today-skipped', { name });
    case 'snoozed':
      return t('today-snoozed', { name, date: weekdayShort(decision.until) });
  }
}
