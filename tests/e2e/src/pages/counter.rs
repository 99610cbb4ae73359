//! The counter.

use crate::{ENTER, Element, Failure, Outcome, Session};

/// The home screen of a shop.
pub struct Counter<'a>(&'a Session);

impl<'a> Counter<'a> {
    /// Waits until the counter can be used.
    pub fn shown(session: &'a Session) -> Outcome<Self> {
        session.find("scan-field")?;
        Ok(Self(session))
    }

    /// Enrols somebody who was searched for in vain.
    pub fn enrol(&self, name: &str, phone: &str) -> Outcome {
        self.type_into_field(name)?;
        self.0.find("enrol-open")?.click()?;
        let field = self.0.find("enrol-name")?;
        field.clear()?;
        field.type_text(name)?;
        self.0.find("enrol-phone")?.type_text(phone)?;
        self.0.find("enrol-submit")?.click()?;
        self.sees(name)
    }

    /// Finds a member as the operator does: type, look, Enter.
    pub fn call_up(&self, query: &str, name: &str) -> Outcome {
        self.type_into_field(query)?;
        self.0.until(&format!("{name} among the hits"), || {
            for hit in self.0.all("search-hit")? {
                if hit.text()?.contains(name) {
                    return Ok(Some(()));
                }
            }
            Ok(None)
        })?;
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

    /// What happened at this till today, newest first.
    pub fn today(&self) -> Outcome<Vec<String>> {
        self.0
            .all("till-entry")?
            .iter()
            .map(Element::text)
            .collect()
    }

    fn type_into_field(&self, text: &str) -> Outcome {
        let field = self.0.find("scan-field")?;
        field.clear()?;
        field.type_text(text)
    }
}
