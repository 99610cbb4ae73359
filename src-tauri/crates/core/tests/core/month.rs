//! The month in numbers.

use regulars_core::{
    Code,
    id::MemberId,
    insight::{MonthReport, TopCustomer},
    member::MemberDraft,
};

use crate::shop::{Shop, date, named, refusal};

fn report(shop: &Shop, month: &str) -> MonthReport {
    shop.store.month_report(month, 10, shop.now()).unwrap()
}

fn names(top: &[TopCustomer]) -> Vec<(u32, &str)> {
    top.iter()
        .map(|row| (row.rank, row.name.as_str()))
        .collect()
}

fn top_of(shop: &Shop, month: &str, member: MemberId) -> TopCustomer {
    report(shop, month)
        .top
        .into_iter()
        .find(|row| row.member_id == member)
        .unwrap()
}

#[test]
fn the_months_totals_count_what_still_stands() {
    let shop = Shop::open();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    let first = shop.buy(anna, 1_000, 10);
    shop.redeem(shop.reward(anna)).unwrap();
    let second = shop.buy(bela, 700, 2);
    shop.buy(bela, 300, 1);
    shop.refund(first, 400); // four of ten stamps
    shop.void(second);
    let report = report(&shop, "2026-03");
    let totals = report.totals;
    assert_eq!((totals.visits, totals.spend_minor), (3, 900));
    assert_eq!(
        (
            totals.members_seen,
            totals.members_again,
            totals.new_members
        ),
        (2, 1, 2)
    );
    assert_eq!(
        (totals.stamps, totals.rewards, totals.rewards_cost_minor),
        (7, 1, 120)
    );
    assert_eq!(
        report.before,
        regulars_core::insight::MonthTotals::default()
    );
    assert_eq!((report.currency.as_str(), report.ranked), ("EUR", 2));
}

#[test]
fn a_reward_given_back_costs_nothing() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let redeemed = shop.redeem(shop.reward(anna)).unwrap();
    shop.undo(redeemed.change_id).unwrap();
    let totals = report(&shop, "2026-03").totals;
    assert_eq!(
        (totals.visits, totals.rewards, totals.rewards_cost_minor),
        (1, 0, 0)
    );
}

#[test]
fn the_ranking_goes_by_spend_then_visits_then_name() {
    let shop = Shop::open();
    let buy = |name: &str, amounts: &[i64]| {
        let member = shop.enrol(name);
        for amount in amounts {
            shop.buy(member, *amount, 0);
        }
    };
    buy("Zoltán", &[500, 500]);
    buy("Ágnes", &[1_000]);
    buy("Zsófia", &[400, 600]);
    buy("adam", &[1_000]);
    buy("Rich", &[5_000]);
    buy("Poor", &[1]);
    let report = report(&shop, "2026-03");
    assert_eq!(
        names(&report.top),
        [
            (1, "Rich"),
            (2, "Zoltán"),
            (3, "Zsófia"),
            (4, "adam"),
            (5, "Ágnes"),
            (6, "Poor")
        ]
    );
    for limit in 1..=6 {
        let short = shop.store.top_customers("2026-03", limit).unwrap();
        let all = &report.top[..limit as usize];
        assert_eq!(
            names(&short),
            names(all),
            "the first {limit} are the first of all"
        );
        let page = shop
            .store
            .month_report("2026-03", limit, shop.now())
            .unwrap();
        assert_eq!(page.top, all);
        assert_eq!(page.ranked, 6);
    }
}

#[test]
fn the_rank_before_is_the_rank_the_report_of_that_month_shows() {
    let shop = Shop::open();
    // All tie in March; enrolled in an order that is not the order of names.
    let members: Vec<_> = ["Éva", "anna", "Dóra", "Béla", "Cili"]
        .map(|name| shop.enrol(name))
        .into();
    for member in &members {
        shop.buy(*member, 500, 0);
    }
    let late = shop.enrol("Zoé");
    shop.at("2026-04-10 09:00");
    for (at, member) in (1_i64..).zip(members.iter().chain([&late])) {
        shop.buy(*member, at * 100, 0);
    }
    let march = report(&shop, "2026-03");
    for row in &report(&shop, "2026-04").top {
        let shown = march
            .top
            .iter()
            .find(|before| before.member_id == row.member_id);
        assert_eq!(
            row.rank_before,
            shown.map(|before| before.rank),
            "{}",
            row.name
        );
    }
    assert_eq!(top_of(&shop, "2026-04", late).rank_before, None);
}

#[test]
fn the_average_is_rounded_half_to_even() {
    let shop = Shop::open();
    for (name, amounts, average) in [
        ("2.5", vec![2, 3], 2),
        ("3.5", vec![3, 4], 4),
        ("thirds", vec![1, 1, 0], 1),
        ("two thirds", vec![1, 0, 0], 0),
        ("whole", vec![10, 20], 15),
    ] {
        let member = shop.enrol(name);
        for amount in amounts {
            shop.buy(member, amount, 0);
        }
        assert_eq!(
            top_of(&shop, "2026-03", member).average_minor,
            average,
            "{name}"
        );
    }
}

