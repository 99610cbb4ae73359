//! Each trigger arises when it should, once, and not otherwise.

use regulars_core::{
    member::AppointmentStatus,
    moment::{MomentRules, SkipReason, Trigger, Why},
    program::StampRules,
};

use crate::{
    moments::{NOTHING, closed, lines, reasons, rules},
    shop::{Shop, date, days, ten_stamps},
};

#[test]
fn a_welcome_series_comes_on_its_days_and_once() {
    let shop = Shop::open();
    for days in [0, 3, 14] {
        shop.moment(
            &format!("day_{days}"),
            MomentRules {
                offset_days: days,
                ..rules(Trigger::Enrolled)
            },
        );
    }
    assert_eq!(shop.run_on("2026-03-02"), NOTHING);
    shop.enrol("Anna");
    assert_eq!(lines(&shop.run()), ["day_0 Anna joined 2026-03-02"]);
    assert_eq!(shop.run_on("2026-03-03"), NOTHING);
    assert_eq!(shop.run_on("2026-03-05"), ["day_3 Anna joined 2026-03-05"]);
    assert_eq!(shop.run_on("2026-03-16"), ["day_14 Anna joined 2026-03-16"]);
    assert_eq!(shop.run_on("2026-03-17"), NOTHING);
}

#[test]
fn who_enrols_after_the_days_run_is_greeted_by_the_next() {
    let shop = Shop::open();
    shop.moment("welcome", rules(Trigger::Enrolled));
    shop.run();
    shop.at("2026-03-02 18:00").enrol("Anna");
    assert_eq!(
        shop.run_on("2026-03-03"),
        ["welcome Anna joined 2026-03-02"]
    );
}

#[test]
fn first_and_nth_visits_count_visits_that_stand() {
    let shop = Shop::open();
    shop.moment("first", rules(Trigger::FirstVisit));
    shop.moment("third", rules(Trigger::NthVisit { n: 3 }));
    let anna = shop.enrol("Anna");
    let slip = shop.stamp(anna, 1).visit.id;
    shop.void(slip);
    assert_eq!(lines(&shop.run()), NOTHING);
    shop.stamp(anna, 1);
    shop.at("2026-03-04 09:00").stamp(anna, 1);
    assert_eq!(lines(&shop.run()), ["first Anna first 2026-03-02"]);
    let third = shop.stamp(anna, 1).visit.id;
    assert_eq!(lines(&shop.run()), ["third Anna visit:3 2026-03-04"]);
    shop.void(third);
    shop.at("2026-03-06 09:00").stamp(anna, 1);
    assert_eq!(
        shop.run_on("2026-03-07"),
        NOTHING,
        "the third visit is greeted once"
    );
}

#[test]
fn anniversaries_come_every_year_and_a_leap_day_falls_on_the_28th() {
    let shop = Shop::open();
    shop.at("2028-02-29 09:00");
    shop.moment("visits", rules(Trigger::AnniversaryFirstVisit));
    shop.moment("joining", rules(Trigger::AnniversaryJoined));
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 1);
    assert_eq!(shop.run_on("2028-03-01"), NOTHING);
    assert_eq!(
        shop.run_on("2029-02-28"),
        [
            "visits Anna 2029 2029-02-28",
            "joining Anna 2029 2029-02-28"
        ]
    );
    assert_eq!(shop.run_on("2029-03-01"), NOTHING);
    let inbox = shop.store.inbox(shop.now()).unwrap();
    assert_eq!(
        inbox.groups[0].touches[0].why,
        Why::Anniversary {
            on: date("2029-02-28"),
            years: 1
        }
    );
    shop.run_on("2031-03-01");
    assert_eq!(
        shop.run_on("2032-02-29"),
        [
            "visits Anna 2032 2032-02-29",
            "joining Anna 2032 2032-02-29"
        ]
    );
}

#[test]
fn a_birthday_on_the_29th_of_february_is_kept_on_the_28th() {
    let shop = Shop::open();
    shop.moment("birthday", rules(Trigger::Birthday));
    shop.born("Leap", 2, 29);
    shop.run();
    assert_eq!(shop.run_on("2027-02-28"), ["birthday Leap 2027 2027-02-28"]);
    assert_eq!(shop.run_on("2027-03-01"), NOTHING);
    assert_eq!(shop.run_on("2028-02-28"), NOTHING);
    assert_eq!(shop.run_on("2028-02-29"), ["birthday Leap 2028 2028-02-29"]);
}

#[test]
fn a_birthday_greeting_may_come_days_before_even_across_new_year() {
    let shop = Shop::open();
    shop.moment(
        "birthday",
        MomentRules {
            offset_days: -7,
            ..rules(Trigger::Birthday)
        },
    );
    shop.born("Newyear", 1, 3);
    shop.run();
    assert_eq!(shop.run_on("2026-12-26"), NOTHING);
    assert_eq!(
        shop.run_on("2026-12-27"),
        ["birthday Newyear 2027 2026-12-27"]
    );
    assert_eq!(shop.run_on("2027-01-03"), NOTHING);
}

