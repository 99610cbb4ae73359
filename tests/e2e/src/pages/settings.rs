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

    /// Switches the language of everything.
    pub fn speak(&self, locale: &str) -> Outcome {
        self.0.find(&format!("settings-locale-{locale}"))?.click()
    }
}
