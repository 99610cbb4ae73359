import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { App, SECOND_MS } from './app';
import { expectCount, expectFocus, expectShown, expectText } from './expect';
import { CounterPage } from './pages/counter';

let app: App;
let counter: CounterPage;

beforeEach(async () => {
  app = await App.open();
  counter = new CounterPage(app);
  await expectFocus(counter.scan);
});
afterEach(() => app.close());

describe('a new guest', () => {
  it('is enrolled and stamped with the keyboard alone, in seconds', async () => {
    const { keyboard } = app.page;
    const started = Date.now();
    await keyboard.type('Szabó Réka');
    await expectShown(app.testid('enrol-text'));
    await keyboard.press('Enter');
    await expectFocus(app.testid('enrol-phone'));
    await keyboard.type('+36 30 555 0142');
    await keyboard.press('Enter');
    await expectText(counter.memberName, 'Szabó Réka');
    await counter.expectStamps(0);
    await expectFocus(counter.amount);
    await keyboard.type('4,50');
    await keyboard.press('Enter');
    await counter.expectStamps(1);
    expect(Date.now() - started).toBeLessThan(15 * SECOND_MS);
    await expectText(counter.till.first(), /Szabó Réka.*\+1/);
    await expectText(app.testid('last-visit').first(), /€4\.50/);
  });

  it('may be known by a phone number only', async () => {
    await counter.scan.fill('06 30 555 0199');
    await app.testid('enrol-open').click();
    await expect.poll(() => app.testid('enrol-phone').inputValue()).toBe('06 30 555 0199');
    await app.testid('enrol-submit').click();
    await expectText(counter.memberName, '+36 30 555 0199');
  });

  it('needs a name or a phone number', async () => {
    await app.testid('enrol-open').click();
    await app.testid('enrol-submit').click();
    await expectText(app.page.getByRole('alert'), 'Please enter a name or a phone number.');
    await expectCount(counter.till, 0);
  });

  it('is not hidden by the hits of a search that was under way', async () => {
    await app.enrol('Nagy Anna');
    let answer: () => void = () => {};
    await counter.scan.fill('nagy');
    await expectShown(counter.hits);
    await app.page.route('**/api/counter_search', async (route) => {
      await new Promise<void>((resume) => (answer = resume));
      await route.continue();
    });
    const asked = app.page.waitForRequest('**/api/counter_search');
    await counter.scan.pressSequentially(' a');
    await asked;
    await app.testid('enrol-open').click();
    await expect.poll(() => app.testid('enrol-name').inputValue()).toBe('nagy a');
    const answered = app.page.waitForResponse('**/api/counter_search');
    answer();
    await answered;
    await expectCount(counter.hits, 0);
    await expectFocus(app.testid('enrol-phone'));
  });

  it('keeps what was typed when the key is pressed again', async () => {
    await app.page.keyboard.press('Control+n');
    await app.testid('enrol-name').fill('Nagy Gergő');
    await app.page.keyboard.press('Control+n');
    expect(await app.testid('enrol-name').inputValue()).toBe('Nagy Gergő');
  });

  it('who has a known phone number is the member who has it', async () => {
    await app.enrol('Nagy Gergő', '+36 30 555 0100');
    await app.testid('enrol-open').click();
    await app.testid('enrol-name').fill('Gergő');
    await app.testid('enrol-phone').fill('06 30 5550100');
    await app.testid('enrol-submit').click();
    await app.testid('enrol-existing').click();
    await expectText(counter.memberName, 'Nagy Gergő');
  });

  it('who shares a name is another person if the operator says so', async () => {
    await app.enrol('Kiss Éva');
    await counter.scan.fill('Kiss Éva');
    await app.testid('enrol-open').click();
    await app.testid('enrol-submit').click();
    await expectShown(app.testid('enrol-existing'));
    await app.testid('enrol-anyway').click();
    await expectText(counter.memberName, 'Kiss Éva');
    const page = await app.command('members_list', {
      search: '',
      filter: { kind: 'active' },
      sort: 'name',
      descending: false,
      offset: 0,
      limit: 10,
    });
    expect(page.total).toBe(2);
  });
});

