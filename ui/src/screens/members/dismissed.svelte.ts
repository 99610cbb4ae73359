import { SvelteSet } from 'svelte/reactivity';

const STORAGE_KEY = 'regulars.not-the-same-person';
const MOST_PAIRS = 2_000;

const key = (one: string, other: string) => [one, other].sort().join('+');

/** Pairs of members whom somebody at this till has looked at and found to be two people. */
class Dismissed {
  #pairs = new SvelteSet<string>(remembered());

  has(one: string, other: string): boolean {
    return this.#pairs.has(key(one, other));
  }

  add(one: string, other: string) {
    this.#pairs.add(key(one, other));
    this.#remember();
  }

  remove(one: string, other: string) {
    this.#pairs.delete(key(one, other));
    this.#remember();
  }

  #remember() {
    localStorage.setItem(STORAGE_KEY, JSON.stringify([...this.#pairs].slice(-MOST_PAIRS)));
  }
}

function remembered(): string[] {
  try {
    const pairs: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(pairs) ? pairs.filter((pair) => typeof pair === 'string') : [];
  } catch {
    return [];
  }
}

export const dismissed = new Dismissed();
