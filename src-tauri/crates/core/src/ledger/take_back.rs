//! Taking back what a visit earned, and giving back what it redeemed.

use rusqlite::params;

use super::{Kind, Moves, Posting, balance, plan_take, post};
use crate::{
    error::Result,
    id::{AccountId, ChangeId, EntryId, GrantId, ProgramVersionId, VisitId},
    reward,
    shop::NegativePolicy,
    storage::{Tx, count},
};

/// What taking back did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Outcome {
    /// Stamps taken back.
    pub(crate) reversed: i64,
    /// Of these, written off by the shop's policy.
    pub(crate) written_off: i64,
    /// Unused grants taken back with their stamps.
    pub(crate) grants_voided: u32,
}

/// An earn of a visit with what can still be taken back of it.
struct Earn {
    entry: EntryId,
    seq: i64,
    left: i64,
    version: ProgramVersionId,
}

/// Takes back up to `stamps` of what a visit earned, under the version it was
/// earned by, and says how it went. What is overdue expires first, so that it makes
/// no difference whether the day's run came before. Then in this order: from the
/// visit's own stamps; from the other open lots; from unused grants, whose stamps come back; and at last
/// by the shop's policy as debt or as a visible write-off.
pub(crate) fn take_back_earned(
    tx: &mut Tx<'_>,
    account: AccountId,
    visit: VisitId,
    stamps: i64,
    reason: &str,
) -> Result<Outcome> {
    super::expire_lots(tx, Some(account))?;
    let mut outcome = Outcome::default();
    let mut wanted = stamps;
    for earn in earns(tx, account, visit)? {
        let units = wanted.min(earn.left);
        if units > 0 {
            take_back(tx, account, &earn, visit, units, reason, &mut outcome)?;
            wanted -= units;
            // A revoked reward may have brought more stamps than were missing, beside
            // an older debt.
            super::repay(tx, account, earn.version)?;
        }
    }
    // A reward that was taken back may have brought stamps whose last day has passed.
    super::expire_lots(tx, Some(account))?;
    Ok(outcome)
}

/// The visit's earns, newest first. What expired of their lots, also after a merge
/// moved them, is gone already and is not taken twice; nor is what became a reward
/// that expired unused: the guest had nothing of it.
fn earns(tx: &Tx<'_>, account: AccountId, visit: VisitId) -> Result<Vec<Earn>> {
    // Expiries and rewards are looked for among the entries of the member's own accounts:
    // entries have no index by lot.
    let mut statement = tx.sql(
        "WITH own (id) AS (
           SELECT ?2
           UNION SELECT a.id FROM member m JOIN account a ON a.member_id = m.id
           WHERE m.status = 'merged' AND m.merged_into = (SELECT member_id FROM account WHERE id = ?2))
         SELECT e.id, e.seq,
                e.units
                + (SELECT coalesce(sum(r.units), 0) FROM entry r WHERE r.reverses = e.id)
                + (SELECT coalesce(sum(x.units), 0) FROM entry x JOIN lot l ON l.id = x.lot_id
                   LEFT JOIN reward_grant g ON g.id = x.grant_id
                   WHERE x.account_id IN own AND x.seq > e.seq AND l.earned_seq = e.seq
                     AND (x.kind = 'expire'
                          OR (x.kind = 'redeem'
                              AND (g.status = 'expired' OR (g.status = 'available' AND g.expires_on < ?3))))),
                e.program_version_id
         FROM entry e
         WHERE e.visit_id = ?1 AND e.kind = 'earn' AND e.unit = 'stamp' ORDER BY e.seq DESC",
    )?;
    let earns = statement
        .query_map(params![visit, account, tx.today()], |row| {
            Ok(Earn {
                entry: row.get(0)?,
                seq: row.get(1)?,
                left: row.get(2)?,
                version: row.get(3)?,
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(earns)
}

fn take_back(
    tx: &mut Tx<'_>,
    account: AccountId,
    earn: &Earn,
    visit: VisitId,
    units: i64,
    reason: &str,
    outcome: &mut Outcome,
) -> Result<()> {
    let line = |units, moves| Posting {
        visit: Some(visit),
        reverses: Some(earn.entry),
        reason,
        ..Posting::new(account, Kind::Reverse, units, moves, earn.version)
    };
    let mut missing = units;
    loop {
        for (lot, taken) in plan_take(tx.connection(), account, missing, Some(earn.seq))? {
            post(tx, line(-taken, Moves::Lot(lot)))?;
            missing -= taken;
        }
        if missing == 0 || !reward::void_newest_unused(tx, account)? {
            break;
        }
        outcome.grants_voided += 1;
    }
    if missing > 0 {
        post(tx, line(-missing, Moves::Debt))?;
        if tx.settings().negative_policy == NegativePolicy::Clamp {
            let below = (-balance(tx.connection(), account)?).max(0).min(missing);
            if below > 0 {
                post(
                    tx,
                    Posting {
                        visit: Some(visit),
                        reason: "clamp",
                        ..Posting::new(account, Kind::Adjust, below, Moves::Debt, earn.version)
                    },
                )?;
                outcome.written_off += below;
            }
        }
    }
    outcome.reversed += units;
    Ok(())
}

/// Gives back the rewards that a visit handed over. Returns how many.
pub(crate) fn restore_redemptions(tx: &mut Tx<'_>, visit: VisitId, reason: &str) -> Result<u32> {
    restore(tx, visit, None, reason)
}

/// Gives back the rewards that one change handed over at a visit. Returns how many.
pub(crate) fn restore_redemptions_of(
    tx: &mut Tx<'_>,
    visit: VisitId,
    change: ChangeId,
    reason: &str,
) -> Result<u32> {
    restore(tx, visit, Some(change), reason)
}

fn restore(tx: &mut Tx<'_>, visit: VisitId, change: Option<ChangeId>, reason: &str) -> Result<u32> {
    let redemptions = tx
        .sql(
            "SELECT e.id, e.grant_id FROM entry e
             WHERE e.visit_id = ?1 AND e.kind = 'redeem' AND e.unit = 'grant'
               AND (?2 IS NULL OR e.change_id = ?2)
               AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id)
             ORDER BY e.seq DESC",
        )?
        .query_map(params![visit, change], |row| {
            Ok((row.get::<_, EntryId>(0)?, row.get::<_, GrantId>(1)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let restored = count(i64::try_from(redemptions.len()).unwrap_or(i64::MAX));
    for (entry, grant) in redemptions {
        reward::restore(tx, grant, entry, visit, reason)?;
    }
    Ok(restored)
}
