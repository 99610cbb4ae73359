import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App, DAY_MS, type AppOptions } from './app';
import { accessibilityProblems } from './axe';
import { expectCount, expectFocus, expectShown, expectText } from './expect';
import { MailServer } from './mailServer';
import { CounterPage } from './pages/counter';
import { TodayPage } from './pages/today';
import type { Channel, TouchChannel } from '../src/lib/backend/bindings';

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

const request_id = () => crypto.randomUUID();

/** The greeting on day 3 goes by `channels`, and each guest agreed to all of these. */
async function welcome(
  channels: TouchChannel[],
  guests: { name: string; phone?: string; email?: string }[],
  options: AppOptions = {},
) {
  app = await App.open(options);
  today = new TodayPage(app);
  const { moments } = await app.command('moments_list', {});
  const { moment } = moments.find((line) => line.moment.code === 'welcome_day_3')!;
  for (const { id } of moments.map((line) => line.moment)) {
    const enabled = id === moment.id;
    await app.command('moment_enable', { request_id: request_id(), moment_id: id, enabled });
  }
  const { code, name, rules } = moment;
  const draft = { code, name, rules: { ...rules, channels } };
  await app.command('moment_save', { request_id: request_id(), moment_id: moment.id, draft });
  for (const guest of guests) {
    const { glance } = await app.command('member_enrol', {
      request_id: request_id(),
      draft: guest,
    });
    for (const channel of ['email', 'sms', 'call'] as const) {
      await consent(glance.member.id, channel);
    }
  }
  await app.pass(3 * DAY_MS);
  await app.command('schedule_run', { request_id: request_id() });
}

function consent(member_id: string, channel: Channel) {
  return app.command('consent_set', {
    request_id: request_id(),
    member_id,
    channel,
    granted: true,
  });
}

async function sendByMail() {
  await app.command('delivery_unlock', {
    request_id: request_id(),
    passphrase: 'four cups of coffee',
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
  await welcome(['email'], TWO, options);
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
  await expectText(today.about, 'Nobody to greet.');
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

it('one that waits can be left out, and comes back with undo', async () => {
  await twoLetters();
  await app.testid('app-who').click();
  await app.testid('app-leave-out').first().click();
  await expectCount(app.testid('app-line'), 1);
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
  await app.pass(61_000);
  await outbox.open();
  await outbox.sendNow();
  expect(mail.letters).toHaveLength(1);
});

it('a letter that was refused is decided with the keyboard alone', async () => {
  mail.mood = 'refuses';
  await twoLetters();
  await outbox.open();
  await app.page.keyboard.press('Control+Enter');
  await expectText(app.testid('outbox-said'), /2 could not be sent/);
  await app.testid('outbox-filter-undecided').click();
  await expectCount(outbox.rows(), 2);
  await expectText(outbox.active(), /not sent.*server refused this message/i);
  await app.page.keyboard.press('j');
  const name = await outbox.active().locator('b').textContent();
  await app.page.keyboard.press('3');
  await expectCount(outbox.rows(), 1);
  await app.page.keyboard.press('Control+z');
  // It is open again, for a person now: the app tried.
  await app.page.keyboard.press('Escape');
  await expectText(today.line(name!), /not sent/);
  await expectText(today.badge, '2');
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
  await app.testid('outbox-passphrase').fill('four cups of coffee');
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
    await welcome(['call'], CALLED);
    await app.page.reload();
    await today.open();
    await expectShown(app.testid('touch-handoff-call'));
    await app.page.keyboard.press('m');
    await expect.poll(() => app.opened()).toEqual(['tel:+36305550101']);
    await expectCount(today.lines, 1);
    await expectFocus(app.testid('touch-done'));
    await app.testid('touch-handoff-whatsapp').click();
    await expect.poll(async () => (await app.opened())[1]).toMatch(/^https:\/\/wa\.me\/3630555/);
    await expectFocus(app.testid('touch-done'));
    await app.page.keyboard.press('Enter');
    await expectCount(today.lines, 0);
  });

  it('is offered only where the guest agreed to it', async () => {
    await welcome(['call'], CALLED);
    const member_id = (await touches())[0]!.member.id;
    await app.command('consent_set', {
      request_id: request_id(),
      member_id,
      channel: 'sms',
      granted: false,
    });
    await app.page.reload();
    await today.open();
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
    await welcome(['call'], [{ name: 'Nagy Gergő', phone: '+36 30 555 0101' }]);
    const member_id = (await touches())[0]!.member.id;
    await app.page.reload();
    await today.open();
    await expectText(app.testid('touch-no-more'), /No more calls/);
    await app.page.keyboard.press('u');
    await expectCount(today.lines, 0);
    await expectCount(today.badge, 0);
    expect(await given(member_id)).toEqual(['email', 'sms']);
    expect(await touches()).toMatchObject([{ status: 'skipped', reason: 'no_consent' }]);
    await app.page.keyboard.press('Control+z');
    await expect.poll(() => given(member_id)).toEqual(['email', 'sms', 'call']);
    await expectText(app.testid('toast'), /consent is back, and 1 planned greeting with it/);
    await expectCount(today.lines, 1);
    expect(await touches()).toMatchObject([{ status: 'planned' }]);
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
  });
}
