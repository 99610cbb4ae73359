//! What the app sends by itself: once, only where it may, and never again unless the
//! owner says so.

use regulars_core::{
    Code, Store,
    id::{MemberId, TouchId},
    member::{Channel, MemberDraft},
    moment::{
        MomentRules, Outcome, ScheduleSettings, SkipReason, TouchChannel, TouchStatus, TouchView,
        Trigger,
    },
    outbox::{
        ChannelSetup, Contact, Content, DeliveryChannel, Due, MessageQuery, MessageStatus,
        MessageView, Next, Resolution, SendResult, Trouble,
    },
};

use crate::{
    moments::{closed, gift, rules},
    shop::{Shop, date, instant, named, refusal},
};

pub(crate) fn setup(enabled: bool, contact: Contact) -> ChannelSetup {
    ChannelSetup {
        enabled,
        config: "{}".into(),
        contact,
    }
}

pub(crate) fn content(due: &Due) -> Content {
    Content {
        recipient: due.recipient.clone(),
        name: due.touch.member.name.clone(),
        subject: "Hello".into(),
        body: "Come by!".into(),
    }
}

pub(crate) fn trouble(code: &str) -> Trouble {
    Trouble {
        code: code.into(),
        detail: "450 try\r\nlater".into(),
        retry_after_ms: None,
    }
}

pub(crate) const SENT: SendResult = SendResult::Sent { remote_id: None };

pub(crate) fn with_email(name: &str) -> MemberDraft {
    MemberDraft {
        email: Some(format!("{name}@example.com")),
        consent_email: Some(true),
        ..named(name)
    }
}

impl Shop {
    /// A shop that welcomes by e-mail, with a gift, and sends it itself.
    pub(crate) fn mailing() -> Self {
        let shop = Self::open();
        shop.mail(true);
        shop.moment(
            "welcome",
            MomentRules {
                channels: vec![TouchChannel::Email],
                gift: gift(),
                ..rules(Trigger::Enrolled)
            },
        );
        shop
    }

    pub(crate) fn mail(&self, enabled: bool) {
        self.store
            .set_delivery_channel(
                self.ask(),
                DeliveryChannel::Email,
                &setup(enabled, Contact::Email),
            )
            .unwrap();
    }

    pub(crate) fn guest(&self, name: &str) -> MemberId {
        self.store
            .enrol(self.ask(), &with_email(name), true)
            .unwrap()
            .member_id
    }

    /// Plans and queues; how many were queued.
    pub(crate) fn queue(&self) -> u32 {
        self.run();
        self.fill()
    }

    pub(crate) fn fill(&self) -> u32 {
        self.store.outbox_fill(self.ask()).unwrap()
    }

    pub(crate) fn next(&self) -> Next {
        self.store.outbox_next(self.ask()).unwrap()
    }

    #[track_caller]
    pub(crate) fn due(&self) -> Due {
        match self.next() {
            Next::Message(due) => *due,
            other => panic!("{other:?} instead of a message"),
        }
    }

    pub(crate) fn claim(&self, due: &Due) -> bool {
        self.store
            .outbox_claim(self.ask(), due.id, &content(due))
            .unwrap()
    }

    /// Claims the next message and notes what became of it.
    #[track_caller]
    pub(crate) fn deliver(&self, result: &SendResult) -> MessageView {
        let due = self.due();
        assert!(self.claim(&due));
        self.store.outbox_note(self.ask(), due.id, result).unwrap()
    }

    pub(crate) fn resolve(&self, message: &MessageView, resolution: Resolution) -> MessageView {
        self.store
            .outbox_resolve(self.ask(), message.id, resolution)
            .unwrap()
    }

    pub(crate) fn messages(&self) -> Vec<MessageView> {
        let all = MessageQuery::default();
        self.store.outbox_list(&all).unwrap().messages
    }

    fn status(&self, touch: TouchId) -> TouchStatus {
        self.store.touch(touch).unwrap().status
    }
}

const NOTHING_LEFT: Next = Next::Nothing { until_ms: None };

