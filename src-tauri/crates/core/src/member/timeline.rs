//! A member's history: visits, rewards, expiries, cards, consents, edits.

use chrono::NaiveDate;
use rusqlite::{Connection, params};

use super::{
    consent,
    types::{TimelineEvent, TimelineItem, TimelinePage},
};
use crate::{
    error::Result,
    id::{CardId, ChangeId, MemberId, VisitId},
    storage::{Store, count},
    visit,
};

impl Store {
    /// A page of a member's history, newest first; what was merged into the
    /// member is part of it.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn timeline(&self, member: MemberId, offset: u32, limit: u32) -> Result<TimelinePage> {
        self.read(|db| page(db, member, offset, limit.clamp(1, 200)))
    }
}

/// Every line with the moment it is sorted by. Stamps that a visit earned are
/// shown with the visit; entries stand for what happened beside visits.
const LINES: &str = "
  WITH own AS (SELECT id FROM member WHERE id = ?1 OR merged_into = ?1),
       books AS (SELECT id FROM account WHERE member_id IN own),
  lines (at_ms, sort, business_date, what, id, units, text, extra) AS (
    SELECT at_ms, 5, business_date, 'visit', id, 0, '', '' FROM visit WHERE member_id = ?1
    UNION ALL
    SELECT e.at_ms, 6, e.business_date,
           CASE WHEN e.kind = 'earn' THEN 'unlocked' WHEN e.kind = 'redeem' THEN 'redeemed'
                WHEN e.kind = 'expire' THEN 'expired' WHEN e.units < 0 THEN 'voided'
                WHEN e.visit_id IS NULL THEN 'unlocked' ELSE 'restored' END,
           coalesce(e.visit_id, e.id), e.units, g.reward_name,
           CASE WHEN e.visit_id IS NULL THEN '' ELSE 'visit' END
    FROM entry e JOIN reward_grant g ON g.id = e.grant_id
    WHERE e.account_id IN books AND e.unit = 'grant' AND e.kind <> 'transfer'
    UNION ALL
    SELECT max(at_ms), 4, business_date, CASE kind WHEN 'expire' THEN 'stamps_expired' ELSE 'adjusted' END,
           min(id), sum(units), CASE WHEN kind = 'earn' THEN 'starter' ELSE reason END, ''
    FROM entry
    WHERE account_id IN books AND unit = 'stamp' AND grant_id IS NULL
      AND (kind IN ('expire', 'adjust', 'reverse') OR (kind = 'earn' AND visit_id IS NULL))
    GROUP BY change_id, business_date, kind, reason
    UNION ALL
    SELECT c.at_ms, 7, c.business_date, 'change', c.id, 0, c.op, c.payload FROM change c
    WHERE c.member_id IN own
      AND c.op IN ('member.enrol', 'member.update', 'member.archive', 'member.restore', 'member.consent', 'member.consent_undo',
                   'member.merge')
    UNION ALL
    SELECT issued_at_ms, 2, strftime('%Y-%m-%d', issued_at_ms / 1000, 'unixepoch'), 'card', id, 0, number, 'issued'
    FROM card WHERE member_id = ?1
    UNION ALL
    SELECT c.at_ms, 3, c.business_date, 'card_change', c.id, 0, c.op, c.result FROM change c
    WHERE c.member_id IN own AND c.op IN ('card.status', 'card.replace')
    UNION ALL
    SELECT r.at_ms, 1, strftime('%Y-%m-%d', r.at_ms / 1000, 'unixepoch'), 'card', k.id, 0, k.number, 'printed'
    FROM card k JOIN print_run_card p ON p.card_id = k.id JOIN print_run r ON r.id = p.run_id WHERE k.member_id = ?1
  )";

struct Line {
    at_ms: i64,
    business_date: NaiveDate,
    what: String,
    id: uuid::Uuid,
    units: i64,
    text: String,
    extra: String,
}

