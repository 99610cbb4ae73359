//! Cargo, always over the whole workspace: then every step resolves the same
//! features and no dependency is compiled twice.

use std::process::Command;

use crate::proc;

/// Which profile to build.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Profile {
    Dev,
    Release,
}

impl Profile {
    /// Its folder below `target`.
    pub(crate) fn folder(self) -> &'static str {
        match self {
            Self::Dev => "debug",
            Self::Release => "release",
        }
    }
}

/// The cargo that runs us.
pub(crate) fn path() -> String {
    std::env::var("CARGO").unwrap_or_else(|_| "cargo".to_owned())
}

/// A command of cargo's. What cargo says of this task to its process is not about the
/// build: dependencies whose build looks at it would be compiled anew each time.
pub(crate) fn cargo() -> Command {
    let mut cargo = proc::command(&path());
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(&name);
        }
    }
    cargo
}

/// All programs: the app, the command line, the dev server, the tour.
pub(crate) fn build_programs(profile: Profile) -> Command {
    let mut build = cargo();
    build.args(["build", "--workspace", "--exclude", "xtask", "--bins"]);
    if profile == Profile::Release {
        build.arg("--release");
    }
    build
}
