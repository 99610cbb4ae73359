//! Planned touches whose reason has gone.

use std::collections::HashMap;

use chrono::{Datelike, NaiveDate};
use rusqlite::{Connection, OptionalExtension, Params, params};

use super::{
    catalogue::{self, from_json},
    snapshot::grant_ended_on,
    touch_types::{SkipReason, Why},
    touches::last_useful_day,
    types::{Moment, TouchChannel, Trigger},
};
use crate::{
    error::Result,
    id::{AccountId, AppointmentId, ChangeId, GrantId, MemberDateId, MemberId, MomentId, TouchId},
    member::{Channel, channel_text},
    outbox, program,
    reward::gift,
    storage::Tx,
    time,
};

/// A planned touch that is to be closed.
#[derive(Debug, Clone)]
pub(super) struct Closing {
    pub(super) id: TouchId,
    pub(super) member: MemberId,
    pub(super) moment: MomentId,
    pub(super) occurrence: String,
    pub(super) due_on: NaiveDate,
    pub(super) channel: Option<TouchChannel>,
    pub(super) gift: Option<(GrantId, String)>,
    pub(super) reason: SkipReason,
}

/// An open touch as it is looked at.
struct Open {
    closing: Closing,
    useful_until: NaiveDate,
    why: Why,
    member_active: bool,
    agreed: bool,
}

/// Closes a planned touch and withdraws its message; a gift that nobody was told of
/// goes too. At the counter the guest may have heard of it.
///
/// # Errors
/// `touch_sending` while its message is on its way.
pub(crate) fn close(tx: &mut Tx<'_>, touch: TouchId, reason: SkipReason) -> Result<()> {
    outbox::withdraw(tx, touch, reason.as_str())?;
    let (grant, channel): (Option<GrantId>, Option<String>) = tx
        .sql("SELECT grant_id, channel FROM touch WHERE id = ?1")?
        .query_row([touch], |row| Ok((row.get(0)?, row.get(1)?)))?;
    tx.sql("UPDATE touch SET status = 'skipped', reason = ?2, decided_at_ms = ?3 WHERE id = ?1")?
        .execute(params![touch, reason.as_str(), tx.now_ms()])?;
    if let Some(grant) = grant
        && channel.as_deref() != Some(TouchChannel::Counter.as_str())
    {
        gift::take_back(tx, grant, reason.as_str())?;
    }
    Ok(())
}

/// Closes what is planned for a member by a channel that may not be used any more.
/// What is on its way, or may have gone out, stands. Returns what was closed.
pub(crate) fn consent_withdrawn(
    tx: &mut Tx<'_>,
    member: MemberId,
    channel: Channel,
) -> Result<Vec<TouchId>> {
    let planned = tx
        .sql(&format!(
            "SELECT t.id FROM touch t
             WHERE t.member_id = ?1 AND t.channel = ?2 AND t.status = 'planned' AND {IN_HAND} ORDER BY t.rid"
        ))?
        .query_map(params![member, channel_text(channel)], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<TouchId>>>()?;
    for touch in &planned {
        close(tx, *touch, SkipReason::NoConsent)?;
    }
    Ok(planned)
}

/// Plans a touch again that a change closed for want of consent, with its gift and
/// its place in the outbox, as if that change had not been. Returns `false`, and
/// changes nothing, if anything else has happened to it, or it makes no sense any
/// more.
pub(crate) fn unclose(tx: &mut Tx<'_>, touch: TouchId, change: ChangeId) -> Result<bool> {
    let found: Option<(Option<GrantId>, Option<NaiveDate>, i64)> = tx
        .sql(
            "SELECT g.id, g.expires_on, c.at_ms FROM touch t JOIN change c ON c.id = ?2
             LEFT JOIN reward_grant g ON g.id = t.grant_id AND g.status = 'void' AND EXISTS (
               SELECT 1 FROM entry e WHERE e.grant_id = g.id AND e.kind = 'reverse' AND e.change_id = c.id)
             WHERE t.id = ?1 AND t.status = 'skipped' AND t.reason = ?3 AND t.decided_at_ms = c.at_ms",
        )?
        .query_row(
            params![touch, change, SkipReason::NoConsent.as_str()],
            |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)),
        )
        .optional()?;
    let Some((gift, gift_ends_on, closed_at_ms)) = found else {
        return Ok(false);
    };
    if gift_ends_on.is_some_and(|ends_on| ends_on < tx.today()) {
        return Ok(false);
    }
    let set = "UPDATE touch SET status = ?2, reason = ?3, decided_at_ms = ?4 WHERE id = ?1";
    tx.sql(set)?
        .execute(params![touch, "planned", "", tx.now_ms()])?;
    if lost(tx.connection(), touch, tx.today())?.is_some() {
        tx.sql(set)?.execute(params![
            touch,
            "skipped",
            SkipReason::NoConsent.as_str(),
            closed_at_ms
        ])?;
        return Ok(false);
    }
    if let Some(gift) = gift {
        gift::give_again(tx, gift)?;
    }
    outbox::rejoin(tx, touch, SkipReason::NoConsent.as_str())?;
    Ok(true)
}

