//! Whatever happens to the outbox: no touch is sent twice unless the owner says so,
//! nor to somebody who did not agree, nor in quiet hours, nor too many at once, nor two
//! to one guest on one day where the second could wait.

use std::collections::{BTreeMap, BTreeSet};

use chrono::NaiveDate;
use proptest::{collection::vec, prelude::*};
use regulars_core::{
    Store,
    id::{ChangeId, MemberId, MomentId, TouchId},
    member::{Channel, MemberDraft},
    moment::{MomentRules, TouchChannel, TouchStatus, Trigger},
    outbox::{DeliveryChannel, Due, MessageStatus, Next, Resolution, SendResult, Trouble},
};

use crate::{
    moments::{gift, rules},
    outbox::{trouble, with_email},
    random_schedule::cases,
    shop::Shop,
};

const GUESTS: usize = 6;
const PER_MINUTE: u16 = 3;

#[derive(Debug, Clone)]
enum Step {
    Morning,
    Fill,
    Claim,
    Note(Ending),
    Crash,
    Wait { seconds: i64 },
    Pause { on: bool },
    Channel { on: bool },
    TryAgain,
    Consent { guest: usize, given: bool },
    NoMore { guest: usize, oops: bool },
    TakeBack { which: usize },
    Address { guest: usize, there: bool },
    Archive { guest: usize, away: bool },
    Merge { keep: usize, merge: usize },
    Toggle,
    Hand { which: usize, act: Hand },
    Resolve { which: usize, how: Resolution },
}

#[derive(Debug, Clone, Copy)]
enum Ending {
    Sent,
    Transient,
    Unreachable,
    Silent,
    Later,
    Limit,
    Permanent,
    Setup,
    Unsure,
}

#[derive(Debug, Clone, Copy)]
enum Hand {
    Done,
    Skip,
    Snooze,
    Fail,
    Reopen,
}

fn step() -> impl Strategy<Value = Step> {
    use prop::{bool::ANY, sample::select};
    let ending = select(vec![
        Ending::Sent,
        Ending::Transient,
        Ending::Unreachable,
        Ending::Silent,
        Ending::Later,
        Ending::Limit,
        Ending::Permanent,
        Ending::Setup,
        Ending::Unsure,
    ]);
    let hand = select(vec![
        Hand::Done,
        Hand::Skip,
        Hand::Snooze,
        Hand::Fail,
        Hand::Reopen,
    ]);
    let how = select(vec![
        Resolution::SentAfterAll,
        Resolution::SendAgain,
        Resolution::LeaveOut,
    ]);
    prop_oneof![
        4 => Just(Step::Morning),
        8 => Just(Step::Fill),
        12 => Just(Step::Claim),
        10 => ending.prop_map(Step::Note),
        2 => Just(Step::Crash),
        6 => (1..90_i64).prop_map(|seconds| Step::Wait { seconds }),
        3 => (600..40_000_i64).prop_map(|seconds| Step::Wait { seconds }),
        1 => (-4_000..-10_i64).prop_map(|seconds| Step::Wait { seconds }),
        1 => prop::bool::weighted(0.3).prop_map(|on| Step::Pause { on }),
        1 => prop::bool::weighted(0.8).prop_map(|on| Step::Channel { on }),
        2 => Just(Step::TryAgain),
        2 => (0..GUESTS, prop::bool::weighted(0.6)).prop_map(|(guest, given)| Step::Consent { guest, given }),
        3 => (0..GUESTS, ANY).prop_map(|(guest, oops)| Step::NoMore { guest, oops }),
        2 => (0..8_usize).prop_map(|which| Step::TakeBack { which }),
        1 => (0..GUESTS, ANY).prop_map(|(guest, there)| Step::Address { guest, there }),
        1 => (0..GUESTS, prop::bool::weighted(0.3)).prop_map(|(guest, away)| Step::Archive { guest, away }),
        1 => (0..GUESTS, 0..GUESTS).prop_map(|(keep, merge)| Step::Merge { keep, merge }),
        1 => Just(Step::Toggle),
        5 => (0..20_usize, hand).prop_map(|(which, act)| Step::Hand { which, act }),
        3 => (0..20_usize, how).prop_map(|(which, how)| Step::Resolve { which, how }),
    ]
}

