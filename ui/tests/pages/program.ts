import type { Locator } from 'playwright-core';
import type { App } from '../app';
import { expectShown } from '../expect';

/** The stamp card being edited, as an owner sees it. */
export class ProgramPage {
  readonly name: Locator;
  readonly required: Locator;
  readonly words: Locator;
  readonly save: Locator;
  readonly confirm: Locator;
  readonly versions: Locator;
  readonly state: Locator;

  constructor(private readonly app: App) {
    this.name = app.testid('program-name');
    this.required = app.testid('program-required');
    this.words = app.testid('program-words');
    this.save = app.testid('program-save');
    this.confirm = app.testid('program-save-confirm');
    this.versions = app.testid('program-version');
    this.state = app.testid('program-state');
  }

  async open() {
    await this.app.testid('nav-program').click();
    await expectShown(this.name);
  }
}
