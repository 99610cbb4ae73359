//! Each message that waits says why and until when, and what the owner has asked for
//! again need not wait.

use regulars_core::{
    member::MemberDraft,
    moment::{MomentRules, ScheduleSettings, TouchChannel, Trigger},
    outbox::{
        Contact, DeliveryChannel, MessageStatus, MessageView, Next, Resolution, SendResult,
        WaitReason,
    },
};

use crate::{
    moments::rules,
    outbox::{SENT, setup, trouble},
    shop::{Shop, named},
};

const MINUTE_MS: i64 = 60_000;

impl Shop {
    /// What the message that waits waits for, and how many minutes.
    #[track_caller]
    fn wait(&self) -> (WaitReason, Option<i64>) {
        let now_ms = self.now();
        let waits = self.store.outbox_waits(now_ms).unwrap();
        let waiting = |message: &MessageView| message.status == MessageStatus::Waiting;
        let message = self.messages().into_iter().find(waiting).unwrap();
        let wait = waits.of(&message).unwrap().unwrap();
        let first = self.store.outbox_first_wait(now_ms).unwrap();
        assert_eq!(first, Some(wait), "the only one is the first");
        let minutes = |until_ms: i64| {
            let rounded = until_ms - now_ms + MINUTE_MS - 1;
            rounded.div_euclid(MINUTE_MS)
        };
        (wait.reason, wait.until_ms.map(minutes))
    }
}

#[test]
fn a_message_says_what_it_waits_for() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    assert_eq!(shop.wait(), (WaitReason::Next, Some(0)));

    shop.deliver(&SendResult::Transient(trouble("busy")));
    assert_eq!(shop.wait(), (WaitReason::BackOff, Some(1)));

    shop.at("2026-03-02 19:59");
    shop.deliver(&SendResult::Transient(trouble("busy")));
    let until_nine = 13 * 60 + 1;
    assert_eq!(
        shop.wait(),
        (WaitReason::Quiet, Some(until_nine)),
        "it would be tried in five minutes, but then it is night"
    );

    shop.store.outbox_pause(shop.ask(), true).unwrap();
    assert_eq!(shop.wait(), (WaitReason::Paused, None));
    shop.store.outbox_pause(shop.ask(), false).unwrap();

    shop.at("2026-03-03 10:00");
    shop.deliver(&SendResult::Setup(trouble("wrong_password")));
    assert_eq!(shop.wait(), (WaitReason::Held, None));
    shop.mail(true);

    let settings = shop.store.schedule_settings().unwrap();
    let off = ScheduleSettings {
        enabled: false,
        ..settings
    };
    shop.store.set_schedule_settings(shop.ask(), &off).unwrap();
    assert_eq!(shop.wait(), (WaitReason::Off, None));
    shop.store
        .set_schedule_settings(shop.ask(), &settings)
        .unwrap();

    shop.deliver(&SENT);
    assert_eq!(shop.store.outbox_first_wait(shop.now()).unwrap(), None);
}

#[test]
fn what_the_rate_keeps_back_says_so() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.guest("bela");
    shop.queue();
    shop.store.outbox_limit(shop.ask(), 1).unwrap();
    shop.deliver(&SENT);
    assert_eq!(shop.wait(), (WaitReason::Limit, Some(1)));
}

#[test]
fn what_is_asked_for_again_goes_at_once_as_far_as_the_rate_allows() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    shop.store.outbox_limit(shop.ask(), 3).unwrap();
    let begin = shop.now();
    // All at one instant, though every request moves the clock of the tests.
    let claimed = || {
        shop.at_ms(begin);
        let due = shop.due();
        shop.at_ms(begin);
        assert!(shop.claim(&due));
        due.id
    };
    for _ in 0..2 {
        let no_such_mailbox = SendResult::Permanent(trouble("no_such_mailbox"));
        let noted = shop
            .store
            .outbox_note(shop.ask(), claimed(), &no_such_mailbox);
        shop.at_ms(begin);
        shop.resolve(&noted.unwrap(), Resolution::SendAgain);
    }
    shop.at_ms(begin);
    let until_ms = Some(begin + MINUTE_MS);
    assert_eq!(shop.next(), Next::Nothing { until_ms }, "twice is enough");

    shop.at_ms(begin - MINUTE_MS);
    shop.guest("bela");
    shop.guest("cili");
    shop.queue();
    let bela = claimed();
    shop.store.outbox_note(shop.ask(), bela, &SENT).unwrap();
    shop.at_ms(begin);
    let until_ms = begin + MINUTE_MS;
    assert_eq!(shop.next(), Next::Limit { until_ms }, "that makes three");
}

