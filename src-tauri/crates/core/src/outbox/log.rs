//! What the change log keeps of messages. It is never altered, so what is personal
//! stands in the outbox alone, and in the log a hash that tells one text from another.

use serde::Serialize;
use sha2::{Digest, Sha256};

use super::types::{SendResult, Trouble};
use crate::{
    error::{Code, Error, Result},
    id::MessageId,
};

/// What became of a message, without the other side's words: they may name who it was
/// for.
#[derive(Debug, Serialize)]
pub(super) struct Noted<'a> {
    message: MessageId,
    kind: &'static str,
    code: &'a str,
    digest: String,
}

impl<'a> Noted<'a> {
    pub(super) fn of(message: MessageId, result: &'a SendResult) -> Result<Self> {
        let (kind, trouble): (_, Option<&Trouble>) = match result {
            SendResult::Sent { .. } => ("sent", None),
            SendResult::Transient(trouble) => ("transient", Some(trouble)),
            SendResult::Limit(trouble) => ("limit", Some(trouble)),
            SendResult::Unreachable(trouble) => ("unreachable", Some(trouble)),
            SendResult::Silent(trouble) => ("silent", Some(trouble)),
            SendResult::Permanent(trouble) => ("permanent", Some(trouble)),
            SendResult::Setup(trouble) => ("setup", Some(trouble)),
            SendResult::Unsure(trouble) => ("unsure", Some(trouble)),
        };
        Ok(Self {
            message,
            kind,
            code: trouble.map_or("", |trouble| &trouble.code),
            digest: digest(result)?,
        })
    }
}

/// SHA-256 of a value, in hexadecimal digits.
pub(super) fn digest(value: &impl Serialize) -> Result<String> {
    let json = serde_json::to_vec(value)
        .map_err(|error| Error::new(Code::Storage).arg("detail", error))?;
    let digest: [u8; 32] = Sha256::digest(json).into();
    Ok(digest.iter().map(|byte| format!("{byte:02x}")).collect())
}
