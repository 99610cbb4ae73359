import { call, type DeliveryState } from '$lib/backend';
import { errorText } from '$lib/errors';

/** How sending is set up, and whether its passwords can be read. */
class Delivery {
  state = $state.raw<DeliveryState | null>(null);
  failure = $state<string | null>(null);
  /** Waits for the passphrase that opens the file of passwords, or makes it. */
  asking = $state.raw<((open: boolean) => void) | null>(null);

  async load() {
    try {
      this.state = await call('delivery_get', {});
      this.failure = null;
    } catch (thrown) {
      this.failure = errorText(thrown);
    }
  }

  /** Whether passwords can be kept and read, if need be once the passphrase was given. */
  opened(): Promise<boolean> {
    const place = this.state?.secrets;
    if (place === 'keyring' || place === 'file') return Promise.resolve(true);
    return new Promise((resolve) => (this.asking = resolve));
  }

  /** The passphrase was given, or not. */
  answer(open: boolean) {
    this.asking?.(open);
    this.asking = null;
  }
}

export const delivery = new Delivery();