#[test]
fn a_message_goes_out_once_and_its_touch_is_done() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    assert_eq!((shop.queue(), shop.fill()), (1, 0));
    let due = shop.due();
    assert_eq!(
        (due.recipient.as_str(), due.member),
        ("anna@example.com", anna)
    );
    assert!(shop.claim(&due));
    assert!(!shop.claim(&due), "somebody else has it");
    assert_eq!(shop.next(), NOTHING_LEFT);
    let sent = SendResult::Sent {
        remote_id: Some("<1@mail>".into()),
    };
    let message = shop.store.outbox_note(shop.ask(), due.id, &sent).unwrap();
    assert_eq!(
        (
            message.status,
            message.attempts,
            message.remote_id.as_deref()
        ),
        (MessageStatus::Sent, 1, Some("<1@mail>"))
    );
    assert_eq!(shop.status(due.touch.id), TouchStatus::Done);
    assert_eq!((shop.queue(), shop.next()), (0, NOTHING_LEFT));
    shop.store
        .touch_done(shop.ask(), due.touch.id, Some(Outcome::Came))
        .unwrap();
    assert_eq!(
        refusal(shop.store.touch_reopen(shop.ask(), due.touch.id)),
        Code::TouchSent
    );
    assert_eq!(
        refusal(shop.store.outbox_note(shop.ask(), due.id, &SENT)),
        Code::MessageClosed
    );
    let counts = shop.store.outbox_counts(shop.now()).unwrap();
    assert_eq!((counts.sent_today, counts.waiting), (1, 0));
}

#[test]
fn with_nothing_to_do_nothing_is_written() {
    let shop = Shop::mailing();
    shop.run();
    let before = shop.picture();
    assert_eq!((shop.fill(), shop.next()), (0, NOTHING_LEFT));
    assert_eq!(shop.store.outbox_recover(shop.ask()).unwrap(), 0);
    assert_eq!(shop.picture(), before);
    shop.mail(false);
    shop.guest("anna");
    assert_eq!(shop.queue(), 0, "a channel that is off sends nothing");
}

#[test]
fn a_claim_asked_for_again_is_the_first_one() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    let due = shop.due();
    let request = shop.ask();
    for _ in 0..2 {
        let claimed = shop.store.outbox_claim(request, due.id, &content(&due));
        assert!(claimed.unwrap());
    }
    assert_eq!(shop.messages()[0].attempts, 1);
}

#[test]
fn the_change_log_keeps_nobodys_name_address_or_text() {
    let shop = Shop::mailing();
    shop.guest("anna");
    let run = shop.ask();
    let planned = shop.store.run_schedule(run, None).unwrap();
    assert_eq!(shop.store.run_schedule(run, None).unwrap(), planned);
    shop.fill();
    let due = shop.due();
    let claim = shop.ask();
    let claimed = |content: &Content| shop.store.outbox_claim(claim, due.id, content);
    assert!(claimed(&content(&due)).unwrap());
    let other = Content {
        body: "Something else".into(),
        ..content(&due)
    };
    assert_eq!(refusal(claimed(&other)), Code::RequestReused);
    let refused = SendResult::Permanent(Trouble {
        detail: "550 <anna@example.com> unknown".into(),
        ..trouble("no_such_mailbox")
    });
    let note = shop.ask();
    let failed = shop.store.outbox_note(note, due.id, &refused).unwrap();
    assert_eq!(failed.recipient, "anna@example.com");
    let again = shop.store.outbox_note(note, due.id, &refused).unwrap();
    assert_eq!(again, failed);
    shop.resolve(&failed, Resolution::SendAgain);
    shop.deliver(&SENT);
    let personal = "SELECT count(*) FROM change
        WHERE (op LIKE 'outbox.%' OR op = 'schedule.run')
          AND (lower(payload || result) LIKE '%anna%' OR payload || result LIKE '%Come by%'
               OR payload || result LIKE '%550%')";
    assert_eq!(shop.number(personal), 0);
    assert!(shop.number("SELECT count(*) FROM change WHERE op LIKE 'outbox.%'") > 5);
}

