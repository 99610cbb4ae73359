//! The stamp card's rules, and programs as screens see them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::{ProgramId, ProgramVersionId};

/// A length of calendar time. `2 months` from 31 December ends on 28 (29) February.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Lifetime {
    /// 1 to 3,650.
    pub count: u32,
    /// Days, months or years.
    pub unit: LifetimeUnit,
}

/// The unit of a [`Lifetime`].
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum LifetimeUnit {
    /// Business days of the calendar.
    Days,
    /// Calendar months; the day is cut to the month's last.
    Months,
    /// Calendar years; 29 February is cut to the 28th.
    Years,
}

/// How a visit earns stamps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum EarnRule {
    /// One stamp for each item that counts; the operator says how many (one by
    /// default). With `min_spend_minor` the amount must cover that much for
    /// each stamp.
    PerItem {
        /// Minimum spend for each stamp in minor units; 0 for none.
        min_spend_minor: i64,
    },
    /// One stamp for each full `amount_minor` spent, rounded down once per visit.
    PerAmount {
        /// What one stamp costs, in minor units; at least 1.
        amount_minor: i64,
    },
}

/// The picture in a stamp.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum StampIcon {
    /// A coffee cup.
    Cup,
    /// A croissant.
    Croissant,
    /// Scissors.
    Scissors,
    /// A leaf.
    Leaf,
    /// A star.
    Star,
    /// A heart.
    Heart,
}

/// The rules of a stamp card. A program version holds one, for good.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StampRules {
    /// The card's name, e.g. "Coffee card"; 1 to 60 characters.
    pub name: String,
    /// Stamps for one reward, 1 to 30.
    pub stamps_required: u32,
    /// What a full card gives, e.g. "Free coffee of any size"; 1 to 80 characters.
    pub reward_name: String,
    /// What the reward costs the shop, in minor units, for "does it pay?"; 0 if unknown.
    pub reward_cost_minor: i64,
    /// Stamps given as a start when a member is enrolled, 0 to `stamps_required` − 1.
    pub starter_stamps: u32,
    /// How a visit earns.
    pub earn: EarnRule,
    /// At most so many stamps for a member on a business day; none if absent.
    pub daily_cap: Option<u32>,
    /// How long a stamp lives, to the end of the last business day; for ever if absent.
    pub stamp_lifetime: Option<Lifetime>,
    /// How long an unlocked reward can be redeemed; for ever if absent.
    pub reward_lifetime: Option<Lifetime>,
    /// Whether the part of an amount that was paid with a reward earns too.
    pub earn_on_reward_part: bool,
    /// The picture in a stamp.
    pub icon: StampIcon,
}

/// One immutable version of a program.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProgramVersionView {
    /// Its id.
    pub id: ProgramVersionId,
    /// 1, 2, 3 …
    pub version: u32,
    /// First business date on which it holds.
    pub effective_from: NaiveDate,
    /// When it was written, UTC milliseconds.
    pub created_at_ms: i64,
    /// Its rules.
    pub rules: StampRules,
    /// Where it stands today.
    pub state: VersionState,
}

/// Where a version stands on a business date.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VersionState {
    /// Superseded by a later one.
    Past,
    /// In force.
    Current,
    /// Takes effect later.
    Planned,
}

/// A program with all its versions, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ProgramView {
    /// Its id.
    pub id: ProgramId,
    /// The version in force today.
    pub current: ProgramVersionView,
    /// All versions, newest first, the current one included.
    pub versions: Vec<ProgramVersionView>,
}
