//! Writing a new member, and changing one.

use rusqlite::params;

use super::{
    Birthday, Channel, Enrolled, MemberDraft, consent,
    fields::{self, Fields},
    index::{index, reindex, reversed, search_digits, unindex},
    served,
};
use crate::{
    card,
    error::{Code, Error, Result},
    id::MemberId,
    ledger,
    storage::Tx,
    text,
};

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
        fields::refuse_taken_phone(tx.connection(), phone, None)?;
    }
    if let Some(key) = &external_id {
        fields::refuse_taken_external_id(tx.connection(), key, None)?;
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
        fields::refuse_taken_phone(tx.connection(), phone, Some(member))?;
    }
    if let Some(key) = external_id
        .as_ref()
        .filter(|key| Some(*key) != before.external_id.as_ref())
    {
        fields::refuse_taken_external_id(tx.connection(), key, Some(member))?;
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
