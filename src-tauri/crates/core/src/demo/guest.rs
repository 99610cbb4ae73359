//! Made-up guests: who they are, when they joined, how often they come and
//! whether they drift away.

use chrono::{Datelike, Days, NaiveDate, Weekday};
use rand::{RngExt, seq::IndexedRandom};
use rand_chacha::ChaCha12Rng;

use super::{
    Plan,
    names::{Gender, Names},
};
use crate::{
    member::{Birthday, MemberDraft},
    shop::ShopKind,
};

/// A made-up guest.
#[derive(Debug)]
pub(super) struct Guest {
    pub(super) draft: MemberDraft,
    /// Day of the history on which the guest joins, from 0.
    pub(super) joins: u32,
    /// Day on which the guest stops coming, if one does.
    leaves: Option<u32>,
    /// Visits on an average day, before season and weekday.
    per_day: f64,
    /// Weekdays the guest prefers, as numbers from Monday 0.
    favourite: u32,
    /// The hour the guest usually comes at.
    pub(super) hour: u32,
    /// What the guest usually spends, in major units.
    pub(super) spend: f64,
    /// What the guest usually takes, an index into the plan's orders.
    pub(super) order: usize,
}

/// The guests of a plan over a history of `days` days that begins on `start`.
pub(super) fn invent(
    plan: &Plan,
    start: NaiveDate,
    days: u32,
    random: &mut ChaCha12Rng,
) -> Vec<Guest> {
    let names = Names::of(&plan.shop.locale);
    let mut guests: Vec<Guest> = (0..plan.members)
        .map(|index| guest(plan, names, index, start, days, random))
        .collect();
    // Rates are relative so far: scale them to the number of visits asked for.
    let expected: f64 = guests
        .iter()
        .map(|guest| {
            guest.per_day * f64::from(guest.leaves.unwrap_or(days).saturating_sub(guest.joins))
        })
        .sum();
    if expected > 0.0 {
        let factor = f64::from(plan.visits) / expected;
        for guest in &mut guests {
            guest.per_day *= factor;
        }
    }
    guests
}

fn guest(
    plan: &Plan,
    names: &Names,
    index: u32,
    start: NaiveDate,
    days: u32,
    random: &mut ChaCha12Rng,
) -> Guest {
    let gender = if random.random_bool(0.56) {
        Gender::Woman
    } else {
        Gender::Man
    };
    // A third joins while the programme is new; then a steady trickle to the end.
    let joins = if random.random_bool(0.34) {
        random.random_range(0..(days / 8).max(1))
    } else {
        random.random_range(0..days.max(1))
    };
    // Lapsed regulars: a fifth of those who have been around for a while.
    let stays_min = 40;
    let leaves = (random.random_bool(0.22) && joins + stays_min < days)
        .then(|| random.random_range(joins + stays_min..days));
    // Few come very often: the square of a uniform number is skewed to the left.
    let eager: f64 = random.random_range(0.15_f64..1.0).powi(2);
    let spend = match plan.shop.kind {
        ShopKind::Cafe => random.random_range(3.2..11.0),
        ShopKind::Salon => random.random_range(22.0..95.0),
    };
    Guest {
        draft: draft(plan, names, gender, index, start, joins, random),
        joins,
        leaves,
        per_day: eager,
        favourite: random.random_range(0..7),
        hour: match plan.shop.kind {
            ShopKind::Cafe => *[7, 8, 8, 9, 9, 10, 12, 13, 15, 16, 17]
                .choose(random)
                .unwrap_or(&9),
            ShopKind::Salon => random.random_range(9..18),
        },
        spend: spend * price_level(&plan.shop.currency),
        order: random.random_range(0..plan.orders.len().max(1)),
    }
}

