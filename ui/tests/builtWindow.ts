import { execFileSync } from 'node:child_process';
import { DIST, REPOSITORY, UI } from './paths';

/** Builds what the tests look at: ui/dist, and the dev server unless another is named. */
export default function setup() {
  const build = ['vite', 'build', '--emptyOutDir', '--logLevel', 'warn', '--outDir', DIST];
  execFileSync('npx', build, { cwd: UI, stdio: 'inherit' });
  if (!process.env.REGULARS_DEVSERVER_BIN) {
    execFileSync('cargo', ['build', '--quiet', '-p', 'regulars-devserver'], {
      cwd: REPOSITORY,
      stdio: 'inherit',
    });
  }
}
