//! Today: whom to greet.

use std::time::Duration;

use crate::pages::{Place, go_to};
use crate::{Element, Outcome, Session};

/// After a start the window comes first, and then what was left undone.
const FIRST_LOOK: Duration = Duration::from_secs(120);

/// The list of today's greetings.
pub struct Today<'a>(&'a Session);

impl<'a> Today<'a> {
    /// Goes there and waits for a line.
    pub fn open(session: &'a Session) -> Outcome<Self> {
        go_to(session, Place::Today)?;
        session.find("touch")?;
        Ok(Self(session))
    }

    /// How many lines there are.
    pub fn lines(&self) -> Outcome<usize> {
        Ok(self.0.all("touch")?.len())
    }

    /// Marks the first line that says this, and answers with whom it is about.
    pub fn mark(&self, says: &str) -> Outcome<String> {
        self.0.until(&format!("a line that says {says:?}"), || {
            for line in self.0.all("touch")? {
                if !line.text()?.contains(says) {
                    continue;
                }
                // The middle of the marked line is one of its buttons.
                if line.attribute("aria-current")?.is_none() {
                    line.click()?;
                }
                let who = self.0.find_css("[data-testid=touch][aria-current] b")?;
                return who.text().map(Some);
            }
            Ok(None)
        })
    }

    /// Has the member of the marked line at the counter.
    pub fn to_counter(&self) -> Outcome {
        self.0.find("touch-menu")?.click()?;
        self.0.find("touch-open")?.click()
    }

    /// Presses a key on the marked line and waits until the line has gone.
    pub fn decide(&self, key: &str) -> Outcome {
        let before = self.lines()?;
        let marked = "[data-testid=touch][aria-current]";
        self.0.find_css(marked)?.type_text(key)?;
        self.0.until("the line to go", || {
            Ok((self.lines()? < before).then_some(()))
        })
    }

    /// What the app sent by itself today, as the screen puts it, once it says so.
    pub fn sent_by_the_app(session: &'a Session) -> Outcome<String> {
        go_to(session, Place::Today)?;
        session.find("app-sent-today")?.text()
    }

    /// What needs a person before everything else, once something does.
    pub fn needs_you(session: &'a Session) -> Outcome<String> {
        go_to(session, Place::Today)?;
        session.until_within(FIRST_LOOK, "something that needs a person", || {
            let lines = session.all("needs-you-line")?;
            lines.first().map(Element::text).transpose()
        })
    }
}
