import type { EmailAccount, MailSecurity } from '$lib/backend';
import { providerOf } from './providers';

/** A mailbox as it is typed. */
export interface EmailForm {
  from_address: string;
  from_name: string;
  host: string;
  port: string;
  security: MailSecurity;
  username: string;
  reply_to: string;
  /** The address that tells what was filled in and what was typed. */
  known_address: string;
}

const PORTS: Record<MailSecurity, string> = { starttls: '587', tls: '465', none: '25' };

export function emailFormOf(account: EmailAccount | null, shopName: string): EmailForm {
  if (account) {
    return {
      ...account,
      port: String(account.port),
      reply_to: account.reply_to ?? '',
      known_address: account.from_address,
    };
  }
  return {
    from_address: '',
    from_name: shopName,
    ...guess(''),
    reply_to: '',
    known_address: '',
  };
}

/** The account that was typed; null if the port is no number that a port can have. */
export function accountOf(form: EmailForm): EmailAccount | null {
  const typed = form.port.trim();
  const port = Number(typed);
  if (!/^\d*$/.test(typed) || port > 65_535) return null;
  return {
    host: form.host.trim(),
    port,
    security: form.security,
    username: form.username.trim(),
    from_name: form.from_name.trim(),
    from_address: form.from_address.trim(),
    reply_to: form.reply_to.trim() || null,
  };
}

/** Chooses a protection; the usual port follows, one that was typed stays. */
export function secure(form: EmailForm, security: MailSecurity) {
  if (form.port.trim() === '' || form.port.trim() === PORTS[form.security]) {
    form.port = PORTS[security];
  }
  form.security = security;
}

/** Fills in what a new address tells. What was typed stays; what was filled in for the address
 * before follows, or empties. */
export function fillIn(form: EmailForm) {
  const address = form.from_address.trim();
  if (address !== '' && !address.includes('@')) return;
  const before = guess(form.known_address);
  const now = guess(address);
  if (form.host.trim() === before.host) {
    form.host = now.host;
    if (form.port.trim() === before.port) form.port = now.port;
    if (form.security === before.security) form.security = now.security;
  }
  if (form.username.trim() === before.username) form.username = now.username;
  form.known_address = address;
}

/** What an address tells about its mailbox. */
function guess(address: string): Pick<EmailForm, 'host' | 'port' | 'security' | 'username'> {
  const { host, security } = providerOf(address)?.server ?? { host: '', security: 'tls' };
  return { host, security, port: PORTS[security], username: address };
}
