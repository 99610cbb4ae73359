//! Printing cards.

use std::path::PathBuf;

use crate::pages::{Place, go_to};
use crate::{Home, Outcome, Session};

/// The cards screen.
pub struct Cards<'a>(&'a Session);

impl<'a> Cards<'a> {
    /// Goes there.
    pub fn open(session: &'a Session) -> Outcome<Self> {
        go_to(session, Place::Cards)?;
        session.find("cards-print")?;
        Ok(Self(session))
    }

    /// Prints what is chosen and waits for the viewer to show it.
    pub fn print(&self, home: &Home) -> Outcome<PathBuf> {
        let before = home.opened().len();
        self.0
            .find_css("[data-testid='cards-print']:not([disabled])")?
            .click()?;
        self.0.until("the cards in the viewer", || {
            Ok(home.opened().get(before).cloned())
        })
    }
}
