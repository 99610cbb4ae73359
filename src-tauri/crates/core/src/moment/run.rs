//! The run: closing what has lost its reason, deciding what is due, in one change.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{
    catalogue,
    close::{self, Closing},
    due::{self, Slot, plus},
    history,
    people::Snapshot,
    plan::{self, Decided},
    run_kept::Kept,
    settings, snapshot,
    touch_types::{Decision, MemberRef, RunReport, SkipReason},
    types::{Moment, TouchChannel},
};
use crate::{
    error::{Code, Error, Result},
    id::{GrantId, MemberId, TouchId},
    phone,
    reward::gift::{self, Gift},
    shop,
    storage::{Op, Store, Tx, WriteRequest},
};

/// Days that a run catches up on at most.
const CATCH_UP_DAYS: i64 = 400;
/// Days ahead of today that a run may plan for: it closes what is too late by then, and
/// a wrong digit in a year must not close everything.
const LONGEST_AHEAD_DAYS: i64 = 2 * 366;

impl Store {
    /// Plans the touches due by a business date, that of `request.now_ms` if none is
    /// named, catching up on the days since the last run. Each occurrence is decided
    /// once, for good; only one that nothing could reach is looked at again, on its day
    /// and in the next run, and one whose day is corrected on the right one. A run that
    /// finds nothing to do on a day already planned writes nothing.
    ///
    /// # Errors
    /// `run_too_far`; `no_shop` before there is one; errors of the disk.
    pub fn run_schedule(
        &self,
        request: WriteRequest,
        as_of: Option<NaiveDate>,
    ) -> Result<RunReport> {
        let idle = self.read(|db| idle(db, &request, as_of))?;
        if let Some(report) = idle {
            return Ok(report);
        }
        let mut fresh = None;
        let kept = self.write(request, Op("schedule.run"), &as_of, |tx| {
            let today = tx.today();
            if let Some(as_of) =
                as_of.filter(|as_of| (*as_of - today).num_days() > LONGEST_AHEAD_DAYS)
            {
                return Err(Error::new(Code::RunTooFar)
                    .field("as_of")
                    .arg("value", as_of));
            }
            let assessment = Assessment::of(tx.connection(), as_of.unwrap_or(today))?;
            let report = assessment.apply(tx)?;
            let kept = Kept::of(&report);
            fresh = Some(report);
            Ok(kept)
        })?;
        match fresh {
            Some(report) => Ok(report),
            None => self.read(|db| kept.report(db)),
        }
    }

    /// What [`Store::run_schedule`] would do; changes nothing.
    ///
    /// # Errors
    /// `no_shop` before there is one; errors of the disk.
    pub fn preview_schedule(&self, as_of: Option<NaiveDate>, now_ms: i64) -> Result<RunReport> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            Assessment::of(db, as_of.unwrap_or(today))?.report(db)
        })
    }
}

/// The report of a run that has nothing to write; `None` if it has, or was made.
fn idle(
    db: &Connection,
    request: &WriteRequest,
    as_of: Option<NaiveDate>,
) -> Result<Option<RunReport>> {
    let again: bool = db.query_row(
        "SELECT EXISTS (SELECT 1 FROM change WHERE request_id = ?1)",
        [request.request_id],
        |row| row.get(0),
    )?;
    let today = shop::settings(db)?.calendar.business_date(request.now_ms)?;
    let as_of = as_of.unwrap_or(today);
    let planned = settings::switch(db)?.last_run_on == Some(as_of);
    if again || (settings::settings(db)?.enabled && !planned) {
        return Ok(None);
    }
    let assessment = Assessment::of(db, as_of)?;
    if assessment.closings.is_empty() && assessment.decided.is_empty() {
        assessment.report(db).map(Some)
    } else {
        Ok(None)
    }
}

/// What a run is going to do.
struct Assessment {
    as_of: NaiveDate,
    clock_back: bool,
    switched_off: bool,
    moments: Vec<Moment>,
    /// Those of the moments that are enabled, in the same order.
    enabled: Vec<Moment>,
    snapshot: Snapshot,
    closings: Vec<Closing>,
    decided: Vec<Decided>,
}

