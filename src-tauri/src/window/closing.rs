//! Closing asks the page first, as long as the page has something to lose.

use std::sync::atomic::{AtomicBool, Ordering};

use tauri::{State, WebviewWindow};

/// What the page listens for (ui/src/lib/backend/closing.ts).
const ASK: &str = "window.dispatchEvent(new Event('close-asked'))";

/// Whether the window may close by itself.
#[derive(Debug, Default)]
pub(crate) struct Closing {
    held: AtomicBool,
    asked: AtomicBool,
}

impl Closing {
    /// The page is asked and the window stays. A page that did not answer the
    /// last time is not asked again: a window that hangs must be closable.
    pub(crate) fn asks_first(&self, window: &WebviewWindow) -> bool {
        self.may_ask() && window.eval(ASK).is_ok()
    }

    fn may_ask(&self) -> bool {
        self.held.load(Ordering::SeqCst) && !self.asked.swap(true, Ordering::SeqCst)
    }

    /// What the page wants; also its answer that it was asked.
    fn hold(&self, held: bool) {
        self.held.store(held, Ordering::SeqCst);
        self.asked.store(false, Ordering::SeqCst);
    }
}

/// The page has something to lose, or no longer has.
#[tauri::command]
pub(crate) fn hold_open(closing: State<'_, Closing>, held: bool) {
    closing.hold(held);
}

/// The person has decided: the window closes.
#[tauri::command]
pub(crate) fn close(closing: State<'_, Closing>, window: WebviewWindow) -> tauri::Result<()> {
    closing.hold(false);
    window.close()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_page_with_something_to_lose_is_asked_and_one_that_hangs_does_not_keep_the_window() {
        let closing = Closing::default();
        assert!(!closing.may_ask(), "nothing to lose");
        closing.hold(true);
        assert!(closing.may_ask());
        closing.hold(true);
        assert!(closing.may_ask(), "it answered, and is asked again");
        assert!(!closing.may_ask(), "it did not answer");
        closing.hold(false);
        assert!(!closing.may_ask());
    }
}
