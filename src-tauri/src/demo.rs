//! `--demo`: a shop with a year of history, made once in an empty folder.

use std::thread;
use std::time::Duration;

use regulars_api::{ApiError, App};
use serde_json::{Value, json};

const POLL: Duration = Duration::from_millis(50);

/// Fills an empty folder; a folder that has a shop already is left as it is.
pub(crate) fn fill(shop: &App, request: Value) -> Result<(), ApiError> {
    let state = shop.dispatch("app_state", json!({}))?;
    if state.get("shop").is_some_and(|there| !there.is_null()) {
        return Ok(());
    }
    let job = shop.dispatch("shop_create_demo", request)?;
    loop {
        let status = shop.dispatch("job_status", job.clone())?;
        match status.get("state").and_then(Value::as_str) {
            Some("running") => thread::sleep(POLL),
            Some("failed") => return Err(failure(&status)),
            _ => return Ok(()),
        }
    }
}

/// What the job says of its failure, as the window will show it.
fn failure(status: &Value) -> ApiError {
    let error = status.get("error").cloned().unwrap_or_default();
    serde_json::from_value(error).unwrap_or_else(|_| ApiError {
        code: "internal".to_owned(),
        message: format!("The demo shop could not be made: {status}"),
        field: None,
        details: Value::Null,
    })
}
