import {
  call,
  Intent,
  type DeliveryChannel,
  type DeliveryState,
  type HeldLine,
  type MessageLine,
  type MessageView,
  type OutboxCounts,
  type Resolution,
  type TouchChannel,
} from '$lib/backend';
import { toasts } from '$lib/toasts.svelte';
import { onMount, untrack } from 'svelte';
import { delivery } from './delivery.svelte';

/** How often a screen looks at what the app sends meanwhile. */
const LOOK_MS = 4_000;

/** How the outbox stands, for the menu's badge, Today and the outbox's own list. */
class Outbox {
  counts = $state.raw<OutboxCounts | null>(null);

  #asked = 0;
  readonly #intents = new Map<string, Intent>();

  get delivery(): DeliveryState | null {
    return delivery.state;
  }

  /** Messages that a person has to decide about. */
  get undecided(): number {
    return (this.counts?.unsure ?? 0) + (this.counts?.failed ?? 0);
  }

  get pausedSince(): number | null {
    return this.counts?.settings.paused_since_ms ?? null;
  }

  /** The app itself sends in some way. */
  get sends(): boolean {
    return this.sendsBy('email') || this.sendsBy('sms');
  }

  sendsBy(channel: TouchChannel | null): boolean {
    if (channel !== 'email' && channel !== 'sms') return false;
    return this.delivery?.[channel].enabled ?? false;
  }

  /** Nothing goes out until somebody enters the passphrase. */
  get locked(): boolean {
    return this.sends && this.delivery?.secrets === 'locked';
  }

  /** Channels whose set-up does not work; one that only lacks the passphrase is `locked`. */
  get held(): HeldLine[] {
    const lines = [this.delivery?.email.held, this.delivery?.sms.held];
    return lines.filter((line) => line != null).filter((line) => !this.locked || !isLock(line));
  }

  holds(channel: DeliveryChannel): boolean {
    return this.locked || this.held.some(({ held }) => held.channel === channel);
  }

  /** Reads the numbers anew; they change while the app sends. */
  async refresh() {
    const asked = ++this.#asked;
    try {
      const counts = await call('outbox_counts', {});
      if (asked === this.#asked) this.counts = counts;
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  /** Reads the numbers and how sending is set up. Rejects when that fails. */
  async load() {
    const asked = ++this.#asked;
    const [counts, state] = await Promise.all([
      call('outbox_counts', {}),
      call('delivery_get', {}),
    ]);
    delivery.state = state;
    if (asked === this.#asked) this.counts = counts;
  }

  async pause(paused: boolean) {
    const counts = await this.#once(`pause ${paused}`, (request_id) =>
      call('outbox_pause', { request_id, paused }),
    );
    this.#accept(counts);
  }

  /** Sends no more than so many in a minute. */
  async limit(per_minute: number) {
    this.#accept(
      await this.#once(`limit ${per_minute}`, (request_id) =>
        call('outbox_limit', { request_id, per_minute }),
      ),
    );
  }

  /** Sends again by a channel that was held. */
  async tryAgain(channel: DeliveryChannel) {
    this.#accept(
      await this.#once(`again ${channel}`, (request_id) =>
        call('outbox_try_again', { request_id, channel }),
      ),
    );
    delivery.state = await call('delivery_get', {});
  }

  /** Opens the file of passwords; what was held for want of it goes on. */
  async unlock(passphrase: string) {
    delivery.state = await this.#once('unlock', (request_id) =>
      call('delivery_unlock', { request_id, passphrase, create: false }),
    );
    await this.refresh();
  }

  async resolve(message_id: string, resolution: Resolution): Promise<MessageLine> {
    const { line, counts } = await this.#once(`${resolution} ${message_id}`, (request_id) =>
      call('outbox_resolve', { request_id, message_id, resolution }),
    );
    this.#accept(counts);
    return line;
  }

  #accept(counts: OutboxCounts) {
    this.#asked += 1;
    this.counts = counts;
  }

  async #once<T>(what: string, work: (requestId: string) => Promise<T>): Promise<T> {
    let intent = this.#intents.get(what);
    if (!intent) this.#intents.set(what, (intent = new Intent()));
    const result = await intent.run(work);
    this.#intents.delete(what);
    return result;
  }
}

function isLock({ held }: HeldLine): boolean {
  return held.code === 'secrets_locked';
}

/** A message about which a person can still decide. */
export function isOpen({ status, touch_status }: MessageView): boolean {
  if (status === 'failed') return touch_status === 'failed' || touch_status === 'planned';
  return status === 'unsure' && touch_status === 'planned';
}

export const outbox = new Outbox();

/** Tells the calling component, as long as it lives, when a number of the outbox has moved. */
export function followOutbox(onmoved: () => void) {
  const numbers = $derived(JSON.stringify(outbox.counts));
  let before: string | undefined;
  $effect(() => {
    const moved = before !== undefined && before !== numbers;
    before = numbers;
    if (moved) untrack(onmoved);
  });
  onMount(() => {
    const timer = setInterval(() => void outbox.refresh(), LOOK_MS);
    return () => clearInterval(timer);
  });
}
