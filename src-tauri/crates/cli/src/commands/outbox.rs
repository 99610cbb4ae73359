//! `outbox list | send | pause | resume | resolve | try-again`.

use std::ops::ControlFlow;

use regulars_api::{
    delivery::{Sender, said, said_of, waits_of},
    messages::{RoundEnd, SendSummary, WaitLine},
};
use regulars_core::{
    Code, Error,
    id::MessageId,
    moment::TouchStatus,
    outbox::{DeliveryChannel, MessageQuery, MessageStatus, MessageView, OutboxCounts, Resolution},
};
use regulars_i18n::Args;
use serde_json::{Value, json};

use super::{Done, delivery};
use crate::{
    args::{self, Cli},
    out::{DONE_IN_PART, Output},
    session::{Session, clock_ms},
};

pub(super) fn list(cli: &Cli, args: &args::OutboxList) -> Done {
    let session = Session::open(cli)?;
    let query = MessageQuery {
        status: args.status.map(status),
        undecided: args.undecided,
        offset: args.offset,
        limit: args.limit,
        ..MessageQuery::default()
    };
    session.fill_outbox_if_possible(0);
    let page = session
        .store
        .outbox_list(&query)
        .map_err(|error| session.say(&error))?;
    let waits = waits_of(&session.store, &page.messages, session.now_ms)
        .map_err(|error| session.say(&error))?;
    let lines: Vec<String> = page
        .messages
        .iter()
        .zip(&waits)
        .map(|(message, wait)| {
            let said = wait.as_ref().map_or("", |wait| &wait.said);
            format!("{} {said}", line(&session, message))
                .trim_end()
                .to_owned()
        })
        .collect();
    let text = if lines.is_empty() {
        session.text("cli-outbox-empty", &Args::new())
    } else {
        lines.join("\n")
    };
    let messages: Vec<Value> = page
        .messages
        .iter()
        .zip(&waits)
        .map(|(message, wait)| waiting_document(&session, message, wait.as_ref()))
        .collect();
    Ok(Output::done(
        json!({ "total": page.total, "messages": messages }),
        text,
    ))
}

fn status(status: args::MessageStatus) -> MessageStatus {
    match status {
        args::MessageStatus::Waiting => MessageStatus::Waiting,
        args::MessageStatus::Sending => MessageStatus::Sending,
        args::MessageStatus::Sent => MessageStatus::Sent,
        args::MessageStatus::Failed => MessageStatus::Failed,
        args::MessageStatus::Unsure => MessageStatus::Unsure,
        args::MessageStatus::Cancelled => MessageStatus::Cancelled,
    }
}

fn document(session: &Session, message: &MessageView) -> Value {
    let at = |at_ms: Option<i64>| at_ms.and_then(Session::instant);
    json!({
        "id": message.id,
        "touch": message.touch_id,
        "touch_status": message.touch_status,
        "member": message.member,
        "moment": message.moment_name,
        "channel": message.channel,
        "recipient": message.recipient,
        "subject": message.subject,
        "body": message.body,
        "status": message.status,
        "attempts": message.attempts,
        "next_at": at(message.next_at_ms),
        "tried_at": at(message.tried_at_ms),
        "code": message.code,
        "said": said_of(message, session.locale()),
        "detail": message.detail,
        "remote_id": message.remote_id,
    })
}

fn waiting_document(session: &Session, message: &MessageView, wait: Option<&WaitLine>) -> Value {
    let mut document = document(session, message);
    if let Some(map) = document.as_object_mut() {
        map.insert("waits".to_owned(), wait.map_or(Value::Null, wait_document));
    }
    document
}

fn wait_document(line: &WaitLine) -> Value {
    json!({
        "reason": line.wait.reason,
        "until": line.wait.until_ms.and_then(Session::instant),
        "said": line.said,
    })
}

fn line(session: &Session, message: &MessageView) -> String {
    let name = message.member.as_ref().map(|member| member.name.as_str());
    let text = session.text(
        "cli-message",
        &Args::new()
            .with("name", name.unwrap_or(&message.recipient))
            .with("moment", message.moment_name.as_deref().unwrap_or("–"))
            .with("status", status_text(message)),
    );
    let said = said_of(message, session.locale());
    format!("{}  {text} {said}", message.id)
        .trim_end()
        .to_owned()
}

/// One that was decided about is no longer in doubt, whatever it stands at.
fn status_text(message: &MessageView) -> &'static str {
    match (message.status, message.touch_status) {
        (MessageStatus::Unsure | MessageStatus::Failed, Some(TouchStatus::Skipped)) => "left_out",
        (status, _) => status.as_str(),
    }
}

