//! Amounts, stamps and numbers that cannot be.

use serde_json::{Value, json};

use crate::{
    app::{Window, fresh},
    cli::is_for_people,
    shop::{Shop, counts, rejects, text},
};

const BAD_AMOUNTS: [(&str, &str); 14] = [
    ("-1", "amount_negative"),
    ("-0.01", "amount_negative"),
    ("NaN", "amount_not_finite"),
    ("inf", "amount_not_finite"),
    ("1e308", "amount_exponent"),
    ("1E3", "amount_exponent"),
    ("99999999999999999999", "amount_too_large"),
    ("1.234", "amount_too_many_decimals"),
    ("12.505", "amount_too_many_decimals"),
    ("12 50", "amount_not_a_number"),
    ("twelve", "amount_not_a_number"),
    ("0x10", "amount_not_a_number"),
    ("1 250 Ft", "amount_other_currency"),
    ("=1+1", "amount_not_a_number"),
];

const GOOD_AMOUNTS: [(&str, &str); 10] = [
    ("12,50", "12.50"),
    ("12.50", "12.50"),
    ("12,5", "12.50"),
    ("1 250,00", "1250.00"),
    ("1\u{a0}250,00", "1250.00"),
    ("1,250.00", "1250.00"),
    ("1.250,00", "1250.00"),
    ("€ 3", "3.00"),
    ("3 EUR", "3.00"),
    ("0", "0.00"),
];

#[test]
fn amounts_that_cannot_be_are_refused_at_the_counter() {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna");
    let window = Window::open(&shop.data_dir());
    let before = shop.dump();
    for (amount, code) in BAD_AMOUNTS {
        let error = shop.run(["visit", &anna, "--amount", amount]).refused(code);
        assert_eq!(error["field"], "amount", "{amount}");
        let request = json!({ "request_id": fresh(), "member_id": anna, "amount": amount });
        let error = window.refuse("visit_record", request, code);
        assert_eq!(error.field.as_deref(), Some("amount"));
        assert!(is_for_people(&error.message), "{error}");
    }
    assert_eq!(shop.dump(), before);
    shop.verify();
}

#[test]
fn amounts_are_read_as_people_write_them() {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna");
    for (amount, meant) in GOOD_AMOUNTS {
        let done = shop.run(["visit", &anna, "--amount", amount]).done();
        assert_eq!(done["visit"]["amount"], meant, "{amount}");
    }
    // One mark and three digits mean what they mean in the shop's language.
    for (locale, amount, meant) in [("en", "1,234", "1234.00"), ("hu", "1.234", "1234.00")] {
        let shop = Shop::with("EUR", locale, "Europe/Budapest", "cafe");
        let anna = shop.enrol("Anna");
        let done = shop.run(["visit", &anna, "--amount", amount]).done();
        assert_eq!(done["visit"]["amount"], meant, "{locale}: {amount}");
    }
    let russian = Shop::with("RUB", "ru", "Europe/Moscow", "cafe");
    let anna = russian.enrol("Анна");
    russian
        .run(["visit", &anna, "--amount", "1.234"])
        .refused("amount_ambiguous");
    shop.verify();
}

#[test]
fn amounts_of_a_file_are_judged_alike() {
    let shop = Shop::cafe();
    let mut list = String::from("member;at;amount\n");
    for (amount, _) in BAD_AMOUNTS.iter().chain(&GOOD_AMOUNTS) {
        list.push_str(&format!("7;2026-10-01;\"{amount}\"\n"));
    }
    let done = shop
        .import("visits", &shop.file("v.csv", list), &["--create-members"])
        .done_with_rejects();
    let codes: Vec<String> = rejects(&done).into_iter().map(|(_, code)| code).collect();
    // The column holds "12,50" and "12.50", so that "1.234" could be either.
    let expected = BAD_AMOUNTS.map(|(_, code)| match code {
        "amount_too_many_decimals" => "amount_ambiguous",
        code => code,
    });
    assert_eq!(codes, expected);
    assert_eq!(counts(&done), [24, 10, 0, 0, 14]);
    // 12.50 three times, 1,250 four times, 3 twice, 0 once.
    assert_eq!(shop.run(["member", "show", "7"]).done()["spend"], "5043.50");
    shop.verify();
}

#[test]
fn stamps_that_cannot_be_are_refused() {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna");
    let window = Window::open(&shop.data_dir());
    let before = shop.dump();
    for stamps in [
        "0",
        "-1",
        "10000",
        "101",
        "1.5",
        "one",
        "",
        "99999999999999999999",
    ] {
        let error = shop
            .run(["visit", &anna, "--stamps", stamps])
            .refused("bad_stamps");
        assert_eq!(error["field"], "stamps");
    }
    for (stamps, code) in [
        (json!(-1), "bad_request"),
        (json!(101), "bad_stamps"),
        (json!(10_000), "bad_stamps"),
    ] {
        let request = json!({ "request_id": fresh(), "member_id": anna, "stamps": stamps });
        window.refuse("visit_record", request, code);
    }
    assert_eq!(shop.dump(), before);
    shop.run(["visit", &anna, "--stamps", "100"]).done();
    shop.verify();
}

