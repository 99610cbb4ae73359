//! From bytes to text: which encoding, and is it text at all.

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{DecoderResult, UTF_8, UTF_16BE, UTF_16LE, WINDOWS_1250, WINDOWS_1251};

use super::{FileError, MAX_FILE_BYTES};

/// The encodings that are read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Encoding {
    /// UTF-8, with or without a byte-order mark.
    Utf8,
    /// UTF-16, low byte first; Excel's "Unicode text".
    Utf16Le,
    /// UTF-16, high byte first.
    Utf16Be,
    /// Cyrillic Windows.
    Windows1251,
    /// Central European Windows.
    Windows1250,
}

impl Encoding {
    /// The usual name, such as "windows-1251".
    #[must_use]
    pub fn name(self) -> &'static str {
        match self {
            Self::Utf8 => "UTF-8",
            Self::Utf16Le => "UTF-16LE",
            Self::Utf16Be => "UTF-16BE",
            Self::Windows1251 => "windows-1251",
            Self::Windows1250 => "windows-1250",
        }
    }

    fn decoder(self) -> encoding_rs::Decoder {
        match self {
            Self::Utf8 => UTF_8,
            Self::Utf16Le => UTF_16LE,
            Self::Utf16Be => UTF_16BE,
            Self::Windows1251 => WINDOWS_1251,
            Self::Windows1250 => WINDOWS_1250,
        }
        .new_decoder_without_bom_handling()
    }
}

/// A file's text and the encoding it was in.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Decoded {
    /// The text, without a byte-order mark.
    pub text: String,
    /// What it was written in.
    pub encoding: Encoding,
    /// Whether it does not read like text of that encoding.
    pub doubtful: bool,
}

/// Decodes a file, in `encoding` if the owner said so, else in what it seems to
/// be. UTF-8 is taken over without a copy (but for a byte-order mark).
///
/// # Errors
/// [`FileError::Empty`], [`FileError::TooLarge`], [`FileError::NotText`],
/// [`FileError::NulByte`], [`FileError::Malformed`], [`FileError::Encoding`].
pub fn decode(bytes: Vec<u8>, encoding: Option<Encoding>) -> Result<Decoded, FileError> {
    if bytes.is_empty() {
        return Err(FileError::Empty);
    }
    if bytes.len() > MAX_FILE_BYTES {
        return Err(FileError::TooLarge {
            max_mib: MAX_FILE_BYTES / (1024 * 1024),
        });
    }
    refuse_known_binaries(&bytes)?;
    let (marked, mark_len) = byte_order_mark(&bytes);
    let encoding = match marked.or(encoding) {
        Some(encoding) => encoding,
        None => detect(&bytes)?,
    };
    let text = match encoding {
        Encoding::Utf8 => utf8(bytes, mark_len)?,
        _ => legacy(bytes.get(mark_len..).unwrap_or_default(), encoding)?,
    };
    if let Some(nul) = text.bytes().position(|b| b == 0) {
        return Err(FileError::NulByte {
            line: line_at(text.as_bytes(), nul),
        });
    }
    let doubtful = is_doubtful(&text, encoding);
    Ok(Decoded {
        text,
        encoding,
        doubtful,
    })
}

/// Whether a text looks as if it was read in a wrong encoding. A single-byte
/// encoding takes any byte, so that cp866 or noise comes out as other characters:
/// unassigned ones, signs in the middle of words, letters of another alphabet. In
/// UTF-8 it is the mark that a program before us leaves where it lost a letter.
fn is_doubtful(text: &str, encoding: Encoding) -> bool {
    let single_byte = match encoding {
        Encoding::Utf8 | Encoding::Utf16Le | Encoding::Utf16Be => {
            return text.contains('\u{fffd}');
        }
        Encoding::Windows1251 | Encoding::Windows1250 => encoding,
    };
    let strange = |before: char, c: char, after: char| {
        if c.is_alphabetic() {
            single_byte == Encoding::Windows1251 && !is_east_slavic(c)
        } else {
            let within_a_word = before.is_alphabetic() && after.is_alphabetic();
            within_a_word && !matches!(c, '’' | '–' | '—' | '·' | '\u{a0}' | '\u{ad}')
        }
    };
    let (mut all, mut odd) = (0_usize, 0_usize);
    let mut before = ' ';
    let mut characters = text.chars().peekable();
    while let Some(c) = characters.next() {
        if ('\u{80}'..='\u{9f}').contains(&c) || c == '\u{7f}' {
            return true;
        }
        if !c.is_ascii() {
            let after = characters.peek().copied().unwrap_or(' ');
            all += 1;
            odd += usize::from(strange(before, c, after));
        }
        before = c;
    }
    odd * 10 > all
}

