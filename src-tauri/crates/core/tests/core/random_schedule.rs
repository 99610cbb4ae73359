//! Whatever days the PC was off, whatever is run again or edited: each occurrence
//! is decided once, and a shop that was always on has the same to do.

use std::collections::{BTreeMap, BTreeSet};

use chrono::{Days, NaiveDate};
use proptest::{collection::vec, prelude::*};
use regulars_core::{
    id::{MemberId, MomentId, TouchId},
    member::{Birthday, MemberDraft},
    moment::{
        Audience, GiftRule, MomentRules, Outcome, ScheduleSettings, SkipReason, TouchQuery,
        TouchStatus, Trigger,
    },
    program::StampRules,
};

use crate::{
    moments::{gift, rules},
    shop::{Shop, date, days, named, picture, ten_stamps},
};

const GUESTS: usize = 5;
const BEGIN: &str = "2026-03-02";

/// What happens at the counter on a day, after the morning's run.
#[derive(Debug, Clone)]
enum Event {
    Come {
        guest: usize,
        stamps: u32,
        cents: i64,
    },
    Redeem {
        guest: usize,
    },
    Enrol,
}

fn event() -> impl Strategy<Value = Event> {
    prop_oneof![
        6 => (0..GUESTS, 0..4_u32, 100..2_000_i64)
            .prop_map(|(guest, stamps, cents)| Event::Come { guest, stamps, cents }),
        1 => (0..GUESTS).prop_map(|guest| Event::Redeem { guest }),
        1 => Just(Event::Enrol),
    ]
}

/// Days of a shop: whether the second shop's PC is on, and what happens.
fn diary() -> impl Strategy<Value = Vec<(bool, Vec<Event>)>> {
    vec((prop::bool::weighted(0.3), vec(event(), 0..3)), 20..70)
}

/// One moment of each kind that members alone bring about, tightly capped. A gift
/// lasts from the day it is given, so its last day differs where the PC was off: here
/// it lies beyond the diary.
fn every_kind(shop: &Shop) -> Vec<MomentId> {
    let spaced = |trigger, offset_days, late_days| MomentRules {
        offset_days,
        late_days,
        ..rules(trigger)
    };
    let moments = [
        ("first", spaced(Trigger::FirstVisit, 0, 2)),
        ("welcome", spaced(Trigger::Enrolled, 0, 1)),
        ("welcome_4", spaced(Trigger::Enrolled, 4, 3)),
        ("fifth", spaced(Trigger::NthVisit { n: 5 }, 1, 4)),
        (
            "birthday",
            MomentRules {
                gift: gift().map(|gift| GiftRule {
                    valid_days: 365,
                    ..gift
                }),
                ..spaced(Trigger::Birthday, -2, 6)
            },
        ),
        (
            "away",
            MomentRules {
                days_between: Some(15),
                ..spaced(Trigger::NotSeen { days: 6 }, 0, 5)
            },
        ),
        (
            "worth",
            MomentRules {
                audience: Audience {
                    min_spend_minor: Some(2_500),
                    ..Audience::default()
                },
                ..spaced(Trigger::NotSeen { days: 9 }, 1, 9)
            },
        ),
        (
            "rhythm",
            spaced(
                Trigger::Rhythm {
                    factor_percent: 150,
                    min_visits: 4,
                    min_days: 3,
                },
                0,
                6,
            ),
        ),
        (
            "nearly",
            spaced(Trigger::CardNearlyFull { stamps_left: 2 }, 1, 8),
        ),
        ("unlocked", spaced(Trigger::RewardUnlocked, 2, 8)),
        (
            "expiring",
            spaced(Trigger::RewardExpiring { days_before: 4 }, 0, 4),
        ),
        (
            "april",
            MomentRules {
                per_day: Some(3),
                ..spaced(
                    Trigger::Date {
                        month: 4,
                        day: 1,
                        year: None,
                    },
                    0,
                    10,
                )
            },
        ),
    ];
    moments
        .into_iter()
        .map(|(code, rules)| shop.moment(code, rules).id)
        .collect()
}

fn rewarding() -> StampRules {
    StampRules {
        stamps_required: 6,
        reward_lifetime: days(9),
        ..ten_stamps()
    }
}

