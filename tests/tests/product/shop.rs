//! Data folders to work in.

use std::{
    fs,
    path::{Path, PathBuf},
};

use serde_json::Value;
use tempfile::TempDir;

use crate::cli::{self, Ran};

/// A data folder, and a place for files beside it.
pub(crate) struct Shop {
    folder: TempDir,
}

impl Shop {
    /// A folder in which nothing was created yet.
    pub(crate) fn none() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// A café in Budapest that counts euros: 10 stamps, one for each item.
    pub(crate) fn cafe() -> Self {
        Self::with("EUR", "en", "Europe/Budapest", "cafe")
    }

    pub(crate) fn with(currency: &str, locale: &str, time_zone: &str, preset: &str) -> Self {
        let shop = Self::none();
        let init = ["init", "--name", "Corner", "--currency", currency];
        let place = [
            "--locale",
            locale,
            "--time-zone",
            time_zone,
            "--preset",
            preset,
        ];
        shop.run(init.iter().chain(&place)).done();
        shop
    }

    /// The data folder; it need not exist.
    pub(crate) fn data_dir(&self) -> PathBuf {
        self.folder.path().join("data")
    }

    /// A path beside the data folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// Writes a file beside the data folder.
    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::write(&path, content).expect("space for a file");
        path
    }

    pub(crate) fn run<A: AsRef<std::ffi::OsStr>>(&self, args: impl IntoIterator<Item = A>) -> Ran {
        cli::run(&self.data_dir(), args)
    }

    /// Runs words separated by spaces.
    pub(crate) fn say(&self, words: &str) -> Ran {
        self.run(words.split_whitespace())
    }

    /// Enrols a member and returns its id.
    #[track_caller]
    pub(crate) fn enrol(&self, name: &str) -> String {
        let added = self.run(["member", "add", "--name", name]).done();
        text(&added["member"]["id"])
    }

    /// Imports a file with more options.
    pub(crate) fn import(&self, kind: &str, file: &Path, options: &[&str]) -> Ran {
        let mut args = vec!["import", kind, file.to_str().expect("a UTF-8 path")];
        args.extend(options);
        self.run(args)
    }

    /// Nothing is lost and nothing is wrong.
    #[track_caller]
    pub(crate) fn verify(&self) {
        let verdict = self.run(["verify"]).done();
        assert_eq!(verdict["ok"], true, "{verdict}");
        assert!(verdict["checked"].as_u64() > Some(3), "{verdict}");
    }

    pub(crate) fn dump(&self) -> std::collections::BTreeMap<String, Vec<String>> {
        crate::database::dump(&self.data_dir())
    }
}

/// A text of a JSON document.
#[track_caller]
pub(crate) fn text(value: &Value) -> String {
    value
        .as_str()
        .unwrap_or_else(|| panic!("no text: {value}"))
        .to_owned()
}

/// The counts of an import: rows, created, updated, unchanged, rejected.
#[track_caller]
pub(crate) fn counts(document: &Value) -> [u64; 5] {
    let number = |key: &str| {
        document[key]
            .as_u64()
            .unwrap_or_else(|| panic!("no {key}: {document}"))
    };
    let rejected = document["rejected"]
        .as_array()
        .expect("rejected rows")
        .len();
    [
        number("rows"),
        number("created"),
        number("updated"),
        number("unchanged"),
        rejected as u64,
    ]
}

/// The rejected rows as (line, code).
pub(crate) fn rejects(document: &Value) -> Vec<(u64, String)> {
    let rows = document["rejected"].as_array().expect("rejected rows");
    rows.iter()
        .map(|row| {
            let message = row["message"].as_str().unwrap_or_default();
            assert!(cli::is_for_people(message), "{row}");
            (row["line"].as_u64().expect("a line"), text(&row["code"]))
        })
        .collect()
}
