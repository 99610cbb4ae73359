//! Did it work? What those did for whom a greeting was planned, beside those left out.
//!
//! Whoever was to be greeted counts, also if nothing came of it: it is decided by lot who
//! is left out, before anybody knows who will be at home, write back or come by himself
//! first. Those who were greeted in the end are no fair match for those left out (analysis
//! by intention to treat: Hollis and Campbell, BMJ 319, 1999, p. 670).

use rusqlite::{Connection, params};

use super::{
    catalogue,
    check::in_range,
    report_types::{GroupOutcome, MomentOutcome},
    types::MomentRules,
};
use crate::{
    error::Result,
    id::MomentId,
    storage::{Store, count},
};

impl Store {
    /// What came of a moment: visits and spend from the day on which a touch was
    /// planned, without the visit that was its occasion, through `within_days` (1 to
    /// 365) after it, and gifts redeemed; for those to be greeted and for the hold-out
    /// group. Visits that two touches share count for both.
    ///
    /// # Errors
    /// `moment_not_found`; `out_of_range`.
    pub fn moment_outcome(&self, moment: MomentId, within_days: u32) -> Result<MomentOutcome> {
        in_range(i64::from(within_days), 1, 365, "within_days")?;
        self.read(|db| {
            let rules = catalogue::find(db, moment)?.rules;
            let group = |condition| group(db, moment, &rules, condition, within_days);
            Ok(MomentOutcome {
                moment_id: moment,
                planned: group("t.counted = 1")?,
                held_out: group("t.status = 'skipped' AND t.reason = 'hold_out'")?,
            })
        })
    }
}

fn group(
    db: &Connection,
    moment: MomentId,
    rules: &MomentRules,
    condition: &str,
    within_days: u32,
) -> Result<GroupOutcome> {
    // A run later on the same day finds who came for the first time in the morning.
    let on_its_day = rules.offset_days == 0 && rules.trigger.is_of_a_visit();
    Ok(db
        .prepare_cached(&format!(
            "SELECT count(*), coalesce(sum(greeted), 0), coalesce(sum(reached), 0), count(nullif(visits, 0)), coalesce(sum(visits), 0),
                    coalesce(sum(spend), 0), coalesce(sum(given), 0), coalesce(sum(redeemed), 0)
             FROM (SELECT t.status = 'done' AS greeted, coalesce(t.outcome IN ('reached', 'came'), 0) AS reached, count(v.id) AS visits,
                          coalesce(sum(coalesce(v.amount_minor, 0) - v.refunded_minor), 0) AS spend,
                          coalesce(g.status <> 'void', 0) AS given, coalesce(g.status = 'redeemed', 0) AS redeemed
                   FROM touch t LEFT JOIN reward_grant g ON g.id = t.grant_id
                   LEFT JOIN visit v ON v.member_id = t.member_id AND v.status = 'ok'
                     AND v.business_date <= date(t.planned_on, '+' || ?2 || ' days')
                     AND v.business_date >= iif(?3 AND t.planned_on = t.due_on, date(t.due_on, '+1 day'), t.planned_on)
                   WHERE t.moment_id = ?1 AND {condition} GROUP BY t.rid)"
        ))?
        .query_row(params![moment, within_days, on_its_day], |row| {
            Ok(GroupOutcome {
                members: count(row.get(0)?),
                greeted: count(row.get(1)?),
                reached: count(row.get(2)?),
                came: count(row.get(3)?),
                visits: count(row.get(4)?),
                spend_minor: row.get(5)?,
                gifts_given: count(row.get(6)?),
                gifts_redeemed: count(row.get(7)?),
            })
        })?)
}
