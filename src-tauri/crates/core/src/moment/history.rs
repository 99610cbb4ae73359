//! Reading what was decided before: the touches that a plan has to reckon with.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use super::{
    due::{Candidate, Slot},
    people::Snapshot,
    plan::History,
    snapshot::Places,
};
use crate::{
    error::Result,
    id::{MomentId, TouchId},
    time,
};

/// What was decided before about these candidates.
pub(crate) fn read(
    db: &Connection,
    slots: &[Slot<'_>],
    snapshot: &Snapshot,
    places: &Places,
    candidates: &[Candidate],
) -> Result<History> {
    let mut history = History::default();
    let dues = candidates.iter().map(|candidate| candidate.due_on);
    let Some((first, last)) = dues.clone().min().zip(dues.max()) else {
        return Ok(history);
    };
    counts(db, slots, places, first, last, &mut history)?;
    // What was closed because its day was corrected, is decided anew on the right one; but
    // not if it brought a gift that stands.
    let mut taken = db.prepare_cached(
        "SELECT t.id, t.status = 'skipped' AND (t.reason = 'no_channel' OR t.reason = 'no_longer_useful' AND ?4
                        AND t.due_on <> ?5 AND coalesce(g.status, 'void') = 'void')
         FROM touch t LEFT JOIN reward_grant g ON g.id = t.grant_id
         WHERE t.moment_id = ?1 AND t.member_id = ?2 AND t.occurrence = ?3",
    )?;
    let mut dues = db.prepare_cached(
        "SELECT due_on FROM touch WHERE moment_id = ?1 AND member_id = ?2 AND counted = 1",
    )?;
    for candidate in candidates {
        let (Some(slot), Some(person)) = (
            slots.get(candidate.moment),
            snapshot.people.get(candidate.person),
        ) else {
            continue;
        };
        let key = params![
            slot.moment.id,
            person.id,
            candidate.occurrence,
            candidate.why.may_be_corrected(),
            candidate.due_on
        ];
        let decided: Option<(TouchId, bool)> = taken
            .query_row(key, |row| Ok((row.get(0)?, row.get(1)?)))
            .optional()?;
        let key = || {
            (
                candidate.moment,
                candidate.person,
                candidate.occurrence.clone(),
            )
        };
        match decided {
            Some((touch, true)) => {
                history.again.insert(key(), touch);
            }
            Some((_, false)) => {
                history.taken.insert(key());
            }
            None => {}
        }
        let pair = (candidate.moment, candidate.person);
        if slot.moment.rules.days_between.is_some() && !history.dues.contains_key(&pair) {
            let before = dues
                .query_map(params![slot.moment.id, person.id], |row| row.get(0))?
                .collect::<rusqlite::Result<Vec<NaiveDate>>>()?;
            history.dues.insert(pair, before);
        }
    }
    Ok(history)
}

/// Touches that count in the months of the candidates.
fn counts(
    db: &Connection,
    slots: &[Slot<'_>],
    places: &Places,
    first: NaiveDate,
    last: NaiveDate,
    history: &mut History,
) -> Result<()> {
    let moments: HashMap<MomentId, usize> = (0..)
        .zip(slots)
        .map(|(at, slot)| (slot.moment.id, at))
        .collect();
    let mut statement = db.prepare_cached(
        "SELECT moment_id, member_id, due_on FROM touch INDEXED BY touch_by_day
         WHERE due_on BETWEEN ?1 AND ?2 AND counted = 1",
    )?;
    let (_, month_end) = time::month_bounds(&time::month_of(last))?;
    let month_begin = first.with_day(1).unwrap_or(first);
    let mut rows = statement.query(params![month_begin, month_end])?;
    while let Some(row) = rows.next()? {
        let due_on: NaiveDate = row.get(2)?;
        if let Some(person) = places.get(&row.get(1)?) {
            *history
                .months
                .entry((*person, (due_on.year(), due_on.month())))
                .or_default() += 1;
        }
        // Also those of members who were archived since.
        if let Some(moment) = moments.get(&row.get(0)?) {
            *history.days.entry((*moment, due_on)).or_default() += 1;
        }
    }
    Ok(())
}
