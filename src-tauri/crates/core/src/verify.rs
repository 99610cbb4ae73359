//! Recomputing every cache from what it was made of.

use std::{collections::HashMap, fmt};

use chrono::{DateTime, SecondsFormat};
use rusqlite::Connection;
use sha2::{Digest, Sha256};

use crate::{
    amount,
    error::Result,
    id::{AccountId, GrantId, LotId, MemberId, MessageId},
    shop,
    storage::Store,
};

/// Problems of a verdict; beyond them only the count grows.
const MAX_PROBLEMS: usize = 1_000;

/// What [`Store::verify`] found.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Verdict {
    /// How many things were compared.
    pub checked: u64,
    /// What differs, at most 1,000.
    pub problems: Vec<Problem>,
}

/// The codes of what can differ. Each has a message `verify-problem-<code>`.
pub const PROBLEM_CODES: [&str; 31] = [
    "balance_debt",
    "balance_entries",
    "balance_lotless",
    "balance_lots",
    "change_missing",
    "change_payload",
    "file",
    "file_link",
    "gift_left_out",
    "gift_source",
    "grant_in_hand",
    "grant_stamps",
    "grant_status",
    "grant_turn",
    "lot_entries",
    "lot_gone",
    "lot_negative",
    "member_first_visit",
    "member_last_time",
    "member_last_visit",
    "member_spend",
    "member_visits",
    "message_other",
    "message_touch",
    "message_untried",
    "name_folded",
    "search_word",
    "taken_back",
    "till_count",
    "visit_rewards",
    "visit_stamps",
];

/// One thing that differs from what it is made of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// One of [`PROBLEM_CODES`].
    pub code: &'static str,
    /// What it is about, by id or number; `kept`, what is stored; `found`, what it
    /// is made of.
    pub facts: Vec<(&'static str, String)>,
}

impl Problem {
    fn new(code: &'static str) -> Self {
        Self {
            code,
            facts: Vec::new(),
        }
    }

    fn of(code: &'static str, what: &'static str, id: impl ToString) -> Self {
        Self::new(code).fact(what, id)
    }

    fn fact(mut self, name: &'static str, value: impl ToString) -> Self {
        self.facts.push((name, value.to_string()));
        self
    }

    fn differs(self, kept: impl ToString, found: impl ToString) -> Self {
        self.fact("kept", kept).fact("found", found)
    }
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.code)?;
        for (name, value) in &self.facts {
            write!(f, " {name}={value}")?;
        }
        Ok(())
    }
}

impl Verdict {
    /// Whether everything agrees.
    #[must_use]
    pub fn ok(&self) -> bool {
        self.problems.is_empty()
    }

    fn expect(&mut self, holds: bool, problem: impl FnOnce() -> Problem) {
        self.checked += 1;
        if !holds {
            self.problem(problem());
        }
    }

