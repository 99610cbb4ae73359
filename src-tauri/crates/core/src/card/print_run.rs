//! Which cards are printed, and the memory of what was.

use std::collections::HashMap;

use rusqlite::{Connection, Row, params};

use super::types::{CardScope, CardToPrint, PrintRunView};
use crate::{
    error::{Code, Error, Result},
    id::{CardId, MemberId, PrintRunId, RequestId},
    phone,
    storage::{Op, Store, WriteRequest, count},
};

/// A run of printing that has written its file.
#[derive(Debug, Clone, PartialEq, Eq, serde::Serialize)]
pub struct NewPrintRun {
    /// The cards, in print order.
    pub cards: Vec<CardId>,
    /// `a4`, `letter` or `cr80`.
    pub sheet: String,
    /// Where the PDF is.
    pub file: String,
}

/// Notes a print run.
const PRINT: Op = Op("card.print");

impl Store {
    /// Notes which cards were printed and when.
    ///
    /// # Errors
    /// `no_cards` for an empty run; errors of the disk.
    pub fn record_print_run(&self, request: WriteRequest, run: &NewPrintRun) -> Result<PrintRunId> {
        self.write(request, PRINT, run, |tx| {
            if run.cards.is_empty() {
                return Err(Code::NoCards.into());
            }
            let id = PrintRunId(tx.new_uuid());
            tx.sql("INSERT INTO print_run (id, at_ms, sheet, file) VALUES (?1, ?2, ?3, ?4)")?
                .execute(params![id, tx.now_ms(), run.sheet, run.file])?;
            let mut add = tx.sql(
                "INSERT INTO print_run_card (run_id, position, card_id) VALUES (?1, ?2, ?3)",
            )?;
            let mut mark = tx.sql("UPDATE card SET printed_at_ms = ?2 WHERE id = ?1")?;
            for (position, card) in (1_i64..).zip(&run.cards) {
                add.execute(params![id, position, card])?;
                if mark.execute(params![card, tx.now_ms()])? == 0 {
                    return Err(Code::CardNotFound.into());
                }
            }
            Ok(id)
        })
    }

    /// The run that was noted under this request id, if it was.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn print_run_of(&self, request: RequestId) -> Result<Option<PrintRunId>> {
        self.result_of(request, PRINT)
    }

    /// The last hundred print runs, newest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn print_runs(&self) -> Result<Vec<PrintRunView>> {
        self.read(|db| {
            let mut names = db.prepare_cached(
                "SELECT coalesce(nullif(m.name, ''), m.phone, m.external_id, '')
                 FROM print_run_card p JOIN card c ON c.id = p.card_id JOIN member m ON m.id = c.member_id
                 WHERE p.run_id = ?1 ORDER BY p.position LIMIT 3",
            )?;
            let mut runs = db
                .prepare_cached(
                    "SELECT r.id, r.at_ms, r.sheet, r.file,
                            (SELECT count(*) FROM print_run_card p WHERE p.run_id = r.id)
                     FROM print_run r ORDER BY r.at_ms DESC, r.id DESC LIMIT 100",
                )?
                .query_map([], |row| {
                    Ok(PrintRunView {
                        id: row.get(0)?,
                        at_ms: row.get(1)?,
                        sheet: row.get(2)?,
                        file: row.get(3)?,
                        cards: count(row.get(4)?),
                        first_names: Vec::new(),
                    })
                })?
                .collect::<rusqlite::Result<Vec<_>>>()?;
            for run in &mut runs {
                run.first_names =
                    names.query_map([run.id], |row| row.get(0))?.collect::<rusqlite::Result<_>>()?;
            }
            Ok(runs)
        })
    }
}

const COLUMNS: &str =
    "c.id, c.member_id, c.number, m.name, m.phone, m.external_id, m.joined_on, c.printed_at_ms";

/// The new cards are few beside all members: they are read first.
const NEW: &str = "card c INDEXED BY card_unprinted CROSS JOIN member m ON m.id = c.member_id";
const ANY: &str = "card c JOIN member m ON m.id = c.member_id";

/// How many cards a scope holds, and a page of them.
pub(super) fn page(
    db: &Connection,
    scope: &CardScope,
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<CardToPrint>)> {
    match scope {
        CardScope::New => query(
            db,
            NEW,
            "c.status = 'active' AND c.printed_at_ms IS NULL AND m.status = 'active'
                 ORDER BY m.name_folded, c.id",
            &[],
            (offset, limit),
        ),
        CardScope::All => query(
            db,
            ANY,
            "c.status = 'active' AND m.status = 'active' ORDER BY m.name_folded, c.id",
            &[],
            (offset, limit),
        ),
        CardScope::Run { id } => query(
            db,
            ANY,
            "c.status = 'active' AND m.status = 'active' AND c.id IN (SELECT card_id FROM print_run_card WHERE run_id = ?1)
             ORDER BY m.name_folded, c.id",
            &[id],
            (offset, limit),
        ),
        CardScope::Members { ids } => chosen(db, ids, offset, limit),
    }
}

fn query(
    db: &Connection,
    tables: &str,
    condition: &str,
    args: &[&dyn rusqlite::ToSql],
    (offset, limit): (u32, u32),
) -> Result<(u32, Vec<CardToPrint>)> {
    let total: i64 = db
        .prepare_cached(&format!("SELECT count(*) FROM {tables} WHERE {condition}"))?
        .query_row(args, |row| row.get(0))?;
    let rows = db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} FROM {tables} WHERE {condition} LIMIT {limit} OFFSET {offset}"
        ))?
        .query_map(args, card_to_print)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok((count(total), rows))
}

/// The active cards of chosen members, in the order they were chosen.
fn chosen(
    db: &Connection,
    ids: &[MemberId],
    offset: u32,
    limit: u32,
) -> Result<(u32, Vec<CardToPrint>)> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT {COLUMNS} FROM {ANY} WHERE c.member_id = ?1 AND c.status = 'active' AND m.status = 'active' ORDER BY c.id"
    ))?;
    let mut seen: HashMap<MemberId, ()> = HashMap::with_capacity(ids.len());
    let mut cards = Vec::new();
    for id in ids {
        if seen.insert(*id, ()).is_some() {
            continue;
        }
        for card in statement.query_map([id], card_to_print)? {
            cards.push(card?);
        }
    }
    let total = u32::try_from(cards.len()).map_err(|_| Error::new(Code::OutOfRange))?;
    let from = usize::try_from(offset).unwrap_or(usize::MAX);
    let take = usize::try_from(limit).unwrap_or(usize::MAX);
    Ok((total, cards.into_iter().skip(from).take(take).collect()))
}

fn card_to_print(row: &Row<'_>) -> rusqlite::Result<CardToPrint> {
    let name: String = row.get(3)?;
    let phone: Option<String> = row.get(4)?;
    let external_id: Option<String> = row.get(5)?;
    let shown = if name.is_empty() {
        phone
            .map(|phone| phone::display(&phone))
            .or(external_id)
            .unwrap_or_default()
    } else {
        name
    };
    Ok(CardToPrint {
        card_id: row.get(0)?,
        member_id: row.get(1)?,
        number: row.get(2)?,
        name: shown,
        joined_on: row.get(6)?,
        printed_at_ms: row.get(7)?,
    })
}
