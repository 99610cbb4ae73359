//! Moments as they are set up: trigger, audience, channels, texts, gift.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use serde::{Deserialize, Serialize};

use crate::{id::MomentId, member::Channel};

/// What makes a moment arise for a member. Void visits never count.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum Trigger {
    /// The member joined. Once. Who was imported without a date has not.
    Enrolled,
    /// The first visit. Once.
    FirstVisit,
    /// The n-th visit. Once for each `n`.
    NthVisit {
        /// 2 to 10,000.
        n: u32,
    },
    /// The day of the first visit in later years. Once a year.
    AnniversaryFirstVisit,
    /// The day of joining in later years. Once a year.
    AnniversaryJoined,
    /// The birthday; 29 February falls on the 28th in common years. Once a year.
    Birthday,
    /// No visit for so many days. Once after each visit.
    NotSeen {
        /// 1 to 3,650.
        days: u32,
    },
    /// Later than the member's own rhythm: the days since the last visit exceed
    /// `factor_percent` of the usual gap (the median between the days of visits in
    /// the 12 months up to the last one, from three gaps on). Once after each visit.
    Rhythm {
        /// 100 to 1,000: 200 is twice the usual gap.
        factor_percent: u32,
        /// Visits in all that make a regular, at least 4.
        min_visits: u32,
        /// Never before so many days, 1 to 3,650.
        min_days: u32,
    },
    /// At most so many stamps are missing for a full card. Once for each card.
    CardNearlyFull {
        /// 1 to 29.
        stamps_left: u32,
    },
    /// A full card became a reward; gifts do not count. Once for each reward.
    RewardUnlocked,
    /// A reward or gift in hand is about to expire. Once for each.
    RewardExpiring {
        /// Days before its last day, 0 to 365.
        days_before: u32,
    },
    /// A day of every year, or of one year only.
    Date {
        /// 1 to 12.
        month: u32,
        /// 1 to 31.
        day: u32,
        /// Every year if absent.
        year: Option<i32>,
    },
    /// A date of the member's own under this label; a later date under the same
    /// label takes its place. Once for each date.
    MemberDate {
        /// As the dates are labelled; case and accents do not matter.
        label: String,
    },
    /// An appointment was missed or cancelled, and no new one was made. Once for
    /// each appointment.
    MissedAppointment,
}

impl Trigger {
    /// The stable name of its kind.
    #[must_use]
    pub fn kind(&self) -> &'static str {
        match self {
            Self::Enrolled => "enrolled",
            Self::FirstVisit => "first_visit",
            Self::NthVisit { .. } => "nth_visit",
            Self::AnniversaryFirstVisit => "anniversary_first_visit",
            Self::AnniversaryJoined => "anniversary_joined",
            Self::Birthday => "birthday",
            Self::NotSeen { .. } => "not_seen",
            Self::Rhythm { .. } => "rhythm",
            Self::CardNearlyFull { .. } => "card_nearly_full",
            Self::RewardUnlocked => "reward_unlocked",
            Self::RewardExpiring { .. } => "reward_expiring",
            Self::Date { .. } => "date",
            Self::MemberDate { .. } => "member_date",
            Self::MissedAppointment => "missed_appointment",
        }
    }

    /// Whether its occasion is a visit, or joining at one.
    pub(crate) fn is_of_a_visit(&self) -> bool {
        matches!(
            self,
            Self::Enrolled
                | Self::FirstVisit
                | Self::NthVisit { .. }
                | Self::CardNearlyFull { .. }
                | Self::RewardUnlocked
        )
    }
}

/// Whom a moment is for; everything that is set must hold on the day it is due.
/// What the members' visits of that very day add is not known yet then, except for
/// moments that a visit triggers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
#[serde(default)]
pub struct Audience {
    /// Spend of the last 12 months at least, minor units; for drifting members of
    /// the 12 months up to their last visit.
    pub min_spend_minor: Option<i64>,
    /// Visits in all, at least.
    pub min_visits: Option<u32>,
    /// Visits in all, at most.
    pub max_visits: Option<u32>,
    /// Seen within so many days.
    pub seen_within_days: Option<u32>,
    /// Not seen for so many days; who never came fits.
    pub not_seen_for_days: Option<u32>,
    /// Has one of these tags, if any are named.
    pub tags: Vec<String>,
    /// Has none of these tags.
    pub without_tags: Vec<String>,
    /// Has given consent for this channel.
    pub consent: Option<Channel>,
}

