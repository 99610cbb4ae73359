import type { Locator } from 'playwright-core';
import type { App } from '../app';
import { expectShown } from '../expect';

/** Today's list, as whoever opens the shop sees it. */
export class TodayPage {
  readonly about: Locator;
  readonly badge: Locator;
  readonly lines: Locator;
  readonly active: Locator;
  readonly empty: Locator;
  readonly off: Locator;
  readonly snooze: Locator;
  readonly days: Locator;
  readonly day: Locator;
  readonly greetings: Locator;
  readonly idle: Locator;

  constructor(private readonly app: App) {
    this.about = app.testid('today-about');
    this.badge = app.testid('today-badge').locator('[aria-hidden]');
    this.lines = app.testid('touch');
    this.active = app.page.locator('[data-testid="touch"][aria-current="true"]');
    this.empty = app.testid('today-empty');
    this.off = app.testid('today-off');
    this.snooze = app.testid('snooze');
    this.days = app.testid('weeks-day');
    this.day = app.testid('day');
    this.greetings = app.testid('greeting');
    this.idle = app.testid('idle-greet');
  }

  async open() {
    await this.app.testid('nav-today').click();
    await expectShown(this.about);
  }

  line(name: string): Locator {
    return this.lines.filter({ hasText: name });
  }
}
