import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App } from './app';
import { contrast } from '../src/lib/theme/color';
import { accessibilityProblems } from './axe';
import { expectCount, expectShown, expectText } from './expect';
import { CounterPage } from './pages/counter';
import { MembersPage } from './pages/members';

let app: App;
let members: MembersPage;
let maria: string;

async function open(dark = false) {
  app = await App.open({ dark });
  members = new MembersPage(app);
  maria = (await app.enrol('Maria Ivanova', '+36 30 555 0142')).glance.member.id;
  await app.stamp(maria, 2, '10');
  await app.stamp(maria, 3, '12,50');
  await members.openProfile(maria);
}

const profile = () => app.command('member_profile', { member_id: maria });

/** Opens the menu of the newest line that has one and chooses. */
async function chooseForLastVisit(action: string) {
  await app.testid('timeline-menu').first().click();
  await app.testid(action).click();
}

afterEach(() => app.close());

describe('a profile', () => {
  beforeEach(() => open());

  it('shows the card, the figures and the history in words', async () => {
    await expectText(members.stamps, '5');
    await expectText(members.stats, /Visits ?2.*€22\.50.*€11\.25 on average/);
    await expectText(members.timeline.first(), /Visit ?€12\.50 ?\+3/);
    await expectText(members.timeline.last(), /Card 2 \d{6} \d{6} issued/);
    await expectCount(members.timeline.filter({ hasText: 'Became a regular' }), 1);
  });

  it('voids a visit after asking', async () => {
    await chooseForLastVisit('visit-void');
    await app.testid('visit-void-confirm').click();
    await expectText(members.stamps, '2');
    await expectText(members.stats, /€10\.00/);
    await expectCount(members.timeline.filter({ hasText: 'void' }), 1);
  });

  it('refunds a part of a visit', async () => {
    await chooseForLastVisit('visit-refund');
    await app.testid('refund-amount').fill('4,20');
    await app.testid('visit-refund-confirm').click();
    await expectText(members.timeline.filter({ hasText: '€4.20 refunded' }), /€12\.50/);
    await expectText(members.stats, /€18\.30/);
  });

  it('is edited, with mistakes told at their field', async () => {
    await app.page.keyboard.press('e');
    await app.testid('edit-email').fill('maria@');
    await app.testid('edit-notes').fill('Oat milk\nSits by the window');
    await app.testid('birthday-day').fill('29');
    await app.testid('birthday-month').selectOption('2');
    await app.testid('edit-locale').selectOption('hu');
    await app.testid('edit-save').click();
    await expectText(app.page.locator('dialog [role="alert"]'), /not an e-mail address/);
    expect(await app.testid('edit-email').getAttribute('aria-invalid')).toBe('true');
    await app.testid('edit-email').fill('maria@example.com');
    await app.testid('edit-save').click();
    await expectText(app.testid('profile-details'), /Oat milk.*29 February.*Magyar/);
    const { member } = (await profile()).glance;
    expect(member.birthday).toEqual({ month: 2, day: 29, year: null });
    expect(member.email).toBe('maria@example.com');
    await expectCount(members.timeline.filter({ hasText: 'Details changed' }), 1);
  });

  it('what is emptied is cleared', async () => {
    await app.command('member_update', {
      request_id: crypto.randomUUID(),
      member_id: maria,
      draft: { notes: 'Oat milk', birthday: { month: 5, day: 1, year: 1990 }, email: 'm@a.hu' },
    });
    await app.page.reload();
    await app.testid('profile-edit').click();
    await app.testid('edit-email').fill('');
    await app.testid('edit-notes').fill('');
    await app.testid('birthday-day').fill('');
    await app.testid('edit-save').click();
    await expectCount(app.testid('edit-dialog'), 0);
    const { member } = (await profile()).glance;
    expect([member.email, member.notes, member.birthday]).toEqual([null, '', null]);
    expect(member.phone_display).toBe('+36 30 555 0142');
  });

  it('asks before what was entered is lost', async () => {
    await app.testid('profile-edit').click();
    await app.testid('edit-name').fill('Somebody else');
    await app.page.keyboard.press('Escape');
    await expectShown(app.testid('edit-discard'));
    await app.testid('edit-discard').click();
    await expectText(members.name, 'Maria Ivanova');
  });

  it('leads from a taken phone number to its owner, or merges the two', async () => {
    const other = await app.enrol('Ivanova Masha', '+36 30 555 0199');
    await app.stamp(other.glance.member.id, 7, '3');
    await app.testid('profile-edit').click();
    await app.testid('edit-phone').fill('06 30 555 0199');
    await app.testid('edit-save').click();
    await expectText(app.page.locator('dialog [role="alert"]'), /Ivanova Masha/);
    await app.testid('edit-merge').click();
    await expectText(app.testid('merge-effects'), /3 visits, €25\.50/);
    await expectText(app.testid('merge-effects'), /full card: 1 reward is unlocked, 2 left/);
    await expectText(app.testid('merge-effects'), /Not kept.*Ivanova Masha, \+36 30 555 0199/);
    await app.testid('merge-confirm').click();
    await expectText(members.stats, /Visits ?3.*€25\.50/);
    await expectText(members.stamps, '2');
    await expectCount(app.testid('profile-grant'), 1);
    await expectCount(app.testid('profile-card'), 2);
  });

  it('keeps consents with their date and way', async () => {
    await app.testid('consent-email').click();
    await expectText(app.page.locator('main'), /given 21 Nov 2026, 10:0\d · noted here/);
    await expectCount(members.timeline.filter({ hasText: 'May be written to by e-mail' }), 1);
    await app.testid('consent-email').click();
    await expectText(app.page.locator('main'), /withdrawn 21 Nov 2026/);
    const email = (await profile()).consents.find(({ channel }) => channel === 'email');
    expect(email?.granted).toBe(false);
  });

  it('stops a lost card, lets it work again, and replaces it', async () => {
    const cards = app.testid('profile-card');
    await app.testid('card-menu').click();
    await app.testid('card-lost').click();
    await app.testid('card-confirm').click();
    await expectText(cards, /Lost/);
    await app.testid('card-menu').click();
    await app.testid('card-unblock').click();
    await app.testid('card-confirm').click();
    await expectText(cards, /Works/);
    await app.testid('card-menu').click();
    await app.testid('card-replace').click();
    await app.testid('card-confirm').click();
    await expectCount(cards, 2);
    await expectText(cards.last(), /Replaced/);
    await expectText(members.stamps, '5');
  });

  it('is archived and restored', async () => {
    await app.testid('profile-archive').click();
    await expectShown(app.testid('profile-archived'));
    await members.toast.getByRole('button', { name: 'Undo' }).click();
    await expectCount(app.testid('profile-archived'), 0);
    await app.testid('profile-archive').click();
    await app.testid('profile-restore').click();
    await expectCount(app.testid('profile-archived'), 0);
    expect((await profile()).glance.member.status).toBe('active');
  });

  it('shows the counter what was changed here', async () => {
    await app.testid('profile-serve').click();
    const counter = new CounterPage(app);
    await expectText(counter.memberName, 'Maria Ivanova');
    await app.testid('member-profile').click();
    await app.testid('profile-edit').click();
    await app.testid('edit-name').fill('Maria Kovács');
    await app.testid('edit-save').click();
    await expectText(members.name, 'Maria Kovács');
    await chooseForLastVisit('visit-void');
    await app.testid('visit-void-confirm').click();
    await expectText(members.stamps, '2');
    await app.testid('nav-counter').click();
    await expectText(counter.memberName, 'Maria Kovács');
    await counter.expectStamps(2);
  });

  it('shows a long history page by page', async () => {
    for (let visit = 0; visit < 45; visit += 1) await app.stamp(maria, 0, '1');
    await app.page.reload();
    await expectCount(members.timeline, 40);
    await app.testid('timeline-more').click();
    await expectCount(app.testid('timeline-more'), 0);
    await expectText(members.timeline.last(), /issued/);
  });
});

