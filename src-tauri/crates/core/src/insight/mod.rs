//! The month in numbers: totals, top customers, days.

mod types;

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, params};
use rust_decimal::{Decimal, RoundingStrategy, prelude::ToPrimitive};
use rustc_hash::FxHashMap;

pub use types::{DayTotals, MonthReport, MonthTotals, TopCustomer};

use crate::{
    error::{Code, Result, overflow},
    id::MemberId,
    phone, shop,
    storage::{Store, count},
    time,
};

/// How many of the top are watched for not having come.
const WATCHED_TOP: usize = 20;
/// "Not seen" for a top customer, in days.
const NOT_SEEN_DAYS: u64 = 35;

impl Store {
    /// The review of a month: totals beside the month before, the top customers,
    /// and every day. Void visits do not count; refunds reduce the spend.
    ///
    /// # Errors
    /// `bad_month`, `no_shop`.
    pub fn month_report(&self, month: &str, limit: u32, now_ms: i64) -> Result<MonthReport> {
        self.read(|db| report(db, month, limit, now_ms))
    }

    /// The top customers alone, by spend, then visits, then name.
    ///
    /// # Errors
    /// `bad_month`, `no_shop`.
    pub fn top_customers(&self, month: &str, limit: u32) -> Result<Vec<TopCustomer>> {
        self.read(|db| {
            let (first, last) = time::month_bounds(month)?;
            let ranking = Ranking::read(db, first, last)?;
            top(db, &ranking, limit, (first, last))
        })
    }

    /// Months that hold visits, newest first, the month of `now_ms` included.
    ///
    /// # Errors
    /// `no_shop`.
    pub fn months(&self, now_ms: i64) -> Result<Vec<String>> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            let mut months = Vec::new();
            // Skip-scan: one index look-up for each month, not one for each visit.
            let mut before: Option<NaiveDate> = db
                .prepare_cached("SELECT max(business_date) FROM visit")?
                .query_row([], |row| row.get(0))?;
            while let Some(day) = before {
                let (first, _) = time::month_bounds(&time::month_of(day))?;
                months.push(time::month_of(day));
                before = db
                    .prepare_cached(
                        "SELECT max(business_date) FROM visit WHERE business_date < ?1",
                    )?
                    .query_row([first], |row| row.get(0))?;
            }
            let current = time::month_of(today);
            if !months.contains(&current) {
                months.push(current);
                months.sort_unstable_by(|a, b| b.cmp(a));
            }
            Ok(months)
        })
    }
}

/// What one member's visits of a month add up to.
#[derive(Debug, Clone, Copy)]
struct Sum {
    member: MemberId,
    visits: u32,
    spend_minor: i64,
    rewards: u32,
    last_visit: NaiveDate,
}

/// The members of a month by spend, then visits (ties by name come later).
struct Ranking {
    sums: Vec<Sum>,
    days: HashMap<NaiveDate, (u32, i64)>,
}

impl Ranking {
    /// One pass over the month in the covering index.
    fn read(db: &Connection, first: NaiveDate, last: NaiveDate) -> Result<Self> {
        let mut sums: FxHashMap<MemberId, Sum> = FxHashMap::default();
        let mut days: HashMap<NaiveDate, (u32, i64)> = HashMap::new();
        let mut statement = db.prepare_cached(
            "SELECT business_date, member_id, coalesce(amount_minor, 0) - refunded_minor, rewards
             FROM visit INDEXED BY visit_by_day
             WHERE business_date BETWEEN ?1 AND ?2 AND status = 'ok' ORDER BY business_date",
        )?;
        let mut rows = statement.query(params![first, last])?;
        // Rows come day by day.
        let mut day = (String::new(), first);
        let mut on_day = (0_u32, 0_i64);
        while let Some(row) = rows.next()? {
            let text = row.get_ref(0)?.as_str()?;
            if day.0 != text {
                days.insert(day.1, on_day);
                day = (text.to_owned(), row.get(0)?);
                on_day = (0, 0);
            }
            let member: MemberId = row.get(1)?;
            let spend_minor: i64 = row.get(2)?;
            let rewards = count(row.get(3)?);
            let sum = sums.entry(member).or_insert(Sum {
                member,
                visits: 0,
                spend_minor: 0,
                rewards: 0,
                last_visit: day.1,
            });
            sum.visits += 1;
            sum.spend_minor = sum
                .spend_minor
                .checked_add(spend_minor)
                .ok_or_else(overflow)?;
            sum.rewards += rewards;
            sum.last_visit = sum.last_visit.max(day.1);
            on_day.0 += 1;
            on_day.1 = on_day.1.checked_add(spend_minor).ok_or_else(overflow)?;
        }
        days.insert(day.1, on_day);
        let mut sums: Vec<Sum> = sums.into_values().collect();
        sums.sort_unstable_by(|a, b| {
            b.spend_minor
                .cmp(&a.spend_minor)
                .then(b.visits.cmp(&a.visits))
                .then(a.member.cmp(&b.member))
        });
        Ok(Self { sums, days })
    }

