use std::borrow::Cow;

use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use percent_encoding::{AsciiSet, NON_ALPHANUMERIC, utf8_percent_encode};
use serde_json::Value;

use super::{Gateway, GatewayMessage};
use crate::Secret;

/// What stays as it is in an address and in a form. The colon may stand in both, and Telegram's
/// keys, which have one, are written with it in their documentation.
const KEPT: &AsciiSet = &NON_ALPHANUMERIC
    .remove(b'-')
    .remove(b'.')
    .remove(b'_')
    .remove(b'~')
    .remove(b':');

pub(crate) fn url_escaped(text: &str) -> String {
    utf8_percent_encode(text, KEPT).to_string()
}

/// Every name a template may hold.
const NAMES: [&str; 9] = [
    "phone",
    "phone_digits",
    "messenger_id",
    "text",
    "account",
    "sender",
    "secret",
    "basic_auth",
    "message_id",
];

/// What stands for the names in one request.
pub(super) struct Values<'a> {
    gateway: &'a Gateway,
    secret: &'a Secret,
    message: &'a GatewayMessage,
}

impl<'a> Values<'a> {
    pub(super) fn new(
        gateway: &'a Gateway,
        secret: &'a Secret,
        message: &'a GatewayMessage,
    ) -> Self {
        Self {
            gateway,
            secret,
            message,
        }
    }

    fn get(&self, name: &str) -> Option<Cow<'_, str>> {
        let value = match name {
            "phone" => self.message.phone.as_str().into(),
            "phone_digits" => self.message.phone.trim_start_matches('+').into(),
            "messenger_id" => self.message.messenger_id.as_str().into(),
            "text" => self.message.text.as_str().into(),
            "account" => self.gateway.account.as_str().into(),
            "sender" => self.gateway.sender.as_str().into(),
            "secret" => self.secret.expose().into(),
            "basic_auth" => self.basic_auth().into(),
            "message_id" => self.message.id.to_string().into(),
            _ => return None,
        };
        Some(value)
    }

    fn basic_auth(&self) -> String {
        let account = &self.gateway.account;
        BASE64.encode(format!("{account}:{}", self.secret.expose()))
    }

    /// The template as it stands, with the values as they are.
    pub(super) fn plain(&self, template: &str) -> String {
        self.filled(template, str::to_owned)
    }

    /// The values escaped for an address or a form.
    pub(super) fn escaped(&self, template: &str) -> String {
        self.filled(template, url_escaped)
    }

    /// A JSON pointer: `~` and `/` have a meaning there.
    pub(super) fn pointer(&self, template: &str) -> String {
        self.filled(template, |value| {
            value.replace('~', "~0").replace('/', "~1")
        })
    }

    /// Fills the texts of a JSON value, which keeps its form whatever they hold.
    pub(super) fn json(&self, value: Value) -> Value {
        match value {
            Value::String(text) => Value::String(self.plain(&text)),
            Value::Array(items) => items.into_iter().map(|item| self.json(item)).collect(),
            Value::Object(fields) => fields
                .into_iter()
                .map(|(name, value)| (name, self.json(value)))
                .collect(),
            other => other,
        }
    }

    fn filled(&self, template: &str, escape: impl Fn(&str) -> String) -> String {
        pieces(template)
            .into_iter()
            .map(|piece| match piece {
                Piece::Text(text) => text.to_owned(),
                Piece::Name(name) => self
                    .get(name)
                    .map(|value| escape(&value))
                    .unwrap_or_default(),
            })
            .collect()
    }
}

/// The names in a template that do not exist.
pub(super) fn unknown_names(template: &str) -> impl Iterator<Item = &str> {
    names(template).filter(|name| !NAMES.contains(name))
}

/// The names in a template.
pub(super) fn names(template: &str) -> impl Iterator<Item = &str> {
    pieces(template)
        .into_iter()
        .filter_map(|piece| match piece {
            Piece::Name(name) => Some(name),
            Piece::Text(_) => None,
        })
}

enum Piece<'t> {
    Text(&'t str),
    Name(&'t str),
}

/// A brace that is not closed is a brace.
fn pieces(template: &str) -> Vec<Piece<'_>> {
    let mut pieces = Vec::new();
    let mut rest = template;
    while let Some((text, opened)) = rest.split_once('{') {
        let Some((name, after)) = opened.split_once('}') else {
            break;
        };
        pieces.push(Piece::Text(text));
        pieces.push(Piece::Name(name));
        rest = after;
    }
    pieces.push(Piece::Text(rest));
    pieces
}
