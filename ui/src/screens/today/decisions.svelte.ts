import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';

/** What was decided, and how it is taken back. */
interface Decided {
  /** What it is about: a touch, or somebody's consents. */
  key: string;
  undo: () => Promise<void>;
}

/** What was decided on a screen, the latest last, and the message that tells of the latest. */
export class Decisions {
  #made = $state.raw<readonly Decided[]>([]);
  #toast: number | null = null;

  readonly mayUndo = $derived(this.#made.length > 0);

  /** Says what was done, and how it is taken back. */
  note(text: string, decided: Decided) {
    this.forget(decided.key);
    this.#made = [...this.#made, decided];
    this.hideToast();
    this.#toast = toasts.good(text, { label: t('undo'), kbd: 'Ctrl Z', run: decided.undo });
  }

  /** Says what was done and cannot be taken back. */
  say(text: string) {
    this.hideToast();
    this.#toast = toasts.good(text);
  }

  /** It was taken back, or cannot be any more. */
  forget(key: string) {
    this.#made = this.#made.filter((other) => other.key !== key);
  }

  /** The message of the latest decision goes. */
  hideToast() {
    if (this.#toast !== null) toasts.dismiss(this.#toast);
    this.#toast = null;
  }

  /** Takes the latest decision back. */
  async undoLast() {
    await this.#made.at(-1)?.undo();
  }
}
