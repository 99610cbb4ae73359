import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App, DAY_MS, type AppOptions } from './app';
import { accessibilityProblems } from './axe';
import { expectCount, expectFocus, expectShown, expectText } from './expect';
import { MailServer } from './mailServer';
import { CounterPage } from './pages/counter';
import { TodayPage } from './pages/today';
import { welcome, type Guest } from './welcome';
import type { TouchChannel } from '../src/lib/backend/bindings';

let app: App;
let today: TodayPage;
let mail: MailServer;
beforeEach(async () => {
  mail = await MailServer.start();
});
afterEach(async () => {
  await app.close();
  mail.stop();
});

const PASSPHRASE = 'four cups of coffee';

const request_id = () => crypto.randomUUID();

/** Guests to be welcomed by `channels`; the window is to be read anew. */
async function toWelcome(channels: TouchChannel[], guests: Guest[], options: AppOptions = {}) {
  app = await App.open(options);
  today = new TodayPage(app);
  await welcome(app, channels, guests);
}

async function sendByMail() {
  await app.command('delivery_unlock', {
    request_id: request_id(),
    passphrase: PASSPHRASE,
    create: true,
  });
  await app.command('delivery_set', {
    request_id: request_id(),
    setup: {
      channel: 'email',
      enabled: true,
      account: {
        host: '127.0.0.1',
        port: mail.port,
        security: 'none',
        username: '',
        from_name: 'Kávézó Liget',
        from_address: 'liget@example.com',
        reply_to: null,
      },
    },
  });
}

const TWO = [
  { name: 'Nagy Gergő', email: 'gergo@example.com' },
  { name: 'Анна Щербакова', email: 'anna@example.com' },
];

/** Two letters wait; Today is open. */
async function twoLetters(options: AppOptions = {}) {
  await toWelcome(['email'], TWO, options);
  await sendByMail();
  await app.page.reload();
  await today.open();
}

const outbox = {
  rows: () => app.testid('message'),
  active: () => app.page.locator('[data-testid="message"][aria-current="true"]'),
  async open() {
    await app.page.keyboard.press('o');
    await expectShown(app.testid('outbox-back'));
  },
  async sendNow() {
    await app.testid('outbox-send-now').click();
    await expectText(app.testid('outbox-said'), /\S/);
  },
};

const touches = async () =>
  (await app.command('touches_list', { offset: 0, limit: 100 })).lines
    .map(({ touch }) => touch)
    .filter(({ reason }) => reason !== 'no_channel');

it('what the app sends is not asked of anybody, and goes out once', async () => {
  await twoLetters();
  await expectText(today.about, 'Nobody to greet. 2 go out by themselves.');
  await expectCount(today.lines, 0);
  await expectCount(today.badge, 0);
  await expectText(app.testid('app-waiting'), '2 waiting');
  await app.testid('app-who').click();
  await expectText(app.testid('app-line'), /Nagy Gergő.*by e-mail · waiting/);

  await outbox.open();
  await outbox.sendNow();
  await expectText(app.testid('outbox-said'), '2 messages sent.');
  expect(mail.letters).toHaveLength(2);
  await expectCount(outbox.rows(), 2);
  await expectFocus(outbox.active());
  await app.page.keyboard.press('Enter');
  await expectText(app.testid('message-text'), /Kávézó Liget/);
  await outbox.sendNow();
  await expectText(app.testid('outbox-said'), 'Nothing was due.');
  expect(mail.letters).toHaveLength(2);

  await app.page.keyboard.press('Escape');
  await expectText(app.testid('app-sent-today'), '2 sent today');
  expect(await touches()).toMatchObject([{ status: 'done' }, { status: 'done' }]);
});

it('one that waits says why, and when it goes on', async () => {
  mail.mood = 'is busy';
  await twoLetters();
  await outbox.open();
  await app.testid('outbox-filter-waiting').click();
  await expectText(outbox.rows().first(), /waiting.*gergo@example\.com.*with the next round/);
  await outbox.sendNow();
  await expectText(
    app.testid('outbox-said'),
    '2 messages wait. The next one is tried again: 10:01.',
  );
  await expectText(
    outbox.rows().first(),
    /waiting until 10:01.*server is busy.*It is tried again at 10:01/,
  );

  await app.pass(11 * 60 * 60_000);
  await app.page.reload();
  await expectText(outbox.rows().first(), /waiting until 25 Nov, 09:00.*too late or too early/);
  await outbox.sendNow();
  await expectText(app.testid('outbox-said'), /^2 messages wait\. .*goes on: 25 Nov, 09:00\.$/);

  // What was listed has gone out: an empty list would tell nobody so.
  mail.mood = 'takes';
  await app.pass(13 * 60 * 60_000);
  await outbox.sendNow();
  await expectText(app.testid('outbox-said'), '2 messages sent.');
  await expectCount(outbox.rows(), 2);
  await expectText(outbox.rows().first(), /sent/);
  expect(await app.testid('outbox-filter-all').locator('input').isChecked()).toBe(true);
});

