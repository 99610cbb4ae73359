//! The list of members: search, filter, sort, page.

use chrono::{Datelike, Days, NaiveDate};
use rusqlite::{Connection, Row, ToSql};

use super::{search, types::*};
use crate::{
    error::Result,
    id::MemberId,
    ledger::STANDING,
    phone, program, shop,
    storage::{Store, count},
};

/// The largest page.
const MAX_LIMIT: u32 = 500;

impl Store {
    /// A page of the members that a query names.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn members(&self, query: &MemberQuery, now_ms: i64) -> Result<MemberPage> {
        self.read(|db| page(db, query, now_ms))
    }

    /// How many members are served.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn member_count(&self) -> Result<u32> {
        self.read(|db| {
            Ok(count(db.query_row(
                "SELECT count(*) FROM member WHERE status = 'active'",
                [],
                |row| row.get(0),
            )?))
        })
    }

    /// Pairs of members who may be the same person, at most `limit`; the one
    /// with more visits comes first.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn duplicate_pairs(
        &self,
        limit: usize,
        now_ms: i64,
    ) -> Result<Vec<(MemberRow, MemberRow)>> {
        self.read(|db| {
            let today = shop::settings(db)?.calendar.business_date(now_ms)?;
            let mut pairs = Vec::new();
            for (one, other) in search::duplicate_pairs(db, limit)? {
                let (one, other) = (row_by_rid(db, one, today)?, row_by_rid(db, other, today)?);
                pairs.push(if other.visits > one.visits {
                    (other, one)
                } else {
                    (one, other)
                });
            }
            Ok(pairs)
        })
    }
}

const COLUMNS: &str = "m.id, m.name, m.phone, m.email, m.joined_on, m.status, m.visit_count, m.spend_minor,
                       m.last_visit_on,
                       (SELECT count(*) FROM reward_grant g WHERE g.account_id = a.id AND g.status = 'available'
                        AND (g.expires_on IS NULL OR g.expires_on >= :today)), m.external_id";

const ACCOUNT: &str = "LEFT JOIN account a ON a.member_id = m.id AND a.program_id = :program";

/// A named parameter of any type.
type Arg = (&'static str, Box<dyn ToSql>);

fn page(db: &Connection, query: &MemberQuery, now_ms: i64) -> Result<MemberPage> {
    let settings = shop::settings(db)?;
    let today = settings.calendar.business_date(now_ms)?;
    let program = program::in_force(db, today)?.program_id;

    let mut conditions: Vec<&str> = Vec::new();
    let mut args: Vec<Arg> = Vec::new();
    conditions.push(match query.filter {
        MemberFilter::Archived => "m.status = 'archived'",
        _ => "m.status = 'active'",
    });
    match query.filter {
        MemberFilter::Active | MemberFilter::Archived => {}
        MemberFilter::NewThisMonth => {
            conditions.push("m.joined_on >= :since");
            args.push((":since", Box::new(today.with_day(1).unwrap_or(today))));
        }
        MemberFilter::NotSeen { days } => {
            let since = today
                .checked_sub_days(Days::new(u64::from(days.clamp(1, 3_650))))
                .unwrap_or(today);
            conditions.push("m.last_visit_on < :since");
            args.push((":since", Box::new(since)));
        }
        MemberFilter::FullCard => {
            conditions.push(
                "m.id IN (SELECT ga.member_id FROM reward_grant gg JOIN account ga ON ga.id = gg.account_id
                          WHERE gg.status = 'available' AND (gg.expires_on IS NULL OR gg.expires_on >= :due))",
            );
            args.push((":due", Box::new(today)));
        }
    }
    let search = search::Query::parse(&query.search, settings.phone_region);
    if !search.is_empty() {
        conditions
            .push("m.rid IN (SELECT rowid FROM member_search WHERE member_search MATCH :search)");
        args.push((":search", Box::new(search.full_text())));
    } else if !query.search.trim().is_empty() {
        // Only signs that no name has: nobody fits.
        conditions.push("0");
    }
    let condition = conditions.join(" AND ");

    let total: i64 = db
        .prepare_cached(&format!("SELECT count(*) FROM member m WHERE {condition}"))?
        .query_row(&*borrowed(&args), |row| row.get(0))?;

    let direction = if query.descending { "DESC" } else { "ASC" };
    let order = match query.sort {
        MemberSort::Name => "m.name_folded",
        MemberSort::LastVisit => "m.last_visit_ms",
        MemberSort::Visits => "m.visit_count",
        MemberSort::Spend => "m.spend_minor",
        MemberSort::Joined => "m.joined_on",
        MemberSort::Stamps => "stamps",
    };
    let limit = query.limit.clamp(1, MAX_LIMIT);
    let sql = format!(
        "SELECT {COLUMNS}, coalesce({STANDING}, 0) AS stamps FROM member m {ACCOUNT} WHERE {condition}
         ORDER BY {order} {direction}, m.rid {direction} LIMIT {limit} OFFSET {}",
        query.offset
    );
    args.push((":today", Box::new(today)));
    args.push((":program", Box::new(program)));
    let rows = db
        .prepare_cached(&sql)?
        .query_map(&*borrowed(&args), member_row)?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(MemberPage {
        total: count(total),
        rows,
    })
}

fn borrowed(args: &[Arg]) -> Vec<(&'static str, &dyn ToSql)> {
    args.iter().map(|(name, value)| (*name, &**value)).collect()
}

fn row_by_rid(db: &Connection, rid: i64, today: NaiveDate) -> Result<MemberRow> {
    let program = program::in_force(db, today)?.program_id;
    Ok(db
        .prepare_cached(&format!(
            "SELECT {COLUMNS}, coalesce({STANDING}, 0) AS stamps FROM member m {ACCOUNT} WHERE m.rid = :rid"
        ))?
        .query_row(
            rusqlite::named_params! { ":today": today, ":program": program, ":rid": rid },
            member_row,
        )?)
}

fn member_row(row: &Row<'_>) -> rusqlite::Result<MemberRow> {
    let name: String = row.get(1)?;
    let phone: Option<String> = row.get(2)?;
    let external_id: Option<String> = row.get(10)?;
    let nameless = name.is_empty() && phone.is_none();
    Ok(MemberRow {
        id: row.get::<_, MemberId>(0)?,
        name: if nameless {
            external_id.unwrap_or_default()
        } else {
            name
        },
        phone_display: phone.as_deref().map(phone::display),
        email: row.get(3)?,
        joined_on: row.get(4)?,
        status: super::status(&row.get::<_, String>(5)?),
        visits: count(row.get(6)?),
        spend_minor: row.get(7)?,
        last_visit_on: row.get(8)?,
        balance: row.get(11)?,
        grants: count(row.get(9)?),
    })
}
