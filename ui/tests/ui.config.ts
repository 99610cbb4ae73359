import { defineConfig } from 'vitest/config';

/** The built window in Chromium, against a real dev server with a real database. */
export default defineConfig({
  test: {
    include: ['tests/**/*.ui.ts'],
    globalSetup: ['tests/builtWindow.ts'],
    testTimeout: 60_000,
    // On a busy machine Chromium, just started, may never acknowledge a key; seen twice.
    retry: 1,
    hookTimeout: 60_000,
    // As patient as expect.ts: the machine may be busy.
    expect: { poll: { timeout: 5_000 } },
    // Each file has a browser and a server of its own; more would fight for two cores.
    maxWorkers: 2,
  },
});
