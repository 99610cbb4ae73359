import { afterEach, describe, expect, it } from 'vitest';
import { App } from './app';
import { accessibilityProblems } from './axe';
import { expectCount, expectShown, expectText } from './expect';
import { ProgramPage } from './pages/program';

let app: App;
let program: ProgramPage;
afterEach(() => app.close());

async function opened(options: Parameters<typeof App.open>[0] = {}) {
  app = await App.open(options);
  program = new ProgramPage(app);
  await program.open();
}

it('the rules are told in words as they are typed', async () => {
  await opened();
  await expectText(
    program.words,
    /Every coffee is a stamp\..*10 stamps make a reward: Free coffee/,
  );
  await program.required.fill('8');
  await app.testid('program-starter-more').click();
  await app.testid('program-cap').fill('2');
  await app.testid('program-stamp-lifetime-unit').selectOption('years');
  await app.testid('program-reward-lifetime-unit').selectOption('months');
  await app.testid('program-reward-lifetime-count').fill('3');
  for (const sentence of [
    /8 stamps make a reward/,
    /A new guest starts with 1 stamp\./,
    /Stamps count for 1 year\./,
    /can be redeemed for 3 months\./,
    /At most 2 stamps a day\./,
  ]) {
    await expectText(program.words, sentence);
  }
  await app.testid('program-earn-amount').click();
  await app.testid('program-amount').fill('2,50');
  await expectText(program.words, /Every €2\.50 spent is a stamp\./);
});

it('a new version does not change stamps that were given before', async () => {
  await opened();
  const { glance } = await app.enrol('Maria Ivanova');
  await app.stamp(glance.member.id, 6);
  await program.required.fill('5');
  await program.save.click();
  await expectText(app.testid('program-save-dialog'), /Stamps for a reward: 10.*5/);
  await expectText(app.testid('program-save-dialog'), /Nothing changes for the past/);
  await program.confirm.click();
  await expectCount(program.versions, 2);
  await expectText(program.versions.first(), /From 21 November 2026.*in force.*10.*5/);
  await expectText(program.versions.last(), /past.*The first rules/);

  const after = await app.command('member_glance', { member_id: glance.member.id });
  expect(after.card.balance).toBe(6);
  expect(after.grants).toEqual([]);
  expect((await app.command('verify', {})).ok).toBe(true);
});

it('rules can be planned, and others only after them', async () => {
  await opened();
  await program.name.fill('Winter card');
  await program.save.click();
  await app.page.getByLabel('1 December 2026').check();
  await program.confirm.click();
  await expectText(program.versions.first(), /From 1 December 2026.*planned/);
  await expectText(program.state, /rules planned from 1 December 2026/);
  expect((await app.command('program_get', {})).current.rules.name).toBe('Coffee card');

  await program.name.fill('Another card');
  await program.save.click();
  await expectText(app.testid('program-save-dialog'), /already planned from 1 December 2026/);
  await expectCount(app.page.getByLabel('today'), 0);
  await app.testid('program-from-other').check();
  await app.testid('program-from-day').fill('31');
  await app.testid('program-from-month').selectOption('11');
  expect(await program.confirm.isDisabled()).toBe(true);
  await app.testid('program-from-month').selectOption('12');
  await program.confirm.click();
  await expectText(program.versions.first(), /From 31 December 2026.*planned/);
});

it('what was typed is kept when one goes elsewhere, and can be discarded', async () => {
  await opened();
  await program.name.fill('Half an ide');
  await app.testid('nav-counter').click();
  await program.open();
  expect(await program.name.inputValue()).toBe('Half an ide');
  await expectText(program.state, /not saved yet/);
  await app.testid('program-discard').click();
  expect(await program.name.inputValue()).toBe('Coffee card');
  expect(await program.save.isDisabled()).toBe(true);
});

describe('what cannot be is told at its field and not saved', () => {
  const wrong: [string, string, RegExp][] = [
    ['program-name', '', /fill this in/],
    ['program-required', '31', /must be between/],
    ['program-required', 'ten', /whole number/],
    ['program-starter', '10', /must be between/],
    ['program-cost', '-1', /not an amount/],
    ['program-cost', '1e308', /not an amount/],
    ['program-cap', '0', /must be between/],
  ];
  for (const [field, typed, message] of wrong) {
    it(`${field}: "${typed}"`, async () => {
      await opened();
      await app.testid(field).fill(typed);
      await expectText(app.page.getByRole('alert'), message);
      expect(await app.testid(field).inputValue()).toBe(typed);
      expect(await program.save.isDisabled()).toBe(true);
    });
  }
});

it('the printed card is drawn with rules that are not saved yet', async () => {
  await opened();
  const front = app.testid('program-printed').locator('canvas').first();
  const drawn = () => front.evaluate((canvas: HTMLCanvasElement) => canvas.toDataURL().length);
  await expect.poll(drawn, { timeout: 15_000 }).toBeGreaterThan(5_000);
  const before = await drawn();
  await app.testid('program-icon-croissant').click();
  await expect.poll(drawn, { timeout: 15_000 }).not.toBe(before);
});

for (const dark of [false, true]) {
  it(`can be used by everybody in the ${dark ? 'dark' : 'light'}`, async () => {
    await opened({ dark });
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await program.required.fill('99');
    await expectShown(app.page.getByRole('alert'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await program.required.fill('12');
    await expect.poll(() => program.save.isEnabled()).toBe(true);
    await program.save.click();
    await app.testid('program-from-other').check();
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}
