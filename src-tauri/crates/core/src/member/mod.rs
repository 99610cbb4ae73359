//! Members: enrolling, editing, consents, archiving, merging.

pub(crate) mod appointment;
mod consent;
pub(crate) mod date;
mod edit;
mod fields;
pub(crate) mod glance;
mod index;
mod list;
mod merge;
mod resolve;
pub(crate) mod rhythm;
pub(crate) mod search;
mod tag;
mod timeline;
mod types;

use rusqlite::{Connection, OptionalExtension, Row, params};

pub use appointment::{Appointment, AppointmentStatus};
pub use consent::{ConsentChanged, ConsentRestored};
pub use date::MemberDate;
pub(crate) use edit::{enrol, enrol_draft, update};
use fields::Fields;
pub use fields::{MAX_ADDRESS_CHARS, MAX_MESSENGER_CHARS, MAX_NAME_CHARS, MAX_NOTES_CHARS};
pub(crate) use glance::stamp_card;
pub(crate) use index::reindex;
pub(crate) use resolve::{by_phone, resolve, resolve_any_card};
pub use types::*;

use crate::{
    error::{Code, Error, Result},
    id::{ChangeId, MemberId},
    phone, shop,
    storage::{Op, Store, Tx, WriteRequest},
};

impl Store {
    /// Enrols a member, issues a card and gives the program's starter stamps.
    ///
    /// # Errors
    /// `member_needs_name`; `phone_taken` and `same_name` with the other member's
    /// `member_id`; `card_…` about a given card number; refusals of single fields.
    pub fn enrol(
        &self,
        request: WriteRequest,
        draft: &MemberDraft,
        allow_same_name: bool,
    ) -> Result<Enrolled> {
        self.write(
            request,
            Op("member.enrol"),
            &(draft, allow_same_name),
            |tx| {
                let fields = Fields::checked(tx, draft)?;
                if !allow_same_name {
                    fields::refuse_same_name(tx.connection(), &fields)?;
                }
                enrol(tx, draft, &fields, "counter")
            },
        )
    }

    /// Changes a member: present fields replace what is known, blank ones clear it.
    ///
    /// # Errors
    /// As [`Store::enrol`]; `member_not_found`, `member_merged`.
    pub fn update_member(
        &self,
        request: WriteRequest,
        member: MemberId,
        draft: &MemberDraft,
        clear_birthday: bool,
    ) -> Result<ChangeId> {
        self.write(
            request,
            Op("member.update"),
            &(member, draft, clear_birthday),
            |tx| {
                tx.about(member);
                update(tx, member, draft, clear_birthday, "profile")?;
                Ok(tx.change_id())
            },
        )
    }

    /// Puts a member away, or takes them back into service.
    ///
    /// # Errors
    /// `member_not_found`, `member_merged`.
    pub fn archive_member(
        &self,
        request: WriteRequest,
        member: MemberId,
        archived: bool,
    ) -> Result<ChangeId> {
        let op = if archived {
            Op("member.archive")
        } else {
            Op("member.restore")
        };
        self.write(request, op, &member, |tx| {
            tx.about(member);
            set_archived(tx, member, archived)?;
            Ok(tx.change_id())
        })
    }

    /// The member that a text names: card number, phone, e-mail, external id or id.
    ///
    /// # Errors
    /// `member_not_found`, `member_ambiguous`, and what a card has to say:
    /// `card_check_digit`, `card_blocked`, `card_lost`, `card_replaced`.
    pub fn resolve_member(&self, text: &str) -> Result<MemberId> {
        self.read(|db| resolve(db, &shop::settings(db)?, text))
    }

    /// A member as a person.
    ///
    /// # Errors
    /// `member_not_found`.
    pub fn member(&self, member: MemberId) -> Result<MemberView> {
        self.read(|db| view(db, member))
    }
}

pub(crate) fn channel_text(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::Sms => "sms",
        Channel::Call => "call",
        Channel::Post => "post",
    }
}

pub(crate) fn set_archived(tx: &Tx<'_>, member: MemberId, archived: bool) -> Result<()> {
    let before = view(tx.connection(), member)?;
    if before.status == MemberStatus::Merged {
        return Err(merged(&before));
    }
    tx.sql("UPDATE member SET status = ?2 WHERE id = ?1")?
        .execute(params![
            member,
            if archived { "archived" } else { "active" }
        ])?;
    Ok(())
}

/// A member who can be worked with.
///
/// # Errors
/// `member_not_found`, `member_merged`.
pub(crate) fn served(db: &Connection, member: MemberId) -> Result<MemberView> {
    let view = view(db, member)?;
    if view.status == MemberStatus::Merged {
        Err(merged(&view))
    } else {
        Ok(view)
    }
}

fn merged(view: &MemberView) -> Error {
    let error = Error::new(Code::MemberMerged).arg("name", &view.name);
    match view.merged_into {
        Some(into) => error.arg("member_id", into),
        None => error,
    }
}

pub(crate) fn view(db: &Connection, member: MemberId) -> Result<MemberView> {
    db.prepare_cached(
        "SELECT id, name, phone, email, birth_month, birth_day, birth_year, locale, notes, external_id,
                joined_on, status, merged_into, address, messenger
         FROM member WHERE id = ?1",
    )?
    .query_row([member], view_row)
    .optional()?
    .ok_or_else(|| Code::MemberNotFound.into())
}

fn view_row(row: &Row<'_>) -> rusqlite::Result<MemberView> {
    let phone: Option<String> = row.get(2)?;
    let month: Option<u32> = row.get(4)?;
    let day: Option<u32> = row.get(5)?;
    let year = row.get(6)?;
    Ok(MemberView {
        id: row.get(0)?,
        name: row.get(1)?,
        phone_display: phone.as_deref().map(phone::display),
        phone,
        email: row.get(3)?,
        birthday: month
            .zip(day)
            .map(|(month, day)| Birthday { month, day, year }),
        locale: row.get(7)?,
        notes: row.get(8)?,
        external_id: row.get(9)?,
        joined_on: row.get(10)?,
        status: status(&row.get::<_, String>(11)?),
        merged_into: row.get(12)?,
        address: row.get(13)?,
        messenger: row.get(14)?,
    })
}

pub(crate) fn status(text: &str) -> MemberStatus {
    match text {
        "archived" => MemberStatus::Archived,
        "merged" => MemberStatus::Merged,
        _ => MemberStatus::Active,
    }
}