/// How a touch reaches a member.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum TouchChannel {
    /// A word at the counter: needs nothing, not even consent.
    Counter,
    /// A call: a phone and consent.
    Call,
    /// Paper post: an address and consent.
    Post,
    /// E-mail: an address and consent.
    Email,
    /// SMS or messenger: a phone or an address in the messenger, and consent.
    Sms,
}

/// Subject and body of a message, in one language; what stands in braces is filled
/// in at the edge.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Template {
    /// One line, at most 200 characters; may be empty.
    pub subject: String,
    /// At most 5,000 characters; may be empty.
    pub body: String,
}

/// A reward that comes with a touch and took no stamps.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct GiftRule {
    /// What is given, 1 to 80 characters.
    pub name: String,
    /// What it costs the shop, minor units; 0 if unknown.
    pub cost_minor: i64,
    /// Days it can be redeemed after the day it is due or planned, whichever is
    /// later; 1 to 365.
    pub valid_days: u32,
}

/// What a moment does.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MomentRules {
    /// When it arises.
    pub trigger: Trigger,
    /// Whom it is for.
    pub audience: Audience,
    /// Days from the trigger's day, −60 to 3,650; before it only for days known
    /// ahead: birthdays, anniversaries, dates.
    pub offset_days: i32,
    /// Preferred first; the first one that can reach the member is taken.
    pub channels: Vec<TouchChannel>,
    /// Texts by language: `en`, `ru`, `hu`.
    pub templates: BTreeMap<String, Template>,
    /// A reward that comes with it.
    pub gift: Option<GiftRule>,
    /// First due date on which it is active.
    pub active_from: Option<NaiveDate>,
    /// Last due date on which it is active.
    pub active_until: Option<NaiveDate>,
    /// Days after which it comes too late and is left out, 0 to 365.
    pub late_days: u32,
    /// At most so many touches due on one day, whoever comes first by order.
    pub per_day: Option<u32>,
    /// At least so many days between two touches of this moment for a member.
    pub days_between: Option<u32>,
    /// Share of occurrences that is left out to compare with, 0 to 90 percent.
    pub holdout_percent: u32,
}

/// What is entered about a moment.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MomentDraft {
    /// Stable short name for the command line: `a–z`, digits and `_`, 1 to 40.
    pub code: String,
    /// The name people see, 1 to 80 characters.
    pub name: String,
    /// What it does.
    pub rules: MomentRules,
}

/// A moment as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Moment {
    /// Its id.
    pub id: MomentId,
    /// Stable short name.
    pub code: String,
    /// The name people see.
    pub name: String,
    /// Whether it plans touches.
    pub enabled: bool,
    /// Business date since which it is enabled: nothing due before is planned.
    pub enabled_on: NaiveDate,
    /// Its place: the lower number wins where a cap is reached.
    pub position: i64,
    /// What it does.
    pub rules: MomentRules,
    /// When it was last changed, UTC milliseconds.
    pub updated_at_ms: i64,
}

/// The shop's settings of the schedule.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ScheduleSettings {
    /// The master switch: off, no run plans or closes anything.
    pub enabled: bool,
    /// Minute of the day from which no message is sent, 0 to 1,439.
    pub quiet_from_minute: u16,
    /// Minute of the day from which messages are sent again. Equal to
    /// `quiet_from_minute`: no quiet hours.
    pub quiet_to_minute: u16,
    /// Touches for one member in a calendar month, all moments together, 1 to 31.
    pub touches_per_month: u32,
}

impl ScheduleSettings {
    /// Whether a minute of the day (0 to 1,439, the shop's clock) is quiet.
    #[must_use]
    pub fn is_quiet(&self, minute: u16) -> bool {
        let (from, to) = (self.quiet_from_minute, self.quiet_to_minute);
        if from <= to {
            (from..to).contains(&minute)
        } else {
            minute >= from || minute < to
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quiet_hours_may_span_midnight_or_be_none() {
        let quiet = |quiet_from_minute, quiet_to_minute, minute| {
            ScheduleSettings {
                enabled: true,
                quiet_from_minute,
                quiet_to_minute,
                touches_per_month: 4,
            }
            .is_quiet(minute)
        };
        let night = |minute| quiet(1_200, 540, minute);
        assert!(night(1_200) && night(0) && night(539));
        assert!(!night(540) && !night(1_199));
        assert!(quiet(720, 780, 720) && !quiet(720, 780, 780));
        assert!(!quiet(600, 600, 600));
    }
}
