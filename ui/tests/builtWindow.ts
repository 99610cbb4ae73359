import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { devserverPath, DIST, REPOSITORY, UI } from './paths';

/** Builds what the tests look at: ui/dist, and the dev server unless one is there. */
export default function setup() {
  const build = ['vite', 'build', '--emptyOutDir', '--logLevel', 'warn', '--outDir', DIST];
  execFileSync('npx', build, { cwd: UI, stdio: 'inherit' });
  if (!existsSync(devserverPath())) {
    execFileSync('cargo', ['build', '--quiet', '-p', 'regulars-devserver'], {
      cwd: REPOSITORY,
      stdio: 'inherit',
    });
  }
}
