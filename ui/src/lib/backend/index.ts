import type { Command, IBackend, RequestOf, ResponseOf } from './backend';
import { HttpBackend } from './http';
import { TauriBackend } from './tauri';

export type * from './bindings';
export type { Command, IBackend, RequestOf, ResponseOf } from './backend';
export { asBackendError, BackendError } from './error';
export { Intent } from './intent';
export { followJob, type JobProgress } from './job';

const backend: IBackend = '__TAURI_INTERNALS__' in window ? new TauriBackend() : new HttpBackend();

/** Runs one command of the table (src-tauri/crates/api/src/commands.rs). */
export function call<K extends Command>(command: K, request: RequestOf<K>): Promise<ResponseOf<K>> {
  return backend.call(command, request);
}
