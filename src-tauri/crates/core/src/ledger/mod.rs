//! The append-only ledger: every stamp and every reward in hand is a sum of
//! entries, and nothing else.
//!
//! Entries are posted through `post`, which keeps the caches (`account.balance`,
//! `lot.remaining`) in step in the same statement's transaction; `verify`
//! recomputes them. The shape of the books:
//!
//! - an **earn** opens a lot; what is spent, expires or is taken back names the
//!   lot it comes from, one entry for each lot;
//! - a full card **redeems** stamps into a grant (a reward in hand), and the grant
//!   has entries of its own: +1 when unlocked, −1 when handed over, expired or
//!   taken back;
//! - what is taken back beyond the open lots is **debt**: an entry without a lot.
//!   The next earnings repay it by a pair of transfers. Debt and open lots never
//!   stand side by side.

mod take_back;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, named_params, params};

pub(crate) use take_back::{
    Outcome, restore_redemptions, restore_redemptions_of, take_back_earned,
};

use crate::{
    error::{Result, overflow},
    id::{AccountId, EntryId, GrantId, LotId, MemberId, ProgramId, ProgramVersionId, VisitId},
    program::Version,
    reward,
    storage::{Op, Store, Tx, WriteRequest, count},
    time,
};

/// Why an entry was made.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Kind {
    Earn,
    Redeem,
    Expire,
    Adjust,
    Reverse,
    Transfer,
}

impl Kind {
    fn as_str(self) -> &'static str {
        match self {
            Self::Earn => "earn",
            Self::Redeem => "redeem",
            Self::Expire => "expire",
            Self::Adjust => "adjust",
            Self::Reverse => "reverse",
            Self::Transfer => "transfer",
        }
    }
}

/// What an entry moves.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Moves {
    /// Stamps of a lot.
    Lot(LotId),
    /// Debt: stamps without a lot.
    Debt,
    /// A reward in hand: +1 or −1.
    Grant { id: GrantId, turn: i64 },
}

/// One line to be written.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Posting<'a> {
    pub(crate) account: AccountId,
    pub(crate) kind: Kind,
    pub(crate) units: i64,
    pub(crate) moves: Moves,
    /// The grant that stamps were turned into.
    pub(crate) into_grant: Option<GrantId>,
    pub(crate) visit: Option<VisitId>,
    pub(crate) version: ProgramVersionId,
    pub(crate) reverses: Option<EntryId>,
    pub(crate) reason: &'a str,
}

impl Posting<'_> {
    /// A line with nothing optional set.
    pub(crate) fn new(
        account: AccountId,
        kind: Kind,
        units: i64,
        moves: Moves,
        version: ProgramVersionId,
    ) -> Self {
        Self {
            account,
            kind,
            units,
            moves,
            into_grant: None,
            visit: None,
            version,
            reverses: None,
            reason: "",
        }
    }
}

/// Writes one entry and keeps the caches in step.
pub(crate) fn post(tx: &mut Tx<'_>, posting: Posting<'_>) -> Result<(EntryId, i64)> {
    let id = EntryId(tx.new_uuid());
    let (unit, lot, grant, turn) = match posting.moves {
        Moves::Lot(lot) => ("stamp", Some(lot), posting.into_grant, None),
        Moves::Debt => ("stamp", None, posting.into_grant, None),
        Moves::Grant { id, turn } => ("grant", None, Some(id), Some(turn)),
    };
    tx.sql(
        "INSERT INTO entry (id, account_id, kind, unit, units, lot_id, grant_id, grant_turn, visit_id,
                            program_version_id, reverses, reason, at_ms, business_date, change_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15)",
    )?
    .execute(params![
        id,
        posting.account,
        posting.kind.as_str(),
        unit,
        posting.units,
        lot,
        grant,
        turn,
        posting.visit,
        posting.version,
        posting.reverses,
        posting.reason,
        tx.now_ms(),
        tx.today(),
        tx.change_id(),
    ])?;
    let seq = tx.connection().last_insert_rowid();
    if unit == "stamp" {
        let balance: i64 = tx
            .sql("SELECT balance FROM account WHERE id = ?1")?
            .query_row([posting.account], |row| row.get(0))?;
        let balance = balance.checked_add(posting.units).ok_or_else(overflow)?;
        tx.sql("UPDATE account SET balance = ?2 WHERE id = ?1")?
            .execute(params![posting.account, balance])?;
    }
    if let Some(lot) = lot
        && posting.kind != Kind::Earn
    {
        tx.sql("UPDATE lot SET remaining = remaining + ?2 WHERE id = ?1")?
            .execute(params![lot, posting.units])?;
    }
    Ok((id, seq))
}