it('a guest whom two greetings fall to gets one today and one tomorrow', async () => {
  await toWelcome(['email'], TWO.slice(0, 1));
  await sendByMail();
  const { moments } = await app.command('moments_list', {});
  const [first, second] = ['welcome_day_3', 'welcome_day_14'].map(
    (code) => moments.find(({ moment }) => moment.code === code)!.moment,
  );
  await app.command('moment_save', {
    request_id: request_id(),
    moment_id: second!.id,
    draft: { code: second!.code, name: 'A second one', rules: first!.rules },
  });
  await app.command('moment_enable', {
    request_id: request_id(),
    moment_id: second!.id,
    enabled: true,
  });
  await app.command('schedule_run', { request_id: request_id() });
  await app.page.reload();
  await today.open();
  await outbox.open();
  await outbox.sendNow();
  await expectText(
    app.testid('outbox-said'),
    '1 message sent. 1 message waits. A guest gets one message a day; the next one goes: 25 Nov, 09:00.',
  );
  await app.testid('outbox-filter-waiting').click();
  await expectText(outbox.rows().first(), /waiting until 25 Nov, 09:00.*one message a day/);

  await app.pass(DAY_MS);
  await outbox.sendNow();
  await expectText(app.testid('outbox-said'), '1 message sent.');
  expect(mail.letters).toHaveLength(2);
});

it('one that waits can be left out, and comes back with undo', async () => {
  await twoLetters();
  await app.testid('app-who').click();
  await app.testid('app-leave-out').first().click();
  await expectCount(app.testid('app-line'), 1);
  await expectText(app.testid('toast'), /: will not be sent/);
  await app.page.keyboard.press('Control+z');
  await expectCount(app.testid('app-line'), 2);
  await outbox.open();
  await outbox.sendNow();
  expect(mail.letters).toHaveLength(2);
});

it('a letter that may have arrived is asked about first, and counted once', async () => {
  mail.mood = 'vanishes';
  await twoLetters();
  await outbox.open();
  await outbox.sendNow();
  await expectText(app.testid('outbox-said'), /2 were perhaps sent/);
  await expectText(today.badge, '2');
  await app.page.keyboard.press('Escape');
  const asked = app.testid('needs-you-line');
  await expectCount(asked, 2);
  await expectCount(today.lines, 0);
  await expectText(asked.first(), /perhaps sent.*It may have arrived/);

  await asked.filter({ hasText: 'Gergő' }).getByTestId('message-sent_after_all').click();
  await expectCount(asked, 1);
  await expectText(today.badge, '1');
  await app.page.keyboard.press('Control+z');
  await expectCount(asked, 2);
  await asked.filter({ hasText: 'Gergő' }).getByTestId('message-leave_out').click();
  await expectCount(asked, 1);

  mail.mood = 'takes';
  await asked.getByTestId('message-send_again').click();
  await expectCount(asked, 0);
  await expectCount(today.badge, 0);
  await outbox.open();
  await outbox.sendNow();
  await expectText(app.testid('outbox-said'), '1 message sent.');
  expect(mail.letters).toHaveLength(1);
});