/// On the shop's clock.
fn hour(at_ms: i64) -> u32 {
    let utc = chrono::DateTime::from_timestamp_millis(at_ms).unwrap();
    chrono::Timelike::hour(&utc.with_timezone(&chrono_tz::Europe::Budapest))
}

struct Played {
    shop: Shop,
    members: Vec<MemberId>,
    touches: BTreeSet<TouchId>,
    /// Claimed and not noted yet, by the one sender.
    in_hand: Option<Due>,
    /// Touches that must not be claimed again.
    settled: BTreeSet<TouchId>,
    withdrawals: Vec<ChangeId>,
    /// What went out, or may have: to whom, on which day, for which moment.
    went: BTreeMap<TouchId, (MemberId, NaiveDate, MomentId)>,
    /// Touches that the owner has sent again.
    asked: BTreeSet<TouchId>,
    claims: Vec<i64>,
    /// Instants from which on the clock was not set back.
    clock_from: usize,
}

impl Played {
    fn new() -> Self {
        let shop = Shop::open();
        shop.mail(true);
        shop.store.outbox_limit(shop.ask(), PER_MINUTE).unwrap();
        let by_mail = |trigger| MomentRules {
            channels: vec![TouchChannel::Email],
            ..rules(trigger)
        };
        shop.moment(
            "welcome",
            MomentRules {
                gift: gift(),
                ..by_mail(Trigger::Enrolled)
            },
        );
        shop.moment("first", by_mail(Trigger::FirstVisit));
        let members: Vec<_> = (0..GUESTS)
            .map(|at| {
                // The last one is reached only when they agree.
                let draft = MemberDraft {
                    consent_email: (at + 1 < GUESTS).then_some(true),
                    ..with_email(&format!("guest{at}"))
                };
                let id = shop
                    .store
                    .enrol(shop.ask(), &draft, true)
                    .unwrap()
                    .member_id;
                shop.stamp(id, 1);
                id
            })
            .collect();
        Self {
            shop,
            members,
            touches: BTreeSet::new(),
            in_hand: None,
            settled: BTreeSet::new(),
            withdrawals: Vec::new(),
            went: BTreeMap::new(),
            asked: BTreeSet::new(),
            claims: Vec::new(),
            clock_from: 0,
        }
    }

    fn store(&self) -> &Store {
        &self.shop.store
    }

    fn step(&mut self, step: &Step) {
        match step {
            Step::Morning => {
                if !(9..20).contains(&hour(self.shop.now())) {
                    let day = self.shop.today() + chrono::Days::new(1);
                    self.shop.at(&format!("{day} 09:30"));
                }
                for line in self.shop.run().planned {
                    assert!(self.touches.insert(line.id.unwrap()), "planned once");
                }
            }
            Step::Fill => {
                self.shop.fill();
            }
            Step::Claim => self.claim(),
            Step::Note(ending) => self.note(*ending),
            Step::Crash => {
                if let Some(due) = self.in_hand.take() {
                    self.settled.insert(due.touch.id);
                }
                self.store().outbox_recover(self.shop.ask()).unwrap();
            }
            Step::Merge { keep, merge } => self.merge(*keep, *merge),
            Step::Wait { seconds } => {
                self.shop.at_ms(self.shop.now() + seconds * 1_000);
                if *seconds < 0 {
                    self.clock_from = self.claims.len();
                }
            }
            Step::Pause { on } => {
                self.store().outbox_pause(self.shop.ask(), *on).unwrap();
            }
            Step::Channel { on } => self.shop.mail(*on),
            Step::NoMore { guest, oops } => self.no_more(self.members[*guest], *oops),
            Step::TakeBack { which } => {
                // Refused where the consent has changed since.
                if let Some(withdrawal) = self.withdrawals.get(*which) {
                    let _ = self.store().undo_consent(self.shop.ask(), *withdrawal);
                }
            }
            Step::TryAgain => {
                self.store()
                    .outbox_try_again(self.shop.ask(), DeliveryChannel::Email)
                    .unwrap();
            }
            other => self.edit(other),
        }
    }

