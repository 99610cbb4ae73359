/** Where the user is: `#/members/<id>` is screen `members`, rest `['<id>']`. */
class Router {
  #path = $state<string[]>(read());

  constructor() {
    window.addEventListener('hashchange', () => (this.#path = read()));
  }

  get screen(): string {
    return this.#path[0] ?? 'counter';
  }

  get rest(): string[] {
    return this.#path.slice(1);
  }

  go(...path: string[]) {
    const hash = `#/${path.map(encodeURIComponent).join('/')}`;
    if (hash === window.location.hash) return;
    window.location.hash = hash;
    this.#path = read();
  }

  back() {
    window.history.back();
  }
}

function read(): string[] {
  return window.location.hash
    .replace(/^#\/?/, '')
    .split('/')
    .filter((part) => part !== '')
    .map(decodeURIComponent);
}

export const router = new Router();
