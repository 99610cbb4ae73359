//! A made-up shop with a year of history, the same for the same seed: for trying
//! the app out, for pictures, and for measuring.
//!
//! History goes through the same rules as the counter. Each past day is one
//! change; today's visits are single changes, so that today's list at the till
//! is as on any day.

mod greetings;
mod guest;
mod names;

use std::ops::ControlFlow;

use chrono::{Days, NaiveDate};
use rand::{RngExt, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha12Rng;

use crate::{
    card::NewPrintRun,
    error::{Code, Result},
    id::{CardId, GrantId, MemberId},
    ledger, member,
    moment::MomentDraft,
    program::StampRules,
    shop::{ShopDraft, ShopPatch},
    storage::{Op, Store, Tx, WriteRequest},
    visit::{self, Source, VisitDraft},
};
use guest::Guest;

/// Days of history before today.
const HISTORY_DAYS: u32 = 365;

/// What a demo is made of; texts come from the catalogue of the shop's language.
#[derive(Debug, Clone)]
pub struct Plan {
    /// The shop.
    pub shop: ShopDraft,
    /// Its address.
    pub address: String,
    /// Its phone.
    pub phone: String,
    /// What guests take, as notes of visits.
    pub orders: Vec<String>,
    /// What is noted about guests.
    pub notes: Vec<String>,
    /// The stamp card.
    pub rules: StampRules,
    /// The greeting rules; none leaves the schedule empty.
    pub moments: Vec<MomentDraft>,
    /// How many members.
    pub members: u32,
    /// About how many visits in all.
    pub visits: u32,
    /// Same seed, same shop (ids aside, unless the store is seeded too).
    pub seed: u64,
}

/// A visit that is going to be.
struct Coming {
    guest: usize,
    at_ms: i64,
}

/// Fills an empty data folder. `progress` hears days done and days in all, and
/// may stop the work: what was written stays.
///
/// # Errors
/// `shop_exists`, also under the request id that made it: a demo that was stopped is
/// not gone on with. `cancelled`; errors of the disk.
pub fn fill(
    store: &Store,
    request: WriteRequest,
    plan: &Plan,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> Result<()> {
    if store.has_shop()? {
        return Err(Code::ShopExists.into());
    }
    let day_ms = 24 * 60 * 60 * 1_000_i64;
    let opened_ms = request.now_ms - i64::from(HISTORY_DAYS) * day_ms;
    let write = |part: u64, now_ms: i64| WriteRequest {
        request_id: request.request_id.part(part),
        now_ms,
    };
    store.create_shop(write(0, opened_ms), &plan.shop, &plan.rules, true)?;
    let patch = ShopPatch {
        address: Some(plan.address.clone()),
        phone: Some(plan.phone.clone()),
        ..ShopPatch::default()
    };
    store.update_shop(write(1, opened_ms), &patch)?;

    let calendar = store.settings()?.calendar;
    let start = calendar.business_date(opened_ms)?;
    let mut random = ChaCha12Rng::seed_from_u64(plan.seed);
    let guests = guest::invent(plan, start, HISTORY_DAYS + 1, &mut random);
    let mut ids: Vec<Option<MemberId>> = vec![None; guests.len()];
    for day in 0..=HISTORY_DAYS {
        if progress(u64::from(day), u64::from(HISTORY_DAYS)).is_break() {
            return Err(Code::Cancelled.into());
        }
        let date = start
            .checked_add_days(Days::new(u64::from(day)))
            .ok_or(Code::OutOfRange)?;
        let mut coming = coming(plan, &guests, day, date, &calendar, &mut random)?;
        let part = 2 + u64::from(day) * 10_000;
        if day < HISTORY_DAYS {
            past_day(
                store,
                write(part, calendar.noon_ms(date)?),
                plan,
                &guests,
                &mut ids,
                &coming,
                &mut random,
            )?;
            if day % 28 == 27 {
                print_new_cards(store, write(part + 1, calendar.noon_ms(date)?))?;
            }
        } else {
            coming.retain(|visit| visit.at_ms < request.now_ms - 60_000);
            today(
                store,
                &|index, now_ms| write(part + index, now_ms),
                plan,
                &guests,
                &mut ids,
                &coming,
                &mut random,
            )?;
        }
    }
    let parts = 2 + (u64::from(HISTORY_DAYS) + 1) * 10_000;
    greetings::live(
        store,
        &|part, now_ms| write(parts + part, now_ms),
        plan,
        request.now_ms,
    )?;
    // As after this morning's run: what expired is not news.
    store.daily_run(write(parts - 1, request.now_ms))?;
    Ok(())
}

/// Who comes on a day, in the order of the clock.
fn coming(
    plan: &Plan,
    guests: &[Guest],
    day: u32,
    date: NaiveDate,
    calendar: &crate::time::Calendar,
    random: &mut ChaCha12Rng,
) -> Result<Vec<Coming>> {
    let noon_ms = calendar.noon_ms(date)?;
    let mut coming = Vec::new();
    for (index, guest) in guests.iter().enumerate() {
        if guest.comes(day, date, plan.shop.kind, random) {
            let minute = i64::from(guest.hour) * 60 + random.random_range(-35..55) - 12 * 60;
            coming.push(Coming {
                guest: index,
                at_ms: noon_ms + minute * 60_000 + random.random_range(0..60_000),
            });
        }
    }
    coming.sort_by_key(|visit| visit.at_ms);
    Ok(coming)
}

/// A past day as one change.
fn past_day(
    store: &Store,
    request: WriteRequest,
    plan: &Plan,
    guests: &[Guest],
    ids: &mut [Option<MemberId>],
    coming: &[Coming],
    random: &mut ChaCha12Rng,
) -> Result<()> {
    let summary: Vec<(usize, i64)> = coming
        .iter()
        .map(|visit| (visit.guest, visit.at_ms))
        .collect();
    store.write(request, Op("demo.day"), &summary, |tx| {
        ledger::run_day(tx)?;
        for coming in coming {
            let Some((guest, id)) = guests.get(coming.guest).zip(ids.get_mut(coming.guest)) else {
                continue;
            };
            tx.set_moment(coming.at_ms)?;
            let member = match id {
                Some(member) => *member,
                None => {
                    let enrolled = member::enrol_draft(tx, &guest.draft, "demo")?;
                    *id = Some(enrolled.member_id);
                    enrolled.member_id
                }
            };
            let draft = visit_draft(tx, plan, guest, member, random)?;
            let recorded = visit::record(tx, &draft, Source::Demo)?;
            // A slip of the finger, taken back at once.
            if random.random_bool(0.006) {
                visit::void(tx, recorded.visit.id, "void")?;
                visit::record(tx, &draft_without_rewards(&draft), Source::Demo)?;
            }
        }
        Ok(coming.len())
    })?;
    Ok(())
}

/// Today's visits, each a change of its own, as at the counter.
fn today(
    store: &Store,
    write: &dyn Fn(u64, i64) -> WriteRequest,
    plan: &Plan,
    guests: &[Guest],
    ids: &mut [Option<MemberId>],
    coming: &[Coming],
    random: &mut ChaCha12Rng,
) -> Result<()> {
    for (index, coming) in (0_u64..).zip(coming) {
        let Some((guest, id)) = guests.get(coming.guest).zip(ids.get_mut(coming.guest)) else {
            continue;
        };
        let member = match id {
            Some(member) => *member,
            None => {
                let draft = guest.draft.clone();
                let enrolled =
                    store.enrol(write(index * 3 + 1, coming.at_ms - 20_000), &draft, true)?;
                *id = Some(enrolled.member_id);
                enrolled.member_id
            }
        };
        let glance = store.glance(member, coming.at_ms)?;
        let grant = glance
            .grants
            .first()
            .map(|grant| grant.id)
            .filter(|_| random.random_bool(0.7));
        let draft = draft(plan, guest, member, None, random);
        let recorded = store.record_visit(write(index * 3 + 2, coming.at_ms), &draft)?;
        if let Some(grant) = grant {
            store.redeem(
                write(index * 3 + 3, coming.at_ms + 9_000),
                grant,
                Some(recorded.visit.id),
            )?;
        }
    }
    Ok(())
}

/// Notes a print run over the cards that have none, as a shop does now and then.
fn print_new_cards(store: &Store, request: WriteRequest) -> Result<()> {
    let (_, cards) = store.cards(&crate::card::CardScope::New, 0, u32::MAX)?;
    let cards: Vec<CardId> = cards.into_iter().map(|card| card.card_id).collect();
    if !cards.is_empty() {
        let run = NewPrintRun {
            cards,
            sheet: "a4".to_owned(),
            file: String::new(),
        };
        store.record_print_run(request, &run)?;
    }
    Ok(())
}

fn visit_draft(
    tx: &Tx<'_>,
    plan: &Plan,
    guest: &Guest,
    member: MemberId,
    random: &mut ChaCha12Rng,
) -> Result<VisitDraft> {
    let grants = crate::reward::available(tx.connection(), member, tx.today())?;
    let redeem = grants
        .first()
        .map(|grant| grant.id)
        .filter(|_| random.random_bool(0.7));
    Ok(draft(plan, guest, member, redeem, random))
}

fn draft(
    plan: &Plan,
    guest: &Guest,
    member: MemberId,
    redeem: Option<GrantId>,
    random: &mut ChaCha12Rng,
) -> VisitDraft {
    let usual = random.random_bool(0.7);
    let note = if usual {
        plan.orders.get(guest.order)
    } else {
        plan.orders.choose(random)
    };
    // Sometimes for two; a salon visit is one stamp.
    let stamps = if plan.rules.daily_cap != Some(1) && random.random_bool(0.12) {
        2
    } else {
        1
    };
    let amount =
        guest.spend * random.random_range(0.75_f64..1.35) * if stamps == 2 { 1.7 } else { 1.0 };
    VisitDraft {
        member_id: member,
        amount_minor: Some(round_price(amount, &plan.shop.currency)),
        reward_part_minor: 0,
        stamps: Some(stamps).filter(|_| !plan.rules.amount_required()),
        note: note
            .filter(|_| random.random_bool(0.6))
            .cloned()
            .unwrap_or_default(),
        redeem: redeem.into_iter().collect(),
        complete: None,
        confirmed: true,
    }
}

fn draft_without_rewards(draft: &VisitDraft) -> VisitDraft {
    VisitDraft {
        redeem: Vec::new(),
        ..draft.clone()
    }
}

/// A price as it stands on a menu, in minor units.
#[allow(clippy::cast_possible_truncation)] // made-up amounts, far below the limit
fn round_price(amount: f64, currency: &str) -> i64 {
    match currency {
        "HUF" => (amount / 10.0).round() as i64 * 1_000,
        "RUB" => (amount / 10.0).round() as i64 * 1_000,
        _ => (amount * 10.0).round() as i64 * 10,
    }
}
