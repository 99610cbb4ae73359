//! A made-up shop with a year of history, the same for the same seed: for trying
//! the app out, for pictures, and for measuring.
//!
//! History goes through the same rules as the counter. Each past day is one
//! change; today's visits are single changes, so that today's list at the till
//! is as on any day.

mod book;
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
    ledger,
    member::{self, AppointmentStatus},
    moment::MomentDraft,
    program::StampRules,
    shop::{ShopDraft, ShopPatch},
    storage::{Op, Store, Tx, WriteRequest},
    time::Calendar,
    visit::{self, Source, VisitDraft},
};
use book::{Book, Turn};
use greetings::Greetings;
use guest::Guest;

/// Days of history before today.
const HISTORY_DAYS: u32 = 365;
const HOUR_MS: i64 = 60 * 60 * 1_000;
/// Between the parts of one day's request and those of the next …
const PARTS: u64 = 100_000;
/// … and where those of its greetings begin.
const GREETINGS: u64 = 50_000;

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
    let opened_ms = request.now_ms - i64::from(HISTORY_DAYS) * 24 * HOUR_MS;
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
    let mut life = Life {
        store,
        request,
        plan,
        ids: vec![None; guests.len()],
        back: vec![None; guests.len()],
        guests,
        greetings: Greetings::of(plan),
        book: Book::of(plan),
        calendar,
        random,
    };
    for day in 0..=HISTORY_DAYS {
        if progress(u64::from(day), u64::from(HISTORY_DAYS)).is_break() {
            return Err(Code::Cancelled.into());
        }
        let date = start
            .checked_add_days(Days::new(u64::from(day)))
            .ok_or(Code::OutOfRange)?;
        if day < HISTORY_DAYS {
            life.past_day(day, date)?;
        } else {
            life.today(day, date)?;
        }
    }
    Ok(())
}

/// A shop to look at; a larger one is made to measure with.
fn is_small(plan: &Plan) -> bool {
    plan.members <= 2_000
}

/// The shop as it lives from day to day.
struct Life<'a> {
    store: &'a Store,
    request: WriteRequest,
    plan: &'a Plan,
    calendar: Calendar,
    guests: Vec<Guest>,
    /// By guest: who joined already.
    ids: Vec<Option<MemberId>>,
    /// By guest: the day on which a greeting brings somebody back.
    back: Vec<Option<u32>>,
    greetings: Greetings,
    book: Option<Book>,
    random: ChaCha12Rng,
}

