import { invoke } from '@tauri-apps/api/core';

/** Closing the window, which waits while something would be lost. */
export interface Closing {
  /** As long as it is held, `onask` is called instead of closing. */
  hold(held: boolean): void;
  /** Closes, whatever is held. */
  close(): void;
}

/** The desktop asks the page; see src-tauri/src/window/closing.rs. */
export function desktopClosing(onask: () => void): Closing {
  const hold = (held: boolean) => void invoke('hold_open', { held });
  window.addEventListener('close-asked', () => {
    // The answer that the page is there to decide.
    hold(true);
    onask();
  });
  return { hold, close: () => void invoke('close') };
}

/** A browser asks by itself, in its own words. */
export function browserClosing(): Closing {
  const ask = (event: BeforeUnloadEvent) => event.preventDefault();
  return {
    hold: (held) => {
      if (held) window.addEventListener('beforeunload', ask);
      else window.removeEventListener('beforeunload', ask);
    },
    close: () => window.close(),
  };
}