/// The account of a member in a program; it is opened on first use.
pub(crate) fn account(tx: &mut Tx<'_>, member: MemberId, program: ProgramId) -> Result<AccountId> {
    if let Some(account) = find_account(tx.connection(), member, program)? {
        return Ok(account);
    }
    let account = AccountId(tx.new_uuid());
    tx.sql("INSERT INTO account (id, member_id, program_id) VALUES (?1, ?2, ?3)")?
        .execute(params![account, member, program])?;
    Ok(account)
}

pub(crate) fn find_account(
    db: &Connection,
    member: MemberId,
    program: ProgramId,
) -> Result<Option<AccountId>> {
    Ok(db
        .prepare_cached("SELECT id FROM account WHERE member_id = ?1 AND program_id = ?2")?
        .query_row(params![member, program], |row| row.get(0))
        .optional()?)
}

/// Stamps of an account; negative if refunds took more than there was.
pub(crate) fn balance(db: &Connection, account: AccountId) -> Result<i64> {
    Ok(db
        .prepare_cached("SELECT balance FROM account WHERE id = ?1")?
        .query_row([account], |row| row.get(0))?)
}

/// SQL: the stamps of the account `a` that are good on the day `:today`. A lot whose
/// last day has passed counts no more, even before the daily run has expired it.
pub(crate) const STANDING: &str = "(a.balance - (SELECT coalesce(sum(l.remaining), 0) FROM lot l
     WHERE l.account_id = a.id AND l.remaining > 0 AND l.expires_on < :today))";

/// The balance without stamps whose last day has passed: the day's run, which takes
/// them out of the ledger, may not have come yet.
pub(crate) fn standing(db: &Connection, account: AccountId, today: NaiveDate) -> Result<i64> {
    Ok(db
        .prepare_cached(&format!(
            "SELECT {STANDING} FROM account a WHERE a.id = :account"
        ))?
        .query_row(
            named_params! { ":account": account, ":today": today },
            |row| row.get(0),
        )?)
}

/// Gives stamps: opens a lot and settles the account. Returns the grants that
/// were unlocked.
pub(crate) fn earn(
    tx: &mut Tx<'_>,
    account: AccountId,
    version: &Version,
    stamps: u32,
    visit: Option<VisitId>,
    reason: &str,
) -> Result<Vec<GrantId>> {
    if stamps > 0 {
        let expires_on = version
            .rules
            .stamp_lifetime
            .map(|lifetime| time::last_day(tx.today(), lifetime))
            .transpose()?;
        let lot = LotId(tx.new_uuid());
        let next_seq: i64 = tx
            .sql("SELECT coalesce(max(seq), 0) + 1 FROM entry")?
            .query_row([], |row| row.get(0))?;
        tx.sql(
            "INSERT INTO lot (id, account_id, remaining, earned_seq, spendable_from, expires_on)
             VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
        )?
        .execute(params![
            lot,
            account,
            stamps,
            next_seq,
            tx.today(),
            expires_on
        ])?;
        let (_, seq) = post(
            tx,
            Posting {
                visit,
                reason,
                ..Posting::new(
                    account,
                    Kind::Earn,
                    i64::from(stamps),
                    Moves::Lot(lot),
                    version.id,
                )
            },
        )?;
        debug_assert_eq!(seq, next_seq);
    }
    settle(tx, account, version, visit)
}

/// An empty lot of an account that goes on with the stamps of another lot: the
/// same earn behind it, the same dates. So a merge neither makes stamps younger
/// nor hides from a refund which of them have expired.
pub(crate) fn twin_lot(tx: &mut Tx<'_>, lot: LotId, account: AccountId) -> Result<LotId> {
    let twin = LotId(tx.new_uuid());
    tx.sql(
        "INSERT INTO lot (id, account_id, remaining, earned_seq, spendable_from, expires_on)
         SELECT ?1, ?2, 0, earned_seq, spendable_from, expires_on FROM lot WHERE id = ?3",
    )?
    .execute(params![twin, account, lot])?;
    Ok(twin)
}

