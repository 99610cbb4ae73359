import { afterEach, expect, it } from 'vitest';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessibilityProblems } from './axe';
import { App, DAY_MS } from './app';
import { expectCount, expectFocus, expectShown, expectText } from './expect';
import { CounterPage } from './pages/counter';

let app: App;
afterEach(() => app.close());

const heading = () => app.page.getByRole('heading', { level: 1 });

it('the wizard makes a shop in the chosen language', async () => {
  app = await App.open({ shop: false });
  await expectText(heading(), 'Welcome to Regulars');
  await app.testid('wizard-locale-hu').click();
  await expectText(heading(), 'Üdvözli a Regulars');
  await app.testid('wizard-name').fill('Kávézó Liget');
  await app.testid('wizard-next').click();
  await expect.poll(() => app.testid('wizard-currency').inputValue()).toBe('HUF');
  await app.testid('wizard-next').click();
  await app.testid('wizard-finish').click();
  await expectFocus(app.testid('scan-field'));
  await expectText(app.testid('nav-counter'), /Pult/);
  const { shop } = await app.command('app_state', {});
  expect(shop).toMatchObject({ name: 'Kávézó Liget', locale: 'hu', currency: 'HUF' });
});

it('the wizard needs a name, and Enter goes on', async () => {
  app = await App.open({ shop: false });
  expect(await app.testid('wizard-next').isDisabled()).toBe(true);
  await app.testid('wizard-name').fill('Salon');
  await app.page.keyboard.press('Enter');
  await expectFocus(app.testid('wizard-currency'));
  await app.page.keyboard.press('Enter');
  await expectShown(app.testid('wizard-finish'));
});

it('the wizard finds a time zone as it is typed', async () => {
  app = await App.open({ shop: false });
  await app.testid('wizard-name').fill('Salon');
  await app.page.keyboard.press('Enter');
  const zone = app.testid('wizard-time-zone');
  await zone.click();
  await zone.pressSequentially('new york');
  await app.page.keyboard.press('ArrowDown');
  await app.page.keyboard.press('Enter');
  await expect.poll(() => zone.inputValue()).toBe('America/New York');
  await app.testid('wizard-next').click();
  await app.testid('wizard-finish').click();
  await expectShown(app.testid('scan-field'));
  expect((await app.command('app_state', {})).shop?.time_zone).toBe('America/New_York');
});

it('the wizard shows the demo being made', { timeout: 180_000 }, async () => {
  app = await App.open({ shop: false });
  await app.testid('wizard-demo').click();
  await expectShown(app.testid('scan-field').or(app.testid('job-progress')));
  await app.testid('scan-field').waitFor({ timeout: 170_000 });
  const { shop, members } = await app.command('app_state', {});
  expect(shop?.is_demo).toBe(true);
  expect(members).toBeGreaterThan(50);
});

it('the wizard makes the demo by itself when the app was started for it', async () => {
  app = await App.open({ shop: false, address: '?demo' });
  await expectShown(app.testid('job-progress'));
  await expectCount(app.testid('wizard-name'), 0);
  await app.page.getByRole('button', { name: 'Cancel' }).click();
  await expectCount(app.testid('job-progress'), 0);
  // What was made until the cancel stays, so the page shows it.
  const { shop } = await app.command('app_state', {});
  await expectShown(app.testid(shop ? 'scan-field' : 'wizard-demo'));
});

it('keys open the screens and the help, and say so', async () => {
  app = await App.open();
  await expectFocus(app.testid('scan-field'));
  const keys = (await app.testid('nav-settings').getAttribute('aria-keyshortcuts'))!;
  await app.page.keyboard.press('?');
  await expectText(app.testid('help'), new RegExp(`Ctrl N.*${keys.replace('+', ' ')}`));
  await app.page.keyboard.press('Escape');
  await expectCount(app.testid('help'), 0);
  await app.page.keyboard.press(keys);
  await expectText(heading(), 'Settings');
  await app.page.keyboard.press('F2');
  await expectFocus(app.testid('scan-field'));
  await app.testid('scan-field').fill('what?');
  await expectCount(app.testid('help'), 0);
});

it('Escape clears the search, then the member', async () => {
  app = await App.open();
  const counter = new CounterPage(app);
  await app.enrol('Maria Ivanova');
  await counter.find('maria');
  await counter.scan.fill('xyz');
  await app.page.keyboard.press('Escape');
  await expect.poll(() => counter.scan.inputValue()).toBe('');
  await expectShown(counter.memberName);
  await app.page.keyboard.press('Escape');
  await expectCount(counter.memberName, 0);
  await expectFocus(counter.scan);
});

it('the counter is found as it was left', async () => {
  app = await App.open();
  const counter = new CounterPage(app);
  await app.enrol('Maria Ivanova');
  await counter.find('maria');
  await app.testid('nav-settings').click();
  await expectText(heading(), 'Settings');
  await app.testid('nav-counter').click();
  await expectText(counter.memberName, 'Maria Ivanova');
});

