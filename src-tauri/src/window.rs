//! The one window: made in Rust, where it was last time, going nowhere else.

pub(crate) mod closing;
mod memory;

use std::sync::Arc;

use tauri::webview::NewWindowResponse;
use tauri::window::Color;
use tauri::{App, Manager, Url, UserAttentionType, WebviewUrl, WebviewWindow};
use tauri::{WebviewWindowBuilder, WindowEvent};

use crate::bridge::{self, Bridge};
use crate::host::DesktopHost;
use crate::instance::Instance;
use closing::Closing;
pub(crate) use memory::Memory;

/// The label that the capability file allows the call for.
const LABEL: &str = "main";
const SIZE: (f64, f64) = (1280.0, 800.0);
const SMALLEST: (f64, f64) = (1024.0, 700.0);
/// Paper, as in the design tokens: no white flash before the first paint.
const PAPER: Color = Color(0xfa, 0xf6, 0xf0, 0xff);

/// Shows the window until it is closed.
pub(crate) fn run(
    bridge: Arc<Bridge>,
    host: Arc<DesktopHost>,
    instance: Instance,
    memory: Memory,
    demo: bool,
) -> tauri::Result<()> {
    // The wizard makes the demo shop, so that its progress is seen.
    let page = if demo {
        "index.html?demo"
    } else {
        "index.html"
    };
    tauri::Builder::default()
        .plugin(tauri_plugin_dialog::init())
        .plugin(tauri_plugin_notification::init())
        .manage(bridge)
        .manage(Closing::default())
        .invoke_handler(tauri::generate_handler![
            bridge::call,
            closing::hold_open,
            closing::close
        ])
        .setup(move |app| {
            host.window_system_is_up(app.handle().clone());
            open(app, page, memory)?;
            let app = app.handle().clone();
            instance.answer_focus_requests(move || {
                let window = app.get_webview_window(LABEL);
                window.as_ref().map(bring_to_front).is_some()
            });
            Ok(())
        })
        .run(tauri::generate_context!())
}

fn open(app: &App, page: &str, memory: Memory) -> tauri::Result<()> {
    let window = WebviewWindowBuilder::new(app, LABEL, WebviewUrl::App(page.into()))
        .title("Regulars")
        .inner_size(SIZE.0, SIZE.1)
        .min_inner_size(SMALLEST.0, SMALLEST.1)
        .background_color(PAPER)
        .center()
        .visible(false)
        // The page takes dropped files itself (import).
        .disable_drag_drop_handler()
        .on_navigation(is_our_page)
        .on_new_window(|_, _| NewWindowResponse::Deny)
        .build()?;
    memory.restore(&window);
    window.show()?;
    let closing = window.clone();
    window.on_window_event(move |event| {
        if let WindowEvent::CloseRequested { api, .. } = event {
            if closing.state::<Closing>().asks_first(&closing) {
                api.prevent_close();
            } else {
                memory.keep(&closing);
            }
        }
    });
    Ok(())
}

/// Links never leave the app, whatever a text contains.
fn is_our_page(url: &Url) -> bool {
    match url.scheme() {
        "tauri" => true,
        // Windows serves the same pages under this name.
        "http" | "https" => url.host_str() == Some("tauri.localhost"),
        _ => url.as_str() == "about:blank",
    }
}

fn bring_to_front(window: &WebviewWindow) {
    let _ = window.unminimize();
    let _ = window.show();
    let _ = window.set_focus();
    // Where a desktop forbids taking the focus, ask for it visibly.
    let _ = window.request_user_attention(Some(UserAttentionType::Informational));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_our_own_pages_are_shown() {
        for (url, ours) in [
            ("tauri://localhost/index.html?demo", true),
            ("http://tauri.localhost/index.html", true),
            ("about:blank", true),
            ("https://example.org/", false),
            ("http://tauri.localhost.example.org/", false),
            ("file:///etc/passwd", false),
            ("data:text/html,hello", false),
        ] {
            assert_eq!(is_our_page(&Url::parse(url).unwrap()), ours, "{url}");
        }
    }
}
