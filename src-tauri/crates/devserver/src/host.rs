//! A desktop as a test wants it: it chooses what it is told to, opens nothing
//! but remembers, and its clock stands still if asked to.

use std::collections::VecDeque;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{SystemTime, UNIX_EPOCH};

use regulars_api::{Host, HostKind};

/// The host behind the dev server.
#[derive(Default)]
pub(crate) struct TestHost {
    stage: Mutex<Stage>,
}

#[derive(Default)]
struct Stage {
    /// Where the clock stands, or how far it runs ahead of the real one.
    stopped_at_ms: Option<i64>,
    ahead_ms: i64,
    files: VecDeque<Option<PathBuf>>,
    folders: VecDeque<Option<PathBuf>>,
    opened: Vec<PathBuf>,
}

impl TestHost {
    pub(crate) fn new(stopped_at_ms: Option<i64>) -> Self {
        let stage = Stage {
            stopped_at_ms,
            ..Stage::default()
        };
        Self {
            stage: Mutex::new(stage),
        }
    }

    /// The answer to the next question for a file; `None` cancels the dialog.
    pub(crate) fn choose_next_file(&self, path: Option<PathBuf>) {
        self.stage().files.push_back(path);
    }

    /// The answer to the next question for a folder.
    pub(crate) fn choose_next_folder(&self, path: Option<PathBuf>) {
        self.stage().folders.push_back(path);
    }

    /// What a desktop would have shown so far.
    pub(crate) fn opened(&self) -> Vec<PathBuf> {
        self.stage().opened.clone()
    }

    /// Stops the clock at an instant.
    pub(crate) fn stop_clock_at(&self, now_ms: i64) {
        self.stage().stopped_at_ms = Some(now_ms);
    }

    /// Moves the clock, stopped or running; backwards too.
    pub(crate) fn move_clock(&self, by_ms: i64) {
        let mut stage = self.stage();
        match &mut stage.stopped_at_ms {
            Some(now_ms) => *now_ms = now_ms.saturating_add(by_ms),
            None => stage.ahead_ms = stage.ahead_ms.saturating_add(by_ms),
        }
    }

    fn stage(&self) -> MutexGuard<'_, Stage> {
        self.stage.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Host for TestHost {
    fn now_ms(&self) -> i64 {
        let stage = self.stage();
        stage
            .stopped_at_ms
            .unwrap_or_else(|| real_now_ms().saturating_add(stage.ahead_ms))
    }

    fn kind(&self) -> HostKind {
        HostKind::Browser
    }

    fn choose_file(&self, _title: &str, _extensions: &[&str]) -> Option<PathBuf> {
        self.stage().files.pop_front().flatten()
    }

    fn choose_folder(&self, _title: &str) -> Option<PathBuf> {
        self.stage().folders.pop_front().flatten()
    }

    fn open_path(&self, path: &Path) -> Result<(), String> {
        if !path.exists() {
            return Err(format!("{} does not exist", path.display()));
        }
        self.stage().opened.push(path.to_path_buf());
        Ok(())
    }

    fn notify(&self, _title: &str, _text: &str) -> Result<(), String> {
        Err("no desktop".to_owned())
    }

    fn open_url(&self, url: &str) -> Result<(), String> {
        self.stage().opened.push(PathBuf::from(url));
        Ok(())
    }

    fn has_keyring(&self) -> bool {
        false
    }
}

fn real_now_ms() -> i64 {
    let since_epoch = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .unwrap_or_default();
    i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_stopped_clock_moves_only_when_moved() {
        let host = TestHost::new(Some(1_000));
        assert_eq!(host.now_ms(), 1_000);
        host.move_clock(-400);
        assert_eq!(host.now_ms(), 600);
        host.stop_clock_at(5);
        assert_eq!(host.now_ms(), 5);
    }

    #[test]
    fn a_running_clock_can_run_ahead() {
        let host = TestHost::new(None);
        host.move_clock(3_600_000);
        assert!(host.now_ms() - real_now_ms() > 3_590_000);
    }

    #[test]
    fn dialogs_answer_in_order_and_cancel_by_default() {
        let host = TestHost::new(None);
        host.choose_next_file(Some("a.csv".into()));
        host.choose_next_file(None);
        assert_eq!(host.choose_file("", &[]), Some("a.csv".into()));
        assert_eq!(host.choose_file("", &[]), None);
        assert_eq!(host.choose_file("", &[]), None);
    }
}
