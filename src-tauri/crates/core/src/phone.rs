//! Phone numbers: any spelling in, E.164 ("+36305550142") out.
//!
//! Two spellings of one number must give the same E.164 text, because that is
//! how a member is recognised. The rules and number ranges are libphonenumber's,
//! through the `phonenumber` crate.

use std::fmt;
use std::str::FromStr;
use std::sync::LazyLock;

use phonenumber::Metadata;
use phonenumber::country::Id;
use phonenumber::metadata::{DATABASE, Descriptor, Descriptors, Format};

/// Why a phone number was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum PhoneError {
    /// Nothing was typed.
    #[error("the phone number is empty")]
    Empty,
    /// Not made of digits and the usual punctuation.
    #[error("not a phone number")]
    NotAPhone,
    /// A spreadsheet turned it into "7,9E+10"; the last digits are gone.
    #[error("the spreadsheet rounded this phone number")]
    Rounded,
    /// More than one number in the field.
    #[error("more than one phone number")]
    Several,
    /// With an extension, which E.164 can't hold.
    #[error("a phone number with an extension")]
    Extension,
    /// Too few digits for its country.
    #[error("the phone number is too short")]
    TooShort,
    /// Too many digits for its country.
    #[error("the phone number is too long")]
    TooLong,
    /// Starts with a country code that doesn't exist.
    #[error("no country has this calling code")]
    UnknownCountry,
    /// The right length, but no such range is in use.
    #[error("no such phone number exists")]
    NotInUse,
    /// Not an ISO 3166 region with phone numbers.
    #[error("unknown phone region")]
    UnknownRegion,
}

impl PhoneError {
    /// The stable code, `phone_…`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "phone_empty",
            Self::NotAPhone => "phone_not_a_phone",
            Self::Rounded => "phone_rounded",
            Self::Several => "phone_several",
            Self::Extension => "phone_extension",
            Self::TooShort => "phone_too_short",
            Self::TooLong => "phone_too_long",
            Self::UnknownCountry => "phone_unknown_country",
            Self::NotInUse => "phone_not_in_use",
            Self::UnknownRegion => "phone_unknown_region",
        }
    }
}

/// A phone number as E.164: "+", then 3 to 15 digits. Made by [`parse`] only.
#[derive(Debug, Clone, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct E164(String);

impl E164 {
    /// The number, such as "+36305550142".
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The digits without the plus.
    #[must_use]
    pub fn digits(&self) -> &str {
        self.0.trim_start_matches('+')
    }

    /// The number as an owned string.
    #[must_use]
    pub fn into_string(self) -> String {
        self.0
    }
}

impl fmt::Display for E164 {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// The region whose national spellings are understood ("HU": 06 30 …).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Region(Id);

impl Region {
    /// The ISO 3166 code, such as "HU".
    #[must_use]
    pub fn code(&self) -> &str {
        self.0.as_ref()
    }

    fn metadata(self) -> Option<&'static Metadata> {
        DATABASE.by_id(self.0.as_ref())
    }
}

impl FromStr for Region {
    type Err = PhoneError;

    /// Reads an ISO 3166 code in any case.
    fn from_str(code: &str) -> Result<Self, PhoneError> {
        let upper = code.trim().to_ascii_uppercase();
        let id = Id::from_str(&upper).map_err(|_| PhoneError::UnknownRegion)?;
        DATABASE
            .by_id(id.as_ref())
            .map(|_| Self(id))
            .ok_or(PhoneError::UnknownRegion)
    }
}

/// The ISO 3166 codes of all regions that have phone numbers, sorted.
#[must_use]
pub fn regions() -> &'static [&'static str] {
    static REGIONS: LazyLock<Vec<&'static str>> = LazyLock::new(|| {
        let mut codes: Vec<&'static str> = DATABASE
            .iter()
            .map(Metadata::id)
            .filter(|id| id.parse::<Region>().is_ok())
            .collect();
        codes.sort_unstable();
        codes.dedup();
        codes
    });
    &REGIONS
}

