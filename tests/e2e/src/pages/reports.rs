//! The month's review.

use std::path::PathBuf;

use crate::pages::{Place, go_to};
use crate::{Element, Home, Outcome, Session};

/// The reports screen.
pub struct Reports<'a>(&'a Session);

impl<'a> Reports<'a> {
    /// Goes there.
    pub fn open(session: &'a Session) -> Outcome<Self> {
        go_to(session, Place::Reports)?;
        session.find("report-print")?;
        Ok(Self(session))
    }

    /// The rows of top customers, once there are any.
    pub fn rows(&self) -> Outcome<Vec<String>> {
        self.0.find("report-row")?;
        self.0
            .all("report-row")?
            .iter()
            .map(Element::text)
            .collect()
    }

    /// Makes the PDF and waits for the viewer to show it.
    pub fn print(&self, home: &Home) -> Outcome<PathBuf> {
        self.export("report-print", home)
    }

    /// Makes the CSV and waits for its program to show it.
    pub fn csv(&self, home: &Home) -> Outcome<PathBuf> {
        self.export("report-csv", home)
    }

    fn export(&self, button: &str, home: &Home) -> Outcome<PathBuf> {
        let before = home.opened().len();
        self.0.find(button)?.click()?;
        self.0.until("the report in the viewer", || {
            Ok(home.opened().get(before).cloned())
        })
    }
}
