//! From a file's bytes to a [`Table`]: delimiter, `sep=` line and header found,
//! and every record read once, so that no surprise is left in the file.

use super::columns::{self, Kind};
use super::decode::{self, Encoding};
use super::preview::Warning;
use super::records::{Record, Records};
use super::{FileError, checks};
use crate::{date_input, phone};

/// The delimiters that are looked for, the likeliest first.
const DELIMITERS: [u8; 3] = *b",;\t";

/// How many records decide about the delimiter.
const SAMPLE_RECORDS: usize = 50;

/// What the owner decided instead of the detection.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct OpenOptions {
    /// The encoding; a byte-order mark in the file still wins.
    pub encoding: Option<Encoding>,
    /// The delimiter.
    pub delimiter: Option<u8>,
    /// Whether the first record is a header.
    pub has_header: Option<bool>,
}

/// A CSV file in memory, found sound as a whole.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Table {
    text: String,
    encoding: Encoding,
    doubtful: bool,
    delimiter: u8,
    has_header: bool,
    headers: Vec<String>,
    rows: u64,
    bytes: usize,
    /// The byte offset and the physical line of the first row.
    body: (usize, u64),
}

impl Table {
    /// Opens a file: takes its bytes, keeps its text.
    ///
    /// # Errors
    /// Every [`FileError`] but those about columns.
    pub fn open(bytes: Vec<u8>, options: &OpenOptions) -> Result<Self, FileError> {
        let byte_count = bytes.len();
        let decoded = decode::decode(bytes, options.encoding)?;
        let text = decoded.text;
        let (told, start) = sep_line(&text);
        let start_line = if start > 0 { 2 } else { 1 };
        let delimiter = match options.delimiter.or(told) {
            Some(delimiter) => delimiter,
            None => find_delimiter(&text, start),
        };
        let mut records = Records::new(&text, delimiter, start, start_line);
        let mut first = Record::default();
        if !records.read(&mut first)? {
            return Err(FileError::Empty);
        }
        let has_header = options.has_header.unwrap_or_else(|| is_header(&first));
        let headers = match has_header {
            true => first
                .cells
                .iter()
                .map(|cell| cell.trim().to_owned())
                .collect(),
            false => (1..=first.cells.len())
                .map(|n| format!("column {n}"))
                .collect(),
        };
        let body = if has_header {
            records.position()
        } else {
            (start, start_line)
        };
        let rows = count_rows(Records::new(&text, delimiter, body.0, body.1))?;
        if rows == 0 {
            return Err(FileError::Empty);
        }
        Ok(Self {
            encoding: decoded.encoding,
            doubtful: decoded.doubtful,
            delimiter,
            has_header,
            headers,
            rows,
            bytes: byte_count,
            body,
            text,
        })
    }

    /// The encoding the file is in.
    #[must_use]
    pub fn encoding(&self) -> Encoding {
        self.encoding
    }

    /// What the owner should look at before importing.
    #[must_use]
    pub fn warnings(&self) -> Vec<Warning> {
        let doubtful = self.doubtful.then_some(Warning::EncodingDoubtful);
        doubtful.into_iter().collect()
    }

    /// The byte between cells.
    #[must_use]
    pub fn delimiter(&self) -> u8 {
        self.delimiter
    }

    /// Whether the first record names the columns.
    #[must_use]
    pub fn has_header(&self) -> bool {
        self.has_header
    }

    /// The columns' names, trimmed; "column 1" … when the file has no header.
    #[must_use]
    pub fn headers(&self) -> &[String] {
        &self.headers
    }

    /// The number of rows, blank ones not counted: every import's total.
    #[must_use]
    pub fn rows(&self) -> u64 {
        self.rows
    }

    /// The size of the file, in bytes.
    #[must_use]
    pub fn bytes(&self) -> usize {
        self.bytes
    }

    /// What the file seems to hold, by its headers.
    #[must_use]
    pub fn kind_guess(&self) -> Kind {
        columns::guess_kind(&self.headers)
    }

    /// Reads the rows' records from the first on, blank ones too.
    #[must_use]
    pub fn records(&self) -> Records<'_> {
        Records::new(&self.text, self.delimiter, self.body.0, self.body.1)
    }
}

/// Reads to the end: finds what spoils the file, and how many rows it has.
fn count_rows(mut records: Records<'_>) -> Result<u64, FileError> {
    let mut record = Record::default();
    let mut rows = 0;
    while records.read(&mut record)? {
        rows += u64::from(!record.is_blank());
    }
    Ok(rows)
}

/// Excel's first line "sep=;": the delimiter it tells, and where the rest starts.
fn sep_line(text: &str) -> (Option<u8>, usize) {
    let line = text.split(['\n', '\r']).next().unwrap_or_default();
    let bare = line.trim_matches(['"', ' ']);
    let told = match bare.as_bytes() {
        [s, e, p, b'=', delimiter] if [*s, *e, *p].eq_ignore_ascii_case(b"sep") => *delimiter,
        _ => return (None, 0),
    };
    let rest = text.get(line.len()..).unwrap_or_default();
    let line_break = if rest.starts_with("\r\n") {
        2
    } else {
        rest.len().min(1)
    };
    (Some(told), line.len() + line_break)
}

