use iso_currency::Currency;

use crate::Locale;
use crate::number::{NO_BREAK_SPACE, grouped, separators};

/// Prices in these are whole in daily life; decimals appear only when there are some.
const WRITTEN_WHOLE: [&str; 12] = [
    "AMD", "CZK", "HUF", "KGS", "KZT", "NOK", "RSD", "RUB", "SEK", "TWD", "UAH", "UZS",
];

/// The signs people write, for the currencies that have one. A shop has one currency, so "$" and
/// "kr" are never ambiguous on its own paper.
const SIGNS: [(&str, &str); 40] = [
    ("AMD", "֏"),
    ("AUD", "$"),
    ("AZN", "₼"),
    ("BAM", "KM"),
    ("BRL", "R$"),
    ("CAD", "$"),
    ("CNY", "¥"),
    ("CZK", "Kč"),
    ("DKK", "kr"),
    ("EUR", "€"),
    ("GBP", "£"),
    ("GEL", "₾"),
    ("HKD", "$"),
    ("HUF", "Ft"),
    ("ILS", "₪"),
    ("INR", "₹"),
    ("ISK", "kr"),
    ("JPY", "¥"),
    ("KGS", "сом"),
    ("KRW", "₩"),
    ("KZT", "₸"),
    ("MNT", "₮"),
    ("MXN", "$"),
    ("NGN", "₦"),
    ("NOK", "kr"),
    ("NZD", "$"),
    ("PHP", "₱"),
    ("PLN", "zł"),
    ("RON", "lei"),
    ("RSD", "din."),
    ("RUB", "₽"),
    ("SEK", "kr"),
    ("SGD", "$"),
    ("THB", "฿"),
    ("TRY", "₺"),
    ("TWD", "NT$"),
    ("UAH", "₴"),
    ("USD", "$"),
    ("VND", "₫"),
    ("ZAR", "R"),
];

/// How many decimals the minor unit of an ISO 4217 currency has: 2 for EUR and HUF, 0 for JPY,
/// 3 for KWD. An unknown code counts as 2.
#[must_use]
pub fn currency_exponent(currency: &str) -> u32 {
    Currency::from_code(currency)
        .and_then(|currency| currency.exponent())
        .map_or(2, u32::from)
}

/// The sign of a currency, "€" or "Ft", or its code where it has none.
#[must_use]
pub fn currency_symbol(currency: &str) -> &str {
    SIGNS
        .iter()
        .find(|(code, _)| *code == currency)
        .map_or(currency, |(_, sign)| sign)
}

/// An amount of minor units with its sign: "€1,234.50", "1 234,50 €", "2 450 Ft".
///
/// Currencies habitually written without decimals (forint, rouble, tenge …) show them only when
/// they are not zero. Spaces are no-break spaces.
#[must_use]
pub fn money(minor: i64, currency: &str, locale: Locale) -> String {
    let amount = magnitude(minor, currency, locale);
    let sign = currency_symbol(currency);
    let minus = if minor < 0 { "-" } else { "" };
    if locale != Locale::En {
        return format!("{minus}{amount}{NO_BREAK_SPACE}{sign}");
    }
    if sign.ends_with(char::is_alphabetic) || sign.ends_with('.') {
        format!("{minus}{sign}{NO_BREAK_SPACE}{amount}")
    } else {
        format!("{minus}{sign}{amount}")
    }
}

/// An amount that was divided, such as an average: in whole units where people write whole
/// prices, half a unit going away from zero.
#[must_use]
pub fn money_rounded(minor: i64, currency: &str, locale: Locale) -> String {
    if !WRITTEN_WHOLE.contains(&currency) {
        return money(minor, currency, locale);
    }
    let unit = 10_i64.pow(currency_exponent(currency));
    let (whole, part) = (minor / unit, (minor % unit).abs());
    let up = if part * 2 >= unit { minor.signum() } else { 0 };
    money((whole + up).saturating_mul(unit), currency, locale)
}