/// Why a planned touch makes no sense any more as of a date; `None` if it does.
pub(crate) fn lost(
    db: &Connection,
    touch: TouchId,
    as_of: NaiveDate,
) -> Result<Option<SkipReason>> {
    let Some(open) = open(db, "t.id = ?1", params![touch])?.pop() else {
        return Ok(None);
    };
    let moment = catalogue::find(db, open.closing.moment)?;
    reason(db, &open, Some(&moment), as_of)
}

/// The planned touches that make no sense any more as of a date.
pub(super) fn closings(
    db: &Connection,
    moments: &[Moment],
    as_of: NaiveDate,
) -> Result<Vec<Closing>> {
    let moments: HashMap<MomentId, &Moment> =
        moments.iter().map(|moment| (moment.id, moment)).collect();
    let mut found = Vec::new();
    for open in open(db, IN_HAND, params![])? {
        let moment = moments.get(&open.closing.moment).copied();
        if let Some(reason) = reason(db, &open, moment, as_of)? {
            found.push(Closing {
                reason,
                ..open.closing
            });
        }
    }
    Ok(found)
}

fn reason(
    db: &Connection,
    open: &Open,
    moment: Option<&Moment>,
    as_of: NaiveDate,
) -> Result<Option<SkipReason>> {
    Ok(if !open.member_active {
        Some(SkipReason::MemberGone)
    } else if !moment.is_some_and(|moment| moment.enabled) {
        Some(SkipReason::MomentOff)
    } else if !open.agreed {
        Some(SkipReason::NoConsent)
    } else if let Some(reason) = gone(db, open, moment, as_of)? {
        Some(reason)
    } else if as_of > open.useful_until {
        Some(SkipReason::TooLate)
    } else {
        None
    })
}

/// Not on its way, and not perhaps sent: those the outbox or the owner decides about.
const IN_HAND: &str = "NOT EXISTS (SELECT 1 FROM message q WHERE q.touch_id = t.id AND q.status IN ('sending', 'unsure'))";

fn open(db: &Connection, condition: &str, args: impl Params) -> Result<Vec<Open>> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT t.id, t.member_id, t.moment_id, t.occurrence, t.due_on, t.channel, t.grant_id, g.reward_name,
                {}, t.why, m.status = 'active', t.channel = 'counter' OR coalesce(s.granted, 0)
         FROM touch t JOIN member m ON m.id = t.member_id LEFT JOIN reward_grant g ON g.id = t.grant_id
         LEFT JOIN consent s ON s.member_id = t.member_id AND s.channel = t.channel
         WHERE t.status = 'planned' AND {condition} ORDER BY t.due_on, t.rid",
        last_useful_day!("t")
    ))?;
    let mut rows = statement.query(args)?;
    let mut open = Vec::new();
    while let Some(row) = rows.next()? {
        let grant: Option<GrantId> = row.get(6)?;
        let channel: Option<String> = row.get(5)?;
        open.push(Open {
            closing: Closing {
                id: row.get(0)?,
                member: row.get(1)?,
                moment: row.get(2)?,
                occurrence: row.get(3)?,
                due_on: row.get(4)?,
                channel: channel.as_deref().map(TouchChannel::parse),
                gift: grant.zip(row.get(7)?),
                reason: SkipReason::Owner,
            },
            useful_until: row.get(8)?,
            why: from_json(row.get_ref(9)?.as_str()?)?,
            member_active: row.get(10)?,
            agreed: row.get(11)?,
        });
    }
    Ok(open)
}

