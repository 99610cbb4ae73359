//! `regulars-cli` as a program.

use std::{
    ffi::OsStr,
    path::{Path, PathBuf},
    process::{Command, Stdio},
    sync::OnceLock,
};

use serde_json::Value;

/// Saturday, 21 November 2026, eleven in the morning in Budapest.
pub(crate) const NOW: &str = "2026-11-21T10:00:00Z";

/// What a run of the command line left behind.
#[derive(Debug)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) stdout: String,
    pub(crate) stderr: String,
}

/// The built program: named by `REGULARS_CLI_BIN`, or built now.
pub(crate) fn binary() -> &'static Path {
    static BINARY: OnceLock<PathBuf> = OnceLock::new();
    BINARY.get_or_init(|| std::env::var_os("REGULARS_CLI_BIN").map_or_else(build, PathBuf::from))
}

fn build() -> PathBuf {
    // nextest starts a process for each test: one of them builds for its run.
    let marker = Path::new(env!("CARGO_TARGET_TMPDIR")).join("regulars-cli-is-built");
    let run = std::env::var("NEXTEST_RUN_ID").unwrap_or_default();
    if run.is_empty() || std::fs::read_to_string(&marker).ok().as_ref() != Some(&run) {
        build_now();
        std::fs::write(&marker, run).expect("a marker");
    }
    // target/debug/deps/product-… stands beside target/debug/regulars-cli.
    let test = std::env::current_exe().expect("the test's own path");
    let profile = test
        .parent()
        .and_then(Path::parent)
        .expect("a target folder");
    profile.join(format!("regulars-cli{}", std::env::consts::EXE_SUFFIX))
}

fn build_now() {
    let mut cargo = Command::new(env!("CARGO"));
    // What cargo says of this test to its process is not about the build: where it
    // differs from a build's outside, dependencies would be compiled anew each time.
    for (name, _) in std::env::vars_os() {
        let text = name.to_string_lossy();
        if text.starts_with("CARGO_PKG_") || text.starts_with("CARGO_MANIFEST_") {
            cargo.env_remove(&name);
        }
    }
    let built = cargo
        .args(["build", "--quiet", "--package", "regulars-cli"])
        .current_dir(env!("CARGO_MANIFEST_DIR"))
        .status()
        .expect("cargo starts");
    assert!(built.success(), "regulars-cli does not build");
}

/// The program in a clean surrounding, at a fixed time.
pub(crate) fn command(data_dir: &Path) -> Command {
    let mut command = Command::new(binary());
    command
        .env_remove("REGULARS_DATA_DIR")
        .env("HOME", "/nonexistent")
        .env_remove("REGULARS_PASSPHRASE")
        // No test writes to the keyring of who runs it.
        .env("REGULARS_SECRETS", "file")
        .stdin(Stdio::null())
        .arg("--data-dir")
        .arg(data_dir);
    command
}

/// Runs with `--json`, at [`NOW`] unless `args` say otherwise.
pub(crate) fn run<A: AsRef<OsStr>>(data_dir: &Path, args: impl IntoIterator<Item = A>) -> Ran {
    let args: Vec<A> = args.into_iter().collect();
    let mut command = command(data_dir);
    command.arg("--json");
    if !args.iter().any(|arg| arg.as_ref() == "--now") {
        command.args(["--now", NOW]);
    }
    finish(command.args(args))
}

pub(crate) fn finish(command: &mut Command) -> Ran {
    let output = command
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .output()
        .expect("regulars-cli starts");
    Ran {
        code: output.status.code(),
        stdout: String::from_utf8(output.stdout).expect("UTF-8 on stdout"),
        stderr: String::from_utf8(output.stderr).expect("UTF-8 on stderr"),
    }
}

impl Ran {
    /// Done, exit 0: the one document on stdout.
    #[track_caller]
    pub(crate) fn done(&self) -> Value {
        self.document(0)
    }

    /// Done with rejected rows, exit 3.
    #[track_caller]
    pub(crate) fn done_with_rejects(&self) -> Value {
        self.document(3)
    }

    /// One document on stdout with this exit, and nothing on stderr.
    #[track_caller]
    pub(crate) fn document(&self, code: i32) -> Value {
        assert_eq!(
            (self.code, self.stderr.as_str()),
            (Some(code), ""),
            "{self:?}"
        );
        assert_eq!(self.stdout.trim_end().lines().count(), 1, "{self:?}");
        serde_json::from_str(&self.stdout).expect("JSON on stdout")
    }

    /// Refused, exit 1, with this code: the error.
    #[track_caller]
    pub(crate) fn refused(&self, code: &str) -> Value {
        self.error(1, code)
    }

    /// A command line that makes no sense, exit 2.
    #[track_caller]
    pub(crate) fn usage(&self) -> Value {
        self.error(2, "usage")
    }

    #[track_caller]
    fn error(&self, exit: i32, code: &str) -> Value {
        assert_eq!(
            (self.code, self.stdout.as_str()),
            (Some(exit), ""),
            "{self:?}"
        );
        let mut document: Value = serde_json::from_str(&self.stderr).expect("JSON on stderr");
        let error = document["error"].take();
        assert_eq!(error["code"], code, "{error}");
        let message = error["message"].as_str().expect("a message");
        assert!(is_for_people(message), "{message:?}");
        error
    }
}

/// A text, not a key or a template.
pub(crate) fn is_for_people(message: &str) -> bool {
    message.contains(' ')
        && !message.contains(['{', '}'])
        && !message.starts_with("error-")
        && !message.contains("reject-")
}
