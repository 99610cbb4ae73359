//! What happened at this till today.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{TillEntry, TillOp, TillToday, undo::UNDOABLE};
use crate::{
    card::{self, CardChanged, CardStatus},
    error::Result,
    id::{CardId, ChangeId, GrantId, MemberId, VisitId},
    shop,
    storage::{Store, count},
};

impl Store {
    /// What happened at this till on the business date of `now_ms`.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn till_today(&self, now_ms: i64) -> Result<TillToday> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            till_day(db, today)
        })
    }
}

fn till_day(db: &Connection, today: NaiveDate) -> Result<TillToday> {
    let (visits, spend_minor, stamps, rewards): (i64, i64, i64, i64) = db
        .prepare_cached(
            "SELECT count(*), coalesce(sum(coalesce(amount_minor, 0) - refunded_minor), 0),
                    coalesce(sum(stamps), 0), coalesce(sum(rewards), 0)
             FROM visit WHERE business_date = ?1 AND status = 'ok'",
        )?
        .query_row([today], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?;
    Ok(TillToday {
        business_date: today,
        entries: entries(db, today)?,
        visits: count(visits),
        spend_minor,
        stamps,
        rewards: count(rewards),
    })
}

fn entries(db: &Connection, today: NaiveDate) -> Result<Vec<TillEntry>> {
    struct Found {
        op: String,
        payload: String,
        result: String,
        entry: TillEntry,
    }
    let found = db
        .prepare_cached(
            "SELECT c.id, c.till_seq, c.at_ms, c.op, c.member_id,
                    coalesce(nullif(m.name, ''), m.phone, m.external_id, ''), c.payload, c.result,
                    EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id),
                    (SELECT coalesce(sum(e.units), 0) FROM entry e WHERE e.change_id = c.id AND e.unit = 'stamp'
                     AND e.grant_id IS NULL AND e.kind IN ('earn', 'reverse', 'adjust'))
             FROM change c JOIN member m ON m.id = c.member_id
             WHERE c.business_date = ?1
               AND c.op IN ('visit.record', 'reward.redeem', 'member.enrol', 'visit.void', 'visit.refund',
                            'card.status', 'card.replace', 'undo')
             ORDER BY c.till_seq DESC LIMIT 200",
        )?
        .query_map(params![today], |row| {
            let op: String = row.get(3)?;
            Ok(Found {
                entry: TillEntry {
                    change_id: row.get(0)?,
                    seq: row.get(1)?,
                    at_ms: row.get(2)?,
                    op: till_op(&op),
                    member_id: row.get::<_, MemberId>(4)?,
                    member_name: row.get(5)?,
                    visit_id: None,
                    stamps: row.get(9)?,
                    amount_minor: None,
                    reward_name: None,
                    undoable: UNDOABLE.contains(&op.as_str()) && !row.get::<_, bool>(8)?,
                    undone: row.get(8)?,
                },
                op,
                payload: row.get(6)?,
                result: row.get(7)?,
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    found
        .into_iter()
        .map(|found| {
            let Found {
                op,
                payload,
                result,
                mut entry,
            } = found;
            match op.as_str() {
                "visit.record" => {
                    if let Ok(recorded) = serde_json::from_str::<super::VisitRecorded>(&result) {
                        entry.visit_id = Some(recorded.visit.id);
                        entry.amount_minor = recorded.visit.amount_minor;
                        entry.undoable &= is_live(db, recorded.visit.id)?;
                    }
                }
                "reward.redeem" => {
                    if let Ok(redeemed) = serde_json::from_str::<super::Redeemed>(&result) {
                        entry.visit_id = Some(redeemed.visit_id);
                        entry.undoable &= is_redeemed_by(db, redeemed.grant.id, entry.change_id)?;
                        entry.reward_name = Some(redeemed.grant.reward_name);
                    }
                }
                "visit.void" => {
                    if let Ok(visit) = serde_json::from_str::<VisitId>(&payload) {
                        entry.visit_id = Some(visit);
                        // What had been refunded before is on its own line.
                        let view = super::view(db, visit)?;
                        entry.amount_minor =
                            view.amount_minor.map(|amount| view.refunded_minor - amount);
                    }
                }
                "visit.refund" => {
                    if let Ok((visit, amount)) = serde_json::from_str::<(VisitId, i64)>(&payload) {
                        entry.visit_id = Some(visit);
                        entry.amount_minor = Some(-amount);
                    }
                }
                "member.enrol" => entry.undoable &= !super::undo::has_visits(db, entry.member_id)?,
                "card.status" => {
                    let card = serde_json::from_str::<(CardId, CardStatus)>(&payload);
                    let changed = serde_json::from_str::<CardChanged>(&result);
                    if let (Ok((card, _)), Ok(changed)) = (card, changed) {
                        entry.undoable &= card::current(db, card)?.1 == changed.status;
                    }
                }
                _ => {}
            }
            Ok(entry)
        })
        .collect()
}

fn is_live(db: &Connection, visit: VisitId) -> Result<bool> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM visit WHERE id = ?1 AND status = 'ok')")?
        .query_row([visit], |row| row.get(0))?)
}

/// Whether a change's redemption still stands.
fn is_redeemed_by(db: &Connection, grant: GrantId, change: ChangeId) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM entry e WHERE e.change_id = ?2 AND e.grant_id = ?1 AND e.kind = 'redeem'
               AND e.unit = 'grant' AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id))",
        )?
        .query_row(params![grant, change], |row| row.get(0))?)
}

fn till_op(op: &str) -> TillOp {
    match op {
        "visit.record" => TillOp::Visit,
        "reward.redeem" => TillOp::Redeem,
        "member.enrol" => TillOp::Enrol,
        "visit.void" => TillOp::Void,
        "visit.refund" => TillOp::Refund,
        "undo" => TillOp::Undo,
        _ => TillOp::Card,
    }
}
