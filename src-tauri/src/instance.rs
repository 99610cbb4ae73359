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
    /// Another window has the folder, and was brought to front.
    Answered,
    /// Another process has the folder, and shows nothing.
    Silent,
}

/// The lock, held as long as this value lives.
pub(crate) struct Instance {
    focus_request: PathBuf,
    lock: Option<File>,
}

impl Instance {
    /// Takes the folder, or asks whoever has it to show its window. A process
    /// that is just ending gives the folder up while we wait for its answer.
    pub(crate) fn claim(data_dir: &Path) -> Claim {
        let focus_request = data_dir.join(FOCUS_REQUEST);
        let started = Instant::now();
        let mut asked = false;
        loop {
            if let Some(Taken(lock)) = try_take(data_dir) {
                // A request that nobody answered, maybe our own.
                let _ = fs::remove_file(&focus_request);
                return Claim::First(Self {
                    focus_request,
                    lock,
                });
            }
            if asked && !focus_request.exists() {
                return Claim::Answered;
            }
            asked = asked || fs::write(&focus_request, b"").is_ok();
            if started.elapsed() > ANSWER_WITHIN {
                let _ = fs::remove_file(&focus_request);
                return Claim::Silent;
            }
            thread::sleep(POLL / 4);
        }
    }

    /// Calls `focus` whenever a second start asks for the window, for as long
    /// as the process lives. `focus` says whether there is a window to show: one
    /// that is closing is none, and the second start waits for the folder.
    pub(crate) fn answer_focus_requests(self, focus: impl Fn() -> bool + Send + 'static) {
        let Self {
            focus_request,
            lock,
        } = self;
        thread::spawn(move || {
            // The thread keeps the lock: a closure takes only what it names.
            let _held = lock;
            loop {
                // Removing the file is the answer the second start waits for.
                if focus_request.exists() && focus() {
                    let _ = fs::remove_file(&focus_request);
                }
                thread::sleep(POLL);
            }
        });
    }
}

/// A lock, or leave to go on without one.
struct Taken(Option<File>);

/// The folder, unless another process has it. A folder that cannot be locked
/// (read-only, or on a drive without locks) is taken all the same: what is
/// wrong with it is for opening the shop to say.
fn try_take(data_dir: &Path) -> Option<Taken> {
    let Ok(file) = open_lock(data_dir) else {
        return Some(Taken(None));
    };
    match file.try_lock() {
        Ok(()) => Some(Taken(Some(file))),
        Err(TryLockError::WouldBlock) => None,
        Err(TryLockError::Error(_)) => Some(Taken(None)),
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
            Claim::Answered | Claim::Silent => panic!("the folder is taken"),
        }
    }

    #[test]
    fn a_second_start_brings_the_first_window_to_front() {
        let dir = tempfile::tempdir().unwrap();
        let (focused, was_focused) = mpsc::channel();
        first(dir.path()).answer_focus_requests(move || focused.send(()).is_ok());

        assert!(matches!(Instance::claim(dir.path()), Claim::Answered));
        was_focused.recv_timeout(Duration::from_secs(2)).unwrap();
        assert!(was_focused.try_recv().is_err(), "asked once, focused twice");
    }

    #[test]
    fn a_start_while_the_first_is_ending_takes_over() {
        let dir = tempfile::tempdir().unwrap();
        let ending = first(dir.path());
        thread::spawn(move || {
            thread::sleep(POLL);
            drop(ending);
        });
        first(dir.path());
    }

    #[test]
    fn a_window_that_is_closing_does_not_answer() {
        let dir = tempfile::tempdir().unwrap();
        first(dir.path()).answer_focus_requests(|| false);
        assert!(matches!(Instance::claim(dir.path()), Claim::Silent));
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
