//! One row of a visits file.

use chrono::Datelike;
use rusqlite::{OptionalExtension, params};
use rustc_hash::FxHashMap;

use super::{Fate, Options, Outcome, Unit};
use crate::{
    error::{Code, Error, Result, overflow},
    id::{MemberId, VisitId},
    member::{self, MemberDraft},
    phone, shop,
    storage::{Store, Tx, count},
    transfer::VisitRow,
    visit,
};

/// The first year in which a visit can have been.
const OLDEST_YEAR: i32 = 1970;

impl Unit for VisitRow {
    fn belongs_with(&self, next: &Self) -> bool {
        self.member == next.member
    }
}

/// Sorts rows by member, then time, in the order of the members' ids: each index
/// is then written from front to back, each member's caches once, and stamps are
/// earned in the order of life. Rows of nobody known come last; equal rows keep
/// the file's order.
pub(super) fn sort(store: &Store, rows: &mut [VisitRow]) -> Result<()> {
    let known: FxHashMap<String, MemberId> = store.read(|db| {
        let settings = shop::settings(db)?;
        let mut known = FxHashMap::default();
        let mut last = None;
        for row in rows.iter() {
            if last == Some(&row.member) || known.contains_key(&row.member) {
                continue;
            }
            last = Some(&row.member);
            // Why a text names nobody is said when its row is taken.
            if let Ok(member) = member::resolve_any_card(db, &settings, &row.member) {
                known.insert(row.member.clone(), member);
            }
        }
        Ok(known)
    })?;
    rows.sort_by_cached_key(|row| {
        let member = known.get(&row.member).copied();
        (
            member.is_none(),
            member,
            member.is_none().then(|| row.member.clone()),
            row.when.at_ms,
        )
    });
    Ok(())
}

/// What is remembered from row to row.
#[derive(Debug)]
pub(super) struct Importer {
    options: Options,
    /// The member of the last row: rows come sorted by member.
    current: Option<(String, Option<MemberId>)>,
    /// Rows without an id of their own, by member, time and amount: how many such
    /// visits were there before this import, and how many rows came so far.
    equal: FxHashMap<(MemberId, i64, Option<i64>), (u32, u32)>,
    /// What the current member's row does not hold yet.
    sums: Sums,
}

/// What new visits of one member add to the member's row. They come in a row, so
/// the row is written once for all of them, before the transaction ends.
#[derive(Debug, Default)]
struct Sums(Option<Sum>);

#[derive(Debug)]
struct Sum {
    member: MemberId,
    visits: i64,
    spend_minor: i64,
    first: chrono::NaiveDate,
    last: chrono::NaiveDate,
    last_ms: i64,
}

impl Sums {
    fn add(
        &mut self,
        tx: &Tx<'_>,
        member: MemberId,
        amount_minor: i64,
        date: chrono::NaiveDate,
        at_ms: i64,
    ) -> Result<()> {
        if self.0.as_ref().is_some_and(|sum| sum.member != member) {
            self.write(tx)?;
        }
        let sum = self.0.get_or_insert(Sum {
            member,
            visits: 0,
            spend_minor: 0,
            first: date,
            last: date,
            last_ms: at_ms,
        });
        sum.visits += 1;
        sum.spend_minor = sum
            .spend_minor
            .checked_add(amount_minor)
            .ok_or_else(overflow)?;
        sum.first = sum.first.min(date);
        sum.last = sum.last.max(date);
        sum.last_ms = sum.last_ms.max(at_ms);
        Ok(())
    }

    fn write(&mut self, tx: &Tx<'_>) -> Result<()> {
        let Some(sum) = self.0.take() else {
            return Ok(());
        };
        tx.sql(
            "UPDATE member SET visit_count = visit_count + ?2, spend_minor = spend_minor + ?3,
                    first_visit_on = min(coalesce(first_visit_on, ?4), ?4),
                    last_visit_on = max(coalesce(last_visit_on, ?5), ?5),
                    last_visit_ms = max(last_visit_ms, ?6)
             WHERE id = ?1",
        )?
        .execute(params![
            sum.member,
            sum.visits,
            sum.spend_minor,
            sum.first,
            sum.last,
            sum.last_ms
        ])?;
        Ok(())
    }
}

impl Importer {
    pub(super) fn new(options: Options) -> Self {
        Self {
            options,
            current: None,
            equal: FxHashMap::default(),
            sums: Sums::default(),
        }
    }

    /// Takes a chunk of rows, sorted by member.
    pub(super) fn take(
        &mut self,
        tx: &mut Tx<'_>,
        rows: &[VisitRow],
        outcome: &mut Outcome,
    ) -> Result<()> {
        for row in rows {
            let fate = self.take_row(tx, row, outcome);
            outcome.note(row.line, fate)?;
        }
        self.sums.write(tx)
    }

