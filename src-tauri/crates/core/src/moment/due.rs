//! What falls due: every occurrence of a moment in a range of days, from history,
//! as a run on each of those mornings would have met it.

use chrono::{Datelike, Days, NaiveDate};

use super::{
    people::{AppointmentFact, CardFact, DateFact, GrantFact, Person, Snapshot},
    touch_types::{SkipReason, Why},
    types::{Moment, Trigger},
};
use crate::{
    member::{Birthday, rhythm},
    text, time,
};

/// Days that a birthday must have been known before it earns a gift.
const BIRTHDAY_KNOWN_DAYS: u64 = 30;

/// A moment with the first due date that is looked at.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot<'a> {
    pub(crate) moment: &'a Moment,
    pub(crate) from: NaiveDate,
}

/// An occurrence, before it is decided.
#[derive(Debug, Clone)]
pub(crate) struct Candidate {
    /// Place of its moment among the slots.
    pub(crate) moment: usize,
    /// Place of its member in the snapshot.
    pub(crate) person: usize,
    pub(crate) occurrence: String,
    pub(crate) due_on: NaiveDate,
    /// The first morning on which a run could know of it.
    pub(crate) found_on: NaiveDate,
    /// The last day whose visits count for the audience.
    pub(crate) known_to: NaiveDate,
    /// The last day whose spend counts for the audience.
    pub(crate) spend_to: NaiveDate,
    /// The last day on which it can make sense, whatever the moment allows.
    pub(crate) ends_on: Option<NaiveDate>,
    pub(crate) why: Why,
    /// What has made it useless since the day it was due.
    pub(crate) gone: Option<SkipReason>,
}

