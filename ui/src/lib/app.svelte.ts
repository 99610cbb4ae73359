import {
  asBackendError,
  call,
  type AppState,
  type BackendError,
  type Options,
  type ShopView,
} from '$lib/backend';
import { i18n, LOCALES } from '$lib/i18n/index.svelte';
import { DEFAULT_BRAND } from '$lib/theme/brand';
import { theme } from '$lib/theme/theme.svelte';

/** How the app stands: the shop, today, the way it can print. One for all screens. */
class AppStore {
  state = $state<AppState | null>(null);
  options = $state<Options | null>(null);
  /** Why the shop cannot be opened; every screen gives way to it. */
  fatal = $state<BackendError | null>(null);

  get shop(): ShopView {
    if (!this.state?.shop) throw new Error('no shop yet');
    return this.state.shop;
  }

  async load() {
    try {
      this.options ??= await call('options', {});
      this.accept(await call('app_state', {}));
      this.fatal = null;
    } catch (thrown) {
      if (!this.state) i18n.setLocale(guessedLocale());
      this.fatal = asBackendError(thrown);
    }
  }

  /** Reads the state anew: today, the clock, how many members. */
  async refresh() {
    this.accept(await call('app_state', {}));
  }

  accept(state: AppState) {
    this.state = state;
    i18n.today = state.today;
    if (state.shop) this.#follow(state.shop);
    else i18n.setLocale(state.preferred_locale ?? guessedLocale());
  }

  acceptShop(shop: ShopView) {
    if (this.state) this.state.shop = shop;
    this.#follow(shop);
  }

  #follow(shop: ShopView) {
    const { currency, currency_digits: digits } = shop;
    const option = this.options?.currencies.find(({ code }) => code === currency);
    i18n.setLocale(shop.locale);
    i18n.money = { currency, digits, symbol: option?.symbol ?? currency };
    i18n.timeZone = shop.time_zone;
    theme.brand = shop.brand_color || DEFAULT_BRAND;
  }
}

/** As long as no shop says otherwise: a language this PC seems to speak. */
function guessedLocale(): string {
  const tags = navigator.languages.map((tag) => tag.slice(0, 2).toLowerCase());
  return tags.find((tag) => LOCALES.some((locale) => locale === tag)) ?? 'en';
}

export const app = new AppStore();
