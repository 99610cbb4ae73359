//! CSV records out of text in memory, with the physical lines they stand on.
//!
//! Reads what RFC 4180 and spreadsheets write: cells in quotes may hold the
//! delimiter, line breaks and doubled quotes; lines end with LF, CR LF or CR;
//! empty lines are skipped. (The `csv` crate reads the same, and the tests hold
//! us to it, but it accepts a file that ends inside quotes, counts lines from
//! the skipped ones, and has no limit on the length of a record.)

use std::borrow::Cow;

use super::{FileError, export::without_apostrophe};

/// The longest record, in bytes of UTF-8. A whole file in one line is refused
/// after this many bytes.
pub const MAX_RECORD_BYTES: usize = 1024 * 1024;

/// The most cells in a record.
pub const MAX_CELLS: usize = 1_000;

/// One record: its cells, and where it stands in the file. Made once, filled by
/// [`Records::read`] again and again.
#[derive(Debug, Default, Clone, PartialEq, Eq)]
pub struct Record<'t> {
    /// The cells, unquoted.
    pub cells: Vec<Cow<'t, str>>,
    /// The physical line on which it starts, from 1.
    pub line: u64,
    /// Something follows a closing quote: probably a quote is missing or extra,
    /// and cells or lines ran together.
    pub stray_quote: bool,
}

impl Record<'_> {
    /// The text of the cell in column `index`; empty when there is none.
    #[must_use]
    pub fn cell(&self, index: usize) -> &str {
        self.cells.get(index).map_or("", |cell| cell.as_ref())
    }

    /// Whether no cell holds anything, as in the ";;;" that spreadsheets leave. A
    /// tab behind the apostrophe that our own export puts there is nothing too.
    #[must_use]
    pub fn is_blank(&self) -> bool {
        self.cells
            .iter()
            .all(|cell| without_apostrophe(cell).trim().is_empty())
    }
}

/// Reads records one after another.
#[derive(Debug, Clone)]
pub struct Records<'t> {
    text: &'t str,
    delimiter: u8,
    /// The byte offset of what comes next.
    at: usize,
    /// The physical line of what comes next, from 1.
    line: u64,
}

impl<'t> Records<'t> {
    /// Reads `text` from byte offset `at`, which stands on physical line `line`.
    #[must_use]
    pub fn new(text: &'t str, delimiter: u8, at: usize, line: u64) -> Self {
        Self {
            text,
            delimiter,
            at,
            line,
        }
    }

    /// The byte offset and the physical line of what comes next.
    #[must_use]
    pub fn position(&self) -> (usize, u64) {
        (self.at, self.line)
    }

    /// Fills `record` with the next record; false when there is none.
    ///
    /// # Errors
    /// [`FileError::UnclosedQuote`], [`FileError::RecordTooLong`] and
    /// [`FileError::TooManyColumns`]; don't read on after one.
    pub fn read(&mut self, record: &mut Record<'t>) -> Result<bool, FileError> {
        while let Some(length) = self.line_break(self.at) {
            self.at += length;
            self.line += 1;
        }
        record.cells.clear();
        record.stray_quote = false;
        record.line = self.line;
        let start = self.at;
        if start >= self.text.len() {
            return Ok(false);
        }
        loop {
            let cell = self.read_cell(record, start)?;
            record.cells.push(cell);
            if self.byte(self.at) == Some(self.delimiter) {
                self.at += 1;
            } else {
                if let Some(length) = self.line_break(self.at) {
                    self.at += length;
                    self.line += 1;
                }
                return Ok(true);
            }
            if record.cells.len() >= MAX_CELLS {
                return Err(FileError::TooManyColumns {
                    line: record.line,
                    max: MAX_CELLS,
                });
            }
        }
    }

