//! Members as they are entered and as screens see them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::{appointment::Appointment, date::MemberDate};
use crate::{
    card::CardView,
    id::{CardId, ChangeId, GrantId, MemberId, VisitId},
    program::StampIcon,
    visit::VisitView,
};

/// A day of a month, with a year where the guest gave one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Birthday {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31; 29 February is allowed.
    pub day: u32,
    /// Four digits, if known.
    pub year: Option<i32>,
}

/// What is entered about a member. A name or a phone number is enough.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
#[serde(default)]
pub struct MemberDraft {
    /// Full name in the guest's own spelling; at most 120 characters.
    pub name: Option<String>,
    /// Any spelling; kept as E.164.
    pub phone: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Birthday, year optional.
    pub birthday: Option<Birthday>,
    /// `en`, `ru` or `hu`; the shop's if absent.
    pub locale: Option<String>,
    /// Free text, at most 2,000 characters; its first line is shown at the counter.
    pub notes: Option<String>,
    /// Postal address, as it stands on an envelope; at most 300 characters.
    pub address: Option<String>,
    /// Address in the messenger the shop writes to (a Telegram chat id); at most 64
    /// characters.
    pub messenger: Option<String>,
    /// The member's key in another system.
    pub external_id: Option<String>,
    /// When the member joined; the business date of enrolment if absent.
    pub joined_on: Option<NaiveDate>,
    /// A card number to issue instead of a new one (an already printed card).
    pub card_number: Option<String>,
    /// E-mail consent given at enrolment.
    pub consent_email: Option<bool>,
    /// SMS consent given at enrolment.
    pub consent_sms: Option<bool>,
}

/// Whether a member is served.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MemberStatus {
    /// Served.
    Active,
    /// Put away: not in searches or lists unless asked for.
    Archived,
    /// Merged into another member, who has the history.
    Merged,
}

/// A channel a member may be reached by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Channel {
    /// E-mail.
    Email,
    /// SMS and messengers.
    Sms,
    /// A phone call.
    Call,
    /// Paper post.
    Post,
}

/// Whether a member may be written to, and since when.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ConsentView {
    /// The channel.
    pub channel: Channel,
    /// `true` given, `false` withdrawn or never given.
    pub granted: bool,
    /// When it last changed, UTC milliseconds; absent if never asked.
    pub changed_at_ms: Option<i64>,
    /// How it was given or withdrawn: `counter`, `profile`, `import`, `demo`, `merge`, or
    /// in the words of who noted it.
    pub source: Option<String>,
}

/// Everything that is kept about a member as a person.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MemberView {
    /// Its id.
    pub id: MemberId,
    /// Name; empty if only a phone is known.
    pub name: String,
    /// E.164, e.g. `+36305550142`.
    pub phone: Option<String>,
    /// The phone as people write it, e.g. `+36 30 555 0142`.
    pub phone_display: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// Birthday.
    pub birthday: Option<Birthday>,
    /// The member's own language, if set.
    pub locale: Option<String>,
    /// Free text.
    pub notes: String,
    /// Postal address, several lines; empty if unknown.
    pub address: String,
    /// Address in the messenger; empty if unknown.
    pub messenger: String,
    /// Key in another system.
    pub external_id: Option<String>,
    /// When the member joined.
    pub joined_on: NaiveDate,
    /// Whether the member is served.
    pub status: MemberStatus,
    /// The member this one was merged into.
    pub merged_into: Option<MemberId>,
}

/// What the visits of a member add up to.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MemberStats {
    /// Visits that are not void.
    pub visits: u32,
    /// Spend less refunds, minor units.
    pub spend_minor: i64,
    /// Business date of the first visit.
    pub first_visit_on: Option<NaiveDate>,
    /// Business date of the last visit.
    pub last_visit_on: Option<NaiveDate>,
    /// Instant of the last visit, UTC milliseconds.
    pub last_visit_ms: Option<i64>,
    /// Median days between visits, from three visits on.
    pub usual_gap_days: Option<u32>,
    /// Days since the last visit.
    pub days_since_last: Option<u32>,
}

