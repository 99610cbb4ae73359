//! The program.

use chrono::NaiveDate;
use regulars_core::{
    id::RequestId,
    program::{ProgramView, StampRules},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// Saves rules as a new version.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProgramSave {
    /// Retry key.
    pub request_id: RequestId,
    /// The rules.
    pub rules: StampRules,
    /// First business date on which they hold, today or later.
    pub effective_from: NaiveDate,
}

/// A program was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProgramSaved {
    /// The program now.
    pub program: ProgramView,
}
