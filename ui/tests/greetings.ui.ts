import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { App, DAY_MS } from './app';
import { accessibilityProblems } from './axe';
import { pagesOf, textOf } from './documents';
import { expectCount, expectFocus, expectShown, expectText } from './expect';

let app: App;
afterEach(() => app.close());

interface Guest {
  name: string;
  address?: string;
}

const ADDRESS = 'Kossuth Lajos utca 12.\n1053 Budapest';
const MARIA: Guest = { name: 'Maria Ivanova', address: ADDRESS };
const GERGO: Guest = { name: 'Nagy Gergő', address: 'Fő tér 1.\n1011 Budapest' };

/** A shop that greets new guests by post on the third day, on that day. */
async function withPost(guests: Guest[], options: Parameters<typeof App.open>[0] = {}) {
  app = await App.open(options);
  const { moments } = await app.command('moments_list', {});
  const { moment } = moments.find((line) => line.moment.code === 'welcome_day_3')!;
  await app.command('moment_save', {
    request_id: crypto.randomUUID(),
    moment_id: moment.id,
    draft: {
      code: moment.code,
      name: moment.name,
      rules: { ...moment.rules, channels: ['post', 'counter'] },
    },
  });
  for (const { name, address = 'Somewhere' } of guests) {
    const { glance } = await app.command('member_enrol', {
      request_id: crypto.randomUUID(),
      draft: { name, address },
    });
    await app.command('consent_set', {
      request_id: crypto.randomUUID(),
      member_id: glance.member.id,
      channel: 'post',
      granted: true,
    });
  }
  await app.pass(3 * DAY_MS);
  await app.command('schedule_run', { request_id: crypto.randomUUID() });
  for (const { name } of guests.filter(({ address }) => address === undefined)) {
    const { lines } = await app.command('touches_list', { offset: 0, limit: 500 });
    await app.command('member_update', {
      request_id: crypto.randomUUID(),
      member_id: lines.find(({ touch }) => touch.member.name === name)!.touch.member.id,
      draft: { address: '' },
      clear_birthday: false,
    });
  }
  await app.page.reload();
  await app.testid('nav-today').click();
  await expectShown(app.testid('greetings'));
}

const open = async () => (await app.command('schedule_state', {})).open;

it('greetings by post are looked at, printed, marked as done and taken back', async () => {
  await withPost([MARIA, GERGO, { name: 'Without Address' }]);
  const before = await open();
  await expectText(app.testid('greetings'), /^3 greetings go by post/);
  await app.testid('greetings-open').click();
  await expectFocus(app.testid('greetings-postcard_a6').locator('input'));
  await expectText(app.testid('greetings-page'), '1 of 6');
  await expectText(app.testid('greetings-without-address'), /1 guest has no address.*Without Ad/);
  await expectCount(app.testid('greetings-too-long'), 0);
  await app.page.keyboard.press('PageDown');
  await expectText(app.testid('greetings-page'), '2 of 6');

  await app.page.keyboard.press('ArrowDown');
  await expectText(app.testid('greetings-page'), '1 of 2');
  await expectText(app.testid('greetings-advice'), /flip on long edge/);
  await app.testid('greetings-letter_a4').click();
  await expectText(app.testid('greetings-page'), '1 of 3');
  await expectText(app.testid('greetings-print'), /^Print 3 greetings/);
  await app.page.keyboard.press('Control+p');
  await expectText(app.testid('document-written'), /Greetings 2026-11-24\.pdf.*3 pages/);
  const pdf = (await app.opened()).at(-1)!;
  expect(pagesOf(pdf)).toBe(3);
  expect(textOf(pdf)).toContain('1053 Budapest');

  await expectFocus(app.testid('greetings-mark'));
  await app.page.keyboard.press('Enter');
  await expectCount(app.testid('greetings-dialog'), 0);
  await expectCount(app.testid('greetings'), 0);
  await expectText(app.testid('toast'), /3 greetings by post are done/);
  expect(await open()).toBe(before - 3);

  await app.page.keyboard.press('Control+z');
  await expectText(app.testid('greetings'), /^3 greetings go by post/);
  expect(await open()).toBe(before);
  await app.page.keyboard.press('Control+p');
  await expectText(app.testid('greetings-page'), '1 of 3');
});

it('what is printed can be marked as done later, what is too long stays', async () => {
  await withPost([MARIA, { name: 'Long Address', address: 'Street\n'.repeat(40) }]);
  await app.testid('greetings-open').click();
  await expectText(app.testid('greetings-too-long'), /1 greeting does not fit.*Long Address/);
  await expectText(app.testid('greetings-print'), /^Print 1 greeting/);
  await app.testid('greetings-postcard_a4').click();
  await expectText(app.testid('greetings-page'), '1 of 2');
  await app.testid('greetings-print').click();
  await expectShown(app.testid('document-written'));
  await app.page.keyboard.press('Escape');
  await expectText(app.testid('greetings-printed'), /1 is printed/);
  await app.testid('greetings-mark-printed').click();
  await expectText(app.testid('greetings'), /^1 greeting goes by post/);
  const { lines } = await app.command('touches_list', {
    status: 'done',
    channel: 'post',
    offset: 0,
    limit: 9,
  });
  expect(lines.map(({ touch }) => touch.outcome)).toEqual([null]);
  await app.testid('greetings-open').click();
  await expectText(app.testid('greetings-failure'), /./);
  expect(await app.testid('greetings-print').isDisabled()).toBe(true);
  await app.page.keyboard.press('Escape');
  await app.testid('toast').getByRole('button', { name: 'Undo' }).click();
  await expectText(app.testid('greetings'), /^2 greetings go by post/);
  await app.testid('greetings-open').click();
  expect(await app.testid('greetings-postcard_a4').locator('input').isChecked()).toBe(true);
});

it('a run that is stopped leaves no file', async () => {
  const guests = Array.from({ length: 150 }, (_, at) => ({ ...MARIA, name: `Guest ${at + 1}` }));
  await withPost(guests);
  await app.testid('greetings-open').click();
  await expectText(app.testid('greetings-page'), '1 of 300');
  await app.page.route('**/api/job_status', async (route) => {
    await app.command('job_cancel', { job_id: route.request().postDataJSON().job_id });
    await route.continue();
  });
  await app.testid('greetings-print').click();
  await expectText(app.testid('toast'), /Stopped/);
  await expectCount(app.testid('greetings-mark'), 0);
  const documents = join(app.dataDir, 'documents');
  expect(existsSync(documents) ? readdirSync(documents) : []).toEqual([]);
});

for (const dark of [false, true]) {
  it(`can be used by everybody in the ${dark ? 'dark' : 'light'}`, async () => {
    await withPost([MARIA, { name: 'Without Address' }], { dark });
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.testid('greetings-open').click();
    await expectText(app.testid('greetings-page'), '1 of 4');
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.testid('greetings-print').click();
    await expectShown(app.testid('greetings-mark'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}
