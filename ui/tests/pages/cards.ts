import type { Locator } from 'playwright-core';
import type { App } from '../app';
import { expectShown } from '../expect';

/** Printing cards, as an owner does it. */
export class CardsPage {
  readonly print: Locator;
  readonly rows: Locator;
  readonly page: Locator;
  readonly written: Locator;
  readonly runs: Locator;
  readonly add: Locator;
  readonly nothing: Locator;
  readonly missing: Locator;

  constructor(private readonly app: App) {
    this.print = app.testid('cards-print');
    this.rows = app.testid('cards-row');
    this.page = app.testid('cards-page');
    this.written = app.testid('document-written');
    this.runs = app.testid('cards-run');
    this.add = app.testid('cards-add');
    this.nothing = app.testid('cards-nothing');
    this.missing = app.testid('missing-glyphs');
  }

  async open() {
    await this.app.testid('nav-cards').click();
    await expectShown(this.app.testid('cards-choice-new'));
  }

  choose(choice: 'new' | 'members' | 'all') {
    return this.app.testid(`cards-choice-${choice}`).click();
  }

  /** Searches for a member and takes the first hit. */
  async addMember(text: string) {
    await this.add.fill(text);
    await this.app.testid('cards-add-hit').first().click();
  }
}
