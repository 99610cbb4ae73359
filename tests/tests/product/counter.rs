//! The counter on the command line: members, visits, rewards, taking back.

use serde_json::{Value, json};

use crate::shop::{Shop, text};

/// Anna, known in every way there is.
fn anna(shop: &Shop) -> Value {
    let names = [
        "member",
        "add",
        "--name",
        "Kovács Anna",
        "--phone",
        "06 30 555 0142",
    ];
    let keys = [
        "--email",
        "anna@example.com",
        "--external-id",
        "0042",
        "--birthday",
        "02-29",
    ];
    let more = ["--notes", "Oat milk", "--locale", "hu", "--consent-email"];
    shop.run(names.iter().chain(&keys).chain(&more)).done()
}

#[test]
fn a_member_is_shown_as_it_was_added() {
    let shop = Shop::cafe();
    let added = anna(&shop);
    let number = text(&added["card_number"]);
    assert_eq!(number.len(), 13);
    assert!(number.starts_with("29"), "{number}");
    let shown = shop.run(["member", "show", "0042"]).done();
    assert_eq!(shown["member"], added["member"]);
    assert_eq!(
        added["member"],
        json!({ "id": added["member"]["id"], "name": "Kovács Anna", "phone": "+36305550142",
                "email": "anna@example.com", "birthday": "02-29", "locale": "hu",
                "notes": "Oat milk", "address": "", "messenger": "", "external_id": "0042", "joined_on": "2026-11-21",
                "status": "active" })
    );
    assert_eq!(
        shown["cards"],
        json!([{ "number": number, "status": "active" }])
    );
    assert_eq!(
        (
            &shown["visits"],
            &shown["spend"],
            &shown["stamps"],
            &shown["stamps_required"]
        ),
        (&json!(0), &json!("0.00"), &json!(0), &json!(10))
    );
}

#[test]
fn a_member_is_named_in_any_way() {
    let shop = Shop::cafe();
    shop.enrol("Somebody else");
    let added = anna(&shop);
    let (id, number) = (text(&added["member"]["id"]), text(&added["card_number"]));
    for named in [
        id.as_str(),
        &number,
        "0042",
        "+36305550142",
        "+36 (30) 555-01-42",
        "0036 30 555 0142",
        "06305550142",
        "30 555 0142",
        "anna@example.com",
    ] {
        let shown = shop.run(["member", "show", named]).done();
        assert_eq!(shown["member"]["id"], id, "{named}");
    }
    shop.run(["member", "show", "42"])
        .refused("member_not_found");
    shop.run(["member", "show", "Kovács Anna"])
        .refused("member_not_found");
}

#[test]
fn finding_ranks_as_the_counter_does() {
    let shop = Shop::cafe();
    for name in [
        "Annamária Kiss",
        "Anna Kovács",
        "Joanna Nagy",
        "Hannah",
        "Ёлкина Анна",
    ] {
        shop.enrol(name);
    }
    let names = |query: &str| -> Vec<String> {
        let found = shop.run(["member", "find", query]).done();
        found["hits"]
            .as_array()
            .unwrap()
            .iter()
            .map(|hit| text(&hit["name"]))
            .collect()
    };
    // A whole word before a beginning; no other place in a word.
    assert_eq!(names("anna"), ["Anna Kovács", "Annamária Kiss"]);
    assert_eq!(names("kov"), ["Anna Kovács"]);
    assert_eq!(names("kovacs an"), ["Anna Kovács"]);
    assert_eq!(names("елкина"), ["Ёлкина Анна"]);
    assert_eq!(names("zzz"), [""; 0]);
    // Who was here last comes first among equals.
    shop.enrol("Anna Szabó");
    shop.run(["visit", &text(&hit(&shop, "anna kovács")["id"])])
        .done();
    assert_eq!(names("anna")[0], "Anna Kovács");
    assert_eq!(
        shop.run(["member", "find", "anna", "--limit", "1"]).done()["hits"]
            .as_array()
            .unwrap()
            .len(),
        1
    );
}

