import { invoke } from '@tauri-apps/api/core';
import type { Command, IBackend, RequestOf, ResponseOf } from './backend';
import { asBackendError } from './error';

export class TauriBackend implements IBackend {
  async call<K extends Command>(command: K, request: RequestOf<K>): Promise<ResponseOf<K>> {
    try {
      return await invoke<ResponseOf<K>>('call', { command, request });
    } catch (thrown) {
      throw asBackendError(thrown);
    }
  }
}
