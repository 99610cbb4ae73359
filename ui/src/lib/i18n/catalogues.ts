import { FluentBundle, FluentResource } from '@fluent/bundle';

export const LOCALES = ['en', 'ru', 'hu'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each language in its own words. */
export const LOCALE_NAMES: Record<Locale, string> = {
  en: 'English',
  ru: 'Русский',
  hu: 'Magyar',
};

const sources = import.meta.glob<string>('$locales/*/*.ftl', {
  query: '?raw',
  import: 'default',
  eager: true,
});

const bundles = new Map<Locale, FluentBundle>();

export function bundleOf(locale: Locale): FluentBundle {
  let bundle = bundles.get(locale);
  if (!bundle) {
    bundle = load(locale);
    bundles.set(locale, bundle);
  }
  return bundle;
}

export function isLocale(tag: string | null | undefined): tag is Locale {
  return LOCALES.includes(tag as Locale);
}

function load(locale: Locale): FluentBundle {
  const bundle = new FluentBundle(locale, { useIsolating: false });
  for (const [path, text] of Object.entries(sources)) {
    if (path.includes(`/${locale}/`)) bundle.addResource(new FluentResource(text));
  }
  return bundle;
}