it('a quiet morning says so, and shows figures from the first visit on', async () => {
  await expectText(app.testid('idle-about'), /Nobody has been here yet today/);
  await expectCount(app.testid('idle-sums'), 0);
  const { glance } = await app.enrol('Maria Ivanova');
  await app.stamp(glance.member.id, 2, '4.50');
  await app.page.reload();
  await expectText(app.testid('idle-sums'), /Visits\s?1.*€4\.50.*Stamps\s?2/);
});

describe('search', () => {
  it('finds by name without accents and by the end of a phone number', async () => {
    await app.enrol('Tóth Júlia', '+36 30 555 0777');
    await app.enrol('Анна Щербакова');
    await counter.scan.fill('toth jul');
    await expectText(counter.hits.first(), /Tóth Júlia/);
    await counter.scan.fill('0777');
    await expectText(counter.hits.first(), /Tóth Júlia/);
    await counter.scan.fill('щерб');
    await expectText(counter.hits.first(), /Анна Щербакова/);
  });

  it('takes the hit the arrows are on', async () => {
    await app.enrol('Kovács Anna');
    await app.enrol('Kovács Béla');
    await counter.scan.fill('kovács');
    await expectCount(counter.hits, 2);
    const second = (await counter.hits.nth(1).locator('.name').textContent())!.trim();
    await counter.scan.press('ArrowDown');
    await counter.scan.press('Enter');
    await expectText(counter.memberName, second);
  });
});

