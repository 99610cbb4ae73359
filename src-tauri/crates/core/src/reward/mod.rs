//! Grants: rewards in hand, unlocked by a full card and handed over once.

pub(crate) mod gift;

use rand::seq::IndexedRandom;
use rusqlite::{Connection, OptionalExtension, Row, params};

use crate::{
    error::{Code, Error, Result},
    id::{AccountId, EntryId, GrantId, LotId, MemberId, ProgramVersionId, VisitId},
    ledger::{Kind, Moves, Posting, post, twin_lot},
    member::{GrantStatus, GrantView},
    program::Version,
    storage::{Tx, count},
    time,
};

/// Letters of a code: none that can be taken for another when read out.
const CODE_LETTERS: &[u8] = b"23456789ABCDEFGHJKMNPQRSTUVWXYZ";

/// A grant as the ledger needs it.
#[derive(Debug, Clone)]
pub(crate) struct Grant {
    pub(crate) id: GrantId,
    pub(crate) account: AccountId,
    pub(crate) member: MemberId,
    pub(crate) version: ProgramVersionId,
    pub(crate) status: GrantStatus,
    pub(crate) turn: i64,
    pub(crate) expires_on: Option<chrono::NaiveDate>,
}

/// Writes the grant's row of a full card; [`unlock`] posts its first entry once its
/// stamps are taken.
pub(crate) fn insert(tx: &mut Tx<'_>, account: AccountId, version: &Version) -> Result<GrantId> {
    let expires_on = version
        .rules
        .reward_lifetime
        .map(|lifetime| time::last_day(tx.today(), lifetime))
        .transpose()?;
    let row = NewGrant {
        reward_name: &version.rules.reward_name,
        cost_minor: version.rules.reward_cost_minor,
        expires_on,
        source: "card",
    };
    insert_row(tx, account, version.id, &row)
}

/// The columns of a new grant that depend on where it comes from.
pub(crate) struct NewGrant<'a> {
    pub(crate) reward_name: &'a str,
    pub(crate) cost_minor: i64,
    pub(crate) expires_on: Option<chrono::NaiveDate>,
    /// `card` or `gift`.
    pub(crate) source: &'static str,
}

pub(crate) fn insert_row(
    tx: &mut Tx<'_>,
    account: AccountId,
    version: ProgramVersionId,
    row: &NewGrant<'_>,
) -> Result<GrantId> {
    let grant = GrantId(tx.new_uuid());
    let code = free_code(tx)?;
    let seq: i64 = tx
        .sql("SELECT coalesce(max(seq), 0) + 1 FROM entry")?
        .query_row([], |row| row.get(0))?;
    tx.sql(
        "INSERT INTO reward_grant (id, account_id, code, reward_name, cost_minor, program_version_id,
                                   status, unlocked_at_ms, unlocked_seq, expires_on, source)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'available', ?7, ?8, ?9, ?10)",
    )?
    .execute(params![
        grant,
        account,
        code,
        row.reward_name,
        row.cost_minor,
        version,
        tx.now_ms(),
        seq,
        row.expires_on,
        row.source,
    ])?;
    Ok(grant)
}

/// Posts the +1 of a grant whose stamps were taken.
pub(crate) fn unlock(
    tx: &mut Tx<'_>,
    account: AccountId,
    version: &Version,
    grant: GrantId,
    visit: Option<VisitId>,
) -> Result<()> {
    post(
        tx,
        Posting {
            visit,
            ..Posting::new(
                account,
                Kind::Earn,
                1,
                Moves::Grant { id: grant, turn: 0 },
                version.id,
            )
        },
    )?;
    Ok(())
}

fn free_code(tx: &mut Tx<'_>) -> Result<String> {
    loop {
        let mut code = String::with_capacity(7);
        for position in 0..6 {
            if position == 3 {
                code.push('-');
            }
            if let Some(letter) = CODE_LETTERS.choose(tx.random()) {
                code.push(char::from(*letter));
            }
        }
        let taken: bool = tx
            .sql("SELECT EXISTS (SELECT 1 FROM reward_grant WHERE code = ?1)")?
            .query_row([&code], |row| row.get(0))?;
        if !taken {
            return Ok(code);
        }
    }
}

/// A grant by its id.
pub(crate) fn find(db: &Connection, id: GrantId) -> Result<Grant> {
    db.prepare_cached(
        "SELECT g.id, g.account_id, a.member_id, g.program_version_id, g.status, g.turn, g.expires_on
         FROM reward_grant g JOIN account a ON a.id = g.account_id WHERE g.id = ?1",
    )?
    .query_row([id], |row| {
        Ok(Grant {
            id: row.get(0)?,
            account: row.get(1)?,
            member: row.get(2)?,
            version: row.get(3)?,
            status: status(&row.get::<_, String>(4)?),
            turn: row.get(5)?,
            expires_on: row.get(6)?,
        })
    })
    .optional()?
    .ok_or_else(|| Code::GrantNotFound.into())
}

