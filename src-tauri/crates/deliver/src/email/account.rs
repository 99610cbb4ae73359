use lettre::Address;
use rustls::pki_types::ServerName;
use serde::{Deserialize, Serialize};

use crate::{Fault, FieldError, wire::is_loopback};

/// The mailbox the shop writes from, without its password.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct EmailAccount {
    /// The SMTP server.
    pub host: String,
    /// 587 for [`Security::Starttls`] and 465 for [`Security::Tls`], as a rule.
    pub port: u16,
    /// How the connection is protected.
    pub security: Security,
    /// Empty for a server that asks for no name and password.
    pub username: String,
    /// The sender as guests read it, such as the shop's name; may be empty.
    pub from_name: String,
    /// The sender's address.
    pub from_address: String,
    /// Where answers go, where that is another address.
    #[serde(default)]
    pub reply_to: Option<String>,
}

/// How a connection to a mail server is protected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MailSecurity"))]
#[serde(rename_all = "snake_case")]
pub enum Security {
    /// It starts in plain text and must become TLS before anything is said.
    Starttls,
    /// TLS from the first byte.
    Tls,
    /// Plain text: only to a server on this PC.
    None,
}

impl EmailAccount {
    /// Everything that is wrong with the set-up, by field; nothing if it is right.
    #[must_use]
    pub fn check(&self) -> Vec<FieldError> {
        let mut errors = Vec::new();
        let mut add = |field: &str, fault: Option<Fault>| {
            errors.extend(fault.map(|fault| FieldError::new(field, fault)));
        };
        add("host", host_fault(&self.host));
        add("port", (self.port == 0).then_some(Fault::Empty));
        let bare = self.security == Security::None && !is_loopback(&self.host);
        add("security", bare.then_some(Fault::Unprotected));
        add("username", text_fault(&self.username));
        add("from_name", text_fault(&self.from_name));
        add("from_address", address_fault(&self.from_address));
        let reply_to = self.reply_to.as_deref();
        add("reply_to", reply_to.and_then(address_fault));
        errors
    }
}

fn host_fault(host: &str) -> Option<Fault> {
    if host.is_empty() {
        return Some(Fault::Empty);
    }
    ServerName::try_from(host)
        .is_err()
        .then_some(Fault::Malformed)
}

fn text_fault(text: &str) -> Option<Fault> {
    text.contains(char::is_control).then_some(Fault::Malformed)
}

/// The shop's own address is plain ASCII: every server takes that.
fn address_fault(address: &str) -> Option<Fault> {
    if address.is_empty() {
        return Some(Fault::Empty);
    }
    let good = address.is_ascii() && address.parse::<Address>().is_ok();
    (!good).then_some(Fault::Malformed)
}
