use serde_json::Value;
use ureq::http::{HeaderName, HeaderValue, Uri};
use uuid::Uuid;

use super::{
    Body, Gateway, GatewayMessage, Method, SuccessRule,
    template::{Values, names, unknown_names},
};
use crate::{Fault, FieldError, Secret, wire::is_loopback};

/// Headers the connection itself is made of.
const RESERVED: [&str; 4] = ["host", "content-length", "transfer-encoding", "connection"];

impl Gateway {
    /// Everything that is wrong with the set-up, by field; nothing if it is right.
    #[must_use]
    pub fn check(&self) -> Vec<FieldError> {
        let mut errors = vec![
            ("url".to_owned(), self.url_fault()),
            ("body".to_owned(), self.body_fault()),
            (
                "account".to_owned(),
                self.own_fault(&self.account, &["account", "basic_auth"]),
            ),
            (
                "sender".to_owned(),
                self.own_fault(&self.sender, &["sender"]),
            ),
            ("success.status_from".to_owned(), self.status_fault()),
        ];
        for (place, (name, value)) in self.headers.iter().enumerate() {
            errors.push((format!("headers.{place}"), header_fault(name, value)));
        }
        for (field, template) in self.templates() {
            let unknown = unknown_names(&template).next().map(unknown);
            errors.push((field, unknown));
        }
        for (field, pointer) in self.pointers() {
            errors.push((field, pointer_fault(pointer)));
        }
        errors
            .into_iter()
            .filter_map(|(field, fault)| fault.map(|fault| FieldError::new(field, fault)))
            .collect()
    }

    /// Each place of the request that may hold placeholders, by field.
    fn templates(&self) -> Vec<(String, String)> {
        let mut templates = vec![("url".to_owned(), self.url.clone())];
        for (place, (_, value)) in self.headers.iter().enumerate() {
            templates.push((format!("headers.{place}"), value.clone()));
        }
        match &self.body {
            Body::None => {}
            Body::Json { template } => {
                let value = serde_json::from_str(template).unwrap_or_default();
                let texts = texts_of(value).into_iter();
                templates.extend(texts.map(|text| ("body.template".to_owned(), text)));
            }
            Body::Form { pairs } => {
                for (place, (_, value)) in pairs.iter().enumerate() {
                    templates.push((format!("body.pairs.{place}"), value.clone()));
                }
            }
        }
        templates
    }

    fn pointers(&self) -> Vec<(String, &str)> {
        let expected = self.success.answer.as_ref().map(|answer| &answer.pointer);
        let mut pointers: Vec<(String, &str)> = [
            ("success.answer.pointer", expected),
            ("id_pointer", self.id_pointer.as_ref()),
            ("answers.wait_pointer", self.answers.wait_pointer.as_ref()),
        ]
        .into_iter()
        .filter_map(|(field, pointer)| Some((field.to_owned(), pointer?.as_str())))
        .collect();
        for (field, list) in [
            ("answers.code_pointers", &self.answers.code_pointers),
            ("answers.text_pointers", &self.answers.text_pointers),
        ] {
            for (place, pointer) in list.iter().enumerate() {
                pointers.push((format!("{field}.{place}"), pointer));
            }
        }
        pointers
    }

    fn url_fault(&self) -> Option<Fault> {
        if self.url.is_empty() {
            return Some(Fault::Empty);
        }
        let Some((_, rest)) = self.url.split_once("://") else {
            return Some(Fault::Malformed);
        };
        // A host put together from a text could be anybody's.
        let host = rest.split(['/', '?', '#']).next().unwrap_or_default();
        if let Some(name) = names(host).next() {
            return Some(unknown(name));
        }
        let Ok(url) = self.sample_url().parse::<Uri>() else {
            return Some(Fault::Malformed);
        };
        let authority = url.authority().map_or("", |authority| authority.as_str());
        match (url.scheme_str(), url.host()) {
            // A name and a password in an address would be shown wherever it is.
            _ if authority.contains('@') => Some(Fault::Malformed),
            (_, None | Some("")) => Some(Fault::Malformed),
            (Some("https"), _) => None,
            (Some("http"), Some(host)) if is_loopback(host) => None,
            (Some("http"), _) => Some(Fault::Unprotected),
            _ => Some(Fault::Malformed),
        }
    }

    /// The address as some message would make it.
    fn sample_url(&self) -> String {
        let message = GatewayMessage {
            id: Uuid::nil(),
            phone: "1".to_owned(),
            messenger_id: "1".to_owned(),
            text: "1".to_owned(),
        };
        Values::new(self, &Secret::new("1"), &message).escaped(&self.url)
    }

    fn body_fault(&self) -> Option<Fault> {
        match &self.body {
            Body::None => None,
            _ if self.method == Method::Get => Some(Fault::Malformed),
            Body::Json { template } => {
                serde_json::from_str::<Value>(template)
                    .err()
                    .map(|error| Fault::Json {
                        line: error.line(),
                        column: error.column(),
                    })
            }
            Body::Form { pairs } => pairs
                .iter()
                .any(|(name, _)| name.is_empty())
                .then_some(Fault::Empty),
        }
    }

    /// The shop's own value must be there if one of `wanted` is in a template.
    fn own_fault(&self, value: &str, wanted: &[&str]) -> Option<Fault> {
        if value.contains(char::is_control) {
            return Some(Fault::Malformed);
        }
        (value.is_empty() && self.asks_for(wanted)).then_some(Fault::Empty)
    }

    /// Whether nothing can be sent without a secret.
    #[must_use]
    pub fn needs_secret(&self) -> bool {
        self.asks_for(&["secret", "basic_auth"])
    }

    fn asks_for(&self, wanted: &[&str]) -> bool {
        self.templates()
            .iter()
            .any(|(_, template)| names(template).any(|name| wanted.contains(&name)))
    }

    fn status_fault(&self) -> Option<Fault> {
        let SuccessRule {
            status_from: from,
            status_to: to,
            ..
        } = self.success;
        let good = (200..300).contains(&from) && (200..300).contains(&to) && from <= to;
        (!good).then_some(Fault::Malformed)
    }
}

/// A text in a header would have to be bent to fit it; names and keys fit.
fn header_fault(name: &str, value: &str) -> Option<Fault> {
    let reserved = RESERVED
        .iter()
        .any(|other| other.eq_ignore_ascii_case(name));
    if reserved || name.parse::<HeaderName>().is_err() || value.parse::<HeaderValue>().is_err() {
        return Some(Fault::Malformed);
    }
    names(value).find(|name| *name == "text").map(unknown)
}

fn pointer_fault(pointer: &str) -> Option<Fault> {
    if !pointer.starts_with('/') {
        return Some(Fault::Malformed);
    }
    // The answer is looked at, not written to: what finds the guest in it, and no more.
    names(pointer)
        .find(|name| !["phone", "phone_digits", "messenger_id", "message_id"].contains(name))
        .map(unknown)
}

fn unknown(name: &str) -> Fault {
    Fault::UnknownPlaceholder {
        name: name.to_owned(),
    }
}

fn texts_of(value: Value) -> Vec<String> {
    match value {
        Value::String(text) => vec![text],
        Value::Array(items) => items.into_iter().flat_map(texts_of).collect(),
        Value::Object(fields) => fields
            .into_iter()
            .flat_map(|(_, value)| texts_of(value))
            .collect(),
        _ => Vec::new(),
    }
}