/// The same amount without the sign of the currency, for a column that names it in its header.
#[must_use]
pub fn money_plain(minor: i64, currency: &str, locale: Locale) -> String {
    let minus = if minor < 0 { "-" } else { "" };
    format!("{minus}{}", magnitude(minor, currency, locale))
}

fn magnitude(minor: i64, currency: &str, locale: Locale) -> String {
    let exponent = currency_exponent(currency);
    let unit = 10_u64.pow(exponent);
    let (whole, part) = (minor.unsigned_abs() / unit, minor.unsigned_abs() % unit);
    let mut text = grouped(&whole.to_string(), locale);
    let silent = part == 0 && WRITTEN_WHOLE.contains(&currency);
    if exponent > 0 && !silent {
        let width = exponent as usize;
        text.push(separators(locale).1);
        text.push_str(&format!("{part:0width$}"));
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `~` stands for the no-break space.
    #[track_caller]
    fn check(minor: i64, currency: &str, locale: Locale, expected: &str) {
        assert_eq!(
            money(minor, currency, locale),
            expected.replace('~', "\u{a0}")
        );
    }

    #[test]
    fn english_puts_the_sign_before() {
        check(123_450, "EUR", Locale::En, "€1,234.50");
        check(1_250, "USD", Locale::En, "$12.50");
        check(-1_250, "USD", Locale::En, "-$12.50");
        check(245_000, "HUF", Locale::En, "Ft~2,450");
        check(1_234_500, "PLN", Locale::En, "zł~12,345.00");
        check(500, "CHF", Locale::En, "CHF~5.00");
        check(1_234_567, "JPY", Locale::En, "¥1,234,567");
        check(1_234_500, "KWD", Locale::En, "KWD~1,234.500");
    }

    #[test]
    fn russian_and_hungarian_put_it_behind() {
        check(123_450, "EUR", Locale::Ru, "1~234,50~€");
        check(123_456_750, "USD", Locale::Ru, "1~234~567,50~$");
        check(-1_250, "EUR", Locale::Hu, "-12,50~€");
        check(500, "EUR", Locale::Hu, "5,00~€");
    }

    #[test]
    fn decimals_nobody_writes_appear_only_when_needed() {
        check(245_000, "HUF", Locale::Hu, "2~450~Ft");
        check(123_450, "HUF", Locale::Hu, "1~234,50~Ft");
        check(99_000, "RUB", Locale::Ru, "990~₽");
        check(99_005, "RUB", Locale::Ru, "990,05~₽");
        check(315_240_000, "KZT", Locale::Ru, "3~152~400~₸");
        check(0, "UAH", Locale::Ru, "0~₴");
        check(0, "EUR", Locale::Ru, "0,00~€");
    }

    #[test]
    fn the_largest_and_smallest_amounts_are_written() {
        check(i64::MAX, "USD", Locale::En, "$92,233,720,368,547,758.07");
        check(i64::MIN, "USD", Locale::En, "-$92,233,720,368,547,758.08");
        check(1, "EUR", Locale::En, "€0.01");
    }

    #[test]
    fn an_average_is_as_precise_as_a_price() {
        let say =
            |minor, currency| money_rounded(minor, currency, Locale::En).replace('\u{a0}', " ");
        assert_eq!(say(274_357, "HUF"), "Ft 2,744");
        assert_eq!(say(274_350, "HUF"), "Ft 2,744");
        assert_eq!(say(274_349, "HUF"), "Ft 2,743");
        assert_eq!(say(-274_350, "HUF"), "-Ft 2,744");
        assert_eq!(say(274_357, "EUR"), "€2,743.57");
    }

    #[test]
    fn an_unknown_code_names_itself() {
        check(150, "XYZ", Locale::En, "XYZ~1.50");
        assert_eq!(money_plain(-150, "XYZ", Locale::En), "-1.50");
    }

    #[test]
    fn every_listed_currency_exists() {
        for code in WRITTEN_WHOLE.into_iter().chain(SIGNS.map(|(code, _)| code)) {
            assert!(Currency::from_code(code).is_some(), "{code}");
        }
    }
}
