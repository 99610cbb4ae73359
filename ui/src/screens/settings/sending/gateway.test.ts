import { describe, expect, it } from 'vitest';
import type { Gateway } from '$lib/backend';
import { chosen, gatewayFormOf, gatewayOf, OWN, serverOf, uses } from './gateway';

const ready: Gateway = {
  preset: 'somebody',
  url: 'https://sms.example/{account}/send',
  method: 'POST',
  headers: [['Authorization', 'Bearer {secret}']],
  body: { type: 'form', pairs: [['to', '{phone}']] },
  account: '',
  sender: '',
  recipient: 'phone',
  success: { status_from: 200, status_to: 201, answer: { pointer: '/ok', equals: 'true' } },
  id_pointer: '/id',
  answers: {
    code_pointers: ['/code'],
    text_pointers: [],
    wait_pointer: null,
    limit: [],
    transient: ['8'],
    setup: [],
    permanent: [],
  },
};

describe('a gateway', () => {
  it('is the same after it was shown and read, with what is not shown', () => {
    expect(gatewayOf(gatewayFormOf(ready))).toEqual(ready);
  });

  it('asks for what its request has a place for', () => {
    const form = gatewayFormOf(ready);
    expect(uses(form, 'account', 'basic_auth')).toBe(true);
    expect(uses(form, 'sender')).toBe(false);
  });

  it('sends no body with GET, and no empty lines', () => {
    const form = { ...gatewayFormOf(ready), method: 'GET' as const };
    form.headers = [
      ['', ' '],
      ['X', '1'],
    ];
    expect(gatewayOf(form)).toMatchObject({ body: { type: 'none' }, headers: [['X', '1']] });
  });

  it('is the same server whatever is asked of it', () => {
    expect(serverOf(' https://sms.example/{account}/send ')).toBe('sms.example');
    expect(serverOf('https://sms.example:8443/x?key={secret}')).toBe('sms.example:8443');
    expect(serverOf('sms')).toBe('sms');
  });

  it('of one’s own begins empty, and the saved one comes back when chosen again', () => {
    const saved = { ...ready, account: 'mine' };
    expect(chosen(OWN, saved, [ready])).toMatchObject({ preset: OWN, url: '' });
    expect(chosen('somebody', saved, [ready]).account).toBe('mine');
    expect(chosen('somebody', null, [ready]).account).toBe('');
  });
});
