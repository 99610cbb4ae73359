/** "Nagy Gergő" as "Nagy G.", for the little room beside a bar. */
export function shortName(name: string): string {
  const words = name.trim().split(/\s+/);
  const last = words.at(-1);
  if (words.length < 2 || !last || !/^\p{L}/u.test(last)) return name;
  return `${words[0]} ${[...last][0]}.`;
}