it('language and money follow the settings at once, not the machine', async () => {
  app = await App.open({ shop: { currency: 'HUF' } });
  const { glance } = await app.enrol('Maria Ivanova');
  await app.stamp(glance.member.id, 1, '2450');
  await app.page.reload();
  await app.testid('nav-settings').click();
  await expectText(app.testid('settings-currency').locator('option:checked'), /^HUF/);
  expect(await app.testid('settings-currency').isDisabled()).toBe(true);
  await app.testid('settings-locale-ru').click();
  await expectText(heading(), 'Настройки');
  await app.testid('nav-counter').click();
  await expectText(app.page.locator('dl'), /2 450 Ft/);
  await expectText(heading(), 'Суббота, 21 ноября');
  await app.testid('nav-settings').click();
  await app.testid('settings-locale-hu').click();
  await expectText(heading(), 'Beállítások');
  expect(await app.page.getAttribute('html', 'lang')).toBe('hu');
});

it('settings that were changed are not lost by going elsewhere or closing unasked', async () => {
  app = await App.open();
  await app.testid('nav-settings').click();
  const name = app.testid('settings-name');
  await name.fill('Liget and sons');
  const asked = app.page.waitForEvent('dialog');
  await app.page.close({ runBeforeUnload: true });
  const question = await asked;
  expect(question.type()).toBe('beforeunload');
  await question.dismiss();
  await app.page.keyboard.press('Alt+1');
  await expectText(app.testid('leave-dialog'), /Leave without saving.*shop’s details/);
  expect(await accessibilityProblems(app.page)).toEqual([]);
  await app.page.keyboard.press('Escape');
  expect(await name.inputValue()).toBe('Liget and sons');
  await app.page.keyboard.press('Alt+1');
  await app.testid('leave-save').click();
  await expectShown(app.testid('scan-field'));
  expect((await app.command('app_state', {})).shop?.name).toBe('Liget and sons');
  await app.testid('nav-settings').click();
  await name.fill('Liget');
  await app.page.keyboard.press('Alt+1');
  await app.testid('leave-discard').click();
  await expectShown(app.testid('scan-field'));
  // Nothing is left to lose.
  const closed = app.page.waitForEvent('close');
  await app.page.close({ runBeforeUnload: true });
  await closed;
  expect((await app.command('app_state', {})).shop?.name).toBe('Liget and sons');
});

it('a program that was changed stays while one goes elsewhere, and closing asks', async () => {
  app = await App.open();
  await app.testid('nav-program').click();
  await app.testid('program-reward').fill('A cake');
  await app.page.keyboard.press('Alt+1');
  await expectShown(app.testid('scan-field'));
  await expectCount(app.testid('leave-dialog'), 0);
  const asked = app.page.waitForEvent('dialog');
  await app.page.close({ runBeforeUnload: true });
  await (await asked).dismiss();
  await app.testid('nav-program').click();
  expect(await app.testid('program-reward').inputValue()).toBe('A cake');
});

for (const locale of ['ru', 'hu']) {
  it(`what was done at the counter stands in one line with its undo, in ${locale}`, async () => {
    app = await App.open({ shop: { locale, currency: 'HUF' } });
    const counter = new CounterPage(app);
    await app.enrol('Maria Ivanova');
    await counter.find('maria');
    await counter.amount.fill('12450');
    await app.page.keyboard.press('Enter');
    await counter.expectStamps(1);
    const boxes = await app.page.locator('footer .status, footer .buttons').all();
    const [status, buttons] = await Promise.all(boxes.map((box) => box.boundingBox()));
    const middle = status!.y + status!.height / 2;
    expect(Math.abs(buttons!.y + buttons!.height / 2 - middle)).toBeLessThan(2);
  });
}

it('of two messages that do not fit, the older shows once the newer is gone', async () => {
  app = await App.open({ shop: { locale: 'hu' } });
  const counter = new CounterPage(app);
  for (const name of ['Nagyné Szabó-Horváth Erzsébet', 'Kissné Kovács-Farkas Boglárka']) {
    const { glance } = await app.enrol(name);
    for (const channel of ['email', 'sms'] as const) {
      await app.command('consent_set', {
        request_id: crypto.randomUUID(),
        member_id: glance.member.id,
        channel,
        granted: true,
      });
    }
    await counter.find(name);
    await app.testid('no-more-messages').click();
    await expectCount(app.testid('no-more-messages'), 0);
  }
  const toasts = app.testid('toast');
  const [newer, older] = [toasts.first(), toasts.last()];
  await expectCount(toasts, 2);
  await expectText(newer, /Kissné/);
  expect(await older.isVisible()).toBe(false);
  await newer.getByRole('button', { name: 'Bezárás' }).click();
  await expectShown(older);
  await expectText(older, /Nagyné/);
  const cut = await older.evaluate(
    (toast) => toast.getBoundingClientRect().top < toast.parentElement!.getBoundingClientRect().top,
  );
  expect(cut).toBe(false);
  // With room for both, both show.
  await older.getByRole('button', { name: 'Visszavonás' }).click();
  await expectText(toasts.first(), /Nagyné/);
});

