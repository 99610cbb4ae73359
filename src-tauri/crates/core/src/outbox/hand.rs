//! What happens to a message when its touch is closed or opened outside the outbox.

use rusqlite::{OptionalExtension, params};

use super::types::MessageStatus;
use crate::{
    error::{Code, Result},
    id::{MessageId, TouchId},
    storage::Tx,
};

/// Takes a touch's message out of the queue, with a code that says why. What failed
/// or may have gone out stays on record.
///
/// # Errors
/// `touch_sending` while it is on its way.
pub(crate) fn withdraw(tx: &Tx<'_>, touch: TouchId, code: &str) -> Result<()> {
    match status(tx, touch)? {
        Some((_, MessageStatus::Sending, _)) => Err(Code::TouchSending.into()),
        Some((id, MessageStatus::Waiting, _)) => {
            tx.sql(
                "UPDATE message SET status = 'cancelled', code = ?2, detail = '', updated_at_ms = ?3 WHERE id = ?1",
            )?
            .execute(params![id, code, tx.now_ms()])?;
            Ok(())
        }
        _ => Ok(()),
    }
}

/// Takes back that a touch's message was withdrawn with a code: it waits as it did.
pub(crate) fn rejoin(tx: &Tx<'_>, touch: TouchId, code: &str) -> Result<()> {
    let message: Option<MessageId> = tx
        .sql(
            "UPDATE message SET status = 'waiting', code = '', updated_at_ms = ?3
             WHERE touch_id = ?1 AND status = 'cancelled' AND code = ?2 RETURNING id",
        )?
        .query_row(params![touch, code, tx.now_ms()], |row| row.get(0))
        .optional()?;
    message.map_or(Ok(()), |message| withdraw_if_off(tx, message))
}

/// By a channel that is off a message does not wait: it stays withdrawn until that is
/// switched on.
pub(super) fn withdraw_if_off(tx: &Tx<'_>, message: MessageId) -> Result<()> {
    tx.sql(
        "UPDATE message SET status = 'cancelled', code = 'channel_off', detail = ''
         WHERE id = ?1 AND channel IN (SELECT channel FROM delivery_channel WHERE enabled = 0)",
    )?
    .execute([message])?;
    Ok(())
}

/// Follows a touch that is opened again. A message that was withdrawn is queued by
/// the next fill; one that counts as sent by the owner's word is in doubt again; of one
/// that failed the code is returned.
///
/// # Errors
/// `touch_sending` while it is on its way; `touch_sent` if it was sent.
pub(crate) fn reopened(tx: &Tx<'_>, touch: TouchId) -> Result<Option<String>> {
    match status(tx, touch)? {
        Some((_, MessageStatus::Sending, _)) => Err(Code::TouchSending.into()),
        Some((id, MessageStatus::Sent, code)) => {
            if code.is_empty() {
                return Err(Code::TouchSent.into());
            }
            tx.sql("UPDATE message SET status = 'unsure', sent_on = NULL, updated_at_ms = ?2 WHERE id = ?1")?
                .execute(params![id, tx.now_ms()])?;
            Ok(None)
        }
        Some((_, MessageStatus::Failed, code)) => Ok(Some(code)),
        _ => Ok(None),
    }
}

fn status(tx: &Tx<'_>, touch: TouchId) -> Result<Option<(MessageId, MessageStatus, String)>> {
    Ok(tx
        .sql("SELECT id, status, code FROM message WHERE touch_id = ?1")?
        .query_row([touch], |row| {
            let status = MessageStatus::parse(row.get_ref(1)?.as_str()?);
            Ok((row.get(0)?, status, row.get(2)?))
        })
        .optional()?)
}
