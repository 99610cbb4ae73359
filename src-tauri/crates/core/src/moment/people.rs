//! What a run knows of the shop: facts without SQL, so that planning is a pure
//! function of them.

use chrono::{Datelike, Days, NaiveDate};

use super::types::TouchChannel;
use crate::{
    id::{AppointmentId, GrantId, MemberDateId, MemberId},
    member::{Birthday, Channel},
};

/// Everything a plan is made of, as of one business date: what happened later is
/// left out.
#[derive(Debug, Clone, Default)]
pub(crate) struct Snapshot {
    /// Members in service, by row number.
    pub(crate) people: Vec<Person>,
    pub(crate) grants: Vec<GrantFact>,
    pub(crate) cards: Vec<CardFact>,
    pub(crate) dates: Vec<DateFact>,
    pub(crate) appointments: Vec<AppointmentFact>,
    /// Stamps for one reward.
    pub(crate) stamps_required: i64,
}

/// A member in service.
#[derive(Debug, Clone)]
pub(crate) struct Person {
    pub(crate) rid: i64,
    pub(crate) id: MemberId,
    pub(crate) joined_on: NaiveDate,
    pub(crate) birthday: Option<Birthday>,
    pub(crate) birthday_set_on: Option<NaiveDate>,
    pub(crate) has_phone: bool,
    pub(crate) has_email: bool,
    pub(crate) has_address: bool,
    pub(crate) consents: Consents,
    /// Folded.
    pub(crate) tags: Vec<String>,
    /// Visits before the days that were read.
    pub(crate) earlier_visits: u32,
    pub(crate) first_visit_on: Option<NaiveDate>,
    /// The last visit before the days that were read, where it is known.
    pub(crate) earlier_visit_on: Option<NaiveDate>,
    /// Days with visits, oldest first.
    pub(crate) days: Vec<VisitDay>,
}

/// The visits of one business date.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct VisitDay {
    pub(crate) on: NaiveDate,
    pub(crate) visits: u32,
    pub(crate) spend_minor: i64,
}

/// Consents that are given.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Consents(u8);

impl Consents {
    pub(crate) fn give(&mut self, channel: Channel) {
        self.0 |= Self::bit(channel);
    }

    pub(crate) fn has(self, channel: Channel) -> bool {
        self.0 & Self::bit(channel) != 0
    }

    fn bit(channel: Channel) -> u8 {
        match channel {
            Channel::Email => 1,
            Channel::Sms => 2,
            Channel::Call => 4,
            Channel::Post => 8,
        }
    }
}

/// A grant that was unlocked or expires in the days looked at.
#[derive(Debug, Clone)]
pub(crate) struct GrantFact {
    pub(crate) person: usize,
    pub(crate) id: GrantId,
    pub(crate) reward_name: String,
    pub(crate) is_gift: bool,
    pub(crate) unlocked_on: NaiveDate,
    pub(crate) expires_on: Option<NaiveDate>,
    /// The date on which it was redeemed, expired or taken back.
    pub(crate) ended_on: Option<NaiveDate>,
}

/// A stamp card that moved in the days looked at.
#[derive(Debug, Clone)]
pub(crate) struct CardFact {
    pub(crate) person: usize,
    /// Stamps before the first of the days.
    pub(crate) balance_before: i64,
    /// Cards filled before the first of the days.
    pub(crate) filled_before: i64,
    /// Oldest first: the date, stamps moved, cards filled.
    pub(crate) days: Vec<(NaiveDate, i64, i64)>,
}

/// A date of a member's own.
#[derive(Debug, Clone)]
pub(crate) struct DateFact {
    pub(crate) person: usize,
    pub(crate) id: MemberDateId,
    pub(crate) label: String,
    pub(crate) label_folded: String,
    pub(crate) on: NaiveDate,
    /// The member's next date under the label.
    pub(crate) next: Option<NaiveDate>,
}

/// An appointment that was missed or cancelled.
#[derive(Debug, Clone)]
pub(crate) struct AppointmentFact {
    pub(crate) person: usize,
    pub(crate) id: AppointmentId,
    pub(crate) on: NaiveDate,
    pub(crate) noted_on: NaiveDate,
    pub(crate) cancelled: bool,
    /// When a later appointment was noted.
    pub(crate) replaced_on: Option<NaiveDate>,
}

impl Person {
    /// The first channel of a list that can reach the member.
    pub(crate) fn channel(&self, preferred: &[TouchChannel]) -> Option<TouchChannel> {
        preferred
            .iter()
            .copied()
            .find(|channel| self.reachable(*channel))
    }

    fn reachable(&self, channel: TouchChannel) -> bool {
        match channel {
            TouchChannel::Counter => true,
            TouchChannel::Call => self.has_phone && self.consents.has(Channel::Call),
            TouchChannel::Sms => self.has_phone && self.consents.has(Channel::Sms),
            TouchChannel::Post => self.has_address && self.consents.has(Channel::Post),
            TouchChannel::Email => self.has_email && self.consents.has(Channel::Email),
        }
    }

    /// When the shop first knew the member.
    pub(crate) fn known_since(&self) -> NaiveDate {
        self.first_visit_on
            .map_or(self.joined_on, |first| first.min(self.joined_on))
    }

    /// Visits up to a date, that day included.
    pub(crate) fn visits_to(&self, last: NaiveDate) -> u32 {
        let seen: u32 = self
            .days
            .iter()
            .take_while(|day| day.on <= last)
            .map(|day| day.visits)
            .sum();
        self.earlier_visits.saturating_add(seen)
    }

    /// Spend of the 365 days that end with a date.
    pub(crate) fn year_spend_to(&self, last: NaiveDate) -> i64 {
        let first = last.checked_sub_days(Days::new(365)).unwrap_or(last);
        self.days
            .iter()
            .filter(|day| day.on > first && day.on <= last)
            .fold(0, |sum, day| sum.saturating_add(day.spend_minor))
    }

    /// The last day with a visit up to a date, as far as days were read.
    pub(crate) fn last_visit_to(&self, last: NaiveDate) -> Option<NaiveDate> {
        let read = self
            .days
            .get(..self.days.partition_point(|day| day.on <= last))
            .and_then(<[_]>::last)
            .map(|day| day.on);
        read.or(self.earlier_visit_on)
    }

    /// Twice the median of the gaps between the days of visits in the 365 days that
    /// end with the `at`-th day read; `None` with fewer than three gaps.
    pub(crate) fn usual_gap_twice(&self, at: usize) -> Option<i64> {
        let last = self.days.get(at)?.on;
        let first = last.checked_sub_days(Days::new(365)).unwrap_or(last);
        let begin = self.days.partition_point(|day| day.on <= first);
        let days = self.days.get(begin..=at)?;
        let mut gaps: Vec<i64> = days
            .iter()
            .zip(days.iter().skip(1))
            .map(|(earlier, later)| {
                i64::from(later.on.num_days_from_ce() - earlier.on.num_days_from_ce())
            })
            .collect();
        if gaps.len() < 3 {
            return None;
        }
        gaps.sort_unstable();
        let middle = gaps.len() / 2;
        let upper = *gaps.get(middle)?;
        let lower = if gaps.len().is_multiple_of(2) {
            *gaps.get(middle - 1)?
        } else {
            upper
        };
        Some(lower + upper)
    }
}