/// Brings an account in order: what is due expires, debt is repaid from open
/// lots, and full cards become grants. Surplus stamps stay for the next card.
pub(crate) fn settle(
    tx: &mut Tx<'_>,
    account: AccountId,
    version: &Version,
    visit: Option<VisitId>,
) -> Result<Vec<GrantId>> {
    expire_lots(tx, Some(account))?;
    repay(tx, account, version.id)?;
    let required = i64::from(version.rules.stamps_required);
    let mut unlocked = Vec::new();
    while balance(tx.connection(), account)? >= required {
        let grant = reward::insert(tx, account, version)?;
        for (lot, units) in plan_take(tx.connection(), account, required, None)? {
            post(
                tx,
                Posting {
                    into_grant: Some(grant),
                    visit,
                    ..Posting::new(account, Kind::Redeem, -units, Moves::Lot(lot), version.id)
                },
            )?;
        }
        reward::unlock(tx, account, version, grant, visit)?;
        unlocked.push(grant);
    }
    Ok(unlocked)
}

/// Debt is what the open lots exceed the balance by.
fn repay(tx: &mut Tx<'_>, account: AccountId, version: ProgramVersionId) -> Result<()> {
    let open = open_units(tx.connection(), account)?;
    let debt = open - balance(tx.connection(), account)?;
    if debt <= 0 || open == 0 {
        return Ok(());
    }
    for (lot, units) in plan_take(tx.connection(), account, debt.min(open), None)? {
        let line = |units, moves| Posting {
            reason: "repay",
            ..Posting::new(account, Kind::Transfer, units, moves, version)
        };
        post(tx, line(-units, Moves::Lot(lot)))?;
        post(tx, line(units, Moves::Debt))?;
    }
    Ok(())
}

/// Stamps in open lots.
pub(crate) fn open_units(db: &Connection, account: AccountId) -> Result<i64> {
    Ok(db
        .prepare_cached(
            "SELECT coalesce(sum(remaining), 0) FROM lot WHERE account_id = ?1 AND remaining > 0",
        )?
        .query_row([account], |row| row.get(0))?)
}

/// From which lots up to `units` stamps would be taken: those of the earn named
/// first, then soonest to expire first, then oldest.
pub(crate) fn plan_take(
    db: &Connection,
    account: AccountId,
    units: i64,
    earned_seq: Option<i64>,
) -> Result<Vec<(LotId, i64)>> {
    let mut statement = db.prepare_cached(
        "SELECT id, remaining FROM lot WHERE account_id = ?1 AND remaining > 0
         ORDER BY earned_seq IS NOT ?2, expires_on IS NULL, expires_on, earned_seq",
    )?;
    let mut rows = statement.query(params![account, earned_seq])?;
    let mut plan = Vec::new();
    let mut missing = units;
    while missing > 0 {
        let Some(row) = rows.next()? else { break };
        let taken = missing.min(row.get(1)?);
        plan.push((row.get(0)?, taken));
        missing -= taken;
    }
    Ok(plan)
}

/// Expires the lots whose last day has passed: one entry each. Returns stamps.
fn expire_lots(tx: &mut Tx<'_>, account: Option<AccountId>) -> Result<i64> {
    type Due = (LotId, AccountId, i64, ProgramVersionId);
    let read = |row: &rusqlite::Row<'_>| -> rusqlite::Result<Due> {
        Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?))
    };
    let today = tx.today();
    let due = match account {
        Some(account) => tx
            .sql(
                "SELECT l.id, l.account_id, l.remaining, e.program_version_id
                 FROM lot l JOIN entry e ON e.seq = l.earned_seq
                 WHERE l.account_id = ?1 AND l.remaining > 0 AND l.expires_on < ?2 ORDER BY l.earned_seq",
            )?
            .query_map(params![account, today], read)?
            .collect::<rusqlite::Result<Vec<_>>>()?,
        None => tx
            .sql(
                "SELECT l.id, l.account_id, l.remaining, e.program_version_id
                 FROM lot l JOIN entry e ON e.seq = l.earned_seq
                 WHERE l.remaining > 0 AND l.expires_on < ?1 ORDER BY l.earned_seq",
            )?
            .query_map([today], read)?
            .collect::<rusqlite::Result<Vec<_>>>()?,
    };
    let mut stamps: i64 = 0;
    for (lot, account, remaining, version) in due {
        post(
            tx,
            Posting::new(account, Kind::Expire, -remaining, Moves::Lot(lot), version),
        )?;
        stamps = stamps.checked_add(remaining).ok_or_else(overflow)?;
    }
    Ok(stamps)
}