/// What has made a touch useless, beside time: the same as when it is planned.
fn gone(
    db: &Connection,
    open: &Open,
    moment: Option<&Moment>,
    as_of: NaiveDate,
) -> Result<Option<SkipReason>> {
    let member = open.closing.member;
    let useless = |gone: bool| gone.then_some(SkipReason::NoLongerUseful);
    if let Some(moment) = moment
        && !open.why.is_of(&moment.rules.trigger)
    {
        return Ok(useless(true));
    }
    Ok(match &open.why {
        Why::Enrolled { joined_on } => useless(!is_new(db, member, *joined_on)?),
        Why::FirstVisit { on } => useless(!is_visit(db, member, 1, *on)?),
        Why::NthVisit { n, on } => useless(!is_visit(db, member, *n, *on)?),
        Why::Birthday { on, .. } => useless(birthday_in(db, member, on.year())? != Some(*on)),
        Why::Anniversary { on, years } => {
            let joined =
                moment.is_some_and(|moment| moment.rules.trigger == Trigger::AnniversaryJoined);
            useless(!is_anniversary(db, member, joined, *on, *years)?)
        }
        Why::Drifting { last_visit_on, .. } => {
            came(db, member, *last_visit_on, as_of)?.then_some(SkipReason::CameBack)
        }
        Why::RewardUnlocked { grant_id, .. } | Why::RewardExpiring { grant_id, .. } => {
            useless(grant_ended_on(db, *grant_id)?.is_some_and(|ended| ended <= as_of))
        }
        Why::CardNearlyFull { cards_filled, .. } => {
            let left = match moment.map(|moment| &moment.rules.trigger) {
                Some(Trigger::CardNearlyFull { stamps_left }) => i64::from(*stamps_left),
                _ => i64::MAX,
            };
            useless(!still_near(
                db,
                member,
                i64::from(*cards_filled),
                left,
                as_of,
            )?)
        }
        Why::MemberDate {
            member_date_id, on, ..
        } => useless(!date_stands(db, *member_date_id, *on, as_of)?),
        Why::MissedAppointment { appointment_id, .. } => appointment(db, *appointment_id, as_of)?,
        _ => None,
    })
}

/// Whether a member is not known to have joined before a date.
fn is_new(db: &Connection, member: MemberId, joined_on: NaiveDate) -> Result<bool> {
    Ok(db
        .prepare_cached("SELECT joined_on >= ?2 FROM member WHERE id = ?1")?
        .query_row(params![member, joined_on], |row| row.get(0))?)
}

/// Whether the n-th visit was not before a date, and has not been taken back since.
fn is_visit(db: &Connection, member: MemberId, n: u32, on: NaiveDate) -> Result<bool> {
    let n = i64::from(n);
    let (all, before): (i64, i64) = db
        .prepare_cached(
            "SELECT count(*), count(CASE WHEN business_date < ?2 THEN 1 END) FROM visit
             WHERE member_id = ?1 AND status = 'ok'",
        )?
        .query_row(params![member, on], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(all >= n && before < n)
}

/// The member's birthday in a year, as it is known now.
fn birthday_in(db: &Connection, member: MemberId, year: i32) -> Result<Option<NaiveDate>> {
    let born: (Option<u32>, Option<u32>) = db
        .prepare_cached("SELECT birth_month, birth_day FROM member WHERE id = ?1")?
        .query_row([member], |row| Ok((row.get(0)?, row.get(1)?)))?;
    Ok(born
        .0
        .zip(born.1)
        .and_then(|(month, day)| time::yearly(year, month, day)))
}

/// Whether a date is so many years after the member joined, or first came, as that is
/// known now.
fn is_anniversary(
    db: &Connection,
    member: MemberId,
    joined: bool,
    on: NaiveDate,
    years: u32,
) -> Result<bool> {
    let first: Option<NaiveDate> = db
        .prepare_cached("SELECT iif(?2, joined_on, first_visit_on) FROM member WHERE id = ?1")?
        .query_row(params![member, joined], |row| row.get(0))?;
    Ok(first.is_some_and(|first| {
        on.year() - first.year() == i32::try_from(years).unwrap_or(i32::MAX)
            && time::yearly(on.year(), first.month(), first.day()) == Some(on)
    }))
}

/// Whether the member came after a date, up to another.
fn came(db: &Connection, member: MemberId, after: NaiveDate, as_of: NaiveDate) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM visit WHERE member_id = ?1 AND status = 'ok'
                            AND business_date > ?2 AND business_date <= ?3)",
        )?
        .query_row(params![member, after, as_of], |row| row.get(0))?)
}