    fn problem(&mut self, problem: Problem) {
        if self.problems.len() < MAX_PROBLEMS {
            self.problems.push(problem);
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
        verdict.expect(line == "ok", || Problem::new("file").fact("detail", &line));
    }
    let mut statement = db.prepare("PRAGMA foreign_key_check")?;
    let mut rows = statement.query([])?;
    verdict.checked += 1;
    while let Some(row) = rows.next()? {
        let (table, parent): (String, String) = (row.get(0)?, row.get(2)?);
        verdict.problem(
            Problem::new("file_link")
                .fact("table", table)
                .fact("parent", parent),
        );
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
            Problem::of("change_payload", "change", seq)
        });
        // A till's numbers begin at 1; a new till begins anew.
        verdict.expect(seq == last + 1 || seq == 1, || {
            Problem::of("change_missing", "change", seq).fact("after", last)
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
            Problem::of("till_count", "till", number).differs(last_seq, max_seq)
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
            Problem::of("balance_entries", "account", id).differs(balance, entries)
        });
        verdict.expect(balance == open + debt, || {
            Problem::of("balance_lots", "account", id).differs(balance, open + debt)
        });
        verdict.expect(debt <= 0, || {
            Problem::of("balance_lotless", "account", id).fact("found", debt)
        });
        verdict.expect(debt == 0 || open == 0, || {
            Problem::of("balance_debt", "account", id).differs(open, -debt)
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
            Problem::of("lot_entries", "lot", id).differs(remaining, sum)
        });
        verdict.expect(remaining >= 0, || {
            Problem::of("lot_negative", "lot", id).fact("kept", remaining)
        });
    }
    for id in sums.keys() {
        verdict.problem(Problem::of("lot_gone", "lot", id));
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
            let found = by_entries.as_deref().unwrap_or("–");
            Problem::of("grant_status", "grant", id).differs(&status, found)
        });
        verdict.expect(in_hand == i64::from(status == "available"), || {
            Problem::of("grant_in_hand", "grant", id).differs(&status, in_hand)
        });
        let (source, took_stamps): (String, bool) = (row.get(6)?, row.get(7)?);
        verdict.expect((source == "card") == took_stamps, || {
            Problem::of("grant_stamps", "grant", id).fact("kept", &source)
        });
        verdict.expect(turn == restored, || {
            Problem::of("grant_turn", "grant", id).differs(turn, restored)
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
            Problem::of("gift_source", "grant", id).fact("kept", &source)
        });
        let left_out = touch == "skipped" && reason == "owner";
        verdict.expect(!(left_out && status == "available"), || {
            Problem::of("gift_left_out", "grant", id)
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
            Problem::of("message_touch", "message", id).differs(&status, &touch)
        });
        let (same_member, same_channel, attempts): (bool, bool, i64) =
            (row.get(3)?, row.get(4)?, row.get(5)?);
        verdict.expect(same_member && same_channel, || {
            Problem::of("message_other", "message", id)
        });
        let tried = !matches!(status.as_str(), "sending" | "sent" | "unsure") || attempts > 0;
        verdict.expect(tried, || {
            Problem::of("message_untried", "message", id).fact("kept", &status)
        });
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
            Problem::of("taken_back", "entry", seq).differs(units, -reversed)
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
            Problem::of("visit_stamps", "visit", id).differs(stamps, by_entries)
        });
        verdict.expect(rewards == handed_over, || {
            Problem::of("visit_rewards", "visit", id).differs(rewards, handed_over)
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
    let currency = shop::settings(db).ok().map(|settings| settings.currency);
    let money = |minor: i64| match currency {
        Some(currency) => amount::to_decimal_string(minor, currency),
        None => minor.to_string(),
    };
    let date = |date: Option<String>| date.unwrap_or_else(|| "–".to_owned());
    let instant = |at_ms: i64| match DateTime::from_timestamp_millis(at_ms) {
        Some(at) => at.to_rfc3339_opts(SecondsFormat::Millis, true),
        None => at_ms.to_string(),
    };
    while let Some(row) = rows.next()? {
        let id: MemberId = row.get(0)?;
        let differs = |code| Problem::of(code, "member", id);
        let (kept, found): (i64, i64) = (row.get(1)?, row.get(6)?);
        verdict.expect(kept == found, || {
            differs("member_visits").differs(kept, found)
        });
        let (kept, found): (i64, i64) = (row.get(2)?, row.get(7)?);
        verdict.expect(kept == found, || {
            differs("member_spend").differs(money(kept), money(found))
        });
        for (code, kept, found) in [("member_first_visit", 3, 8), ("member_last_visit", 4, 9)] {
            let (kept, found): (Option<String>, Option<String>) = (row.get(kept)?, row.get(found)?);
            verdict.expect(kept == found, || {
                differs(code).differs(date(kept.clone()), date(found.clone()))
            });
        }
        let (kept, found): (i64, i64) = (row.get(5)?, row.get(10)?);
        verdict.expect(kept == found, || {
            differs("member_last_time").differs(instant(kept), instant(found))
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
            Problem::of("name_folded", "member", id)
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
                Problem::of("search_word", "member", id).fact("word", word)
            });
        }
    }
    Ok(())
}
