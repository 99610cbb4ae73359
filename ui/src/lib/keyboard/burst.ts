/**
 * Tells a wedge scanner from fingers: a scanner types a whole card number
 * faster than anybody can, and ends with Enter.
 */

/** Between two characters of a scan. Slow Bluetooth scanners take up to 40 ms. */
const LONGEST_GAP_MS = 50;
const SHORTEST_SCAN = 6;

/** What the digit row gives on keyboard layouts whose digits are elsewhere. */
const DIGIT_ROW: Record<string, string> = {
  // Hungarian: 0 is on the key left of 1.
  ö: '0',
  Ö: '0',
  '§': '0',
  // French.
  à: '0',
  '&': '1',
  é: '2',
  '"': '3',
  "'": '4',
  '(': '5',
  '-': '6',
  è: '7',
  _: '8',
  ç: '9',
};

/** The digits of a scan whatever layout typed them, or the text as it is. */
export function scannedDigits(text: string): string {
  const digits = [...text].map((letter) => DIGIT_ROW[letter] ?? letter).join('');
  return /^\d+$/.test(digits) ? digits : text;
}

export class BurstDetector {
  #text = '';
  #lastMs = -Infinity;

  /** Takes a key press; returns the scanned text when this one ends a scan. */
  press(key: string, atMs: number): string | null {
    const quick = atMs - this.#lastMs <= LONGEST_GAP_MS;
    this.#lastMs = atMs;
    if (key === 'Enter') {
      const text = quick ? scannedDigits(this.#text) : '';
      this.#text = '';
      return text.length >= SHORTEST_SCAN && /^\d+$/.test(text) ? text : null;
    }
    // Shift and the like come between the characters of some scanners.
    if ([...key].length > 1) return null;
    this.#text = quick ? this.#text + key : key;
    return null;
  }

  /** How many characters of the running burst came so far. */
  get length(): number {
    return this.#text.length;
  }
}
