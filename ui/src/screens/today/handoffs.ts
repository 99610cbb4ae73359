import Mail from '@lucide/svelte/icons/mail';
import MessageCircle from '@lucide/svelte/icons/message-circle';
import MessageSquareText from '@lucide/svelte/icons/message-square-text';
import Phone from '@lucide/svelte/icons/phone';
import type { Component } from 'svelte';
import type { Channel, Handoff, HandoffKind, TouchChannel } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';

/** What a member has to have agreed to for each program. */
const CONSENT: Record<HandoffKind, Channel> = {
  mail: 'email',
  whatsapp: 'sms',
  text: 'sms',
  call: 'call',
};

/** The ways a member agreed to, the line's own first. */
export function handoffsFor(
  channel: TouchChannel | null,
  links: readonly Handoff[],
  given: readonly Channel[],
): Handoff[] {
  const isOwn = ({ kind }: Handoff) => CONSENT[kind] === channel;
  const agreed = links.filter((link) => given.includes(CONSENT[link.kind]));
  return [...agreed.filter(isOwn), ...agreed.filter((link) => !isOwn(link))];
}

export const HANDOFF_ICONS: Record<HandoffKind, Component<{ size?: number | string }>> = {
  mail: Mail,
  whatsapp: MessageCircle,
  text: MessageSquareText,
  call: Phone,
};

export function handoffName(kind: HandoffKind): string {
  switch (kind) {
    case 'mail':
      return t('handoff-mail');
    case 'whatsapp':
      return t('handoff-whatsapp');
    case 'text':
      return t('handoff-text');
    case 'call':
      return t('handoff-call');
  }
}
