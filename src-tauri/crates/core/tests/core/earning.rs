//! How a visit earns stamps, and how stamps become rewards.

use regulars_core::{
    Code,
    program::{EarnRule, StampRules},
    visit::VisitDraft,
};

use crate::shop::{Shop, refusal, ten_stamps, visit_of};

#[test]
fn a_visit_gives_one_stamp_by_itself() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.record(&visit_of(anna)).unwrap();
    assert_eq!((visit.stamps_earned, visit.balance), (1, 1));
    assert_eq!(shop.balance(anna), 1);
}

#[test]
fn twelve_stamps_on_a_card_of_ten_are_one_reward_and_two_stamps() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 12);
    assert_eq!(visit.unlocked.len(), 1);
    assert_eq!(visit.balance, 2);
    assert_eq!((shop.balance(anna), shop.rewards(anna).len()), (2, 1));
    assert_eq!(shop.rewards(anna)[0].reward_name, "Free coffee");
}

#[test]
fn a_card_that_is_exactly_full_leaves_no_stamp() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    assert!(shop.stamp(anna, 9).unlocked.is_empty());
    assert_eq!(shop.stamp(anna, 1).unlocked.len(), 1);
    assert_eq!(shop.balance(anna), 0);
}

#[test]
fn a_hundred_stamps_fill_ten_cards_at_once() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    assert_eq!(shop.stamp(anna, 100).unlocked.len(), 10);
    assert_eq!((shop.balance(anna), shop.rewards(anna).len()), (0, 10));
    let mut codes: Vec<_> = shop
        .rewards(anna)
        .into_iter()
        .map(|grant| grant.code)
        .collect();
    codes.sort();
    codes.dedup();
    assert_eq!(codes.len(), 10, "every reward has its own code");
}

#[test]
fn a_visit_may_be_noted_without_a_stamp() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 0);
    assert_eq!((visit.stamps_earned, visit.balance), (0, 0));
    assert_eq!(shop.glance(anna).stats.visits, 1);
}

#[test]
fn more_than_a_hundred_stamps_are_a_slip_of_the_finger() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    for stamps in [101, 10_000, u32::MAX] {
        let draft = VisitDraft {
            stamps: Some(stamps),
            ..visit_of(anna)
        };
        assert_eq!(refusal(shop.record(&draft)), Code::BadStamps);
    }
    assert_eq!((shop.balance(anna), shop.glance(anna).stats.visits), (0, 0));
}