#[test]
fn silence_is_noticed_once_for_each_last_visit() {
    let shop = Shop::open();
    shop.moment("away", rules(Trigger::NotSeen { days: 30 }));
    let anna = shop.enrol("Anna");
    shop.enrol("Never came");
    shop.pay(anna, 500);
    shop.run();
    assert_eq!(shop.run_on("2026-03-31"), NOTHING);
    assert_eq!(
        shop.run_on("2026-04-01"),
        ["away Anna 2026-03-02 2026-04-01"]
    );
    let why = shop.store.inbox(shop.now()).unwrap().groups[0].touches[0]
        .why
        .clone();
    let expected = Why::Drifting {
        last_visit_on: date("2026-03-02"),
        usual_gap_days: None,
        spend_minor: 500,
        visits: 1,
    };
    assert_eq!(why, expected);
    shop.at("2026-04-02 12:00").pay(anna, 500);
    shop.at("2026-04-03 09:00");
    assert_eq!(closed(&shop.run()), [SkipReason::CameBack]);
    assert_eq!(
        shop.run_on("2026-05-02"),
        ["away Anna 2026-04-02 2026-05-02"]
    );
}

#[test]
fn who_came_in_time_while_the_pc_was_off_was_never_away() {
    let shop = Shop::open();
    shop.moment("away", rules(Trigger::NotSeen { days: 10 }));
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.stamp(anna, 1);
    shop.stamp(bela, 1);
    shop.run();
    shop.at("2026-03-11 10:00").stamp(anna, 1); // nine days later
    shop.at("2026-03-13 10:00").stamp(bela, 1); // a day after it was due
    shop.at("2026-03-14 09:00");
    let report = shop.run();
    assert_eq!(lines(&report), NOTHING);
    assert_eq!(reasons(&report), [SkipReason::CameBack]);
    assert_eq!(report.skipped[0].member.name, "Béla");
}

#[test]
fn a_regular_is_missed_by_their_own_rhythm() {
    let shop = Shop::open();
    shop.moment(
        "drifting",
        rules(Trigger::Rhythm {
            factor_percent: 200,
            min_visits: 4,
            min_days: 7,
        }),
    );
    let (weekly, daily, rare) = (
        shop.enrol("Weekly"),
        shop.enrol("Daily"),
        shop.enrol("Rare"),
    );
    // Gaps of 6, 8 and 7 days: a median of 7, due on the 15th day of silence.
    for day in ["2026-03-02", "2026-03-08", "2026-03-16", "2026-03-23"] {
        shop.at(&format!("{day} 10:00")).stamp(weekly, 1);
    }
    // Every day; never before seven days of silence.
    for day in 20..=24 {
        shop.at(&format!("2026-03-{day} 11:00")).stamp(daily, 1);
    }
    // Two gaps are no rhythm.
    for day in ["2026-03-02", "2026-03-03", "2026-03-04"] {
        shop.at(&format!("{day} 12:00")).stamp(rare, 1);
    }
    // The counter names the same rhythm.
    let gap = |member| shop.glance(member).stats.usual_gap_days;
    assert_eq!(
        (gap(weekly), gap(daily), gap(rare)),
        (Some(7), Some(1), None)
    );
    shop.at("2026-03-24 12:00").run();
    assert_eq!(shop.run_on("2026-03-30"), NOTHING);
    assert_eq!(
        shop.run_on("2026-03-31"),
        ["drifting Daily 2026-03-24 2026-03-31"]
    );
    assert_eq!(
        shop.run_on("2026-04-06"),
        NOTHING,
        "fourteen days are twice the usual"
    );
    assert_eq!(
        shop.run_on("2026-04-07"),
        ["drifting Weekly 2026-03-23 2026-04-07"]
    );
}

#[test]
fn a_nearly_full_card_is_mentioned_once_for_each_card() {
    let shop = Shop::open();
    shop.moment("nearly", rules(Trigger::CardNearlyFull { stamps_left: 2 }));
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 7);
    assert_eq!(lines(&shop.run()), NOTHING);
    shop.stamp(anna, 1);
    assert_eq!(lines(&shop.run()), ["nearly Anna 0 2026-03-02"]);
    shop.at("2026-03-03 09:00").stamp(anna, 1);
    assert_eq!(
        shop.run_on("2026-03-04"),
        NOTHING,
        "nine of ten is the same card"
    );
    shop.stamp(anna, 1);
    shop.at("2026-03-05 09:00");
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
    shop.stamp(anna, 8);
    assert_eq!(lines(&shop.run()), ["nearly Anna 1 2026-03-05"]);
}

