import type { Command, IBackend, RequestOf, ResponseOf } from './backend';
import { asBackendError, BackendError, isApiError, TRANSPORT } from './error';

export class HttpBackend implements IBackend {
  async call<K extends Command>(command: K, request: RequestOf<K>): Promise<ResponseOf<K>> {
    let response: Response;
    let body: unknown;
    try {
      response = await fetch(`/api/${command}`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      body = await response.json();
    } catch (thrown) {
      throw asBackendError(thrown);
    }
    if (response.ok) return body as ResponseOf<K>;
    if (isApiError(body)) throw new BackendError(body);
    const message = `HTTP ${response.status}`;
    throw new BackendError({ code: TRANSPORT, message, field: null, details: {} });
  }
}
