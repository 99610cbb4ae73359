//! The screens, in the words of a journey. Only this module knows the
//! `data-testid`s of the UI.

mod cards;
mod counter;
mod outbox;
mod reports;
mod sending;
mod settings;
mod today;
mod welcome;

pub use cards::Cards;
pub use counter::Counter;
pub use outbox::Outbox;
pub use reports::Reports;
pub use sending::Sending;
pub use settings::Settings;
pub use today::Today;
pub use welcome::Welcome;

use crate::{Outcome, Session};

/// A place of the navigation.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Place {
    /// Where the day is spent.
    Counter,
    /// Whom to greet.
    Today,
    /// The list of members.
    Members,
    /// Printing cards.
    Cards,
    /// The stamp card's rules.
    Program,
    /// When to greet whom.
    Moments,
    /// The month's review.
    Reports,
    /// The shop itself.
    Settings,
}

impl Place {
    /// All of them, as the navigation lists them.
    pub const ALL: [Self; 8] = [
        Self::Counter,
        Self::Today,
        Self::Members,
        Self::Cards,
        Self::Program,
        Self::Moments,
        Self::Reports,
        Self::Settings,
    ];

    /// Its name in the UI.
    pub fn name(self) -> &'static str {
        match self {
            Self::Counter => "counter",
            Self::Today => "today",
            Self::Members => "members",
            Self::Cards => "cards",
            Self::Program => "program",
            Self::Moments => "moments",
            Self::Reports => "reports",
            Self::Settings => "settings",
        }
    }
}

/// Goes to a place.
pub fn go_to(session: &Session, place: Place) -> Outcome {
    session.find(&format!("nav-{}", place.name()))?.click()
}

/// What the navigation calls a place, in the language of the moment.
pub fn called(session: &Session, place: Place) -> Outcome<String> {
    session.find(&format!("nav-{}", place.name()))?.text()
}
