use std::borrow::Cow;
use std::sync::LazyLock;

use fluent_bundle::concurrent::FluentBundle;
use fluent_bundle::{FluentArgs, FluentResource, FluentValue};
use unic_langid::{LanguageIdentifier, langid};

use crate::Locale;
use crate::number::{grouped, separators};
use crate::template::source_of;

include!(concat!(env!("OUT_DIR"), "/sources.rs"));

/// One embedded `.ftl` file.
#[derive(Debug, Clone, Copy)]
pub struct Source {
    /// Its name without the folder: "print.ftl".
    pub file: &'static str,
    /// Its Fluent text.
    pub text: &'static str,
}

/// The embedded files of a locale, by name.
pub fn sources(locale: Locale) -> impl Iterator<Item = Source> {
    SOURCES
        .iter()
        .filter(move |(tag, ..)| *tag == locale.tag())
        .map(|&(_, file, text)| Source { file, text })
}

/// The values a message is filled with: `Args::new().with("name", "Réka").with("count", 3)`.
///
/// Numbers choose the plural form and are written with the locale's thousands; what must not be
/// grouped, such as a year, is passed as text.
#[derive(Debug, Default)]
pub struct Args<'a>(FluentArgs<'a>);

impl<'a> Args<'a> {
    /// No values yet.
    #[must_use]
    pub fn new() -> Self {
        Self::default()
    }

    /// Adds the value of `{$key}`.
    #[must_use]
    pub fn with(mut self, key: &'a str, value: impl Into<FluentValue<'a>>) -> Self {
        self.0.set(key, value);
        self
    }
}

/// The messages of one locale, with English behind them.
pub struct Catalog {
    bundle: FluentBundle<FluentResource>,
    fallback: Option<&'static Catalog>,
}

static ENGLISH: LazyLock<Catalog> = LazyLock::new(|| Catalog::load(Locale::En, None));
static RUSSIAN: LazyLock<Catalog> = LazyLock::new(|| Catalog::load(Locale::Ru, Some(&ENGLISH)));
static HUNGARIAN: LazyLock<Catalog> = LazyLock::new(|| Catalog::load(Locale::Hu, Some(&ENGLISH)));

impl Catalog {
    /// The catalogue of a locale; built on first use, then shared by all threads.
    #[must_use]
    pub fn get(locale: Locale) -> &'static Self {
        match locale {
            Locale::En => &ENGLISH,
            Locale::Ru => &RUSSIAN,
            Locale::Hu => &HUNGARIAN,
        }
    }

    /// A message without values. `key` may name an attribute: "counter-search.placeholder".
    ///
    /// A key this locale lacks is looked up in English; one nobody has is returned itself.
    #[must_use]
    pub fn text(&self, key: &str) -> String {
        self.text_with(key, &Args::new())
    }

    /// A message filled with values.
    #[must_use]
    pub fn text_with(&self, key: &str, args: &Args<'_>) -> String {
        self.format(key, args)
            .or_else(|| {
                self.fallback
                    .and_then(|fallback| fallback.format(key, args))
            })
            .map_or_else(|| key.to_owned(), Cow::into_owned)
    }

    /// Whether this locale itself has the message.
    #[must_use]
    pub fn has(&self, key: &str) -> bool {
        self.format(key, &Args::new()).is_some()
    }

    fn format<'a>(&'a self, key: &str, args: &'a Args<'_>) -> Option<Cow<'a, str>> {
        let pattern = match key.split_once('.') {
            None => self.bundle.get_message(key)?.value()?,
            Some((id, attribute)) => self
                .bundle
                .get_message(id)?
                .get_attribute(attribute)?
                .value(),
        };
        // A value the caller forgot shows as `{$name}`, which reads better than nothing.
        Some(
            self.bundle
                .format_pattern(pattern, Some(&args.0), &mut Vec::new()),
        )
    }

    /// A message as it is written, for the owner to change: a [`Template`](crate::Template).
    /// Empty if this locale lacks it.
    #[must_use]
    pub fn template(&self, key: &str) -> String {
        self.bundle
            .get_message(key)
            .and_then(|message| message.value())
            .map(source_of)
            .unwrap_or_default()
    }

    fn load(locale: Locale, fallback: Option<&'static Self>) -> Self {
        let mut bundle = empty_bundle(locale);
        // NUMBER() is the one built-in the UI's bundle has too; a second one cannot be there.
        let _ = bundle.add_builtins();
        for source in sources(locale) {
            // The tests refuse files with errors and keys that appear twice; at the till the
            // good messages of a damaged file are still better than none.
            let resource = FluentResource::try_new(source.text.to_owned())
                .unwrap_or_else(|(readable_part, _)| readable_part);
            let _ = bundle.add_resource(resource);
        }
        Self { bundle, fallback }
    }
}

