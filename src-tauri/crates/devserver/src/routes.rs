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
