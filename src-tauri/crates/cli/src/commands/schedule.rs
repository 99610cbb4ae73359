//! `schedule run | list`, `touch …`, `moment …`.

use chrono::{Days, NaiveDate};
use regulars_api::wording::Wording;
use regulars_core::{
    Code, Error,
    id::TouchId,
    moment::{
        Decision, Moment, MomentDraft, Outcome, RunReport, TouchQuery, TouchStatus, TouchView,
    },
};
use regulars_i18n::Args;
use serde_json::{Value, json};

use super::{Done, counter};
use crate::{
    args::{self, Cli},
    out::{Failure, Output},
    session::Session,
};

pub(super) fn run(cli: &Cli, as_of: Option<NaiveDate>, dry_run: bool) -> Done {
    let session = Session::open(cli)?;
    let report = if dry_run {
        session.store.preview_schedule(as_of, session.now_ms)
    } else {
        session.store.run_schedule(session.write(), as_of)
    }
    .map_err(|error| session.say(&error))?;
    if !dry_run {
        session.fill_outbox_if_possible(1);
    }
    let mut lines: Vec<String> = report.planned.iter().map(decision_line).collect();
    lines.push(summary(&session, &report, dry_run));
    if report.clock_back {
        lines.push(session.text("cli-schedule-clock-back", &Args::new()));
    }
    Ok(Output::done(report_document(&report), lines.join("\n")))
}

fn report_document(report: &RunReport) -> Value {
    let mut document = json!({
        "as_of": report.as_of,
        "planned": report.planned,
        "skipped": report.skipped,
        "closed": report.closed,
        "clock_back": report.clock_back,
    });
    if report.switched_off
        && let Some(map) = document.as_object_mut()
    {
        map.insert("switched_off".to_owned(), json!(true));
    }
    document
}

fn decision_line(decision: &Decision) -> String {
    let channel = decision.channel.map_or("", |channel| channel.as_str());
    format!(
        "{}  {}  {}  {channel}",
        decision.due_on, decision.moment, decision.member.name
    )
}

fn summary(session: &Session, report: &RunReport, dry_run: bool) -> String {
    let key = match (report.switched_off, dry_run) {
        (true, _) => "cli-schedule-off",
        (false, true) => "cli-schedule-tried",
        (false, false) => "cli-schedule-run",
    };
    session.text(
        key,
        &Args::new()
            .with("planned", report.planned.len())
            .with("skipped", report.skipped.len())
            .with("closed", report.closed.len()),
    )
}

pub(super) fn list(cli: &Cli, args: &args::ScheduleList) -> Done {
    let session = Session::open(cli)?;
    let query = TouchQuery {
        from: args.from,
        to: args.to,
        status: args.status.map(status),
        member_id: args
            .member
            .as_deref()
            .map(|member| session.member(member))
            .transpose()?,
        offset: args.offset,
        limit: args.limit,
        ..TouchQuery::default()
    };
    let page = session
        .store
        .touches(&query)
        .map_err(|error| session.say(&error))?;
    let wording = wording(&session)?;
    let lines: Vec<String> = page
        .touches
        .iter()
        .map(|touch| format!("{}  {}  {}", touch.id, touch.due_on, line(&session, touch)))
        .collect();
    let text = if lines.is_empty() {
        session.text("cli-schedule-empty", &Args::new())
    } else {
        lines.join("\n")
    };
    let touches: Vec<Value> = page
        .touches
        .iter()
        .map(|touch| document(&wording, touch))
        .collect();
    Ok(Output::done(
        json!({ "total": page.total, "touches": touches }),
        text,
    ))
}

fn status(status: args::Status) -> TouchStatus {
    match status {
        args::Status::Planned => TouchStatus::Planned,
        args::Status::Done => TouchStatus::Done,
        args::Status::Skipped => TouchStatus::Skipped,
        args::Status::Failed => TouchStatus::Failed,
    }
}

fn wording(session: &Session) -> Result<Wording, Failure> {
    let shop = session.store.shop().map_err(|error| session.say(&error))?;
    Ok(Wording::new(shop, session.today()?))
}

fn document(wording: &Wording, touch: &TouchView) -> Value {
    json!({
        "id": touch.id,
        "member": touch.member,
        "moment": touch.moment,
        "occurrence": touch.occurrence,
        "due_on": touch.due_on,
        "useful_until": touch.useful_until,
        "channel": touch.channel,
        "status": touch.status,
        "reason": touch.reason,
        "outcome": touch.outcome,
        "snoozed_until": touch.snoozed_until,
        "why": wording.why(&touch.why),
        "gift": touch.gift.as_ref().map(counter::grant),
    })
}

fn line(session: &Session, touch: &TouchView) -> String {
    session.text(
        "cli-touch",
        &Args::new()
            .with("name", touch.member.name.as_str())
            .with("moment", touch.moment_name.as_str())
            .with("status", touch.status.as_str()),
    )
}