it('an address that does not exist is corrected on Today, and the letter goes there', async () => {
  mail.mood = 'knows nobody';
  await twoLetters();
  await outbox.open();
  await outbox.sendNow();
  await app.page.keyboard.press('Escape');
  const asked = app.testid('needs-you-line');
  const gergo = asked.filter({ hasText: 'Gergő' });
  await expectCount(asked, 2);
  await expectText(gergo, /gergo@example\.com.*This e-mail address does not exist.*Kávézó Liget/);
  await app.page.keyboard.press('j');
  await app.page.keyboard.press('k');
  await expectFocus(asked.first());
  await app.page.keyboard.press('Enter');
  await expectText(app.testid('message-text'), /Kávézó Liget.*The server said: .*No such user/);

  // The key of the first choice neither sends it there again nor takes it for arrived.
  await gergo.getByTestId('needs-you-to').click();
  await app.page.keyboard.press('1');
  await expectFocus(app.testid('correct-address'));
  expect(await app.testid('correct-address').inputValue()).toBe('gergo@example.com');
  await app.page.keyboard.press('Escape');
  await expectFocus(gergo);
  await app.page.keyboard.press('1');
  await app.page.keyboard.press('Enter');
  await expectText(app.testid('correct').getByRole('alert'), /Nothing is corrected/);
  await app.testid('correct-address').fill('gergő');
  await app.page.keyboard.press('Enter');
  await expectText(app.testid('correct').getByRole('alert'), /gergő|e-mail/i);
  await app.testid('correct-address').fill('nagy.gergo@example.com');
  await app.page.keyboard.press('Enter');
  await expectCount(asked, 1);
  await expectText(app.testid('toast'), /Nagy Gergő: will be sent again/);

  await app.testid('needs-you').getByRole('link', { name: 'Анна Щербакова' }).click();
  await expectText(app.page.getByRole('heading', { level: 1 }), 'Анна Щербакова');
  mail.mood = 'takes';
  await today.open();
  await outbox.open();
  await outbox.sendNow();
  expect(mail.letters).toHaveLength(1);
  expect(mail.letters[0]).toContain('nagy.gergo@example.com');
});

it('a letter that was refused is decided with the keyboard alone', async () => {
  mail.mood = 'refuses';
  await twoLetters();
  await outbox.open();
  await app.page.keyboard.press('Control+Enter');
  await expectText(app.testid('outbox-said'), /2 could not be sent/);
  await app.testid('outbox-filter-undecided').click();
  await expectCount(outbox.rows(), 2);
  await expectText(outbox.active(), /not sent.*server refused this message.*Send again ?1/i);
  await app.page.keyboard.press('j');
  const name = await outbox.active().locator('b').textContent();
  await app.page.keyboard.press('3');
  await expectCount(outbox.rows(), 1);
  await app.page.keyboard.press('Control+z');
  await expectCount(outbox.rows(), 2);
  await app.page.keyboard.press('Escape');
  const asked = app.testid('needs-you-line').filter({ hasText: name! });
  await expectText(asked, /not sent.*Send again/);
  await expectText(today.badge, '2');
  await expectText(today.about, 'Nobody to greet. 2 messages need a look.');

  await asked.getByTestId('message-sent_after_all').click();
  await expectText(today.badge, '1');
  await expectCount(app.testid('app-sent-today'), 0);
  await outbox.open();
  await expectText(outbox.rows().filter({ hasText: name! }), /not sent.*reached them another way/);
});

it('many that failed by one cause are sent again with one key', async () => {
  mail.mood = 'refuses';
  const guests = ['Anna', 'Béla', 'Cili', 'Dani'].map((name, at) => ({
    name,
    email: `guest${at}@example.com`,
  }));
  await toWelcome(['email'], guests);
  await sendByMail();
  await app.page.reload();
  await today.open();
  await outbox.open();
  await outbox.sendNow();
  await app.page.keyboard.press('Escape');
  await expectText(app.testid('needs-you-all-again'), /Send all again ?A/);
  await app.page.keyboard.press('a');
  await expectText(app.testid('all-again'), /4 messages go out again/);
  expect(await accessibilityProblems(app.page)).toEqual([]);
  await app.testid('all-again-send').click();
  await expectCount(app.testid('all-again'), 0);
  await expectCount(app.testid('needs-you-line'), 0);
  await expectText(app.testid('app-waiting'), '4 waiting');
});

it('nothing goes out while it is paused, and what is held back can be tried again', async () => {
  mail.mood = 'wants a password';
  await twoLetters();
  await outbox.open();
  await app.page.keyboard.press('p');
  await expectShown(app.testid('outbox-paused'));
  expect(await app.testid('outbox-send-now').isDisabled()).toBe(true);
  await app.page.keyboard.press('Escape');
  await expectText(app.testid('outbox-paused'), /paused since.*2 messages are waiting/);
  await app.testid('outbox-resume').click();
  await expectCount(app.testid('outbox-paused'), 0);

  await outbox.open();
  await outbox.sendNow();
  await expectText(app.testid('outbox-held-email'), /E-mails are held back/);
  await app.page.keyboard.press('Escape');
  await expectShown(app.testid('outbox-held-email'));
  mail.mood = 'takes';
  await app.testid('outbox-try-email').click();
  await expectCount(app.testid('outbox-held-email'), 0);
  await app.pass(61_000);
  await outbox.open();
  await outbox.sendNow();
  expect(mail.letters).toHaveLength(2);
});