/// Letters of Russian, Ukrainian and Belarusian.
fn is_east_slavic(letter: char) -> bool {
    matches!(letter, 'а'..='я' | 'А'..='Я') || "ёЁіІїЇєЄґҐўЎ".contains(letter)
}

/// Names the files that people take for CSV.
fn refuse_known_binaries(bytes: &[u8]) -> Result<(), FileError> {
    for (magic, what) in [
        (&b"PK\x03\x04"[..], "Excel (xlsx)"),
        (b"\xd0\xcf\x11\xe0", "Excel (xls)"),
        (b"%PDF-", "PDF"),
        (b"{\\rtf", "RTF"),
        (b"\x1f\x8b", "gzip"),
        (b"SQLite format 3\0", "SQLite"),
    ] {
        if bytes.starts_with(magic) {
            return Err(FileError::NotText { what });
        }
    }
    Ok(())
}

fn byte_order_mark(bytes: &[u8]) -> (Option<Encoding>, usize) {
    match bytes {
        [0xef, 0xbb, 0xbf, ..] => (Some(Encoding::Utf8), 3),
        [0xff, 0xfe, ..] => (Some(Encoding::Utf16Le), 2),
        [0xfe, 0xff, ..] => (Some(Encoding::Utf16Be), 2),
        _ => (None, 0),
    }
}

/// Detects what has no byte-order mark.
fn detect(bytes: &[u8]) -> Result<Encoding, FileError> {
    if let Some(nul) = bytes.iter().position(|b| *b == 0) {
        let utf16 = unmarked_utf16(bytes);
        return utf16.ok_or(FileError::NulByte {
            line: line_at(bytes, nul),
        });
    }
    let Err(error) = std::str::from_utf8(bytes) else {
        return Ok(Encoding::Utf8);
    };
    if is_damaged_utf8(bytes) {
        let line = line_at(bytes, error.valid_up_to());
        return Err(FileError::Malformed {
            line,
            encoding: Encoding::Utf8.name(),
        });
    }
    detect_single_byte(bytes)
}

/// Whether most of what is not ASCII is sound UTF-8. Single-byte text almost
/// never is, so this is UTF-8 that was cut or pasted together.
fn is_damaged_utf8(bytes: &[u8]) -> bool {
    let (mut sound, mut broken) = (0_usize, 0_usize);
    for chunk in bytes.utf8_chunks() {
        sound += chunk.valid().chars().filter(|c| !c.is_ascii()).count();
        broken += chunk.invalid().len();
    }
    sound > broken
}

/// UTF-16 without its mark: in European text nearly every high byte is one of
/// few (Latin, Cyrillic, punctuation), and some are zero.
fn unmarked_utf16(bytes: &[u8]) -> Option<Encoding> {
    let sample = bytes.get(..bytes.len().min(64 * 1024))?;
    let pairs = sample.len() / 2;
    if pairs < 2 || !bytes.len().is_multiple_of(2) {
        return None;
    }
    let is_high = |b: &&u8| matches!(b, 0 | 1 | 4 | 0x20 | 0x21);
    let highs = |skip: usize| sample.iter().skip(skip).step_by(2).filter(is_high).count();
    let zeros = |skip: usize| {
        sample
            .iter()
            .skip(skip)
            .step_by(2)
            .filter(|b| **b == 0)
            .count()
    };
    let enough = |n: usize| n * 100 >= pairs * 95;
    if enough(highs(1)) && zeros(1) > 0 && zeros(0) == 0 {
        return Some(Encoding::Utf16Le);
    }
    (enough(highs(0)) && zeros(0) > 0 && zeros(1) == 0).then_some(Encoding::Utf16Be)
}

/// Tells windows-1251 from windows-1250. Cyrillic words are made of high bytes
/// throughout; in Hungarian a few stand among ASCII letters.
fn detect_single_byte(bytes: &[u8]) -> Result<Encoding, FileError> {
    let (mut among_high, mut among_ascii) = (0_usize, 0_usize);
    let mut previous = b' ';
    for &b in bytes {
        match (previous >= 0xa8, b >= 0xa8) {
            (true, true) => among_high += 1,
            (true, false) if b.is_ascii_alphabetic() => among_ascii += 1,
            (false, true) if previous.is_ascii_alphabetic() => among_ascii += 1,
            _ => {}
        }
        previous = b;
    }
    let guess = statistical_guess(bytes);
    // Other Cyrillic encodings: what they hold would come out as other letters.
    if among_high > among_ascii
        && ["KOI8-U", "IBM866", "ISO-8859-5", "x-mac-cyrillic"].contains(&guess.name())
    {
        return Err(FileError::Encoding {
            encoding: guess.name(),
        });
    }
    Ok(match among_high.cmp(&among_ascii) {
        std::cmp::Ordering::Greater => Encoding::Windows1251,
        std::cmp::Ordering::Less => Encoding::Windows1250,
        std::cmp::Ordering::Equal if guess == WINDOWS_1251 => Encoding::Windows1251,
        std::cmp::Ordering::Equal => Encoding::Windows1250,
    })
}

