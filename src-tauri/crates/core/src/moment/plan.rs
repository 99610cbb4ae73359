//! Deciding: which occurrences become touches. Pure; what it decides depends on
//! nothing but its arguments.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use sha2::{Digest, Sha256};

use super::{
    due::{Candidate, Slot, plus},
    people::{Person, Snapshot},
    touch_types::{SkipReason, Why},
    types::{Audience, TouchChannel},
};
use crate::id::{MemberId, MomentId, TouchId};

/// A calendar month.
type Month = (i32, u32);

/// An occurrence: its moment, its person, and which one.
pub(crate) type Key = (usize, usize, String);

/// What was decided before, about the candidates at hand. Moments and members are
/// named by their places among slots and people.
#[derive(Debug, Clone, Default)]
pub(crate) struct History {
    pub(crate) taken: HashSet<Key>,
    /// Decided again: left out because no channel reached the member, who may have an
    /// address or a consent by now, or because it stood on a day that was corrected.
    pub(crate) again: HashMap<Key, TouchId>,
    /// Touches that count, of a member in a month.
    pub(crate) months: HashMap<(usize, Month), u32>,
    /// Touches that count, of a moment on a day.
    pub(crate) days: HashMap<(usize, NaiveDate), u32>,
    /// Due dates of touches that count, of a moment for a member.
    pub(crate) dues: HashMap<(usize, usize), Vec<NaiveDate>>,
}

impl History {
    /// Notes a touch that counts.
    pub(crate) fn count(&mut self, moment: usize, person: usize, due_on: NaiveDate) {
        *self.months.entry((person, month(due_on))).or_default() += 1;
        *self.days.entry((moment, due_on)).or_default() += 1;
        self.dues.entry((moment, person)).or_default().push(due_on);
    }

    /// Takes a touch that counts out of its month and day.
    pub(crate) fn uncount(&mut self, moment: usize, person: usize, due_on: NaiveDate) {
        let counts = [
            self.months.get_mut(&(person, month(due_on))),
            self.days.get_mut(&(moment, due_on)),
        ];
        for count in counts.into_iter().flatten() {
            *count = count.saturating_sub(1);
        }
    }
}

/// An occurrence, decided.
#[derive(Debug, Clone)]
pub(crate) struct Decided {
    pub(crate) candidate: Candidate,
    pub(crate) channel: Option<TouchChannel>,
    /// `None`: it is planned.
    pub(crate) reason: Option<SkipReason>,
    /// Whether it was let through on its day, and counts towards the caps.
    pub(crate) counted: bool,
    pub(crate) useful_until: NaiveDate,
    /// Whether it brings the moment's gift.
    pub(crate) gift: bool,
    /// The touch that was left out before, and is decided anew.
    pub(crate) again: Option<TouchId>,
}

