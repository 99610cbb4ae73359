import type { Channel, TouchChannel } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';
import type { TriggerKind } from './draft';

export function triggerName(kind: TriggerKind): string {
  const names: Record<TriggerKind, string> = {
    enrolled: t('moment-on-enrolled'),
    first_visit: t('moment-on-first-visit'),
    nth_visit: t('moment-on-nth-visit'),
    anniversary_first_visit: t('moment-on-anniversary-first'),
    anniversary_joined: t('moment-on-anniversary-joined'),
    birthday: t('moment-on-birthday'),
    not_seen: t('moment-on-not-seen'),
    rhythm: t('moment-on-rhythm'),
    card_nearly_full: t('moment-on-nearly-full'),
    reward_unlocked: t('moment-on-unlocked'),
    reward_expiring: t('moment-on-expiring'),
    date: t('moment-on-date'),
    member_date: t('moment-on-member-date'),
    missed_appointment: t('moment-on-missed'),
  };
  return names[kind];
}

export function channelName(channel: TouchChannel): string {
  const names: Record<TouchChannel, string> = {
    counter: t('channel-counter'),
    call: t('channel-call'),
    post: t('channel-post'),
    email: t('channel-email'),
    sms: t('channel-sms'),
  };
  return names[channel];
}

export function channelNeeds(channel: TouchChannel): string {
  const needs: Record<TouchChannel, string> = {
    counter: t('channel-counter-needs'),
    call: t('channel-call-needs'),
    post: t('channel-post-needs'),
    email: t('channel-email-needs'),
    sms: t('channel-sms-needs'),
  };
  return needs[channel];
}

export function consentName(channel: Channel): string {
  const names: Record<Channel, string> = {
    email: t('consent-email'),
    sms: t('consent-sms'),
    call: t('consent-call'),
    post: t('consent-post'),
  };
  return names[channel];
}

/** What a field of a message holds; fields that are not known here keep their own name. */
export function fieldName(field: string): string {
  const names: Record<string, string> = {
    first_name: t('field-first-name'),
    name: t('field-full-name'),
    shop: t('field-shop'),
    phone: t('field-shop-phone'),
    address: t('field-shop-address'),
    slogan: t('field-slogan'),
    reward: t('field-reward'),
    reward_code: t('field-reward-code'),
    expires_on: t('field-expires-on'),
    stamps: t('field-stamps'),
    stamps_left: t('field-stamps-left'),
    years: t('field-years'),
    days: t('field-days'),
    usual_days: t('field-usual-days'),
    visits: t('field-visits'),
    date: t('field-date'),
  };
  return names[field] ?? field;
}

/** What the field of a rule is labelled where it is written. */
export function labelOf(field: string): string {
  const labels: Record<string, string> = {
    n: t('moment-n'),
    days: t('moment-days'),
    factor_percent: t('moment-factor'),
    min_days: t('moment-min-days'),
    rhythm_visits: t('moment-rhythm-visits'),
    stamps_left: t('moment-stamps-left'),
    days_before: t('moment-days-before'),
    date: t('date-day'),
    label: t('date-label'),
    offset_days: t('moment-offset'),
    min_spend_minor: t('moment-min-spend'),
    min_visits: t('moment-min-visits'),
    max_visits: t('moment-max-visits'),
    seen_within_days: t('moment-seen-within'),
    not_seen_for_days: t('moment-not-seen-for'),
    tags: t('moment-tags'),
    channels: t('moment-how'),
    gift: t('moment-gift-name'),
    cost_minor: t('moment-gift'),
    valid_days: t('moment-gift-days'),
    late_days: t('moment-late'),
    days_between: t('moment-between'),
    per_day: t('moment-per-day'),
    holdout_percent: t('moment-holdout'),
    active_from: t('moment-from-day'),
    active_until: t('moment-until-day'),
  };
  return labels[field] ?? t('moment-when');
}
