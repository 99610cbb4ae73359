//! Recomputing every cache from what it was made of.

use std::collections::HashMap;

use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::{
    error::Result,
    id::{AccountId, GrantId, LotId, MemberId, MessageId},
    storage::Store,
};

/// Lines of a verdict; beyond them only the count grows.
const MAX_PROBLEMS: usize = 1_000;

/// What [`Store::verify`] found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How many things were compared.
    pub checked: u64,
    /// What differs, at most 1,000 lines.
    pub problems: Vec<String>,
}

impl Verdict {
    /// Whether everything agrees.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.problems.is_empty()
    }

    fn expect(&mut self, holds: bool, problem: impl FnOnce() -> String) {
        self.checked += 1;
        if !holds {
            self.problem(problem());
        }
    }

    fn problem(&mut self, line: String) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(line);
        }
    }
}

impl Store {
    /// Compares every cache with what it is made of: balances, lots and grants
    /// with the entries, members and visits with their visits and entries, the
    /// search index with the members, the change log with its hashes and
    /// numbers, and the file with SQLite's own checks.
    ///
    /// # Errors
    /// Errors of the disk; what differs is not an error but in the verdict.
    pub fn verify(&self) -> Result<Verdict> {
        self.read(|db| {
            let mut verdict = Verdict::default();
            file(db, &mut verdict)?;
            change_log(db, &mut verdict)?;
            balances(db, &mut verdict)?;
            lots(db, &mut verdict)?;
            grants(db, &mut verdict)?;
            gifts(db, &mut verdict)?;
            messages(db, &mut verdict)?;
            reversals(db, &mut verdict)?;
            visits(db, &mut verdict)?;
            members(db, &mut verdict)?;
            search_index(db, &mut verdict)?;
            Ok(verdict)
        })
    }
}

fn file(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    // A connection keeps the search index's structure in mind, and notices what
    // the writer did to it when a search begins; integrity_check does not look
    // again, and would report an index that another connection changed as corrupt.
    db.query_row(
        "SELECT count(*) FROM (SELECT 1 FROM member_search WHERE member_search MATCH 'a' LIMIT 1)",
        [],
        |_| Ok(()),
    )?;
    let mut statement = db.prepare("PRAGMA integrity_check(100)")?;
    let lines = statement.query_map([], |row| row.get::<_, String>(0))?;
    for line in lines {
        let line = line?;
        verdict.expect(line == "ok", || format!("file: {line}"));
    }
    let mut statement = db.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    verdict.checked += 1;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        verdict.problem(format!(
            "file: a row of {table} points to a {parent} that does not exist"
        ));
    }
    Ok(())
}

fn change_log(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = db
        .prepare("SELECT till_seq, payload, payload_hash FROM change ORDER BY till_id, till_seq")?;
    let mut rows = statement.query([])?;
    let mut last = 0_i64;
    while let Some(row) = rows.next()? {
        let seq: i64 = row.get(0)?;
        let payload = row.get_ref(1)?.as_str()?;
        let hash: [u8; 32] = row.get(2)?;
        let same: [u8; 32] = Sha256::digest(payload.as_bytes()).into();
        verdict.expect(same == hash, || {
            format!("change {seq}: its payload was altered")
        });
        // A till's numbers begin at 1; a new till begins anew.
        verdict.expect(seq == last + 1 || seq == 1, || {
            format!("change {seq}: the number after {last} is missing")
        });
        last = seq;
    }
    let mut statement = db.prepare(
        "SELECT t.number, t.last_seq, (SELECT coalesce(max(till_seq), 0) FROM change c WHERE c.till_id = t.id)
         FROM till t",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (number, last_seq, max_seq): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        verdict.expect(last_seq == max_seq, || {
            format!("till {number}: counts {last_seq} changes, the log holds {max_seq}")
        });
    }
    Ok(())
}

fn balances(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = db.prepare(
        "SELECT a.id, a.balance,
                (SELECT coalesce(sum(e.units), 0) FROM entry e WHERE e.account_id = a.id AND e.unit = 'stamp'),
                (SELECT coalesce(sum(l.remaining), 0) FROM lot l WHERE l.account_id = a.id),
                (SELECT coalesce(sum(e.units), 0) FROM entry e
                 WHERE e.account_id = a.id AND e.unit = 'stamp' AND e.lot_id IS NULL)
         FROM account a",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let id: AccountId = row.get(0)?;
        let (balance, entries, open, debt): (i64, i64, i64, i64) =
            (row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?);
        verdict.expect(balance == entries, || {
            format!("account {id}: balance {balance}, its entries sum to {entries}")
        });
        verdict.expect(balance == open + debt, || {
            format!(
                "account {id}: balance {balance}, its open lots and debt sum to {}",
                open + debt
            )
        });
        verdict.expect(debt <= 0, || {
            format!("account {id}: {debt} stamps without a lot")
        });
        verdict.expect(debt == 0 || open == 0, || {
            format!("account {id}: {open} open stamps beside a debt of {debt}")
        });
    }
    Ok(())
}