describe('two who may be one', () => {
  beforeEach(async () => {
    await open();
    const twin = await app.command('member_enrol', {
      request_id: crypto.randomUUID(),
      draft: { name: 'Mária Ivanova' },
      allow_same_name: true,
    });
    await app.stamp(twin.glance.member.id, 1, '5');
    await app.page.goto(`${app.url}#/members/duplicates`);
    await expectCount(app.testid('duplicate-pair'), 1);
  });

  it('are merged into the one who is chosen', async () => {
    await app.testid('duplicate-merge').click();
    const sides = app.testid('merge-side');
    await expectText(sides.first(), /Maria Ivanova ?Stays/);
    await sides.filter({ hasText: 'Mária' }).click();
    await expectText(sides.filter({ hasText: 'Mária' }), /Stays/);
    await app.testid('merge-confirm').click();
    await expectCount(app.testid('duplicate-pair'), 0);
    const list = await app.command('members_list', {
      search: 'ivanova',
      filter: { kind: 'active' },
      sort: 'name',
      descending: false,
      offset: 0,
      limit: 10,
    });
    expect(list.rows.map(({ name, visits }) => [name, visits])).toEqual([['Mária Ivanova', 3]]);
    await members.openProfile(maria);
    await expectShown(app.testid('profile-merged'));
  });

  it('are left alone once found to be two people', async () => {
    await app.testid('duplicate-dismiss').click();
    await expectCount(app.testid('duplicate-pair'), 0);
    await members.openProfile(maria);
    await expectCount(app.testid('possible-duplicate'), 0);
    await app.page.goBack();
    await members.toast.getByRole('button', { name: 'Undo' }).click();
    await expectCount(app.testid('duplicate-pair'), 1);
  });
});

