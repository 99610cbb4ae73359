import { app } from '$lib/app.svelte';
import { call, type FileWritten, type MonthReport, type ReportFormat } from '$lib/backend';
import { errorText } from '$lib/errors';
import { toasts } from '$lib/toasts.svelte';

/** How many top customers are shown, first and at each wish for more. */
const STEPS = [20, 100, 1_000] as const;
/** A spreadsheet gets everybody. */
const CSV_ROWS = 10_000;
/** Until then the month before is the one to be reviewed. */
const FIRST_DAYS = 7;

/** The months, and the review of one of them. */
export class Reports {
  months = $state.raw<readonly string[]>([]);
  month = $state('');
  limit = $state<number>(STEPS[0]);
  report = $state.raw<MonthReport | null>(null);
  failure = $state<string | null>(null);
  exporting = $state<ReportFormat | null>(null);
  written = $state.raw<FileWritten | null>(null);

  #asked = 0;

  /** Whether the month is still going on, so that its sums say little beside a whole month's. */
  readonly unfinished = $derived(this.month === app.state?.today.slice(0, 7));
  readonly hasMore = $derived(
    this.report !== null && this.report.top.length < Math.min(this.report.ranked, STEPS.at(-1)!),
  );
  readonly older = $derived(this.months[this.months.indexOf(this.month) + 1]);
  readonly newer = $derived(this.months[this.months.indexOf(this.month) - 1]);

  async load() {
    try {
      this.months = (await call('report_months', {})).months;
      await this.show(this.month || this.#monthToReview());
    } catch (thrown) {
      this.failure = errorText(thrown);
    }
  }

  async show(month: string | undefined) {
    if (!month) return;
    if (month !== this.month) {
      this.limit = STEPS[0];
      this.written = null;
    }
    this.month = month;
    await this.#read();
  }

  async showMore() {
    this.limit = STEPS.find((step) => step > this.limit) ?? this.limit;
    await this.#read();
  }

  /** Writes the review to a file and opens it: a PDF as shown, a CSV with everybody. */
  async export(format: ReportFormat) {
    if (this.exporting) return;
    this.exporting = format;
    this.written = null;
    try {
      const limit = format === 'csv' ? CSV_ROWS : this.limit;
      const request = { month: this.month, limit, format, open: true };
      this.written = await call('report_export', request);
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.exporting = null;
    }
  }

  /** The answer to the latest question counts, whichever comes first. */
  async #read() {
    const asked = ++this.#asked;
    try {
      const report = await call('report_month', { month: this.month, limit: this.limit });
      if (asked !== this.#asked) return;
      this.report = report;
      this.failure = null;
    } catch (thrown) {
      if (asked === this.#asked) this.failure = errorText(thrown);
    }
  }

  #monthToReview(): string | undefined {
    const [newest, before] = this.months;
    const dayOfMonth = Number(app.state?.today.slice(8) ?? FIRST_DAYS + 1);
    return dayOfMonth <= FIRST_DAYS && before ? before : newest;
  }
}
