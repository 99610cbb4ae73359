import { errorText } from './errors';

export type ToastTone = 'good' | 'bad' | 'note';

export interface ToastAction {
  label: string;
  kbd?: string;
  run: () => void | Promise<void>;
}

export interface Toast {
  id: number;
  tone: ToastTone;
  text: string;
  action?: ToastAction;
}

const SHOWN_MS = 7_000;
/** A refusal has more to read. */
const REFUSAL_SHOWN_MS = 15_000;
const MOST = 2;

/** Short news, where the window has nothing to press. */
class Toasts {
  list = $state<Toast[]>([]);
  #next = 1;
  readonly #timers = new Map<number, ReturnType<typeof setTimeout>>();

  show(tone: ToastTone, text: string, action?: ToastAction): number {
    const toast: Toast = { id: this.#next++, tone, text, action };
    for (const old of this.list.slice(0, -(MOST - 1))) this.dismiss(old.id);
    this.list = [...this.list, toast];
    this.#begin(toast);
    return toast.id;
  }

  good(text: string, action?: ToastAction): number {
    return this.show('good', text, action);
  }

  /** A refusal or failure, in the words of whoever refused. */
  error(thrown: unknown) {
    this.show('bad', errorText(thrown));
  }

  /** Out of sight for want of room: its time begins anew once it shows again. */
  setWaiting(toast: Toast, waiting: boolean) {
    if (waiting) this.#stop(toast.id);
    else if (!this.#timers.has(toast.id)) this.#begin(toast);
  }

  dismiss(id: number) {
    this.#stop(id);
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  clear() {
    for (const { id } of this.list) this.dismiss(id);
  }

  #begin({ id, tone }: Toast) {
    const ms = tone === 'bad' ? REFUSAL_SHOWN_MS : SHOWN_MS;
    this.#timers.set(
      id,
      setTimeout(() => this.dismiss(id), ms),
    );
  }

  #stop(id: number) {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
  }
}

export const toasts = new Toasts();
