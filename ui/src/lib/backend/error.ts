import type { ApiError } from './bindings';

/** A refusal of the backend, or `transport` when it could not be reached at all. */
export class BackendError extends Error {
  readonly code: string;
  readonly field: string | null;
  readonly details: Record<string, unknown>;

  constructor(error: ApiError) {
    super(error.message);
    this.name = 'BackendError';
    this.code = error.code;
    this.field = error.field;
    this.details = (error.details ?? {}) as Record<string, unknown>;
  }

  /** Whether the request may or may not have been carried out. */
  get isTransport(): boolean {
    return this.code === TRANSPORT;
  }
}

export const TRANSPORT = 'transport';

/** Whatever was thrown, as a BackendError. */
export function asBackendError(thrown: unknown): BackendError {
  if (thrown instanceof BackendError) return thrown;
  if (isApiError(thrown)) return new BackendError(thrown);
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new BackendError({ code: TRANSPORT, message, field: null, details: {} });
}

export function isApiError(value: unknown): value is ApiError {
  return (
    typeof value === 'object' &&
    value !== null &&
    typeof (value as ApiError).code === 'string' &&
    typeof (value as ApiError).message === 'string'
  );
}