/// The delimiter by which most of the first records have as many cells as the
/// first; known headers count most.
fn find_delimiter(text: &str, start: usize) -> u8 {
    let score = |delimiter: u8| {
        let mut records = Records::new(text, delimiter, start, 1);
        let mut record = Record::default();
        let (mut width, mut same, mut read, mut known) = (0, 0, 0, 0);
        while read < SAMPLE_RECORDS && matches!(records.read(&mut record), Ok(true)) {
            if read == 0 {
                width = record.cells.len();
                known = columns::known_headers(&record.cells);
            }
            same += usize::from(record.cells.len() == width);
            read += 1;
        }
        let regular = (same * 100).checked_div(read).unwrap_or(0);
        if width < 2 {
            (0, 0, 0)
        } else {
            (known, regular, width)
        }
    };
    let mut best = (b',', (0, 0, 0));
    for delimiter in DELIMITERS {
        let scored = (delimiter, score(delimiter));
        if scored.1 > best.1 {
            best = scored;
        }
    }
    best.0
}

/// A header has a name that is known, or at least nothing that looks like data.
fn is_header(first: &Record<'_>) -> bool {
    if columns::known_headers(&first.cells) > 0 {
        return true;
    }
    !first.is_blank() && !first.cells.iter().any(|cell| is_data(cell.trim()))
}

/// Dates, numbers, phones and addresses don't head a column.
fn is_data(cell: &str) -> bool {
    let digits = cell.bytes().filter(u8::is_ascii_digit).count();
    digits * 2 > cell.chars().count()
        || phone::is_scientific(cell)
        || checks::email_ok(cell)
        || !matches!(
            date_input::parse_date(cell, None),
            Err(date_input::DateError::NotADate | date_input::DateError::Empty)
        )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn open(text: &str) -> Table {
        Table::open(text.as_bytes().to_vec(), &OpenOptions::default()).unwrap()
    }

    #[test]
    fn finds_the_delimiter() {
        for (text, delimiter) in [
            ("name,phone\nAnna,1\n", b','),
            ("name;phone\nAnna;1\n", b';'),
            ("name\tphone\nAnna\t1\n", b'\t'),
            // Decimal commas and commas in names don't mislead.
            (
                "member;at;amount\n1;2026-11-21;12,50\n2;2026-11-21;1,00\n",
                b';',
            ),
            ("\"Kovács, Anna\";06 1 555 0142\n\"Nagy, Éva\";\n", b';'),
            ("a;b;c\n1,5;2,5;3,5\n", b';'),
            ("name\nAnna\n", b','),
            ("sep=;\nname;phone, home\nAnna;1\n", b';'),
            ("SEP=\t\r\nname\tphone\r\nAnna\t1\r\n", b'\t'),
            ("\"sep=;\"\nname;phone\nAnna;1\n", b';'),
            ("sep=|\nname|phone\nAnna|1\n", b'|'),
        ] {
            let table = open(text);
            assert_eq!(table.delimiter(), delimiter, "{text:?}");
            assert_eq!(
                table.headers().len(),
                if text.starts_with("name\n") {
                    1
                } else {
                    table.headers().len().max(2)
                },
                "{text:?}"
            );
        }
    }

    #[test]
    fn finds_the_header() {
        for (text, header) in [
            ("name,phone\nAnna,1\n", true),
            ("Foo,Bar\nAnna,1\n", true),
            ("Anna,06 30 555 0142\n", false),
            ("0001,1997-01-01,29.33\n", false),
            ("Anna,anna@example.com\n", false),
            ("Név;Születésnap\nAnna;05-12\n", true),
        ] {
            assert_eq!(open(text).has_header(), header, "{text:?}");
        }
        let table = open("0001,1997-01-01\n0002,1997-01-01\n");
        assert_eq!(table.headers(), ["column 1", "column 2"]);
        assert_eq!(table.rows(), 2);
    }

    #[test]
    fn the_owner_may_decide() {
        let options = OpenOptions {
            delimiter: Some(b';'),
            has_header: Some(false),
            encoding: Some(Encoding::Utf8),
        };
        let table = Table::open(b"name,phone;x\n".to_vec(), &options).unwrap();
        assert_eq!(
            (table.delimiter(), table.has_header(), table.rows()),
            (b';', false, 1)
        );
    }

    #[test]
    fn physical_lines_survive_the_sep_line_and_the_header() {
        let table = open("sep=,\nname,\"pho\nne\"\n\nAnna,1\n");
        let mut record = Record::default();
        assert!(table.records().read(&mut record).unwrap());
        assert_eq!((record.line, record.cell(0)), (5, "Anna"));
    }

    #[test]
    fn a_file_without_rows_is_empty() {
        for text in ["\n\n", "name,phone\n", "sep=;\n", "name,phone\n,\n , \n"] {
            let error = Table::open(text.as_bytes().to_vec(), &OpenOptions::default());
            assert_eq!(error, Err(FileError::Empty), "{text:?}");
        }
    }
}
