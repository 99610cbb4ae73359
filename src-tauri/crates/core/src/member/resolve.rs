//! Which member a text names.

use rusqlite::{Connection, OptionalExtension};

use super::view;
use crate::{
    card,
    error::{Code, Error, Result},
    id::MemberId,
    phone, shop,
};

/// As [`resolve`], where a stopped card still names its member: history was
/// written while it worked.
pub(crate) fn resolve_any_card(
    db: &Connection,
    settings: &shop::Settings,
    text: &str,
) -> Result<MemberId> {
    match card::scan(db, text)? {
        card::Scan::Stopped { member_id, .. } => Ok(member_id),
        _ => resolve(db, settings, text),
    }
}

/// See [`Store::resolve_member`].
pub(crate) fn resolve(db: &Connection, settings: &shop::Settings, text: &str) -> Result<MemberId> {
    let text = text.trim();
    match card::scan(db, text)? {
        card::Scan::Found { member_id, .. } => return Ok(member_id),
        card::Scan::Stopped {
            number,
            status,
            member_name,
            ..
        } => {
            let code = match status {
                card::CardStatus::Lost => Code::CardLost,
                card::CardStatus::Replaced => Code::CardReplaced,
                _ => Code::CardBlocked,
            };
            return Err(Error::new(code)
                .arg("number", number)
                .arg("name", member_name));
        }
        // 13 digits may also be an external id or a long phone: those are tried first.
        card::Scan::BadCheckDigit { .. } | card::Scan::Unknown { .. } | card::Scan::NotACard => {}
    }
    if let Some(id) = by_column(db, "external_id = ?1", text)? {
        return Ok(id);
    }
    if let Ok(id) = text.parse::<MemberId>() {
        return Ok(view(db, id)?.id);
    }
    if text.contains('@') {
        return by_email(db, text);
    }
    if let Ok(phone) = phone::parse(text, settings.phone_region)
        && let Some(id) = by_phone(db, phone.as_str())?
    {
        return Ok(id);
    }
    Err(match card::scan(db, text)? {
        card::Scan::BadCheckDigit { number } => {
            Error::new(Code::CardCheckDigit).arg("number", number)
        }
        card::Scan::Unknown { number } => Error::new(Code::CardNotFound).arg("number", number),
        _ => Error::new(Code::MemberNotFound).arg("value", text),
    })
}

fn by_column(db: &Connection, condition: &str, value: &str) -> Result<Option<MemberId>> {
    Ok(db
        .prepare_cached(&format!(
            "SELECT coalesce(merged_into, id) FROM member WHERE {condition}"
        ))?
        .query_row([value], |row| row.get(0))
        .optional()?)
}

/// Whose a phone is, E.164: the member who has it, else the one into whom a member
/// with it was merged last.
pub(crate) fn by_phone(db: &Connection, phone: &str) -> Result<Option<MemberId>> {
    if let Some(id) = by_column(db, "phone = ?1 AND status <> 'merged'", phone)? {
        return Ok(Some(id));
    }
    // Merged members are few; the others have an index. The column beside max() is of
    // the row that has it: an ORDER BY would set up a sorter for each row of an import.
    Ok(db
        .prepare_cached(
            "SELECT merged_into, max(rid) FROM member INDEXED BY member_merged_into
             WHERE merged_into IS NOT NULL AND phone = ?1",
        )?
        .query_row([phone], |row| row.get(0))?)
}

fn by_email(db: &Connection, email: &str) -> Result<MemberId> {
    let found = db
        .prepare_cached(
            "SELECT id FROM member WHERE email = ?1 AND status <> 'merged' ORDER BY rid LIMIT 2",
        )?
        .query_map([email], |row| row.get::<_, MemberId>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    match found.as_slice() {
        [one] => Ok(*one),
        [] => Err(Error::new(Code::MemberNotFound).arg("value", email)),
        _ => Err(Error::new(Code::MemberAmbiguous).arg("value", email)),
    }
}
