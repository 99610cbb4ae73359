//! Visits as they are recorded and as screens see them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{
    id::{ChangeId, GrantId, MemberId, VisitId},
    member::GrantView,
};

/// What is recorded of a visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VisitDraft {
    /// Who came.
    pub member_id: MemberId,
    /// What was paid in all, minor units; absent if not entered.
    #[serde(default)]
    pub amount_minor: Option<i64>,
    /// The part of the amount that was paid with a reward, minor units.
    #[serde(default)]
    pub reward_part_minor: i64,
    /// Stamps asked for: 1 to 100; absent means what the rules give (one per
    /// visit, or by amount). 0 records a visit without stamps.
    #[serde(default)]
    pub stamps: Option<u32>,
    /// A remark, e.g. "flat white".
    #[serde(default)]
    pub note: String,
    /// Grants handed over at this visit, in the same transaction.
    #[serde(default)]
    pub redeem: Vec<GrantId>,
    /// A visit that so far only holds a redemption of the same guest and now
    /// gets its amount and stamps.
    #[serde(default)]
    pub complete: Option<VisitId>,
    /// The operator has answered that a second scan within seconds is meant.
    #[serde(default)]
    pub confirmed: bool,
}

/// Whether a visit counts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum VisitStatus {
    /// It counts.
    Ok,
    /// It was taken back: no visit, no spend, no stamps.
    Void,
}

/// A visit.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VisitView {
    /// Its id.
    pub id: VisitId,
    /// Who came.
    pub member_id: MemberId,
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// The business date.
    pub business_date: NaiveDate,
    /// What was paid, minor units; absent if not entered.
    pub amount_minor: Option<i64>,
    /// What was given back, minor units.
    pub refunded_minor: i64,
    /// Stamps earned and not taken back.
    pub stamps: i64,
    /// Rewards handed over and not taken back.
    pub rewards: u32,
    /// A remark.
    pub note: String,
    /// Whether it counts.
    pub status: VisitStatus,
    /// Whether it came from a file.
    pub imported: bool,
}

/// What recording a visit did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct VisitRecorded {
    /// The visit.
    pub visit: VisitView,
    /// The change, for undo.
    pub change_id: ChangeId,
    /// Stamps it earned.
    pub stamps_earned: u32,
    /// Stamps it did not earn because of the daily cap.
    pub stamps_capped: u32,
    /// Rewards that became available.
    pub unlocked: Vec<GrantView>,
    /// Stamps on the card now.
    pub balance: i64,
}

/// What redeeming a reward did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Redeemed {
    /// The grant, now redeemed.
    pub grant: GrantView,
    /// Whose it was.
    pub member_id: MemberId,
    /// The visit it belongs to (a new one where none was named).
    pub visit_id: VisitId,
    /// The change, for undo.
    pub change_id: ChangeId,
}

/// What taking back did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TakenBack {
    /// Whose account it touched.
    pub member_id: MemberId,
    /// The change that took back.
    pub change_id: ChangeId,
    /// Stamps taken back.
    pub stamps_reversed: i64,
    /// Stamps that were already spent and were written off by the shop's policy.
    pub stamps_written_off: i64,
    /// Unused rewards taken back with their stamps.
    pub grants_voided: u32,
    /// Redeemed rewards given back.
    pub grants_restored: u32,
    /// Stamps on the card now.
    pub balance: i64,
}

/// What kind of thing was done at the till.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TillOp {
    /// A visit was recorded.
    Visit,
    /// A reward was handed over.
    Redeem,
    /// A member was enrolled.
    Enrol,
    /// A visit was voided.
    Void,
    /// A visit was refunded, in part or whole.
    Refund,
    /// A card was blocked, reported lost or replaced.
    Card,
    /// An earlier action was undone.
    Undo,
}

/// One line of what happened at this till today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TillEntry {
    /// The change.
    pub change_id: ChangeId,
    /// The till's sequence number.
    pub seq: i64,
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// What kind.
    pub op: TillOp,
    /// Whom it concerned.
    pub member_id: MemberId,
    /// The name; the phone if there is none.
    pub member_name: String,
    /// The visit it concerned.
    pub visit_id: Option<VisitId>,
    /// Stamps it moved, signed.
    pub stamps: i64,
    /// Amount it moved, minor units, signed; absent if not entered.
    pub amount_minor: Option<i64>,
    /// Name of the reward that it handed over.
    pub reward_name: Option<String>,
    /// Whether it can still be undone.
    pub undoable: bool,
    /// Whether it was undone.
    pub undone: bool,
}

/// What happened at this till today, newest first, with the sums.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TillToday {
    /// The business date.
    pub business_date: NaiveDate,
    /// The lines, newest first, at most 200.
    pub entries: Vec<TillEntry>,
    /// Visits that count.
    pub visits: u32,
    /// Spend less refunds, minor units.
    pub spend_minor: i64,
    /// Stamps given and not taken back.
    pub stamps: i64,
    /// Rewards handed over and not taken back.
    pub rewards: u32,
}
