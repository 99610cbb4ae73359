import Archive from '@lucide/svelte/icons/archive';
import ArchiveRestore from '@lucide/svelte/icons/archive-restore';
import CreditCard from '@lucide/svelte/icons/credit-card';
import Gift from '@lucide/svelte/icons/gift';
import GitMerge from '@lucide/svelte/icons/git-merge';
import Hourglass from '@lucide/svelte/icons/hourglass';
import MailCheck from '@lucide/svelte/icons/mail-check';
import MailX from '@lucide/svelte/icons/mail-x';
import Pencil from '@lucide/svelte/icons/pencil';
import Stamp from '@lucide/svelte/icons/stamp';
import Undo2 from '@lucide/svelte/icons/undo-2';
import UserPlus from '@lucide/svelte/icons/user-plus';
import type { Component } from 'svelte';
import type { Channel, TimelineEvent } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';

export interface TimelineLine {
  /** Absent: the stamp's own. */
  icon: Component<{ size?: number | string }> | null;
  tone: 'plain' | 'good' | 'warn' | 'note';
  text: string;
}

/** What happened to a member, in words. */
export function timelineLine(event: TimelineEvent): TimelineLine {
  switch (event.kind) {
    case 'visit':
      return { icon: null, tone: 'plain', text: event.visit.note || t('timeline-visit') };
    case 'reward_unlocked':
      return good(Gift, t('timeline-unlocked', { reward: event.reward_name }));
    case 'reward_redeemed':
      return good(Gift, t('done-redeemed', { reward: event.reward_name }));
    case 'redemption_undone':
      return plain(Undo2, t('timeline-redemption-undone', { reward: event.reward_name }));
    case 'reward_voided':
      return plain(Undo2, t('timeline-reward-voided', { reward: event.reward_name }));
    case 'reward_expired':
      return warn(Hourglass, t('timeline-reward-expired', { reward: event.reward_name }));
    case 'stamps_expired':
      return warn(Hourglass, t('timeline-stamps-expired', { count: event.stamps }));
    case 'stamps_adjusted':
      return plain(Stamp, adjusted(event.stamps, event.reason));
    case 'enrolled':
      return note(UserPlus, t('timeline-enrolled'));
    case 'consent':
      return event.granted
        ? plain(MailCheck, consentGiven(event.channel))
        : plain(MailX, consentWithdrawn(event.channel));
    case 'card':
      return plain(CreditCard, card(event.what, grouped(event.number)));
    case 'merged':
      return note(
        GitMerge,
        event.other_name
          ? t('timeline-merged', { name: event.other_name })
          : t('timeline-merged-nameless'),
      );
    case 'edited':
      return edited(event.op);
  }
}

const plain = (icon: TimelineLine['icon'], text: string) => line('plain', icon, text);
const good = (icon: TimelineLine['icon'], text: string) => line('good', icon, text);
const warn = (icon: TimelineLine['icon'], text: string) => line('warn', icon, text);
const note = (icon: TimelineLine['icon'], text: string) => line('note', icon, text);

function line(tone: TimelineLine['tone'], icon: TimelineLine['icon'], text: string): TimelineLine {
  return { icon, tone, text };
}

function adjusted(stamps: number, reason: string): string {
  const count = Math.abs(stamps);
  if (reason === 'starter') return t('timeline-starter', { count });
  if (reason === 'refund') return t('timeline-refund', { count });
  if (reason === 'clamp') return t('timeline-written-off', { count });
  if (reason === 'merge') return t('timeline-merge-stamps', { count });
  return stamps < 0 ? t('done-stamps-back', { count }) : t('done-stamps', { count });
}

function consentGiven(channel: Channel): string {
  return {
    email: t('timeline-consent-email'),
    sms: t('timeline-consent-sms'),
    call: t('timeline-consent-call'),
    post: t('timeline-consent-post'),
  }[channel];
}

function consentWithdrawn(channel: Channel): string {
  return {
    email: t('timeline-no-consent-email'),
    sms: t('timeline-no-consent-sms'),
    call: t('timeline-no-consent-call'),
    post: t('timeline-no-consent-post'),
  }[channel];
}

function card(what: string, number: string): string {
  if (what === 'issued') return t('timeline-card-issued', { number });
  if (what === 'printed') return t('timeline-card-printed', { number });
  if (what === 'blocked') return t('timeline-card-blocked', { number });
  if (what === 'unblocked') return t('timeline-card-unblocked', { number });
  if (what === 'lost') return t('timeline-card-lost', { number });
  return t('timeline-card-replaced', { number });
}

function edited(op: string): TimelineLine {
  if (op === 'member.archive') return note(Archive, t('timeline-archived'));
  if (op === 'member.restore') return note(ArchiveRestore, t('timeline-restored'));
  return plain(Pencil, t('timeline-edited'));
}

function grouped(number: string): string {
  return number.replace(/^(\d)(\d{6})(\d{6})$/, '$1\u00a0$2\u00a0$3');
}
