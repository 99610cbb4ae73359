//! Gifts that come with a greeting: once, and without stamps.

use regulars_core::{
    member::{Birthday, MemberDraft},
    moment::{MomentRules, Outcome, SkipReason, TouchChannel, TouchStatus, Trigger},
    outbox::{Resolution, SendResult},
};

use crate::{
    moments::{closed, gift, rules},
    outbox::trouble,
    shop::{Shop, date, named},
};

#[test]
fn a_birthday_entered_just_before_is_greeted_without_a_gift_this_year() {
    let shop = Shop::open();
    shop.moment(
        "birthday",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Birthday)
        },
    );
    let new = shop.born("New", 3, 31); // 29 days ahead
    let known = shop.born("Known", 4, 1); // 30 days ahead
    shop.run();
    assert_eq!(shop.run_on("2026-03-31"), ["birthday New 2026 2026-03-31"]);
    assert!(shop.rewards(new).is_empty());
    shop.run_on("2026-04-01");
    assert_eq!(shop.rewards(known).len(), 1);
    shop.run_on("2027-03-31");
    assert_eq!(shop.rewards(new).len(), 1, "next year it earns one");
}

#[test]
fn a_changed_birthday_counts_as_newly_entered() {
    let shop = Shop::open();
    shop.moment(
        "birthday",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Birthday)
        },
    );
    let anna = shop.born("Anna", 8, 1);
    let moved = |month, day| MemberDraft {
        birthday: Some(Birthday {
            month,
            day,
            year: Some(1990),
        }),
        ..MemberDraft::default()
    };
    shop.at("2026-07-20 09:00");
    shop.store
        .update_member(shop.ask(), anna, &moved(8, 1), false)
        .unwrap();
    shop.run();
    shop.run_on("2026-08-01");
    assert_eq!(shop.rewards(anna).len(), 1, "only the year was added");
    shop.at("2027-05-01 09:00");
    shop.store
        .update_member(shop.ask(), anna, &moved(5, 15), false)
        .unwrap();
    shop.run();
    assert_eq!(shop.run_on("2027-05-15"), ["birthday Anna 2027 2027-05-15"]);
    assert!(shop.rewards(anna).is_empty());
}

#[test]
fn a_gift_is_given_once_and_taken_back_when_the_touch_is_left_out() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Enrolled)
        },
    );
    let anna = shop.enrol("Anna");
    let id = shop.run().planned[0].id.unwrap();
    let given = shop.rewards(anna);
    assert_eq!(given.len(), 1);
    assert_eq!(given[0].expires_on, Some(date("2026-03-16")));
    assert_eq!(shop.balance(anna), 0);
    shop.store.touch_skip(shop.ask(), id).unwrap();
    assert!(shop.rewards(anna).is_empty());
    let view = shop.store.touch_reopen(shop.ask(), id).unwrap();
    assert_eq!(
        (view.status, shop.rewards(anna).len()),
        (TouchStatus::Planned, 1)
    );
    shop.redeem(shop.reward(anna)).unwrap();
    shop.store.touch_skip(shop.ask(), id).unwrap();
    shop.store.touch_reopen(shop.ask(), id).unwrap();
    assert!(
        shop.rewards(anna).is_empty(),
        "a gift that was used is not given again"
    );
}

#[test]
fn taking_stamps_back_leaves_a_gift_alone() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Enrolled)
        },
    );
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 10).visit.id;
    let card = shop.reward(anna);
    shop.run();
    assert_eq!(shop.rewards(anna).len(), 2);
    shop.redeem(card).unwrap();
    shop.void(visit);
    let left = shop.rewards(anna);
    assert_eq!(
        (left.len(), left[0].reward_name.as_str()),
        (1, "Slice of cake")
    );
    assert_eq!(
        shop.balance(anna),
        -10,
        "the stamps are owed, the gift stays"
    );
}

#[test]
fn an_unused_gift_expires_without_returning_stamps() {
    let shop = Shop::open();
    shop.moment(
        "welcome",
        MomentRules {
            gift: gift(),
            ..rules(Trigger::Enrolled)
        },
    );
    let anna = shop.enrol("Anna");
    shop.run();
    shop.at("2026-03-17 09:00");
    assert_eq!(shop.daily_run().grants_expired, 1);
    assert_eq!((shop.balance(anna), shop.rewards(anna).len()), (0, 0));
}

#[test]
fn a_gift_nobody_was_told_of_goes_with_its_touch_but_not_at_the_counter() {
    let shop = Shop::open();
    let away = |channel| MomentRules {
        gift: gift(),
        channels: vec![channel],
        ..rules(Trigger::NotSeen { days: 10 })
    };
    shop.moment("written", away(TouchChannel::Email));
    let email = MemberDraft {
        email: Some("anna@example.com".into()),
        consent_email: Some(true),
        ..named("Anna")
    };
    let anna = shop
        .store
        .enrol(shop.ask(), &email, true)
        .unwrap()
        .member_id;
    shop.stamp(anna, 1);
    shop.run();
    shop.run_on("2026-03-12");
    assert_eq!(shop.rewards(anna).len(), 1);
    shop.stamp(anna, 1);
    assert_eq!(closed(&shop.run()), [SkipReason::CameBack]);
    assert!(shop.rewards(anna).is_empty());

    shop.moment("spoken", away(TouchChannel::Counter));
    let bela = shop.enrol("Béla");
    shop.stamp(bela, 1);
    shop.run();
    shop.run_on("2026-03-22");
    shop.stamp(bela, 1);
    assert!(closed(&shop.run()).contains(&SkipReason::CameBack));
    assert_eq!(
        shop.rewards(bela).len(),
        1,
        "the guest was told at the counter"
    );
}

#[test]
fn a_message_promises_no_gift_that_was_handed_over_or_has_expired() {
    let used = Shop::mailing();
    let anna = used.guest("anna");
    used.queue();
    assert!(used.due().touch.gift.is_some());
    used.redeem(used.reward(anna)).unwrap();
    assert!(used.due().touch.gift.is_none(), "before the message went");

    let expired = Shop::mailing();
    expired.guest("anna");
    expired.queue();
    let failed = expired.deliver(&SendResult::Permanent(trouble("no_such_mailbox")));
    expired.at("2026-03-20 10:00");
    expired.resolve(&failed, Resolution::SendAgain);
    assert!(expired.due().touch.gift.is_none(), "sent again too late");
}

#[test]
fn who_is_reached_by_hand_after_all_gets_the_gift() {
    let shop = Shop::mailing();
    let anna = shop.guest("anna");
    shop.queue();
    let failed = shop.deliver(&SendResult::Permanent(trouble("no_such_mailbox")));
    let touch = failed.touch_id.unwrap();
    assert!(shop.rewards(anna).is_empty());
    let reached = Some(Outcome::Reached);
    shop.store.touch_done(shop.ask(), touch, reached).unwrap();
    assert_eq!(shop.rewards(anna).len(), 1);
    let again = shop.store.touch_reopen(shop.ask(), touch).unwrap();
    assert_eq!(
        (again.status, shop.rewards(anna).len()),
        (TouchStatus::Failed, 0)
    );
}
