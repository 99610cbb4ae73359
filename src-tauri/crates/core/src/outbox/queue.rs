//! Which message is next, and claiming it.

use std::collections::BTreeSet;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, ToSql, params};

use super::{
    log, settings,
    types::{Contact, Content, DeliveryChannel, Due, Next},
    waits,
};
use crate::{
    error::{Code, Result},
    id::{MemberId, MessageId, TouchId},
    moment::{self, SkipReason, last_useful_day},
    shop::{self, Settings},
    storage::{Op, Store, Tx, WriteRequest, count},
    time::Calendar,
};

pub(super) const MINUTE_MS: i64 = 60_000;
/// No message is put off for longer: one that is has met a clock that was set back.
pub(super) const LONGEST_WAIT_MS: i64 = 24 * 60 * MINUTE_MS;

impl Store {
    /// Queues a message for every touch that is due and goes by a channel that is
    /// switched on, and again for those withdrawn before. Returns how many. Where
    /// there are none, nothing is written.
    ///
    /// # Errors
    /// `no_shop`; errors of the disk.
    pub fn outbox_fill(&self, request: WriteRequest) -> Result<u32> {
        const OP: Op = Op("outbox.fill");
        let idle = self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(request.now_ms)?;
            Ok(missing(db, today)?.is_empty())
        })?;
        if idle {
            return Ok(self.result_of(request.request_id, OP)?.unwrap_or(0));
        }
        self.write(request, OP, &(), |tx| {
            let missing = missing(tx.connection(), tx.today())?;
            for one in &missing {
                queue(tx, one)?;
            }
            Ok(u32::try_from(missing.len()).unwrap_or(u32::MAX))
        })
    }

    /// What there is to send at `request.now_ms`. Messages whose greeting makes no
    /// sense any more, or may not be sent any more, are withdrawn and their touches
    /// left out with the reason; only then something is written.
    ///
    /// # Errors
    /// `no_shop`; errors of the disk.
    pub fn outbox_next(&self, request: WriteRequest) -> Result<Next> {
        let next = || self.read(|db| next(db, request.now_ms));
        let found = next()?;
        if !found.lost {
            return Ok(found.next);
        }
        self.write(request, Op("outbox.drop"), &(), drop_lost)?;
        Ok(next()?.next)
    }

    /// Claims a message that was next, with what will be sent: after that it counts
    /// as being on its way. Returns `false`, and changes nothing, if it cannot be
    /// claimed: somebody else has it, or it may not be sent, not now, or not to this
    /// recipient any more.
    ///
    /// # Errors
    /// `no_shop`; errors of the disk.
    pub fn outbox_claim(
        &self,
        request: WriteRequest,
        message: MessageId,
        content: &Content,
    ) -> Result<bool> {
        let payload = (message, log::digest(content)?);
        let claimed = self.write(request, Op("outbox.claim"), &payload, |tx| {
            let (db, now_ms) = (tx.connection(), tx.now_ms());
            let due = match gate(db, tx.settings(), now_ms)? {
                Some(_) => None,
                None => candidate(db, &Day::of(&tx.settings().calendar, now_ms)?, Some(message))?,
            };
            let due = due.ok_or(Code::MessageClosed)?;
            if lost(db, &due, tx.today())?.is_some() || due.recipient(db)? != content.recipient {
                return Err(Code::MessageClosed.into());
            }
            tx.about(due.member);
            tx.sql(
                "UPDATE message SET status = 'sending', attempts = attempts + 1, claimed_at_ms = ?2,
                                    claimed_before_ms = CASE WHEN claimed_at_ms > ?2 - ?7
                                      AND claimed_at_ms <= ?2 + ?7 THEN claimed_at_ms END, recipient = ?3,
                                    recipient_name = ?4, subject = ?5, body = ?6, code = '', detail = '',
                                    updated_at_ms = ?2
                 WHERE id = ?1",
            )?
            .execute(params![
                message,
                now_ms,
                content.recipient,
                content.name,
                content.subject,
                content.body,
                MINUTE_MS
            ])?;
            Ok(true)
        });
        match claimed {
            Err(error) if error.code() == Code::MessageClosed => Ok(false),
            other => other,
        }
    }
}

