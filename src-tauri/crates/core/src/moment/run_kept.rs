//! What the change log keeps of a run: enough to report it again, and nobody's name.

use std::collections::{HashMap, hash_map::Entry};

use rusqlite::Connection;
use serde::{Deserialize, Serialize};

use super::{
    catalogue,
    run::named,
    touch_types::{Decision, RunReport, SkipReason},
    types::TouchChannel,
};
use crate::{
    error::Result,
    id::{MomentId, TouchId},
};

/// A run by its touches; the rest stands in them.
#[derive(Debug, Serialize, Deserialize)]
pub(super) struct Kept {
    as_of: chrono::NaiveDate,
    planned: Vec<TouchId>,
    skipped: Vec<(TouchId, SkipReason)>,
    closed: Vec<(TouchId, SkipReason)>,
    clock_back: bool,
    switched_off: bool,
}

impl Kept {
    pub(super) fn of(report: &RunReport) -> Self {
        let with_reason = |decisions: &[Decision]| {
            decisions
                .iter()
                .filter_map(|decision| decision.id.zip(decision.reason))
                .collect()
        };
        Self {
            as_of: report.as_of,
            planned: report.planned.iter().filter_map(|line| line.id).collect(),
            skipped: with_reason(&report.skipped),
            closed: with_reason(&report.closed),
            clock_back: report.clock_back,
            switched_off: report.switched_off,
        }
    }

    /// The same report again.
    pub(super) fn report(&self, db: &Connection) -> Result<RunReport> {
        let mut triggers = HashMap::new();
        let mut lines = |ids: &[(TouchId, SkipReason)]| -> Result<Vec<Decision>> {
            ids.iter()
                .map(|(id, reason)| decision(db, *id, Some(*reason), &mut triggers))
                .collect()
        };
        let (skipped, closed) = (lines(&self.skipped)?, lines(&self.closed)?);
        Ok(RunReport {
            as_of: self.as_of,
            planned: self
                .planned
                .iter()
                .map(|id| decision(db, *id, None, &mut triggers))
                .collect::<Result<_>>()?,
            skipped,
            closed,
            clock_back: self.clock_back,
            switched_off: self.switched_off,
        })
    }
}

fn decision(
    db: &Connection,
    touch: TouchId,
    reason: Option<SkipReason>,
    triggers: &mut HashMap<MomentId, String>,
) -> Result<Decision> {
    let (moment, mut decision): (MomentId, Decision) = db
        .prepare_cached(
            "SELECT t.moment_id, mo.code, m.id, m.external_id, m.name, m.phone, t.occurrence, t.due_on, t.channel,
                    g.reward_name
             FROM touch t JOIN moment mo ON mo.id = t.moment_id JOIN member m ON m.id = t.member_id
             LEFT JOIN reward_grant g ON g.id = t.grant_id WHERE t.id = ?1",
        )?
        .query_row([touch], |row| {
            let channel: Option<String> = row.get(8)?;
            Ok((
                row.get(0)?,
                Decision {
                    id: Some(touch),
                    member: named(row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?),
                    moment: row.get(1)?,
                    trigger: String::new(),
                    occurrence: row.get(6)?,
                    due_on: row.get(7)?,
                    channel: channel.as_deref().map(TouchChannel::parse),
                    gift: row.get(9)?,
                    reason,
                },
            ))
        })?;
    decision.trigger = match triggers.entry(moment) {
        Entry::Occupied(known) => known.get().clone(),
        Entry::Vacant(unknown) => {
            let kind = catalogue::find(db, moment)?.rules.trigger.kind().to_owned();
            unknown.insert(kind).clone()
        }
    };
    Ok(decision)
}