it('locked passwords are asked for on Today', async () => {
  await twoLetters();
  await app.restart('#/today');
  await expectShown(app.testid('outbox-locked'));
  await app.testid('outbox-passphrase').fill('wrong');
  await app.page.keyboard.press('Enter');
  await expectText(app.testid('outbox-locked').getByRole('alert'), /not the passphrase/);
  await app.testid('outbox-passphrase').fill(PASSPHRASE);
  await app.page.keyboard.press('Enter');
  await expectCount(app.testid('outbox-locked'), 0);
});

it('says what the outbox is for, and where sending is set up', async () => {
  app = await App.open();
  today = new TodayPage(app);
  await today.open();
  await outbox.open();
  await expectText(app.testid('outbox-off'), /does not send anything yet/);
  await app.testid('outbox-set-up').click();
  await expect.poll(() => app.page.url()).toMatch(/#\/settings\/sending$/);
});

describe('one of your own programs', () => {
  const CALLED = [{ name: 'Nagy Gergő', phone: '+36 30 555 0101', email: 'gergo@example.com' }];

  it('opens with the message, and the line stays until it is done', async () => {
    await toWelcome(['call'], CALLED);
    await app.page.reload();
    await today.open();
    await expectShown(app.testid('touch-handoff-call'));
    await app.page.keyboard.press('m');
    await expect.poll(() => app.opened()).toEqual(['tel:+36305550101']);
    await expectCount(today.lines, 1);
    await expectFocus(app.testid('touch-done'));
    await app.testid('touch-menu').click();
    await app.testid('touch-handoff-whatsapp').click();
    await expect.poll(async () => (await app.opened())[1]).toMatch(/^https:\/\/wa\.me\/3630555/);
    await expectFocus(app.testid('touch-done'));
    await app.page.keyboard.press('Enter');
    await expectCount(today.lines, 0);
  });

  it('is offered only where the guest agreed to it', async () => {
    await toWelcome(['call'], CALLED);
    const member_id = (await touches())[0]!.member.id;
    await app.command('consent_set', {
      request_id: request_id(),
      member_id,
      channel: 'sms',
      granted: false,
    });
    await app.page.reload();
    await today.open();
    await expectShown(app.testid('touch-handoff-call'));
    await app.testid('touch-menu').click();
    await expectShown(app.testid('touch-handoff-mail'));
    await expectCount(app.testid('touch-handoff-whatsapp'), 0);
    await expectCount(app.testid('touch-handoff-text'), 0);
  });
});

describe('who wants no more', () => {
  const given = async (member_id: string) =>
    (await app.command('member_profile', { member_id })).consents
      .filter(({ granted }) => granted)
      .map(({ channel }) => channel);

  it('is left alone with one key, and one more takes it back', async () => {
    await toWelcome(
      ['call'],
      [
        { name: 'Nagy Gergő', phone: '+36 30 555 0101' },
        { name: 'Tóth Júlia', phone: '+36 30 555 0102' },
      ],
    );
    const member_id = (await touches())[0]!.member.id;
    await app.page.reload();
    await today.open();
    await today.line('Gergő').getByTestId('touch-menu').click();
    await expectText(app.testid('touch-no-more'), /No more calls ?U/);
    await app.page.keyboard.press('u');
    await expectCount(today.lines, 1);
    await expectText(today.badge, '1');
    expect(await given(member_id)).toEqual(['email', 'sms']);
    expect((await touches())[0]).toMatchObject({ status: 'skipped', reason: 'no_consent' });
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => given(member_id)).toEqual(['email', 'sms', 'call']);
    await expectText(app.testid('toast'), /consent is back, and 1 planned greeting with it/);
    await expectCount(today.lines, 2);
    await expectText(today.active, /Nagy Gergő/);
    expect((await touches())[0]).toMatchObject({ status: 'planned' });
  });

  it('is left alone with the same key at the counter, beside what to say', async () => {
    await toWelcome(['counter'], [{ name: 'Nagy Gergő', phone: '+36 30 555 0101' }]);
    const member_id = (await touches())[0]!.member.id;
    await app.page.reload();
    const counter = new CounterPage(app);
    await counter.find('gerg');
    const noMore = app.testid('greeting').getByTestId('no-more-messages');
    await expectText(noMore, /No more messages ?U$/);
    await app.page.keyboard.press('u');
    await expectCount(noMore, 0);
    await expectFocus(counter.amount);
    expect(await given(member_id)).toEqual(['call']);
    await app.page.keyboard.press('u');
    await expectText(app.testid('toast').filter({ hasText: 'nothing' }), /nothing to stop/);
    expect(await app.testid('scan-field').inputValue()).toBe('');
    await app.page.keyboard.press('Control+z');
    await expectShown(noMore);
    expect(await given(member_id)).toEqual(['email', 'sms', 'call']);
    // What was done later is taken back first; the message still takes back its own.
    await app.page.keyboard.press('u');
    await expectCount(noMore, 0);
    await app.page.keyboard.press('d');
    await expectCount(app.testid('greeting'), 0);
    await app.page.keyboard.press('Control+z');
    await expectShown(app.testid('greeting'));
    expect(await given(member_id)).toEqual(['call']);
    await app.testid('toast').getByRole('button', { name: 'Undo' }).click();
    await expectShown(noMore);
    expect(await given(member_id)).toEqual(['email', 'sms', 'call']);
  });

  it('says so at the counter, and nothing that waits goes out', async () => {
    await twoLetters();
    const counter = new CounterPage(app);
    await app.page.keyboard.press('F2');
    await counter.find('gerg');
    await app.testid('no-more-messages').click();
    await expectCount(app.testid('no-more-messages'), 0);
    await expectText(app.testid('toast'), /Nagy Gergő: No more messages/);
    await today.open();
    await outbox.open();
    await outbox.sendNow();
    expect(mail.letters).toHaveLength(1);
  });
});

