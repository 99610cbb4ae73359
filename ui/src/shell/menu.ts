import ChartColumn from '@lucide/svelte/icons/chart-column';
import CreditCard from '@lucide/svelte/icons/credit-card';
import ScanBarcode from '@lucide/svelte/icons/scan-barcode';
import Settings from '@lucide/svelte/icons/settings';
import Sparkles from '@lucide/svelte/icons/sparkles';
import Sun from '@lucide/svelte/icons/sun';
import Users from '@lucide/svelte/icons/users';
import { t } from '$lib/i18n/index.svelte';

/** The menu, in its order; Alt and the place in it open a screen. */
export const MENU = [
  { screen: 'counter', icon: ScanBarcode, label: () => t('nav-counter') },
  { screen: 'today', icon: Sun, label: () => t('nav-today') },
  { screen: 'members', icon: Users, label: () => t('nav-members') },
  { screen: 'cards', icon: CreditCard, label: () => t('nav-cards') },
  { screen: 'program', icon: Sparkles, label: () => t('nav-program') },
  { screen: 'reports', icon: ChartColumn, label: () => t('nav-reports') },
  { screen: 'settings', icon: Settings, label: () => t('nav-settings') },
] as const;
