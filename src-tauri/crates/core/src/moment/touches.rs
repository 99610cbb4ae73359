//! Touches: looking at them, and saying what came of them.

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, Row, ToSql, named_params, params};

use super::{
    catalogue::from_json,
    run::named,
    touch_types::{
        Inbox, InboxGroup, Outcome, SkipReason, TouchMessage, TouchPage, TouchQuery, TouchStatus,
        TouchView,
    },
    types::TouchChannel,
};
use crate::{
    error::{Code, Error, Result},
    id::{GrantId, MemberId, MessageId, TouchId},
    outbox::{self, MessageStatus},
    reward::{self, gift},
    shop,
    storage::{Op, Store, Tx, WriteRequest, count},
};

/// Lines that today's list shows at most; its total counts all.
const MAX_INBOX: u32 = 2_000;
const MAX_LIMIT: u32 = 1_000;
const DEFAULT_LIMIT: u32 = 100;
/// Why a message was withdrawn whose touch a person takes in hand.
const BY_HAND: &str = "by_hand";
/// The longest note on a failed delivery, in characters.
const MAX_FAILURE_CHARS: usize = 200;

/// The last business date on which a touch still makes sense, also after a snooze, in
/// SQL; the touch's table goes by the name given.
macro_rules! last_useful_day {
    ($touch:literal) => {
        concat!(
            "max(",
            $touch,
            ".useful_until, coalesce(",
            $touch,
            ".snoozed_until, ",
            $touch,
            ".useful_until))"
        )
    };
}
pub(crate) use last_useful_day;

impl Store {
    /// A touch.
    ///
    /// # Errors
    /// `touch_not_found`.
    pub fn touch(&self, touch: TouchId) -> Result<TouchView> {
        self.read(|db| view(db, touch))
    }

