//! The shop's moments: adding, changing, ordering, switching on and off.

use rusqlite::{Connection, OptionalExtension, Row, params};

use super::types::{Moment, MomentDraft, MomentRules};
use crate::{
    error::{Code, Error, Result},
    id::MomentId,
    storage::{Op, Store, Tx, WriteRequest},
};

impl Store {
    /// All moments in their order.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn moments(&self) -> Result<Vec<Moment>> {
        self.read(all)
    }

    /// A moment.
    ///
    /// # Errors
    /// `moment_not_found`.
    pub fn moment(&self, moment: MomentId) -> Result<Moment> {
        self.read(|db| find(db, moment))
    }

    /// The moment that a text names: its code or id.
    ///
    /// # Errors
    /// `moment_not_found`.
    pub fn resolve_moment(&self, text: &str) -> Result<Moment> {
        let text = text.trim();
        self.read(|db| {
            let by_code: Option<MomentId> = db
                .prepare_cached("SELECT id FROM moment WHERE code = ?1")?
                .query_row([text], |row| row.get(0))
                .optional()?;
            match by_code.or_else(|| text.parse().ok()) {
                Some(id) => find(db, id),
                None => Err(Error::new(Code::MomentNotFound).arg("value", text)),
            }
        })
    }

    /// Changes a moment, or adds one at the end, switched off.
    ///
    /// # Errors
    /// `moment_not_found`; `moment_code_taken`; refusals of single fields, see
    /// [`MomentDraft::checked`].
    pub fn save_moment(
        &self,
        request: WriteRequest,
        moment: Option<MomentId>,
        draft: &MomentDraft,
    ) -> Result<Moment> {
        self.write(request, Op("moment.save"), &(moment, draft), |tx| {
            let draft = draft.checked()?;
            let id = match moment {
                Some(id) => {
                    update(tx, id, &draft)?;
                    id
                }
                None => insert(tx, &draft, false)?,
            };
            find(tx.connection(), id)
        })
    }

    /// Adds moments at the end, in the order given: a shop's presets. A code that is
    /// there already is left as it is. Returns those that were added.
    ///
    /// # Errors
    /// Refusals of single fields, see [`MomentDraft::checked`].
    pub fn add_moments(
        &self,
        request: WriteRequest,
        drafts: &[MomentDraft],
        enabled: bool,
    ) -> Result<Vec<Moment>> {
        self.write(request, Op("moment.add"), &(drafts, enabled), |tx| {
            let mut added = Vec::new();
            for draft in drafts {
                let draft = draft.checked()?;
                if !code_taken(tx.connection(), &draft.code, None)? {
                    let id = insert(tx, &draft, enabled)?;
                    added.push(find(tx.connection(), id)?);
                }
            }
            Ok(added)
        })
    }

    /// Switches a moment on or off. What fell due while it was off is not caught
    /// up; what is planned and open is closed by the next run.
    ///
    /// # Errors
    /// `moment_not_found`.
    pub fn enable_moment(
        &self,
        request: WriteRequest,
        moment: MomentId,
        enabled: bool,
    ) -> Result<Moment> {
        self.write(request, Op("moment.enable"), &(moment, enabled), |tx| {
            let before = find(tx.connection(), moment)?;
            if before.enabled != enabled {
                let enabled_on = if enabled { tx.today() } else { before.enabled_on };
                tx.sql("UPDATE moment SET enabled = ?2, enabled_on = ?3, updated_at_ms = ?4 WHERE id = ?1")?
                    .execute(params![moment, enabled, enabled_on, tx.now_ms()])?;
            }
            find(tx.connection(), moment)
        })
    }

    /// Puts moments in a new order; those that are not named follow in their old
    /// one. Returns all.
    ///
    /// # Errors
    /// `moment_not_found`.
    pub fn order_moments(&self, request: WriteRequest, order: &[MomentId]) -> Result<Vec<Moment>> {
        self.write(request, Op("moment.order"), order, |tx| {
            let before = all(tx.connection())?;
            let mut ids = Vec::with_capacity(before.len());
            for id in order.iter().copied() {
                find(tx.connection(), id)?;
                if !ids.contains(&id) {
                    ids.push(id);
                }
            }
            for moment in &before {
                if !ids.contains(&moment.id) {
                    ids.push(moment.id);
                }
            }
            // Places are unique at every step: first out of the way.
            tx.sql("UPDATE moment SET position = -1 - position")?
                .execute([])?;
            for (position, id) in (0_i64..).zip(&ids) {
                tx.sql("UPDATE moment SET position = ?2 WHERE id = ?1")?
                    .execute(params![id, position])?;
            }
            all(tx.connection())
        })
    }

    /// Deletes a moment that has never come to a decision.
    ///
    /// # Errors
    /// `moment_not_found`; `moment_has_touches`: it can only be switched off.
    pub fn delete_moment(&self, request: WriteRequest, moment: MomentId) -> Result<()> {
        self.write(request, Op("moment.delete"), &moment, |tx| {
            find(tx.connection(), moment)?;
            let used: bool = tx
                .sql("SELECT EXISTS (SELECT 1 FROM touch WHERE moment_id = ?1)")?
                .query_row([moment], |row| row.get(0))?;
            if used {
                return Err(Code::MomentHasTouches.into());
            }
            tx.sql("DELETE FROM moment WHERE id = ?1")?
                .execute([moment])?;
            Ok(())
        })
    }
}

