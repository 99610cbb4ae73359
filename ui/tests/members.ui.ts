import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App, DAY_MS } from './app';
import { accessibilityProblems } from './axe';
import { expectCount, expectFocus, expectShown, expectText } from './expect';
import { importMembers, MembersPage } from './pages/members';

let app: App;
let members: MembersPage;
afterEach(() => app.close());

describe('a list of thousands', () => {
  const COUNT = 3_000;

  beforeEach(async () => {
    app = await App.open();
    members = new MembersPage(app);
    const line = (_: unknown, index: number) =>
      `Guest ${String(index + 1).padStart(4, '0')}${index < 100 ? ' Early' : ''}`;
    await importMembers(app, ['name', ...Array.from({ length: COUNT }, line)]);
    await app.page.reload();
    await members.open();
    await expectText(members.total, '3,000 members');
    await app.testid('sort-name').click();
    await expect.poll(async () => (await members.names())[0]).toBe('Guest 0001 Early');
  });

  it('draws only what is in sight, down to the last member', async () => {
    await members.list.evaluate((list) => list.scrollTo(0, list.scrollHeight));
    await expectShown(members.row('Guest 3000'));
    expect(await members.rows.count()).toBeLessThan(60);
    await members.list.evaluate((list) => list.scrollTo(0, list.scrollHeight / 2));
    await expectShown(members.row('Guest 1500'));
  });

  it('is walked through by keys, and coming back finds it as it was', async () => {
    await members.list.focus();
    await app.page.keyboard.press('End');
    await expectShown(members.row('Guest 3000'));
    await app.page.keyboard.press('ArrowUp');
    await app.page.keyboard.press('Enter');
    await expectText(members.name, 'Guest 2999');
    await app.page.keyboard.press('Escape');
    await expectShown(members.row('Guest 2999'));
    await expectFocus(members.list);
  });

  it('cannot be selected as a whole, only what fits a print run', async () => {
    expect(await app.testid('members-select-all').isDisabled()).toBe(true);
    await app.page.keyboard.press('/');
    await app.page.keyboard.type('early');
    await expectText(members.total, '100 members');
    await app.testid('members-select-all').click();
    await expectText(members.selection.locator('b'), '100 selected');
  });
});

describe('a list of a few', () => {
  let maria: string;

  beforeEach(async () => {
    app = await App.open();
    members = new MembersPage(app);
    maria = (await app.enrol('Maria Ivanova', '+36 30 555 0142')).glance.member.id;
    const nagy = (await app.enrol('Nagy Gergő')).glance.member.id;
    await app.enrol('Анна Щербакова');
    await app.stamp(maria, 10, '12,50');
    await app.pass(70 * DAY_MS);
    await app.stamp(nagy, 3, '4');
    await app.enrol('Kiss Bence');
    await app.page.reload();
    await members.open();
    await expectCount(members.rows, 4);
  });

  it('is searched by name in any spelling and by the end of a phone number', async () => {
    await app.page.keyboard.press('/');
    await app.page.keyboard.type('щерба');
    await expectCount(members.rows, 1);
    await expectText(members.rows.locator('b'), 'Анна Щербакова');
    await members.search.fill('0142');
    await expectText(members.rows.locator('b'), 'Maria Ivanova');
    await members.search.press('Enter');
    await expectText(members.name, 'Maria Ivanova');
  });

  it('is filtered by what matters', async () => {
    await app.testid('filter-new_this_month').click();
    await expectCount(members.rows, 1);
    await expectText(members.rows.locator('b'), 'Kiss Bence');
    await app.testid('filter-not_seen').click();
    await expectText(members.rows.locator('b'), 'Maria Ivanova');
    await app.testid('filter-days').fill('71');
    await expectShown(members.empty);
    await app.testid('filter-full_card').click();
    await expectText(members.rows.locator('b'), 'Maria Ivanova');
    await app.testid('filter-archived').click();
    await expectShown(members.empty);
    await app.testid('members-show-all').click();
    await expectCount(members.rows, 4);
  });

  it('is sorted by its columns, both ways', async () => {
    await app.testid('sort-spend').click();
    await expect.poll(async () => (await members.names())[0]).toBe('Maria Ivanova');
    await app.testid('sort-name').click();
    await expect.poll(async () => (await members.names())[0]).toBe('Kiss Bence');
    await app.testid('sort-name').click();
    await expect.poll(async () => (await members.names())[0]).toBe('Анна Щербакова');
  });

  it('takes a selection to the Cards screen', async () => {
    await members.tick('Maria Ivanova');
    await members.tick('Kiss Bence');
    await expectText(members.selection.locator('b'), '2 selected');
    await app.testid('selection-print').click();
    await expect.poll(() => app.page.url()).toMatch(/#\/cards$/);
    const main = app.page.locator('main');
    await expectText(main, /Maria Ivanova/);
    await expectText(main, /Kiss Bence/);
  });

  it('archives a selection, and undo brings it back', async () => {
    await members.tick('Maria Ivanova');
    await members.tick('Kiss Bence');
    await app.testid('selection-archive').click();
    await app.testid('archive-confirm').click();
    await expectCount(members.rows, 2);
    await expectText(members.total, '2 members');
    await members.toast.getByRole('button', { name: 'Undo' }).click();
    await expectCount(members.rows, 4);
  });

  it('says what to do when nobody fits, and enrols who was searched for', async () => {
    await members.search.fill('Tóth Júlia');
    await expectShown(members.empty);
    await members.empty.getByRole('button', { name: 'Enrol “Tóth Júlia”' }).click();
    await expect.poll(() => app.testid('enrol-name').inputValue()).toBe('Tóth Júlia');
  });

  it('a member who was changed shows so in the list', async () => {
    await members.row('Nagy Gergő').click();
    await app.testid('profile-edit').click();
    await app.testid('edit-name').fill('Nagy Gergely');
    await app.testid('edit-save').click();
    await expectText(members.name, 'Nagy Gergely');
    await app.testid('profile-back').click();
    await expectShown(members.row('Nagy Gergely'));
  });
});

it('a shop without members says how to begin', async () => {
  app = await App.open();
  members = new MembersPage(app);
  await members.open();
  await expectText(members.empty, /No regulars yet/);
  await app.testid('members-empty-enrol').click();
  await expectShown(app.testid('enrol-name'));
});

for (const dark of [false, true]) {
  it(`the list can be used by everybody, ${dark ? 'dark' : 'light'}`, async () => {
    app = await App.open({ dark });
    members = new MembersPage(app);
    await members.open();
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.enrol('Maria Ivanova', '+36 30 555 0142');
    await app.enrol('Nagy Gergő');
    await app.page.reload();
    await expectCount(members.rows, 2);
    await members.tick('Maria Ivanova');
    await app.testid('filter-active').click();
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.testid('selection-archive').click();
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}
