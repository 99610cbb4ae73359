//! The demo shop: the same for the same seed, sound in every language.

use serde_json::{Value, json};

use crate::{
    cli::NOW,
    shop::{Shop, text},
};

fn demo(locale: &str, preset: &str, seed: &str) -> (Shop, Value) {
    let shop = Shop::none();
    let size = ["demo", "--members", "60", "--visits", "900", "--seed", seed];
    let made = shop.run(
        size.iter()
            .chain(&["--locale", locale, "--preset", preset, "--now", NOW]),
    );
    (shop, made.done())
}

fn report(shop: &Shop) -> Value {
    shop.say("report top-customers --month 2026-10 --limit 50")
        .done()
}

#[test]
fn the_same_seed_makes_the_same_shop() {
    let (one, made) = demo("en", "salon", "7");
    let (other, again) = demo("en", "salon", "7");
    assert_eq!(made, again);
    assert_eq!(report(&one), report(&other));
    let (holdings, others) = [&one, &other]
        .map(|shop| crate::database::holdings(&shop.data_dir()))
        .into();
    assert_eq!(holdings, others);

    let (different, _) = demo("en", "salon", "8");
    assert_ne!(report(&one)["rows"], report(&different)["rows"]);
}

#[test]
fn a_demo_is_sound_in_every_language_and_kind() {
    for (locale, currency) in [("en", "EUR"), ("ru", "RUB"), ("hu", "HUF")] {
        for preset in ["cafe", "salon"] {
            let (shop, made) = demo(locale, preset, "2026");
            shop.verify();
            assert_eq!(made["members"], 60, "{locale} {preset}");
            let visits = made["visits"].as_u64().unwrap();
            assert!(
                (600..=1_300).contains(&visits),
                "{locale} {preset}: {visits} visits"
            );
            let report = report(&shop);
            assert_eq!(report["currency"], currency);
            assert!(report["rows"].as_array().unwrap().len() > 5, "{report}");
        }
    }
}

#[test]
fn a_demo_looks_lived_in() {
    let (shop, _) = demo("ru", "cafe", "2026");
    let count = |sql: &str| crate::database::number(&shop.data_dir(), sql);
    assert_eq!(count("SELECT is_demo FROM shop"), 1);
    assert!(
        count("SELECT count(*) FROM visit WHERE status = 'void'") > 0,
        "no void"
    );
    assert!(
        count("SELECT count(*) FROM reward_grant WHERE status = 'available'") > 0,
        "no full card"
    );
    assert!(count("SELECT count(*) FROM reward_grant WHERE status = 'redeemed'") > 0);
    assert!(
        count("SELECT count(*) FROM member WHERE last_visit_on < '2026-09-01'") > 0,
        "no lapsed guest"
    );
    assert!(
        count("SELECT count(*) FROM member WHERE joined_on >= '2026-11-01'") > 0,
        "no newcomer"
    );
    assert!(
        count("SELECT count(*) FROM visit WHERE business_date > '2026-11-21'") == 0,
        "the future"
    );
    let name = crate::database::text(
        &shop.data_dir(),
        "SELECT name FROM member WHERE name <> '' ORDER BY name DESC LIMIT 1",
    );
    assert!(
        name.chars().any(|letter| ('а'..='я').contains(&letter)),
        "{name}"
    );
}

#[test]
fn gifts_of_greetings_are_used_and_some_come_back_for_them() {
    let (shop, _) = demo("hu", "cafe", "2026");
    let gifts = |status: &str| {
        let sql = "SELECT count(*) FROM reward_grant WHERE source = 'gift' AND status = '{status}'";
        crate::database::number(&shop.data_dir(), &sql.replace("{status}", status))
    };
    assert!(gifts("redeemed") > 0, "no gift was used");
    assert!(gifts("available") > 0, "no gift waits");
    let came = crate::database::number(
        &shop.data_dir(),
        "SELECT count(*) FROM touch t JOIN moment m ON m.id = t.moment_id
         WHERE m.code = 'drifting' AND t.status = 'done'
           AND EXISTS (SELECT 1 FROM visit v WHERE v.member_id = t.member_id AND v.business_date > t.due_on)",
    );
    assert!(came > 0, "nobody came back");
}

#[test]
fn a_demo_salon_keeps_a_book() {
    let (shop, _) = demo("ru", "salon", "2026");
    let count = |sql: &str| crate::database::number(&shop.data_dir(), sql);
    for (status, when) in [
        ("kept", "<="),
        ("missed", "<="),
        ("cancelled", "<="),
        ("booked", ">="),
    ] {
        let sql = format!(
            "SELECT count(*) FROM appointment WHERE status = '{status}' AND on_date {when} '2026-11-21'"
        );
        assert!(count(&sql) > 0, "none {status}");
        assert_eq!(
            count(&sql),
            count(&format!(
                "SELECT count(*) FROM appointment WHERE status = '{status}'"
            )),
            "{status} on the wrong side of today"
        );
    }
    for moment in ["recall", "missed_appointment"] {
        let sql = format!(
            "SELECT count(*) FROM touch t JOIN moment m ON m.id = t.moment_id
             WHERE m.code = '{moment}' AND t.status IN ('done', 'planned')"
        );
        assert!(count(&sql) > 0, "nobody was greeted by {moment}");
    }
}

#[test]
fn what_expired_in_a_demo_is_no_news_of_its_first_morning() {
    let (shop, _) = demo("en", "cafe", "2026");
    let day = shop.say("day").done();
    assert_eq!(
        (&day["stamps_expired"], &day["rewards_expired"]),
        (&json!(0), &json!(0))
    );
}

#[test]
fn a_demo_serves_as_any_shop() {
    let (shop, _) = demo("hu", "cafe", "2026");
    let top = text(&report(&shop)["rows"][0]["member"]["id"]);
    shop.run(["visit", &top, "--amount", "1 250"]).done();
    shop.say("cards print --all --sheet a4 --out /dev/null/no.pdf")
        .refused("file_failed");
    shop.verify();
}
