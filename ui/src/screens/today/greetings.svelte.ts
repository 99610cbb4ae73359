import {
  asBackendError,
  call,
  followJob,
  Intent,
  type FileWritten,
  type GreetingFormat,
  type GreetingsPreview,
  type JobProgress,
  type TouchLine,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';
import { counter } from '$screens/counter/counter.svelte';
import { today } from './today.svelte';

export const FORMATS: readonly GreetingFormat[] = ['postcard_a6', 'postcard_a4', 'letter_a4'];

const STORAGE_KEY = 'regulars.greeting-format';

/** A page, and as what it was drawn. */
interface Drawn extends GreetingsPreview {
  format: GreetingFormat;
}

/** Greetings of today's list that go by post: looked at, printed, done. It outlives the screen. */
class Greetings {
  /** Whose greetings are looked at; a dialog shows them. */
  chosen = $state.raw<readonly TouchLine[] | null>(null);
  format = $state<GreetingFormat>(usualFormat());
  page = $state(0);
  preview = $state.raw<Drawn | null>(null);
  /** Why there is nothing to look at. */
  failure = $state<string | null>(null);
  progress = $state.raw<JobProgress | null>(null);
  written = $state.raw<FileWritten | null>(null);
  marking = $state.raw<JobProgress | null>(null);
  /** What was marked as done last, until something else is done. */
  undoable = $state.raw<readonly TouchLine[]>([]);

  /** Touches that were printed since the app started. */
  #printed = $state.raw<ReadonlySet<string>>(new Set());
  #intent = new Intent();
  #previews = 0;
  #toast: number | null = null;

  readonly byPost = $derived(today.lines.filter(({ touch }) => touch.channel === 'post'));
  /** Printed, and not marked as done yet. */
  readonly printed = $derived(this.byPost.filter(({ touch }) => this.#printed.has(touch.id)));
  readonly pages = $derived(this.preview?.page.pages ?? 0);
  readonly mayPrint = $derived(
    this.preview?.format === this.format && this.progress === null && this.marking === null,
  );

  readonly #ids = $derived(this.chosen?.map(({ touch }) => touch.id) ?? []);

  open() {
    this.page = 0;
    this.preview = null;
    this.failure = null;
    if (!this.progress) this.written = null;
    this.chosen = this.byPost;
  }

  close() {
    this.chosen = null;
  }

  choose(format: GreetingFormat) {
    this.format = format;
    this.page = 0;
    localStorage.setItem(STORAGE_KEY, format);
  }

  turn(by: number) {
    this.page = Math.max(0, Math.min(this.page + by, this.pages - 1));
  }

  /** Draws the page that shows; the answer to the latest question counts. */
  async draw() {
    const asked = ++this.#previews;
    const { format, page } = this;
    const touch_ids = this.#ids;
    if (touch_ids.length === 0) return;
    try {
      const preview = await call('greetings_preview', { touch_ids, format, page });
      if (asked !== this.#previews) return;
      this.preview = { ...preview, format };
      this.failure = null;
    } catch (thrown) {
      if (asked !== this.#previews) return;
      this.preview = null;
      this.failure = errorText(thrown);
    }
  }

  async print() {
    const { format, preview } = this;
    if (!this.mayPrint || !preview) return;
    const touch_ids = this.#ids;
    const leftOut = new Set(preview.too_long.map(({ touch_id }) => touch_id));
    this.written = null;
    try {
      const { job_id } = await this.#intent.run((request_id) =>
        call('greetings_print', { request_id, touch_ids, format, open: true }),
      );
      this.written = await followJob<FileWritten>(job_id, (progress) => {
        this.progress = progress;
      });
      if (this.written) {
        const printed = touch_ids.filter((id) => !leftOut.has(id));
        this.#printed = new Set([...this.#printed, ...printed]);
      } else {
        toasts.show('note', t('greetings-cancelled'));
      }
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.progress = null;
    }
  }

  /** Notes that what was printed is on its way: it leaves the list and the badge. */
  async markPrinted() {
    if (this.marking) return;
    const done = await this.#each(this.printed, async ({ touch }) => {
      await call('touch_done', { request_id: crypto.randomUUID(), touch_id: touch.id });
      counter.greetingGone(touch.id);
    });
    if (done.length > 0) {
      this.close();
      this.written = null;
      this.undoable = done;
      this.#hideToast();
      this.#toast = toasts.good(t('greetings-done', { count: done.length }), {
        label: t('undo'),
        kbd: 'Ctrl Z',
        run: () => this.reopen(done),
      });
    }
    await today.load();
  }

  async reopen(lines: readonly TouchLine[] = this.undoable) {
    if (this.marking) return;
    this.undoable = [];
    this.#hideToast();
    const back = await this.#each(lines, async ({ touch }) => {
      await call('touch_reopen', { request_id: crypto.randomUUID(), touch_id: touch.id });
      counter.greetingBack(touch.member.id);
    });
    if (back.length > 0) toasts.show('note', t('greetings-reopened', { count: back.length }));
    await today.load();
  }

  /**
   * Does something to each line and returns those it was done to. One that is refused (decided
   * elsewhere meanwhile) does not hold up the others.
   */
  async #each(lines: readonly TouchLine[], work: (line: TouchLine) => Promise<void>) {
    const done: TouchLine[] = [];
    let refusal: unknown = null;
    const total = lines.length;
    try {
      for (const [index, line] of lines.entries()) {
        this.marking = { job_id: 0, state: 'running', done: index, total };
        try {
          await work(line);
          done.push(line);
        } catch (thrown) {
          refusal ??= thrown;
          if (asBackendError(thrown).isTransport) break;
        }
      }
    } finally {
      this.marking = null;
    }
    if (refusal !== null) toasts.error(refusal);
    return done;
  }

  #hideToast() {
    if (this.#toast !== null) toasts.dismiss(this.#toast);
    this.#toast = null;
  }
}

/** How this PC prints greetings: what was chosen last. */
function usualFormat(): GreetingFormat {
  const kept = localStorage.getItem(STORAGE_KEY);
  return FORMATS.find((format) => format === kept) ?? 'postcard_a6';
}

export const greetings = new Greetings();
