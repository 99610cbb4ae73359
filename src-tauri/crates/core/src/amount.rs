//! Money as people type it and as tables hold it, into `i64` minor units.
//!
//! Never a float on the way. What could mean two amounts is refused, not guessed:
//!
//! * Two different marks: the last one is the decimal mark ("1.250,00", "1,250.00").
//! * One mark, not followed by exactly three digits: the decimal mark ("12,5", "12.50").
//! * The same mark twice or more: grouping ("1.250.000").
//! * One mark and exactly three digits ("1.234", "1,234") could be either. The
//!   [`NumberStyle`] decides; if it doesn't know the mark, the amount is
//!   [`AmountError::Ambiguous`].
//! * Spaces of any kind and apostrophes only ever group, by threes.

use iso_currency::Currency;

/// The largest amount that is accepted, in minor units: ten thousand million euros.
pub const MAX_MINOR: i64 = 1_000_000_000_000;

/// Why an amount was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum AmountError {
    /// Nothing was typed.
    #[error("the amount is empty")]
    Empty,
    /// Not a number that a person would write.
    #[error("not an amount")]
    NotANumber,
    /// NaN or infinity.
    #[error("not a finite amount")]
    NotFinite,
    /// Scientific notation, which spreadsheets make of long numbers.
    #[error("the amount is in scientific notation")]
    Exponent,
    /// Below zero.
    #[error("the amount is negative")]
    Negative,
    /// More decimals than the currency has.
    #[error("more decimals than the currency has")]
    TooManyDecimals,
    /// "1.234" could be one and a bit or a thousand and more.
    #[error("the amount could be read in two ways")]
    Ambiguous,
    /// Above [`MAX_MINOR`].
    #[error("the amount is too large")]
    TooLarge,
    /// It names another currency than the shop's.
    #[error("the amount is in another currency")]
    OtherCurrency,
}

impl AmountError {
    /// The stable code, `amount_…`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "amount_empty",
            Self::NotANumber => "amount_not_a_number",
            Self::NotFinite => "amount_not_finite",
            Self::Exponent => "amount_exponent",
            Self::Negative => "amount_negative",
            Self::TooManyDecimals => "amount_too_many_decimals",
            Self::Ambiguous => "amount_ambiguous",
            Self::TooLarge => "amount_too_large",
            Self::OtherCurrency => "amount_other_currency",
        }
    }
}

/// How the writer of an amount uses point and comma, where that decides anything.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NumberStyle {
    /// Nothing is known: "1.234" and "1,234" are both ambiguous.
    #[default]
    Unknown,
    /// "1,234.50": English.
    CommaGroups,
    /// "1.234,50": Hungarian, German …
    PointGroups,
    /// "1 234,50": Russian. A point before three digits stays ambiguous.
    SpaceGroups,
}

impl NumberStyle {
    /// The style of a locale such as "en", "ru-RU" or "hu".
    #[must_use]
    pub fn for_locale(locale: &str) -> Self {
        match locale.split(['-', '_']).next() {
            Some("en") => Self::CommaGroups,
            Some("hu" | "de" | "es" | "it" | "nl") => Self::PointGroups,
            Some("ru" | "uk" | "be" | "fr" | "pl" | "cs" | "sk") => Self::SpaceGroups,
            _ => Self::Unknown,
        }
    }

