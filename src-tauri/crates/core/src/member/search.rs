//! The counter's search: names, ends of phone numbers, card numbers.
//!
//! Two sources give candidates, and a ranking in Rust chooses among them: the
//! guests seen last, read from a covering index, and the newest matches of the
//! full-text index, which streams them by descending row id without sorting. So
//! the cost does not grow with the number of matches ("a" among a million
//! members), and a guest who was here this week is always among the candidates.

use std::collections::{BTreeSet, HashMap};

use chrono::NaiveDate;
use rusqlite::{Connection, named_params, params};

use super::types::MemberHit;
use crate::{
    error::Result,
    id::MemberId,
    ledger::STANDING,
    phone, program, shop,
    storage::{Store, count},
    text,
};

/// Guests seen last that are always looked at.
const RECENT: u32 = 400;
/// Matches of the full-text index that are looked at.
const MATCHES: u32 = 128;
/// The longest beginning the index has a list of (`prefix` in the schema).
const INDEXED_CHARS: usize = 5;
/// Longest query, in characters; the rest is ignored.
const MAX_QUERY_CHARS: usize = 64;

impl Store {
    /// The members a text fits, best first: whole words before beginnings, names
    /// before numbers, then the guests seen last.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn search(&self, query: &str, limit: u32, today: NaiveDate) -> Result<Vec<MemberHit>> {
        self.read(|db| search(db, query, limit, today))
    }
}

/// One word of a query.
#[derive(Debug, PartialEq, Eq)]
enum Term {
    /// Begins a word of the name; one with a digit in it also a key of another system.
    Word(String),
    /// Begins or ends a phone or card number. `dialled` are the spellings with
    /// country code that the digits may begin. A single group of digits may also
    /// stand in the name ("Guest 3").
    Digits {
        digits: String,
        reversed: String,
        dialled: Vec<String>,
        in_name: bool,
    },
}

/// A query, taken apart.
#[derive(Debug)]
pub(crate) struct Query {
    terms: Vec<Term>,
}

impl Query {
    /// Takes a text apart. Digits in groups ("30 555 01") are one number.
    pub(crate) fn parse(input: &str, region: phone::Region) -> Self {
        let input: String = input.chars().take(MAX_QUERY_CHARS).collect();
        let folded = text::fold(&input);
        let mut terms = Vec::new();
        let mut number = String::new();
        let mut groups = 0;
        for word in folded.split(' ').filter(|word| !word.is_empty()) {
            if word.bytes().all(|byte| byte.is_ascii_digit()) {
                number.push_str(word);
                groups += 1;
            } else {
                terms.push(Term::Word(word.to_owned()));
            }
        }
        if !number.is_empty() {
            let international = input.trim_start().starts_with('+');
            let dialled = if international {
                Vec::new()
            } else {
                phone::dialled(&number, region)
            };
            terms.push(Term::Digits {
                reversed: number.chars().rev().collect(),
                digits: number,
                dialled,
                in_name: groups == 1 && !international,
            });
        }
        Self { terms }
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.terms.is_empty()
    }

    /// As [`Query::full_text`] with every word cut to the longest beginning that
    /// the index keeps a list of: such a list is streamed, a longer beginning has
    /// to be gathered from all its words first. `None` if nothing is that long.
    fn indexed_beginnings(&self) -> Option<String> {
        let cut = |text: &str| text.chars().take(INDEXED_CHARS).collect::<String>();
        let mut shortened = false;
        let terms = self
            .terms
            .iter()
            .map(|term| match term {
                Term::Word(word) => {
                    shortened |= word.chars().count() > INDEXED_CHARS;
                    Term::Word(cut(word))
                }
                Term::Digits {
                    digits,
                    reversed,
                    dialled,
                    in_name,
                } => {
                    shortened |= digits.len() > INDEXED_CHARS;
                    Term::Digits {
                        digits: cut(digits),
                        reversed: cut(reversed),
                        dialled: dialled.iter().map(|number| cut(number)).collect(),
                        in_name: *in_name,
                    }
                }
            })
            .collect();
        shortened.then(|| Self { terms }.full_text())
    }

    /// The query for the full-text index; every word is quoted.
    pub(crate) fn full_text(&self) -> String {
        let parts: Vec<String> = self
            .terms
            .iter()
            .map(|term| match term {
                Term::Word(word) if has_digit(word) => {
                    format!("(name_folded : \"{word}\" * OR search_digits : \"{word}\" *)")
                }
                Term::Word(word) => format!("name_folded : \"{word}\" *"),
                Term::Digits {
                    digits,
                    reversed,
                    dialled,
                    in_name,
                } => {
                    let mut any = vec![
                        format!("search_digits : \"{digits}\" *"),
                        format!("search_rev : \"{reversed}\" *"),
                    ];
                    any.extend(
                        dialled
                            .iter()
                            .map(|number| format!("search_digits : \"{number}\" *")),
                    );
                    if *in_name {
                        any.push(format!("name_folded : \"{digits}\" *"));
                    }
                    format!("({})", any.join(" OR "))
                }
            })
            .collect();
        parts.join(" AND ")
    }

