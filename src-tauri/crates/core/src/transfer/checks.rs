//! Small checks on the shape of what a cell holds.

/// Whether `digits` is a valid EAN-13: thirteen ASCII digits, the last of which
/// checks the others.
#[must_use]
pub fn ean13_ok(digits: &str) -> bool {
    let weighted = digits.bytes().zip([1, 3].into_iter().cycle());
    digits.len() == 13
        && digits.bytes().all(|b| b.is_ascii_digit())
        && weighted
            .map(|(b, weight)| u32::from(b - b'0') * weight)
            .sum::<u32>()
            % 10
            == 0
}

/// Whether `text` has the shape of an e-mail address: one @ with a name before
/// it and a dotted domain after it, no white space, at most 254 bytes. Whether
/// anybody reads it, only a message can tell.
#[must_use]
pub fn email_ok(text: &str) -> bool {
    let Some((name, domain)) = text.rsplit_once('@') else {
        return false;
    };
    let plain = |c: char| !c.is_whitespace() && !c.is_control() && !"<>()[],;:\\\"@".contains(c);
    let label = |label: &str| {
        (1..=63).contains(&label.len())
            && !label.starts_with('-')
            && !label.ends_with('-')
            && label.chars().all(|c| c.is_alphanumeric() || c == '-')
    };
    text.len() <= 254
        && (1..=64).contains(&name.len())
        && name.chars().all(plain)
        && !name.starts_with('.')
        && !name.ends_with('.')
        && !name.contains("..")
        && domain.contains('.')
        && domain.split('.').all(label)
}

/// Reads yes or no in English, Russian or Hungarian. `None` when it is neither.
#[must_use]
pub fn yes_or_no(text: &str) -> Option<bool> {
    const YES: [&str; 14] = [
        "yes",
        "y",
        "true",
        "t",
        "1",
        "да",
        "д",
        "igen",
        "i",
        "igaz",
        "истина",
        "x",
        "+",
        "✓",
    ];
    const NO: [&str; 12] = [
        "no", "n", "false", "f", "0", "нет", "н", "nem", "hamis", "ложь", "-", "–",
    ];
    let lower = text.trim().to_lowercase();
    if YES.contains(&lower.as_str()) {
        return Some(true);
    }
    NO.contains(&lower.as_str()).then_some(false)
}

/// Reads a language tag ("hu", "ru-RU") or a language's name into the language's
/// code. `None` when it is neither.
#[must_use]
pub fn language(text: &str) -> Option<String> {
    let folded = crate::text::fold(text);
    let code = match folded.as_str() {
        "english" | "angol" | "английскии" => "en",
        "russian" | "orosz" | "русскии" => "ru",
        "hungarian" | "magyar" | "венгерскии" => "hu",
        tag => tag.split(' ').next()?,
    };
    let sound = (2..=3).contains(&code.len()) && code.bytes().all(|b| b.is_ascii_lowercase());
    sound.then(|| code.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn checks_ean13() {
        assert!(ean13_ok("4006381333931"));
        assert!(ean13_ok("2900000000001"));
        for wrong in [
            "4006381333932",
            "400638133393",
            "",
            "40063813339311",
            "４006381333931",
        ] {
            assert!(!ean13_ok(wrong), "{wrong:?}");
        }
    }

    #[test]
    fn checks_the_shape_of_addresses() {
        for fine in [
            "a@b.hu",
            "anna.kovacs+x@mail.example.com",
            "иван@почта.рф",
            "o'brien@x.ie",
        ] {
            assert!(email_ok(fine), "{fine:?}");
        }
        for wrong in [
            "",
            "@",
            "a@",
            "@b.hu",
            "a@b",
            "a b@c.hu",
            "a@b@c.hu",
            "a@b..hu",
            "a@-b.hu",
            ".a@b.hu",
            "a..b@c.hu",
            "a@b.hu, c@d.hu",
            "<a@b.hu>",
            "a@b_c.hu",
            "a\0@b.hu",
        ] {
            assert!(!email_ok(wrong), "{wrong:?}");
        }
        assert!(!email_ok(&format!("{}@b.hu", "a".repeat(65))));
    }

    #[test]
    fn reads_yes_and_no() {
        for (text, meaning) in [
            ("Yes", Some(true)),
            (" да ", Some(true)),
            ("IGEN", Some(true)),
            ("1", Some(true)),
            ("Нет", Some(false)),
            ("nem", Some(false)),
            ("0", Some(false)),
            ("maybe", None),
            ("", None),
        ] {
            assert_eq!(yes_or_no(text), meaning, "{text:?}");
        }
    }

    #[test]
    fn reads_languages() {
        for (text, code) in [
            ("hu", Some("hu")),
            ("ru-RU", Some("ru")),
            ("EN_gb", Some("en")),
            ("Русский", Some("ru")),
            ("de", Some("de")),
            ("klingon", None),
            ("12", None),
        ] {
            assert_eq!(language(text).as_deref(), code, "{text:?}");
        }
    }
}