impl Assessment {
    fn of(db: &Connection, as_of: NaiveDate) -> Result<Self> {
        let settings = settings::settings(db)?;
        let switch = settings::switch(db)?;
        let mut assessment = Self {
            as_of,
            clock_back: switch.last_run_on.is_some_and(|last| as_of < last),
            switched_off: !settings.enabled,
            moments: catalogue::all(db)?,
            enabled: Vec::new(),
            snapshot: Snapshot::default(),
            closings: Vec::new(),
            decided: Vec::new(),
        };
        if assessment.switched_off {
            return Ok(assessment);
        }
        assessment.closings = close::closings(db, &assessment.moments, as_of)?;
        assessment.enabled = assessment
            .moments
            .iter()
            .filter(|moment| moment.enabled)
            .cloned()
            .collect();
        let slots: Vec<Slot<'_>> = assessment
            .enabled
            .iter()
            .map(|moment| Slot {
                moment,
                from: first_due(moment, switch, as_of),
            })
            .collect();
        let (snapshot, places) = snapshot::read(db, &slots, as_of, as_of)?;
        let candidates = due::candidates(&snapshot, &slots, as_of);
        let closings = &assessment.closings;
        let history = history::read(db, &slots, &snapshot, &places, &candidates, closings)?;
        assessment.decided = plan::decide(
            &snapshot,
            &slots,
            candidates,
            history,
            settings.touches_per_month,
            Some(as_of),
        );
        assessment.snapshot = snapshot;
        Ok(assessment)
    }

    fn apply(self, tx: &mut Tx<'_>) -> Result<RunReport> {
        if self.switched_off {
            return self.report(tx.connection());
        }
        for closing in &self.closings {
            close::close(tx, closing.id, closing.reason)?;
        }
        let mut ids = Vec::with_capacity(self.decided.len());
        for decided in &self.decided {
            ids.push(self.write(tx, decided)?);
        }
        tx.sql("UPDATE schedule_setting SET last_run_on = ?1")?
            .execute([self.as_of])?;
        let mut report = self.report(tx.connection())?;
        let (mut planned, mut skipped) = (report.planned.iter_mut(), report.skipped.iter_mut());
        for (decided, id) in self.decided.iter().zip(ids) {
            let lines = if decided.reason.is_none() {
                &mut planned
            } else {
                &mut skipped
            };
            if let Some(line) = lines.next() {
                line.id = Some(id);
            }
        }
        Ok(report)
    }

