import { afterEach, expect, it } from 'vitest';
import { App } from './app';
import { accessibilityProblems } from './axe';
import { expectCount, expectShown, expectText } from './expect';
import { MembersPage } from './pages/members';

let app: App;
afterEach(() => app.close());

const settings = async () => (await app.command('schedule_state', {})).settings;

it('the settings of the schedule count at once and stay', async () => {
  app = await App.open();
  await app.testid('nav-settings').click();
  await app.testid('schedule-most').selectOption('2');
  await expect.poll(async () => (await settings()).touches_per_month).toBe(2);
  const quiet = app.testid('schedule-quiet');
  if (await quiet.isChecked()) await quiet.uncheck();
  await expect
    .poll(async () => {
      const { quiet_from_minute, quiet_to_minute } = await settings();
      return quiet_from_minute === quiet_to_minute;
    })
    .toBe(true);
  await quiet.check();
  await app.testid('schedule-quiet-from').selectOption(String(21 * 60));
  await app.testid('schedule-quiet-to').selectOption(String(8 * 60 + 30));
  await expect
    .poll(settings)
    .toMatchObject({ quiet_from_minute: 1_260, quiet_to_minute: 510, enabled: true });
  await app.testid('schedule-enabled').uncheck();
  await expect.poll(async () => (await settings()).enabled).toBe(false);
  await app.page.reload();
  await expectShown(app.testid('schedule-most'));
  expect(await app.testid('schedule-most').inputValue()).toBe('2');
  expect(await app.testid('schedule-quiet-from').inputValue()).toBe('1260');
  expect(await app.testid('schedule-enabled').isChecked()).toBe(false);
});

it('the report says so while nobody was greeted', async () => {
  app = await App.open();
  const { glance } = await app.enrol('Maria Ivanova');
  await app.stamp(glance.member.id, 1, '5');
  await app.testid('nav-reports').click();
  await expectText(app.testid('outcomes-empty'), /Nobody has been greeted yet/);
  await app.testid('outcomes-to-moments').click();
  await expect.poll(() => app.page.url()).toMatch(/#\/moments$/);
});

it('the report tells what came of a greeting, and that one alone says nothing', async () => {
  app = await App.open();
  const { moments } = await app.command('moments_list', {});
  if (moments.length === 0) {
    await app.command('moments_add_presets', { request_id: crypto.randomUUID() });
  }
  const { glance } = await app.command('member_enrol', {
    request_id: crypto.randomUUID(),
    draft: { name: 'Maria Ivanova', birthday: { year: null, month: 11, day: 22 } },
  });
  await app.command('daily_run', {});
  const { groups } = await app.command('today_inbox', {});
  for (const { touch } of groups.flatMap(({ touches }) => touches)) {
    await app.command('touch_done', {
      request_id: crypto.randomUUID(),
      touch_id: touch.id,
      outcome: 'reached',
    });
  }
  await app.stamp(glance.member.id, 1, '5');
  await app.testid('nav-reports').click();
  await expectShown(app.testid('outcome'));
  await expectText(app.testid('outcome').first(), /\d+\s*of \d+/);
  await expectText(app.testid('outcomes'), /the lot spares nobody \(—\), nothing can be compared/);
  await app.testid('outcomes-within-30').click();
  await expectText(app.testid('outcomes'), /within 30 days; to compare/);
  expect(await accessibilityProblems(app.page)).toEqual([]);
});

async function openProfile(dark = false): Promise<string> {
  app = await App.open({ dark });
  const { glance } = await app.enrol('Maria Ivanova', '+36 30 555 0142');
  await new MembersPage(app).openProfile(glance.member.id);
  return glance.member.id;
}

it('a date is noted in the profile, and removed with a way back', async () => {
  const member_id = await openProfile();
  const dates = async () => (await app.command('member_profile', { member_id })).dates;
  await app.testid('profile-date-add').click();
  await app.testid('profile-date-save').click();
  await expectShown(app.testid('profile-dates').getByRole('alert'));
  await app.testid('profile-date-label').fill('last colouring');
  await app.testid('profile-date-on').locator('input').first().fill('10');
  await app.testid('profile-date-save').click();
  await expectText(app.testid('profile-date'), /last colouring ?10 November 2026/);
  expect(await dates()).toMatchObject([{ label: 'last colouring', on: '2026-11-10' }]);
  await app.testid('profile-date-remove').click();
  await expectCount(app.testid('profile-date'), 0);
  expect(await dates()).toEqual([]);
  await app.page.getByRole('button', { name: 'Undo' }).click();
  await expectCount(app.testid('profile-date'), 1);
});

it('tags, appointments and an address are noted in the profile', async () => {
  const member_id = await openProfile();
  const profile = () => app.command('member_profile', { member_id });
  await app.testid('profile-tag').fill('VIP');
  await app.page.keyboard.press('Enter');
  await expect.poll(async () => (await profile()).tags).toEqual(['VIP']);
  await app.page.getByRole('button', { name: 'Remove the tag “VIP”' }).click();
  await expect.poll(async () => (await profile()).tags).toEqual([]);

  await app.testid('profile-appointment-add').click();
  await app.testid('profile-appointment-save').click();
  await expectCount(app.testid('profile-appointment'), 1);
  await app.testid('profile-appointment-status').selectOption('missed');
  await expect.poll(async () => (await profile()).appointments[0]?.status).toBe('missed');
  await app.testid('profile-appointment-remove').click();
  await expectCount(app.testid('profile-appointment'), 0);

  await app.page.keyboard.press('e');
  await app.testid('edit-address').fill('Fő utca 1\n1011 Budapest');
  await app.testid('edit-save').click();
  await expectText(app.testid('profile-details'), /Fő utca 1/);
  expect((await profile()).glance.member.address).toBe('Fő utca 1\n1011 Budapest');
});

for (const dark of [false, true]) {
  it(`the profile's dates can be used by everybody in the ${dark ? 'dark' : 'light'}`, async () => {
    await openProfile(dark);
    await app.testid('profile-tag').fill('VIP');
    await app.page.keyboard.press('Enter');
    await app.testid('profile-date-add').click();
    await app.testid('profile-appointment-add').click();
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}