/// Whether the member's card is the same as then, and still nearly full.
fn still_near(
    db: &Connection,
    member: MemberId,
    cards_filled: i64,
    left: i64,
    as_of: NaiveDate,
) -> Result<bool> {
    let version = program::in_force(db, as_of)?;
    let account: Option<(AccountId, i64)> = db
        .prepare_cached("SELECT id, balance FROM account WHERE member_id = ?1 AND program_id = ?2")?
        .query_row(params![member, version.program_id], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?;
    let Some((account, balance)) = account else {
        return Ok(false);
    };
    let later: i64 = db
        .prepare_cached(
            "SELECT coalesce(sum(units), 0) FROM entry
             WHERE account_id = ?1 AND unit = 'stamp' AND business_date > ?2",
        )?
        .query_row(params![account, as_of], |row| row.get(0))?;
    let filled: i64 = db
        .prepare_cached(
            "SELECT count(*) FROM reward_grant g
             JOIN entry e ON e.grant_id = g.id AND e.unit = 'grant' AND e.kind = 'earn'
             WHERE g.account_id = ?1 AND g.source = 'card' AND g.status <> 'void' AND e.business_date <= ?2",
        )?
        .query_row(params![account, as_of], |row| row.get(0))?;
    let missing = i64::from(version.rules.stamps_required) - (balance - later);
    Ok(filled == cards_filled && missing > 0 && missing <= left)
}

/// Whether a member's date is still there and no later one took its place.
fn date_stands(db: &Connection, id: MemberDateId, on: NaiveDate, as_of: NaiveDate) -> Result<bool> {
    Ok(db
        .prepare_cached(
            "SELECT EXISTS (SELECT 1 FROM member_date d WHERE d.id = ?1 AND NOT EXISTS (
               SELECT 1 FROM member_date n WHERE n.member_id = d.member_id
               AND n.label_folded = d.label_folded AND n.on_date > ?2 AND n.on_date <= ?3))",
        )?
        .query_row(params![id, on, as_of], |row| row.get(0))?)
}

fn appointment(db: &Connection, id: AppointmentId, as_of: NaiveDate) -> Result<Option<SkipReason>> {
    let state: Option<(bool, bool)> = db
        .prepare_cached(
            "SELECT a.status NOT IN ('missed', 'cancelled')
                    OR EXISTS (SELECT 1 FROM appointment b
                      WHERE b.member_id = a.member_id AND b.id <> a.id AND b.status IN ('booked', 'kept')
                        AND b.noted_on <= ?2
                        AND (b.on_date > a.on_date OR (b.on_date >= a.noted_on AND b.noted_on >= a.noted_on))),
                    EXISTS (SELECT 1 FROM visit v WHERE v.member_id = a.member_id AND v.status = 'ok'
                      AND v.business_date <= ?2 AND (v.business_date > a.noted_on OR v.business_date >= a.on_date))
             FROM appointment a WHERE a.id = ?1",
        )?
        .query_row(params![id, as_of], |row| Ok((row.get(0)?, row.get(1)?)))
        .optional()?;
    Ok(match state {
        None | Some((true, _)) => Some(SkipReason::NoLongerUseful),
        Some((_, true)) => Some(SkipReason::CameBack),
        Some(_) => None,
    })
}
