import type { Locator } from 'playwright-core';
import type { App } from '../app';
import { expectShown } from '../expect';

/** The moments and the one being edited, as an owner sees them. */
export class MomentsPage {
  readonly rows: Locator;
  readonly name: Locator;
  readonly save: Locator;
  readonly state: Locator;
  readonly words: Locator;
  readonly last30: Locator;
  readonly next30: Locator;
  readonly body: Locator;
  readonly message: Locator;

  constructor(private readonly app: App) {
    this.rows = app.testid('moment');
    this.name = app.testid('moment-name');
    this.save = app.testid('moment-save');
    this.state = app.testid('moment-state');
    this.words = app.testid('moment-words');
    this.last30 = app.testid('moment-last-30');
    this.next30 = app.testid('moment-next-30');
    this.body = app.testid('moment-body');
    this.message = app.testid('preview-message');
  }

  async open() {
    await this.app.testid('nav-moments').click();
    await expectShown(this.rows);
  }

  row(code: string): Locator {
    return this.app.page.locator(`[data-testid="moment"][data-code="${code}"]`);
  }

  async edit(code: string) {
    await this.row(code).getByTestId('moment-open').click();
    await expectShown(this.words);
  }

  async codes(): Promise<(string | null)[]> {
    return this.rows.evaluateAll((rows) => rows.map((row) => row.getAttribute('data-code')));
  }
}
