//! Members and visits in and out of the shop as CSV files.
//!
//! The way in, all without a database: bytes → [`decode`] (what encoding, is it
//! text at all) → [`records`] (cells and physical lines) → [`Table`] (delimiter,
//! header) → [`columns`] (which column is what) → [`rows`] (typed rows, or
//! [`Rejected`] with a reason). [`Table::open`] reads the whole file once, so
//! everything that spoils a file as a whole is a [`FileError`] before the first
//! row comes out; afterwards one bad row never stops the next.
//!
//! The way out: [`export`], in which no cell can become a formula.

pub mod checks;
pub mod columns;
pub mod decode;
pub mod export;
mod headers;
pub mod preview;
pub mod records;
pub mod rows;
pub mod sniff;

pub use checks::ean13_ok;
pub use columns::{Field, Kind, Mapping};
pub use decode::Encoding;
pub use export::{CsvWriter, Format, RejectsWriter};
pub use preview::{Preview, Warning};
pub use rows::{Context, MemberRow, Members, Rejected, VisitRow, Visits};
pub use sniff::{OpenOptions, Table};

/// The largest file that is read, in bytes.
pub const MAX_FILE_BYTES: usize = 512 * 1024 * 1024;

/// Why a file can't be imported at all.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum FileError {
    /// No rows: nothing, or only a header.
    #[error("the file is empty")]
    Empty,
    /// Larger than [`MAX_FILE_BYTES`].
    #[error("the file is larger than {max_mib} MiB")]
    TooLarge {
        /// The limit, in MiB.
        max_mib: usize,
    },
    /// A workbook, PDF or archive, not a text file.
    #[error("a {what} file, not CSV")]
    NotText {
        /// "Excel", "PDF" …
        what: &'static str,
    },
    /// A NUL byte in what is not UTF-16.
    #[error("a NUL byte on line {line}")]
    NulByte {
        /// Its physical line, from 1.
        line: u64,
    },
    /// Bytes that the encoding doesn't have.
    #[error("line {line} is not valid {encoding}")]
    Malformed {
        /// The physical line of the first such byte, from 1.
        line: u64,
        /// The encoding's name.
        encoding: &'static str,
    },
    /// Text in an encoding that is known, but not supported.
    #[error("the encoding {encoding} is not supported")]
    Encoding {
        /// The encoding's name.
        encoding: &'static str,
    },
    /// A quote that is never closed.
    #[error("a quote that is opened on line {line} is never closed")]
    UnclosedQuote {
        /// The physical line of the opening quote, from 1.
        line: u64,
    },
    /// A record above [`records::MAX_RECORD_BYTES`].
    #[error("line {line} is longer than {max_kib} KiB")]
    RecordTooLong {
        /// The physical line where the record starts, from 1.
        line: u64,
        /// The limit, in KiB.
        max_kib: usize,
    },
    /// A record with more than [`records::MAX_CELLS`] cells.
    #[error("line {line} has more than {max} columns")]
    TooManyColumns {
        /// The physical line where the record starts, from 1.
        line: u64,
        /// The limit.
        max: usize,
    },
    /// No column for something that every row needs.
    #[error("no column for {missing:?}")]
    MissingColumns {
        /// What is missing. For members, name and phone: one of them is needed.
        missing: Vec<Field>,
        /// The headers that were found.
        found: Vec<String>,
    },
    /// A mapping that gives two columns the same meaning, or names no column.
    #[error("two columns for {field:?}, or no such column")]
    BadMapping {
        /// The field in question.
        field: Field,
    },
}

impl FileError {
    /// The stable code, `import_file_…`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "import_file_empty",
            Self::TooLarge { .. } => "import_file_too_large",
            Self::NotText { .. } => "import_file_not_text",
            Self::NulByte { .. } => "import_file_nul_byte",
            Self::Malformed { .. } => "import_file_malformed",
            Self::Encoding { .. } => "import_file_encoding",
            Self::UnclosedQuote { .. } => "import_file_unclosed_quote",
            Self::RecordTooLong { .. } => "import_file_record_too_long",
            Self::TooManyColumns { .. } => "import_file_too_many_columns",
            Self::MissingColumns { .. } => "import_file_missing_columns",
            Self::BadMapping { .. } => "import_file_bad_mapping",
        }
    }

    /// The Fluent message in `import.ftl` that says it to a person.
    #[must_use]
    pub fn message_key(&self) -> String {
        self.code().replace('_', "-")
    }

    /// The variables of that message.
    #[must_use]
    pub fn args(&self) -> Vec<(&'static str, String)> {
        match self {
            Self::Empty => Vec::new(),
            Self::TooLarge { max_mib } => vec![("max", max_mib.to_string())],
            Self::NotText { what } => vec![("what", (*what).to_owned())],
            Self::NulByte { line } | Self::UnclosedQuote { line } => {
                vec![("line", line.to_string())]
            }
            Self::Malformed { line, encoding } => {
                vec![
                    ("line", line.to_string()),
                    ("encoding", (*encoding).to_owned()),
                ]
            }
            Self::Encoding { encoding } => vec![("encoding", (*encoding).to_owned())],
            Self::RecordTooLong { line, max_kib } => {
                vec![("line", line.to_string()), ("max", max_kib.to_string())]
            }
            Self::TooManyColumns { line, max } => {
                vec![("line", line.to_string()), ("max", max.to_string())]
            }
            Self::MissingColumns { missing, found } => {
                let missing: Vec<_> = missing.iter().map(|field| field.name()).collect();
                vec![("missing", missing.join(", ")), ("found", found.join(", "))]
            }
            Self::BadMapping { field } => vec![("column", field.name().to_owned())],
        }
    }

    /// The physical line the error is about, if it is about one.
    #[must_use]
    pub fn line(&self) -> Option<u64> {
        match self {
            Self::NulByte { line }
            | Self::Malformed { line, .. }
            | Self::UnclosedQuote { line }
            | Self::RecordTooLong { line, .. }
            | Self::TooManyColumns { line, .. } => Some(*line),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests;
