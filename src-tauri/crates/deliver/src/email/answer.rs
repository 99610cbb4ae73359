//! What a mail server means by a refusal.

use super::smtp::Step;
use crate::Failure;

/// Words by which providers say that an account has sent enough for now. In most of
/// them the enhanced status code says nothing of it.
const LIMIT_WORDS: [&str; 18] = [
    "sending limit",
    "sending quota",
    "sending rate",
    "submission quota",
    "submission rate",
    "sender quota",
    "daily limit",
    "daily quota",
    "daily user sending",
    "hourly limit",
    "hourly quota",
    "message limit",
    "messages per hour",
    "messages per day",
    "emails per hour",
    "emails per day",
    "too many messages",
    "too many emails",
];

/// The server said no.
pub(super) fn refusal(step: Step, code: u16, said: String) -> Failure {
    if is_limit(step, code, &said) {
        return Failure::limit("smtp_limit", said);
    }
    match (step, code) {
        (Step::Greeting | Step::Login, 400..500) => Failure::transient("smtp_busy", said),
        (_, 450 | 451) => Failure::transient("smtp_greylisted", said),
        (_, 400..500) => Failure::transient("smtp_busy", said),
        (Step::Greeting, _) => Failure::setup("smtp_refused", said),
        (Step::Login, _) | (_, 530 | 535) => Failure::setup("smtp_auth", said),
        (Step::Sender, _) => Failure::setup("smtp_sender", said),
        (Step::Recipient, _) if is_no_address(&said) => Failure::permanent("bad_address", said),
        (Step::Recipient | Step::Body | Step::End, _) => Failure::permanent("smtp_rejected", said),
    }
}

/// Whether the account may send no more for now, whomever to: an hour's or a day's
/// quota is over. Some servers call that permanent; the next day does not.
fn is_limit(step: Step, code: u16, said: &str) -> bool {
    let said = said.to_lowercase();
    let in_words = || LIMIT_WORDS.iter().any(|words| said.contains(words));
    match (status(&said), step) {
        // The letter itself is too large, or it has one recipient too many.
        (Some((_, 3, 4) | (_, 5, 3)), _) => false,
        // Congestion; providers mean the day's quota by it.
        (Some((_, 4, 5)), _) => true,
        // Before a recipient is named it is about the sender. What is permanent there,
        // such as a full mailbox of their own, is the set-up's to mend, unless words
        // say otherwise.
        (Some((4, 2 | 3 | 7, _)), Step::Sender) => true,
        (None, Step::Sender) if code == 452 => true,
        (_, Step::Sender) => in_words(),
        // Mailbox full, disabled, receiving too much: the recipient's.
        (Some((_, 2, _)), _) => ["submission quota", "sending quota", "sender quota"]
            .iter()
            .any(|words| said.contains(words)),
        (Some(_), _) => in_words(),
        (None, _) => !said.contains("recipient") && in_words(),
    }
}

/// Whether a recipient's mailbox or domain does not exist, or is written wrongly.
fn is_no_address(said: &str) -> bool {
    matches!(status(said), Some((5, 1, 1 | 2 | 3 | 6 | 10)))
}

/// The enhanced status code in an answer, as of RFC 3463: class, subject, detail.
fn status(said: &str) -> Option<(u16, u16, u16)> {
    said.split(|c: char| !c.is_ascii_digit() && c != '.')
        .find_map(|word| {
            let mut numbers = word.trim_matches('.').split('.').map(str::parse);
            match (
                numbers.next(),
                numbers.next(),
                numbers.next(),
                numbers.next(),
            ) {
                (Some(Ok(class @ (4 | 5))), Some(Ok(subject)), Some(Ok(detail)), None) => {
                    Some((class, subject, detail))
                }
                _ => None,
            }
        })
}
