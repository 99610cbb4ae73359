import { describe, expect, it } from 'vitest';
import { difference, growth, placesWon } from './comparison';
import { niceScale } from './scale';
import { shortName } from './shortName';

describe('what changed against the month before', () => {
  it('is a share of what was there', () => {
    expect(growth(108, 100)).toEqual({ direction: 'up', size: 0.08 });
    expect(growth(50, 200)).toEqual({ direction: 'down', size: 0.75 });
    expect(growth(1003, 1000)).toEqual({ direction: 'same', size: 0 });
  });

  it('is nothing where nothing was', () => {
    expect(growth(12, 0)).toBeNull();
    expect(difference(0.5, null)).toBeNull();
  });

  it('of two shares is points', () => {
    expect(difference(0.61, 0.63)).toEqual({ direction: 'down', size: 0.02 });
  });

  it('of a place is a climb when the number gets smaller', () => {
    const row = { rank: 2, rank_before: 5 } as Parameters<typeof placesWon>[0];
    expect(placesWon(row)).toEqual({ direction: 'up', size: 3 });
    expect(placesWon({ ...row, rank_before: null })).toBeNull();
  });
});

describe('the lines of a chart', () => {
  it('stand at round numbers and reach over the largest value', () => {
    expect(niceScale(0)).toEqual([0, 1]);
    expect(niceScale(1)).toEqual([0, 1]);
    expect(niceScale(7)).toEqual([0, 2, 4, 6, 8]);
    expect(niceScale(58)).toEqual([0, 20, 40, 60]);
    expect(niceScale(152_400)).toEqual([0, 50_000, 100_000, 150_000, 200_000]);
  });
});

describe('a name beside a bar', () => {
  it('keeps its first word and the initial of its last', () => {
    expect(shortName('Nagy Gergő')).toBe('Nagy G.');
    expect(shortName('Анна Мария Щербакова')).toBe('Анна Щ.');
    expect(shortName('Cher')).toBe('Cher');
    expect(shortName('+36 30 555 0142')).toBe('+36 30 555 0142');
  });
});