pub(super) fn done(cli: &Cli, touch: &str, outcome: Option<args::Outcome>) -> Done {
    let session = Session::open(cli)?;
    let outcome = outcome.map(|outcome| match outcome {
        args::Outcome::Reached => Outcome::Reached,
        args::Outcome::Came => Outcome::Came,
        args::Outcome::NoAnswer => Outcome::NoAnswer,
        args::Outcome::NotWanted => Outcome::NotWanted,
    });
    let touch = touch_id(&session, touch)?;
    let after = session.store.touch_done(session.write(), touch, outcome);
    changed(&session, after)
}

pub(super) fn skip(cli: &Cli, touch: &str) -> Done {
    let session = Session::open(cli)?;
    let touch = touch_id(&session, touch)?;
    let after = session.store.touch_skip(session.write(), touch);
    changed(&session, after)
}

pub(super) fn snooze(cli: &Cli, touch: &str, until: Option<NaiveDate>, days: u32) -> Done {
    let session = Session::open(cli)?;
    let touch = touch_id(&session, touch)?;
    let today = session.today()?;
    let until = until
        .or_else(|| today.checked_add_days(Days::new(days.into())))
        .unwrap_or(today);
    let after = session.store.touch_snooze(session.write(), touch, until);
    changed(&session, after)
}

pub(super) fn reopen(cli: &Cli, touch: &str) -> Done {
    let session = Session::open(cli)?;
    let touch = touch_id(&session, touch)?;
    let after = session.store.touch_reopen(session.write(), touch);
    changed(&session, after)
}

fn touch_id(session: &Session, text: &str) -> Result<TouchId, Failure> {
    text.trim()
        .parse()
        .map_err(|_| session.say(&Error::new(Code::TouchNotFound).arg("value", text)))
}

fn changed(session: &Session, after: regulars_core::Result<TouchView>) -> Done {
    let touch = after.map_err(|error| session.say(&error))?;
    Ok(Output::done(
        json!({ "touch": document(&wording(session)?, &touch) }),
        line(session, &touch),
    ))
}

pub(super) fn moments(cli: &Cli) -> Done {
    let session = Session::open(cli)?;
    let wording = wording(&session)?;
    let moments = session
        .store
        .moments()
        .map_err(|error| session.say(&error))?;
    let lines: Vec<String> = moments
        .iter()
        .map(|moment| moment_line(&session, moment))
        .collect();
    let documents: Vec<Value> = moments
        .iter()
        .map(|moment| moment_document(&wording, moment))
        .collect();
    Ok(Output::done(
        json!({ "moments": documents }),
        lines.join("\n"),
    ))
}

fn moment_line(session: &Session, moment: &Moment) -> String {
    session.text(
        "cli-moment",
        &Args::new()
            .with("code", moment.code.as_str())
            .with("name", moment.name.as_str())
            .with("state", if moment.enabled { "on" } else { "off" }),
    )
}

fn moment_document(wording: &Wording, moment: &Moment) -> Value {
    json!({
        "id": moment.id,
        "code": moment.code,
        "name": moment.name,
        "enabled": moment.enabled,
        "trigger": moment.rules.trigger.kind(),
        "description": wording.description(&moment.rules),
    })
}

pub(super) fn enable(cli: &Cli, moment: &str, enabled: bool) -> Done {
    let session = Session::open(cli)?;
    let moment = resolve(&session, moment)?;
    let moment = session
        .store
        .enable_moment(session.write(), moment.id, enabled)
        .map_err(|error| session.say(&error))?;
    Ok(Output::done(
        json!({ "moment": moment_document(&wording(&session)?, &moment) }),
        moment_line(&session, &moment),
    ))
}

fn resolve(session: &Session, moment: &str) -> Result<Moment, Failure> {
    session
        .store
        .resolve_moment(moment)
        .map_err(|error| session.say(&error))
}

pub(super) fn show(cli: &Cli, moment: &str) -> Done {
    let session = Session::open(cli)?;
    let wording = wording(&session)?;
    let moment = resolve(&session, moment)?;
    let mut document = moment_document(&wording, &moment);
    if let Some(map) = document.as_object_mut() {
        map.insert("rules".to_owned(), json!(moment.rules));
    }
    let text = format!(
        "{}\n{}",
        moment_line(&session, &moment),
        wording.description(&moment.rules)
    );
    Ok(Output::done(json!({ "moment": document }), text))
}

pub(super) fn outlook(cli: &Cli, moment: &str) -> Done {
    let session = Session::open(cli)?;
    let moment = resolve(&session, moment)?;
    let draft = MomentDraft {
        code: moment.code.clone(),
        name: moment.name.clone(),
        rules: moment.rules.clone(),
    };
    let outlook = session
        .store
        .moment_outlook(Some(moment.id), &draft, session.now_ms)
        .map_err(|error| session.say(&error))?;
    let text = session.text(
        "cli-outlook",
        &Args::new()
            .with("name", moment.name.as_str())
            .with("last", outlook.last_30_days.touches)
            .with("next", outlook.next_30_days.touches),
    );
    Ok(Output::done(
        json!({
            "moment": moment.code,
            "last_30_days": outlook.last_30_days,
            "next_30_days": outlook.next_30_days,
        }),
        text,
    ))
}
