import { afterEach, describe, expect, it } from 'vitest';
import { App, DAY_MS, type AppOptions } from './app';
import { accessibilityProblems } from './axe';
import { expectCount, expectFocus, expectShown, expectText } from './expect';
import { MomentsPage } from './pages/moments';

let app: App;
let moments: MomentsPage;
let maria: string;
afterEach(() => app.close());

/** A café with its ready-made moments and one guest with a birthday in ten days. */
async function opened(options: AppOptions = {}) {
  app = await App.open(options);
  moments = new MomentsPage(app);
  const { moments: there } = await app.command('moments_list', {});
  if (there.length === 0) {
    await app.command('moments_add_presets', { request_id: crypto.randomUUID() });
  }
  const { glance } = await app.command('member_enrol', {
    request_id: crypto.randomUUID(),
    draft: { name: 'Maria Ivanova', birthday: { year: 1990, month: 12, day: 1 } },
  });
  maria = glance.member.id;
  await app.stamp(maria, 2, '10');
  await moments.open();
}

const saved = async (code: string) =>
  (await app.command('moments_list', {})).moments.find(({ moment }) => moment.code === code)!
    .moment;

describe('the list', () => {
  it('tells what each moment does, in its order', async () => {
    await opened();
    await expectText(moments.row('birthday').getByTestId('moment-description'), /birthday/i);
    const { moments: there } = await app.command('moments_list', {});
    expect(await moments.codes()).toEqual(there.map(({ moment }) => moment.code));
  });

  it('switches a moment off and on at once', async () => {
    await opened();
    const toggle = moments.row('birthday').getByTestId('moment-switch');
    await toggle.click();
    await expect.poll(() => toggle.getAttribute('aria-checked')).toBe('false');
    expect((await saved('birthday')).enabled).toBe(false);
    await toggle.click();
    await expect.poll(() => toggle.getAttribute('aria-checked')).toBe('true');
    expect((await saved('birthday')).enabled).toBe(true);
  });

  it('is put in order by keys, and the focus goes along', async () => {
    await opened();
    const [first, second, third] = await moments.codes();
    const down = moments.row(first!).getByTestId('moment-down');
    await down.focus();
    await app.page.keyboard.press('Enter');
    await expect.poll(async () => (await moments.codes())[0]).toBe(second);
    await expectFocus(down);
    await expect
      .poll(async () => (await saved(first!)).position > (await saved(second!)).position)
      .toBe(true);
    await app.page.keyboard.press('Enter');
    await expect
      .poll(async () => (await moments.codes()).slice(0, 3))
      .toEqual([second, third, first]);
    await app.page.reload();
    await expectShown(moments.rows);
    expect((await moments.codes()).slice(0, 3)).toEqual([second, third, first]);
  });

  it('is gone through with the arrows, and coming back goes on from there', async () => {
    await opened();
    const open = (at: number) => moments.rows.nth(at).getByTestId('moment-open');
    await app.page.keyboard.press('ArrowDown');
    await expectFocus(open(0));
    await app.page.keyboard.press('ArrowDown');
    await app.page.keyboard.press('j');
    await expectFocus(open(2));
    await app.page.keyboard.press('Enter');
    await expectShown(moments.words);
    await app.page.keyboard.press('Escape');
    await expectFocus(open(2));
    await app.page.keyboard.press('ArrowUp');
    await expectFocus(open(1));
  });

  it('is put in order by dragging', async () => {
    await opened();
    const [first, second] = await moments.codes();
    const grip = await moments.rows.first().locator('.grip').boundingBox();
    const target = await moments.rows.nth(1).boundingBox();
    await app.page.mouse.move(grip!.x + 10, grip!.y + 10);
    await app.page.mouse.down();
    await app.page.mouse.move(target!.x + 10, target!.y + target!.height / 2, { steps: 4 });
    await app.page.mouse.up();
    await expect.poll(async () => (await moments.codes()).slice(0, 2)).toEqual([second, first]);
  });

  it('deletes a moment that greeted nobody, and offers it again', async () => {
    await opened();
    const row = moments.row('birthday');
    await row.getByTestId('moment-menu').click();
    await app.testid('moment-delete').click();
    const before = await moments.codes();
    await app.testid('moment-delete-confirm').click();
    await expectCount(row, 0);
    await expectFocus(moments.rows.first().getByTestId('moment-open'));
    await app.testid('toast').getByRole('button', { name: 'Undo' }).click();
    await expect.poll(() => moments.codes()).toEqual(before);
    await expect.poll(async () => (await saved('birthday')).enabled).toBe(true);
    expect(await app.page.evaluate(() => document.activeElement?.tagName)).not.toBe('BODY');
    await row.getByTestId('moment-menu').click();
    await app.testid('moment-delete').click();
    await app.testid('moment-delete-confirm').click();
    await expectCount(row, 0);
    await app.testid('moments-presets').click();
    const preset = app.page.locator('label', { has: app.testid('preset-birthday') });
    await expectText(preset, /before the birthday.*last 30 days: 0, in the next 30: 1/);
    await app.testid('presets-add').click();
    await expectCount(row, 1);
    await expectFocus(row.getByTestId('moment-open'));
    expect((await saved('birthday')).enabled).toBe(true);
  });

  it('says why a moment that greeted somebody stays, and switches it off instead', async () => {
    await opened();
    await app.pass(9 * DAY_MS);
    await app.command('daily_run', {});
    await app.page.reload();
    const row = moments.row('birthday');
    await row.getByTestId('moment-menu').click();
    await app.testid('moment-delete').click();
    await expectText(app.testid('moment-delete-dialog'), /cannot be deleted/);
    await expectCount(app.testid('moment-delete-confirm'), 0);
    await app.testid('moment-switch-off').click();
    await expect.poll(async () => (await saved('birthday')).enabled).toBe(false);
    await expectCount(row, 1);
  });

  it('says when the whole schedule is off, and switches it on', async () => {
    await opened();
    const { settings } = await app.command('schedule_state', {});
    await app.command('schedule_settings_set', {
      request_id: crypto.randomUUID(),
      settings: { ...settings, enabled: false },
    });
    await app.page.reload();
    await app.testid('moments-switch-on').click();
    await expectCount(app.testid('moments-off'), 0);
    expect((await app.command('schedule_state', {})).settings.enabled).toBe(true);
  });
});