    /// Reads one cell and stops at the delimiter, line break or end after it.
    fn read_cell(
        &mut self,
        record: &mut Record<'t>,
        start: usize,
    ) -> Result<Cow<'t, str>, FileError> {
        if self.byte(self.at) == Some(b'"') {
            self.read_quoted(record, start)
        } else {
            self.read_plain(record, start).map(Cow::Borrowed)
        }
    }

    fn read_plain(&mut self, record: &Record<'t>, start: usize) -> Result<&'t str, FileError> {
        let delimiter = self.delimiter;
        let rest = self.bytes_from(self.at, start);
        let end = |b: &u8| *b == delimiter || *b == b'\n' || *b == b'\r';
        let length = rest.iter().position(end).unwrap_or(rest.len());
        let cell = self.text.get(self.at..self.at + length).unwrap_or_default();
        self.at += length;
        self.check_length(record, start)?;
        Ok(cell)
    }

    fn read_quoted(
        &mut self,
        record: &mut Record<'t>,
        start: usize,
    ) -> Result<Cow<'t, str>, FileError> {
        let quote_line = self.line;
        let unclosed = FileError::UnclosedQuote { line: quote_line };
        self.at += 1;
        let mut cell = Cow::Borrowed("");
        loop {
            let rest = self.bytes_from(self.at, start);
            let Some(length) = rest.iter().position(|b| *b == b'"') else {
                return Err(unclosed);
            };
            let part = self.text.get(self.at..self.at + length).unwrap_or_default();
            self.line += count_lines(part);
            append(&mut cell, part);
            self.at += length + 1;
            if self.byte(self.at) != Some(b'"') {
                break;
            }
            // The second of two quotes is one quote of text.
            append(&mut cell, "\"");
            self.at += 1;
        }
        let after = self.read_plain(record, start)?;
        if !after.is_empty() {
            // Spaces before the delimiter are harmless.
            record.stray_quote |= !after.trim().is_empty();
            append(&mut cell, after);
        }
        Ok(cell)
    }

    /// What is left from `at`, but no more than the record that began at `start`
    /// may still have, and a byte to exceed it.
    fn bytes_from(&self, at: usize, start: usize) -> &'t [u8] {
        let bytes = self.text.as_bytes();
        let end = bytes.len().min(start + MAX_RECORD_BYTES + 1);
        bytes.get(at..end).unwrap_or_default()
    }

    fn check_length(&self, record: &Record<'t>, start: usize) -> Result<(), FileError> {
        if self.at - start > MAX_RECORD_BYTES {
            let max_kib = MAX_RECORD_BYTES / 1024;
            return Err(FileError::RecordTooLong {
                line: record.line,
                max_kib,
            });
        }
        Ok(())
    }

    fn byte(&self, at: usize) -> Option<u8> {
        self.text.as_bytes().get(at).copied()
    }

    /// The length of the line break at `at`, if there is one.
    fn line_break(&self, at: usize) -> Option<usize> {
        match (self.byte(at)?, self.byte(at + 1)) {
            (b'\r', Some(b'\n')) => Some(2),
            (b'\r' | b'\n', _) => Some(1),
            _ => None,
        }
    }
}

/// The line breaks in `text`, each CR LF counted once.
fn count_lines(text: &str) -> u64 {
    let mut lines = 0;
    let mut after_cr = false;
    for b in text.bytes() {
        lines += u64::from(b == b'\r' || (b == b'\n' && !after_cr));
        after_cr = b == b'\r';
    }
    lines
}

