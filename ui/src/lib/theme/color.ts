/** A colour as its sRGB parts, each 0 to 1. */
type Rgb = readonly [number, number, number];

/** The least contrast of text (WCAG 2.2, 1.4.3). */
export const TEXT_CONTRAST = 4.5;

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

/** `color`, moved towards `towards` just as far as the contrast with `ground` asks. */
export function withContrast(
  color: string,
  ground: string,
  towards: string,
  least = TEXT_CONTRAST,
): string {
  for (let share = 0; share < 1; share += 0.04) {
    const candidate = mix(color, towards, share);
    if (contrast(candidate, ground) >= least) return candidate;
  }
  return towards;
}

/** `share` of `second` in `first`. */
export function mix(first: string, second: string, share: number): string {
  const a = parseHex(first);
  const b = parseHex(second);
  if (!a || !b) return first;
  return toHex(a.map((part, index) => part + (b[index]! - part) * share) as unknown as Rgb);
}

function toHex(rgb: Rgb): string {
  const parts = rgb.map((part) =>
    Math.round(part * 255)
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