    /// How well a member fits: none if a term does not, else higher is better.
    fn score(&self, name: &str, digits: &str, reversed: &str) -> Option<u32> {
        let mut score = 0;
        for term in &self.terms {
            score += match term {
                Term::Word(word)
                    if has_digit(word)
                        && begins_a_word(digits, word)
                        && !begins_a_word(name, word) =>
                {
                    20
                }
                Term::Word(word) => {
                    let place = name.split(' ').enumerate().find_map(|(at, part)| {
                        part.starts_with(word.as_str())
                            .then_some((at, part.len() == word.len()))
                    });
                    match place? {
                        (0, true) => 40,
                        (_, true) => 36,
                        (0, false) => 32,
                        (_, false) => 30,
                    }
                }
                Term::Digits {
                    digits: wanted,
                    reversed: wanted_rev,
                    dialled,
                    in_name,
                } => {
                    if *in_name && begins_a_word(name, wanted) {
                        25
                    } else if reversed
                        .split(' ')
                        .any(|word| word.starts_with(wanted_rev.as_str()))
                    {
                        20
                    } else if digits.split(' ').any(|word| {
                        word.starts_with(wanted.as_str())
                            || dialled
                                .iter()
                                .any(|number| word.starts_with(number.as_str()))
                    }) {
                        10
                    } else {
                        return None;
                    }
                }
            };
        }
        Some(score)
    }
}

fn has_digit(word: &str) -> bool {
    word.bytes().any(|byte| byte.is_ascii_digit())
}

fn begins_a_word(text: &str, beginning: &str) -> bool {
    text.split(' ').any(|word| word.starts_with(beginning))
}

#[derive(Debug)]
struct Candidate {
    rid: i64,
    score: u32,
    last_visit_ms: i64,
    name_folded: String,
}

fn search(db: &Connection, query: &str, limit: u32, today: NaiveDate) -> Result<Vec<MemberHit>> {
    let settings = shop::settings(db)?;
    let query = Query::parse(query, settings.phone_region);
    if query.is_empty() {
        return Ok(Vec::new());
    }
    let mut found = Found {
        query: &query,
        seen: BTreeSet::new(),
        candidates: Vec::new(),
    };
    found.consider(
        &mut db
            .prepare_cached(
                "SELECT rid, last_visit_ms, name_folded, search_digits, search_rev, 1
                 FROM member INDEXED BY member_by_recency
                 WHERE status = 'active' ORDER BY last_visit_ms DESC LIMIT ?1",
            )?
            .query([RECENT])?,
    )?;
    let enough = usize::try_from(limit.clamp(1, 50)).unwrap_or(50);
    match query.indexed_beginnings() {
        None => {
            found.consider_matches(db, &query.full_text())?;
        }
        Some(beginnings) => {
            // A stream that ended has shown all there is; one that was cut off may
            // have held back matches of the whole words.
            let streamed = found.consider_matches(db, &beginnings)?;
            if streamed == MATCHES && found.candidates.len() < enough {
                found.consider_matches(db, &query.full_text())?;
            }
        }
    }
    let mut candidates = found.candidates;
    candidates.sort_unstable_by(|a, b| {
        b.score
            .cmp(&a.score)
            .then(b.last_visit_ms.cmp(&a.last_visit_ms))
            .then_with(|| a.name_folded.cmp(&b.name_folded))
            .then(b.rid.cmp(&a.rid))
    });
    candidates.truncate(enough);
    hits(db, candidates.iter().map(|candidate| candidate.rid), today)
}

/// What was found so far.
struct Found<'q> {
    query: &'q Query,
    seen: BTreeSet<i64>,
    candidates: Vec<Candidate>,
}

impl Found<'_> {
    /// Keeps the rows that are served and fit. Returns how many rows there were.
    fn consider(&mut self, rows: &mut rusqlite::Rows<'_>) -> Result<u32> {
        let mut count = 0;
        while let Some(row) = rows.next()? {
            count += 1;
            let rid = row.get(0)?;
            let name = row.get_ref(2)?.as_str()?;
            let (digits, reversed) = (row.get_ref(3)?.as_str()?, row.get_ref(4)?.as_str()?);
            if row.get(5)?
                && let Some(score) = self.query.score(name, digits, reversed)
                && self.seen.insert(rid)
            {
                self.candidates.push(Candidate {
                    rid,
                    score,
                    last_visit_ms: row.get(1)?,
                    name_folded: name.to_owned(),
                });
            }
        }
        Ok(count)
    }

    /// Keeps the newest matches of the full-text index that fit.
    fn consider_matches(&mut self, db: &Connection, full_text: &str) -> Result<u32> {
        self.consider(
            &mut db
                .prepare_cached(
                    "SELECT m.rid, m.last_visit_ms, m.name_folded, m.search_digits, m.search_rev,
                            m.status = 'active'
                     FROM (SELECT rowid AS hit FROM member_search WHERE member_search MATCH ?1
                           ORDER BY rowid DESC LIMIT ?2)
                     CROSS JOIN member m ON m.rid = hit",
                )?
                .query(params![full_text, MATCHES])?,
        )
    }
}