    fn ranks<'a>(&'a self, db: &'a Connection) -> Ranks<'a> {
        let place = self
            .sums
            .iter()
            .enumerate()
            .map(|(at, sum)| (sum.member, at))
            .collect();
        Ranks {
            db,
            sums: &self.sums,
            place,
            ties: HashMap::new(),
        }
    }
}

/// The ranks of a month for single members, ties in name order as in the month's
/// own report. Names are read only where members tie, and once for each tie.
struct Ranks<'a> {
    db: &'a Connection,
    sums: &'a [Sum],
    place: HashMap<MemberId, usize>,
    ties: HashMap<(i64, u32), HashMap<MemberId, u32>>,
}

impl Ranks<'_> {
    fn of(&mut self, member: MemberId) -> Result<Option<u32>> {
        let Some(sum) = self.place.get(&member).and_then(|at| self.sums.get(*at)) else {
            return Ok(None);
        };
        let key = (sum.spend_minor, sum.visits);
        let ahead = self
            .sums
            .partition_point(|other| (other.spend_minor, other.visits) > key);
        if !self.ties.contains_key(&key) {
            let tied = self
                .sums
                .iter()
                .skip(ahead)
                .take_while(|other| (other.spend_minor, other.visits) == key);
            let mut named = tied
                .map(|other| Ok((named(self.db, other.member)?.sort_name, other.member)))
                .collect::<Result<Vec<_>>>()?;
            named.sort();
            self.ties.insert(
                key,
                (0_u32..)
                    .zip(named)
                    .map(|(at, (_, member))| (member, at))
                    .collect(),
            );
        }
        let within = self
            .ties
            .get(&key)
            .and_then(|tied| tied.get(&member))
            .copied()
            .unwrap_or(0);
        Ok(Some(
            count(i64::try_from(ahead).unwrap_or(i64::MAX)).saturating_add(within + 1),
        ))
    }
}

/// A member as reports name them.
struct Named {
    shown: String,
    sort_name: String,
    external_id: Option<String>,
    joined_on: NaiveDate,
}

fn named(db: &Connection, member: MemberId) -> Result<Named> {
    let (name, phone, external_id, folded, joined_on): (
        String,
        Option<String>,
        Option<String>,
        String,
        NaiveDate,
    ) = db
        .prepare_cached(
            "SELECT name, phone, external_id, name_folded, joined_on FROM member WHERE id = ?1",
        )?
        .query_row([member], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get(4)?,
            ))
        })?;
    let shown = if name.is_empty() {
        phone
            .map(|phone| phone::display(&phone))
            .or_else(|| external_id.clone())
            .unwrap_or_default()
    } else {
        name
    };
    let sort_name = if folded.is_empty() {
        shown.clone()
    } else {
        folded
    };
    Ok(Named {
        shown,
        sort_name,
        external_id,
        joined_on,
    })
}

fn report(db: &Connection, month: &str, limit: u32, now_ms: i64) -> Result<MonthReport> {
    let settings = shop::settings(db)?;
    let today = settings.calendar.business_date(now_ms)?;
    let (first, last) = time::month_bounds(month)?;
    let before_last = first.pred_opt().ok_or(Code::BadMonth)?;
    let (before_first, _) = time::month_bounds(&time::month_of(before_last))?;

    let ranking = Ranking::read(db, first, last)?;
    let before = Ranking::read(db, before_first, before_last)?;
    let mut rows = top(
        db,
        &ranking,
        limit.max(u32::try_from(WATCHED_TOP).unwrap_or(20)),
        (first, last),
    )?;
    let mut ranks_before = before.ranks(db);
    for row in &mut rows {
        row.rank_before = ranks_before.of(row.member_id)?;
    }
    let top_not_seen = not_seen(db, &rows, today)?;
    rows.truncate(usize::try_from(limit).unwrap_or(usize::MAX));
    Ok(MonthReport {
        month: month.to_owned(),
        currency: settings.currency.code().to_owned(),
        totals: totals(db, &ranking, first, last)?,
        before: totals(db, &before, before_first, before_last)?,
        top_not_seen,
        ranked: count(i64::try_from(ranking.sums.len()).unwrap_or(i64::MAX)),
        top: rows,
        days: days(&ranking, first, last),
    })
}

