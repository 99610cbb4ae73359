import type { MonthReport } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';

/** How many of the top are watched for not having come; as the backend counts them. */
const WATCHED_TOP = 20;

/** What the month comes down to, in a sentence or two. */
export function headline(report: MonthReport, unfinished: boolean): string {
  return [newcomers(report, unfinished), missing(report)].join(' ');
}

function newcomers({ totals, before, month }: MonthReport, unfinished: boolean): string {
  const count = totals.new_members;
  if (unfinished) return t('reports-new-so-far', { count });
  const comparable = before.visits > 0 || before.new_members > 0;
  if (!comparable) return t('reports-new', { count });
  const difference = count - before.new_members;
  const than = t('reports-month-in', { month: monthBefore(month) });
  if (difference > 0) return t('reports-new-more', { count, difference, month: than });
  if (difference < 0)
    return t('reports-new-fewer', { count, difference: -difference, month: than });
  return t('reports-new-same', { count, month: than });
}

function missing({ top_not_seen, ranked }: MonthReport): string {
  const best = Math.min(ranked, WATCHED_TOP);
  if (best === 0) return '';
  if (top_not_seen === 0) return t('reports-best-seen', { best });
  return t('reports-best-missing', { count: top_not_seen, best });
}

/** The number of the month before `YYYY-MM`, 1 to 12. */
export function monthBefore(month: string): number {
  return ((Number(month.slice(5, 7)) + 10) % 12) + 1;
}