#[test]
fn an_interrupted_message_is_never_sent_again_by_itself() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    let due = shop.due();
    assert!(shop.claim(&due));
    for act in [
        shop.store.touch_done(shop.ask(), due.touch.id, None),
        shop.store.touch_skip(shop.ask(), due.touch.id),
        shop.store
            .touch_snooze(shop.ask(), due.touch.id, date("2026-03-04")),
        shop.store.touch_reopen(shop.ask(), due.touch.id),
    ] {
        assert_eq!(refusal(act), Code::TouchSending);
    }
    // The power fails; the app starts again.
    assert_eq!(shop.store.outbox_recover(shop.ask()).unwrap(), 1);
    let doubtful = shop.messages().remove(0);
    assert_eq!(
        (doubtful.status, doubtful.code.as_str()),
        (MessageStatus::Unsure, "interrupted")
    );
    assert_eq!((shop.queue(), shop.next()), (0, NOTHING_LEFT));
    shop.at("2026-04-20 10:00");
    assert_eq!(closed(&shop.run()), [], "the owner has not seen it yet");
    assert_eq!(shop.store.outbox_counts(shop.now()).unwrap().unsure, 1);

    let again = shop.resolve(&doubtful, Resolution::SendAgain);
    assert_eq!(again.status, MessageStatus::Waiting);
    assert_eq!(shop.deliver(&SENT).status, MessageStatus::Sent);
    assert_eq!(shop.next(), NOTHING_LEFT);
}

#[test]
fn a_doubtful_message_is_decided_about_and_the_decision_taken_back() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    shop.queue();
    let doubtful = shop.deliver(&SendResult::Unsure(trouble("connection_lost")));
    let touch = doubtful.touch_id.unwrap();

    let sent = shop.resolve(&doubtful, Resolution::SentAfterAll);
    assert_eq!(
        (sent.status, shop.status(touch)),
        (MessageStatus::Sent, TouchStatus::Done)
    );
    assert_eq!(
        refusal(
            shop.store
                .outbox_resolve(shop.ask(), sent.id, Resolution::SendAgain)
        ),
        Code::MessageClosed
    );
    shop.store.touch_reopen(shop.ask(), touch).unwrap();
    assert_eq!(shop.messages()[0].status, MessageStatus::Unsure);

    shop.resolve(&doubtful, Resolution::LeaveOut);
    assert_eq!(shop.status(touch), TouchStatus::Skipped);
    assert!(shop.rewards(anna).is_empty(), "its gift is taken back");
    shop.store.touch_reopen(shop.ask(), touch).unwrap();
    assert_eq!(shop.rewards(anna).len(), 1);
    assert_eq!((shop.queue(), shop.next()), (0, NOTHING_LEFT));
    assert_eq!(shop.store.outbox_counts(shop.now()).unwrap().unsure, 1);
}

#[test]
fn a_guest_reached_another_way_was_sent_nothing_and_that_is_taken_back_whole() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    shop.queue();
    let told = shop.rewards(anna);
    let failed = shop.deliver(&SendResult::Permanent(trouble("bad_address")));
    let touch = failed.touch_id.unwrap();
    let before = shop.store.touch(touch).unwrap();
    for resolution in [Resolution::SentAfterAll, Resolution::LeaveOut] {
        let decided = shop.resolve(&failed, resolution);
        assert_eq!(decided.status, MessageStatus::Failed);
        let counts = shop.store.outbox_counts(shop.now()).unwrap();
        assert_eq!((counts.sent_today, counts.failed), (0, 0));
        if resolution == Resolution::SentAfterAll {
            let done = shop.store.touch(touch).unwrap();
            assert_eq!(
                (done.status, done.outcome),
                (TouchStatus::Done, Some(Outcome::Reached))
            );
            assert_eq!(shop.rewards(anna), told, "the guest was told of the gift");
        }
        shop.store.touch_reopen(shop.ask(), touch).unwrap();
        assert_eq!(shop.store.message(failed.id).unwrap(), failed);
        let after = shop.store.touch(touch).unwrap();
        let decided_at_ms = after.decided_at_ms;
        assert_eq!(
            after,
            TouchView {
                decided_at_ms,
                ..before.clone()
            }
        );
        assert!(shop.rewards(anna).is_empty());
        assert_eq!(shop.store.outbox_counts(shop.now()).unwrap().failed, 1);
    }
}

