//! What the codes of messages and channels mean.

use regulars_core::outbox::{Contact, MessageStatus, MessageView};
use regulars_i18n::{Args, Catalog, Locale};

/// What a code means, in a language; empty for none.
#[must_use]
pub fn said(code: &str, locale: Locale) -> String {
    about(code, "", locale)
}

/// What a code means of a message to an address, a number, or somebody in a messenger.
#[must_use]
pub(super) fn said_to(code: &str, contact: Contact, locale: Locale) -> String {
    let to = match contact {
        Contact::Email => "email",
        Contact::Phone => "phone",
        Contact::Messenger => "messenger",
    };
    about(code, to, locale)
}

fn about(code: &str, to: &str, locale: Locale) -> String {
    if code.is_empty() {
        return String::new();
    }
    Catalog::get(locale).text_with(key(code), &Args::new().with("to", to))
}

/// Whether a message may have gone out: also a test, which is noted as failed.
#[must_use]
pub fn is_in_doubt(message: &MessageView) -> bool {
    match message.status {
        MessageStatus::Unsure => true,
        MessageStatus::Failed if message.touch_id.is_none() => {
            matches!(key(&message.code), NO_ANSWER | INTERRUPTED)
        }
        _ => false,
    }
}

/// Whether a code says that a password or key could not be read.
pub(super) fn is_about_secrets(code: &str) -> bool {
    matches!(key(code), SECRET_MISSING | SECRETS_LOCKED | SECRETS_FAILED)
}

const SECRET_MISSING: &str = "sending-secret-missing";
const SECRETS_LOCKED: &str = "sending-secrets-locked";
const SECRETS_FAILED: &str = "sending-secrets-failed";
const NO_ANSWER: &str = "sending-no-answer";
const INTERRUPTED: &str = "sending-interrupted";

/// What became of a message, in a language; empty if all is well.
#[must_use]
pub fn said_of(message: &MessageView, locale: Locale) -> String {
    let why = said_to(&message.code, message.contact, locale);
    if message.status == MessageStatus::Failed && message.attempts > 1 {
        let args = Args::new()
            .with("attempts", message.attempts)
            .with("why", why.as_str());
        return Catalog::get(locale).text_with("sending-given-up", &args);
    }
    why
}

fn key(code: &str) -> &'static str {
    match code {
        "connect" | "dns" => "sending-unreachable",
        "timeout" | "smtp_broken" => "sending-broke-off",
        "tls" | "smtp_no_starttls" | "unprotected" => "sending-unprotected",
        "smtp_auth" | "gateway_auth" => "sending-auth",
        "smtp_no_login" => "sending-no-login",
        "smtp_sender" | "smtp_refused" => "sending-sender",
        "smtp_busy" | "smtp_greylisted" | "gateway_busy" => "sending-busy",
        "smtp_limit" | "gateway_limit" => "sending-limit",
        "smtp_rejected" | "gateway_refused" => "sending-refused",
        "bad_address" => "sending-bad-address",
        "bad_message" => "sending-bad-message",
        "empty_message" => "sending-empty",
        "gateway_balance" => "sending-balance",
        "settings" | "gateway_setup" | "gateway_address" | "gateway_redirect" => "sending-settings",
        "smtp_no_answer" | "gateway_no_answer" | "gateway_answer" | "gateway_error" => NO_ANSWER,
        "interrupted" => INTERRUPTED,
        "secret_missing" => SECRET_MISSING,
        "secrets_locked" => SECRETS_LOCKED,
        "secrets_damaged" | "secrets_failed" | "secrets_absent" => SECRETS_FAILED,
        "by_hand" | "owner" => "sending-by-hand",
        "channel_off" => "sending-channel-off",
        "no_consent" => "sending-no-consent",
        "no_contact" => "sending-no-contact",
        "member_gone" => "sending-member-gone",
        "moment_off" => "sending-moment-off",
        "too_late" => "sending-too-late",
        "came_back" | "no_longer_useful" => "sending-no-longer-useful",
        _ => "sending-unknown",
    }
}