#[test]
fn a_reward_is_announced_and_reminded_of_before_it_expires() {
    let shop = Shop::with(&StampRules {
        reward_lifetime: days(30),
        ..ten_stamps()
    });
    shop.moment("unlocked", rules(Trigger::RewardUnlocked));
    shop.moment(
        "expiring",
        rules(Trigger::RewardExpiring { days_before: 5 }),
    );
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.stamp(anna, 10);
    shop.stamp(bela, 10);
    let (hers, his) = (shop.reward(anna), shop.reward(bela));
    assert_eq!(
        lines(&shop.run()),
        [
            format!("unlocked Anna {hers} 2026-03-02"),
            format!("unlocked Béla {his} 2026-03-02")
        ]
    );
    shop.at("2026-03-20 09:00").redeem(his).unwrap();
    // It was announced and has been used: that touch makes no sense any more.
    assert!(closed(&shop.run()).contains(&SkipReason::NoLongerUseful));
    assert_eq!(
        shop.run_on("2026-03-27"),
        [format!("expiring Anna {hers}:2026-04-01 2026-03-27")]
    );
    shop.redeem(hers).unwrap();
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
}

#[test]
fn a_date_is_for_all_who_were_known_by_then() {
    let shop = Shop::open();
    let every_year = Trigger::Date {
        month: 12,
        day: 24,
        year: None,
    };
    shop.moment("christmas", rules(every_year));
    let once = Trigger::Date {
        month: 12,
        day: 25,
        year: Some(2026),
    };
    shop.moment("opening", rules(once));
    shop.enrol("Anna");
    shop.run();
    shop.at("2026-12-24 09:00");
    assert_eq!(lines(&shop.run()), ["christmas Anna 2026 2026-12-24"]);
    shop.at("2026-12-25 08:00").enrol("Late");
    assert_eq!(
        lines(&shop.run()),
        [
            "opening Anna 2026-12-25 2026-12-25",
            "opening Late 2026-12-25 2026-12-25"
        ]
    );
    assert_eq!(
        shop.run_on("2027-12-25").len(),
        2,
        "christmas again, the opening not"
    );
}

#[test]
fn a_recall_follows_the_members_last_date_of_its_kind() {
    let shop = Shop::open();
    let recall = Trigger::MemberDate {
        label: "Colouring".into(),
    };
    shop.moment(
        "recall",
        MomentRules {
            offset_days: 42,
            ..rules(recall)
        },
    );
    let anna = shop.enrol("Anna");
    let note = |label: &str, on: &str| {
        shop.store
            .add_member_date(shop.ask(), anna, label, date(on))
            .unwrap()
    };
    note("colouring", "2026-03-02");
    note("Wedding", "2026-03-02");
    shop.run();
    shop.at("2026-04-10 09:00");
    note("COLOURING", "2026-04-10"); // three days before the recall
    assert_eq!(shop.run_on("2026-04-13"), NOTHING);
    assert_eq!(
        shop.run_on("2026-05-22"),
        ["recall Anna colouring:2026-04-10 2026-05-22"]
    );
    shop.at("2026-05-23 09:00");
    note("Colouring", "2026-05-23");
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
}

#[test]
fn a_missed_appointment_is_followed_up_unless_a_new_one_is_made() {
    let shop = Shop::open();
    shop.moment(
        "missed",
        MomentRules {
            offset_days: 1,
            ..rules(Trigger::MissedAppointment)
        },
    );
    let (anna, bela, cili) = (shop.enrol("Anna"), shop.enrol("Béla"), shop.enrol("Cili"));
    let book = |member, on, status| {
        shop.store
            .add_appointment(shop.ask(), member, date(on), status)
            .unwrap()
            .id
    };
    let hers = book(anna, "2026-03-02", AppointmentStatus::Booked);
    let his = book(bela, "2026-03-05", AppointmentStatus::Cancelled);
    book(bela, "2026-03-09", AppointmentStatus::Booked);
    book(cili, "2026-03-02", AppointmentStatus::Missed);
    shop.stamp(cili, 1); // came after all
    shop.store
        .set_appointment(shop.ask(), hers, AppointmentStatus::Missed)
        .unwrap();
    shop.run();
    assert_eq!(
        shop.run_on("2026-03-03"),
        [format!("missed Anna {hers} 2026-03-03")]
    );
    assert_ne!(hers, his);
    book(anna, "2026-03-10", AppointmentStatus::Booked);
    assert_eq!(closed(&shop.run()), [SkipReason::NoLongerUseful]);
}

#[test]
fn no_reminder_comes_on_the_day_a_reward_is_unlocked() {
    let shop = Shop::with(&StampRules {
        reward_lifetime: days(5),
        ..ten_stamps()
    });
    shop.moment(
        "same_day",
        rules(Trigger::RewardExpiring { days_before: 5 }),
    );
    shop.moment(
        "next_day",
        rules(Trigger::RewardExpiring { days_before: 4 }),
    );
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    assert_eq!(lines(&shop.run()), NOTHING);
    assert_eq!(shop.run_on("2026-03-03").len(), 1);
}

#[test]
fn the_next_card_is_another_matter_even_when_it_is_nearly_full_at_once() {
    let shop = Shop::open();
    shop.moment("nearly", rules(Trigger::CardNearlyFull { stamps_left: 2 }));
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 8);
    shop.run();
    shop.at("2026-03-03 09:00").stamp(anna, 10);
    let report = shop.run();
    assert_eq!(lines(&report), ["nearly Anna 1 2026-03-03"]);
    assert_eq!(closed(&report), [SkipReason::NoLongerUseful]);
}
