import { expect } from 'vitest';
import type { Locator } from 'playwright-core';

const PATIENCE = { timeout: 5_000, interval: 40 };

/** Waits until a text is there. What keeps a line together does not count. */
export async function expectText(locator: Locator, wanted: string | RegExp) {
  // Not `textContent()`, which would wait on its own for the element to come.
  const text = async () =>
    ((await locator.allTextContents())[0] ?? '')
      .replaceAll('\u2060', '')
      .replace(/[\u00a0\s]+/g, ' ')
      .trim();
  if (typeof wanted === 'string') await expect.poll(text, PATIENCE).toBe(wanted);
  else await expect.poll(text, PATIENCE).toMatch(wanted);
}

export async function expectCount(locator: Locator, wanted: number) {
  await expect.poll(() => locator.count(), PATIENCE).toBe(wanted);
}

export async function expectShown(locator: Locator) {
  await locator.first().waitFor({ state: 'visible', timeout: PATIENCE.timeout });
}

export async function expectFocus(locator: Locator) {
  await expect
    .poll(() => locator.evaluate((element) => element === document.activeElement), PATIENCE)
    .toBe(true);
}
