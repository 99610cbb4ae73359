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

  show(tone: ToastTone, text: string, action?: ToastAction): number {
    const toast: Toast = { id: this.#next++, tone, text, action };
    this.list = [...this.list.slice(-(MOST - 1)), toast];
    setTimeout(() => this.dismiss(toast.id), tone === 'bad' ? REFUSAL_SHOWN_MS : SHOWN_MS);
    return toast.id;
  }

  good(text: string, action?: ToastAction): number {
    return this.show('good', text, action);
  }

  /** A refusal or failure, in the words of whoever refused. */
  error(thrown: unknown) {
    this.show('bad', errorText(thrown));
  }

  dismiss(id: number) {
    this.list = this.list.filter((toast) => toast.id !== id);
  }

  clear() {
    this.list = [];
  }
}

export const toasts = new Toasts();
