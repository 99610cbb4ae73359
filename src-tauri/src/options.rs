//! What can be asked for on the command line.

use std::path::PathBuf;

use regulars_api::folders::DATA_DIR_VARIABLE;

/// Regulars keeps a café's or salon's regulars.
#[derive(Debug, Default, clap::Parser)]
#[command(name = "regulars", version)]
pub(crate) struct Options {
    /// Keep the shop in this folder [env: REGULARS_DATA_DIR]
    #[arg(long, value_name = "DIR")]
    data_dir: Option<PathBuf>,

    /// Open a demo shop with a year of history, apart from any real one
    #[arg(long)]
    demo: bool,

    /// Language of the welcome wizard and of a demo shop
    #[arg(long, value_name = "LOCALE", value_parser = ["en", "ru", "hu"])]
    locale: Option<String>,
}

impl Options {
    /// The folder named by option or, failing that, by the environment.
    pub(crate) fn data_dir(&self) -> Option<PathBuf> {
        self.data_dir.clone().or_else(|| {
            std::env::var_os(DATA_DIR_VARIABLE)
                .filter(|dir| !dir.is_empty())
                .map(PathBuf::from)
        })
    }

    pub(crate) fn is_demo(&self) -> bool {
        self.demo
    }

    pub(crate) fn locale(&self) -> Option<&str> {
        self.locale.as_deref()
    }

    #[cfg(test)]
    pub(crate) fn with(data_dir: Option<&str>, demo: bool) -> Self {
        Self {
            data_dir: data_dir.map(PathBuf::from),
            demo,
            locale: None,
        }
    }
}
