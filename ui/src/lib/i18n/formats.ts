/**
 * Numbers, money and dates as the shop's locale writes them, never the
 * machine's. The same rules as crates/i18n, so that the screen and the paper
 * agree.
 */
import type { Locale } from './catalogues';

const TAGS: Record<Locale, string> = { en: 'en-GB', ru: 'ru-RU', hu: 'hu-HU' };
const NO_BREAK_SPACE = '\u00a0';
const WORD_JOINER = '\u2060';
const DAY_MS = 86_400_000;

/** Prices in these are whole in daily life; decimals appear only when there are some. */
const WRITTEN_WHOLE = new Set('AMD CZK HUF KGS KZT NOK RSD RUB SEK TWD UAH UZS'.split(' '));

/** "2025 márciusa óta": the month of a Hungarian "since", by number. */
const HUNGARIAN_SINCE = 'ja ja a a a a a a e e e e'.split(' ');

export interface Money {
  currency: string;
  symbol: string;
  digits: number;
}

const NUMBER_AND_WORD = /(?<=\d) (?=[\p{L}%])|(?<=№) (?=\d)| (?=[—–·] )/gu;
/** "до 5 дек." */
const BEFORE_NUMBER = /(?<=(?<!\p{L})(?:до|по)) (?=\d)/giu;
/** "nov. 29." */
const HUNGARIAN_DATE =
  /(?<=(?<!\p{L})(?:jan|febr|márc|ápr|máj|jún|júl|aug|szept|okt|nov|dec)\.) (?=\d)/giu;
const PHONE = /\+\d{1,3}(?:[ -]\(?\d+\)?)+/g;

/**
 * A text whose lines end where a reader expects it: a number stays with the
 * word it counts ("30 days"), a dash begins no line, and "20:00–09:00" and a
 * phone number are one word each.
 */
export function keepTogether(text: string): string {
  return nestQuotes(text)
    .replace(NUMBER_AND_WORD, NO_BREAK_SPACE)
    .replace(BEFORE_NUMBER, NO_BREAK_SPACE)
    .replace(HUNGARIAN_DATE, NO_BREAK_SPACE)
    .replace(PHONE, (phone) => phone.replaceAll(' ', NO_BREAK_SPACE))
    .replace(/(?<=\d–)(?=\d)/g, WORD_JOINER);
}

/** A name in quotation marks that has some of its own: «Кофейня „Двор“», „Az »Udvar«”. */
function nestQuotes(text: string): string {
  return nested(nested(text, '«»', '„“'), '„”', '»«');
}

function nested(text: string, [open, close]: string, [innerOpen, innerClose]: string): string {
  let depth = 0;
  const result = Array.from(text, (sign) => {
    if (sign === open) return ++depth > 1 ? innerOpen : sign;
    if (sign === close) return depth-- > 1 ? innerClose : sign;
    return sign;
  });
  return depth === 0 ? result.join('') : text;
}

export function formatNumber(locale: Locale, value: number): string {
  const tag = locale === 'en' ? 'en-GB' : TAGS[locale];
  return new Intl.NumberFormat(tag, { useGrouping: 'always' })
    .format(value)
    .replace(/[\u202f ]/g, NO_BREAK_SPACE)
    .replace('−', '-');
}

export function formatSigned(locale: Locale, value: number): string {
  return value > 0 ? `+${formatNumber(locale, value)}` : formatNumber(locale, value);
}

/** A share of 1: 0.61 is "61%" (ru "61 %"). */
export function formatPercent(locale: Locale, share: number, decimals = 0): string {
  return new Intl.NumberFormat(TAGS[locale], {
    style: 'percent',
    maximumFractionDigits: decimals,
    useGrouping: 'always',
  })
    .format(share)
    .replace('−', '-');
}

/** "€1,234.50", "1 234,50 €", "2 450 Ft". */
export function formatMoney(locale: Locale, minor: number, money: Money): string {
  const amount = formatAmount(locale, Math.abs(minor), money);
  const minus = minor < 0 ? '-' : '';
  if (locale !== 'en') return `${minus}${amount}${NO_BREAK_SPACE}${money.symbol}`;
  const gap = /[\p{L}.]$/u.test(money.symbol) ? NO_BREAK_SPACE : '';
  return `${minus}${money.symbol}${gap}${amount}`;
}

/** An average as prices are written: without the forints' hundredths. */
export function formatAverage(locale: Locale, minor: number, money: Money): string {
  const step = WRITTEN_WHOLE.has(money.currency) ? 10 ** money.digits : 1;
  return formatMoney(locale, Math.round(minor / step) * step, money);
}

/** Money without the currency, as it would be typed into an amount field. */
export function formatAmount(locale: Locale, minor: number, money: Money): string {
  const unit = 10 ** money.digits;
  const whole = Math.trunc(Math.abs(minor) / unit);
  const part = Math.abs(minor) % unit;
  const text = `${minor < 0 ? '-' : ''}${formatNumber(locale, whole)}`;
  if (money.digits === 0 || (part === 0 && WRITTEN_WHOLE.has(money.currency))) return text;
  const sign = locale === 'en' ? '.' : ',';
  return `${text}${sign}${String(part).padStart(money.digits, '0')}`;
}