fn guest(at: usize) -> MemberDraft {
    MemberDraft {
        birthday: Some(Birthday {
            month: 4,
            day: u32::try_from(at).unwrap() * 5 + 1,
            year: None,
        }),
        ..named(&format!("Guest {at}"))
    }
}

struct Life {
    shop: Shop,
    members: Vec<MemberId>,
    moments: Vec<MomentId>,
}

impl Life {
    fn new() -> Self {
        let shop = Shop::with(&rewarding());
        let moments = every_kind(&shop);
        let settings = ScheduleSettings {
            touches_per_month: 3,
            ..shop.store.schedule_settings().unwrap()
        };
        shop.store
            .set_schedule_settings(shop.ask(), &settings)
            .unwrap();
        let members = (0..GUESTS)
            .map(|at| {
                let draft = guest(at);
                shop.store
                    .enrol(shop.ask(), &draft, true)
                    .unwrap()
                    .member_id
            })
            .collect();
        Self {
            shop,
            members,
            moments,
        }
    }

    fn morning(&self, day: NaiveDate) {
        self.shop.at(&format!("{day} 09:00"));
    }

    fn live(&mut self, event: &Event) {
        match event {
            Event::Come {
                guest,
                stamps,
                cents,
            } => {
                self.shop.buy(self.members[*guest], *cents, *stamps);
            }
            // Not a gift: a shop whose PC was off may not have given it yet.
            Event::Redeem { guest } => {
                let rewards = self.shop.rewards(self.members[*guest]);
                let card = rewards
                    .iter()
                    .find(|grant| grant.reward_name == "Free coffee");
                if let Some(grant) = card {
                    self.shop.redeem(grant.id).unwrap();
                }
            }
            Event::Enrol => {
                let name = format!("New {}", self.members.len());
                self.members.push(self.shop.enrol(&name));
            }
        }
    }

    /// What is to be done: moment, name, due date; grants have other ids elsewhere.
    fn to_do(&self) -> BTreeSet<String> {
        let query = TouchQuery {
            status: Some(TouchStatus::Planned),
            limit: 1_000,
            ..TouchQuery::default()
        };
        let page = self.shop.store.touches(&query).unwrap();
        page.touches
            .iter()
            .map(|touch| format!("{} {} {}", touch.moment, touch.member.name, touch.due_on))
            .collect()
    }

    /// What counted towards the caps.
    fn counted(&self) -> BTreeSet<String> {
        self.shop
            .store
            .read(|db| {
                let mut statement = db.prepare(
                    "SELECT mo.code || ' ' || m.name || ' ' || t.due_on FROM touch t
                     JOIN moment mo ON mo.id = t.moment_id JOIN member m ON m.id = t.member_id WHERE t.counted",
                )?;
                let rows = statement.query_map([], |row| row.get(0))?;
                Ok(rows.collect::<Result<_, _>>()?)
            })
            .unwrap()
    }
}

/// What may be done to the schedule itself.
#[derive(Debug, Clone)]
enum Step {
    Run,
    Rehearse,
    Wait {
        days: i64,
    },
    Live(Event),
    Toggle {
        which: usize,
    },
    Edit {
        which: usize,
        offset: i32,
        late: u32,
    },
    Shuffle {
        which: usize,
    },
    Master {
        on: bool,
    },
    Done {
        which: usize,
    },
    Skip {
        which: usize,
    },
    Reopen {
        which: usize,
    },
    Archive {
        guest: usize,
        away: bool,
    },
    Void {
        which: usize,
    },
    Born {
        guest: usize,
        day: u32,
    },
    Merge {
        keep: usize,
        merge: usize,
    },
}