    fn take_row(&mut self, tx: &mut Tx<'_>, row: &VisitRow, outcome: &mut Outcome) -> Result<Fate> {
        let settings = *tx.settings();
        let business_date = if row.when.has_time {
            settings.calendar.business_date(row.when.at_ms)?
        } else {
            row.when.date
        };
        check_date(tx, business_date)?;
        let member = match self.member(tx, row)? {
            Some(member) => member,
            None => {
                let member = create(tx, row, business_date)?;
                self.current = Some((row.member.clone(), Some(member)));
                outcome.summary.members_created += 1;
                member
            }
        };
        if row.external_id.is_none() && self.is_there(tx, member, row)? {
            return Ok(Fate::Unchanged);
        }
        let visit = VisitId(tx.new_uuid());
        let inserted = tx
            .sql(
                "INSERT INTO visit (id, member_id, at_ms, business_date, amount_minor, note, external_id,
                                    source)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'import') ON CONFLICT DO NOTHING",
            )?
            .execute(params![
                visit,
                member,
                row.when.at_ms,
                business_date,
                row.amount_minor,
                row.note.as_deref().unwrap_or_default(),
                row.external_id,
            ])?;
        if inserted == 0 {
            return known(tx, row);
        }
        self.sums.add(
            tx,
            member,
            row.amount_minor.unwrap_or(0),
            business_date,
            row.when.at_ms,
        )?;
        if self.options.earn {
            earn(tx, member, visit, row)?;
        }
        Ok(Fate::Created)
    }

    /// The member a row names; none if it may be created.
    fn member(&mut self, tx: &Tx<'_>, row: &VisitRow) -> Result<Option<MemberId>> {
        if let Some((text, found)) = &self.current
            && *text == row.member
            && found.is_some()
        {
            return Ok(*found);
        }
        let found = match member::resolve_any_card(tx.connection(), tx.settings(), &row.member) {
            Ok(id) => Some(id),
            Err(error) if error.code() == Code::MemberNotFound && self.options.create_members => {
                None
            }
            Err(error) => return Err(error.field("member")),
        };
        self.current = Some((row.member.clone(), found));
        Ok(found)
    }

    /// Whether a row without an id is there already: it is known by member, time,
    /// amount, and its count among equal rows, so that two equal purchases stay two.
    fn is_there(&mut self, tx: &Tx<'_>, member: MemberId, row: &VisitRow) -> Result<bool> {
        let key = (member, row.when.at_ms, row.amount_minor);
        let (before, so_far) = match self.equal.get_mut(&key) {
            Some(counts) => counts,
            None => {
                let before = tx
                    .sql(
                        "SELECT count(*) FROM visit WHERE member_id = ?1 AND at_ms = ?2
                         AND amount_minor IS ?3 AND source = 'import' AND external_id IS NULL",
                    )?
                    .query_row(params![member, key.1, key.2], |found| found.get(0))?;
                self.equal.entry(key).or_insert((count(before), 0))
            }
        };
        *so_far += 1;
        Ok(*so_far <= *before)
    }
}

/// A visit after tomorrow has not happened, and one before 1970 is a typing mistake.
/// Tomorrow may be today where the file comes from.
fn check_date(tx: &Tx<'_>, date: chrono::NaiveDate) -> Result<()> {
    let reason = if tx
        .today()
        .succ_opt()
        .is_some_and(|tomorrow| date > tomorrow)
    {
        "date_in_future"
    } else if date.year() < OLDEST_YEAR {
        "date_out_of_range"
    } else {
        return Ok(());
    };
    Err(Error::new(Code::BadDate)
        .reason(reason)
        .field("at")
        .arg("value", date))
}

/// A row that is there already. Under an id of its own it must be the same visit.
fn known(tx: &Tx<'_>, row: &VisitRow) -> Result<Fate> {
    let Some(external_id) = &row.external_id else {
        return Ok(Fate::Unchanged);
    };
    let same: Option<bool> = tx
        .sql("SELECT at_ms = ?2 AND amount_minor IS ?3 FROM visit WHERE external_id = ?1")?
        .query_row(
            params![external_id, row.when.at_ms, row.amount_minor],
            |found| found.get(0),
        )
        .optional()?;
    match same {
        Some(true) => Ok(Fate::Unchanged),
        _ => Err(Error::new(Code::VisitDiffers)
            .field("external_id")
            .arg("value", external_id)),
    }
}

/// A member known only from visits: by phone if the text is written as one, else by
/// the text as external id.
fn create(tx: &mut Tx<'_>, row: &VisitRow, joined_on: chrono::NaiveDate) -> Result<MemberId> {
    let text = row.member.trim();
    let phone = is_written_as_phone(text)
        .then(|| phone::parse(text, tx.settings().phone_region).ok())
        .flatten()
        .map(phone::E164::into_string);
    let draft = MemberDraft {
        external_id: phone.is_none().then(|| text.to_owned()),
        phone,
        email: text.contains('@').then(|| text.to_owned()),
        joined_on: Some(joined_on),
        ..MemberDraft::default()
    };
    member::enrol_draft(tx, &draft, "import").map(|enrolled| enrolled.member_id)
}

/// Whether digits are meant as a phone number and not as a key: with a plus, parted
/// into groups, or as long as a number dialled from home.
fn is_written_as_phone(text: &str) -> bool {
    let digits = text.chars().filter(char::is_ascii_digit).count();
    let only = |marks: &str| {
        text.chars()
            .all(|c| c.is_ascii_digit() || marks.contains(c))
    };
    text.starts_with('+')
        || (digits >= 7 && only(" -/.()") && !only(""))
        || (digits >= 10 && only("") && text.starts_with(['0', '8']))
}

/// Stamps under the rules of the visit's day; without an amount, rules by amount
/// give none.
fn earn(tx: &mut Tx<'_>, member: MemberId, visit: VisitId, row: &VisitRow) -> Result<()> {
    let written_at = tx.now_ms();
    tx.set_moment(row.when.at_ms)?;
    let earned = visit::earn_history(tx, member, visit, row.amount_minor);
    tx.set_moment(written_at)?;
    let stamps = earned?;
    tx.sql("UPDATE visit SET stamps = ?2 WHERE id = ?1")?
        .execute(params![visit, stamps])?;
    Ok(())
}
