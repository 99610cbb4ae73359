import {
  call,
  type CalendarDay,
  type CalendarMoment,
  type MemberName,
  type MomentLine,
  type Outlook,
  type ScheduleCalendar,
  type TouchLine,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { i18n } from '$lib/i18n/index.svelte';
import { toneOf, type Tone } from '$lib/moments';
import { weeksFrom } from './days';

/** More than any day of a shop holds. */
const MOST_LINES = 1_000;

/** What one moment holds on a day. */
export interface DayGroup {
  moment: CalendarMoment;
  /** Decided touches. */
  lines: readonly TouchLine[];
  /** Members who are foreseen, as far as they are named. */
  foreseen: readonly MemberName[];
}

/** The calendar of the coming weeks. */
export class Weeks {
  calendar = $state.raw<ScheduleCalendar | null>(null);
  moments = $state.raw<readonly MomentLine[]>([]);
  failure = $state<string | null>(null);
  /** What the opened day holds; null while it is read. */
  groups = $state.raw<readonly DayGroup[] | null>(null);
  dayFailure = $state<string | null>(null);

  readonly weeks = $derived(weeksFrom(this.calendar?.today ?? i18n.today));
  readonly days = $derived(new Map(this.calendar?.days.map((day) => [day.on, day]) ?? []));

  readonly #outlooks = new Map<string, Promise<Outlook>>();
  #asked = 0;

  async load() {
    try {
      const weeks = weeksFrom(i18n.today);
      const [calendar, { moments }] = await Promise.all([
        call('schedule_calendar', { from: weeks[0]![0]!, to: weeks.at(-1)!.at(-1)! }),
        call('moments_list', {}),
      ]);
      this.calendar = calendar;
      this.moments = moments;
      this.failure = null;
    } catch (thrown) {
      this.failure = errorText(thrown);
    }
  }

  toneOf(momentId: string): Tone {
    return toneOf(
      this.moments.find(({ moment }) => moment.id === momentId)?.moment.rules.trigger.kind,
    );
  }

  /** Reads who is on a day: those decided, and those foreseen. */
  async open(day: CalendarDay) {
    const asked = ++this.#asked;
    this.groups = null;
    this.dayFailure = null;
    try {
      const decided = day.moments.some(({ touches, foreseen }) => touches > foreseen)
        ? (await call('touches_list', { from: day.on, to: day.on, offset: 0, limit: MOST_LINES }))
            .lines
        : [];
      const shown = decided.filter(({ touch }) => touch.status !== 'skipped');
      const groups = await Promise.all(
        day.moments.map(async (moment) => ({
          moment,
          lines: shown.filter(({ touch }) => touch.moment_id === moment.moment_id),
          foreseen: moment.foreseen > 0 ? await this.#foreseen(moment, day.on) : [],
        })),
      );
      if (asked === this.#asked) this.groups = groups;
    } catch (thrown) {
      if (asked === this.#asked) this.dayFailure = errorText(thrown);
    }
  }

  /** The names of those foreseen; a moment's outlook tells the first ones of 30 days. */
  async #foreseen({ moment_id, foreseen }: CalendarMoment, on: string): Promise<MemberName[]> {
    let outlook = this.#outlooks.get(moment_id);
    if (!outlook) {
      outlook = call('moment_outlook', { moment_id });
      this.#outlooks.set(moment_id, outlook);
    }
    const { first } = (await outlook).next_30_days;
    return first
      .filter(({ due_on }) => due_on === on)
      .map(({ member }) => member)
      .slice(0, foreseen);
  }
}
