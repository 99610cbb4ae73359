import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { Letters } from './letters';

let said: string[];
let letters: Letters;

beforeEach(() => {
  vi.useFakeTimers();
  said = [];
  letters = new Letters(
    (code) => code === 'KeyR' && said.push('redeem') > 0,
    (text) => said.push(text),
  );
});
afterEach(() => void vi.useRealTimers());

it('a letter alone is a key', () => {
  letters.press('r', 'KeyR');
  expect(said).toEqual([]);
  vi.advanceTimersByTime(Letters.ALONE_MS);
  expect(said).toEqual(['redeem']);
});

it('the beginning of a name redeems nothing', () => {
  letters.press('R', 'KeyR');
  vi.advanceTimersByTime(120);
  letters.press('i', 'KeyI');
  vi.advanceTimersByTime(1_000);
  expect(said).toEqual(['Ri']);
});

it('a letter that is no key begins a name', () => {
  letters.press('к', 'KeyK');
  vi.advanceTimersByTime(Letters.ALONE_MS);
  expect(said).toEqual(['к']);
});
