import { FluentNumber, type FluentVariable } from '@fluent/bundle';
import { bundleOf, isLocale, type Locale } from './catalogues';
import * as formats from './formats';

export { isLocale, LOCALE_NAMES, LOCALES, type Locale } from './catalogues';

export type Values = Record<string, string | number>;

/**
 * The language on screen and the shop's formats. `t` and all formats are
 * reactive: a component that calls them follows a change of language.
 */
class I18n {
  locale = $state<Locale>('en');
  money = $state<formats.Money>({ currency: 'EUR', symbol: '€', digits: 2 });
  timeZone = $state('UTC');
  /** The shop's business date, for years that go without saying and "3 days ago". */
  today = $state('1970-01-01');

  setLocale(tag: string | null | undefined) {
    if (isLocale(tag)) this.locale = tag;
    document.documentElement.lang = this.locale;
  }
}

export const i18n = new I18n();

/** The message of a key, filled with values. Keys are always written out: a test reads them. */
export function t(key: string, values?: Values): string {
  const text = lookUp(i18n.locale, key, values) ?? lookUp('en', key, values);
  if (text === null) {
    if (import.meta.env.DEV) console.error(`No message for "${key}"`);
    return import.meta.env.DEV ? `⟦${key}⟧` : key;
  }
  return text;
}

/** For texts that the backend words. */
export const together = formats.keepTogether;
export const number = (value: number) => formats.formatNumber(i18n.locale, value);
export const signed = (value: number) => formats.formatSigned(i18n.locale, value);
export const percent = (share: number, decimals = 0) =>
  formats.formatPercent(i18n.locale, share, decimals);
export const money = (minor: number) => formats.formatMoney(i18n.locale, minor, i18n.money);
export const average = (minor: number) => formats.formatAverage(i18n.locale, minor, i18n.money);
export const amount = (minor: number) => formats.formatAmount(i18n.locale, minor, i18n.money);
export const day = (date: string) => formats.formatDay(i18n.locale, date, i18n.today);
/** Under a heading that tells the year. */
export const dayInYear = (date: string) => formats.formatDay(i18n.locale, date);
export const longDate = (date: string) => formats.formatLongDate(i18n.locale, date);
export const weekday = (date: string) => formats.formatWeekday(i18n.locale, date);
export const weekdayWithin = (date: string) => formats.formatWeekdayWithin(i18n.locale, date);
export const weekdayName = (date: string) => formats.formatWeekdayName(i18n.locale, date);
export const weekdayShort = (date: string) => formats.formatWeekdayShort(i18n.locale, date);
export const dayOfYear = (month: number, dayOfMonth: number) =>
  formats.formatDayOfYear(i18n.locale, month, dayOfMonth);
export const month = (yearMonth: string) => formats.formatMonth(i18n.locale, yearMonth);
export const monthName = (yearMonth: string) => formats.monthName(i18n.locale, yearMonth);
/** The months to choose from: "1" to "12" with their names. */
export const months = () =>
  Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: monthName(`2024-${String(index + 1).padStart(2, '0')}`),
  }));
export const since = (date: string) => formats.formatSince(i18n.locale, date);
export const time = (ms: number) => formats.formatTime(i18n.locale, ms, i18n.timeZone);
export const instant = (ms: number) => formats.formatInstant(i18n.locale, ms, i18n.timeZone);
/** The date at an instant, as dates are passed around: "2026-11-21". */
export const dateAt = (ms: number) => formats.dateAt(ms, i18n.timeZone);
export const relativeDay = (date: string) =>
  formats.formatRelativeDay(i18n.locale, date, i18n.today);
/** Calendar days from the shop's today to a date. */
export const daysUntil = (date: string) => formats.daysBetween(i18n.today, date);
export const compareText = (first: string, second: string) =>
  formats.compareText(i18n.locale, first, second);
/** "euro", "forint", in the language on screen. */
export const currencyName = (code: string) => formats.currencyName(i18n.locale, code);
/** "Hungary", in the language on screen. */
export const regionName = (code: string) => formats.regionName(i18n.locale, code);

function lookUp(locale: Locale, key: string, values?: Values): string | null {
  const bundle = bundleOf(locale);
  const [id, attribute] = key.split('.', 2) as [string, string | undefined];
  const message = bundle.getMessage(id);
  const pattern = attribute ? message?.attributes[attribute] : message?.value;
  if (!pattern) return null;
  return formats.keepTogether(bundle.formatPattern(pattern, values && withGrouping(values)));
}

/** Numbers in messages are grouped in every language, as in the PDFs. */
function withGrouping(values: Values): Record<string, FluentVariable> {
  const options = { useGrouping: 'always' } as unknown as Intl.NumberFormatOptions;
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      typeof value === 'number' ? new FluentNumber(value, options) : value,
    ]),
  );
}