fn lots(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    // The sums are gathered in one pass: entries have no index by lot.
    let mut sums: HashMap<LotId, i64> = HashMap::new();
    let mut entries = db.prepare("SELECT lot_id, units FROM entry WHERE lot_id IS NOT NULL")?;
    let mut rows = entries.query([])?;
    while let Some(row) = rows.next()? {
        *sums.entry(row.get(0)?).or_default() += row.get::<_, i64>(1)?;
    }
    let mut statement = db.prepare("SELECT id, remaining FROM lot")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, remaining): (LotId, i64) = (row.get(0)?, row.get(1)?);
        let sum = sums.remove(&id).unwrap_or(0);
        verdict.expect(remaining == sum, || {
            format!("lot {id}: {remaining} left, its entries sum to {sum}")
        });
        verdict.expect(remaining >= 0, || format!("lot {id}: {remaining} left"));
    }
    for id in sums.keys() {
        verdict.problem(format!("lot {id}: entries name it, but it does not exist"));
    }
    Ok(())
}

fn grants(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = db.prepare(
        "SELECT g.id, g.status, g.turn,
                (SELECT coalesce(sum(e.units), 0) FROM entry e WHERE e.grant_id = g.id AND e.unit = 'grant'),
                (SELECT CASE WHEN e.kind = 'redeem' THEN 'redeemed' WHEN e.kind = 'expire' THEN 'expired'
                             WHEN e.kind = 'reverse' AND e.units < 0 THEN 'void' ELSE 'available' END
                 FROM entry e WHERE e.grant_id = g.id AND e.unit = 'grant' ORDER BY e.seq DESC LIMIT 1),
                (SELECT count(*) FROM entry e
                 WHERE e.grant_id = g.id AND e.unit = 'grant' AND e.kind = 'reverse' AND e.units > 0),
                g.source,
                EXISTS (SELECT 1 FROM entry e WHERE e.grant_id = g.id AND e.unit = 'stamp')
         FROM reward_grant g",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, status, turn, in_hand): (GrantId, String, i64, i64) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        let (by_entries, restored): (Option<String>, i64) = (row.get(4)?, row.get(5)?);
        verdict.expect(by_entries.as_deref() == Some(&status), || {
            format!(
                "grant {id}: {status}, its entries say {}",
                by_entries.clone().unwrap_or_default()
            )
        });
        verdict.expect(in_hand == i64::from(status == "available"), || {
            format!("grant {id}: {status}, but its entries sum to {in_hand}")
        });
        let (source, took_stamps): (String, bool) = (row.get(6)?, row.get(7)?);
        verdict.expect((source == "card") == took_stamps, || {
            format!("grant {id}: a {source}, but stamps taken: {took_stamps}")
        });
        verdict.expect(turn == restored, || {
            format!("grant {id}: given back {restored} times, but counts {turn}")
        });
    }
    Ok(())
}

/// A touch brings gifts and no other grants, and one that was left out by the owner
/// leaves none in hand.
fn gifts(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = db.prepare(
        "SELECT g.id, g.source, g.status, t.status, t.reason FROM touch t JOIN reward_grant g ON g.id = t.grant_id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, source, status): (GrantId, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let (touch, reason): (String, String) = (row.get(3)?, row.get(4)?);
        verdict.expect(source == "gift", || {
            format!("grant {id}: a touch brought it, but it is a {source}")
        });
        let left_out = touch == "skipped" && reason == "owner";
        verdict.expect(!(left_out && status == "available"), || {
            format!("grant {id}: in hand, though its touch was left out")
        });
    }
    Ok(())
}

/// A message and its touch tell the same: sent is done, and what is still to be sent
/// is still to be done. That a touch has one message is the database's to keep.
fn messages(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = db.prepare(
        "SELECT q.id, q.status, t.status, q.member_id = t.member_id, q.channel = t.channel, q.attempts
         FROM message q JOIN touch t ON t.id = q.touch_id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, status, touch): (MessageId, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let agrees = match status.as_str() {
            "sent" => touch == "done",
            "waiting" | "sending" => touch == "planned",
            _ => true,
        };
        verdict.expect(agrees, || {
            format!("message {id}: {status}, but its touch is {touch}")
        });
        let (same_member, same_channel, attempts): (bool, bool, i64) =
            (row.get(3)?, row.get(4)?, row.get(5)?);
        verdict.expect(same_member && same_channel, || {
            format!("message {id}: its touch is for somebody else or goes another way")
        });
        let tried = !matches!(status.as_str(), "sending" | "sent" | "unsure") || attempts > 0;
        verdict.expect(tried, || format!("message {id}: {status}, but never tried"));
    }
    Ok(())
}

