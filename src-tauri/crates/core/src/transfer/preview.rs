//! What the owner sees of a file before it is imported.

use super::columns::{self, Field, Kind};
use super::decode::Encoding;
use super::records::Record;
use super::sniff::Table;

/// How many rows a preview shows.
const SAMPLE_ROWS: usize = 20;
/// How much of a cell a preview shows, in characters.
const SAMPLE_CHARS: usize = 200;

/// What may be wrong with a file that can be imported.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ImportWarning"))]
#[serde(rename_all = "snake_case")]
pub enum Warning {
    /// It does not read like text of the encoding it seems to be in.
    EncodingDoubtful,
}

impl Warning {
    /// The stable code; its text is `import-warning-<code>`.
    #[must_use]
    pub fn code(self) -> &'static str {
        match self {
            Self::EncodingDoubtful => "encoding_doubtful",
        }
    }
}

/// What was found out about a file, and its first rows.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Preview {
    /// What it is encoded in.
    pub encoding: Encoding,
    /// What stands between cells: ",", ";" or a tab.
    pub delimiter: char,
    /// Whether the first record names the columns.
    pub has_header: bool,
    /// The columns' names.
    pub headers: Vec<String>,
    /// What each column seems to mean, read as `kind`.
    pub mapping: Vec<Option<Field>>,
    /// What the file was previewed as.
    pub kind: Kind,
    /// What the file seems to hold.
    pub kind_guess: Kind,
    /// The first rows, each as wide as the header, long cells cut.
    pub sample: Vec<Vec<String>>,
    /// The number of rows, blank ones not counted.
    pub rows: u32,
    /// The size of the file.
    pub bytes: u32,
    /// What the owner should look at before importing.
    pub warnings: Vec<Warning>,
}

impl Preview {
    /// Previews `table` as `kind`, or as what it seems to hold.
    #[must_use]
    pub fn of(table: &Table, kind: Option<Kind>) -> Self {
        let kind_guess = table.kind_guess();
        let kind = kind.unwrap_or(kind_guess);
        Self {
            encoding: table.encoding(),
            delimiter: char::from(table.delimiter()),
            has_header: table.has_header(),
            headers: table.headers().to_vec(),
            mapping: columns::guess(kind, table.headers()),
            kind,
            kind_guess,
            sample: sample(table),
            rows: u32::try_from(table.rows()).unwrap_or(u32::MAX),
            bytes: u32::try_from(table.bytes()).unwrap_or(u32::MAX),
            warnings: table.warnings(),
        }
    }
}

fn sample(table: &Table) -> Vec<Vec<String>> {
    let width = table.headers().len();
    let mut records = table.records();
    let mut record = Record::default();
    let mut sample = Vec::with_capacity(SAMPLE_ROWS);
    while sample.len() < SAMPLE_ROWS && matches!(records.read(&mut record), Ok(true)) {
        if !record.is_blank() {
            let cut = |column| record.cell(column).chars().take(SAMPLE_CHARS).collect();
            sample.push((0..width).map(cut).collect());
        }
    }
    sample
}
