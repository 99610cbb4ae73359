//! A member at one glance: what the counter shows, and what to say.

use chrono::{Datelike, Days, NaiveDate, NaiveTime};
use rusqlite::{Connection, params};

use super::{rhythm, types::*};
use crate::{
    card,
    error::Result,
    id::MemberId,
    ledger, program, reward, shop,
    storage::{Store, count},
    time, visit,
};

/// A pause is long from this many times the usual gap on …
const LONG_PAUSE_FACTOR: u32 = 3;
/// … and never before this many days; without a usual gap from this many.
const LONG_PAUSE_MIN_DAYS: u32 = 21;
const LONG_PAUSE_UNKNOWN_DAYS: u32 = 49;
/// Days before and after a birthday or anniversary in which it is worth a word.
const DAYS_BEFORE: i64 = 7;
const DAYS_AFTER: i64 = 3;
/// A reward that expires within so many days is worth a word.
const EXPIRY_DAYS: i64 = 14;

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

impl Store {
    /// A member at one glance, as of a business date.
    ///
    /// # Errors
    /// `member_not_found`.
    pub fn glance(&self, member: MemberId, now_ms: i64) -> Result<MemberGlance> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            glance(db, member, today)
        })
    }

    /// Everything about a member, as of a business date.
    ///
    /// # Errors
    /// `member_not_found`.
    pub fn profile(&self, member: MemberId, now_ms: i64) -> Result<MemberProfile> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            Ok(MemberProfile {
                glance: glance(db, member, today)?,
                consents: consents(db, member)?,
                grants: reward::all(db, member)?,
                possible_duplicates: super::search::possible_duplicates(db, member, today)?,
                tags: super::tag::of_member(db, member)?,
                dates: super::date::of_member(db, member)?,
                appointments: super::appointment::of_member(db, member)?,
            })
        })
    }
}

pub(crate) fn glance(db: &Connection, member: MemberId, today: NaiveDate) -> Result<MemberGlance> {
    let view = super::view(db, member)?;
    let stats = stats(db, member, today)?;
    let card = stamp_card(db, member, today)?;
    let grants = reward::available(db, member, today)?;
    let hints = hints(&view, &stats, &card, &grants, today);
    Ok(MemberGlance {
        hints,
        stats,
        card,
        grants,
        cards: card::of_member(db, member)?,
        last_visits: visit::last_of(db, member, 10)?,
        member: view,
    })
}

fn stats(db: &Connection, member: MemberId, today: NaiveDate) -> Result<MemberStats> {
    let mut stats = db
        .prepare_cached(
            "SELECT visit_count, spend_minor, first_visit_on, last_visit_on, last_visit_ms
             FROM member WHERE id = ?1",
        )?
        .query_row([member], |row| {
            Ok(MemberStats {
                visits: count(row.get(0)?),
                spend_minor: row.get(1)?,
                first_visit_on: row.get(2)?,
                last_visit_on: row.get(3)?,
                last_visit_ms: row.get::<_, Option<i64>>(4)?.filter(|at| *at != 0),
                usual_gap_days: None,
                days_since_last: None,
            })
        })?;
    stats.usual_gap_days = match stats.last_visit_on {
        Some(last) => usual_gap_days(db, member, last)?,
        None => None,
    };
    stats.days_since_last = stats
        .last_visit_on
        .map(|last| u32::try_from((today - last).num_days()).unwrap_or(0));
    Ok(stats)
}

