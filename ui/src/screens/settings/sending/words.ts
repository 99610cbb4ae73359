import { t } from '$lib/i18n/index.svelte';
import { OWN } from './gateway';

interface PresetWords {
  /** What it is and what it takes. */
  about: string;
  /** The provider's own names for what the owner enters. */
  account: string;
  sender: string;
  secret: string;
}

export function presetName(preset: string): string {
  switch (preset) {
    case 'twilio':
      return t('delivery-preset-twilio');
    case 'seeme':
      return t('delivery-preset-seeme');
    case 'sms_ru':
      return t('delivery-preset-sms-ru');
    case 'telegram':
      return t('delivery-preset-telegram');
    case OWN:
      return t('delivery-preset-own');
    default:
      return preset;
  }
}

export function presetWords(preset: string): PresetWords {
  const sender = t('delivery-sender');
  switch (preset) {
    case 'twilio':
      return {
        about: t('delivery-about-twilio'),
        account: 'Account SID',
        sender,
        secret: 'Auth Token',
      };
    case 'seeme':
      return { about: t('delivery-about-seeme'), account: '', sender, secret: 'API key' };
    case 'sms_ru':
      return { about: t('delivery-about-sms-ru'), account: '', sender, secret: 'api_id' };
    case 'telegram':
      return { about: '', account: '', sender, secret: t('delivery-bot-token') };
    default:
      return {
        about: t('delivery-about-own'),
        account: t('delivery-account'),
        sender,
        secret: t('delivery-key'),
      };
  }
}