    /// A page of the touches that a query names, soonest due first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn touches(&self, query: &TouchQuery) -> Result<TouchPage> {
        self.read(|db| page(db, query))
    }

    /// What is to be done on the business date of `now_ms`, by moment. A run for
    /// that date has to come before.
    ///
    /// # Errors
    /// `no_shop`.
    pub fn inbox(&self, now_ms: i64) -> Result<Inbox> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            inbox(db, OPEN, today)
        })
    }

    /// Of the same list what waits for a person: neither what the app sends nor what
    /// it may have sent.
    ///
    /// # Errors
    /// `no_shop`.
    pub fn inbox_by_hand(&self, now_ms: i64) -> Result<Inbox> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            inbox(db, &by_hand(), today)
        })
    }

    /// How many touches of that list are open on the business date of `now_ms`.
    ///
    /// # Errors
    /// `no_shop`.
    pub fn open_touches(&self, now_ms: i64) -> Result<u32> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            open(db, &by_hand(), today)
        })
    }

    /// What is to be said to a member who stands at the counter: the open touches in
    /// person and by call.
    ///
    /// # Errors
    /// `no_shop`.
    pub fn counter_touches(&self, member: MemberId, now_ms: i64) -> Result<Vec<TouchView>> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            let condition =
                format!("{OPEN} AND t.member_id = :member AND t.channel IN ('counter', 'call')");
            let args: [Arg<'_>; 2] = [(":today", &today), (":member", &member)];
            list(db, &condition, "mo.position, t.due_on, t.rid", &args, 50, 0)
        })
    }

    /// Notes that a touch is done, and what came of it, if that is known yet. Noted
    /// again, the outcome is replaced. One that failed gets its gift again.
    ///
    /// # Errors
    /// `touch_not_found`; `touch_closed` if it was left out; `touch_sending`.
    pub fn touch_done(
        &self,
        request: WriteRequest,
        touch: TouchId,
        outcome: Option<Outcome>,
    ) -> Result<TouchView> {
        self.write(request, Op("touch.done"), &(touch, outcome), |tx| {
            let before = known(tx, touch)?;
            if before.status == TouchStatus::Skipped {
                return Err(Code::TouchClosed.into());
            }
            outbox::withdraw(tx, touch, BY_HAND)?;
            if before.status == TouchStatus::Failed {
                reopen(tx, &before)?;
            }
            tx.sql(
                "UPDATE touch SET status = 'done', reason = '', outcome = ?2, decided_at_ms = ?3, snoozed_until = NULL
                 WHERE id = ?1",
            )?
            .execute(params![touch, outcome.map(Outcome::as_str), tx.now_ms()])?;
            view(tx.connection(), touch)
        })
    }

    /// Leaves a touch out; its gift, if unused, is taken back.
    ///
    /// # Errors
    /// `touch_not_found`; `touch_closed` if it is neither planned nor failed;
    /// `touch_sending`.
    pub fn touch_skip(&self, request: WriteRequest, touch: TouchId) -> Result<TouchView> {
        self.write(request, Op("touch.skip"), &touch, |tx| {
            let before = known(tx, touch)?;
            if !matches!(before.status, TouchStatus::Planned | TouchStatus::Failed) {
                return Err(Code::TouchClosed.into());
            }
            outbox::withdraw(tx, touch, BY_HAND)?;
            leave_out(tx, touch)?;
            view(tx.connection(), touch)
        })
    }

    /// Hides a planned touch until a later business date.
    ///
    /// # Errors
    /// `touch_not_found`; `touch_closed`; `touch_sending`; `out_of_range` unless the
    /// date lies 1 to 365 days ahead; `snooze_too_late` if it makes no sense any more by
    /// then.
    pub fn touch_snooze(
        &self,
        request: WriteRequest,
        touch: TouchId,
        until: NaiveDate,
    ) -> Result<TouchView> {
        self.write(request, Op("touch.snooze"), &(touch, until), |tx| {
            let before = planned(tx, touch)?;
            let days = (until - tx.today()).num_days();
            if !(1..=365).contains(&days) {
                return Err(Error::new(Code::OutOfRange)
                    .field("until")
                    .arg("value", until));
            }
            if until > before.useful_until {
                return Err(Error::new(Code::SnoozeTooLate)
                    .field("until")
                    .arg("last_on", before.useful_until));
            }
            outbox::withdraw(tx, touch, BY_HAND)?;
            tx.sql("UPDATE touch SET snoozed_until = ?2 WHERE id = ?1")?
                .execute(params![touch, until])?;
            view(tx.connection(), touch)
        })
    }

    /// Notes that a planned touch could not be delivered, for a reason of the
    /// channel's, at most 200 characters.
    ///
    /// # Errors
    /// `touch_not_found`; `touch_closed`; `touch_sending`; `text_too_long`.
    pub fn touch_failed(
        &self,
        request: WriteRequest,
        touch: TouchId,
        reason: &str,
    ) -> Result<TouchView> {
        self.write(request, Op("touch.failed"), &(touch, reason), |tx| {
            planned(tx, touch)?;
            let reason = shop::line(reason, "reason", 1, MAX_FAILURE_CHARS)?;
            outbox::withdraw(tx, touch, BY_HAND)?;
            set(tx, touch, TouchStatus::Failed, &reason)?;
            view(tx.connection(), touch)
        })
    }

    /// Opens a touch again that a person closed, or that failed: the undo of done,
    /// skip and snooze. A gift that was taken back is given again. A touch whose
    /// message had failed is again one that failed.
    ///
    /// # Errors
    /// `touch_not_found`; `touch_closed` if a run left it out; `touch_sending`;
    /// `touch_sent` if the app has sent its message.
    pub fn touch_reopen(&self, request: WriteRequest, touch: TouchId) -> Result<TouchView> {
        self.write(request, Op("touch.reopen"), &touch, |tx| {
            let before = known(tx, touch)?;
            let by_run = before
                .reason
                .is_some_and(|reason| reason != SkipReason::Owner);
            if by_run {
                return Err(Code::TouchClosed.into());
            }
            let failed = outbox::reopened(tx, touch)?;
            match failed.filter(|_| before.status != TouchStatus::Failed) {
                Some(code) => fail_again(tx, touch, &code)?,
                None => reopen(tx, &before)?,
            }
            view(tx.connection(), touch)
        })
    }
}