/// The stamp card of a member as it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StampCardView {
    /// The card's name.
    pub name: String,
    /// Stamps for one reward.
    pub stamps_required: u32,
    /// Stamps now; negative after a refund of spent stamps.
    pub balance: i64,
    /// What a full card gives.
    pub reward_name: String,
    /// The picture in a stamp.
    pub icon: StampIcon,
    /// The next stamps to expire: how many and the last date on which they count.
    pub next_expiry: Option<StampExpiry>,
    /// Whether an amount has to be entered (rules by amount or with minimum spend).
    pub amount_required: bool,
    /// How many stamps may still be earned today; absent without a daily cap.
    pub left_today: Option<u32>,
}

/// Stamps that expire on one date.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct StampExpiry {
    /// How many.
    pub stamps: i64,
    /// The last business date on which they count.
    pub expires_on: NaiveDate,
}

/// Where a grant stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum GrantStatus {
    /// Can be redeemed.
    Available,
    /// Handed over.
    Redeemed,
    /// Its last day has passed.
    Expired,
    /// Taken back because the stamps behind it were.
    Void,
}

/// A reward unlocked for a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GrantView {
    /// Its id.
    pub id: GrantId,
    /// Short code a person can read out, e.g. `K7M-4QP`.
    pub code: String,
    /// What it gives.
    pub reward_name: String,
    /// Where it stands.
    pub status: GrantStatus,
    /// When it was unlocked, UTC milliseconds.
    pub unlocked_at_ms: i64,
    /// Last business date on which it can be redeemed.
    pub expires_on: Option<NaiveDate>,
}

/// Something worth saying to a member who stands at the counter, strongest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Hint {
    /// Birthday in `in_days` days (0 today, −1 yesterday …), from −3 to 7.
    Birthday {
        /// Days from today.
        in_days: i32,
        /// The age reached, if the year is known.
        turns: Option<i32>,
    },
    /// Anniversary of the first visit, from −3 to 7 days.
    Anniversary {
        /// Days from today.
        in_days: i32,
        /// Full years.
        years: u32,
    },
    /// Has never visited before.
    FirstVisit,
    /// Back after a long pause, compared with the usual gap.
    LongAbsence {
        /// Days since the last visit.
        days: u32,
        /// The usual gap, if known.
        usual_gap_days: Option<u32>,
    },
    /// One or two stamps short of a reward.
    NearlyFull {
        /// Stamps still missing.
        stamps_left: u32,
    },
    /// A reward expires within 14 days.
    RewardExpiring {
        /// What it gives.
        reward_name: String,
        /// Last date.
        expires_on: NaiveDate,
    },
    /// The first line of the notes.
    Note {
        /// The line.
        text: String,
    },
}

/// A member at one glance, for the counter.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MemberGlance {
    /// The person.
    pub member: MemberView,
    /// What the visits add up to.
    pub stats: MemberStats,
    /// What to say, strongest first.
    pub hints: Vec<Hint>,
    /// The stamp card.
    pub card: StampCardView,
    /// Rewards that can be redeemed now, soonest to expire first.
    pub grants: Vec<GrantView>,
    /// Cards, the active one first.
    pub cards: Vec<CardView>,
    /// The last ten visits, newest first.
    pub last_visits: Vec<VisitView>,
}

/// One hit of the counter's search.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MemberHit {
    /// Its id.
    pub id: MemberId,
    /// Name; empty if only a phone is known.
    pub name: String,
    /// The phone as people write it.
    pub phone_display: Option<String>,
    /// Business date of the last visit.
    pub last_visit_on: Option<NaiveDate>,
    /// Stamps now.
    pub balance: i64,
    /// Stamps for one reward.
    pub stamps_required: u32,
    /// Rewards that can be redeemed now.
    pub grants: u32,
}

/// Which members a list shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum MemberFilter {
    /// All who are served.
    #[default]
    Active,
    /// Joined in the current month.
    NewThisMonth,
    /// Visited once at least, but not in the last `days` days.
    NotSeen {
        /// 1 to 3,650.
        days: u32,
    },
    /// With a reward that can be redeemed.
    FullCard,
    /// Put away.
    Archived,
}

/// What a list of members is sorted by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MemberSort {
    /// By folded name.
    Name,
    /// By the last visit.
    #[default]
    LastVisit,
    /// By the number of visits.
    Visits,
    /// By spend.
    Spend,
    /// By the date of joining.
    Joined,
    /// By stamps.
    Stamps,
}

