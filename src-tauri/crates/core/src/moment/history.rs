//! Reading what was decided before: the touches that a plan has to reckon with.

use std::collections::{HashMap, HashSet};

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use super::{
    close::Closing,
    due::{Candidate, Slot},
    people::Snapshot,
    plan::History,
    snapshot::Places,
    touch_types::SkipReason,
};
use crate::{
    error::Result,
    id::{MomentId, TouchId},
    time,
};

/// What was decided before about these candidates. `closings` are about to be carried out.
pub(crate) fn read(
    db: &Connection,
    slots: &[Slot<'_>],
    snapshot: &Snapshot,
    places: &Places,
    candidates: &[Candidate],
    closings: &[Closing],
) -> Result<History> {
    let mut history = History::default();
    let closing: HashSet<TouchId> = closings
        .iter()
        .filter(|closing| closing.reason == SkipReason::NoLongerUseful)
        .map(|closing| closing.id)
        .collect();
    let dues = candidates.iter().map(|candidate| candidate.due_on);
    let Some((first, last)) = dues.clone().min().zip(dues.max()) else {
        return Ok(history);
    };
    counts(db, slots, places, first, last, &mut history)?;
    // A gift that the guest may have heard of stands when its touch is closed.
    let mut taken = db.prepare_cached(
        "SELECT t.id, t.status, t.reason, t.due_on, t.counted,
                coalesce(g.status, 'void') <> 'void'
                AND NOT (t.status = 'planned' AND g.status = 'available' AND t.channel <> 'counter')
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
        let key = params![slot.moment.id, person.id, candidate.occurrence];
        let decided = taken
            .query_row(key, |row| {
                let (id, status, reason) = (row.get(0)?, row.get_ref(1)?, row.get_ref(2)?);
                let (due_on, counted): (NaiveDate, bool) = (row.get(3)?, row.get(4)?);
                let moved = due_on != candidate.due_on && candidate.why.may_be_corrected();
                let may_move = moved && !row.get::<_, bool>(5)?;
                let again = match (status.as_str()?, reason.as_str()?) {
                    ("skipped", "no_channel") => true,
                    ("skipped", "no_longer_useful") => may_move,
                    ("planned", _) => may_move && closing.contains(&id),
                    _ => false,
                };
                Ok((id, again, counted.then_some(due_on)))
            })
            .optional()?;
        let key = || {
            (
                candidate.moment,
                candidate.person,
                candidate.occurrence.clone(),
            )
        };
        match decided {
            Some((touch, true, counted)) => {
                // It makes room for itself.
                if let Some(due_on) = counted {
                    history.uncount(candidate.moment, candidate.person, due_on);
                }
                history.again.insert(key(), touch);
            }
            Some((_, false, _)) => {
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