for (const dark of [false, true]) {
  it(`profile, form and merge can be used by everybody, ${dark ? 'dark' : 'light'}`, async () => {
    await open(dark);
    await app.command('member_enrol', {
      request_id: crypto.randomUUID(),
      draft: { name: 'Maria Ivanova' },
      allow_same_name: true,
    });
    await app.page.reload();
    await expectShown(app.testid('possible-duplicate'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.testid('profile-edit').click();
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.testid('duplicate-merge').click();
    await expectShown(app.testid('merge-effects'));
    expect(await accessibilityProblems(app.page)).toEqual([]);
    await app.page.keyboard.press('Escape');
    await app.page.goto(`${app.url}#/members/duplicates`);
    await expectCount(app.testid('duplicate-pair'), 1);
    expect(await accessibilityProblems(app.page)).toEqual([]);
  });
}

for (const dark of [false, true]) {
  it(`a consent, given or not, stands out in the ${dark ? 'dark' : 'light'}`, async () => {
    await open(dark);
    await app.command('consent_set', {
      request_id: crypto.randomUUID(),
      member_id: maria,
      channel: 'sms',
      granted: true,
    });
    await app.page.reload();
    for (const channel of ['sms', 'email']) {
      const box = app.testid(`consent-${channel}`);
      await expectShown(box);
      expect(await box.isEnabled()).toBe(true);
      // The box against the panel it lies on: 3:1, as WCAG asks of a control (1.4.11).
      const [edge, ground] = await box.evaluate((input) => {
        const canvas = document.createElement('canvas').getContext('2d')!;
        const hex = (color: string) => ((canvas.fillStyle = color), canvas.fillStyle);
        const panel = input.closest('section') ?? document.body;
        return [
          hex(getComputedStyle(input).borderTopColor),
          hex(getComputedStyle(panel).backgroundColor),
        ];
      });
      expect(contrast(edge!, ground!)).toBeGreaterThanOrEqual(3);
    }
  });
}