#[test]
fn a_passing_trouble_is_tried_six_times_later_each_time() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    let quiet = ScheduleSettings {
        quiet_from_minute: 0,
        quiet_to_minute: 0,
        ..shop.store.schedule_settings().unwrap()
    };
    shop.store
        .set_schedule_settings(shop.ask(), &quiet)
        .unwrap();
    shop.queue();
    let busy = SendResult::Transient(trouble("busy"));
    for (attempt, minutes) in (1..).zip([1, 5, 30, 120, 360]) {
        let message = shop.deliver(&busy);
        assert_eq!(
            (message.status, message.attempts),
            (MessageStatus::Waiting, attempt)
        );
        assert_eq!(message.detail, "450 try  later", "kept on one line");
        let at_ms = message.next_at_ms.unwrap();
        assert_eq!(at_ms, message.updated_at_ms + minutes * 60_000);
        let until_ms = Some(at_ms);
        shop.at_ms(at_ms - 1);
        assert_eq!(shop.next(), Next::Nothing { until_ms });
        shop.at_ms(at_ms);
    }
    let message = shop.deliver(&busy);
    assert_eq!(
        (message.status, message.attempts),
        (MessageStatus::Failed, 6)
    );
    let touch = shop.store.touch(message.touch_id.unwrap()).unwrap();
    assert_eq!(
        (touch.status, touch.failure.as_str()),
        (TouchStatus::Failed, "busy")
    );
    assert!(shop.rewards(anna).is_empty(), "nobody was told of the gift");
    assert_eq!((shop.queue(), shop.next()), (0, NOTHING_LEFT));

    shop.resolve(&message, Resolution::SendAgain);
    assert_eq!(shop.rewards(anna).len(), 1);
    assert_eq!(shop.deliver(&SENT).attempts, 1);
}

#[test]
fn hours_without_internet_use_up_no_attempt() {
    let shop = Shop::mailing();
    shop.guest("anna");
    let quiet = ScheduleSettings {
        quiet_from_minute: 0,
        quiet_to_minute: 0,
        ..shop.store.schedule_settings().unwrap()
    };
    shop.store
        .set_schedule_settings(shop.ask(), &quiet)
        .unwrap();
    shop.queue();
    let offline = SendResult::Unreachable(trouble("dns"));
    let mut message = shop.deliver(&offline);
    for _ in 0..5 * 12 {
        assert_eq!(
            (message.status, message.attempts),
            (MessageStatus::Waiting, 0)
        );
        let at_ms = message.next_at_ms.unwrap();
        assert_eq!(at_ms, message.updated_at_ms + 5 * 60_000);
        shop.at_ms(at_ms);
        message = shop.deliver(&offline);
    }
    shop.at_ms(message.next_at_ms.unwrap());
    let sent = shop.deliver(&SENT);
    assert_eq!((sent.status, sent.attempts), (MessageStatus::Sent, 1));
}

#[test]
fn the_other_side_may_ask_for_more_time_but_not_for_too_much() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    let slow = |minutes: i64| {
        SendResult::Transient(Trouble {
            retry_after_ms: Some(minutes * 60_000),
            ..trouble("rate")
        })
    };
    let message = shop.deliver(&slow(10));
    assert_eq!(
        message.next_at_ms,
        Some(message.updated_at_ms + 10 * 60_000)
    );
    let touch = shop.store.touch(message.touch_id.unwrap()).unwrap();
    shop.at(&format!("{} 19:50", touch.useful_until));
    let message = shop.deliver(&slow(12 * 60));
    assert_eq!(message.status, MessageStatus::Failed);
}

#[test]
fn a_wrong_recipient_fails_at_once_and_by_hand_it_can_still_be_done() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    let message = shop.deliver(&SendResult::Permanent(trouble("no_such_mailbox")));
    let touch = message.touch_id.unwrap();
    assert_eq!(
        (message.status, shop.status(touch)),
        (MessageStatus::Failed, TouchStatus::Failed)
    );
    assert_eq!(shop.store.outbox_counts(shop.now()).unwrap().failed, 1);
    shop.store.touch_reopen(shop.ask(), touch).unwrap();
    assert_eq!((shop.queue(), shop.next()), (0, NOTHING_LEFT));
    shop.store.touch_done(shop.ask(), touch, None).unwrap();
    let undecided = MessageQuery {
        undecided: true,
        ..MessageQuery::default()
    };
    assert_eq!(shop.store.outbox_list(&undecided).unwrap().total, 0);
}

