import type { Command, IBackend, RequestOf, ResponseOf } from './backend';
import { browserClosing, desktopClosing, type Closing } from './closing';
import { HttpBackend } from './http';
import { TauriBackend } from './tauri';

export type * from './bindings';
export type { Command, IBackend, RequestOf, ResponseOf } from './backend';
export { asBackendError, BackendError } from './error';
export { Intent } from './intent';
export { followJob, type JobProgress } from './job';

const onDesktop = '__TAURI_INTERNALS__' in window;
const backend: IBackend = onDesktop ? new TauriBackend() : new HttpBackend();

/** Runs one command of the table (src-tauri/crates/api/src/commands.rs). */
export function call<K extends Command>(command: K, request: RequestOf<K>): Promise<ResponseOf<K>> {
  return backend.call(command, request);
}

/** How this window closes. `onask` is called when somebody tries while it is held. */
export function closing(onask: () => void): Closing {
  return onDesktop ? desktopClosing(onask) : browserClosing();
}