/// Reads a phone number in any usual spelling.
///
/// National spellings, and international ones without a plus, are read as
/// written in `region`. The number must lie in a range that is in use.
///
/// # Errors
/// One [`PhoneError`] for each way to be wrong; never `UnknownRegion`.
pub fn parse(input: &str, region: Region) -> Result<E164, PhoneError> {
    match Written::read(input, region)? {
        Written::International(digits) => {
            let (code, national) = split_code(&digits).ok_or(PhoneError::UnknownCountry)?;
            in_code(code, national)
        }
        Written::National(digits) => {
            let home = region.metadata().ok_or(PhoneError::UnknownRegion)?;
            let code = home.country_code();
            in_code(code, &digits).or_else(|error| {
                // "36305550142": the country code without its plus.
                let rest = digits.strip_prefix(&code.to_string()).ok_or(error)?;
                in_code(code, rest).map_err(|_| error)
            })
        }
    }
}

/// The number as it is printed for people: "+36 30 555 0142". What is no E.164
/// number comes back as it is.
#[must_use]
pub fn display(e164: &str) -> String {
    e164.strip_prefix('+')
        .and_then(split_code)
        .and_then(|(code, national)| {
            let meta = metadata_of(code).next()?;
            let formats = match meta.international_formats() {
                [] => meta.formats(),
                formats => formats,
            };
            let fits = |format: &&Format| {
                let leads = format.leading_digits().last();
                leads.is_none_or(|re| re.find(national).is_some_and(|m| m.start() == 0))
                    && format
                        .pattern()
                        .find(national)
                        .is_some_and(|m| m.as_str() == national)
            };
            let format = formats.iter().find(fits)?;
            let grouped = format.pattern().replace(national, format.format());
            Some(format!("+{code} {grouped}"))
        })
        .unwrap_or_else(|| e164.to_owned())
}

/// The number with calling code `code` whose national part is `national`, with
/// or without the prefix for national calls (06 in Hungary, 8 in Russia).
///
/// Not `phonenumber::parse`: version 0.3.10 takes the default region's prefix
/// off foreign numbers ("+39 06 …" loses its 06 in Hungary) and takes a leading
/// 8 off complete Russian ones, which refuses all of Saint Petersburg (812).
fn in_code(code: u16, national: &str) -> Result<E164, PhoneError> {
    if in_use(code, national) {
        return Ok(E164(format!("+{code}{national}")));
    }
    let stripped = metadata_of(code)
        .next()
        .and_then(|meta| strip_prefix(meta, national));
    match stripped {
        Some(stripped) if in_use(code, &stripped) => Ok(E164(format!("+{code}{stripped}"))),
        Some(stripped) => Err(length_error(code, stripped.len())),
        None => Err(length_error(code, national.len())),
    }
}

/// Whether `national` lies in a range that some region of `code` uses.
fn in_use(code: u16, national: &str) -> bool {
    metadata_of(code).any(|meta| {
        meta.descriptors().general().is_match(national)
            && types(meta.descriptors()).any(|descriptor| descriptor.is_match(national))
    })
}

/// The descriptions of all kinds of numbers that a member may have.
fn types(all: &Descriptors) -> impl Iterator<Item = &Descriptor> {
    [
        all.mobile(),
        all.fixed_line(),
        all.voip(),
        all.toll_free(),
        all.shared_cost(),
        all.personal_number(),
        all.pager(),
        all.uan(),
        all.voicemail(),
        all.premium_rate(),
    ]
    .into_iter()
    .flatten()
}

/// The regions that share a calling code, the main one first.
fn metadata_of(code: u16) -> impl Iterator<Item = &'static Metadata> {
    DATABASE.by_code(&code).unwrap_or_default().into_iter()
}

/// Parts "36305550142" into its calling code and the rest.
fn split_code(digits: &str) -> Option<(u16, &str)> {
    (1..=3).find_map(|len| {
        let (code, national) = digits.split_at_checked(len)?;
        let code = code.parse().ok().filter(|_| !code.starts_with('0'))?;
        DATABASE.by_code(&code).map(|_| (code, national))
    })
}

