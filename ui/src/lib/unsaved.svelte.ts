import { untrack } from 'svelte';
import { closing } from '$lib/backend';
import { router } from '$lib/router.svelte';

/** Where something is typed that counts only once it is saved. */
export interface Editor {
  dirty: () => boolean;
  /** What would be lost. */
  text: () => string;
  /** Absent where saving asks for more. False when it was refused. */
  save?: () => Promise<boolean>;
  canSave?: () => boolean;
  /** What is typed outlives its screen: only closing the window loses it. */
  outlivesScreen?: boolean;
}

/** Where somebody wants to go: to another screen, or away. */
type Leaving = { path: string[] } | 'close';

/** What is not saved yet, and the question before it is lost. */
class Unsaved {
  /** Somebody is asked whether to leave. */
  leaving = $state.raw<Leaving | null>(null);

  #editors = $state.raw<readonly Editor[]>([]);

  readonly #closing = closing(() => this.#askToClose());
  /** What would be lost by leaving so. */
  readonly lost = $derived(
    this.#editors.filter(
      (editor) => editor.dirty() && (this.leaving === 'close' || !editor.outlivesScreen),
    ),
  );
  readonly canSave = $derived(
    this.lost.every(({ save, canSave }) => save && (canSave === undefined || canSave())),
  );

  constructor() {
    router.guard = (path) => {
      if (this.lost.length === 0) return true;
      this.leaving = { path };
      return false;
    };
  }

  /** Counts an editor in until the function that is returned is called. */
  watch(editor: Editor): () => void {
    this.#editors = [...untrack(() => this.#editors), editor];
    return () => (this.#editors = this.#editors.filter((other) => other !== editor));
  }

  /** Tells the window whether it may close by itself. */
  hold() {
    this.#closing.hold(this.#editors.some(({ dirty }) => dirty()));
  }

  /** What the window was held for may be saved by now: then it closes. */
  #askToClose() {
    this.leaving ??= 'close';
    if (this.leaving === 'close' && this.lost.length === 0) this.leave();
  }

  stay() {
    this.leaving = null;
  }

  /** Saves what would be lost, then leaves; where that is refused, one stays. */
  async saveAndLeave() {
    for (const { save } of this.lost) {
      if (!save || !(await save())) return this.stay();
    }
    this.leave();
  }

  /** Leaves, whatever is lost. */
  leave() {
    const { leaving } = this;
    this.leaving = null;
    if (leaving === 'close') this.#closing.close();
    else if (leaving) router.leave(...leaving.path);
  }
}

export const unsaved = new Unsaved();

/** Asks before what is typed here is lost, for as long as the calling component lives. */
export function useUnsaved(editor: Editor) {
  $effect(() => unsaved.watch(editor));
}
