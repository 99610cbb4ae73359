//! A member's fields: cleaned and checked, and refused where another member has them.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::{Birthday, MemberDraft};
use crate::{
    error::{Code, Error, Result},
    id::MemberId,
    phone, shop,
    storage::Tx,
    text,
};

/// The longest name, in characters.
pub const MAX_NAME_CHARS: usize = 120;
/// The longest notes, in characters.
pub const MAX_NOTES_CHARS: usize = 2_000;
/// The longest postal address, in characters.
pub const MAX_ADDRESS_CHARS: usize = 300;
/// The longest address in a messenger, in characters.
pub const MAX_MESSENGER_CHARS: usize = 64;

/// A draft after checking: what goes into the columns.
#[derive(Debug, Default)]
pub(crate) struct Fields {
    pub(crate) name: Option<String>,
    /// `Some(None)` clears.
    pub(crate) phone: Option<Option<String>>,
    pub(crate) email: Option<Option<String>>,
    pub(crate) notes: Option<String>,
    pub(crate) address: Option<String>,
    pub(crate) messenger: Option<String>,
    pub(crate) external_id: Option<Option<String>>,
    pub(crate) locale: Option<Option<&'static str>>,
}

impl Fields {
    /// Cleans and checks every field that is present.
    pub(super) fn checked(tx: &Tx<'_>, draft: &MemberDraft) -> Result<Self> {
        let blank = |text: &str| text.trim().is_empty();
        let mut fields = Self::default();
        if let Some(name) = &draft.name {
            fields.name = Some(shop::line(name, "name", 0, MAX_NAME_CHARS)?);
        }
        if let Some(phone) = &draft.phone {
            fields.phone = Some(if blank(phone) {
                None
            } else {
                Some(parse_phone(tx, phone)?)
            });
        }
        if let Some(email) = &draft.email {
            fields.email = Some(if blank(email) {
                None
            } else {
                Some(parse_email(email)?)
            });
        }
        if let Some(notes) = &draft.notes {
            fields.notes = Some(lines(notes, "notes", MAX_NOTES_CHARS)?);
        }
        if let Some(address) = &draft.address {
            fields.address = Some(lines(address, "address", MAX_ADDRESS_CHARS)?);
        }
        if let Some(messenger) = &draft.messenger {
            fields.messenger = Some(shop::line(messenger, "messenger", 0, MAX_MESSENGER_CHARS)?);
        }
        if let Some(key) = &draft.external_id {
            let key = shop::line(key, "external_id", 0, 80)?;
            fields.external_id = Some(if key.is_empty() { None } else { Some(key) });
        }
        if let Some(locale) = &draft.locale {
            fields.locale = Some(if blank(locale) {
                None
            } else {
                Some(shop::parse_locale(locale.trim())?)
            });
        }
        if let Some(birthday) = draft.birthday {
            check_birthday(birthday, tx.today())?;
        }
        Ok(fields)
    }
}

fn parse_phone(tx: &Tx<'_>, input: &str) -> Result<String> {
    phone::parse(input, tx.settings().phone_region)
        .map(phone::E164::into_string)
        .map_err(|error| {
            Error::new(Code::BadPhone)
                .reason(error.code())
                .field("phone")
                .arg("value", input.trim())
        })
}

/// The shape of an address: one @ with text around it and a dot in the domain.
/// Whether it exists only a message can tell.
fn parse_email(input: &str) -> Result<String> {
    let email = shop::line(input, "email", 0, 254)?;
    let sound = email.split_once('@').is_some_and(|(local, domain)| {
        !local.is_empty()
            && !domain.contains('@')
            && domain.split('.').count() >= 2
            && domain.split('.').all(|part| !part.is_empty())
            && !email
                .contains(|letter: char| letter.is_whitespace() || letter == ',' || letter == ';')
    });
    if sound {
        Ok(email)
    } else {
        Err(Error::new(Code::BadEmail)
            .field("email")
            .arg("value", email))
    }
}

/// Notes and addresses keep their line breaks, and nothing else that is invisible.
fn lines(input: &str, field: &'static str, max: usize) -> Result<String> {
    let mut lines = Vec::new();
    for line in input.trim().lines() {
        lines.push(shop::line(line, field, 0, max)?);
    }
    let text = lines.join("\n");
    if text.chars().count() > max {
        return Err(Error::new(Code::TextTooLong).field(field).arg("max", max));
    }
    Ok(text)
}

fn check_birthday(birthday: Birthday, today: NaiveDate) -> Result<()> {
    use chrono::Datelike;
    let bad = || Error::new(Code::BadDate).field("birthday");
    // Without a year, 29 February exists: 2000 had one.
    let date = NaiveDate::from_ymd_opt(birthday.year.unwrap_or(2000), birthday.month, birthday.day)
        .ok_or_else(bad)?;
    match birthday.year {
        Some(year) if date > today || year < today.year() - 120 => Err(bad()),
        _ => Ok(()),
    }
}

pub(super) fn refuse_same_name(db: &Connection, fields: &Fields) -> Result<()> {
    let Some(name) = fields.name.as_deref().filter(|name| !name.is_empty()) else {
        return Ok(());
    };
    let other: Option<(MemberId, String)> = db
        .prepare_cached("SELECT id, name FROM member WHERE status = 'active' AND name_folded = ?1 ORDER BY rid LIMIT 1")?
        .query_row([text::fold(name)], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    match other {
        Some((id, name)) => Err(Error::new(Code::SameName)
            .field("name")
            .arg("member_id", id)
            .arg("name", name)),
        None => Ok(()),
    }
}

/// Refuses a phone that another member has, archived or not.
pub(super) fn refuse_taken_phone(
    db: &Connection,
    phone: &str,
    except: Option<MemberId>,
) -> Result<()> {
    let other: Option<(MemberId, String, String)> = db
        .prepare_cached(
            "SELECT id, name, status FROM member
             WHERE phone = ?1 AND status <> 'merged' AND id IS NOT ?2 LIMIT 1",
        )?
        .query_row(params![phone, except], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?))
        })
        .optional()?;
    match other {
        None => Ok(()),
        Some((id, name, status)) => {
            let shown = if name.is_empty() {
                phone::display(phone)
            } else {
                name
            };
            Err(Error::new(Code::PhoneTaken)
                .field("phone")
                .arg("member_id", id)
                .arg("name", shown)
                .arg("status", status))
        }
    }
}

pub(super) fn refuse_taken_external_id(
    db: &Connection,
    key: &str,
    except: Option<MemberId>,
) -> Result<()> {
    let taken: bool = db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM member WHERE external_id = ?1 AND id IS NOT ?2)",
        )?
        .query_row(params![key, except], |row| row.get(0))?;
    if taken {
        return Err(Error::new(Code::ExternalIdTaken)
            .field("external_id")
            .arg("value", key));
    }
    Ok(())
}
