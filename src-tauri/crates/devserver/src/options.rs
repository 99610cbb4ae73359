//! What can be asked for on the command line.

use std::path::{Path, PathBuf};

use regulars_api::AppConfig;

/// Serves the Regulars UI and its commands to a browser on this machine.
#[derive(Debug, clap::Parser)]
#[command(name = "regulars-devserver", version)]
pub(crate) struct Options {
    /// Port on 127.0.0.1; 0 takes a free one
    #[arg(long, default_value_t = 4780)]
    pub(crate) port: u16,

    /// Folder of the shop
    #[arg(long, value_name = "DIR")]
    data_dir: PathBuf,

    /// Folder for papers and exports [default: `documents` in the data folder]
    #[arg(long, value_name = "DIR")]
    documents_dir: Option<PathBuf>,

    /// Folder of the built UI [default: ui/dist of this checkout]
    #[arg(long, value_name = "DIR")]
    dist: Option<PathBuf>,

    /// Language of the welcome wizard
    #[arg(long, value_name = "LOCALE", value_parser = ["en", "ru", "hu"])]
    locale: Option<String>,

    /// Stop the clock at this instant (UTC milliseconds); `/__test/clock` moves it
    #[arg(long = "now", value_name = "MS", allow_negative_numbers = true)]
    pub(crate) now_ms: Option<i64>,
}

impl Options {
    pub(crate) fn config(&self) -> AppConfig {
        let documents_dir = self
            .documents_dir
            .clone()
            .unwrap_or_else(|| self.data_dir.join("documents"));
        AppConfig {
            data_dir: self.data_dir.clone(),
            documents_dir,
            preferred_locale: self.locale.clone(),
        }
    }

    pub(crate) fn dist(&self) -> PathBuf {
        self.dist
            .clone()
            .unwrap_or_else(|| Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../ui/dist"))
    }
}
