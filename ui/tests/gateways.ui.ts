import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { App, DAY_MS } from './app';
import { expectCount, expectShown, expectText } from './expect';
import { MailServer } from './mailServer';
import { SendingPage } from './pages/sending';
import { TodayPage } from './pages/today';
import { welcome } from './welcome';

const PASSPHRASE = 'four cups of coffee';

let app: App;
let today: TodayPage;
let gateway: Server;
/** What the provider was asked: path and query, then what was posted. */
let asked: string[];
/** What it answers. */
let answer: (asked: string) => unknown;

beforeEach(async () => {
  asked = [];
  gateway = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      asked.push(`${request.url} ${body}`);
      response.end(JSON.stringify(answer(asked.at(-1)!)));
    });
  });
  await new Promise<void>((listening) => gateway.listen(0, '127.0.0.1', listening));
});

afterEach(async () => {
  gateway.close();
  await app.close();
});

async function open() {
  app = await App.open({ shop: { phone_region: 'HU' } });
  today = new TodayPage(app);
}

/** Chooses a provider, points it at the loopback server, and stores its key. */
async function setUp(preset: string, path: string, key: string, sender?: string) {
  const page = new SendingPage(app);
  await page.open();
  await app.testid('sms-preset').selectOption(preset);
  await app.testid('sms-secret').fill(key);
  if (sender) await app.testid('sms-sender').fill(sender);
  await app.testid('sms-request').locator('summary').click();
  const { port } = gateway.address() as AddressInfo;
  await app.testid('sms-url').fill(`http://127.0.0.1:${port}${path}`);
  await app.testid('sms-save').click();
  await page.makeFile(PASSPHRASE);
  await expectShown(app.testid('sms-secret-kept'));
  return page;
}

/** Tries the set-up out and switches it on. */
async function tryOut(page: SendingPage, to: string) {
  await app.testid('sms-test-to').fill(to);
  await app.testid('sms-test').click();
  await page.expectTried('sms', /on its way/);
  expect(asked).toHaveLength(1);
  await expectText(app.testid('delivery-standing'), 'Nothing is sent until you switch it on.');
  await app.testid('sms-enabled').click();
  await expectText(app.testid('delivery-standing'), 'SMS or messenger is switched on.');
}

/** Sends what is due; the outbox is shown. */
async function sendNow() {
  await today.open();
  await app.page.keyboard.press('o');
  await app.testid('outbox-send-now').click();
  await expectText(app.testid('outbox-said'), /\S/);
}

it('an SMS is set up with a provider, tried, sent and seen as sent', async () => {
  await open();
  answer = (question) =>
    question.includes('number=36305550199')
      ? { result: 'ERR', code: '3', message: 'wrong number' }
      : { result: 'OK', code: '0', message: 'queued' };
  const page = await setUp(
    'seeme',
    '/gateway?key={secret}&message={text}&number={phone_digits}&sender={sender}&format=json',
    'key-7',
    'Liget',
  );
  await tryOut(page, '30 123 4567');
  expect(asked[0]).toMatch(/key=key-7&message=.*number=36301234567&sender=Liget/);

  await welcome(
    app,
    ['sms'],
    [
      { name: 'Nagy Gergő', phone: '+36 30 555 0101' },
      { name: 'Tóth Júlia', phone: '+36 30 555 0199' },
    ],
  );
  await sendNow();
  await expectText(app.testid('outbox-said'), '1 message sent. 1 could not be sent.');
  const row = (name: string) => app.testid('message').filter({ hasText: name });
  await expectText(row('Gergő'), /sent.*by SMS.*\+36 30 555 0101/);
  expect(asked.some((line) => /message=[^&]*Liget.*number=36305550101/.test(line))).toBe(true);
  await expectText(row('Júlia'), /not sent.*refused this message/);

  // The number had a slip in it: it is put right on Today, and the message goes.
  await app.page.keyboard.press('Escape');
  await expectText(app.testid('needs-you-line'), /Tóth Júlia.*\+36 30 555 0199.*Send again/);
  await app.page.keyboard.press('4');
  await app.testid('correct-address').fill('30 555 0109');
  await app.page.keyboard.press('Enter');
  await expectCount(app.testid('needs-you-line'), 0);
  await sendNow();
  await expectText(app.testid('outbox-said'), '1 message sent.');
  await expectText(row('Júlia'), /sent.*\+36 30 555 0109/);
});

it('a Telegram bot is set up, tried, and writes to the chat of a guest', async () => {
  await open();
  answer = () => ({ ok: true, result: { message_id: 17 } });
  const page = await setUp('telegram', '/bot{secret}/sendMessage', '4711:token');
  await tryOut(page, '99');
  expect(asked[0]).toMatch(/^\/bot4711(:|%3A)token\/sendMessage .*"chat_id": ?"99"/);

  await welcome(app, ['sms'], [{ name: 'Nagy Gergő', messenger: '8143325' }]);
  await sendNow();
  await expectText(app.testid('message').first(), /Nagy Gergő.*sent.*8143325/);
  expect(asked[1]).toMatch(/"chat_id": ?"8143325".*Liget/s);
});

it('a locked file of passwords holds letters back after a restart, until it is opened', async () => {
  const mail = await MailServer.start();
  mail.login = ['liget', 'open sesame'];
  await open();
  const page = new SendingPage(app);
  await page.open();
  await page.fillMailbox(mail.port, 'open sesame');
  await app.testid('email-save').click();
  await page.makeFile(PASSPHRASE);
  await expectShown(app.testid('email-secret-kept'));
  await app.testid('email-enabled').click();
  await expectText(app.testid('delivery-standing'), 'E-mail is switched on.');
  await welcome(app, ['email'], [{ name: 'Nagy Gergő', email: 'gergo@example.com' }]);

  await app.restart('#/today');
  await app.pass(3 * DAY_MS);
  await app.page.reload();
  await expectShown(app.testid('outbox-locked'));
  await sendNow();
  expect(mail.letters).toHaveLength(0);
  await expectText(app.testid('outbox-said'), /1 message waits\. .*enter the passphrase/);
  await expectText(app.testid('message').first(), /waiting for you.*enter the passphrase/);

  await app.testid('outbox-passphrase').fill(PASSPHRASE);
  await app.page.keyboard.press('Enter');
  await expectCount(app.testid('outbox-locked'), 0);
  await expectText(app.testid('message').first(), /waiting.*with the next round/);
  await app.testid('outbox-send-now').click();
  await expectText(app.testid('outbox-said'), '1 message sent.');
  expect(mail.letters).toHaveLength(1);
  mail.stop();
});
