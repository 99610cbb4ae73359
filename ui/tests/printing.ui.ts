import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { App } from './app';
import { accessibilityProblems } from './axe';
import { pagesOf, textOf } from './documents';
import { expectCount, expectShown, expectText } from './expect';
import { CardsPage } from './pages/cards';

let app: App;
let cards: CardsPage;
afterEach(() => app.close());

async function withGuests(count: number, options: Parameters<typeof App.open>[0] = {}) {
  app = await App.open(options);
  cards = new CardsPage(app);
  for (let guest = 1; guest <= count; guest += 1) await app.enrol(`Guest ${guest}`);
  await cards.open();
}

async function importGuests(count: number) {
  const rows = Array.from({ length: count }, (_, index) => `Guest ${index + 1}`);
  const content_base64 = Buffer.from(['name', ...rows].join('\n')).toString('base64');
  const { source } = await app.command('import_open', { content_base64, file_name: 'guests.csv' });
  const { job_id } = await app.command('import_run', {
    request_id: crypto.randomUUID(),
    source_id: source!.source_id,
    kind: 'members',
    mapping: source!.preview.mapping,
    create_members: false,
    earn: false,
    dry_run: false,
  });
  const state = async () => (await app.command('job_status', { job_id })).state;
  await expect.poll(state, { timeout: 60_000 }).toBe('done');
}

it('new cards are printed once, front and back, and then there are none', async () => {
  await withGuests(12);
  await expectText(cards.rows.first(), /^Guest 1/);
  await expectText(cards.print, /^Print 12 cards/);
  await expectText(cards.page, '1 of 4');
  await expectText(app.testid('cards-advice'), /flip on long edge/);
  await cards.print.click();
  await expectText(cards.written, /Cards 2026-11-21\.pdf.*4 pages/);
  const pdf = (await app.opened()).at(-1)!;
  expect(pagesOf(pdf)).toBe(4);
  expect(textOf(pdf)).toContain('Guest 12');

  await expectText(cards.nothing, /No new cards/);
  expect(await cards.print.isDisabled()).toBe(true);
  await expectText(cards.runs.first(), /12 ?Guest \d+, Guest \d+, Guest \d+ and 9 more ?A4/);
});

it('an earlier run is opened and printed again', async () => {
  await withGuests(3);
  await cards.print.click();
  await expectShown(cards.written);
  await app.testid('cards-run-open').click();
  await expect.poll(async () => (await app.opened()).length).toBe(2);
  await app.testid('cards-run-again').click();
  await expectText(cards.print, /^Print 3 cards/);
  await cards.print.click();
  await expectCount(cards.runs, 2);
});

it('the sheet, the sides and the ink are chosen and kept', async () => {
  await withGuests(3);
  await app.testid('cards-sheet-cr80').click();
  await expectText(cards.page, '1 of 6');
  await app.testid('cards-sides-front').click();
  await app.testid('cards-ink-less').click();
  await expectText(cards.page, '1 of 3');
  await app.testid('cards-page-next').click();
  await app.page.keyboard.press('ArrowRight');
  await expectText(cards.page, '3 of 3');
  expect(await app.testid('cards-page-next').isDisabled()).toBe(true);
  await cards.print.click();
  await expectText(cards.written, /3 pages/);
  await app.page.reload();
  await cards.choose('all');
  await expectText(cards.page, '1 of 3');
  expect(await app.testid('cards-sheet-cr80').locator('input').isChecked()).toBe(true);
});

it('members are chosen by name and left out again', async () => {
  await withGuests(1);
  for (const name of ['Kiss Anna', 'Nagy Béla']) await app.enrol(name);
  await cards.choose('members');
  await expectText(cards.nothing, /Whose cards\?/);
  await cards.addMember('kiss');
  await cards.addMember('bela');
  await expectCount(cards.rows, 2);
  await expectText(cards.print, /^Print 2 cards/);
  await app.page.getByLabel('Leave out Kiss Anna').click();
  await expectText(cards.rows, /^Nagy Béla/);
  await expectText(cards.print, /^Print 1 card/);
});

it('a chosen member without a working card is not printed, and this is said', async () => {
  await withGuests(1);
  const { glance } = await app.enrol('Lost Card');
  await app.command('card_change', {
    request_id: crypto.randomUUID(),
    card_id: glance.cards[0]!.id,
    action: 'lost',
  });
  await cards.choose('members');
  await cards.addMember('Lost');
  await expectText(cards.nothing, /No working card among them/);
  await cards.addMember('Guest');
  await expectText(app.page.getByText('no working card'), '1 has no working card');
  await expectText(cards.print, /^Print 1 card/);
});

it('characters that no font has are named before they are printed', async () => {
  await withGuests(0);
  await app.enrol('Réka 🥐 Szabó');
  await app.page.reload();
  await expectText(cards.missing, /becomes a box: ?🥐/);
});

it('a run that is stopped leaves no file and no card counts as printed', async () => {
  app = await App.open();
  cards = new CardsPage(app);
  await importGuests(3_000);
  await cards.open();
  await cards.print.click();
  await expectShown(app.testid('job-progress'));
  await app.testid('job-progress').getByRole('button').click();
  await expectText(app.testid('toast'), /Stopped/);
  await expectCount(app.testid('job-progress'), 0);
  const documents = join(app.dataDir, 'documents');
  expect(existsSync(documents) ? readdirSync(documents) : []).toEqual([]);
  const fresh = await app.command('cards_list', { scope: { kind: 'new' }, offset: 0, limit: 1 });
  expect(fresh.total).toBe(3_000);
  expect((await app.command('print_runs', {})).runs).toEqual([]);
});

for (const dark of [false, true]) {
  it(`can be used by everybody in the ${dark ? 'dark' : 'light'}`, async () => {
    await withGuests(3, { dark });
    await expectText(cards.page, '1 of 2');
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await cards.print.click();
    await expectShown(cards.nothing);
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await cards.choose('members');
    await cards.add.fill('guest');
    await expectShown(app.testid('cards-add-hit'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}
