//! Time comes from outside, and the clock on the PC is not to be trusted.

use regulars_core::{Code, program::StampRules, shop::ShopPatch, visit::VisitDraft};

use crate::shop::{Shop, date, days, instant, refusal, ten_stamps, visit_of};

#[test]
fn work_goes_on_when_the_clock_is_set_back() {
    let shop = Shop::with(&StampRules {
        stamp_lifetime: days(30),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    shop.at("2026-03-10 12:00").stamp(anna, 2);
    shop.at("2026-03-01 12:00").stamp(anna, 3);
    shop.at("2025-12-31 12:00").stamp(anna, 1);
    assert_eq!(shop.balance(anna), 6);
    let stats = shop.glance(anna).stats;
    assert_eq!(stats.first_visit_on, Some(date("2025-12-31")));
    assert_eq!(stats.last_visit_on, Some(date("2026-03-10")));
    assert_eq!(
        stats.days_since_last,
        Some(0),
        "a visit in the future is not long ago"
    );
}

#[test]
fn the_order_of_changes_is_kept_by_number_not_by_time() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    for at in ["2026-03-10 12:00", "2026-03-01 12:00", "2026-03-05 12:00"] {
        shop.at(at).stamp(anna, 1);
    }
    let gaps = "SELECT count(*) FROM change a WHERE till_seq > 1
                AND NOT EXISTS (SELECT 1 FROM change b WHERE b.till_seq = a.till_seq - 1)";
    assert_eq!(shop.number(gaps), 0);
    let turned = "SELECT count(*) FROM change a JOIN change b ON b.till_seq > a.till_seq WHERE b.rid < a.rid";
    assert_eq!(shop.number(turned), 0);
    let stamps = "SELECT group_concat(business_date, ' ') FROM (SELECT business_date FROM change
                  WHERE op = 'visit.record' ORDER BY till_seq)";
    let order: String = shop
        .store
        .read(|db| Ok(db.query_row(stamps, [], |row| row.get(0))?))
        .unwrap();
    assert_eq!(order, "2026-03-10 2026-03-01 2026-03-05");
}

#[test]
fn a_program_made_later_still_serves_a_clock_set_before_it() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.at("2020-01-01 12:00");
    assert_eq!(shop.stamp(anna, 1).stamps_earned, 1);
}

#[test]
fn a_late_night_counts_to_the_day_before_and_the_hour_can_be_set() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let day = |at: &str| {
        shop.at(at);
        shop.stamp(anna, 0).visit.business_date
    };
    assert_eq!(day("2026-03-05 03:59"), date("2026-03-04"));
    assert_eq!(day("2026-03-05 04:00"), date("2026-03-05"));
    let patch = ShopPatch {
        day_start_minute: Some(0),
        ..ShopPatch::default()
    };
    shop.store.update_shop(shop.ask(), &patch).unwrap();
    assert_eq!(day("2026-03-06 00:01"), date("2026-03-06"));
    let patch = ShopPatch {
        day_start_minute: Some(721),
        ..ShopPatch::default()
    };
    assert_eq!(
        refusal(shop.store.update_shop(shop.ask(), &patch)),
        Code::OutOfRange
    );
}

#[test]
fn recorded_visits_keep_their_business_date_when_the_time_zone_changes() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.at("2026-03-05 12:00").stamp(anna, 1).visit.id;
    let patch = ShopPatch {
        time_zone: Some("Pacific/Kiritimati".into()),
        ..ShopPatch::default()
    };
    shop.store.update_shop(shop.ask(), &patch).unwrap();
    assert_eq!(shop.visit(visit).business_date, date("2026-03-05"));
    assert_eq!(
        shop.stamp(anna, 1).visit.business_date,
        date("2026-03-05"),
        "01:00 on the 6th there"
    );
}

#[test]
fn the_hour_that_comes_twice_in_autumn_is_one_evening() {
    let shop = Shop::with(&StampRules {
        daily_cap: Some(1),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    let first = instant("2026-10-25 02:30");
    shop.at_ms(first);
    assert_eq!(shop.stamp(anna, 1).stamps_earned, 1);
    shop.at_ms(first + 3_600_000); // 02:30 once more
    let second = shop.stamp(anna, 1);
    assert_eq!(second.stamps_earned, 0);
    assert_eq!(second.visit.business_date, date("2026-10-24"));
}

#[test]
fn impossible_instants_are_refused_and_do_no_harm() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let before = shop.picture();
    // The ends of 64 bits, of chrono's calendar, and of what dates in a file can say.
    let ends = [
        i64::MIN,
        i64::MAX,
        -8_334_601_228_800_000,
        8_210_266_876_799_999,
        253_402_300_800_000,
        -62_200_000_000_000,
    ];
    for now_ms in ends {
        shop.at_ms(now_ms);
        let request = regulars_core::WriteRequest {
            request_id: regulars_core::id::RequestId::random(),
            now_ms,
        };
        assert_eq!(
            refusal(shop.store.record_visit(request, &visit_of(anna))),
            Code::OutOfRange,
            "{now_ms}"
        );
        assert_eq!(refusal(shop.store.daily_run(request)), Code::OutOfRange);
        assert!(shop.store.glance(anna, now_ms).is_err());
        assert!(shop.store.till_today(now_ms).is_err());
        assert!(shop.store.month_report("2026-03", 10, now_ms).is_err());
    }
    assert_eq!(shop.picture(), before);
    // Before 1970 is unusual, but a date like any other.
    shop.at_ms(-1_000);
    let draft = VisitDraft {
        stamps: Some(1),
        ..visit_of(anna)
    };
    assert_eq!(
        shop.record(&draft).unwrap().visit.business_date,
        date("1969-12-31")
    );
    shop.at(crate::shop::MORNING);
}
