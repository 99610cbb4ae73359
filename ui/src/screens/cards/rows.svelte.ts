import { SvelteMap } from 'svelte/reactivity';
import { call, type CardScope, type CardToPrint } from '$lib/backend';
import { toasts } from '$lib/toasts.svelte';

const PAGE = 100;

/** The cards of a scope, read page by page as they come into sight. */
export class CardRows {
  /** Absent until the first page is there. */
  total = $state<number | null>(null);

  #rows = new SvelteMap<number, CardToPrint>();
  #pages = new Set<number>();
  #scope: CardScope = { kind: 'new' };
  #generation = 0;

  at(index: number): CardToPrint | undefined {
    return this.#rows.get(index);
  }

  async show(scope: CardScope) {
    this.#scope = scope;
    this.#generation += 1;
    this.#pages.clear();
    await this.#read(0);
  }

  /** These rows are in sight. */
  need(first: number, last: number) {
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (!this.#pages.has(page)) void this.#read(page);
    }
  }

  async #read(page: number) {
    this.#pages.add(page);
    const generation = this.#generation;
    try {
      const { total, rows } = await call('cards_list', {
        scope: this.#scope,
        offset: page * PAGE,
        limit: PAGE,
      });
      if (generation !== this.#generation) return;
      if (page === 0) this.#rows.clear();
      this.total = total;
      rows.forEach((row, index) => this.#rows.set(page * PAGE + index, row));
    } catch (thrown) {
      this.#pages.delete(page);
      if (generation === this.#generation) toasts.error(thrown);
    }
  }
}
