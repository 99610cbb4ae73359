//! Text that people type: folding for search, digits, and one-line cleaning.
//!
//! SQLite's own `lower` and `LIKE` know ASCII only, so everything that is
//! searched by text is folded here first and stored folded.

use unicode_normalization::char::{decompose_compatible, is_combining_mark};
use unicode_normalization::{IsNormalized, UnicodeNormalization, is_nfc_quick};

/// Why a line of text was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum TextError {
    /// It holds a NUL or another control character.
    #[error("the text holds a control character")]
    Control,
    /// It is longer than its field allows.
    #[error("the text is longer than {max_chars} characters")]
    TooLong {
        /// The limit that was exceeded, in characters.
        max_chars: usize,
    },
}

impl TextError {
    /// The stable code: `text_control` or `text_too_long`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Control => "text_control",
            Self::TooLong { .. } => "text_too_long",
        }
    }
}

/// Folds text for search: lower case, no accents, words parted by one space.
///
/// Compatibility decomposition (NFKD) with the marks taken off, so ё→е, ő→o,
/// é→e; then ß→ss, ł→l, ø→o, đ→d, æ→ae, œ→oe, þ→th. й becomes и like every
/// other letter with a mark: nobody is surprised that "Андреи" also finds
/// "Андрей", and old exports often lost the breve. Everything that is neither
/// a letter nor a digit (punctuation, symbols, emoji) parts words.
///
/// `fold(fold(x)) == fold(x)`.
#[must_use]
pub fn fold(input: &str) -> String {
    let mut out = Folded {
        text: String::with_capacity(input.len()),
        gap: false,
    };
    for c in input.chars() {
        match c {
            'a'..='z' | '0'..='9' | 'а'..='и' | 'к'..='я' => out.push(c),
            'A'..='Z' => out.push(c.to_ascii_lowercase()),
            '\0'..='\u{7f}' => out.gap = true,
            _ => decompose_compatible(c, |part| out.push_part(part)),
        }
    }
    out.text
}

/// The output of [`fold`] as it grows.
struct Folded {
    text: String,
    /// A separator was seen since the last character.
    gap: bool,
}

impl Folded {
    fn push(&mut self, c: char) {
        if self.gap {
            self.gap = false;
            if !self.text.is_empty() {
                self.text.push(' ');
            }
        }
        self.text.push(c);
    }

    /// Adds one character of a compatibility decomposition.
    fn push_part(&mut self, part: char) {
        if is_combining_mark(part) {
            return;
        }
        if !part.is_alphanumeric() {
            self.gap = true;
            return;
        }
        for lower in part.to_lowercase() {
            match lower {
                'ß' => "ss".chars().for_each(|c| self.push(c)),
                'æ' => "ae".chars().for_each(|c| self.push(c)),
                'œ' => "oe".chars().for_each(|c| self.push(c)),
                'þ' => "th".chars().for_each(|c| self.push(c)),
                'ł' => self.push('l'),
                'ø' => self.push('o'),
                'đ' | 'ð' => self.push('d'),
                'ħ' => self.push('h'),
                'ı' => self.push('i'),
                'ς' => self.push('σ'),
                c if is_combining_mark(c) => {}
                c => self.push(c),
            }
        }
    }
}

/// The folded words of `input`, in order. Empty when nothing searchable is in it.
#[must_use]
pub fn tokens(input: &str) -> Vec<String> {
    fold(input)
        .split(' ')
        .filter(|word| !word.is_empty())
        .map(str::to_owned)
        .collect()
}

/// The ASCII digits of `input`, in order: "+36 (30) 555" gives "3630555".
#[must_use]
pub fn digits(input: &str) -> String {
    input.chars().filter(char::is_ascii_digit).collect()
}

/// Makes one clean line of what was typed or imported, for names and notes.
///
/// Trims, composes (NFC), turns every run of white space (line breaks and tabs
/// too: spreadsheets put them into cells) into one space, and drops invisible
/// direction marks that come along when text is copied. An empty result is
/// fine; whether a field may be empty is its owner's business.
///
/// # Errors
/// [`TextError::Control`] for NUL and other control characters,
/// [`TextError::TooLong`] when more than `max_chars` characters are left.
pub fn clean_line(input: &str, max_chars: usize) -> Result<String, TextError> {
    let trimmed = input.trim();
    if is_clean_ascii(trimmed) {
        return within(trimmed.to_owned(), max_chars);
    }
    let mut line = String::with_capacity(trimmed.len());
    for c in trimmed.chars() {
        if c.is_whitespace() {
            if !line.is_empty() && !line.ends_with(' ') {
                line.push(' ');
            }
        } else if c.is_control() {
            return Err(TextError::Control);
        } else if !is_invisible_mark(c) {
            line.push(c);
        }
    }
    line.truncate(line.trim_end().len());
    if is_nfc_quick(line.chars()) != IsNormalized::Yes {
        line = line.nfc().collect();
    }
    within(line, max_chars)
}

