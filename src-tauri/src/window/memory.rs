//! Size and place of the window, from one start to the next.

use std::fs;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use tauri::{LogicalSize, PhysicalPosition, WebviewWindow};

const FILE: &str = "window.json";

/// The file that remembers.
pub(crate) struct Memory {
    file: PathBuf,
}

/// The size in logical pixels, so that it fits a screen of another density;
/// the place in physical ones, as screens are arranged.
#[derive(Debug, Clone, Copy, PartialEq, Serialize, Deserialize)]
struct Frame {
    width: f64,
    height: f64,
    x: i32,
    y: i32,
    maximized: bool,
}

impl Memory {
    /// The memory of the shop in `data_dir`.
    pub(crate) fn beside(data_dir: &Path) -> Self {
        Self {
            file: data_dir.join(FILE),
        }
    }

    /// Puts the window where it was. What is missing, unreadable or off every
    /// screen leaves it as it is: a lost window is worse than a moved one.
    pub(crate) fn restore(&self, window: &WebviewWindow) {
        let Some(frame) = self.read() else { return };
        let _ = window.set_size(LogicalSize::new(frame.width, frame.height));
        if is_on_a_screen(window, frame) {
            let _ = window.set_position(PhysicalPosition::new(frame.x, frame.y));
        }
        if frame.maximized {
            let _ = window.maximize();
        }
    }

    /// Notes where the window is. A maximised window keeps the size it had
    /// before.
    pub(crate) fn keep(&self, window: &WebviewWindow) {
        let Ok(maximized) = window.is_maximized() else {
            return;
        };
        let frame = match (maximized, self.read()) {
            (true, Some(before)) => Some(Frame {
                maximized,
                ..before
            }),
            _ => measure(window, maximized),
        };
        if let Some(text) = frame.and_then(|frame| serde_json::to_string(&frame).ok()) {
            let _ = fs::write(&self.file, text);
        }
    }

    fn read(&self) -> Option<Frame> {
        let text = fs::read_to_string(&self.file).ok()?;
        let frame: Frame = serde_json::from_str(&text).ok()?;
        let sane = 200.0..20_000.0;
        (sane.contains(&frame.width) && sane.contains(&frame.height)).then_some(frame)
    }
}

fn measure(window: &WebviewWindow, maximized: bool) -> Option<Frame> {
    let scale = window.scale_factor().ok()?;
    let size = window.inner_size().ok()?.to_logical::<f64>(scale);
    let place = window.outer_position().ok()?;
    Some(Frame {
        width: size.width,
        height: size.height,
        x: place.x,
        y: place.y,
        maximized,
    })
}

/// Whether enough of the title bar would be on some screen to take hold of.
fn is_on_a_screen(window: &WebviewWindow, frame: Frame) -> bool {
    let screens = window.available_monitors().unwrap_or_default();
    screens.iter().any(|screen| {
        let (left, top) = (screen.position().x, screen.position().y);
        let right = left.saturating_add_unsigned(screen.size().width);
        let bottom = top.saturating_add_unsigned(screen.size().height);
        (left - 100..right - 100).contains(&frame.x) && (top..bottom - 100).contains(&frame.y)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn remembered(text: &str) -> Option<Frame> {
        let dir = tempfile::tempdir().unwrap();
        fs::write(dir.path().join(FILE), text).unwrap();
        Memory::beside(dir.path()).read()
    }

    #[test]
    fn a_frame_is_read_back() {
        let frame = Frame {
            width: 1400.0,
            height: 900.0,
            x: -20,
            y: 8,
            maximized: true,
        };
        assert_eq!(
            remembered(&serde_json::to_string(&frame).unwrap()),
            Some(frame)
        );
    }

    #[test]
    fn nonsense_is_forgotten() {
        for text in [
            "",
            "{",
            r#"{"width":1,"height":800,"x":0,"y":0,"maximized":false}"#,
        ] {
            assert_eq!(remembered(text), None, "{text}");
        }
    }
}
