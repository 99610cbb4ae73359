import { tick } from 'svelte';

/** Whether nothing is in focus: what was, is gone. */
const isLost = () => document.activeElement === null || document.activeElement === document.body;

/** Gives the focus to what is found once the screen has changed, if the change took it away. */
export async function refocus(...find: (() => HTMLElement | null | undefined)[]) {
  await tick();
  for (const found of find) {
    if (!isLost()) return;
    found()?.focus();
  }
}

/** Brings the first field that is wrong in sight, and the caret into it. */
export async function showWrong(within: HTMLElement | null | undefined) {
  await tick();
  const wrong = within?.querySelector<HTMLElement>('[aria-invalid="true"], [data-wrong]');
  wrong?.scrollIntoView({ block: 'center' });
  wrong?.focus({ preventScroll: true });
}