fn step() -> impl Strategy<Value = Step> {
    prop_oneof![
        8 => Just(Step::Run),
        2 => Just(Step::Rehearse),
        6 => (1..6_i64).prop_map(|days| Step::Wait { days }),
        1 => (-20..-1_i64).prop_map(|days| Step::Wait { days }),
        10 => event().prop_map(Step::Live),
        2 => (0..12_usize).prop_map(|which| Step::Toggle { which }),
        2 => (0..12_usize, 0..6, 0..9_u32).prop_map(|(which, offset, late)| Step::Edit { which, offset, late }),
        1 => (0..12_usize).prop_map(|which| Step::Shuffle { which }),
        1 => prop::bool::weighted(0.7).prop_map(|on| Step::Master { on }),
        2 => (0..50_usize).prop_map(|which| Step::Done { which }),
        2 => (0..50_usize).prop_map(|which| Step::Skip { which }),
        2 => (0..50_usize).prop_map(|which| Step::Reopen { which }),
        1 => (0..GUESTS, prop::bool::ANY).prop_map(|(guest, away)| Step::Archive { guest, away }),
        1 => (0..50_usize).prop_map(|which| Step::Void { which }),
        2 => (0..GUESTS, 1..29_u32).prop_map(|(guest, day)| Step::Born { guest, day }),
        1 => (0..GUESTS, 0..GUESTS).prop_map(|(keep, merge)| Step::Merge { keep, merge }),
    ]
}

/// A shop whose schedule is played with, and all that its runs ever said.
struct Played {
    life: Life,
    day: NaiveDate,
    decided: BTreeMap<(String, MemberId, String), u32>,
    touches: Vec<TouchId>,
    visits: Vec<regulars_core::id::VisitId>,
}

impl Played {
    fn step(&mut self, step: &Step) {
        match step {
            Step::Run => self.run(),
            Step::Rehearse => {
                let before = picture(&self.life.shop.store);
                let store = &self.life.shop.store;
                store.preview_schedule(None, self.life.shop.now()).unwrap();
                assert!(picture(store) == before, "a rehearsal changes nothing");
            }
            Step::Wait { days } => {
                self.day += chrono::Duration::days(*days);
                self.life.morning(self.day);
            }
            // The archived are not served; what is refused changes nothing.
            Step::Live(Event::Come { guest, stamps, .. }) => {
                let draft = regulars_core::visit::VisitDraft {
                    stamps: Some(*stamps),
                    ..crate::shop::visit_of(self.life.members[*guest])
                };
                if let Ok(recorded) = self.life.shop.record(&draft) {
                    self.visits.push(recorded.visit.id);
                }
            }
            Step::Live(Event::Redeem { guest }) => {
                if let Some(grant) = self.life.shop.rewards(self.life.members[*guest]).first() {
                    let _ = self.life.shop.redeem(grant.id);
                }
            }
            Step::Live(event) => self.life.live(event),
            Step::Void { which } => {
                if let Some(visit) = self.visits.get(*which) {
                    let _ = self
                        .life
                        .shop
                        .store
                        .void_visit(self.life.shop.ask(), *visit);
                }
            }
            Step::Archive { guest, away } => {
                let (store, member) = (&self.life.shop.store, self.life.members[*guest]);
                store
                    .archive_member(self.life.shop.ask(), member, *away)
                    .unwrap();
            }
            Step::Born { guest, day } => {
                let shop = &self.life.shop;
                let month = chrono::Datelike::month(&self.day);
                let draft = MemberDraft {
                    birthday: Some(Birthday {
                        month,
                        day: *day,
                        year: None,
                    }),
                    ..MemberDraft::default()
                };
                shop.store
                    .update_member(shop.ask(), self.life.members[*guest], &draft, false)
                    .unwrap();
            }
            Step::Merge { keep, merge } => {
                let members = &mut self.life.members;
                let (keep, merge) = (members[*keep], members[*merge]);
                if keep != merge {
                    self.life.shop.merge(keep, merge);
                    for member in members.iter_mut().filter(|member| **member == merge) {
                        *member = keep;
                    }
                    for (mut key, times) in std::mem::take(&mut self.decided) {
                        if key.1 == merge {
                            key.1 = keep;
                        }
                        let known = self.decided.entry(key).or_default();
                        *known = times.max(*known);
                    }
                }
            }
            other => self.schedule(other),
        }
    }

