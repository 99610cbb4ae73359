/**
 * Letters typed while a member is shown and no text field wants them. A letter
 * alone is a key ("R" redeems); letters in quick succession are the next
 * guest's name and go to the scan field, so that typing "Rita" redeems nothing.
 */
export class Letters {
  /** After this long without a second letter, the first one was meant alone. */
  static readonly ALONE_MS = 320;

  #waiting: { text: string; code: string } | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    /** Runs the key's action and returns true, or false when it has none. */
    private readonly alone: (code: string) => boolean,
    private readonly name: (text: string) => void,
  ) {}

  press(text: string, code: string) {
    clearTimeout(this.#timer);
    if (this.#waiting) {
      const first = this.#waiting.text;
      this.#waiting = null;
      this.name(first + text);
      return;
    }
    this.#waiting = { text, code };
    this.#timer = setTimeout(() => this.#decide(), Letters.ALONE_MS);
  }

  cancel() {
    clearTimeout(this.#timer);
    this.#waiting = null;
  }

  #decide() {
    const waiting = this.#waiting;
    this.#waiting = null;
    if (waiting && !this.alone(waiting.code)) this.name(waiting.text);
  }
}