pub(super) fn send(cli: &Cli, limit: u32) -> Done {
    let session = Session::open(cli)?;
    let secrets = delivery::secrets(&session, false)?;
    let sender = Sender {
        store: &session.store,
        data_dir: &session.data_dir,
        secrets: &secrets,
    };
    let clock = || cli.now.unwrap_or_else(clock_ms);
    let summary = sender.round(&clock, limit, &mut |_| ControlFlow::Continue(()))?;
    let counts = session
        .store
        .outbox_counts(clock())
        .map_err(|error| session.say(&error))?;
    let mut output = Output::done(
        summary_document(&summary, &counts),
        summary_text(&session, &summary, &counts),
    );
    if let Some(trouble) = &summary.trouble {
        output.text = format!("{}\n{}", output.text, trouble.message);
        output.exit = DONE_IN_PART;
    }
    Ok(output)
}

fn summary_document(summary: &SendSummary, counts: &OutboxCounts) -> Value {
    json!({
        "queued": summary.queued,
        "interrupted": summary.interrupted,
        "sent": summary.sent,
        "put_off": summary.put_off,
        "failed": summary.failed,
        "unsure": summary.unsure,
        "waiting": counts.waiting,
        "held": counts.held.iter().map(|held| held.channel).collect::<Vec<_>>(),
        "ended": summary.ended,
        "until": summary.until_ms.and_then(Session::instant),
        "waits": summary.waits.as_ref().map(wait_document),
        "trouble": summary.trouble.as_ref().map(|trouble| json!({
            "code": trouble.code,
            "message": trouble.message,
        })),
    })
}

fn summary_text(session: &Session, summary: &SendSummary, counts: &OutboxCounts) -> String {
    let mut text = session.text(
        "cli-outbox-sent",
        &Args::new()
            .with("sent", summary.sent)
            .with("later", summary.put_off)
            .with("failed", summary.failed)
            .with("unsure", summary.unsure + summary.interrupted)
            .with("waiting", counts.waiting),
    );
    for held in &counts.held {
        let args = Args::new()
            .with("channel", held.channel.as_str())
            .with("why", said(&held.code, session.locale()));
        text.push('\n');
        text.push_str(&session.text("cli-outbox-held", &args));
    }
    let why = match summary.ended {
        RoundEnd::Busy => "cli-outbox-busy",
        RoundEnd::Paused => "cli-outbox-paused",
        RoundEnd::Quiet => "cli-outbox-quiet",
        RoundEnd::Limit => "cli-outbox-limit",
        RoundEnd::Done | RoundEnd::Stopped => {
            if let Some(waits) = &summary.waits {
                text.push(' ');
                text.push_str(&waits.said);
            }
            return text;
        }
    };
    text.push(' ');
    text.push_str(&session.text(why, &Args::new()));
    text
}

pub(super) fn pause(cli: &Cli, paused: bool) -> Done {
    let session = Session::open(cli)?;
    let settings = session
        .store
        .outbox_pause(session.write(), paused)
        .map_err(|error| session.say(&error))?;
    let key = if paused {
        "cli-outbox-paused"
    } else {
        "cli-outbox-resumed"
    };
    Ok(Output::done(
        json!({
            "paused_since": settings.paused_since_ms.and_then(Session::instant),
            "per_minute": settings.per_minute,
        }),
        session.text(key, &Args::new()),
    ))
}

pub(super) fn resolve(cli: &Cli, message: &str, decision: args::Decision) -> Done {
    let session = Session::open(cli)?;
    let message: MessageId = message
        .trim()
        .parse()
        .map_err(|_| session.say(&Error::new(Code::MessageNotFound).arg("value", message)))?;
    let resolution = match decision {
        args::Decision::Sent => Resolution::SentAfterAll,
        args::Decision::Again => Resolution::SendAgain,
        args::Decision::LeaveOut => Resolution::LeaveOut,
    };
    let message = session
        .store
        .outbox_resolve(session.write(), message, resolution)
        .map_err(|error| session.say(&error))?;
    Ok(Output::done(
        json!({ "message": document(&session, &message) }),
        line(&session, &message),
    ))
}

pub(super) fn try_again(cli: &Cli, channel: args::Channel) -> Done {
    let session = Session::open(cli)?;
    session
        .store
        .outbox_try_again(session.write(), which(channel))
        .map_err(|error| session.say(&error))?;
    delivery::shown(&session, &delivery::as_they_are(&session))
}

pub(super) fn which(channel: args::Channel) -> DeliveryChannel {
    match channel {
        args::Channel::Email => DeliveryChannel::Email,
        args::Channel::Sms => DeliveryChannel::Sms,
    }
}
