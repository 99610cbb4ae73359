//! Importing.

use std::path::PathBuf;

use regulars_core::{
    id::RequestId,
    transfer::{Kind as RowKind, Preview},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Opens a file to import: the given path or one the owner chooses.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ImportOpen {
    /// A path; absent asks the owner.
    #[serde(default)]
    pub path: Option<PathBuf>,
    /// A file's content (dropped on the window), base64, instead of a path.
    #[serde(default)]
    pub content_base64: Option<String>,
    /// That file's name.
    #[serde(default)]
    pub file_name: Option<String>,
}

/// A file that was opened for import.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportSource {
    /// Names the file in later requests, for this run of the app.
    pub source_id: u32,
    /// The file's name.
    pub file_name: String,
    /// What was found in it.
    pub preview: Preview,
}

/// What the owner closed without choosing is absent.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportOpened {
    /// The file; absent if none was chosen.
    pub source: Option<ImportSource>,
}

/// Imports, or tries an import out (a job; its result is an [`ImportResult`]).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportRun {
    /// Retry key.
    pub request_id: RequestId,
    /// The file.
    pub source_id: u32,
    /// Members or visits.
    pub kind: RowKind,
    /// For each column of the file the field it holds, or none.
    pub mapping: Vec<Option<String>>,
    /// Visits of members who don't exist: create them (otherwise such rows are rejected).
    pub create_members: bool,
    /// Whether visits earn stamps, as if they happened now under the rules of their day.
    pub earn: bool,
    /// Only count; write nothing.
    pub dry_run: bool,
}

/// A row that was not imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RejectedRow {
    /// 1-based line in the file.
    pub line: u64,
    /// Stable code.
    pub code: String,
    /// What is wrong, in the shop's language.
    pub message: String,
    /// The field it is about.
    pub field: Option<String>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportResult {
    /// Data rows in the file.
    pub rows: u64,
    /// Rows that made something new.
    pub created: u64,
    /// Rows that changed something.
    pub updated: u64,
    /// Rows that were there already.
    pub unchanged: u64,
    /// Members made for visits of members who didn't exist.
    pub members_created: u64,
    /// The first 1,000 rejected rows.
    pub rejected: Vec<RejectedRow>,
    /// How many rows were rejected in all.
    pub rejected_total: u64,
    /// Whether it was only tried.
    pub dry_run: bool,
}

/// Writes the rejected rows of an import to a CSV file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RejectsSave {
    /// The import's job.
    pub job_id: u32,
    /// Whether to open it.
    pub open: bool,
}