    fn edit(&mut self, step: &Step) {
        let (shop, store) = (&self.shop, &self.shop.store);
        match step {
            Step::Consent { guest, given } => {
                store
                    .set_consent(shop.ask(), self.members[*guest], Channel::Email, *given)
                    .unwrap();
            }
            Step::Address { guest, there } => {
                let email = if *there { "new@example.com" } else { "" };
                let draft = MemberDraft {
                    email: Some(email.into()),
                    ..MemberDraft::default()
                };
                store
                    .update_member(shop.ask(), self.members[*guest], &draft, false)
                    .unwrap();
            }
            Step::Archive { guest, away } => {
                store
                    .archive_member(shop.ask(), self.members[*guest], *away)
                    .unwrap();
            }
            Step::Toggle => {
                let moment = store.moments().unwrap().remove(0);
                store
                    .enable_moment(shop.ask(), moment.id, !moment.enabled)
                    .unwrap();
            }
            Step::Hand { which, act } => {
                if let Some(touch) = self.touches.iter().nth(*which).copied() {
                    self.by_hand(touch, *act);
                }
            }
            Step::Resolve { which, how } => {
                if let Some(message) = shop.messages().get(*which) {
                    let resolved = store.outbox_resolve(shop.ask(), message.id, *how);
                    if resolved.is_ok() && *how == Resolution::SendAgain {
                        let touch = message.touch_id.unwrap();
                        self.settled.remove(&touch);
                        self.asked.insert(touch);
                        self.went.remove(&touch);
                    }
                }
            }
            _ => {}
        }
    }

    /// Two who are one: whoever is meant by the one is meant by the other from now on.
    fn merge(&mut self, keep: usize, merge: usize) {
        let (keep, merge) = (self.members[keep], self.members[merge]);
        if keep == merge {
            return;
        }
        self.shop.merge(keep, merge);
        for member in self.members.iter_mut().filter(|member| **member == merge) {
            *member = keep;
        }
        for went in self.went.values_mut().filter(|went| went.0 == merge) {
            went.0 = keep;
        }
    }

    /// Taken back at once, nothing was said, but for what would be closed today anyway
    /// and the last trouble's code.
    fn no_more(&mut self, member: MemberId, oops: bool) {
        let before = self.shop.belongings(member);
        let changed = self
            .store()
            .set_consent(self.shop.ask(), member, Channel::Email, false)
            .unwrap();
        if !changed.is_withdrawal() {
            return;
        }
        if !oops {
            self.withdrawals.push(changed.change_id);
            return;
        }
        let restored = self
            .store()
            .undo_consent(self.shop.ask(), changed.change_id)
            .unwrap();
        if restored.stayed == 0 {
            let quiet = |text: String| {
                let codes = ["busy", "rate", "dns", "timeout", "wrong_password", "quota"];
                codes.iter().fold(text, |text, code| {
                    text.replace(&format!("waiting {code} "), "waiting  ")
                })
            };
            assert_eq!(quiet(self.shop.belongings(member)), quiet(before));
        }
    }

    /// What the state does not allow is refused, and changes nothing.
    fn by_hand(&self, touch: TouchId, act: Hand) {
        let (store, ask) = (self.store(), self.shop.ask());
        let done = match act {
            Hand::Done => store.touch_done(ask, touch, None),
            Hand::Skip => store.touch_skip(ask, touch),
            Hand::Snooze => {
                let tomorrow = self.shop.today() + chrono::Days::new(1);
                store.touch_snooze(ask, touch, tomorrow)
            }
            Hand::Fail => store.touch_failed(ask, touch, "no answer"),
            Hand::Reopen => store.touch_reopen(ask, touch),
        };
        let sending = self
            .in_hand
            .as_ref()
            .is_some_and(|due| due.touch.id == touch);
        assert!(!(sending && done.is_ok()), "{act:?} while it is on its way");
    }

