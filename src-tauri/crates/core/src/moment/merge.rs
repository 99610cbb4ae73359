//! The touches of two members who turned out to be one person.

use rusqlite::params;

use super::{close::close, touch_types::SkipReason};
use crate::{
    error::Result,
    id::{MemberId, TouchId},
    storage::Tx,
};

/// How much a decision counts beside another about the same occurrence, in SQL: what
/// has reached the person or may have, what the owner left out, what is to be done,
/// what failed.
const WEIGHT: &str = "CASE
    WHEN t.status = 'done' OR q.status IN ('sending', 'unsure') THEN 4
    WHEN t.status = 'skipped' AND t.reason = 'owner' THEN 3
    WHEN t.status = 'planned' THEN 2
    WHEN t.status = 'failed' THEN 1
    ELSE 0 END";

/// Moves the touches of a member to the one it is merged into, with their messages. Of
/// two about one occurrence the weightier moves, or the later, so that the person is
/// greeted once; the other stays with the merged member, and is closed if it was still
/// to be done, or to be decided about.
pub(crate) fn take_over(tx: &mut Tx<'_>, keep: MemberId, merge: MemberId) -> Result<()> {
    let pairs = tx
        .sql(&format!(
            "WITH weighed AS MATERIALIZED (
               SELECT t.id, t.moment_id, t.member_id, t.occurrence, {WEIGHT} AS weight,
                      iif(q.status IN ('sending', 'sent', 'unsure'), q.claimed_at_ms, 0) AS sent_ms
               FROM touch t LEFT JOIN message q ON q.touch_id = t.id WHERE t.member_id IN (?1, ?2))
             SELECT k.id, m.id FROM weighed k JOIN weighed m
               ON m.moment_id = k.moment_id AND m.occurrence = k.occurrence AND (m.weight, m.sent_ms) > (k.weight, k.sent_ms)
             WHERE k.member_id = ?1 AND m.member_id = ?2"
        ))?
        .query_map(params![keep, merge], |row| Ok((row.get(0)?, row.get(1)?)))?
        .collect::<rusqlite::Result<Vec<(TouchId, TouchId)>>>()?;
    for (kept, merged) in pairs {
        swap(tx, kept, merged)?;
    }
    tx.sql("UPDATE OR IGNORE touch SET member_id = ?2 WHERE member_id = ?1")?
        .execute(params![merge, keep])?;
    tx.sql(
        "UPDATE message SET member_id = (SELECT member_id FROM touch WHERE id = touch_id)
         WHERE member_id IN (?1, ?2)",
    )?
    .execute(params![keep, merge])?;
    let left = tx
        .sql(
            "SELECT t.id FROM touch t LEFT JOIN message q ON q.touch_id = t.id
             WHERE t.member_id = ?1 AND t.status IN ('planned', 'failed') AND coalesce(q.status, '') NOT IN ('sending', 'unsure')
             ORDER BY t.rid",
        )?
        .query_map([merge], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<TouchId>>>()?;
    for touch in left {
        close(tx, touch, SkipReason::MemberGone)?;
    }
    Ok(())
}

/// Lets two touches of one occurrence change their members.
fn swap(tx: &Tx<'_>, one: TouchId, other: TouchId) -> Result<()> {
    let (member, occurrence): (MemberId, String) = tx
        .sql("SELECT member_id, occurrence FROM touch WHERE id = ?1")?
        .query_row([one], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let other_member: MemberId = tx
        .sql("SELECT member_id FROM touch WHERE id = ?1")?
        .query_row([other], |row| row.get(0))?;
    // They are unique at every step: first out of the way.
    let mut set = tx.sql("UPDATE touch SET member_id = ?2, occurrence = ?3 WHERE id = ?1")?;
    set.execute(params![one, member, ""])?;
    set.execute(params![other, member, occurrence])?;
    set.execute(params![one, other_member, occurrence])?;
    Ok(())
}
