//! Visits: recording, redeeming, voiding, refunding, undoing.

mod till;
mod types;
mod undo;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub use types::*;

use crate::{
    amount,
    error::{Code, Error, Result, overflow},
    id::{GrantId, MemberId, RequestId, VisitId},
    ledger,
    member::{self, MemberStatus},
    program, reward, shop,
    storage::{Op, Store, Tx, WriteRequest, count},
};

/// A second visit of the same member within this time asks first.
pub const DOUBLE_SCAN_MS: i64 = 3_000;

/// The longest note, in characters.
pub const MAX_NOTE_CHARS: usize = 200;

/// Hands over a reward.
const REDEEM: Op = Op("reward.redeem");

impl Store {
    /// Records a visit: what was paid, the stamps it earns under the rules in
    /// force, and the rewards handed over, in one transaction.
    ///
    /// # Errors
    /// `double_scan` within [`DOUBLE_SCAN_MS`] unless confirmed; `member_…`;
    /// `amount_required`, `bad_stamps`, `reward_part_too_large`; `grant_…`.
    pub fn record_visit(&self, request: WriteRequest, draft: &VisitDraft) -> Result<VisitRecorded> {
        self.write(request, Op("visit.record"), draft, |tx| {
            let member = serving(tx, draft.member_id)?;
            if !draft.confirmed && draft.complete.is_none() {
                refuse_double_scan(tx, draft.member_id, &member.name)?;
            }
            record(tx, draft, Source::Counter)
        })
    }

    /// Hands over a reward: at the visit named, or at a new one.
    ///
    /// # Errors
    /// `grant_…`; `visit_not_found`, `visit_voided`.
    pub fn redeem(
        &self,
        request: WriteRequest,
        grant: GrantId,
        visit: Option<VisitId>,
    ) -> Result<Redeemed> {
        self.write(request, REDEEM, &(grant, visit), |tx| {
            let found = reward::find(tx.connection(), grant)?;
            serving(tx, found.member)?;
            redeem(tx, &found, visit)
        })
    }

    /// Takes a visit back: its stamps, its spend, and the rewards it handed over.
    ///
    /// # Errors
    /// `visit_not_found`, `visit_voided`.
    pub fn void_visit(&self, request: WriteRequest, visit: VisitId) -> Result<TakenBack> {
        self.write(request, Op("visit.void"), &visit, |tx| {
            void(tx, visit, "void")
        })
    }

    /// Gives money back for a visit. Stamps go back in proportion, rounded down
    /// in the member's favour until the whole amount is refunded; then the
    /// rewards it handed over come back too.
    ///
    /// # Errors
    /// `visit_not_found`, `visit_voided`, `nothing_to_refund`, `refund_too_large`.
    pub fn refund_visit(
        &self,
        request: WriteRequest,
        visit: VisitId,
        amount_minor: i64,
    ) -> Result<TakenBack> {
        self.write(request, Op("visit.refund"), &(visit, amount_minor), |tx| {
            refund(tx, visit, amount_minor)
        })
    }

    /// How many visits count.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn visit_count(&self) -> Result<u32> {
        self.read(|db| {
            Ok(count(db.query_row(
                "SELECT count(*) FROM visit WHERE status = 'ok'",
                [],
                |row| row.get(0),
            )?))
        })
    }

    /// What was redeemed under this request id, if it was: the first result, for
    /// callers that choose the reward themselves and must not choose another one in
    /// a retry.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn redeemed_under(&self, request: RequestId) -> Result<Option<Redeemed>> {
        self.result_of(request, REDEEM)
    }

    /// The visit that a text names: its id or external id.
    ///
    /// # Errors
    /// `visit_not_found`.
    pub fn resolve_visit(&self, text: &str) -> Result<VisitId> {
        self.read(|db| {
            if let Ok(id) = text.trim().parse::<VisitId>() {
                return Ok(view(db, id)?.id);
            }
            db.prepare_cached("SELECT id FROM visit WHERE external_id = ?1")?
                .query_row([text.trim()], |row| row.get(0))
                .optional()?
                .ok_or_else(|| Code::VisitNotFound.into())
        })
    }

    /// A visit.
    ///
    /// # Errors
    /// `visit_not_found`.
    pub fn visit(&self, visit: VisitId) -> Result<VisitView> {
        self.read(|db| view(db, visit))
    }
}

/// Where a visit comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Source {
    Counter,
    Demo,
}

/// The member at the counter: known and served. An archived member who comes
/// back has to be restored first, knowingly.
fn serving(tx: &Tx<'_>, id: MemberId) -> Result<member::MemberView> {
    let member = member::served(tx.connection(), id)?;
    if member.status == MemberStatus::Archived {
        return Err(Error::new(Code::MemberArchived)
            .arg("member_id", id)
            .arg("name", member.name));
    }
    tx.about(id);
    Ok(member)
}

