import { app } from '$lib/app.svelte';
import { call } from '$lib/backend';
import { number, t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';

const EVERY_MS = 60_000;

/**
 * Runs what is due for the day, now and whenever the business day changes
 * while the app stays open, and tells `onNewDay` after each.
 */
export function watchDay(onNewDay: () => void): () => void {
  let ranFor: string | null = null;

  async function look() {
    try {
      await app.refresh();
      if (app.state?.today === ranFor) return;
      const due = await call('daily_run', {});
      ranFor = app.state?.today ?? null;
      if (due.stamps_expired > 0 || due.grants_expired > 0) {
        toasts.show(
          'note',
          t('day-expired', {
            stamps: number(due.stamps_expired),
            rewards: number(due.grants_expired),
          }),
        );
      }
      onNewDay();
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  return () => clearInterval(timer);
}
