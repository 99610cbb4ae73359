//! The counter: finding a guest, recording, handing over, taking back.

use regulars_core::{
    card::Scan,
    id::{ChangeId, GrantId, MemberId, RequestId, VisitId},
    member::MemberHit,
    visit::{Redeemed, TakenBack, VisitRecorded},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CounterGlance;

/// A text typed or scanned at the counter.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchRequest {
    /// The text.
    pub query: String,
    /// At most so many hits, 1 to 50.
    pub limit: u32,
}

/// What the counter's field found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchResponse {
    /// What the text is as a card number.
    pub scan: Scan,
    /// Members, best first.
    pub hits: Vec<MemberHit>,
}

/// Names a member.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MemberRef {
    /// Its id.
    pub member_id: MemberId,
}

/// Records a visit. See [`regulars_core::visit::VisitDraft`].
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct VisitRecord {
    /// Retry key.
    pub request_id: RequestId,
    /// Who came.
    pub member_id: MemberId,
    /// What was paid, as typed ("1 250,00"); absent or blank if not entered.
    #[serde(default)]
    pub amount: Option<String>,
    /// The part of it that was paid with a reward, as typed.
    #[serde(default)]
    pub reward_part: Option<String>,
    /// Stamps asked for; absent means what the rules give.
    #[serde(default)]
    pub stamps: Option<u32>,
    /// A remark.
    #[serde(default)]
    pub note: Option<String>,
    /// A visit that so far only holds a redemption (from `reward_redeem`).
    #[serde(default)]
    pub complete: Option<VisitId>,
    /// The operator has confirmed a second scan within seconds (error `double_scan`).
    #[serde(default)]
    pub confirmed: Option<bool>,
}

/// A visit was recorded.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VisitRecordResponse {
    /// What it did.
    pub recorded: VisitRecorded,
    /// The member afterwards.
    pub glance: CounterGlance,
}

/// Hands over a reward.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct RewardRedeem {
    /// Retry key.
    pub request_id: RequestId,
    /// The grant.
    pub grant_id: GrantId,
    /// The visit it belongs to, if one was just recorded; otherwise a new one is made.
    #[serde(default)]
    pub visit_id: Option<VisitId>,
}

/// A reward was handed over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RewardRedeemResponse {
    /// What it did.
    pub redeemed: Redeemed,
    /// The member afterwards.
    pub glance: CounterGlance,
}

/// Undoes a change of today's list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UndoRequest {
    /// Retry key.
    pub request_id: RequestId,
    /// The change to undo.
    pub change_id: ChangeId,
}

/// Voids a visit.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VisitVoid {
    /// Retry key.
    pub request_id: RequestId,
    /// The visit.
    pub visit_id: VisitId,
}

/// Refunds a visit, in part or whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VisitRefund {
    /// Retry key.
    pub request_id: RequestId,
    /// The visit.
    pub visit_id: VisitId,
    /// What is given back, as typed.
    pub amount: String,
}

/// Something was undone, voided or refunded.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TakenBackResponse {
    /// What it did.
    pub taken_back: TakenBack,
    /// The member afterwards.
    pub glance: CounterGlance,
}
