//! A user's home for one journey: empty folders, and a viewer that only notes
//! what it was asked to show.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use tempfile::TempDir;

use crate::{Failure, Outcome};

/// The folders of a user who never ran Regulars before.
pub struct Home {
    folder: TempDir,
}

impl Home {
    /// A fresh home.
    pub fn new() -> Outcome<Self> {
        let home = Self {
            folder: tempfile::tempdir().map_err(in_home)?,
        };
        home.furnish().map_err(in_home)?;
        Ok(home)
    }

    /// Where the shop is.
    pub fn data_dir(&self) -> PathBuf {
        self.folder.path().join("shop")
    }

    /// Where papers go.
    pub fn documents(&self) -> PathBuf {
        self.folder.path().join("Documents")
    }

    /// What the app has shown in a viewer so far.
    pub fn opened(&self) -> Vec<PathBuf> {
        let log = fs::read_to_string(self.viewer_log()).unwrap_or_default();
        log.lines().map(PathBuf::from).collect()
    }

    /// Makes a program live here: its data, its papers, its viewer. The keyring of
    /// whoever runs the journey is out of its reach, and a password is kept here too.
    pub fn lend_to(&self, program: &mut Command) {
        let mut path = vec![self.folder.path().join("bin")];
        path.extend(std::env::split_paths(
            &std::env::var_os("PATH").unwrap_or_default(),
        ));
        program
            .env("HOME", self.folder.path())
            .env("REGULARS_DATA_DIR", self.data_dir())
            .env("DBUS_SESSION_BUS_ADDRESS", self.no_bus())
            .env("PATH", std::env::join_paths(path).unwrap_or_default())
            .env_remove("XDG_CONFIG_HOME")
            .env_remove("XDG_DATA_HOME");
    }

    fn furnish(&self) -> std::io::Result<()> {
        let folder = self.folder.path();
        for inner in ["bin", ".config", "Documents"] {
            fs::create_dir_all(folder.join(inner))?;
        }
        fs::write(
            folder.join(".config").join("user-dirs.dirs"),
            "XDG_DOCUMENTS_DIR=\"$HOME/Documents\"\n",
        )?;
        let viewer = folder.join("bin").join("xdg-open");
        let log = self.viewer_log();
        fs::write(
            &viewer,
            format!("#!/bin/sh\necho \"$1\" >> '{}'\n", log.display()),
        )?;
        make_executable(&viewer)
    }

    fn no_bus(&self) -> String {
        format!("unix:path={}", self.folder.path().join("no-bus").display())
    }

    fn viewer_log(&self) -> PathBuf {
        self.folder.path().join("opened")
    }
}

fn in_home(error: std::io::Error) -> Failure {
    Failure::of("making a home for the journey", error)
}

#[cfg(unix)]
fn make_executable(file: &Path) -> std::io::Result<()> {
    use std::os::unix::fs::PermissionsExt as _;
    fs::set_permissions(file, fs::Permissions::from_mode(0o755))
}

#[cfg(not(unix))]
fn make_executable(_file: &Path) -> std::io::Result<()> {
    Ok(())
}
