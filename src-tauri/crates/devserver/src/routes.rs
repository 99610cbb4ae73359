//! The commands and the pages.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::{DefaultBodyLimit, Path, State};
use axum::http::Uri;
use axum::response::{IntoResponse as _, Response};
use axum::routing::post;
use axum::{Json, Router, middleware};
use regulars_api::App;
use serde_json::Value;

use crate::host::TestHost;
use crate::pages::Pages;
use crate::{answer, gate, stage};

/// Room for a logo in base64 and then some.
const BODY_LIMIT_BYTES: usize = 64 * 1024 * 1024;

type Shop = Arc<Result<App, Value>>;

/// Everything the server answers.
pub(crate) fn router(shop: Result<App, Value>, host: Arc<TestHost>, dist: PathBuf) -> Router {
    let pages = Arc::new(Pages::new(dist));
    Router::new()
        .route("/api/{command}", post(call))
        .with_state(Arc::new(shop))
        .merge(stage::router(host))
        .fallback(move |uri: Uri| async move { pages.serve(&uri) })
        .layer(DefaultBodyLimit::max(BODY_LIMIT_BYTES))
        .layer(middleware::from_fn(gate::from_here_only))
}

/// Runs one command of the table on a worker thread.
async fn call(
    State(shop): State<Shop>,
    Path(command): Path<String>,
    Json(request): Json<Value>,
) -> Response {
    let answer = tokio::task::spawn_blocking(move || dispatch(&shop, &command, request)).await;
    match answer {
        Ok(Ok(response)) => Json(response).into_response(),
        Ok(Err(error)) => answer::refusal(error),
        Err(gone) => answer::refusal(answer::error("internal", &gone.to_string())),
    }
}

fn dispatch(shop: &Shop, command: &str, request: Value) -> Result<Value, Value> {
    let shop = shop.as_ref().as_ref().map_err(Value::clone)?;
    catch_unwind(AssertUnwindSafe(|| shop.dispatch(command, request)))
        .map_err(|_| answer::error("internal", "The command panicked; see standard error."))?
        .map_err(answer::in_json)
}

#[cfg(test)]
mod tests {
    use std::sync::mpsc;
    use std::thread;

    use regulars_api::AppConfig;
    use serde_json::json;
    use tokio::net::TcpListener;
    use ureq::Agent;

    use super::*;

    /// A server over an empty folder, for as long as the test process lives.
    fn serve() -> String {
        let (tell, told) = mpsc::channel();
        thread::spawn(move || {
            let folder = tempfile::tempdir().unwrap();
            let host = Arc::new(TestHost::new(Some(0)));
            let config = AppConfig {
                data_dir: folder.path().join("shop"),
                documents_dir: folder.path().join("documents"),
                preferred_locale: None,
            };
            let shop = App::open(config, host.clone()).map_err(answer::in_json);
            let router = router(shop, host, folder.path().join("dist"));
            tokio::runtime::Runtime::new()
                .unwrap()
                .block_on(async move {
                    let listener = TcpListener::bind(("127.0.0.1", 0)).await.unwrap();
                    tell.send(listener.local_addr().unwrap()).unwrap();
                    axum::serve(listener, router).await.unwrap();
                });
        });
        format!("http://{}", told.recv().unwrap())
    }

    fn post(url: &str, origin: &str, body: &Value) -> (u16, Value) {
        let agent: Agent = Agent::config_builder()
            .http_status_as_error(false)
            .build()
            .into();
        let mut response = agent
            .post(url)
            .header("Origin", origin)
            .send_json(body)
            .unwrap();
        (
            response.status().as_u16(),
            response.body_mut().read_json().unwrap(),
        )
    }

    #[test]
    fn a_refusal_has_a_code_in_its_body() {
        let server = serve();
        let (status, error) = post(
            &format!("{server}/api/no_such_command"),
            &server,
            &json!({}),
        );
        assert_eq!((status, &error["code"]), (404, &json!("unknown_command")));
    }

    #[test]
    fn another_page_is_refused_before_anything_runs() {
        let server = serve();
        let url = format!("{server}/__test/clock");
        let (status, error) = post(&url, "https://example.org", &json!({ "now_ms": 1 }));
        assert_eq!((status, &error["code"]), (403, &json!("forbidden")));
        assert_eq!(
            post(&url, &server, &json!({})),
            (200, json!({ "now_ms": 0 }))
        );
    }

    #[test]
    fn a_test_moves_the_clock() {
        let server = serve();
        let url = format!("{server}/__test/clock");
        assert_eq!(
            post(&url, &server, &json!({ "advance_ms": 7 })).1["now_ms"],
            7
        );
        assert_eq!(
            post(&url, &server, &json!({ "now_ms": 100, "advance_ms": -1 })).1["now_ms"],
            99
        );
    }
}
