import type { Gateway, GatewayMethod, GatewayRecipient } from '$lib/backend';

export type Pair = [name: string, value: string];

/** A gateway as it is typed. */
export interface GatewayForm {
  /** A ready set-up, `own`, or nothing chosen yet. */
  preset: string;
  account: string;
  sender: string;
  url: string;
  method: GatewayMethod;
  headers: Pair[];
  body: 'none' | 'form' | 'json';
  pairs: Pair[];
  json: string;
  recipient: GatewayRecipient;
  statusFrom: string;
  statusTo: string;
  pointer: string;
  equals: string;
  /** What is not shown and comes along. */
  rest: Pick<Gateway, 'id_pointer' | 'answers'>;
}

export const OWN = 'own';

const BLANK: Gateway = {
  preset: '',
  url: '',
  method: 'POST',
  headers: [],
  body: { type: 'json', template: '{"to": "{phone}", "text": "{text}"}' },
  account: '',
  sender: '',
  recipient: 'phone',
  success: { status_from: 200, status_to: 299, answer: null },
  id_pointer: null,
  answers: {
    code_pointers: [],
    text_pointers: [],
    wait_pointer: null,
    limit: [],
    transient: [],
    setup: [],
    permanent: [],
  },
};

export function gatewayFormOf(gateway: Gateway | null): GatewayForm {
  const { body, success, ...shown } = gateway ?? BLANK;
  return {
    preset: gateway ? gateway.preset || OWN : '',
    account: shown.account,
    sender: shown.sender,
    url: shown.url,
    method: shown.method,
    headers: copied(shown.headers),
    body: body.type,
    pairs: body.type === 'form' ? copied(body.pairs) : [],
    json: body.type === 'json' ? body.template : '',
    recipient: shown.recipient,
    statusFrom: String(success.status_from),
    statusTo: String(success.status_to),
    pointer: success.answer?.pointer ?? '',
    equals: success.answer?.equals ?? '',
    rest: { id_pointer: shown.id_pointer, answers: shown.answers },
  };
}

/** A form for another choice: the saved set-up, a ready one, or an empty one. */
export function chosen(
  preset: string,
  saved: Gateway | null,
  presets: readonly Gateway[],
): GatewayForm {
  if (saved && (saved.preset || OWN) === preset) return gatewayFormOf(saved);
  const ready = presets.find((gateway) => gateway.preset === preset);
  return { ...gatewayFormOf(ready ?? BLANK), preset };
}

export function gatewayOf(form: GatewayForm): Gateway {
  return {
    preset: form.preset === OWN ? '' : form.preset,
    url: form.url.trim(),
    method: form.method,
    headers: filled(form.headers),
    body: bodyOf(form),
    account: form.account.trim(),
    sender: form.sender.trim(),
    recipient: form.recipient,
    success: {
      status_from: statusOf(form.statusFrom),
      status_to: statusOf(form.statusTo),
      answer: form.pointer.trim()
        ? { pointer: form.pointer.trim(), equals: form.equals.trim() || null }
        : null,
    },
    ...form.rest,
  };
}

/** Who gets the request. What is no address is as good as another server. */
export function serverOf(url: string): string {
  const typed = url.trim();
  return URL.canParse(typed) ? new URL(typed).host : typed;
}

/** Whether the request holds one of these placeholders. */
export function uses(form: GatewayForm, ...names: string[]): boolean {
  const { url, headers, body } = gatewayOf(form);
  const text = JSON.stringify([url, headers, body]);
  return names.some((name) => text.includes(`{${name}}`));
}

function bodyOf(form: GatewayForm): Gateway['body'] {
  // A GET carries nothing but its address.
  if (form.method === 'GET' || form.body === 'none') return { type: 'none' };
  if (form.body === 'json') return { type: 'json', template: form.json };
  return { type: 'form', pairs: filled(form.pairs) };
}

function copied(pairs: readonly Pair[]): Pair[] {
  return pairs.map(([name, value]) => [name, value]);
}

function filled(pairs: readonly Pair[]): Pair[] {
  return copied(pairs)
    .map(([name, value]): Pair => [name.trim(), value.trim()])
    .filter(([name, value]) => name !== '' || value !== '');
}

/** What is no status is refused as one. */
function statusOf(typed: string): number {
  return /^\d{1,3}$/.test(typed.trim()) ? Number(typed) : 0;
}
