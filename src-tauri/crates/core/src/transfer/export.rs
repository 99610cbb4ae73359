//! Writing CSV that any spreadsheet opens and none runs.

use std::io::{self, Write};

use super::Rejected;

/// How a file is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Format {
    /// Between cells: `b','`, `b';'` or a tab.
    pub delimiter: u8,
    /// Whether the file starts with a byte-order mark, by which Excel knows UTF-8.
    pub bom: bool,
}

impl Format {
    /// What the spreadsheets of a locale expect: a semicolon where the comma is
    /// the decimal mark, and the byte-order mark.
    #[must_use]
    pub fn for_locale(locale: &str) -> Self {
        let delimiter = match locale.split(['-', '_']).next() {
            Some("ru" | "hu") => b';',
            _ => b',',
        };
        Self {
            delimiter,
            bom: true,
        }
    }
}

/// One cell to write.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Cell<'a> {
    /// Anything that people or files brought in: made harmless when needed.
    Text(&'a str),
    /// A number or date of our own making, such as "-5.00": written as it is.
    Own(&'a str),
}

/// Writes CSV records, ended by CR LF.
///
/// A [`Cell::Text`] that starts with = + - @ TAB CR or LF gets an apostrophe in
/// front and quotes around, so that no spreadsheet takes it for a formula; our
/// own import takes that apostrophe off again.
#[derive(Debug)]
pub struct CsvWriter<W: Write> {
    out: W,
    format: Format,
    line: String,
}

impl<W: Write> CsvWriter<W> {
    /// Starts a file. Wrap `out` in a `BufWriter` if it isn't memory.
    ///
    /// # Errors
    /// Whatever `out` refuses.
    pub fn new(mut out: W, format: Format) -> io::Result<Self> {
        if format.bom {
            out.write_all("\u{feff}".as_bytes())?;
        }
        Ok(Self {
            out,
            format,
            line: String::new(),
        })
    }

    /// Writes one record.
    ///
    /// # Errors
    /// Whatever `out` refuses.
    pub fn row<'a>(&mut self, cells: impl IntoIterator<Item = Cell<'a>>) -> io::Result<()> {
        self.line.clear();
        let mut count = 0;
        for cell in cells {
            if count > 0 {
                self.line.push(char::from(self.format.delimiter));
            }
            count += 1;
            self.push(cell);
        }
        if count == 1 && self.line.is_empty() {
            // An empty line would be no record at all.
            self.line.push_str("\"\"");
        }
        self.line.push_str("\r\n");
        self.out.write_all(self.line.as_bytes())
    }

    /// Writes one record of texts, such as a header.
    ///
    /// # Errors
    /// Whatever `out` refuses.
    pub fn texts<'a>(&mut self, cells: impl IntoIterator<Item = &'a str>) -> io::Result<()> {
        self.row(cells.into_iter().map(Cell::Text))
    }

    /// Flushes and gives `out` back.
    ///
    /// # Errors
    /// Whatever `out` refuses.
    pub fn finish(mut self) -> io::Result<W> {
        self.out.flush()?;
        Ok(self.out)
    }

    fn push(&mut self, cell: Cell<'_>) {
        let (text, defused) = match cell {
            Cell::Text(text) => (text, needs_apostrophe(text)),
            Cell::Own(text) => (text, false),
        };
        let delimiter = char::from(self.format.delimiter);
        let quoted = defused
            || text.starts_with(' ')
            || text.ends_with(' ')
            || text.contains(['"', ',', ';', '\t', '\n', '\r', delimiter]);
        if !quoted {
            self.line.push_str(text);
            return;
        }
        self.line.push('"');
        if defused {
            self.line.push('\'');
        }
        for c in text.chars() {
            if c == '"' {
                self.line.push('"');
            }
            self.line.push(c);
        }
        self.line.push('"');
    }
}

/// Whether a spreadsheet could take `text` for a formula. So could it take what
/// looks like our own apostrophe before one: that gets another.
fn needs_apostrophe(text: &str) -> bool {
    text.trim_start_matches('\'')
        .starts_with(['=', '+', '-', '@', '\t', '\r', '\n'])
}

/// Takes off the apostrophe that [`CsvWriter`] put before a dangerous cell.
#[must_use]
pub fn without_apostrophe(text: &str) -> &str {
    text.strip_prefix('\'')
        .filter(|_| needs_apostrophe(text))
        .unwrap_or(text)
}

/// Writes the rows that an import refused: their original cells under the
/// original header, then line, code and reason. The file can be corrected and
/// imported again.
#[derive(Debug)]
pub struct RejectsWriter<W: Write> {
    csv: CsvWriter<W>,
    columns: usize,
}

