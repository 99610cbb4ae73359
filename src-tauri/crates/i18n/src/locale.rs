use std::fmt;
use std::str::FromStr;

/// A language the product speaks, with its habits of writing numbers, money and dates.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub enum Locale {
    /// English, day before month.
    #[default]
    En,
    /// Russian.
    Ru,
    /// Hungarian.
    Hu,
}

impl Locale {
    /// Every locale, in the order a language menu shows them.
    pub const ALL: [Self; 3] = [Self::En, Self::Ru, Self::Hu];

    /// The tag as stored and as named in `assets/locales`: "en", "ru" or "hu".
    #[must_use]
    pub const fn tag(self) -> &'static str {
        match self {
            Self::En => "en",
            Self::Ru => "ru",
            Self::Hu => "hu",
        }
    }
}

impl fmt::Display for Locale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.tag())
    }
}

impl FromStr for Locale {
    type Err = UnknownLocale;

    fn from_str(tag: &str) -> Result<Self, Self::Err> {
        Self::ALL
            .into_iter()
            .find(|locale| locale.tag() == tag)
            .ok_or_else(|| UnknownLocale(tag.to_owned()))
    }
}

/// A tag that is none of "en", "ru", "hu".
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct UnknownLocale(pub String);

impl fmt::Display for UnknownLocale {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "unknown locale {:?}, expected en, ru or hu", self.0)
    }
}

impl std::error::Error for UnknownLocale {}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_tag_reads_back_as_its_locale() {
        for locale in Locale::ALL {
            assert_eq!(locale.to_string().parse(), Ok(locale));
        }
        assert_eq!("de".parse::<Locale>(), Err(UnknownLocale("de".into())));
        assert_eq!("EN".parse::<Locale>(), Err(UnknownLocale("EN".into())));
    }
}
