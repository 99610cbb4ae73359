//! `member add | edit | find | show | merge | archive | restore`.

use regulars_api::ApiError;
use regulars_core::{
    Code, Error, date_input,
    id::MemberId,
    member::{Birthday, MemberDraft, MemberGlance, MemberHit, MemberView},
};
use regulars_i18n::Args;
use serde_json::{Value, json};

use super::{Done, counter, shop};
use crate::{
    args::{Cli, MemberAdd, MemberEdit, MemberFields},
    out::{Failure, Output},
    session::Session,
};

pub(super) fn add(cli: &Cli, args: &MemberAdd) -> Done {
    let session = Session::open(cli)?;
    let draft = MemberDraft {
        consent_email: args.consent_email.then_some(true),
        consent_sms: args.consent_sms.then_some(true),
        ..draft(&session, &args.fields)?
    };
    let enrolled = session
        .store
        .enrol(session.write(), &draft, args.allow_same_name)
        .map_err(|error| session.say(&error))?;
    let member = session
        .store
        .member(enrolled.member_id)
        .map_err(|error| session.say(&error))?;
    let text = session.text(
        "cli-member-added",
        &Args::new()
            .with("name", shown(&member))
            .with("number", enrolled.card_number.as_str()),
    );
    Ok(Output::done(
        json!({ "member": person(&member), "card_number": enrolled.card_number, "change": enrolled.change_id }),
        text,
    ))
}

pub(super) fn edit(cli: &Cli, args: &MemberEdit) -> Done {
    let session = Session::open(cli)?;
    let member = session.member(&args.member)?;
    let no_birthday = args.fields.birthday.as_deref().is_some_and(is_blank);
    let change = session
        .store
        .update_member(
            session.write(),
            member,
            &draft(&session, &args.fields)?,
            no_birthday,
        )
        .map_err(|error| session.say(&error))?;
    let member = look(&session, member)?;
    Ok(Output::done(
        json!({ "member": person(&member), "change": change }),
        session.text(
            "cli-member-changed",
            &Args::new().with("name", shown(&member)),
        ),
    ))
}

/// What was given of a member; consents have a command of their own.
fn draft(session: &Session, fields: &MemberFields) -> Result<MemberDraft, Failure> {
    Ok(MemberDraft {
        name: fields.name.clone(),
        phone: fields.phone.clone(),
        email: fields.email.clone(),
        birthday: fields
            .birthday
            .as_deref()
            .filter(|text| !is_blank(text))
            .map(|text| birthday(session, text))
            .transpose()?,
        locale: fields
            .locale
            .map(|locale| shop::locale(locale).tag().to_owned()),
        notes: fields.notes.clone(),
        address: fields.address.clone(),
        messenger: fields.messenger.clone(),
        external_id: fields.external_id.clone(),
        joined_on: fields.joined_on,
        card_number: fields.card_number.clone(),
        consent_email: None,
        consent_sms: None,
    })
}

fn is_blank(text: &str) -> bool {
    text.trim().is_empty()
}

fn birthday(session: &Session, text: &str) -> Result<Birthday, Failure> {
    let parsed = date_input::parse_birthday(text, None).map_err(|error| {
        let refused = Error::new(Code::BadDate)
            .reason(error.code())
            .field("birthday")
            .arg("value", text);
        Failure::from(ApiError::from_core(&refused, session.locale()))
    })?;
    Ok(Birthday {
        month: parsed.month,
        day: parsed.day,
        year: parsed.year,
    })
}

/// The name, or the phone where there is none.
pub(super) fn shown(member: &MemberView) -> String {
    if member.name.is_empty() {
        member
            .phone_display
            .clone()
            .or_else(|| member.external_id.clone())
            .unwrap_or_default()
    } else {
        member.name.clone()
    }
}

pub(super) fn person(member: &MemberView) -> Value {
    json!({
        "id": member.id,
        "name": member.name,
        "phone": member.phone,
        "email": member.email,
        "birthday": member.birthday.map(iso_birthday),
        "locale": member.locale,
        "notes": member.notes,
        "address": member.address,
        "messenger": member.messenger,
        "external_id": member.external_id,
        "joined_on": member.joined_on,
        "status": member.status,
    })
}

/// `1990-02-28`, or `02-28` without a year.
fn iso_birthday(birthday: Birthday) -> String {
    match birthday.year {
        Some(year) => format!("{year:04}-{:02}-{:02}", birthday.month, birthday.day),
        None => format!("{:02}-{:02}", birthday.month, birthday.day),
    }
}

