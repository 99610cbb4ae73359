//! Tags: words that members are grouped by.

use rusqlite::{Connection, params};

use super::served;
use crate::{
    error::{Code, Error, Result},
    id::{ChangeId, MemberId},
    moment::word,
    storage::{Op, Store, WriteRequest},
    text,
};

/// The most tags one member may have.
const MAX_TAGS: i64 = 50;

impl Store {
    /// Gives a member a tag of 1 to 40 characters, or takes it away. Case and accents
    /// do not tell tags apart; the spelling of a member's first one is kept.
    ///
    /// # Errors
    /// `member_not_found`, `member_merged`; `text_empty`, `text_too_long`;
    /// `out_of_range` beyond 50 tags.
    pub fn tag_member(
        &self,
        request: WriteRequest,
        member: MemberId,
        tag: &str,
        tagged: bool,
    ) -> Result<ChangeId> {
        self.write(request, Op("member.tag"), &(member, tag, tagged), |tx| {
            tx.about(member);
            served(tx.connection(), member)?;
            let tag = word(tag, "tag")?;
            let folded = text::fold(&tag);
            if tagged {
                let others: i64 = tx
                    .sql("SELECT count(*) FROM member_tag WHERE member_id = ?1 AND tag_folded <> ?2")?
                    .query_row(params![member, folded], |row| row.get(0))?;
                if others >= MAX_TAGS {
                    return Err(Error::new(Code::OutOfRange).field("tag").arg("max", MAX_TAGS));
                }
                tx.sql("INSERT OR IGNORE INTO member_tag (member_id, tag_folded, tag) VALUES (?1, ?2, ?3)")?
                    .execute(params![member, folded, tag])?;
            } else {
                tx.sql("DELETE FROM member_tag WHERE member_id = ?1 AND tag_folded = ?2")?
                    .execute(params![member, folded])?;
            }
            Ok(tx.change_id())
        })
    }

    /// A member's tags, in order.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn member_tags(&self, member: MemberId) -> Result<Vec<String>> {
        self.read(|db| of_member(db, member))
    }

    /// All tags in use, in order, each with how many members in service have it.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn tags(&self) -> Result<Vec<(String, u32)>> {
        self.read(|db| {
            Ok(db
                .prepare_cached(
                    "SELECT min(t.tag), count(*) FROM member_tag t JOIN member m ON m.id = t.member_id
                     WHERE m.status = 'active' GROUP BY t.tag_folded ORDER BY t.tag_folded",
                )?
                .query_map([], |row| {
                    Ok((row.get(0)?, crate::storage::count(row.get(1)?)))
                })?
                .collect::<rusqlite::Result<_>>()?)
        })
    }
}

pub(super) fn of_member(db: &Connection, member: MemberId) -> Result<Vec<String>> {
    Ok(db
        .prepare_cached("SELECT tag FROM member_tag WHERE member_id = ?1 ORDER BY tag_folded")?
        .query_map([member], |row| row.get(0))?
        .collect::<rusqlite::Result<_>>()?)
}
