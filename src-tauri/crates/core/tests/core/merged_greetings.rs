//! Of two guests who turn out to be one, the one is greeted: once, and not where either
//! of the two has withdrawn the consent.

use regulars_core::{
    id::MemberId,
    member::{Channel, MemberDraft},
    moment::{MomentRules, SkipReason, TouchChannel, TouchQuery, Trigger},
    outbox::{Next, SendResult},
};

use crate::{
    moments::{gift, rules},
    outbox::{SENT, trouble},
    shop::{Shop, named},
};

/// What the outbox has left when nothing is to be sent.
const NOTHING_LEFT: Next = Next::Nothing { until_ms: None };

#[test]
fn what_one_was_greeted_for_is_not_said_to_the_other() {
    for result in [SENT, SendResult::Unsure(trouble("connection_lost"))] {
        let shop = Shop::mailing();
        let anna = shop.guest("anna");
        let twin = shop.guest("anna.k");
        shop.queue();
        let sent = shop.deliver(&result);
        assert_eq!(sent.member.unwrap().id, anna);
        shop.merge(twin, anna);
        assert_eq!(shop.next(), NOTHING_LEFT);
        assert_eq!((shop.queue(), shop.next()), (0, NOTHING_LEFT));
        assert_eq!(shop.rewards(twin).len(), 1, "nor is there a second gift");
        let message = shop.store.message(sent.id).unwrap();
        assert_eq!(message.member.unwrap().id, twin);
    }
}

#[test]
fn what_is_on_its_way_to_one_is_not_sent_to_the_other() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    let twin = shop.guest("anna.k");
    shop.queue();
    let due = shop.due();
    assert!(shop.claim(&due));
    shop.merge(twin, anna);
    assert_eq!(shop.next(), NOTHING_LEFT);
    shop.store.outbox_note(shop.ask(), due.id, &SENT).unwrap();
    assert_eq!(shop.next(), NOTHING_LEFT);
}

#[test]
fn a_greeting_that_reaches_only_one_of_them_goes_to_both_as_one() {
    let shop = Shop::mailing();
    let anna = shop.enrol("Anna");
    let twin = shop.guest("anna.k");
    shop.queue();
    shop.at("2026-03-03 09:30");
    shop.queue();
    shop.merge(anna, twin);
    assert_eq!(shop.deliver(&SENT).member.unwrap().id, anna);
    assert_eq!(shop.rewards(anna).len(), 1);
}

#[test]
fn what_the_owner_left_out_for_one_stays_left_out() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    let twin = shop.guest("anna.k");
    shop.queue();
    let touch = shop.due().touch.id;
    shop.store.touch_skip(shop.ask(), touch).unwrap();
    shop.merge(twin, anna);
    assert_eq!(shop.next(), NOTHING_LEFT);
    assert!(shop.rewards(twin).is_empty());
    let touches = |member_id: MemberId| {
        let query = TouchQuery {
            member_id: Some(member_id),
            ..TouchQuery::default()
        };
        shop.store.touches(&query).unwrap().touches
    };
    assert_eq!(touches(twin)[0].reason, Some(SkipReason::Owner));
    assert_eq!(touches(anna)[0].reason, Some(SkipReason::MemberGone));
}

#[test]
fn nobody_calls_whom_one_of_the_two_has_told_not_to() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            channels: vec![TouchChannel::Call],
            gift: gift(),
            ..rules(Trigger::Enrolled)
        },
    );
    let anna = shop.enrol("Anna");
    for granted in [true, false] {
        shop.store
            .set_consent(shop.ask(), anna, Channel::Call, granted)
            .unwrap();
    }
    let with_phone = MemberDraft {
        phone: Some("06 30 555 0142".into()),
        ..named("Anna K.")
    };
    let twin = shop
        .store
        .enrol(shop.ask(), &with_phone, true)
        .unwrap()
        .member_id;
    shop.store
        .set_consent(shop.ask(), twin, Channel::Call, true)
        .unwrap();
    shop.run();
    let open = || shop.store.open_touches(shop.now()).unwrap();
    assert_eq!(open(), 1);
    shop.merge(anna, twin);
    assert_eq!((open(), shop.rewards(anna).len()), (0, 0));
}
