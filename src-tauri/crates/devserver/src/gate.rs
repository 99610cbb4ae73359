//! Only a page of this machine may call. A web page elsewhere cannot, even
//! when its name is made to point here: its `Host` or its `Origin` tells.

use axum::extract::Request;
use axum::http::HeaderMap;
use axum::http::header::{HOST, ORIGIN};
use axum::middleware::Next;
use axum::response::Response;

use crate::answer;

/// Lets requests from this machine's own pages through.
pub(crate) async fn from_here_only(request: Request, next: Next) -> Response {
    if is_from_here(request.headers()) {
        next.run(request).await
    } else {
        answer::refusal(answer::error(
            "forbidden",
            "Only pages served from this machine may call the dev server.",
        ))
    }
}

fn is_from_here(headers: &HeaderMap) -> bool {
    let host = headers.get(HOST).and_then(|host| host.to_str().ok());
    let from_our_page = match headers.get(ORIGIN).map(|origin| origin.to_str()) {
        None => true,
        Some(Ok(origin)) => origin.strip_prefix("http://").is_some_and(is_loopback),
        Some(Err(_)) => false,
    };
    host.is_some_and(is_loopback) && from_our_page
}

/// Whether a name with an optional port is this machine. Any port: Vite serves
/// the page from its own and passes the calls on.
fn is_loopback(authority: &str) -> bool {
    let name = match authority.rsplit_once(':') {
        Some((name, port)) if port.bytes().all(|digit| digit.is_ascii_digit()) => name,
        _ => authority,
    };
    matches!(name, "127.0.0.1" | "localhost" | "[::1]")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn allowed(host: &str, origin: Option<&str>) -> bool {
        let mut headers = HeaderMap::new();
        headers.insert(HOST, host.parse().unwrap());
        if let Some(origin) = origin {
            headers.insert(ORIGIN, origin.parse().unwrap());
        }
        is_from_here(&headers)
    }

    #[test]
    fn our_own_pages_may_call() {
        assert!(allowed("127.0.0.1:4780", None));
        assert!(allowed("127.0.0.1:4780", Some("http://127.0.0.1:4780")));
        assert!(allowed("localhost:4780", Some("http://localhost:5173")));
        assert!(allowed("[::1]:4780", Some("http://[::1]:4780")));
    }

    #[test]
    fn no_other_page_may() {
        assert!(!allowed("127.0.0.1:4780", Some("https://example.org")));
        assert!(!allowed("127.0.0.1:4780", Some("null")));
        assert!(!allowed(
            "127.0.0.1:4780",
            Some("http://localhost.example.org")
        ));
        // A name of the attacker's that resolves to this machine.
        assert!(!allowed("rebound.example.org:4780", None));
        assert!(!is_from_here(&HeaderMap::new()));
    }
}