fn insert(tx: &mut Tx<'_>, draft: &MomentDraft, enabled: bool) -> Result<MomentId> {
    refuse_taken_code(tx.connection(), &draft.code, None)?;
    let id = MomentId(tx.new_uuid());
    tx.sql(
        "INSERT INTO moment (id, code, name, enabled, enabled_on, position, rules, created_at_ms, updated_at_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, (SELECT coalesce(max(position), -1) + 1 FROM moment), ?6, ?7, ?7)",
    )?
    .execute(params![
        id,
        draft.code,
        draft.name,
        enabled,
        tx.today(),
        to_json(&draft.rules)?,
        tx.now_ms()
    ])?;
    Ok(id)
}

fn update(tx: &Tx<'_>, id: MomentId, draft: &MomentDraft) -> Result<()> {
    find(tx.connection(), id)?;
    refuse_taken_code(tx.connection(), &draft.code, Some(id))?;
    tx.sql("UPDATE moment SET code = ?2, name = ?3, rules = ?4, updated_at_ms = ?5 WHERE id = ?1")?
        .execute(params![
            id,
            draft.code,
            draft.name,
            to_json(&draft.rules)?,
            tx.now_ms()
        ])?;
    Ok(())
}

fn code_taken(db: &Connection, code: &str, except: Option<MomentId>) -> Result<bool> {
    Ok(db
        .prepare_cached("SELECT EXISTS (SELECT 1 FROM moment WHERE code = ?1 AND id IS NOT ?2)")?
        .query_row(params![code, except], |row| row.get(0))?)
}

fn refuse_taken_code(db: &Connection, code: &str, except: Option<MomentId>) -> Result<()> {
    if code_taken(db, code, except)? {
        return Err(Error::new(Code::MomentCodeTaken)
            .field("code")
            .arg("code", code));
    }
    Ok(())
}

const COLUMNS: &str =
    "SELECT id, code, name, enabled, enabled_on, position, rules, updated_at_ms FROM moment";

pub(super) fn all(db: &Connection) -> Result<Vec<Moment>> {
    let mut statement = db.prepare_cached(&format!("{COLUMNS} ORDER BY position"))?;
    let rows = statement
        .query_map([], row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(parsed).collect()
}

pub(super) fn find(db: &Connection, id: MomentId) -> Result<Moment> {
    let found = db
        .prepare_cached(&format!("{COLUMNS} WHERE id = ?1"))?
        .query_row([id], row)
        .optional()?
        .ok_or_else(|| Error::new(Code::MomentNotFound).arg("value", id))?;
    parsed(found)
}

type MomentRow = (
    MomentId,
    String,
    String,
    bool,
    chrono::NaiveDate,
    i64,
    String,
    i64,
);

fn row(row: &Row<'_>) -> rusqlite::Result<MomentRow> {
    Ok((
        row.get(0)?,
        row.get(1)?,
        row.get(2)?,
        row.get(3)?,
        row.get(4)?,
        row.get(5)?,
        row.get(6)?,
        row.get(7)?,
    ))
}

fn parsed(row: MomentRow) -> Result<Moment> {
    let (id, code, name, enabled, enabled_on, position, rules, updated_at_ms) = row;
    let rules: MomentRules = from_json(&rules)?;
    Ok(Moment {
        id,
        code,
        name,
        enabled,
        enabled_on,
        position,
        rules,
        updated_at_ms,
    })
}

pub(super) fn to_json<T: serde::Serialize>(value: &T) -> Result<String> {
    serde_json::to_string(value).map_err(|error| Error::new(Code::Storage).arg("detail", &error))
}

pub(super) fn from_json<T: serde::de::DeserializeOwned>(json: &str) -> Result<T> {
    serde_json::from_str(json)
        .map_err(|error| Error::new(Code::DamagedDatabase).arg("detail", &error))
}