#[test]
fn a_corrected_address_is_known_to_the_message_and_gets_it() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    shop.queue();
    let before = shop.deliver(&SendResult::Permanent(trouble("bad_address")));
    assert_eq!(before.recipient, before.address);
    let draft = MemberDraft {
        email: Some("anna.k@example.com".into()),
        ..MemberDraft::default()
    };
    shop.store
        .update_member(shop.ask(), anna, &draft, false)
        .unwrap();
    let after = shop.store.message(before.id).unwrap();
    assert_eq!(
        (after.contact, after.address.as_str(), &after.recipient),
        (Contact::Email, "anna.k@example.com", &before.recipient)
    );
    shop.resolve(&after, Resolution::SendAgain);
    assert_eq!(shop.due().recipient, "anna.k@example.com");
}

#[test]
fn a_wrong_password_holds_the_channel_and_no_message_fails() {
    let shop = Shop::mailing();
    for at in 0..5 {
        shop.guest(&format!("guest{at}"));
    }
    assert_eq!(shop.queue(), 5);
    let first = shop.deliver(&SendResult::Setup(trouble("wrong_password")));
    assert_eq!((first.status, first.attempts), (MessageStatus::Waiting, 0));
    assert_eq!(shop.next(), NOTHING_LEFT);
    let counts = shop.store.outbox_counts(shop.now()).unwrap();
    assert_eq!((counts.waiting, counts.failed), (5, 0));
    assert_eq!(counts.held[0].code, "wrong_password");
    shop.store
        .outbox_try_again(shop.ask(), DeliveryChannel::Email)
        .unwrap();
    shop.deliver(&SendResult::Setup(trouble("wrong_password")));
    shop.mail(true);
    for _ in 0..20 {
        match shop.next() {
            Next::Message(due) => {
                assert!(shop.claim(&due));
                shop.store.outbox_note(shop.ask(), due.id, &SENT).unwrap();
            }
            _ => break,
        }
        shop.at_ms(shop.now() + 60_000);
    }
    assert_eq!(shop.store.outbox_counts(shop.now()).unwrap().sent_today, 5);
}

#[test]
fn a_test_tells_whether_the_settings_work_and_is_never_tried_again() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    shop.deliver(&SendResult::Setup(trouble("wrong_password")));
    shop.at("2026-03-02 23:00");
    let test = || {
        let owner = Content {
            recipient: "owner@example.com".into(),
            name: "Owner".into(),
            subject: "Test".into(),
            body: "It works.".into(),
        };
        shop.store
            .outbox_test(shop.ask(), DeliveryChannel::Email, &owner)
            .unwrap()
    };
    let failed =
        shop.store
            .outbox_note(shop.ask(), test(), &SendResult::Transient(trouble("busy")));
    assert_eq!(failed.unwrap().status, MessageStatus::Failed);
    let held = || shop.store.outbox_counts(shop.now()).unwrap().held.len();
    assert_eq!(held(), 1);
    shop.store.outbox_note(shop.ask(), test(), &SENT).unwrap();
    assert_eq!(held(), 0, "what works may send");
    let interrupted = test();
    shop.store.outbox_recover(shop.ask()).unwrap();
    let message = shop.store.message(interrupted).unwrap();
    assert_eq!(message.status, MessageStatus::Failed);
    assert_eq!(
        shop.store.outbox_counts(shop.now()).unwrap().failed,
        0,
        "there is nothing to decide about a test"
    );
}

#[test]
fn a_touch_taken_in_hand_is_not_sent_and_undone_it_is_queued_again() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    let touch = shop.due().touch.id;
    let store: &Store = &shop.store;
    let by_hand: [&dyn Fn(); 3] = [
        &|| drop(store.touch_done(shop.ask(), touch, None).unwrap()),
        &|| drop(store.touch_skip(shop.ask(), touch).unwrap()),
        &|| {
            drop(
                store
                    .touch_snooze(shop.ask(), touch, date("2026-03-05"))
                    .unwrap(),
            );
        },
    ];
    for act in by_hand {
        act();
        assert_eq!((shop.fill(), shop.next()), (0, NOTHING_LEFT));
        assert_eq!(shop.messages()[0].status, MessageStatus::Cancelled);
        store.touch_reopen(shop.ask(), touch).unwrap();
        assert_eq!(shop.fill(), 1);
        shop.due();
    }
    store
        .touch_snooze(shop.ask(), touch, date("2026-03-05"))
        .unwrap();
    shop.at("2026-03-05 09:00");
    assert_eq!(shop.queue(), 1, "its day has come");
    shop.deliver(&SENT);
    assert_eq!(shop.messages().len(), 1);
}

