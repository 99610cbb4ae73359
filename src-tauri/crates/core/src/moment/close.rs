//! Planned touches whose reason has gone.

use std::collections::HashMap;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

use super::{
    catalogue::from_json,
    snapshot::grant_ended_on,
    touch_types::{SkipReason, Why},
    types::{Moment, TouchChannel, Trigger},
};
use crate::{
    error::Result,
    id::{AccountId, AppointmentId, GrantId, MemberDateId, MemberId, MomentId, TouchId},
    program,
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
    for open in open(db)? {
        let moment = moments.get(&open.closing.moment).copied();
        let reason = if !open.member_active {
            Some(SkipReason::MemberGone)
        } else if !moment.is_some_and(|moment| moment.enabled) {
            Some(SkipReason::MomentOff)
        } else if let Some(reason) = gone(db, &open, moment, as_of)? {
            Some(reason)
        } else if as_of > open.useful_until {
            Some(SkipReason::TooLate)
        } else {
            None
        };
        if let Some(reason) = reason {
            found.push(Closing {
                reason,
                ..open.closing
            });
        }
    }
    Ok(found)
}

fn open(db: &Connection) -> Result<Vec<Open>> {
    let mut statement = db.prepare_cached(
        "SELECT t.id, t.member_id, t.moment_id, t.occurrence, t.due_on, t.channel, t.grant_id, g.reward_name,
                max(t.useful_until, coalesce(t.snoozed_until, t.useful_until)), t.why, m.status = 'active'
         FROM touch t JOIN member m ON m.id = t.member_id LEFT JOIN reward_grant g ON g.id = t.grant_id
         WHERE t.status = 'planned' ORDER BY t.due_on, t.rid",
    )?;
    let mut rows = statement.query([])?;
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
    Ok(match &open.why {
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
