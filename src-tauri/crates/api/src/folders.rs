//! Where an installation keeps its shop and puts its papers, for every edge.

use std::path::PathBuf;

use directories::{ProjectDirs, UserDirs};

/// A debug build never opens the shop of the installed app.
const APP_NAME: &str = if cfg!(debug_assertions) {
    "Regulars-dev"
} else {
    "Regulars"
};

/// The environment variable that names another data folder.
pub const DATA_DIR_VARIABLE: &str = "REGULARS_DATA_DIR";

/// This user's data folder; `None` without a home folder.
#[must_use]
pub fn default_data_dir() -> Option<PathBuf> {
    ProjectDirs::from("app", "Regulars", APP_NAME).map(|dirs| dirs.data_local_dir().to_path_buf())
}

/// Where this user looks for documents; `None` without a home folder.
#[must_use]
pub fn default_documents_dir() -> Option<PathBuf> {
    UserDirs::new()?
        .document_dir()
        .map(|documents| documents.join("Regulars"))
}
