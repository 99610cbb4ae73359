//! What the demo salon writes down beside the visits: appointments, and when hair
//! was coloured.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Datelike, Days, NaiveDate, Weekday};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;

use super::{HISTORY_DAYS, Plan, guest::Guest, is_small};
use crate::{
    error::Result,
    id::{AppointmentId, MemberId},
    member::{AppointmentStatus, appointment, date},
    moment::Trigger,
    shop::ShopKind,
    storage::Tx,
};

/// Days before today on which the salon began to write things down.
const DAYS: u32 = 100;
/// So many guests in a hundred have their hair coloured …
const COLOURS_PERCENT: u32 = 50;
/// … not sooner than after so many days.
const COLOUR_LASTS_DAYS: u32 = 35;
/// So many guests in a hundred book the next time when they leave.
const BOOKS_PERCENT: u32 = 30;
/// Of those booked so many in a hundred come …
const COMES_PERCENT: u32 = 86;
/// … and so many call it off; the others do not show up.
const CANCELS_PERCENT: u32 = 7;
/// So many in a hundred who call it off book another day at once.
const REBOOKS_PERCENT: u32 = 40;
/// The soonest and the latest that somebody books.
const AHEAD_DAYS: (u32, u32) = (10, 45);

/// The salon's book.
#[derive(Debug)]
pub(super) struct Book {
    /// The day of the history it begins on.
    begin: u32,
    /// The label of the date that a moment waits for.
    label: Option<String>,
    /// By guest: whether they colour their hair, and the day they last did.
    colours: Vec<(bool, Option<u32>)>,
    /// By day of the history.
    booked: BTreeMap<u32, Vec<(usize, AppointmentId)>>,
    /// Who has a day to come.
    ahead: BTreeSet<usize>,
    random: ChaCha12Rng,
}

/// What becomes of an appointment on its day.
#[derive(Debug)]
pub(super) struct Turn {
    pub(super) guest: usize,
    pub(super) id: AppointmentId,
    pub(super) status: AppointmentStatus,
}

impl Book {
    /// The book of a plan's shop; others have none.
    pub(super) fn of(plan: &Plan) -> Option<Self> {
        if plan.shop.kind != ShopKind::Salon || !is_small(plan) {
            return None;
        }
        let mut random = ChaCha12Rng::seed_from_u64(plan.seed.wrapping_add(2));
        let label = plan.moments.iter().find_map(|moment| {
            let Trigger::MemberDate { label } = &moment.rules.trigger else {
                return None;
            };
            Some(label.clone())
        });
        Some(Self {
            begin: HISTORY_DAYS - DAYS,
            label,
            colours: (0..plan.members)
                .map(|_| (random.random_ratio(COLOURS_PERCENT, 100), None))
                .collect(),
            booked: BTreeMap::new(),
            ahead: BTreeSet::new(),
            random,
        })
    }

    /// Decides who keeps the appointments of a day.
    pub(super) fn open(&mut self, day: u32, guests: &[Guest]) -> Vec<Turn> {
        let booked = self.booked.remove(&day).unwrap_or_default();
        let mut turns = Vec::new();
        for (guest, id) in booked {
            self.ahead.remove(&guest);
            let gone = guests.get(guest).is_none_or(|guest| guest.is_gone(day));
            let status = match self.random.random_range(0..100_u32) {
                dice if dice < COMES_PERCENT && !gone => AppointmentStatus::Kept,
                dice if dice < COMES_PERCENT + CANCELS_PERCENT => AppointmentStatus::Cancelled,
                _ => AppointmentStatus::Missed,
            };
            turns.push(Turn { guest, id, status });
        }
        turns
    }

    /// Whether a guest has a day to come, and so does not come before.
    pub(super) fn waits(&self, guest: usize) -> bool {
        self.ahead.contains(&guest)
    }

    /// Writes down what became of an appointment.
    pub(super) fn close(
        &mut self,
        tx: &mut Tx<'_>,
        turn: &Turn,
        member: MemberId,
        (day, date): (u32, NaiveDate),
    ) -> Result<()> {
        appointment::set(tx, turn.id, turn.status)?;
        if turn.status == AppointmentStatus::Cancelled
            && self.random.random_ratio(REBOOKS_PERCENT, 100)
        {
            let days = self.random.random_range(3..12);
            self.book(tx, turn.guest, member, (day, date), days)?;
        }
        Ok(())
    }

    /// Writes down what a visit leaves: a colour, and the next appointment.
    pub(super) fn note(
        &mut self,
        tx: &mut Tx<'_>,
        index: usize,
        guest: &Guest,
        member: MemberId,
        (day, date): (u32, NaiveDate),
    ) -> Result<()> {
        if day < self.begin {
            return Ok(());
        }
        if let (Some(label), Some((true, last))) = (&self.label, self.colours.get_mut(index))
            && last.is_none_or(|last| day - last >= COLOUR_LASTS_DAYS)
        {
            date::add(tx, member, label, date)?;
            *last = Some(day);
        }
        if !self.waits(index) && self.random.random_ratio(BOOKS_PERCENT, 100) {
            let (soonest, latest) = AHEAD_DAYS;
            let days = guest.usual_gap_days().clamp(soonest, latest);
            self.book(tx, index, member, (day, date), days)?;
        }
        Ok(())
    }

    fn book(
        &mut self,
        tx: &mut Tx<'_>,
        guest: usize,
        member: MemberId,
        (day, date): (u32, NaiveDate),
        days: u32,
    ) -> Result<()> {
        let after = |days: u32| date.checked_add_days(Days::new(u64::from(days)));
        let days = days + self.random.random_range(0..6);
        // Closed on two days of the week.
        let days = match after(days).map(|on| on.weekday()) {
            Some(Weekday::Sun) => days - 1,
            Some(Weekday::Mon) => days + 1,
            _ => days,
        };
        if let Some(on) = after(days) {
            let booked = appointment::add(tx, member, on, AppointmentStatus::Booked)?;
            let of_day = self.booked.entry(day + days).or_default();
            of_day.push((guest, booked.id));
            self.ahead.insert(guest);
        }
        Ok(())
    }
}
