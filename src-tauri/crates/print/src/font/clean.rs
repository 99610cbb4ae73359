use unicode_normalization::UnicodeNormalization;

/// Composed, on one line, without what is invisible.
///
/// The first character of a joined emoji stands for all of it: a family of four is one
/// replacement sign, not seven.
pub(super) fn clean(text: &str) -> Vec<char> {
    let mut characters = Vec::with_capacity(text.len());
    let mut joined = false;
    for character in text.nfc() {
        if character == '\u{200d}' {
            joined = true;
            continue;
        }
        if is_invisible(character) {
            continue;
        }
        let continues_emoji = is_emoji_modifier(character)
            || (joined
                && characters
                    .last()
                    .is_some_and(|last| !char::is_alphabetic(*last)));
        joined = false;
        if continues_emoji && !characters.is_empty() {
            continue;
        }
        characters.push(if character.is_control() {
            ' '
        } else {
            character
        });
    }
    characters
}

/// Characters that show nothing: joiners, marks of direction, variation selectors, tags.
const fn is_invisible(character: char) -> bool {
    matches!(character,
        '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Skin tones and the enclosing keycap.
const fn is_emoji_modifier(character: char) -> bool {
    matches!(character, '\u{1f3fb}'..='\u{1f3ff}' | '\u{20e3}')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cleaned(text: &str) -> String {
        clean(text).into_iter().collect()
    }

    #[test]
    fn letters_are_composed() {
        assert_eq!(cleaned("E\u{308}лкина"), "Ëлкина");
        assert_eq!(cleaned("е\u{308}ж, и\u{306}од"), "ёж, йод");
        assert_eq!(cleaned("Go\u{30b}z"), "Gőz");
    }

    #[test]
    fn line_breaks_and_tabs_become_spaces() {
        assert_eq!(cleaned("a\tb\nc"), "a b c");
    }

    #[test]
    fn a_joined_emoji_is_one_sign() {
        assert_eq!(cleaned("👩‍👩‍👧‍👦 Nagy"), "👩 Nagy");
        assert_eq!(cleaned("👋🏽"), "👋");
        assert_eq!(cleaned("❤️"), "❤");
    }
}