describe('one moment', () => {
  it('shows whom it will reach as it is changed, and saves nothing before Save', async () => {
    await opened();
    await moments.edit('birthday');
    await expectText(moments.next30, '1');
    const before = await saved('birthday');
    await app.testid('moment-only-some').click();
    await app.testid('moment-min-visits').fill('2');
    await expectText(moments.next30, '0');
    await expectText(moments.state, /not saved yet/);
    expect(await saved('birthday')).toEqual(before);
    await app.testid('moment-min-visits').fill('1');
    await expectText(moments.next30, '1');
    await moments.save.click();
    await expectText(moments.state, /^Saved/);
    expect((await saved('birthday')).rules.audience.min_visits).toBe(1);
  });

  it('refuses an unknown field at the text, with those there are, and saves nothing', async () => {
    await opened();
    await moments.edit('birthday');
    const before = await saved('birthday');
    await moments.body.fill('Happy birthday, {nickname}!');
    const alert = app.page.getByRole('alert').filter({ hasText: 'nickname' });
    await expectText(alert, /\{first_name\} First name/);
    await expectShown(app.testid('preview-faulty'));
    expect(await moments.body.getAttribute('aria-invalid')).toBe('true');
    await moments.name.focus();
    await app.page.keyboard.press('Control+s');
    await expectFocus(moments.body);
    expect(await saved('birthday')).toEqual(before);
    await moments.body.fill('Happy birthday, !');
    await moments.body.evaluate((text: HTMLTextAreaElement) => text.setSelectionRange(16, 16));
    await app.testid('moment-field-first_name').click();
    expect(await moments.body.inputValue()).toBe('Happy birthday, {first_name}!');
    await expectText(moments.message, /Happy birthday, Maria!/);
    await moments.save.click();
    await expect
      .poll(async () => (await saved('birthday')).rules.templates.en?.body)
      .toBe('Happy birthday, {first_name}!');
  });

  it('shows its message in three languages, to whom one chooses', async () => {
    await opened();
    await app.enrol('Kovács Réka', '+36 30 555 0177');
    await moments.edit('birthday');
    for (const [locale, text] of [
      ['en', 'Dear {first_name}, all the best!'],
      ['ru', '{first_name}, с днём рождения!'],
      ['hu', 'Kedves {first_name}, boldog születésnapot!'],
    ] as const) {
      await app.testid(`moment-locale-${locale}`).click();
      await moments.body.fill(text);
      await expectText(
        moments.message,
        new RegExp(text.replace('{first_name}', '(Maria|Ivanova)')),
      );
      expect(await moments.message.getAttribute('lang')).toBe(locale);
    }
    await app.testid('preview-choose').click();
    await app.testid('preview-search').fill('rek');
    await expectText(app.testid('preview-hit'), /Réka/);
    await app.page.keyboard.press('ArrowDown');
    await expectFocus(app.testid('preview-hit'));
    await app.page.keyboard.press('ArrowUp');
    await app.page.keyboard.press('Enter');
    await expectText(app.testid('preview-member'), 'Kovács Réka');
    await expectText(moments.message, /Kedves Réka, boldog/);
  });

  it('asks before changes are lost, also by the menu', async () => {
    await opened();
    await moments.edit('birthday');
    await moments.name.fill('Round birthdays');
    await app.testid('nav-reports').click();
    await app.testid('leave-stay').click();
    expect(await moments.name.inputValue()).toBe('Round birthdays');
    await app.testid('moments-back').click();
    await app.testid('leave-discard').click();
    await expectShown(moments.row('birthday'));
    expect((await saved('birthday')).name).not.toBe('Round birthdays');
    await moments.edit('birthday');
    await moments.name.fill('Round birthdays');
    await app.testid('nav-counter').click();
    await app.testid('leave-save').click();
    await expect.poll(() => app.page.url()).toMatch(/#\/counter$/);
    expect((await saved('birthday')).name).toBe('Round birthdays');
  });

  it('is made new, off at first, with all that belongs to it', async () => {
    await opened();
    await app.testid('moment-new').click();
    await expectFocus(moments.name);
    await moments.save.click();
    await expectText(app.page.getByRole('alert').first(), /fill this in/);
    // What is foreseen meanwhile takes nothing of that back.
    await expectShown(app.testid('moment-outlook'));
    await expectText(app.page.getByRole('alert').first(), /fill this in/);
    await expectFocus(moments.name);
    await moments.name.fill('Colouring due');
    await app.testid('moment-trigger').selectOption('member_date');
    await app.testid('moment-label').fill('last colouring');
    await app.testid('moment-direction').selectOption('after');
    await app.testid('moment-offset').fill('42');
    await app.testid('moment-add-sms').click();
    await app.testid('moment-prefer-sms').click();
    await app.testid('moment-gift').check();
    await app.testid('moment-gift-name').fill('A hair mask');
    await app.testid('moment-gift-cost').fill('3,50');
    await app.testid('moment-holdout').fill('10');
    await moments.save.click();
    await expectShown(app.page.getByText('Saved. It is still switched off.'));
    await expect.poll(async () => (await saved('colouring_due'))?.enabled).toBe(false);
    expect((await saved('colouring_due')).rules).toMatchObject({
      trigger: { kind: 'member_date', label: 'last colouring' },
      offset_days: 42,
      channels: ['sms', 'counter'],
      gift: { name: 'A hair mask', cost_minor: 350 },
      holdout_percent: 10,
    });
    await app.testid('moment-enabled').click();
    await expect.poll(async () => (await saved('colouring_due')).enabled).toBe(true);
  });

  for (const locale of ['en', 'ru', 'hu']) {
    it(`shows the whole of each choice of a day, in ${locale}`, async () => {
      await opened({ shop: { locale } });
      await moments.edit('birthday');
      const cut = (select: HTMLSelectElement) => {
        const { font, paddingLeft, paddingRight } = getComputedStyle(select);
        const canvas = document.createElement('canvas').getContext('2d')!;
        canvas.font = font;
        const room = select.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight);
        return [...select.options]
          .map(({ text }) => text)
          .filter((text) => canvas.measureText(text).width > room);
      };
      await app.testid('moment-has-until').click();
      const month = app.testid('moment-until').locator('select');
      for (const select of [app.testid('moment-direction'), month]) {
        expect(await select.evaluate(cut)).toEqual([]);
      }
    });
  }

  it('tells what cannot be at its field', async () => {
    await opened();
    await moments.edit('birthday');
    await app.testid('moment-late').fill('soon');
    await expectText(app.page.getByRole('alert').first(), /whole number/);
    await app.testid('moment-late').fill('999');
    await expectText(app.page.getByRole('alert').first(), /between 0 and 365/);
    await expectText(app.testid('moment-missing'), /Days it may come late: .*365/);
    await expectCount(moments.next30, 0);
    await moments.name.focus();
    await moments.save.click();
    await expectFocus(app.testid('moment-late'));
    const seen = await app.testid('moment-late').boundingBox();
    expect(seen!.y).toBeGreaterThan(100);
    expect(seen!.y).toBeLessThan(760);
    expect((await saved('birthday')).rules.late_days).toBeLessThan(365);
  });

  it('warns of a field that nobody’s message would fill', async () => {
    await opened();
    await moments.edit('birthday');
    await expectCount(app.testid('moment-holes'), 0);
    await moments.body.fill('Your code is {reward_code}');
    await app.testid('moment-gift').click();
    await expectText(app.testid('moment-holes'), /\{reward_code\}/);
  });

  it('foresees nothing of before while something is missing, and the page stays put', async () => {
    await opened();
    await moments.edit('birthday');
    await expectText(moments.next30, '1');
    await app.testid('moment-trigger').selectOption('member_date');
    await expectText(app.testid('moment-missing'), /What it is/);
    await expectCount(moments.next30, 0);
    await expectCount(moments.words, 0);
    await app.testid('moment-trigger').selectOption('date');
    expect(await app.testid('moment-month').inputValue()).toBe('12');
    await expectText(moments.next30, '1');
    await app.testid('moment-holdout').fill('101');
    await expectText(app.testid('moment-missing'), /between 0 and 90/);
    await app.testid('moment-holdout').scrollIntoViewIfNeeded();
    const { height, top } = await app.page.evaluate(() => ({
      height: document.documentElement.scrollHeight,
      top: document.documentElement.scrollTop + document.body.scrollTop,
    }));
    expect({ height, top }).toEqual({ height: app.page.viewportSize()!.height, top: 0 });
  });

  it('keeps the focus on Save', async () => {
    await opened();
    await moments.edit('birthday');
    await app.testid('moment-late').fill('3');
    await moments.save.focus();
    await app.page.keyboard.press('Enter');
    await expectText(moments.state, /^Saved/);
    await expectFocus(moments.save);
  });

  it('leads to what is wrong in a language that is not in sight', async () => {
    await opened();
    await moments.edit('birthday');
    await app.testid('moment-locale-hu').click();
    await moments.body.fill('Kedves {nobody}!');
    await expectShown(app.page.getByRole('alert').filter({ hasText: 'nobody' }));
    await app.testid('moment-locale-ru').click();
    await moments.save.click();
    await expectFocus(moments.body);
    expect(await moments.body.inputValue()).toBe('Kedves {nobody}!');
  });

  it('says under an empty text what its guests get instead', async () => {
    await opened();
    await moments.edit('birthday');
    await app.testid('moment-locale-ru').click();
    await app.testid('moment-subject').fill('');
    await moments.body.fill('');
    const field = app.page.locator('.field', { has: moments.body });
    await expectText(field, /those guests get the one in English/);
    await expectText(moments.message, /Happy birthday, Maria/);
    await app.testid('moment-locale-en').click();
    await app.testid('moment-subject').fill('');
    await moments.body.fill('');
    await expectText(field, /those guests get the one in Magyar/);
    await app.testid('moment-locale-hu').click();
    await app.testid('moment-subject').fill('');
    await moments.body.fill('');
    await expectText(field, /you find the words/);
    await expectShown(app.testid('preview-silent'));
  });
});

for (const dark of [false, true]) {
  it(`can be used by everybody in the ${dark ? 'dark' : 'light'}`, async () => {
    await opened({ dark });
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await moments.edit('birthday');
    await app.testid('moment-only-some').click();
    await app.testid('moment-tags').fill('vip');
    await app.testid('moment-tags-add').click();
    await moments.body.fill('{nobody}');
    await expectShown(app.page.getByRole('alert'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await moments.body.fill('Hi!');
    await app.testid('preview-choose').click();
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}

it('what is pressed by fingers is at least 44 pixels high', async () => {
  await opened();
  const small = () =>
    app.page.evaluate(() =>
      [...document.querySelectorAll('main button, main select, main input:not(.visually-hidden)')]
        .filter((element) => element.checkVisibility() && !element.closest('label, .box'))
        .map((element) => ({
          html: element.outerHTML.slice(0, 80),
          height: element.getBoundingClientRect().height,
        }))
        .filter(({ height }) => height > 0 && height < 43.5),
    );
  expect(await small()).toEqual([]);
  await moments.edit('birthday');
  expect(await small()).toEqual([]);
});
