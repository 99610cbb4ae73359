//! Quotation marks within quotation marks.

/// An opening and a closing mark, and those of a quotation within.
const PAIRS: [[char; 4]; 2] = [['«', '»', '„', '“'], ['„', '”', '»', '«']];

/// A name in quotation marks that has some of its own: «Кофе „Двор“», „Az »Udvar« kávéja”.
pub(crate) fn nest_quotes(text: &str) -> String {
    PAIRS
        .iter()
        .fold(text.to_owned(), |text, pair| nested(text, *pair))
}

/// A text whose marks do not pair stays as it is.
fn nested(text: String, [open, close, inner_open, inner_close]: [char; 4]) -> String {
    let mut depth = 0_i64;
    let result = text
        .chars()
        .map(|sign| {
            if sign == open {
                depth += 1;
                if depth > 1 { inner_open } else { sign }
            } else if sign == close {
                depth -= 1;
                if depth > 0 { inner_close } else { sign }
            } else {
                sign
            }
        })
        .collect();
    if depth == 0 { result } else { text }
}

#[cfg(test)]
mod tests {
    use super::nest_quotes;

    #[test]
    fn quotes_within_quotes_are_others() {
        for (text, nested) in [
            ("Подарок — «Кофе «Двор»».", "Подарок — «Кофе „Двор“»."),
            (
                "Ajándékunk: „Az „Udvar” kávéja”.",
                "Ajándékunk: „Az »Udvar« kávéja”.",
            ),
            ("«Кофе», «Чай»", "«Кофе», «Чай»"),
            ("«Кофе „Двор“»", "«Кофе „Двор“»"),
            ("5” of «rain", "5” of «rain"),
        ] {
            assert_eq!(nest_quotes(text), nested);
        }
    }
}