#[test]
fn a_channel_switched_off_leaves_the_touches_to_the_owner() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    shop.mail(false);
    assert_eq!((shop.queue(), shop.next()), (0, NOTHING_LEFT));
    let inbox = shop.store.inbox(shop.now()).unwrap();
    let touch = &inbox.groups[0].touches[0];
    assert_eq!(
        touch.message.as_ref().unwrap().status,
        MessageStatus::Cancelled
    );
    shop.mail(true);
    assert_eq!(shop.queue(), 1);
    shop.deliver(&SENT);
}

#[test]
fn what_was_on_its_way_as_its_channel_went_off_waits_for_it_as_all_others() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    let due = shop.due();
    assert!(shop.claim(&due));
    shop.mail(false);
    let noted = shop
        .store
        .outbox_note(shop.ask(), due.id, &SendResult::Transient(trouble("busy")))
        .unwrap();
    assert_eq!(
        (noted.status, noted.code.as_str()),
        (MessageStatus::Cancelled, "channel_off")
    );
    shop.mail(true);
    assert_eq!(shop.queue(), 1);
    shop.at_ms(shop.now() + 120_000);
    shop.deliver(&SENT);
}

#[test]
fn a_server_that_leaves_two_messages_in_doubt_gets_no_third() {
    let shop = Shop::mailing();
    for at in 0..3 {
        shop.guest(&format!("guest{at}"));
    }
    shop.queue();
    let unsure = || SendResult::Unsure(trouble("smtp_no_answer"));
    shop.deliver(&unsure());
    assert!(matches!(shop.next(), Next::Message(_)), "one tells nothing");
    shop.deliver(&unsure());
    assert_eq!(shop.next(), NOTHING_LEFT);
    let state = shop.store.delivery_channel(DeliveryChannel::Email).unwrap();
    assert_eq!(state.held.unwrap().code, "smtp_no_answer");
    let doubtful = shop.messages()[0].id;
    shop.store
        .outbox_resolve(shop.ask(), doubtful, Resolution::SendAgain)
        .unwrap();
    shop.deliver(&SENT);
    shop.deliver(&SENT);
    shop.assert_sound();
}

#[test]
fn what_the_app_sends_waits_for_nobody() {
    let shop = Shop::mailing();
    shop.guest("anna");
    let open = || shop.store.open_touches(shop.now()).unwrap();
    assert_eq!(open(), 0, "it is about to be queued");
    let by_hand = || shop.store.inbox_by_hand(shop.now()).unwrap();
    assert_eq!((by_hand().total, by_hand().groups.len()), (0, 0));
    shop.queue();
    assert_eq!(open(), 0);
    shop.mail(false);
    assert_eq!(open(), 1, "nobody else does it");
    assert_eq!(by_hand().groups[0].touches.len(), 1);
    shop.mail(true);
    shop.queue();
    shop.deliver(&SendResult::Unsure(trouble("timeout")));
    assert_eq!(open(), 0, "it counts among the doubtful");
    assert_eq!(shop.store.outbox_counts(shop.now()).unwrap().unsure, 1);
}

#[test]
fn who_withdraws_consent_is_left_out_at_once() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    shop.queue();
    let due = shop.due();
    shop.store
        .set_consent(shop.ask(), anna, Channel::Email, false)
        .unwrap();
    let touch = shop.store.touch(due.touch.id).unwrap();
    assert_eq!(touch.reason, Some(SkipReason::NoConsent));
    assert!(shop.rewards(anna).is_empty());
    assert!(!shop.claim(&due));
    assert_eq!(shop.messages()[0].code, "no_consent");
    shop.store
        .set_consent(shop.ask(), anna, Channel::Email, true)
        .unwrap();
    assert_eq!((shop.queue(), shop.next()), (0, NOTHING_LEFT));
}

