/** A colour as its sRGB parts, each 0 to 1. */
type Rgb = readonly [number, number, number];

/** The least contrast of text (WCAG 2.2, 1.4.3). */
export const TEXT_CONTRAST = 4.5;

const STEPS = 40;

export function parseHex(hex: string): Rgb | null {
  const match = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(hex);
  if (!match) return null;
  const part = (index: number) => parseInt(match[index]!, 16) / 255;
  return [part(1), part(2), part(3)];
}

/** WCAG contrast ratio of two `#rrggbb` colours, 1 to 21. */
export function contrast(first: string, second: string): number {
  const [dark, light] = [luminance(first), luminance(second)].sort((a, b) => a - b);
  return (light! + 0.05) / (dark! + 0.05);
}

/** Whichever of two inks reads better on a ground. */
export function readableInk(ground: string, light: string, dark: string): string {
  return contrast(ground, light) >= contrast(ground, dark) ? light : dark;
}

export type Direction = 'lighter' | 'darker';

/** `color`, made lighter or darker just as far as `enough` asks, in its own hue. */
export function shiftUntil(
  color: string,
  direction: Direction,
  enough: (candidate: string) => boolean,
): string {
  for (let step = 0; step < STEPS; step += 1) {
    const candidate = shift(color, direction, step / STEPS);
    if (enough(candidate)) return candidate;
  }
  return direction === 'lighter' ? '#ffffff' : '#000000';
}

/** `color`, moved until it stands out from `ground`. */
export function withContrast(
  color: string,
  ground: string,
  direction: Direction,
  least = TEXT_CONTRAST,
): string {
  return shiftUntil(color, direction, (candidate) => contrast(candidate, ground) >= least);
}

/** `share` of `second` in `first`. */
export function mix(first: string, second: string, share: number): string {
  const a = parseHex(first);
  const b = parseHex(second);
  if (!a || !b) return first;
  return toHex(a.map((part, index) => part + (b[index]! - part) * share) as unknown as Rgb);
}

/** A share of the way to white or black, in HSL: mixing with white would turn rust to pink. */
function shift(color: string, direction: Direction, share: number): string {
  const rgb = parseHex(color);
  if (!rgb) return color;
  const most = Math.max(...rgb);
  const least = Math.min(...rgb);
  const lightness = (most + least) / 2;
  const target = direction === 'lighter' ? 1 : 0;
  const wanted = lightness + (target - lightness) * share;
  const room = (level: number) => 1 - Math.abs(2 * level - 1);
  const scale = room(lightness) > 0 ? room(wanted) / room(lightness) : 0;
  return toHex(rgb.map((part) => wanted + (part - lightness) * scale) as unknown as Rgb);
}

function toHex(rgb: Rgb): string {
  const parts = rgb.map((part) =>
    Math.round(Math.min(1, Math.max(0, part)) * 255)
      .toString(16)
      .padStart(2, '0'),
  );
  return `#${parts.join('')}`;
}

function luminance(hex: string): number {
  const rgb = parseHex(hex);
  if (!rgb) return 0;
  const [r, g, b] = rgb.map((part) =>
    part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * r! + 0.7152 * g! + 0.0722 * b!;
}
