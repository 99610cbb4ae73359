//! What the command table may ask of a desktop.

use std::ffi::OsString;
use std::path::{Path, PathBuf};
use std::sync::{OnceLock, mpsc};
use std::thread;
use std::time::{Duration, SystemTime, UNIX_EPOCH};

use regulars_api::{Host, HostKind};
use tauri::AppHandle;
use tauri_plugin_dialog::{DialogExt as _, FileDialogBuilder, FilePath};
use tauri_plugin_notification::NotificationExt as _;

/// A viewer that has not failed by now has opened.
const OPENED_AFTER: Duration = Duration::from_secs(2);

/// The desktop. Commands may run before the window exists; only dialogs need it.
#[derive(Default)]
pub(crate) struct DesktopHost {
    window_system: OnceLock<AppHandle>,
}

impl DesktopHost {
    /// Tells the host that dialogs can be shown from now on.
    pub(crate) fn window_system_is_up(&self, handle: AppHandle) {
        let _ = self.window_system.set(handle);
    }

    fn dialog(&self, title: &str) -> FileDialogBuilder<tauri::Wry> {
        self.window_system.wait().dialog().file().set_title(title)
    }
}

impl Host for DesktopHost {
    fn now_ms(&self) -> i64 {
        let since_epoch = SystemTime::now()
            .duration_since(UNIX_EPOCH)
            .unwrap_or_default();
        i64::try_from(since_epoch.as_millis()).unwrap_or(i64::MAX)
    }

    fn kind(&self) -> HostKind {
        HostKind::Desktop
    }

    fn choose_file(&self, title: &str, extensions: &[&str]) -> Option<PathBuf> {
        let chosen = self
            .dialog(title)
            .add_filter(title, extensions)
            .blocking_pick_file();
        chosen.and_then(local)
    }

    fn choose_folder(&self, title: &str) -> Option<PathBuf> {
        self.dialog(title).blocking_pick_folder().and_then(local)
    }

    fn open_path(&self, path: &Path) -> Result<(), String> {
        opened(path.as_os_str().to_owned())
    }

    fn notify(&self, title: &str, text: &str) -> Result<(), String> {
        let notification = self.window_system.wait().notification().builder();
        let shown = notification.title(title).body(text).show();
        shown.map_err(|error| error.to_string())
    }

    fn open_url(&self, url: &str) -> Result<(), String> {
        opened(url.into())
    }

    fn has_keyring(&self) -> bool {
        true
    }
}

fn opened(what: OsString) -> Result<(), String> {
    let (tell, told) = mpsc::channel();
    // On some desktops the opener stays until the viewer is closed.
    thread::spawn(move || tell.send(opener::open(what).map_err(|error| error.to_string())));
    told.recv_timeout(OPENED_AFTER).unwrap_or(Ok(()))
}

fn local(chosen: FilePath) -> Option<PathBuf> {
    chosen.into_path().ok()
}
