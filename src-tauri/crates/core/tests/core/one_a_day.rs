//! A guest gets one message a day, whatever comes together, unless it would come too
//! late tomorrow.

use regulars_core::{
    Store,
    id::MemberId,
    moment::{MomentRules, TouchChannel, Trigger},
    outbox::{Due, MessageStatus, Next, SendResult, WaitReason},
};

use crate::{
    moments::rules,
    outbox::{SENT, trouble},
    shop::{Shop, instant},
};

/// A shop with two greetings for whoever joins and buys on the same day.
fn shop(welcome_late: u32, first_late: u32) -> (Shop, MemberId) {
    let shop = Shop::open();
    shop.mail(true);
    for (code, trigger, late_days) in [
        ("welcome", Trigger::Enrolled, welcome_late),
        ("first", Trigger::FirstVisit, first_late),
    ] {
        shop.moment(
            code,
            MomentRules {
                channels: vec![TouchChannel::Email],
                late_days,
                ..rules(trigger)
            },
        );
    }
    let anna = shop.guest("anna");
    shop.stamp(anna, 1);
    // The day on which what may not be late goes, or never.
    shop.at("2026-03-03 10:00");
    shop.queue();
    (shop, anna)
}

fn moment_of(due: &Due) -> &str {
    due.touch.moment_name.trim_start_matches("The ")
}

/// What the message that waits waits for, and the instant it may go at.
fn waits(store: &Store, now_ms: i64) -> (WaitReason, Option<i64>) {
    let wait = store.outbox_first_wait(now_ms).unwrap().unwrap();
    (wait.reason, wait.until_ms)
}

#[track_caller]
fn assert_today_and_tomorrow(shop: &Shop, today: &str, tomorrow: &str) {
    assert_eq!(moment_of(&shop.due()), today);
    shop.deliver(&SENT);
    assert!(matches!(shop.next(), Next::Nothing { .. }));
    shop.at("2026-03-04 10:00");
    assert_eq!(moment_of(&shop.due()), tomorrow);
}

#[test]
fn the_second_message_to_a_guest_goes_on_the_next_day() {
    let (shop, _) = shop(7, 7);
    assert_eq!(moment_of(&shop.due()), "welcome");
    shop.deliver(&SENT);
    let tomorrow_ms = instant("2026-03-04 04:00");
    assert_eq!(
        shop.next(),
        Next::Nothing {
            until_ms: Some(tomorrow_ms)
        }
    );
    let counts = shop.store.outbox_counts(shop.now()).unwrap();
    assert_eq!((counts.waiting, counts.next_at_ms), (1, Some(tomorrow_ms)));
    let after_quiet_hours = instant("2026-03-04 09:00");
    assert_eq!(
        waits(&shop.store, shop.now()),
        (WaitReason::OneADay, Some(after_quiet_hours))
    );

    shop.at("2026-03-04 09:00");
    assert_eq!(moment_of(&shop.due()), "first");
    shop.deliver(&SENT);
}

#[test]
fn other_guests_do_not_wait_for_it() {
    let (shop, _) = shop(7, 7);
    shop.guest("bela");
    shop.queue();
    shop.deliver(&SENT);
    assert_eq!(shop.due().touch.member.name, "bela");
}

#[test]
fn what_would_come_too_late_tomorrow_goes_today_and_before_what_can_wait() {
    let (shop, _) = shop(7, 0);
    assert_today_and_tomorrow(&shop, "first", "welcome");
}

#[test]
fn two_that_cannot_wait_both_go_today() {
    let (shop, _) = shop(0, 0);
    shop.deliver(&SENT);
    assert_eq!(shop.deliver(&SENT).status, MessageStatus::Sent);
}

#[test]
fn one_that_did_not_arrive_does_not_count_and_one_in_doubt_does() {
    let (first, _) = shop(7, 7);
    first.deliver(&SendResult::Permanent(trouble("no_such_mailbox")));
    assert_eq!(moment_of(&first.due()), "first");

    let (second, _) = shop(7, 7);
    second.deliver(&SendResult::Unsure(trouble("connection_lost")));
    assert!(matches!(second.next(), Next::Nothing { .. }));
}

#[test]
fn a_sender_that_looked_before_cannot_claim_the_second_either() {
    let (shop, _) = shop(7, 7);
    let welcome = shop.due();
    assert!(shop.claim(&welcome));
    let other = Due {
        id: shop
            .messages()
            .into_iter()
            .find(|message| message.status == MessageStatus::Waiting)
            .unwrap()
            .id,
        ..welcome.clone()
    };
    assert!(!shop.claim(&other), "while the first is on its way");
    shop.store
        .outbox_note(shop.ask(), welcome.id, &SENT)
        .unwrap();
    assert!(!shop.claim(&other), "nor after it");
}

#[test]
fn after_days_off_what_has_gathered_goes_day_by_day() {
    let (shop, anna) = shop(7, 7);
    shop.moment(
        "tenth",
        MomentRules {
            channels: vec![TouchChannel::Email],
            ..rules(Trigger::NthVisit { n: 2 })
        },
    );
    shop.stamp(anna, 1);
    shop.at("2026-03-05 10:00");
    shop.queue();
    let mut sent = Vec::new();
    for day in 5..=9 {
        shop.at(&format!("2026-03-0{day} 10:00"));
        while let Next::Message(due) = shop.next() {
            sent.push((day, moment_of(&due).to_owned()));
            shop.deliver(&SENT);
        }
    }
    let days: Vec<_> = sent.iter().map(|(day, _)| *day).collect();
    assert_eq!(days, [5, 6, 7], "{sent:?}");
}

#[test]
fn what_stands_higher_in_the_list_goes_first_even_if_it_fell_due_later() {
    let (shop, _) = shop(7, 7);
    let moments = shop.store.moments().unwrap();
    shop.store
        .order_moments(shop.ask(), &[moments[1].id])
        .unwrap();
    assert_today_and_tomorrow(&shop, "first", "welcome");
}

#[test]
fn what_cannot_go_now_keeps_nothing_back_that_it_may_follow_tomorrow() {
    let (shop, _) = shop(7, 7);
    assert_eq!(moment_of(&shop.due()), "welcome");
    shop.deliver(&SendResult::Transient(trouble("busy")));
    assert_eq!(moment_of(&shop.due()), "first");
    shop.deliver(&SENT);
    shop.at("2026-03-03 11:00");
    assert!(matches!(shop.next(), Next::Nothing { .. }));
    shop.at("2026-03-04 11:00");
    assert_eq!(moment_of(&shop.due()), "welcome");
}
