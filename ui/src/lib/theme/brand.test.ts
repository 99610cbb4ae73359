import { describe, expect, it } from 'vitest';
import { BRAND_SWATCHES, brandTokens } from './brand';
import { contrast, mix } from './color';

const hostile = ['#ffffff', '#000000', '#ffff00', '#00ff00', '#808080', '#fff7d6', '#010101'];

describe('brand tokens', () => {
  for (const color of [...BRAND_SWATCHES, ...hostile]) {
    for (const theme of ['light', 'dark'] as const) {
      it(`are readable for ${color} in ${theme}`, () => {
        const tokens = brandTokens(color, theme);
        const surface = theme === 'light' ? '#fffdf9' : '#221c18';
        const soft = mix(surface, tokens['--brand'], 0.1);
        expect(contrast(tokens['--brand'], tokens['--brand-ink'])).toBeGreaterThanOrEqual(4.5);
        expect(contrast(tokens['--brand'], surface)).toBeGreaterThanOrEqual(3);
        expect(contrast(tokens['--brand-text'], surface)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(tokens['--brand-text'], soft)).toBeGreaterThanOrEqual(4.4);
        expect(contrast(tokens['--card-brand'], tokens['--card-ink'])).toBeGreaterThanOrEqual(3);
      });
    }
  }

  it('fall back when the colour is not a colour', () => {
    expect(brandTokens('red; } body { display: none', 'light')['--card-brand']).toBe('#a84a24');
  });
});
