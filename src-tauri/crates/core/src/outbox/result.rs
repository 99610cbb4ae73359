//! What became of a message: noted by the sender, or decided by the owner.

use chrono::NaiveDate;
use rusqlite::params;

use super::{
    hand::withdraw_if_off,
    log, look,
    queue::{LONGEST_WAIT_MS, MINUTE_MS},
    settings,
    types::{
        Content, DeliveryChannel, MessageStatus, MessageView, Resolution, SendResult, Trouble,
    },
    waits,
};
use crate::{
    error::{Code, Result},
    id::{MessageId, TouchId},
    moment::{self, TouchStatus},
    storage::{Op, Store, Tx, WriteRequest},
};

/// Minutes until a message is tried again, after each attempt but the last.
const BACK_OFF_MINUTES: [i64; 5] = [1, 5, 30, 120, 360];
/// Minutes until a message whose server could not be reached is tried again.
const UNREACHABLE_MINUTES: i64 = 5;
/// Minutes that nothing goes out by a channel whose server says nothing.
const REST_MINUTES: i64 = 1;
/// Minutes that nothing goes out by a channel whose account has sent enough.
const LIMIT_MINUTES: i64 = 60;
/// Minutes in which a second message in doubt makes its channel wait for the owner.
const UNSURE_MINUTES: i64 = 10;
/// The longest line kept of what the other side said, in characters.
const MAX_DETAIL_CHARS: usize = 300;
/// The longest code kept, in characters.
const MAX_CODE_CHARS: usize = 64;
/// A sender stopped between claiming and noting.
const INTERRUPTED: &str = "interrupted";

impl Store {
    /// Notes what became of a message that was claimed, and its touch with it.
    ///
    /// # Errors
    /// `message_not_found`; `message_closed` unless it is on its way.
    pub fn outbox_note(
        &self,
        request: WriteRequest,
        message: MessageId,
        result: &SendResult,
    ) -> Result<MessageView> {
        let payload = log::Noted::of(message, result)?;
        self.write(request, Op("outbox.note"), &payload, |tx| {
            let before = known(tx, message)?;
            if before.status != MessageStatus::Sending && !is_taken_for_interrupted(&before) {
                return Err(Code::MessageClosed.into());
            }
            match before.touch_id {
                Some(touch) => note(tx, &before, touch, result)?,
                None => note_test(tx, &before, result)?,
            }
            Ok(())
        })?;
        self.message(message)
    }