fn page(db: &Connection, member: MemberId, offset: u32, limit: u32) -> Result<TimelinePage> {
    let total: i64 = db
        .prepare_cached(&format!("{LINES} SELECT count(*) FROM lines"))?
        .query_row([member], |row| row.get(0))?;
    let lines = db
        .prepare_cached(&format!(
            "{LINES} SELECT at_ms, business_date, what, id, units, text, extra FROM lines
             ORDER BY at_ms DESC, sort DESC, id DESC LIMIT ?2 OFFSET ?3"
        ))?
        .query_map(params![member, limit, offset], |row| {
            Ok(Line {
                at_ms: row.get(0)?,
                business_date: row.get(1)?,
                what: row.get(2)?,
                id: row.get::<_, ChangeId>(3)?.0,
                units: row.get(4)?,
                text: row.get(5)?,
                extra: row.get(6)?,
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut items = Vec::with_capacity(lines.len());
    for (index, line) in (0_i64..).zip(lines) {
        let (at_ms, business_date) = (line.at_ms, line.business_date);
        let position = total - i64::from(offset) - index;
        if let Some(event) = event(db, line)? {
            items.push(TimelineItem {
                position,
                at_ms,
                business_date,
                event,
            });
        }
    }
    Ok(TimelinePage {
        items,
        total: count(total),
    })
}

fn event(db: &Connection, line: Line) -> Result<Option<TimelineEvent>> {
    let reward_name = line.text.clone();
    Ok(Some(match line.what.as_str() {
        "visit" => TimelineEvent::Visit {
            visit: visit::view(db, VisitId(line.id))?,
        },
        "unlocked" => TimelineEvent::RewardUnlocked { reward_name },
        "redeemed" => TimelineEvent::RewardRedeemed {
            reward_name,
            visit_id: (line.extra == "visit").then_some(VisitId(line.id)),
        },
        "restored" => TimelineEvent::RedemptionUndone { reward_name },
        "voided" => TimelineEvent::RewardVoided { reward_name },
        "expired" => TimelineEvent::RewardExpired { reward_name },
        "stamps_expired" => TimelineEvent::StampsExpired {
            stamps: -line.units,
        },
        "adjusted" => TimelineEvent::StampsAdjusted {
            stamps: line.units,
            reason: line.text,
        },
        "card" => TimelineEvent::Card {
            card_id: CardId(line.id),
            number: line.text,
            what: line.extra,
        },
        "card_change" => return card_change(db, &line),
        _ => return change(db, &line),
    }))
}

fn card_change(db: &Connection, line: &Line) -> Result<Option<TimelineEvent>> {
    let payload: String = db
        .prepare_cached("SELECT payload FROM change WHERE id = ?1")?
        .query_row([ChangeId(line.id)], |row| row.get(0))?;
    let (card, what) = if line.text == "card.replace" {
        (serde_json::from_str::<CardId>(&payload).ok(), "replaced")
    } else {
        match serde_json::from_str::<(CardId, crate::card::CardStatus)>(&payload) {
            Ok((card, crate::card::CardStatus::Active)) => (Some(card), "unblocked"),
            Ok((card, crate::card::CardStatus::Lost)) => (Some(card), "lost"),
            Ok((card, _)) => (Some(card), "blocked"),
            Err(_) => (None, ""),
        }
    };
    let Some(card_id) = card else { return Ok(None) };
    let number: String = db
        .prepare_cached("SELECT number FROM card WHERE id = ?1")?
        .query_row([card_id], |row| row.get(0))?;
    Ok(Some(TimelineEvent::Card {
        card_id,
        number,
        what: what.to_owned(),
    }))
}

fn change(db: &Connection, line: &Line) -> Result<Option<TimelineEvent>> {
    let change_id = ChangeId(line.id);
    Ok(match line.text.as_str() {
        "member.enrol" => Some(TimelineEvent::Enrolled),
        "member.consent" => consent::wish(&line.extra)
            .map(|(_, channel, granted)| TimelineEvent::Consent { channel, granted }),
        "member.consent_undo" => consent_undone(db, change_id)?,
        "member.merge" => match serde_json::from_str::<(MemberId, MemberId)>(&line.extra) {
            Ok((_, other)) => Some(TimelineEvent::Merged {
                other_name: super::view(db, other)?.name,
            }),
            Err(_) => None,
        },
        op => Some(TimelineEvent::Edited {
            op: op.to_owned(),
            change_id,
        }),
    })
}

/// A withdrawal that was undone: the consent is there again.
fn consent_undone(db: &Connection, undo: ChangeId) -> Result<Option<TimelineEvent>> {
    let withdrawal: String = db
        .prepare_cached(
            "SELECT w.payload FROM change u JOIN change w ON w.id = u.undoes WHERE u.id = ?1",
        )?
        .query_row([undo], |row| row.get(0))?;
    Ok(
        consent::wish(&withdrawal).map(|(_, channel, _)| TimelineEvent::Consent {
            channel,
            granted: true,
        }),
    )
}
