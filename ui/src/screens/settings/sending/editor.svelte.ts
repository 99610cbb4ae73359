import {
  asBackendError,
  call,
  Intent,
  type DeliveryChannel,
  type DeliverySetup,
  type DeliveryState,
  type DeliveryTried,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { t } from '$lib/i18n/index.svelte';
import { delivery } from '$lib/state/delivery.svelte';
import { toasts } from '$lib/toasts.svelte';

/** What the two channels do not share. */
export interface ChannelKind<Form> {
  channel: DeliveryChannel;
  formOf: (state: DeliveryState) => Form;
  /** The set-up that was typed, or what is wrong with a field. */
  read: (form: Form, enabled: boolean) => DeliverySetup | { problems: Record<string, string> };
  isSetUp: (state: DeliveryState) => boolean;
  needsSecret: (form: Form) => boolean;
  /** Whether the stored secret is somebody else's, who must not get it. */
  isElsewhere: (form: Form, state: DeliveryState) => boolean;
  /** Whether a channel that is somewhere else now stays switched on. */
  staysOn: (form: Form, secret: string) => boolean;
  /** Why it was switched off when it was saved. */
  savedOff: () => string;
}

/** One channel being set up. Nothing counts until it is saved. */
export class ChannelEditor<Form extends object> {
  form = $state<Form>(undefined!);
  /** A password or key that is typed and not stored yet. */
  secret = $state('');
  /** The stored one is to be replaced. */
  replacing = $state(false);
  errors = $state.raw<Record<string, string>>({});
  saving = $state(false);
  /** Why it was not switched on. */
  refusal = $state<string | null>(null);
  trying = $state<'verify' | 'test' | null>(null);
  tried = $state.raw<DeliveryTried | null>(null);
  toError = $state<string | null>(null);

  readonly kind: ChannelKind<Form>;
  #saved = $state('');
  readonly #set = new Intent();
  readonly #keep = new Intent();
  readonly #switch = new Intent();
  readonly #test = new Intent();

  readonly dirty = $derived(JSON.stringify(this.form) !== this.#saved || this.secret !== '');

  constructor(kind: ChannelKind<Form>, state: DeliveryState) {
    this.kind = kind;
    this.#accept(state);
  }

  /** Whether what is stored belongs to what is typed. */
  hasSecret(state: DeliveryState): boolean {
    return state[this.kind.channel].has_secret && !this.kind.isElsewhere(this.form, state);
  }

  discard() {
    this.form = JSON.parse(this.#saved) as Form;
    this.secret = '';
    this.replacing = false;
    this.errors = {};
    this.refusal = null;
  }

  async save(): Promise<boolean> {
    const { state } = delivery;
    if (!state || this.saving) return false;
    const { channel } = this.kind;
    const elsewhere = this.kind.isElsewhere(this.form, state);
    const wasOn = state[channel].enabled;
    const enabled = wasOn && (!elsewhere || this.kind.staysOn(this.form, this.secret));
    const setup = this.kind.read(this.form, enabled);
    this.errors = 'problems' in setup ? setup.problems : {};
    if ('problems' in setup) return false;
    this.saving = true;
    try {
      // What was stored for the old place is forgotten, for which it must be open.
      const forgets = elsewhere && (state[channel].has_secret || state.secrets === 'locked');
      if ((forgets || this.secret !== '') && !(await delivery.opened())) return false;
      delivery.state = await this.#set.run((request_id) =>
        call('delivery_set', { request_id, setup }),
      );
      if (this.secret !== '') await this.#store();
      this.#accept(delivery.state);
      toasts.good(wasOn && !enabled ? this.kind.savedOff() : t('settings-saved'));
      return true;
    } catch (thrown) {
      this.errors = fieldsOf(thrown);
      if (Object.keys(this.errors).length === 0) toasts.error(thrown);
      return false;
    } finally {
      this.saving = false;
    }
  }

  async forget() {
    const { channel } = this.kind;
    try {
      delivery.state = await call('delivery_secret_forget', { channel });
      this.tried = null;
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  /** Switches the channel on or off, as it was saved. */
  async enable(enabled: boolean) {
    const { state } = delivery;
    if (!state) return;
    this.refusal = enabled ? this.#lacks(state) : null;
    if (this.refusal !== null) return;
    const { channel } = this.kind;
    const setup: DeliverySetup =
      channel === 'email'
        ? { channel, enabled, account: null }
        : { channel, enabled, gateway: null };
    try {
      delivery.state = await this.#switch.run((request_id) =>
        call('delivery_set', { request_id, setup }),
      );
    } catch (thrown) {
      this.refusal = errorText(thrown);
    }
  }

  verify() {
    return this.#try('verify', () => call('delivery_verify', {}));
  }

  test(to: string) {
    const { channel } = this.kind;
    return this.#try('test', () =>
      this.#test.run((request_id) => call('delivery_test', { request_id, channel, to })),
    );
  }

  async #try(what: 'verify' | 'test', work: () => Promise<DeliveryTried>) {
    if (delivery.state?.secrets === 'locked' && !(await delivery.opened())) return;
    this.trying = what;
    this.tried = null;
    this.toError = null;
    try {
      this.tried = await work();
      // What works is not held any more.
      await delivery.load();
    } catch (thrown) {
      if (asBackendError(thrown).field === 'to') this.toError = errorText(thrown);
      else toasts.error(thrown);
    } finally {
      this.trying = null;
    }
  }

  #lacks(state: DeliveryState): string | null {
    if (this.dirty) return t('delivery-save-first');
    if (!this.kind.isSetUp(state)) return t('delivery-fill-first');
    if (state.secrets !== 'locked' && this.kind.needsSecret(this.form) && !this.hasSecret(state)) {
      return t('delivery-secret-first');
    }
    return null;
  }

  async #store() {
    const { channel } = this.kind;
    const { secret } = this;
    delivery.state = await this.#keep.run((request_id) =>
      call('delivery_secret_set', { request_id, channel, secret }),
    );
  }

  #accept(state: DeliveryState) {
    this.form = this.kind.formOf(state);
    this.#saved = JSON.stringify(this.form);
    this.secret = '';
    this.replacing = false;
    this.errors = {};
    this.refusal = null;
    this.tried = null;
  }
}

/** What is wrong with each field of a refused set-up. */
function fieldsOf(thrown: unknown): Record<string, string> {
  const { field, details } = asBackendError(thrown);
  const fields = details.fields as Record<string, string> | undefined;
  return fields ?? (field ? { [field]: errorText(thrown) } : {});
}