/// Plans a touch again, with its gift.
fn reopen(tx: &mut Tx<'_>, before: &TouchView) -> Result<()> {
    set(tx, before.id, TouchStatus::Planned, "")?;
    tx.sql("UPDATE touch SET snoozed_until = NULL, outcome = NULL WHERE id = ?1")?
        .execute([before.id])?;
    if let Some(grant) = before
        .gift
        .as_ref()
        .filter(|gift| gift.expires_on >= Some(tx.today()))
    {
        gift::give_again(tx, grant.id)?;
    }
    Ok(())
}

/// Plans a touch again because the owner wants it sent, on a day on which that may be
/// late.
pub(crate) fn open_again(tx: &mut Tx<'_>, touch: TouchId, day: NaiveDate) -> Result<()> {
    reopen(tx, &view(tx.connection(), touch)?)?;
    tx.sql("UPDATE touch SET snoozed_until = ?2 WHERE id = ?1 AND useful_until < ?2")?
        .execute(params![touch, day])?;
    Ok(())
}

/// The member of a touch whose message failed was reached in another way, and told of
/// its gift.
pub(crate) fn reached(tx: &mut Tx<'_>, touch: TouchId) -> Result<()> {
    reopen(tx, &view(tx.connection(), touch)?)?;
    delivered(tx, touch)?;
    tx.sql("UPDATE touch SET outcome = ?2 WHERE id = ?1")?
        .execute(params![touch, Outcome::Reached.as_str()])?;
    Ok(())
}

/// Takes back what a person decided about a touch whose message failed.
fn fail_again(tx: &mut Tx<'_>, touch: TouchId, code: &str) -> Result<()> {
    tx.sql("UPDATE touch SET snoozed_until = NULL, outcome = NULL WHERE id = ?1")?
        .execute([touch])?;
    undelivered(tx, touch, code)
}

/// The last business date on which a touch makes sense, also after a snooze.
pub(crate) fn useful_until(db: &Connection, touch: TouchId) -> Result<NaiveDate> {
    Ok(db
        .prepare_cached(concat!(
            "SELECT ",
            last_useful_day!("t"),
            " FROM touch t WHERE t.id = ?1"
        ))?
        .query_row([touch], |row| row.get(0))?)
}

/// A touch is done: the app has sent its message, or its member was reached.
pub(crate) fn delivered(tx: &Tx<'_>, touch: TouchId) -> Result<()> {
    set(tx, touch, TouchStatus::Done, "")?;
    tx.sql("UPDATE touch SET snoozed_until = NULL WHERE id = ?1")?
        .execute([touch])?;
    Ok(())
}

/// A touch's message cannot be sent: nobody was told of its gift.
pub(crate) fn undelivered(tx: &mut Tx<'_>, touch: TouchId, code: &str) -> Result<()> {
    set(tx, touch, TouchStatus::Failed, code)?;
    take_gift_back(tx, touch, code)
}

/// The owner leaves a touch out.
pub(crate) fn leave_out(tx: &mut Tx<'_>, touch: TouchId) -> Result<()> {
    let reason = SkipReason::Owner.as_str();
    set(tx, touch, TouchStatus::Skipped, reason)?;
    take_gift_back(tx, touch, reason)
}

fn take_gift_back(tx: &mut Tx<'_>, touch: TouchId, reason: &str) -> Result<()> {
    let grant: Option<GrantId> = tx
        .sql("SELECT grant_id FROM touch WHERE id = ?1")?
        .query_row([touch], |row| row.get(0))?;
    if let Some(grant) = grant {
        gift::take_back(tx, grant, reason)?;
    }
    Ok(())
}

