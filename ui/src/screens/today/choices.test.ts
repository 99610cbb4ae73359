import { describe, expect, it } from 'vitest';
import type { MessageView } from '$lib/backend';
import { choicesFor } from './choices';

const failed: MessageView = {
  id: 'm',
  touch_id: 't',
  touch_status: 'failed',
  member: null,
  moment_name: null,
  channel: 'email',
  contact: 'email',
  address: 'anna@example.com',
  recipient: 'anna@example.com',
  subject: '',
  body: 'Hi',
  status: 'failed',
  attempts: 1,
  next_at_ms: null,
  code: 'smtp_rejected',
  detail: '',
  remote_id: null,
  tried_at_ms: 1,
  updated_at_ms: 1,
};

const choices = (message: Partial<MessageView>, again_to = '') =>
  choicesFor({
    message: { ...failed, ...message },
    to: '',
    again_to,
    said: '',
    in_doubt: false,
    waits: null,
  });
const steps = (message: Partial<MessageView>) => choices(message).map(({ step }) => step);

describe('what can be done about a message', () => {
  it('keeps its key, whatever came of the message', () => {
    const others = ['sent_after_all', 'leave_out'];
    expect(steps({})).toEqual(['send_again', ...others, 'correct']);
    expect(steps({ status: 'unsure', code: 'timeout' })).toEqual(['send_again', ...others]);
    expect(steps({ code: 'bad_address' })).toEqual(['correct', ...others]);
  });

  it('is sending it as soon as there is another address', () => {
    const moved = { code: 'bad_address', address: 'anna.k@example.com' };
    expect(steps(moved)[0]).toBe('send_again');
    expect(choices(moved, 'anna.k@example.com')[0]!.hint).toContain('anna.k@example.com');
    expect(steps({ address: '' })[0]).toBe('correct');
  });
});
