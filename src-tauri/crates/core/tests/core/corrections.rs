//! What was entered by mistake and is corrected before the greeting goes: nobody is
//! greeted for it, and on the right day they are.

use regulars_core::{
    id::MemberId,
    member::{Birthday, MemberDraft},
    moment::{MomentRules, ScheduleSettings, SkipReason, TouchChannel, Trigger},
    outbox::Next,
};

use crate::{
    moments::{NOTHING, closed, draft, gift, lines, rules},
    outbox::{SENT, with_email},
    shop::Shop,
};

/// What the outbox has left when nothing is to be sent.
const NOTHING_LEFT: Next = Next::Nothing { until_ms: None };

fn by_mail(trigger: Trigger) -> MomentRules {
    MomentRules {
        channels: vec![TouchChannel::Email],
        gift: gift(),
        ..rules(trigger)
    }
}

/// A shop that greets by e-mail for one reason.
fn shop(trigger: Trigger) -> Shop {
    let shop = Shop::open();
    shop.mail(true);
    shop.moment("greeting", by_mail(trigger));
    shop
}

fn born(month: u32, day: u32) -> MemberDraft {
    MemberDraft {
        birthday: Some(Birthday {
            month,
            day,
            year: None,
        }),
        ..with_email("anna")
    }
}

fn enrol(shop: &Shop, draft: &MemberDraft) -> MemberId {
    shop.store.enrol(shop.ask(), draft, true).unwrap().member_id
}

fn edit(shop: &Shop, member: MemberId, draft: &MemberDraft, clear_birthday: bool) {
    shop.store
        .update_member(shop.ask(), member, draft, clear_birthday)
        .unwrap();
}

#[test]
fn a_birthday_that_is_corrected_is_greeted_on_its_day_alone() {
    let shop = shop(Trigger::Birthday);
    let anna = enrol(&shop, &born(4, 10));
    shop.run();
    shop.at("2026-04-10 08:00");
    assert_eq!((shop.queue(), shop.rewards(anna).len()), (1, 1));
    edit(&shop, anna, &born(10, 4), false);
    shop.at("2026-04-10 09:00");
    assert_eq!((shop.next(), shop.rewards(anna).len()), (NOTHING_LEFT, 0));
    assert_eq!(shop.run_on("2026-04-11"), NOTHING);
    assert_eq!(shop.run_on("2026-10-04"), ["greeting anna 2026 2026-10-04"]);
    assert_eq!((shop.fill(), shop.rewards(anna).len()), (1, 1));
    shop.deliver(&SENT);
    // Corrected once more after it was greeted: once a year is enough.
    edit(&shop, anna, &born(11, 4), false);
    assert_eq!(shop.run_on("2026-11-04"), NOTHING);
}

#[test]
fn a_birthday_corrected_just_before_the_right_day_is_not_missed() {
    let shop = shop(Trigger::Birthday);
    let one_a_month = ScheduleSettings {
        touches_per_month: 1,
        ..shop.store.schedule_settings().unwrap()
    };
    shop.store
        .set_schedule_settings(shop.ask(), &one_a_month)
        .unwrap();
    let anna = enrol(&shop, &born(4, 10));
    shop.run();
    shop.at("2026-04-10 08:00");
    shop.queue();
    edit(&shop, anna, &born(4, 12), false);
    assert_eq!(shop.run_on("2026-04-12"), ["greeting anna 2026 2026-04-12"]);
    assert_eq!(shop.fill(), 1);
    shop.deliver(&SENT);
    assert!(shop.rewards(anna).is_empty(), "it is too new for a gift");
}

#[test]
fn a_birthday_that_is_taken_away_is_not_greeted() {
    let shop = shop(Trigger::Birthday);
    let anna = enrol(&shop, &born(4, 10));
    shop.run();
    shop.run_on("2026-04-10");
    edit(&shop, anna, &MemberDraft::default(), true);
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
    assert!(shop.rewards(anna).is_empty());
}

#[test]
fn at_the_counter_a_corrected_birthday_brings_no_second_gift() {
    let shop = Shop::open();
    let at_the_counter = MomentRules {
        channels: vec![TouchChannel::Counter],
        ..by_mail(Trigger::Birthday)
    };
    shop.moment("greeting", at_the_counter);
    let anna = enrol(&shop, &born(4, 10));
    shop.run();
    shop.run_on("2026-04-10");
    edit(&shop, anna, &born(10, 4), false);
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
    assert_eq!(shop.rewards(anna).len(), 1, "she was told of it");
    assert_eq!(shop.run_on("2026-10-04"), NOTHING);
}

#[test]
fn who_was_stamped_by_mistake_is_not_thanked_for_a_first_visit() {
    let shop = shop(Trigger::FirstVisit);
    let anna = shop.guest("anna");
    let slip = shop.stamp(anna, 1).visit.id;
    shop.at("2026-03-03 08:00");
    shop.queue();
    shop.void(slip);
    shop.at("2026-03-03 09:00");
    assert_eq!(shop.next(), NOTHING_LEFT);
    shop.at("2026-03-20 10:00").stamp(anna, 1);
    assert_eq!(
        shop.run_on("2026-03-21"),
        ["greeting anna first 2026-03-20"],
        "when she does come"
    );
}

#[test]
fn a_visit_taken_back_that_was_made_up_for_changes_nothing() {
    let shop = shop(Trigger::NthVisit { n: 2 });
    let anna = shop.guest("anna");
    shop.stamp(anna, 1);
    let slip = shop.stamp(anna, 1).visit.id;
    shop.queue();
    shop.void(slip);
    shop.at("2026-03-03 08:00").stamp(anna, 1);
    shop.at("2026-03-03 10:00");
    shop.deliver(&SENT);
}

#[test]
fn who_turns_out_to_be_an_old_guest_is_not_greeted_as_a_new_one() {
    for (trigger, morning) in [
        (Trigger::Enrolled, "2026-06-02"),
        (Trigger::FirstVisit, "2026-06-02"),
        (Trigger::AnniversaryFirstVisit, "2027-06-01"),
    ] {
        let shop = Shop::open();
        let old = shop.enrol("Anna");
        shop.stamp(old, 1);
        shop.at("2026-06-01 10:00");
        shop.mail(true);
        shop.moment("greeting", by_mail(trigger));
        let twin = shop.guest("anna.k");
        shop.stamp(twin, 1);
        shop.at(&format!("{morning} 08:00"));
        assert_eq!(shop.queue(), 1);
        shop.merge(old, twin);
        shop.at(&format!("{morning} 09:00"));
        assert_eq!(shop.next(), NOTHING_LEFT);
    }
}

#[test]
fn a_moment_that_is_made_another_lets_go_of_what_it_had_planned() {
    let shop = shop(Trigger::FirstVisit);
    let anna = shop.guest("anna");
    shop.stamp(anna, 1);
    shop.queue();
    let moment = shop.store.moments().unwrap()[0].id;
    let changed = draft("greeting", by_mail(Trigger::Birthday));
    shop.store
        .save_moment(shop.ask(), Some(moment), &changed)
        .unwrap();
    assert_eq!(shop.next(), NOTHING_LEFT, "it would wish a happy birthday");
    assert_eq!(lines(&shop.run()), NOTHING);
}
