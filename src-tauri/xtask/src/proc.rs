//! Running other programs: quietly into a log, or in the open.

use std::ffi::OsStr;
use std::fs::{self, File};
use std::io::{Read as _, Seek as _, SeekFrom};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

/// A program and its arguments, from the repository's root unless told otherwise.
pub(crate) fn command(program: &str) -> Command {
    // npm is a script on Windows, and only found under its full name.
    let program = if cfg!(windows) && program == "npm" {
        "npm.cmd"
    } else {
        program
    };
    let mut command = Command::new(program);
    command.current_dir(crate::repo::root());
    command
}

/// How a quiet run went.
pub(crate) struct Quiet {
    /// Whether it exited with 0.
    pub(crate) ok: bool,
    /// What it said, on both streams.
    pub(crate) log: PathBuf,
    /// How long it took.
    pub(crate) took: Duration,
}

impl Quiet {
    /// All it said.
    pub(crate) fn text(&self) -> String {
        fs::read(&self.log)
            .map(|all| String::from_utf8_lossy(&all).into_owned())
            .unwrap_or_default()
    }
}

/// Runs to the end, saying nothing; both streams go to `target/xtask/<name>.log`.
pub(crate) fn quiet(name: &str, command: &mut Command) -> Result<Quiet, String> {
    let folder = crate::repo::target().join("xtask");
    let log = folder.join(format!("{name}.log"));
    let open = || -> std::io::Result<(File, File)> {
        fs::create_dir_all(&folder)?;
        let file = File::create(&log)?;
        Ok((file.try_clone()?, file))
    };
    let (out, err) = open().map_err(|error| format!("{}: {error}", log.display()))?;
    let started = Instant::now();
    let status = command
        .stdin(Stdio::null())
        .stdout(out)
        .stderr(err)
        .status();
    let status = status.map_err(|error| cannot_start(command, &error))?;
    Ok(Quiet {
        ok: status.success(),
        log,
        took: started.elapsed(),
    })
}

/// Runs in the open; an exit code other than 0 is an error.
pub(crate) fn open(command: &mut Command) -> Result<(), String> {
    let status = command
        .status()
        .map_err(|error| cannot_start(command, &error))?;
    if status.success() {
        Ok(())
    } else {
        Err(format!("{} failed ({status})", shown(command)))
    }
}

/// What a program prints, if it runs and succeeds.
pub(crate) fn output(command: &mut Command) -> Option<String> {
    let output = command
        .stdin(Stdio::null())
        .stderr(Stdio::null())
        .output()
        .ok()?;
    output
        .status
        .success()
        .then(|| String::from_utf8_lossy(&output.stdout).into_owned())
}

/// Whether a program can be found.
pub(crate) fn exists(program: impl AsRef<OsStr>) -> bool {
    let Some(path) = std::env::var_os("PATH") else {
        return false;
    };
    std::env::split_paths(&path).any(|folder| folder.join(program.as_ref()).is_file())
}

/// The end of a log, at most so many lines.
pub(crate) fn tail(log: &Path, lines: usize) -> String {
    const ENOUGH_BYTES: u64 = 64 * 1024;
    let read = || -> std::io::Result<Vec<u8>> {
        let mut file = File::open(log)?;
        let length = file.metadata()?.len();
        file.seek(SeekFrom::Start(length.saturating_sub(ENOUGH_BYTES)))?;
        let mut end = Vec::new();
        file.read_to_end(&mut end)?;
        Ok(end)
    };
    let end = read().unwrap_or_default();
    let text = String::from_utf8_lossy(&end);
    let all: Vec<&str> = text.lines().collect();
    all.get(all.len().saturating_sub(lines)..)
        .unwrap_or_default()
        .join("\n")
}

fn shown(command: &Command) -> String {
    let mut text = command.get_program().to_string_lossy().into_owned();
    for argument in command.get_args() {
        text.push(' ');
        text.push_str(&argument.to_string_lossy());
    }
    text
}

fn cannot_start(command: &Command, error: &std::io::Error) -> String {
    format!("{} cannot be started: {error}", shown(command))
}