fn status(text: &str) -> GrantStatus {
    match text {
        "available" => GrantStatus::Available,
        "redeemed" => GrantStatus::Redeemed,
        "expired" => GrantStatus::Expired,
        _ => GrantStatus::Void,
    }
}

/// Hands a grant over at a visit: once, whatever happens.
///
/// # Errors
/// `grant_redeemed`, `grant_expired`, `grant_void`, `grant_of_other`.
pub(crate) fn redeem(tx: &mut Tx<'_>, id: GrantId, member: MemberId, visit: VisitId) -> Result<()> {
    let grant = find(tx.connection(), id)?;
    if grant.member != member {
        return Err(Code::GrantOfOther.into());
    }
    match grant.status {
        GrantStatus::Available => {}
        GrantStatus::Redeemed => return Err(Code::GrantRedeemed.into()),
        GrantStatus::Expired => return Err(Code::GrantExpired.into()),
        GrantStatus::Void => return Err(Code::GrantVoid.into()),
    }
    if let Some(expires_on) = grant.expires_on.filter(|last| *last < tx.today()) {
        return Err(Error::new(Code::GrantExpired).arg("expires_on", expires_on));
    }
    post(
        tx,
        Posting {
            visit: Some(visit),
            ..Posting::new(
                grant.account,
                Kind::Redeem,
                -1,
                moves(&grant),
                grant.version,
            )
        },
    )?;
    set_status(tx, id, "redeemed", grant.turn)?;
    tx.sql("UPDATE visit SET rewards = rewards + 1 WHERE id = ?1")?
        .execute([visit])?;
    Ok(())
}

/// Gives a handed-over grant back.
pub(crate) fn restore(
    tx: &mut Tx<'_>,
    id: GrantId,
    redemption: EntryId,
    visit: VisitId,
    reason: &str,
) -> Result<()> {
    let grant = find(tx.connection(), id)?;
    post(
        tx,
        Posting {
            visit: Some(visit),
            reverses: Some(redemption),
            reason,
            ..Posting::new(
                grant.account,
                Kind::Reverse,
                1,
                moves(&grant),
                grant.version,
            )
        },
    )?;
    set_status(tx, id, "available", grant.turn + 1)?;
    tx.sql("UPDATE visit SET rewards = rewards - 1 WHERE id = ?1")?
        .execute([visit])?;
    Ok(())
}

/// Takes back the account's newest unused grant of a full card; its stamps return to
/// their lots. A gift took none, and stays. Returns whether there was one.
pub(crate) fn void_newest_unused(tx: &mut Tx<'_>, account: AccountId) -> Result<bool> {
    let newest: Option<GrantId> = tx
        .sql(
            "SELECT id FROM reward_grant WHERE account_id = ?1 AND status = 'available' AND source = 'card'
             AND (expires_on IS NULL OR expires_on >= ?2) ORDER BY unlocked_seq DESC LIMIT 1",
        )?
        .query_row(params![account, tx.today()], |row| row.get(0))
        .optional()?;
    let Some(id) = newest else { return Ok(false) };
    let grant = find(tx.connection(), id)?;
    type Spent = (EntryId, LotId, i64, ProgramVersionId);
    let spent = tx
        .sql(
            "SELECT e.id, e.lot_id, e.units, e.program_version_id FROM entry e
             WHERE e.grant_id = ?1 AND e.unit = 'stamp' AND e.kind = 'redeem' ORDER BY e.seq",
        )?
        .query_map([id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
        })?
        .collect::<rusqlite::Result<Vec<Spent>>>()?;
    let unlocked: EntryId = tx
        .sql("SELECT id FROM entry WHERE grant_id = ?1 AND unit = 'grant' AND kind = 'earn' ORDER BY seq LIMIT 1")?
        .query_row([id], |row| row.get(0))?;
    post(
        tx,
        Posting {
            reverses: Some(unlocked),
            reason: "void",
            ..Posting::new(account, Kind::Reverse, -1, moves(&grant), grant.version)
        },
    )?;
    for (entry, lot, units, version) in spent {
        // Lots of a merged member's account are closed; the stamps come back as
        // a lot of this account.
        let lot = home_lot(tx, account, lot)?;
        post(
            tx,
            Posting {
                into_grant: Some(id),
                reverses: Some(entry),
                reason: "void",
                ..Posting::new(account, Kind::Reverse, -units, Moves::Lot(lot), version)
            },
        )?;
    }
    set_status(tx, id, "void", grant.turn)?;
    Ok(true)
}