/** "2 Nov"; with the year when it is not `today`'s: "2 Nov 2025". */
export function formatDay(locale: Locale, date: string, today?: string): string {
  const sameYear = !today || date.slice(0, 4) === today.slice(0, 4);
  return dateText(locale, date, {
    day: 'numeric',
    month: 'short',
    ...(sameYear ? {} : { year: 'numeric' }),
  });
}

/** "21 November 2026". */
export function formatLongDate(locale: Locale, date: string): string {
  return dateText(locale, date, { day: 'numeric', month: 'long', year: 'numeric' });
}

/** "Saturday, 21 November". */
export function formatWeekday(locale: Locale, date: string): string {
  const text = dateText(locale, date, { weekday: 'long', day: 'numeric', month: 'long' });
  return capital(locale === 'en' ? text.replace(/^(\p{L}+)\s/u, '$1, ') : text);
}

/** The same within a sentence: "вторник, 24 ноября". */
export function formatWeekdayWithin(locale: Locale, date: string): string {
  const text = formatWeekday(locale, date);
  return locale === 'en' ? text : text.charAt(0).toLowerCase() + text.slice(1);
}

/** "Sat", "сб", "szo". */
export function formatWeekdayName(locale: Locale, date: string): string {
  return capital(dateText(locale, date, { weekday: 'short' }));
}

/** "Sat, 21 Nov". */
export function formatWeekdayShort(locale: Locale, date: string): string {
  return dateText(locale, date, { weekday: 'short', day: 'numeric', month: 'short' });
}

/** A day and a month without a year, for birthdays: "29 February". */
export function formatDayOfYear(locale: Locale, month: number, day: number): string {
  const date = `2024-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  return dateText(locale, date, { day: 'numeric', month: 'long' });
}

/** "October 2026", "Октябрь 2026", "2026. október", from `YYYY-MM` or a date. */
export function formatMonth(locale: Locale, month: string): string {
  const name = monthName(locale, month);
  const year = month.slice(0, 4);
  return locale === 'hu' ? `${year}. ${name}` : `${name} ${year}`;
}

export function monthName(locale: Locale, month: string): string {
  const name = dateText(locale, `${month.slice(0, 7)}-01`, { month: 'long' });
  return locale === 'ru' ? capital(name) : name;
}

/** As "since …" needs it: "March 2025", "марта 2025 г.", "2025 márciusa". */
export function formatSince(locale: Locale, date: string): string {
  const year = date.slice(0, 4);
  if (locale === 'en') return formatMonth(locale, date);
  if (locale === 'hu') {
    const ending = HUNGARIAN_SINCE[Number(date.slice(5, 7)) - 1] ?? '';
    return `${year} ${monthName(locale, date)}${ending}`;
  }
  const parts = dateParts(locale, date, { day: 'numeric', month: 'long' });
  return `${parts.find((part) => part.type === 'month')?.value} ${year} г.`;
}

/** "10:42" on the shop's clock. */
export function formatTime(locale: Locale, ms: number, timeZone: string): string {
  return new Intl.DateTimeFormat(TAGS[locale], {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone,
  }).format(ms);
}

/** "21 Nov 2026, 10:42" on the shop's clock. */
export function formatInstant(locale: Locale, ms: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat(TAGS[locale], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone,
  }).format(ms);
  return `${day}, ${formatTime(locale, ms, timeZone)}`;
}

/** The date at an instant on the shop's clock: "2026-11-21". */
export function dateAt(ms: number, timeZone: string): string {
  // Part by part: no language writes dates this way in every browser.
  const parts = new Intl.DateTimeFormat('en', {
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    calendar: 'gregory',
    timeZone,
  }).formatToParts(ms);
  const part = (wanted: string) => parts.find(({ type }) => type === wanted)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** "today", "yesterday", "3 days ago", "2 months ago", counted in calendar days. */
export function formatRelativeDay(locale: Locale, date: string, today: string): string {
  const days = daysBetween(today, date);
  const format = new Intl.RelativeTimeFormat(TAGS[locale], { numeric: 'auto' });
  if (Math.abs(days) < 45) return keepTogether(format.format(days, 'day'));
  if (Math.abs(days) < 548) return keepTogether(format.format(Math.round(days / 30.44), 'month'));
  return keepTogether(format.format(Math.round(days / 365.25), 'year'));
}

/** Calendar days from one date to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to) - Date.parse(from)) / DAY_MS);
}

export function currencyName(locale: Locale, code: string): string {
  return new Intl.DisplayNames(TAGS[locale], { type: 'currency' }).of(code) ?? code;
}

export function regionName(locale: Locale, code: string): string {
  return new Intl.DisplayNames(TAGS[locale], { type: 'region' }).of(code) ?? code;
}

export function compareText(locale: Locale, first: string, second: string): number {
  return new Intl.Collator(TAGS[locale], { sensitivity: 'base' }).compare(first, second);
}

function dateText(locale: Locale, date: string, options: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: 'UTC' })
    .format(Date.parse(date))
    .replace(/(?<=\d\.?) | (?=\d|г\.)/g, NO_BREAK_SPACE);
}

function dateParts(locale: Locale, date: string, options: Intl.DateTimeFormatOptions) {
  return new Intl.DateTimeFormat(TAGS[locale], { ...options, timeZone: 'UTC' }).formatToParts(
    Date.parse(date),
  );
}

function capital(text: string): string {
  return text.charAt(0).toLocaleUpperCase() + text.slice(1);
}
