//! The monthly review.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Asks for a month.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthRequest {
    /// `YYYY-MM`.
    pub month: String,
    /// At most so many top customers, 1 to 1,000.
    pub limit: u32,
}

/// Months that hold visits.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Months {
    /// `YYYY-MM`, newest first; the current month is always there.
    pub months: Vec<String>,
}

/// A kind of report file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// Designed A4 document.
    Pdf,
    /// Rows for a spreadsheet.
    Csv,
}

/// Writes a month's review to a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReportExport {
    /// `YYYY-MM`.
    pub month: String,
    /// At most so many top customers, 1 to 10,000.
    pub limit: u32,
    /// PDF or CSV.
    pub format: ReportFormat,
    /// Whether to open it in the system's viewer.
    pub open: bool,
}
