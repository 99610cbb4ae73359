//! What belongs to this PC and not to the shop: where documents go, what it notifies of.

use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

const FILE: &str = "settings.json";

/// Settings of this PC, in a small file beside the database.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
#[serde(default)]
pub(crate) struct LocalSettings {
    /// Where PDFs and CSVs are written, if not the default.
    pub(crate) documents_dir: Option<PathBuf>,
    /// No notification in the morning.
    pub(crate) no_morning_notice: bool,
    /// The last business date whose notification was decided on.
    pub(crate) noticed_on: Option<NaiveDate>,
}

impl LocalSettings {
    /// Reads the file; one that is missing or spoilt counts as empty, because
    /// everything in it has a default.
    pub(crate) fn read(data_dir: &Path) -> Self {
        std::fs::read(data_dir.join(FILE))
            .ok()
            .and_then(|bytes| serde_json::from_slice(&bytes).ok())
            .unwrap_or_default()
    }

    /// Writes the file whole or not at all.
    pub(crate) fn write(&self, data_dir: &Path) -> std::io::Result<()> {
        let text = serde_json::to_vec_pretty(self).map_err(std::io::Error::other)?;
        let draft = data_dir.join(format!("{FILE}.new"));
        std::fs::write(&draft, text)?;
        std::fs::rename(draft, data_dir.join(FILE))
    }
}
