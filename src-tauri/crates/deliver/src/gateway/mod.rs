//! SMS and messengers through somebody's HTTP interface, described by data: a new provider is a
//! new set-up, not new code.

mod agent;
mod check;
mod judge;
pub mod presets;
mod send;
mod template;

use serde::{Deserialize, Serialize};
use uuid::Uuid;

pub use send::send_gateway;
pub(crate) use template::url_escaped;

/// How to hand a text to a provider.
///
/// `url`, the values of `headers` and `body`, and the pointers into the answer may hold
/// placeholders: `{phone}` (+36301234567), `{phone_digits}` (36301234567), `{messenger_id}`,
/// `{text}`, `{account}`, `{sender}`, `{secret}`, `{basic_auth}` (account and secret as HTTP's
/// basic authentication writes them) and `{message_id}`. Each value is escaped for where it
/// stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Gateway {
    /// The preset it came from, or empty.
    #[serde(default)]
    pub preset: String,
    /// Where to send; https, unless it is this PC.
    pub url: String,
    /// How.
    pub method: Method,
    /// Names and values.
    #[serde(default)]
    pub headers: Vec<(String, String)>,
    /// What.
    pub body: Body,
    /// The shop's name or number with the provider, where it asks for one beside the secret.
    #[serde(default)]
    pub account: String,
    /// The name or number the guest sees.
    #[serde(default)]
    pub sender: String,
    /// What the guest is known by.
    pub recipient: Recipient,
    /// When the provider took the message over.
    pub success: SuccessRule,
    /// Where the answer holds the provider's id of the message, as a JSON pointer.
    #[serde(default)]
    pub id_pointer: Option<String>,
    /// What its refusals mean.
    #[serde(default)]
    pub answers: AnswerRule,
}

/// HTTP methods.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "GatewayMethod"))]
#[serde(rename_all = "UPPERCASE")]
#[expect(missing_docs, reason = "HTTP's own words")]
pub enum Method {
    Get,
    Post,
}

/// What a request carries.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "GatewayBody"))]
#[serde(tag = "type", rename_all = "snake_case")]
pub enum Body {
    /// Nothing: everything is in the address.
    None,
    /// JSON with placeholders in its texts.
    Json {
        /// As it is typed.
        template: String,
    },
    /// What a web form sends.
    Form {
        /// Names and values.
        pairs: Vec<(String, String)>,
    },
}

/// What a guest is known by at the provider.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "GatewayRecipient"))]
#[serde(rename_all = "snake_case")]
pub enum Recipient {
    /// The phone number.
    Phone,
    /// The messenger's own id.
    Messenger,
}

/// When a message counts as sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct SuccessRule {
    /// The lowest HTTP status that may be a success.
    pub status_from: u16,
    /// The highest.
    pub status_to: u16,
    /// What the answer must hold besides: many providers refuse with status 200.
    #[serde(default)]
    pub answer: Option<Expected>,
}

/// What an answer must hold.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "ExpectedAnswer"))]
pub struct Expected {
    /// A JSON pointer.
    pub pointer: String,
    /// The value there, numbers and truth as they are written; without it any will do.
    #[serde(default)]
    pub equals: Option<String>,
}

/// How to read a refusal.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct AnswerRule {
    /// JSON pointers to a code; the first that is there counts.
    #[serde(default)]
    pub code_pointers: Vec<String>,
    /// JSON pointers to words; the first that is there is shown.
    #[serde(default)]
    pub text_pointers: Vec<String>,
    /// A JSON pointer to the seconds to wait.
    #[serde(default)]
    pub wait_pointer: Option<String>,
    /// Codes by which the account has sent enough for now, whomever to.
    #[serde(default)]
    pub limit: Vec<String>,
    /// Codes that pass: trouble at the provider's, too many messages to this guest.
    #[serde(default)]
    pub transient: Vec<String>,
    /// Codes the owner must see to: a wrong key, no money, a sender that is not allowed.
    #[serde(default)]
    pub setup: Vec<String>,
    /// Codes about this guest or this text alone, where the status would say otherwise.
    #[serde(default)]
    pub permanent: Vec<String>,
}

/// One text to one guest.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GatewayMessage {
    /// The message's own id, the same at every attempt.
    pub id: Uuid,
    /// With its plus and country; empty if unknown.
    pub phone: String,
    /// Empty if unknown.
    pub messenger_id: String,
    /// What to say.
    pub text: String,
}

impl Default for SuccessRule {
    /// Any status of success.
    fn default() -> Self {
        Self {
            status_from: 200,
            status_to: 299,
            answer: None,
        }
    }
}
