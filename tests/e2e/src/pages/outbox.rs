//! The outbox: what the app sends, and what became of it.

use crate::pages::{Place, go_to};
use crate::{Element, Outcome, Session};

/// The list of messages.
pub struct Outbox<'a>(&'a Session);

impl<'a> Outbox<'a> {
    /// Goes there, by way of Today.
    pub fn open(session: &'a Session) -> Outcome<Self> {
        go_to(session, Place::Today)?;
        session.find("today-outbox")?.click()?;
        session.find("outbox-back")?;
        Ok(Self(session))
    }

    /// Gives the passphrase that the app asks for after a start.
    pub fn unlock(&self, passphrase: &str) -> Outcome {
        self.0.find("outbox-passphrase")?.fill(passphrase)?;
        self.0.find("outbox-unlock")?.click()?;
        self.0.until("the passphrase to be accepted", || {
            Ok(self.0.all("outbox-passphrase")?.is_empty().then_some(()))
        })
    }

    /// Has it send now what is due.
    pub fn send(&self) -> Outcome {
        self.0
            .find_css("[data-testid='outbox-send-now']:not([disabled])")?
            .click()
    }

    /// Waits until a message says this, and answers with all that it says.
    pub fn message(&self, says: &str) -> Outcome<String> {
        self.0.until(&format!("a message that says {says:?}"), || {
            let messages = self.messages()?;
            Ok(messages.into_iter().find(|message| message.contains(says)))
        })
    }

    /// The time that stands at the first message.
    pub fn time(&self) -> Outcome<String> {
        self.0.find_css("[data-testid='message'] time")?.text()
    }

    /// What each message says of itself.
    pub fn messages(&self) -> Outcome<Vec<String>> {
        self.0.all("message")?.iter().map(Element::text).collect()
    }
}
