import {
  call,
  Intent,
  type Outcome,
  type ScheduleState,
  type TouchChanged,
  type TouchLine,
} from '$lib/backend';
import { toasts } from '$lib/toasts.svelte';

/** What a person decided about a touch. */
export type Decision =
  { kind: 'done'; outcome: Outcome } | { kind: 'skipped' } | { kind: 'snoozed'; until: string };

/** How the schedule stands, for the menu's badge, Today and the counter. */
class Schedule {
  state = $state.raw<ScheduleState | null>(null);

  #asked = 0;
  readonly #intents = new Map<string, Intent>();

  /** Greetings that are open today. */
  get open(): number {
    return this.state?.open ?? 0;
  }

  /** Reads it anew: a run, a visit, another screen may have changed what is open. */
  async refresh() {
    const asked = ++this.#asked;
    try {
      const state = await call('schedule_state', {});
      if (asked === this.#asked) this.state = state;
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  /** Carries a decision out. Rejects when it is refused. */
  decide(touch_id: string, decision: Decision): Promise<TouchLine> {
    switch (decision.kind) {
      case 'done':
        return this.#change(`done-${decision.outcome}`, touch_id, (request_id) =>
          call('touch_done', { request_id, touch_id, outcome: decision.outcome }),
        );
      case 'skipped':
        return this.#change('skip', touch_id, (request_id) =>
          call('touch_skip', { request_id, touch_id }),
        );
      case 'snoozed':
        return this.#change(`snooze-${decision.until}`, touch_id, (request_id) =>
          call('touch_snooze', { request_id, touch_id, until: decision.until }),
        );
    }
  }

  /** Takes the decision about a touch back. */
  reopen(touch_id: string): Promise<TouchLine> {
    return this.#change('reopen', touch_id, (request_id) =>
      call('touch_reopen', { request_id, touch_id }),
    );
  }

  async #change(
    what: string,
    touchId: string,
    work: (requestId: string) => Promise<TouchChanged>,
  ): Promise<TouchLine> {
    const key = `${what} ${touchId}`;
    let intent = this.#intents.get(key);
    if (!intent) this.#intents.set(key, (intent = new Intent()));
    const { line, open } = await intent.run(work);
    this.#intents.delete(key);
    this.#asked += 1;
    if (this.state) this.state = { ...this.state, open };
    return line;
  }
}

export const schedule = new Schedule();