/// The lot itself if it is the account's own, or a twin of it in the account.
fn home_lot(tx: &mut Tx<'_>, account: AccountId, lot: LotId) -> Result<LotId> {
    let owner: AccountId = tx
        .sql("SELECT account_id FROM lot WHERE id = ?1")?
        .query_row([lot], |row| row.get(0))?;
    if owner == account {
        Ok(lot)
    } else {
        twin_lot(tx, lot, account)
    }
}

/// Expires the grants whose last day has passed. Returns how many.
pub(crate) fn expire(tx: &mut Tx<'_>) -> Result<u32> {
    let due = tx
        .sql(
            "SELECT id FROM reward_grant WHERE status = 'available' AND expires_on < ?1 ORDER BY unlocked_seq",
        )?
        .query_map([tx.today()], |row| row.get::<_, GrantId>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for id in &due {
        let grant = find(tx.connection(), *id)?;
        post(
            tx,
            Posting::new(
                grant.account,
                Kind::Expire,
                -1,
                moves(&grant),
                grant.version,
            ),
        )?;
        set_status(tx, *id, "expired", grant.turn)?;
    }
    Ok(count(i64::try_from(due.len()).unwrap_or(i64::MAX)))
}

/// Moves the unused grants of one account to another, by a pair of transfers each.
pub(crate) fn move_available(tx: &mut Tx<'_>, from: AccountId, into: AccountId) -> Result<()> {
    let grants = tx
        .sql("SELECT id FROM reward_grant WHERE account_id = ?1 AND status = 'available' ORDER BY unlocked_seq")?
        .query_map([from], |row| row.get::<_, GrantId>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for id in grants {
        let grant = find(tx.connection(), id)?;
        for (account, units) in [(from, -1), (into, 1)] {
            post(
                tx,
                Posting {
                    reason: "merge",
                    ..Posting::new(account, Kind::Transfer, units, moves(&grant), grant.version)
                },
            )?;
        }
    }
    // Redeemed and expired ones go along too: the history is one now.
    tx.sql("UPDATE reward_grant SET account_id = ?2 WHERE account_id = ?1")?
        .execute(params![from, into])?;
    Ok(())
}

pub(crate) fn moves(grant: &Grant) -> Moves {
    Moves::Grant {
        id: grant.id,
        turn: grant.turn,
    }
}

pub(crate) fn set_status(tx: &Tx<'_>, id: GrantId, status: &str, turn: i64) -> Result<()> {
    tx.sql("UPDATE reward_grant SET status = ?2, turn = ?3 WHERE id = ?1")?
        .execute(params![id, status, turn])?;
    Ok(())
}

const VIEW: &str = "SELECT g.id, g.code, g.reward_name, g.status, g.unlocked_at_ms, g.expires_on
                    FROM reward_grant g JOIN account a ON a.id = g.account_id";

fn view_row(row: &Row<'_>) -> rusqlite::Result<GrantView> {
    Ok(GrantView {
        id: row.get(0)?,
        code: row.get(1)?,
        reward_name: row.get(2)?,
        status: status(&row.get::<_, String>(3)?),
        unlocked_at_ms: row.get(4)?,
        expires_on: row.get(5)?,
    })
}

/// A grant as screens see it.
pub(crate) fn view(db: &Connection, id: GrantId) -> Result<GrantView> {
    Ok(db
        .prepare_cached(&format!("{VIEW} WHERE g.id = ?1"))?
        .query_row([id], view_row)?)
}

/// The grants a member can redeem on a date, soonest to expire first.
pub(crate) fn available(
    db: &Connection,
    member: MemberId,
    today: chrono::NaiveDate,
) -> Result<Vec<GrantView>> {
    let sql = format!(
        "{VIEW} WHERE a.member_id = ?1 AND g.status = 'available' AND (g.expires_on IS NULL OR g.expires_on >= ?2)
         ORDER BY g.expires_on IS NULL, g.expires_on, g.unlocked_seq"
    );
    let grants = db
        .prepare_cached(&sql)?
        .query_map(params![member, today], view_row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(grants)
}

/// All grants of a member, newest first.
pub(crate) fn all(db: &Connection, member: MemberId) -> Result<Vec<GrantView>> {
    let sql = format!("{VIEW} WHERE a.member_id = ?1 ORDER BY g.unlocked_seq DESC LIMIT 500");
    let grants = db
        .prepare_cached(&sql)?
        .query_map([member], view_row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(grants)
}
