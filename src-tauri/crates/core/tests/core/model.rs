//! A second, much simpler stamp card to compare the real one with: it knows no
//! lots, no entries and no dates, only sums. And the commands that are thrown at
//! both, kept so that any of them can be sent again.

use regulars_core::{
    Result, Store, WriteRequest,
    card::CardStatus,
    id::{CardId, ChangeId, GrantId, MemberId, VisitId},
    member::MemberDraft,
    program::StampRules,
    shop::ShopPatch,
    visit::{TakenBack, VisitDraft},
};

/// A command with everything it needs, so that it can be repeated to the letter.
#[derive(Debug, Clone)]
pub(crate) enum Command {
    Enrol(MemberDraft),
    Visit(VisitDraft),
    Redeem(GrantId, Option<VisitId>),
    Void(VisitId),
    Refund(VisitId, i64),
    Undo(ChangeId),
    Card(CardId, CardStatus),
    Replace(CardId),
    Merge(MemberId, MemberId),
    Program(Box<StampRules>, chrono::NaiveDate),
    Policy(Box<ShopPatch>),
    DailyRun,
}

/// What a command gave, as far as later commands build on it.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Answer {
    pub(crate) visit: Option<VisitId>,
    pub(crate) member: Option<MemberId>,
    pub(crate) change: Option<ChangeId>,
    pub(crate) unlocked: Vec<GrantId>,
    pub(crate) stamps: i64,
    /// All of it, to compare two answers.
    pub(crate) text: String,
}

impl Command {
    pub(crate) fn send(&self, store: &Store, request: WriteRequest) -> Result<Answer> {
        let mut answer = Answer::default();
        answer.text = match self {
            Self::Enrol(draft) => {
                let enrolled = store.enrol(request, draft, true)?;
                (answer.member, answer.change) =
                    (Some(enrolled.member_id), Some(enrolled.change_id));
                format!("{enrolled:?}")
            }
            Self::Visit(draft) => {
                let recorded = store.record_visit(request, draft)?;
                (answer.visit, answer.change) = (Some(recorded.visit.id), Some(recorded.change_id));
                answer.unlocked = recorded.unlocked.iter().map(|grant| grant.id).collect();
                answer.stamps = i64::from(recorded.stamps_earned);
                format!("{recorded:?}")
            }
            Self::Redeem(grant, visit) => {
                let redeemed = store.redeem(request, *grant, *visit)?;
                (answer.visit, answer.change) = (Some(redeemed.visit_id), Some(redeemed.change_id));
                format!("{redeemed:?}")
            }
            Self::Void(visit) => taken_back(&mut answer, &store.void_visit(request, *visit)?),
            Self::Refund(visit, amount) => {
                taken_back(&mut answer, &store.refund_visit(request, *visit, *amount)?)
            }
            Self::Undo(change) => taken_back(&mut answer, &store.undo(request, *change)?),
            Self::Card(card, status) => {
                let changed = store.set_card_status(request, *card, *status)?;
                answer.change = Some(changed.change_id);
                format!("{changed:?}")
            }
            Self::Replace(card) => {
                let changed = store.replace_card(request, *card)?;
                answer.change = Some(changed.change_id);
                format!("{changed:?}")
            }
            Self::Merge(keep, merge) => {
                format!("{:?}", store.merge_members(request, *keep, *merge)?)
            }
            Self::Program(rules, from) => {
                format!("{:?}", store.save_program(request, rules, *from)?)
            }
            Self::Policy(patch) => format!("{:?}", store.update_shop(request, patch)?),
            Self::DailyRun => format!("{:?}", store.daily_run(request)?),
        };
        Ok(answer)
    }
}

fn taken_back(answer: &mut Answer, back: &TakenBack) -> String {
    answer.change = Some(back.change_id);
    answer.stamps = -back.stamps_reversed;
    format!("{back:?}")
}

/// A reward as the model knows it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Held {
    Available,
    /// Handed over at the visit with this number.
    Redeemed(usize),
    Void,
}

/// A visit as the model knows it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Came {
    pub(crate) earned: i64,
    pub(crate) left: i64,
    pub(crate) paid: i64,
    pub(crate) refunded: i64,
    pub(crate) void: bool,
}

/// One guest's stamp card, by sums alone.
#[derive(Debug, Clone, Default)]
pub(crate) struct Model {
    pub(crate) open: i64,
    pub(crate) debt: i64,
    pub(crate) clamp: bool,
    pub(crate) visits: Vec<Came>,
    /// What each reward cost and where it stands, oldest first.
    pub(crate) rewards: Vec<(i64, Held)>,
}

impl Model {
    pub(crate) fn balance(&self) -> i64 {
        self.open - self.debt
    }

    pub(crate) fn spend(&self) -> i64 {
        self.visits
            .iter()
            .filter(|visit| !visit.void)
            .map(|visit| visit.paid - visit.refunded)
            .sum()
    }

    pub(crate) fn living_visits(&self) -> usize {
        self.visits.iter().filter(|visit| !visit.void).count()
    }

    pub(crate) fn visit(&mut self, stamps: i64, paid: i64, required: i64) {
        self.visits.push(Came {
            earned: stamps,
            left: stamps,
            paid,
            refunded: 0,
            void: false,
        });
        self.open += stamps;
        self.repay();
        while self.balance() >= required {
            self.open -= required;
            self.rewards.push((required, Held::Available));
        }
    }

    pub(crate) fn redeem(&mut self, reward: usize) {
        self.visits.push(Came {
            earned: 0,
            left: 0,
            paid: 0,
            refunded: 0,
            void: false,
        });
        self.rewards[reward].1 = Held::Redeemed(self.visits.len() - 1);
    }

    pub(crate) fn void(&mut self, visit: usize) {
        self.give_back(visit);
        self.take_back(visit, self.visits[visit].left);
        self.visits[visit].void = true;
    }

    pub(crate) fn refund(&mut self, visit: usize, amount: i64) {
        let came = &mut self.visits[visit];
        came.refunded += amount;
        let whole = came.refunded == came.paid;
        let due = came.earned * came.refunded / came.paid - (came.earned - came.left);
        if whole {
            self.give_back(visit);
        }
        self.take_back(visit, due);
    }

    /// The redemption is taken back; a visit made for it goes too.
    pub(crate) fn unredeem(&mut self, reward: usize) {
        if let Held::Redeemed(visit) = self.rewards[reward].1 {
            self.rewards[reward].1 = Held::Available;
            self.visits[visit].void = true;
        }
    }

    fn give_back(&mut self, visit: usize) {
        for (_, held) in &mut self.rewards {
            if *held == Held::Redeemed(visit) {
                *held = Held::Available;
            }
        }
    }

    fn take_back(&mut self, visit: usize, stamps: i64) {
        self.visits[visit].left -= stamps;
        let mut missing = stamps;
        loop {
            let taken = missing.min(self.open);
            self.open -= taken;
            missing -= taken;
            let newest = self
                .rewards
                .iter()
                .rposition(|(_, held)| *held == Held::Available);
            let (true, Some(newest)) = (missing > 0, newest) else {
                break;
            };
            self.rewards[newest].1 = Held::Void;
            self.open += self.rewards[newest].0;
        }
        if !self.clamp {
            self.debt += missing;
        }
        self.repay();
    }

    fn repay(&mut self) {
        let repaid = self.open.min(self.debt);
        self.open -= repaid;
        self.debt -= repaid;
    }
}
