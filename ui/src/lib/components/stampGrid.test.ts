import { expect, it } from 'vitest';
import { stampColumns } from './stampGrid';

it('makes good grids of 1 to 30 slots', () => {
  const columns = (slots: number) => stampColumns(slots);
  expect([1, 5, 6, 7, 8, 10, 12].map(columns)).toEqual([1, 5, 6, 4, 4, 5, 6]);
  expect([16, 17, 20, 24, 30].map(columns)).toEqual([8, 6, 7, 8, 10]);
});