#[test]
fn a_message_whose_reason_has_gone_is_left_out_with_it() {
    let reason = |spoil: &dyn Fn(&Shop, MemberId)| {
        let shop = Shop::mailing();
        let anna = shop.guest("anna");
        shop.queue();
        let due = shop.due();
        spoil(&shop, anna);
        assert!(!shop.claim(&due));
        assert_eq!(shop.next(), NOTHING_LEFT);
        assert_eq!(shop.messages()[0].status, MessageStatus::Cancelled);
        shop.store.touch(due.touch.id).unwrap().reason.unwrap()
    };
    let edit = |shop: &Shop, member, draft: &MemberDraft| {
        shop.store
            .update_member(shop.ask(), member, draft, false)
            .unwrap();
    };
    assert_eq!(
        reason(&|shop, anna| {
            shop.store.archive_member(shop.ask(), anna, true).unwrap();
        }),
        SkipReason::MemberGone
    );
    assert_eq!(
        reason(&|shop, anna| {
            let blank = MemberDraft {
                email: Some(String::new()),
                ..MemberDraft::default()
            };
            edit(shop, anna, &blank);
        }),
        SkipReason::NoContact
    );
    assert_eq!(
        reason(&|shop, _| {
            let moment = shop.store.moments().unwrap()[0].id;
            shop.store.enable_moment(shop.ask(), moment, false).unwrap();
        }),
        SkipReason::MomentOff
    );
    assert_eq!(
        reason(&|shop, _| {
            shop.at("2026-03-20 10:00");
        }),
        SkipReason::TooLate
    );
}

#[test]
fn a_message_follows_its_member_and_a_new_address_is_asked_for_again() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    shop.queue();
    let due = shop.due();
    let moved = MemberDraft {
        email: Some("new@example.com".into()),
        ..MemberDraft::default()
    };
    shop.store
        .update_member(shop.ask(), anna, &moved, false)
        .unwrap();
    assert!(!shop.claim(&due), "not to the old address");
    let other = shop.enrol("Anna K.");
    shop.merge(other, anna);
    let due = shop.due();
    assert_eq!(
        (due.member, due.recipient.as_str()),
        (other, "new@example.com")
    );
    assert!(shop.claim(&due));
    shop.store.outbox_note(shop.ask(), due.id, &SENT).unwrap();
}

#[test]
fn nothing_is_sent_while_paused_or_while_the_schedule_is_off() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    let due = shop.due();
    shop.store.outbox_pause(shop.ask(), true).unwrap();
    assert_eq!(shop.next(), Next::Paused);
    assert!(!shop.claim(&due));
    shop.store.outbox_pause(shop.ask(), false).unwrap();
    let off = ScheduleSettings {
        enabled: false,
        ..shop.store.schedule_settings().unwrap()
    };
    shop.store.set_schedule_settings(shop.ask(), &off).unwrap();
    assert_eq!(shop.next(), NOTHING_LEFT);
    assert!(!shop.claim(&due));
}

#[test]
fn no_more_are_sent_in_a_minute_than_allowed() {
    let shop = Shop::mailing();
    for at in 0..4 {
        shop.guest(&format!("guest{at}"));
    }
    shop.queue();
    shop.store.outbox_limit(shop.ask(), 2).unwrap();
    let begin = shop.now();
    let claimed: Vec<_> = (0..2)
        .map(|_| {
            let due = shop.due();
            shop.at_ms(begin);
            assert!(shop.claim(&due));
            shop.at_ms(begin);
            due.id
        })
        .collect();
    let until_ms = begin + 60_000;
    assert_eq!(shop.next(), Next::Limit { until_ms });
    for id in claimed {
        shop.store.outbox_note(shop.ask(), id, &SENT).unwrap();
    }
    shop.at_ms(until_ms - 1);
    assert_eq!(shop.next(), Next::Limit { until_ms });
    shop.at_ms(until_ms);
    shop.due();
    let wrong = shop.store.outbox_limit(shop.ask(), 601);
    assert_eq!(refusal(wrong), Code::OutOfRange);
}

#[test]
fn a_clock_set_back_neither_stops_the_outbox_nor_sends_twice() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.guest("bela");
    shop.store.outbox_limit(shop.ask(), 1).unwrap();
    shop.queue();
    shop.deliver(&SENT);
    shop.at("2025-03-01 10:00");
    assert_eq!(shop.next(), NOTHING_LEFT, "due in a year");
    shop.at("2026-03-02 09:30");
    shop.deliver(&SendResult::Transient(trouble("busy")));
    shop.at("2026-03-02 09:10");
    let next = shop.next();
    assert!(
        matches!(next, Next::Nothing { until_ms: Some(_) }),
        "{next:?}"
    );
    shop.at("2026-03-02 10:00");
    shop.deliver(&SENT);
    assert_eq!((shop.queue(), shop.next()), (0, NOTHING_LEFT));
}

