//! Appointments, as far as greetings need them: booked, kept, missed, cancelled.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};
use serde::{Deserialize, Serialize};

use super::served;
use crate::{
    error::{Code, Result},
    id::{AppointmentId, ChangeId, MemberId},
    storage::{Op, Store, Tx, WriteRequest},
};

/// Where an appointment stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum AppointmentStatus {
    /// To come.
    Booked,
    /// The member came.
    Kept,
    /// The member did not come.
    Missed,
    /// Called off.
    Cancelled,
}

impl AppointmentStatus {
    fn as_str(self) -> &'static str {
        match self {
            Self::Booked => "booked",
            Self::Kept => "kept",
            Self::Missed => "missed",
            Self::Cancelled => "cancelled",
        }
    }

    fn parse(text: &str) -> Self {
        match text {
            "kept" => Self::Kept,
            "missed" => Self::Missed,
            "cancelled" => Self::Cancelled,
            _ => Self::Booked,
        }
    }
}

/// An appointment of a member.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Appointment {
    /// Its id.
    pub id: AppointmentId,
    /// Whose it is.
    pub member_id: MemberId,
    /// The business date it is for.
    pub on: NaiveDate,
    /// Where it stands.
    pub status: AppointmentStatus,
    /// Business date on which the status was noted.
    pub noted_on: NaiveDate,
}

impl Store {
    /// Notes an appointment of a member, in whatever state it is known.
    ///
    /// # Errors
    /// `member_not_found`, `member_merged`.
    pub fn add_appointment(
        &self,
        request: WriteRequest,
        member: MemberId,
        on: NaiveDate,
        status: AppointmentStatus,
    ) -> Result<Appointment> {
        self.write(
            request,
            Op("appointment.add"),
            &(member, on, status),
            |tx| {
                tx.about(member);
                add(tx, member, on, status)
            },
        )
    }

    /// Notes where an appointment stands now.
    ///
    /// # Errors
    /// `appointment_not_found`.
    pub fn set_appointment(
        &self,
        request: WriteRequest,
        appointment: AppointmentId,
        status: AppointmentStatus,
    ) -> Result<Appointment> {
        self.write(
            request,
            Op("appointment.set"),
            &(appointment, status),
            |tx| {
                let after = set(tx, appointment, status)?;
                tx.about(after.member_id);
                Ok(after)
            },
        )
    }

    /// Takes an appointment away that was noted by mistake.
    ///
    /// # Errors
    /// `appointment_not_found`.
    pub fn remove_appointment(
        &self,
        request: WriteRequest,
        appointment: AppointmentId,
    ) -> Result<ChangeId> {
        self.write(request, Op("appointment.remove"), &appointment, |tx| {
            tx.about(find(tx.connection(), appointment)?.member_id);
            tx.sql("DELETE FROM appointment WHERE id = ?1")?
                .execute([appointment])?;
            Ok(tx.change_id())
        })
    }

    /// A member's appointments, latest first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn appointments(&self, member: MemberId) -> Result<Vec<Appointment>> {
        self.read(|db| of_member(db, member))
    }
}

pub(crate) fn add(
    tx: &mut Tx<'_>,
    member: MemberId,
    on: NaiveDate,
    status: AppointmentStatus,
) -> Result<Appointment> {
    served(tx.connection(), member)?;
    let id = AppointmentId(tx.new_uuid());
    tx.sql("INSERT INTO appointment (id, member_id, on_date, status, noted_on) VALUES (?1, ?2, ?3, ?4, ?5)")?
        .execute(params![id, member, on, status.as_str(), tx.today()])?;
    find(tx.connection(), id)
}

pub(crate) fn set(
    tx: &Tx<'_>,
    appointment: AppointmentId,
    status: AppointmentStatus,
) -> Result<Appointment> {
    let before = find(tx.connection(), appointment)?;
    if before.status != status {
        tx.sql("UPDATE appointment SET status = ?2, noted_on = ?3 WHERE id = ?1")?
            .execute(params![appointment, status.as_str(), tx.today()])?;
    }
    find(tx.connection(), appointment)
}

const COLUMNS: &str = "SELECT id, member_id, on_date, status, noted_on FROM appointment";

pub(super) fn of_member(db: &Connection, member: MemberId) -> Result<Vec<Appointment>> {
    Ok(db
        .prepare_cached(&format!(
            "{COLUMNS} WHERE member_id = ?1 ORDER BY on_date DESC, id DESC LIMIT 500"
        ))?
        .query_map([member], row)?
        .collect::<rusqlite::Result<_>>()?)
}

fn find(db: &Connection, id: AppointmentId) -> Result<Appointment> {
    db.prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?
        .query_row([id], row)
        .optional()?
        .ok_or_else(|| Code::AppointmentNotFound.into())
}

fn row(row: &Row<'_>) -> rusqlite::Result<Appointment> {
    Ok(Appointment {
        id: row.get(0)?,
        member_id: row.get(1)?,
        on: row.get(2)?,
        status: AppointmentStatus::parse(row.get_ref(3)?.as_str()?),
        noted_on: row.get(4)?,
    })
}