fn hit(shop: &Shop, query: &str) -> Value {
    shop.run(["member", "find", query]).done()["hits"][0].clone()
}

#[test]
fn finding_reads_card_numbers_and_ends_of_phones() {
    let shop = Shop::cafe();
    let added = anna(&shop);
    let number = text(&added["card_number"]);
    assert_eq!(hit(&shop, "0142")["name"], "Kovács Anna");
    assert_eq!(hit(&shop, &number[..6])["name"], "Kovács Anna");
    let found = shop.run(["member", "find", &number]).done();
    assert_eq!(found["scan"]["kind"], "found");
    assert_eq!(found["scan"]["member_id"], added["member"]["id"]);
    let misread = with_wrong_check_digit(&number);
    let found = shop.run(["member", "find", &misread]).done();
    assert_eq!(found["scan"]["kind"], "bad_check_digit");
    let found = shop.run(["member", "find", "2900000000001"]).done();
    assert_eq!(found["scan"]["kind"], "unknown");
}

/// The same card with its last digit misread.
fn with_wrong_check_digit(number: &str) -> String {
    let last = (number.as_bytes()[12] - b'0' + 1) % 10;
    format!("{}{last}", &number[..12])
}

#[test]
fn a_member_that_is_there_already_is_not_added_again() {
    let shop = Shop::cafe();
    anna(&shop);
    let before = shop.dump();
    let add = |args: &[&str]| shop.run(["member", "add"].iter().chain(args));
    let taken = add(&["--name", "Béla", "--phone", "+36-30-555-0142"]).refused("phone_taken");
    assert!(taken["message"].as_str().unwrap().contains("Kovács Anna"));
    add(&["--name", "Béla", "--external-id", "0042"]).refused("external_id_taken");
    add(&["--name", "kovacs  ANNA"]).refused("same_name");
    add(&["--name", "Béla", "--phone", "12"]).refused("phone_too_short");
    add(&["--name", "Béla", "--email", "bela"]).refused("bad_email");
    add(&["--name", "Béla", "--birthday", "02-30"]).refused("date_no_such_day");
    add(&["--name", "Béla", "--card-number", "2912345678901"]).refused("card_check_digit");
    add(&["--email", "x@example.com"]).refused("member_needs_name");
    add(&[]).refused("member_needs_name");
    assert_eq!(shop.dump(), before);
    add(&["--name", "kovacs  ANNA", "--allow-same-name"]).done();
    shop.verify();
}

#[test]
fn a_visit_says_what_it_did() {
    let shop = Shop::cafe();
    let id = text(&anna(&shop)["member"]["id"]);
    let done = shop
        .run(["visit", &id, "--amount", "1 250,5", "--note", "flat white"])
        .done();
    assert_eq!(done["visit"]["amount"], "1250.50");
    assert_eq!(done["visit"]["date"], "2026-11-21");
    assert_eq!(done["visit"]["note"], "flat white");
    assert_eq!(done["member"], json!({ "id": id, "name": "Kovács Anna" }));
    assert_eq!(
        (&done["stamps_earned"], &done["stamps"]),
        (&json!(1), &json!(1))
    );
    let done = shop.run(["visit", &id, "--stamps", "11"]).done();
    assert_eq!(done["visit"]["amount"], Value::Null);
    assert_eq!(
        (&done["stamps_earned"], &done["stamps"]),
        (&json!(11), &json!(2))
    );
    let unlocked = done["unlocked"].as_array().unwrap();
    assert_eq!(unlocked.len(), 1);
    assert_eq!(unlocked[0]["expires_on"], "2027-02-21");
    let shown = shop.run(["member", "show", &id]).done();
    assert_eq!(shown["rewards"], done["unlocked"]);
    assert_eq!(
        (&shown["visits"], &shown["spend"]),
        (&json!(2), &json!("1250.50"))
    );
    assert_eq!(shown["last_visits"].as_array().unwrap().len(), 2);
}