/// See [`rhythm::usual_gap_twice`].
fn usual_gap_days(db: &Connection, member: MemberId, last: NaiveDate) -> Result<Option<u32>> {
    let first = last
        .checked_sub_days(Days::new(rhythm::RHYTHM_DAYS))
        .unwrap_or(last);
    // For the index by time; in no zone does the day begin earlier.
    let since_ms = first.and_time(NaiveTime::MIN).and_utc().timestamp_millis() - DAY_MS;
    let days = db
        .prepare_cached(
            "SELECT DISTINCT business_date FROM visit
             WHERE member_id = ?1 AND at_ms >= ?3 AND status = 'ok' AND +business_date > ?2
             ORDER BY business_date",
        )?
        .query_map(params![member, first, since_ms], |row| {
            row.get::<_, NaiveDate>(0)
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(rhythm::usual_gap_twice(&days, |day| *day).and_then(rhythm::told_days))
}

pub(crate) fn stamp_card(
    db: &Connection,
    member: MemberId,
    today: NaiveDate,
) -> Result<StampCardView> {
    let version = program::in_force(db, today)?;
    let account = ledger::find_account(db, member, version.program_id)?;
    let (balance, next_expiry) = match account {
        None => (0, None),
        Some(account) => {
            let next = db
                .prepare_cached(
                    "SELECT sum(remaining), expires_on FROM lot
                     WHERE account_id = ?1 AND remaining > 0 AND expires_on >= ?2
                     GROUP BY expires_on ORDER BY expires_on LIMIT 1",
                )?
                .query_map(params![account, today], |row| {
                    Ok(StampExpiry {
                        stamps: row.get(0)?,
                        expires_on: row.get(1)?,
                    })
                })?
                .next()
                .transpose()?;
            (ledger::standing(db, account, today)?, next)
        }
    };
    let left_today = match version.rules.daily_cap {
        Some(cap) => Some(cap.saturating_sub(ledger::earned_on(db, member, today)?)),
        None => None,
    };
    Ok(StampCardView {
        amount_required: version.rules.amount_required(),
        name: version.rules.name,
        stamps_required: version.rules.stamps_required,
        balance,
        reward_name: version.rules.reward_name,
        icon: version.rules.icon,
        next_expiry,
        left_today,
    })
}

fn hints(
    member: &MemberView,
    stats: &MemberStats,
    card: &StampCardView,
    grants: &[GrantView],
    today: NaiveDate,
) -> Vec<Hint> {
    let mut hints = Vec::new();
    if let Some(birthday) = member.birthday
        && let Some((date, in_days)) = near(today, birthday.month, birthday.day)
    {
        let turns = birthday
            .year
            .map(|year| date.year() - year)
            .filter(|age| *age > 0);
        hints.push(Hint::Birthday { in_days, turns });
    }
    match stats.first_visit_on {
        None => hints.push(Hint::FirstVisit),
        Some(first) => {
            if let Some((date, in_days)) = near(today, first.month(), first.day())
                && let Ok(years) = u32::try_from(date.year() - first.year())
                && years > 0
            {
                hints.push(Hint::Anniversary { in_days, years });
            }
        }
    }
    if let Some(days) = stats.days_since_last {
        let long = match stats.usual_gap_days {
            Some(gap) => (gap.saturating_mul(LONG_PAUSE_FACTOR)).max(LONG_PAUSE_MIN_DAYS),
            None => LONG_PAUSE_UNKNOWN_DAYS,
        };
        if days >= long {
            hints.push(Hint::LongAbsence {
                days,
                usual_gap_days: stats.usual_gap_days,
            });
        }
    }
    for grant in grants {
        if let Some(expires_on) = grant
            .expires_on
            .filter(|last| (*last - today).num_days() <= EXPIRY_DAYS)
        {
            hints.push(Hint::RewardExpiring {
                reward_name: grant.reward_name.clone(),
                expires_on,
            });
        }
    }
    let stamps_left = i64::from(card.stamps_required) - card.balance;
    if (1..=2).contains(&stamps_left) && card.stamps_required > 3 {
        hints.push(Hint::NearlyFull {
            stamps_left: count(stamps_left),
        });
    }
    if let Some(text) = member.notes.lines().next().filter(|line| !line.is_empty()) {
        hints.push(Hint::Note {
            text: text.to_owned(),
        });
    }
    hints
}

/// The occurrence of a day of the year that is near enough to be worth a word.
fn near(today: NaiveDate, month: u32, day: u32) -> Option<(NaiveDate, i32)> {
    let date = time::nearest_yearly(today, month, day)?;
    let in_days = (date - today).num_days();
    if (-DAYS_AFTER..=DAYS_BEFORE).contains(&in_days) {
        Some((date, i32::try_from(in_days).ok()?))
    } else {
        None
    }
}

fn consents(db: &Connection, member: MemberId) -> Result<Vec<ConsentView>> {
    let mut statement = db.prepare_cached(
        "SELECT granted, changed_at_ms, source FROM consent WHERE member_id = ?1 AND channel = ?2",
    )?;
    [Channel::Email, Channel::Sms, Channel::Call, Channel::Post]
        .into_iter()
        .map(|channel| {
            let row = statement
                .query_map(params![member, super::channel_text(channel)], |row| {
                    Ok((row.get(0)?, row.get(1)?, row.get(2)?))
                })?
                .next()
                .transpose()?;
            Ok(match row {
                Some((granted, changed_at_ms, source)) => ConsentView {
                    channel,
                    granted,
                    changed_at_ms: Some(changed_at_ms),
                    source: Some(source),
                },
                None => ConsentView {
                    channel,
                    granted: false,
                    changed_at_ms: None,
                    source: None,
                },
            })
        })
        .collect()
}