impl Life<'_> {
    /// A part of the demo's request.
    fn write(&self, day: u32, part: u64, now_ms: i64) -> WriteRequest {
        let part = 2 + u64::from(day) * PARTS + part;
        WriteRequest {
            request_id: self.request.request_id.part(part),
            now_ms,
        }
    }

    /// A past day: greetings are planned, guests come, greetings are done. All visits
    /// are one change.
    fn past_day(&mut self, day: u32, date: NaiveDate) -> Result<()> {
        let noon_ms = self.calendar.noon_ms(date)?;
        let morning = |part| self.write(day, GREETINGS + part, noon_ms - 5 * HOUR_MS);
        self.greetings
            .morning(self.store, &morning, self.plan, (day, date))?;
        let turns = self.turns(day);
        let coming = self.coming(day, date, &turns)?;
        self.record(day, date, &coming, &turns)?;
        if day % 28 == 27 {
            print_new_cards(self.store, self.write(day, 1, noon_ms))?;
        }
        let came = coming
            .iter()
            .filter_map(|visit| *self.ids.get(visit.guest)?)
            .collect();
        let request = self.request;
        let evening = |part| WriteRequest {
            request_id: request
                .request_id
                .part(2 + u64::from(day) * PARTS + GREETINGS + part),
            now_ms: noon_ms + 8 * HOUR_MS,
        };
        let back = self
            .greetings
            .evening(self.store, &evening, (day, date), &came)?;
        for (member, days) in back {
            let guest = self.ids.iter().position(|id| *id == Some(member));
            if let Some(returns) = guest.and_then(|guest| self.back.get_mut(guest)) {
                *returns = Some(day + days);
            }
        }
        Ok(())
    }

    /// Today up to now: each visit is a change of its own, as at the counter.
    fn today(&mut self, day: u32, date: NaiveDate) -> Result<()> {
        let turns = self.turns(day);
        let mut coming = self.coming(day, date, &turns)?;
        coming.retain(|visit| visit.at_ms < self.request.now_ms - 60_000);
        for (index, coming) in (0_u64..).zip(&coming) {
            self.serve(day, index * 4, coming, &turns)?;
        }
        let write = |part| self.write(day, GREETINGS + part, self.request.now_ms);
        self.greetings
            .morning(self.store, &write, self.plan, (day, date))?;
        // As after this morning's run: what expired is not news.
        self.store.daily_run(write(2))?;
        Ok(())
    }

    fn turns(&mut self, day: u32) -> Vec<Turn> {
        let book = self.book.as_mut();
        book.map_or_else(Vec::new, |book| book.open(day, &self.guests))
    }

    /// Who comes on a day, in the order of the clock.
    fn coming(&mut self, day: u32, date: NaiveDate, turns: &[Turn]) -> Result<Vec<Coming>> {
        let noon_ms = self.calendar.noon_ms(date)?;
        let mut coming = Vec::new();
        for (index, guest) in self.guests.iter().enumerate() {
            let by_chance = guest.comes(day, date, self.plan.shop.kind, &mut self.random);
            let turn = turns.iter().find(|turn| turn.guest == index);
            let waits = self.book.as_ref().is_some_and(|book| book.waits(index));
            let comes = match turn {
                Some(turn) => turn.status == AppointmentStatus::Kept,
                None => by_chance && !waits,
            };
            if comes || self.back.get(index) == Some(&Some(day)) {
                let minute = i64::from(guest.hour) * 60 + self.random.random_range(-35..55);
                let second = self.random.random_range(0..60_000);
                coming.push(Coming {
                    guest: index,
                    at_ms: noon_ms + (minute - 12 * 60) * 60_000 + second,
                });
            }
        }
        coming.sort_by_key(|visit| visit.at_ms);
        Ok(coming)
    }

    /// The visits of a past day, as one change.
    fn record(
        &mut self,
        day: u32,
        date: NaiveDate,
        coming: &[Coming],
        turns: &[Turn],
    ) -> Result<()> {
        let request = self.write(day, 0, self.calendar.noon_ms(date)?);
        let summary: Vec<(usize, i64)> = coming
            .iter()
            .map(|visit| (visit.guest, visit.at_ms))
            .collect();
        self.store.write(request, Op("demo.day"), &summary, |tx| {
            ledger::run_day(tx)?;
            for coming in coming {
                let Some((guest, id)) = self
                    .guests
                    .get(coming.guest)
                    .zip(self.ids.get_mut(coming.guest))
                else {
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
                let draft = visit_draft(tx, self.plan, guest, member, &mut self.random)?;
                let recorded = visit::record(tx, &draft, Source::Demo)?;
                // A slip of the finger, taken back at once.
                if self.random.random_bool(0.006) {
                    visit::void(tx, recorded.visit.id, "void")?;
                    visit::record(tx, &draft_without_rewards(&draft), Source::Demo)?;
                }
                if let Some(book) = &mut self.book {
                    book.note(tx, coming.guest, guest, member, (day, date))?;
                }
            }
            if let Some(book) = &mut self.book {
                for turn in turns {
                    if let Some(member) = self.ids.get(turn.guest).copied().flatten() {
                        book.close(tx, turn, member, (day, date))?;
                    }
                }
            }
            Ok(coming.len())
        })?;
        Ok(())
    }

    /// One of today's visits.
    fn serve(&mut self, day: u32, part: u64, coming: &Coming, turns: &[Turn]) -> Result<()> {
        let Some(guest) = self.guests.get(coming.guest) else {
            return Ok(());
        };
        let member = match self.ids.get(coming.guest).copied().flatten() {
            Some(member) => member,
            None => {
                let request = self.write(day, part, coming.at_ms - 20_000);
                let draft = guest.draft.clone();
                self.store.enrol(request, &draft, true)?.member_id
            }
        };
        let grant = takes(&mut self.random)
            .then(|| self.store.glance(member, coming.at_ms))
            .transpose()?
            .and_then(|glance| glance.grants.first().map(|grant| grant.id));
        let draft = draft(self.plan, guest, member, None, &mut self.random);
        let request = self.write(day, part + 1, coming.at_ms);
        let recorded = self.store.record_visit(request, &draft)?;
        if let Some(grant) = grant {
            let request = self.write(day, part + 2, coming.at_ms + 9_000);
            self.store.redeem(request, grant, Some(recorded.visit.id))?;
        }
        if let Some(turn) = turns.iter().find(|turn| turn.guest == coming.guest) {
            let request = self.write(day, part + 3, coming.at_ms + 12_000);
            self.store
                .set_appointment(request, turn.id, AppointmentStatus::Kept)?;
        }
        Ok(())
    }
}

/// Whether a guest takes a reward that waits. Rolled for every visit, so that visits
/// are the same whatever rewards there are.
fn takes(random: &mut ChaCha12Rng) -> bool {
    random.random_bool(0.7)
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
    let wants = takes(random);
    let redeem = grants.first().map(|grant| grant.id).filter(|_| wants);
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
