//! How often a member comes: one definition for the counter and for greetings.

use chrono::{Datelike, Days, NaiveDate};

/// The days that a rhythm is taken from, the last day with a visit included.
pub(crate) const RHYTHM_DAYS: u64 = 365;

/// Gaps below which there is no rhythm yet.
const MIN_GAPS: usize = 3;

/// Twice the median of the gaps between days with visits, in the [`RHYTHM_DAYS`] that
/// end with the last of them; twice, because the median of an even number of gaps may
/// be a half. `days` are oldest first, and each once.
pub(crate) fn usual_gap_twice<T>(days: &[T], on: impl Fn(&T) -> NaiveDate) -> Option<i64> {
    let last = on(days.last()?);
    let first = last
        .checked_sub_days(Days::new(RHYTHM_DAYS))
        .unwrap_or(last);
    let begin = days.partition_point(|day| on(day) <= first);
    let days = days.get(begin..)?;
    let mut gaps: Vec<i64> = days
        .iter()
        .zip(days.iter().skip(1))
        .map(|(earlier, later)| {
            i64::from(on(later).num_days_from_ce() - on(earlier).num_days_from_ce())
        })
        .collect();
    if gaps.len() < MIN_GAPS {
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

/// Whole days of twice a gap, halves up: what a person is told.
pub(crate) fn told_days(gap_twice: i64) -> Option<u32> {
    u32::try_from((gap_twice + 1) / 2).ok()
}
