//! `cargo xtask bundle`: installers for the system this runs on.

use crate::setup::{self, For};
use crate::{Done, proc, repo, ui};

/// Tauri's bundler, as npm packages it ready to run; of the library's version.
const BUNDLER: &str = "@tauri-apps/cli@2.12.5";

/// Further arguments go to `tauri build`, such as `--bundles deb`.
pub(crate) fn bundle(arguments: &[String]) -> Done {
    setup::ready(For::Building)?;
    ui::build_if_stale()?;
    let mut bundler = proc::command("npm");
    bundler
        .args([
            "exec",
            "--yes",
            "--package",
            BUNDLER,
            "--",
            "tauri",
            "build",
        ])
        .args(arguments)
        .current_dir(repo::root().join("src-tauri"));
    proc::open(&mut bundler)?;
    println!(
        "The installers are in {}",
        repo::shown(&repo::target().join("release/bundle"))
    );
    Ok(())
}
