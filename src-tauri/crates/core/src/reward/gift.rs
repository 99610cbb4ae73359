//! Gifts: grants that a greeting brings, and that took no stamps.

use super::{NewGrant, find, insert_row, moves, set_status, unlock};
use crate::{
    error::Result,
    id::{EntryId, GrantId, MemberId},
    ledger::{self, Kind, Posting, post},
    member::GrantStatus,
    program,
    storage::Tx,
};
use chrono::NaiveDate;

/// What is given.
pub(crate) struct Gift<'a> {
    pub(crate) name: &'a str,
    pub(crate) cost_minor: i64,
    /// Last business date on which it can be redeemed.
    pub(crate) expires_on: NaiveDate,
}

/// Unlocks a gift for a member; the account is opened where there is none.
pub(crate) fn give(tx: &mut Tx<'_>, member: MemberId, gift: &Gift<'_>) -> Result<GrantId> {
    let version = program::in_force(tx.connection(), tx.today())?;
    let account = ledger::account(tx, member, version.program_id)?;
    let row = NewGrant {
        reward_name: gift.name,
        cost_minor: gift.cost_minor,
        expires_on: Some(gift.expires_on),
        source: "gift",
    };
    let grant = insert_row(tx, account, version.id, &row)?;
    unlock(tx, account, &version, grant, None)?;
    Ok(grant)
}

/// Takes an unused gift back; a used, expired or void one stays as it is. Returns
/// whether it was taken.
pub(crate) fn take_back(tx: &mut Tx<'_>, id: GrantId, reason: &str) -> Result<bool> {
    let grant = find(tx.connection(), id)?;
    if grant.status != GrantStatus::Available {
        return Ok(false);
    }
    let given = last(tx, id, "kind IN ('earn', 'reverse') AND units > 0")?;
    post(
        tx,
        Posting {
            reverses: Some(given),
            reason,
            ..Posting::new(
                grant.account,
                Kind::Reverse,
                -1,
                moves(&grant),
                grant.version,
            )
        },
    )?;
    set_status(tx, id, "void", grant.turn)?;
    Ok(true)
}

/// Gives again what [`take_back`] took: the same grant, for the guest may know its
/// code. One that was not taken back stays as it is.
pub(crate) fn give_again(tx: &mut Tx<'_>, id: GrantId) -> Result<()> {
    let grant = find(tx.connection(), id)?;
    if grant.status != GrantStatus::Void {
        return Ok(());
    }
    let taken = last(tx, id, "kind = 'reverse' AND units < 0")?;
    post(
        tx,
        Posting {
            reverses: Some(taken),
            ..Posting::new(
                grant.account,
                Kind::Reverse,
                1,
                moves(&grant),
                grant.version,
            )
        },
    )?;
    set_status(tx, id, "available", grant.turn + 1)
}

/// The last entry of a grant of which a condition holds.
fn last(tx: &Tx<'_>, id: GrantId, condition: &str) -> Result<EntryId> {
    Ok(tx
        .sql(&format!(
            "SELECT id FROM entry WHERE grant_id = ?1 AND unit = 'grant' AND {condition}
             ORDER BY seq DESC LIMIT 1"
        ))?
        .query_row([id], |row| row.get(0))?)
}
