import type { EmailAccount, MailSecurity } from '$lib/backend';
import { isFilledIn, providerOf } from './providers';

/** A mailbox as it is typed. */
export interface EmailForm {
  from_address: string;
  from_name: string;
  host: string;
  port: string;
  security: MailSecurity;
  username: string;
  reply_to: string;
}

const PORTS: Record<MailSecurity, string> = { starttls: '587', tls: '465', none: '25' };

export function emailFormOf(account: EmailAccount | null, shopName: string): EmailForm {
  if (account) {
    return { ...account, port: String(account.port), reply_to: account.reply_to ?? '' };
  }
  return {
    from_address: '',
    from_name: shopName,
    host: '',
    port: PORTS.tls,
    security: 'tls',
    username: '',
    reply_to: '',
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

/** Fills in what an address tells, where nobody typed anything else. */
export function fillIn(form: EmailForm) {
  const address = form.from_address.trim();
  if (!address.includes('@')) return;
  const server = providerOf(address)?.server;
  const untouched = form.host.trim() === '' || isFilledIn(form.host.trim());
  if (server && untouched && form.host !== server.host) {
    form.host = server.host;
    form.security = server.security;
    form.port = PORTS[server.security];
    form.username = address;
  }
  if (form.username.trim() === '') form.username = address;
}
