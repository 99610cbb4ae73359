import { describe, expect, it } from 'vitest';
import { parseAmount } from './amount';

describe('an amount in the rules', () => {
  it.each([
    ['', 0],
    ['3', 300],
    ['3.5', 350],
    ['3,50', 350],
    ['1 250,00', 125_000],
    ['1\u00a0250', 125_000],
    ['1,234', 123_400],
    ['1.234,50', 123_450],
    ['1,234.50', 123_450],
    ['1.250.000', 125_000_000],
  ])('"%s" is read', (typed, minor) => {
    expect(parseAmount(typed, 'en', 2)).toBe(minor);
  });

  it('goes by the language where it could be two amounts', () => {
    expect(parseAmount('1.234', 'hu', 2)).toBe(123_400);
    expect(parseAmount('1.234', 'ru', 2)).toBeNull();
    expect(parseAmount('1,234', 'hu', 2)).toBeNull();
  });

  it.each([
    '-1',
    'NaN',
    '1e308',
    '12.34.56',
    '1.2345',
    '12,345,6',
    'free',
    '10000000000.01',
    '1 2',
  ])('"%s" is refused', (typed) => {
    expect(parseAmount(typed, 'en', 2)).toBeNull();
  });

  it('has no decimals where the currency has none', () => {
    expect(parseAmount('500', 'en', 0)).toBe(500);
    expect(parseAmount('500.5', 'en', 0)).toBeNull();
  });
});
