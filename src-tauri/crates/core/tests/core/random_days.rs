//! Random days at the counter: whatever order things come in, the books agree.

use std::path::PathBuf;
use std::sync::OnceLock;

use proptest::{prelude::*, sample::Index};
use regulars_core::{
    Code, Store, WriteRequest,
    card::CardStatus,
    id::{ChangeId, GrantId, MemberId, RequestId, VisitId},
    member::GrantStatus,
    program::StampRules,
    shop::{NegativePolicy, ShopPatch},
    visit::VisitDraft,
};

use crate::{
    model::{Answer, Command, Held, Model},
    shop::{
        MORNING, cafe, copy_files, days, instant, months, named, picture, quick_folder, ten_stamps,
        visit_of,
    },
};

/// One thing that happens, with open choices that are made when its turn comes.
#[derive(Debug, Clone)]
enum Step {
    Visit {
        who: Index,
        stamps: u32,
        amount: i64,
    },
    VisitWithReward {
        who: Index,
        stamps: u32,
    },
    Redeem {
        who: Index,
        which: Index,
        at_last_visit: bool,
    },
    Complete {
        which: Index,
        stamps: u32,
        amount: i64,
    },
    Void {
        which: Index,
    },
    Refund {
        which: Index,
        part: u8,
    },
    Undo {
        which: Index,
    },
    Enrol,
    Card {
        who: Index,
        status: u8,
    },
    Replace {
        who: Index,
    },
    Merge {
        keep: Index,
        merge: Index,
    },
    Rules {
        required: u32,
        cap: Option<u32>,
        lifetime: Option<u32>,
    },
    Policy {
        clamp: bool,
    },
    DailyRun,
    /// The clock moves: hours, forwards or back.
    Clock {
        hours: i32,
    },
    /// An earlier request arrives once more.
    Again {
        which: Index,
    },
}

fn steps(with_expiry_and_merges: bool) -> impl Strategy<Value = Vec<Step>> {
    use Step::{
        Again, Card, Clock, Complete, DailyRun, Enrol, Merge, Policy, Redeem, Refund, Replace,
        Rules, Undo, Visit, VisitWithReward, Void,
    };
    let who = || any::<Index>();
    let stamps = || prop_oneof![4 => 0_u32..6, 1 => 6_u32..30];
    let basic = prop_oneof![
        12 => (who(), stamps(), 0_i64..2_000)
            .prop_map(|(who, stamps, amount)| Visit { who, stamps, amount }),
        5 => (who(), any::<Index>()).prop_map(|(who, which)| Redeem { who, which, at_last_visit: false }),
        4 => any::<Index>().prop_map(|which| Void { which }),
        4 => (any::<Index>(), 1_u8..5).prop_map(|(which, part)| Refund { which, part }),
        2 => any::<Index>().prop_map(|which| Undo { which }),
        1 => (2_u32..9).prop_map(|required| Rules { required, cap: None, lifetime: None }),
        1 => Just(DailyRun),
        2 => (-30_i32..90).prop_map(|hours| Clock { hours }),
        2 => any::<Index>().prop_map(|which| Again { which }),
        1 => (who(), 0_u8..3).prop_map(|(who, status)| Card { who, status }),
        1 => Just(Enrol),
    ];
    if !with_expiry_and_merges {
        return prop::collection::vec(basic, 1..50).boxed();
    }
    let all = prop_oneof![
        34 => basic,
        3 => (who(), stamps()).prop_map(|(who, stamps)| VisitWithReward { who, stamps }),
        2 => (who(), any::<Index>()).prop_map(|(who, which)| Redeem { who, which, at_last_visit: true }),
        3 => (any::<Index>(), stamps(), 0_i64..900)
            .prop_map(|(which, stamps, amount)| Complete { which, stamps, amount }),
        4 => any::<Index>().prop_map(|which| Undo { which }),
        2 => (who(), who()).prop_map(|(keep, merge)| Merge { keep, merge }),
        1 => who().prop_map(|who| Replace { who }),
        2 => (2_u32..9, prop::option::of(1_u32..8), prop::option::of(1_u32..40))
            .prop_map(|(required, cap, lifetime)| Rules { required, cap, lifetime }),
        1 => any::<bool>().prop_map(|clamp| Policy { clamp }),
        3 => (100_i32..1_500).prop_map(|hours| Clock { hours }),
        2 => Just(DailyRun),
    ];
    prop::collection::vec(all, 1..60).boxed()
}

