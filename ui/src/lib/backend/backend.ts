import type { Commands } from './bindings';

export type Command = keyof Commands;
export type RequestOf<K extends Command> = Commands[K]['request'];
export type ResponseOf<K extends Command> = Commands[K]['response'];

/** The one way to the core. Rejects with a BackendError. */
export interface IBackend {
  call<K extends Command>(command: K, request: RequestOf<K>): Promise<ResponseOf<K>>;
}