/// Whether `line` needs no change: printable ASCII without double spaces.
fn is_clean_ascii(line: &str) -> bool {
    let mut previous = b'x';
    line.bytes().all(|b| {
        let fine = (0x20..0x7f).contains(&b) && !(b == b' ' && previous == b' ');
        previous = b;
        fine
    })
}

/// Direction overrides and isolates, the zero-width space and a stray BOM.
/// The zero-width joiner stays: emoji are made with it.
fn is_invisible_mark(c: char) -> bool {
    matches!(c, '\u{200b}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}')
}

fn within(line: String, max_chars: usize) -> Result<String, TextError> {
    // A string of n bytes has at most n characters; count only when it matters.
    if line.len() > max_chars && line.chars().count() > max_chars {
        return Err(TextError::TooLong { max_chars });
    }
    Ok(line)
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn folds_the_three_languages() {
        for (input, folded) in [
            ("Anna  Kovács", "anna kovacs"),
            ("ŐRI ŰRI Ödön", "ori uri odon"),
            ("Нагорьё Ёлкина", "нагорье елкина"),
            ("Андрей ЙОД", "андреи иод"),
            ("Straße", "strasse"),
            ("STRAẞE", "strasse"),
            ("Łukasz Ørsted Đorđe", "lukasz orsted dorde"),
            ("Ægir Œuvre Þór", "aegir oeuvre thor"),
            ("O'Brien-Smith, jr.", "o brien smith jr"),
            ("İstanbul ıslık", "istanbul islik"),
            ("ＦＵＬＬ ｗｉｄｔｈ", "full width"),
            ("ﬁne", "fine"),
            ("☕ Anna 😀", "anna"),
            ("", ""),
            (" \t,;", ""),
            ("Ὀδυσσεύς", "οδυσσευσ"),
        ] {
            assert_eq!(fold(input), folded, "{input:?}");
        }
    }

    #[test]
    fn a_decomposed_spelling_folds_like_the_composed_one() {
        assert_eq!(fold("Андреи\u{306}"), fold("Андрей"));
        assert_eq!(fold("Kova\u{301}cs"), fold("Kovács"));
    }

    #[test]
    fn tokens_are_folded_words() {
        assert_eq!(tokens("  Kovács-Nagy  Éva "), ["kovacs", "nagy", "eva"]);
        assert!(tokens("!?").is_empty());
    }

    #[test]
    fn digits_are_ascii_digits_in_order() {
        assert_eq!(digits("+36 (30) 555-0142"), "36305550142");
        assert_eq!(digits("нет"), "");
    }

    #[test]
    fn clean_line_trims_collapses_and_composes() {
        for (input, clean) in [
            ("  Anna ", "Anna"),
            ("Anna  \t Kovács", "Anna Kovács"),
            ("first\r\nsecond", "first second"),
            ("Kova\u{301}cs", "Kovács"),
            ("\u{a0}Éva\u{a0}\u{a0}Nagy", "Éva Nagy"),
            ("\u{202a}Олег\u{202c}", "Олег"),
            ("👩\u{200d}🍳 Éva", "👩\u{200d}🍳 Éva"),
            ("=cmd|' /C calc'!A0", "=cmd|' /C calc'!A0"),
            ("", ""),
        ] {
            assert_eq!(clean_line(input, 100).as_deref(), Ok(clean), "{input:?}");
        }
    }

    #[test]
    fn clean_line_refuses_control_characters_and_length() {
        for hostile in ["An\0na", "An\u{7}na", "É\u{9b}va", "\u{1b}[31m"] {
            assert_eq!(
                clean_line(hostile, 100),
                Err(TextError::Control),
                "{hostile:?}"
            );
        }
        assert_eq!(clean_line("Évike", 5).as_deref(), Ok("Évike"));
        assert_eq!(
            clean_line("Évike!", 5),
            Err(TextError::TooLong { max_chars: 5 })
        );
        assert_eq!(
            clean_line("Évike ", 5).as_deref(),
            Ok("Évike"),
            "only what is kept counts"
        );
    }

    proptest! {
        #[test]
        fn fold_is_idempotent_and_tidy(input in "\\PC{0,40}") {
            let once = fold(&input);
            prop_assert_eq!(fold(&once), once.clone());
            prop_assert!(!once.starts_with(' ') && !once.ends_with(' ') && !once.contains("  "));
        }

        #[test]
        fn clean_line_is_idempotent(input in any::<String>()) {
            if let Ok(once) = clean_line(&input, 1_000) {
                prop_assert_eq!(clean_line(&once, 1_000), Ok(once.clone()));
                prop_assert!(!once.chars().any(char::is_control));
            }
        }
    }
}
