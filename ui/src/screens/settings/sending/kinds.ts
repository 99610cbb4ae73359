import { app } from '$lib/app.svelte';
import type { DeliverySetup } from '$lib/backend';
import { t } from '$lib/i18n/index.svelte';
import type { ChannelKind } from './editor.svelte';
import { accountOf, emailFormOf, type EmailForm } from './email';
import { gatewayFormOf, gatewayOf, OWN, uses, type GatewayForm } from './gateway';

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
  // The same mailbox may move to another server.
  isElsewhere: () => false,
};

export const smsKind: ChannelKind<GatewayForm> = {
  channel: 'sms',
  formOf: ({ sms }) => gatewayFormOf(sms.gateway),
  read: (form, enabled) => ({ channel: 'sms', enabled, gateway: gatewayOf(form) }),
  isSetUp: ({ sms }) => sms.gateway !== null,
  needsSecret: (form) => uses(form, 'secret', 'basic_auth'),
  isElsewhere: ({ preset }, { sms }) =>
    sms.gateway !== null && (sms.gateway.preset || OWN) !== preset,
};
