//! The one write path: every change of the database runs in [`Store::write`].

use std::{
    cell::{Cell, RefCell},
    rc::Rc,
};

use chrono::NaiveDate;
use rand_chacha::ChaCha12Rng;
use rusqlite::{OptionalExtension, Transaction, TransactionBehavior, params};
use serde::{Serialize, de::DeserializeOwned};
use sha2::{Digest, Sha256};
use uuid::Uuid;

use super::{Ids, Store};
use crate::{
    error::{Code, Error, Result, overflow},
    id::{ChangeId, MemberId, OperatorId, RequestId, TillId},
    program::{self, Version},
    shop::{self, Settings},
};

/// What was done, as the change log names it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Op(pub &'static str);

/// What every write carries from its caller.
#[derive(Debug, Clone, Copy)]
pub struct WriteRequest {
    /// The same id again gives the first result and changes nothing.
    pub request_id: RequestId,
    /// The clock at the edge, UTC milliseconds.
    pub now_ms: i64,
}

/// A write in progress: the transaction, the moment, and where ids come from.
#[derive(Debug)]
pub struct Tx<'a> {
    transaction: &'a Transaction<'a>,
    ids: &'a mut Ids,
    settings: Settings,
    change_id: ChangeId,
    now_ms: i64,
    today: NaiveDate,
    about: Cell<Option<MemberId>>,
    undoes: Cell<Option<ChangeId>>,
    program: RefCell<Option<(NaiveDate, Rc<Version>)>>,
}

impl Store {
    /// Runs `work` in one immediate transaction and writes exactly one change
    /// record with it. If the request was done before, its first result is
    /// returned and nothing happens.
    ///
    /// # Errors
    /// Those of `work`; `no_shop` before there is one; `request_reused` if the
    /// same request id came with another operation or payload. After an error
    /// nothing is changed.
    pub(crate) fn write<P, T>(
        &self,
        request: WriteRequest,
        op: Op,
        payload: &P,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T>
    where
        P: Serialize + ?Sized,
        T: Serialize + DeserializeOwned,
    {
        self.write_as(
            request,
            op,
            payload,
            |transaction, _| shop::settings(transaction),
            work,
        )
    }

    /// As [`Store::write`], where the shop's settings come from `settings`: the
    /// first write creates them.
    pub(crate) fn write_as<P, T>(
        &self,
        request: WriteRequest,
        op: Op,
        payload: &P,
        settings: impl FnOnce(&Transaction<'_>, &mut Ids) -> Result<Settings>,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T>
    where
        P: Serialize + ?Sized,
        T: Serialize + DeserializeOwned,
    {
        let payload = json(payload)?;
        let payload_hash: [u8; 32] = Sha256::digest(payload.as_bytes()).into();
        let mut writer = self.writer();
        let writer = &mut *writer;
        let transaction = writer
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;

        if let Some(first) = first_result(&transaction, request.request_id, op, &payload_hash)? {
            return serde_json::from_str(&first).map_err(|error| json_error(&error));
        }

        let settings = settings(&transaction, &mut writer.ids)?;
        let today = settings.calendar.business_date(request.now_ms)?;
        let change_id = ChangeId(writer.ids.next(request.now_ms));
        let (till_id, till_seq) = next_till_seq(&transaction)?;
        let operator_id: OperatorId = transaction
            .prepare_cached("SELECT id FROM operator ORDER BY created_at_ms, id LIMIT 1")?
            .query_row([], |row| row.get(0))?;

        let mut tx = Tx {
            transaction: &transaction,
            ids: &mut writer.ids,
            settings,
            change_id,
            now_ms: request.now_ms,
            today,
            about: Cell::new(None),
            undoes: Cell::new(None),
            program: RefCell::new(None),
        };
        let outcome = work(&mut tx)?;
        let (about, undoes) = (tx.about.get(), tx.undoes.get());

        let result = json(&outcome)?;
        transaction
            .prepare_cached(
                "INSERT INTO change (id, till_id, till_seq, at_ms, business_date, operator_id, op,
                                     request_id, member_id, undoes, payload, payload_hash, result)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)",
            )?
            .execute(params![
                change_id,
                till_id,
                till_seq,
                request.now_ms,
                today,
                operator_id,
                op.0,
                request.request_id,
                about,
                undoes,
                payload,
                payload_hash,
                result,
            ])?;
        transaction.commit()?;
        Ok(outcome)
    }
}

impl Store {
    /// The result of a request that was done before as this operation.
    ///
    /// # Errors
    /// Errors of the disk.
    pub(crate) fn result_of<T: DeserializeOwned>(
        &self,
        request_id: RequestId,
        op: Op,
    ) -> Result<Option<T>> {
        self.read(|db| {
            let result: Option<String> = db
                .prepare_cached("SELECT result FROM change WHERE request_id = ?1 AND op = ?2")?
                .query_row(params![request_id, op.0], |row| row.get(0))
                .optional()?;
            result
                .map(|json| serde_json::from_str(&json).map_err(|error| json_error(&error)))
                .transpose()
        })
    }

