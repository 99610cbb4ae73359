//! The outbox, and handing messages to other programs.

use std::ops::ControlFlow;

use regulars_core::{
    id::RequestId,
    outbox::{Contact, MessageQuery, MessageStatus, MessageView, OutboxCounts},
    phone,
};

use super::touches::Lines;
use crate::{
    ApiError, App,
    app::InWords,
    delivery::{handoffs, is_in_doubt, said_of, waits_of},
    error::ApiResult,
    messages::{
        ChannelChange, Handoff, HandoffOpen, Handoffs, JobRef, MessageChanged, MessageLine,
        MessageLines, MessageResolve, Nothing, OutboxLimit, OutboxPause, TouchRef,
    },
};

/// Messages that a click sends at most.
const MAX_NOW: u32 = 1_000;

/// Queues what is due and not in the outbox yet, so that the outbox and Today show the
/// same. Where nothing is missing, nothing is written.
pub(crate) fn fill(app: &App) -> ApiResult<()> {
    app.store()
        .outbox_fill(app.write(RequestId::random()))
        .in_words(app)?;
    Ok(())
}

/// The same before somebody looks: what cannot be written keeps nobody from that.
pub(crate) fn fill_to_look(app: &App) {
    let _ = fill(app);
}

pub(crate) fn list(app: &App, request: MessageQuery) -> ApiResult<MessageLines> {
    fill_to_look(app);
    let page = app.store().outbox_list(&request).in_words(app)?;
    Ok(MessageLines {
        total: page.total,
        lines: lines(app, page.messages)?,
    })
}

fn lines(app: &App, messages: Vec<MessageView>) -> ApiResult<Vec<MessageLine>> {
    let waits = waits_of(app.store(), &messages, app.now_ms()).in_words(app)?;
    Ok(messages
        .into_iter()
        .zip(waits)
        .map(|(message, waits)| MessageLine {
            to: recipient_of(&message),
            again_to: again_to(&message),
            said: said_of(&message, app.locale()),
            in_doubt: is_in_doubt(&message),
            message,
            waits,
        })
        .collect())
}

fn recipient_of(message: &MessageView) -> String {
    let recipient = match message.status {
        MessageStatus::Waiting => &message.address,
        _ => &message.recipient,
    };
    as_written(message.contact, recipient)
}

fn again_to(message: &MessageView) -> String {
    let recipient = match message.address.as_str() {
        "" => &message.recipient,
        address => address,
    };
    as_written(message.contact, recipient)
}

fn as_written(contact: Contact, recipient: &str) -> String {
    match contact {
        Contact::Phone => phone::display(recipient),
        _ => recipient.to_owned(),
    }
}

pub(crate) fn counts(app: &App, _: Nothing) -> ApiResult<OutboxCounts> {
    fill_to_look(app);
    app.store().outbox_counts(app.now_ms()).in_words(app)
}

pub(crate) fn pause(app: &App, request: OutboxPause) -> ApiResult<OutboxCounts> {
    app.store()
        .outbox_pause(app.write(request.request_id), request.paused)
        .in_words(app)?;
    counts(app, Nothing {})
}

pub(crate) fn limit(app: &App, request: OutboxLimit) -> ApiResult<OutboxCounts> {
    app.store()
        .outbox_limit(app.write(request.request_id), request.per_minute)
        .in_words(app)?;
    counts(app, Nothing {})
}

pub(crate) fn resolve(app: &App, request: MessageResolve) -> ApiResult<MessageChanged> {
    app.store()
        .outbox_resolve(
            app.write(request.request_id),
            request.message_id,
            request.resolution,
        )
        .in_words(app)?;
    let message = app.store().message(request.message_id).in_words(app)?;
    let line = lines(app, vec![message])?.pop();
    Ok(MessageChanged {
        line: line.ok_or_else(|| ApiError::plain("message_not_found", app.locale()))?,
        counts: counts(app, Nothing {})?,
    })
}

pub(crate) fn try_again(app: &App, request: ChannelChange) -> ApiResult<OutboxCounts> {
    app.store()
        .outbox_try_again(app.write(request.request_id), request.channel)
        .in_words(app)?;
    counts(app, Nothing {})
}

pub(crate) fn send_now(app: &App, _: Nothing) -> ApiResult<JobRef> {
    let sending = app.clone();
    Ok(app.jobs().start(move |progress| {
        let waiting = counts(&sending, Nothing {})?.waiting;
        sending.send_due(MAX_NOW, &mut |summary| -> ControlFlow<()> {
            let tried = summary.sent + summary.put_off + summary.failed + summary.unsure;
            progress.report(tried.into(), waiting.max(tried).into())
        })
    }))
}

pub(crate) fn handoff_links(app: &App, request: TouchRef) -> ApiResult<Handoffs> {
    let touch = app.store().touch(request.touch_id).in_words(app)?;
    let glance = app
        .store()
        .glance(touch.member.id, app.now_ms())
        .in_words(app)?;
    let line = Lines::new(app)?.about_one(&glance, touch);
    Ok(Handoffs {
        links: handoffs(&glance.member, &line.message),
    })
}

pub(crate) fn handoff_open(app: &App, request: HandoffOpen) -> ApiResult<Nothing> {
    let touch_id = request.touch_id;
    let links = handoff_links(app, TouchRef { touch_id })?.links;
    let wanted = |link: &Handoff| link.kind == request.kind;
    let link = links
        .into_iter()
        .find(wanted)
        .ok_or_else(|| ApiError::plain("handoff_missing", app.locale()))?;
    app.host().open_url(&link.url).map_err(|detail| ApiError {
        details: serde_json::json!({ "detail": detail }),
        ..ApiError::plain("handoff_failed", app.locale())
    })?;
    Ok(Nothing {})
}
