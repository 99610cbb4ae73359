//! The welcome wizard.

use crate::pages::Counter;
use crate::{Outcome, Session};

/// More steps than the wizard has.
const STEPS_AT_MOST: usize = 8;

/// The wizard of a start without a shop.
pub struct Welcome<'a>(&'a Session);

impl<'a> Welcome<'a> {
    /// Waits for the wizard.
    pub fn shown(session: &'a Session) -> Outcome<Self> {
        session.find("wizard-name")?;
        Ok(Self(session))
    }

    /// Chooses the language.
    pub fn speak(&self, locale: &str) -> Outcome {
        self.0.find(&format!("wizard-locale-{locale}"))?.click()
    }

    /// Names the shop and takes what the wizard suggests for the rest.
    pub fn found(self, name: &str) -> Outcome<Counter<'a>> {
        self.0.find("wizard-name")?.fill(name)?;
        for _ in 0..STEPS_AT_MOST {
            let button = self.0.find_css(
                "[data-testid='wizard-next']:not([disabled]), \
                 [data-testid='wizard-finish']:not([disabled])",
            )?;
            let last = button.attribute("data-testid")?.as_deref() == Some("wizard-finish");
            button.click()?;
            if last {
                break;
            }
        }
        Counter::shown(self.0)
    }
}
