import {
  call,
  type MessageLine,
  type Moments,
  type Resolution,
  type TodayGroup,
  type TodayInbox,
  type TouchLine,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { i18n, t } from '$lib/i18n/index.svelte';
import { cameBack, noMore, undoWithdrawal, withdraw } from '$lib/state/consents';
import { outbox } from '$lib/state/outbox.svelte';
import { schedule, type Decision } from '$lib/state/schedule.svelte';
import { toasts } from '$lib/toasts.svelte';
import { counter } from '$screens/counter/counter.svelte';
import { Asked } from './asked.svelte';
import { isByApp, isByHand } from './byWhom';
import { addDays, nextDays, type NextDay } from './days';
import { Decisions } from './decisions.svelte';
import { notedAs } from './messages';
import { Reach } from './reach.svelte';
import { doneBy } from './words';

/** Lines that are drawn at first, and at each wish for more. */
const STEP = 60;
/** Doubtful messages that Today shows itself; the outbox has them all. */
const UNDECIDED = 3;
/** As many as a page of the outbox holds. */
const WAITING = 1_000;

/** Today's list. It outlives the screen, so that what was decided can be taken back later. */
class Today {
  inbox = $state.raw<TodayInbox | null>(null);
  next = $state.raw<readonly NextDay[]>([]);
  moments = $state.raw<Moments | null>(null);
  failure = $state<string | null>(null);
  /** The line the keys act on. */
  activeId = $state<string | null>(null);
  /** A touch that waits for the day it shall come back on. */
  snoozing = $state.raw<TouchLine | null>(null);
  shownLines = $state(STEP);
  busy = $state(false);
  /** Messages that wait or are on their way, by their touch. */
  waiting = $state.raw<ReadonlyMap<string, MessageLine>>(new Map());

  /** What comes before the list. */
  readonly asked = new Asked();
  readonly decisions = new Decisions();
  readonly #reach = new Reach();
  #requested = 0;
  /** Lists that are being read. */
  #reading = 0;

  /** What a person does; the rest is the app's. */
  readonly #groups = $derived(
    (this.inbox?.groups ?? [])
      .map((group) => ({ ...group, touches: group.touches.filter(isByHand) }))
      .filter(({ touches }) => touches.length > 0),
  );
  readonly lines = $derived(this.#groups.flatMap((group) => group.touches));
  /** What the app sends by itself. */
  readonly appLines = $derived(
    (this.inbox?.groups ?? []).flatMap((group) => group.touches).filter(isByApp),
  );
  readonly people = $derived(new Set(this.lines.map(({ touch }) => touch.member.id)).size);
  readonly #marked = $derived(this.lines.find(({ touch }) => touch.id === this.activeId) ?? null);
  /** The line the keys act on, unless they act on a message that is asked about. */
  readonly active = $derived(this.asked.active ? null : this.#marked);
  /** The groups, as far as they are drawn. */
  readonly groups = $derived.by(() => {
    let left = this.shownLines;
    const groups: TodayGroup[] = [];
    for (const group of this.#groups) {
      if (left <= 0) break;
      groups.push({ ...group, touches: group.touches.slice(0, left) });
      left -= group.touches.length;
    }
    return groups;
  });
  /** When the first of the messages that wait out the night goes. */
  readonly quietUntil = $derived(
    [...this.waiting.values()].find(({ waits }) => waits?.wait.reason === 'quiet')?.waits?.wait
      .until_ms ?? null,
  );
  /** How the person of the active line can be reached, once that is known. */
  readonly reach = $derived(this.#reach.of(this.active?.touch.id ?? null));
  readonly noMoments = $derived(
    this.moments !== null && !this.moments.moments.some(({ moment }) => moment.enabled),
  );

  /** Something is under way that ends with a new list. */
  get isAtWork(): boolean {
    return this.busy || this.#reading > 0;
  }

  async load() {
    const asked = ++this.#requested;
    this.#reading += 1;
    try {
      const from = addDays(i18n.today, 1);
      const page = { undecided: false, offset: 0, limit: WAITING };
      const [inbox, calendar, moments, undecided, waiting] = await Promise.all([
        call('today_inbox', {}),
        call('schedule_calendar', { from, to: addDays(from, 27) }),
        call('moments_list', {}),
        call('outbox_list', { undecided: true, offset: 0, limit: UNDECIDED }),
        call('outbox_list', { ...page, status: 'waiting' }),
        outbox.load(),
        schedule.refresh(),
      ]);
      if (asked !== this.#requested) return;
      this.asked.accept(undecided.lines);
      this.waiting = new Map(
        waiting.lines.map((line) => [line.message.touch_id ?? '', line] as const),
      );
      this.#accept(inbox);
      this.next = nextDays(calendar.days);
      this.moments = moments;
      this.failure = null;
    } catch (thrown) {
      if (asked === this.#requested) this.failure = errorText(thrown);
    } finally {
      this.#reading -= 1;
    }
  }

  #accept(inbox: TodayInbox) {
    const at = this.lines.findIndex(({ touch }) => touch.id === this.activeId);
    this.inbox = inbox;
    if (!this.#marked) this.activeId = this.#lineAt(Math.max(at, 0));
  }

  #lineAt(index: number): string | null {
    const last = this.lines.length - 1;
    return this.lines[Math.max(0, Math.min(index, last))]?.touch.id ?? null;
  }

  /** The keys act on this line. */
  point(id: string) {
    this.asked.leave();
    this.activeId = id;
  }

  /** Goes a line down or up, from what is asked about into the list and back. */
  move(step: number) {
    const { asked } = this;
    if (asked.active) {
      if (!asked.move(step) && this.lines.length > 0) asked.leave();
      return;
    }
    const at = this.lines.findIndex(({ touch }) => touch.id === this.activeId);
    if (at + step < 0 && asked.enter('last')) return;
    const to = Math.max(0, Math.min(at + step, this.lines.length - 1));
    if (to >= this.shownLines) this.showMore();
    this.activeId = this.#lineAt(to);
  }

  showMore() {
    this.shownLines += STEP;
  }

  /** One thing at a time; what is refused is said, and then the list is read anew. */
  async #work(work: () => Promise<void>) {
    if (this.busy) return;
    this.busy = true;
    try {
      await work();
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.busy = false;
    }
    await this.load();
  }

  /** Decides a touch: it leaves the list, the counter and the badge. */
  decide(line: TouchLine, decision: Decision): Promise<void> {
    const { id } = line.touch;
    return this.#work(async () => {
      await schedule.decide(id, decision);
      this.#without(id);
      counter.greetingGone(id);
      this.decisions.note(doneBy(line, decision), { key: id, undo: () => this.reopen(id) });
    });
  }

  #without(id: string) {
    const { inbox } = this;
    if (!inbox) return;
    const at = this.lines.findIndex(({ touch }) => touch.id === id);
    this.inbox = {
      ...inbox,
      total: Math.max(0, inbox.total - 1),
      groups: inbox.groups
        .map((group) => ({
          ...group,
          touches: group.touches.filter(({ touch }) => touch.id !== id),
        }))
        .filter(({ touches }) => touches.length > 0),
    };
    if (this.activeId === id) this.activeId = this.#lineAt(at);
  }

  reopen(id: string): Promise<void> {
    return this.#work(async () => {
      this.decisions.forget(id);
      const line = await schedule.reopen(id);
      this.decisions.hideToast();
      toasts.show('note', t('today-reopened', { name: line.touch.member.name }));
      counter.greetingBack(line.touch.member.id);
      this.activeId = id;
    });
  }

  /** Decides about a message that failed or may have gone out. */
  resolve({ message }: MessageLine, resolution: Resolution): Promise<void> {
    const touchId = message.touch_id;
    return this.#work(async () => {
      await outbox.resolve(message.id, resolution);
      this.asked.correctingId = null;
      this.asked.without(message.id);
      const text = notedAs(message, resolution);
      // What is sent again may be on its way when it is taken back: that is the outbox's.
      if (resolution === 'send_again' || !touchId) this.decisions.say(text);
      else this.decisions.note(text, { key: touchId, undo: () => this.reopen(touchId) });
    });
  }

  /** Finds out how the person of the active line can be reached. */
  async findReach() {
    const line = this.active;
    if (!line || this.reach) return;
    await this.#reach.find(line, () => this.active?.touch.id === line.touch.id);
  }

  /** The person of a line wants no more of the kind. */
  async noMore(line: TouchLine) {
    const channels = this.#reach.of(line.touch.id)?.consents ?? [];
    if (channels.length === 0) return;
    const { id, name } = line.touch.member;
    await this.#work(async () => {
      const changes = await withdraw(id, channels);
      counter.greetingBack(id);
      this.#reach.forget();
      this.decisions.note(t('no-more-done', { name, what: noMore(channels) }), {
        key: `consents ${id}`,
        undo: () => this.#allowAgain(line, changes),
      });
    });
  }

  #allowAgain({ touch }: TouchLine, changes: readonly string[]): Promise<void> {
    const { id, name } = touch.member;
    return this.#work(async () => {
      this.decisions.forget(`consents ${id}`);
      this.#reach.forget();
      const undone = await undoWithdrawal(changes);
      counter.greetingBack(id);
      this.decisions.hideToast();
      toasts.show('note', cameBack(name, undone));
      this.activeId = touch.id;
    });
  }
}

export const today = new Today();
