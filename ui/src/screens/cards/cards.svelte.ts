import {
  asBackendError,
  call,
  followJob,
  Intent,
  type CardLayout,
  type CardScope,
  type FileWritten,
  type JobProgress,
  type PdfPreview,
  type PrintRunView,
} from '$lib/backend';
import { cardLayout, rememberCardLayout } from '$lib/cardLayout';
import { errorText } from '$lib/errors';
import { t } from '$lib/i18n/index.svelte';
import { cardSelection } from '$lib/state/cardSelection.svelte';
import { toasts } from '$lib/toasts.svelte';
import { CardRows } from './rows.svelte';

export type Choice = CardScope['kind'];

/** What is chosen for printing, how it will look, and the run under way. It outlives the screen. */
class Cards {
  choice = $state<Choice>('new');
  run = $state.raw<PrintRunView | null>(null);
  layout = $state.raw<CardLayout>(cardLayout());
  page = $state(0);
  preview = $state.raw<PdfPreview | null>(null);
  /** Cards in each choice; absent until counted. */
  counts = $state<{ new?: number; all?: number }>({});
  runs = $state.raw<readonly PrintRunView[]>([]);
  progress = $state.raw<JobProgress | null>(null);
  written = $state.raw<FileWritten | null>(null);
  failure = $state<string | null>(null);

  readonly rows = new CardRows();
  readonly scope = $derived.by((): CardScope => {
    if (this.choice === 'members') return { kind: 'members', ids: [...cardSelection.memberIds] };
    if (this.choice === 'run' && this.run) return { kind: 'run', id: this.run.id };
    return { kind: this.choice === 'all' ? 'all' : 'new' };
  });

  #intent = new Intent();
  #previews = 0;
  /** The selection when the screen was left: another one was handed over since. */
  #selectionLeft = cardSelection.memberIds;

  open() {
    const { memberIds } = cardSelection;
    if (memberIds.length > 0 && memberIds !== this.#selectionLeft) this.choose('members');
    return this.load();
  }

  leave() {
    this.#selectionLeft = cardSelection.memberIds;
  }

  /** Reads everything anew; called when the screen opens and after each run. */
  async load() {
    try {
      const [fresh, all, { runs }] = await Promise.all([
        call('cards_list', { scope: { kind: 'new' }, offset: 0, limit: 1 }),
        call('cards_list', { scope: { kind: 'all' }, offset: 0, limit: 1 }),
        call('print_runs', {}),
      ]);
      this.counts = { new: fresh.total, all: all.total };
      this.runs = runs;
      this.failure = null;
    } catch (thrown) {
      this.failure = errorText(thrown);
    }
  }

  choose(choice: Choice) {
    this.choice = choice;
    this.page = 0;
  }

  chooseRun(run: PrintRunView) {
    this.run = run;
    this.choose('run');
  }

  changeLayout(change: Partial<CardLayout>) {
    this.layout = { ...this.layout, ...change };
    this.page = 0;
    rememberCardLayout(this.layout);
  }

  /** Draws the page that shows; the answer to the latest question counts. */
  async draw() {
    const asked = ++this.#previews;
    try {
      const preview = await call('cards_preview', {
        scope: this.scope,
        layout: this.layout,
        page: this.page,
      });
      if (asked === this.#previews) this.preview = preview;
    } catch (thrown) {
      if (asked !== this.#previews) return;
      this.preview = null;
      if (asBackendError(thrown).code !== 'no_cards') toasts.error(thrown);
    }
  }

  async print() {
    if (this.progress || !this.preview) return;
    const { scope, layout } = this;
    this.written = null;
    try {
      const { job_id } = await this.#intent.run((request_id) =>
        call('cards_print', { request_id, scope, layout, open: true }),
      );
      this.written = await followJob<FileWritten>(job_id, (progress) => {
        this.progress = progress;
      });
      if (!this.written) toasts.show('note', t('cards-cancelled'));
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.progress = null;
      await Promise.all([this.load(), this.rows.show(this.scope), this.draw()]);
    }
  }
}

export const cards = new Cards();