/// A touch that is going to change; the change is about its member.
fn known(tx: &Tx<'_>, touch: TouchId) -> Result<TouchView> {
    let view = view(tx.connection(), touch)?;
    tx.about(view.member.id);
    Ok(view)
}

fn planned(tx: &Tx<'_>, touch: TouchId) -> Result<TouchView> {
    let view = known(tx, touch)?;
    if view.status == TouchStatus::Planned {
        Ok(view)
    } else {
        Err(Code::TouchClosed.into())
    }
}

fn set(tx: &Tx<'_>, touch: TouchId, status: TouchStatus, reason: &str) -> Result<()> {
    tx.sql("UPDATE touch SET status = ?2, reason = ?3, decided_at_ms = ?4 WHERE id = ?1")?
        .execute(params![touch, status.as_str(), reason, tx.now_ms()])?;
    Ok(())
}

/// Planned, due, not snoozed, and still worth it.
pub(crate) const OPEN: &str = concat!(
    "t.status = 'planned' AND t.due_on <= :today AND coalesce(t.snoozed_until, :today) <= :today AND ",
    last_useful_day!("t"),
    " >= :today AND m.status = 'active' AND mo.enabled = 1"
);

/// Open, and neither to be sent by the app nor in doubt whether it was.
fn by_hand() -> String {
    format!(
        "{OPEN} AND NOT (coalesce(q.status, '') IN ('sending', 'unsure')
             OR (coalesce(q.status, '') <> 'failed'
                 AND t.channel IN (SELECT channel FROM delivery_channel WHERE enabled = 1)))"
    )
}

const FROM: &str =
    "FROM touch t JOIN moment mo ON mo.id = t.moment_id JOIN member m ON m.id = t.member_id
                    LEFT JOIN message q ON q.touch_id = t.id";

/// A named parameter.
type Arg<'a> = (&'static str, &'a dyn ToSql);

fn open(db: &Connection, condition: &str, today: NaiveDate) -> Result<u32> {
    Ok(db
        .prepare_cached(&format!("SELECT count(*) {FROM} WHERE {condition}"))?
        .query_row(named_params! { ":today": today }, |row| {
            Ok(count(row.get(0)?))
        })?)
}

fn inbox(db: &Connection, condition: &str, today: NaiveDate) -> Result<Inbox> {
    let total = open(db, condition, today)?;
    let touches = list(
        db,
        condition,
        "mo.position, t.due_on, t.rid",
        &[(":today", &today)],
        MAX_INBOX,
        0,
    )?;
    let mut groups: Vec<InboxGroup> = Vec::new();
    for touch in touches {
        match groups.last_mut() {
            Some(group) if group.moment_id == touch.moment_id => group.touches.push(touch),
            _ => groups.push(InboxGroup {
                moment_id: touch.moment_id,
                moment: touch.moment.clone(),
                name: touch.moment_name.clone(),
                touches: vec![touch],
            }),
        }
    }
    Ok(Inbox {
        as_of: today,
        total,
        groups,
    })
}

fn page(db: &Connection, query: &TouchQuery) -> Result<TouchPage> {
    let status = query.status.map(TouchStatus::as_str);
    let channel = query.channel.map(TouchChannel::as_str);
    let mut conditions = vec!["1"];
    let mut args: Vec<Arg<'_>> = Vec::new();
    if query.status == Some(TouchStatus::Planned) {
        // In so many words: the index of open touches is known by them.
        conditions.push("t.status = 'planned'");
    }
    let mut add = |condition, name, value| {
        conditions.push(condition);
        args.push((name, value));
    };
    if let Some(from) = &query.from {
        add("t.due_on >= :from", ":from", from);
    }
    if let Some(to) = &query.to {
        add("t.due_on <= :to", ":to", to);
    }
    if let Some(status) = status.as_ref().filter(|status| **status != "planned") {
        add("t.status = :status", ":status", status);
    }
    if let Some(moment) = &query.moment_id {
        add("t.moment_id = :moment", ":moment", moment);
    }
    if let Some(member) = &query.member_id {
        add("t.member_id = :member", ":member", member);
    }
    if let Some(channel) = &channel {
        add("t.channel = :channel", ":channel", channel);
    }
    let condition = conditions.join(" AND ");
    let total: i64 = db
        .prepare_cached(&format!("SELECT count(*) FROM touch t WHERE {condition}"))?
        .query_row(&*args, |row| row.get(0))?;
    let limit = match query.limit {
        0 => DEFAULT_LIMIT,
        limit => limit.min(MAX_LIMIT),
    };
    Ok(TouchPage {
        total: count(total),
        touches: list(
            db,
            &condition,
            "t.due_on, t.rid",
            &args,
            limit,
            query.offset,
        )?,
    })
}

