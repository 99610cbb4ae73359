//! `consent list | give | withdraw | undo`.

use regulars_core::{
    Code, Error,
    id::{ChangeId, MemberId},
    member::{Channel, ConsentView},
};
use regulars_i18n::Args;
use serde_json::{Value, json};

use super::{Done, members};
use crate::{
    args,
    args::Cli,
    out::{Failure, Output},
    session::Session,
};

pub(super) fn list(cli: &Cli, member: &str) -> Done {
    let session = Session::open(cli)?;
    let member = session.member(member)?;
    let (document, text) = standing(&session, member)?;
    Ok(Output::done(document, text))
}

pub(super) fn set(cli: &Cli, args: &args::ConsentSet, granted: bool) -> Done {
    let session = Session::open(cli)?;
    let (store, member) = (&session.store, session.member(&args.member)?);
    let (request, channel) = (session.write(), channel(args.channel));
    let changed = match &args.how {
        Some(how) => store.set_consent_said(request, member, channel, granted, how),
        None => store.set_consent(request, member, channel, granted),
    }
    .map_err(|error| session.say(&error))?;
    let (mut document, mut text) = standing(&session, member)?;
    if changed.is_withdrawal() {
        let args = Args::new().with("change", changed.change_id.to_string());
        text = format!("{text}\n{}", session.text("cli-consent-withdrawn", &args));
    }
    if let Some(map) = document.as_object_mut() {
        map.insert("change".to_owned(), json!(changed.change_id));
        map.insert("left_out".to_owned(), json!(changed.closed));
    }
    Ok(Output::done(document, text))
}

pub(super) fn undo(cli: &Cli, change: &str) -> Done {
    let session = Session::open(cli)?;
    let change: ChangeId = change
        .trim()
        .parse()
        .map_err(|_| session.say(&Error::new(Code::NotUndoable).arg("value", change)))?;
    let restored = session
        .store
        .undo_consent(session.write(), change)
        .map_err(|error| session.say(&error))?;
    session.fill_outbox_if_possible(1);
    let args = Args::new()
        .with("planned", restored.planned)
        .with("stayed", restored.stayed);
    Ok(Output::done(
        json!({ "planned": restored.planned, "stayed": restored.stayed }),
        session.text("cli-consent-undone", &args),
    ))
}

fn standing(session: &Session, member: MemberId) -> Result<(Value, String), Failure> {
    let profile = session
        .store
        .profile(member, session.now_ms)
        .map_err(|error| session.say(&error))?;
    let consents: Vec<Value> = profile.consents.iter().map(document).collect();
    let given: Vec<&str> = profile
        .consents
        .iter()
        .filter(|consent| consent.granted)
        .map(|consent| name(consent.channel))
        .collect();
    let args = Args::new()
        .with("name", members::shown(&profile.glance.member))
        .with("count", given.len())
        .with("channels", given.join(", "));
    Ok((
        json!({ "member": member, "consents": consents }),
        session.text("cli-consents", &args),
    ))
}

fn document(consent: &ConsentView) -> Value {
    json!({
        "channel": consent.channel,
        "granted": consent.granted,
        "how": consent.source,
        "changed_at": consent.changed_at_ms.and_then(Session::instant),
    })
}

fn channel(channel: args::Reach) -> Channel {
    match channel {
        args::Reach::Email => Channel::Email,
        args::Reach::Sms => Channel::Sms,
        args::Reach::Call => Channel::Call,
        args::Reach::Post => Channel::Post,
    }
}

fn name(channel: Channel) -> &'static str {
    match channel {
        Channel::Email => "email",
        Channel::Sms => "sms",
        Channel::Call => "call",
        Channel::Post => "post",
    }
}