fn refuse_double_scan(tx: &Tx<'_>, member: MemberId, name: &str) -> Result<()> {
    // Not the last visit by time: after the clock was set back that one lies ahead.
    let just_now: bool = tx
        .sql(
            "SELECT EXISTS (SELECT 1 FROM visit WHERE member_id = ?1 AND at_ms > ?2 AND at_ms <= ?3
                            AND status = 'ok' AND source = 'counter')",
        )?
        .query_row(
            params![member, tx.now_ms() - DOUBLE_SCAN_MS, tx.now_ms()],
            |row| row.get(0),
        )?;
    if just_now {
        Err(Error::new(Code::DoubleScan).arg("name", name))
    } else {
        Ok(())
    }
}

/// Writes a visit at the transaction's moment.
pub(crate) fn record(tx: &mut Tx<'_>, draft: &VisitDraft, source: Source) -> Result<VisitRecorded> {
    // A visit that is completed keeps its day: that day's rules and cap hold for it.
    let day = match draft.complete {
        Some(visit) => view(tx.connection(), visit)?.business_date,
        None => tx.today(),
    };
    let version = program::in_force(tx.connection(), day)?;
    let note = shop::line(&draft.note, "note", 0, MAX_NOTE_CHARS)?;
    check_amount(draft.amount_minor)?;
    let earned_today = ledger::earned_on(tx.connection(), draft.member_id, day)?;
    let earned = version.rules.earned(
        draft.stamps,
        draft.amount_minor,
        draft.reward_part_minor,
        earned_today,
    )?;
    let visit = match draft.complete {
        Some(visit) => complete(tx, visit, draft, &note)?,
        None => {
            let visit = VisitId(tx.new_uuid());
            insert(tx, visit, draft, &note, source)?;
            add_to_stats(tx, draft.member_id, draft.amount_minor.unwrap_or(0))?;
            visit
        }
    };
    let account = ledger::account(tx, draft.member_id, version.program_id)?;
    let unlocked = ledger::earn(tx, account, &version, earned.stamps, Some(visit), "")?;
    for grant in &draft.redeem {
        reward::redeem(tx, *grant, draft.member_id, visit)?;
    }
    tx.sql("UPDATE visit SET stamps = ?2 WHERE id = ?1")?
        .execute(params![visit, earned.stamps])?;
    let unlocked = unlocked
        .into_iter()
        .map(|grant| reward::view(tx.connection(), grant))
        .collect::<Result<_>>()?;
    Ok(VisitRecorded {
        visit: view(tx.connection(), visit)?,
        change_id: tx.change_id(),
        stamps_earned: earned.stamps,
        stamps_capped: earned.capped,
        unlocked,
        balance: ledger::balance(tx.connection(), account)?,
    })
}

/// Gives an imported visit the stamps it would have earned. Returns how many.
pub(crate) fn earn_history(
    tx: &mut Tx<'_>,
    member: MemberId,
    visit: VisitId,
    amount_minor: Option<i64>,
) -> Result<u32> {
    let version = tx.program()?;
    let earned_today = ledger::earned_on(tx.connection(), member, tx.today())?;
    let earned = version
        .rules
        .earned(None, Some(amount_minor.unwrap_or(0)), 0, earned_today)?;
    let account = ledger::account(tx, member, version.program_id)?;
    ledger::earn(tx, account, &version, earned.stamps, Some(visit), "")?;
    Ok(earned.stamps)
}

fn check_amount(amount_minor: Option<i64>) -> Result<()> {
    match amount_minor {
        Some(amount) if !(0..=crate::amount::MAX_MINOR).contains(&amount) => {
            Err(Error::new(Code::BadAmount)
                .reason(if amount < 0 {
                    "amount_negative"
                } else {
                    "amount_too_large"
                })
                .field("amount"))
        }
        _ => Ok(()),
    }
}

fn insert(
    tx: &Tx<'_>,
    visit: VisitId,
    draft: &VisitDraft,
    note: &str,
    source: Source,
) -> Result<()> {
    tx.sql(
        "INSERT INTO visit (id, member_id, at_ms, business_date, amount_minor, reward_part_minor, note, source)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
    )?
    .execute(params![
        visit,
        draft.member_id,
        tx.now_ms(),
        tx.today(),
        draft.amount_minor,
        draft.reward_part_minor,
        note,
        match source {
            Source::Counter => "counter",
            Source::Demo => "demo",
        },
    ])?;
    Ok(())
}