#[test]
fn a_fully_refunded_guest_still_came() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.buy(anna, 500, 1);
    shop.refund(visit, 500);
    let row = top_of(&shop, "2026-03", anna);
    assert_eq!((row.visits, row.spend_minor, row.average_minor), (1, 0, 0));
}

#[test]
fn a_guest_whose_every_visit_was_voided_is_not_ranked() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.buy(anna, 500, 1);
    shop.void(visit);
    let report = report(&shop, "2026-03");
    assert!(report.top.is_empty());
    assert_eq!(
        (
            report.ranked,
            report.totals.members_seen,
            report.totals.stamps
        ),
        (0, 0, 0)
    );
}

#[test]
fn the_month_ends_with_its_last_business_night() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.at("2026-04-01 03:30");
    shop.buy(anna, 100, 0);
    shop.at("2026-04-01 04:30");
    shop.buy(anna, 10, 0);
    assert_eq!(report(&shop, "2026-03").totals.spend_minor, 100);
    assert_eq!(report(&shop, "2026-04").totals.spend_minor, 10);
    assert_eq!(report(&shop, "2026-04").before.spend_minor, 100);
    assert_eq!(
        top_of(&shop, "2026-03", anna).last_visit,
        date("2026-03-31")
    );
}

#[test]
fn every_day_of_the_month_is_there_also_without_a_visit() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.at("2026-03-15 09:00");
    shop.buy(anna, 100, 0);
    shop.buy(anna, 50, 0);
    let days = report(&shop, "2026-03").days;
    assert_eq!(days.len(), 31);
    let busy: Vec<_> = days.iter().filter(|day| day.visits > 0).collect();
    assert_eq!(busy.len(), 1);
    assert_eq!(
        (busy[0].date, busy[0].visits, busy[0].spend_minor),
        (date("2026-03-15"), 2, 150)
    );
    assert_eq!(report(&shop, "2028-02").days.len(), 29);
}

#[test]
fn new_means_joined_in_that_month() {
    let shop = Shop::open();
    let joined = |name: &str, on: &str| {
        let draft = MemberDraft {
            joined_on: Some(date(on)),
            ..named(name)
        };
        shop.store
            .enrol(shop.ask(), &draft, true)
            .unwrap()
            .member_id
    };
    let (old, new, later) = (
        joined("Old", "2026-02-28"),
        joined("New", "2026-03-01"),
        joined("Later", "2026-04-01"),
    );
    for member in [old, new, later] {
        shop.buy(member, 100, 0);
    }
    assert!(!top_of(&shop, "2026-03", old).is_new);
    assert!(top_of(&shop, "2026-03", new).is_new);
    assert!(!top_of(&shop, "2026-03", later).is_new);
    assert_eq!(report(&shop, "2026-03").totals.new_members, 1);
}

#[test]
fn top_guests_who_stay_away_are_counted() {
    let shop = Shop::open();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.buy(anna, 500, 0);
    shop.buy(bela, 400, 0);
    assert_eq!(report(&shop, "2026-03").top_not_seen, 0);
    shop.at("2026-04-20 09:00");
    shop.buy(bela, 400, 0);
    assert_eq!(report(&shop, "2026-03").top_not_seen, 1);
}

#[test]
fn merged_guests_are_ranked_as_one() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    shop.buy(anna, 300, 0);
    shop.buy(twin, 400, 0);
    shop.merge(anna, twin);
    let report = report(&shop, "2026-03");
    assert_eq!((report.ranked, report.top[0].spend_minor), (1, 700));
}

#[test]
fn months_are_listed_newest_first_with_the_current_one() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    for at in ["2025-11-03 12:00", "2026-01-05 12:00", "2026-01-07 12:00"] {
        shop.at(at).stamp(anna, 1);
    }
    shop.at("2026-03-02 09:00");
    assert_eq!(
        shop.store.months(shop.now()).unwrap(),
        ["2026-03", "2026-01", "2025-11"]
    );
}

#[test]
fn what_is_not_a_month_is_refused() {
    let shop = Shop::open();
    for month in [
        "2026-13",
        "2026-00",
        "2026-3",
        "",
        "2026-03-01",
        "twenty",
        "9999-12-",
        "２０２６-03",
    ] {
        assert_eq!(
            refusal(shop.store.month_report(month, 10, shop.now())),
            Code::BadMonth,
            "{month:?}"
        );
        assert_eq!(refusal(shop.store.top_customers(month, 10)), Code::BadMonth);
    }
}

#[test]
fn a_limit_of_nothing_and_of_everything_is_fine() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.buy(anna, 300, 0);
    assert!(shop.store.top_customers("2026-03", 0).unwrap().is_empty());
    assert_eq!(
        shop.store.top_customers("2026-03", u32::MAX).unwrap().len(),
        1
    );
    assert!(
        shop.store
            .month_report("2026-03", 0, shop.now())
            .unwrap()
            .top
            .is_empty()
    );
}
