/** Up to two letters that stand for a name; a dot for a phone number. */
export function initials(name: string): string {
  const words = name.match(/\p{L}[\p{L}\p{M}'’-]*/gu) ?? [];
  const chosen = words.length > 1 ? [words[0]!, words.at(-1)!] : words.slice(0, 1);
  return chosen.map((word) => [...word][0]!.toLocaleUpperCase()).join('') || '•';
}
