//! The UI's own scripts.

use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::SystemTime;

use crate::{proc, repo};

/// What `ui/dist` is made of.
const SOURCES: &[&str] = &["ui", "assets/locales"];
/// What is made there, not written.
const MADE: &[&str] = &["node_modules", "dist", ".vite", "test-results"];

/// `npm run <script>` in the UI's folder.
pub(crate) fn script(name: &str) -> Command {
    let mut npm = proc::command("npm");
    npm.args(["run", "--silent", name]).current_dir(repo::ui());
    npm
}

/// Builds `ui/dist` unless it is newer than all it is made of.
pub(crate) fn build_if_stale() -> Result<(), String> {
    if is_fresh() {
        return Ok(());
    }
    println!("Building the UI");
    let build = proc::quiet("ui-build", &mut script("build"))?;
    if build.ok {
        Ok(())
    } else {
        Err(format!(
            "the UI does not build:\n{}",
            proc::tail(&build.log, 40)
        ))
    }
}

fn is_fresh() -> bool {
    let built =
        fs::metadata(repo::ui().join("dist").join("index.html")).and_then(|page| page.modified());
    let Ok(built) = built else { return false };
    SOURCES
        .iter()
        .all(|folder| nothing_newer(&repo::root().join(folder), built))
}

fn nothing_newer(folder: &Path, than: SystemTime) -> bool {
    let Ok(entries) = fs::read_dir(folder) else {
        return true;
    };
    entries.flatten().all(|entry| {
        let Ok(kind) = entry.file_type() else {
            return false;
        };
        if kind.is_dir() {
            let name = entry.file_name();
            MADE.iter().any(|made| name == *made) || nothing_newer(&entry.path(), than)
        } else {
            entry
                .metadata()
                .and_then(|file| file.modified())
                .is_ok_and(|changed| changed <= than)
        }
    })
}
