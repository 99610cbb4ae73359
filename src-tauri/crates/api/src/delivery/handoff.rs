//! Links that open another program of this PC with a message filled in.

use regulars_core::member::MemberView;

use crate::messages::{Handoff, HandoffKind, Message};

/// The ways to hand a message to another program that the member's data allow.
pub(crate) fn handoffs(member: &MemberView, message: &Message) -> Vec<Handoff> {
    let subject = message.subject.trim();
    let body = message.body.trim();
    let text = if body.is_empty() { subject } else { body };
    let mut links = Vec::new();
    let mut add = |kind, url| links.push(Handoff { kind, url });
    if let Some(email) = &member.email {
        let url = format!(
            "mailto:{}?subject={}&body={}",
            escaped(email, "@"),
            escaped(subject, ""),
            escaped(&body.replace('\n', "\r\n"), "")
        );
        add(HandoffKind::Mail, url);
    }
    if let Some(phone) = &member.phone {
        let digits: String = phone.chars().filter(char::is_ascii_digit).collect();
        add(
            HandoffKind::Whatsapp,
            format!("https://wa.me/{digits}?text={}", escaped(text, "")),
        );
        add(
            HandoffKind::Text,
            format!("sms:+{digits}?body={}", escaped(text, "")),
        );
        add(HandoffKind::Call, format!("tel:+{digits}"));
    }
    links
}

/// Percent-encoded but for what never means anything in a link, and `keep`.
fn escaped(text: &str, keep: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for byte in text.bytes() {
        let letter = char::from(byte);
        if letter.is_ascii_alphanumeric() || "-._~".contains(letter) || keep.contains(letter) {
            out.push(letter);
        } else {
            out.push_str(&format!("%{byte:02X}"));
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_a_text_ends_a_link_or_begins_another_part_of_it() {
        let text = "Ö&?=#%+ x\ny";
        assert_eq!(escaped(text, ""), "%C3%96%26%3F%3D%23%25%2B%20x%0Ay");
        assert_eq!(escaped("a+b@x.hu?cc=z@y", "@"), "a%2Bb@x.hu%3Fcc%3Dz@y");
    }
}
