import { call, type Channel, type Handoff, type TouchLine } from '$lib/backend';
import { consentsOf } from '$lib/state/consents';
import { toasts } from '$lib/toasts.svelte';
import { handoffsFor } from './handoffs';

/** How the person of a line can be reached. */
interface Known {
  touchId: string;
  links: readonly Handoff[];
  /** The consents that "no more" would withdraw. */
  consents: readonly Channel[];
}

/** How the person of the line can be reached that was asked about last. */
export class Reach {
  #known = $state.raw<Known | null>(null);

  of(touchId: string | null): Known | null {
    return this.#known?.touchId === touchId ? this.#known : null;
  }

  forget() {
    this.#known = null;
  }

  /** Finds it out; `isWanted` says whether the line still matters then. */
  async find({ touch: { id, channel, member } }: TouchLine, isWanted: () => boolean) {
    try {
      const [{ links }, given] = await Promise.all([
        call('handoff_links', { touch_id: id }),
        consentsOf(member.id),
      ]);
      if (!isWanted()) return;
      const own = given.filter((consent) => consent === channel);
      const written = given.filter((consent) => consent === 'email' || consent === 'sms');
      this.#known = {
        touchId: id,
        links: handoffsFor(channel, links, given),
        consents: own.length > 0 ? own : written,
      };
    } catch (thrown) {
      // The line may have gone meanwhile; then nobody asks any more.
      if (isWanted()) toasts.error(thrown);
    }
  }
}
