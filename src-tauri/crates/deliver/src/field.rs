use serde::{Deserialize, Serialize};
use thiserror::Error;

/// What is wrong with one field of a set-up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, Error)]
#[error("{field}: {fault:?}")]
pub struct FieldError {
    /// The field's name as it is written in JSON; in lists with its place, `headers.0`.
    pub field: String,
    /// What is wrong.
    #[serde(flatten)]
    pub fault: Fault,
}

/// What can be wrong with a field.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "fault", rename_all = "snake_case")]
pub enum Fault {
    /// It must not be empty.
    Empty,
    /// It is not of the form that is asked for.
    Malformed,
    /// It would send text or a password unprotected to another PC.
    Unprotected,
    /// It has a `{placeholder}` that does not exist, or not there.
    UnknownPlaceholder {
        /// The name between the braces.
        name: String,
    },
    /// It is not valid JSON.
    Json {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
}

impl FieldError {
    pub(crate) fn new(field: impl Into<String>, fault: Fault) -> Self {
        Self {
            field: field.into(),
            fault,
        }
    }
}
