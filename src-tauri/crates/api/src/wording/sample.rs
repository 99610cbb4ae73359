//! Made-up reasons and gifts, for trying a message out on a real member.

use chrono::{Datelike, Days, NaiveDate, TimeDelta};
use regulars_core::{
    id::{AppointmentId, GrantId, MemberDateId},
    member::{GrantStatus, GrantView, MemberGlance},
    moment::{MomentRules, Trigger, Why},
};

use super::Wording;

/// A code as gifts have one.
const SAMPLE_CODE: &str = "K7M-4QP";
/// An id that names nothing, for messages that are only tried out.
const NO_ID: uuid::Uuid = uuid::Uuid::nil();

impl Wording {
    /// A gift as a moment would bring it today, for trying a message out.
    #[must_use]
    pub fn sample_gift(&self, rules: &MomentRules) -> Option<GrantView> {
        let gift = rules.gift.as_ref()?;
        Some(GrantView {
            id: GrantId(NO_ID),
            code: SAMPLE_CODE.to_owned(),
            reward_name: gift.name.clone(),
            status: GrantStatus::Available,
            unlocked_at_ms: 0,
            expires_on: self
                .today
                .checked_add_days(Days::new(gift.valid_days.into())),
        })
    }

    /// Why a moment would arise for a member, for trying a message out: with the
    /// member's own figures where there are any.
    #[must_use]
    pub fn sample_why(&self, rules: &MomentRules, glance: &MemberGlance) -> Why {
        let today = self.today;
        // The day that the moment greets about, when it does so today.
        let about = today
            .checked_sub_signed(TimeDelta::days(rules.offset_days.into()))
            .unwrap_or(today);
        let first_visit = glance
            .stats
            .first_visit_on
            .unwrap_or(glance.member.joined_on);
        let years = |since: NaiveDate| {
            u32::try_from(today.year() - since.year())
                .unwrap_or(0)
                .max(1)
        };
        let drifting = || Why::Drifting {
            last_visit_on: glance
                .stats
                .last_visit_on
                .unwrap_or(glance.member.joined_on),
            usual_gap_days: glance.stats.usual_gap_days,
            spend_minor: glance.stats.spend_minor,
            visits: glance.stats.visits,
        };
        let reward = || {
            let grant = glance.grants.first();
            (
                grant.map_or(GrantId(NO_ID), |grant| grant.id),
                grant.map_or_else(
                    || glance.card.reward_name.clone(),
                    |grant| grant.reward_name.clone(),
                ),
                grant.and_then(|grant| grant.expires_on),
            )
        };
        match &rules.trigger {
            Trigger::Enrolled => Why::Enrolled {
                joined_on: glance.member.joined_on,
            },
            Trigger::FirstVisit => Why::FirstVisit { on: first_visit },
            Trigger::NthVisit { n } => Why::NthVisit { n: *n, on: today },
            Trigger::AnniversaryFirstVisit => Why::Anniversary {
                on: about,
                years: years(first_visit),
            },
            Trigger::AnniversaryJoined => Why::Anniversary {
                on: about,
                years: years(glance.member.joined_on),
            },
            Trigger::Birthday => Why::Birthday {
                on: about,
                turns: None,
                too_new_for_gift: false,
            },
            Trigger::NotSeen { .. } | Trigger::Rhythm { .. } => drifting(),
            Trigger::CardNearlyFull { stamps_left } => Why::CardNearlyFull {
                stamps_left: *stamps_left,
                cards_filled: 0,
            },
            Trigger::RewardUnlocked => {
                let (grant_id, reward_name, expires_on) = reward();
                Why::RewardUnlocked {
                    grant_id,
                    reward_name,
                    expires_on,
                }
            }
            Trigger::RewardExpiring { days_before } => {
                let (grant_id, reward_name, expires_on) = reward();
                let soon = today.checked_add_days(Days::new((*days_before).into()));
                Why::RewardExpiring {
                    grant_id,
                    reward_name,
                    expires_on: expires_on.or(soon).unwrap_or(today),
                }
            }
            Trigger::Date { month, day, year } => Why::Date {
                on: NaiveDate::from_ymd_opt(year.unwrap_or(today.year()), *month, *day)
                    .unwrap_or(today),
            },
            Trigger::MemberDate { label } => Why::MemberDate {
                member_date_id: MemberDateId(NO_ID),
                label: label.clone(),
                on: about,
            },
            Trigger::MissedAppointment => Why::MissedAppointment {
                appointment_id: AppointmentId(NO_ID),
                on: about,
                cancelled: false,
            },
        }
    }
}
