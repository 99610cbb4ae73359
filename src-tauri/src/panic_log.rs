//! A panic is a bug: it is caught, answered with an error, and noted in a
//! small file that its finder can send us.

use std::fs::{self, OpenOptions};
use std::io::Write as _;
use std::panic;
use std::path::{Path, PathBuf};
use std::time::SystemTime;

const LOG: &str = "panic.log";
/// Past this size the log starts afresh.
const LIMIT_BYTES: u64 = 256 * 1024;

/// Notes every panic from now on in `data_dir`, besides standard error.
pub(crate) fn install(data_dir: &Path) {
    let log = data_dir.join(LOG);
    let usual = panic::take_hook();
    panic::set_hook(Box::new(move |panic| {
        note(&log, &panic.to_string());
        usual(panic);
    }));
}

fn note(log: &PathBuf, what: &str) {
    let full = fs::metadata(log).is_ok_and(|file| file.len() > LIMIT_BYTES);
    let since_epoch = SystemTime::now()
        .duration_since(SystemTime::UNIX_EPOCH)
        .unwrap_or_default();
    let file = OpenOptions::new()
        .create(true)
        .write(true)
        .append(!full)
        .truncate(full)
        .open(log);
    if let Ok(mut file) = file {
        let seconds = since_epoch.as_secs();
        let _ = writeln!(
            file,
            "{seconds} regulars {}: {what}",
            env!("CARGO_PKG_VERSION")
        );
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn notes_add_up_until_the_log_is_full() {
        let dir = tempfile::tempdir().unwrap();
        let log = dir.path().join(LOG);
        note(&log, "one");
        note(&log, "two");
        let text = fs::read_to_string(&log).unwrap();
        assert!(
            text.contains(": one\n") && text.ends_with(": two\n"),
            "{text}"
        );

        note(&log, &"x".repeat(usize::try_from(LIMIT_BYTES).unwrap() + 1));
        note(&log, "fresh");
        assert_eq!(fs::read_to_string(&log).unwrap().lines().count(), 1);
    }
}
