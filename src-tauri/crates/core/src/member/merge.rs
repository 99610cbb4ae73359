//! Merging two members who turned out to be one person: both histories stay.

use rusqlite::params;

use super::{
    index::{index, unindex},
    served, view,
};
use crate::{
    error::{Code, Error, Result},
    id::{ChangeId, MemberId},
    ledger, moment, program,
    storage::{Op, Store, Tx, WriteRequest},
    text, visit,
};

impl Store {
    /// Merges `merge` into `keep`: visits, cards, stamps, rewards and consents
    /// move over, fields that `keep` lacks are filled, and `merge` points to
    /// `keep` from then on. Its cards keep working.
    ///
    /// # Errors
    /// `merge_self`, `member_not_found`, `member_merged`.
    pub fn merge_members(
        &self,
        request: WriteRequest,
        keep: MemberId,
        merge: MemberId,
    ) -> Result<ChangeId> {
        self.write(request, Op("member.merge"), &(keep, merge), |tx| {
            if keep == merge {
                return Err(Code::MergeSelf.into());
            }
            tx.about(keep);
            merge_into(tx, keep, merge)?;
            Ok(tx.change_id())
        })
    }
}

fn merge_into(tx: &mut Tx<'_>, keep: MemberId, merge: MemberId) -> Result<()> {
    let kept = served(tx.connection(), keep)?;
    let merged = served(tx.connection(), merge)?;

    unindex(tx, keep)?;
    unindex(tx, merge)?;
    // The old member lets go of what is unique before the other takes it.
    tx.sql("UPDATE member SET status = 'merged', merged_into = ?2 WHERE id = ?1")?
        .execute(params![merge, keep])?;
    // Those merged into it before point to the new one too: one step is enough to
    // find whom a member became.
    tx.sql("UPDATE member SET merged_into = ?2 WHERE status = 'merged' AND merged_into = ?1")?
        .execute(params![merge, keep])?;
    let takes_key = kept.external_id.is_none() && merged.external_id.is_some();
    if takes_key && (!merged.name.is_empty() || merged.phone.is_some()) {
        tx.sql("UPDATE member SET external_id = NULL WHERE id = ?1")?
            .execute([merge])?;
    }
    let name = if kept.name.is_empty() {
        &merged.name
    } else {
        &kept.name
    };
    let phone = kept.phone.as_ref().or(merged.phone.as_ref());
    let email = kept.email.as_ref().or(merged.email.as_ref());
    let birthday = kept.birthday.or(merged.birthday);
    let notes = match (kept.notes.is_empty(), merged.notes.is_empty()) {
        (_, true) => kept.notes.clone(),
        (true, false) => merged.notes.clone(),
        (false, false) if kept.notes == merged.notes => kept.notes.clone(),
        (false, false) => format!("{}\n{}", kept.notes, merged.notes),
    };
    let key = if takes_key && (!merged.name.is_empty() || merged.phone.is_some()) {
        merged.external_id.as_ref()
    } else {
        kept.external_id.as_ref()
    };
    tx.sql(
        "UPDATE member SET name = ?2, phone = ?3, email = ?4, birth_month = ?5, birth_day = ?6, birth_year = ?7,
                           notes = ?8, external_id = ?9, joined_on = ?10, name_folded = ?11, locale = ?12,
                           address = ?13, messenger = ?14
         WHERE id = ?1",
    )?
    .execute(params![
        keep,
        name,
        phone,
        email,
        birthday.map(|day| day.month),
        birthday.map(|day| day.day),
        birthday.and_then(|day| day.year),
        notes.chars().take(super::MAX_NOTES_CHARS).collect::<String>(),
        key,
        kept.joined_on.min(merged.joined_on),
        text::fold(name),
        kept.locale.as_ref().or(merged.locale.as_ref()),
        if kept.address.is_empty() {
            &merged.address
        } else {
            &kept.address
        },
        if kept.messenger.is_empty() {
            &merged.messenger
        } else {
            &kept.messenger
        },
    ])?;
    if kept.birthday.is_none() {
        tx.sql(
            "UPDATE member SET birthday_set_on = (SELECT birthday_set_on FROM member WHERE id = ?1) WHERE id = ?2",
        )?
        .execute(params![merge, keep])?;
    }
    if merged.joined_on < kept.joined_on {
        tx.sql(
            "UPDATE member SET joined_known = (SELECT joined_known FROM member WHERE id = ?1) WHERE id = ?2",
        )?
        .execute(params![merge, keep])?;
    }
    moment::take_over(tx, keep, merge)?;
    // What both have stays with the merged one: the person is tagged once, and has the
    // date once.
    for table in ["member_tag", "member_date"] {
        tx.sql(&format!(
            "UPDATE OR IGNORE {table} SET member_id = ?2 WHERE member_id = ?1"
        ))?
        .execute(params![merge, keep])?;
    }
    for table in ["visit", "card", "appointment"] {
        tx.sql(&format!(
            "UPDATE {table} SET member_id = ?2 WHERE member_id = ?1"
        ))?
        .execute(params![merge, keep])?;
    }
    merge_consents(tx, keep, merge)?;
    let version = program::in_force(tx.connection(), tx.today())?;
    if let Some(from) = ledger::find_account(tx.connection(), merge, version.program_id)? {
        let into = ledger::account(tx, keep, version.program_id)?;
        ledger::merge(tx, from, into, version.id)?;
        ledger::settle(tx, into, &version, None)?;
    }
    for member in [keep, merge] {
        visit::refresh_stats(tx, member)?;
    }
    index(tx, keep)?;
    index(tx, merge)?;
    let after = view(tx.connection(), keep)?;
    if after.name.is_empty() && after.phone.is_none() && after.external_id.is_none() {
        return Err(Error::new(Code::MemberNeedsName).field("name"));
    }
    Ok(())
}

/// A consent counts only if neither of the two has withdrawn it.
fn merge_consents(tx: &mut Tx<'_>, keep: MemberId, merge: MemberId) -> Result<()> {
    let rows = tx
        .sql(
            "SELECT m.channel, m.granted, k.granted FROM consent m
             LEFT JOIN consent k ON k.member_id = ?1 AND k.channel = m.channel WHERE m.member_id = ?2",
        )?
        .query_map(params![keep, merge], |row| {
            Ok((row.get::<_, String>(0)?, row.get::<_, bool>(1)?, row.get::<_, Option<bool>>(2)?))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    for (channel, granted, kept) in rows {
        let granted = granted && kept.unwrap_or(true);
        let channel = match channel.as_str() {
            "email" => super::Channel::Email,
            "sms" => super::Channel::Sms,
            "call" => super::Channel::Call,
            _ => super::Channel::Post,
        };
        super::consent::set(tx, keep, channel, granted, "merge")?;
        if !granted {
            // Also what was planned for the one who had agreed.
            moment::consent_withdrawn(tx, keep, channel)?;
        }
    }
    Ok(())
}
