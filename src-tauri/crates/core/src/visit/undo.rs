//! Undo of what was done at the till today.

use rusqlite::{Connection, OptionalExtension, params};

use super::{TakenBack, VisitDraft, live, refresh_stats, take_back, taken_back, view, void};
use crate::{
    card::{self, CardChanged, CardStatus},
    error::{Code, Result},
    id::{CardId, ChangeId, EntryId, GrantId, MemberId, VisitId},
    ledger,
    member::{self, Enrolled},
    reward,
    storage::{Op, Store, Tx, WriteRequest},
    visit::{Redeemed, VisitRecorded},
};

/// The operations that can be undone.
pub(super) const UNDOABLE: &[&str] = &[
    "visit.record",
    "reward.redeem",
    "member.enrol",
    "card.status",
];

impl Store {
    /// Undoes a change of today: a visit, a redemption, an enrolment, a card's
    /// block. What it did is taken back by new entries; nothing is erased.
    ///
    /// # Errors
    /// `not_undoable` for other changes and those of other days;
    /// `already_undone`; what voiding a visit refuses.
    pub fn undo(&self, request: WriteRequest, change: ChangeId) -> Result<TakenBack> {
        self.write(request, Op("undo"), &change, |tx| undo(tx, change))
    }
}

fn undo(tx: &mut Tx<'_>, change: ChangeId) -> Result<TakenBack> {
    let found: Option<(String, String, String, bool, bool)> = tx
        .sql(
            "SELECT op, payload, result, business_date = ?2,
                    EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id)
             FROM change c WHERE c.id = ?1",
        )?
        .query_row(params![change, tx.today()], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        })
        .optional()?;
    let Some((op, payload, result, is_today, undone)) = found else {
        return Err(Code::NotUndoable.into());
    };
    if undone {
        return Err(Code::AlreadyUndone.into());
    }
    if !is_today || !UNDOABLE.contains(&op.as_str()) {
        return Err(Code::NotUndoable.into());
    }
    tx.undoes(change);
    match op.as_str() {
        "visit.record" => {
            let draft: VisitDraft = read(&payload)?;
            let recorded: VisitRecorded = read(&result)?;
            if draft.complete.is_some() {
                uncomplete(tx, change, &recorded)
            } else {
                void(tx, recorded.visit.id, "undo")
            }
        }
        "reward.redeem" => {
            let (_, visit): (GrantId, Option<VisitId>) = read(&payload)?;
            unredeem(tx, change, &read(&result)?, visit.is_none())
        }
        "member.enrol" => unenrol(tx, &read(&result)?),
        _ => {
            let (card, _): (CardId, CardStatus) = read(&payload)?;
            let changed: CardChanged = read(&result)?;
            let (owner, now) = card::current(tx.connection(), card)?;
            tx.about(owner);
            // What was done to the card since then stands: a replaced card never works again.
            if now != changed.status {
                return Err(Code::NotUndoable.into());
            }
            card::set_status(tx, card, changed.before)?;
            nothing_moved(tx, owner)
        }
    }
}

fn read<T: serde::de::DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json)
        .map_err(|error| crate::error::Error::new(Code::DamagedDatabase).arg("detail", &error))
}

/// Takes amount, stamps and further rewards back from a visit that had only held
/// a redemption; that redemption stays.
fn uncomplete(tx: &mut Tx<'_>, change: ChangeId, recorded: &VisitRecorded) -> Result<TakenBack> {
    let before = live(tx, recorded.visit.id)?;
    let grants_restored = ledger::restore_redemptions_of(tx, before.id, change, "undo")?;
    let outcome = take_back(tx, &before, before.stamps, "undo")?;
    tx.sql(
        "UPDATE visit SET amount_minor = NULL, reward_part_minor = 0, refunded_minor = 0, note = '' WHERE id = ?1",
    )?
    .execute([before.id])?;
    refresh_stats(tx, before.member_id)?;
    taken_back(tx, &before, outcome, grants_restored)
}

/// Gives a reward back. A visit that was made for it and holds nothing else goes too.
fn unredeem(
    tx: &mut Tx<'_>,
    change: ChangeId,
    redeemed: &Redeemed,
    made_for_it: bool,
) -> Result<TakenBack> {
    tx.about(redeemed.member_id);
    let redemption: Option<EntryId> = tx
        .sql(
            "SELECT e.id FROM entry e WHERE e.change_id = ?1 AND e.grant_id = ?2 AND e.unit = 'grant'
             AND e.kind = 'redeem' AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id)",
        )?
        .query_row(params![change, redeemed.grant.id], |row| row.get(0))
        .optional()?;
    // The visit was voided meanwhile, and the reward given back with it.
    let Some(redemption) = redemption else {
        return Err(Code::AlreadyUndone.into());
    };
    reward::restore(tx, redeemed.grant.id, redemption, redeemed.visit_id, "undo")?;
    let visit = view(tx.connection(), redeemed.visit_id)?;
    let empty = visit.amount_minor.is_none()
        && visit.stamps == 0
        && visit.rewards == 0
        && visit.note.is_empty();
    if made_for_it && empty {
        tx.sql("UPDATE visit SET status = 'void' WHERE id = ?1")?
            .execute([visit.id])?;
        refresh_stats(tx, visit.member_id)?;
    }
    taken_back(tx, &visit, ledger::Outcome::default(), 1)
}

/// Puts a member, enrolled by mistake, away with the card. One who already has
/// visits stays.
fn unenrol(tx: &Tx<'_>, enrolled: &Enrolled) -> Result<TakenBack> {
    let member = enrolled.member_id;
    tx.about(member);
    if has_visits(tx.connection(), member)? {
        return Err(Code::NotUndoable.into());
    }
    member::set_archived(tx, member, true)?;
    tx.sql("UPDATE card SET status = 'blocked' WHERE member_id = ?1 AND status = 'active'")?
        .execute([member])?;
    nothing_moved(tx, member)
}

/// Whether a member has a visit that counts.
pub(super) fn has_visits(db: &Connection, member: MemberId) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM visit WHERE member_id = ?1 AND status = 'ok')",
        )?
        .query_row([member], |row| row.get(0))?)
}

fn nothing_moved(tx: &Tx<'_>, member_id: MemberId) -> Result<TakenBack> {
    let card = member::stamp_card(tx.connection(), member_id, tx.today())?;
    Ok(TakenBack {
        member_id,
        change_id: tx.change_id(),
        stamps_reversed: 0,
        stamps_written_off: 0,
        grants_voided: 0,
        grants_restored: 0,
        balance: card.balance,
    })
}
