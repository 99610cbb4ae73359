//! What an edge must supply; nothing else is platform-specific.

use std::path::{Path, PathBuf};

/// Where the app runs.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum HostKind {
    /// In a window of its own.
    Desktop,
    /// In a browser, against the dev server.
    Browser,
}

impl HostKind {
    pub(crate) fn as_str(self) -> &'static str {
        match self {
            Self::Desktop => "desktop",
            Self::Browser => "browser",
        }
    }
}

/// The clock, the dialogs, the viewer and the notifications of the platform.
pub trait Host: Send + Sync {
    /// The clock, UTC milliseconds.
    fn now_ms(&self) -> i64;
    /// Where the app runs.
    fn kind(&self) -> HostKind;
    /// Asks for a file to read; blocks until the dialog is closed.
    fn choose_file(&self, title: &str, extensions: &[&str]) -> Option<PathBuf>;
    /// Asks for a folder; blocks until the dialog is closed.
    fn choose_folder(&self, title: &str) -> Option<PathBuf>;
    /// Opens a file in the system's viewer, a folder in the file manager.
    ///
    /// # Errors
    /// A text for the log.
    fn open_path(&self, path: &Path) -> Result<(), String>;
    /// Shows a notification of the desktop.
    ///
    /// # Errors
    /// A text for the log, where a desktop shows none.
    fn notify(&self, title: &str, text: &str) -> Result<(), String>;
    /// Opens a link in the program that is there for it.
    ///
    /// # Errors
    /// A text for the log.
    fn open_url(&self, url: &str) -> Result<(), String>;
    /// Whether passwords may go to the operating system's keyring.
    fn has_keyring(&self) -> bool;
}
