import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { App } from './app';
import { accessibilityProblems } from './axe';
import { expectCount, expectFocus, expectShown, expectText } from './expect';
import { MailServer } from './mailServer';
import { SendingPage } from './pages/sending';

let app: App;
let mail: MailServer | undefined;
let gateway: Server | undefined;

afterEach(async () => {
  mail?.stop();
  gateway?.close();
  mail = gateway = undefined;
  await app.close();
});

const PASSWORD = 'open sesame';
const PASSPHRASE = 'four cups of coffee';

const state = () => app.command('delivery_get', {});

async function mailServer(): Promise<MailServer> {
  const server = await MailServer.start();
  server.login = ['liget', PASSWORD];
  return server;
}

async function setUpMailbox(): Promise<SendingPage> {
  mail = await mailServer();
  const page = new SendingPage(app);
  await page.open();
  await page.fillMailbox(mail.port, PASSWORD);
  await app.testid('email-save').click();
  await page.makeFile(PASSPHRASE);
  await expectShown(app.testid('email-secret-kept'));
  return page;
}

it('a mailbox is set up, tried and switched on, and its password is not shown again', async () => {
  app = await App.open();
  mail = await mailServer();
  const page = new SendingPage(app);
  await page.open();
  await app.testid('email-enabled').click();
  await expectText(app.testid('email-refusal'), /Fill in and save/);

  await page.fillMailbox(mail.port, 'wrong');
  await app.testid('email-save').click();
  await page.makeFile('tea');
  await expectText(app.testid('secrets-dialog').getByRole('alert'), /at least 8 characters/);
  await page.makeFile(PASSPHRASE, 'five cups');
  await expectText(app.testid('secrets-dialog').getByRole('alert'), /not the same/);
  await page.makeFile(PASSPHRASE);
  await expectShown(app.testid('email-secret-kept'));
  await app.testid('email-verify').click();
  await page.expectTried('email', /refuses the name, password.*Word for word: .*not the word/);

  await app.testid('email-secret-replace').click();
  await app.testid('email-secret').fill(PASSWORD);
  await app.testid('email-enabled').click();
  await expectText(app.testid('email-refusal'), /Save your changes first/);
  await app.testid('email-save').click();
  await expectShown(app.testid('email-secret-kept'));
  await app.testid('email-verify').click();
  await page.expectTried('email', /settings work/);
  await app.testid('email-test-to').fill('anna@example.com');
  await app.testid('email-test').click();
  await page.expectTried('email', /on its way/);
  expect(mail.letters).toHaveLength(1);
  expect(mail.letters[0]).toContain('anna@example.com');

  await app.testid('email-enabled').click();
  await expect.poll(async () => (await state()).email).toMatchObject({ enabled: true });
  await app.page.reload();
  await expectShown(app.testid('email-secret-kept'));
  expect(await app.page.content()).not.toContain(PASSWORD);
  expect(await app.testid('email-host').inputValue()).toBe('127.0.0.1');
  await app.testid('email-secret-forget').click();
  await expectShown(app.testid('email-secret'));
  expect((await state()).email.has_secret).toBe(false);
});

it('what is wrong is said at the field, and nothing is saved', async () => {
  app = await App.open();
  await new SendingPage(app).open();
  await app.testid('email-from-address').fill('liget@gmail.com');
  await app.testid('email-from-name').focus();
  await expectText(app.testid('email-note'), /app password/);
  expect(await app.testid('email-host').inputValue()).toBe('smtp.gmail.com');
  expect(await app.testid('email-port').inputValue()).toBe('465');
  await app.testid('email-security-none').click();
  await app.testid('email-reply-to').fill('nobody');
  await app.testid('email-save').click();
  const alerts = app.testid('delivery-email').getByRole('alert');
  await expectText(alerts.first(), /protected/);
  await expectCount(alerts, 2);
  await expectText(alerts.last(), /such as shop@example.com/);
  await expectFocus(alerts.first());
  expect((await state()).email.account).toBeNull();
});