/// Nothing is taken back more often than it was given.
fn reversals(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = db.prepare(
        "SELECT e.seq, e.units, sum(r.units) FROM entry r JOIN entry e ON e.id = r.reverses GROUP BY e.id",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (seq, units, reversed): (i64, i64, i64) = (row.get(0)?, row.get(1)?, row.get(2)?);
        let sound = units.signum() == -reversed.signum() && reversed.abs() <= units.abs();
        verdict.expect(sound, || {
            format!("entry {seq}: {units} units, {reversed} taken back")
        });
    }
    Ok(())
}

fn visits(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut sums: HashMap<uuid::Uuid, (i64, i64)> = HashMap::new();
    let mut statement = db.prepare(
        "SELECT e.visit_id,
                CASE WHEN e.unit = 'stamp' AND (e.kind = 'earn'
                          OR (e.kind = 'reverse' AND e.grant_id IS NULL)) THEN e.units ELSE 0 END,
                CASE WHEN e.unit = 'grant' AND e.kind = 'redeem' THEN 1
                     WHEN e.unit = 'grant' AND e.kind = 'reverse' AND e.units > 0 THEN -1 ELSE 0 END
         FROM entry e WHERE e.visit_id IS NOT NULL",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let sum = sums
            .entry(row.get::<_, crate::id::VisitId>(0)?.0)
            .or_default();
        sum.0 += row.get::<_, i64>(1)?;
        sum.1 += row.get::<_, i64>(2)?;
    }
    let mut statement = db.prepare("SELECT id, stamps, rewards FROM visit")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (id, stamps, rewards): (crate::id::VisitId, i64, i64) =
            (row.get(0)?, row.get(1)?, row.get(2)?);
        let (by_entries, handed_over) = sums.get(&id.0).copied().unwrap_or_default();
        verdict.expect(stamps == by_entries, || {
            format!("visit {id}: {stamps} stamps, its entries sum to {by_entries}")
        });
        verdict.expect(rewards == handed_over, || {
            format!("visit {id}: {rewards} rewards, its entries sum to {handed_over}")
        });
    }
    Ok(())
}

fn members(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut statement = db.prepare(
        "SELECT m.id, m.visit_count, m.spend_minor, m.first_visit_on, m.last_visit_on, m.last_visit_ms,
                count(v.id), coalesce(sum(coalesce(v.amount_minor, 0) - v.refunded_minor), 0),
                min(v.business_date), max(v.business_date), max(coalesce(max(v.at_ms), 0), 0)
         FROM member m LEFT JOIN visit v ON v.member_id = m.id AND v.status = 'ok' GROUP BY m.id",
    )?;
    let mut rows = statement.query([])?;
    type Cache = (i64, i64, Option<String>, Option<String>, i64);
    while let Some(row) = rows.next()? {
        let id: MemberId = row.get(0)?;
        let cached: Cache = (
            row.get(1)?,
            row.get(2)?,
            row.get(3)?,
            row.get(4)?,
            row.get(5)?,
        );
        let computed: Cache = (
            row.get(6)?,
            row.get(7)?,
            row.get(8)?,
            row.get(9)?,
            row.get(10)?,
        );
        verdict.expect(cached == computed, || {
            format!("member {id}: kept {cached:?}, the visits give {computed:?}")
        });
    }
    Ok(())
}

/// Asks the index for a word of each member: names folded with today's rules.
fn search_index(db: &Connection, verdict: &mut Verdict) -> Result<()> {
    let mut find = db.prepare(
        "SELECT EXISTS (SELECT 1 FROM member_search WHERE member_search MATCH ?1 AND rowid = ?2)",
    )?;
    let mut statement = db.prepare("SELECT rid, id, name, name_folded FROM member")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let (rid, id, name, folded): (i64, MemberId, String, String) =
            (row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?);
        verdict.expect(crate::text::fold(&name) == folded, || {
            format!("member {id}: its name is folded wrongly")
        });
        // A letter younger than the index's tokenizer (Unicode 6.1) parts words there.
        let known = |letter: char| matches!(letter, 'a'..='z' | '0'..='9' | 'а'..='я' | 'α'..='ω');
        if let Some(word) = folded
            .split(' ')
            .find(|word| !word.is_empty() && word.chars().all(known))
        {
            let found: bool =
                find.query_row((format!("name_folded : \"{word}\""), rid), |row| row.get(0))?;
            verdict.expect(found, || {
                format!("member {id}: the search index does not know {word:?}")
            });
        }
    }
    Ok(())
}
