import { app } from '$lib/app.svelte';
import type { DeliverySetup } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';
import type { ChannelKind } from './editor.svelte';
import { accountOf, emailFormOf, type EmailForm } from './email';
import { gatewayFormOf, gatewayOf, OWN, serverOf, uses, type GatewayForm } from './gateway';

export const emailKind: ChannelKind<EmailForm> = {
  channel: 'email',
  formOf: ({ email }) => emailFormOf(email.account, app.shop.name),
  read: (form, enabled) => {
    const account = accountOf(form);
    if (!account) return { problems: { port: t('delivery-bad-port') } };
    return { channel: 'email', enabled, account } satisfies DeliverySetup;
  },
  isSetUp: ({ email }) => email.account !== null,
  needsSecret: ({ username }) => username.trim() !== '',
  isElsewhere: ({ host, username }, { email: { account } }) =>
    account !== null &&
    (host.trim().toLowerCase() !== account.host.toLowerCase() ||
      username.trim() !== account.username),
  savedOff: () => t('delivery-saved-no-password'),
  // A mailbox that moved goes on at once with its new password.
  staysOn: (form, secret) => secret !== '' || !emailKind.needsSecret(form),
};

export const smsKind: ChannelKind<GatewayForm> = {
  channel: 'sms',
  formOf: ({ sms }) => gatewayFormOf(sms.gateway),
  read: (form, enabled) => ({ channel: 'sms', enabled, gateway: gatewayOf(form) }),
  isSetUp: ({ sms }) => sms.gateway !== null,
  needsSecret: (form) => uses(form, 'secret', 'basic_auth'),
  isElsewhere: (form, { sms: { gateway } }) =>
    gateway !== null &&
    ((gateway.preset || OWN) !== form.preset ||
      gateway.account !== form.account.trim() ||
      serverOf(gateway.url) !== serverOf(form.url)),
  savedOff: () => t('delivery-saved-off'),
  // A new provider sends nothing before the owner has seen it work.
  staysOn: () => false,
};