/// A shop under random orders, with all that was ever sent to it.
struct Random {
    _folder: tempfile::TempDir,
    store: Store,
    now_ms: i64,
    members: Vec<MemberId>,
    visits: Vec<VisitId>,
    changes: Vec<ChangeId>,
    sent: Vec<(WriteRequest, Command, Answer)>,
}

/// A café with three guests, made once and copied for each case.
fn template() -> &'static PathBuf {
    static TEMPLATE: OnceLock<PathBuf> = OnceLock::new();
    TEMPLATE.get_or_init(|| {
        let folder = quick_folder().keep();
        let now_ms = instant(MORNING);
        let store = Store::open_seeded(&folder, now_ms, Some(1)).unwrap();
        let request = || WriteRequest {
            request_id: RequestId::random(),
            now_ms,
        };
        let rules = StampRules {
            stamps_required: 4,
            ..ten_stamps()
        };
        store
            .create_shop(request(), &cafe(), &rules, false)
            .unwrap();
        for name in ["Anna", "Béla", "Cili"] {
            store.enrol(request(), &named(name), true).unwrap();
        }
        folder
    })
}

impl Random {
    fn new() -> Self {
        let folder = quick_folder();
        copy_files(template(), folder.path());
        let now_ms = instant(MORNING) + 60_000;
        let store = Store::open_seeded(folder.path(), now_ms, Some(2)).unwrap();
        let members = store
            .read(|db| {
                let mut statement = db.prepare("SELECT id FROM member ORDER BY rid")?;
                let ids = statement.query_map([], |row| row.get(0))?;
                Ok(ids.collect::<std::result::Result<Vec<MemberId>, _>>()?)
            })
            .unwrap();
        Self {
            _folder: folder,
            store,
            now_ms,
            members,
            visits: vec![],
            changes: vec![],
            sent: vec![],
        }
    }

    /// Sends a command, and remembers it if it was done. A refusal changes nothing.
    fn send(&mut self, command: Command) -> Result<Answer, Code> {
        let request = WriteRequest {
            request_id: RequestId::random(),
            now_ms: self.now_ms,
        };
        self.now_ms += 5_000;
        let before = picture(&self.store);
        match command.send(&self.store, request) {
            Ok(answer) => {
                self.visits.extend(answer.visit);
                self.changes.extend(answer.change);
                self.members.extend(answer.member);
                // A daily run with nothing to do leaves no record, so it is no request yet.
                if answer.text != "DailyRun { stamps_expired: 0, grants_expired: 0 }" {
                    self.sent.push((request, command, answer.clone()));
                }
                Ok(answer)
            }
            Err(error) => {
                assert!(
                    picture(&self.store) == before,
                    "{command:?}: {error}, but something changed"
                );
                Err(error.code())
            }
        }
    }

    /// Sends an earlier request again: the same answer, and not a byte is changed.
    fn again(&self, which: Index) {
        if self.sent.is_empty() {
            return;
        }
        let (request, command, answer) = which.get(&self.sent);
        let before = picture(&self.store);
        let later = WriteRequest {
            now_ms: self.now_ms,
            ..*request
        };
        let second = command.send(&self.store, later).unwrap();
        assert_eq!(
            &second, answer,
            "{command:?} was answered differently the second time"
        );
        assert!(
            picture(&self.store) == before,
            "{command:?} changed something the second time"
        );
    }

    fn available(&self, member: MemberId) -> Vec<GrantId> {
        let glance = self.store.glance(member, self.now_ms).unwrap();
        glance.grants.into_iter().map(|grant| grant.id).collect()
    }

    fn number(&self, sql: &str) -> i64 {
        self.store
            .read(|db| Ok(db.query_row(sql, [], |row| row.get(0))?))
            .unwrap()
    }

    fn today(&self) -> chrono::NaiveDate {
        self.store
            .settings()
            .unwrap()
            .calendar
            .business_date(self.now_ms)
            .unwrap()
    }

