import { expect, it } from 'vitest';
import { initials } from './initials';

it('stands for names of all kinds', () => {
  expect(initials('Maria Ivanova')).toBe('MI');
  expect(initials('Ёлкина-Щербакова Мария')).toBe('ЁМ');
  expect(initials('dr. Kovács-Nagy Éva Mária')).toBe('DM');
  expect(initials('Cher')).toBe('C');
  expect(initials('👩‍🍳 Éva')).toBe('É');
  expect(initials('+36 30 555 0142')).toBe('•');
  expect(initials('')).toBe('•');
});