/// What a day's run did.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, serde::Serialize, serde::Deserialize)]
pub struct DailyRun {
    /// Stamps that expired.
    pub stamps_expired: i64,
    /// Rewards that expired.
    pub grants_expired: u32,
}

impl Store {
    /// Expires what is due by the business date of `request.now_ms`, catching up
    /// on all days the PC was off. Writes nothing if nothing is due.
    ///
    /// # Errors
    /// `no_shop` before there is one; errors of the disk.
    pub fn daily_run(&self, request: WriteRequest) -> Result<DailyRun> {
        let due = self.read(|db| {
            let today = crate::shop::settings(db)?.calendar.business_date(request.now_ms)?;
            let lots: bool = db.query_row(
                "SELECT EXISTS (SELECT 1 FROM lot WHERE remaining > 0 AND expires_on < ?1)",
                [today],
                |row| row.get(0),
            )?;
            let grants: bool = db.query_row(
                "SELECT EXISTS (SELECT 1 FROM reward_grant WHERE status = 'available' AND expires_on < ?1)",
                [today],
                |row| row.get(0),
            )?;
            // A retry gets the result of the run that was, also when nothing is due any more.
            let again: bool = db.query_row(
                "SELECT EXISTS (SELECT 1 FROM change WHERE request_id = ?1)",
                [request.request_id],
                |row| row.get(0),
            )?;
            Ok(lots || grants || again)
        })?;
        if !due {
            return Ok(DailyRun::default());
        }
        self.write(request, Op("day.run"), &(), run_day)
    }
}

/// Expires what is due at the transaction's moment.
pub(crate) fn run_day(tx: &mut Tx<'_>) -> Result<DailyRun> {
    let stamps_expired = expire_lots(tx, None)?;
    let grants_expired = reward::expire(tx)?;
    Ok(DailyRun {
        stamps_expired,
        grants_expired,
    })
}

/// Stamps a member earned on a business date and kept: what the daily cap counts.
pub(crate) fn earned_on(db: &Connection, member: MemberId, date: NaiveDate) -> Result<u32> {
    let stamps: i64 = db
        .prepare_cached(
            "SELECT coalesce(sum(stamps), 0) FROM visit
             WHERE member_id = ?1 AND business_date = ?2 AND status = 'ok'",
        )?
        .query_row(params![member, date], |row| row.get(0))?;
    Ok(count(stamps))
}

/// Moves everything one account holds to another: open lots with their dates,
/// debt, and rewards in hand. Used when members are merged.
pub(crate) fn merge(
    tx: &mut Tx<'_>,
    from: AccountId,
    into: AccountId,
    version: ProgramVersionId,
) -> Result<()> {
    let lots = tx
        .sql(
            "SELECT l.id, l.remaining, e.program_version_id
             FROM lot l JOIN entry e ON e.seq = l.earned_seq
             WHERE l.account_id = ?1 AND l.remaining > 0 ORDER BY l.earned_seq",
        )?
        .query_map([from], |row| {
            Ok((
                row.get::<_, LotId>(0)?,
                row.get::<_, i64>(1)?,
                row.get::<_, ProgramVersionId>(2)?,
            ))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (lot, remaining, earned_under) in lots {
        let twin = twin_lot(tx, lot, into)?;
        for (account, units, lot) in [(from, -remaining, lot), (into, remaining, twin)] {
            post(
                tx,
                Posting {
                    reason: "merge",
                    ..Posting::new(
                        account,
                        Kind::Transfer,
                        units,
                        Moves::Lot(lot),
                        earned_under,
                    )
                },
            )?;
        }
    }
    let debt = balance(tx.connection(), from)?;
    if debt != 0 {
        for (account, units) in [(from, -debt), (into, debt)] {
            post(
                tx,
                Posting {
                    reason: "merge",
                    ..Posting::new(account, Kind::Transfer, units, Moves::Debt, version)
                },
            )?;
        }
    }
    reward::move_available(tx, from, into)
}