#[test]
fn a_reward_is_handed_over_once() {
    let shop = Shop::cafe();
    let id = shop.enrol("Anna");
    shop.run(["redeem", &id]).refused("no_reward");
    let done = shop.run(["visit", &id, "--stamps", "10"]).done();
    let code = text(&done["unlocked"][0]["code"]);
    let redeemed = shop.run(["redeem", &id]).done();
    assert_eq!(redeemed["reward"]["code"], code);
    assert_eq!(redeemed["reward"]["status"], "redeemed");
    let before = shop.dump();
    shop.run(["redeem", &id]).refused("no_reward");
    shop.run(["redeem", &id, "--reward", &code])
        .refused("grant_redeemed");
    assert_eq!(shop.dump(), before);
    shop.verify();
}

#[test]
fn a_reward_is_named_by_id_code_or_name() {
    let shop = Shop::cafe();
    let id = shop.enrol("Anna");
    let done = shop.run(["visit", &id, "--stamps", "30"]).done();
    let grants = done["unlocked"].as_array().unwrap();
    assert_eq!(grants.len(), 3);
    let redeem = |reward: &str| shop.run(["redeem", &id, "--reward", reward]);
    let by_id = redeem(&text(&grants[2]["id"])).done();
    assert_eq!(by_id["reward"]["id"], grants[2]["id"]);
    let by_code = redeem(&text(&grants[1]["code"]).to_lowercase()).done();
    assert_eq!(by_code["reward"]["id"], grants[1]["id"]);
    let by_name = redeem("free COFFEE of any size").done();
    assert_eq!(by_name["reward"]["id"], grants[0]["id"]);
    redeem("Free coffee of any size").refused("no_reward");
    redeem("Free lunch").refused("no_reward");
    // Nobody redeems another member's reward.
    let bela = shop.enrol("Béla");
    let done = shop.run(["visit", &bela, "--stamps", "10"]).done();
    redeem(&text(&done["unlocked"][0]["id"])).refused("no_reward");
    shop.verify();
}

#[test]
fn a_visit_is_taken_back_by_id_or_external_id() {
    let shop = Shop::cafe();
    let id = shop.enrol("Anna");
    let file = format!(
        "member,at,amount,external_id\n{id},2026-11-01,10.00,R-7\n{id},2026-11-02,8.00,R-8\n"
    );
    let file = shop.file("visits.csv", file);
    shop.import("visits", &file, &["--earn"]).done();
    let visit = text(
        &shop
            .run(["visit", &id, "--amount", "20", "--stamps", "4"])
            .done()["visit"]["id"],
    );
    let spend = || shop.run(["member", "show", &id]).done()["spend"].clone();

    let back = shop.run(["refund", &visit, "--amount", "5"]).done();
    assert_eq!(
        (&back["stamps_reversed"], &back["stamps"]),
        (&json!(1), &json!(5))
    );
    assert_eq!(spend(), "33.00");
    let back = shop.run(["refund", "R-7", "--amount", "10,00"]).done();
    assert_eq!(
        (&back["stamps_reversed"], &back["stamps"]),
        (&json!(1), &json!(4))
    );
    assert_eq!(spend(), "23.00");
    let back = shop.run(["void", "R-8"]).done();
    assert_eq!(
        (&back["stamps_reversed"], &back["stamps"]),
        (&json!(1), &json!(3))
    );
    let back = shop.run(["void", &visit]).done();
    assert_eq!(
        (&back["stamps_reversed"], &back["stamps"]),
        (&json!(3), &json!(0))
    );
    assert_eq!(spend(), "0.00");

    let before = shop.dump();
    shop.run(["void", "R-8"]).refused("visit_voided");
    shop.run(["refund", &visit, "--amount", "1"])
        .refused("visit_voided");
    shop.run(["refund", "R-7", "--amount", "0.01"])
        .refused("refund_too_large");
    shop.run(["void", "R-9"]).refused("visit_not_found");
    shop.run(["refund", "R-9", "--amount", "1"])
        .refused("visit_not_found");
    assert_eq!(shop.dump(), before);
    shop.verify();
}

