/** What a message's state is called, and when it goes. */
import { app } from '$lib/app.svelte';
import type { DeliveryChannel, MessageView, Resolution } from '$lib/backend';
import { day, i18n, t, time } from '$lib/i18n/index.svelte';
import type { Tone } from '$lib/moments';
import { isOpen, outbox } from '$lib/state/outbox.svelte';
import { schedule } from '$lib/state/schedule.svelte';

const DAY_MINUTES = 1_440;
const MINUTE_MS = 60_000;

/** "10:42", with the day unless it is today: "22 Nov, 10:42". */
export function moment(ms: number): string {
  const date = new Intl.DateTimeFormat('en-CA', { timeZone: i18n.timeZone }).format(ms);
  return date === i18n.today ? time(ms) : `${day(date)}, ${time(ms)}`;
}

/** When the quiet hours end, if it is in them. */
function quietUntil(nowMs: number): number | null {
  const settings = schedule.state?.settings;
  if (!settings) return null;
  const { quiet_from_minute: from, quiet_to_minute: to } = settings;
  const [hours = 0, minutes = 0] = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: i18n.timeZone,
  })
    .format(nowMs)
    .split(':')
    .map(Number);
  const now = hours * 60 + minutes;
  const quiet = from <= to ? now >= from && now < to : now >= from || now < to;
  if (!quiet) return null;
  const wait = (to - now + DAY_MINUTES) % DAY_MINUTES;
  return nowMs - (nowMs % MINUTE_MS) + wait * MINUTE_MS;
}

/** "waiting until 9:00": why what waits by a channel does not go at once. */
export function waits(channel: DeliveryChannel, message?: MessageView): string {
  if (outbox.pausedSince !== null) return t('outbox-waits-paused');
  if (outbox.holds(channel)) return t('outbox-waits-held');
  const nowMs = app.state?.now_ms ?? 0;
  const untilMs = Math.max(
    quietUntil(nowMs) ?? 0,
    message && message.attempts > 0 ? (message.next_at_ms ?? 0) : 0,
  );
  if (untilMs <= nowMs) return t('outbox-status-waiting');
  return t('outbox-waits-until', { time: moment(untilMs) });
}

export function stateOf(message: MessageView): { tone: Tone; text: string } {
  switch (message.status) {
    case 'waiting':
      return { tone: 'note', text: waits(message.channel, message) };
    case 'sending':
      return { tone: 'note', text: t('outbox-status-sending') };
    case 'sent':
      return { tone: 'good', text: t('outbox-status-sent') };
    case 'failed':
      return { tone: isOpen(message) ? 'bad' : 'plain', text: t('outbox-status-failed') };
    case 'unsure':
      return { tone: isOpen(message) ? 'warn' : 'plain', text: t('outbox-status-unsure') };
    case 'cancelled':
      return { tone: 'plain', text: t('outbox-status-cancelled') };
  }
}

/** Whom a message is for. */
export function nameOf({ member }: MessageView): string {
  if (!member) return t('outbox-test');
  return member.name || t('member-nameless');
}

/** What was decided about a message, in the words of what was pressed. */
export function notedAs(message: MessageView, resolution: Resolution): string {
  const name = nameOf(message);
  switch (resolution) {
    case 'send_again':
      return t('outbox-noted-again', { name });
    case 'leave_out':
      return t('outbox-noted-left-out', { name });
    case 'sent_after_all':
      return message.status === 'unsure'
        ? t('outbox-noted-arrived', { name })
        : t('outbox-noted-reached', { name });
  }
}