    /// Puts a test of a channel's settings on its way at once, past pause, quiet hours
    /// and limit. What becomes of it is noted as for every message; it is never tried
    /// again.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn outbox_test(
        &self,
        request: WriteRequest,
        channel: DeliveryChannel,
        content: &Content,
    ) -> Result<MessageId> {
        let payload = (channel, log::digest(content)?);
        self.write(request, Op("outbox.test"), &payload, |tx| {
            let id = MessageId(tx.new_uuid());
            tx.sql(
                "INSERT INTO message (id, channel, recipient, recipient_name, subject, body, status, attempts,
                                      next_at_ms, claimed_at_ms, created_at_ms, updated_at_ms)
                 VALUES (?1, ?2, ?3, ?4, ?5, ?6, 'sending', 1, ?7, ?7, ?7, ?7)",
            )?
            .execute(params![
                id,
                channel.as_str(),
                content.recipient,
                content.name,
                content.subject,
                content.body,
                tx.now_ms()
            ])?;
            Ok(id)
        })
    }

    /// What is on its way when a sender starts was interrupted: it may have gone out,
    /// and only the owner sends it again. Returns how many. There must be no other
    /// sender. Where there are none, nothing is written.
    ///
    /// # Errors
    /// `no_shop`; errors of the disk.
    pub fn outbox_recover(&self, request: WriteRequest) -> Result<u32> {
        const OP: Op = Op("outbox.recover");
        let none: bool = self.read(|db| {
            Ok(db.query_row(
                "SELECT NOT EXISTS (SELECT 1 FROM message WHERE status = 'sending')",
                [],
                |row| row.get(0),
            )?)
        })?;
        if none {
            return Ok(self.result_of(request.request_id, OP)?.unwrap_or(0));
        }
        self.write(request, OP, &(), |tx| {
            let found = tx
                .sql(
                    "UPDATE message SET status = CASE WHEN touch_id IS NULL THEN 'failed' ELSE 'unsure' END,
                                        code = ?1, updated_at_ms = ?2
                     WHERE status = 'sending'",
                )?
                .execute(params![INTERRUPTED, tx.now_ms()])?;
            Ok(u32::try_from(found).unwrap_or(u32::MAX))
        })
    }

    /// Decides about a message that failed or may have gone out. Opening its touch
    /// again takes the decision back.
    ///
    /// # Errors
    /// `message_not_found`; `message_closed` if there is nothing to decide.
    pub fn outbox_resolve(
        &self,
        request: WriteRequest,
        message: MessageId,
        resolution: Resolution,
    ) -> Result<MessageView> {
        self.write(
            request,
            Op("outbox.resolve"),
            &(message, resolution),
            |tx| {
                let before = known(tx, message)?;
                let touch = match (before.status, before.touch_status) {
                    (MessageStatus::Unsure, Some(TouchStatus::Planned))
                    | (MessageStatus::Failed, Some(TouchStatus::Planned | TouchStatus::Failed)) => {
                        before.touch_id
                    }
                    _ => None,
                }
                .ok_or(Code::MessageClosed)?;
                match resolution {
                    Resolution::SentAfterAll if before.status == MessageStatus::Failed => {
                        moment::reached(tx, touch)?;
                    }
                    Resolution::SentAfterAll => {
                        moment::open_again(tx, touch, tx.today())?;
                        sent(tx, message, None)?;
                        moment::delivered(tx, touch)?;
                    }
                    Resolution::SendAgain => send_again(tx, &before, touch)?,
                    Resolution::LeaveOut => moment::leave_out(tx, touch)?,
                }
                Ok(())
            },
        )?;
        self.message(message)
    }
}

/// Whether a sender that started meanwhile took a test for interrupted: who sent it knows
/// better.
fn is_taken_for_interrupted(message: &MessageView) -> bool {
    message.touch_id.is_none()
        && message.status == MessageStatus::Failed
        && message.code == INTERRUPTED
}

/// A message that is going to change; the change is about its member.
fn known(tx: &Tx<'_>, message: MessageId) -> Result<MessageView> {
    let view = look::view(tx.connection(), message)?;
    if let Some(member) = &view.member {
        tx.about(member.id);
    }
    Ok(view)
}

fn note(tx: &mut Tx<'_>, before: &MessageView, touch: TouchId, result: &SendResult) -> Result<()> {
    match result {
        SendResult::Sent { remote_id } => {
            sent(tx, before.id, remote_id.as_deref())?;
            moment::delivered(tx, touch)
        }
        SendResult::Transient(trouble) => try_later(tx, before, touch, trouble),
        SendResult::Silent(trouble) => {
            try_later(tx, before, touch, trouble)?;
            rest(tx, before.channel, trouble)
        }
        SendResult::Limit(trouble) => {
            let wait_ms = trouble.retry_after_ms.unwrap_or(LIMIT_MINUTES * MINUTE_MS);
            let at_ms = tx.now_ms() + wait_ms.clamp(MINUTE_MS, LONGEST_WAIT_MS);
            wait(
                tx,
                before.id,
                at_ms,
                before.attempts.saturating_sub(1),
                trouble,
            )?;
            put_off(tx, before.channel, at_ms, trouble)
        }
        SendResult::Unreachable(trouble) => {
            let at_ms = tx.now_ms() + UNREACHABLE_MINUTES * MINUTE_MS;
            if is_useful(tx, touch, at_ms)? {
                let attempts = before.attempts.saturating_sub(1);
                wait(tx, before.id, at_ms, attempts, trouble)?;
            } else {
                fail(tx, before.id, touch, trouble)?;
            }
            rest(tx, before.channel, trouble)
        }
        SendResult::Permanent(trouble) => fail(tx, before.id, touch, trouble),
        SendResult::Setup(trouble) => {
            hold(tx, before.channel, trouble)?;
            let at_ms = tx.now_ms() + MINUTE_MS;
            wait(
                tx,
                before.id,
                at_ms,
                before.attempts.saturating_sub(1),
                trouble,
            )
        }
        SendResult::Unsure(trouble) => {
            close(tx, before.id, MessageStatus::Unsure, trouble)?;
            if was_unsure(tx, before)? {
                hold(tx, before.channel, trouble)?;
            }
            Ok(())
        }
    }
}