#[test]
fn a_refund_says_no_to_what_cannot_be_given_back() {
    let shop = Shop::cafe();
    let id = shop.enrol("Anna");
    let with = text(&shop.run(["visit", &id, "--amount", "20"]).done()["visit"]["id"]);
    let without = text(&shop.run(["visit", &id]).done()["visit"]["id"]);
    let before = shop.dump();
    let error = shop
        .run(["refund", &with, "--amount", "20.01"])
        .refused("refund_too_large");
    assert_eq!(error["details"], json!({ "left": "20.00" }));
    shop.run(["refund", &with, "--amount", "-1"])
        .refused("amount_negative");
    shop.run(["refund", &with, "--amount", "much"])
        .refused("amount_not_a_number");
    shop.run(["refund", &with, "--amount", "0"])
        .refused("refund_zero");
    shop.run(["refund", &without, "--amount", "1"])
        .refused("nothing_to_refund");
    assert_eq!(shop.dump(), before);
}

#[test]
fn no_more_can_be_paid_with_a_reward_than_in_all() {
    let shop = Shop::cafe();
    let id = shop.enrol("Anna");
    let visit = |part: &str| shop.run(["visit", &id, "--amount", "5", "--reward-part", part]);
    let before = shop.dump();
    visit("5.01").refused("reward_part_too_large");
    visit("-1").refused("amount_negative");
    assert_eq!(shop.dump(), before);
    assert_eq!(visit("4.50").done()["visit"]["amount"], "5.00");
}

#[test]
fn people_get_sentences() {
    let shop = Shop::cafe();
    let id = shop.enrol("Anna");
    let say = |args: &[&str]| {
        let ran = crate::cli::finish(crate::cli::command(&shop.data_dir()).args(args));
        assert_eq!((ran.code, ran.stderr.as_str()), (Some(0), ""), "{ran:?}");
        assert!(
            !ran.stdout.contains("cli-") && !ran.stdout.contains('{'),
            "{}",
            ran.stdout
        );
        ran.stdout
    };
    assert!(say(&["visit", &id, "--stamps", "10"]).contains("Anna: 10 stamps added"));
    assert!(say(&["redeem", &id]).contains("Anna: Free coffee of any size handed over"));
    assert!(say(&["member", "find", "ann"]).contains("Anna"));
    assert!(say(&["member", "find", "zzz"]).contains("Nobody was found"));
    assert!(say(&["member", "show", &id]).contains("0/10"));
    assert!(say(&["verify"]).contains("Everything agrees"));
    assert!(say(&["day"]).contains("Expired: 0 stamps, 0 rewards"));
    assert!(
        say(&["report", "top-customers", "--month", "2020-01"]).contains("no visits in 2020-01")
    );
    assert!(say(&["member", "add", "--name", "Béla"]).contains("Béla is enrolled. Card 29"));
}

#[test]
fn a_redemption_tried_again_under_its_request_id_hands_over_one_reward() {
    let shop = Shop::cafe();
    let card = shop.enrol("Anna");
    shop.run(["visit", &card, "--stamps", "30"]).done();
    let id = crate::app::fresh();
    let redeem = || shop.run(["redeem", &card, "--request-id", &id]).done();
    let first = redeem();
    assert_eq!(redeem(), first);
    let shown = shop.run(["member", "show", &card]).done();
    let left = shown["rewards"].as_array().map(Vec::len);
    assert_eq!(left, Some(2), "{shown}");
    shop.verify();
}
