//! The month in numbers.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::id::MemberId;

/// What a month adds up to.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MonthTotals {
    /// Visits that count.
    pub visits: u32,
    /// Spend less refunds, minor units.
    pub spend_minor: i64,
    /// Members who came at least once.
    pub members_seen: u32,
    /// Members who came at least twice.
    pub members_again: u32,
    /// Members who joined.
    pub new_members: u32,
    /// Stamps given and not taken back.
    pub stamps: i64,
    /// Rewards handed over and not taken back.
    pub rewards: u32,
    /// What those rewards cost, minor units, as the rules of their day say.
    pub rewards_cost_minor: i64,
}

/// One line of the month's top customers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TopCustomer {
    /// 1, 2, 3 … by spend, then visits, then name.
    pub rank: u32,
    /// Who.
    pub member_id: MemberId,
    /// Key in another system.
    pub external_id: Option<String>,
    /// Name; the phone or external id if there is none.
    pub name: String,
    /// Visits that count.
    pub visits: u32,
    /// Spend less refunds, minor units.
    pub spend_minor: i64,
    /// Spend per visit, minor units, rounded half to even.
    pub average_minor: i64,
    /// Rewards handed over.
    pub rewards: u32,
    /// Business date of the last visit in the month.
    pub last_visit: NaiveDate,
    /// The rank in the month before; absent if the member did not come then.
    pub rank_before: Option<u32>,
    /// Whether the member joined in this month.
    pub is_new: bool,
}

/// One day of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct DayTotals {
    /// The business date.
    pub date: NaiveDate,
    /// Visits that count.
    pub visits: u32,
    /// Spend less refunds, minor units.
    pub spend_minor: i64,
}

/// The review of a month.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MonthReport {
    /// `YYYY-MM`.
    pub month: String,
    /// ISO 4217 code.
    pub currency: String,
    /// This month.
    pub totals: MonthTotals,
    /// The month before.
    pub before: MonthTotals,
    /// How many of the month's top 20 have not come for five weeks as of today.
    pub top_not_seen: u32,
    /// Top customers, at most the limit asked for.
    pub top: Vec<TopCustomer>,
    /// How many members the whole ranking has.
    pub ranked: u32,
    /// Every day of the month, also those without a visit.
    pub days: Vec<DayTotals>,
}
