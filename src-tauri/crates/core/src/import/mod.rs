//! Bringing typed rows of a file into the shop.
//!
//! Rows come from [`crate::transfer`]; here they meet the members and visits that
//! are there. Importing a file twice changes nothing, because every row is known
//! again: members by their keys, visits by their id or by member, time, amount
//! and count among equal rows. A row that cannot be taken is rejected with its
//! line and reason, and never stops the next.

mod members;
mod visits;

use std::ops::ControlFlow;

use rusqlite::OptionalExtension;
use serde::{Deserialize, Serialize};
use sha2::{Digest, Sha256};

use crate::{
    error::{Code, Error, Result},
    id::RequestId,
    storage::{Op, Store, Tx, WriteRequest},
    transfer,
};

/// Rows written in one transaction: large enough to be fast, small enough that
/// the counter does not notice.
const CHUNK_ROWS: usize = 4_000;

/// What an import is allowed to do.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize)]
pub struct Options {
    /// Create members that visits name and nobody is.
    pub create_members: bool,
    /// Visits earn stamps, under the rules of their day.
    pub earn: bool,
    /// Only try; nothing is kept.
    pub dry_run: bool,
}

/// A row that was not taken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rejection {
    /// Physical line in the file, from 1.
    pub line: u64,
    /// Stable code; its text is `reject-<code>` or `error-<code>`.
    pub code: &'static str,
    /// The field it is about.
    pub field: Option<&'static str>,
    /// Facts for the text.
    pub args: Vec<(&'static str, String)>,
}

impl Rejection {
    fn of_row(rejected: &transfer::Rejected) -> Self {
        Self {
            line: rejected.line,
            code: rejected.code,
            field: rejected.field,
            args: rejected.args(),
        }
    }

    fn of_error(line: u64, error: &Error) -> Self {
        // The texts of rows speak of the column and of what stood in it.
        let mut args = error.args().to_vec();
        if let Some(number) = args.iter().find(|(name, _)| *name == "number") {
            let value = number.1.clone();
            args.push(("value", value));
        }
        if let Some(field) = error.field_name() {
            args.push(("column", field.to_owned()));
        }
        Self {
            line,
            code: error.reason_code().unwrap_or(error.code().as_str()),
            field: error.field_name(),
            args,
        }
    }
}

/// What an import did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Summary {
    /// Rows of the file, blank ones not counted.
    pub rows: u64,
    /// Rows that made something new.
    pub created: u64,
    /// Rows that changed something.
    pub updated: u64,
    /// Rows that were there already.
    pub unchanged: u64,
    /// Rows that were not taken.
    pub rejected: u64,
    /// Members made for visits.
    pub members_created: u64,
}

/// What an import did, with the rows it did not take, by line.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Outcome {
    /// The counts.
    pub summary: Summary,
    /// The rows that were not taken, by line.
    pub rejected: Vec<Rejection>,
}

/// What became of one row.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Fate {
    Created,
    Updated,
    Unchanged,
}

impl Outcome {
    fn note(&mut self, line: u64, fate: Result<Fate>) -> Result<()> {
        match fate {
            Ok(Fate::Created) => self.summary.created += 1,
            Ok(Fate::Updated) => self.summary.updated += 1,
            Ok(Fate::Unchanged) => self.summary.unchanged += 1,
            // The disk's errors end the import; a row's own do not.
            Err(error) if is_of_disk(error.code()) => return Err(error),
            Err(error) => self.reject(Rejection::of_error(line, &error)),
        }
        Ok(())
    }

    fn reject(&mut self, rejection: Rejection) {
        self.summary.rejected += 1;
        self.rejected.push(rejection);
    }
}

fn is_of_disk(code: Code) -> bool {
    matches!(
        code,
        Code::DiskFull
            | Code::ReadOnly
            | Code::Busy
            | Code::Storage
            | Code::DamagedDatabase
            | Code::NoShop
    )
}

