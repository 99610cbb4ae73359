//! Stamps expire lot by lot, at the end of a business day.

use chrono::NaiveDate;
use regulars_core::{
    member::{MemberQuery, MemberSort},
    program::{Lifetime, LifetimeUnit, StampRules},
};

use crate::shop::{Shop, date, days, months, ten_stamps};

fn one_month() -> Shop {
    Shop::with(&StampRules {
        stamp_lifetime: months(1),
        ..ten_stamps()
    })
}

fn next_expiry(shop: &Shop, member: regulars_core::id::MemberId) -> Option<(i64, NaiveDate)> {
    shop.glance(member)
        .card
        .next_expiry
        .map(|next| (next.stamps, next.expires_on))
}

const EXPIRIES: &str = "SELECT count(*) FROM entry WHERE kind = 'expire' AND unit = 'stamp'";

#[test]
fn stamps_count_to_the_end_of_their_last_business_day() {
    let shop = one_month();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 4);
    assert_eq!(next_expiry(&shop, anna), Some((4, date("2026-04-02"))));
    shop.at("2026-04-03 03:59");
    assert_eq!(
        shop.daily_run().stamps_expired,
        0,
        "the night still belongs to the 2nd"
    );
    shop.at("2026-04-03 04:00");
    assert_eq!(shop.daily_run().stamps_expired, 4);
    assert_eq!(shop.balance(anna), 0);
}

#[test]
fn a_month_from_the_31st_of_january_ends_with_february() {
    for (earned, last) in [
        ("2026-01-31", "2026-02-28"),
        ("2028-01-31", "2028-02-29"),
        ("2026-03-31", "2026-04-30"),
        ("2026-12-31", "2027-01-31"),
    ] {
        let shop = one_month();
        let anna = shop.enrol("Anna");
        shop.at(&format!("{earned} 12:00")).stamp(anna, 1);
        assert_eq!(next_expiry(&shop, anna), Some((1, date(last))));
    }
}

#[test]
fn a_year_from_the_29th_of_february_ends_on_the_28th() {
    let year = Some(Lifetime {
        count: 1,
        unit: LifetimeUnit::Years,
    });
    let shop = Shop::with(&StampRules {
        stamp_lifetime: year,
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    shop.at("2028-02-29 12:00").stamp(anna, 1);
    assert_eq!(next_expiry(&shop, anna), Some((1, date("2029-02-28"))));
}

#[test]
fn each_lot_expires_by_one_entry_of_its_own() {
    let shop = one_month();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 1);
    shop.at("2026-03-03 09:00").stamp(anna, 2);
    shop.at("2026-03-03 10:00").stamp(anna, 3);
    shop.at("2026-04-03 12:00");
    assert_eq!(shop.daily_run().stamps_expired, 1);
    shop.at("2026-04-04 12:00");
    assert_eq!(shop.daily_run().stamps_expired, 5);
    assert_eq!(shop.number(EXPIRIES), 3);
}

#[test]
fn days_on_which_the_pc_was_off_are_caught_up() {
    let shop = one_month();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.stamp(anna, 4);
    shop.at("2026-03-05 09:00").stamp(bela, 2);
    shop.at("2026-07-01 09:00");
    assert_eq!(shop.daily_run().stamps_expired, 6);
    assert_eq!((shop.balance(anna), shop.balance(bela)), (0, 0));
}

#[test]
fn a_second_run_on_the_same_day_writes_nothing() {
    let shop = one_month();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 4);
    shop.at("2026-07-01 09:00").daily_run();
    let before = shop.picture();
    assert_eq!(shop.daily_run().stamps_expired, 0);
    assert_eq!(shop.picture(), before);
}

#[test]
fn overdue_stamps_fill_no_card_even_before_the_daily_run() {
    let shop = one_month();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 9);
    shop.at("2026-05-01 09:00");
    let visit = shop.stamp(anna, 2);
    assert!(visit.unlocked.is_empty());
    assert_eq!(visit.balance, 2);
}