/// Decides candidates one after another, in the order in which runs on each
/// morning would have: by the day they were known, the due date, the moments'
/// order, and the member. With `as_of`, what has become useless by that date is
/// left out; without, it is a forecast.
pub(crate) fn decide(
    snapshot: &Snapshot,
    slots: &[Slot<'_>],
    mut candidates: Vec<Candidate>,
    mut history: History,
    touches_per_month: u32,
    as_of: Option<NaiveDate>,
) -> Vec<Decided> {
    let rid = |at: usize| snapshot.people.get(at).map_or(0, |person| person.rid);
    candidates.sort_by(|a, b| {
        (a.found_on, a.due_on, a.moment, rid(a.person), &a.occurrence).cmp(&(
            b.found_on,
            b.due_on,
            b.moment,
            rid(b.person),
            &b.occurrence,
        ))
    });
    let mut decided = Vec::with_capacity(candidates.len());
    for candidate in candidates {
        let (Some(slot), Some(person)) = (
            slots.get(candidate.moment),
            snapshot.people.get(candidate.person),
        ) else {
            continue;
        };
        let key = (
            candidate.moment,
            candidate.person,
            candidate.occurrence.clone(),
        );
        let again = history.again.get(&key).copied();
        if !history.taken.insert(key) {
            continue;
        }
        let one = decide_one(
            slot,
            person,
            candidate,
            &mut history,
            touches_per_month,
            as_of,
        );
        // Left out by a rule once more, it stands as it was; the lot's word is kept, since
        // those left out by lot are compared with all whom it let through.
        if again.is_none() || one.counted || one.reason == Some(SkipReason::HoldOut) {
            decided.push(Decided { again, ..one });
        }
    }
    decided
}

fn decide_one(
    slot: &Slot<'_>,
    person: &Person,
    candidate: Candidate,
    history: &mut History,
    touches_per_month: u32,
    as_of: Option<NaiveDate>,
) -> Decided {
    let rules = &slot.moment.rules;
    let (at, who, due_on) = (candidate.moment, candidate.person, candidate.due_on);
    let late = plus(candidate.found_on, i64::from(rules.late_days)).unwrap_or(NaiveDate::MAX);
    let useful_until = candidate.ends_on.map_or(late, |last| last.min(late));
    let in_audience = fits(&rules.audience, person, &candidate);
    let channel = if in_audience {
        person.channel(&rules.channels)
    } else {
        None
    };
    let held_out =
        || held_out(slot.moment.id, person.id, &candidate.occurrence) < rules.holdout_percent;
    let had = |counts: Option<&u32>| counts.copied().unwrap_or(0);
    let refused = if !in_audience {
        Some(SkipReason::Audience)
    } else if channel.is_none() {
        Some(SkipReason::NoChannel)
    } else if held_out() {
        Some(SkipReason::HoldOut)
    } else if had(history.months.get(&(who, month(due_on)))) >= touches_per_month {
        Some(SkipReason::MemberCap)
    } else if rules
        .per_day
        .is_some_and(|cap| had(history.days.get(&(at, due_on))) >= cap)
    {
        Some(SkipReason::DayCap)
    } else if rules
        .days_between
        .is_some_and(|days| too_soon(history.dues.get(&(at, who)), due_on, days))
    {
        Some(SkipReason::TooSoon)
    } else {
        None
    };
    let counted = refused.is_none();
    if counted {
        history.count(at, who, due_on);
    }
    let useless = match as_of {
        Some(_) if candidate.gone.is_some() => candidate.gone,
        Some(as_of) if as_of > useful_until => Some(SkipReason::TooLate),
        _ => None,
    };
    let too_new = matches!(
        candidate.why,
        Why::Birthday {
            too_new_for_gift: true,
            ..
        }
    );
    Decided {
        candidate,
        channel,
        reason: refused.or(useless),
        counted,
        useful_until,
        gift: rules.gift.is_some() && !too_new,
        again: None,
    }
}

fn too_soon(dues: Option<&Vec<NaiveDate>>, due_on: NaiveDate, days: u32) -> bool {
    dues.is_some_and(|dues| {
        dues.iter()
            .any(|other| (due_on - *other).num_days().unsigned_abs() < u64::from(days))
    })
}

fn month(date: NaiveDate) -> Month {
    (date.year(), date.month())
}

/// Where an occurrence falls in 0 to 99: always the same for the same occurrence.
pub(crate) fn held_out(moment: MomentId, member: MemberId, occurrence: &str) -> u32 {
    let mut hash = Sha256::new();
    hash.update(moment.0.as_bytes());
    hash.update(member.0.as_bytes());
    hash.update(occurrence.as_bytes());
    let digest: [u8; 32] = hash.finalize().into();
    let first = digest
        .iter()
        .take(4)
        .fold(0_u64, |sum, byte| (sum << 8) | u64::from(*byte));
    u32::try_from(first % 100).unwrap_or(0)
}

/// Whether a member is in an audience on the day an occurrence is due.
fn fits(audience: &Audience, person: &Person, candidate: &Candidate) -> bool {
    let visits = || person.visits_to(candidate.known_to);
    let seen_since = |days: u32| {
        plus(candidate.due_on, -i64::from(days)).is_some_and(|since| {
            person
                .last_visit_to(candidate.known_to)
                .is_some_and(|last| last >= since)
        })
    };
    let tagged = |tag: &String| person.tags.contains(&crate::text::fold(tag));
    audience
        .min_spend_minor
        .is_none_or(|least| person.year_spend_to(candidate.spend_to) >= least)
        && audience.min_visits.is_none_or(|least| visits() >= least)
        && audience.max_visits.is_none_or(|most| visits() <= most)
        && audience.seen_within_days.is_none_or(seen_since)
        && audience
            .not_seen_for_days
            .is_none_or(|days| !seen_since(days.saturating_sub(1)))
        && (audience.tags.is_empty() || audience.tags.iter().any(tagged))
        && !audience.without_tags.iter().any(tagged)
        && audience
            .consent
            .is_none_or(|channel| person.consents.has(channel))
}
