import { afterEach, describe, expect, it } from 'vitest';
import { App, DAY_MS } from './app';
import { accessibilityProblems } from './axe';
import { expectCount, expectFocus, expectShown, expectText } from './expect';
import { CounterPage } from './pages/counter';
import { TodayPage } from './pages/today';

let app: App;
let today: TodayPage;
let counter: CounterPage;
afterEach(() => app.close());

/**
 * Three guests who joined three days ago and are welcomed today, at the counter,
 * as nobody left an address.
 */
async function threeToWelcome(options: Parameters<typeof App.open>[0] = {}) {
  app = await App.open(options);
  today = new TodayPage(app);
  counter = new CounterPage(app);
  await app.enrol('Nagy Gergő', '+36 30 555 0101');
  await app.enrol('Анна Щербакова', '+36 30 555 0102');
  await app.enrol('Tóth Júlia');
  await app.pass(3 * DAY_MS);
  await app.page.reload();
  await expectText(today.badge, '3');
}

const open = async () => (await app.command('schedule_state', {})).open;

const status = async (name: string) => {
  const { lines } = await app.command('touches_list', { offset: 0, limit: 100 });
  return lines.find(({ touch }) => touch.member.name === name && touch.reason !== 'no_channel')
    ?.touch;
};

it('tells whom to greet, why and what to say', async () => {
  await threeToWelcome();
  await today.open();
  await expectText(today.about, '3 people to greet.');
  await expectCount(today.lines, 3);
  await expectText(today.line('Gergő'), /joined 3 days ago.*at the counter.*Done/);
  await expectText(app.page.getByRole('heading', { level: 1 }), 'Tuesday, 24 November');
});

it('an outcome leaves the list, the badge and the counter, and undo brings it back', async () => {
  await threeToWelcome();
  await counter.find('gerg');
  await expectCount(today.greetings, 1);
  await today.open();
  await today.line('Gergő').locator('b').click();
  await today.line('Gergő').getByTestId('touch-came').click();
  await expectCount(today.lines, 2);
  await expectText(today.badge, '2');
  expect(await status('Nagy Gergő')).toMatchObject({ status: 'done', outcome: 'came' });
  await app.page.keyboard.press('F2');
  await expectShown(counter.memberName);
  await expectCount(today.greetings, 0);

  await today.open();
  await app.page.keyboard.press('Control+z');
  await expectCount(today.lines, 3);
  await expectText(today.badge, '3');
  expect(await status('Nagy Gergő')).toMatchObject({ status: 'planned', outcome: null });
  await app.page.keyboard.press('F2');
  await expectCount(today.greetings, 1);
});

it('the button of the message takes back what it tells of', async () => {
  await threeToWelcome();
  await today.open();
  await today.line('Júlia').getByTestId('touch-done').click();
  await expectCount(today.lines, 2);
  await app.testid('toast').getByRole('button', { name: 'Undo' }).click();
  await expectCount(today.line('Júlia'), 1);
  await expect.poll(open).toBe(3);
});

it('is worked through with the keyboard alone', async () => {
  await threeToWelcome();
  await app.page.keyboard.press('Alt+2');
  await expectShown(today.lines);
  await expectFocus(today.active);
  const names = await today.lines.locator('b').allTextContents();
  await app.page.keyboard.press('j');
  await expectText(today.active.locator('b'), names[1]!);
  await app.page.keyboard.press('ArrowDown');
  await expectText(today.active.locator('b'), names[2]!);
  await app.page.keyboard.press('k');
  await app.page.keyboard.press('3');
  await expectCount(today.lines, 2);
  expect(await status(names[1]!)).toMatchObject({ status: 'done', outcome: 'no_answer' });
  await expectText(today.active.locator('b'), names[2]!);
  await expectFocus(today.active);
  await app.page.keyboard.press('s');
  await expectCount(today.lines, 1);
  expect(await status(names[2]!)).toMatchObject({ status: 'skipped', reason: 'owner' });
  await app.page.keyboard.press('d');
  await expectText(today.empty.locator('h2'), 'All done for today');
  expect(await status(names[0]!)).toMatchObject({ status: 'done', outcome: 'reached' });
  await expectCount(today.badge, 0);
  // Each press takes one more back.
  for (const left of [1, 2, 3]) {
    await app.page.keyboard.press('Control+z');
    await expectCount(today.lines, left);
  }
  await app.page.keyboard.press('Enter');
  await expectShown(counter.memberName);
});

it('what is seldom done is in a menu, with the keys that do it without', async () => {
  await threeToWelcome();
  await today.open();
  const name = (await today.active.locator('b').textContent())!;
  await app.testid('touch-menu').click();
  await expectText(app.testid('touch-open'), /Open at the counter ?Enter/);
  await expectText(app.testid('touch-skip'), /Skip ?S/);
  // The arrows choose in the menu, not among the lines behind it.
  await app.page.keyboard.press('ArrowDown');
  await expectText(today.active.locator('b'), name);
  await app.page.keyboard.press('End');
  await app.page.keyboard.press('Enter');
  await expectCount(today.lines, 2);
  expect(await status(name)).toMatchObject({ status: 'skipped', reason: 'owner' });
});

