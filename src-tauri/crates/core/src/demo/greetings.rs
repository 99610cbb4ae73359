//! The demo's last weeks of greetings: planned each morning, most of them done.
//!
//! They come after the visits and draw on dice of their own, so that guests and
//! visits are the same with them and without.

use chrono::{Days, NaiveDate};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;

use super::Plan;
use crate::{
    error::Result,
    id::TouchId,
    moment::{Outcome, TouchChannel},
    storage::{Store, WriteRequest},
};

/// Days of greetings before today.
const DAYS: u64 = 42;
/// A larger shop is made to measure with: it gets today's run alone.
const MAX_MEMBERS: u32 = 2_000;
/// Of the greetings of a past day so many in a hundred were done on that day …
const DONE_PERCENT: u32 = 80;
/// … and so many left out.
const SKIPPED_PERCENT: u32 = 5;
/// Between the parts of one day's request.
const PARTS: u64 = 10_000;

/// Adds the moments and lives with them until now. `write` makes a part of the
/// demo's request, at an instant.
pub(super) fn live(
    store: &Store,
    write: &dyn Fn(u64, i64) -> WriteRequest,
    plan: &Plan,
    now_ms: i64,
) -> Result<()> {
    if plan.moments.is_empty() {
        return Ok(());
    }
    let calendar = store.settings()?.calendar;
    let today = calendar.business_date(now_ms)?;
    let days = if plan.members <= MAX_MEMBERS { DAYS } else { 0 };
    let mut random = ChaCha12Rng::seed_from_u64(plan.seed.wrapping_add(1));
    for ago in (0..=days).rev() {
        let date: NaiveDate = today.checked_sub_days(Days::new(ago)).unwrap_or(today);
        let part = ago * PARTS;
        let at_ms = if ago == 0 {
            now_ms
        } else {
            calendar.noon_ms(date)?
        };
        if ago == days {
            store.add_moments(write(part, at_ms), &plan.moments, true)?;
        }
        store.run_schedule(write(part + 1, at_ms), Some(date))?;
        if ago > 0 {
            for (index, touch) in (2_u64..).zip(
                store
                    .inbox(at_ms)?
                    .groups
                    .into_iter()
                    .flat_map(|group| group.touches),
            ) {
                let request = write(part + index, at_ms);
                decide(store, request, touch.id, touch.channel, &mut random)?;
            }
        }
    }
    Ok(())
}

fn decide(
    store: &Store,
    request: WriteRequest,
    touch: TouchId,
    channel: Option<TouchChannel>,
    random: &mut ChaCha12Rng,
) -> Result<()> {
    let (dice, answer): (u32, u32) = (random.random_range(0..100), random.random_range(0..100));
    if dice < DONE_PERCENT {
        let outcome = match (channel, answer) {
            (Some(TouchChannel::Counter), _) => Some(Outcome::Came),
            (Some(TouchChannel::Call), 0..30) => Some(Outcome::NoAnswer),
            (_, 95..) => Some(Outcome::NotWanted),
            (Some(TouchChannel::Call), _) | (_, 55..) => Some(Outcome::Reached),
            _ => None,
        };
        store.touch_done(request, touch, outcome)?;
    } else if dice < DONE_PERCENT + SKIPPED_PERCENT {
        store.touch_skip(request, touch)?;
    }
    Ok(())
}
