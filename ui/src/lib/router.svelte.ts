/** Where the user is: `#/members/<id>` is screen `members`, rest `['<id>']`. */
class Router {
  #path = $state<string[]>(read());

  /** Asked before somebody goes elsewhere; answering false stays. */
  guard: ((path: string[]) => boolean) | null = null;

  constructor() {
    window.addEventListener('hashchange', () => this.#follow());
  }

  get screen(): string {
    return this.#path[0] ?? 'counter';
  }

  get rest(): string[] {
    return this.#path.slice(1);
  }

  go(...path: string[]) {
    const hash = hashOf(path);
    if (hash === window.location.hash) return;
    window.location.hash = hash;
    this.#follow();
  }

  /** Goes there without asking. */
  leave(...path: string[]) {
    const { guard } = this;
    this.guard = null;
    this.go(...path);
    this.guard = guard;
  }

  back() {
    window.history.back();
  }

  #follow() {
    const path = read();
    if (path.join('/') === this.#path.join('/')) return;
    if (this.guard && !this.guard(path)) {
      window.history.replaceState(null, '', hashOf(this.#path));
      return;
    }
    this.#path = path;
  }
}

function hashOf(path: readonly string[]): string {
  return `#/${path.map(encodeURIComponent).join('/')}`;
}

function read(): string[] {
  return window.location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
}

export const router = new Router();
