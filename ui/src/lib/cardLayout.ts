import type { CardLayout } from '$lib/backend';

const STORAGE_KEY = 'regulars.card-layout';
const USUAL: CardLayout = { sheet: 'a4', sides: 'both', front: 'full' };

/** How this PC prints cards: what was chosen last. */
export function cardLayout(): CardLayout {
  try {
    return { ...USUAL, ...JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '{}') };
  } catch {
    return USUAL;
  }
}

export function rememberCardLayout(layout: CardLayout) {
  localStorage.setItem(STORAGE_KEY, JSON.stringify(layout));
}
