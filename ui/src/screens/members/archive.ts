import { app } from '$lib/app.svelte';
import { call } from '$lib/backend';
import { toasts } from '$lib/toasts.svelte';
import { counter } from '$screens/counter/counter.svelte';
import { members } from './list.svelte';

/** Puts members away one by one; tells after each how many are done. */
export async function archiveMembers(ids: readonly string[], onProgress: (done: number) => void) {
  for (const [index, member_id] of ids.entries()) {
    await call('member_archive', {
      request_id: crypto.randomUUID(),
      member_id,
      archived: true,
    });
    if (counter.glance?.member.id === member_id) counter.glance = null;
    onProgress(index + 1);
  }
  await app.refresh();
}

/** Takes archived members back, for undo. */
export async function restoreMembers(ids: readonly string[]) {
  try {
    for (const member_id of ids) {
      await call('member_archive', {
        request_id: crypto.randomUUID(),
        member_id,
        archived: false,
      });
    }
    await app.refresh();
  } catch (thrown) {
    toasts.error(thrown);
  }
  members.refresh();
}