/// Appends without copying as long as only one part holds text.
fn append<'t>(cell: &mut Cow<'t, str>, part: &'t str) {
    if cell.is_empty() {
        *cell = Cow::Borrowed(part);
    } else if !part.is_empty() {
        cell.to_mut().push_str(part);
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn read_all(text: &str, delimiter: u8) -> Result<Vec<(u64, Vec<String>)>, FileError> {
        let mut records = Records::new(text, delimiter, 0, 1);
        let mut record = Record::default();
        let mut all = Vec::new();
        while records.read(&mut record)? {
            all.push((
                record.line,
                record.cells.iter().map(|c| c.to_string()).collect(),
            ));
        }
        Ok(all)
    }

    fn cells(text: &str) -> Vec<(u64, Vec<String>)> {
        read_all(text, b',').unwrap()
    }

    fn row(line: u64, cells: &[&str]) -> (u64, Vec<String>) {
        (line, cells.iter().map(|c| (*c).to_owned()).collect())
    }

    #[test]
    fn reads_cells_and_physical_lines() {
        for (text, rows) in [
            ("", vec![]),
            ("\n\n", vec![]),
            ("a,b\nc,d\n", vec![row(1, &["a", "b"]), row(2, &["c", "d"])]),
            ("a,b\r\nc,d", vec![row(1, &["a", "b"]), row(2, &["c", "d"])]),
            (
                "a\rb\r\rc",
                vec![row(1, &["a"]), row(2, &["b"]), row(4, &["c"])],
            ),
            ("a\n\n\nb", vec![row(1, &["a"]), row(4, &["b"])]),
            (",\n", vec![row(1, &["", ""])]),
            ("a,", vec![row(1, &["a", ""])]),
            ("\"a,b\",c", vec![row(1, &["a,b", "c"])]),
            ("\"a\"\"b\"\"\",c", vec![row(1, &["a\"b\"", "c"])]),
            ("\"\",\"\"\"\"", vec![row(1, &["", "\""])]),
            (
                "\"a\r\nb\n\",c\nd",
                vec![row(1, &["a\r\nb\n", "c"]), row(4, &["d"])],
            ),
            ("a \"b\" c,d", vec![row(1, &["a \"b\" c", "d"])]),
        ] {
            assert_eq!(cells(text), rows, "{text:?}");
        }
        assert_eq!(read_all("a;b,c", b';').unwrap(), [row(1, &["a", "b,c"])]);
    }

    #[test]
    fn an_unclosed_quote_names_the_line_where_it_opened() {
        for (text, line) in [("a,\"b\nc\nd", 1), ("a\nb\n\"c\nd\n\n", 3), ("\"", 1)] {
            assert_eq!(
                read_all(text, b','),
                Err(FileError::UnclosedQuote { line }),
                "{text:?}"
            );
        }
    }

    #[test]
    fn text_after_a_closing_quote_is_marked() {
        let mut record = Record::default();
        for (text, stray) in [
            ("\"a\"b,c", true),
            ("\"a\" ,c", false),
            ("\"a\"\"b\",c", false),
        ] {
            assert!(Records::new(text, b',', 0, 1).read(&mut record).unwrap());
            assert_eq!(record.stray_quote, stray, "{text:?}");
        }
    }

    #[test]
    fn endless_records_are_refused_at_the_limit() {
        let long = "x".repeat(MAX_RECORD_BYTES);
        assert_eq!(cells(&long).len(), 1, "exactly at the limit");
        let file = format!("a\nb,{long}");
        let too_long = FileError::RecordTooLong {
            line: 2,
            max_kib: 1024,
        };
        assert_eq!(read_all(&file, b','), Err(too_long));
        let quoted = format!("a\n\"{long}{long}\"");
        assert_eq!(
            read_all(&quoted, b','),
            Err(FileError::UnclosedQuote { line: 2 })
        );
        let wide = ",".repeat(MAX_CELLS);
        assert_eq!(
            read_all(&wide, b','),
            Err(FileError::TooManyColumns {
                line: 1,
                max: MAX_CELLS
            })
        );
    }

    proptest! {
        #[test]
        fn agrees_with_the_csv_crate(text in "[ab,;\"\r\n é]{0,60}") {
            let mut reader = csv::ReaderBuilder::new()
                .has_headers(false)
                .flexible(true)
                .from_reader(text.as_bytes());
            let theirs: Vec<Vec<String>> = reader
                .records()
                .map(|r| r.unwrap().iter().map(str::to_owned).collect())
                .collect();
            if let Ok(ours) = read_all(&text, b',') {
                let ours: Vec<Vec<String>> = ours.into_iter().map(|(_, cells)| cells).collect();
                prop_assert_eq!(ours, theirs);
            }
        }
    }
}
