//! `/__test/…`: what a test says to the host.

use std::path::PathBuf;
use std::sync::Arc;

use axum::extract::State;
use axum::routing::{get, post};
use axum::{Json, Router};
use serde::Deserialize;
use serde_json::{Value, json};

use crate::host::TestHost;

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    path: Option<PathBuf>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Clock {
    now_ms: Option<i64>,
    #[serde(default)]
    advance_ms: i64,
}

/// The endpoints tests use.
pub(crate) fn router(host: Arc<TestHost>) -> Router {
    Router::new()
        .route("/__test/choose_file", post(choose_file))
        .route("/__test/choose_folder", post(choose_folder))
        .route("/__test/opened", get(opened))
        .route("/__test/clock", post(clock))
        .with_state(host)
}

async fn choose_file(State(host): State<Arc<TestHost>>, Json(choice): Json<Choice>) -> Json<Value> {
    host.choose_next_file(choice.path);
    Json(json!({}))
}

async fn choose_folder(
    State(host): State<Arc<TestHost>>,
    Json(choice): Json<Choice>,
) -> Json<Value> {
    host.choose_next_folder(choice.path);
    Json(json!({}))
}

async fn opened(State(host): State<Arc<TestHost>>) -> Json<Value> {
    Json(json!({ "paths": host.opened() }))
}

async fn clock(State(host): State<Arc<TestHost>>, Json(clock): Json<Clock>) -> Json<Value> {
    if let Some(now_ms) = clock.now_ms {
        host.stop_clock_at(now_ms);
    }
    host.move_clock(clock.advance_ms);
    Json(json!({ "now_ms": regulars_api::Host::now_ms(host.as_ref()) }))
}