const COLUMNS: &str = "t.id, t.moment_id, mo.code, mo.name, m.id, m.external_id, m.name, m.phone, t.occurrence,
                       t.due_on, t.useful_until, t.planned_on, t.channel, t.status, t.reason, t.outcome,
                       t.snoozed_until, t.decided_at_ms, t.why, t.grant_id, q.id, q.status";

/// A touch as it is read, its JSON and its gift still to come.
type Read = (TouchView, String, Option<GrantId>);

fn list(
    db: &Connection,
    condition: &str,
    order: &str,
    args: &[Arg<'_>],
    limit: u32,
    offset: u32,
) -> Result<Vec<TouchView>> {
    let rows = db
        .prepare_cached(&format!(
            "SELECT {COLUMNS} {FROM} WHERE {condition} ORDER BY {order} LIMIT {limit} OFFSET {offset}"
        ))?
        .query_map(args, row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    rows.into_iter().map(|row| complete(db, row)).collect()
}

pub(crate) fn view(db: &Connection, touch: TouchId) -> Result<TouchView> {
    let found = db
        .prepare_cached(&format!("SELECT {COLUMNS} {FROM} WHERE t.id = ?1"))?
        .query_row([touch], row)
        .optional()?
        .ok_or(Code::TouchNotFound)?;
    complete(db, found)
}

fn row(row: &Row<'_>) -> rusqlite::Result<Read> {
    let channel: Option<String> = row.get(12)?;
    let outcome: Option<String> = row.get(15)?;
    let status = TouchStatus::parse(row.get_ref(13)?.as_str()?);
    let message: Option<MessageId> = row.get(20)?;
    let reason = row.get_ref(14)?.as_str()?;
    let view = TouchView {
        id: row.get(0)?,
        moment_id: row.get(1)?,
        moment: row.get(2)?,
        moment_name: row.get(3)?,
        member: named(row.get(4)?, row.get(5)?, row.get(6)?, row.get(7)?),
        occurrence: row.get(8)?,
        due_on: row.get(9)?,
        useful_until: row.get(10)?,
        planned_on: row.get(11)?,
        channel: channel.as_deref().map(TouchChannel::parse),
        status,
        reason: (status == TouchStatus::Skipped).then(|| SkipReason::parse(reason)),
        failure: if status == TouchStatus::Failed {
            reason.to_owned()
        } else {
            String::new()
        },
        outcome: outcome.as_deref().map(Outcome::parse),
        snoozed_until: row.get(16)?,
        decided_at_ms: row.get(17)?,
        why: super::touch_types::Why::Date { on: row.get(9)? },
        gift: None,
        message: message
            .map(|id| -> rusqlite::Result<TouchMessage> {
                Ok(TouchMessage {
                    id,
                    status: MessageStatus::parse(row.get_ref(21)?.as_str()?),
                })
            })
            .transpose()?,
    };
    Ok((view, row.get(18)?, row.get(19)?))
}

fn complete(db: &Connection, (view, why, grant): Read) -> Result<TouchView> {
    Ok(TouchView {
        why: from_json(&why)?,
        gift: grant.map(|grant| reward::view(db, grant)).transpose()?,
        ..view
    })
}
