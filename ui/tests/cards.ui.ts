import { afterEach, beforeEach, expect, it } from 'vitest';
import { App } from './app';
import { expectCount, expectFocus, expectShown, expectText } from './expect';
import { CounterPage } from './pages/counter';

let app: App;
let counter: CounterPage;
let number: string;

beforeEach(async () => {
  app = await App.open();
  counter = new CounterPage(app);
  number = (await app.enrol('Maria Ivanova')).card_number;
  await expectShown(counter.scan);
});
afterEach(() => app.close());

const withWrongCheckDigit = (card: string) =>
  card.slice(0, 12) + String((Number(card.slice(12)) + 1) % 10);

it('a scan opens the member from another screen, whatever has the focus', async () => {
  await app.testid('nav-settings').click();
  await app.testid('settings-name').focus();
  await counter.scanCard(number);
  await expectText(counter.memberName, 'Maria Ivanova');
  const shop = (await app.command('app_state', {})).shop;
  expect(shop?.name).toBe('Kávézó Liget');
});

it('a scan while an amount is being typed does not become the amount', async () => {
  await counter.find('maria');
  await counter.amount.pressSequentially('4,5', { delay: 120 });
  const other = await app.enrol('Nagy Gergő');
  await app.page.waitForTimeout(200);
  await counter.scanCard(other.card_number);
  await expectText(counter.memberName, 'Nagy Gergő');
  expect(await counter.amount.inputValue()).toBe('');
  expect((await app.command('till_today', {})).visits).toBe(0);
});

it('a scan while a member is being edited changes nothing, and says so', async () => {
  await counter.find('maria');
  await app.testid('member-profile').click();
  await app.testid('profile-edit').click();
  const name = app.testid('edit-name');
  await name.focus();
  await counter.scanCard(number);
  await expectText(app.testid('toast'), /Close this window first/);
  expect(await name.inputValue()).toBe('Maria Ivanova');
  await app.page.keyboard.press('Escape');
  await counter.scanCard(number);
  await expectText(counter.memberName, 'Maria Ivanova');
});

it('a scan over the help opens the member', async () => {
  await app.page.keyboard.press('F1');
  await expectShown(app.testid('help'));
  await counter.scanCard(number);
  await expectText(counter.memberName, 'Maria Ivanova');
  await expectCount(app.testid('help'), 0);
});

it('a scan at “stamp again?” is the next guest, and no stamp', async () => {
  const other = await app.enrol('Nagy Gergő');
  await counter.find('maria');
  await counter.add.click();
  await counter.expectStamps(1);
  await counter.add.click();
  await expectShown(app.testid('double-scan'));
  await counter.scanCard(other.card_number);
  await expectText(counter.memberName, 'Nagy Gergő');
  await expectCount(app.testid('double-scan'), 0);
  expect((await app.command('till_today', {})).stamps).toBe(1);
});

it('a new card that is scanned while enrolling becomes the guest’s', async () => {
  const handed = '2900000000001';
  await app.page.keyboard.press('Control+n');
  await app.testid('enrol-name').fill('Nagy Gergő');
  await counter.scanCard(handed);
  await expect.poll(() => app.testid('enrol-card').inputValue()).toBe(handed);
  expect(await app.testid('enrol-name').inputValue()).toBe('Nagy Gergő');
  await app.testid('enrol-submit').click();
  await expectText(counter.memberName, 'Nagy Gergő');
  await counter.scanCard(number);
  await expectText(counter.memberName, 'Maria Ivanova');
  await counter.scanCard(handed);
  await expectText(counter.memberName, 'Nagy Gergő');
});

it('a misread card while enrolling keeps the form', async () => {
  await app.page.keyboard.press('Control+n');
  await app.testid('enrol-name').fill('Nagy Gergő');
  await counter.scanCard(withWrongCheckDigit(number));
  await expectText(counter.problem, /misread/);
  await app.page.keyboard.press('Escape');
  await expectCount(counter.problem, 0);
  expect(await app.testid('enrol-name').inputValue()).toBe('Nagy Gergő');
  await expectFocus(app.testid('enrol-name'));
  await counter.scanCard(withWrongCheckDigit(number));
  await expectShown(counter.problem);
  await app.testid('enrol-cancel').click();
  await expectCount(app.testid('enrol-name'), 0);
  await expectCount(counter.problem, 0);
  await expectFocus(counter.scan);
});

it('a scan from a Hungarian keyboard layout is read', async () => {
  await counter.scanCard(number.replaceAll('0', 'ö'));
  await expectText(counter.memberName, 'Maria Ivanova');
});

it('each card that does not work says why', async () => {
  await counter.scanCard(withWrongCheckDigit(number));
  await expectText(counter.problem, /misread/);
  await counter.scanCard('2900000000001');
  await expectText(counter.problem, /not from here|misread/);

  await counter.find('maria');
  await app.testid('card-menu').click();
  await app.testid('card-lost').click();
  await app.testid('card-confirm').click();
  await expectText(app.page.locator('.member [role="status"]'), 'Card reported lost');
  await counter.scanCard(number);
  await expectText(counter.problem, /reported lost.*Maria Ivanova/);

  await app.testid('scan-open-member').click();
  await app.testid('card-menu').click();
  await app.testid('card-replace').click();
  await app.testid('card-confirm').click();
  await expectText(app.page.locator('.member [role="status"]'), /New card issued/);
  await counter.scanCard(number);
  await expectText(counter.problem, /replaced.*Maria Ivanova/);
});

it('the new guest’s card is printed from the counter', async () => {
  await counter.scan.fill('Nagy Gergő');
  await app.testid('enrol-open').click();
  await app.testid('enrol-submit').click();
  await expectText(counter.memberName, 'Nagy Gergő');
  await app.testid('enrol-print').click();
  await expectShown(app.testid('toast'));
  const opened = await app.opened();
  expect(opened.at(-1)).toMatch(/\.pdf$/);
});

it('Escape closes the card’s menu and nothing else', async () => {
  await counter.find('maria');
  await app.testid('card-menu').click();
  await expectShown(app.testid('card-lost'));
  await app.page.keyboard.press('Escape');
  await expectCount(app.testid('card-lost'), 0);
  await app.page.waitForTimeout(200);
  await expectText(counter.memberName, 'Maria Ivanova');
});

it('typed like a card number but wrong is not offered for enrolment', async () => {
  await counter.scan.fill(withWrongCheckDigit(number));
  await counter.scan.press('Enter');
  await expectText(counter.problem, /misread/);
  await expectCount(app.testid('enrol-name'), 0);
});
