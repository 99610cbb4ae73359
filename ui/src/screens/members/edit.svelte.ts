import {
  asBackendError,
  call,
  Intent,
  type BackendError,
  type Birthday,
  type MemberDraft,
  type MemberProfile,
  type MemberView,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { toasts } from '$lib/toasts.svelte';

/** The member who already has the phone number that was entered. */
export interface PhoneOwner {
  id: string;
  name: string;
}

/** The form that changes a member. */
export class MemberEdit {
  name = $state('');
  phone = $state('');
  email = $state('');
  address = $state('');
  messenger = $state('');
  birthday = $state.raw<Birthday | null>(null);
  locale = $state('');
  notes = $state('');
  externalId = $state('');
  joinedOn = $state<string | null>(null);

  errors = $state<Record<string, string>>({});
  phoneOwner = $state.raw<PhoneOwner | null>(null);
  busy = $state(false);

  readonly #before: MemberView;
  readonly #intent = new Intent();

  constructor(member: MemberView) {
    this.#before = member;
    this.name = member.name;
    this.phone = member.phone_display ?? '';
    this.email = member.email ?? '';
    this.address = member.address;
    this.messenger = member.messenger;
    this.birthday = member.birthday;
    this.locale = member.locale ?? '';
    this.notes = member.notes;
    this.externalId = member.external_id ?? '';
    this.joinedOn = member.joined_on;
  }

  /** What is sent: only what differs; blank clears. */
  get draft(): MemberDraft {
    const before = this.#before;
    const changed = (now: string, was: string | null) => {
      const text = now.trim();
      return text === (was ?? '') ? undefined : text;
    };
    const sameBirthday = JSON.stringify(this.birthday) === JSON.stringify(before.birthday);
    return {
      name: changed(this.name, before.name),
      phone: changed(this.phone, before.phone_display),
      email: changed(this.email, before.email),
      address: changed(this.address, before.address),
      messenger: changed(this.messenger, before.messenger),
      birthday: sameBirthday ? undefined : (this.birthday ?? undefined),
      locale: changed(this.locale, before.locale),
      notes: changed(this.notes, before.notes),
      external_id: changed(this.externalId, before.external_id),
      joined_on: changed(this.joinedOn ?? '', before.joined_on) || undefined,
    };
  }

  get isDirty(): boolean {
    return this.#clearsBirthday || Object.values(this.draft).some((value) => value !== undefined);
  }

  get #clearsBirthday(): boolean {
    return this.birthday === null && this.#before.birthday !== null;
  }

  /** The member as saved, or null when something has to be put right first. */
  async save(): Promise<MemberProfile | null> {
    this.busy = true;
    this.errors = {};
    this.phoneOwner = null;
    try {
      return await this.#intent.run((request_id) =>
        call('member_update', {
          request_id,
          member_id: this.#before.id,
          draft: this.draft,
          clear_birthday: this.#clearsBirthday,
        }),
      );
    } catch (thrown) {
      this.#refused(asBackendError(thrown));
      return null;
    } finally {
      this.busy = false;
    }
  }

  #refused(error: BackendError) {
    const { code, field, details } = error;
    if (!field) {
      toasts.error(error);
      return;
    }
    this.errors = { [field]: errorText(error) };
    if (code === 'phone_taken' && typeof details.member_id === 'string') {
      const name = typeof details.name === 'string' ? details.name : '';
      this.phoneOwner = { id: details.member_id, name };
    }
  }
}
