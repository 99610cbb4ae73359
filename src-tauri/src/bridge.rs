//! The one IPC command that reaches the shop, and what stands behind it: the
//! command table, opened in the background, called from worker threads, never
//! panicking outwards.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, OnceLock, PoisonError};
use std::thread;
use std::time::Duration;

use regulars_api::{ApiError, App, AppConfig, Host};
use serde_json::{Value, json};
use tauri::State;

/// An answer as the window receives it: a response, or an error with a code.
type Answer = Result<Value, Value>;

/// When the app first does something by itself.
const FIRST_TICK: Duration = Duration::from_secs(15);
/// When it tries again after something went wrong.
const AFTER_TROUBLE: Duration = Duration::from_secs(60);

/// The shop, once it is open, and the way to open it.
pub(crate) struct Bridge {
    shop: OnceLock<App>,
    opening: Mutex<()>,
    open: Box<dyn Fn() -> Result<App, Value> + Send + Sync>,
}

impl Bridge {
    /// Starts opening the shop; calls that come before it is open wait. If it cannot be opened every call is
    /// answered with the reason, so that the window can show it, and tries
    /// again, so that a repaired folder needs no new start.
    pub(crate) fn open(config: AppConfig, host: Arc<dyn Host>) -> Arc<Self> {
        let open = move || App::open(config.clone(), Arc::clone(&host)).map_err(in_json);
        let bridge = Arc::new(Self {
            shop: OnceLock::new(),
            opening: Mutex::new(()),
            open: Box::new(open),
        });
        let working = Arc::clone(&bridge);
        thread::spawn(move || working.work());
        bridge
    }

    /// Opens the shop, then does what nobody clicks for, for as long as the app runs,
    /// also while nobody looks at the window.
    fn work(&self) {
        let _ = guarded(|| self.shop().map(drop));
        // The first seconds belong to the window.
        let mut wait = FIRST_TICK;
        loop {
            thread::sleep(wait);
            // A shop that does not open is said by the window's own calls.
            wait = guarded(|| self.shop().map(App::tick)).unwrap_or(AFTER_TROUBLE);
        }
    }

    fn call(&self, command: &str, request: Value) -> Answer {
        guarded(|| self.shop()?.dispatch(command, request).map_err(in_json))
    }

    fn shop(&self) -> Result<&App, Value> {
        if let Some(shop) = self.shop.get() {
            return Ok(shop);
        }
        // One at a time; who waited finds it open.
        let _opening = self.opening.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some(shop) = self.shop.get() {
            return Ok(shop);
        }
        let shop = (self.open)()?;
        Ok(self.shop.get_or_init(|| shop))
    }
}

/// Runs one command of the table.
#[tauri::command]
pub(crate) async fn call(
    bridge: State<'_, Arc<Bridge>>,
    command: String,
    request: Value,
) -> Answer {
    let bridge = Arc::clone(&bridge);
    tauri::async_runtime::spawn_blocking(move || bridge.call(&command, request))
        .await
        .unwrap_or_else(|gone| Err(internal(&gone.to_string())))
}

/// A panic in one command is that command's error and nobody else's.
fn guarded<T>(work: impl FnOnce() -> Result<T, Value>) -> Result<T, Value> {
    catch_unwind(AssertUnwindSafe(work)).unwrap_or_else(|panic| {
        let what = panic.downcast_ref::<&str>().copied();
        let what = what.or_else(|| panic.downcast_ref::<String>().map(String::as_str));
        Err(internal(what.unwrap_or("no message")))
    })
}

fn internal(what: &str) -> Value {
    json!({
        "code": "internal",
        "message": format!("Internal error: {what}. Nothing that was saved is lost."),
        "field": null,
        "details": { "panic": what },
    })
}

fn in_json(error: ApiError) -> Value {
    serde_json::to_value(&error).unwrap_or_else(|unwritable| internal(&unwritable.to_string()))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::host::DesktopHost;

    #[test]
    fn a_folder_that_was_repaired_opens_without_a_new_start() {
        let dir = tempfile::tempdir().unwrap();
        let data_dir = dir.path().join("shop");
        // A file where the folder should be.
        std::fs::write(&data_dir, "").unwrap();
        let config = AppConfig {
            data_dir: data_dir.clone(),
            documents_dir: data_dir.join("documents"),
            preferred_locale: None,
        };
        let bridge = Bridge::open(config, Arc::new(DesktopHost::default()));
        bridge.call("app_state", json!({})).unwrap_err();

        std::fs::remove_file(data_dir).unwrap();
        bridge.call("app_state", json!({})).unwrap();
    }

    #[test]
    fn a_panic_is_an_error_with_a_code() {
        let answer: Answer = guarded(|| panic!("till {} burns", 1));
        let error = answer.unwrap_err();
        assert_eq!(error["code"], "internal");
        assert_eq!(error["details"]["panic"], "till 1 burns");
    }
}
