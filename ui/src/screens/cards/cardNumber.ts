/** 13 digits as they stand under an EAN-13: "2 904718 263556". */
export function cardNumber(digits: string): string {
  return `${digits.slice(0, 1)}\u00a0${digits.slice(1, 7)}\u00a0${digits.slice(7)}`;
}