/// One page of a list of members.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(default)]
pub struct MemberQuery {
    /// Part of a name, phone or card number; empty for all.
    pub search: String,
    /// Which members.
    pub filter: MemberFilter,
    /// Sorted by.
    pub sort: MemberSort,
    /// Largest, latest or last letter first.
    pub descending: bool,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to return, at most 500.
    pub limit: u32,
}

/// One row of a list of members.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MemberRow {
    /// Its id.
    pub id: MemberId,
    /// Name; empty if only a phone is known.
    pub name: String,
    /// The phone as people write it.
    pub phone_display: Option<String>,
    /// E-mail address.
    pub email: Option<String>,
    /// When the member joined.
    pub joined_on: NaiveDate,
    /// Whether the member is served.
    pub status: MemberStatus,
    /// Visits that are not void.
    pub visits: u32,
    /// Spend less refunds, minor units.
    pub spend_minor: i64,
    /// Business date of the last visit.
    pub last_visit_on: Option<NaiveDate>,
    /// Stamps now.
    pub balance: i64,
    /// Rewards that can be redeemed now.
    pub grants: u32,
}

/// One page of rows with the number of all.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MemberPage {
    /// How many members match.
    pub total: u32,
    /// The rows from `offset` on.
    pub rows: Vec<MemberRow>,
}

/// Everything about a member, for the profile.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MemberProfile {
    /// The same as at the counter.
    pub glance: MemberGlance,
    /// One line for each channel.
    pub consents: Vec<ConsentView>,
    /// All grants, newest first.
    pub grants: Vec<GrantView>,
    /// Other members who may be the same person.
    pub possible_duplicates: Vec<MemberHit>,
    /// Words the member is grouped by, in order.
    pub tags: Vec<String>,
    /// Dates of the member's own, newest first.
    pub dates: Vec<MemberDate>,
    /// Appointments, latest first.
    pub appointments: Vec<Appointment>,
}

/// One line of a member's history.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TimelineItem {
    /// Where it stands in the member's history; larger is later.
    pub position: i64,
    /// When, UTC milliseconds.
    pub at_ms: i64,
    /// The business date.
    pub business_date: NaiveDate,
    /// What happened.
    pub event: TimelineEvent,
}

/// What happened to a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum TimelineEvent {
    /// A visit.
    Visit {
        /// The visit.
        visit: VisitView,
    },
    /// A reward was unlocked by a full card.
    RewardUnlocked {
        /// What it gives.
        reward_name: String,
    },
    /// A reward was handed over.
    RewardRedeemed {
        /// What it gives.
        reward_name: String,
        /// The visit it was handed over at.
        visit_id: Option<VisitId>,
    },
    /// A redemption was taken back.
    RedemptionUndone {
        /// What it gives.
        reward_name: String,
    },
    /// A reward was taken back with its stamps.
    RewardVoided {
        /// What it gives.
        reward_name: String,
    },
    /// A reward's last day passed.
    RewardExpired {
        /// What it gives.
        reward_name: String,
    },
    /// Stamps' last day passed.
    StampsExpired {
        /// How many.
        stamps: i64,
    },
    /// Stamps given at the start, taken back, written off or moved by a merge.
    StampsAdjusted {
        /// Signed.
        stamps: i64,
        /// `starter`, `void`, `refund`, `clamp`, `merge`.
        reason: String,
    },
    /// The member was enrolled.
    Enrolled,
    /// A consent was given or withdrawn.
    Consent {
        /// The channel.
        channel: Channel,
        /// Given or withdrawn.
        granted: bool,
    },
    /// A card was issued, blocked, lost, replaced or printed.
    Card {
        /// The card.
        card_id: CardId,
        /// Its number.
        number: String,
        /// `issued`, `blocked`, `unblocked`, `lost`, `replaced`, `printed`.
        what: String,
    },
    /// Another member was merged into this one.
    Merged {
        /// That member's name.
        other_name: String,
    },
    /// The member was edited, archived or restored.
    Edited {
        /// `member.update`, `member.archive`, `member.restore`.
        op: String,
        /// The change.
        change_id: ChangeId,
    },
}

/// A page of a member's history, newest first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TimelinePage {
    /// The lines.
    pub items: Vec<TimelineItem>,
    /// How many lines there are in all.
    pub total: u32,
}

/// What enrolling gave.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Enrolled {
    /// The new member.
    pub member_id: MemberId,
    /// The change, for undo.
    pub change_id: ChangeId,
    /// The number of the card that was issued.
    pub card_number: String,
}
