//! The built UI, under the content security policy of the desktop window.

use std::path::{Component, Path, PathBuf};

use axum::http::header::{CACHE_CONTROL, CONTENT_SECURITY_POLICY, CONTENT_TYPE};
use axum::http::{StatusCode, Uri};
use axum::response::{IntoResponse as _, Response};
use serde_json::Value;

const DESKTOP: &str = include_str!("../../../tauri.conf.json");

/// The folder of the UI, and the policy its pages run under.
pub(crate) struct Pages {
    dist: PathBuf,
    policy: String,
}

impl Pages {
    pub(crate) fn new(dist: PathBuf) -> Self {
        Self {
            dist,
            policy: browser_policy(),
        }
    }

    /// The file for a path of the UI; a path without a file is the app itself.
    pub(crate) fn serve(&self, uri: &Uri) -> Response {
        let asked = uri.path().trim_start_matches('/');
        let file = self
            .file(asked)
            .unwrap_or_else(|| self.dist.join("index.html"));
        match std::fs::read(&file) {
            Ok(content) => (
                [
                    (CONTENT_TYPE, content_type(&file)),
                    (CONTENT_SECURITY_POLICY, self.policy.as_str()),
                    (CACHE_CONTROL, "no-store"),
                ],
                content,
            )
                .into_response(),
            Err(error) => (
                StatusCode::NOT_FOUND,
                format!(
                    "{}: {error}. Build the UI first: npm run build in ui/\n",
                    file.display()
                ),
            )
                .into_response(),
        }
    }

    fn file(&self, asked: &str) -> Option<PathBuf> {
        let relative = Path::new(asked);
        let inside = relative
            .components()
            .all(|part| matches!(part, Component::Normal(_)));
        let file = self.dist.join(relative);
        (inside && file.is_file()).then_some(file)
    }
}

/// The desktop's own policy, calling over HTTP instead of IPC, so that what it
/// would block there is blocked in the UI tests too.
fn browser_policy() -> String {
    let config: Value = serde_json::from_str(DESKTOP).unwrap_or_default();
    let policy = config.pointer("/app/security/csp").and_then(Value::as_str);
    policy
        .unwrap_or("default-src 'self'")
        .replace("ipc: http://ipc.localhost", "'self'")
}

fn content_type(file: &Path) -> &'static str {
    match file.extension().and_then(|extension| extension.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("json" | "map") => "application/json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("ico") => "image/x-icon",
        Some("woff2") => "font/woff2",
        Some("wasm") => "application/wasm",
        _ => "application/octet-stream",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_policy_is_the_desktops_with_http_for_ipc() {
        let policy = browser_policy();
        assert!(
            policy.contains("default-src 'self'; connect-src 'self'; img-src"),
            "{policy}"
        );
    }

    #[test]
    fn nothing_outside_the_ui_is_served() {
        let dist = tempfile::tempdir().unwrap();
        std::fs::create_dir(dist.path().join("inner")).unwrap();
        std::fs::write(dist.path().join("secret"), "").unwrap();
        std::fs::write(dist.path().join("inner/page.html"), "").unwrap();
        let pages = Pages::new(dist.path().join("inner"));
        assert!(pages.file("page.html").is_some());
        assert!(pages.file("../secret").is_none());
        assert!(pages.file("/etc/passwd").is_none());
        assert!(pages.file("").is_none());
    }
}
