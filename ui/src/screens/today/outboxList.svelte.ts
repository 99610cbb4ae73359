import {
  call,
  followJob,
  type JobProgress,
  type MessageLine,
  type MessageQuery,
  type Resolution,
  type SendSummary,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { t } from '$lib/i18n/index.svelte';
import { outbox } from '$lib/state/outbox.svelte';
import { schedule } from '$lib/state/schedule.svelte';
import { toasts } from '$lib/toasts.svelte';
import { Decisions } from './decisions.svelte';
import { notedAs, resultOf } from './messages';
import { today } from './today.svelte';

export const FILTERS = ['all', 'undecided', 'waiting', 'sent', 'failed', 'cancelled'] as const;
export type Filter = (typeof FILTERS)[number];

/** Lines that are read at first, and at each wish for more. */
const PAGE = 60;
/** The server gives no more at once. */
const MOST = 1_000;

export function isFilter(text: string | undefined): text is Filter {
  return FILTERS.some((filter) => filter === text);
}

/** The outbox as it is listed. */
export class OutboxList {
  filter = $state<Filter>('all');
  lines = $state.raw<readonly MessageLine[] | null>(null);
  total = $state(0);
  failure = $state<string | null>(null);
  /** The line the keys act on. */
  activeId = $state<string | null>(null);
  /** The line whose text is shown. */
  openId = $state<string | null>(null);
  /** The line whose address is being corrected. */
  correctingId = $state<string | null>(null);
  busy = $state(false);
  /** How far a round of sending is that was asked for here. */
  progress = $state.raw<JobProgress | null>(null);
  /** What that round did, in words. */
  said = $state<string | null>(null);
  readonly decisions = new Decisions();

  /** Lists that are being read. */
  #reading = 0;
  #asked = 0;
  /** Today is shown instead. */
  #left = false;

  readonly active = $derived(
    this.lines?.find(({ message }) => message.id === this.activeId) ?? null,
  );

  /** Something is under way that ends with a new list. */
  get isAtWork(): boolean {
    return this.busy || this.progress !== null || this.#reading > 0;
  }

  /** Reads the list anew, as much of it as is shown. */
  async load() {
    const asked = ++this.#asked;
    this.#reading += 1;
    const shown = Math.min(Math.max(PAGE, this.lines?.length ?? 0), MOST);
    try {
      const [page] = await Promise.all([this.#page(0, shown), outbox.load(), schedule.refresh()]);
      if (asked !== this.#asked) return;
      this.lines = page.lines;
      this.total = page.total;
      this.failure = null;
      if (!this.active) this.activeId = page.lines[0]?.message.id ?? null;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = errorText(thrown);
    } finally {
      this.#reading -= 1;
    }
  }

  async show(filter: Filter) {
    this.filter = filter;
    this.lines = null;
    this.total = 0;
    this.activeId = null;
    this.openId = null;
    this.correctingId = null;
    await this.load();
  }

  async more() {
    const lines = this.lines ?? [];
    const asked = ++this.#asked;
    try {
      const page = await this.#page(lines.length, PAGE);
      if (asked !== this.#asked) return;
      const known = new Set(lines.map(({ message }) => message.id));
      this.lines = [...lines, ...page.lines.filter(({ message }) => !known.has(message.id))];
      this.total = page.total;
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  #page(offset: number, limit: number) {
    const { filter } = this;
    const query: MessageQuery = { undecided: filter === 'undecided', offset, limit };
    const status = filter === 'all' || filter === 'undecided' ? undefined : filter;
    return call('outbox_list', status ? { ...query, status } : query);
  }

  /** Goes a line down or up. */
  move(step: number) {
    const lines = this.lines ?? [];
    const at = lines.findIndex(({ message }) => message.id === this.activeId);
    const to = Math.max(0, Math.min(at + step, lines.length - 1));
    this.activeId = lines[to]?.message.id ?? null;
  }

  toggle(id: string) {
    this.openId = this.openId === id ? null : id;
  }

  async resolve({ message }: MessageLine, resolution: Resolution) {
    const { touch_id } = message;
    await this.#work(async () => {
      await outbox.resolve(message.id, resolution);
      this.correctingId = null;
      const text = notedAs(message, resolution);
      if (resolution === 'send_again' || !touch_id) this.decisions.say(text);
      else this.#note(text, touch_id);
    });
  }

  /** Takes a message that waits out of the queue. */
  async leaveOut({ message }: MessageLine) {
    const { touch_id } = message;
    if (!touch_id) return;
    await this.#work(async () => {
      await schedule.decide(touch_id, { kind: 'skipped' });
      this.#note(notedAs(message, 'leave_out'), touch_id);
    });
  }

  #note(text: string, touchId: string) {
    this.decisions.note(text, { key: touchId, undo: () => this.#reopen(touchId) });
  }

  #reopen(touchId: string) {
    return this.#work(async () => {
      this.decisions.forget(touchId);
      this.decisions.hideToast();
      const { touch } = await schedule.reopen(touchId);
      toasts.show('note', t('today-reopened', { name: touch.member.name }));
    });
  }

  pause(paused: boolean): Promise<void> {
    this.said = null;
    return this.#work(() => outbox.pause(paused));
  }

  /** Sends what is due, and says what came of it and what is left. */
  async sendNow() {
    if (this.progress) return;
    this.said = null;
    try {
      const { job_id } = await call('outbox_send_now', {});
      this.progress = { job_id, done: 0, total: 0, state: 'running' };
      const summary = await followJob<SendSummary>(job_id, (progress) => {
        this.progress = progress;
      });
      await this.load();
      this.said = summary ? resultOf(summary) : t('outbox-result-stopped');
    } catch (thrown) {
      toasts.error(thrown);
      await this.load();
    } finally {
      this.progress = null;
    }
  }

  /** Another screen is shown: what is still under way changes that one. */
  leave() {
    this.#left = true;
    this.decisions.hideToast();
  }

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
    await (this.#left ? today.load() : this.load());
  }
}