impl<W: Write> RejectsWriter<W> {
    /// Starts the file with the header of the file that was imported.
    ///
    /// # Errors
    /// Whatever `out` refuses.
    pub fn new(out: W, headers: &[String], format: Format) -> io::Result<Self> {
        let mut csv = CsvWriter::new(out, format)?;
        let ours = ["line", "code", "reason"];
        csv.texts(headers.iter().map(String::as_str).chain(ours))?;
        Ok(Self {
            csv,
            columns: headers.len(),
        })
    }

    /// Writes one refused row; `reason` is for people, in their language.
    ///
    /// A row with more cells than the header keeps them all, joined in its last
    /// column, so that line, code and reason stay under their headers.
    ///
    /// # Errors
    /// Whatever `out` refuses.
    pub fn push(&mut self, rejected: &Rejected, reason: &str) -> io::Result<()> {
        let mut cells: Vec<String> = rejected.raw.iter().take(self.columns).cloned().collect();
        cells.resize(self.columns, String::new());
        if let Some(last) = cells.last_mut() {
            for extra in rejected.raw.iter().skip(self.columns) {
                last.push_str(" | ");
                last.push_str(extra);
            }
        }
        let line = rejected.line.to_string();
        let ours = [
            Cell::Own(&line),
            Cell::Own(rejected.code),
            Cell::Text(reason),
        ];
        self.csv
            .row(cells.iter().map(|cell| Cell::Text(cell)).chain(ours))
    }

    /// Flushes and gives `out` back.
    ///
    /// # Errors
    /// Whatever `out` refuses.
    pub fn finish(self) -> io::Result<W> {
        self.csv.finish()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(format: Format, cells: &[Cell<'_>]) -> String {
        let mut csv = CsvWriter::new(Vec::new(), format).unwrap();
        csv.row(cells.iter().copied()).unwrap();
        String::from_utf8(csv.finish().unwrap()).unwrap()
    }

    const COMMA: Format = Format {
        delimiter: b',',
        bom: false,
    };

    #[test]
    fn no_cell_becomes_a_formula() {
        for (text, cell) in [
            ("=cmd|' /C calc'!A0", "\"'=cmd|' /C calc'!A0\""),
            ("+36305550142", "\"'+36305550142\""),
            ("-1", "\"'-1\""),
            ("@SUM(A1)", "\"'@SUM(A1)\""),
            ("\t=1", "\"'\t=1\""),
            ("\r=1", "\"'\r=1\""),
            ("'=1", "\"''=1\""),
            ("=\"x\"", "\"'=\"\"x\"\"\""),
        ] {
            assert_eq!(
                written(COMMA, &[Cell::Text(text)]),
                format!("{cell}\r\n"),
                "{text:?}"
            );
            let escaped = format!("'{text}");
            assert_eq!(without_apostrophe(&escaped), text);
        }
        assert_eq!(written(COMMA, &[Cell::Own("-5.00")]), "-5.00\r\n");
        assert_eq!(without_apostrophe("'t Hooft"), "'t Hooft");
    }

    #[test]
    fn quotes_what_needs_it() {
        let cells = [
            Cell::Text("a,b"),
            Cell::Text("c\"d"),
            Cell::Text("e\nf"),
            Cell::Text("g h"),
        ];
        assert_eq!(
            written(COMMA, &cells),
            "\"a,b\",\"c\"\"d\",\"e\nf\",g h\r\n"
        );
        assert_eq!(written(COMMA, &[Cell::Text("")]), "\"\"\r\n");
        let hungarian = written(
            Format::for_locale("hu"),
            &[Cell::Text("ő"), Cell::Own("12,50")],
        );
        assert_eq!(hungarian, "\u{feff}ő;\"12,50\"\r\n");
    }

    #[test]
    fn rejects_keep_the_original_cells_and_say_why() {
        let headers = ["name".to_owned(), "phone".to_owned()];
        let mut rejects = RejectsWriter::new(Vec::new(), &headers, COMMA).unwrap();
        let mut row = Rejected {
            line: 7,
            code: "phone_rounded",
            field: Some("phone"),
            column: Some("phone".to_owned()),
            value: "7,9E+10".to_owned(),
            max: None,
            raw: vec!["=Anna".to_owned(), "7,9E+10".to_owned()],
        };
        rejects.push(&row, "Rounded").unwrap();
        row.raw = vec!["a".to_owned(), "b".to_owned(), "c".to_owned()];
        rejects.push(&row, "Too many").unwrap();
        row.raw = vec!["a".to_owned()];
        rejects.push(&row, "Too few").unwrap();
        let text = String::from_utf8(rejects.finish().unwrap()).unwrap();
        assert_eq!(
            text,
            "name,phone,line,code,reason\r\n\
             \"'=Anna\",\"7,9E+10\",7,phone_rounded,Rounded\r\n\
             a,b | c,7,phone_rounded,Too many\r\n\
             a,,7,phone_rounded,Too few\r\n"
        );
    }
}