    /// What must hold at any moment.
    fn assert_sound(&self) {
        let verdict = self.store.verify().unwrap();
        assert!(verdict.ok(), "{:#?}", verdict.problems);
        let redeemed =
            "SELECT coalesce(sum(-units), 0) FROM entry WHERE unit = 'grant' AND kind = 'redeem'";
        let back = "SELECT coalesce(sum(units), 0) FROM entry WHERE unit = 'grant' AND kind = 'reverse' AND units > 0";
        let unlocked =
            "SELECT coalesce(sum(units), 0) FROM entry WHERE unit = 'grant' AND kind = 'earn'";
        assert!(self.number(redeemed) - self.number(back) <= self.number(unlocked));
        assert_eq!(
            self.number("SELECT count(*) FROM lot WHERE remaining < 0"),
            0
        );
        // Every stamp that came is somewhere: in hand, spent, expired, reversed or written off.
        let twice =
            "SELECT count(*) FROM (SELECT 1 FROM entry WHERE unit = 'grant' AND kind = 'redeem'
                     GROUP BY grant_id, grant_turn HAVING count(*) > 1)";
        assert_eq!(self.number(twice), 0);
        let (changes, last) = ("SELECT count(*) FROM change", "SELECT last_seq FROM till");
        assert_eq!(
            self.number(changes),
            self.number(last),
            "the till's numbers have no gap"
        );
        let moved =
            "SELECT coalesce(sum(units), 0) FROM entry WHERE kind = 'transfer' AND unit = 'stamp'";
        assert_eq!(
            self.number(moved),
            0,
            "a transfer neither makes nor loses stamps"
        );
    }

    /// Any step at all; refusals are fine, surprises are not.
    fn step(&mut self, step: &Step) {
        let command = match step.clone() {
            Step::Visit {
                who,
                stamps,
                amount,
            } => Command::Visit(VisitDraft {
                stamps: Some(stamps),
                amount_minor: Some(amount),
                confirmed: true,
                ..visit_of(*who.get(&self.members))
            }),
            Step::VisitWithReward { who, stamps } => {
                let member = *who.get(&self.members);
                Command::Visit(VisitDraft {
                    stamps: Some(stamps),
                    redeem: self.available(member).into_iter().take(2).collect(),
                    confirmed: true,
                    ..visit_of(member)
                })
            }
            Step::Redeem {
                who,
                which,
                at_last_visit,
            } => {
                let member = *who.get(&self.members);
                let rewards = self.available(member);
                if rewards.is_empty() {
                    return;
                }
                let last = self.store.glance(member, self.now_ms).unwrap().last_visits;
                let visit = last.first().filter(|_| at_last_visit).map(|visit| visit.id);
                Command::Redeem(*which.get(&rewards), visit)
            }
            Step::Complete {
                which,
                stamps,
                amount,
            } => {
                let Some(visit) = pick(which, &self.visits) else {
                    return;
                };
                let member = self.store.visit(visit).unwrap().member_id;
                Command::Visit(VisitDraft {
                    stamps: Some(stamps),
                    amount_minor: Some(amount),
                    redeem: self.available(member).into_iter().take(1).collect(),
                    complete: Some(visit),
                    ..visit_of(member)
                })
            }
            Step::Void { which } => {
                let Some(visit) = pick(which, &self.visits) else {
                    return;
                };
                Command::Void(visit)
            }
            Step::Refund { which, part } => {
                let Some(visit) = pick(which, &self.visits) else {
                    return;
                };
                let view = self.store.visit(visit).unwrap();
                let left = view.amount_minor.unwrap_or(0) - view.refunded_minor;
                Command::Refund(visit, left / i64::from(part))
            }
            Step::Undo { which } => {
                let Some(change) = pick(which, &self.changes) else {
                    return;
                };
                Command::Undo(change)
            }
            Step::Enrol => Command::Enrol(named("Dóra")),
            Step::Card { who, status } => {
                let Some(card) = self.card(who) else { return };
                let status = [CardStatus::Active, CardStatus::Blocked, CardStatus::Lost]
                    [usize::from(status)];
                Command::Card(card, status)
            }
            Step::Replace { who } => {
                let Some(card) = self.card(who) else { return };
                Command::Replace(card)
            }
            Step::Merge { keep, merge } => {
                Command::Merge(*keep.get(&self.members), *merge.get(&self.members))
            }
            Step::Rules {
                required,
                cap,
                lifetime,
            } => {
                let rules = StampRules {
                    stamps_required: required,
                    daily_cap: cap,
                    stamp_lifetime: lifetime.and_then(days),
                    reward_lifetime: lifetime.and_then(|count| months(count % 3 + 1)),
                    starter_stamps: required / 2,
                    ..ten_stamps()
                };
                Command::Program(Box::new(rules), self.today())
            }
            Step::Policy { clamp } => {
                let policy = if clamp {
                    NegativePolicy::Clamp
                } else {
                    NegativePolicy::Allow
                };
                Command::Policy(Box::new(ShopPatch {
                    negative_policy: Some(policy),
                    ..ShopPatch::default()
                }))
            }
            Step::DailyRun => Command::DailyRun,
            Step::Clock { hours } => {
                self.now_ms += i64::from(hours) * 3_600_000;
                return;
            }
            Step::Again { which } => return self.again(which),
        };
        let refused = self.send(command).err();
        let surprise = matches!(
            refused,
            Some(Code::Storage | Code::Overflow | Code::DamagedDatabase | Code::RequestReused)
        );
        assert!(!surprise, "{step:?} failed: {refused:?}");
    }

    fn card(&self, who: Index) -> Option<regulars_core::id::CardId> {
        let glance = self
            .store
            .glance(*who.get(&self.members), self.now_ms)
            .unwrap();
        glance.cards.first().map(|card| card.id)
    }
}

