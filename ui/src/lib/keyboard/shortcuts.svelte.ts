/**
 * The keys of the app, registered by whoever acts on them, so that the help
 * overlay lists what works where the user is.
 */

import { untrack } from 'svelte';

export interface Shortcut {
  /** As shown: "Ctrl Z", "F2", "R", "Alt 1". */
  keys: string;
  /** What it does, for the help overlay. */
  label: () => string;
  /** Absent when the component listens itself and only wants the key listed. */
  run?: () => void;
  /** Works only while this holds. */
  when?: () => boolean;
  /** Also while typing into a field. Keys with Ctrl or Alt and F-keys always do. */
  whileTyping?: boolean;
}

/** Keys that are shown shorter than they are called. */
const NAMED_KEYS: Record<string, string> = {
  Esc: 'Escape',
  '←': 'ArrowLeft',
  '→': 'ArrowRight',
  '↑': 'ArrowUp',
  '↓': 'ArrowDown',
  PgUp: 'PageUp',
  PgDn: 'PageDown',
};

/** Keys that are shown as `keys`, as `aria-keyshortcuts` wants them: "Alt+0". */
export function ariaKeys(keys: string): string {
  return keys
    .split(' ')
    .map((key) => NAMED_KEYS[key] ?? key)
    .join('+');
}

let registered = $state.raw<readonly Shortcut[]>([]);

/** Registers keys for as long as the calling component lives. */
export function useShortcuts(list: Shortcut[]) {
  $effect(() => {
    registered = [...untrack(() => registered), ...list];
    return () => {
      registered = registered.filter((shortcut) => !list.includes(shortcut));
    };
  });
}

/** What works now, for the help overlay. */
export function activeShortcuts(): readonly Shortcut[] {
  return registered.filter((shortcut) => shortcut.when?.() ?? true);
}

/** Runs what a key press means, if anything. The latest registered wins. */
export function pressed(event: KeyboardEvent) {
  if (event.defaultPrevented || event.repeat || event.isComposing) return;
  if (document.querySelector('dialog[open]')) return;
  const typing = isTextField(event.target);
  const match = activeShortcuts().findLast(
    (shortcut) =>
      shortcut.run &&
      matches(shortcut.keys, event) &&
      (!typing || shortcut.whileTyping || /^(Ctrl|Alt|F\d)/.test(shortcut.keys)),
  );
  if (!match?.run) return;
  event.preventDefault();
  match.run();
}

/**
 * Whether a press is the key as shown. Letters and digits are compared by their
 * place on the keyboard, so that Ctrl Z works on a Russian layout too.
 */
export function matches(keys: string, event: KeyboardEvent): boolean {
  const parts = keys.split(' ');
  const key = parts.at(-1)!;
  if (parts.includes('Ctrl') !== (event.ctrlKey || event.metaKey)) return false;
  if (parts.includes('Alt') !== event.altKey) return false;
  if (/^[A-Z]$/.test(key)) {
    return !event.shiftKey && (event.code === `Key${key}` || event.key.toUpperCase() === key);
  }
  if (/^\d$/.test(key)) return event.code === `Digit${key}` || event.code === `Numpad${key}`;
  return event.key === (NAMED_KEYS[key] ?? key);
}

export function isTextField(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLTextAreaElement || target.isContentEditable) return true;
  return (
    target instanceof HTMLInputElement &&
    !['button', 'checkbox', 'color', 'file', 'radio', 'range', 'submit'].includes(target.type)
  );
}