/// Hears rows done and rows in all; may stop the work.
pub type Progress<'a> = &'a mut dyn FnMut(u64, u64) -> ControlFlow<()>;

impl Store {
    /// Imports members. What is there already is recognised by external id, phone,
    /// card number, e-mail with name, or (where a row has none of these) by the
    /// same name's count in the file; present cells replace what is known.
    ///
    /// # Errors
    /// Errors of the disk; `cancelled`: what was committed before stays, and the
    /// same file can be imported again.
    pub fn import_members(
        &self,
        request: WriteRequest,
        rows: transfer::Members<'_>,
        options: Options,
        progress: Progress<'_>,
    ) -> Result<Outcome> {
        let mut taken = Vec::new();
        let mut outcome = Outcome::default();
        for row in rows {
            outcome.summary.rows += 1;
            match row {
                Ok(row) => taken.push(row),
                Err(rejected) => outcome.reject(Rejection::of_row(&rejected)),
            }
        }
        let asked = Asked::of("import.members", options, &outcome, &taken)?;
        let mut names = members::SameNames::default();
        self.import(
            request,
            asked,
            taken,
            options,
            outcome,
            progress,
            |tx, rows, outcome| {
                rows.iter().try_for_each(|row| {
                    let fate = members::take(tx, row, &mut names);
                    outcome.note(row.line, fate)
                })
            },
        )
    }

    /// Imports visits as history. They earn nothing unless `options.earn`.
    ///
    /// # Errors
    /// As [`Store::import_members`].
    pub fn import_visits(
        &self,
        request: WriteRequest,
        rows: transfer::Visits<'_>,
        options: Options,
        progress: Progress<'_>,
    ) -> Result<Outcome> {
        let mut taken = Vec::new();
        let mut outcome = Outcome::default();
        for row in rows {
            outcome.summary.rows += 1;
            match row {
                Ok(row) => taken.push(row),
                Err(rejected) => outcome.reject(Rejection::of_row(&rejected)),
            }
        }
        let asked = Asked::of("import.visits", options, &outcome, &taken)?;
        visits::sort(self, &mut taken)?;
        let mut importer = visits::Importer::new(options);
        self.import(
            request,
            asked,
            taken,
            options,
            outcome,
            progress,
            |tx, rows, outcome| importer.take(tx, rows, outcome),
        )
    }