/// A touch that has no message in the queue and should.
struct Missing {
    touch: TouchId,
    member: MemberId,
    channel: DeliveryChannel,
    withdrawn: Option<MessageId>,
}

fn missing(db: &Connection, today: NaiveDate) -> Result<Vec<Missing>> {
    if !moment::schedule_settings(db)?.enabled {
        return Ok(Vec::new());
    }
    let mut statement = db.prepare_cached(&format!(
        "SELECT t.id, t.member_id, t.channel, q.id
         FROM touch t JOIN moment mo ON mo.id = t.moment_id JOIN member m ON m.id = t.member_id
         LEFT JOIN message q ON q.touch_id = t.id
         WHERE {} AND t.channel IN (SELECT channel FROM delivery_channel WHERE enabled = 1)
           AND (q.id IS NULL OR q.status = 'cancelled')
         ORDER BY t.due_on, mo.position, t.rid",
        moment::OPEN
    ))?;
    let missing = statement
        .query_map(&[(":today", &today)], |row| {
            Ok(Missing {
                touch: row.get(0)?,
                member: row.get(1)?,
                channel: DeliveryChannel::parse(row.get_ref(2)?.as_str()?),
                withdrawn: row.get(3)?,
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(missing)
}

fn queue(tx: &mut Tx<'_>, missing: &Missing) -> Result<()> {
    if let Some(message) = missing.withdrawn {
        tx.sql(
            "UPDATE message SET status = 'waiting', next_at_ms = max(?2, coalesce(claimed_at_ms + ?3, ?2)), code = '',
                                detail = '', channel = ?4, updated_at_ms = ?2
             WHERE id = ?1",
        )?
        .execute(params![
            message,
            tx.now_ms(),
            MINUTE_MS,
            missing.channel.as_str()
        ])?;
        return Ok(());
    }
    let id = MessageId(tx.new_uuid());
    tx.sql(
        "INSERT INTO message (id, touch_id, member_id, channel, status, next_at_ms, created_at_ms, updated_at_ms)
         VALUES (?1, ?2, ?3, ?4, 'waiting', ?5, ?5, ?5)",
    )?
    .execute(params![
        id,
        missing.touch,
        missing.member,
        missing.channel.as_str(),
        tx.now_ms()
    ])?;
    Ok(())
}

/// What is next, and whether something in the way has to be withdrawn first.
struct Found {
    next: Next,
    lost: bool,
}

impl From<Next> for Found {
    fn from(next: Next) -> Self {
        Self { next, lost: false }
    }
}

fn next(db: &Connection, now_ms: i64) -> Result<Found> {
    let shop = shop::settings(db)?;
    let day = Day::of(&shop.calendar, now_ms)?;
    if settings::settings(db)?.paused_since_ms.is_some() {
        return Ok(Next::Paused.into());
    }
    let Some(due) = candidate(db, &day, None)? else {
        let until_ms = next_at(db, &day)?;
        return Ok(Next::Nothing { until_ms }.into());
    };
    if lost(db, &due, day.today)?.is_some() {
        return Ok(Found {
            next: Next::Nothing {
                until_ms: Some(now_ms),
            },
            lost: true,
        });
    }
    if let Some(next) = gate(db, &shop, now_ms)? {
        return Ok(next.into());
    }
    let mut touch = moment::touch(db, due.touch)?;
    touch.gift = touch.promised_gift(day.today).cloned();
    let due = Due {
        id: due.id,
        channel: due.channel,
        member: due.member,
        recipient: due.recipient(db)?,
        attempts: due.attempts,
        touch,
    };
    Ok(Next::Message(Box::new(due)).into())
}

/// A waiting message whose time has come.
struct Candidate {
    id: MessageId,
    touch: TouchId,
    member: MemberId,
    channel: DeliveryChannel,
    contact: Contact,
    attempts: u32,
}

impl Candidate {
    /// The member's address; empty if there is none.
    fn recipient(&self, db: &Connection) -> Result<String> {
        let column = match self.contact {
            Contact::Email => "coalesce(email, '')",
            Contact::Phone => "coalesce(phone, '')",
            Contact::Messenger => "messenger",
        };
        Ok(db
            .prepare_cached(&format!("SELECT {column} FROM member WHERE id = ?1"))?
            .query_row([self.member], |row| row.get(0))?)
    }
}

/// The business day on which messages are sent, at an instant.
#[derive(Clone, Copy)]
pub(super) struct Day {
    now_ms: i64,
    today: NaiveDate,
    begins_ms: i64,
    pub(super) ends_ms: i64,
}

impl Day {
    pub(super) fn of(calendar: &Calendar, now_ms: i64) -> Result<Self> {
        let today = calendar.business_date(now_ms)?;
        let tomorrow = today.succ_opt().unwrap_or(today);
        Ok(Self {
            now_ms,
            today,
            begins_ms: calendar.begins_ms(today)?,
            ends_ms: calendar.begins_ms(tomorrow)?,
        })
    }

    fn params(&self) -> [(&'static str, &dyn ToSql); 4] {
        [
            (":now", &self.now_ms),
            (":today", &self.today),
            (":begins", &self.begins_ms),
            (":ends", &self.ends_ms),
        ]
    }
}

const FROM: &str =
    "FROM message q JOIN touch t ON t.id = q.touch_id JOIN moment mo ON mo.id = t.moment_id
                    JOIN delivery_channel c ON c.channel = q.channel";

/// Waiting, by a channel that sends, for a touch that is due.
const READY: &str =
    "q.status = 'waiting' AND c.enabled = 1 AND c.held_code IS NULL AND t.due_on <= :today";

/// Kept for tomorrow: a guest gets one message a day, of those that can go now the one
/// whose moment stands highest. What makes no sense any more tomorrow is not kept, and
/// goes before what is.
const SECOND: &str = concat!(
    "(",
    last_useful_day!("t"),
    " > :today AND EXISTS (
       SELECT 1 FROM message o JOIN touch ot ON ot.id = o.touch_id JOIN moment om ON om.id = ot.moment_id
       JOIN delivery_channel oc ON oc.channel = o.channel
       WHERE o.member_id = q.member_id AND o.id <> q.id
         AND (o.status IN ('sending', 'sent', 'unsure')
                AND o.claimed_at_ms >= :begins AND o.claimed_at_ms < :ends
           OR o.status = 'waiting' AND oc.enabled = 1 AND oc.held_code IS NULL AND ot.due_on <= :today
                AND (",
    last_useful_day!("ot"),
    " = :today OR o.next_at_ms <= :now AND om.position < mo.position))))"
);

/// The messages that are kept for tomorrow.
pub(super) fn seconds(db: &Connection, day: &Day) -> Result<BTreeSet<MessageId>> {
    let found = db
        .prepare_cached(&format!("SELECT q.id {FROM} WHERE {READY} AND {SECOND}"))?
        .query_map(&day.params(), |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?;
    Ok(found)
}

/// The first message that is to go now, or `only` that one if it is.
fn candidate(db: &Connection, day: &Day, only: Option<MessageId>) -> Result<Option<Candidate>> {
    if !moment::schedule_settings(db)?.enabled {
        return Ok(None);
    }
    Ok(candidates(db, day, only, 1)?.pop())
}

fn candidates(
    db: &Connection,
    day: &Day,
    only: Option<MessageId>,
    limit: i64,
) -> Result<Vec<Candidate>> {
    let (put_off_ms, minute_ago_ms, in_a_minute_ms) = (
        day.now_ms + LONGEST_WAIT_MS,
        day.now_ms - MINUTE_MS,
        day.now_ms + MINUTE_MS,
    );
    let own: [(&str, &dyn ToSql); 5] = [
        (":put_off", &put_off_ms),
        (":minute_ago", &minute_ago_ms),
        (":in_a_minute", &in_a_minute_ms),
        (":only", &only),
        (":limit", &limit),
    ];
    let found = db
        .prepare_cached(&format!(
            "SELECT q.id, q.touch_id, q.member_id, q.channel, c.contact, q.attempts {FROM}
             WHERE {READY} AND (q.next_at_ms <= :now OR q.next_at_ms > :put_off) AND (:only IS NULL OR q.id = :only)
               AND NOT coalesce(q.claimed_before_ms > :minute_ago AND q.claimed_before_ms <= :in_a_minute, 0)
               AND NOT {SECOND}
             ORDER BY q.next_at_ms, q.rid LIMIT :limit"
        ))?
        .query_map(&*[&own[..], &day.params()].concat(), |row| {
            Ok(Candidate {
                id: row.get(0)?,
                touch: row.get(1)?,
                member: row.get(2)?,
                channel: DeliveryChannel::parse(row.get_ref(3)?.as_str()?),
                contact: Contact::parse(row.get_ref(4)?.as_str()?),
                attempts: count(row.get(5)?),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(found)
}

/// When the next message is tried.
pub(super) fn next_at(db: &Connection, day: &Day) -> Result<Option<i64>> {
    if !moment::schedule_settings(db)?.enabled {
        return Ok(None);
    }
    Ok(db
        .prepare_cached(&format!(
            "SELECT min(CASE WHEN {SECOND} THEN max(q.next_at_ms, :ends) ELSE q.next_at_ms END) {FROM} WHERE {READY}"
        ))?
        .query_row(&day.params(), |row| row.get(0))?)
}

/// Why a message must not be sent any more; `None` if it may.
fn lost(db: &Connection, due: &Candidate, today: NaiveDate) -> Result<Option<SkipReason>> {
    if let Some(reason) = moment::lost(db, due.touch, today)? {
        return Ok(Some(reason));
    }
    Ok(due
        .recipient(db)?
        .is_empty()
        .then_some(SkipReason::NoContact))
}

/// Withdraws every message that is due and must not be sent. Returns how many.
fn drop_lost(tx: &mut Tx<'_>) -> Result<u32> {
    let day = Day::of(&tx.settings().calendar, tx.now_ms())?;
    let all = candidates(tx.connection(), &day, None, -1)?;
    let mut dropped = 0;
    for due in &all {
        if let Some(reason) = lost(tx.connection(), due, tx.today())? {
            moment::close(tx, due.touch, reason)?;
            dropped += 1;
        }
    }
    Ok(dropped)
}

/// What keeps every message back for now: pause, quiet hours, the rate.
fn gate(db: &Connection, shop: &Settings, now_ms: i64) -> Result<Option<Next>> {
    let own = settings::settings(db)?;
    if own.paused_since_ms.is_some() {
        return Ok(Some(Next::Paused));
    }
    let quiet = moment::schedule_settings(db)?;
    if let Some(until_ms) = waits::quiet_until(&quiet, &shop.calendar, now_ms)? {
        return Ok(Some(Next::Quiet { until_ms }));
    }
    Ok(full_until(db, own.per_minute, now_ms)?.map(|until_ms| Next::Limit { until_ms }))
}

/// When the next message may go, if as many were claimed as one minute allows. A
/// message is claimed at most twice in one. Claims made under a clock that was ahead
/// count only if it was ahead by little.
pub(super) fn full_until(db: &Connection, per_minute: u16, now_ms: i64) -> Result<Option<i64>> {
    let full: Option<i64> = db
        .prepare_cached(
            "SELECT at_ms FROM (
               SELECT claimed_at_ms AS at_ms FROM message
               WHERE claimed_at_ms IS NOT NULL AND claimed_at_ms > ?1 - ?2 AND claimed_at_ms <= ?1 + ?2
               UNION ALL SELECT claimed_before_ms FROM message
               WHERE claimed_before_ms IS NOT NULL AND claimed_before_ms > ?1 - ?2 AND claimed_before_ms <= ?1 + ?2)
             ORDER BY at_ms DESC LIMIT 1 OFFSET ?3",
        )?
        .query_row(params![now_ms, MINUTE_MS, i64::from(per_minute) - 1], |row| row.get(0))
        .optional()?;
    Ok(full.map(|claimed_at_ms| claimed_at_ms + MINUTE_MS))
}