/// A member with a card.
fn anna(shop: &Shop) -> (String, String) {
    let added = shop.run(["member", "add", "--name", "Anna"]).done();
    (text(&added["member"]["id"]), text(&added["card_number"]))
}

#[test]
fn a_card_number_with_a_slip_is_told_apart_from_an_unknown_one() {
    let shop = Shop::cafe();
    let (_, number) = anna(&shop);
    let before = shop.dump();
    for place in 0..13 {
        let mut digits = number.clone().into_bytes();
        digits[place] = b'0' + (digits[place] - b'0' + 1) % 10;
        let mistyped = String::from_utf8(digits).unwrap();
        let error = shop.run(["visit", &mistyped]).refused("card_check_digit");
        assert!(text(&error["message"]).contains(&mistyped), "{error}");
    }
    shop.run(["visit", "2900000000001"])
        .refused("card_not_found");
    shop.run(["visit", &number[..12]])
        .refused("member_not_found");
    assert_eq!(shop.dump(), before);
}

#[test]
fn a_blocked_card_gets_no_stamp() {
    let shop = Shop::cafe();
    let (id, number) = anna(&shop);
    let window = Window::open(&shop.data_dir());
    let card = window.call("member_glance", json!({ "member_id": id }))["cards"][0]["id"].clone();
    window.call(
        "card_change",
        json!({ "request_id": fresh(), "card_id": card, "action": "block" }),
    );
    let before = shop.dump();
    for command in ["visit", "redeem"] {
        let error = shop.run([command, &number]).refused("card_blocked");
        assert!(text(&error["message"]).contains("Anna"), "{error}");
    }
    assert_eq!(shop.dump(), before);
    // A file of what happened before is history: it is taken.
    let file = shop.file(
        "v.csv",
        format!("member,at,amount\n{number},2026-10-01,3\n"),
    );
    assert_eq!(
        counts(&shop.import("visits", &file, &[]).done()),
        [1, 1, 0, 0, 0]
    );
}

#[test]
fn texts_that_cannot_be_kept_are_refused() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let before = shop.dump();
    for (draft, code) in [
        (json!({ "name": "x".repeat(121) }), "text_too_long"),
        (json!({ "name": "Bell\u{7}" }), "text_control"),
        (
            json!({ "name": "Anna", "notes": "x".repeat(2_001) }),
            "text_too_long",
        ),
        (
            json!({ "name": "Anna", "external_id": "x".repeat(81) }),
            "text_too_long",
        ),
        (json!({ "name": "Anna", "locale": "de" }), "bad_locale"),
        (
            json!({ "name": "Anna", "birthday": { "month": 2, "day": 30, "year": null } }),
            "bad_date",
        ),
        (
            json!({ "name": "Anna", "birthday": { "month": 13, "day": 1, "year": null } }),
            "bad_date",
        ),
        (json!({ "name": " \t " }), "member_needs_name"),
    ] {
        let request = json!({ "request_id": fresh(), "draft": draft });
        let error = window.refuse("member_enrol", request, code);
        assert!(is_for_people(&error.message), "{error}");
    }
    assert_eq!(shop.dump(), before);
}

#[test]
fn hostile_searches_find_nothing_and_break_nothing() {
    let shop = Shop::cafe();
    let (_, number) = anna(&shop);
    let window = Window::open(&shop.data_dir());
    let long = "a".repeat(100_000);
    for query in [
        "\"",
        "'",
        "*",
        "a*",
        "NEAR(",
        "a AND",
        "-",
        "name_folded : a",
        "%",
        "\0",
        "({})",
        "\u{202e}",
        &long,
        "",
    ] {
        let found = window.call("counter_search", json!({ "query": query, "limit": 50 }));
        assert!(found["hits"].is_array(), "{query:?}");
    }
    let found = window.call("counter_search", json!({ "query": number, "limit": 5 }));
    assert_eq!(found["hits"][0]["name"], "Anna");
    shop.verify();
}

#[test]
fn limits_of_lists_are_kept() {
    let shop = Shop::none();
    shop.say("demo --members 80 --visits 200").done();
    let window = Window::open(&shop.data_dir());
    let hits = |limit: u32| {
        let found = window.call("counter_search", json!({ "query": "a", "limit": limit }));
        found["hits"].as_array().map(Vec::len).unwrap()
    };
    assert_eq!(hits(1), 1);
    assert!(
        hits(0) <= 1 && hits(u32::MAX) <= 50,
        "{} {}",
        hits(0),
        hits(u32::MAX)
    );
    let rows = |limit: u32| {
        let page = window.call("members_list", json!({ "limit": limit }));
        page["rows"].as_array().map(Vec::len).unwrap()
    };
    assert_eq!((rows(7), rows(u32::MAX)), (7, 80));
    let list: Value = window.call("members_list", json!({ "limit": 10, "offset": u32::MAX }));
    assert_eq!(list["rows"], json!([]));
}
