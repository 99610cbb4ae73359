//! Where things are.

use std::path::{Path, PathBuf};

/// The repository's root: two folders above this crate. Cargo tells where it
/// is now; the checkout may have moved since this was compiled.
pub(crate) fn root() -> PathBuf {
    let here = std::env::var_os("CARGO_MANIFEST_DIR")
        .map_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")), PathBuf::from);
    let root = here.ancestors().nth(2).map(Path::to_path_buf);
    root.unwrap_or(here)
}

/// The UI's folder.
pub(crate) fn ui() -> PathBuf {
    root().join("ui")
}

/// Cargo's target folder.
pub(crate) fn target() -> PathBuf {
    match std::env::var_os("CARGO_TARGET_DIR") {
        Some(dir) => root().join(dir),
        None => root().join("target"),
    }
}

/// A binary of the workspace, in the folder of a profile.
pub(crate) fn binary(name: &str, profile_dir: &str) -> PathBuf {
    target()
        .join(profile_dir)
        .join(format!("{name}{}", std::env::consts::EXE_SUFFIX))
}

/// A path as a person would type it from the root.
pub(crate) fn shown(path: &Path) -> String {
    path.strip_prefix(root())
        .unwrap_or(path)
        .display()
        .to_string()
}
