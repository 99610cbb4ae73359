import type { Locator } from 'playwright-core';
import type { App } from '../app';
import { expectText } from '../expect';

/** The month's review, as an owner sees it. */
export class ReportsPage {
  readonly month: Locator;
  readonly headline: Locator;
  readonly rows: Locator;
  readonly more: Locator;
  readonly print: Locator;
  readonly csv: Locator;
  readonly written: Locator;

  constructor(private readonly app: App) {
    this.month = app.testid('report-month');
    this.headline = app.testid('report-headline');
    this.rows = app.testid('report-row');
    this.more = app.testid('report-more');
    this.print = app.testid('report-print');
    this.csv = app.testid('report-csv');
    this.written = app.testid('document-written');
  }

  async open() {
    await this.app.testid('nav-reports').click();
    await expectText(this.headline, /\S/);
  }

  /** The cells of a row, spaces made plain. */
  async cells(rank: number): Promise<string[]> {
    const texts = await this.rows
      .nth(rank - 1)
      .locator('td:visible')
      .allInnerTexts();
    return texts.map((text) => text.replace(/[\u00a0\s]+/g, ' ').trim());
  }
}
