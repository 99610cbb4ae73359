//! Members: enrolling, changing, consents, merging.

use regulars_core::{
    id::{ChangeId, MemberId, RequestId},
    member::{Channel, MemberDraft, MemberRow},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CounterGlance;

/// Enrols a member.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct MemberEnrol {
    /// Retry key.
    pub request_id: RequestId,
    /// What is known.
    pub draft: MemberDraft,
    /// The operator has confirmed that another member of the same name is meant
    /// (error `same_name`).
    #[serde(default)]
    pub allow_same_name: Option<bool>,
}

/// A member was enrolled.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MemberEnrolResponse {
    /// The change, for undo.
    pub change_id: ChangeId,
    /// The card that was issued.
    pub card_number: String,
    /// The member.
    pub glance: CounterGlance,
}

/// Changes a member: the draft replaces what is known, blank clears a field,
/// absent leaves it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct MemberUpdate {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// What is known now.
    pub draft: MemberDraft,
    /// Removes the birthday (a draft can only set one).
    #[serde(default)]
    pub clear_birthday: Option<bool>,
}

/// Gives or withdraws a consent.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConsentSet {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// The channel.
    pub channel: Channel,
    /// Given or withdrawn.
    pub granted: bool,
}

/// Withdraws consents: the member wants no more messages.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoMore {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// By which channels.
    pub channels: Vec<Channel>,
}

/// What "no more messages" did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoMoreDone {
    /// By these it is undone.
    pub change_ids: Vec<ChangeId>,
    /// Planned greetings that were left out with it.
    pub closed: u32,
}

/// Undoes "no more messages".
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoMoreUndo {
    /// Retry key.
    pub request_id: RequestId,
    /// As they were answered.
    pub change_ids: Vec<ChangeId>,
}

/// What undoing "no more messages" brought back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoMoreUndone {
    /// Greetings that are planned again.
    pub planned: u32,
    /// Greetings that stay left out: something else has changed since.
    pub stayed: u32,
}

/// Archives or restores a member.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MemberArchive {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// `true` archives, `false` restores.
    pub archived: bool,
}

/// Merges one member into another.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MembersMerge {
    /// Retry key.
    pub request_id: RequestId,
    /// Who stays and gets both histories.
    pub keep_id: MemberId,
    /// Who is merged and is no longer served.
    pub merge_id: MemberId,
}

/// Asks for a page of a member's history.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TimelineRequest {
    /// Who.
    pub member_id: MemberId,
    /// Lines to skip, newest first.
    pub offset: u32,
    /// Lines to return, at most 200.
    pub limit: u32,
}

/// Lists for choosing members.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Duplicates {
    /// Pairs that may be the same person: same phone, e-mail or name.
    pub pairs: Vec<DuplicatePair>,
}

/// Two members who may be the same person.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DuplicatePair {
    /// The one with the longer history.
    pub keep: MemberRow,
    /// The other.
    pub merge: MemberRow,
}
