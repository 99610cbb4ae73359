import type { MonthReport, MonthTotals } from '$lib/backend';

export interface Change {
  direction: 'up' | 'down' | 'same';
  /** How much, without its sign: a share of what was before, or a difference of two shares. */
  size: number;
}

/** By how much of `before` a figure grew or shrank; null when nothing was there before. */
export function growth(now: number, before: number): Change | null {
  if (before <= 0) return null;
  return rounded((now - before) / before);
}

/** The difference of two shares, for "2 points"; null when one of them is unknown. */
export function difference(now: number | null, before: number | null): Change | null {
  if (now === null || before === null) return null;
  return rounded(now - before);
}

/** How many of those who came, came again. */
export function cameAgain({ members_again, members_seen }: MonthTotals): number | null {
  return members_seen > 0 ? members_again / members_seen : null;
}

/** What the rewards cost of what was spent; null when no cost is known. */
export function rewardShare({ rewards_cost_minor, spend_minor }: MonthTotals): number | null {
  return rewards_cost_minor > 0 && spend_minor > 0 ? rewards_cost_minor / spend_minor : null;
}

/** Places won (▲) or lost since the month before; null for who did not come then. */
export function placesWon({ rank, rank_before }: MonthReport['top'][number]): Change | null {
  if (rank_before === null) return null;
  return { direction: direction(rank_before - rank), size: Math.abs(rank_before - rank) };
}

/** Whole percents: half a percent more is no news. */
function rounded(share: number): Change {
  const percents = Math.round(share * 100);
  return { direction: direction(percents), size: Math.abs(percents) / 100 };
}

function direction(difference: number): Change['direction'] {
  if (difference === 0) return 'same';
  return difference > 0 ? 'up' : 'down';
}
