//! Node and the UI's packages.

use std::fs;

use crate::{proc, repo};

const OLDEST_NODE: u32 = 20;

/// Refuses a machine without a Node that the UI builds with.
pub(super) fn check() -> Result<(), String> {
    let advice = format!("install Node {OLDEST_NODE} or newer with npm from https://nodejs.org");
    let version = proc::output(proc::command("node").arg("--version"))
        .ok_or_else(|| format!("node is not found; {advice}"))?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .unwrap_or_default();
    if major.parse().is_ok_and(|major: u32| major >= OLDEST_NODE) {
        Ok(())
    } else {
        Err(format!("node is {}; {advice}", version.trim()))
    }
}

/// `npm ci`, when the lock file is another one than last time.
pub(super) fn install_modules() -> Result<(), String> {
    let lock = repo::ui().join("package-lock.json");
    let wanted = fs::read(&lock).map_err(|error| format!("{}: {error}", repo::shown(&lock)))?;
    // A copy of the lock file that the modules were installed from.
    let installed = repo::ui().join("node_modules").join(".installed-lock.json");
    if fs::read(&installed).is_ok_and(|there| there == wanted) {
        return Ok(());
    }
    println!("Installing the UI's packages (npm ci)");
    let mut npm = proc::command("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"])
        .current_dir(repo::ui());
    proc::open(&mut npm)?;
    fs::write(&installed, wanted).map_err(|error| format!("{}: {error}", repo::shown(&installed)))
}