it('the address in the messenger is kept with the guest', async () => {
  app = await App.open();
  const { glance } = await app.enrol('Nagy Gergő');
  await app.page.goto(`${app.url}#/members/${glance.member.id}`);
  await app.testid('profile-edit').click();
  await app.testid('edit-messenger').fill('8143325');
  await app.testid('edit-save').click();
  await expectText(app.testid('profile-details'), /Messenger ?8143325/);
});

for (const locale of ['en', 'ru', 'hu'] as const) {
  it(`fits and can be used by everybody in ${locale}`, async () => {
    mail.mood = 'refuses';
    await twoLetters({ shop: { locale }, dark: locale === 'ru' });
    const problems = async () => [
      ...(await accessibilityProblems(app.page)),
      ...(await app.page.evaluate(() =>
        [...document.querySelectorAll('main, main *')]
          .filter(
            (element) =>
              element instanceof HTMLElement &&
              element.checkVisibility() &&
              !element.closest('.visually-hidden, .say') &&
              element.scrollWidth > element.clientWidth + 1 &&
              element.clientWidth > 0 &&
              getComputedStyle(element).display !== 'inline',
          )
          .map((element) => `wide: ${element.outerHTML.slice(0, 120)}`),
      )),
      ...(await app.page.evaluate(() =>
        [...document.querySelectorAll('main button, main a')]
          .filter((element) => element.checkVisibility())
          .filter((element) => element.getBoundingClientRect().height < 43.5)
          .map((element) => `small: ${element.outerHTML.slice(0, 120)}`),
      )),
    ];
    await app.testid('app-who').click();
    expect(await problems()).toEqual([]);
    await outbox.open();
    await app.page.keyboard.press('p');
    await expectShown(app.testid('outbox-paused'));
    expect(await problems()).toEqual([]);
    await app.page.keyboard.press('p');
    await expectCount(app.testid('outbox-paused'), 0);
    await outbox.sendNow();
    await expectFocus(outbox.active());
    await app.page.keyboard.press('Enter');
    await expectShown(app.testid('message-text'));
    expect(await problems()).toEqual([]);
    await app.page.keyboard.press('Escape');
    await expectShown(app.testid('needs-you'));
    expect(await problems()).toEqual([]);
    await app.page.keyboard.press('4');
    await expectFocus(app.testid('correct-address'));
    expect(await problems()).toEqual([]);
  });
}
