import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

export const UI = fileURLToPath(new URL('..', import.meta.url));
export const REPOSITORY = join(UI, '..');

/** What is looked at; another folder lets two runs build at once. */
export const DIST = process.env.REGULARS_UI_DIST ?? join(UI, 'dist');

export function devserverPath(): string {
  return process.env.REGULARS_DEVSERVER_BIN ?? join(REPOSITORY, 'target/debug/regulars-devserver');
}
