/** What a message's state is called, and when it goes. */
import type { MessageLine, MessageView, Resolution, SendSummary, WaitLine } from '$lib/backend';
import { dateAt, day, i18n, t, time } from '$lib/i18n/index.svelte';
import type { Tone } from '$lib/moments';
import { isOpen, outbox } from '$lib/state/outbox.svelte';

/** "10:42", with the day unless it is today: "22 Nov, 10:42". */
export function moment(ms: number): string {
  const date = dateAt(ms);
  return date === i18n.today ? time(ms) : `${day(date)}, ${time(ms)}`;
}

/** "waiting until 9:00": that a message waits, and until when or for whom. */
function waits({ waits }: MessageLine): string {
  if (outbox.locked) return t('outbox-waits-held');
  switch (waits?.wait.reason) {
    case 'paused':
      return t('outbox-waits-paused');
    case 'held':
    case 'off':
      return t('outbox-waits-held');
    case 'back_off':
    case 'quiet':
    case 'limit':
    case 'one_a_day':
      return waits.wait.until_ms === null
        ? t('outbox-status-waiting')
        : t('outbox-waits-until', { time: moment(waits.wait.until_ms) });
    default:
      return t('outbox-status-waiting');
  }
}

/** Why a message stands as it does, in sentences; empty if all is well. */
export function reasonOf({ message, said, waits }: MessageLine): string {
  if (message.status === 'sent') return said ? t('outbox-by-word') : '';
  if (message.status === 'failed' && message.touch_status === 'done') {
    return [said, t('outbox-reached-noted')].join(' ');
  }
  if (!waits) return said;
  if (outbox.locked) return t('outbox-locked-text');
  // What nothing keeps back any more has its last trouble behind it.
  return waits.wait.reason === 'next' ? waits.said : [said, waits.said].filter(Boolean).join(' ');
}

export function stateOf(line: MessageLine): { tone: Tone; text: string } {
  const { message } = line;
  switch (message.status) {
    case 'waiting':
      return { tone: 'note', text: waits(line) };
    case 'sending':
      return { tone: 'note', text: t('outbox-status-sending') };
    case 'sent':
      return { tone: 'good', text: t('outbox-status-sent') };
    case 'failed':
      // A test may have arrived; nobody has to decide about it.
      if (line.in_doubt) return { tone: 'plain', text: t('outbox-status-unsure') };
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

/** What a round of sending did, and what the messages that are left wait for. */
export function resultOf(summary: SendSummary): string {
  const { sent, failed, unsure, ended, waits, trouble } = summary;
  const waiting = outbox.counts?.waiting ?? 0;
  const parts: string[] = [];
  if (sent > 0) parts.push(t('outbox-result-sent', { count: sent }));
  if (failed > 0) parts.push(t('outbox-result-failed', { count: failed }));
  if (unsure > 0) parts.push(t('outbox-result-unsure', { count: unsure }));
  if (trouble) parts.push(trouble.message);
  else if (ended === 'busy') parts.push(t('outbox-result-busy'));
  else if (waits && waiting > 0) {
    parts.push(t('outbox-result-waiting', { count: waiting }), whyTheyWait(waits));
  } else if (ended === 'paused') parts.push(t('outbox-result-paused'));
  if (parts.length === 0) parts.push(t('outbox-result-nothing'));
  return parts.join(' ');
}

function whyTheyWait({ wait: { reason, until_ms } }: WaitLine): string {
  const time = until_ms === null ? '' : moment(until_ms);
  if (outbox.locked) return t('outbox-locked-text');
  switch (reason) {
    case 'next':
      return t('outbox-result-next');
    case 'back_off':
      return t('outbox-result-back-off', { time });
    case 'quiet':
      return t('outbox-result-quiet', { time });
    case 'limit':
      return t('outbox-result-limit', { time });
    case 'one_a_day':
      return t('outbox-result-one-a-day', { time });
    case 'held':
      return t('outbox-result-held');
    case 'paused':
      return t('outbox-result-paused');
    case 'off':
      return t('outbox-result-off');
  }
}
