import { call, type Moments, type TodayGroup, type TodayInbox, type TouchLine } from '$lib/backend';
import { copy } from '$lib/clipboard';
import { errorText } from '$lib/errors';
import { i18n, t, weekdayShort } from '$lib/i18n/index.svelte';
import { schedule, type Decision } from '$lib/state/schedule.svelte';
import { outcomeName } from '$lib/moments';
import { toasts } from '$lib/toasts.svelte';
import { counter } from '$screens/counter/counter.svelte';
import { addDays, nextDays, type NextDay } from './days';

/** Lines that are drawn at first, and at each wish for more. */
const STEP = 60;

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

  /** What was decided here, the latest last. */
  #decided = $state.raw<readonly string[]>([]);
  #toast: number | null = null;
  #asked = 0;

  readonly lines = $derived(this.inbox?.groups.flatMap((group) => group.touches) ?? []);
  readonly people = $derived(new Set(this.lines.map(({ touch }) => touch.member.id)).size);
  readonly active = $derived(this.lines.find(({ touch }) => touch.id === this.activeId) ?? null);
  readonly hasMore = $derived(this.lines.length > this.shownLines);
  /** The groups, as far as they are drawn. */
  readonly groups = $derived.by(() => {
    let left = this.shownLines;
    const groups: TodayGroup[] = [];
    for (const group of this.inbox?.groups ?? []) {
      if (left <= 0) break;
      groups.push({ ...group, touches: group.touches.slice(0, left) });
      left -= group.touches.length;
    }
    return groups;
  });
  readonly mayUndo = $derived(this.#decided.length > 0);
  readonly noMoments = $derived(
    this.moments !== null && !this.moments.moments.some(({ moment }) => moment.enabled),
  );

  async load() {
    const asked = ++this.#asked;
    try {
      const from = addDays(i18n.today, 1);
      const [inbox, calendar, moments] = await Promise.all([
        call('today_inbox', {}),
        call('schedule_calendar', { from, to: addDays(from, 27) }),
        call('moments_list', {}),
        schedule.refresh(),
      ]);
      if (asked !== this.#asked) return;
      this.#accept(inbox);
      this.next = nextDays(calendar.days);
      this.moments = moments;
      this.failure = null;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = errorText(thrown);
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
      this.#decided = [...this.#decided.filter((other) => other !== id), id];
      this.#say(doneBy(decision, member.name), id);
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

  #say(text: string, id: string) {
    this.hideToast();
    this.#toast = toasts.good(text, {
      label: t('undo'),
      kbd: 'Ctrl Z',
      run: () => this.reopen(id),
    });
  }

  /** The message of the latest decision goes. */
  hideToast() {
    if (this.#toast !== null) toasts.dismiss(this.#toast);
    this.#toast = null;
  }

  /** Takes the latest decision back. */
  async undoLast() {
    const id = this.#decided.at(-1);
    if (id) await this.reopen(id);
  }

  async reopen(id: string) {
    if (this.busy) return;
    this.busy = true;
    try {
      const line = await schedule.reopen(id);
      this.#decided = this.#decided.filter((other) => other !== id);
      this.hideToast();
      toasts.show('note', t('today-reopened', { name: line.touch.member.name }));
      counter.greetingBack(line.touch.member.id);
      this.activeId = id;
    } catch (thrown) {
      this.#decided = this.#decided.filter((other) => other !== id);
      toasts.error(thrown);
    } finally {
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
