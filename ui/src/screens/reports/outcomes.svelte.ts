import { call, type MomentOutcomes } from '$lib/backend';
import { errorText } from '$lib/errors';

/** Within how many days a visit counts as a reply. */
export const WINDOWS = [7, 14, 30] as const;

/** What came of the moments. */
export class Outcomes {
  within = $state<number>(14);
  answer = $state.raw<MomentOutcomes | null>(null);
  failure = $state<string | null>(null);

  #asked = 0;

  /** Moments that have come to anything, greeted or left out. */
  readonly lines = $derived(
    (this.answer?.moments ?? []).filter(
      ({ outcome }) => outcome.planned.members + outcome.held_out.members > 0,
    ),
  );

  async load(within = this.within) {
    this.within = within;
    const asked = ++this.#asked;
    try {
      const answer = await call('moment_outcomes', { moment_id: null, within_days: within });
      if (asked !== this.#asked) return;
      this.answer = answer;
      this.failure = null;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = errorText(thrown);
    }
  }
}
