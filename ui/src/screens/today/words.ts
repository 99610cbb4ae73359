import type { CalendarMoment } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';

/** "2 × Birthday, Anniversary". */
export function inWords(moments: readonly CalendarMoment[]): string {
  return moments
    .map(({ touches, name }) => (touches > 1 ? t('today-times', { count: touches, name }) : name))
    .join(', ');
}
