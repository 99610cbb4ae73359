/** How many columns a card of `slots` stamps has on the screen. */
export function stampColumns(slots: number): number {
  if (slots <= 6) return slots;
  return Math.ceil(slots / (slots <= 16 ? 2 : 3));
}