/// The hits of some members, in their order.
pub(crate) fn hits(
    db: &Connection,
    rids: impl Iterator<Item = i64>,
    today: NaiveDate,
) -> Result<Vec<MemberHit>> {
    let version = program::in_force(db, today)?;
    let mut statement = db.prepare_cached(&format!(
        "SELECT m.id, m.name, m.phone, m.last_visit_on, coalesce({STANDING}, 0),
                (SELECT count(*) FROM reward_grant g WHERE g.account_id = a.id AND g.status = 'available'
                 AND (g.expires_on IS NULL OR g.expires_on >= :today)), m.external_id
         FROM member m LEFT JOIN account a ON a.member_id = m.id AND a.program_id = :program
         WHERE m.rid = :rid"
    ))?;
    let mut hits = Vec::new();
    for rid in rids {
        hits.push(statement.query_row(
            named_params! { ":rid": rid, ":program": version.program_id, ":today": today },
            |row| {
                let name: String = row.get(1)?;
                let phone: Option<String> = row.get(2)?;
                let external_id: Option<String> = row.get(6)?;
                let nameless = name.is_empty() && phone.is_none();
                Ok(MemberHit {
                    id: row.get(0)?,
                    name: if nameless {
                        external_id.unwrap_or_default()
                    } else {
                        name
                    },
                    phone_display: phone.as_deref().map(phone::display),
                    last_visit_on: row.get(3)?,
                    balance: row.get(4)?,
                    stamps_required: version.rules.stamps_required,
                    grants: count(row.get(5)?),
                })
            },
        )?);
    }
    Ok(hits)
}

/// Members who may be the same person as this one: the same e-mail or folded
/// name, words in any order.
pub(crate) fn possible_duplicates(
    db: &Connection,
    member: MemberId,
    today: NaiveDate,
) -> Result<Vec<MemberHit>> {
    let (rid, name, email): (i64, String, Option<String>) = db
        .prepare_cached("SELECT rid, name_folded, email FROM member WHERE id = ?1")?
        .query_row([member], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
    let mut rids = BTreeSet::new();
    let mut turned: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
    turned.reverse();
    if !turned.is_empty() {
        let mut statement = db.prepare_cached(
            "SELECT rid FROM member WHERE status = 'active' AND name_folded IN (?1, ?2) AND rid <> ?3 LIMIT 5",
        )?;
        for other in statement.query_map(params![name, turned.join(" "), rid], |row| row.get(0))? {
            rids.insert(other?);
        }
    }
    if let Some(email) = email {
        let mut statement = db.prepare_cached(
            "SELECT rid FROM member WHERE status = 'active' AND email = ?1 AND rid <> ?2 LIMIT 5",
        )?;
        for other in statement.query_map(params![email, rid], |row| row.get(0))? {
            rids.insert(other?);
        }
    }
    hits(db, rids.into_iter(), today)
}

/// Pairs of active members with the same e-mail or the same name, words in any
/// order: (rid, rid), at most `limit`.
pub(crate) fn duplicate_pairs(db: &Connection, limit: usize) -> Result<Vec<(i64, i64)>> {
    let mut by_key: HashMap<String, i64> = HashMap::new();
    let mut pairs = Vec::new();
    let mut statement = db.prepare(
        "SELECT rid, name_folded, email FROM member WHERE status = 'active' ORDER BY rid",
    )?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if pairs.len() >= limit {
            break;
        }
        let rid: i64 = row.get(0)?;
        let name: String = row.get(1)?;
        let email: Option<String> = row.get(2)?;
        let mut words: Vec<&str> = name.split(' ').filter(|word| !word.is_empty()).collect();
        words.sort_unstable();
        let mut keys = Vec::with_capacity(2);
        if words.len() >= 2 {
            keys.push(words.join(" "));
        }
        keys.extend(email.map(|email| format!("@{}", email.to_lowercase())));
        for key in keys {
            match by_key.entry(key) {
                std::collections::hash_map::Entry::Occupied(first) => {
                    let pair = (*first.get(), rid);
                    if !pairs.contains(&pair) {
                        pairs.push(pair);
                    }
                }
                std::collections::hash_map::Entry::Vacant(slot) => {
                    slot.insert(rid);
                }
            }
        }
    }
    Ok(pairs)
}
