//! Looking ahead: whom a moment reaches, and what the next weeks hold.

use std::collections::BTreeMap;

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{
    catalogue,
    due::{self, Slot, plus},
    history,
    people::Snapshot,
    plan::{self, Decided, History},
    report_types::{CalendarCell, Outlook, Reach, Reached},
    run::member_ref,
    settings, snapshot,
    touch_types::SkipReason,
    types::{Moment, MomentDraft},
};
use crate::{
    error::{Code, Error, Result},
    id::MomentId,
    shop,
    storage::{Store, count},
};

/// Days that an outlook looks back and ahead.
const OUTLOOK_DAYS: i64 = 30;
/// Members that an outlook names.
const NAMED: usize = 20;
/// The longest calendar, in days.
const MAX_CALENDAR_DAYS: i64 = 400;

impl Store {
    /// Whom a moment as drafted would have reached in the 30 days up to the business
    /// date of `now_ms`, and will in the 30 after, other moments left aside. `moment`
    /// names the moment that is being edited, so that its hold-out stays the same.
    ///
    /// # Errors
    /// As [`MomentDraft::checked`].
    pub fn moment_outlook(
        &self,
        moment: Option<MomentId>,
        draft: &MomentDraft,
        now_ms: i64,
    ) -> Result<Outlook> {
        let draft = draft.checked()?;
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            let moment = Moment {
                id: moment.unwrap_or(MomentId(uuid::Uuid::nil())),
                code: draft.code.clone(),
                name: draft.name.clone(),
                enabled: true,
                enabled_on: today,
                position: 0,
                rules: draft.rules.clone(),
                updated_at_ms: now_ms,
            };
            let day = |days| plus(today, days).unwrap_or(today);
            let (first, last) = (day(1 - OUTLOOK_DAYS), day(OUTLOOK_DAYS));
            let slot = |from| Slot {
                moment: &moment,
                from,
            };
            let (snapshot, _) = snapshot::read(db, &[slot(first)], last, today)?;
            Ok(Outlook {
                last_30_days: reach(db, &snapshot, slot(first), today)?,
                next_30_days: reach(db, &snapshot, slot(day(1)), last)?,
            })
        })
    }

    /// How many touches each day of a range holds, by moment: those decided, and
    /// for days to come those foreseen, if nobody comes before. Days and moments
    /// without touches are left out.
    ///
    /// # Errors
    /// `out_of_range` for a range of more than 400 days.
    pub fn schedule_calendar(
        &self,
        from: NaiveDate,
        to: NaiveDate,
        now_ms: i64,
    ) -> Result<Vec<CalendarCell>> {
        if (to - from).num_days() > MAX_CALENDAR_DAYS {
            return Err(Error::new(Code::OutOfRange).field("to").arg("value", to));
        }
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            calendar(db, from, to, today)
        })
    }
}

fn reach(db: &Connection, snapshot: &Snapshot, slot: Slot<'_>, to: NaiveDate) -> Result<Reach> {
    let slots = [slot];
    let candidates = due::candidates(snapshot, &slots, to);
    let decided = plan::decide(
        snapshot,
        &slots,
        candidates,
        History::default(),
        u32::MAX,
        None,
    );
    let mut reach = Reach::default();
    for decided in &decided {
        match decided.reason {
            None => {
                reach.touches += 1;
                if reach.first.len() < NAMED {
                    reach.first.extend(reached(db, snapshot, decided)?);
                }
            }
            Some(SkipReason::NoChannel) => reach.unreachable += 1,
            Some(_) => {}
        }
    }
    Ok(reach)
}

fn reached(db: &Connection, snapshot: &Snapshot, decided: &Decided) -> Result<Option<Reached>> {
    let Some(person) = snapshot.people.get(decided.candidate.person) else {
        return Ok(None);
    };
    Ok(Some(Reached {
        member: member_ref(db, person.id)?,
        due_on: decided.candidate.due_on,
        channel: decided.channel,
    }))
}

fn calendar(
    db: &Connection,
    from: NaiveDate,
    to: NaiveDate,
    today: NaiveDate,
) -> Result<Vec<CalendarCell>> {
    // By day, then by the moments' order.
    let mut cells: BTreeMap<(NaiveDate, i64), CalendarCell> = BTreeMap::new();
    let mut statement = db.prepare_cached(
        "SELECT t.due_on, mo.position, t.moment_id, count(*) FROM touch t JOIN moment mo ON mo.id = t.moment_id
         WHERE t.due_on BETWEEN ?1 AND ?2 AND t.status <> 'skipped' GROUP BY t.due_on, t.moment_id",
    )?;
    let mut rows = statement.query(params![from, to])?;
    while let Some(row) = rows.next()? {
        let cell = CalendarCell {
            on: row.get(0)?,
            moment_id: row.get(2)?,
            touches: count(row.get(3)?),
            foreseen: 0,
        };
        cells.insert((cell.on, row.get(1)?), cell);
    }
    let settings = settings::settings(db)?;
    let begin = plus(today, 1).unwrap_or(today).max(from);
    if settings.enabled && begin <= to {
        let moments = catalogue::all(db)?;
        let slots: Vec<Slot<'_>> = moments
            .iter()
            .filter(|moment| moment.enabled)
            .map(|moment| Slot {
                moment,
                from: begin,
            })
            .collect();
        let (snapshot, places) = snapshot::read(db, &slots, to, today)?;
        let candidates = due::candidates(&snapshot, &slots, to);
        let history = history::read(db, &slots, &snapshot, &places, &candidates, &[])?;
        let cap = settings.touches_per_month;
        for decided in plan::decide(&snapshot, &slots, candidates, history, cap, None) {
            let Some(slot) = slots.get(decided.candidate.moment) else {
                continue;
            };
            if decided.reason.is_none() {
                let on = decided.candidate.due_on;
                let cell = cells
                    .entry((on, slot.moment.position))
                    .or_insert(CalendarCell {
                        on,
                        moment_id: slot.moment.id,
                        touches: 0,
                        foreseen: 0,
                    });
                cell.touches += 1;
                cell.foreseen += 1;
            }
        }
    }
    Ok(cells.into_values().collect())
}
