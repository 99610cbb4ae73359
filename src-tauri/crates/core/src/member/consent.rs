//! Consents: given, withdrawn, and a withdrawal undone.

use rusqlite::{OptionalExtension, params};
use serde::{Deserialize, Serialize};

use super::{Channel, channel_text, served};
use crate::{
    error::{Code, Result},
    id::{ChangeId, MemberId, TouchId},
    moment, shop,
    storage::{Op, Store, Tx, WriteRequest},
};

/// The longest word on how a consent was said, in characters.
const MAX_HOW_CHARS: usize = 60;

/// What a consent's change did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentChanged {
    /// The change, by which a withdrawal is undone.
    pub change_id: ChangeId,
    /// Greetings that were planned by a channel that is withdrawn: left out now.
    pub closed: Vec<TouchId>,
    /// The consent that was withdrawn, as it had been given.
    before: Option<Given>,
}

impl ConsentChanged {
    /// Whether a consent that stood was withdrawn, which can be undone.
    #[must_use]
    pub fn is_withdrawal(&self) -> bool {
        self.before.is_some()
    }
}

/// How a consent was given.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
struct Given {
    source: String,
    at_ms: i64,
    change_id: ChangeId,
}

/// What undoing a withdrawal brought back.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct ConsentRestored {
    /// Greetings that are planned again.
    pub planned: u32,
    /// Greetings that stay left out: something else has changed since.
    pub stayed: u32,
}

impl Store {
    /// Gives or withdraws a consent.
    ///
    /// # Errors
    /// `member_not_found`, `member_merged`.
    pub fn set_consent(
        &self,
        request: WriteRequest,
        member: MemberId,
        channel: Channel,
        granted: bool,
    ) -> Result<ConsentChanged> {
        let payload = (member, channel, granted);
        self.write(request, Op("member.consent"), &payload, |tx| {
            change(tx, payload, "profile")
        })
    }

    /// The same, and how it was said: "on paper, 3 May", at most 60 characters.
    ///
    /// # Errors
    /// As [`Store::set_consent`]; `text_empty`, `text_too_long`.
    pub fn set_consent_said(
        &self,
        request: WriteRequest,
        member: MemberId,
        channel: Channel,
        granted: bool,
        how: &str,
    ) -> Result<ConsentChanged> {
        let payload = (member, channel, granted, how);
        self.write(request, Op("member.consent"), &payload, |tx| {
            let how = shop::line(how, "how", 1, MAX_HOW_CHARS)?;
            change(tx, (member, channel, granted), &how)
        })
    }

    /// Undoes the withdrawal of a consent: the consent is as it had been given, and
    /// what was planned by it is planned again, with its gifts, unless something else
    /// has changed since.
    ///
    /// # Errors
    /// `not_undoable` if the change withdrew nothing or the consent has changed since;
    /// `already_undone`; `member_merged`.
    pub fn undo_consent(&self, request: WriteRequest, change: ChangeId) -> Result<ConsentRestored> {
        self.write(request, Op("member.consent_undo"), &change, |tx| {
            undo(tx, change)
        })
    }
}

fn change(tx: &mut Tx<'_>, (member, channel, granted): Wish, how: &str) -> Result<ConsentChanged> {
    tx.about(member);
    served(tx.connection(), member)?;
    let before = given(tx, member, channel)?;
    let withdrawn = set(tx, member, channel, granted, how)?;
    Ok(ConsentChanged {
        change_id: tx.change_id(),
        before: before.filter(|_| !granted),
        closed: withdrawn.closed,
    })
}

/// Whose consent, by which channel, given or withdrawn.
pub(super) type Wish = (MemberId, Channel, bool);

/// What a change of a consent was asked for, from its payload.
pub(super) fn wish(payload: &str) -> Option<Wish> {
    let said = |(member, channel, granted, _): (MemberId, Channel, bool, String)| {
        (member, channel, granted)
    };
    serde_json::from_str(payload)
        .or_else(|_| serde_json::from_str(payload).map(said))
        .ok()
}

