import type { TouchLine } from '$lib/backend';
import { outbox } from '$lib/state/outbox.svelte';

/** Sent by the app, now or later. */
export function isByApp({ touch: { channel, message } }: TouchLine): boolean {
  if (message?.status === 'sending') return true;
  if (message?.status === 'unsure' || message?.status === 'failed') return false;
  return outbox.sendsBy(channel);
}

/** To be done by a person; what may have gone out is asked about elsewhere. */
export function isByHand(line: TouchLine): boolean {
  return !isByApp(line) && line.touch.message?.status !== 'unsure';
}
