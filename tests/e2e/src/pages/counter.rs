//! The counter.

use std::time::Duration;

use crate::{ENTER, Element, Failure, Outcome, Session};

/// A year of history is written as it would have been, visit by visit.
const MAKING_A_DEMO: Duration = Duration::from_secs(180);

/// The home screen of a shop.
pub struct Counter<'a>(&'a Session);

impl<'a> Counter<'a> {
    /// Waits until the counter can be used.
    pub fn shown(session: &'a Session) -> Outcome<Self> {
        session.find("scan-field")?;
        Ok(Self(session))
    }

    /// Waits until a demo shop is made and its counter can be used.
    pub fn of_demo(session: &'a Session) -> Outcome<Self> {
        session.until_within(MAKING_A_DEMO, "the demo shop", || {
            if let Some(wish) = session.all("wizard-demo")?.first()
                && wish.is_enabled()?
            {
                wish.click()?;
            }
            Ok(session.all("scan-field")?.pop().map(drop))
        })?;
        Self::shown(session)
    }

    /// Enrols somebody, by keyboard.
    pub fn enrol(&self, name: &str, phone: &str) -> Outcome {
        self.0.find("enrol-open")?.click()?;
        self.0.find("enrol-name")?.fill(name)?;
        let last = self.0.find("enrol-phone")?;
        last.fill(phone)?;
        last.type_text(ENTER)?;
        self.sees(name)
    }

    /// Finds a member as the operator does: type, look, Enter.
    pub fn call_up(&self, query: &str, name: &str) -> Outcome {
        self.type_into_field(query)?;
        let mut hits = Vec::new();
        let found = self.0.until(&format!("{name} among the hits"), || {
            hits = self.texts("search-hit")?;
            Ok(hits.iter().any(|hit| hit.contains(name)).then_some(()))
        });
        found.map_err(|failure| Failure::of(&failure.to_string(), format!("{hits:?}")))?;
        self.0.find("scan-field")?.type_text(ENTER)?;
        self.sees(name)
    }

    /// Waits until this member is at the counter.
    pub fn sees(&self, name: &str) -> Outcome {
        self.0.until(&format!("{name} at the counter"), || {
            let there = self.0.find("member-name")?.text()?;
            Ok((there == name).then_some(()))
        })
    }

    /// The stamps on the card.
    pub fn stamps(&self) -> Outcome<u32> {
        let text = self.0.find("stamp-count")?.text()?;
        text.parse()
            .map_err(|_| Failure::new(format!("the card shows {text:?} stamps")))
    }

    /// Waits until the card shows so many stamps.
    pub fn has_stamps(&self, stamps: u32) -> Outcome {
        self.0.until(&format!("{stamps} stamps"), || {
            Ok((self.stamps()? == stamps).then_some(()))
        })
    }

    /// Gives a stamp and waits for it to land; says yes when asked whether a
    /// second one within seconds is meant.
    pub fn stamp(&self) -> Outcome {
        let before = (self.stamps()?, self.rewards()?);
        self.0.find("stamp-add")?.click()?;
        self.0.until("the stamp to land", || {
            if let Some(yes) = self.0.all("double-scan-yes")?.first() {
                yes.click()?;
            }
            Ok(((self.stamps()?, self.rewards()?) != before).then_some(()))
        })
    }

    /// Enters what was paid.
    pub fn pays(&self, amount: &str) -> Outcome {
        self.0.find("visit-amount")?.type_text(amount)
    }

    /// Waits until so many rewards wait for the member.
    pub fn has_rewards(&self, rewards: usize) -> Outcome {
        self.0.until(&format!("{rewards} rewards to wait"), || {
            Ok((self.rewards()? == rewards).then_some(()))
        })
    }

    /// How many rewards wait for the member.
    pub fn rewards(&self) -> Outcome<usize> {
        Ok(self.0.all("grant")?.len())
    }

    /// Hands over the first reward.
    pub fn redeem(&self) -> Outcome {
        self.0.find("grant-redeem")?.click()
    }

    /// Takes the last action back.
    pub fn undo(&self) -> Outcome {
        self.0.find("undo")?.click()
    }

    /// Waits until so many greetings wait to be said.
    pub fn has_greetings(&self, greetings: usize) -> Outcome {
        self.0.until(&format!("{greetings} greetings to wait"), || {
            Ok((self.greetings()? == greetings).then_some(()))
        })
    }

    /// How many greetings wait to be said.
    pub fn greetings(&self) -> Outcome<usize> {
        Ok(self.0.all("greeting")?.len())
    }

    /// What happened at this till today, newest first.
    pub fn today(&self) -> Outcome<Vec<String>> {
        self.texts("till-entry")
    }

    fn texts(&self, testid: &str) -> Outcome<Vec<String>> {
        self.0.all(testid)?.iter().map(Element::text).collect()
    }

    fn type_into_field(&self, text: &str) -> Outcome {
        self.0.find("scan-field")?.fill(text)
    }
}
