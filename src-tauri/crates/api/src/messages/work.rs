//! Work in the background, upkeep, files and folders.

use std::path::PathBuf;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::AppState;

/// A document was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileWritten {
    /// Where.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// Pages of a PDF, rows of a CSV.
    pub count: u32,
    /// Whether the system's viewer was asked to open it.
    pub opened: bool,
    /// Characters that no font has, printed as a box.
    pub missing_glyphs: Vec<String>,
}

/// Names a job.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct JobRef {
    /// The job, for this run of the app.
    pub job_id: u32,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// At work.
    Running,
    /// Finished; `result` is there.
    Done,
    /// Failed; `error` is there.
    Failed,
    /// Stopped on request; what was committed stays.
    Cancelled,
}

/// A job's progress.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JobStatus {
    /// The job.
    pub job_id: u32,
    /// Where it stands.
    pub state: JobState,
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 while unknown.
    pub total: u64,
    /// The response of the work, by the command that started it.
    pub result: Option<serde_json::Value>,
    /// Why it failed.
    pub error: Option<crate::ApiError>,
}

/// What the day's run did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DailyRunResponse {
    /// Stamps that expired.
    pub stamps_expired: i64,
    /// Rewards that expired.
    pub grants_expired: u32,
    /// Touches that the schedule planned.
    pub touches_planned: u32,
    /// Touches planned before whose reason has gone.
    pub touches_closed: u32,
}

/// What `verify` found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VerifyResponse {
    /// Whether everything agrees.
    pub ok: bool,
    /// How many things were compared.
    pub checked: u64,
    /// What differs, at most 1,000 lines.
    pub problems: Vec<String>,
}

/// A folder the app knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Folder {
    /// The data.
    Data,
    /// PDFs and CSVs.
    Documents,
}

/// Opens a folder in the file manager.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct FolderRequest {
    /// Which.
    pub folder: Folder,
}

/// Opens or prints a document that this app wrote.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DocumentRequest {
    /// Its path, as a [`FileWritten`] or a [`regulars_core::card::PrintRunView`] named it.
    pub path: PathBuf,
}

/// Whether the owner chose something.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Chosen {
    /// `false` if the dialog was closed.
    pub chosen: bool,
    /// The app afterwards.
    pub state: AppState,
}