fn undo(tx: &mut Tx<'_>, change: ChangeId) -> Result<ConsentRestored> {
    let found: Option<(String, String, bool)> = tx
        .sql(
            "SELECT payload, result, EXISTS (SELECT 1 FROM change u WHERE u.undoes = c.id)
             FROM change c WHERE c.id = ?1 AND c.op = 'member.consent'",
        )?
        .query_row([change], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let (payload, result, undone) = found.ok_or(Code::NotUndoable)?;
    if undone {
        return Err(Code::AlreadyUndone.into());
    }
    let (Some((member, channel, _)), Ok(withdrawn)) = (
        wish(&payload),
        serde_json::from_str::<ConsentChanged>(&result),
    ) else {
        return Err(Code::NotUndoable.into());
    };
    tx.about(member);
    tx.undoes(change);
    served(tx.connection(), member)?;
    let before = withdrawn.before.ok_or(Code::NotUndoable)?;
    let restored = tx
        .sql(
            "UPDATE consent SET granted = 1, source = ?3, changed_at_ms = ?4, change_id = ?5
             WHERE member_id = ?1 AND channel = ?2 AND granted = 0 AND change_id = ?6",
        )?
        .execute(params![
            member,
            channel_text(channel),
            before.source,
            before.at_ms,
            before.change_id,
            change
        ])?;
    if restored == 0 {
        return Err(Code::NotUndoable.into());
    }
    let mut answer = ConsentRestored {
        planned: 0,
        stayed: 0,
    };
    for touch in withdrawn.closed {
        if moment::unclose(tx, touch, change)? {
            answer.planned += 1;
        } else {
            answer.stayed += 1;
        }
    }
    Ok(answer)
}

/// How a consent that stands was given; `None` if none does.
fn given(tx: &Tx<'_>, member: MemberId, channel: Channel) -> Result<Option<Given>> {
    Ok(tx
        .sql(
            "SELECT source, changed_at_ms, change_id FROM consent
             WHERE member_id = ?1 AND channel = ?2 AND granted = 1",
        )?
        .query_row(params![member, channel_text(channel)], |row| {
            Ok(Given {
                source: row.get(0)?,
                at_ms: row.get(1)?,
                change_id: row.get(2)?,
            })
        })
        .optional()?)
}

/// What noting a consent did.
pub(crate) struct Noted {
    /// It differs from before.
    pub(crate) changed: bool,
    /// What was planned by it.
    pub(crate) closed: Vec<TouchId>,
}

/// Notes a consent; one that is withdrawn closes what was planned by its channel.
pub(crate) fn set(
    tx: &mut Tx<'_>,
    member: MemberId,
    channel: Channel,
    granted: bool,
    source: &str,
) -> Result<Noted> {
    let before: Option<bool> = tx
        .sql("SELECT granted FROM consent WHERE member_id = ?1 AND channel = ?2")?
        .query_row(params![member, channel_text(channel)], |row| row.get(0))
        .optional()?;
    let mut noted = Noted {
        changed: before != Some(granted),
        closed: Vec::new(),
    };
    if !noted.changed {
        return Ok(noted);
    }
    // Not an upsert: SQLite would guard it by a savepoint, at which the search
    // index writes out everything it has gathered.
    let sql = if before.is_none() {
        "INSERT INTO consent (member_id, channel, granted, source, changed_at_ms, change_id)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)"
    } else {
        "UPDATE consent SET granted = ?3, source = ?4, changed_at_ms = ?5, change_id = ?6
         WHERE member_id = ?1 AND channel = ?2"
    };
    tx.sql(sql)?.execute(params![
        member,
        channel_text(channel),
        granted,
        source,
        tx.now_ms(),
        tx.change_id()
    ])?;
    if before == Some(true) {
        noted.closed = moment::consent_withdrawn(tx, member, channel)?;
    }
    Ok(noted)
}
