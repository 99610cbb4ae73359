//! The one error an edge sees.

use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// A refusal: a stable code to branch on, a text in the shop's language, and
/// what it is about. Nothing was changed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS, thiserror::Error)]
#[error("{code}: {message}")]
pub struct ApiError {
    /// Stable, `snake_case`.
    pub code: String,
    /// For a person, in the shop's language.
    pub message: String,
    /// The request's field it is about.
    pub field: Option<String>,
    /// Facts to act on, e.g. `member_id` of the member who has the phone.
    #[ts(type = "any")]
    pub details: serde_json::Value,
}

/// The result of a command.
pub(crate) type ApiResult<T> = Result<T, ApiError>;