/// What the letters' frequencies say, of the part where the text stops being ASCII.
fn statistical_guess(bytes: &[u8]) -> &'static encoding_rs::Encoding {
    const SAMPLE: usize = 128 * 1024;
    let first = bytes
        .iter()
        .position(|b| *b >= 0x80)
        .unwrap_or_default()
        .saturating_sub(64);
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    let sample = bytes.get(first..).unwrap_or_default();
    detector.feed(sample.get(..SAMPLE).unwrap_or(sample), true);
    detector.guess(None, Utf8Detection::Deny)
}

fn utf8(mut bytes: Vec<u8>, mark_len: usize) -> Result<String, FileError> {
    bytes.drain(..mark_len.min(bytes.len()));
    String::from_utf8(bytes).map_err(|error| {
        let at = error.utf8_error().valid_up_to();
        FileError::Malformed {
            line: line_at(error.as_bytes(), at),
            encoding: Encoding::Utf8.name(),
        }
    })
}

/// Decodes in pieces, so that the text needs no more room than it takes.
fn legacy(bytes: &[u8], encoding: Encoding) -> Result<String, FileError> {
    const PIECE: usize = 64 * 1024;
    let mut decoder = encoding.decoder();
    let mut text = String::new();
    let mut rest = bytes;
    loop {
        let (piece, after) = rest.split_at_checked(PIECE).unwrap_or((rest, &[]));
        let room = decoder.max_utf8_buffer_length_without_replacement(piece.len());
        text.reserve(room.unwrap_or(PIECE * 4));
        let last = after.is_empty();
        match decoder.decode_to_string_without_replacement(piece, &mut text, last) {
            (DecoderResult::InputEmpty, _) if last => return Ok(text),
            (DecoderResult::InputEmpty, _) => rest = after,
            (DecoderResult::OutputFull, read) => rest = rest.get(read..).unwrap_or_default(),
            (DecoderResult::Malformed(..), _) => {
                let line = line_at(text.as_bytes(), text.len());
                return Err(FileError::Malformed {
                    line,
                    encoding: encoding.name(),
                });
            }
        }
    }
}

/// The physical line of byte `at`, from 1.
fn line_at(bytes: &[u8], at: usize) -> u64 {
    let before = bytes.iter().take(at);
    let newlines = before.filter(|b| **b == b'\n').count();
    u64::try_from(newlines)
        .unwrap_or(u64::MAX)
        .saturating_add(1)
}

#[cfg(test)]
mod tests {
    use super::*;

    const RUSSIAN: &str = "имя;телефон\nЁлкина Анна;8 916 555 01 02\nЩукин Пётр;\n";
    const HUNGARIAN: &str = "név;telefon\nKovács Őrs;06 30 555 0142\nSzűcs Ödön;\n";

    fn windows(encoding: &'static encoding_rs::Encoding, text: &str) -> Vec<u8> {
        encoding.encode(text).0.into_owned()
    }

    fn utf16(text: &str, big_endian: bool, mark: bool) -> Vec<u8> {
        let mark = mark.then_some(0xfeff_u16);
        let to_bytes = |unit: u16| {
            if big_endian {
                unit.to_be_bytes()
            } else {
                unit.to_le_bytes()
            }
        };
        mark.into_iter()
            .chain(text.encode_utf16())
            .flat_map(to_bytes)
            .collect()
    }

    #[test]
    fn detects_every_encoding() {
        for text in [RUSSIAN, HUNGARIAN, "name,phone\nAnna,1\n"] {
            for (bytes, encoding) in [
                (text.as_bytes().to_vec(), Encoding::Utf8),
                (format!("\u{feff}{text}").into_bytes(), Encoding::Utf8),
                (utf16(text, false, true), Encoding::Utf16Le),
                (utf16(text, true, true), Encoding::Utf16Be),
                (utf16(text, false, false), Encoding::Utf16Le),
                (utf16(text, true, false), Encoding::Utf16Be),
            ] {
                let decoded = decode(bytes, None).unwrap();
                assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
            }
        }
        for (text, codec, encoding) in [
            (RUSSIAN, WINDOWS_1251, Encoding::Windows1251),
            (HUNGARIAN, WINDOWS_1250, Encoding::Windows1250),
            ("name\nЯна\n", WINDOWS_1251, Encoding::Windows1251),
            ("name\nŐze\n", WINDOWS_1250, Encoding::Windows1250),
            ("ИМЯ\nАННА\n", WINDOWS_1251, Encoding::Windows1251),
            ("name\nÁdám\n", WINDOWS_1250, Encoding::Windows1250),
        ] {
            let decoded = decode(windows(codec, text), None).unwrap();
            assert_eq!((decoded.text.as_str(), decoded.encoding), (text, encoding));
        }
    }