it('a greeting waits until the day that was chosen', async () => {
  await threeToWelcome();
  await today.open();
  const name = (await today.active.locator('b').textContent())!;
  await app.page.keyboard.press('z');
  await expectText(today.snooze, /Tomorrow Wed.* 25 Nov.*In 3 days Fri.* 27 Nov/);
  await app.page.keyboard.press('1');
  await expectCount(today.line(name), 0);
  expect(await status(name)).toMatchObject({ status: 'planned', snoozed_until: '2026-11-25' });
  await expectText(today.badge, '2');

  const next = (await today.active.locator('b').textContent())!;
  await app.testid('touch-snooze').click();
  await app.page.keyboard.press('4');
  const day = app.testid('snooze-date').locator('input').first();
  await expectFocus(day);
  const { useful_until } = (await status(next))!;
  const last = String(Number(useful_until.slice(8)));
  expect(await day.inputValue(), 'a week, or the last day').toBe(last);
  await day.fill('');
  await app.testid('snooze-set').click();
  await expectText(app.testid('snooze-date').getByRole('alert'), new RegExp(`to .*${last}`));
  await app.testid('snooze-date').locator('select').selectOption('11');
  await day.fill('21');
  await app.testid('snooze-set').click();
  await expectShown(app.testid('snooze-date').getByRole('alert'));
  await day.fill('28');
  await app.testid('snooze-set').click();
  await expectCount(today.line(next), 0);
  expect(await status(next)).toMatchObject({ snoozed_until: '2026-11-28' });
});

it('a text and a phone number are copied with one key', async () => {
  await threeToWelcome();
  await app.page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await today.open();
  await today.line('Gergő').locator('b').click();
  const clipboard = () => app.page.evaluate(() => navigator.clipboard.readText());
  await app.page.keyboard.press('n');
  await expect.poll(clipboard).toBe('+36 30 555 0101');
  await app.page.keyboard.press('c');
  await expect.poll(clipboard).toContain('Kávézó Liget');
});

describe('at the counter', () => {
  it('a scanned guest is greeted, and the stamp is as near as ever', async () => {
    await threeToWelcome();
    await expectText(today.idle, '3 greetings wait today');
    const glance = (await app.command('counter_search', { query: 'gerg', limit: 1 })).hits[0]!;
    const member = await app.command('member_glance', { member_id: glance.id });
    await counter.scanCard(member.cards[0]!.number);
    await expectText(today.greetings, /joined 3 days ago.*Kávézó Liget/i);
    await expectFocus(counter.amount);
    await app.page.keyboard.press('Enter');
    await counter.expectStamps(1);
    await expectCount(today.greetings, 1);
    await app.page.keyboard.press('d');
    await expectCount(today.greetings, 0);
    await expectText(today.badge, '2');
    await expectText(app.page.locator('.member [role="status"]'), /Greeting noted: Reached/);
    expect(await status('Nagy Gergő')).toMatchObject({ status: 'done', outcome: 'reached' });
    // What was done last is taken back first: the greeting, then the stamp.
    await app.page.keyboard.press('Control+z');
    await expectCount(today.greetings, 1);
    await counter.expectStamps(1);
    await expectText(today.badge, '3');
    await app.page.waitForTimeout(300);
    await app.page.keyboard.press('Control+z');
    await counter.expectStamps(0);
    await expect.poll(open).toBe(3);
  });

  it('another outcome is in the menu', async () => {
    await threeToWelcome();
    await counter.find('júlia');
    await app.testid('greeting-menu').click();
    await app.testid('greeting-not_wanted').click();
    await expectCount(today.greetings, 0);
    expect(await status('Tóth Júlia')).toMatchObject({ status: 'done', outcome: 'not_wanted' });
  });

  it('a name that begins with D greets nobody', async () => {
    await threeToWelcome();
    await counter.find('gerg');
    await app.page.keyboard.type('Dora', { delay: 60 });
    await expect.poll(() => counter.scan.inputValue()).toBe('Dora');
    await app.page.waitForTimeout(600);
    expect(await open()).toBe(3);
  });
});