it('what was filled in for one provider does not stay for another', async () => {
  app = await App.open();
  await new SendingPage(app).open();
  const address = async (typed: string) => {
    await app.testid('email-from-address').fill(typed);
    await app.testid('email-from-name').focus();
  };
  await address('liget@freemail.hu');
  expect(await app.testid('email-host').inputValue()).toBe('smtp.freemail.hu');
  expect(await app.testid('email-username').inputValue()).toBe('liget@freemail.hu');
  await address('hello@liget.hu');
  expect(await app.testid('email-host').inputValue()).toBe('');
  expect(await app.testid('email-username').inputValue()).toBe('hello@liget.hu');
  await app.testid('email-username').fill('anna');
  await address('liget@gmail.com');
  expect(await app.testid('email-host').inputValue()).toBe('smtp.gmail.com');
  expect(await app.testid('email-username').inputValue()).toBe('anna');
});

it('another mail server or user name asks for the password anew', async () => {
  app = await App.open();
  const page = await setUpMailbox();
  await expectText(app.testid('delivery-standing'), 'Nothing is sent until you switch it on.');
  await app.testid('email-enabled').click();
  await expectText(app.testid('delivery-standing'), 'E-mail is switched on.');

  await app.testid('email-username').fill('anna');
  await expectShown(app.testid('email-secret'));
  await app.testid('email-username').fill('liget');
  await expectShown(app.testid('email-secret-kept'));
  await app.testid('email-host').fill('localhost');
  await app.testid('email-save').click();
  await expectShown(app.page.getByText('It is switched off until you enter the password for it.'));
  await expect
    .poll(async () => (await state()).email)
    .toMatchObject({ enabled: false, has_secret: false, account: { host: 'localhost' } });
  await expectText(app.testid('delivery-standing'), 'Nothing is sent until you switch it on.');

  await app.testid('email-secret').fill(PASSWORD);
  await app.testid('email-save').click();
  await expectShown(app.testid('email-secret-kept'));
  await app.testid('email-enabled').click();
  await app.testid('email-host').fill('127.0.0.1');
  await app.testid('email-secret').fill(PASSWORD);
  await app.testid('email-save').click();
  await app.testid('email-verify').click();
  await page.expectTried('email', /settings work/);
  expect((await state()).email).toMatchObject({ enabled: true, has_secret: true });
});

it('changes that are not saved are asked about before leaving', async () => {
  app = await App.open();
  await new SendingPage(app).open();
  await app.testid('email-from-name').fill('Somebody');
  await app.testid('nav-today').click();
  await app.testid('leave-stay').click();
  expect(await app.testid('email-from-name').inputValue()).toBe('Somebody');
  await app.testid('delivery-back').click();
  await app.testid('leave-discard').click();
  await expectShown(app.testid('settings-sending'));
});

it('a gateway of one’s own is written, tried, and left for another without its key', async () => {
  app = await App.open({ shop: { phone_region: 'HU' } });
  const asked: string[] = [];
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(`${request.headers.authorization} ${body}`);
      response.end(JSON.stringify({ state: asked.length === 1 ? 'no money' : 'taken' }));
    });
  });
  await new Promise<void>((listening) => gateway!.listen(0, '127.0.0.1', listening));
  const { port } = gateway.address() as AddressInfo;

  const page = new SendingPage(app);
  await page.open();
  await app.testid('sms-preset').selectOption('own');
  await app.testid('sms-url').fill(`http://127.0.0.1:${port}/{nothing}`);
  await app.testid('sms-secret').fill('key-7');
  await app.testid('pairs-headers-add').click();
  const line = app.testid('pairs-headers').locator('input');
  await line.nth(0).fill('Authorization');
  await line.nth(1).fill('Bearer {secret}');
  await app.testid('sms-pointer').fill('/state');
  await app.testid('sms-equals').fill('taken');
  await app.testid('sms-save').click();
  await page.makeFile(PASSPHRASE);
  await expectText(app.testid('sms-request').getByRole('alert'), /no \{nothing\} here/);
  await app.testid('sms-url').fill(`http://127.0.0.1:${port}/sms`);
  await app.testid('sms-save').click();
  await expectShown(app.testid('sms-secret-kept'));

  await app.testid('sms-test-to').fill('30 123 4567');
  await app.testid('sms-test').click();
  await page.expectTried('sms', /refused this message.*no money/);
  await app.testid('sms-test').click();
  await page.expectTried('sms', /on its way/);
  expect(asked[1]).toMatch(/^Bearer key-7 .*"to":\s?"\+36301234567"/);
  await app.testid('sms-enabled').click();
  await expect.poll(async () => (await state()).sms.enabled).toBe(true);

  await app.testid('sms-preset').selectOption('telegram');
  await expectText(app.testid('telegram-help'), /@BotFather/);
  await app.testid('sms-save').click();
  await expect
    .poll(async () => (await state()).sms)
    .toMatchObject({ enabled: false, has_secret: false, gateway: { preset: 'telegram' } });
});

