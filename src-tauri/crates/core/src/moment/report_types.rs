//! What is foreseen, and what came of it, as screens see it.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{touch_types::MemberRef, types::TouchChannel};
use crate::id::MomentId;

/// Whom a moment would have reached, and will.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Outlook {
    /// In the 30 days up to today.
    pub last_30_days: Reach,
    /// In the 30 days after today, if nobody comes before.
    pub next_30_days: Reach,
}

/// A number of occurrences, with the first of them.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reach {
    /// Touches.
    pub touches: u32,
    /// Occurrences that no channel reaches.
    pub unreachable: u32,
    /// Up to 20 of the touches, soonest due first.
    pub first: Vec<Reached>,
}

/// One of those a moment reaches.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Reached {
    /// Who.
    pub member: MemberRef,
    /// When.
    pub due_on: NaiveDate,
    /// How.
    pub channel: Option<TouchChannel>,
}

/// Touches of one moment on one day of the calendar.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct CalendarCell {
    /// The business date.
    pub on: NaiveDate,
    /// The moment.
    pub moment_id: MomentId,
    /// Touches planned, done or failed.
    pub touches: u32,
    /// Of these, only foreseen: no run has decided them yet.
    pub foreseen: u32,
}

/// What a moment brought, beside those left out to compare with.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MomentOutcome {
    /// The moment.
    pub moment_id: MomentId,
    /// Those for whom a greeting was planned, whatever became of it.
    pub planned: GroupOutcome,
    /// Those who were left out by the hold-out share.
    pub held_out: GroupOutcome,
}

/// What a group did within some days.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GroupOutcome {
    /// Occurrences.
    pub members: u32,
    /// Of these, greeted.
    pub greeted: u32,
    /// Of those greeted, reached or there in person.
    pub reached: u32,
    /// Of these, came within the days.
    pub came: u32,
    /// Visits within the days.
    pub visits: u32,
    /// Spend in these visits less refunds, minor units.
    pub spend_minor: i64,
    /// Gifts that came with the touches.
    pub gifts_given: u32,
    /// Of these, redeemed.
    pub gifts_redeemed: u32,
}

/// What became of the touches due in a month so far. Those that a rule left out at
/// once are not among them.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MonthFigures {
    /// Touches planned.
    pub planned: u32,
    /// Of these, done.
    pub done: u32,
    /// Of those done, on the day they were due or first shown.
    pub done_on_the_day: u32,
    /// Of those done, reached.
    pub reached: u32,
    /// Of those done, there in person.
    pub came: u32,
    /// Of those done, without an answer.
    pub no_answer: u32,
    /// Of those done, not wanted.
    pub not_wanted: u32,
    /// Still open.
    pub open: u32,
    /// Of those open, due or first shown today: their day is not over.
    pub open_today: u32,
    /// Left out later, by the owner or because their reason had gone.
    pub left_out: u32,
    /// Could not be delivered.
    pub failed: u32,
}
