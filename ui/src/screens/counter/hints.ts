import Cake from '@lucide/svelte/icons/cake';
import Clock from '@lucide/svelte/icons/clock';
import Gift from '@lucide/svelte/icons/gift';
import PartyPopper from '@lucide/svelte/icons/party-popper';
import Sparkles from '@lucide/svelte/icons/sparkles';
import StickyNote from '@lucide/svelte/icons/sticky-note';
import type { Component } from 'svelte';
import type { Hint } from '$lib/backend';
import { day, t } from '$lib/i18n/index.svelte';

export interface HintTag {
  tone: 'plain' | 'good' | 'warn' | 'note' | 'bad';
  icon: Component<{ size?: number | string }>;
  text: string;
}

/** What is worth saying to the guest, in words a person would use. */
export function hintTag(hint: Hint): HintTag {
  switch (hint.kind) {
    case 'birthday':
      return { tone: 'warn', icon: Cake, text: birthday(hint.in_days, hint.turns) };
    case 'anniversary':
      return { tone: 'warn', icon: PartyPopper, text: anniversary(hint.in_days, hint.years) };
    case 'first_visit':
      return { tone: 'note', icon: Sparkles, text: t('hint-first-visit') };
    case 'long_absence':
      return { tone: 'note', icon: Clock, text: absence(hint.days, hint.usual_gap_days) };
    case 'nearly_full':
      return {
        tone: 'good',
        icon: Gift,
        text: t('hint-nearly-full', { count: hint.stamps_left }),
      };
    case 'reward_expiring':
      return {
        tone: 'warn',
        icon: Gift,
        text: t('hint-reward-expiring', { reward: hint.reward_name, date: day(hint.expires_on) }),
      };
    case 'note':
      return { tone: 'plain', icon: StickyNote, text: hint.text };
  }
}

function birthday(inDays: number, turns: number | null): string {
  const when = birthdayWhen(inDays);
  return turns === null ? when : t('hint-birthday-turns', { when, turns });
}

function birthdayWhen(inDays: number): string {
  if (inDays === 0) return t('hint-birthday-today');
  if (inDays === 1) return t('hint-birthday-tomorrow');
  if (inDays === -1) return t('hint-birthday-yesterday');
  if (inDays > 0) return t('hint-birthday-soon', { count: inDays });
  return t('hint-birthday-ago', { count: -inDays });
}

function anniversary(inDays: number, years: number): string {
  if (inDays === 0) return t('hint-anniversary-today', { years });
  if (inDays > 0) return t('hint-anniversary-soon', { years, count: inDays });
  return t('hint-anniversary-ago', { years, count: -inDays });
}

function absence(days: number, usual: number | null): string {
  return usual === null
    ? t('hint-absence', { count: days })
    : t('hint-absence-usual', { count: days, usual });
}