/// Takes off the prefix for calls within the country; `None` if there is none.
fn strip_prefix(meta: &Metadata, national: &str) -> Option<String> {
    let Some(pattern) = meta.national_prefix_for_parsing() else {
        return national
            .strip_prefix(meta.national_prefix()?)
            .map(str::to_owned);
    };
    let found = pattern.captures(national)?;
    let whole = found.get(0).filter(|m| m.start() == 0 && m.end() > 0)?;
    let last = found.get(found.len().saturating_sub(1));
    match meta.national_prefix_transform_rule() {
        // "0 11 15 2345 6789" becomes "9 11 2345 6789" in Argentina.
        Some(rule) if last.is_some() => Some(pattern.replace(national, rule).into_owned()),
        _ => national.get(whole.end()..).map(str::to_owned),
    }
}

/// What was typed, reduced to ASCII digits.
enum Written {
    /// With a country code: it was led by a plus or an exit code.
    International(String),
    /// As dialled in the shop's region, or with the country code but no plus.
    National(String),
}

impl Written {
    fn read(input: &str, region: Region) -> Result<Self, PhoneError> {
        let text = input.trim_matches(|c: char| c.is_whitespace() || is_invisible(c));
        let text = text.strip_prefix("tel:").unwrap_or(text);
        if text.is_empty() {
            return Err(PhoneError::Empty);
        }
        if is_scientific(text) {
            return Err(PhoneError::Rounded);
        }
        refuse_several(text)?;
        let mut number = String::with_capacity(16);
        let mut plus = false;
        // "79165550102.0": a table of floats, nothing lost.
        let text = text
            .strip_suffix(".0")
            .filter(|t| is_digits(t))
            .unwrap_or(text);
        for c in text.chars() {
            match c {
                '0'..='9' => number.push(c),
                '+' | '＋' if number.is_empty() && !plus => plus = true,
                '(' | ')' | '-' | '.' | '/' | '\u{2010}'..='\u{2015}' | '\u{2212}' => {}
                c if c.is_whitespace() || is_invisible(c) => {}
                _ => return Err(letters_error(text)),
            }
        }
        if number.len() > 20 {
            return Err(PhoneError::TooLong);
        }
        if number.is_empty() {
            return Err(PhoneError::NotAPhone);
        }
        if plus {
            return Ok(Self::International(number));
        }
        Ok(match after_exit_code(&number, region) {
            Some(rest) => Self::International(rest.to_owned()),
            None => Self::National(number),
        })
    }
}

/// What follows the code to dial abroad ("00" in Hungary, "810" in Russia).
fn after_exit_code(number: &str, region: Region) -> Option<&str> {
    let exit = region.metadata()?.international_prefix()?;
    let found = exit.find(number).filter(|found| found.start() == 0)?;
    number
        .get(found.end()..)
        .filter(|rest| rest.len() > 6 && !rest.starts_with('0'))
}

/// Names what is wrong with a number that is not in use, by its length.
fn length_error(code: u16, national_len: usize) -> PhoneError {
    let lengths = metadata_of(code).next().map(|meta| {
        let mut lengths: Vec<u16> = types(meta.descriptors())
            .flat_map(|d| d.possible_length())
            .copied()
            .collect();
        lengths.sort_unstable();
        lengths
    });
    let lengths = lengths.unwrap_or_default();
    let len = u16::try_from(national_len).unwrap_or(u16::MAX);
    match (lengths.first(), lengths.last()) {
        (Some(min), _) if len < *min => PhoneError::TooShort,
        (_, Some(max)) if len > *max => PhoneError::TooLong,
        _ => PhoneError::NotInUse,
    }
}

/// "7,9E+10", "7.9165E10": what a spreadsheet shows of a long number.
pub(crate) fn is_scientific(text: &str) -> bool {
    let Some((mantissa, exponent)) = text.split_once(['e', 'E', 'е', 'Е']) else {
        return false;
    };
    let mantissa = mantissa.trim_start_matches(['+', '-']);
    mantissa.starts_with(|c: char| c.is_ascii_digit())
        && mantissa
            .chars()
            .all(|c| c.is_ascii_digit() || c == '.' || c == ',')
        && is_digits(exponent.trim_start_matches(['+', '-']))
}

