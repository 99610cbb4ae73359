use std::time::Duration;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use serde::{Deserialize, Serialize};

use crate::Secret;

/// A server's words are cut after as many characters.
const DETAIL_CHARS: usize = 300;
/// No server may put a message off for longer.
const LONGEST_WAIT: Duration = Duration::from_secs(24 * 60 * 60);

/// What became of one message.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The server took it over.
    Sent {
        /// The server's name for the message, where it gave one.
        remote_id: Option<String>,
    },
    /// It did not, or nobody knows.
    Failed(Failure),
}

/// Why a message was not sent, or may not have been.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Failure {
    /// What to do about it.
    pub kind: FailureKind,
    /// A stable name of the cause, such as `smtp_auth`.
    pub code: &'static str,
    /// The server's or the system's own words in one line, without secrets.
    pub detail: String,
    /// How long the server asked to wait.
    pub retry_after: Option<Duration>,
}

/// What can be done about a failure.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum FailureKind {
    /// Certainly not sent; it may work later.
    Transient,
    /// Certainly not sent: there is no way to the server, as without internet. No other message
    /// gets there either.
    Unreachable,
    /// Certainly not sent: the server does not answer, and every other message would wait for it
    /// as long.
    Silent,
    /// Certainly not sent: the account has sent enough for now, whomever to.
    Limit,
    /// Certainly not sent, and trying again would not help this message.
    Permanent,
    /// Certainly not sent, and no message will be until the owner mends the set-up.
    Setup,
    /// It may have been sent: the connection ended after the message was handed over and before
    /// the server said what became of it. Sending it again could send it twice.
    Unsure,
}

impl Failure {
    pub(crate) fn new(kind: FailureKind, code: &'static str, detail: impl Into<String>) -> Self {
        Self {
            kind,
            code,
            detail: detail.into(),
            retry_after: None,
        }
    }

    pub(crate) fn transient(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(FailureKind::Transient, code, detail)
    }

    pub(crate) fn unreachable(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(FailureKind::Unreachable, code, detail)
    }

    pub(crate) fn silent(detail: impl Into<String>) -> Self {
        Self::new(FailureKind::Silent, "timeout", detail)
    }

    pub(crate) fn limit(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(FailureKind::Limit, code, detail)
    }

    pub(crate) fn permanent(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(FailureKind::Permanent, code, detail)
    }

    pub(crate) fn setup(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(FailureKind::Setup, code, detail)
    }

    pub(crate) fn unsure(code: &'static str, detail: impl Into<String>) -> Self {
        Self::new(FailureKind::Unsure, code, detail)
    }

    pub(crate) fn after(mut self, wait: Option<Duration>) -> Self {
        self.retry_after = wait.map(|wait| wait.min(LONGEST_WAIT));
        self
    }

    /// Makes the detail one short line that keeps the secret, however a server echoed it.
    pub(crate) fn tidied(mut self, hidden: &[String]) -> Self {
        self.detail = one_line(&redacted(&self.detail, hidden));
        self
    }
}

/// The forms in which `secret` may come back from a server.
pub(crate) fn forms_of(secret: &Secret, account: &str) -> Vec<String> {
    let text = secret.expose();
    if text.is_empty() {
        return Vec::new();
    }
    let json = serde_json::to_string(text).unwrap_or_default();
    let mut forms = vec![
        text.to_owned(),
        json.trim_matches('"').to_owned(),
        crate::gateway::url_escaped(text),
        percent_encoding::utf8_percent_encode(text, percent_encoding::NON_ALPHANUMERIC).to_string(),
        BASE64.encode(text),
        BASE64.encode(format!("{account}:{text}")),
        BASE64.encode(format!("\0{account}\0{text}")),
    ];
    forms.sort_by_key(|form| std::cmp::Reverse(form.len()));
    forms.dedup();
    forms
}

pub(crate) fn redacted(text: &str, hidden: &[String]) -> String {
    hidden
        .iter()
        .filter(|form| !form.is_empty())
        .fold(text.to_owned(), |text, form| {
            text.replace(form.as_str(), "•••")
        })
}

fn one_line(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    let words: Vec<&str> = spaced.split_whitespace().collect();
    words.join(" ").chars().take(DETAIL_CHARS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn detail_is_one_short_line_without_the_secret() {
        let secret = Secret::new("p:ä \"ss");
        let hidden = forms_of(&secret, "me");
        let echoed = hidden.join("\r\n") + &" more words".repeat(100);

        let detail = Failure::setup("x", echoed).tidied(&hidden).detail;

        assert!(detail.starts_with("••• ••• •••"), "{detail}");
        assert!(!detail.contains('\n'));
        assert_eq!(detail.chars().count(), 300);
        assert!(!detail.contains("ss"), "{detail}");
    }
}
