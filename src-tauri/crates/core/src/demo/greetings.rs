//! The demo's last weeks of greetings: planned each morning, most of them done in the
//! evening. They bring gifts, which guests use at the till, and some guests back.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;

use super::{HISTORY_DAYS, Plan, is_small};
use crate::{
    error::Result,
    id::MemberId,
    moment::{Outcome, TouchChannel, TouchView, Why},
    storage::{Store, WriteRequest},
};

/// Days of greetings before today.
const DAYS: u32 = 42;
/// Of the greetings of a day so many in a hundred are done on that day …
const DONE_PERCENT: u32 = 80;
/// … and so many left out.
const SKIPPED_PERCENT: u32 = 5;
/// Of those who stayed away and got word, so many in a hundred come back.
const BACK_PERCENT: u32 = 25;
/// … within so many days.
const BACK_DAYS: u32 = 9;

/// The greetings of a demo, with dice of their own: guests are the same with them
/// and without.
#[derive(Debug)]
pub(super) struct Greetings {
    /// The day of the history with the first of them.
    begin: u32,
    random: ChaCha12Rng,
}

impl Greetings {
    pub(super) fn of(plan: &Plan) -> Self {
        Self {
            begin: match (plan.moments.is_empty(), is_small(plan)) {
                (true, _) => u32::MAX,
                (false, true) => HISTORY_DAYS - DAYS,
                (false, false) => HISTORY_DAYS,
            },
            random: ChaCha12Rng::seed_from_u64(plan.seed.wrapping_add(1)),
        }
    }

    /// Plans a day; adds the moments on the first.
    pub(super) fn morning(
        &self,
        store: &Store,
        write: &dyn Fn(u64) -> WriteRequest,
        plan: &Plan,
        (day, date): (u32, NaiveDate),
    ) -> Result<()> {
        if day == self.begin {
            store.add_moments(write(0), &plan.moments, true)?;
        }
        if day >= self.begin {
            store.run_schedule(write(1), Some(date))?;
        }
        Ok(())
    }

    /// Does what was planned, as far as it gets done; `came` was there that day.
    /// Returns who will come back for it, and in how many days.
    pub(super) fn evening(
        &mut self,
        store: &Store,
        write: &dyn Fn(u64) -> WriteRequest,
        (day, date): (u32, NaiveDate),
        came: &BTreeSet<MemberId>,
    ) -> Result<Vec<(MemberId, u32)>> {
        if day < self.begin {
            return Ok(Vec::new());
        }
        let open = store.inbox(write(2).now_ms)?.groups;
        let mut back = Vec::new();
        for (part, touch) in (2..).zip(open.into_iter().flat_map(|group| group.touches)) {
            let there = came.contains(&touch.member.id);
            if self.decide(store, write(part), &touch, date, there)?
                && matches!(touch.why, Why::Drifting { .. })
                && self.random.random_ratio(BACK_PERCENT, 100)
            {
                back.push((touch.member.id, self.random.random_range(1..=BACK_DAYS)));
            }
        }
        Ok(back)
    }

    /// Returns whether the guest got word.
    fn decide(
        &mut self,
        store: &Store,
        request: WriteRequest,
        touch: &TouchView,
        date: NaiveDate,
        came: bool,
    ) -> Result<bool> {
        let mut dice = || self.random.random_range(0..100_u32);
        let (does, answer) = (dice(), dice());
        if does < DONE_PERCENT {
            let outcome = match (touch.channel, answer) {
                // Nothing is said to somebody who is not there.
                (Some(TouchChannel::Counter), _) if !came => return Ok(false),
                (Some(TouchChannel::Counter), _) => Some(Outcome::Came),
                (Some(TouchChannel::Call), 0..30) => Some(Outcome::NoAnswer),
                (_, 95..) => Some(Outcome::NotWanted),
                (Some(TouchChannel::Call), _) | (_, 55..) => Some(Outcome::Reached),
                _ => None,
            };
            store.touch_done(request, touch.id, outcome)?;
            return Ok(!matches!(
                outcome,
                Some(Outcome::NoAnswer | Outcome::NotWanted)
            ));
        }
        // Thought about once.
        if does < DONE_PERCENT + SKIPPED_PERCENT && touch.planned_on == date {
            store.touch_skip(request, touch.id)?;
        }
        Ok(false)
    }
}
