const MOST_LINES = 4;

/** Round numbers from 0 to at least `largest`, few enough for a chart's lines. */
export function niceScale(largest: number): number[] {
  const step = niceStep(Math.max(largest, 1));
  const lines = Math.ceil(Math.max(largest, 1) / step);
  return Array.from({ length: lines + 1 }, (_, index) => index * step);
}

function niceStep(largest: number): number {
  const rough = largest / MOST_LINES;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((step) => step >= rough)!;
  return Math.max(1, step);
}