/// Whether nobody knows either what became of the message before, lately: then it is the
/// server, and everything else by the channel would be in doubt too.
fn was_unsure(tx: &Tx<'_>, message: &MessageView) -> Result<bool> {
    Ok(tx
        .sql(
            "SELECT coalesce((SELECT status = 'unsure' AND claimed_at_ms > ?3 FROM message
               WHERE channel = ?1 AND id <> ?2 AND touch_id IS NOT NULL AND claimed_at_ms <= ?4
               ORDER BY claimed_at_ms DESC, rid DESC LIMIT 1), 0)",
        )?
        .query_row(
            params![
                message.channel.as_str(),
                message.id,
                tx.now_ms() - UNSURE_MINUTES * MINUTE_MS,
                tx.now_ms()
            ],
            |row| row.get(0),
        )?)
}

fn note_test(tx: &Tx<'_>, before: &MessageView, result: &SendResult) -> Result<()> {
    match result {
        SendResult::Sent { remote_id } => {
            settings::release(tx, before.channel)?;
            tx.sql("UPDATE message SET code = '' WHERE id = ?1")?
                .execute([before.id])?;
            sent(tx, before.id, remote_id.as_deref())
        }
        SendResult::Transient(trouble)
        | SendResult::Limit(trouble)
        | SendResult::Unreachable(trouble)
        | SendResult::Silent(trouble)
        | SendResult::Permanent(trouble)
        | SendResult::Setup(trouble)
        | SendResult::Unsure(trouble) => close(tx, before.id, MessageStatus::Failed, trouble),
    }
}

fn sent(tx: &Tx<'_>, message: MessageId, remote_id: Option<&str>) -> Result<()> {
    tx.sql(
        "UPDATE message SET status = 'sent', sent_on = ?2, remote_id = coalesce(?3, remote_id), updated_at_ms = ?4
         WHERE id = ?1",
    )?
    .execute(params![
        message,
        tx.today(),
        remote_id.map(|id| one_line(id, MAX_DETAIL_CHARS)),
        tx.now_ms()
    ])?;
    Ok(())
}

/// Tries a message again later, as long as that is of use.
fn try_later(
    tx: &mut Tx<'_>,
    before: &MessageView,
    touch: TouchId,
    trouble: &Trouble,
) -> Result<()> {
    match next_try(tx, before, touch, trouble)? {
        Some(at_ms) => wait(tx, before.id, at_ms, before.attempts, trouble),
        None => fail(tx, before.id, touch, trouble),
    }
}

/// When a message is tried again; `None` if that is of no use.
fn next_try(
    tx: &Tx<'_>,
    before: &MessageView,
    touch: TouchId,
    trouble: &Trouble,
) -> Result<Option<i64>> {
    let attempt = usize::try_from(before.attempts).unwrap_or(usize::MAX);
    let Some(minutes) = BACK_OFF_MINUTES.get(attempt.saturating_sub(1)) else {
        return Ok(None);
    };
    let wait_ms = (minutes * MINUTE_MS)
        .max(trouble.retry_after_ms.unwrap_or(0))
        .min(LONGEST_WAIT_MS);
    let at_ms = tx.now_ms() + wait_ms;
    Ok(is_useful(tx, touch, at_ms)?.then_some(at_ms))
}

/// Whether a touch still makes sense at an instant.
fn is_useful(tx: &Tx<'_>, touch: TouchId, at_ms: i64) -> Result<bool> {
    let day = tx.settings().calendar.business_date(at_ms)?;
    Ok(day <= moment::useful_until(tx.connection(), touch)?)
}

fn wait(
    tx: &Tx<'_>,
    message: MessageId,
    at_ms: i64,
    attempts: u32,
    trouble: &Trouble,
) -> Result<()> {
    close(tx, message, MessageStatus::Waiting, trouble)?;
    tx.sql("UPDATE message SET next_at_ms = ?2, attempts = ?3 WHERE id = ?1")?
        .execute(params![message, at_ms, attempts])?;
    withdraw_if_off(tx, message)
}

