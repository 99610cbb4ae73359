//! The settings.

use crate::pages::{Place, go_to};
use crate::{Outcome, Session};

/// The settings screen.
pub struct Settings<'a>(&'a Session);

impl<'a> Settings<'a> {
    /// Goes there.
    pub fn open(session: &'a Session) -> Outcome<Self> {
        go_to(session, Place::Settings)?;
        Ok(Self(session))
    }

    /// Switches the language of everything; a message that lies over the
    /// switch is waited out.
    pub fn speak(&self, locale: &str) -> Outcome {
        let choice = format!("settings-locale-{locale}");
        self.0.until("the switch of languages", || {
            self.0.find(&choice)?.click().map(Some)
        })
    }
}
