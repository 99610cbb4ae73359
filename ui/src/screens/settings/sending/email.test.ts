import { describe, expect, it } from 'vitest';
import { accountOf, emailFormOf, fillIn, secure } from './email';

const blank = () => emailFormOf(null, 'Liget');

describe('a mailbox', () => {
  it('of a known provider brings its server along, and another one replaces it', () => {
    const form = blank();
    form.from_address = 'liget@gmail.com';
    fillIn(form);
    expect(form).toMatchObject({
      host: 'smtp.gmail.com',
      port: '465',
      security: 'tls',
      username: 'liget@gmail.com',
    });
    form.from_address = ' Liget@Freemail.hu ';
    fillIn(form);
    expect(form).toMatchObject({
      host: 'smtp.freemail.hu',
      port: '587',
      security: 'starttls',
      username: 'Liget@Freemail.hu',
    });
  });

  it('of an unknown provider keeps nothing that was filled in for another', () => {
    const form = blank();
    form.from_address = 'liget@freemail.hu';
    fillIn(form);
    form.from_address = 'hello@liget.hu';
    fillIn(form);
    expect(form).toMatchObject({
      host: '',
      port: '465',
      security: 'tls',
      username: 'hello@liget.hu',
    });
    const saved = emailFormOf(
      accountOf({ ...blank(), from_address: 'a@gmail.com', host: 'smtp.gmail.com' }),
      '',
    );
    saved.from_address = 'a@liget.hu';
    fillIn(saved);
    expect(saved.host).toBe('');
  });

  it('keeps the port that was typed, and one’s own server whatever the address', () => {
    const form = blank();
    form.from_address = 'liget@gmail.com';
    fillIn(form);
    form.port = '2525';
    form.from_address = 'liget@freemail.hu';
    fillIn(form);
    expect(form).toMatchObject({ host: 'smtp.freemail.hu', port: '2525' });
    const own = { ...blank(), host: 'mail.liget.hu' };
    own.from_address = 'liget@freemail.hu';
    fillIn(own);
    expect(own).toMatchObject({ host: 'mail.liget.hu', port: '465', security: 'tls' });
  });

  it('keeps the server and the name that somebody typed', () => {
    const form = { ...blank(), host: 'mail.liget.hu', username: 'anna' };
    form.from_address = 'liget@gmail.com';
    fillIn(form);
    expect(form).toMatchObject({ host: 'mail.liget.hu', username: 'anna' });
  });

  it('has the usual port of its protection, unless another was typed', () => {
    const form = blank();
    secure(form, 'starttls');
    expect(form.port).toBe('587');
    form.port = '2525';
    secure(form, 'tls');
    expect(form).toMatchObject({ port: '2525', security: 'tls' });
  });

  it('is read without stray spaces, and not with a port that cannot be', () => {
    const form = { ...blank(), host: ' mail.liget.hu ', reply_to: ' ' };
    expect(accountOf(form)).toMatchObject({ host: 'mail.liget.hu', port: 465, reply_to: null });
    for (const port of ['70000', '58x', '-1']) expect(accountOf({ ...form, port })).toBeNull();
    expect(accountOf({ ...form, port: '' })?.port).toBe(0);
  });

  it('is the same after it was shown and read', () => {
    const account = accountOf({ ...blank(), host: 'h', reply_to: 'a@b.hu' })!;
    expect(accountOf(emailFormOf(account, ''))).toEqual(account);
  });
});
