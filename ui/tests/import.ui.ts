import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { App } from './app';
import { accessibilityProblems } from './axe';
import { expectCount, expectShown, expectText } from './expect';

let app: App;
afterEach(() => app.close());

async function open(options: Parameters<typeof App.open>[0] = {}) {
  app = await App.open(options);
  await app.page.goto(`${app.url}#/import`);
  await expectShown(app.testid('import-choose'));
}

/** A file that the owner picks in the system's dialog. */
async function choose(name: string, content: string | Buffer) {
  const path = join(app.dataDir, name);
  writeFileSync(path, content);
  await app.chooseFileNext(path);
  await app.testid('import-choose').click();
}

/** A file that is dropped on the window. */
async function drop(name: string, content: string) {
  const transfer = await app.page.evaluateHandle(
    ([fileName, text]) => {
      const data = new DataTransfer();
      data.items.add(new File([text!], fileName!, { type: 'text/csv' }));
      return data;
    },
    [name, content],
  );
  await app.page.dispatchEvent('main', 'drop', { dataTransfer: transfer });
}

async function tryOut() {
  await app.testid('import-try').click();
  await expectShown(app.testid('import-trial'));
}

async function run() {
  await app.testid('import-run').click();
  await expectShown(app.testid('import-result'));
}

/** "ФИО;Телефон…" as a Russian spreadsheet writes it. */
function windows1251(text: string): Buffer {
  const codes = [...text].map((letter) => {
    const code = letter.codePointAt(0)!;
    return code >= 0x410 && code <= 0x44f ? code - 0x350 : code;
  });
  return Buffer.from(codes);
}

const MEMBERS = [
  'name;phone;email',
  'Maria Ivanova;+36 30 555 0142;maria@example.com',
  'Nagy Gergő;06 20 444 1234;',
  'Bad Mail;;nobody@',
  'Rounded;7,9E+10;',
].join('\n');

describe('members', () => {
  it('are looked at, tried and imported, and what was left out is saved with its reason', async () => {
    await open();
    await choose('members.csv', MEMBERS);
    await expectText(app.testid('import-about'), '4 rows · UTF-8 · separated by semicolons');
    await tryOut();
    await expectText(app.testid('import-created'), '2');
    await expectText(app.testid('import-rejected'), '2');
    expect((await app.command('app_state', {})).members).toBe(0);
    await run();
    await expectText(app.testid('import-created'), '2');
    await expectText(app.testid('import-reject').first(), /4 ?“nobody@” is not an e-mail/);
    expect((await app.command('app_state', {})).members).toBe(2);
    await app.testid('import-rejects-save').click();
    await expect.poll(() => app.opened()).toHaveLength(1);
    const [path] = await app.opened();
    expect(existsSync(path!)).toBe(true);
    expect(readFileSync(path!, 'utf8')).toMatch(/nobody@/);
    await app.testid('import-to-members').click();
    await expectCount(app.testid('member-row'), 2);
  });

  it('imported twice change nothing', async () => {
    await open();
    await choose('members.csv', MEMBERS);
    await tryOut();
    await run();
    await app.testid('import-another').click();
    await choose('members.csv', MEMBERS);
    await tryOut();
    await expectText(app.testid('import-created'), '0');
    await expectText(app.testid('import-unchanged'), '2');
    expect(await app.testid('import-run').isDisabled()).toBe(true);
  });

  it('come in any encoding, dropped on the window', async () => {
    await open({ shop: { locale: 'ru', currency: 'RUB', phone_region: 'RU' } });
    await choose('гости.csv', windows1251('ФИО;Телефон\nАнна Петрова;8 916 123-45-67\n'));
    await expectText(app.testid('import-about'), /Windows-1251 · через точку с запятой/);
    await app.page.getByRole('button', { name: 'Другой файл' }).click();
    await drop('guests.csv', 'ФИО\tТелефон\nАнна Щербакова\t+7 916 123-45-67\n');
    await expectText(app.testid('import-file-name'), 'guests.csv');
    await expectText(app.testid('import-about'), /UTF-8 · через табуляцию/);
    await tryOut();
    await run();
    expect((await app.command('app_state', {})).members).toBe(1);
  });
});

