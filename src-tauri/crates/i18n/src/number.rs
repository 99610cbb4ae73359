use crate::Locale;

/// Between thousands, between a number and its unit: a line never breaks there.
pub(crate) const NO_BREAK_SPACE: char = '\u{a0}';

/// How a locale separates thousands and decimals.
pub(crate) const fn separators(locale: Locale) -> (char, char) {
    match locale {
        Locale::En => (',', '.'),
        Locale::Ru | Locale::Hu => (NO_BREAK_SPACE, ','),
    }
}

/// A whole number with its thousands apart: "1,234", "1 234".
///
/// Hungarian groups four digits too, unlike CLDR, so that columns of prices line up.
#[must_use]
pub fn number(value: i64, locale: Locale) -> String {
    let digits = grouped(&value.unsigned_abs().to_string(), locale);
    if value < 0 {
        format!("-{digits}")
    } else {
        digits
    }
}

/// A change: "+3", "-2", "0".
#[must_use]
pub fn signed_number(value: i64, locale: Locale) -> String {
    let text = number(value, locale);
    if value > 0 { format!("+{text}") } else { text }
}

/// A share, from tenths of a percent: 610 is "61%" (ru "61 %"), 21 is "2.1%".
#[must_use]
pub fn percent(per_mille: i64, locale: Locale) -> String {
    let magnitude = per_mille.unsigned_abs();
    let mut text = if per_mille < 0 {
        String::from("-")
    } else {
        String::new()
    };
    text.push_str(&grouped(&(magnitude / 10).to_string(), locale));
    if !magnitude.is_multiple_of(10) {
        text.push(separators(locale).1);
        text.push_str(&(magnitude % 10).to_string());
    }
    if locale == Locale::Ru {
        text.push(NO_BREAK_SPACE);
    }
    text.push('%');
    text
}

/// Digits without a sign, in groups of three from the right.
pub(crate) fn grouped(digits: &str, locale: Locale) -> String {
    let (group, _) = separators(locale);
    let count = digits.chars().count();
    let mut text = String::with_capacity(digits.len() + count / 3 * 2);
    for (index, digit) in digits.chars().enumerate() {
        if index > 0 && (count - index).is_multiple_of(3) {
            text.push(group);
        }
        text.push(digit);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thousands_stand_apart() {
        assert_eq!(number(0, Locale::En), "0");
        assert_eq!(number(999, Locale::En), "999");
        assert_eq!(number(1_234_567, Locale::En), "1,234,567");
        assert_eq!(number(-12_345, Locale::Ru), "-12\u{a0}345");
        assert_eq!(number(2_450, Locale::Hu), "2\u{a0}450");
        assert_eq!(number(i64::MIN, Locale::En), "-9,223,372,036,854,775,808");
    }

    #[test]
    fn a_change_shows_its_sign() {
        assert_eq!(signed_number(3, Locale::En), "+3");
        assert_eq!(signed_number(0, Locale::En), "0");
        assert_eq!(signed_number(-1_000, Locale::Hu), "-1\u{a0}000");
    }

    #[test]
    fn percent_keeps_its_sign_to_itself() {
        assert_eq!(percent(610, Locale::En), "61%");
        assert_eq!(percent(21, Locale::En), "2.1%");
        assert_eq!(percent(-50, Locale::Ru), "-5\u{a0}%");
        assert_eq!(percent(-5, Locale::Ru), "-0,5\u{a0}%");
        assert_eq!(percent(21, Locale::Hu), "2,1%");
        assert_eq!(percent(12_345_670, Locale::En), "1,234,567%");
    }
}
