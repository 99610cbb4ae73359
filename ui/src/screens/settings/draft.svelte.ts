import { app } from '$lib/app.svelte';
import { asBackendError, call, Intent, type ShopPatch } from '$lib/backend';
import { errorText } from '$lib/errors';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';

/** Saves changes to the shop; wrong fields are told at the field. */
export class ShopChanges {
  busy = $state(false);
  errors = $state<Record<string, string>>({});

  #intent = new Intent();

  async save(patch: ShopPatch): Promise<boolean> {
    this.busy = true;
    this.errors = {};
    try {
      const shop = await this.#intent.run((request_id) =>
        call('shop_update', { request_id, patch }),
      );
      app.acceptShop(shop);
      toasts.good(t('settings-saved'));
      return true;
    } catch (thrown) {
      const { field } = asBackendError(thrown);
      if (field) this.errors = { [field]: errorText(thrown) };
      else toasts.error(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}

/** The entries of `draft` that differ from what the shop has. */
export function changesOf<T extends object>(draft: T, saved: object): Partial<T> {
  return Object.fromEntries(
    Object.entries(draft).filter(([key, value]) => value !== saved[key as keyof typeof saved]),
  ) as Partial<T>;
}
