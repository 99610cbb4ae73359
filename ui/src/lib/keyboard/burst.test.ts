import { describe, expect, it } from 'vitest';
import { BurstDetector, scannedDigits } from './burst';

function type(text: string, gapMs: number): string | null {
  const detector = new BurstDetector();
  let at = 0;
  for (const key of text) detector.press(key, (at += gapMs));
  return detector.press('Enter', at + gapMs);
}

describe('scanner detection', () => {
  it('takes a burst that ends with Enter', () => {
    expect(type('2904718263550', 8)).toBe('2904718263550');
    expect(type('2904718263550', 45)).toBe('2904718263550');
  });

  it('leaves typing alone', () => {
    expect(type('2904718263550', 120)).toBeNull();
    expect(type('2450', 8)).toBeNull();
    expect(type('Kovacs', 8)).toBeNull();
  });

  it('drops what was typed before the burst', () => {
    const detector = new BurstDetector();
    detector.press('7', 0);
    detector.press('5', 300);
    let at = 2_000;
    for (const key of '2904718263550') detector.press(key, (at += 10));
    expect(detector.press('Enter', at + 10)).toBe('2904718263550');
  });

  it('does not mind Shift between the characters', () => {
    const detector = new BurstDetector();
    let at = 0;
    for (const key of '290471') {
      detector.press('Shift', (at += 2));
      detector.press(key, (at += 2));
    }
    expect(detector.press('Enter', at + 2)).toBe('290471');
  });

  it('reads digits typed on other layouts', () => {
    expect(scannedDigits('29ö4718263550')).toBe('2904718263550');
    expect(scannedDigits('é)')).toBe('é)');
    expect(type('29ö471826355ö', 8)).toBe('2904718263550');
  });
});
