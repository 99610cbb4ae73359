import {
  call,
  type Channel,
  type Handoff,
  type HandoffKind,
  type MessageLine,
  type MessageView,
  type Moments,
  type Resolution,
  type TodayGroup,
  type TodayInbox,
  type TouchLine,
} from '$lib/backend';
import { copy } from '$lib/clipboard';
import { errorText } from '$lib/errors';
import { i18n, t, weekdayShort } from '$lib/i18n/index.svelte';
import { outcomeName } from '$lib/moments';
import { cameBack, consentsOf, noMore, undoWithdrawal, withdraw } from '$lib/state/consents';
import { outbox } from '$lib/state/outbox.svelte';
import { schedule, type Decision } from '$lib/state/schedule.svelte';
import { toasts } from '$lib/toasts.svelte';
import { counter } from '$screens/counter/counter.svelte';
import { addDays, nextDays, type NextDay } from './days';
import { handoffsFor } from './handoffs';
import { nameOf } from './messages';

/** Lines that are drawn at first, and at each wish for more. */
const STEP = 60;
/** Doubtful messages that Today shows itself; the outbox has them all. */
const UNDECIDED = 3;
/** As many as a page of the outbox holds. */
const WAITING = 1_000;

/** What was decided here, and how it is taken back. */
interface Decided {
  /** The touch, or the consents it is about. */
  key: string;
  undo: () => Promise<void>;
}