/// All occurrences of the slots that are due up to `to`, in no special order.
pub(crate) fn candidates(snapshot: &Snapshot, slots: &[Slot<'_>], to: NaiveDate) -> Vec<Candidate> {
    let mut found = Vec::new();
    for (at, slot) in slots.iter().enumerate() {
        let mut search = Search {
            slot: *slot,
            at,
            to,
            found: &mut found,
        };
        search.run(snapshot);
    }
    found
}

/// The search for one moment's occurrences.
struct Search<'a, 'b> {
    slot: Slot<'a>,
    at: usize,
    to: NaiveDate,
    found: &'b mut Vec<Candidate>,
}

impl Search<'_, '_> {
    fn run(&mut self, snapshot: &Snapshot) {
        let moment = self.slot.moment;
        match &moment.rules.trigger {
            Trigger::RewardUnlocked | Trigger::RewardExpiring { .. } => {
                for grant in &snapshot.grants {
                    self.grant(grant);
                }
            }
            Trigger::CardNearlyFull { stamps_left } => {
                for card in &snapshot.cards {
                    self.card(card, snapshot.stamps_required, i64::from(*stamps_left));
                }
            }
            Trigger::MemberDate { label } => {
                let label = text::fold(label);
                for date in snapshot
                    .dates
                    .iter()
                    .filter(|date| date.label_folded == label)
                {
                    self.member_date(date);
                }
            }
            Trigger::MissedAppointment => {
                for lost in &snapshot.appointments {
                    if let Some(person) = snapshot.people.get(lost.person) {
                        self.appointment(lost, person);
                    }
                }
            }
            trigger => {
                for (at, person) in snapshot.people.iter().enumerate() {
                    self.person(trigger, at, person);
                }
            }
        }
    }

    fn person(&mut self, trigger: &Trigger, at: usize, person: &Person) {
        match trigger {
            Trigger::Enrolled if person.joined_known => {
                let why = Why::Enrolled {
                    joined_on: person.joined_on,
                };
                self.event(at, person.joined_on, false, "joined".to_owned(), why);
            }
            Trigger::FirstVisit => {
                if let Some(on) = person.first_visit_on {
                    self.event(at, on, true, "first".to_owned(), Why::FirstVisit { on });
                }
            }
            Trigger::NthVisit { n } => {
                if let Some(on) = nth_visit(person, *n) {
                    self.event(
                        at,
                        on,
                        true,
                        format!("visit:{n}"),
                        Why::NthVisit { n: *n, on },
                    );
                }
            }
            Trigger::AnniversaryFirstVisit => {
                if let Some(first) = person.first_visit_on {
                    self.anniversary(at, first);
                }
            }
            Trigger::AnniversaryJoined if person.joined_known => {
                self.anniversary(at, person.joined_on)
            }
            Trigger::Birthday => {
                if let Some(birthday) = person.birthday {
                    self.birthday(at, person, birthday);
                }
            }
            Trigger::Date { month, day, year } => {
                for on in self.days_of_year(*month, *day) {
                    if year.is_none_or(|year| year == on.year()) && person.known_since() <= on {
                        let occurrence = match year {
                            Some(_) => on.to_string(),
                            None => on.year().to_string(),
                        };
                        self.ahead(at, on, occurrence, Why::Date { on });
                    }
                }
            }
            Trigger::NotSeen { days } => self.drifting(at, person, |_| Some(i64::from(*days))),
            Trigger::Rhythm {
                factor_percent,
                min_visits,
                min_days,
            } => {
                let latest = plus(self.to, -i64::from(self.slot.moment.rules.offset_days));
                self.drifting(at, person, |day| {
                    let since = i64::from(*min_days);
                    let last = person.days.get(day)?.on;
                    // Most members were here lately: their rhythm need not be known.
                    if plus(last, since) > latest || person.visits_to(last) < *min_visits {
                        return None;
                    }
                    let gap_twice = person.usual_gap_twice(day)?;
                    Some(since.max(gap_twice * i64::from(*factor_percent) / 200 + 1))
                });
            }
            _ => {}
        }
    }

    /// Something that happened, and is known from the next morning on.
    fn event(
        &mut self,
        person: usize,
        on: NaiveDate,
        is_visit: bool,
        occurrence: String,
        why: Why,
    ) {
        let (Some(due_on), Some(next)) = (self.due(on), on.succ_opt()) else {
            return;
        };
        let before = due_on.pred_opt().unwrap_or(due_on);
        let known_to = if is_visit { before.max(on) } else { before };
        self.push(Candidate {
            moment: self.at,
            person,
            occurrence,
            due_on,
            found_on: due_on.max(next),
            known_to,
            spend_to: known_to,
            ends_on: None,
            why,
            gone: None,
        });
    }

    /// A day that is known ahead.
    fn ahead(&mut self, person: usize, on: NaiveDate, occurrence: String, why: Why) {
        let Some(due_on) = self.due(on) else { return };
        let before = due_on.pred_opt().unwrap_or(due_on);
        self.push(Candidate {
            moment: self.at,
            person,
            occurrence,
            due_on,
            found_on: due_on,
            known_to: before,
            spend_to: before,
            ends_on: None,
            why,
            gone: None,
        });
    }

    fn push(&mut self, candidate: Candidate) {
        let rules = &self.slot.moment.rules;
        let due_on = candidate.due_on;
        let active = rules.active_from.is_none_or(|from| from <= due_on)
            && rules.active_until.is_none_or(|until| due_on <= until);
        if active && (self.slot.from..=self.to).contains(&due_on) {
            self.found.push(candidate);
        }
    }

    /// The due date of something on a day, if it lies in the range.
    fn due(&self, on: NaiveDate) -> Option<NaiveDate> {
        let due_on = plus(on, i64::from(self.slot.moment.rules.offset_days))?;
        (self.slot.from..=self.to)
            .contains(&due_on)
            .then_some(due_on)
    }

    /// The occurrences of a day of the year that may be due in the range.
    fn days_of_year(&self, month: u32, day: u32) -> impl Iterator<Item = NaiveDate> + use<> {
        let offset = i64::from(self.slot.moment.rules.offset_days);
        let year = |date: NaiveDate| plus(date, -offset).map_or(date.year(), |on| on.year());
        (year(self.slot.from)..=year(self.to))
            .filter_map(move |year| time::yearly(year, month, day))
    }

    fn anniversary(&mut self, person: usize, first: NaiveDate) {
        for on in self.days_of_year(first.month(), first.day()) {
            if let Ok(years) = u32::try_from(on.year() - first.year())
                && years > 0
            {
                self.ahead(
                    person,
                    on,
                    on.year().to_string(),
                    Why::Anniversary { on, years },
                );
            }
        }
    }

    fn birthday(&mut self, at: usize, person: &Person, birthday: Birthday) {
        for on in self.days_of_year(birthday.month, birthday.day) {
            let known_since = on.checked_sub_days(Days::new(BIRTHDAY_KNOWN_DAYS));
            let why = Why::Birthday {
                on,
                turns: birthday
                    .year
                    .map(|year| on.year() - year)
                    .filter(|age| *age > 0),
                too_new_for_gift: person.birthday_set_on > known_since,
            };
            if person.known_since() <= on {
                self.ahead(at, on, on.year().to_string(), why);
            }
        }
    }

    /// Silence after each day of visits: it falls due if nobody came before that
    /// day, and has lost its reason if the member came on that day or later.
    /// `silence` gives the days after the visit, or `None`.
    fn drifting(&mut self, at: usize, person: &Person, silence: impl Fn(usize) -> Option<i64>) {
        // Only the last day before the range, and those after it, can fall due in it.
        let begin = person
            .days
            .partition_point(|day| day.on < self.slot.from)
            .saturating_sub(1);
        for (index, day) in person.days.iter().enumerate().skip(begin) {
            let next = person.days.get(index + 1).map(|next| next.on);
            let Some(due_on) = silence(index).and_then(|days| self.due(plus(day.on, days)?)) else {
                continue;
            };
            if next.is_some_and(|next| next < due_on) {
                continue;
            }
            let why = Why::Drifting {
                last_visit_on: day.on,
                usual_gap_days: person.usual_gap_twice(index).and_then(rhythm::told_days),
                spend_minor: person.year_spend_to(day.on),
                visits: person.visits_to(day.on),
            };
            self.push(Candidate {
                moment: self.at,
                person: at,
                occurrence: day.on.to_string(),
                due_on,
                found_on: due_on,
                known_to: day.on,
                spend_to: day.on,
                ends_on: None,
                why,
                gone: next
                    .filter(|next| *next <= self.to)
                    .map(|_| SkipReason::CameBack),
            });
        }
    }

    fn grant(&mut self, grant: &GrantFact) {
        let expiring = match self.slot.moment.rules.trigger {
            Trigger::RewardExpiring { days_before } => Some(days_before),
            _ => None,
        };
        let begin = self.found.len();
        match (expiring, grant.expires_on) {
            (Some(days_before), Some(expires_on)) => {
                let Some(on) = plus(expires_on, -i64::from(days_before)) else {
                    return;
                };
                // Not worth a word on the day it is unlocked.
                if self
                    .due(on)
                    .is_none_or(|due| due <= grant.unlocked_on || due > expires_on)
                {
                    return;
                }
                let why = Why::RewardExpiring {
                    grant_id: grant.id,
                    reward_name: grant.reward_name.clone(),
                    expires_on,
                };
                let occurrence = format!("{}:{expires_on}", grant.id);
                self.ahead(grant.person, on, occurrence, why);
            }
            (None, _) if !grant.is_gift => {
                let why = Why::RewardUnlocked {
                    grant_id: grant.id,
                    reward_name: grant.reward_name.clone(),
                    expires_on: grant.expires_on,
                };
                let occurrence = grant.id.to_string();
                self.event(grant.person, grant.unlocked_on, false, occurrence, why);
            }
            _ => return,
        }
        self.ended(
            begin,
            grant.ended_on,
            grant.expires_on,
            SkipReason::NoLongerUseful,
        );
    }

    fn card(&mut self, card: &CardFact, required: i64, left: i64) {
        let near = |balance: i64| balance > 0 && balance < required && required - balance <= left;
        let (mut balance, mut filled) = (card.balance_before, card.filled_before);
        for (index, (on, stamps, cards)) in card.days.iter().enumerate() {
            let before = near(balance) && *cards == 0;
            balance += stamps;
            filled += cards;
            if before || !near(balance) || *on > self.to {
                continue;
            }
            // The first day after on which that card is not nearly full any more.
            let mut later = balance;
            let ended_on = card
                .days
                .iter()
                .skip(index + 1)
                .find(|(_, stamps, cards)| {
                    later += stamps;
                    *cards != 0 || !near(later)
                })
                .map(|(day, _, _)| *day);
            let why = Why::CardNearlyFull {
                stamps_left: u32::try_from(required - balance).unwrap_or(0),
                cards_filled: u32::try_from(filled).unwrap_or(0),
            };
            let begin = self.found.len();
            self.event(card.person, *on, false, filled.to_string(), why);
            self.ended(begin, ended_on, None, SkipReason::NoLongerUseful);
        }
    }

    fn member_date(&mut self, date: &DateFact) {
        let why = Why::MemberDate {
            member_date_id: date.id,
            label: date.label.clone(),
            on: date.on,
        };
        let begin = self.found.len();
        let occurrence = format!("{}:{}", date.label_folded, date.on);
        self.ahead(date.person, date.on, occurrence, why);
        self.ended(begin, date.next, None, SkipReason::NoLongerUseful);
    }

    fn appointment(&mut self, lost: &AppointmentFact, person: &Person) {
        let why = Why::MissedAppointment {
            appointment_id: lost.id,
            on: lost.on,
            cancelled: lost.cancelled,
        };
        let begin = self.found.len();
        self.event(lost.person, lost.noted_on, false, lost.id.to_string(), why);
        let came_on = person
            .days
            .iter()
            .map(|day| day.on)
            .find(|on| *on > lost.noted_on || *on >= lost.on);
        self.ended(begin, lost.replaced_on, None, SkipReason::NoLongerUseful);
        self.ended(begin, came_on, None, SkipReason::CameBack);
    }

    /// What ended before the day it was due never arose; what ended since has lost
    /// its reason.
    fn ended(
        &mut self,
        begin: usize,
        on: Option<NaiveDate>,
        last: Option<NaiveDate>,
        reason: SkipReason,
    ) {
        let Some(candidate) = self.found.get_mut(begin) else {
            return;
        };
        candidate.ends_on = last;
        match on {
            Some(on) if on < candidate.due_on => self.found.truncate(begin),
            Some(on) if on <= self.to => {
                candidate.gone.get_or_insert(reason);
            }
            _ => {}
        }
    }
}

/// The day of a member's n-th visit, if it is among the days that were read.
fn nth_visit(person: &Person, n: u32) -> Option<NaiveDate> {
    let mut visits = person.earlier_visits;
    if visits >= n {
        return None;
    }
    person.days.iter().find_map(|day| {
        visits = visits.saturating_add(day.visits);
        (visits >= n).then_some(day.on)
    })
}

/// A date some days later, or earlier.
pub(crate) fn plus(date: NaiveDate, days: i64) -> Option<NaiveDate> {
    let distance = Days::new(days.unsigned_abs());
    if days < 0 {
        date.checked_sub_days(distance)
    } else {
        date.checked_add_days(distance)
    }
}