/// Two numbers in one field, each long enough to be one.
fn refuse_several(text: &str) -> Result<(), PhoneError> {
    let numbers = text
        .split([',', ';', '/', '|', '\n'])
        .filter(|part| part.chars().filter(char::is_ascii_digit).count() >= 6)
        .count();
    let pluses = text.chars().filter(|c| *c == '+').count();
    if numbers > 1 || pluses > 1 {
        Err(PhoneError::Several)
    } else {
        Ok(())
    }
}

/// Tells an extension ("ext. 12", "доб. 12", "#12", "mell. 12") from plain nonsense.
fn letters_error(text: &str) -> PhoneError {
    let lower = text.to_lowercase();
    let is_extension = ["ext", "x", "доб", "mell", "#"].iter().any(|word| {
        lower.split_once(word).is_some_and(|(before, after)| {
            before.chars().filter(char::is_ascii_digit).count() >= 5
                && after.chars().any(|c| c.is_ascii_digit())
        })
    });
    if is_extension {
        PhoneError::Extension
    } else {
        PhoneError::NotAPhone
    }
}

fn is_digits(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|b| b.is_ascii_digit())
}

/// Marks that come along when a number is copied from a phone's contacts.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

/// What typed digits may begin when dialled with the country code: "0630" and
/// "30" in Hungary both begin "3630". For search while typing; no check.
#[must_use]
pub fn dialled(digits: &str, region: Region) -> Vec<String> {
    let Some(metadata) = DATABASE.by_id(region.code()) else {
        return Vec::new();
    };
    let code = metadata.country_code();
    let mut spellings = vec![format!("{code}{digits}")];
    if let Some(rest) = metadata
        .national_prefix()
        .and_then(|trunk| digits.strip_prefix(trunk))
        && !rest.is_empty()
    {
        spellings.push(format!("{code}{rest}"));
    }
    spellings
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn region(code: &str) -> Region {
        code.parse().unwrap()
    }

    #[test]
    fn every_spelling_is_one_number() {
        for (home, spellings, e164) in [
            (
                "HU",
                &[
                    "06 30 555 0142",
                    "06305550142",
                    "06-30/555-0142",
                    "(06) 30 555 01 42",
                    "30 555 0142",
                    "+36 30 555 0142",
                    "+36305550142",
                    "0036 30 555 0142",
                    "36305550142",
                    "+36 (06 30) 555 0142",
                    "\u{202a}+36 30 555 0142\u{202c}",
                    "tel:+36-30-555-0142",
                    "36305550142.0",
                    "＋36 30 555 0142",
                ][..],
                "+36305550142",
            ),
            (
                "RU",
                &[
                    "8 916 555-01-02",
                    "8 (916) 555 01 02",
                    "+7 (8 916) 555 01 02",
                    "+7 916 555 01 02",
                    "79165550102",
                    "9165550102",
                    "8\u{a0}916\u{a0}555‑01‑02",
                    "+79165550102",
                ][..],
                "+79165550102",
            ),
            (
                "RU",
                &[
                    "8 812 555 01 02",
                    "+7 812 555-01-02",
                    "8125550102",
                    "78125550102",
                ][..],
                "+78125550102",
            ),
            ("RU", &["8 800 555 35 35", "8005553535"][..], "+78005553535"),
            (
                "AR",
                &["011 15-2345-6789", "+54 9 11 2345-6789"][..],
                "+5491123456789",
            ),
            (
                "HU",
                &["+7 916 555 01 02", "007 916 555 0102"][..],
                "+79165550102",
            ),
            (
                "RU",
                &["+36 30 555 0142", "810 36 30 555 0142"][..],
                "+36305550142",
            ),
            (
                "US",
                &["(202) 555-0142", "1-202-555-0142", "+1 202 555 0142"][..],
                "+12025550142",
            ),
            (
                "GB",
                &["020 7946 0958", "+44 (0)20 7946 0958"][..],
                "+442079460958",
            ),
            // Italy keeps its leading zero, whatever the shop's own prefix is.
            (
                "HU",
                &["+39 06 6982 1234", "0039 06 6982 1234"][..],
                "+390669821234",
            ),
            ("IT", &["06 6982 1234"][..], "+390669821234"),
        ] {
            for spelling in spellings {
                let parsed = parse(spelling, region(home));
                assert_eq!(
                    parsed.as_ref().map(E164::as_str),
                    Ok(e164),
                    "{spelling:?} in {home}"
                );
            }
        }
    }

    #[test]
    fn refuses_with_the_right_reason() {
        use PhoneError::{
            Empty, Extension, NotAPhone, NotInUse, Rounded, Several, TooLong, TooShort,
            UnknownCountry,
        };
        for (input, error) in [
            ("", Empty),
            (" \u{202a}", Empty),
            ("7,9E+10", Rounded),
            ("7.91656E+10", Rounded),
            ("3.6305550142e10", Rounded),
            ("7,9Е+10", Rounded),
            ("Anna", NotAPhone),
            ("anna@example.com", NotAPhone),
            ("06 30 ABC 0142", NotAPhone),
            ("06 30 555 0142\0", NotAPhone),
            ("06 30 555 0142, 06 20 555 0143", Several),
            ("+36305550142 / +36205550143", Several),
            ("06 1 555 0142 ext. 12", Extension),
            ("06 1 555 0142 mell. 12", Extension),
            ("+7 495 555 01 02 доб. 12", Extension),
            ("12", TooShort),
            ("555 014", TooShort),
            ("06 30 555 0142 9", TooLong),
            ("+363055501421234", TooLong),
            ("9999999999999999999999999", TooLong),
            ("+999 1234 5678", UnknownCountry),
            ("+0 305550142", UnknownCountry),
            ("06 30 555 014", NotInUse),
        ] {
            assert_eq!(parse(input, region("HU")), Err(error), "{input:?}");
        }
    }

    #[test]
    fn regions_are_known_and_named() {
        for code in ["HU", "RU", "US", "GB", "KZ", "DE"] {
            assert!(regions().contains(&code), "{code}");
        }
        assert!(regions().len() > 200);
        assert_eq!(region("hu").code(), "HU");
        assert_eq!("XX".parse::<Region>(), Err(PhoneError::UnknownRegion));
        assert_eq!("".parse::<Region>(), Err(PhoneError::UnknownRegion));
    }

    #[test]
    fn displays_for_people() {
        assert_eq!(display("+36305550142"), "+36 30 555 0142");
        assert_eq!(display("+79165550102"), "+7 916 555-01-02");
        assert_eq!(display("+78125550102"), "+7 812 555-01-02");
        assert_eq!(display("+12025550142"), "+1 202-555-0142");
        assert_eq!(display("+390669821234"), "+39 06 6982 1234");
        for odd in ["nonsense", "", "+", "+7", "+999123"] {
            assert!(display(odd).starts_with(odd), "{odd:?}");
        }
    }

    #[test]
    fn example_numbers_of_every_region_read_back_the_same() {
        for code in regions() {
            let meta = DATABASE.by_id(*code).unwrap();
            for example in types(meta.descriptors()).filter_map(Descriptor::example) {
                let e164 = format!("+{}{example}", meta.country_code());
                for spelling in [e164.clone(), display(&e164)] {
                    for home in ["HU", "RU", "US", "IT"] {
                        let parsed = parse(&spelling, region(home));
                        let parsed = parsed.as_ref().map(E164::as_str);
                        assert_eq!(parsed, Ok(&*e164), "{spelling} of {code} in {home}");
                    }
                }
            }
        }
    }

    proptest! {
        #[test]
        fn nothing_panics(input in any::<String>()) {
            let _ = parse(&input, region("HU"));
        }

        #[test]
        fn phone_soup_gives_a_stable_number_or_none(input in "[+0-9 ()/.,;x-]{0,20}") {
            for home in ["HU", "RU", "US"] {
                if let Ok(e164) = parse(&input, region(home)) {
                    prop_assert!(e164.digits().bytes().all(|b| b.is_ascii_digit()));
                    let again = parse(e164.as_str(), region(home));
                    prop_assert_eq!(again.as_ref(), Ok(&e164));
                }
            }
        }
    }
}
