import type { CalendarMoment } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';

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