/// Lets a channel rest whose server says nothing: the other one need not wait for it.
fn rest(tx: &Tx<'_>, channel: DeliveryChannel, trouble: &Trouble) -> Result<()> {
    put_off(tx, channel, tx.now_ms() + REST_MINUTES * MINUTE_MS, trouble)
}

/// Lets everything else wait that would go by the channel sooner.
fn put_off(tx: &Tx<'_>, channel: DeliveryChannel, at_ms: i64, trouble: &Trouble) -> Result<()> {
    tx.sql(
        "UPDATE message SET next_at_ms = ?2, code = ?3, detail = ?4, updated_at_ms = ?5
         WHERE channel = ?1 AND status = 'waiting' AND next_at_ms < ?2",
    )?
    .execute(params![
        channel.as_str(),
        at_ms,
        code(trouble),
        one_line(&trouble.detail, MAX_DETAIL_CHARS),
        tx.now_ms()
    ])?;
    Ok(())
}

fn fail(tx: &mut Tx<'_>, message: MessageId, touch: TouchId, trouble: &Trouble) -> Result<()> {
    close(tx, message, MessageStatus::Failed, trouble)?;
    moment::undelivered(tx, touch, &code(trouble))
}

fn hold(tx: &Tx<'_>, channel: DeliveryChannel, trouble: &Trouble) -> Result<()> {
    tx.sql(
        "UPDATE delivery_channel SET held_code = ?2, held_detail = ?3, held_at_ms = ?4 WHERE channel = ?1",
    )?
    .execute(params![
        channel.as_str(),
        code(trouble),
        one_line(&trouble.detail, MAX_DETAIL_CHARS),
        tx.now_ms()
    ])?;
    Ok(())
}

fn close(tx: &Tx<'_>, message: MessageId, status: MessageStatus, trouble: &Trouble) -> Result<()> {
    tx.sql(
        "UPDATE message SET status = ?2, code = ?3, detail = ?4, updated_at_ms = ?5 WHERE id = ?1",
    )?
    .execute(params![
        message,
        status.as_str(),
        code(trouble),
        one_line(&trouble.detail, MAX_DETAIL_CHARS),
        tx.now_ms()
    ])?;
    Ok(())
}

/// Queues a message anew. A channel that was held for the same trouble is tried with it.
fn send_again(tx: &mut Tx<'_>, before: &MessageView, touch: TouchId) -> Result<()> {
    let channel = settings::channel(tx.connection(), before.channel)?;
    let day = if channel.setup.enabled {
        next_day_of_sending(tx)?
    } else {
        tx.today()
    };
    moment::open_again(tx, touch, day)?;
    if channel.held.is_some_and(|held| held.code == before.code) {
        settings::release(tx, before.channel)?;
    }
    tx.sql(
        "UPDATE message SET status = 'waiting', attempts = 0, code = '', detail = '', updated_at_ms = ?2,
                            next_at_ms = max(?2, coalesce(claimed_before_ms + ?3, ?2))
         WHERE id = ?1",
    )?
    .execute(params![before.id, tx.now_ms(), MINUTE_MS])?;
    withdraw_if_off(tx, before.id)
}

/// The business date on which the quiet hours let messages go.
fn next_day_of_sending(tx: &Tx<'_>) -> Result<NaiveDate> {
    let schedule = moment::schedule_settings(tx.connection())?;
    let calendar = &tx.settings().calendar;
    match waits::quiet_until(&schedule, calendar, tx.now_ms())? {
        Some(until_ms) => calendar.business_date(until_ms),
        None => Ok(tx.today()),
    }
}

/// A code is never empty: by it a doubtful message is told from one that was sent.
fn code(trouble: &Trouble) -> String {
    let code = one_line(&trouble.code, MAX_CODE_CHARS);
    if code.is_empty() {
        "unknown".to_owned()
    } else {
        code
    }
}

/// What a stranger's server says, made harmless.
fn one_line(text: &str, max_chars: usize) -> String {
    text.chars()
        .map(|letter| if letter.is_control() { ' ' } else { letter })
        .take(max_chars)
        .collect::<String>()
        .trim()
        .to_owned()
}
