import type { Locator } from 'playwright-core';
import type { App } from '../app';
import { expectShown, expectText } from '../expect';

/** The counter, as an operator sees it. */
export class CounterPage {
  readonly scan: Locator;
  readonly hits: Locator;
  readonly memberName: Locator;
  readonly stamps: Locator;
  readonly amount: Locator;
  readonly note: Locator;
  readonly add: Locator;
  readonly grants: Locator;
  readonly redeem: Locator;
  readonly undo: Locator;
  readonly till: Locator;
  readonly problem: Locator;

  constructor(private readonly app: App) {
    this.scan = app.testid('scan-field');
    this.hits = app.testid('search-hit');
    this.memberName = app.testid('member-name');
    this.stamps = app.testid('stamp-count');
    this.amount = app.testid('visit-amount');
    this.note = app.testid('visit-note');
    this.add = app.testid('stamp-add');
    this.grants = app.testid('grant');
    this.redeem = app.testid('grant-redeem');
    this.undo = app.testid('undo');
    this.till = app.testid('till-entry');
    this.problem = app.testid('scan-problem');
  }

  /** Types into the scan field and takes the first hit. */
  async find(text: string) {
    await this.scan.fill(text);
    await expectShown(this.hits);
    await this.scan.press('Enter');
    await expectShown(this.memberName);
  }

  async expectStamps(count: number) {
    await expectText(this.stamps, String(count));
  }

  /**
   * A wedge scanner: keys 5 ms apart and Enter, into whatever has the focus. The
   * browser is told when each key fell, so that a busy machine scans as fast.
   */
  async scanCard(number: string) {
    const session = await this.app.page.context().newCDPSession(this.app.page);
    let timestamp = Date.now() / 1_000;
    const press = async (key: string, text: string) => {
      timestamp += 0.005;
      const windowsVirtualKeyCode = key === 'Enter' ? 13 : key.charCodeAt(0);
      const event = { key, windowsVirtualKeyCode, timestamp };
      await session.send('Input.dispatchKeyEvent', { type: 'keyDown', text, ...event });
      await session.send('Input.dispatchKeyEvent', { type: 'keyUp', ...event });
    };
    for (const key of number) await press(key, key);
    await press('Enter', '\r');
    await session.detach();
  }
}
