import { afterEach, beforeEach, expect, it } from 'vitest';
import { App } from './app';
import { expectCount, expectShown, expectText } from './expect';
import { CounterPage } from './pages/counter';

let app: App;
let counter: CounterPage;
let memberId: string;

beforeEach(async () => {
  app = await App.open();
  counter = new CounterPage(app);
  memberId = (await app.enrol('Maria Ivanova')).glance.member.id;
  await app.stamp(memberId, 9);
  await app.pass(60_000);
  await app.page.reload();
  await counter.find('maria');
});
afterEach(() => app.close());

it('a full card gives a reward, and a double click redeems it once', async () => {
  await counter.add.click();
  await counter.expectStamps(0);
  await expectCount(counter.grants, 1);
  await counter.redeem.dblclick();
  await expectCount(counter.grants, 0);
  await expectCount(counter.till.filter({ hasText: 'Free coffee of any size' }), 1);
  const profile = await app.command('member_profile', { member_id: memberId });
  expect(profile.grants.map(({ status }) => status)).toEqual(['redeemed']);
});

it('a stamp and a reward of one guest are one visit, whichever comes first', async () => {
  await counter.add.click();
  await expectCount(counter.grants, 1);
  const before = (await app.command('till_today', {})).visits;
  await counter.redeem.click();
  await expectCount(counter.grants, 0);
  expect((await app.command('till_today', {})).visits).toBe(before);
});

it('a reward first and then an amount are one visit too, with the part paid by it', async () => {
  await app.stamp(memberId, 1);
  await app.pass(60_000);
  await app.page.reload();
  await counter.find('maria');
  const before = (await app.command('till_today', {})).visits;
  await app.page.keyboard.press('r');
  await expectCount(counter.grants, 0);
  await counter.amount.fill('6,40');
  await app.testid('visit-reward-part').fill('2,90');
  await counter.add.click();
  await counter.expectStamps(1);
  const today = await app.command('till_today', {});
  expect(today.visits).toBe(before + 1);
  expect(today.rewards).toBe(1);
});

it('a name that begins with R redeems nothing', async () => {
  await counter.add.click();
  await expectCount(counter.grants, 1);
  await app.page.keyboard.type('Rita', { delay: 90 });
  await expect.poll(() => counter.scan.inputValue()).toBe('Rita');
  await app.page.waitForTimeout(600);
  expect((await app.command('till_today', {})).rewards).toBe(0);
});

it('a redemption is undone and can be had again', async () => {
  await counter.add.click();
  await counter.redeem.click();
  await expectCount(counter.grants, 0);
  await counter.undo.click();
  await expectCount(counter.grants, 1);
});

it('the stamp that fills the card is undone with its reward', async () => {
  await counter.add.click();
  await expectCount(counter.grants, 1);
  await app.page.keyboard.press('Control+z');
  await counter.expectStamps(9);
  await expectCount(counter.grants, 0);
});

it('what was done is said', async () => {
  await counter.add.click();
  await expectText(app.page.locator('.member [role="status"]'), /1 stamp added.*Card full!/);
  await expectShown(app.testid('undo'));
});