/// A bundle that writes numbers as the locale does and holds no message yet.
pub(crate) fn empty_bundle(locale: Locale) -> FluentBundle<FluentResource> {
    let mut bundle = FluentBundle::new_concurrent(vec![language(locale)]);
    bundle.set_use_isolating(false);
    bundle.set_formatter(Some(match locale {
        Locale::En => |value, _| format_number(value, Locale::En),
        Locale::Ru => |value, _| format_number(value, Locale::Ru),
        Locale::Hu => |value, _| format_number(value, Locale::Hu),
    }));
    bundle
}

const fn language(locale: Locale) -> LanguageIdentifier {
    match locale {
        Locale::En => langid!("en"),
        Locale::Ru => langid!("ru"),
        Locale::Hu => langid!("hu"),
    }
}

/// Writes numbers as `Intl` does in the UI: grouped, with the locale's decimal sign.
fn format_number(value: &FluentValue<'_>, locale: Locale) -> Option<String> {
    let FluentValue::Number(number) = value else {
        return None;
    };
    let text = number.as_string();
    if !number.options.use_grouping {
        return Some(text.into_owned());
    }
    let (minus, magnitude) = text
        .strip_prefix('-')
        .map_or(("", &*text), |rest| ("-", rest));
    Some(match magnitude.split_once('.') {
        None => format!("{minus}{}", grouped(magnitude, locale)),
        Some((whole, part)) => {
            format!(
                "{minus}{}{}{part}",
                grouped(whole, locale),
                separators(locale).1
            )
        }
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn catalog_of(locale: Locale, text: &str) -> Catalog {
        let mut catalog = Catalog::load(locale, Some(&ENGLISH));
        catalog
            .bundle
            .add_resource_overriding(FluentResource::try_new(text.to_owned()).unwrap());
        catalog
    }

    #[test]
    fn a_key_nobody_has_is_returned_itself() {
        let catalog = Catalog::get(Locale::Hu);
        assert_eq!(catalog.text("no-such-key"), "no-such-key");
        assert_eq!(catalog.text("no-such-key.title"), "no-such-key.title");
        assert_eq!(catalog.text(""), "");
        assert!(!catalog.has("no-such-key"));
    }

    #[test]
    fn a_key_only_english_has_is_said_in_english() {
        let english: &'static Catalog = Box::leak(Box::new(catalog_of(
            Locale::En,
            "only-english = Hello { $name }",
        )));
        let mut russian = catalog_of(Locale::Ru, "other = x");
        russian.fallback = Some(english);
        let args = Args::new().with("name", "Ёлка");
        assert_eq!(russian.text_with("only-english", &args), "Hello Ёлка");
    }

    #[test]
    fn numbers_are_grouped_and_choose_the_plural() {
        let catalog = catalog_of(
            Locale::Ru,
            "visits = { $count ->\n    [one] { $count } визит\n    [few] { $count } визита\n   *[many] { $count } визитов\n }",
        );
        let say = |count: i64| catalog.text_with("visits", &Args::new().with("count", count));
        assert_eq!(say(1), "1 визит");
        assert_eq!(say(3), "3 визита");
        assert_eq!(say(12), "12 визитов");
        assert_eq!(say(1_284), "1\u{a0}284 визита");
    }

    #[test]
    fn decimals_take_the_sign_of_the_locale() {
        let catalog = catalog_of(Locale::Hu, "rate = { $rate } %");
        assert_eq!(
            catalog.text_with("rate", &Args::new().with("rate", 2.5)),
            "2,5 %"
        );
    }

    #[test]
    fn a_forgotten_value_does_not_panic_and_shows() {
        let catalog = catalog_of(Locale::En, "greeting = Hello { $name }");
        assert_eq!(catalog.text("greeting"), "Hello {$name}");
    }

    #[test]
    fn no_invisible_isolation_marks() {
        let catalog = catalog_of(Locale::En, "greeting = Hello { $name }");
        let text = catalog.text_with("greeting", &Args::new().with("name", "Réka"));
        assert_eq!(text, "Hello Réka");
    }

    #[test]
    fn threads_share_a_catalogue() {
        std::thread::scope(|scope| {
            for _ in 0..4 {
                scope.spawn(|| assert_eq!(Catalog::get(Locale::Ru).text("no-such"), "no-such"));
            }
        });
    }
}