fn draft(
    plan: &Plan,
    names: &Names,
    gender: Gender,
    index: u32,
    start: NaiveDate,
    joins: u32,
    random: &mut ChaCha12Rng,
) -> MemberDraft {
    let firsts = if gender == Gender::Woman {
        names.women
    } else {
        names.men
    };
    let first = firsts.choose(random).copied().unwrap_or_default();
    let family = names
        .families
        .choose(random)
        .map(|(woman, man)| {
            if gender == Gender::Woman {
                *woman
            } else {
                *man
            }
        })
        .unwrap_or_default();
    let name = if names.family_first {
        format!("{family} {first}")
    } else {
        format!("{first} {family}")
    };
    let phone = random.random_bool(0.82).then(|| {
        let begins = names.mobiles.choose(random).copied().unwrap_or_default();
        // A permutation of the seven digits: no two guests share a number.
        format!(
            "{begins}{:07}",
            (u64::from(index) * 7_368_787 + 2_140_033) % 10_000_000
        )
    });
    let email = random
        .random_bool(0.35)
        .then(|| format!("guest{}@example.com", index + 1));
    let birthday = random
        .random_bool(0.6)
        .then(|| birthday(start, random))
        .flatten();
    let note = random
        .random_bool(0.14)
        .then(|| plan.notes.choose(random).cloned())
        .flatten();
    MemberDraft {
        consent_email: email.as_ref().map(|_| random.random_bool(0.7)),
        consent_sms: phone.as_ref().map(|_| random.random_bool(0.5)),
        name: Some(name),
        phone,
        email,
        birthday,
        notes: note,
        joined_on: start.checked_add_days(Days::new(u64::from(joins))),
        ..MemberDraft::default()
    }
}

fn birthday(start: NaiveDate, random: &mut ChaCha12Rng) -> Option<Birthday> {
    let date = start.checked_sub_days(Days::new(random.random_range(6_600..25_000)))?;
    let year = random.random_bool(0.5).then(|| date.year());
    Some(Birthday {
        month: date.month(),
        day: date.day(),
        year,
    })
}

/// About how many of the currency buy what one euro does.
fn price_level(currency: &str) -> f64 {
    match currency {
        "HUF" => 390.0,
        "RUB" => 95.0,
        _ => 1.0,
    }
}

impl Guest {
    /// Whether the guest has stopped coming.
    pub(super) fn is_gone(&self, day: u32) -> bool {
        self.leaves.is_some_and(|leaves| day >= leaves)
    }

    /// Days between two visits.
    #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss)] // clamped
    pub(super) fn usual_gap_days(&self) -> u32 {
        (1.0 / self.per_day).clamp(1.0, 365.0).round() as u32
    }

    /// Whether the guest comes on a day of the history.
    pub(super) fn comes(
        &self,
        day: u32,
        date: NaiveDate,
        kind: ShopKind,
        random: &mut ChaCha12Rng,
    ) -> bool {
        if day < self.joins || self.is_gone(day) {
            return false;
        }
        // The first visit is the day of joining.
        if day == self.joins {
            return true;
        }
        let mut chance = self.per_day * season(date) * weekday(date, kind);
        if date.weekday().num_days_from_monday() == self.favourite {
            chance *= 1.8;
        }
        random.random_bool(chance.clamp(0.0, 0.95))
    }
}

/// Busy before Christmas, quiet in August.
fn season(date: NaiveDate) -> f64 {
    match date.month() {
        12 => 1.18,
        1 | 2 => 0.9,
        7 => 0.92,
        8 => 0.82,
        5 | 6 | 9 | 10 => 1.06,
        _ => 1.0,
    }
}

fn weekday(date: NaiveDate, kind: ShopKind) -> f64 {
    match (kind, date.weekday()) {
        (ShopKind::Cafe, Weekday::Fri) => 1.2,
        (ShopKind::Cafe, Weekday::Sat) => 1.3,
        (ShopKind::Cafe, Weekday::Sun) => 0.85,
        (ShopKind::Cafe, Weekday::Mon) => 0.8,
        (ShopKind::Salon, Weekday::Sun | Weekday::Mon) => 0.0,
        (ShopKind::Salon, Weekday::Fri | Weekday::Sat) => 1.7,
        _ => 1.0,
    }
}
