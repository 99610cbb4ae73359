import { app } from '$lib/app.svelte';
import {
  asBackendError,
  call,
  followJob,
  Intent,
  type AppState,
  type JobProgress,
  type Preset,
  type ShopKind,
} from '$lib/backend';
import { i18n, isLocale, type Locale } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';
import { errorText } from '$lib/errors';

export const STEPS = ['shop', 'place', 'card'] as const;

/** What a language's shops usually charge in, until the owner says otherwise. */
const USUAL_CURRENCY: Record<Locale, string> = { en: 'EUR', ru: 'RUB', hu: 'HUF' };

const NOT_YET_STARTED: JobProgress = { job_id: 0, state: 'running', done: 0, total: 0 };

/** The answers of the welcome wizard. */
export class Wizard {
  step = $state(0);
  name = $state('');
  kind = $state<ShopKind>('cafe');
  currency = $state(USUAL_CURRENCY[i18n.locale]);
  timeZone = $state(app.options?.local_time_zone ?? 'Europe/Budapest');
  presets = $state.raw<Preset[]>([]);
  presetKey = $state<string | null>(null);
  error = $state<{ field: string; message: string } | null>(null);
  progress = $state.raw<JobProgress | null>(null);
  busy = $state(false);

  #create = new Intent();
  #currencyChosen = false;

  get chosen(): Preset | undefined {
    return this.presets.find(({ key }) => key === this.presetKey) ?? this.ofKind[0];
  }

  get ofKind(): Preset[] {
    return this.presets.filter(({ kind }) => kind === this.kind);
  }

  get nameMissing(): boolean {
    return this.name.trim() === '';
  }

  chooseLocale(locale: Locale) {
    i18n.setLocale(locale);
    if (!this.#currencyChosen) this.currency = USUAL_CURRENCY[locale];
    void this.loadPresets();
  }

  chooseCurrency(currency: string) {
    this.currency = currency;
    this.#currencyChosen = true;
    void this.loadPresets();
  }

  chooseKind(kind: ShopKind) {
    this.kind = kind;
    this.presetKey = null;
  }

  async loadPresets() {
    try {
      const request = { locale: i18n.locale, currency: this.currency };
      this.presets = await call('presets', request);
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  next() {
    this.error = null;
    this.step = Math.min(this.step + 1, STEPS.length - 1);
  }

  back() {
    this.error = null;
    this.step = Math.max(this.step - 1, 0);
  }

  async finish() {
    const rules = this.chosen?.rules;
    if (!rules) return;
    await this.#work(async () => {
      await this.#create.run((request_id) =>
        call('shop_create', {
          request_id,
          shop: {
            name: this.name,
            kind: this.kind,
            locale: i18n.locale,
            currency: this.currency,
            time_zone: this.timeZone,
            phone_region: null,
          },
          rules,
        }),
      );
      await app.load();
    });
  }

  async demo() {
    const { locale } = i18n;
    this.progress = NOT_YET_STARTED;
    await this.#work(async () => {
      try {
        const { job_id } = await call('shop_create_demo', { locale, kind: this.kind });
        await followJob<AppState>(job_id, (progress) => (this.progress = progress));
      } finally {
        // Whatever ended it: what was made until then is a shop.
        await app.load();
        if (!app.state?.shop) i18n.setLocale(locale);
      }
    });
    this.progress = null;
  }

  async #work(work: () => Promise<void>) {
    this.busy = true;
    this.error = null;
    try {
      await work();
    } catch (thrown) {
      this.#refused(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** Goes to where the wrong answer was given. */
  #refused(thrown: unknown) {
    const { field } = asBackendError(thrown);
    const step = field === 'name' ? 0 : field === 'currency' || field === 'time_zone' ? 1 : null;
    if (field && step !== null) {
      this.step = step;
      this.error = { field, message: errorText(thrown) };
    } else {
      toasts.error(thrown);
    }
  }

  /** Follows what the app wished for at start. */
  static start(): Wizard {
    const wished = app.state?.preferred_locale;
    if (isLocale(wished)) i18n.setLocale(wished);
    const wizard = new Wizard();
    void wizard.loadPresets();
    // `regulars --demo` opens the page so.
    if (new URLSearchParams(window.location.search).has('demo')) void wizard.demo();
    return wizard;
  }
}