    fn write(&self, tx: &mut Tx<'_>, decided: &Decided) -> Result<TouchId> {
        let id = match decided.again {
            Some(touch) => touch,
            None => TouchId(tx.new_uuid()),
        };
        let candidate = &decided.candidate;
        let moment = self.enabled.get(candidate.moment);
        let member = self.member(decided);
        let grant: Option<GrantId> =
            match (moment.and_then(|moment| moment.rules.gift.as_ref()), member) {
                (Some(rule), Some(member)) if decided.gift && decided.reason.is_none() => {
                    let from = candidate.due_on.max(self.as_of);
                    let gift = Gift {
                        name: &rule.name,
                        cost_minor: rule.cost_minor,
                        expires_on: plus(from, i64::from(rule.valid_days)).unwrap_or(from),
                    };
                    Some(gift::give(tx, member, &gift)?)
                }
                _ => None,
            };
        // One that is decided anew is written in its old place.
        let sql = if decided.again.is_some() {
            "UPDATE touch SET moment_id = ?2, member_id = ?3, occurrence = ?4, due_on = ?5, useful_until = ?6,
                              planned_on = ?7, channel = ?8, status = ?9, reason = ?10, why = ?11, counted = ?12,
                              grant_id = ?13, decided_at_ms = ?14, snoozed_until = NULL
             WHERE id = ?1"
        } else {
            "INSERT INTO touch (id, moment_id, member_id, occurrence, due_on, useful_until, planned_on, channel,
                                status, reason, why, counted, grant_id, decided_at_ms)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)"
        };
        tx.sql(sql)?.execute(params![
            id,
            moment.map(|moment| moment.id),
            member,
            candidate.occurrence,
            candidate.due_on,
            decided.useful_until,
            self.as_of,
            decided.channel.map(TouchChannel::as_str),
            if decided.reason.is_none() {
                "planned"
            } else {
                "skipped"
            },
            decided.reason.map_or("", SkipReason::as_str),
            catalogue::to_json(&candidate.why)?,
            decided.counted,
            grant,
            tx.now_ms(),
        ])?;
        Ok(id)
    }

    fn member(&self, decided: &Decided) -> Option<MemberId> {
        let person = self.snapshot.people.get(decided.candidate.person)?;
        Some(person.id)
    }

    fn report(&self, db: &Connection) -> Result<RunReport> {
        let mut report = RunReport {
            as_of: self.as_of,
            planned: Vec::new(),
            skipped: Vec::new(),
            closed: Vec::new(),
            clock_back: self.clock_back,
            switched_off: self.switched_off,
        };
        for decided in &self.decided {
            let (Some(moment), Some(member)) = (
                self.enabled.get(decided.candidate.moment),
                self.member(decided),
            ) else {
                continue;
            };
            let planned = decided.reason.is_none();
            let gift = moment.rules.gift.as_ref();
            let decision = Decision {
                id: None,
                member: member_ref(db, member)?,
                moment: moment.code.clone(),
                trigger: moment.rules.trigger.kind().to_owned(),
                occurrence: decided.candidate.occurrence.clone(),
                due_on: decided.candidate.due_on,
                channel: decided.channel,
                gift: gift
                    .filter(|_| planned && decided.gift)
                    .map(|gift| gift.name.clone()),
                reason: decided.reason,
            };
            if planned {
                report.planned.push(decision);
            } else {
                report.skipped.push(decision);
            }
        }
        for closing in &self.closings {
            report.closed.push(self.closed(db, closing)?);
        }
        Ok(report)
    }

    fn closed(&self, db: &Connection, closing: &Closing) -> Result<Decision> {
        let moment = self
            .moments
            .iter()
            .find(|moment| moment.id == closing.moment);
        Ok(Decision {
            id: Some(closing.id),
            member: member_ref(db, closing.member)?,
            moment: moment.map(|moment| moment.code.clone()).unwrap_or_default(),
            trigger: moment
                .map(|moment| moment.rules.trigger.kind().to_owned())
                .unwrap_or_default(),
            occurrence: closing.occurrence.clone(),
            due_on: closing.due_on,
            channel: closing.channel,
            gift: closing.gift.as_ref().map(|(_, name)| name.clone()),
            reason: Some(closing.reason),
        })
    }
}

/// The first due date a run looks at: the last run's day again, for what happened
/// after it, but nothing from before the moment was switched on. Where the clock
/// stands before the last run, that day alone; where it stands before the switch
/// (a run of the past), the switch does not matter.
fn first_due(moment: &Moment, switch: settings::Switch, as_of: NaiveDate) -> NaiveDate {
    let enabled_on = switch
        .enabled_on
        .map_or(moment.enabled_on, |on| on.max(moment.enabled_on));
    let since = Some(enabled_on).filter(|since| *since <= as_of);
    let from = match switch.last_run_on {
        Some(last) => last.min(as_of),
        None => since.unwrap_or(as_of),
    };
    let from = since.map_or(from, |since| from.max(since));
    plus(as_of, -CATCH_UP_DAYS).map_or(from, |earliest| from.max(earliest))
}

/// A member as reports name one.
pub(super) fn member_ref(db: &Connection, member: MemberId) -> Result<MemberRef> {
    Ok(db
        .prepare_cached("SELECT id, external_id, name, phone FROM member WHERE id = ?1")?
        .query_row([member], |row| {
            Ok(named(row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?)
}

/// The name a member goes by: the phone or the key where there is none.
pub(crate) fn named(
    id: MemberId,
    external_id: Option<String>,
    name: String,
    phone: Option<String>,
) -> MemberRef {
    let name = if !name.is_empty() {
        name
    } else if let Some(phone) = phone {
        phone::display(&phone)
    } else {
        external_id.clone().unwrap_or_default()
    };
    MemberRef {
        id,
        external_id,
        name,
    }
}