describe('nothing to do', () => {
  it('says what comes next', async () => {
    app = await App.open();
    today = new TodayPage(app);
    await app.enrol('Nagy Gergő');
    await today.open();
    await expectText(today.about, 'Nobody to greet.');
    await expectText(today.empty, /A quiet day.*Next comes Tuesday, 24 November/);
    await expectCount(today.badge, 0);
    await expectCount(today.idle, 0);
  });

  it('leads to the moments when none is switched on', async () => {
    app = await App.open();
    today = new TodayPage(app);
    for (const { moment } of (await app.command('moments_list', {})).moments) {
      await app.command('moment_enable', {
        request_id: crypto.randomUUID(),
        moment_id: moment.id,
        enabled: false,
      });
    }
    await today.open();
    await expectText(today.empty.locator('h2'), 'No occasion is switched on');
    await app.testid('today-to-moments').click();
    await expect.poll(() => app.page.url()).toMatch(/#\/moments$/);
  });

  it('switches the schedule on where it is off', async () => {
    app = await App.open();
    today = new TodayPage(app);
    const { settings } = await app.command('schedule_state', {});
    await app.command('schedule_settings_set', {
      request_id: crypto.randomUUID(),
      settings: { ...settings, enabled: false },
    });
    await app.enrol('Nagy Gergő');
    await app.pass(3 * DAY_MS);
    await app.page.reload();
    await today.open();
    await expectShown(today.off);
    await app.testid('today-switch-on').click();
    await expectCount(today.off, 0);
    expect((await app.command('schedule_state', {})).settings.enabled).toBe(true);
  });
});

it('the coming weeks tell each day, and a day tells who', async () => {
  await threeToWelcome();
  await app.enrol('Kiss Bence');
  await today.open();
  await app.page.keyboard.press('w');
  await expectShown(app.testid('weeks'));
  const foreseen = app.page.locator('[data-day="2026-11-27"]');
  await expectShown(foreseen.locator('.foreseen'));
  await expectCount(app.page.locator('[data-day="2026-11-24"] .moment:not(.foreseen)'), 1);
  await foreseen.click();
  await expectText(today.day, /Friday, 27 November.*Kiss Bence foreseen/);
  await app.page.keyboard.press('Escape');
  await expectCount(today.day, 0);
  await expectFocus(foreseen);
  await app.page.locator('[data-day="2026-11-24"]').click();
  await expectText(today.day, /Nagy Gergő.*open/);
  await app.page.keyboard.press('Escape');
  await app.page.keyboard.press('Escape');
  await expectShown(today.lines);
});

it('a new day brings its list while the window stays open', async () => {
  app = await App.open();
  today = new TodayPage(app);
  await app.enrol('Nagy Gergő');
  await today.open();
  await expectShown(today.empty);
  await app.pass(3 * DAY_MS);
  await app.page.evaluate(() => window.dispatchEvent(new Event('focus')));
  await expectText(today.badge, '1');
  await expectCount(today.lines, 1);
});

for (const locale of ['ru', 'hu'] as const) {
  for (const [width, height] of [
    [1280, 800],
    [1024, 768],
  ] as const) {
    it(`fits in ${locale} at ${width} pixels`, async () => {
      await threeToWelcome({ shop: { locale }, width, height });
      const overflow = () =>
        app.page.evaluate(() =>
          [...document.querySelectorAll('main, main *, nav, dialog[open] *')]
            .filter(
              (element) =>
                element instanceof HTMLElement &&
                element.checkVisibility() &&
                !element.closest('.visually-hidden, .say') &&
                // Its button reaches out of the line on purpose.
                !element.querySelector(':scope > .note-open') &&
                element.scrollWidth > element.clientWidth + 1 &&
                element.clientWidth > 0 &&
                getComputedStyle(element).display !== 'inline',
            )
            .map((element) => element.outerHTML.slice(0, 120)),
        );
      await today.open();
      await expectShown(today.active);
      expect(await overflow()).toEqual([]);
      await app.page.keyboard.press('z');
      await expectShown(today.snooze);
      expect(await overflow()).toEqual([]);
      await app.page.keyboard.press('Escape');
      await app.page.keyboard.press('w');
      await expectShown(today.days);
      expect(await overflow()).toEqual([]);
      await app.page.keyboard.press('F2');
      await counter.find('júlia');
      await expectShown(today.greetings);
      expect(await overflow()).toEqual([]);
    });
  }
}

for (const dark of [false, true]) {
  it(`can be used by everybody in the ${dark ? 'dark' : 'light'}`, async () => {
    await threeToWelcome({ dark });
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await today.open();
    await expectShown(today.active);
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.testid('touch-menu').click();
    await expectShown(app.testid('touch-skip'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('z');
    await expectShown(today.snooze);
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('w');
    await expectShown(today.days);
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.page.locator('[data-day="2026-11-24"]').click();
    await expectShown(app.testid('day-moment'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.keyboard.press('F2');
    await counter.find('gerg');
    await expectShown(today.greetings);
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}

it('what is pressed by fingers is at least 44 pixels high', async () => {
  await threeToWelcome();
  const small = () =>
    app.page.evaluate(() =>
      [...document.querySelectorAll('main button, main a')]
        .filter((element) => element.checkVisibility())
        .map((element) => ({
          html: element.outerHTML.slice(0, 80),
          box: element.getBoundingClientRect(),
        }))
        .filter(({ box }) => box.height > 0 && box.height < 43.5)
        .map(({ html, box }) => `${Math.round(box.height)}: ${html}`),
    );
  expect(await small()).toEqual([]);
  await today.open();
  await expectShown(today.active);
  expect(await small()).toEqual([]);
  await app.page.keyboard.press('w');
  await expectShown(today.days);
  expect(await small()).toEqual([]);
});
