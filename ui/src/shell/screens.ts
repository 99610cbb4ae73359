import type { Component } from 'svelte';

export interface ScreenProps {
  /** What follows the screen's name in the address: `['<member id>']`. */
  path: string[];
}

/** A screen is a folder in src/screens with a Screen.svelte. */
const modules = import.meta.glob<{ default: Component<ScreenProps> }>('$screens/*/Screen.svelte', {
  eager: true,
});

export const screens = new Map(
  Object.entries(modules).map(([path, module]) => [path.split('/').at(-2)!, module.default]),
);
