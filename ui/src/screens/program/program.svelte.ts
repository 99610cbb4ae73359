import {
  asBackendError,
  call,
  Intent,
  type ProgramVersionView,
  type ProgramView,
  type StampRules,
} from '$lib/backend';
import { app } from '$lib/app.svelte';
import { errorText } from '$lib/errors';
import { amount, i18n, longDate, t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';
import { changesBetween } from './changes';
import { draftOf, rulesOf, type Draft, type FieldProblem } from './draft';

interface Sample {
  front: string;
  back: string;
}

/** The stamp card being edited. It outlives the screen: what was typed is kept. */
class Program {
  saved = $state.raw<ProgramView | null>(null);
  draft = $state<Draft | null>(null);
  /** The printed card with the rules of the draft. */
  sample = $state.raw<Sample | null>(null);
  saving = $state(false);
  failure = $state<string | null>(null);
  /** Why the sample card cannot be drawn, if it is no field's fault. */
  sampleFailure = $state<string | null>(null);

  /** Refusals of the backend, by field; of the last rules it was asked about. */
  #refused = $state.raw<Record<string, string>>({});
  #samples = 0;
  #intent = new Intent();

  /** What is edited: the newest version, even one that is only planned. */
  readonly base = $derived<ProgramVersionView | null>(this.saved?.versions[0] ?? null);
  readonly #read = $derived(
    this.draft ? rulesOf(this.draft, i18n.locale, i18n.money.digits) : null,
  );
  readonly rules = $derived<StampRules | null>(
    this.#read && 'rules' in this.#read ? this.#read.rules : null,
  );
  readonly errors = $derived<Record<string, string>>(
    this.#read && 'problems' in this.#read ? inWords(this.#read.problems) : this.#refused,
  );
  readonly changes = $derived(
    this.base && this.rules ? changesBetween(this.base.rules, this.rules) : [],
  );
  readonly dirty = $derived(
    this.draft !== null && (this.rules === null || this.changes.length > 0),
  );
  readonly canSave = $derived(
    this.changes.length > 0 && Object.keys(this.errors).length === 0 && !this.saving,
  );

  async load() {
    try {
      this.#accept(await call('program_get', {}), this.dirty);
      this.failure = null;
    } catch (thrown) {
      this.failure = errorText(thrown);
    }
  }

  /** Draws the sample card and learns what is wrong with the rules. */
  async check(rules: StampRules) {
    const asked = ++this.#samples;
    try {
      const [front, back] = await Promise.all([
        call('program_card_preview', { rules, side: 'front' }),
        call('program_card_preview', { rules, side: 'back' }),
      ]);
      if (asked !== this.#samples) return;
      this.sample = { front: front.pdf_base64, back: back.pdf_base64 };
      this.#refused = {};
      this.sampleFailure = null;
    } catch (thrown) {
      if (asked !== this.#samples) return;
      const { field } = asBackendError(thrown);
      this.#refused = field ? { [field]: errorText(thrown) } : {};
      this.sampleFailure = field ? null : errorText(thrown);
    }
  }

  /** Whether it was saved; if not, the reason stands at its field. */
  async save(effective_from: string): Promise<boolean> {
    const { rules } = this;
    if (!rules || this.saving) return false;
    this.saving = true;
    try {
      const { program } = await this.#intent.run((request_id) =>
        call('program_save', { request_id, rules, effective_from }),
      );
      this.#accept(program, false);
      toasts.good(
        effective_from === app.state?.today
          ? t('program-saved-today')
          : t('program-saved-from', { date: longDate(effective_from) }),
      );
      return true;
    } catch (thrown) {
      const { field } = asBackendError(thrown);
      if (field) this.#refused = { [field]: errorText(thrown) };
      else toasts.error(thrown);
      return false;
    } finally {
      this.saving = false;
    }
  }

  discard() {
    if (this.base) this.draft = draftOf(this.base.rules, amount);
    this.#refused = {};
  }

  #accept(program: ProgramView, keepDraft: boolean) {
    this.saved = program;
    if (!keepDraft) this.discard();
  }
}

function inWords(problems: Record<string, FieldProblem>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, problemText(problem)]),
  );
}

function problemText(problem: FieldProblem): string {
  if (problem === 'number') return t('program-bad-number');
  return problem === 'amount' ? t('program-bad-amount') : t('program-missing-amount');
}

export const program = new Program();
