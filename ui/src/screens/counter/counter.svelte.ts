import {
  asBackendError,
  call,
  Intent,
  type BackendError,
  type CounterGlance,
  type MemberGlance,
  type SearchResponse,
  type TillEntry,
  type TillToday,
  type TouchLine,
} from '$lib/backend';
import { schedule, type Decision } from '$lib/state/schedule.svelte';
import { toasts } from '$lib/toasts.svelte';
import {
  doneByEnrolling,
  doneByGreeting,
  doneByRedeeming,
  doneByTakingBack,
  doneByVisit,
} from './done';
import { Sitting } from './sitting';

const HITS = 8;

/** A scan that found no card that works. */
export type ScanProblem = Exclude<SearchResponse['scan'], { kind: 'found' | 'not_a_card' }>;

/** Where a refused visit was wrong. */
export interface FieldError {
  field: string;
  message: string;
}

/** What happens at the counter. It outlives the screen, so that coming back finds it as it was. */
class Counter {
  query = $state('');
  found = $state.raw<SearchResponse | null>(null);
  highlighted = $state(0);
  problem = $state.raw<ScanProblem | null>(null);

  glance = $state.raw<CounterGlance | null>(null);
  /** Stamps that have just landed on the card that is shown. */
  fresh = $state(0);
  /** What the last action did, in words. */
  done = $state<string | null>(null);
  amount = $state('');
  rewardPart = $state('');
  note = $state('');
  /** The field for a remark is shown. */
  noting = $state(false);
  fieldError = $state.raw<FieldError | null>(null);
  /** A visit that waits for "stamp again?". */
  doubleScan = $state.raw<{ stamps: number | undefined } | null>(null);

  /** The member that is shown was enrolled just now and may want a card. */
  isNew = $state(false);

  enrolling = $state.raw<{ text: string } | null>(null);
  /** The form of that enrolment: a card that is scanned now is the new guest's. */
  cardTaker = $state.raw<((number: string) => void) | null>(null);
  today = $state.raw<TillToday | null>(null);
  busy = $state(false);

  scanInput = $state<HTMLInputElement>();
  amountInput = $state<HTMLInputElement>();
  noteInput = $state<HTMLInputElement>();

  /** Takes back what was done last, if that left no entry at the till. */
  #takeBack = $state.raw<(() => Promise<void>) | null>(null);
  #sitting = $state.raw(Sitting.none);
  /** The text that `found` answers. */
  #foundFor = $state('');
  #searches = 0;
  #visit = new Intent();
  #redeem = new Map<string, Intent>();
  #undo = new Intent();
  #undoing = false;
  #working: Promise<void> = Promise.resolve();
  #loading: Promise<void> = Promise.resolve();
  #loads = 0;

  /** A reward was handed over in this sitting, so part of the amount may be paid with it. */
  get hasRedeemed(): boolean {
    return this.#sitting.hasRedeemed;
  }

  get lastUndoable(): TillEntry | undefined {
    return this.today?.entries.find(({ undoable, undone }) => undoable && !undone);
  }

  /** The text that the shown answer is for; the field may already hold more. */
  get answered(): string {
    return this.#foundFor;
  }

  /** The shown answer is that nobody matches. */
  get foundNobody(): boolean {
    const { found } = this;
    return found !== null && found.hits.length === 0 && found.scan.kind === 'not_a_card';
  }

  /** Nobody matches what the field holds now. */
  get noMemberFound(): boolean {
    return this.foundNobody && this.query.trim() !== '' && this.query === this.#foundFor;
  }

  focusScan() {
    requestAnimationFrame(() => {
      this.scanInput?.focus();
      this.scanInput?.select();
    });
  }

  focusAmount() {
    requestAnimationFrame(() => this.amountInput?.focus());
  }

