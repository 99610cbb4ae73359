//! What is kept about members, from the command line: consents, appointments, two
//! records of one person, who is put away; and how much they are greeted.

use serde_json::{Value, json};

use crate::shop::{Shop, text};

/// A salon that calls who missed an appointment, and Anna, who may be called.
fn salon() -> (Shop, String) {
    let shop = Shop::with("EUR", "en", "Europe/Budapest", "salon");
    let added = shop
        .run([
            "member",
            "add",
            "--name",
            "Anna Lee",
            "--phone",
            "+36305550101",
        ])
        .done();
    let anna = text(&added["member"]["id"]);
    let given = shop.run([
        "consent",
        "give",
        &anna,
        "--channel",
        "call",
        "--how",
        "on paper, 3 May",
    ]);
    assert_eq!(consent(&given.done(), "call")["how"], "on paper, 3 May");
    (shop, anna)
}

fn consent<'a>(document: &'a Value, channel: &str) -> &'a Value {
    let consents = document["consents"].as_array().unwrap();
    consents
        .iter()
        .find(|consent| consent["channel"] == channel)
        .unwrap()
}

fn touches(shop: &Shop, status: &str) -> Vec<Value> {
    let list = shop.run(["schedule", "list", "--status", status]).done();
    list["touches"].as_array().unwrap().clone()
}

#[test]
fn a_missed_appointment_is_noted_and_a_withdrawn_consent_undone() {
    let (shop, anna) = salon();
    let added = shop
        .run(["appointment", "add", &anna, "--on", "2026-11-20"])
        .done();
    let appointment = text(&added["appointment"]["id"]);
    assert_eq!(added["appointment"]["status"], "booked");
    shop.run(["appointment", "set", &appointment, "--status", "missed"])
        .done();
    let listed = shop.run(["appointment", "list", &anna]).done();
    assert_eq!(listed["appointments"][0]["status"], "missed", "{listed}");
    assert_eq!(listed["appointments"][0]["noted_on"], "2026-11-21");

    shop.say("schedule run --as-of 2026-11-25").done();
    let planned = touches(&shop, "planned");
    let calls = |touches: &[Value]| {
        let call = |touch: &&Value| touch["channel"] == "call";
        touches.iter().filter(call).count()
    };
    assert!(calls(&planned) > 0, "{planned:?}");

    let withdrawn = shop
        .run(["consent", "withdraw", &anna, "--channel", "call"])
        .done();
    assert_eq!(consent(&withdrawn, "call")["granted"], false);
    let left_out = withdrawn["left_out"].as_array().unwrap().len();
    assert_eq!(left_out, calls(&planned));
    assert_eq!(calls(&touches(&shop, "planned")), 0);

    let change = text(&withdrawn["change"]);
    let undone = shop.run(["consent", "undo", &change]).done();
    assert_eq!(undone, json!({ "planned": left_out, "stayed": 0 }));
    let standing = shop.run(["consent", "list", &anna]).done();
    assert_eq!(consent(&standing, "call")["how"], "on paper, 3 May");
    assert_eq!(touches(&shop, "planned").len(), planned.len());
    shop.run(["consent", "undo", &change])
        .refused("already_undone");
    shop.run(["consent", "undo", "nonsense"])
        .refused("not_undoable");

    shop.run(["appointment", "remove", &appointment]).done();
    let listed = shop.run(["appointment", "list", &anna]).done();
    assert_eq!(listed["appointments"], json!([]));
    shop.run(["appointment", "remove", &appointment])
        .refused("appointment_not_found");
    shop.run(["consent", "give", &anna, "--channel", "sms", "--how", " "])
        .refused("text_empty");
    shop.run(["consent", "give", &anna, "--channel", "fax"])
        .usage();
    shop.verify();
}

#[test]
fn a_member_is_corrected_field_by_field_and_the_rest_stays() {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna Lee");
    shop.run([
        "member",
        "edit",
        &anna,
        "--birthday",
        "1990-05-06",
        "--email",
        "anna@example.com",
    ])
    .done();
    let edited = shop.run([
        "member",
        "edit",
        "anna@example.com",
        "--name",
        "Anna Leigh",
        "--birthday",
        "",
    ]);
    let member = &edited.done()["member"];
    assert_eq!(member["name"], "Anna Leigh");
    assert_eq!(member["email"], "anna@example.com");
    assert_eq!(member["birthday"], json!(null));
    shop.run(["member", "edit", &anna, "--name", ""])
        .refused("member_needs_name");
    assert_eq!(
        shop.run(["member", "edit", &anna]).code,
        Some(2),
        "nothing to change"
    );
    shop.verify();
}

#[test]
fn two_records_of_one_person_become_one() {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna Lee");
    let other = shop
        .run([
            "member",
            "add",
            "--name",
            "A. Lee",
            "--phone",
            "+36305550101",
        ])
        .done();
    let other = text(&other["member"]["id"]);
    let merged = shop.run(["member", "merge", &anna, &other]).done();
    assert_eq!(merged["member"]["phone"], "+36305550101");
    assert_eq!(merged["merged"], json!(other));
    shop.run(["member", "merge", &anna, &anna])
        .refused("merge_self");
    shop.run(["member", "archive", &other])
        .refused("member_merged");
    shop.verify();
}

#[test]
fn who_is_put_away_is_greeted_no_more_until_they_are_back() {
    let (shop, anna) = salon();
    let archived = shop.run(["member", "archive", &anna]).done();
    assert_eq!(archived["member"]["status"], "archived");
    shop.run(["visit", &anna]).refused("member_archived");
    let restored = shop.run(["member", "restore", &anna]).done();
    assert_eq!(restored["member"]["status"], "active");
    shop.run(["visit", &anna]).done();
    shop.verify();
}

#[test]
fn quiet_hours_and_caps_are_set_and_shown() {
    let shop = Shop::cafe();
    let before = shop.say("schedule settings").done();
    assert_eq!(
        before,
        json!({ "greetings": true, "quiet_from": "20:00", "quiet_to": "09:00", "per_month": 4, "per_minute": 20 })
    );
    let unchanged = shop.dump();
    for wrong in [
        "--quiet-from 24:00",
        "--per-month 32",
        "--per-minute 0",
        "--greetings maybe",
    ] {
        shop.say(&format!("schedule settings --per-minute 5 {wrong}"))
            .usage();
    }
    assert_eq!(shop.dump(), unchanged);
    let after = shop
        .say("schedule settings --quiet-from 21:30 --per-month 2 --per-minute 5 --greetings off")
        .done();
    assert_eq!(
        after,
        json!({ "greetings": false, "quiet_from": "21:30", "quiet_to": "09:00", "per_month": 2, "per_minute": 5 })
    );
    assert_eq!(shop.say("schedule settings").done(), after);
    let off = shop.say("schedule run").done();
    assert_eq!(off["switched_off"], true, "{off}");
}
