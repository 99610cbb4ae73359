use std::time::SystemTime;

use chrono::{DateTime, Utc};
use lettre::{
    Address, Message,
    message::{
        Attachment, Mailbox, MultiPart, SinglePart,
        header::{ContentType, HeaderName, HeaderValue},
    },
};
use uuid::Uuid;

use super::EmailAccount;
use crate::{Failure, gateway::url_escaped};

/// One letter to one guest.
#[derive(Debug, Clone)]
pub struct Email {
    /// The message's own id: the same message has it at every attempt, so that a server or a
    /// mailbox can tell a second copy.
    pub id: Uuid,
    /// The guest's name; may be empty.
    pub to_name: String,
    /// The guest's address.
    pub to_address: String,
    /// One line.
    pub subject: String,
    /// The letter for those who read plain text.
    pub text: String,
    /// The letter as [`crate::html::letter`] makes it.
    pub html: String,
    /// How to leave; a letter that is no offer has none.
    pub unsubscribe: Option<Unsubscribe>,
    /// The picture the HTML shows.
    pub card: Option<CardImage>,
    /// When it was written.
    pub date: DateTime<Utc>,
}

/// A letter to the shop that asks for no more letters.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unsubscribe {
    /// The shop's address.
    pub address: String,
    /// The letter's subject, by which the shop finds the guest.
    pub subject: String,
}

/// The card's code, sent inside the letter: there is nothing to fetch from the network.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct CardImage {
    /// The name after `cid:` in the HTML, as in `name@place`.
    pub content_id: String,
    /// From [`crate::card_png`].
    pub png: Vec<u8>,
}

impl Email {
    /// As it goes over the wire.
    pub(crate) fn compose(&self, account: &EmailAccount) -> Result<Message, Failure> {
        let from = mailbox(&account.from_name, &account.from_address).map_err(sender)?;
        let to = mailbox(&self.to_name, &self.to_address)
            .map_err(|detail| Failure::permanent("bad_address", detail))?;
        let mut message = Message::builder()
            .message_id(Some(format!("<{}@{}>", self.id, from.email.domain())))
            .date(SystemTime::from(self.date))
            .from(from)
            .to(to)
            .subject(plain(&self.subject))
            // Answering machines stay silent (RFC 3834).
            .raw_header(HeaderValue::new(
                HeaderName::new_from_ascii_str("Auto-Submitted"),
                "auto-generated".to_owned(),
            ));
        if let Some(address) = &account.reply_to {
            message = message.reply_to(mailbox(&account.from_name, address).map_err(sender)?);
        }
        if let Some(unsubscribe) = &self.unsubscribe {
            message = message.raw_header(unsubscribe.header()?);
        }
        message
            .multipart(self.body())
            .map_err(|error| Failure::permanent("bad_message", error.to_string()))
    }

    fn body(&self) -> MultiPart {
        let text = SinglePart::plain(self.text.clone());
        let html = SinglePart::html(self.html.clone());
        let body = MultiPart::alternative().singlepart(text);
        let Some(card) = &self.card else {
            return body.singlepart(html);
        };
        let image =
            Attachment::new_inline_with_name(plain(&card.content_id), "card.png".to_owned())
                .body(card.png.clone(), png_type());
        body.multipart(MultiPart::related().singlepart(html).singlepart(image))
    }
}

impl Unsubscribe {
    /// A mailto address alone. One click (RFC 8058, `List-Unsubscribe-Post`) asks for an https
    /// address that a server of the shop answers at any hour; a shop's PC has none.
    fn header(&self) -> Result<HeaderValue, Failure> {
        let address: Address = self.address.parse().map_err(sender)?;
        if !self.address.is_ascii() {
            return Err(sender("not ASCII"));
        }
        let subject = url_escaped(&plain(&self.subject));
        let user = url_escaped(address.user());
        let link = format!("<mailto:{user}@{}?subject={subject}>", address.domain());
        let name = HeaderName::new_from_ascii_str("List-Unsubscribe");
        // Encoded above: encoded once more, as words, no mail program would see a link.
        Ok(HeaderValue::dangerous_new_pre_encoded(
            name,
            link.clone(),
            link,
        ))
    }
}

fn sender(detail: impl ToString) -> Failure {
    Failure::setup("settings", detail.to_string())
}

/// An international domain becomes what the network knows it by; a name before the @ that is not
/// ASCII needs a server that takes it.
fn mailbox(name: &str, address: &str) -> Result<Mailbox, String> {
    let known = address.rsplit_once('@').and_then(|(user, domain)| {
        let domain = idna::domain_to_ascii(domain).ok()?;
        Some(format!("{user}@{domain}"))
    });
    let email: Address = known
        .as_deref()
        .unwrap_or(address)
        .parse()
        .map_err(|error| format!("{error}: {address}"))?;
    let name = plain(name);
    Ok(Mailbox::new((!name.is_empty()).then_some(name), email))
}

/// One line: a line's end in a name or a subject would start a header of its own.
fn plain(text: &str) -> String {
    let spaced: String = text
        .chars()
        .map(|c| if c.is_control() { ' ' } else { c })
        .collect();
    spaced.trim().to_owned()
}

fn png_type() -> ContentType {
    ContentType::parse("image/png").unwrap_or(ContentType::TEXT_PLAIN)
}