/// Gives a visit that so far only holds a redemption its amount.
fn complete(tx: &Tx<'_>, visit: VisitId, draft: &VisitDraft, note: &str) -> Result<VisitId> {
    let before = view(tx.connection(), visit)?;
    if before.status == VisitStatus::Void {
        return Err(Code::VisitVoided.into());
    }
    if before.member_id != draft.member_id {
        return Err(Code::VisitNotFound.into());
    }
    if before.amount_minor.is_some() || before.stamps > 0 {
        return Err(Code::VisitComplete.into());
    }
    tx.sql("UPDATE visit SET amount_minor = ?2, reward_part_minor = ?3, note = ?4 WHERE id = ?1")?
        .execute(params![
            visit,
            draft.amount_minor,
            draft.reward_part_minor,
            note
        ])?;
    // The visit keeps its moment, so only its amount is new.
    refresh_stats(tx, draft.member_id)?;
    Ok(visit)
}

fn redeem(tx: &mut Tx<'_>, grant: &reward::Grant, visit: Option<VisitId>) -> Result<Redeemed> {
    let visit = match visit {
        Some(visit) => {
            let at = view(tx.connection(), visit)?;
            if at.status == VisitStatus::Void {
                return Err(Code::VisitVoided.into());
            }
            if at.member_id != grant.member {
                return Err(Code::GrantOfOther.into());
            }
            visit
        }
        None => {
            let visit = VisitId(tx.new_uuid());
            let draft = VisitDraft {
                member_id: grant.member,
                amount_minor: None,
                reward_part_minor: 0,
                stamps: Some(0),
                note: String::new(),
                redeem: Vec::new(),
                complete: None,
                confirmed: true,
            };
            insert(tx, visit, &draft, "", Source::Counter)?;
            add_to_stats(tx, grant.member, 0)?;
            visit
        }
    };
    reward::redeem(tx, grant.id, grant.member, visit)?;
    Ok(Redeemed {
        grant: reward::view(tx.connection(), grant.id)?,
        member_id: grant.member,
        visit_id: visit,
        change_id: tx.change_id(),
    })
}

/// See [`Store::void_visit`].
pub(crate) fn void(tx: &mut Tx<'_>, visit: VisitId, reason: &str) -> Result<TakenBack> {
    let before = live(tx, visit)?;
    let grants_restored = ledger::restore_redemptions(tx, visit, reason)?;
    let outcome = take_back(tx, &before, before.stamps, reason)?;
    tx.sql("UPDATE visit SET status = 'void' WHERE id = ?1")?
        .execute([visit])?;
    refresh_stats(tx, before.member_id)?;
    taken_back(tx, &before, outcome, grants_restored)
}

/// See [`Store::refund_visit`].
fn refund(tx: &mut Tx<'_>, visit: VisitId, amount_minor: i64) -> Result<TakenBack> {
    let before = live(tx, visit)?;
    let paid = before.amount_minor.unwrap_or(0);
    if paid == 0 {
        return Err(Error::new(Code::NothingToRefund).field("amount"));
    }
    if amount_minor <= 0 {
        return Err(Error::new(Code::RefundZero).field("amount"));
    }
    let left = paid - before.refunded_minor;
    if amount_minor > left {
        return Err(Error::new(Code::RefundTooLarge).field("amount").arg(
            "left",
            amount::to_decimal_string(left, tx.settings().currency),
        ));
    }
    let refunded = before.refunded_minor + amount_minor;
    let whole = refunded == paid;
    // What refunds took back so far. What an undo took back was never earned.
    let already: i64 = tx
        .sql(
            "SELECT coalesce(-sum(r.units), 0) FROM entry e JOIN entry r ON r.reverses = e.id
             WHERE e.visit_id = ?1 AND e.kind = 'earn' AND e.unit = 'stamp' AND r.reason = 'refund'",
        )?
        .query_row([visit], |row| row.get(0))?;
    let earned = before.stamps.checked_add(already).ok_or_else(overflow)?;
    // Round down, on the sum of all refunds so far, so that many small refunds
    // take back the same as one large one.
    let due = if whole {
        earned
    } else {
        let due = i128::from(earned) * i128::from(refunded) / i128::from(paid);
        i64::try_from(due).map_err(|_| overflow())?
    };
    let grants_restored = if whole {
        ledger::restore_redemptions(tx, visit, "refund")?
    } else {
        0
    };
    let outcome = take_back(tx, &before, due - already, "refund")?;
    tx.sql("UPDATE visit SET refunded_minor = ?2 WHERE id = ?1")?
        .execute(params![visit, refunded])?;
    refresh_stats(tx, before.member_id)?;
    taken_back(tx, &before, outcome, grants_restored)
}