    #[test]
    fn an_encoding_far_into_the_file_is_still_seen() {
        let text = format!("name\n{}Ёлкина Анна\n", "Anna\n".repeat(200_000));
        let decoded = decode(windows(WINDOWS_1251, &text), None).unwrap();
        assert_eq!(decoded.encoding, Encoding::Windows1251);
        assert_eq!(decoded.text, text);
    }

    #[test]
    fn the_owner_may_choose_the_encoding() {
        let bytes = windows(WINDOWS_1251, "имя\nЯна\n");
        let decoded = decode(bytes.clone(), Some(Encoding::Windows1250)).unwrap();
        assert_eq!(decoded.encoding, Encoding::Windows1250);
        let error = decode(bytes, Some(Encoding::Utf8)).unwrap_err();
        assert_eq!(
            error,
            FileError::Malformed {
                line: 1,
                encoding: "UTF-8"
            }
        );
    }

    #[test]
    fn text_in_the_wrong_encoding_is_doubted() {
        let dos_hungarian = b"n\x82v;telefon\nKov\xa0cs P\x82ter;1\nSz\xfbcs \x99d\x94n;2\n";
        let noise: Vec<u8> = (0..4_000_u32)
            .map(|n| u8::try_from(n * 7_919 % 255 + 1).unwrap())
            .collect();
        let dos_russian = encoding_rs::IBM866.encode(RUSSIAN).0.into_owned();
        for (bytes, encoding) in [
            (dos_hungarian.to_vec(), None),
            (noise, None),
            (dos_russian, Some(Encoding::Windows1251)),
            (windows(WINDOWS_1251, RUSSIAN), Some(Encoding::Windows1250)),
            ("név\nKov\u{fffd}cs\n".as_bytes().to_vec(), None),
        ] {
            let decoded = decode(bytes, encoding).unwrap();
            // Cyrillic letters are as many letters in Latin: those the owner must see.
            let unseen = encoding == Some(Encoding::Windows1250);
            assert_eq!(decoded.doubtful, !unseen, "{}", decoded.text);
        }
        for (text, codec) in [
            (RUSSIAN, WINDOWS_1251),
            ("имя\nКафе «Ёлка» – №1, 5 °C…\nЇжак Є.\n", WINDOWS_1251),
            (HUNGARIAN, WINDOWS_1250),
            ("név\nO’Neill „Öcsi” – 5 €\nŁukasz\n", WINDOWS_1250),
        ] {
            assert!(
                !decode(windows(codec, text), None).unwrap().doubtful,
                "{text}"
            );
            assert!(
                !decode(text.as_bytes().to_vec(), None).unwrap().doubtful,
                "{text}"
            );
        }
    }

    #[test]
    fn refuses_what_is_not_text() {
        let koi8 = encoding_rs::KOI8_U.encode(RUSSIAN).0.into_owned();
        let dos = encoding_rs::IBM866.encode(RUSSIAN).0.into_owned();
        let odd = [&utf16("név\nŐ", false, true)[..], b"x"].concat();
        let mut cut = RUSSIAN.as_bytes().to_vec();
        cut.truncate(RUSSIAN.find("Пётр").unwrap() + 1);
        for (bytes, code, line) in [
            (vec![], "import_file_empty", None),
            (b"PK\x03\x04....".to_vec(), "import_file_not_text", None),
            (
                b"\xd0\xcf\x11\xe0....".to_vec(),
                "import_file_not_text",
                None,
            ),
            (b"name\nAn\0na\n".to_vec(), "import_file_nul_byte", Some(2)),
            (
                b"name\nAnna\n\0\0\0\0".to_vec(),
                "import_file_nul_byte",
                Some(3),
            ),
            (
                utf16("name\nAn\0na\n", false, true),
                "import_file_nul_byte",
                Some(2),
            ),
            (
                b"\xef\xbb\xbfname\nAnna\n\xff\n".to_vec(),
                "import_file_malformed",
                Some(3),
            ),
            (cut, "import_file_malformed", Some(3)),
            (odd, "import_file_malformed", Some(2)),
            (koi8, "import_file_encoding", None),
            (dos, "import_file_encoding", None),
        ] {
            let error = decode(bytes.clone(), None).expect_err(&format!("{bytes:?}"));
            assert_eq!((error.code(), error.line()), (code, line), "{error}");
        }
    }

    #[test]
    fn pieces_join_in_the_middle_of_a_character() {
        let text = format!("x{}", "ж€😀".repeat(30_000));
        assert_eq!(decode(utf16(&text, false, true), None).unwrap().text, text);
        assert_eq!(decode(utf16(&text, true, true), None).unwrap().text, text);
    }
}
