//! Touches as screens and the command line see them.

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use super::types::{TouchChannel, Trigger};
use crate::{
    id::{AppointmentId, GrantId, MemberDateId, MemberId, MessageId, MomentId, TouchId},
    member::{GrantStatus, GrantView},
    outbox::MessageStatus,
    stored::stored,
};

/// Why a touch arose, as facts of the day it was planned.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Why {
    /// Joined.
    Enrolled {
        /// The day.
        joined_on: NaiveDate,
    },
    /// Came for the first time.
    FirstVisit {
        /// The day.
        on: NaiveDate,
    },
    /// Came for the n-th time.
    NthVisit {
        /// Which visit.
        n: u32,
        /// The day.
        on: NaiveDate,
    },
    /// So many years since the first visit, or since joining.
    Anniversary {
        /// The day this year.
        on: NaiveDate,
        /// Full years.
        years: u32,
    },
    /// Birthday.
    Birthday {
        /// The day this year.
        on: NaiveDate,
        /// The age reached, if the year of birth is known.
        turns: Option<i32>,
        /// Whether it was entered too late for a gift this year.
        too_new_for_gift: bool,
    },
    /// Stays away.
    Drifting {
        /// The last visit.
        last_visit_on: NaiveDate,
        /// The usual days between visits, if known.
        usual_gap_days: Option<u32>,
        /// Spend of the 12 months up to the last visit, minor units.
        spend_minor: i64,
        /// Visits in all.
        visits: u32,
    },
    /// The card is nearly full.
    CardNearlyFull {
        /// Stamps that are missing.
        stamps_left: u32,
        /// Cards filled before this one.
        cards_filled: u32,
    },
    /// A full card became a reward.
    RewardUnlocked {
        /// Which.
        grant_id: GrantId,
        /// What it gives.
        reward_name: String,
        /// Its last day.
        expires_on: Option<NaiveDate>,
    },
    /// A reward is about to expire.
    RewardExpiring {
        /// Which.
        grant_id: GrantId,
        /// What it gives.
        reward_name: String,
        /// Its last day.
        expires_on: NaiveDate,
    },
    /// A day of the calendar.
    Date {
        /// The day.
        on: NaiveDate,
    },
    /// A date of the member's own.
    MemberDate {
        /// Which.
        member_date_id: MemberDateId,
        /// Its label.
        label: String,
        /// The day.
        on: NaiveDate,
    },
    /// An appointment was missed or cancelled.
    MissedAppointment {
        /// Which.
        appointment_id: AppointmentId,
        /// The day it was for.
        on: NaiveDate,
        /// Cancelled, not missed.
        cancelled: bool,
    },
}

impl Why {
    /// Whether its day may turn out to be another: by a birthday or a date that was
    /// entered wrongly, or a visit that is taken back.
    pub(crate) fn may_be_corrected(&self) -> bool {
        matches!(
            self,
            Self::FirstVisit { .. }
                | Self::NthVisit { .. }
                | Self::Anniversary { .. }
                | Self::Birthday { .. }
        )
    }

    /// Whether a trigger gives such reasons: a moment may have been made another since.
    pub(crate) fn is_of(&self, trigger: &Trigger) -> bool {
        match self {
            Self::Enrolled { .. } => matches!(trigger, Trigger::Enrolled),
            Self::FirstVisit { .. } => matches!(trigger, Trigger::FirstVisit),
            Self::NthVisit { .. } => matches!(trigger, Trigger::NthVisit { .. }),
            Self::Anniversary { .. } => matches!(
                trigger,
                Trigger::AnniversaryFirstVisit | Trigger::AnniversaryJoined
            ),
            Self::Birthday { .. } => matches!(trigger, Trigger::Birthday),
            Self::Drifting { .. } => {
                matches!(trigger, Trigger::NotSeen { .. } | Trigger::Rhythm { .. })
            }
            Self::CardNearlyFull { .. } => matches!(trigger, Trigger::CardNearlyFull { .. }),
            Self::RewardUnlocked { .. } => matches!(trigger, Trigger::RewardUnlocked),
            Self::RewardExpiring { .. } => matches!(trigger, Trigger::RewardExpiring { .. }),
            Self::Date { .. } => matches!(trigger, Trigger::Date { .. }),
            Self::MemberDate { .. } => matches!(trigger, Trigger::MemberDate { .. }),
            Self::MissedAppointment { .. } => matches!(trigger, Trigger::MissedAppointment),
        }
    }
}

