//! A shop under random orders: the steps, and how a step becomes a command.

use std::path::PathBuf;
use std::sync::OnceLock;

use proptest::{prelude::*, sample::Index};
use regulars_core::{
    Code, Store, WriteRequest,
    card::CardStatus,
    id::{ChangeId, GrantId, MemberId, RequestId, VisitId},
    program::StampRules,
    shop::{NegativePolicy, ShopPatch},
    visit::VisitDraft,
};

use crate::{
    model::{Answer, Command},
    shop::{
        MORNING, cafe, copy_files, days, instant, months, named, picture, quick_folder, ten_stamps,
        visit_of,
    },
};

/// One thing that happens, with open choices that are made when its turn comes.
#[derive(Debug, Clone)]
pub(crate) enum Step {
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

pub(crate) fn steps(with_expiry_and_merges: bool) -> impl Strategy<Value = Vec<Step>> {
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
pub(crate) struct Random {
    _folder: tempfile::TempDir,
    pub(crate) store: Store,
    pub(crate) now_ms: i64,
    pub(crate) members: Vec<MemberId>,
    pub(crate) visits: Vec<VisitId>,
    changes: Vec<ChangeId>,
    pub(crate) sent: Vec<(WriteRequest, Command, Answer)>,
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
    pub(crate) fn new() -> Self {
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
    pub(crate) fn send(&mut self, command: Command) -> Result<Answer, Code> {
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
    pub(crate) fn again(&self, which: Index) {
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

    pub(crate) fn available(&self, member: MemberId) -> Vec<GrantId> {
        let glance = self.store.glance(member, self.now_ms).unwrap();
        glance.grants.into_iter().map(|grant| grant.id).collect()
    }

    pub(crate) fn number(&self, sql: &str) -> i64 {
        self.store
            .read(|db| Ok(db.query_row(sql, [], |row| row.get(0))?))
            .unwrap()
    }

    pub(crate) fn today(&self) -> chrono::NaiveDate {
        self.store
            .settings()
            .unwrap()
            .calendar
            .business_date(self.now_ms)
            .unwrap()
    }

    /// What must hold at any moment.
    pub(crate) fn assert_sound(&self) {
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
    pub(crate) fn step(&mut self, step: &Step) {
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

    pub(crate) fn card(&self, who: Index) -> Option<regulars_core::id::CardId> {
        let glance = self
            .store
            .glance(*who.get(&self.members), self.now_ms)
            .unwrap();
        glance.cards.first().map(|card| card.id)
    }
}

pub(crate) fn pick<T: Copy>(which: Index, from: &[T]) -> Option<T> {
    if from.is_empty() {
        None
    } else {
        Some(*which.get(from))
    }
}
