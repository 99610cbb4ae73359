//! The stamp card's versions: from a date on, and nothing retroactive.

use regulars_core::{
    Code,
    program::{EarnRule, StampRules, VersionState},
};

use crate::shop::{Shop, date, refusal, ten_stamps};

fn card_of(stamps: u32) -> StampRules {
    StampRules {
        stamps_required: stamps,
        ..ten_stamps()
    }
}

#[test]
fn a_new_version_holds_from_its_date_on() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.save_rules(&card_of(5), "2026-03-10");
    shop.at("2026-03-10 03:00");
    assert!(
        shop.stamp(anna, 5).unlocked.is_empty(),
        "the 9th is not over yet"
    );
    shop.at("2026-03-10 09:00");
    assert_eq!(shop.stamp(anna, 1).unlocked.len(), 1);
    assert_eq!(shop.balance(anna), 1);
}

#[test]
fn saving_changes_nothing_that_was_earned() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 12);
    let visit = shop.stamp(anna, 3).visit.id;
    let ledger = || {
        shop.picture()
            .into_iter()
            .filter(|line| {
                !line.starts_with("change")
                    && !line.starts_with("till")
                    && !line.starts_with("program_version")
            })
            .collect::<Vec<_>>()
    };
    let before = ledger();
    shop.save_rules(&card_of(3), "2026-03-02");
    assert_eq!(ledger(), before);
    assert_eq!(shop.visit(visit).stamps, 3);
    assert_eq!(
        shop.balance(anna),
        5,
        "a smaller card fills with the next visit, not behind the guest's back"
    );
    assert_eq!(shop.stamp(anna, 1).unlocked.len(), 2);
    assert_eq!(shop.balance(anna), 0);
}

#[test]
fn versions_stand_in_order_with_their_state() {
    let shop = Shop::open();
    shop.save_rules(&card_of(8), "2026-03-02");
    shop.save_rules(&card_of(6), "2026-04-01");
    let program = shop.store.program(shop.today()).unwrap();
    let states: Vec<_> = program
        .versions
        .iter()
        .map(|version| (version.version, version.state))
        .collect();
    assert_eq!(
        states,
        [
            (3, VersionState::Planned),
            (2, VersionState::Current),
            (1, VersionState::Past)
        ]
    );
    assert_eq!(program.current.rules.stamps_required, 8);
    let later = shop.store.program(date("2026-04-01")).unwrap();
    assert_eq!(later.current.rules.stamps_required, 6);
}

#[test]
fn a_version_starts_today_or_later_and_after_those_planned() {
    let shop = Shop::open();
    let save = |from: &str| refusal(shop.store.save_program(shop.ask(), &card_of(8), date(from)));
    assert_eq!(save("2026-03-01"), Code::VersionInPast);
    shop.save_rules(&card_of(6), "2026-04-01");
    assert_eq!(save("2026-03-15"), Code::VersionOrder);
    shop.save_rules(&card_of(7), "2026-04-01");
    assert_eq!(
        shop.store
            .program(date("2026-04-01"))
            .unwrap()
            .current
            .rules
            .stamps_required,
        7
    );
}

#[test]
fn rules_out_of_range_are_refused_whole() {
    let shop = Shop::open();
    let before = shop.picture();
    for rules in [
        card_of(0),
        card_of(31),
        card_of(u32::MAX),
        StampRules {
            starter_stamps: 10,
            ..ten_stamps()
        },
        StampRules {
            reward_cost_minor: -1,
            ..ten_stamps()
        },
        StampRules {
            reward_cost_minor: i64::MAX,
            ..ten_stamps()
        },
        StampRules {
            earn: EarnRule::PerAmount { amount_minor: 0 },
            ..ten_stamps()
        },
        StampRules {
            earn: EarnRule::PerItem {
                min_spend_minor: -1,
            },
            ..ten_stamps()
        },
        StampRules {
            daily_cap: Some(0),
            ..ten_stamps()
        },
        StampRules {
            stamp_lifetime: crate::shop::days(0),
            ..ten_stamps()
        },
        StampRules {
            reward_lifetime: crate::shop::months(u32::MAX),
            ..ten_stamps()
        },
    ] {
        let outcome = shop.store.save_program(shop.ask(), &rules, shop.today());
        assert_eq!(refusal(outcome), Code::OutOfRange, "{rules:?}");
    }
    let nameless = StampRules {
        name: "  ".into(),
        ..ten_stamps()
    };
    assert_eq!(
        refusal(shop.store.save_program(shop.ask(), &nameless, shop.today())),
        Code::TextEmpty
    );
    assert_eq!(shop.picture(), before);
}

#[test]
fn a_lifetime_of_ten_years_and_of_3650_years_both_end_on_a_date() {
    use regulars_core::program::{Lifetime, LifetimeUnit};
    for count in [10, 3_650] {
        let lifetime = Some(Lifetime {
            count,
            unit: LifetimeUnit::Years,
        });
        let shop = Shop::with(&StampRules {
            stamp_lifetime: lifetime,
            ..ten_stamps()
        });
        let anna = shop.enrol("Anna");
        shop.stamp(anna, 3);
        assert_eq!(shop.daily_run().stamps_expired, 0);
        assert_eq!(shop.balance(anna), 3);
        let next = shop.glance(anna).card.next_expiry.unwrap();
        assert!(next.expires_on > date("2036-01-01"));
    }
}