  /** The text of the scan field has changed. */
  async search() {
    this.problem = null;
    this.highlighted = 0;
    const query = this.query;
    const search = ++this.#searches;
    if (query.trim() === '') {
      this.found = null;
      this.#foundFor = query;
      return;
    }
    try {
      const found = await call('counter_search', { query, limit: HITS });
      if (search !== this.#searches) return;
      this.found = found;
      this.#foundFor = query;
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  /** Enter in the scan field. */
  async submit() {
    const query = this.query;
    if (query.trim() === '') {
      if (this.glance) await this.record();
      return;
    }
    const chosen = this.highlighted;
    await this.#take(query, chosen);
  }

  /** A scanner has read something, wherever the focus was. */
  async scan(digits: string) {
    if (!this.cardTaker) this.enrolling = null;
    await this.#take(digits, 0, this.cardTaker);
  }

  /** Opens the form for a new guest; what was looked for begins it. */
  enrol(text = '') {
    const typed = text.trim();
    this.#clearSearch();
    // The same key again, with nothing new to begin from, keeps what the form holds.
    if (this.enrolling && typed === '') return;
    this.enrolling = { text: typed };
  }

  /** Leaves that form, whatever else is shown. */
  enrolNobody() {
    this.#clearSearch();
    this.enrolling = null;
    this.focusScan();
  }

  /** Opens whoever `query` means: a card first, otherwise the chosen hit. */
  async #take(query: string, chosen: number, takeCard: typeof this.cardTaker = null) {
    const search = ++this.#searches;
    try {
      const found = await call('counter_search', { query, limit: HITS });
      if (search !== this.#searches) return;
      const { scan, hits } = found;
      if (scan.kind === 'found') return await this.open(scan.member_id);
      if (scan.kind === 'unknown' && takeCard) return takeCard(scan.number);
      if (scan.kind !== 'not_a_card') return this.#showProblem(scan);
      this.found = found;
      this.#foundFor = query;
      const hit = hits[chosen] ?? hits[0];
      if (hit) return await this.open(hit.id);
      this.query = query;
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  #showProblem(problem: ScanProblem) {
    this.#clearSearch();
    this.problem = problem;
    if (!this.enrolling) this.focusScan();
  }

  #clearSearch() {
    this.#searches += 1;
    this.query = '';
    this.found = null;
    this.#foundFor = '';
    this.highlighted = 0;
    this.problem = null;
  }

  async open(member_id: string) {
    try {
      this.show(await call('member_glance', { member_id }));
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  /** Puts a member before the operator, with a new sitting. */
  show(glance: CounterGlance) {
    this.#clearSearch();
    this.#resetVisit();
    this.#visit.renew();
    this.#sitting = Sitting.none;
    this.#takeBack = null;
    this.enrolling = null;
    this.done = null;
    this.fresh = 0;
    this.isNew = false;
    this.glance = glance;
    this.focusAmount();
  }

  /** Escape: takes away the topmost thing, and in the end the member. */
  clear() {
    if (this.query !== '' || this.problem) {
      this.#clearSearch();
      // The form that is being filled in keeps the focus.
      if (this.enrolling) return;
    } else if (this.enrolling) this.enrolling = null;
    else {
      this.glance = null;
      this.done = null;
      this.#takeBack = null;
      this.#resetVisit();
      this.#sitting = Sitting.none;
    }
    this.focusScan();
  }

  /** Shows the field for a remark. */
  openNote() {
    this.noting = true;
    requestAnimationFrame(() => this.noteInput?.focus());
  }

  /** Takes the remark away again. */
  withoutNote() {
    this.note = '';
    this.noting = false;
    if (this.fieldError?.field === 'note') this.fieldError = null;
    this.focusAmount();
  }

  #resetVisit() {
    this.amount = '';
    this.rewardPart = '';
    this.note = '';
    this.noting = false;
    this.fieldError = null;
    this.doubleScan = null;
  }

  /** Records the visit; without `stamps` it earns what the rules give. */
  async record(stamps?: number, confirmed = false) {
    const member = this.glance?.member;
    if (!member) return;
    this.fieldError = null;
    await this.#work(
      async () => {
        const { recorded, glance } = await this.#visit.run((request_id) =>
          call('visit_record', {
            request_id,
            member_id: member.id,
            amount: this.amount.trim() || undefined,
            reward_part: (this.hasRedeemed && this.rewardPart.trim()) || undefined,
            stamps,
            note: this.note.trim() || undefined,
            complete: this.#sitting.toComplete,
            confirmed,
          }),
        );
        this.#sitting = this.#sitting.recorded(recorded.visit.id, recorded.change_id);
        this.#resetVisit();
        this.#takeBack = null;
        this.glance = glance;
        this.fresh = recorded.unlocked.length > 0 ? recorded.balance : recorded.stamps_earned;
        this.done = doneByVisit(recorded);
        this.focusAmount();
      },
      (error) => this.#visitRefused(error, stamps),
    );
  }

  #visitRefused(error: BackendError, stamps: number | undefined) {
    if (error.code === 'double_scan') this.doubleScan = { stamps };
    else if (error.field) this.fieldError = { field: error.field, message: error.message };
    else toasts.error(error);
  }

  async redeem(grantId: string) {
    let intent = this.#redeem.get(grantId);
    if (!intent) this.#redeem.set(grantId, (intent = new Intent()));
    const redeem = intent;
    await this.#work(async () => {
      const { redeemed, glance } = await redeem.run((request_id) =>
        call('reward_redeem', {
          request_id,
          grant_id: grantId,
          visit_id: this.#sitting.visitId,
        }),
      );
      this.#sitting = this.#sitting.redeemed(redeemed.visit_id, redeemed.change_id);
      this.#redeem.delete(grantId);
      this.#takeBack = null;
      this.glance = glance;
      this.fresh = 0;
      this.done = doneByRedeeming(redeemed);
      this.focusAmount();
    });
  }

  /** What to say to whom stands here was said, or is not to be said. */
  async greeted(line: TouchLine, decision: Decision = saidHere(line)) {
    const { id } = line.touch;
    await this.#work(
      async () => {
        await schedule.decide(id, decision);
        this.greetingGone(id);
        this.#takeBack = () => this.#undoGreeting(line);
        this.fresh = 0;
        this.done = doneByGreeting(decision);
        this.focusAmount();
      },
      (error) => {
        toasts.error(error);
        this.greetingBack(line.touch.member.id);
      },
    );
  }

  /** What was done last can be taken back, though the till does not list it. */
  get mayTakeBack(): boolean {
    return this.#takeBack !== null;
  }

  /** Something was done here that leaves no entry at the till. */
  acted(takeBack: () => Promise<void>) {
    this.#takeBack = takeBack;
    this.done = null;
    this.fresh = 0;
  }

  /** Takes such a thing back, whatever was done since. */
  async takeBack(takeBack: () => Promise<void>) {
    if (this.#takeBack === takeBack) this.#takeBack = null;
    await takeBack();
  }

  async #undoGreeting(line: TouchLine) {
    await this.#work(async () => {
      await schedule.reopen(line.touch.id);
      this.done = null;
      await this.#rereadGreetings(line.touch.member.id);
      this.focusAmount();
    });
  }

  /** A touch is no longer open. */
  greetingGone(touchId: string) {
    if (!this.glance) return;
    const touches = this.glance.touches.filter(({ touch }) => touch.id !== touchId);
    this.glance = { ...this.glance, touches };
  }

  /** Touches of a member may be open again. */
  greetingBack(memberId: string) {
    void this.#rereadGreetings(memberId).catch((thrown: unknown) => toasts.error(thrown));
  }

  async #rereadGreetings(member_id: string) {
    if (this.glance?.member.id !== member_id) return;
    const glance = await call('member_glance', { member_id });
    if (this.glance?.member.id === member_id) this.glance = glance;
  }

  /** Something can be undone, or is just being done. */
  get mayUndo(): boolean {
    return (
      this.#takeBack !== null || this.busy || this.#loads > 0 || this.lastUndoable !== undefined
    );
  }

  /** Waits for what is under way: the last action is that one, not the one listed before it. */
  async undoLast() {
    if (this.#undoing) return;
    this.#undoing = true;
    try {
      await this.#working;
      await this.#loading;
      if (this.#takeBack) return await this.takeBack(this.#takeBack);
      const entry = this.lastUndoable;
      if (entry && !this.doubleScan) await this.undo(entry.change_id);
    } finally {
      this.#undoing = false;
    }
  }

  async undo(changeId: string) {
    await this.#work(async () => {
      const { taken_back, glance } = await this.#undo.run((request_id) =>
        call('undo', { request_id, change_id: changeId }),
      );
      this.#sitting = this.#sitting.without(changeId);
      this.#takenBack(taken_back, glance);
    });
  }

  async voidVisit(intent: Intent, visitId: string) {
    await this.#work(async () => {
      const { taken_back, glance } = await intent.run((request_id) =>
        call('visit_void', { request_id, visit_id: visitId }),
      );
      this.#sitting = this.#sitting.withoutVisit(visitId);
      this.#takenBack(taken_back, glance);
    });
  }

  /** Rejects when the amount is wrong: the dialog shows it. */
  async refundVisit(intent: Intent, visitId: string, amount: string) {
    const { taken_back, glance } = await intent.run((request_id) =>
      call('visit_refund', { request_id, visit_id: visitId, amount }),
    );
    this.#takenBack(taken_back, glance);
    await this.loadToday();
  }

  #takenBack(taken_back: Parameters<typeof doneByTakingBack>[0], glance: CounterGlance) {
    const text = doneByTakingBack(taken_back);
    this.fresh = 0;
    if (this.glance?.member.id === glance.member.id) {
      this.glance = glance.member.status === 'active' ? glance : null;
      this.done = text;
    } else {
      toasts.good(text);
    }
    this.focusAmount();
  }

  /** A member was enrolled here: show them, ready for the first stamp. */
  enrolled(glance: CounterGlance, cardNumber: string) {
    this.show(glance);
    this.isNew = true;
    this.done = doneByEnrolling(cardNumber);
    void this.loadToday();
  }

  /** The member that is shown has changed elsewhere; so may have what to say to them. */
  follow(glance: MemberGlance) {
    const touches = this.glance?.touches ?? [];
    this.glance = glance.member.status === 'active' ? { ...glance, touches } : null;
    this.greetingBack(glance.member.id);
  }

  /** A card of the member that is shown has changed. */
  changed(glance: MemberGlance, done: string) {
    this.follow(glance);
    this.done = done;
    void this.loadToday();
  }

  loadToday(): Promise<void> {
    return (this.#loading = this.#loadToday());
  }

  async #loadToday() {
    this.#loads += 1;
    try {
      this.today = await call('till_today', {});
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.#loads -= 1;
    }
  }

  #work(work: () => Promise<void>, refused?: (error: BackendError) => void): Promise<void> {
    return (this.#working = this.#doWork(work, refused));
  }

  async #doWork(work: () => Promise<void>, refused?: (error: BackendError) => void) {
    this.busy = true;
    try {
      await work();
      // A visit may have answered a greeting.
      await Promise.all([this.loadToday(), schedule.refresh()]);
    } catch (thrown) {
      const error = asBackendError(thrown);
      if (refused && !error.isTransport) refused(error);
      else toasts.error(error);
    } finally {
      this.busy = false;
    }
  }
}

/** A call is not made to whom stands here: the guest came. */
function saidHere({ touch }: TouchLine): Decision {
  return { kind: 'done', outcome: touch.channel === 'call' ? 'came' : 'reached' };
}

export const counter = new Counter();