    /// What a lone `mark` followed by three digits is, if this style tells.
    fn lone_mark(self, mark: char) -> Option<Mark> {
        match (self, mark) {
            (Self::CommaGroups, ',') | (Self::PointGroups, '.') => Some(Mark::Groups),
            (Self::CommaGroups, '.') | (Self::PointGroups | Self::SpaceGroups, ',') => {
                Some(Mark::Decimal)
            }
            _ => None,
        }
    }
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Mark {
    Groups,
    Decimal,
}

/// The number of decimals of a currency: 2 for EUR, 0 for JPY, 3 for KWD.
#[must_use]
pub fn decimals(currency: Currency) -> u32 {
    currency.exponent().map_or(0, u32::from).min(4)
}

/// Reads an amount in `currency` into minor units, 0 to [`MAX_MINOR`].
///
/// Takes the currency's own sign, code or usual abbreviation before or after
/// the number. Decimals beyond the currency's are fine when they are zeros.
///
/// # Errors
/// One [`AmountError`] for each way to be wrong; see there and the module's rules.
pub fn parse(input: &str, currency: Currency, style: NumberStyle) -> Result<i64, AmountError> {
    let decimals = decimals(currency);
    if let Some(minor) = parse_plain(input.as_bytes(), decimals) {
        return Ok(minor);
    }
    let number = strip_dress(input, currency)?;
    let (whole, fraction) = split(number, style)?;
    to_minor(whole, fraction, decimals)
}

/// Writes minor units as a plain decimal: 12345 in EUR gives "123.45".
#[must_use]
pub fn to_decimal_string(minor: i64, currency: Currency) -> String {
    let decimals = decimals(currency);
    let unit = 10_u64.pow(decimals);
    let sign = if minor < 0 { "-" } else { "" };
    let size = minor.unsigned_abs();
    if decimals == 0 {
        return format!("{sign}{size}");
    }
    let width = decimals as usize;
    format!("{sign}{}.{:0width$}", size / unit, size % unit)
}

/// What one amount tells about the style of the table it stands in.
///
/// "1.250,00" and "12,5" tell that the comma is the decimal mark, "1,250.00"
/// and "12.5" that the point is; "12" and "1.234" tell nothing.
#[must_use]
pub fn evidence(input: &str) -> Option<NumberStyle> {
    let mark = input.rfind(['.', ','])?;
    let (before, after) = input.split_at_checked(mark)?;
    let (decimal, other) = if after.starts_with('.') {
        ('.', ',')
    } else {
        (',', '.')
    };
    let after_digits = after
        .chars()
        .skip(1)
        .take_while(char::is_ascii_digit)
        .count();
    let repeated = before.contains(decimal);
    let tells_decimal = before.contains(other) || (!repeated && (1..=2).contains(&after_digits));
    match (decimal, repeated, tells_decimal) {
        ('.', true, false) | (',', false, true) => Some(NumberStyle::PointGroups),
        (',', true, false) | ('.', false, true) => Some(NumberStyle::CommaGroups),
        _ => None,
    }
}

/// The common case, quickly: digits, or digits, a mark and one to `decimals`
/// digits (fewer than three, so that it can't be grouping).
fn parse_plain(bytes: &[u8], decimals: u32) -> Option<i64> {
    let mut minor: i64 = 0;
    let mut after_mark: Option<u32> = None;
    if bytes.len() > 12 || !bytes.first()?.is_ascii_digit() {
        return None;
    }
    for &b in bytes {
        match b {
            b'0'..=b'9' => {
                minor = minor * 10 + i64::from(b - b'0');
                after_mark = after_mark.map(|n| n + 1);
            }
            b'.' | b',' if after_mark.is_none() => after_mark = Some(0),
            _ => return None,
        }
    }
    let missing = match after_mark {
        None => decimals,
        Some(n @ 1..=2) => decimals.checked_sub(n)?,
        Some(_) => return None,
    };
    let minor = minor.checked_mul(10_i64.pow(missing))?;
    (minor <= MAX_MINOR).then_some(minor)
}

/// Takes off white space, sign and currency; what is left holds digits and marks only.
fn strip_dress(input: &str, currency: Currency) -> Result<&str, AmountError> {
    let mut number = input.trim();
    if number.is_empty() {
        return Err(AmountError::Empty);
    }
    refuse_floats(number)?;
    let mut negative = false;
    if let Some(inner) = number.strip_prefix('(').and_then(|n| n.strip_suffix(')')) {
        (number, negative) = (inner.trim(), true);
    }
    // "1250,-" and "1250.–" are round amounts in Central Europe.
    number = strip_currency(number, currency)?;
    for round in [",-", ".-", ",–", ".–", ",—"] {
        number = number.strip_suffix(round).unwrap_or(number);
    }
    // The sign may stand on either side of the currency: "-€5", "€-5", "5-".
    for _ in 0..2 {
        if let Some(rest) = number.strip_prefix(['-', '\u{2212}', '–', '\u{fe63}']) {
            (number, negative) = (rest.trim_start(), true);
        } else if let Some(rest) = number.strip_prefix('+') {
            number = rest.trim_start();
        } else if let Some(rest) = number.strip_suffix(['-', '\u{2212}']) {
            (number, negative) = (rest.trim_end(), true);
        }
        number = strip_currency(number, currency)?;
    }
    let is_number = |c: char| c.is_ascii_digit() || is_mark(c) || is_group_only(c);
    if !number.contains(|c: char| c.is_ascii_digit()) || !number.chars().all(is_number) {
        return Err(AmountError::NotANumber);
    }
    if negative {
        return Err(AmountError::Negative);
    }
    Ok(number)
}

/// Names what only a computer writes: NaN, infinities, exponents.
fn refuse_floats(text: &str) -> Result<(), AmountError> {
    let bare = text.trim_start_matches(['+', '-', '\u{2212}']);
    let is = |word: &str| bare.eq_ignore_ascii_case(word);
    if is("nan") || is("inf") || is("infinity") || bare == "∞" || is("1.#inf") || is("1.#qnan") {
        return Err(AmountError::NotFinite);
    }
    let Some((mantissa, exponent)) = bare.split_once(['e', 'E']) else {
        return Ok(());
    };
    let exponent = exponent.trim_start_matches(['+', '-']);
    let digits_only = |s: &str| !s.is_empty() && s.bytes().all(|b| b.is_ascii_digit());
    let mantissa = mantissa.replace(['.', ','], "");
    if digits_only(&mantissa) && digits_only(exponent) {
        return Err(AmountError::Exponent);
    }
    Ok(())
}

/// Takes one currency word off either end, if there is one.
fn strip_currency(text: &str, currency: Currency) -> Result<&str, AmountError> {
    let is_word = |c: char| c.is_alphabetic() || is_currency_sign(c);
    let after = text.trim_start_matches(is_word);
    let lead = text.len() - after.len();
    // "руб." and "р." carry their point with them.
    let undotted = text
        .strip_suffix('.')
        .filter(|t| t.ends_with(is_word))
        .unwrap_or(text);
    let before = undotted.trim_end_matches(is_word);
    let (word, rest) = if lead > 0 {
        let word = text.split_at_checked(lead).map_or("", |(word, _)| word);
        (word, after)
    } else if before.len() < undotted.len() {
        let word = undotted
            .split_at_checked(before.len())
            .map_or("", |(_, word)| word);
        (word, before)
    } else {
        return Ok(text);
    };
    match currency_of(word, currency) {
        Some(found) if found == currency => Ok(rest.trim()),
        Some(_) => Err(AmountError::OtherCurrency),
        None => Err(AmountError::NotANumber),
    }
}

/// The currency that `word` names. Signs that many share ("$", "kr") are the
/// shop's own if it uses them.
fn currency_of(word: &str, own: Currency) -> Option<Currency> {
    if word == own.symbol().symbol {
        return Some(own);
    }
    let lower = word.to_lowercase();
    Some(match lower.as_str() {
        "€" | "euro" | "euró" | "евро" => Currency::EUR,
        "$" | "us$" | "долл" | "dollár" => Currency::USD,
        "£" => Currency::GBP,
        "ft" | "forint" | "форинт" => Currency::HUF,
        "₽" | "р" | "руб" | "рубль" | "рубля" | "рублей" | "rub" | "rubel" => {
            Currency::RUB
        }
        "₴" | "грн" => Currency::UAH,
        "₸" | "тг" | "тенге" => Currency::KZT,
        "kč" => Currency::CZK,
        "zł" => Currency::PLN,
        "lei" => Currency::RON,
        "¥" => Currency::JPY,
        _ => return Currency::from_code(&lower.to_ascii_uppercase()),
    })
}

fn is_currency_sign(c: char) -> bool {
    matches!(c, '$' | '£' | '¥' | '\u{20a0}'..='\u{20cf}')
}

fn is_mark(c: char) -> bool {
    matches!(c, '.' | ',')
}

/// Spaces (no-break, thin and narrow ones too) and apostrophes.
fn is_group_only(c: char) -> bool {
    c == '\'' || c == '’' || (c.is_whitespace() && !c.is_control())
}

/// Parts the whole units from the decimals (possibly none) by the module's rules.
fn split(number: &str, style: NumberStyle) -> Result<(&str, &str), AmountError> {
    let Some(last) = number.rfind(is_mark) else {
        return Ok((number, ""));
    };
    let (whole, tail) = number
        .split_at_checked(last)
        .ok_or(AmountError::NotANumber)?;
    let mut tail = tail.chars();
    let mark = tail.next().ok_or(AmountError::NotANumber)?;
    let fraction = tail.as_str();
    if !fraction.chars().all(|c| c.is_ascii_digit()) {
        // Groups after the last mark: "1,250 000" or "1.250 000".
        return Err(AmountError::NotANumber);
    }
    let role = if whole.contains(mark) {
        Mark::Groups
    } else if whole.contains(|c| is_mark(c) || is_group_only(c)) || !could_group(whole, fraction) {
        Mark::Decimal
    } else {
        style.lone_mark(mark).ok_or(AmountError::Ambiguous)?
    };
    match role {
        Mark::Groups => Ok((number, "")),
        Mark::Decimal if fraction.is_empty() => Err(AmountError::NotANumber),
        Mark::Decimal => Ok((whole, fraction)),
    }
}

/// Whether "`whole` mark `fraction`" could be grouping: 1 to 3 digits, then 3.
fn could_group(whole: &str, fraction: &str) -> bool {
    (1..=3).contains(&whole.len()) && fraction.len() == 3 && !whole.starts_with('0')
}

fn to_minor(whole: &str, fraction: &str, decimals: u32) -> Result<i64, AmountError> {
    let mut minor: i64 = 0;
    let mut push = |digit: u32| -> Result<(), AmountError> {
        minor = minor
            .checked_mul(10)
            .and_then(|m| m.checked_add(i64::from(digit)))
            .filter(|m| *m <= MAX_MINOR)
            .ok_or(AmountError::TooLarge)?;
        Ok(())
    };
    check_groups(whole)?;
    for digit in whole.chars().filter_map(|c| c.to_digit(10)) {
        push(digit)?;
    }
    let mut kept = fraction.chars().filter_map(|c| c.to_digit(10));
    for _ in 0..decimals {
        push(kept.next().unwrap_or(0))?;
    }
    if kept.any(|digit| digit != 0) {
        return Err(AmountError::TooManyDecimals);
    }
    Ok(minor)
}

/// Groups, if any, must use one separator, with 1 to 3 digits first and 3 in
/// every further one. An empty whole part (".50") is fine.
fn check_groups(whole: &str) -> Result<(), AmountError> {
    let Some(separator) = whole.chars().find(|c| !c.is_ascii_digit()) else {
        return Ok(());
    };
    let mut groups = whole.split(separator);
    let first = groups.next().unwrap_or("");
    let sound = (1..=3).contains(&first.len())
        && first.bytes().all(|b| b.is_ascii_digit())
        && groups.all(|g| g.len() == 3 && g.bytes().all(|b| b.is_ascii_digit()));
    if sound {
        Ok(())
    } else {
        Err(AmountError::NotANumber)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const ANY: NumberStyle = NumberStyle::Unknown;

    #[test]
    fn reads_what_owners_type() {
        use Currency::{EUR, HUF, JPY, KWD, RUB, USD};
        for (input, currency, minor) in [
            ("12", EUR, 1_200),
            ("0", EUR, 0),
            ("0.00", EUR, 0),
            ("12.5", EUR, 1_250),
            ("12,50", EUR, 1_250),
            (" 12,50 ", EUR, 1_250),
            (".50", EUR, 50),
            ("1 250,00", EUR, 125_000),
            ("1\u{a0}250,00", EUR, 125_000),
            ("1\u{202f}250,00", RUB, 125_000),
            ("1 250", RUB, 125_000),
            ("1,250.00", EUR, 125_000),
            ("1.250,00", EUR, 125_000),
            ("1'250.00", EUR, 125_000),
            ("1.250.000", EUR, 125_000_000),
            ("1 250 000,5", EUR, 125_000_050),
            ("€12", EUR, 1_200),
            ("12 €", EUR, 1_200),
            ("€ 12,50", EUR, 1_250),
            ("EUR 12.50", EUR, 1_250),
            ("12.50eur", EUR, 1_250),
            ("1 250 Ft", HUF, 125_000),
            ("1250,- Ft", HUF, 125_000),
            ("1250,-", HUF, 125_000),
            ("12 руб", RUB, 1_200),
            ("12 руб.", RUB, 1_200),
            ("12,50 р.", RUB, 1_250),
            ("12₽", RUB, 1_200),
            ("$29.33", USD, 2_933),
            ("+12", EUR, 1_200),
            ("12.3400", EUR, 1_234),
            ("0.500", EUR, 50),
            ("1250", JPY, 1_250),
            ("¥1250", JPY, 1_250),
            ("1.25", KWD, 1_250),
            ("1 250,125", KWD, 1_250_125),
            ("10000000000", EUR, MAX_MINOR),
            ("10 000 000 000,00", EUR, MAX_MINOR),
            ("007", EUR, 700),
        ] {
            assert_eq!(parse(input, currency, ANY), Ok(minor), "{input:?}");
        }
    }

    #[test]
    fn refuses_with_the_right_reason() {
        use AmountError::{
            Ambiguous, Empty, Exponent, Negative, NotANumber, NotFinite, OtherCurrency, TooLarge,
            TooManyDecimals,
        };
        let long = "9".repeat(400);
        for (input, error) in [
            ("", Empty),
            (" \u{a0}\t", Empty),
            ("abc", NotANumber),
            ("12abc", NotANumber),
            ("€", NotANumber),
            ("12..5", NotANumber),
            ("12.", NotANumber),
            ("1,2,3", NotANumber),
            ("12 50", NotANumber),
            ("1 2500,00", NotANumber),
            ("1,25,000.00", NotANumber),
            ("1.250 000", NotANumber),
            ("1\n250", NotANumber),
            ("1\0", NotANumber),
            ("#VALUE!", NotANumber),
            ("=1+1", NotANumber),
            ("１２", NotANumber),
            ("NaN", NotFinite),
            ("-inf", NotFinite),
            ("Infinity", NotFinite),
            ("∞", NotFinite),
            ("1e308", Exponent),
            ("1E5", Exponent),
            ("7,9E+10", Exponent),
            ("-1e-3", Exponent),
            ("-1", Negative),
            ("\u{2212}1", Negative),
            ("–1", Negative),
            ("-12,50 €", Negative),
            ("€-5", Negative),
            ("-€5", Negative),
            ("5-", Negative),
            ("(12.00)", Negative),
            ("12.345", Ambiguous),
            ("1,234", Ambiguous),
            ("1.500", Ambiguous),
            ("0.123", TooManyDecimals),
            ("12.3456", TooManyDecimals),
            ("1 250,123", TooManyDecimals),
            ("10000000000.01", TooLarge),
            ("99999999999999999999", TooLarge),
            (&long, TooLarge),
            ("$12", OtherCurrency),
            ("12 Ft", OtherCurrency),
            ("USD 12", OtherCurrency),
        ] {
            assert_eq!(parse(input, Currency::EUR, ANY), Err(error), "{input:?}");
        }
        assert_eq!(parse("12.5", Currency::JPY, ANY), Err(TooManyDecimals));
    }

    #[test]
    fn the_style_decides_what_three_digits_mean() {
        use NumberStyle::{CommaGroups, PointGroups, SpaceGroups};
        for (input, style, result) in [
            ("1,234", CommaGroups, Ok(123_400)),
            ("1.234", CommaGroups, Err(AmountError::TooManyDecimals)),
            ("1.230", CommaGroups, Ok(123)),
            ("1.234", PointGroups, Ok(123_400)),
            ("1,234", PointGroups, Err(AmountError::TooManyDecimals)),
            ("1.234", SpaceGroups, Err(AmountError::Ambiguous)),
            ("1,234", SpaceGroups, Err(AmountError::TooManyDecimals)),
            ("12,50", CommaGroups, Ok(1_250)),
            ("12.50", PointGroups, Ok(1_250)),
        ] {
            assert_eq!(
                parse(input, Currency::EUR, style),
                result,
                "{input:?} {style:?}"
            );
        }
        assert_eq!(NumberStyle::for_locale("hu-HU"), PointGroups);
        assert_eq!(NumberStyle::for_locale("ru"), SpaceGroups);
        assert_eq!(NumberStyle::for_locale("C"), NumberStyle::Unknown);
    }

    #[test]
    fn evidence_comes_only_from_what_is_decisive() {
        use NumberStyle::{CommaGroups, PointGroups};
        for (input, style) in [
            ("12", None),
            ("1.234", None),
            ("1,234", None),
            ("12.50", Some(CommaGroups)),
            ("12,5", Some(PointGroups)),
            ("1,250.00", Some(CommaGroups)),
            ("1.250,00 Ft", Some(PointGroups)),
            ("1.250.000", Some(PointGroups)),
            ("1,250,000", Some(CommaGroups)),
        ] {
            assert_eq!(evidence(input), style, "{input:?}");
        }
    }

    #[test]
    fn writes_plain_decimals() {
        for (minor, currency, text) in [
            (12_345, Currency::EUR, "123.45"),
            (5, Currency::EUR, "0.05"),
            (-500, Currency::EUR, "-5.00"),
            (-5, Currency::EUR, "-0.05"),
            (1_250, Currency::JPY, "1250"),
            (1_250, Currency::KWD, "1.250"),
            (i64::MIN, Currency::EUR, "-92233720368547758.08"),
        ] {
            assert_eq!(to_decimal_string(minor, currency), text);
        }
    }

    proptest! {
        #[test]
        fn what_we_write_we_read(minor in 0..=MAX_MINOR) {
            for currency in [Currency::EUR, Currency::JPY] {
                let text = to_decimal_string(minor, currency);
                prop_assert_eq!(parse(&text, currency, ANY), Ok(minor));
            }
            let text = to_decimal_string(minor, Currency::KWD);
            prop_assert_eq!(parse(&text, Currency::KWD, NumberStyle::CommaGroups), Ok(minor));
        }

        #[test]
        fn grouping_changes_nothing(minor in 0..=MAX_MINOR, separator in "[ \u{a0}\u{202f}'.]") {
            let plain = to_decimal_string(minor, Currency::EUR);
            let (whole, cents) = plain.split_once('.').unwrap();
            let mut grouped = String::new();
            for (i, c) in whole.chars().enumerate() {
                if i > 0 && (whole.len() - i) % 3 == 0 {
                    grouped.push_str(&separator);
                }
                grouped.push(c);
            }
            let text = format!("{grouped},{cents}");
            prop_assert_eq!(parse(&text, Currency::EUR, ANY), Ok(minor), "{}", text);
        }

        #[test]
        fn nothing_panics_and_nothing_negative_comes_out(input in any::<String>()) {
            for style in [ANY, NumberStyle::CommaGroups, NumberStyle::PointGroups] {
                if let Ok(minor) = parse(&input, Currency::EUR, style) {
                    prop_assert!((0..=MAX_MINOR).contains(&minor));
                }
            }
        }

        #[test]
        fn hostile_number_soup(input in "[-+0-9.,' eE€N()]{0,16}") {
            if let Ok(minor) = parse(&input, Currency::EUR, ANY) {
                prop_assert!((0..=MAX_MINOR).contains(&minor));
                prop_assert!(!input.contains('-') || input.contains(",-") || input.contains(".-"));
            }
        }
    }
}
