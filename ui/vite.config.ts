import { svelte } from '@sveltejs/vite-plugin-svelte';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url));

export default defineConfig({
  plugins: [svelte()],
  resolve: {
    alias: {
      $lib: here('./src/lib'),
      $screens: here('./src/screens'),
      $locales: here('../assets/locales'),
    },
  },
  server: {
    // The catalogues and the icon live outside ui/.
    fs: { allow: ['..'] },
    proxy: { '/api': process.env.REGULARS_DEVSERVER ?? 'http://127.0.0.1:4780' },
  },
  build: {
    // WebKitGTK 2.40, macOS 13 and every WebView2 that still updates itself.
    target: ['safari16.4', 'chrome111'],
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 1500,
  },
  test: { include: ['src/**/*.test.ts'] },
});
