import { asBackendError } from './error';

/**
 * One thing the user wants done once. While it is under way, asking again
 * (a double click) gets the same answer; after a failed transport, asking
 * again sends the same request id, so that what did arrive is not repeated.
 */
export class Intent {
  #requestId: string = crypto.randomUUID();
  #running: Promise<unknown> | null = null;

  run<T>(work: (requestId: string) => Promise<T>): Promise<T> {
    this.#running ??= this.#carryOut(work);
    return this.#running as Promise<T>;
  }

  /** What is wanted has changed: a new request id from now on. */
  renew() {
    this.#requestId = crypto.randomUUID();
  }

  async #carryOut<T>(work: (requestId: string) => Promise<T>): Promise<T> {
    try {
      const result = await work(this.#requestId);
      this.renew();
      return result;
    } catch (thrown) {
      const error = asBackendError(thrown);
      if (!error.isTransport) this.renew();
      throw error;
    } finally {
      this.#running = null;
    }
  }
}
