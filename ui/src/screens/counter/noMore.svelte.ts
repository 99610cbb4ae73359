import type { Channel } from '$lib/backend';
import {
  cameBack,
  consentsOf,
  noMore as inWords,
  undoWithdrawal,
  unwanted,
  withdraw,
} from '$lib/state/consents';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';
import { counter } from './counter.svelte';

/** "No more messages", said by the guest who is shown at the counter. */
class NoMore {
  busy = $state(false);

  #memberId: string | null = null;
  #given = $state.raw<readonly Channel[]>([]);

  /** The consents that would be withdrawn. */
  readonly channels = $derived(unwanted(this.#given, counter.glance?.touches[0]?.touch.channel));

  /** Finds out what the member who is shown agreed to. */
  async read(memberId: string) {
    if (this.#memberId !== memberId) this.#given = [];
    this.#memberId = memberId;
    try {
      const given = await consentsOf(memberId);
      if (this.#memberId === memberId) this.#given = given;
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  async withdraw() {
    const { channels } = this;
    const member = counter.glance?.member;
    if (!member || member.id !== this.#memberId || channels.length === 0) return;
    const name = member.name || member.phone_display || t('member-nameless');
    await this.#work(member.id, async () => {
      const changes = await withdraw(member.id, channels);
      const takeBack = () =>
        this.#work(member.id, async () => {
          const undone = await undoWithdrawal(changes);
          toasts.dismiss(toast);
          toasts.show('note', cameBack(name, undone));
        });
      const toast = toasts.good(t('no-more-done', { name, what: inWords(channels) }), {
        label: t('undo'),
        run: () => counter.takeBack(takeBack),
      });
      counter.acted(takeBack);
    });
  }

  async #work(memberId: string, change: () => Promise<void>) {
    if (this.busy) return;
    this.busy = true;
    try {
      await change();
      counter.greetingBack(memberId);
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.busy = false;
      if (this.#memberId === memberId) await this.read(memberId);
      counter.focusAmount();
    }
  }
}

export const noMore = new NoMore();
