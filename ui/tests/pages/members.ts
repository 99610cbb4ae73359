import type { Locator } from 'playwright-core';
import type { App } from '../app';
import { expectShown } from '../expect';

/** The list of members and a member's profile, as an owner sees them. */
export class MembersPage {
  readonly rows: Locator;
  readonly total: Locator;
  readonly search: Locator;
  readonly list: Locator;
  readonly empty: Locator;
  readonly selection: Locator;
  readonly name: Locator;
  readonly stats: Locator;
  readonly stamps: Locator;
  readonly timeline: Locator;
  readonly toast: Locator;

  constructor(private readonly app: App) {
    this.rows = app.testid('member-row');
    this.total = app.testid('members-total');
    this.search = app.testid('members-search');
    this.list = app.testid('members-list');
    this.empty = app.testid('members-empty');
    this.selection = app.testid('selection-bar');
    this.name = app.testid('profile-name');
    this.stats = app.testid('profile-stats');
    this.stamps = app.testid('profile-stamps');
    this.timeline = app.testid('timeline-item');
    this.toast = app.testid('toast');
  }

  async open() {
    await this.app.testid('nav-members').click();
    await expectShown(this.total);
  }

  row(name: string): Locator {
    return this.rows.filter({ hasText: name });
  }

  /** Ticks a row's box. */
  async tick(name: string) {
    await this.row(name).locator('[data-check]').click();
  }

  async openProfile(memberId: string) {
    await this.app.page.goto(`${this.app.url}#/members/${memberId}`);
    await expectShown(this.name);
  }

  /** Names in the order of the list. */
  names(): Promise<string[]> {
    return this.rows.locator('b').allTextContents();
  }
}

/** Imports members from lines of CSV, as an earlier day's work. */
export async function importMembers(app: App, lines: readonly string[]) {
  const content = Buffer.from(lines.join('\n')).toString('base64');
  const { source } = await app.command('import_open', {
    content_base64: content,
    file_name: 'members.csv',
  });
  if (!source) throw new Error('no source');
  const { job_id } = await app.command('import_run', {
    request_id: crypto.randomUUID(),
    source_id: source.source_id,
    kind: 'members',
    mapping: source.preview.mapping,
    create_members: false,
    earn: false,
    dry_run: false,
  });
  for (;;) {
    const { state, error } = await app.command('job_status', { job_id });
    if (state === 'done') return;
    if (state !== 'running') throw new Error(`${state}: ${JSON.stringify(error)}`);
    await new Promise((resume) => setTimeout(resume, 50));
  }
}
