import {
  asBackendError,
  call,
  Intent,
  type AppointmentStatus,
  type MemberProfile,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { longDate, t } from '$lib/i18n/index.svelte';
import { toasts, type ToastAction } from '$lib/toasts.svelte';
import type { ProfileState } from './profile.svelte';

type Work = (request_id: string) => Promise<MemberProfile>;

/** What greetings go by: a member's tags, own dates and appointments. */
export class Agenda {
  busy = $state(false);
  errors = $state.raw<Record<string, string>>({});

  readonly #intent = new Intent();

  constructor(readonly person: ProfileState) {}

  get #member() {
    return this.person.memberId;
  }

  async tag(tag: string, tagged: boolean): Promise<boolean> {
    const done = await this.#carryOut((request_id) =>
      call('member_tag_set', { request_id, member_id: this.#member, tag, tagged }),
    );
    if (done && !tagged) {
      toasts.good(
        t('tag-removed', { tag }),
        this.#undo(() => this.tag(tag, true)),
      );
    }
    return done;
  }

  addDate(label: string, on: string): Promise<boolean> {
    return this.#carryOut((request_id) =>
      call('member_date_add', { request_id, member_id: this.#member, label, on }),
    );
  }

  async removeDate(date_id: string, label: string, on: string) {
    const done = await this.#carryOut((request_id) =>
      call('member_date_remove', { request_id, member_id: this.#member, date_id }),
    );
    if (!done) return;
    const undo = this.#undo(() => this.addDate(label, on));
    toasts.good(t('date-removed', { label, date: longDate(on) }), undo);
  }

  addAppointment(on: string, status: AppointmentStatus): Promise<boolean> {
    return this.#carryOut((request_id) =>
      call('appointment_add', { request_id, member_id: this.#member, on, status }),
    );
  }

  setAppointment(appointment_id: string, status: AppointmentStatus): Promise<boolean> {
    return this.#carryOut((request_id) =>
      call('appointment_set', { request_id, member_id: this.#member, appointment_id, status }),
    );
  }

  async removeAppointment(appointment_id: string, on: string, status: AppointmentStatus) {
    const done = await this.#carryOut((request_id) =>
      call('appointment_remove', { request_id, member_id: this.#member, appointment_id }),
    );
    if (!done) return;
    const undo = this.#undo(() => this.addAppointment(on, status));
    toasts.good(t('appointment-removed', { date: longDate(on) }), undo);
  }

  #undo(run: () => Promise<boolean>): ToastAction {
    return { label: t('undo'), run: async () => void (await run()) };
  }

  async #carryOut(work: Work): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    this.errors = {};
    try {
      await this.person.accept(await this.#intent.run(work));
      return true;
    } catch (thrown) {
      const { field } = asBackendError(thrown);
      if (field) this.errors = { [field]: errorText(thrown) };
      else toasts.error(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
