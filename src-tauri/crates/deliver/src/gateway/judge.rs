use std::time::Duration;

use serde_json::Value;

use super::{Gateway, template::Values};
use crate::Failure;

/// What the provider said.
pub(super) struct Answer {
    pub(super) status: u16,
    pub(super) wait: Option<Duration>,
    pub(super) json: Option<Value>,
    pub(super) text: String,
}

/// The provider's id of the message it took over, or what became of it instead.
pub(super) fn judge(
    gateway: &Gateway,
    values: &Values<'_>,
    answer: &Answer,
) -> Result<Option<String>, Failure> {
    let reader = Reader {
        gateway,
        values,
        answer,
    };
    let rule = &gateway.success;
    if !(rule.status_from..=rule.status_to).contains(&answer.status) {
        return Err(reader.refusal());
    }
    let Some(expected) = &rule.answer else {
        return Ok(reader.id());
    };
    let found = reader.at(&expected.pointer);
    let holds = match (&found, &expected.equals) {
        (Some(found), Some(wanted)) => found == wanted,
        (found, None) => found.is_some(),
        (None, Some(_)) => false,
    };
    if holds {
        return Ok(reader.id());
    }
    Err(reader.refusal())
}

struct Reader<'a> {
    gateway: &'a Gateway,
    values: &'a Values<'a>,
    answer: &'a Answer,
}

impl Reader<'_> {
    fn id(&self) -> Option<String> {
        self.at(self.gateway.id_pointer.as_deref()?)
    }

    fn at(&self, pointer: &str) -> Option<String> {
        let json = self.answer.json.as_ref()?;
        match json.pointer(&self.values.pointer(pointer))? {
            Value::Null => None,
            Value::String(text) => Some(text.clone()),
            other => Some(other.to_string()),
        }
    }

    fn first(&self, pointers: &[String]) -> Option<String> {
        pointers.iter().find_map(|pointer| self.at(pointer))
    }

    /// The provider's own code says more than the status, which many use loosely.
    fn refusal(&self) -> Failure {
        let rule = &self.gateway.answers;
        let detail = self.detail();
        let Some(code) = self.first(&rule.code_pointers) else {
            return self.by_status(detail);
        };
        if rule.limit.contains(&code) {
            Failure::limit("gateway_limit", detail).after(self.wait())
        } else if rule.transient.contains(&code) {
            Failure::transient("gateway_busy", detail).after(self.wait())
        } else if rule.setup.contains(&code) {
            Failure::setup("gateway_setup", detail)
        } else if rule.permanent.contains(&code) {
            Failure::permanent("gateway_refused", detail)
        } else {
            self.by_status(detail)
        }
    }

    fn by_status(&self, detail: String) -> Failure {
        let wait = self.wait();
        match self.answer.status {
            // The answer is not what the set-up tells to expect: a refusal only if it says why.
            200..300 if !self.says_why() => Failure::unsure("gateway_answer", detail),
            200..300 => Failure::permanent("gateway_refused", detail),
            300..400 => Failure::setup("gateway_redirect", detail),
            401 | 403 | 407 => Failure::setup("gateway_auth", detail),
            402 => Failure::setup("gateway_balance", detail),
            404 | 405 | 410 => Failure::setup("gateway_address", detail),
            429 => Failure::limit("gateway_limit", detail).after(wait),
            408 | 425 => Failure::transient("gateway_busy", detail).after(wait),
            400..500 => Failure::permanent("gateway_refused", detail),
            503 => Failure::transient("gateway_busy", detail).after(wait),
            // Something broke over there, before or after the message went on.
            _ => Failure::unsure("gateway_error", detail).after(wait),
        }
    }

    /// Whether there is a value that differs from the wanted one, or a code of a refusal.
    fn says_why(&self) -> bool {
        let expected = self.gateway.success.answer.as_ref();
        let differs = expected.is_some_and(|expected| self.at(&expected.pointer).is_some());
        let good = expected.and_then(|expected| expected.equals.clone());
        let code = self.first(&self.gateway.answers.code_pointers);
        differs || (code.is_some() && code != good)
    }

    fn wait(&self) -> Option<Duration> {
        let said = self.gateway.answers.wait_pointer.as_deref();
        let seconds = said.and_then(|pointer| self.at(pointer)?.parse().ok());
        seconds.map(Duration::from_secs).or(self.answer.wait)
    }

    fn detail(&self) -> String {
        let words = self.first(&self.gateway.answers.text_pointers);
        let words = words.as_deref().unwrap_or(&self.answer.text);
        format!("{} {words}", self.answer.status)
    }
}
