import type { GroupOutcome } from '$lib/backend';

/** With fewer on either side, chance alone moves the shares by dozens of points. */
export const FEWEST = 30;
/** 95 of 100 times, chance alone stays within so many standard errors. */
const STANDARD_ERRORS = 1.96;

export type Verdict =
  | { kind: 'none' }
  | { kind: 'nobody_held_out' }
  | { kind: 'too_few'; group: 'planned' | 'held_out'; size: number }
  | { kind: 'no_difference' }
  | { kind: 'more' | 'fewer'; points: number };

/** What can honestly be said of a moment: those to be greeted beside those left out by lot. */
export function verdictOf(planned: GroupOutcome, heldOut: GroupOutcome): Verdict {
  if (planned.members === 0) return { kind: 'none' };
  if (heldOut.members === 0) return { kind: 'nobody_held_out' };
  if (planned.members < FEWEST) return { kind: 'too_few', group: 'planned', size: planned.members };
  if (heldOut.members < FEWEST) {
    return { kind: 'too_few', group: 'held_out', size: heldOut.members };
  }
  const difference = share(planned) - share(heldOut);
  const error = Math.sqrt(variance(planned) + variance(heldOut));
  if (Math.abs(difference) <= STANDARD_ERRORS * error) return { kind: 'no_difference' };
  const points = Math.round(Math.abs(difference) * 100);
  if (points === 0) return { kind: 'no_difference' };
  return { kind: difference > 0 ? 'more' : 'fewer', points };
}

/** The share that came. */
export const share = ({ came, members }: GroupOutcome) => (members === 0 ? 0 : came / members);

const variance = (group: GroupOutcome) => (share(group) * (1 - share(group))) / group.members;
