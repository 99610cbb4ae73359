//! Dates of a member's own, under a label: the last colouring, a wedding day.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::served;
use crate::{
    error::{Code, Result},
    id::{ChangeId, MemberDateId, MemberId},
    moment::word,
    storage::{Op, Store, Tx, WriteRequest},
    text,
};

/// A date of a member's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MemberDate {
    /// Its id.
    pub id: MemberDateId,
    /// What it is, 1 to 40 characters.
    pub label: String,
    /// The business date.
    pub on: NaiveDate,
}

impl Store {
    /// Notes a date of a member; the same one again changes nothing.
    ///
    /// # Errors
    /// `member_not_found`, `member_merged`; `text_empty`, `text_too_long`.
    pub fn add_member_date(
        &self,
        request: WriteRequest,
        member: MemberId,
        label: &str,
        on: NaiveDate,
    ) -> Result<MemberDate> {
        self.write(request, Op("member.date.add"), &(member, label, on), |tx| {
            tx.about(member);
            add(tx, member, label, on)
        })
    }

    /// Takes a date of a member away.
    ///
    /// # Errors
    /// `member_date_not_found`.
    pub fn remove_member_date(
        &self,
        request: WriteRequest,
        date: MemberDateId,
    ) -> Result<ChangeId> {
        self.write(request, Op("member.date.remove"), &date, |tx| {
            let member: Option<MemberId> = tx
                .sql("SELECT member_id FROM member_date WHERE id = ?1")?
                .query_row([date], |row| row.get(0))
                .optional()?;
            tx.about(member.ok_or(Code::MemberDateNotFound)?);
            tx.sql("DELETE FROM member_date WHERE id = ?1")?
                .execute([date])?;
            Ok(tx.change_id())
        })
    }

    /// A member's dates, newest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn member_dates(&self, member: MemberId) -> Result<Vec<MemberDate>> {
        self.read(|db| of_member(db, member))
    }
}

pub(crate) fn add(
    tx: &mut Tx<'_>,
    member: MemberId,
    label: &str,
    on: NaiveDate,
) -> Result<MemberDate> {
    served(tx.connection(), member)?;
    let label = word(label, "label")?;
    let folded = text::fold(&label);
    let same: Option<MemberDate> = tx
        .sql("SELECT id, label FROM member_date WHERE member_id = ?1 AND label_folded = ?2 AND on_date = ?3")?
        .query_row(params![member, folded, on], |row| {
            Ok(MemberDate {
                id: row.get(0)?,
                label: row.get(1)?,
                on,
            })
        })
        .optional()?;
    if let Some(same) = same {
        return Ok(same);
    }
    let id = MemberDateId(tx.new_uuid());
    tx.sql(
        "INSERT INTO member_date (id, member_id, label_folded, label, on_date) VALUES (?1, ?2, ?3, ?4, ?5)",
    )?
    .execute(params![id, member, folded, label, on])?;
    Ok(MemberDate { id, label, on })
}

pub(super) fn of_member(db: &Connection, member: MemberId) -> Result<Vec<MemberDate>> {
    Ok(db
        .prepare_cached(
            "SELECT id, label, on_date FROM member_date WHERE member_id = ?1
             ORDER BY on_date DESC, label_folded LIMIT 500",
        )?
        .query_map([member], |row| {
            Ok(MemberDate {
                id: row.get(0)?,
                label: row.get(1)?,
                on: row.get(2)?,
            })
        })?
        .collect::<rusqlite::Result<_>>()?)
}