/// Where a touch stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TouchStatus {
    /// To be done.
    Planned,
    /// Done.
    Done,
    /// Left out, with a reason.
    Skipped,
    /// Could not be delivered.
    Failed,
}

/// Why a touch was left out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum SkipReason {
    /// The member is not in the moment's audience.
    Audience,
    /// No channel reaches the member: contact data or consent is missing.
    NoChannel,
    /// Left out to compare with.
    HoldOut,
    /// The member has had the month's touches.
    MemberCap,
    /// The moment has had the day's touches.
    DayCap,
    /// Too soon after the moment's last touch for the member.
    TooSoon,
    /// The days on which it made sense have passed.
    TooLate,
    /// The member came back meanwhile.
    CameBack,
    /// What it was about is gone: the reward is used, the card full, a new
    /// appointment made.
    NoLongerUseful,
    /// The member was archived or merged.
    MemberGone,
    /// The moment was switched off.
    MomentOff,
    /// The owner left it out.
    Owner,
    /// The member withdrew the consent for its channel.
    NoConsent,
    /// The member's contact data for its channel are gone.
    NoContact,
}

/// What came of a touch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Outcome {
    /// Reached.
    Reached,
    /// Was there in person.
    Came,
    /// Did not answer.
    NoAnswer,
    /// Does not want it.
    NotWanted,
}

/// A member, as reports name one.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(rename = "MemberName"))]
pub struct MemberRef {
    /// Its id.
    pub id: MemberId,
    /// Key in another system.
    pub external_id: Option<String>,
    /// Name; the phone or the key where there is none.
    pub name: String,
}

/// One decision of a run.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Decision {
    /// The touch; absent in a dry run.
    pub id: Option<TouchId>,
    /// Whom it is for.
    pub member: MemberRef,
    /// The moment's code.
    pub moment: String,
    /// The kind of its trigger.
    pub trigger: String,
    /// Which occurrence, e.g. the year of a birthday.
    pub occurrence: String,
    /// Business date it is due on.
    pub due_on: NaiveDate,
    /// How the member is reached; absent where that was not asked any more.
    pub channel: Option<TouchChannel>,
    /// The gift's name, if it brings one.
    pub gift: Option<String>,
    /// Why it was left out; absent when planned.
    pub reason: Option<SkipReason>,
}

/// What a run did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct RunReport {
    /// The business date it planned for.
    pub as_of: NaiveDate,
    /// Touches planned, in the order they were decided.
    pub planned: Vec<Decision>,
    /// Occurrences left out, each with its reason.
    pub skipped: Vec<Decision>,
    /// Touches planned before whose reason has gone.
    pub closed: Vec<Decision>,
    /// Whether the date lies before the last run's: only that day was planned.
    pub clock_back: bool,
    /// The master switch was off: nothing was done.
    pub switched_off: bool,
}

