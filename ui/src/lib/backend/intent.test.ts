import { describe, expect, it } from 'vitest';
import { BackendError } from './error';
import { Intent } from './intent';

const refusal = (code: string) =>
  new BackendError({ code, message: code, field: null, details: {} });

describe('Intent', () => {
  it('answers a double click with one call', async () => {
    const intent = new Intent();
    const sent: string[] = [];
    const work = async (id: string) => sent.push(id);
    await Promise.all([intent.run(work), intent.run(work)]);
    expect(sent).toHaveLength(1);
  });

  it('takes a new id once the first wish is done or refused', async () => {
    const intent = new Intent();
    const sent: string[] = [];
    await intent.run(async (id) => sent.push(id));
    await expect(
      intent.run(async (id) => {
        sent.push(id);
        throw refusal('double_scan');
      }),
    ).rejects.toMatchObject({ code: 'double_scan' });
    await intent.run(async (id) => sent.push(id));
    expect(new Set(sent).size).toBe(3);
  });

  it('keeps the id after a failed transport', async () => {
    const intent = new Intent();
    const sent: string[] = [];
    await expect(
      intent.run(async (id) => {
        sent.push(id);
        throw new TypeError('connection reset');
      }),
    ).rejects.toMatchObject({ code: 'transport' });
    await intent.run(async (id) => sent.push(id));
    expect(sent[0]).toBe(sent[1]);
  });
});