#[test]
fn the_stamps_that_expire_first_are_spent_first() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 4); // for ever
    shop.save_rules(
        &StampRules {
            stamp_lifetime: days(60),
            ..ten_stamps()
        },
        "2026-03-03",
    );
    shop.at("2026-03-03 09:00").stamp(anna, 4);
    shop.save_rules(
        &StampRules {
            stamp_lifetime: days(10),
            ..ten_stamps()
        },
        "2026-03-04",
    );
    shop.at("2026-03-04 09:00").stamp(anna, 3);
    // Of 4, 4 and 3 a full card took the 3 of ten days, the 4 of sixty, and 3 for ever.
    assert_eq!((shop.balance(anna), next_expiry(&shop, anna)), (1, None));
    shop.at("2027-03-01 09:00");
    assert_eq!(shop.daily_run().stamps_expired, 0);
    assert_eq!(shop.balance(anna), 1);
}

#[test]
fn of_stamps_without_an_end_the_oldest_are_spent_first() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 6);
    shop.at("2026-03-03 09:00").stamp(anna, 6);
    let left = "SELECT remaining FROM lot WHERE remaining > 0 AND spendable_from = '2026-03-03'";
    assert_eq!(shop.number(left), 2);
}

#[test]
fn stamps_that_filled_a_card_in_time_do_not_expire() {
    let shop = one_month();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    shop.at("2026-07-01 09:00");
    assert_eq!(shop.daily_run().stamps_expired, 0);
    assert_eq!(shop.rewards(anna).len(), 1);
}

#[test]
fn a_new_lifetime_leaves_the_stamps_that_were_given_alone() {
    let shop = one_month();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 1);
    shop.save_rules(
        &StampRules {
            stamp_lifetime: days(1),
            ..ten_stamps()
        },
        "2026-03-02",
    );
    assert_eq!(next_expiry(&shop, anna), Some((1, date("2026-04-02"))));
    shop.stamp(anna, 1);
    assert_eq!(next_expiry(&shop, anna), Some((1, date("2026-03-03"))));
}

#[test]
fn expiry_never_drives_a_debt_deeper() {
    let shop = one_month();
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 10).visit.id;
    shop.redeem(shop.reward(anna)).unwrap();
    shop.void(visit);
    shop.stamp(anna, 3);
    assert_eq!(shop.balance(anna), -7);
    shop.at("2026-07-01 09:00");
    assert_eq!(
        shop.daily_run().stamps_expired,
        0,
        "they went into the debt at once"
    );
    assert_eq!(shop.balance(anna), -7);
}

#[test]
fn a_revoked_rewards_stamps_keep_their_old_dates() {
    let shop = one_month();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 5);
    shop.at("2026-03-20 09:00");
    let second = shop.stamp(anna, 5).visit.id;
    shop.at("2026-03-21 09:00");
    shop.void(second);
    assert_eq!(next_expiry(&shop, anna), Some((5, date("2026-04-02"))));
    shop.at("2026-04-03 09:00");
    assert_eq!(shop.daily_run().stamps_expired, 5);
}

#[test]
fn stamps_that_have_lapsed_are_not_shown_before_the_days_run() {
    let rules = StampRules {
        stamp_lifetime: days(5),
        ..ten_stamps()
    };
    let shop = Shop::with(&rules);
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 4);
    shop.at("2026-03-08 09:00");
    let glance = shop.store.glance(anna, shop.now()).unwrap();
    assert_eq!((glance.card.balance, glance.card.next_expiry), (0, None));
    let hits = shop.store.search("anna", 5, shop.today()).unwrap();
    assert_eq!(hits[0].balance, 0);
    // Nor in the list, whose order is by what it shows.
    let bela = shop.enrol("Béla");
    shop.stamp(bela, 1);
    let query = MemberQuery {
        sort: MemberSort::Stamps,
        descending: true,
        limit: 10,
        ..MemberQuery::default()
    };
    let rows = shop.store.members(&query, shop.now()).unwrap().rows;
    let shown: Vec<_> = rows.iter().map(|row| (&*row.name, row.balance)).collect();
    assert_eq!(shown, [("Béla", 1), ("Anna", 0)]);
}
