import {
  contrast,
  mix,
  parseHex,
  readableInk,
  shiftUntil,
  TEXT_CONTRAST,
  withContrast,
  type Direction,
} from './color';

/** What the brand colour becomes on one of the two grounds. */
export interface BrandTokens {
  '--brand': string;
  '--brand-ink': string;
  '--brand-text': string;
  '--card-brand': string;
  '--card-ink': string;
  '--card-stamp': string;
}

export const DEFAULT_BRAND = '#a84a24';

/** Colours that look good on paper and on a printed card. */
export const BRAND_SWATCHES = [
  DEFAULT_BRAND,
  '#8c3b3b',
  '#b0305c',
  '#7a4a8c',
  '#4b4f9e',
  '#2b5f8a',
  '#1f6f74',
  '#2f6b45',
  '#6b6a2a',
  '#8a6418',
  '#5c4636',
  '#3a3a3a',
];

const SURFACE = { light: '#fffdf9', dark: '#221c18' };
const SOFT_SHARE = 0.14;
/** The face of a stamp. */
const STAMP = '#fffaf3';
const INK = { light: '#ffffff', dark: '#21150d' };

/** Every use of the brand colour, readable whatever colour the shop chose. */
export function brandTokens(color: string, theme: 'light' | 'dark'): BrandTokens {
  const brand = parseHex(color) ? color.toLowerCase() : DEFAULT_BRAND;
  const surface = SURFACE[theme];
  const text = textOn(brand, surface, theme === 'light' ? 'darker' : 'lighter');
  const fill = theme === 'light' ? fillOn(brand, surface) : text;
  return {
    '--brand': fill,
    '--brand-ink': readableInk(fill, INK.light, INK.dark),
    '--brand-text': text,
    '--card-brand': brand,
    // The card's gradient runs a little lighter and darker than the brand.
    '--card-ink': cardInk(brand),
    '--card-stamp': withContrast(brand, STAMP, 'darker'),
  };
}

/** Brand text also stands on its own soft ground (avatars, the active menu item). */
function textOn(brand: string, surface: string, direction: Direction): string {
  return shiftUntil(
    brand,
    direction,
    (text) => contrast(text, mix(surface, text, SOFT_SHARE)) >= TEXT_CONTRAST,
  );
}

/** A fill that stands out from the page (WCAG 1.4.11) and carries an ink. */
function fillOn(brand: string, surface: string): string {
  const visible = withContrast(brand, surface, 'darker', 3);
  const ink = readableInk(visible, INK.light, INK.dark);
  return withContrast(visible, ink, ink === INK.light ? 'darker' : 'lighter');
}

function cardInk(brand: string): string {
  const lit = mix(brand, '#ffffff', 0.16);
  return contrast(lit, INK.light) >= 3 ? INK.light : readableInk(lit, INK.light, INK.dark);
}
