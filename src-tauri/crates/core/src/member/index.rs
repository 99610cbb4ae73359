//! What a member is found by: the search index, kept beside the member's row.

use rusqlite::params;

use crate::{error::Result, id::MemberId, storage::Tx, text};

/// The numbers a member is found by: phones as E.164 (their own, and those of members
/// merged into them), card numbers, and the key in another system. National spellings
/// of phones are understood when searching, so they cost nothing here.
pub(super) fn search_digits(
    phones: &[String],
    external_id: Option<&str>,
    cards: &[String],
) -> String {
    let phones: Vec<String> = phones.iter().map(|phone| text::digits(phone)).collect();
    let key = external_id.map(text::fold);
    phones
        .iter()
        .chain(cards)
        .chain(&key)
        .map(String::as_str)
        .collect::<Vec<_>>()
        .join(" ")
}

/// Each word backwards, so that a prefix search finds endings.
pub(super) fn reversed(words: &str) -> String {
    words
        .split(' ')
        .map(|word| word.chars().rev().collect::<String>())
        .collect::<Vec<_>>()
        .join(" ")
}

/// Takes a member out of the search index; needs the row as it was indexed.
pub(super) fn unindex(tx: &Tx<'_>, member: MemberId) -> Result<()> {
    tx.sql(
        "INSERT INTO member_search (member_search, rowid, name_folded, search_digits, search_rev)
         SELECT 'delete', rid, name_folded, search_digits, search_rev FROM member WHERE id = ?1",
    )?
    .execute([member])?;
    Ok(())
}

/// Puts a member, taken out before, into the search index.
pub(super) fn index(tx: &Tx<'_>, member: MemberId) -> Result<()> {
    let external_id: Option<String> = tx
        .sql("SELECT external_id FROM member WHERE id = ?1")?
        .query_row([member], |row| row.get(0))?;
    let phones = tx
        .sql(
            "SELECT phone FROM member WHERE (id = ?1 OR merged_into = ?1) AND phone IS NOT NULL
             ORDER BY id <> ?1, rid",
        )?
        .query_map([member], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    let cards = tx
        .sql(
            "SELECT number FROM card WHERE member_id = ?1 AND status <> 'replaced' ORDER BY number",
        )?
        .query_map([member], |row| row.get(0))?
        .collect::<rusqlite::Result<Vec<String>>>()?;
    let digits = search_digits(&phones, external_id.as_deref(), &cards);
    tx.sql("UPDATE member SET search_digits = ?2, search_rev = ?3 WHERE id = ?1")?
        .execute(params![member, digits, reversed(&digits)])?;
    tx.sql(
        "INSERT INTO member_search (rowid, name_folded, search_digits, search_rev)
         SELECT rid, name_folded, search_digits, search_rev FROM member WHERE id = ?1",
    )?
    .execute([member])?;
    Ok(())
}

/// Brings the search index in step after cards changed.
pub(crate) fn reindex(tx: &Tx<'_>, member: MemberId) -> Result<()> {
    unindex(tx, member)?;
    index(tx, member)
}
