import type { MessageLine } from '$lib/backend';

/** Messages that failed or were perhaps sent, the first of them: Today asks about each. */
export class Asked {
  lines = $state.raw<readonly MessageLine[]>([]);
  /** The one the keys act on, if they do not act on the list below. */
  activeId = $state<string | null>(null);
  /** The one whose text is shown. */
  openId = $state<string | null>(null);
  /** The one whose address is being corrected. */
  correctingId = $state<string | null>(null);

  readonly active = $derived(
    this.lines.find(({ message }) => message.id === this.activeId) ?? null,
  );

  /** Shows these; the keys stay where they are, or go to the one that took its place. */
  accept(lines: readonly MessageLine[]) {
    const at = this.#at();
    this.lines = lines;
    if (at >= 0 && !this.active) this.activeId = this.#idAt(at);
  }

  without(id: string) {
    this.accept(this.lines.filter(({ message }) => message.id !== id));
  }

  /** The keys act on the first one, or the last one. Returns whether there is one. */
  enter(from: 'first' | 'last'): boolean {
    this.activeId = this.#idAt(from === 'first' ? 0 : this.lines.length - 1);
    return this.activeId !== null;
  }

  /** Goes a line down or up. Returns `false` at the end of these, where the list below begins. */
  move(step: number): boolean {
    const to = this.#at() + step;
    if (to >= this.lines.length) return false;
    this.activeId = this.#idAt(Math.max(to, 0));
    return true;
  }

  leave() {
    this.activeId = null;
    this.correctingId = null;
  }

  toggle(id: string) {
    this.openId = this.openId === id ? null : id;
  }

  #at(): number {
    return this.lines.findIndex(({ message }) => message.id === this.activeId);
  }

  #idAt(index: number): string | null {
    return this.lines[Math.min(index, this.lines.length - 1)]?.message.id ?? null;
  }
}
