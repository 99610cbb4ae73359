//! Did it work? What those who were greeted did, beside those left out.

use rusqlite::{Connection, params};

use super::{
    catalogue,
    check::in_range,
    report_types::{GroupOutcome, MomentOutcome},
};
use crate::{
    error::Result,
    id::MomentId,
    storage::{Store, count},
};

impl Store {
    /// What came of a moment: visits and spend from the day a touch was due through
    /// `within_days` (1 to 365) after it, and gifts redeemed, for those greeted and
    /// for the hold-out group. Visits that two touches share count for both.
    ///
    /// # Errors
    /// `moment_not_found`; `out_of_range`.
    pub fn moment_outcome(&self, moment: MomentId, within_days: u32) -> Result<MomentOutcome> {
        in_range(i64::from(within_days), 1, 365, "within_days")?;
        self.read(|db| {
            catalogue::find(db, moment)?;
            Ok(MomentOutcome {
                moment_id: moment,
                touched: group(db, moment, "t.status = 'done'", within_days)?,
                held_out: group(
                    db,
                    moment,
                    "t.status = 'skipped' AND t.reason = 'hold_out'",
                    within_days,
                )?,
            })
        })
    }
}

fn group(
    db: &Connection,
    moment: MomentId,
    condition: &str,
    within_days: u32,
) -> Result<GroupOutcome> {
    Ok(db
        .prepare_cached(&format!(
            "SELECT count(*), coalesce(sum(reached), 0), count(nullif(visits, 0)), coalesce(sum(visits), 0),
                    coalesce(sum(spend), 0), coalesce(sum(given), 0), coalesce(sum(redeemed), 0)
             FROM (SELECT coalesce(t.outcome IN ('reached', 'came'), 0) AS reached, count(v.id) AS visits,
                          coalesce(sum(coalesce(v.amount_minor, 0) - v.refunded_minor), 0) AS spend,
                          g.id IS NOT NULL AS given, coalesce(g.status = 'redeemed', 0) AS redeemed
                   FROM touch t LEFT JOIN reward_grant g ON g.id = t.grant_id
                   LEFT JOIN visit v ON v.member_id = t.member_id AND v.status = 'ok'
                     AND v.business_date BETWEEN t.due_on AND date(t.due_on, '+' || ?2 || ' days')
                   WHERE t.moment_id = ?1 AND {condition} GROUP BY t.rid)"
        ))?
        .query_row(params![moment, within_days], |row| {
            Ok(GroupOutcome {
                members: count(row.get(0)?),
                reached: count(row.get(1)?),
                came: count(row.get(2)?),
                visits: count(row.get(3)?),
                spend_minor: row.get(4)?,
                gifts_given: count(row.get(5)?),
                gifts_redeemed: count(row.get(6)?),
            })
        })?)
}
