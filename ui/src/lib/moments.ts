import Cake from '@lucide/svelte/icons/cake';
import CalendarDays from '@lucide/svelte/icons/calendar-days';
import CalendarX from '@lucide/svelte/icons/calendar-x';
import Clock from '@lucide/svelte/icons/clock';
import Gift from '@lucide/svelte/icons/gift';
import PartyPopper from '@lucide/svelte/icons/party-popper';
import Sparkles from '@lucide/svelte/icons/sparkles';
import Stamp from '@lucide/svelte/icons/stamp';
import type { Component } from 'svelte';
import type { Outcome, TouchChannel, Why } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';

export type Tone = 'plain' | 'good' | 'warn' | 'note' | 'bad';

/** The tone of a moment by the kind of its trigger, or of a reason by its own. */
const TONES: Record<string, Tone> = {
  enrolled: 'note',
  first_visit: 'note',
  nth_visit: 'good',
  anniversary: 'good',
  anniversary_first_visit: 'good',
  anniversary_joined: 'good',
  birthday: 'warn',
  not_seen: 'bad',
  rhythm: 'bad',
  drifting: 'bad',
  missed_appointment: 'bad',
  card_nearly_full: 'good',
  reward_unlocked: 'good',
  reward_expiring: 'warn',
  date: 'good',
  member_date: 'note',
};

export function toneOf(kind: string | undefined): Tone {
  return (kind && TONES[kind]) || 'plain';
}

export const WHY_ICONS: Record<Why['kind'], Component<{ size?: number | string }>> = {
  enrolled: Sparkles,
  first_visit: Sparkles,
  nth_visit: PartyPopper,
  anniversary: PartyPopper,
  birthday: Cake,
  drifting: Clock,
  card_nearly_full: Stamp,
  reward_unlocked: Gift,
  reward_expiring: Gift,
  date: CalendarDays,
  member_date: CalendarDays,
  missed_appointment: CalendarX,
};

export function channelName(channel: TouchChannel | null): string {
  switch (channel) {
    case 'call':
      return t('touch-by-call');
    case 'post':
      return t('touch-by-post');
    case 'email':
      return t('touch-by-email');
    case 'sms':
      return t('touch-by-sms');
    case 'counter':
    case null:
      return t('touch-at-counter');
  }
}

export const OUTCOMES: readonly Outcome[] = ['reached', 'came', 'no_answer', 'not_wanted'];

export function outcomeName(outcome: Outcome): string {
  switch (outcome) {
    case 'reached':
      return t('outcome-reached');
    case 'came':
      return t('outcome-came');
    case 'no_answer':
      return t('outcome-no-answer');
    case 'not_wanted':
      return t('outcome-not-wanted');
  }
}