/** How the person of a line can be reached. */
interface Reach {
  touchId: string;
  links: readonly Handoff[];
  /** The consents that "no more" would withdraw. */
  consents: readonly Channel[];
}

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
  /** Messages about which a person has to decide, the first of them. */
  undecided = $state.raw<readonly MessageLine[]>([]);
  /** Messages that wait or are on their way, by their touch. */
  waiting = $state.raw<ReadonlyMap<string, MessageView>>(new Map());

  #reach = $state.raw<Reach | null>(null);
  /** What was decided here, the latest last. */
  #decided = $state.raw<readonly Decided[]>([]);
  #toast: number | null = null;
  #asked = 0;
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
  readonly active = $derived(this.lines.find(({ touch }) => touch.id === this.activeId) ?? null);
  readonly hasMore = $derived(this.lines.length > this.shownLines);
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
  /** How the person of the active line can be reached, once that is known. */
  readonly reach = $derived(this.#reach?.touchId === this.activeId ? this.#reach : null);
  readonly mayUndo = $derived(this.#decided.length > 0);
  readonly noMoments = $derived(
    this.moments !== null && !this.moments.moments.some(({ moment }) => moment.enabled),
  );

  /** Something is under way that ends with a new list. */
  get isAtWork(): boolean {
    return this.busy || this.#reading > 0;
  }

  async load() {
    const asked = ++this.#asked;
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
      if (asked !== this.#asked) return;
      this.undecided = undecided.lines;
      this.waiting = new Map(
        waiting.lines.map(({ message }) => [message.touch_id ?? '', message] as const),
      );
      this.#accept(inbox);
      this.next = nextDays(calendar.days);
      this.moments = moments;
      this.failure = null;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = errorText(thrown);
    } finally {
      this.#reading -= 1;
    }
  }

  #accept(inbox: TodayInbox) {
    const at = this.lines.findIndex(({ touch }) => touch.id === this.activeId);
    this.inbox = inbox;
    if (!this.active) this.activeId = this.#lineAt(Math.max(at, 0));
  }

  #lineAt(index: number): string | null {
    const last = this.lines.length - 1;
    return this.lines[Math.max(0, Math.min(index, last))]?.touch.id ?? null;
  }

  /** Goes a line down or up. */
  move(step: number) {
    const at = this.lines.findIndex(({ touch }) => touch.id === this.activeId);
    const to = Math.max(0, Math.min(at + step, this.lines.length - 1));
    if (to >= this.shownLines) this.showMore();
    this.activeId = this.#lineAt(to);
  }

  showMore() {
    this.shownLines += STEP;
  }

  /** Decides a touch: it leaves the list, the counter and the badge. */
  async decide(line: TouchLine, decision: Decision) {
    if (this.busy) return;
    this.busy = true;
    const { id, member } = line.touch;
    try {
      await schedule.decide(id, decision);
      this.#without(id);
      counter.greetingGone(id);
      this.#note(doneBy(decision, member.name), { key: id, undo: () => this.reopen(id) });
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.busy = false;
    }
    await this.load();
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

  /** Says what was done, and how it is taken back. */
  #note(text: string, decided: Decided) {
    this.#decided = [...this.#others(decided.key), decided];
    this.hideToast();
    this.#toast = toasts.good(text, { label: t('undo'), kbd: 'Ctrl Z', run: decided.undo });
  }

  #others(key: string): readonly Decided[] {
    return this.#decided.filter((other) => other.key !== key);
  }

  /** The message of the latest decision goes. */
  hideToast() {
    if (this.#toast !== null) toasts.dismiss(this.#toast);
    this.#toast = null;
  }

  /** Takes the latest decision back. */
  async undoLast() {
    await this.#decided.at(-1)?.undo();
  }

  async reopen(id: string) {
    if (this.busy) return;
    this.busy = true;
    try {
      const line = await schedule.reopen(id);
      this.#decided = this.#others(id);
      this.hideToast();
      toasts.show('note', t('today-reopened', { name: line.touch.member.name }));
      counter.greetingBack(line.touch.member.id);
      this.activeId = id;
    } catch (thrown) {
      this.#decided = this.#others(id);
      toasts.error(thrown);
    } finally {
      this.busy = false;
    }
    await this.load();
  }

  /** Decides about a message that failed or may have gone out. */
  async resolve({ message }: MessageLine, resolution: Resolution) {
    if (this.busy) return;
    this.busy = true;
    const name = nameOf(message);
    const touchId = message.touch_id;
    try {
      await outbox.resolve(message.id, resolution);
      this.undecided = this.undecided.filter((other) => other.message.id !== message.id);
      // What is sent again may be on its way when it is taken back: that is the outbox's.
      if (resolution === 'send_again' || !touchId) {
        this.hideToast();
        toasts.good(t('outbox-noted-again', { name }));
      } else {
        const text =
          resolution === 'leave_out'
            ? t('today-skipped', { name })
            : t('outbox-noted-arrived', { name });
        this.#note(text, { key: touchId, undo: () => this.reopen(touchId) });
      }
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.busy = false;
    }
    await this.load();
  }

  /** Finds out how the person of the active line can be reached. */
  async findReach() {
    const line = this.active;
    if (!line || this.reach) return;
    const { id, channel, member } = line.touch;
    try {
      const [{ links }, given] = await Promise.all([
        call('handoff_links', { touch_id: id }),
        consentsOf(member.id),
      ]);
      if (this.activeId !== id) return;
      const own = given.filter((consent) => consent === channel);
      const written = given.filter((consent) => consent === 'email' || consent === 'sms');
      this.#reach = {
        touchId: id,
        links: handoffsFor(channel, links, given),
        consents: own.length > 0 ? own : written,
      };
    } catch (thrown) {
      // The line may have gone meanwhile; then nobody asks any more.
      if (this.activeId === id) toasts.error(thrown);
    }
  }

  /** Opens another program with the line's message. Returns whether it opened. */
  async handOff(line: TouchLine, kind: HandoffKind): Promise<boolean> {
    try {
      await call('handoff_open', { touch_id: line.touch.id, kind });
      toasts.show('note', t('handoff-opened', { name: line.touch.member.name }));
      return true;
    } catch (thrown) {
      toasts.error(thrown);
      return false;
    }
  }

  /** The person of a line wants no more of the kind. */
  async noMore(line: TouchLine) {
    const channels = this.reach?.touchId === line.touch.id ? this.reach.consents : [];
    if (this.busy || channels.length === 0) return;
    this.busy = true;
    const { id, name } = line.touch.member;
    try {
      const changes = await withdraw(id, channels);
      counter.greetingBack(id);
      this.#reach = null;
      this.#note(t('no-more-done', { name, what: noMore(channels) }), {
        key: `consents ${id}`,
        undo: () => this.#allowAgain(id, name, changes),
      });
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.busy = false;
    }
    await this.load();
  }

  async #allowAgain(id: string, name: string, changes: readonly string[]) {
    if (this.busy) return;
    this.busy = true;
    try {
      const undone = await undoWithdrawal(changes);
      counter.greetingBack(id);
      this.hideToast();
      toasts.show('note', cameBack(name, undone));
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.#decided = this.#others(`consents ${id}`);
      this.#reach = null;
      this.busy = false;
    }
    await this.load();
  }

  async copyText(line: TouchLine) {
    const { subject, body } = line.message;
    const text = [subject, body].filter((part) => part !== '').join('\n\n');
    if (await copy(text)) toasts.good(t('today-copied-text', { name: line.touch.member.name }));
    else toasts.show('bad', t('today-copy-failed'));
  }

  async copyContact(line: TouchLine) {
    const contact = contactOf(line);
    if (!contact) return;
    if (await copy(contact)) toasts.good(t('today-copied', { text: contact }));
    else toasts.show('bad', t('today-copy-failed'));
  }
}

/** Sent by the app, now or later. */
function isByApp({ touch: { channel, message } }: TouchLine): boolean {
  if (message?.status === 'sending') return true;
  if (message?.status === 'unsure' || message?.status === 'failed') return false;
  return outbox.sendsBy(channel);
}

/** To be done by a person; what may have gone out is asked about elsewhere. */
function isByHand(line: TouchLine): boolean {
  return !isByApp(line) && line.touch.message?.status !== 'unsure';
}

/** Where a member is reached, or at least the phone. */
export function contactOf(line: TouchLine): string | null {
  return line.contact ?? line.phone_display;
}

function doneBy(decision: Decision, name: string): string {
  switch (decision.kind) {
    case 'done':
      return t('today-done', { name, outcome: outcomeName(decision.outcome) });
    case 'skipped':
      return t('today-skipped', { name });
    case 'snoozed':
      return t('today-snoozed', { name, date: weekdayShort(decision.until) });
  }
}

export const today = new Today();
