/** Minutes after midnight as people write them: "04:00". */
export function clockText(minutes: number): string {
  const two = (part: number) => String(part).padStart(2, '0');
  return `${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`;
}

/** Every half hour from midnight to noon, and whatever is set now. */
export function dayStartChoices(current: number): number[] {
  const halfHours = Array.from({ length: 25 }, (_, index) => index * 30);
  return [...new Set([...halfHours, current])].sort((a, b) => a - b);
}
