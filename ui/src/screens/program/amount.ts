import type { Locale } from '$lib/i18n/index.svelte';

/** The largest amount that is accepted, in minor units; as in the core. */
const MAX_MINOR = 1_000_000_000_000;

/** The mark that groups thousands where a language has one, for "1.234". */
const GROUPS: Record<Locale, string> = { en: ',', ru: '', hu: '.' };

/**
 * Reads an amount as a person of `locale` types it into minor units; null when
 * it is not one. What could mean two amounts is refused, by the rules of the
 * core (crates/core/src/amount.rs).
 */
export function parseAmount(typed: string, locale: Locale, digits: number): number | null {
  const text = typed.trim();
  if (text === '') return 0;
  const match = /^(\d{1,3}(?:[\s'’]\d{3})+|[\d.,]+)(?:([.,])(\d+))?$/u.exec(text);
  if (!match) return null;
  const compact = text.replace(/[\s'’]/gu, '');
  const spaced = compact !== text;
  const marks = [...compact.matchAll(/[.,]/g)].map(([mark]) => mark);
  const decimalMark = decimalMarkOf(compact, marks, spaced ? '' : GROUPS[locale]);
  if (decimalMark === null) return null;
  const [whole = '', part = '', ...rest] =
    decimalMark === '' ? [compact] : compact.split(decimalMark);
  if (rest.length > 0 || part.length > digits || !grouped(whole)) return null;
  const minor = Number(whole.replace(/[.,]/g, '') + part.padEnd(digits, '0'));
  return minor <= MAX_MINOR ? minor : null;
}

/** The mark before the decimals; empty when there are none, null when it cannot be told. */
function decimalMarkOf(text: string, marks: readonly string[], groups: string): string | null {
  const last = marks.at(-1);
  if (last === undefined) return '';
  if (new Set(marks).size > 1) return last;
  if (marks.length > 1) return '';
  const decimals = text.length - text.indexOf(last) - 1;
  if (decimals !== 3) return last;
  if (last === groups) return '';
  return groups === '' && last === '.' ? null : last;
}

/** Digits, in groups of three if in groups at all. */
function grouped(whole: string): boolean {
  return /^\d{1,15}$/.test(whole) || /^\d{1,3}([.,])\d{3}(\1\d{3})*$/.test(whole);
}
