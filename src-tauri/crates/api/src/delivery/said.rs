//! What the codes of messages and channels mean.

use regulars_core::outbox::{MessageStatus, MessageView};
use regulars_i18n::{Args, Catalog, Locale};

/// What a code means, in a language; empty for none.
#[must_use]
pub fn said(code: &str, locale: Locale) -> String {
    if code.is_empty() {
        return String::new();
    }
    Catalog::get(locale).text(key(code))
}

/// What became of a message, in a language; empty if all is well.
#[must_use]
pub fn said_of(message: &MessageView, locale: Locale) -> String {
    let why = said(&message.code, locale);
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
        "smtp_no_answer" | "gateway_no_answer" | "gateway_answer" | "gateway_error" => {
            "sending-no-answer"
        }
        "interrupted" => "sending-interrupted",
        "secret_missing" => "sending-secret-missing",
        "secrets_locked" => "sending-secrets-locked",
        "secrets_damaged" | "secrets_failed" | "secrets_absent" => "sending-secrets-failed",
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