    /// Runs rows through `take`, in chunks that are one change each, and closes
    /// with a change that carries the caller's request id and the counts.
    #[allow(clippy::too_many_arguments)] // the two imports differ in exactly these
    fn import<R: Serialize + Unit>(
        &self,
        request: WriteRequest,
        asked: Asked,
        rows: Vec<R>,
        options: Options,
        mut outcome: Outcome,
        progress: Progress<'_>,
        mut take: impl FnMut(&mut Tx<'_>, &[R], &mut Outcome) -> Result<()>,
    ) -> Result<Outcome> {
        let op = asked.op;
        let first = if options.dry_run {
            None
        } else {
            self.imported_before(request.request_id, &asked)?
        };
        let _bulk = self.for_bulk()?;
        let total = outcome.summary.rows;
        let mut done = outcome.summary.rejected;
        let chunks = chunks(rows);
        if options.dry_run || first.is_some() {
            self.rehearse(request, |tx| {
                for chunk in chunks {
                    done += u64::try_from(chunk.len()).unwrap_or(0);
                    take(tx, &chunk, &mut outcome)?;
                    if progress(done, total).is_break() {
                        return Err(Code::Cancelled.into());
                    }
                }
                Ok(())
            })?;
        } else {
            for chunk in chunks {
                done += u64::try_from(chunk.len()).unwrap_or(0);
                let part = WriteRequest {
                    request_id: RequestId::random(),
                    now_ms: request.now_ms,
                };
                let mut drafted = outcome.clone_counts();
                self.write(part, Op(op), &chunk, |tx| take(tx, &chunk, &mut drafted))?;
                outcome.absorb(drafted);
                if progress(done, total).is_break() {
                    return Err(Code::Cancelled.into());
                }
            }
            let counted = outcome.summary.clone();
            self.write(request, DONE, &asked, |_| Ok(counted))?;
        }
        // A retry gives the first counts; which rows were not taken is seen again.
        if let Some(first) = first {
            outcome.summary = first;
        }
        outcome.rejected.sort_by_key(|rejection| rejection.line);
        Ok(outcome)
    }
}

/// Closes an import, under its caller's request id.
const DONE: Op = Op("import.done");

/// What an import was asked for: the same again under its request id is a retry.
#[derive(Debug, Serialize)]
struct Asked {
    op: &'static str,
    options: Options,
    rows: u64,
    hash: String,
}

impl Asked {
    /// `rows` in the order of the file, which a retry has again.
    fn of<R: Serialize>(
        op: &'static str,
        options: Options,
        outcome: &Outcome,
        rows: &[R],
    ) -> Result<Self> {
        let mut hash = Sha256::new();
        let mut line = Vec::new();
        for row in rows {
            line.clear();
            serde_json::to_writer(&mut line, row)
                .map_err(|error| Error::new(Code::Storage).arg("detail", error))?;
            hash.update(&line);
        }
        let hash: [u8; 32] = hash.finalize().into();
        Ok(Self {
            op,
            options,
            rows: outcome.summary.rows,
            hash: hash.iter().map(|byte| format!("{byte:02x}")).collect(),
        })
    }
}

impl Store {
    /// The counts of an import that was done under this request id.
    fn imported_before(&self, request: RequestId, asked: &Asked) -> Result<Option<Summary>> {
        let first: Option<(String, String)> = self.read(|db| {
            Ok(db
                .prepare_cached("SELECT op, payload FROM change WHERE request_id = ?1")?
                .query_row([request], |row| Ok((row.get(0)?, row.get(1)?)))
                .optional()?)
        })?;
        let Some((op, payload)) = first else {
            return Ok(None);
        };
        let same = serde_json::to_string(asked)
            .map_err(|error| Error::new(Code::Storage).arg("detail", error))?;
        if op != DONE.0 || payload != same {
            return Err(Error::new(Code::RequestReused).arg("request_id", request));
        }
        self.result_of(request, DONE)
    }
}

impl Outcome {
    /// Counts to go on with, without the list so far.
    fn clone_counts(&self) -> Self {
        Self {
            summary: self.summary.clone(),
            rejected: Vec::new(),
        }
    }

    /// Takes over what a committed chunk counted.
    fn absorb(&mut self, chunk: Self) {
        self.summary = chunk.summary;
        self.rejected.extend(chunk.rejected);
    }
}

/// What must stay in one transaction: all visits of a member, so that the
/// member's caches are right at every commit and written once.
trait Unit {
    fn belongs_with(&self, next: &Self) -> bool;
}

/// Rows in chunks of about [`CHUNK_ROWS`], cut only between units.
fn chunks<R: Unit>(rows: Vec<R>) -> Vec<Vec<R>> {
    let mut chunks = Vec::with_capacity(rows.len() / CHUNK_ROWS + 1);
    let mut chunk: Vec<R> = Vec::with_capacity(CHUNK_ROWS);
    for row in rows {
        let full =
            chunk.len() >= CHUNK_ROWS && chunk.last().is_some_and(|last| !last.belongs_with(&row));
        // A member with a whole chunk of visits is cut all the same.
        if full || chunk.len() >= 4 * CHUNK_ROWS {
            chunks.push(std::mem::replace(
                &mut chunk,
                Vec::with_capacity(CHUNK_ROWS),
            ));
        }
        chunk.push(row);
    }
    if !chunk.is_empty() {
        chunks.push(chunk);
    }
    chunks
}