/// The rows of the ranking's top, ties in name order.
fn top(
    db: &Connection,
    ranking: &Ranking,
    limit: u32,
    (first, last): (NaiveDate, NaiveDate),
) -> Result<Vec<TopCustomer>> {
    let limit = usize::try_from(limit).unwrap_or(usize::MAX);
    // Everyone who ties with the last of the top has to be compared by name.
    let cut = ranking
        .sums
        .get(limit.saturating_sub(1))
        .map(|sum| (sum.spend_minor, sum.visits));
    let mut rows = Vec::new();
    for sum in &ranking.sums {
        if rows.len() >= limit && Some((sum.spend_minor, sum.visits)) != cut {
            break;
        }
        let Named {
            shown,
            sort_name,
            external_id,
            joined_on,
        } = named(db, sum.member)?;
        rows.push((
            sort_name,
            TopCustomer {
                rank: 0,
                member_id: sum.member,
                external_id,
                name: shown,
                visits: sum.visits,
                spend_minor: sum.spend_minor,
                average_minor: average(sum.spend_minor, sum.visits)?,
                rewards: sum.rewards,
                last_visit: sum.last_visit,
                rank_before: None,
                is_new: (first..=last).contains(&joined_on),
            },
        ));
    }
    rows.sort_by(|(name_a, a), (name_b, b)| {
        b.spend_minor
            .cmp(&a.spend_minor)
            .then(b.visits.cmp(&a.visits))
            .then_with(|| name_a.cmp(name_b))
            .then(a.member_id.cmp(&b.member_id))
    });
    rows.truncate(limit);
    Ok((1_u32..)
        .zip(rows)
        .map(|(rank, (_, row))| TopCustomer { rank, ..row })
        .collect())
}

/// Spend per visit, rounded half to even.
fn average(spend_minor: i64, visits: u32) -> Result<i64> {
    if visits == 0 {
        return Ok(0);
    }
    (Decimal::from(spend_minor) / Decimal::from(visits))
        .round_dp_with_strategy(0, RoundingStrategy::MidpointNearestEven)
        .to_i64()
        .ok_or_else(overflow)
}

fn not_seen(db: &Connection, rows: &[TopCustomer], today: NaiveDate) -> Result<u32> {
    let since = today
        .checked_sub_days(Days::new(NOT_SEEN_DAYS))
        .unwrap_or(today);
    let mut statement =
        db.prepare_cached("SELECT coalesce(last_visit_on, '') < ?2 FROM member WHERE id = ?1")?;
    let mut missing = 0;
    for row in rows.iter().take(WATCHED_TOP) {
        missing += u32::from(
            statement.query_row(params![row.member_id, since], |row| row.get::<_, bool>(0))?,
        );
    }
    Ok(missing)
}

fn totals(
    db: &Connection,
    ranking: &Ranking,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<MonthTotals> {
    let mut totals = MonthTotals::default();
    for sum in &ranking.sums {
        totals.visits += sum.visits;
        totals.spend_minor = totals
            .spend_minor
            .checked_add(sum.spend_minor)
            .ok_or_else(overflow)?;
        totals.members_seen += 1;
        totals.members_again += u32::from(sum.visits > 1);
        totals.rewards += sum.rewards;
    }
    totals.new_members = count(
        db.prepare_cached(
            "SELECT count(*) FROM member WHERE status IN ('active', 'archived') AND joined_on BETWEEN ?1 AND ?2",
        )?
        .query_row(params![first, last], |row| row.get(0))?,
    );
    // By the day on which they were given: a stamp taken back later counts for
    // neither month, an earlier one taken back now does not either.
    totals.stamps = db
        .prepare_cached(
            "SELECT coalesce(sum(e.units + (SELECT coalesce(sum(r.units), 0) FROM entry r WHERE r.reverses = e.id)), 0)
             FROM entry e WHERE e.business_date BETWEEN ?1 AND ?2 AND e.unit = 'stamp' AND e.kind = 'earn'",
        )?
        .query_row(params![first, last], |row| row.get(0))?;
    totals.rewards_cost_minor = db
        .prepare_cached(
            "SELECT coalesce(sum(g.cost_minor), 0) FROM entry e JOIN reward_grant g ON g.id = e.grant_id
             WHERE e.business_date BETWEEN ?1 AND ?2 AND e.unit = 'grant' AND e.kind = 'redeem'
               AND NOT EXISTS (SELECT 1 FROM entry r WHERE r.reverses = e.id)",
        )?
        .query_row(params![first, last], |row| row.get(0))?;
    Ok(totals)
}

fn days(ranking: &Ranking, first: NaiveDate, last: NaiveDate) -> Vec<DayTotals> {
    first
        .iter_days()
        .take_while(|day| *day <= last)
        .map(|date| {
            let (visits, spend_minor) = ranking.days.get(&date).copied().unwrap_or_default();
            DayTotals {
                date,
                visits,
                spend_minor,
            }
        })
        .collect()
}
