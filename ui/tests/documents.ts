import { execFileSync } from 'node:child_process';

/** How many pages a PDF has, as another program counts them. */
export function pagesOf(path: string): number {
  const info = execFileSync('pdfinfo', [path], { encoding: 'utf8' });
  return Number(/^Pages:\s+(\d+)$/m.exec(info)?.[1]);
}

/** What can be read in a PDF, spaces made plain. */
export function textOf(path: string): string {
  const text = execFileSync('pdftotext', ['-layout', path, '-'], { encoding: 'utf8' });
  return text.replace(/[\u00a0 ]+/g, ' ');
}