#[test]
fn starter_stamps_are_given_at_enrolment_and_count() {
    let shop = Shop::with(&StampRules {
        starter_stamps: 2,
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    assert_eq!(shop.balance(anna), 2);
    assert_eq!(shop.stamp(anna, 8).unlocked.len(), 1);
    assert_eq!(shop.balance(anna), 0);
}

#[test]
fn each_stamp_needs_its_minimum_spend() {
    let rules = StampRules {
        earn: EarnRule::PerItem {
            min_spend_minor: 300,
        },
        ..ten_stamps()
    };
    let shop = Shop::with(&rules);
    let anna = shop.enrol("Anna");
    let buy = |amount, stamps| {
        let draft = VisitDraft {
            amount_minor: Some(amount),
            stamps,
            ..visit_of(anna)
        };
        shop.record(&draft).unwrap().stamps_earned
    };
    assert_eq!(buy(299, None), 0);
    assert_eq!(buy(300, None), 1);
    assert_eq!(buy(899, Some(5)), 2);
    assert!(shop.glance(anna).card.amount_required);
    assert_eq!(refusal(shop.record(&visit_of(anna))), Code::AmountRequired);
}

#[test]
fn stamps_by_amount_are_rounded_down_once_for_each_visit() {
    let rules = StampRules {
        earn: EarnRule::PerAmount { amount_minor: 500 },
        ..ten_stamps()
    };
    let shop = Shop::with(&rules);
    let anna = shop.enrol("Anna");
    assert_eq!(shop.pay(anna, 499).stamps_earned, 0);
    assert_eq!(shop.pay(anna, 1_499).stamps_earned, 2);
    assert_eq!(
        shop.balance(anna),
        2,
        "remainders of two visits are not added up"
    );
}

#[test]
fn what_was_paid_with_a_reward_earns_nothing_unless_switched_on() {
    for (switch, stamps) in [(false, 2), (true, 5)] {
        let rules = StampRules {
            earn: EarnRule::PerAmount { amount_minor: 100 },
            earn_on_reward_part: switch,
            ..ten_stamps()
        };
        let shop = Shop::with(&rules);
        let anna = shop.enrol("Anna");
        let draft = VisitDraft {
            amount_minor: Some(500),
            reward_part_minor: 300,
            ..visit_of(anna)
        };
        assert_eq!(shop.record(&draft).unwrap().stamps_earned, stamps);
        for part in [501, -1, i64::MIN] {
            let draft = VisitDraft {
                reward_part_minor: part,
                ..draft.clone()
            };
            assert_eq!(refusal(shop.record(&draft)), Code::RewardPartTooLarge);
        }
    }
}

#[test]
fn the_daily_cap_withholds_the_rest_and_says_how_much() {
    let shop = Shop::with(&StampRules {
        daily_cap: Some(2),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    assert_eq!(shop.glance(anna).card.left_today, Some(2));
    let visit = shop.stamp(anna, 3);
    assert_eq!((visit.stamps_earned, visit.stamps_capped), (2, 1));
    assert_eq!(shop.stamp(anna, 1).stamps_capped, 1);
    assert_eq!(shop.glance(anna).card.left_today, Some(0));
    shop.at("2026-03-03 09:00");
    assert_eq!(shop.stamp(anna, 1).stamps_earned, 1);
}

#[test]
fn a_voided_visit_frees_the_daily_cap_again() {
    let shop = Shop::with(&StampRules {
        daily_cap: Some(2),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    let first = shop.stamp(anna, 2).visit.id;
    assert_eq!(shop.stamp(anna, 1).stamps_earned, 0);
    shop.void(first);
    assert_eq!(shop.stamp(anna, 1).stamps_earned, 1);
}

#[test]
fn the_cap_is_for_a_business_day_not_a_calendar_day() {
    let shop = Shop::with(&StampRules {
        daily_cap: Some(1),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    shop.at("2026-03-02 23:50");
    assert_eq!(shop.stamp(anna, 1).stamps_earned, 1);
    shop.at("2026-03-03 02:00");
    assert_eq!(
        shop.stamp(anna, 1).stamps_earned,
        0,
        "still the evening of the 2nd"
    );
    shop.at("2026-03-03 04:00");
    assert_eq!(shop.stamp(anna, 1).stamps_earned, 1);
}

#[test]
fn starter_stamps_do_not_use_up_the_daily_cap() {
    let rules = StampRules {
        daily_cap: Some(1),
        starter_stamps: 3,
        ..ten_stamps()
    };
    let shop = Shop::with(&rules);
    let anna = shop.enrol("Anna");
    assert_eq!(shop.stamp(anna, 1).stamps_earned, 1);
}

#[test]
fn a_second_scan_within_three_seconds_asks_first() {
    let shop = Shop::open();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    let start = shop.now();
    shop.stamp(anna, 1);
    shop.at_ms(start + 2_999);
    assert_eq!(refusal(shop.record(&visit_of(anna))), Code::DoubleScan);
    shop.at_ms(start + 2_999);
    assert!(
        shop.record(&visit_of(bela)).is_ok(),
        "another guest is not asked about"
    );
    shop.at_ms(start + 2_999);
    assert!(
        shop.record(&VisitDraft {
            confirmed: true,
            ..visit_of(anna)
        })
        .is_ok()
    );
    shop.at_ms(start + 2_999 + 3_000);
    assert!(shop.record(&visit_of(anna)).is_ok());
    assert_eq!(shop.balance(anna), 3);
}

#[test]
fn the_answer_to_a_double_scan_may_use_the_same_request_id() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let start = shop.now();
    shop.stamp(anna, 1);
    shop.at_ms(start + 1_000);
    let request = shop.ask();
    assert_eq!(
        refusal(shop.store.record_visit(request, &visit_of(anna))),
        Code::DoubleScan
    );
    let confirmed = VisitDraft {
        confirmed: true,
        ..visit_of(anna)
    };
    assert!(
        shop.store.record_visit(request, &confirmed).is_ok(),
        "a refusal uses up no id"
    );
    assert_eq!(shop.balance(anna), 2);
}

#[test]
fn a_double_scan_is_noticed_when_the_clock_was_set_back_between() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.at("2026-03-02 12:00").stamp(anna, 1);
    let start = shop.at("2026-03-02 11:00").now();
    shop.stamp(anna, 1);
    shop.at_ms(start + 1_000);
    assert_eq!(refusal(shop.record(&visit_of(anna))), Code::DoubleScan);
}

#[test]
fn an_undone_stamp_does_not_count_as_a_first_scan() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let start = shop.now();
    let change = shop.stamp(anna, 1).change_id;
    shop.at_ms(start + 1_000);
    shop.undo(change).unwrap();
    shop.at_ms(start + 2_000);
    assert!(shop.record(&visit_of(anna)).is_ok());
}

#[test]
fn an_archived_guest_is_restored_knowingly_first() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.store.archive_member(shop.ask(), anna, true).unwrap();
    assert_eq!(refusal(shop.record(&visit_of(anna))), Code::MemberArchived);
    shop.store.archive_member(shop.ask(), anna, false).unwrap();
    assert!(shop.record(&visit_of(anna)).is_ok());
}