    fn claim(&mut self) {
        if self.in_hand.is_some() {
            return;
        }
        let now_ms = self.shop.now();
        let Next::Message(due) = self.shop.next() else {
            return;
        };
        self.shop.at_ms(now_ms);
        if !self.shop.claim(&due) {
            panic!("nothing came between: {due:?}");
        }
        assert!(!self.shop.claim(&due), "a second sender gets nothing");
        assert!(
            !self.settled.contains(&due.touch.id),
            "sent before, or perhaps: {due:?}"
        );
        let profile = self.store().profile(due.member, now_ms).unwrap();
        let agreed = |consent: &regulars_core::member::ConsentView| {
            consent.channel == Channel::Email && consent.granted
        };
        assert!(profile.consents.iter().any(agreed), "{due:?}");
        assert!(!due.recipient.is_empty());
        assert!((9..20).contains(&hour(now_ms)), "in quiet hours");
        let today = self.shop.today();
        let can_wait = self.useful_until(due.touch.id) > today;
        let has_one = self
            .went
            .iter()
            .any(|(touch, went)| *touch != due.touch.id && (went.0, went.1) == (due.member, today));
        assert!(!(can_wait && has_one), "a second one today: {due:?}");
        let moment = due.touch.moment_id;
        let told = self.went.iter().any(|(touch, went)| {
            *touch != due.touch.id && (went.0, went.2) == (due.member, moment)
        });
        assert!(
            !told || self.asked.contains(&due.touch.id),
            "the same again: {due:?}"
        );
        self.went.insert(due.touch.id, (due.member, today, moment));
        self.claims.push(now_ms);
        let recent = self.claims[self.clock_from..]
            .iter()
            .filter(|at| **at > now_ms - 60_000);
        assert!(recent.count() <= usize::from(PER_MINUTE));
        self.in_hand = Some(*due);
    }

    fn useful_until(&self, touch: TouchId) -> NaiveDate {
        let sql = "SELECT max(useful_until, coalesce(snoozed_until, useful_until)) FROM touch WHERE id = ?1";
        let day = self
            .store()
            .read(|db| Ok(db.query_row(sql, [touch], |row| row.get(0))?));
        day.unwrap()
    }

    fn note(&mut self, ending: Ending) {
        let Some(due) = self.in_hand.take() else {
            return;
        };
        let result = match ending {
            Ending::Sent => SendResult::Sent { remote_id: None },
            Ending::Transient => SendResult::Transient(trouble("busy")),
            Ending::Unreachable => SendResult::Unreachable(trouble("dns")),
            Ending::Silent => SendResult::Silent(trouble("timeout")),
            Ending::Later => SendResult::Transient(Trouble {
                retry_after_ms: Some(3_000_000),
                ..trouble("rate")
            }),
            Ending::Limit => SendResult::Limit(trouble("quota")),
            Ending::Permanent => SendResult::Permanent(trouble("no_such_mailbox")),
            Ending::Setup => SendResult::Setup(trouble("wrong_password")),
            Ending::Unsure => SendResult::Unsure(trouble("connection_lost")),
        };
        if matches!(ending, Ending::Sent | Ending::Unsure | Ending::Permanent) {
            self.settled.insert(due.touch.id);
        }
        if !matches!(ending, Ending::Sent | Ending::Unsure) {
            self.went.remove(&due.touch.id);
        }
        self.store()
            .outbox_note(self.shop.ask(), due.id, &result)
            .unwrap();
    }

    fn assert_agrees(&self) {
        let mut per_touch: BTreeMap<TouchId, u32> = BTreeMap::new();
        for message in self.shop.messages() {
            *per_touch.entry(message.touch_id.unwrap()).or_default() += 1;
            let touch = message.touch_status.unwrap();
            let agrees = match message.status {
                MessageStatus::Waiting | MessageStatus::Sending => touch == TouchStatus::Planned,
                MessageStatus::Sent => touch == TouchStatus::Done,
                MessageStatus::Failed | MessageStatus::Unsure | MessageStatus::Cancelled => true,
            };
            assert!(agrees, "{message:?}");
        }
        assert!(per_touch.values().all(|messages| *messages == 1));
        let in_hand = "SELECT count(*) FROM message WHERE status = 'sending'";
        assert_eq!(self.shop.number(in_hand), i64::from(self.in_hand.is_some()));
    }
}

proptest! {
    #![proptest_config(cases(48))]

    #[test]
    fn whatever_happens_nothing_is_sent_twice_or_where_it_may_not(steps in vec(step(), 20..90)) {
        let mut played = Played::new();
        played.step(&Step::Morning);
        played.step(&Step::Fill);
        for step in &steps {
            played.step(step);
            played.assert_agrees();
        }
        let twice = "SELECT count(*) FROM reward_grant g WHERE g.source = 'gift' AND g.status <> 'void'
                     AND NOT EXISTS (SELECT 1 FROM touch t WHERE t.grant_id = g.id)";
        prop_assert_eq!(played.shop.number(twice), 0, "a gift is given once");
        played.shop.assert_sound();
    }
}