    /// Runs `work` as a write would, and takes everything back: for trying out.
    ///
    /// # Errors
    /// Those of `work`; `no_shop` before there is one.
    pub(crate) fn rehearse<T>(
        &self,
        request: WriteRequest,
        work: impl FnOnce(&mut Tx<'_>) -> Result<T>,
    ) -> Result<T> {
        let mut writer = self.writer();
        let writer = &mut *writer;
        let transaction = writer
            .connection
            .transaction_with_behavior(TransactionBehavior::Immediate)?;
        let settings = shop::settings(&transaction)?;
        let today = settings.calendar.business_date(request.now_ms)?;
        let mut tx = Tx {
            transaction: &transaction,
            change_id: ChangeId(writer.ids.next(request.now_ms)),
            ids: &mut writer.ids,
            settings,
            now_ms: request.now_ms,
            today,
            about: Cell::new(None),
            undoes: Cell::new(None),
            program: RefCell::new(None),
        };
        let outcome = work(&mut tx);
        transaction.rollback()?;
        outcome
    }
}

/// The result of a request that was done before.
fn first_result(
    transaction: &Transaction<'_>,
    request_id: RequestId,
    op: Op,
    payload_hash: &[u8; 32],
) -> Result<Option<String>> {
    let found: Option<(String, [u8; 32], String)> = transaction
        .prepare_cached("SELECT op, payload_hash, result FROM change WHERE request_id = ?1")?
        .query_row([request_id], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    match found {
        None => Ok(None),
        Some((first_op, first_hash, result)) if first_op == op.0 && first_hash == *payload_hash => {
            Ok(Some(result))
        }
        Some(_) => Err(Error::new(Code::RequestReused).arg("request_id", request_id)),
    }
}

fn next_till_seq(transaction: &Transaction<'_>) -> Result<(TillId, i64)> {
    let (till_id, last_seq): (TillId, i64) = transaction
        .prepare_cached("SELECT id, last_seq FROM till ORDER BY number LIMIT 1")?
        .query_row([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let seq = last_seq.checked_add(1).ok_or_else(overflow)?;
    transaction
        .prepare_cached("UPDATE till SET last_seq = ?2 WHERE id = ?1")?
        .execute(params![till_id, seq])?;
    Ok((till_id, seq))
}

fn json<T: Serialize + ?Sized>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| json_error(&error))
}

fn json_error(error: &serde_json::Error) -> Error {
    Error::new(Code::Storage).arg("detail", error)
}

impl<'a> Tx<'a> {
    /// A compiled statement on this transaction.
    pub(crate) fn sql(&self, text: &str) -> Result<rusqlite::CachedStatement<'a>> {
        Ok(self.transaction.prepare_cached(text)?)
    }

    /// The connection, for reads shared with readers.
    pub(crate) fn connection(&self) -> &'a rusqlite::Connection {
        self.transaction
    }

    /// Names the member the change is about.
    pub(crate) fn about(&self, member_id: MemberId) {
        self.about.set(Some(member_id));
    }

    /// Names the change that this one undoes.
    pub(crate) fn undoes(&self, change_id: ChangeId) {
        self.undoes.set(Some(change_id));
    }

    /// A fresh id.
    pub(crate) fn new_uuid(&mut self) -> Uuid {
        self.ids.next(self.now_ms)
    }

    /// The source of randomness, for card numbers and codes.
    pub(crate) fn random(&mut self) -> &mut ChaCha12Rng {
        self.ids.random()
    }

    /// The change record being written.
    pub(crate) fn change_id(&self) -> ChangeId {
        self.change_id
    }

    /// The moment, UTC milliseconds.
    pub(crate) fn now_ms(&self) -> i64 {
        self.now_ms
    }

    /// The business date of the moment.
    pub(crate) fn today(&self) -> NaiveDate {
        self.today
    }

    /// The shop's settings.
    pub(crate) fn settings(&self) -> &Settings {
        &self.settings
    }

    /// The program's version in force on the day of the moment, read once for a run
    /// of rows. Not for a write that changes the program.
    pub(crate) fn program(&self) -> Result<Rc<Version>> {
        let mut read = self.program.borrow_mut();
        if let Some((day, version)) = &*read
            && *day == self.today
        {
            return Ok(Rc::clone(version));
        }
        let version = Rc::new(program::in_force(self.transaction, self.today)?);
        *read = Some((self.today, Rc::clone(&version)));
        Ok(version)
    }

    /// Moves to another moment: history from a file or a demo is written with
    /// the time it happened. The change record keeps the time of the write.
    pub(crate) fn set_moment(&mut self, at_ms: i64) -> Result<()> {
        self.today = self.settings.calendar.business_date(at_ms)?;
        self.now_ms = at_ms;
        Ok(())
    }
}