describe('columns', () => {
  it('are chosen by the owner; a field has one column, and what is needed is said', async () => {
    await open();
    await choose('odd.csv', 'A,B\nMaria Ivanova,+36 30 555 0142\n');
    await expectText(app.testid('import-missing'), 'Still needed: Name or Phone');
    expect(await app.testid('import-try').isDisabled()).toBe(true);
    await app.testid('import-column-0').selectOption('name');
    await app.testid('import-column-1').selectOption('name');
    await expect.poll(() => app.testid('import-column-0').inputValue()).toBe('');
    await app.testid('import-column-0').selectOption('phone');
    await app.testid('import-column-0').selectOption('name');
    await app.testid('import-column-1').selectOption('phone');
    await tryOut();
    await run();
    const { hits } = await app.command('counter_search', { query: '0142', limit: 5 });
    expect(hits.map(({ name }) => name)).toEqual(['Maria Ivanova']);
  });

  it('a change takes back what was tried', async () => {
    await open();
    await choose('members.csv', MEMBERS);
    await tryOut();
    await app.testid('import-column-2').selectOption('');
    await expectCount(app.testid('import-trial'), 0);
    await expectShown(app.testid('import-try'));
  });
});

describe('visits', () => {
  const VISITS = [
    'member,at,amount',
    '+36 30 555 0142,2026-10-03,12.50',
    'stranger-7,2026-10-04 08:12,3.20',
    '+36 30 555 0142,2026-10-05,-1',
  ].join('\n');

  it('of strangers are left out or make them members, as the owner says', async () => {
    await open();
    const { glance } = await app.enrol('Maria Ivanova', '+36 30 555 0142');
    await app.page.reload();
    await choose('visits.csv', VISITS);
    await tryOut();
    await expectText(app.testid('import-created'), '1');
    await expectText(app.testid('import-rejected'), '2');
    await app.testid('import-create-members').click();
    await tryOut();
    await expectText(app.testid('import-created'), '2');
    await expectText(app.testid('import-members-created'), '1');
    await run();
    await expectText(app.testid('import-rejected'), '1');
    const profile = await app.command('member_profile', { member_id: glance.member.id });
    expect(profile.glance.stats.spend_minor).toBe(1_250);
    expect(profile.glance.card.balance).toBe(0);
  });

  it('earn stamps only after a warning', async () => {
    await open();
    const { glance } = await app.enrol('Maria Ivanova', '+36 30 555 0142');
    await app.page.reload();
    await choose('visits.csv', VISITS);
    await app.testid('import-earn').click();
    await expectShown(app.page.locator('main [role="alert"]'));
    await tryOut();
    await run();
    const profile = await app.command('member_profile', { member_id: glance.member.id });
    expect(profile.glance.card.balance).toBe(1);
  });
});

describe('a file that cannot be read', () => {
  for (const [what, name, content, says] of [
    ['a quote never closed', 'quote.csv', 'name,phone\n"Maria,1\n', /never closed/],
    ['a zero byte', 'nul.csv', 'name\nMa\0ria\n', /zero byte/],
    ['a spreadsheet', 'book.xlsx', 'PK\x03\x04 not a text', /Save it as CSV/],
  ] as const) {
    it(`says why: ${what}`, async () => {
      await open();
      await choose(name, content);
      await expectText(app.testid('import-failed'), says);
      await choose('members.csv', MEMBERS);
      await expectShown(app.testid('import-file-name'));
      await expectCount(app.testid('import-failed'), 0);
    });
  }
});

it('a long import is stopped, and going on doubles nothing', async () => {
  await open();
  const rows = Array.from({ length: 40_000 }, (_, index) => `Guest ${index},g${index}@example.com`);
  await choose('many.csv', ['name,email', ...rows].join('\n'));
  await app.testid('import-try').click();
  await expectShown(app.testid('job-progress'));
  await app.testid('job-progress').getByRole('button', { name: 'Cancel' }).click();
  await expectText(app.page.locator('main'), /Checking was stopped\. Nothing was written\./);
  expect((await app.command('app_state', {})).members).toBe(0);
});

for (const dark of [false, true]) {
  it(`can be used by everybody, ${dark ? 'dark' : 'light'}`, async () => {
    await open({ dark });
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await choose('members.csv', MEMBERS);
    await expectShown(app.testid('import-file-name'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await tryOut();
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await run();
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}
