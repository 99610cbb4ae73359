//! The shop's settings of the schedule.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{check::in_range, types::ScheduleSettings};
use crate::{
    error::Result,
    storage::{Op, Store, WriteRequest},
};

impl Store {
    /// The schedule's settings.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn schedule_settings(&self) -> Result<ScheduleSettings> {
        self.read(settings)
    }

    /// Changes the schedule's settings. What fell due while the schedule was off is
    /// not caught up.
    ///
    /// # Errors
    /// `out_of_range` about a field.
    pub fn set_schedule_settings(
        &self,
        request: WriteRequest,
        new: &ScheduleSettings,
    ) -> Result<ScheduleSettings> {
        self.write(request, Op("schedule.settings"), new, |tx| {
            in_range(i64::from(new.quiet_from_minute), 0, 1_439, "quiet_from_minute")?;
            in_range(i64::from(new.quiet_to_minute), 0, 1_439, "quiet_to_minute")?;
            in_range(i64::from(new.touches_per_month), 1, 31, "touches_per_month")?;
            let before = settings(tx.connection())?;
            tx.sql(
                "UPDATE schedule_setting SET enabled = ?1, quiet_from_minute = ?2, quiet_to_minute = ?3,
                                             touches_per_month = ?4",
            )?
            .execute(params![
                new.enabled,
                new.quiet_from_minute,
                new.quiet_to_minute,
                new.touches_per_month
            ])?;
            if new.enabled && !before.enabled {
                tx.sql("UPDATE schedule_setting SET enabled_on = ?1")?
                    .execute([tx.today()])?;
            }
            Ok(*new)
        })
    }

    /// The business date the last run planned for.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn schedule_last_run(&self) -> Result<Option<NaiveDate>> {
        self.read(|db| Ok(switch(db)?.last_run_on))
    }
}

pub(crate) fn settings(db: &Connection) -> Result<ScheduleSettings> {
    Ok(db
        .prepare_cached(
            "SELECT enabled, quiet_from_minute, quiet_to_minute, touches_per_month FROM schedule_setting",
        )?
        .query_row([], |row| {
            Ok(ScheduleSettings {
                enabled: row.get(0)?,
                quiet_from_minute: row.get(1)?,
                quiet_to_minute: row.get(2)?,
                touches_per_month: row.get(3)?,
            })
        })?)
}

/// Since when the schedule is on, and up to where it was planned.
#[derive(Debug, Clone, Copy)]
pub(super) struct Switch {
    pub(super) enabled_on: Option<NaiveDate>,
    pub(super) last_run_on: Option<NaiveDate>,
}

pub(super) fn switch(db: &Connection) -> Result<Switch> {
    Ok(db
        .prepare_cached("SELECT enabled_on, last_run_on FROM schedule_setting")?
        .query_row([], |row| {
            Ok(Switch {
                enabled_on: row.get(0)?,
                last_run_on: row.get(1)?,
            })
        })?)
}
