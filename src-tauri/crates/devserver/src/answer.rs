//! Errors of the command table as HTTP answers.

use axum::Json;
use axum::http::StatusCode;
use axum::response::{IntoResponse as _, Response};
use regulars_api::ApiError;
use serde_json::{Value, json};

/// An error in the words of the table.
pub(crate) fn error(code: &str, message: &str) -> Value {
    json!({ "code": code, "message": message, "field": null, "details": {} })
}

/// An error of the table as JSON.
pub(crate) fn in_json(error_of_table: ApiError) -> Value {
    serde_json::to_value(&error_of_table)
        .unwrap_or_else(|unwritable| error("internal", &unwritable.to_string()))
}

/// The response for an error; the page branches on the code, people with a
/// network inspector on the status.
pub(crate) fn refusal(error: Value) -> Response {
    let status = match error.get("code").and_then(Value::as_str) {
        Some("bad_request") => StatusCode::BAD_REQUEST,
        Some("forbidden") => StatusCode::FORBIDDEN,
        Some("unknown_command") => StatusCode::NOT_FOUND,
        Some("internal") => StatusCode::INTERNAL_SERVER_ERROR,
        _ => StatusCode::UNPROCESSABLE_ENTITY,
    };
    (status, Json(error)).into_response()
}