it('a message covers nothing that can be pressed, takes no focus, and goes with a key', async () => {
  app = await App.open();
  for (let guest = 0; guest < 3; guest++) await app.enrol(`Guest ${guest}`);
  await app.testid('nav-settings').click();
  await app.testid('settings-name').fill('A rather long name for a café');
  await app.testid('settings-shop-save').click();
  await expectShown(app.testid('toast'));
  await app.testid('settings-name').focus();
  expect(await pressableUnder('toast')).toEqual([]);
  await app.page.keyboard.press('Alt+1');
  await app.page.keyboard.press('Control+n');
  await expectFocus(app.testid('enrol-name'));
  expect(await pressableUnder('toast')).toEqual([]);
  await app.page.keyboard.press('Alt+0');
  await expectCount(app.testid('toast'), 0);
  await expectFocus(app.testid('enrol-name'));
});

/** What can be pressed or typed into and has a part of it under the message. */
function pressableUnder(testid: string): Promise<string[]> {
  return app.page.evaluate((id) => {
    const messages = [...document.querySelectorAll(`[data-testid="${id}"]`)];
    if (messages.length === 0) throw new Error('no message is shown');
    return messages.flatMap((message) => {
      const { left, right, top, bottom } = message.getBoundingClientRect();
      return [...document.querySelectorAll('button, a, input, select, textarea, label')]
        .filter((control) => !message.contains(control))
        .filter((control) => {
          const box = control.getBoundingClientRect();
          const apart =
            box.right <= left || box.left >= right || box.bottom <= top || box.top >= bottom;
          return box.width > 0 && !apart;
        })
        .map((control) => control.outerHTML.slice(0, 120));
    });
  }, testid);
}

it('a screen begins at its top, however far the one before was scrolled', async () => {
  app = await App.open({ height: 640 });
  const main = app.page.locator('.shell main');
  const scrolled = () => main.evaluate((element) => element.scrollTop);
  await app.testid('nav-settings').click();
  await expectText(heading(), 'Settings');
  await main.evaluate((element) => element.scrollTo(0, 300));
  await expect.poll(scrolled).toBe(300);
  await app.testid('nav-program').click();
  await expectShown(app.testid('program-name'));
  await expect.poll(scrolled).toBe(0);
});

it('settings are saved, and a wrong one says so at its field', async () => {
  app = await App.open();
  await app.testid('nav-settings').click();
  await app.testid('settings-name').fill('Corner Café');
  await app.testid('settings-shop-save').click();
  await expectShown(app.testid('toast'));
  expect((await app.command('app_state', {})).shop?.name).toBe('Corner Café');
  await app.testid('settings-name').fill('   ');
  await app.testid('settings-shop-save').click();
  await expectShown(app.page.getByRole('alert'));
  expect((await app.command('app_state', {})).shop?.name).toBe('Corner Café');
});

it('the documents folder is chosen, and the books are checked', async () => {
  app = await App.open();
  const folder = join(app.dataDir, 'papers');
  mkdirSync(folder);
  await app.testid('nav-settings').click();
  await app.chooseFolderNext(folder);
  await app.testid('settings-documents-choose').click();
  await expectText(app.testid('settings-documents-dir'), folder);
  await app.testid('settings-verify').click();
  await expectText(app.testid('settings-verified'), /All is well/);
});

it('light and dark are chosen and kept', async () => {
  app = await App.open();
  const ground = () => app.page.evaluate(() => document.documentElement.dataset.theme);
  await expect.poll(ground).toBe('light');
  await app.testid('theme-toggle').click();
  await expect.poll(ground).toBe('dark');
  await app.page.reload();
  await expect.poll(ground).toBe('dark');
});

it('a file that is not ours is left alone, and the page says so calmly', async () => {
  const foreign = 'The diary of somebody else, not a database.';
  let file = '';
  app = await App.open({
    shop: false,
    prepare: (dataDir) => {
      file = join(dataDir, 'regulars.db');
      writeFileSync(file, foreign);
    },
  });
  await expectText(heading(), 'Your shop cannot be opened right now');
  await expectText(app.page.getByRole('alert'), /Nothing was changed/);
  expect(await accessibilityProblems(app.page)).toEqual([]);
  expect(readFileSync(file, 'utf8')).toBe(foreign);
});

it('rewards expire with the day, also on days the PC was off', async () => {
  app = await App.open({ rules: { reward_lifetime: { count: 2, unit: 'days' } } });
  const { glance } = await app.enrol('Maria Ivanova');
  await app.stamp(glance.member.id, 10);
  await app.pass(5 * DAY_MS);
  await app.page.reload();
  await expectText(app.testid('toast'), /Expired: 1 reward\./);
  const counter = new CounterPage(app);
  await counter.find('maria');
  await expectCount(counter.grants, 0);
});

it('a clock that went backwards is told', async () => {
  app = await App.open();
  await app.enrol('Maria Ivanova');
  await app.pass(-DAY_MS);
  await app.page.reload();
  await expectText(app.page.getByRole('alert'), /clock is behind.*21 Nov 2026, 10:00/);
});
