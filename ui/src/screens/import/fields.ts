import type { Encoding, Field, Kind } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';

/** The fields a file of each kind may have, in the order they are offered. */
export const FIELDS: Record<Kind, readonly Field[]> = {
  members: [
    'name',
    'phone',
    'email',
    'birthday',
    'joined_on',
    'locale',
    'notes',
    'address',
    'messenger',
    'card_number',
    'external_id',
    'consent_email',
    'consent_sms',
  ],
  visits: ['member', 'at', 'amount', 'note', 'external_id'],
};

/** Of each group one is needed: a name or a phone number; who came; when. */
export const NEEDED: Record<Kind, readonly (readonly Field[])[]> = {
  members: [['name', 'phone']],
  visits: [['member'], ['at']],
};

/** What a column that was read as one kind most likely is when read as the other. */
const COUNTERPARTS: Record<Kind, readonly (readonly [from: Field, to: Field])[]> = {
  visits: [
    ['card_number', 'member'],
    ['phone', 'member'],
    ['email', 'member'],
    ['external_id', 'member'],
    ['name', 'member'],
    ['joined_on', 'at'],
    ['notes', 'note'],
  ],
  members: [
    ['member', 'phone'],
    ['at', 'joined_on'],
    ['note', 'notes'],
    ['external_id', 'external_id'],
  ],
};

type Mapping = readonly (Field | null)[];

/** The mapping of the same columns for the other kind of file; each field once. */
export function mappingFor(kind: Kind, mapping: Mapping): (Field | null)[] {
  const translated: (Field | null)[] = mapping.map(() => null);
  for (const [from, to] of COUNTERPARTS[kind]) {
    const column = mapping.indexOf(from);
    if (column >= 0 && !translated.includes(to)) translated[column] = to;
  }
  return translated;
}

/** Gives a column its field, and takes that field from any other column. */
export function mapColumn(mapping: Mapping, column: number, field: Field | null): (Field | null)[] {
  return mapping.map((now, index) => {
    if (index === column) return field;
    return field !== null && now === field ? null : now;
  });
}

/** The groups of which no column has any field. */
export function missingFields(kind: Kind, mapping: Mapping): (readonly Field[])[] {
  return NEEDED[kind].filter((group) => !group.some((field) => mapping.includes(field)));
}

export function fieldName(field: Field): string {
  return {
    external_id: t('field-external-id'),
    name: t('enrol-name'),
    phone: t('enrol-phone'),
    email: t('enrol-email'),
    birthday: t('field-birthday'),
    joined_on: t('field-joined-on'),
    locale: t('field-locale'),
    notes: t('field-notes'),
    address: t('field-address'),
    messenger: t('field-messenger'),
    card_number: t('field-card-number'),
    consent_email: t('field-consent-email'),
    consent_sms: t('field-consent-sms'),
    member: t('field-member'),
    at: t('field-at'),
    amount: t('visit-amount'),
    note: t('field-note'),
  }[field];
}

export function encodingName(encoding: Encoding): string {
  return {
    utf8: 'UTF-8',
    utf16_le: 'UTF-16',
    utf16_be: 'UTF-16',
    windows1251: 'Windows-1251',
    windows1250: 'Windows-1250',
  }[encoding];
}

export function delimiterName(delimiter: string): string {
  if (delimiter === ',') return t('import-comma');
  if (delimiter === ';') return t('import-semicolon');
  return t('import-tab');
}
