import type { Channel } from '$lib/backend';
import { consentsOf, noMore as inWords, setConsents, unwanted } from '$lib/state/consents';
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
    if (!(await this.#set(member.id, channels, false))) return;
    const takeBack = async () => {
      toasts.dismiss(toast);
      if (await this.#set(member.id, channels, true)) {
        toasts.show('note', t('no-more-undone', { name }));
      }
    };
    const toast = toasts.good(t('no-more-done', { name, what: inWords(channels) }), {
      label: t('undo'),
      run: () => counter.takeBack(takeBack),
    });
    counter.acted(takeBack);
  }

  async #set(memberId: string, channels: readonly Channel[], granted: boolean): Promise<boolean> {
    if (this.busy) return false;
    this.busy = true;
    try {
      await setConsents(memberId, channels, granted);
      counter.greetingBack(memberId);
      return true;
    } catch (thrown) {
      toasts.error(thrown);
      return false;
    } finally {
      this.busy = false;
      if (this.#memberId === memberId) await this.read(memberId);
      counter.focusAmount();
    }
  }
}

export const noMore = new NoMore();
