import {
  asBackendError,
  call,
  Intent,
  type BackendError,
  type Birthday,
  type MemberDraft,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';
import { counter } from './counter.svelte';

/** Someone who may be the same person, found while enrolling. */
export interface Known {
  code: 'same_name' | 'phone_taken';
  message: string;
  memberId: string | null;
}

/** The form that enrols a guest at the counter. */
export class Enrolment {
  name = $state('');
  phone = $state('');
  email = $state('');
  birthday = $state.raw<Birthday | null>(null);
  notes = $state('');
  cardNumber = $state('');
  consentEmail = $state(false);
  consentSms = $state(false);
  errors = $state<Record<string, string>>({});
  known = $state.raw<Known | null>(null);
  busy = $state(false);

  #intent = new Intent();

  /** Starts from what was typed into the scan field. */
  constructor(text: string) {
    if (looksLikePhone(text)) this.phone = text;
    else if (text.includes('@')) this.email = text;
    else this.name = text;
  }

  async submit(allowSameName = false) {
    this.errors = {};
    this.known = null;
    if (this.name.trim() === '' && this.phone.trim() === '') {
      this.errors = { name: t('enrol-name-or-phone') };
      return;
    }
    this.busy = true;
    try {
      const enrolled = await this.#intent.run((request_id) =>
        call('member_enrol', {
          request_id,
          draft: this.#draft(),
          allow_same_name: allowSameName,
        }),
      );
      counter.enrolled(enrolled.glance, enrolled.card_number);
    } catch (thrown) {
      this.#refused(asBackendError(thrown));
    } finally {
      this.busy = false;
    }
  }

  #draft(): MemberDraft {
    const text = (value: string) => value.trim() || undefined;
    return {
      name: text(this.name),
      phone: text(this.phone),
      email: text(this.email),
      birthday: this.birthday ?? undefined,
      notes: text(this.notes),
      card_number: text(this.cardNumber),
      consent_email: this.consentEmail || undefined,
      consent_sms: this.consentSms || undefined,
    };
  }

  #refused(error: BackendError) {
    const { code, details, field } = error;
    if (code === 'same_name' || code === 'phone_taken') {
      const memberId = typeof details.member_id === 'string' ? details.member_id : null;
      this.known = { code, message: error.message, memberId };
    } else if (field) {
      this.errors = { [field]: errorText(error) };
    } else {
      toasts.error(error);
    }
  }
}

/** Digits with the marks people put between them, at least five of them. */
export function looksLikePhone(text: string): boolean {
  const digits = text.replace(/\D/g, '').length;
  return digits >= 5 && /^[+\d\s()/.-]+$/.test(text);
}
