//! One till, one window: a lock in the data folder, and a way for a second
//! start to bring the first window to front. Files only, no network ports.

use std::fs::{self, File, OpenOptions, TryLockError};
use std::path::{Path, PathBuf};
use std::thread;
use std::time::{Duration, Instant};

const LOCK: &str = "app.lock";
const FOCUS_REQUEST: &str = "focus-request";
const POLL: Duration = Duration::from_millis(200);
/// How long a second start waits for the first to answer.
const ANSWER_WITHIN: Duration = Duration::from_secs(5);

/// What a start finds in the data folder.
pub(crate) enum Claim {
    /// Nobody else is there.
    First(Instance),
    /// Another window has this folder.
    Second(FirstInstance),
}

/// The lock, held as long as this value lives.
pub(crate) struct Instance {
    focus_request: PathBuf,
    lock: Option<File>,
}

/// The window that was there before.
pub(crate) struct FirstInstance {
    focus_request: PathBuf,
}

impl Instance {
    /// Takes the folder, or finds who has it. A folder that cannot be locked
    /// (read-only, or on a drive without locks) is opened all the same: what
    /// is wrong with it is for opening the shop to say.
    pub(crate) fn claim(data_dir: &Path) -> Claim {
        let focus_request = data_dir.join(FOCUS_REQUEST);
        let lock = match open_lock(data_dir) {
            Ok(file) => match file.try_lock() {
                Err(TryLockError::WouldBlock) => {
                    return Claim::Second(FirstInstance { focus_request });
                }
                Ok(()) => Some(file),
                Err(TryLockError::Error(_)) => None,
            },
            Err(_) => None,
        };
        // A request left by a second start that the last run never answered.
        let _ = fs::remove_file(&focus_request);
        Claim::First(Self {
            focus_request,
            lock,
        })
    }

    /// Calls `focus` whenever a second start asks for the window, for as long
    /// as the process lives.
    pub(crate) fn answer_focus_requests(self, focus: impl Fn() + Send + 'static) {
        let Self {
            focus_request,
            lock,
        } = self;
        thread::spawn(move || {
            // The thread keeps the lock: a closure takes only what it names.
            let _held = lock;
            loop {
                // Removing the file is the answer the second start waits for.
                if focus_request.exists() && fs::remove_file(&focus_request).is_ok() {
                    focus();
                }
                thread::sleep(POLL);
            }
        });
    }
}

impl FirstInstance {
    /// Asks for the window and waits; false if nobody answered.
    pub(crate) fn bring_to_front(&self) -> bool {
        if fs::write(&self.focus_request, b"").is_err() {
            return false;
        }
        let asked = Instant::now();
        while asked.elapsed() < ANSWER_WITHIN {
            if !self.focus_request.exists() {
                return true;
            }
            thread::sleep(POLL / 4);
        }
        let _ = fs::remove_file(&self.focus_request);
        false
    }
}

fn open_lock(data_dir: &Path) -> std::io::Result<File> {
    fs::create_dir_all(data_dir)?;
    OpenOptions::new()
        .write(true)
        .create(true)
        .truncate(false)
        .open(data_dir.join(LOCK))
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;

    use super::*;

    fn first(dir: &Path) -> Instance {
        match Instance::claim(dir) {
            Claim::First(instance) => instance,
            Claim::Second(_) => panic!("the folder is taken"),
        }
    }

    #[test]
    fn a_second_start_brings_the_first_window_to_front() {
        let dir = tempfile::tempdir().unwrap();
        let (focused, was_focused) = mpsc::channel();
        first(dir.path()).answer_focus_requests(move || focused.send(()).unwrap());

        let Claim::Second(other) = Instance::claim(dir.path()) else {
            panic!("two instances hold one folder");
        };
        assert!(other.bring_to_front());
        was_focused.recv_timeout(Duration::from_secs(2)).unwrap();
        assert!(was_focused.try_recv().is_err(), "asked once, focused twice");
    }

    #[test]
    fn the_folder_is_free_again_when_the_first_is_gone() {
        let dir = tempfile::tempdir().unwrap();
        drop(first(dir.path()));
        first(dir.path());
    }

    #[test]
    fn a_stale_request_does_not_outlive_the_run_it_was_meant_for() {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(FOCUS_REQUEST), b"").unwrap();
        let _instance = first(dir.path());
        assert!(!dir.path().join(FOCUS_REQUEST).exists());
    }

    #[test]
    fn a_folder_that_cannot_be_locked_is_left_to_the_shop_to_refuse() {
        let dir = tempfile::tempdir().unwrap();
        let not_a_folder = dir.path().join("file");
        fs::write(&not_a_folder, b"").unwrap();
        first(&not_a_folder);
    }
}