/// A visit that can be taken back, with its member named for the change log.
fn live(tx: &Tx<'_>, visit: VisitId) -> Result<VisitView> {
    let before = view(tx.connection(), visit)?;
    tx.about(before.member_id);
    if before.status == VisitStatus::Void {
        return Err(Code::VisitVoided.into());
    }
    Ok(before)
}

fn take_back(
    tx: &mut Tx<'_>,
    visit: &VisitView,
    stamps: i64,
    reason: &str,
) -> Result<ledger::Outcome> {
    let version = program::in_force(tx.connection(), tx.today())?;
    let Some(account) = ledger::find_account(tx.connection(), visit.member_id, version.program_id)?
    else {
        return Ok(ledger::Outcome::default());
    };
    let outcome = ledger::take_back_earned(tx, account, visit.id, stamps.max(0), reason)?;
    // Fewer than asked for where some have expired: those stay earned, and gone.
    tx.sql("UPDATE visit SET stamps = stamps - ?2 WHERE id = ?1")?
        .execute(params![visit.id, outcome.reversed])?;
    Ok(outcome)
}

fn taken_back(
    tx: &Tx<'_>,
    visit: &VisitView,
    outcome: ledger::Outcome,
    grants_restored: u32,
) -> Result<TakenBack> {
    let card = member::stamp_card(tx.connection(), visit.member_id, tx.today())?;
    Ok(TakenBack {
        member_id: visit.member_id,
        change_id: tx.change_id(),
        stamps_reversed: outcome.reversed,
        stamps_written_off: outcome.written_off,
        grants_voided: outcome.grants_voided,
        grants_restored,
        balance: card.balance,
    })
}

// ---------------------------------------------------------------- the member's caches

/// Adds a new visit of this moment to what the member row caches.
fn add_to_stats(tx: &Tx<'_>, member: MemberId, amount_minor: i64) -> Result<()> {
    let (visits, spend_minor): (i64, i64) = tx
        .sql("SELECT visit_count, spend_minor FROM member WHERE id = ?1")?
        .query_row([member], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let spend_minor = spend_minor.checked_add(amount_minor).ok_or_else(overflow)?;
    tx.sql(
        "UPDATE member SET visit_count = ?2, spend_minor = ?3,
                first_visit_on = min(coalesce(first_visit_on, ?4), ?4),
                last_visit_on = max(coalesce(last_visit_on, ?4), ?4),
                last_visit_ms = max(last_visit_ms, ?5)
         WHERE id = ?1",
    )?
    .execute(params![
        member,
        visits + 1,
        spend_minor,
        tx.today(),
        tx.now_ms()
    ])?;
    Ok(())
}

/// Recomputes what the member row caches from the visits.
pub(crate) fn refresh_stats(tx: &Tx<'_>, member: MemberId) -> Result<()> {
    tx.sql(
        "UPDATE member SET (visit_count, spend_minor, first_visit_on, last_visit_on, last_visit_ms) =
           (SELECT count(*), coalesce(sum(coalesce(amount_minor, 0) - refunded_minor), 0),
                   min(business_date), max(business_date), max(coalesce(max(at_ms), 0), 0)
            FROM visit WHERE member_id = ?1 AND status = 'ok')
         WHERE id = ?1",
    )?
    .execute([member])?;
    Ok(())
}

// ---------------------------------------------------------------- reading

const VIEW: &str =
    "SELECT id, member_id, at_ms, business_date, amount_minor, refunded_minor, stamps, rewards,
                           note, status, source FROM visit";

fn view_row(row: &Row<'_>) -> rusqlite::Result<VisitView> {
    Ok(VisitView {
        id: row.get(0)?,
        member_id: row.get(1)?,
        at_ms: row.get(2)?,
        business_date: row.get::<_, NaiveDate>(3)?,
        amount_minor: row.get(4)?,
        refunded_minor: row.get(5)?,
        stamps: row.get(6)?,
        rewards: count(row.get(7)?),
        note: row.get(8)?,
        status: if row.get::<_, String>(9)? == "void" {
            VisitStatus::Void
        } else {
            VisitStatus::Ok
        },
        imported: row.get::<_, String>(10)? == "import",
    })
}

pub(crate) fn view(db: &Connection, visit: VisitId) -> Result<VisitView> {
    db.prepare_cached(&format!("{VIEW} WHERE id = ?1"))?
        .query_row([visit], view_row)
        .optional()?
        .ok_or_else(|| Code::VisitNotFound.into())
}

/// A member's last visits, newest first.
pub(crate) fn last_of(db: &Connection, member: MemberId, limit: u32) -> Result<Vec<VisitView>> {
    let visits = db
        .prepare_cached(&format!(
            "{VIEW} WHERE member_id = ?1 ORDER BY at_ms DESC, id DESC LIMIT ?2"
        ))?
        .query_map(params![member, limit], view_row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(visits)
}