pub(super) fn find(cli: &Cli, query: &str, limit: u32) -> Done {
    let session = Session::open(cli)?;
    let today = session.today()?;
    // A scanned card is its member and nobody else; a stopped or misread one says so.
    let hits = session
        .store
        .search(query, limit, today)
        .map_err(|error| session.say(&error))?;
    let scan = session
        .store
        .scan(query)
        .map_err(|error| session.say(&error))?;
    let lines: Vec<String> = hits.iter().map(hit_line).collect();
    let text = if lines.is_empty() {
        session.text("cli-nobody-found", &Args::new().with("query", query))
    } else {
        lines.join("\n")
    };
    let rows: Vec<Value> = hits.iter().map(hit).collect();
    Ok(Output::done(
        json!({ "query": query, "scan": scan, "hits": rows }),
        text,
    ))
}

fn hit(hit: &MemberHit) -> Value {
    json!({
        "id": hit.id,
        "name": hit.name,
        "phone": hit.phone_display,
        "last_visit": hit.last_visit_on,
        "stamps": hit.balance,
        "stamps_required": hit.stamps_required,
        "rewards": hit.grants,
    })
}

fn hit_line(hit: &MemberHit) -> String {
    let phone = hit.phone_display.as_deref().unwrap_or_default();
    format!(
        "{}  {}  {phone}  {}/{}",
        hit.id, hit.name, hit.balance, hit.stamps_required
    )
}

pub(super) fn show(cli: &Cli, member: &str) -> Done {
    let session = Session::open(cli)?;
    let id = session.member(member)?;
    let glance = session
        .store
        .glance(id, session.now_ms)
        .map_err(|error| session.say(&error))?;
    let document = glance_document(&session, &glance)?;
    let mut lines = vec![
        shown(&glance.member),
        format!(
            "{}: {}/{}",
            glance.card.name, glance.card.balance, glance.card.stamps_required
        ),
    ];
    lines.extend(glance.member.phone_display.clone());
    lines.extend(glance.member.email.clone());
    lines.extend(glance.cards.iter().map(|card| card.number.clone()));
    lines.extend(
        glance
            .grants
            .iter()
            .map(|grant| format!("{}  {}", grant.code, grant.reward_name)),
    );
    Ok(Output::done(document, lines.join("\n")))
}

/// A member with stamps, rewards, cards and last visits.
pub(super) fn glance_document(session: &Session, glance: &MemberGlance) -> Result<Value, Failure> {
    let grants: Vec<Value> = glance.grants.iter().map(counter::grant).collect();
    let visits = glance
        .last_visits
        .iter()
        .map(|visit| counter::visit_document(session, visit))
        .collect::<Result<Vec<_>, _>>()?;
    let cards: Vec<Value> = glance
        .cards
        .iter()
        .map(|card| json!({ "number": card.number, "status": card.status }))
        .collect();
    Ok(json!({
        "member": person(&glance.member),
        "visits": glance.stats.visits,
        "spend": session.decimal(glance.stats.spend_minor)?,
        "first_visit": glance.stats.first_visit_on,
        "last_visit": glance.stats.last_visit_on,
        "stamps": glance.card.balance,
        "stamps_required": glance.card.stamps_required,
        "rewards": grants,
        "cards": cards,
        "last_visits": visits,
    }))
}

pub(super) fn merge(cli: &Cli, keep: &str, other: &str) -> Done {
    let session = Session::open(cli)?;
    let (keep, other) = (session.member(keep)?, session.member(other)?);
    let other_name = shown(&look(&session, other)?);
    let change = session
        .store
        .merge_members(session.write(), keep, other)
        .map_err(|error| session.say(&error))?;
    let kept = look(&session, keep)?;
    let args = Args::new()
        .with("name", shown(&kept))
        .with("other", other_name);
    Ok(Output::done(
        json!({ "member": person(&kept), "merged": other, "change": change }),
        session.text("cli-member-merged", &args),
    ))
}

pub(super) fn archive(cli: &Cli, member: &str, archived: bool) -> Done {
    let session = Session::open(cli)?;
    let member = session.member(member)?;
    let change = session
        .store
        .archive_member(session.write(), member, archived)
        .map_err(|error| session.say(&error))?;
    let member = look(&session, member)?;
    let key = if archived {
        "cli-member-archived"
    } else {
        "cli-member-restored"
    };
    Ok(Output::done(
        json!({ "member": person(&member), "change": change }),
        session.text(key, &Args::new().with("name", shown(&member))),
    ))
}

fn look(session: &Session, member: MemberId) -> Result<MemberView, Failure> {
    session
        .store
        .member(member)
        .map_err(|error| session.say(&error))
}
