//! Node and the UI's packages.

use std::fs;

use serde_json::{Map, Value};

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

/// `npm ci`, when what is installed is not what the lock file says.
pub(super) fn install_modules() -> Result<(), String> {
    let lock = repo::ui().join("package-lock.json");
    let wanted =
        fs::read_to_string(&lock).map_err(|error| format!("{}: {error}", repo::shown(&lock)))?;
    // npm's own note of what it has put there.
    let note = repo::ui().join("node_modules").join(".package-lock.json");
    let installed = fs::read_to_string(note).unwrap_or_default();
    if is_installed(&wanted, &installed) {
        return Ok(());
    }
    println!("Installing the UI's packages (npm ci)");
    let mut npm = proc::command("npm");
    npm.args(["ci", "--no-audit", "--no-fund", "--loglevel=error"]);
    proc::open(npm.current_dir(repo::ui()))
}

/// Whether each package of the lock file is there in its version. Those of
/// other systems are optional and may be missing.
fn is_installed(lock: &str, note: &str) -> bool {
    let parse = |text: &str| serde_json::from_str::<Value>(text).ok();
    let (Some(lock), Some(note)) = (parse(lock), parse(note)) else {
        return false;
    };
    let Some(wanted) = lock.get("packages").and_then(Value::as_object) else {
        return false;
    };
    let none = Map::new();
    let there = note
        .get("packages")
        .and_then(Value::as_object)
        .unwrap_or(&none);
    wanted
        .iter()
        .filter(|(path, _)| !path.is_empty())
        .all(|(path, package)| match there.get(path) {
            Some(installed) => installed.get("version") == package.get("version"),
            None => package.get("optional") == Some(&Value::Bool(true)),
        })
}

#[cfg(test)]
mod tests {
    use super::*;

    const LOCK: &str = r#"{"packages":{
        "":{"name":"ui"},
        "node_modules/svelte":{"version":"5.57.3"},
        "node_modules/only-on-mac":{"version":"1.0.0","optional":true}}}"#;

    #[test]
    fn what_the_lock_file_says_need_not_be_installed_again() {
        assert!(is_installed(
            LOCK,
            r#"{"packages":{"node_modules/svelte":{"version":"5.57.3"}}}"#
        ));
    }

    #[test]
    fn another_version_a_missing_package_or_nothing_is_stale() {
        assert!(!is_installed(
            LOCK,
            r#"{"packages":{"node_modules/svelte":{"version":"5.1.0"}}}"#
        ));
        assert!(!is_installed(LOCK, r#"{"packages":{}}"#));
        assert!(!is_installed(LOCK, ""));
    }
}