/// A touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TouchView {
    /// Its id.
    pub id: TouchId,
    /// The moment.
    pub moment_id: MomentId,
    /// The moment's code.
    pub moment: String,
    /// The moment's name.
    pub moment_name: String,
    /// Whom it is for.
    pub member: MemberRef,
    /// Which occurrence.
    pub occurrence: String,
    /// Business date it is due on.
    pub due_on: NaiveDate,
    /// Last business date on which it makes sense.
    pub useful_until: NaiveDate,
    /// The date whose run decided.
    pub planned_on: NaiveDate,
    /// How the member is reached.
    pub channel: Option<TouchChannel>,
    /// Where it stands.
    pub status: TouchStatus,
    /// Why it was left out; absent unless it was.
    pub reason: Option<SkipReason>,
    /// How delivery failed; empty unless it did.
    pub failure: String,
    /// What came of it.
    pub outcome: Option<Outcome>,
    /// Hidden from today's list until this date.
    pub snoozed_until: Option<NaiveDate>,
    /// When its status was last set, UTC milliseconds.
    pub decided_at_ms: i64,
    /// Why it arose.
    pub why: Why,
    /// The gift that came with it.
    pub gift: Option<GrantView>,
    /// Its message, where the app itself sends it.
    pub message: Option<TouchMessage>,
}

impl TouchView {
    /// The gift that its message promises on a business date. While it is to be done,
    /// none that cannot be had any more: it may have been handed over before the message
    /// went, or have expired before that was sent again. One that failed brings back what
    /// was taken back.
    #[must_use]
    pub fn promised_gift(&self, today: NaiveDate) -> Option<&GrantView> {
        self.gift.as_ref().filter(|gift| {
            let is_in_hand = match (self.status, gift.status) {
                (TouchStatus::Done | TouchStatus::Skipped, _) => return true,
                (_, GrantStatus::Available) | (TouchStatus::Failed, GrantStatus::Void) => true,
                _ => false,
            };
            is_in_hand && gift.expires_on.is_none_or(|last| last >= today)
        })
    }
}

/// The message that delivers a touch.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TouchMessage {
    /// Its id.
    pub id: MessageId,
    /// Where it stands.
    pub status: MessageStatus,
}

/// Which touches to list; what is absent does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
#[serde(default)]
pub struct TouchQuery {
    /// Due on this date or later.
    pub from: Option<NaiveDate>,
    /// Due on this date or earlier.
    pub to: Option<NaiveDate>,
    /// In this status.
    pub status: Option<TouchStatus>,
    /// Of this moment.
    pub moment_id: Option<MomentId>,
    /// For this member.
    pub member_id: Option<MemberId>,
    /// By this channel.
    pub channel: Option<TouchChannel>,
    /// Skip so many.
    pub offset: u32,
    /// At most so many; 0 means 100, never more than 1,000.
    pub limit: u32,
}

/// A page of touches, soonest due first.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct TouchPage {
    /// How many fit the query.
    pub total: u32,
    /// The page.
    pub touches: Vec<TouchView>,
}

/// What is to be done today.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Inbox {
    /// The business date.
    pub as_of: NaiveDate,
    /// Open touches in all.
    pub total: u32,
    /// By moment, in the moments' order; moments without touches are left out.
    pub groups: Vec<InboxGroup>,
}

/// The open touches of one moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct InboxGroup {
    /// The moment.
    pub moment_id: MomentId,
    /// Its code.
    pub moment: String,
    /// Its name.
    pub name: String,
    /// Soonest due first.
    pub touches: Vec<TouchView>,
}

stored! {
    TouchChannel { Counter = "counter", Call = "call", Post = "post", Email = "email", Sms = "sms" }
    TouchStatus { Planned = "planned", Done = "done", Skipped = "skipped", Failed = "failed" }
    Outcome { Reached = "reached", Came = "came", NoAnswer = "no_answer", NotWanted = "not_wanted" }
    SkipReason {
        Audience = "audience", NoChannel = "no_channel", HoldOut = "hold_out", MemberCap = "member_cap",
        DayCap = "day_cap", TooSoon = "too_soon", TooLate = "too_late", CameBack = "came_back",
        NoLongerUseful = "no_longer_useful", MemberGone = "member_gone", MomentOff = "moment_off",
        Owner = "owner", NoConsent = "no_consent", NoContact = "no_contact",
    }
}
