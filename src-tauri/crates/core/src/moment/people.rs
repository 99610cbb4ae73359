//! What a run knows of the shop: facts without SQL, so that planning is a pure
//! function of them.

use chrono::{Days, NaiveDate};

use super::types::TouchChannel;
use crate::{
    id::{AppointmentId, GrantId, MemberDateId, MemberId},
    member::{Birthday, Channel, rhythm},
};

/// Everything a plan is made of. What happened after the date it is made for is no
/// reason for anything: the search leaves it aside.
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
    /// Whether somebody said so; else it is the date of an import.
    pub(crate) joined_known: bool,
    pub(crate) birthday: Option<Birthday>,
    pub(crate) birthday_set_on: Option<NaiveDate>,
    pub(crate) has_phone: bool,
    pub(crate) has_email: bool,
    pub(crate) has_address: bool,
    /// What the shop's text channel needs: a phone, or an address in the messenger.
    pub(crate) has_text_contact: bool,
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
            TouchChannel::Sms => self.has_text_contact && self.consents.has(Channel::Sms),
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

    /// See [`rhythm::usual_gap_twice`], as it was after the `at`-th day read.
    pub(crate) fn usual_gap_twice(&self, at: usize) -> Option<i64> {
        rhythm::usual_gap_twice(self.days.get(..=at)?, |day| day.on)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// A member who came on these days of 2026, counted from 1 January.
    fn person(days: &[u64]) -> Person {
        let begin: NaiveDate = "2026-01-01".parse().unwrap();
        Person {
            rid: 1,
            id: MemberId(uuid::Uuid::nil()),
            joined_on: begin,
            joined_known: true,
            birthday: None,
            birthday_set_on: None,
            has_phone: false,
            has_email: true,
            has_address: false,
            has_text_contact: false,
            consents: Consents::default(),
            tags: Vec::new(),
            earlier_visits: 2,
            first_visit_on: None,
            earlier_visit_on: None,
            days: days
                .iter()
                .map(|day| VisitDay {
                    on: begin + Days::new(*day),
                    visits: 1,
                    spend_minor: 100,
                })
                .collect(),
        }
    }

    fn gap(days: &[u64]) -> Option<i64> {
        person(days).usual_gap_twice(days.len() - 1)
    }

    #[test]
    fn the_usual_gap_is_the_median_from_three_gaps_on() {
        assert_eq!(gap(&[0, 5, 10]), None);
        assert_eq!(gap(&[0, 1, 8, 38]), Some(14), "of 1, 7 and 30");
        assert_eq!(gap(&[0, 1, 8, 38, 43]), Some(12), "between 5 and 7");
    }

    #[test]
    fn only_the_twelve_months_up_to_the_last_visit_make_a_rhythm() {
        assert_eq!(gap(&[0, 100, 110, 120, 130]), Some(20));
        assert_eq!(gap(&[0, 1, 2, 400, 410, 420]), None);
        // The day exactly 365 days before is outside.
        assert_eq!(gap(&[35, 380, 390, 400]), None);
        assert_eq!(gap(&[36, 380, 390, 400]), Some(20));
    }

    #[test]
    fn a_later_visit_does_not_change_an_earlier_rhythm() {
        let person = person(&[0, 10, 20, 30, 33, 36]);
        assert_eq!(person.usual_gap_twice(3), Some(20));
    }

    #[test]
    fn visits_and_spend_count_up_to_a_day() {
        let person = person(&[0, 10, 400]);
        let day = |days| person.days[0].on + Days::new(days);
        assert_eq!(
            (person.visits_to(day(9)), person.visits_to(day(10))),
            (3, 4)
        );
        assert_eq!(person.year_spend_to(day(400)), 100);
        assert_eq!(person.year_spend_to(day(364)), 200);
        assert_eq!(person.last_visit_to(day(399)), Some(day(10)));
    }

    #[test]
    fn without_consent_only_the_counter_is_left() {
        let mut person = person(&[]);
        let list = [TouchChannel::Email, TouchChannel::Counter];
        assert_eq!(person.channel(&list), Some(TouchChannel::Counter));
        person.consents.give(Channel::Sms);
        assert_eq!(person.channel(&list[..1]), None);
        person.consents.give(Channel::Email);
        assert_eq!(person.channel(&list), Some(TouchChannel::Email));
    }
}
