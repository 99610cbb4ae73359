import { app } from '$lib/app.svelte';
import {
  asBackendError,
  call,
  Intent,
  type MemberHit,
  type MomentDraft,
  type MomentLine,
  type MomentPreview,
  type Outlook,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { amount, i18n, isLocale, t, type Locale } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';
import { codeFor, draftOf, formOf, type FieldProblem, type MomentForm } from './draft';
import { moments } from './moments.svelte';
import { fieldName } from './words';

/** One moment being changed or made. Nothing counts until it is saved. */
export class Editor {
  form = $state<MomentForm>(undefined!);
  /** As saved; absent for a new one. */
  line = $state.raw<MomentLine | null>(null);
  /** The language whose texts are written and shown. */
  locale = $state<Locale>('en');
  /** For whom the message is shown; absent lets the backend choose. */
  member = $state.raw<{ id: string; name: string } | null>(null);
  outlook = $state.raw<Outlook | null>(null);
  preview = $state.raw<MomentPreview | null>(null);
  saving = $state(false);
  /** The text is being written: its message belongs in sight. */
  writing = $state(false);
  /** Why nothing can be foreseen, if it is no field's fault. */
  failure = $state<string | null>(null);

  #saved = $state('');
  /** What looking ahead found wrong. */
  #refused = $state.raw<Record<string, string>>({});
  /** What saving found wrong, as long as nothing is changed. */
  #notSaved = $state.raw<{ form: string; errors: Record<string, string> } | null>(null);
  /** What was looked at last. */
  #seen = $state.raw<MomentDraft | null>(null);
  #asked = 0;
  #intent = new Intent();

  readonly #typed = $derived(JSON.stringify(this.form));
  readonly #read = $derived(draftOf(this.form, i18n.locale, i18n.money.digits));
  readonly draft = $derived<MomentDraft | null>(
    'draft' in this.#read ? this.#named(this.#read.draft) : null,
  );
  readonly errors = $derived<Record<string, string>>(
    'problems' in this.#read
      ? inWords(this.#read.problems)
      : {
          ...this.#refused,
          ...(this.#notSaved?.form === this.#typed ? this.#notSaved.errors : {}),
        },
  );
  /** What is foreseen belongs to a draft of before. */
  readonly stale = $derived(this.draft !== this.#seen);
  /** Whether a text has an error, so that no message can be shown. */
  readonly unreadable = $derived(
    Object.keys(this.errors).some((field) => field.startsWith('templates.')),
  );
  /** What keeps anything from being foreseen, by field. */
  readonly missing = $derived(
    Object.entries(this.errors).filter(
      ([field]) => !field.startsWith('templates.') && field !== 'name' && field !== 'code',
    ),
  );
  readonly dirty = $derived(this.#typed !== this.#saved);

  constructor(draft: MomentDraft, line: MomentLine | null) {
    this.locale = isLocale(app.shop.locale) ? app.shop.locale : 'en';
    this.#accept(draft, line);
  }

  get isNew(): boolean {
    return this.line === null;
  }

  discard() {
    this.form = JSON.parse(this.#saved) as MomentForm;
    this.#refused = {};
  }

  choose(hit: MemberHit) {
    this.member = { id: hit.id, name: hit.name || hit.phone_display || t('member-nameless') };
  }

  /** What the draft would do, and what its message would say; refusals go to their fields. */
  async look(draft: MomentDraft, locale: Locale, member_id: string | undefined) {
    const asked = ++this.#asked;
    const moment_id = this.line?.moment.id;
    // A name is needed only to save.
    const named = { ...draft, name: draft.name || '—' };
    const [outlook, preview] = await Promise.allSettled([
      call('moment_outlook', { moment_id, draft: named }),
      call('moment_preview', { draft: named, locale, member_id }),
    ]);
    if (asked !== this.#asked) return;
    const refused: Record<string, string> = {};
    this.failure = null;
    for (const result of [outlook, preview]) {
      if (result.status === 'fulfilled') continue;
      const { field } = asBackendError(result.reason);
      if (field) refused[this.#placeOf(field)] = inUiWords(result.reason);
      else this.failure = errorText(result.reason);
    }
    this.#refused = refused;
    this.#seen = draft;
    // What cannot be foreseen has no message either, and nothing of before stays.
    this.outlook = outlook.status === 'fulfilled' ? outlook.value : null;
    const shown = this.outlook !== null && preview.status === 'fulfilled';
    this.preview = shown ? preview.value : null;
  }

  /** The moment as saved; null when something has to be put right first. */
  async save(): Promise<MomentLine | null> {
    const { draft } = this;
    if (!draft || this.saving) return null;
    this.saving = true;
    try {
      const moment_id = this.line?.moment.id;
      const line = await this.#intent.run((request_id) =>
        call('moment_save', { request_id, moment_id, draft }),
      );
      moments.acceptLine(line);
      const { code, name, rules } = line.moment;
      this.#accept({ code, name, rules }, line);
      return line;
    } catch (thrown) {
      const { field } = asBackendError(thrown);
      if (field) {
        const errors = { [this.#placeOf(field)]: inUiWords(thrown) };
        this.#notSaved = { form: this.#typed, errors };
      } else toasts.error(thrown);
      return null;
    } finally {
      this.saving = false;
    }
  }

  #accept(draft: MomentDraft, line: MomentLine | null) {
    this.form = formOf(draft, amount, app.state?.today ?? i18n.today);
    this.#saved = JSON.stringify(this.form);
    this.line = line;
    this.#refused = {};
    this.#notSaved = null;
  }

  #named(draft: MomentDraft): MomentDraft {
    if (draft.code !== '') return draft;
    return {
      ...draft,
      code: codeFor(
        draft.name,
        moments.lines.map(({ moment }) => moment.code),
      ),
    };
  }

  /** A text that is refused as such stands in the language in sight. */
  #placeOf(field: string): string {
    if (field === 'subject' || field === 'body') return `templates.${this.locale}.${field}`;
    if (field === 'min_visits' && this.form.kind === 'rhythm' && this.form.visitsFrom === '') {
      return 'rhythm_visits';
    }
    return field;
  }
}

/** A refusal; a field that does not exist is told with the names that are on the buttons. */
function inUiWords(thrown: unknown): string {
  const { code, details } = asBackendError(thrown);
  if (code !== 'template_field') return errorText(thrown);
  const fields = moments.fields.map((field) => `{${field}} ${fieldName(field)}`).join(', ');
  return t('moment-field-unknown', { value: String(details.value), fields });
}

function inWords(problems: Record<string, FieldProblem>): Record<string, string> {
  const texts: Record<FieldProblem, string> = {
    number: t('program-bad-number'),
    amount: t('program-bad-amount'),
    date: t('moment-bad-date'),
  };
  return Object.fromEntries(
    Object.entries(problems).map(([field, problem]) => [field, texts[problem]]),
  );
}
