import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import { App, DAY_MS } from './app';
import { accessibilityProblems } from './axe';
import { pagesOf, textOf } from './documents';
import { expectCount, expectShown, expectText } from './expect';
import { ReportsPage } from './pages/reports';

const NOVEMBER = '2026-11';
/** From 21 November to 2 December: November is the month to be reviewed. */
const UNTIL_DECEMBER_MS = 11 * DAY_MS;

let app: App;
let reports: ReportsPage;
afterEach(() => app.close());

/** Three guests in November: Mária spent 30.00 in 3 visits, Gergő 20.50, Júlia 9.00. */
async function afterNovember(options: Parameters<typeof App.open>[0] = {}) {
  app = await App.open(options);
  reports = new ReportsPage(app);
  const visits: [string, string[]][] = [
    ['Nagy Gergő', ['20,50']],
    ['Kovács Mária', ['10', '12,50', '7,50']],
    ['Tóth Júlia', ['4', '5']],
  ];
  for (const [name, amounts] of visits) {
    const { glance } = await app.enrol(name);
    for (const amount of amounts) await app.stamp(glance.member.id, 1, amount);
  }
  await app.pass(UNTIL_DECEMBER_MS);
  await app.page.reload();
  await reports.open();
}

it('the figures are those of the backend', async () => {
  await afterNovember();
  expect(await reports.month.inputValue()).toBe(NOVEMBER);
  await expectText(app.testid('report-visits'), '6');
  await expectText(app.testid('report-spend'), '€59.50');
  await expectText(app.testid('report-again'), '67%');
  await expectText(app.testid('report-new'), '3');
  await expectText(app.testid('report-stamps'), '6');
  await expectText(reports.headline, /^3 new regulars\. All of your 3 best/);
  const report = await app.command('report_month', { month: NOVEMBER, limit: 20 });
  expect(report.totals).toMatchObject({ visits: 6, spend_minor: 5_950, members_again: 2 });
  await expectCount(reports.rows, report.top.length);
});

it('customers are ranked by what they spent, and open their profiles', async () => {
  await afterNovember({ width: 1920, height: 1080 });
  expect((await reports.cells(1)).slice(0, 6)).toEqual([
    '1',
    'Kovács Mária',
    '3',
    '€30.00',
    '€10.00',
    '',
  ]);
  expect((await reports.cells(2))[1]).toBe('Nagy Gergő');
  const [best] = (await app.command('report_month', { month: NOVEMBER, limit: 1 })).top;
  await reports.rows.first().getByRole('link').click();
  await expect.poll(() => app.page.url()).toContain(`#/members/${best?.member_id}`);
});

it('the PDF and the CSV say the same as the screen', async () => {
  await afterNovember();
  await reports.print.click();
  await expectText(app.testid('document-name'), /November 2026\.pdf$/);
  const pdf = (await app.opened()).at(-1)!;
  expect(pagesOf(pdf)).toBe(1);
  const text = textOf(pdf);
  for (const part of ['November 2026', 'Kovács Mária', '€59.50', '€20.50']) {
    expect(text).toContain(part);
  }

  await reports.csv.click();
  await expectText(app.testid('document-name'), /November 2026\.csv$/);
  const csv = readFileSync((await app.opened()).at(-1)!, 'utf8');
  expect(csv.trim().split('\n')).toHaveLength(4);
  expect(csv).toMatch(/Kovács Mária.*30\.00/);

  await app.testid('document-folder').click();
  await expect.poll(async () => (await app.opened()).at(-1)).toMatch(/documents$/);
});

describe('months', () => {
  it('are turned with the arrow keys, and an empty one says what to do', async () => {
    await afterNovember();
    await app.page.keyboard.press('ArrowRight');
    await expect.poll(() => reports.month.inputValue()).toBe('2026-12');
    await expectShown(app.testid('report-to-counter'));
    await expectCount(reports.rows, 0);
    await app.page.keyboard.press('ArrowLeft');
    await expectCount(reports.rows, 3);
    await app.testid('report-to-counter').waitFor({ state: 'detached' });
  });

  it('that go on are not compared with a whole month', async () => {
    await afterNovember();
    const [best] = (await app.command('report_month', { month: NOVEMBER, limit: 1 })).top;
    await app.stamp(best!.member_id, 1, '15');
    await app.page.keyboard.press('ArrowRight');
    await expectText(app.testid('report-visits'), '1');
    await expectText(app.page.getByText('November in all').first(), /November in all: 6/);
    await expectCount(app.page.getByText('▼'), 0);
  });
});

it('more than twenty customers are shown when asked for', async () => {
  app = await App.open();
  reports = new ReportsPage(app);
  for (let guest = 1; guest <= 23; guest += 1) {
    const { glance } = await app.enrol(`Guest ${guest}`);
    await app.stamp(glance.member.id, 1, String(guest));
  }
  await reports.open();
  await expectCount(reports.rows, 20);
  await reports.more.click();
  await expectCount(reports.rows, 23);
  await expectText(reports.rows.last(), /Guest 1/);
  await expectCount(reports.more, 0);
});

it('the charts have tables for those who do not see them', async () => {
  await afterNovember();
  const spenders = app.page.getByRole('table', { name: 'Spend by member' });
  expect(await spenders.getByRole('row').count()).toBe(4);
  await expectText(spenders.getByRole('row').nth(1), /Kovács Mária ?€30\.00/);
  const days = app.page.getByRole('table', { name: 'Day by day' });
  expect(await days.getByRole('row').count()).toBe(31);
  await expectText(days.getByRole('row').nth(21), /21 November ?6 ?59\.50/);
});

for (const dark of [false, true]) {
  it(`can be used by everybody in the ${dark ? 'dark' : 'light'}`, async () => {
    await afterNovember({ dark });
    await reports.csv.click();
    await expectShown(reports.written);
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.page.keyboard.press('ArrowRight');
    await expectShown(app.testid('report-to-counter'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}