fn pick<T: Copy>(which: Index, from: &[T]) -> Option<T> {
    if from.is_empty() {
        None
    } else {
        Some(*which.get(from))
    }
}

/// What a change of the compared shop was, as the model counts.
#[derive(Debug, Clone, Copy)]
enum Did {
    Visit(usize, usize),
    Redeem(usize, usize, usize),
}

/// The real shop and the simple sums, side by side.
struct Pair {
    shop: Random,
    models: Vec<Model>,
    /// From which date on a card has how many stamps, oldest version first.
    versions: Vec<(chrono::NaiveDate, i64)>,
    grants: Vec<Vec<GrantId>>,
    /// Member and number of each visit, in the order of `shop.visits`.
    came: Vec<(usize, usize)>,
    did: Vec<(ChangeId, Did)>,
}

impl Pair {
    fn new(clamp: bool) -> Self {
        let mut shop = Random::new();
        if clamp {
            shop.step(&Step::Policy { clamp });
        }
        let models = vec![
            Model {
                clamp,
                ..Model::default()
            };
            shop.members.len()
        ];
        let grants = vec![Vec::new(); models.len()];
        let versions = vec![(shop.today(), 4)];
        Self {
            shop,
            models,
            versions,
            grants,
            came: vec![],
            did: vec![],
        }
    }

