import type { MailSecurity } from '$lib/backend';

/** How a provider of mailboxes lets programs in. */
export type SignIn = 'password' | 'app_password' | 'gmail' | 'never';

export interface Provider {
  name: string;
  domains: readonly string[];
  /** Absent where no program gets in by a password. */
  server?: { host: string; security: MailSecurity };
  signIn: SignIn;
}

/** Well-known mailboxes, by the domains of their addresses. */
const PROVIDERS: readonly Provider[] = [
  {
    name: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    server: { host: 'smtp.gmail.com', security: 'tls' },
    signIn: 'gmail',
  },
  {
    name: 'Yandex',
    domains: ['yandex.ru', 'ya.ru', 'yandex.com', 'yandex.by', 'yandex.kz'],
    server: { host: 'smtp.yandex.ru', security: 'tls' },
    signIn: 'app_password',
  },
  {
    name: 'Mail.ru',
    domains: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru'],
    server: { host: 'smtp.mail.ru', security: 'tls' },
    signIn: 'app_password',
  },
  {
    name: 'Freemail',
    domains: ['freemail.hu'],
    server: { host: 'smtp.freemail.hu', security: 'starttls' },
    signIn: 'password',
  },
  {
    name: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    server: { host: 'smtp.mail.me.com', security: 'starttls' },
    signIn: 'app_password',
  },
  {
    name: 'Yahoo',
    domains: ['yahoo.com'],
    server: { host: 'smtp.mail.yahoo.com', security: 'tls' },
    signIn: 'app_password',
  },
  {
    name: 'Outlook.com',
    domains: ['outlook.com', 'outlook.hu', 'hotmail.com', 'hotmail.hu', 'live.com', 'msn.com'],
    signIn: 'never',
  },
];

/** Who keeps the mailbox of an address, if it is somebody well known. */
export function providerOf(address: string): Provider | null {
  const domain = address.trim().toLowerCase().split('@')[1];
  return PROVIDERS.find(({ domains }) => domain && domains.includes(domain)) ?? null;
}
