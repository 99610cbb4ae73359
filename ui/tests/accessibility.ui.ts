import { afterEach, describe, expect, it } from 'vitest';
import { App } from './app';
import { accessibilityProblems } from './axe';
import { expectShown } from './expect';
import { CounterPage } from './pages/counter';

let app: App;
afterEach(() => app.close());

for (const dark of [false, true]) {
  describe(dark ? 'in the dark' : 'in the light', () => {
    it('the welcome wizard can be used by everybody', async () => {
      app = await App.open({ shop: false, dark });
      await app.testid('wizard-name').fill('Kávézó Liget');
      expect(await accessibilityProblems(app.page)).toEqual([]);
      await app.testid('wizard-next').click();
      await expectShown(app.testid('wizard-currency'));
      expect(await accessibilityProblems(app.page)).toEqual([]);
      await app.testid('wizard-next').click();
      await expectShown(app.testid('wizard-finish'));
      expect(await accessibilityProblems(app.page)).toEqual([]);
    });

    it('the counter can be used by everybody', async () => {
      app = await App.open({ dark });
      const counter = new CounterPage(app);
      const { glance } = await app.enrol('Maria Ivanova', '+36 30 555 0142');
      await app.stamp(glance.member.id, 11, '12,50');
      await app.page.reload();
      await expectShown(counter.till);
      expect(await accessibilityProblems(app.page)).toEqual([]);
      await counter.scan.fill('mar');
      await expectShown(counter.hits);
      expect(await accessibilityProblems(app.page)).toEqual([]);
      await counter.scan.press('Enter');
      await expectShown(counter.grants);
      expect(await accessibilityProblems(app.page)).toEqual([]);
      await app.testid('enrol-open').click();
      await app.testid('enrol-more').click();
      expect(await accessibilityProblems(app.page)).toEqual([]);
      await app.page.keyboard.press('Escape');
      await app.page.keyboard.press('F1');
      await expectShown(app.testid('help'));
      expect(await accessibilityProblems(app.page)).toEqual([]);
    });

    it('the settings can be used by everybody', async () => {
      app = await App.open({ dark });
      await app.testid('nav-settings').click();
      await expectShown(app.testid('settings-verify'));
      expect(await accessibilityProblems(app.page)).toEqual([]);
    });
  });
}

it('what is pressed by fingers is at least 44 pixels high', async () => {
  app = await App.open();
  const counter = new CounterPage(app);
  const { glance } = await app.enrol('Maria Ivanova', '+36 30 555 0142');
  await app.stamp(glance.member.id, 11, '12,50');
  await app.page.reload();
  await counter.find('maria');
  const small = await app.page.evaluate(() =>
    [...document.querySelectorAll('button, a, select, input:not(.visually-hidden)')]
      .filter((element) => element.checkVisibility() && !element.closest('label'))
      .map((element) => ({
        html: element.outerHTML.slice(0, 80),
        box: element.getBoundingClientRect(),
      }))
      .filter(({ box }) => box.height > 0 && box.height < 43.5 && box.width > 1)
      .map(({ html, box }) => `${Math.round(box.height)}: ${html}`),
  );
  // The amount's input stands in a box of 64 pixels that focuses it.
  expect(small.filter((line) => !line.includes('inputmode="decimal"'))).toEqual([]);
});