    /// The newest version that has started; before all of them the first.
    fn required(&self) -> i64 {
        let today = self.shop.today();
        let started = self.versions.iter().rfind(|(from, _)| *from <= today);
        started.unwrap_or(&self.versions[0]).1
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Visit {
                who,
                stamps,
                amount,
            } => {
                let member = who.index(self.models.len());
                let required = self.required();
                let answer = self.shop.send(Command::Visit(VisitDraft {
                    stamps: Some(*stamps),
                    amount_minor: Some(*amount),
                    confirmed: true,
                    ..visit_of(self.shop.members[member])
                }));
                let answer = answer.unwrap();
                self.models[member].visit(i64::from(*stamps), *amount, required);
                self.grants[member].extend(answer.unlocked);
                let visit = self.models[member].visits.len() - 1;
                self.came.push((member, visit));
                self.did
                    .push((answer.change.unwrap(), Did::Visit(member, visit)));
            }
            Step::Redeem { who, which, .. } => {
                let member = who.index(self.models.len());
                if self.grants[member].is_empty() {
                    return;
                }
                let reward = which.index(self.grants[member].len());
                let had = self.models[member].rewards[reward].1 == Held::Available;
                let outcome = self
                    .shop
                    .send(Command::Redeem(self.grants[member][reward], None));
                assert_eq!(
                    outcome.is_ok(),
                    had,
                    "a reward can be had just while it is there"
                );
                if let Ok(answer) = outcome {
                    self.models[member].redeem(reward);
                    let visit = self.models[member].visits.len() - 1;
                    self.came.push((member, visit));
                    self.did
                        .push((answer.change.unwrap(), Did::Redeem(member, reward, visit)));
                }
            }
            Step::Void { which } => {
                let Some((at, (member, visit))) = self.visit(*which) else {
                    return;
                };
                let living = !self.models[member].visits[visit].void;
                let outcome = self.shop.send(Command::Void(self.shop.visits[at]));
                assert_eq!(outcome.is_ok(), living, "a visit is voided once");
                if living {
                    self.models[member].void(visit);
                }
            }
            Step::Refund { which, part } => {
                let Some((at, (member, visit))) = self.visit(*which) else {
                    return;
                };
                let came = self.models[member].visits[visit];
                let amount = (came.paid - came.refunded) / i64::from(*part);
                let outcome = self
                    .shop
                    .send(Command::Refund(self.shop.visits[at], amount));
                assert_eq!(outcome.is_ok(), !came.void && amount > 0);
                if outcome.is_ok() {
                    self.models[member].refund(visit, amount);
                }
            }
            Step::Undo { which } => {
                let Some((change, did)) = pick(*which, &self.did) else {
                    return;
                };
                if self.shop.send(Command::Undo(change)).is_err() {
                    return;
                }
                match did {
                    Did::Visit(member, visit) => self.models[member].void(visit),
                    Did::Redeem(member, reward, visit) => {
                        assert_eq!(self.models[member].rewards[reward].1, Held::Redeemed(visit));
                        self.models[member].unredeem(reward);
                    }
                }
            }
            Step::Rules { required, .. } => {
                let rules = StampRules {
                    stamps_required: *required,
                    ..ten_stamps()
                };
                let today = self.shop.today();
                // Refused while the clock stands before the last version.
                if self
                    .shop
                    .send(Command::Program(Box::new(rules), today))
                    .is_ok()
                {
                    self.versions.push((today, i64::from(*required)));
                }
            }
            Step::Again { which } => self.shop.again(*which),
            // New members and blocked cards change nothing for the guests we watch.
            other => self.shop.step(other),
        }
        self.assert_same();
    }

    fn visit(&self, which: Index) -> Option<(usize, (usize, usize))> {
        let at = if self.came.is_empty() {
            None
        } else {
            Some(which.index(self.came.len()))
        };
        at.map(|at| (at, self.came[at]))
    }

    fn assert_same(&self) {
        for (member, model) in self.models.iter().enumerate() {
            let profile = self
                .shop
                .store
                .profile(self.shop.members[member], self.shop.now_ms)
                .unwrap();
            assert_eq!(profile.glance.card.balance, model.balance(), "balance");
            assert_eq!(profile.glance.stats.spend_minor, model.spend(), "spend");
            assert_eq!(
                usize::try_from(profile.glance.stats.visits).unwrap(),
                model.living_visits(),
                "visits"
            );
            let statuses: Vec<_> = profile
                .grants
                .iter()
                .rev()
                .map(|grant| grant.status)
                .collect();
            let expected: Vec<_> = model
                .rewards
                .iter()
                .map(|(_, held)| match held {
                    Held::Available => GrantStatus::Available,
                    Held::Redeemed(_) => GrantStatus::Redeemed,
                    Held::Void => GrantStatus::Void,
                })
                .collect();
            assert_eq!(statuses, expected, "rewards");
        }
    }
}

fn cases() -> ProptestConfig {
    let cases = std::env::var("PROPTEST_CASES")
        .ok()
        .and_then(|cases| cases.parse().ok())
        .unwrap_or(40);
    ProptestConfig {
        cases,
        max_shrink_iters: 400,
        ..ProptestConfig::default()
    }
}

proptest! {
    #![proptest_config(cases())]

    #[test]
    fn the_ledger_agrees_with_simple_sums(clamp: bool, steps in steps(false)) {
        let mut pair = Pair::new(clamp);
        for step in &steps {
            pair.step(step);
        }
        pair.shop.assert_sound();
    }

    #[test]
    fn whatever_happens_the_books_agree(steps in steps(true)) {
        let mut shop = Random::new();
        for (at, step) in steps.iter().enumerate() {
            shop.step(step);
            if at % 4 == 0 {
                shop.assert_sound();
            }
        }
        shop.assert_sound();
        // Once more, all of it: nothing moves.
        let before = picture(&shop.store);
        for (request, command, answer) in &shop.sent {
            assert_eq!(&command.send(&shop.store, *request).unwrap(), answer, "{command:?}");
        }
        assert!(picture(&shop.store) == before);
    }
}
