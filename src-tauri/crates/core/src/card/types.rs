//! Cards as screens see them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{CardId, MemberId, PrintRunId};

/// Where a card stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum CardStatus {
    /// Works at the counter.
    Active,
    /// Stopped by the shop; can be unblocked.
    Blocked,
    /// Reported lost; can be unblocked when found.
    Lost,
    /// A newer card took its place, for good.
    Replaced,
}

/// A loyalty card.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CardView {
    /// Its id.
    pub id: CardId,
    /// 13 digits, a valid EAN-13.
    pub number: String,
    /// Where it stands.
    pub status: CardStatus,
    /// When it was issued, UTC milliseconds.
    pub issued_at_ms: i64,
    /// When it was last printed, UTC milliseconds.
    pub printed_at_ms: Option<i64>,
}

/// What a scan of a text that looks like a card number found.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Scan {
    /// An active card.
    Found {
        /// Whose it is.
        member_id: MemberId,
        /// Its number.
        number: String,
    },
    /// 13 digits whose check digit is wrong: mistyped or misread.
    BadCheckDigit {
        /// What was read.
        number: String,
    },
    /// A well-formed number that no card has.
    Unknown {
        /// What was read.
        number: String,
    },
    /// A card that does not work: blocked, lost or replaced.
    Stopped {
        /// Its number.
        number: String,
        /// Why.
        status: CardStatus,
        /// Whose it is.
        member_id: MemberId,
        /// The name, for the message.
        member_name: String,
    },
    /// Not a card number at all.
    NotACard,
}

/// Which cards a print run takes.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum CardScope {
    /// Active cards that were never printed.
    New,
    /// The active cards of these members.
    Members {
        /// The members, in print order.
        ids: Vec<MemberId>,
    },
    /// All active cards.
    All,
    /// The cards of an earlier run that are still active.
    Run {
        /// The run.
        id: PrintRunId,
    },
}

/// A card as it is printed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CardToPrint {
    /// The card.
    pub card_id: CardId,
    /// Whose it is.
    pub member_id: MemberId,
    /// 13 digits.
    pub number: String,
    /// The member's name; the phone number as people write it if there is none.
    pub name: String,
    /// When the member joined.
    pub joined_on: NaiveDate,
    /// When it was last printed, UTC milliseconds.
    pub printed_at_ms: Option<i64>,
}

/// One finished run of printing.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct PrintRunView {
    /// Its id.
    pub id: PrintRunId,
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// `a4`, `letter` or `cr80`.
    pub sheet: String,
    /// How many cards.
    pub cards: u32,
    /// Where the PDF was written.
    pub file: String,
    /// Names of the first members, for recognition.
    pub first_names: Vec<String>,
}
