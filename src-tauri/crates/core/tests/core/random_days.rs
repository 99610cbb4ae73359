//! Random days at the counter: whatever order things come in, the books agree.

use proptest::{prelude::*, sample::Index};
use regulars_core::{
    id::{ChangeId, GrantId},
    member::GrantStatus,
    program::StampRules,
    visit::VisitDraft,
};

use crate::{
    model::{Command, Held, Model},
    random_shop::{Random, Step, pick, steps},
    shop::{picture, ten_stamps, visit_of},
};

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