    fn schedule(&self, step: &Step) {
        let (shop, store) = (&self.life.shop, &self.life.shop.store);
        let touch = |which: &usize| self.touches.get(*which).copied();
        match step {
            Step::Toggle { which } => {
                let moment = store.moment(self.life.moments[*which]).unwrap();
                store
                    .enable_moment(shop.ask(), moment.id, !moment.enabled)
                    .unwrap();
            }
            Step::Edit {
                which,
                offset,
                late,
            } => {
                let moment = store.moment(self.life.moments[*which]).unwrap();
                let mut rules = moment.rules.clone();
                rules.offset_days = *offset;
                rules.late_days = *late;
                let draft = crate::moments::draft(&moment.code, rules);
                store
                    .save_moment(shop.ask(), Some(moment.id), &draft)
                    .unwrap();
            }
            Step::Shuffle { which } => {
                store
                    .order_moments(shop.ask(), &[self.life.moments[*which]])
                    .unwrap();
            }
            Step::Master { on } => {
                let settings = ScheduleSettings {
                    enabled: *on,
                    ..store.schedule_settings().unwrap()
                };
                store.set_schedule_settings(shop.ask(), &settings).unwrap();
            }
            Step::Done { which } => {
                if let Some(touch) = touch(which) {
                    let _ = store.touch_done(shop.ask(), touch, Some(Outcome::Reached));
                }
            }
            Step::Skip { which } => {
                if let Some(touch) = touch(which) {
                    let _ = store.touch_skip(shop.ask(), touch);
                }
            }
            Step::Reopen { which } => {
                if let Some(touch) = touch(which) {
                    let _ = store.touch_reopen(shop.ask(), touch);
                }
            }
            _ => {}
        }
    }

    fn run(&mut self) {
        let report = self.life.shop.run();
        // What was closed for a visit that was taken back may come with the next one.
        for line in &report.closed {
            if line.reason == Some(SkipReason::NoLongerUseful) {
                let key = (line.moment.clone(), line.member.id, line.occurrence.clone());
                self.decided.remove(&key);
            }
        }
        for line in report.planned.iter().chain(&report.skipped) {
            let key = (line.moment.clone(), line.member.id, line.occurrence.clone());
            *self.decided.entry(key).or_default() += 1;
        }
        self.touches
            .extend(report.planned.iter().filter_map(|line| line.id));
        // Once more at once: there is nothing left to do.
        let before = picture(&self.life.shop.store);
        let again = self.life.shop.run();
        assert!(again.planned.is_empty() && again.skipped.is_empty() && again.closed.is_empty());
        assert!(picture(&self.life.shop.store) == before);
    }
}

pub(crate) fn cases(default: u32) -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(default);
    ProptestConfig {
        cases,
        max_shrink_iters: 300,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases(24))]

    #[test]
    fn days_off_make_no_difference_to_what_is_still_to_be_done(diary in diary()) {
        let (mut always, mut sometimes) = (Life::new(), Life::new());
        let mut day = date(BEGIN);
        for (on, events) in &diary {
            always.morning(day);
            always.shop.run();
            sometimes.morning(day);
            if *on {
                sometimes.shop.run();
            }
            for event in events {
                always.live(event);
                sometimes.live(event);
            }
            day = day + Days::new(1);
        }
        for life in [&always, &sometimes] {
            life.morning(day);
            life.shop.run();
        }
        prop_assert_eq!(always.to_do(), sometimes.to_do());
        prop_assert_eq!(always.counted(), sometimes.counted());
    }

    #[test]
    fn whatever_is_done_to_the_schedule_each_occurrence_is_decided_once(steps in vec(step(), 10..60)) {
        let mut played = Played {
            life: Life::new(),
            day: date(BEGIN),
            decided: BTreeMap::new(),
            touches: Vec::new(),
            visits: Vec::new(),
        };
        for step in &steps {
            played.step(step);
        }
        played.run();
        for (key, times) in &played.decided {
            prop_assert_eq!(*times, 1, "{:?}", key);
        }
        let twice = "SELECT count(*) FROM reward_grant g WHERE g.source = 'gift' AND g.status <> 'void'
                     AND NOT EXISTS (SELECT 1 FROM touch t WHERE t.grant_id = g.id)";
        prop_assert_eq!(played.life.shop.number(twice), 0, "a gift is given once");
        played.life.shop.assert_sound();
    }
}