#[test]
fn a_channel_that_is_mended_sends_at_once_what_met_the_trouble() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    for _ in 0..2 {
        let begin = shop.now();
        shop.deliver(&SendResult::Setup(trouble("wrong_password")));
        shop.at_ms(begin + 5_000);
        shop.store
            .outbox_try_again(shop.ask(), DeliveryChannel::Email)
            .unwrap();
        shop.at_ms(begin + 10_000);
        assert!(matches!(shop.next(), Next::Message(_)));
        shop.at_ms(begin + 2 * MINUTE_MS);
    }
}

#[test]
fn an_account_that_has_sent_enough_lets_everything_wait_and_fails_nothing() {
    let shop = Shop::mailing();
    for name in ["anna", "bela", "cili"] {
        shop.guest(name);
    }
    shop.queue();
    for _ in 0..8 {
        let refused = shop.deliver(&SendResult::Limit(trouble("smtp_limit")));
        assert_eq!(
            (refused.status, refused.attempts),
            (MessageStatus::Waiting, 0)
        );
        let until_ms = refused.next_at_ms;
        assert_eq!(until_ms, Some(refused.updated_at_ms + 60 * MINUTE_MS));
        assert_eq!(
            shop.next(),
            Next::Nothing { until_ms },
            "nobody else is tried"
        );
        for message in shop.messages() {
            assert_eq!(
                (message.code.as_str(), message.next_at_ms),
                ("smtp_limit", until_ms)
            );
        }
        shop.at_ms(until_ms.unwrap());
    }
    shop.at("2026-03-02 18:30");
    for _ in 0..3 {
        shop.deliver(&SENT);
    }
}

#[test]
fn what_is_sent_again_in_the_evening_goes_in_the_morning_however_late() {
    let shop = Shop::mailing();
    shop.guest("anna");
    shop.queue();
    let failed = shop.deliver(&SendResult::Permanent(trouble("no_such_mailbox")));
    shop.at("2026-03-20 20:30");
    shop.queue();
    shop.resolve(&failed, Resolution::SendAgain);
    let (reason, minutes) = shop.wait();
    assert_eq!(reason, WaitReason::Quiet);
    assert!(minutes.is_some_and(|minutes| minutes <= 12 * 60 + 30));
    shop.at("2026-03-21 09:00");
    assert_eq!(shop.queue(), 0);
    assert_eq!(shop.deliver(&SENT).status, MessageStatus::Sent);
}

#[test]
fn a_server_that_says_nothing_is_asked_once_a_minute_whomever_for() {
    for silence in [
        SendResult::Silent(trouble("timeout")),
        SendResult::Unreachable(trouble("dns")),
    ] {
        let shop = Shop::mailing();
        for name in ["anna", "bela", "cili"] {
            shop.guest(name);
        }
        shop.queue();
        for _ in 0..2 {
            let asked_at_ms = shop.deliver(&silence).updated_at_ms;
            let until_ms = asked_at_ms + MINUTE_MS;
            assert_eq!(
                shop.next(),
                Next::Nothing {
                    until_ms: Some(until_ms)
                }
            );
            shop.at_ms(until_ms);
        }
    }
}

#[test]
fn behind_however_many_that_are_held_the_first_one_that_goes_is_told() {
    let shop = Shop::mailing();
    for at in 0..120 {
        shop.guest(&format!("guest{at}"));
    }
    shop.queue();
    shop.deliver(&SendResult::Setup(trouble("wrong_password")));
    let by_phone = setup(true, Contact::Phone);
    shop.store
        .set_delivery_channel(shop.ask(), DeliveryChannel::Sms, &by_phone)
        .unwrap();
    shop.moment(
        "first",
        MomentRules {
            channels: vec![TouchChannel::Sms],
            ..rules(Trigger::FirstVisit)
        },
    );
    let draft = MemberDraft {
        phone: Some("+36305550101".into()),
        consent_sms: Some(true),
        ..named("Zoe")
    };
    let zoe = shop.store.enrol(shop.ask(), &draft, true).unwrap();
    shop.stamp(zoe.member_id, 1);
    shop.queue();
    let wait = shop.store.outbox_first_wait(shop.now()).unwrap().unwrap();
    assert_eq!(wait.reason, WaitReason::Next);
}
