import { app } from '$lib/app.svelte';
import { call } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';
import { outbox } from '$lib/state/outbox.svelte';
import { schedule } from '$lib/state/schedule.svelte';
import { toasts } from '$lib/toasts.svelte';

const EVERY_MS = 60_000;

/** Only what there is: nobody needs to read of no stamps. */
function expired(stamps: number, rewards: number): string {
  const parts: string[] = [];
  if (stamps > 0) parts.push(t('day-expired-stamps', { count: stamps }));
  if (rewards > 0) parts.push(t('day-expired-rewards', { count: rewards }));
  return parts.join(', ');
}

/**
 * Runs what is due for the day, now and whenever the business day changes
 * while the app stays open, and tells `onNewDay` after each.
 */
export function watchDay(onNewDay: () => void): () => void {
  let ranFor: string | null = null;
  let looking = false;

  async function look() {
    if (looking) return;
    looking = true;
    try {
      await app.refresh();
      void outbox.refresh();
      if (app.state?.today === ranFor) return await schedule.refresh();
      const due = await call('daily_run', {});
      ranFor = app.state?.today ?? null;
      if (due.stamps_expired > 0 || due.grants_expired > 0) {
        toasts.show(
          'note',
          t('day-expired', { what: expired(due.stamps_expired, due.grants_expired) }),
        );
      }
      await schedule.refresh();
      onNewDay();
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      looking = false;
    }
  }

  /** Back from another window, or from sleep. */
  const onFocus = () => void look();

  void look();
  const timer = setInterval(() => void look(), EVERY_MS);
  window.addEventListener('focus', onFocus);
  return () => {
    clearInterval(timer);
    window.removeEventListener('focus', onFocus);
  };
}