#[test]
fn quiet_hours_are_those_of_the_clock_on_the_wall() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.at("2026-03-02 20:00");
    shop.queue();
    let until_ms = instant("2026-03-03 09:00");
    assert_eq!(shop.next(), Next::Quiet { until_ms });
    shop.at("2026-03-03 08:59");
    assert_eq!(shop.next(), Next::Quiet { until_ms });
    shop.at("2026-03-03 09:00");
    let due = shop.due();
    shop.at("2026-03-03 20:00");
    assert!(!shop.claim(&due), "it has become late meanwhile");

    // Summer time begins at 02:00 on 29 March, and ends at 03:00 on 25 October.
    for (evening, morning, hours) in [
        ("2026-03-28 20:00", "2026-03-29 09:00", 12),
        ("2026-10-24 20:00", "2026-10-25 09:00", 14),
    ] {
        let shop = Shop::mailing();
        shop.at(evening).guest("anna");
        shop.at(evening).queue();
        let until_ms = instant(morning);
        assert_eq!(until_ms, instant(evening) + hours * 3_600_000);
        assert_eq!(shop.next(), Next::Quiet { until_ms });
    }
    // The end of the quiet hours falls into the hour that is left out.
    let shop = Shop::mailing();
    let skipped = ScheduleSettings {
        quiet_from_minute: 60,
        quiet_to_minute: 150,
        ..shop.store.schedule_settings().unwrap()
    };
    shop.store
        .set_schedule_settings(shop.ask(), &skipped)
        .unwrap();
    shop.at("2026-03-28 12:00").guest("anna");
    shop.queue();
    shop.at("2026-03-29 01:30");
    let until_ms = instant("2026-03-29 03:00");
    assert_eq!(shop.next(), Next::Quiet { until_ms });
}

#[test]
fn texts_go_to_the_phone_or_to_the_messenger_as_the_shop_writes() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            channels: vec![TouchChannel::Sms, TouchChannel::Counter],
            ..rules(Trigger::Enrolled)
        },
    );
    let text = |contact| {
        shop.store
            .set_delivery_channel(shop.ask(), DeliveryChannel::Sms, &setup(true, contact))
    };
    text(Contact::Messenger).unwrap();
    assert_eq!(refusal(text(Contact::Email)), Code::OutOfRange);
    let guest = |name: &str, phone: &str, messenger: &str| {
        let draft = MemberDraft {
            phone: Some(phone.into()),
            messenger: Some(messenger.into()),
            consent_sms: Some(true),
            ..named(name)
        };
        shop.store.enrol(shop.ask(), &draft, true).unwrap()
    };
    guest("Anna", "+36 30 555 0142", " 77 ");
    guest("Béla", "+36 30 555 0143", "");
    let channels: Vec<_> = shop.run().planned.iter().map(|line| line.channel).collect();
    assert_eq!(
        channels,
        [Some(TouchChannel::Sms), Some(TouchChannel::Counter)]
    );
    assert_eq!(shop.fill(), 1);
    assert_eq!(shop.due().recipient, "77");
    assert_eq!(shop.messages()[0].address, "77");
    text(Contact::Phone).unwrap();
    assert_eq!(shop.due().recipient, "+36305550142");
}

#[test]
fn an_address_in_a_messenger_moves_along_when_members_merge() {
    let shop = Shop::open();
    let draft = MemberDraft {
        messenger: Some(" 4711 ".into()),
        ..named("Anna")
    };
    let twin = shop.store.enrol(shop.ask(), &draft, true).unwrap();
    let anna = shop.enrol("Anna K.");
    shop.merge(anna, twin.member_id);
    assert_eq!(shop.store.member(anna).unwrap().messenger, "4711");
    let long = MemberDraft {
        messenger: Some("x".repeat(65)),
        ..MemberDraft::default()
    };
    assert_eq!(
        refusal(shop.store.update_member(shop.ask(), anna, &long, false)),
        Code::TextTooLong
    );
}