describe('a visit', () => {
  beforeEach(async () => {
    await app.enrol('Maria Ivanova');
    await counter.find('maria');
  });

  for (const [typed, shown] of [
    ['12,50', '€12.50'],
    ['1 250,00', '€1,250.00'],
  ] as const) {
    it(`takes the amount "${typed}"`, async () => {
      await counter.amount.fill(typed);
      await counter.amount.press('Enter');
      await counter.expectStamps(1);
      await expectText(app.testid('last-visit').first(), new RegExp(shown.replace('.', '\\.')));
    });
  }

  for (const typed of ['-1', 'NaN', '1e308', '12.34.56', '99999999999999999999']) {
    it(`refuses the amount "${typed}" at the field and keeps it there`, async () => {
      await counter.amount.fill(typed);
      await counter.amount.press('Enter');
      await expectShown(app.page.getByRole('alert'));
      expect(await counter.amount.inputValue()).toBe(typed);
      expect(await counter.amount.getAttribute('aria-invalid')).toBe('true');
      await counter.expectStamps(0);
    });
  }

  for (const typed of ['-1', '10000', '1.5']) {
    it(`does not give ${typed} stamps`, async () => {
      await app.testid('stamp-add-many').click();
      await app.testid('stamp-many').fill(typed);
      await app.testid('stamp-many-add').click();
      await expectText(app.page.getByRole('alert'), /Between 0 and 100/);
      await counter.expectStamps(0);
      expect((await app.command('till_today', {})).visits).toBe(0);
    });
  }

  it('gives several stamps at once, and surplus goes to the next card', async () => {
    await app.testid('stamp-add-many').click();
    await app.testid('stamp-many').fill('12');
    await app.testid('stamp-many-add').click();
    await counter.expectStamps(2);
    await expectCount(counter.grants, 1);
  });

  it('takes a note, which shows with it', async () => {
    await expectFocus(counter.amount);
    await app.page.keyboard.press('n');
    await expectFocus(counter.note);
    await counter.note.fill('two to go');
    await counter.note.press('Enter');
    await counter.expectStamps(1);
    await expectText(app.testid('last-visit').first(), /two to go/);
    await expectCount(counter.note, 0);
    await expectFocus(counter.amount);
    await app.testid('member-profile').click();
    await expectShown(app.testid('timeline-item').filter({ hasText: 'two to go' }));
  });

  it('keeps its note while it asks about a second stamp', async () => {
    await counter.add.click();
    await counter.expectStamps(1);
    await app.testid('visit-note-open').click();
    await counter.note.fill('second round');
    await counter.add.click();
    await app.testid('double-scan-yes').click();
    await counter.expectStamps(2);
    await expectText(app.testid('last-visit').first(), /second round/);
  });

  it('loses its note with Escape, and nothing else', async () => {
    await app.testid('visit-note-open').click();
    await counter.note.fill('not this');
    await counter.note.press('Escape');
    await expectCount(counter.note, 0);
    await expectText(counter.memberName, 'Maria Ivanova');
    await expectFocus(counter.amount);
    await counter.amount.press('Enter');
    await counter.expectStamps(1);
    expect(await app.testid('last-visit').first().textContent()).not.toContain('not this');
  });

  it('takes no note when the next guest’s name begins with N', async () => {
    await expectFocus(counter.amount);
    await app.page.keyboard.type('Nora');
    await expect.poll(() => counter.scan.inputValue()).toBe('Nora');
    await expectCount(counter.note, 0);
  });

  it('begins anew with the next guest', async () => {
    const other = await app.enrol('Nagy Gergő');
    await app.testid('stamp-add-many').click();
    await expectShown(app.testid('stamp-many'));
    await app.testid('visit-note-open').click();
    await counter.note.fill('for Maria');
    await counter.scanCard(other.card_number);
    await expectText(counter.memberName, 'Nagy Gergő');
    await expectCount(app.testid('stamp-many'), 0);
    await expectCount(counter.note, 0);
    await expectFocus(counter.amount);
  });

  it('asks before it stamps the same guest twice within seconds', async () => {
    await counter.add.click();
    await counter.expectStamps(1);
    await app.pass(1 * SECOND_MS);
    await counter.add.click();
    await expectShown(app.testid('double-scan'));
    await app.testid('double-scan-no').click();
    await counter.expectStamps(1);
    await counter.add.click();
    await app.testid('double-scan-yes').click();
    await counter.expectStamps(2);
  });

  it('is undone with Ctrl+Z, and only once', async () => {
    await counter.add.click();
    await counter.expectStamps(1);
    await app.page.keyboard.press('Control+z');
    await counter.expectStamps(0);
    await expectText(counter.till.last(), /undone|new/);
    await expectCount(app.testid('till-undo').filter({ visible: true }), 1);
  });

  it('is what Ctrl+Z undoes at once, not what was done before it', async () => {
    await counter.add.click();
    await counter.expectStamps(1);
    const other = await app.enrol('Nagy Gergő');
    await counter.scanCard(other.card_number);
    await expectText(counter.memberName, 'Nagy Gergő');
    await expectFocus(counter.amount);
    // The list of the day comes late.
    let answer: () => void = () => {};
    await app.page.route(
      '**/api/till_today',
      async (route) => {
        await new Promise<void>((resume) => (answer = resume));
        await route.continue();
      },
      { times: 1 },
    );
    const asked = app.page.waitForRequest('**/api/till_today');
    await counter.amount.press('Enter');
    await asked;
    await counter.expectStamps(1);
    await app.page.keyboard.press('Control+z');
    answer();
    await counter.expectStamps(0);
    await counter.find('maria');
    await counter.expectStamps(1);
  });

  it('is undone at its line', async () => {
    await counter.add.click();
    await counter.expectStamps(1);
    await counter.till.filter({ hasText: '+1' }).getByTestId('till-undo').click();
    await counter.expectStamps(0);
  });

  it('is voided after a question', async () => {
    await counter.amount.fill('8');
    await counter.amount.press('Enter');
    await counter.expectStamps(1);
    await app.testid('visit-menu').first().click();
    await app.testid('visit-void').click();
    await app.testid('visit-void-confirm').click();
    await counter.expectStamps(0);
    await expectText(app.testid('last-visit').first(), /void/);
  });

  it('is refunded in part, and not beyond what was paid', async () => {
    await counter.amount.fill('8');
    await counter.amount.press('Enter');
    await counter.expectStamps(1);
    await app.testid('visit-menu').first().click();
    await app.testid('visit-refund').click();
    await app.testid('refund-amount').fill('80');
    await app.testid('visit-refund-confirm').click();
    await expectShown(app.page.getByRole('alert'));
    await app.testid('refund-amount').fill('8');
    await app.testid('visit-refund-confirm').click();
    await counter.expectStamps(0);
  });
});
