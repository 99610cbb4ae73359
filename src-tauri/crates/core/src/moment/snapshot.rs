//! Reading what a plan is made of: only what the moments at hand need.

use std::collections::HashMap;

use chrono::{Days, NaiveDate};
use rusqlite::{Connection, OptionalExtension, params};

use super::{
    due::{Slot, plus},
    people::{
        AppointmentFact, CardFact, Consents, DateFact, GrantFact, Person, Snapshot, VisitDay,
    },
    types::Trigger,
};
use crate::{
    error::{Result, overflow},
    id::{AccountId, GrantId, MemberId, ProgramId},
    member::{Birthday, Channel},
    program,
    storage::count,
};

/// The days of visits that a year's spend and rhythm are taken from.
const YEAR_DAYS: i64 = 366;

/// Places of members in a snapshot.
pub(crate) type Places = HashMap<MemberId, usize>;

/// Which parts of history the moments at hand need, each from which date.
#[derive(Debug, Default)]
struct Needs {
    visits: Option<NaiveDate>,
    unlocked: Option<NaiveDate>,
    expiring: Option<(NaiveDate, NaiveDate)>,
    cards: Option<NaiveDate>,
    dates: bool,
    appointments: Option<NaiveDate>,
}

impl Needs {
    fn of(slots: &[Slot<'_>], to: NaiveDate) -> Self {
        let mut needs = Self::default();
        for slot in slots {
            needs.add(slot, to);
        }
        needs
    }

    fn add(&mut self, slot: &Slot<'_>, to: NaiveDate) {
        let rules = &slot.moment.rules;
        let offset = i64::from(rules.offset_days);
        let back = |days: i64| plus(slot.from, -days - offset).unwrap_or(slot.from);
        let earliest = |known: &mut Option<NaiveDate>, from: NaiveDate| {
            *known = Some(known.map_or(from, |known| known.min(from)));
        };
        let audience = &rules.audience;
        if audience.min_spend_minor.is_some() {
            earliest(&mut self.visits, back(YEAR_DAYS));
        }
        let recent = [audience.seen_within_days, audience.not_seen_for_days];
        for days in recent.into_iter().flatten() {
            earliest(&mut self.visits, back(i64::from(days) + 1));
        }
        if audience.min_visits.or(audience.max_visits).is_some() {
            earliest(&mut self.visits, back(1));
        }
        match &rules.trigger {
            Trigger::NotSeen { days } => {
                earliest(&mut self.visits, back(i64::from(*days) + YEAR_DAYS));
            }
            Trigger::Rhythm {
                factor_percent,
                min_days,
                ..
            } => {
                // At least half of three or more gaps are as long as their median.
                let longest = YEAR_DAYS / 2 * i64::from(*factor_percent) / 100 + 1;
                let silence = longest.max(i64::from(*min_days));
                earliest(&mut self.visits, back(silence + YEAR_DAYS));
            }
            Trigger::NthVisit { .. } => earliest(&mut self.visits, back(1)),
            Trigger::RewardUnlocked => earliest(&mut self.unlocked, back(1)),
            Trigger::RewardExpiring { days_before } => {
                let ahead = i64::from(*days_before) - offset;
                let first = plus(slot.from, ahead).unwrap_or(slot.from);
                let last = plus(to, ahead).unwrap_or(to);
                let (known_first, known_last) = self.expiring.unwrap_or((first, last));
                self.expiring = Some((known_first.min(first), known_last.max(last)));
            }
            Trigger::CardNearlyFull { .. } => earliest(&mut self.cards, back(1)),
            Trigger::MemberDate { .. } => self.dates = true,
            Trigger::MissedAppointment => {
                earliest(&mut self.appointments, back(1));
                earliest(&mut self.visits, back(1));
            }
            _ => {}
        }
    }
}

/// Reads what is known of the shop, under the rules in force at `as_of`; the slots
/// look for what is due up to `to`. What happened later is read too where it cannot
/// be told apart here: the search looks at dates.
pub(crate) fn read(
    db: &Connection,
    slots: &[Slot<'_>],
    to: NaiveDate,
    as_of: NaiveDate,
) -> Result<(Snapshot, Places)> {
    let needs = Needs::of(slots, to);
    let version = program::in_force(db, as_of)?;
    let mut snapshot = Snapshot {
        stamps_required: i64::from(version.rules.stamps_required),
        ..Snapshot::default()
    };
    if slots.is_empty() {
        return Ok((snapshot, Places::new()));
    }
    snapshot.people = people(db)?;
    let places: Places = (0..)
        .zip(&snapshot.people)
        .map(|(at, person)| (person.id, at))
        .collect();
    consents(db, &mut snapshot.people, &places)?;
    tags(db, &mut snapshot.people, &places)?;
    if let Some(from) = needs.visits {
        visits(db, &mut snapshot.people, &places, from)?;
    }
    if let Some(from) = needs.unlocked {
        grants(db, &mut snapshot.grants, &places, UNLOCKED, from, to)?;
    }
    if let Some((first, last)) = needs.expiring {
        grants(db, &mut snapshot.grants, &places, EXPIRING, first, last)?;
        // One that is unlocked and expires in the days looked at was read twice.
        snapshot.grants.sort_by_key(|grant| grant.id);
        snapshot.grants.dedup_by_key(|grant| grant.id);
    }
    if let Some(from) = needs.cards {
        snapshot.cards = cards(db, &places, version.program_id, from)?;
    }
    if needs.dates {
        snapshot.dates = dates(db, &places)?;
    }
    if let Some(from) = needs.appointments {
        snapshot.appointments = appointments(db, &places, from, as_of)?;
    }
    Ok((snapshot, places))
}

fn people(db: &Connection) -> Result<Vec<Person>> {
    // Row by row: a search by status would jump about.
    let mut statement = db.prepare_cached(
        "SELECT rid, id, joined_on, birth_month, birth_day, birth_year, birthday_set_on, phone IS NOT NULL,
                email IS NOT NULL, address <> '', visit_count, first_visit_on, last_visit_on, joined_known,
                CASE (SELECT contact FROM delivery_channel WHERE channel = 'sms')
                     WHEN 'messenger' THEN messenger <> '' ELSE phone IS NOT NULL END
         FROM member NOT INDEXED WHERE status = 'active' ORDER BY rid",
    )?;
    let people = statement
        .query_map([], |row| {
            let month: Option<u32> = row.get(3)?;
            let day: Option<u32> = row.get(4)?;
            let year = row.get(5)?;
            Ok(Person {
                rid: row.get(0)?,
                id: row.get(1)?,
                joined_on: row.get(2)?,
                joined_known: row.get(13)?,
                birthday: month
                    .zip(day)
                    .map(|(month, day)| Birthday { month, day, year }),
                birthday_set_on: row.get(6)?,
                has_phone: row.get(7)?,
                has_email: row.get(8)?,
                has_address: row.get(9)?,
                has_text_contact: row.get(14)?,
                consents: Consents::default(),
                tags: Vec::new(),
                earlier_visits: count(row.get(10)?),
                first_visit_on: row.get(11)?,
                earlier_visit_on: row.get(12)?,
                days: Vec::new(),
            })
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    Ok(people)
}

fn consents(db: &Connection, people: &mut [Person], places: &Places) -> Result<()> {
    let mut statement =
        db.prepare_cached("SELECT member_id, channel FROM consent WHERE granted = 1")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        let channel = match row.get_ref(1)?.as_str()? {
            "email" => Channel::Email,
            "sms" => Channel::Sms,
            "call" => Channel::Call,
            _ => Channel::Post,
        };
        if let Some(person) = places.get(&row.get(0)?).and_then(|at| people.get_mut(*at)) {
            person.consents.give(channel);
        }
    }
    Ok(())
}

fn tags(db: &Connection, people: &mut [Person], places: &Places) -> Result<()> {
    let mut statement = db.prepare_cached("SELECT member_id, tag_folded FROM member_tag")?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        if let Some(person) = places.get(&row.get(0)?).and_then(|at| people.get_mut(*at)) {
            person.tags.push(row.get(1)?);
        }
    }
    Ok(())
}

/// The days of visits from a date on, in one pass over the covering index.
fn visits(db: &Connection, people: &mut [Person], places: &Places, from: NaiveDate) -> Result<()> {
    let mut statement = db.prepare_cached(
        "SELECT business_date, member_id, coalesce(amount_minor, 0) - refunded_minor
         FROM visit INDEXED BY visit_by_day WHERE business_date >= ?1 AND status = 'ok'
         ORDER BY business_date, member_id",
    )?;
    let mut rows = statement.query([from])?;
    let mut day = (String::new(), from);
    while let Some(row) = rows.next()? {
        let text = row.get_ref(0)?.as_str()?;
        if day.0 != text {
            day = (text.to_owned(), row.get(0)?);
        }
        let Some(person) = places.get(&row.get(1)?).and_then(|at| people.get_mut(*at)) else {
            continue;
        };
        person.earlier_visits = person.earlier_visits.saturating_sub(1);
        let spend_minor: i64 = row.get(2)?;
        match person.days.last_mut() {
            Some(last) if last.on == day.1 => {
                last.visits += 1;
                last.spend_minor = last
                    .spend_minor
                    .checked_add(spend_minor)
                    .ok_or_else(overflow)?;
            }
            _ => person.days.push(VisitDay {
                on: day.1,
                visits: 1,
                spend_minor,
            }),
        }
    }
    for person in people {
        person.earlier_visit_on = person.earlier_visit_on.filter(|last| *last < from);
    }
    Ok(())
}

const UNLOCKED: &str = "e.seq IN (SELECT seq FROM entry WHERE unit = 'grant' AND kind = 'earn'
                        AND business_date BETWEEN ?1 AND ?2)";
const EXPIRING: &str = "g.id IN (SELECT id FROM reward_grant WHERE expires_on BETWEEN ?1 AND ?2)";

/// The grants that a condition names, with the dates they were unlocked and ended.
fn grants(
    db: &Connection,
    facts: &mut Vec<GrantFact>,
    places: &Places,
    condition: &str,
    first: NaiveDate,
    last: NaiveDate,
) -> Result<()> {
    let mut statement = db.prepare_cached(&format!(
        "SELECT a.member_id, g.id, g.reward_name, g.source = 'gift', e.business_date, g.expires_on, g.status
         FROM entry e JOIN reward_grant g ON g.id = e.grant_id JOIN account a ON a.id = g.account_id
         WHERE e.unit = 'grant' AND e.kind = 'earn' AND {condition}"
    ))?;
    let mut rows = statement.query(params![first, last])?;
    while let Some(row) = rows.next()? {
        let Some(person) = places.get(&row.get(0)?) else {
            continue;
        };
        let id = row.get(1)?;
        facts.push(GrantFact {
            person: *person,
            id,
            reward_name: row.get(2)?,
            is_gift: row.get(3)?,
            unlocked_on: row.get(4)?,
            expires_on: row.get(5)?,
            ended_on: if row.get_ref(6)?.as_str()? == "available" {
                None
            } else {
                grant_ended_on(db, id)?
            },
        });
    }
    Ok(())
}

/// The date on which a grant was redeemed, expired or taken back: the day after its
/// last for an expired one, whenever a run noted it. `None` if it is in hand.
pub(crate) fn grant_ended_on(db: &Connection, id: GrantId) -> Result<Option<NaiveDate>> {
    let ended: Option<(String, Option<NaiveDate>, NaiveDate)> = db
        .prepare_cached(
            "SELECT g.status, g.expires_on, e.business_date FROM reward_grant g
             JOIN entry e ON e.grant_id = g.id AND e.unit = 'grant' AND e.units < 0 AND e.kind <> 'transfer'
             WHERE g.id = ?1 AND g.status <> 'available' ORDER BY e.seq DESC LIMIT 1",
        )?
        .query_row([id], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    Ok(ended.map(|(status, expires_on, noted_on)| {
        expires_on
            .filter(|_| status == "expired")
            .and_then(|last| last.checked_add_days(Days::new(1)))
            .unwrap_or(noted_on)
    }))
}

/// The stamp cards that moved from a date on, day by day.
fn cards(
    db: &Connection,
    places: &Places,
    program: ProgramId,
    from: NaiveDate,
) -> Result<Vec<CardFact>> {
    let mut statement = db.prepare_cached(
        "SELECT a.id, a.member_id, a.balance, e.business_date,
                sum(CASE WHEN e.unit = 'stamp' THEN e.units ELSE 0 END),
                count(CASE WHEN e.unit = 'grant' AND e.kind = 'earn' AND g.source = 'card' AND g.status <> 'void'
                           THEN 1 END)
         FROM entry e INDEXED BY entry_by_day JOIN account a ON a.id = e.account_id
         LEFT JOIN reward_grant g ON e.unit = 'grant' AND g.id = e.grant_id
         WHERE e.business_date >= ?1 AND a.program_id = ?2
         GROUP BY a.id, e.business_date ORDER BY a.id, e.business_date",
    )?;
    let mut filled = db.prepare_cached(
        "SELECT count(*) FROM reward_grant WHERE account_id = ?1 AND source = 'card' AND status <> 'void'",
    )?;
    let mut rows = statement.query(params![from, program])?;
    let mut facts: Vec<CardFact> = Vec::new();
    let mut last: Option<AccountId> = None;
    while let Some(row) = rows.next()? {
        let account: AccountId = row.get(0)?;
        let Some(person) = places.get(&row.get(1)?) else {
            continue;
        };
        if last != Some(account) {
            last = Some(account);
            facts.push(CardFact {
                person: *person,
                balance_before: row.get(2)?,
                filled_before: filled.query_row([account], |row| row.get(0))?,
                days: Vec::new(),
            });
        }
        let (stamps, cards): (i64, i64) = (row.get(4)?, row.get(5)?);
        if let Some(fact) = facts.last_mut() {
            fact.balance_before -= stamps;
            fact.filled_before -= cards;
            fact.days.push((row.get(3)?, stamps, cards));
        }
    }
    Ok(facts)
}

fn dates(db: &Connection, places: &Places) -> Result<Vec<DateFact>> {
    let mut statement = db.prepare_cached(
        "SELECT member_id, id, label, label_folded, on_date,
                lead(on_date) OVER (PARTITION BY member_id, label_folded ORDER BY on_date)
         FROM member_date ORDER BY label_folded, on_date, id",
    )?;
    let mut rows = statement.query([])?;
    let mut facts = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(person) = places.get(&row.get(0)?) {
            facts.push(DateFact {
                person: *person,
                id: row.get(1)?,
                label: row.get(2)?,
                label_folded: row.get(3)?,
                on: row.get(4)?,
                next: row.get(5)?,
            });
        }
    }
    Ok(facts)
}

fn appointments(
    db: &Connection,
    places: &Places,
    from: NaiveDate,
    as_of: NaiveDate,
) -> Result<Vec<AppointmentFact>> {
    let mut statement = db.prepare_cached(
        "SELECT a.member_id, a.id, a.on_date, a.noted_on, a.status = 'cancelled',
                (SELECT min(b.noted_on) FROM appointment b
                 WHERE b.member_id = a.member_id AND b.id <> a.id AND b.status IN ('booked', 'kept')
                   AND (b.on_date > a.on_date OR (b.on_date >= a.noted_on AND b.noted_on >= a.noted_on)))
         FROM appointment a
         WHERE a.status IN ('missed', 'cancelled') AND a.noted_on BETWEEN ?1 AND ?2",
    )?;
    let mut rows = statement.query(params![from, as_of])?;
    let mut facts = Vec::new();
    while let Some(row) = rows.next()? {
        if let Some(person) = places.get(&row.get(0)?) {
            facts.push(AppointmentFact {
                person: *person,
                id: row.get(1)?,
                on: row.get(2)?,
                noted_on: row.get(3)?,
                cancelled: row.get(4)?,
                replaced_on: row.get(5)?,
            });
        }
    }
    Ok(facts)
}
