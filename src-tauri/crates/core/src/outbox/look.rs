//! Lists of messages, and the outbox in numbers.

use rusqlite::{Connection, OptionalExtension, Row, ToSql};

use super::{
    queue::{self, Day},
    settings,
    types::{
        Contact, DeliveryChannel, MessagePage, MessageQuery, MessageStatus, MessageView,
        OutboxCounts,
    },
};
use crate::{
    error::{Code, Result},
    id::MessageId,
    moment::{self, TouchStatus},
    shop,
    storage::{Store, count},
};

const MAX_LIMIT: u32 = 1_000;
const DEFAULT_LIMIT: u32 = 100;

impl Store {
    /// A message.
    ///
    /// # Errors
    /// `message_not_found`.
    pub fn message(&self, message: MessageId) -> Result<MessageView> {
        self.read(|db| view(db, message))
    }

    /// A page of the messages that a query names.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn outbox_list(&self, query: &MessageQuery) -> Result<MessagePage> {
        self.read(|db| page(db, query))
    }

    /// The outbox in numbers, at an instant.
    ///
    /// # Errors
    /// `no_shop`.
    pub fn outbox_counts(&self, now_ms: i64) -> Result<OutboxCounts> {
        self.read(|db| {
            let calendar = shop::settings(db)?.calendar;
            let today = calendar.business_date(now_ms)?;
            let number = |condition: &str, args: &[&dyn ToSql]| -> Result<u32> {
                Ok(db
                    .prepare_cached(&format!("SELECT count(*) {FROM} WHERE {condition}"))?
                    .query_row(args, |row| Ok(count(row.get(0)?)))?)
            };
            Ok(OutboxCounts {
                waiting: number("q.status = 'waiting'", &[])?,
                sending: number("q.status = 'sending'", &[])?,
                unsure: number(UNSURE, &[])?,
                failed: number(FAILED, &[])?,
                sent_today: number("q.sent_on = ?1 AND q.touch_id IS NOT NULL", &[&today])?,
                next_at_ms: queue::next_at(db, &Day::of(&calendar, now_ms)?)?,
                settings: settings::settings(db)?,
                held: settings::held(db)?,
            })
        })
    }
}

/// Perhaps sent, and the touch not closed yet.
const UNSURE: &str = "(q.status = 'unsure' AND t.status = 'planned')";
/// Failed, and nobody has taken it in hand yet.
const FAILED: &str = "(q.status = 'failed' AND t.status = 'failed')";

const FROM: &str = "FROM message q JOIN delivery_channel c ON c.channel = q.channel
                    LEFT JOIN touch t ON t.id = q.touch_id
                    LEFT JOIN moment mo ON mo.id = t.moment_id LEFT JOIN member m ON m.id = q.member_id";

const COLUMNS: &str = "q.id, q.touch_id, t.status, m.id, m.external_id, m.name, m.phone, mo.name, q.channel,
                       q.recipient, q.subject, q.body, q.status, q.attempts, q.next_at_ms, q.code, q.detail,
                       q.remote_id, q.claimed_at_ms, q.updated_at_ms, c.contact,
                       CASE c.contact WHEN 'email' THEN coalesce(m.email, '') WHEN 'phone' THEN coalesce(m.phone, '')
                                      ELSE coalesce(m.messenger, '') END";

fn page(db: &Connection, query: &MessageQuery) -> Result<MessagePage> {
    let status = query.status.map(MessageStatus::as_str);
    let channel = query.channel.map(DeliveryChannel::as_str);
    let mut conditions = vec!["1".to_owned()];
    let mut args: Vec<(&'static str, &dyn ToSql)> = Vec::new();
    let mut add = |condition: &str, name, value| {
        conditions.push(condition.to_owned());
        args.push((name, value));
    };
    if let Some(status) = &status {
        add("q.status = :status", ":status", status);
    }
    if let Some(channel) = &channel {
        add("q.channel = :channel", ":channel", channel);
    }
    if let Some(member) = &query.member_id {
        add("q.member_id = :member", ":member", member);
    }
    if query.undecided {
        conditions.push(format!("({UNSURE} OR {FAILED})"));
    }
    let condition = conditions.join(" AND ");
    let total: i64 = db
        .prepare_cached(&format!("SELECT count(*) {FROM} WHERE {condition}"))?
        .query_row(&*args, |row| row.get(0))?;
    let limit = match query.limit {
        0 => DEFAULT_LIMIT,
        limit => limit.min(MAX_LIMIT),
    };
    let order = if query.status == Some(MessageStatus::Waiting) {
        "q.next_at_ms, q.rid"
    } else {
        "q.updated_at_ms DESC, q.rid DESC"
    };
    let messages = db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} {FROM} WHERE {condition} ORDER BY {order} LIMIT {limit} OFFSET {}",
            query.offset
        ))?
        .query_map(&*args, row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(MessagePage {
        total: count(total),
        messages,
    })
}

/// The messages that wait, by when they are tried: by which channel, and when.
pub(super) fn waiting(db: &Connection) -> Result<Vec<(MessageId, DeliveryChannel, i64)>> {
    let waiting = db
        .prepare_cached(
            "SELECT id, channel, next_at_ms FROM message WHERE status = 'waiting' ORDER BY next_at_ms, rid",
        )?
        .query_map([], |row| {
            let channel = DeliveryChannel::parse(row.get_ref(1)?.as_str()?);
            Ok((row.get(0)?, channel, row.get(2)?))
        })?
        .collect::<rusqlite::Result<_>>()?;
    Ok(waiting)
}

pub(super) fn view(db: &Connection, message: MessageId) -> Result<MessageView> {
    db.prepare_cached(&format!("SELECT {COLUMNS} {FROM} WHERE q.id = ?1"))?
        .query_row([message], row)
        .optional()?
        .ok_or_else(|| Code::MessageNotFound.into())
}

fn row(row: &Row<'_>) -> rusqlite::Result<MessageView> {
    let touch: Option<String> = row.get(2)?;
    let member = row.get::<_, Option<_>>(3)?;
    let status = MessageStatus::parse(row.get_ref(12)?.as_str()?);
    Ok(MessageView {
        id: row.get(0)?,
        touch_id: row.get(1)?,
        touch_status: touch.as_deref().map(TouchStatus::parse),
        member: match member {
            Some(id) => Some(moment::named(id, row.get(4)?, row.get(5)?, row.get(6)?)),
            None => None,
        },
        moment_name: row.get(7)?,
        channel: DeliveryChannel::parse(row.get_ref(8)?.as_str()?),
        contact: Contact::parse(row.get_ref(20)?.as_str()?),
        address: row.get(21)?,
        recipient: row.get(9)?,
        subject: row.get(10)?,
        body: row.get(11)?,
        status,
        attempts: count(row.get(13)?),
        next_at_ms: (status == MessageStatus::Waiting)
            .then(|| row.get(14))
            .transpose()?,
        code: row.get(15)?,
        detail: row.get(16)?,
        remote_id: row.get(17)?,
        tried_at_ms: row.get(18)?,
        updated_at_ms: row.get(19)?,
    })
}