it('a mailbox that refuses is held, says why, and tries again', async () => {
  app = await App.open();
  const page = await setUpMailbox();
  await app.testid('email-enabled').click();
  await expect.poll(async () => (await state()).email.enabled).toBe(true);
  const id = () => ({ request_id: crypto.randomUUID() });
  await app.command('delivery_secret_set', { ...id(), channel: 'email', secret: 'wrong' });
  const { moments } = await app.command('moments_list', {});
  if (moments.length === 0) await app.command('moments_add_presets', id());
  const birthday = (await app.command('moments_list', {})).moments.find(
    ({ moment }) => moment.rules.trigger.kind === 'birthday',
  )!.moment;
  await app.command('moment_save', {
    ...id(),
    moment_id: birthday.id,
    draft: { ...birthday, rules: { ...birthday.rules, channels: ['email'] } },
  });
  const { glance } = await app.command('member_enrol', {
    ...id(),
    draft: {
      name: 'Maria Ivanova',
      email: 'maria@example.com',
      birthday: { year: null, month: 11, day: 21 },
    },
  });
  await app.command('consent_set', {
    ...id(),
    member_id: glance.member.id,
    channel: 'email',
    granted: true,
  });
  await app.command('schedule_run', id());
  await app.command('outbox_send_now', {});
  await expect.poll(async () => (await state()).email.held?.held.code).toBe('smtp_auth');

  await app.page.reload();
  await expectText(app.testid('email-held'), /refuses the name, password.*not the word/);
  await app.command('delivery_secret_set', { ...id(), channel: 'email', secret: PASSWORD });
  await app.page.reload();
  await expectShown(app.testid('email-verify'));
  await expectCount(app.testid('email-held'), 0);
  await app.testid('email-verify').click();
  await page.expectTried('email', /settings work/);
});

it('a locked file of passwords is a line to click, and opens by its passphrase', async () => {
  app = await App.open();
  const id = () => ({ request_id: crypto.randomUUID() });
  await app.command('delivery_unlock', { ...id(), passphrase: PASSPHRASE, create: true });
  await app.restart('#/settings');
  await expectShown(app.testid('settings-to-sending'));
  await expectCount(app.testid('delivery-locked'), 0);
  const { presets } = await state();
  const telegram = presets.find(({ preset }) => preset === 'telegram')!;
  await app.command('delivery_set', {
    ...id(),
    setup: { channel: 'sms', enabled: true, gateway: telegram },
  });
  await app.page.reload();
  await app.testid('delivery-unlock').click();
  await app.testid('secrets-passphrase').fill('tea');
  await app.testid('secrets-open').click();
  await expectText(app.testid('secrets-dialog').getByRole('alert'), /not the passphrase/);
  await expectFocus(app.testid('secrets-passphrase'));
  await app.testid('secrets-passphrase').fill(PASSPHRASE);
  await app.testid('secrets-open').click();
  await expectCount(app.testid('delivery-locked'), 0);
  expect((await state()).secrets).toBe('file');
});

it('the pace and the pause count at once', async () => {
  app = await App.open();
  await new SendingPage(app).open();
  await app.testid('delivery-per-minute').selectOption('5');
  await app.testid('delivery-paused').check();
  await expect
    .poll(async () => (await app.command('outbox_counts', {})).settings)
    .toMatchObject({ per_minute: 5, paused_since_ms: expect.any(Number) });
  await expectText(app.testid('delivery-pace'), /Paused since.*20:00\u2060?–\u2060?09:00/);
  await app.testid('delivery-quiet').click();
  await expect
    .poll(() => app.testid('schedule-quiet').evaluate((box) => box.getBoundingClientRect().top))
    .toBeLessThan(800);
});

for (const dark of [false, true]) {
  it(`sending can be set up by everybody in the ${dark ? 'dark' : 'light'}`, async () => {
    app = await App.open({ dark });
    await new SendingPage(app).open();
    await app.testid('sms-preset').selectOption('own');
    await app.testid('pairs-headers-add').click();
    await app.testid('email-security-none').click();
    await app.testid('email-save').click();
    await expectShown(app.testid('delivery-email').getByRole('alert'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.testid('secrets-ask').click();
    await expectShown(app.testid('secrets-dialog'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}
