import { brandTokens, DEFAULT_BRAND } from './brand';

export type ThemeChoice = 'system' | 'light' | 'dark';

const STORAGE_KEY = 'regulars.theme';

/** Light or dark, and the shop's colour on top. The choice belongs to this PC. */
class Theme {
  choice = $state<ThemeChoice>(stored());
  brand = $state(DEFAULT_BRAND);
  #systemDark = $state(false);

  constructor() {
    const query = window.matchMedia('(prefers-color-scheme: dark)');
    this.#systemDark = query.matches;
    query.addEventListener('change', (event) => (this.#systemDark = event.matches));
  }

  get effective(): 'light' | 'dark' {
    if (this.choice === 'system') return this.#systemDark ? 'dark' : 'light';
    return this.choice;
  }

  choose(choice: ThemeChoice) {
    this.choice = choice;
    localStorage.setItem(STORAGE_KEY, choice);
  }

  /** The other one of light and dark, whatever shows now. */
  toggle() {
    this.choose(this.effective === 'dark' ? 'light' : 'dark');
  }

  /** Writes the tokens to the page; called from an effect. */
  apply() {
    const root = document.documentElement;
    root.dataset.theme = this.effective;
    for (const [token, value] of Object.entries(brandTokens(this.brand, this.effective))) {
      root.style.setProperty(token, value);
    }
  }
}

function stored(): ThemeChoice {
  const choice = localStorage.getItem(STORAGE_KEY);
  return choice === 'light' || choice === 'dark' ? choice : 'system';
}

export const theme = new Theme();
