//! One row of a members file.

use std::collections::HashMap;

use rusqlite::{OptionalExtension, params};

use super::{Fate, Unit};
use crate::{
    error::Result,
    id::MemberId,
    member::{self, Birthday, MemberDraft},
    storage::Tx,
    text,
    transfer::MemberRow,
};

impl Unit for MemberRow {
    fn belongs_with(&self, _: &Self) -> bool {
        false
    }
}

/// How often each name came up in rows that have nothing else to be known by.
#[derive(Debug, Default)]
pub(super) struct SameNames(HashMap<String, i64>);

pub(super) fn take(tx: &mut Tx<'_>, row: &MemberRow, names: &mut SameNames) -> Result<Fate> {
    let draft = draft(row);
    let Some(known) = find(tx, row, names)? else {
        return member::enrol_draft(tx, &draft, "import").map(|_| Fate::Created);
    };
    let changed = member::update(tx, known, &draft, false, "import")?;
    Ok(if changed {
        Fate::Updated
    } else {
        Fate::Unchanged
    })
}

fn draft(row: &MemberRow) -> MemberDraft {
    MemberDraft {
        name: row.name.clone(),
        phone: row.phone.as_ref().map(|phone| phone.as_str().to_owned()),
        email: row.email.clone(),
        birthday: row.birthday.map(|day| Birthday {
            month: day.month,
            day: day.day,
            year: day.year,
        }),
        locale: row.locale.clone(),
        notes: row.notes.clone(),
        address: row.address.clone(),
        messenger: row.messenger.clone(),
        external_id: row.external_id.clone(),
        joined_on: row.joined_on,
        card_number: row.card_number.clone(),
        consent_email: row.consent_email,
        consent_sms: row.consent_sms,
    }
}

/// The member a row means, surest key first.
fn find(tx: &Tx<'_>, row: &MemberRow, names: &mut SameNames) -> Result<Option<MemberId>> {
    let one = |sql: &str, key: &str| -> Result<Option<MemberId>> {
        Ok(tx
            .sql(sql)?
            .query_row([key], |found| found.get(0))
            .optional()?)
    };
    if let Some(key) = &row.external_id
        && let Some(id) = one(
            "SELECT coalesce(merged_into, id) FROM member WHERE external_id = ?1",
            key,
        )?
    {
        return Ok(Some(id));
    }
    if let Some(phone) = &row.phone
        && let Some(id) = member::by_phone(tx.connection(), phone.as_str())?
        && may_be_same(tx, id, row)?
    {
        return Ok(Some(id));
    }
    if let Some(number) = &row.card_number
        && let Some(id) = one("SELECT member_id FROM card WHERE number = ?1", number)?
        && may_be_same(tx, id, row)?
        && !is_somebody_else(tx, id, row)?
    {
        return Ok(Some(id));
    }
    let name = text::fold(row.name.as_deref().unwrap_or_default());
    if let Some(email) = &row.email
        && row.external_id.is_none()
        && row.phone.is_none()
    {
        return Ok(tx
            .sql(
                "SELECT id FROM member WHERE email = ?1 AND name_folded = ?2 AND status <> 'merged'
                 ORDER BY rid LIMIT 1",
            )?
            .query_row(params![email, name], |found| found.get(0))
            .optional()?);
    }
    if row.external_id.is_some()
        || row.phone.is_some()
        || row.card_number.is_some()
        || name.is_empty()
    {
        return Ok(None);
    }
    let nth = names.0.entry(name.clone()).or_default();
    let found = tx
        .sql("SELECT id FROM member WHERE status = 'active' AND name_folded = ?1 ORDER BY rid LIMIT 1 OFFSET ?2")?
        .query_row(params![name, *nth], |found| found.get(0))
        .optional()?;
    *nth += 1;
    Ok(found)
}

/// Two external ids are two people: then the phone or card is refused as taken.
fn may_be_same(tx: &Tx<'_>, id: MemberId, row: &MemberRow) -> Result<bool> {
    let Some(key) = &row.external_id else {
        return Ok(true);
    };
    let other: Option<String> = tx
        .sql("SELECT external_id FROM member WHERE id = ?1")?
        .query_row([id], |found| found.get(0))?;
    Ok(other.is_none_or(|other| other == *key))
}

/// Whether a row that names a member by card alone speaks of another person: another
/// phone, or a name that shares no word. A wrong digit must not give a regular's
/// card, phone and history to a stranger; the card is refused as taken.
fn is_somebody_else(tx: &Tx<'_>, id: MemberId, row: &MemberRow) -> Result<bool> {
    let (name, phone): (String, Option<String>) = tx
        .sql("SELECT name_folded, phone FROM member WHERE id = ?1")?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let other_phone = match (&phone, &row.phone) {
        (Some(phone), Some(wanted)) => phone != wanted.as_str(),
        _ => false,
    };
    let wanted = text::fold(row.name.as_deref().unwrap_or_default());
    let other_name = !name.is_empty()
        && !wanted.is_empty()
        && !wanted
            .split(' ')
            .any(|word| name.split(' ').any(|own| own == word));
    Ok(other_phone || other_name)
}
