//! Settings › Sending.

use crate::pages::{Place, go_to};
use crate::{Outcome, Session};

/// How e-mail is sent.
pub struct Sending<'a>(&'a Session);

impl<'a> Sending<'a> {
    /// Goes there.
    pub fn open(session: &'a Session) -> Outcome<Self> {
        go_to(session, Place::Settings)?;
        session.find("settings-to-sending")?.click()?;
        session.find("delivery-email")?;
        Ok(Self(session))
    }

    /// Writes down a mailbox at a server on this PC.
    pub fn fill_mailbox(&self, address: &str, port: u16, name: &str, password: &str) -> Outcome {
        self.0.find("email-security-none")?.click()?;
        for (field, text) in [
            ("email-from-address", address),
            ("email-host", "127.0.0.1"),
            ("email-port", &port.to_string()),
            ("email-username", name),
            ("email-secret", password),
        ] {
            self.0.find(field)?.fill(text)?;
        }
        Ok(())
    }

    /// Saves it; the app asks for a passphrase that its password is kept behind.
    pub fn save_behind(&self, passphrase: &str) -> Outcome {
        self.0.find("email-save")?.click()?;
        for field in ["secrets-passphrase", "secrets-again"] {
            self.0.find(field)?.fill(passphrase)?;
        }
        self.0.find("secrets-open")?.click()?;
        self.0.find("email-secret-kept").map(drop)
    }

    /// Sends the test message and waits until the server has it.
    pub fn try_out(&self, to: &str) -> Outcome {
        self.0.find("email-test-to")?.fill(to)?;
        self.0
            .find_css("[data-testid='email-test']:not([disabled])")?
            .click()?;
        self.0
            .find_css("[data-testid='email-tried'] .good")
            .map(drop)
    }

    /// Has the app send by e-mail from now on.
    pub fn switch_on(&self) -> Outcome {
        self.0.find("email-enabled")?.click()?;
        self.0
            .find_css("[data-testid='email-enabled'][aria-checked='true']")
            .map(drop)
    }
}
