//! Members: enrolling, editing, consents, archiving, merging.

pub(crate) mod appointment;
mod consent;
pub(crate) mod date;
pub(crate) mod glance;
mod list;
mod merge;
pub(crate) mod rhythm;
pub(crate) mod search;
mod tag;
mod timeline;
mod types;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, params};

pub use appointment::{Appointment, AppointmentStatus};
pub use consent::{ConsentChanged, ConsentRestored};
pub use date::MemberDate;
pub(crate) use glance::stamp_card;
pub use types::*;

use crate::{
    card,
    error::{Code, Error, Result},
    id::{ChangeId, MemberId},
    ledger, phone, shop,
    storage::{Op, Store, Tx, WriteRequest},
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
                    refuse_same_name(tx.connection(), &fields)?;
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
    fn checked(tx: &Tx<'_>, draft: &MemberDraft) -> Result<Self> {
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

fn refuse_same_name(db: &Connection, fields: &Fields) -> Result<()> {
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
fn refuse_taken_phone(db: &Connection, phone: &str, except: Option<MemberId>) -> Result<()> {
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

fn refuse_taken_external_id(db: &Connection, key: &str, except: Option<MemberId>) -> Result<()> {
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

/// Writes a new member with card and starter stamps.
pub(crate) fn enrol(
    tx: &mut Tx<'_>,
    draft: &MemberDraft,
    fields: &Fields,
    source: &str,
) -> Result<Enrolled> {
    let name = fields.name.clone().unwrap_or_default();
    let phone = fields.phone.clone().flatten();
    let external_id = fields.external_id.clone().flatten();
    if name.is_empty() && phone.is_none() && external_id.is_none() {
        return Err(Error::new(Code::MemberNeedsName).field("name"));
    }
    if let Some(phone) = &phone {
        refuse_taken_phone(tx.connection(), phone, None)?;
    }
    if let Some(key) = &external_id {
        refuse_taken_external_id(tx.connection(), key, None)?;
    }
    let card_number = card::choose_number(tx, draft.card_number.as_deref())?;
    // Everything that can be refused was: from here on only the disk can fail, so
    // an import needs no savepoint for each row.
    let id = MemberId(tx.new_uuid());
    tx.about(id);
    let birthday = draft.birthday;
    let joined_on = draft.joined_on.unwrap_or(tx.today());
    let folded = text::fold(&name);
    let digits = search_digits(
        phone.as_slice(),
        external_id.as_deref(),
        std::slice::from_ref(&card_number),
    );
    let reversed_digits = reversed(&digits);
    tx.sql(
        "INSERT INTO member (id, external_id, name, phone, email, birth_month, birth_day, birth_year, locale,
                             notes, joined_on, created_at_ms, name_folded, search_digits, search_rev,
                             address, birthday_set_on, joined_known, messenger)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, ?19)",
    )?
    .execute(params![
        id,
        external_id,
        name,
        phone,
        fields.email.clone().flatten(),
        birthday.map(|day| day.month),
        birthday.map(|day| day.day),
        birthday.and_then(|day| day.year),
        fields.locale.flatten(),
        fields.notes.clone().unwrap_or_default(),
        joined_on,
        tx.now_ms(),
        folded,
        digits,
        reversed_digits,
        fields.address.clone().unwrap_or_default(),
        // A member with a past has told the birthday then, as far as we can know.
        birthday.map(|_| joined_on.min(tx.today())),
        draft.joined_on.is_some() || source != "import",
        fields.messenger.clone().unwrap_or_default(),
    ])?;
    tx.sql(
        "INSERT INTO member_search (rowid, name_folded, search_digits, search_rev) VALUES (?1, ?2, ?3, ?4)",
    )?
    .execute(params![tx.connection().last_insert_rowid(), folded, digits, reversed_digits])?;
    card::issue(tx, id, &card_number)?;
    for (channel, granted) in [
        (Channel::Email, draft.consent_email),
        (Channel::Sms, draft.consent_sms),
    ] {
        if let Some(granted) = granted {
            consent::set(tx, id, channel, granted, source)?;
        }
    }

    let version = tx.program()?;
    if version.rules.starter_stamps > 0 {
        let account = ledger::account(tx, id, version.program_id)?;
        ledger::earn(
            tx,
            account,
            &version,
            version.rules.starter_stamps,
            None,
            "starter",
        )?;
    }
    Ok(Enrolled {
        member_id: id,
        change_id: tx.change_id(),
        card_number,
    })
}

/// Enrols from checked parts: history of an import or a demo.
pub(crate) fn enrol_draft(tx: &mut Tx<'_>, draft: &MemberDraft, source: &str) -> Result<Enrolled> {
    let fields = Fields::checked(tx, draft)?;
    enrol(tx, draft, &fields, source)
}

/// Changes a member; `source` says where a consent was given or withdrawn. Returns
/// whether anything differs from before.
pub(crate) fn update(
    tx: &mut Tx<'_>,
    member: MemberId,
    draft: &MemberDraft,
    clear_birthday: bool,
    source: &str,
) -> Result<bool> {
    let fields = Fields::checked(tx, draft)?;
    let before = served(tx.connection(), member)?;
    let name = fields.name.unwrap_or_else(|| before.name.clone());
    let phone = fields.phone.unwrap_or_else(|| before.phone.clone());
    let email = fields.email.unwrap_or_else(|| before.email.clone());
    let notes = fields.notes.unwrap_or_else(|| before.notes.clone());
    let address = fields.address.unwrap_or_else(|| before.address.clone());
    let messenger = fields.messenger.unwrap_or_else(|| before.messenger.clone());
    let external_id = fields
        .external_id
        .unwrap_or_else(|| before.external_id.clone());
    let locale = match fields.locale {
        Some(locale) => locale.map(str::to_owned),
        None => before.locale.clone(),
    };
    let birthday = match draft.birthday {
        Some(birthday) => Some(birthday),
        None if clear_birthday => None,
        None => before.birthday,
    };
    let joined_on = draft.joined_on.unwrap_or(before.joined_on);
    if name.is_empty() && phone.is_none() && external_id.is_none() {
        return Err(Error::new(Code::MemberNeedsName).field("name"));
    }
    if let Some(phone) = phone
        .as_ref()
        .filter(|phone| Some(*phone) != before.phone.as_ref())
    {
        refuse_taken_phone(tx.connection(), phone, Some(member))?;
    }
    if let Some(key) = external_id
        .as_ref()
        .filter(|key| Some(*key) != before.external_id.as_ref())
    {
        refuse_taken_external_id(tx.connection(), key, Some(member))?;
    }
    let new_card = match draft.card_number.as_deref().map(str::trim) {
        Some(number) if !number.is_empty() && !has_card(tx, member, number)? => {
            Some(card::choose_number(tx, Some(number))?)
        }
        _ => None,
    };
    let mut changed = name != before.name
        || phone != before.phone
        || email != before.email
        || notes != before.notes
        || address != before.address
        || messenger != before.messenger
        || external_id != before.external_id
        || locale != before.locale
        || birthday != before.birthday
        || joined_on != before.joined_on;
    if changed {
        unindex(tx, member)?;
        tx.sql(
            "UPDATE member SET external_id = ?2, name = ?3, phone = ?4, email = ?5, birth_month = ?6,
                               birth_day = ?7, birth_year = ?8, locale = ?9, notes = ?10, joined_on = ?11,
                               name_folded = ?12, address = ?13, messenger = ?14
             WHERE id = ?1",
        )?
        .execute(params![
            member,
            external_id,
            name,
            phone,
            email,
            birthday.map(|day| day.month),
            birthday.map(|day| day.day),
            birthday.and_then(|day| day.year),
            locale,
            notes,
            joined_on,
            text::fold(&name),
            address,
            messenger,
        ])?;
        index(tx, member)?;
    }
    if draft.joined_on.is_some() {
        tx.sql("UPDATE member SET joined_known = 1 WHERE id = ?1")?
            .execute([member])?;
    }
    let day = |birthday: Birthday| (birthday.month, birthday.day);
    if birthday.map(day) != before.birthday.map(day) {
        tx.sql("UPDATE member SET birthday_set_on = ?2 WHERE id = ?1")?
            .execute(params![member, birthday.map(|_| tx.today())])?;
    }
    if let Some(number) = new_card {
        card::issue(tx, member, &number)?;
        reindex(tx, member)?;
        changed = true;
    }
    for (channel, granted) in [
        (Channel::Email, draft.consent_email),
        (Channel::Sms, draft.consent_sms),
    ] {
        if let Some(granted) = granted {
            changed |= consent::set(tx, member, channel, granted, source)?.changed;
        }
    }
    Ok(changed)
}

fn has_card(tx: &Tx<'_>, member: MemberId, number: &str) -> Result<bool> {
    Ok(tx
        .sql("SELECT EXISTS (SELECT 1 FROM card WHERE number = ?1 AND member_id = ?2)")?
        .query_row(params![number, member], |row| row.get(0))?)
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

// ---------------------------------------------------------------- the search index

/// The numbers a member is found by: phones as E.164 (their own, and those of members
/// merged into them), card numbers, and the key in another system. National spellings of phones are understood when searching,
/// so they cost nothing here.
fn search_digits(phones: &[String], external_id: Option<&str>, cards: &[String]) -> String {
    let phones: Vec<String> = phones.iter().map(|phone| text::digits(phone)).collect();
    let key = external_id.map(text::fold);
    phones
        .iter()
        .chain(cards)
        .chain(&key)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Each word backwards, so that a prefix search finds endings.
fn reversed(words: &str) -> String {
    words
        .split(' ')
        .map(|word| word.chars().rev().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Takes a member out of the search index; needs the row as it was indexed.
fn unindex(tx: &Tx<'_>, member: MemberId) -> Result<()> {
    tx.sql(
        "INSERT INTO member_search (member_search, rowid, name_folded, search_digits, search_rev)
         SELECT 'delete', rid, name_folded, search_digits, search_rev FROM member WHERE id = ?1",
    )?
    .execute([member])?;
    Ok(())
}

/// Puts a member, taken out before, into the search index.
fn index(tx: &Tx<'_>, member: MemberId) -> Result<()> {
    let external_id: Option<String> = tx
        .sql("SELECT external_id FROM member WHERE id = ?1")?
        .query_row([member], |row| row.get(0))?;
    let phones = tx
        .sql(
            "SELECT phone FROM member WHERE (id = ?1 OR merged_into = ?1) AND phone IS NOT NULL
             ORDER BY id <> ?1, rid",
        )?
        .query_map([member], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    let cards = tx
        .sql(
            "SELECT number FROM card WHERE member_id = ?1 AND status <> 'replaced' ORDER BY number",
        )?
        .query_map([member], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    let digits = search_digits(&phones, external_id.as_deref(), &cards);
    tx.sql("UPDATE member SET search_digits = ?2, search_rev = ?3 WHERE id = ?1")?
        .execute(params![member, digits, reversed(&digits)])?;
    tx.sql(
        "INSERT INTO member_search (rowid, name_folded, search_digits, search_rev)
         SELECT rid, name_folded, search_digits, search_rev FROM member WHERE id = ?1",
    )?
    .execute([member])?;
    Ok(())
}

/// Brings the search index in step after cards changed.
pub(crate) fn reindex(tx: &Tx<'_>, member: MemberId) -> Result<()> {
    unindex(tx, member)?;
    index(tx, member)
}
