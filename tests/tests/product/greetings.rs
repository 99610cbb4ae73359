//! Greetings on paper: what is to be said to whom, ready to be posted.

use regulars_tests::paper::Pdf;
use serde_json::{Value, json};

use crate::{
    app::{Window, fresh},
    shop::{Shop, text},
};

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// A café that greets new members by post on the third day, with a cake.
fn by_post(locale: &str) -> (Shop, Window) {
    let shop = Shop::with("EUR", locale, "Europe/Budapest", "cafe");
    let window = Window::open(&shop.data_dir());
    let moments = window.call("moments_list", json!({}));
    let line = moments["moments"].as_array().unwrap().iter();
    let mut line = line.filter(|line| line["moment"]["code"] == "welcome_day_3");
    let moment = line.next().unwrap()["moment"].clone();
    let mut rules = moment["rules"].clone();
    rules["channels"] = json!(["post", "counter"]);
    rules["gift"] = json!({ "name": "Dobos torta", "cost_minor": 300, "valid_days": 14 });
    let draft = json!({ "code": moment["code"], "name": moment["name"], "rules": rules });
    window.call(
        "moment_save",
        json!({ "request_id": fresh(), "moment_id": moment["id"], "draft": draft }),
    );
    (shop, window)
}

fn enrol(window: &Window, name: &str, address: &str) -> Value {
    let draft = json!({ "name": name, "address": address });
    let member = window.call(
        "member_enrol",
        json!({ "request_id": fresh(), "draft": draft, "allow_same_name": true }),
    );
    let id = member["glance"]["member"]["id"].clone();
    window.call(
        "consent_set",
        json!({ "request_id": fresh(), "member_id": id, "channel": "post", "granted": true }),
    );
    id
}

/// The touches that go by post three days later.
fn due(window: &Window) -> Vec<Value> {
    window.pass(3 * DAY_MS);
    window.call("schedule_run", json!({ "request_id": fresh() }));
    let inbox = window.call("today_inbox", json!({}));
    let groups = inbox["groups"].as_array().unwrap().iter();
    groups
        .flat_map(|group| group["touches"].as_array().unwrap().clone())
        .filter(|line| line["touch"]["channel"] == "post")
        .map(|line| line["touch"]["id"].clone())
        .collect()
}

#[test]
fn a_postcard_holds_address_message_gift_and_card() {
    for (locale, name) in [
        ("en", "Maria Ivanova"),
        ("ru", "Ёлкина Мария"),
        ("hu", "Őry Tűzvirág"),
    ] {
        let (shop, window) = by_post(locale);
        let member = enrol(&window, name, "Kossuth Lajos utca 12.\n1053 Budapest");
        let touches = due(&window);
        assert_eq!(touches.len(), 1, "{locale}");
        for (format, pages) in [("postcard_a6", 2), ("postcard_a4", 2), ("letter_a4", 1)] {
            let asked = json!({ "touch_ids": touches, "format": format, "page": 0 });
            let preview = window.call("greetings_preview", asked);
            assert_eq!(preview["page"]["pages"], pages, "{locale} {format}");
            assert_eq!(preview["without_address"], json!([]));
            assert_eq!(preview["too_long"], json!([]));
            let asked = json!({ "request_id": fresh(), "touch_ids": touches, "format": format, "open": false });
            let written = window.job("greetings_print", asked)["result"].take();
            let pdf = std::path::PathBuf::from(text(&written["path"]));
            let words = Pdf::at(&pdf).pages().join("\n");
            for part in [name, "1053 Budapest", "Dobos torta"] {
                assert!(words.contains(part), "{locale} {format}: {part} in {words}");
            }
            assert!(!words.contains('{'), "{words}");
            let glance = window.call("member_glance", json!({ "member_id": member }));
            let number = text(&glance["cards"][0]["number"]);
            let codes: Vec<String> = Pdf::at(&pdf)
                .drawn()
                .flat_map(|page| page.codes())
                .collect();
            assert!(
                codes.iter().any(|code| code.contains(&number)),
                "{locale} {format}: {codes:?}"
            );
        }
        shop.verify();
    }
}

#[test]
fn a_guest_reads_of_gift_and_card_in_the_language_of_the_message() {
    let (_shop, window) = by_post("en");
    let anna = enrol(&window, "Анна", "Fő utca 1");
    enrol(&window, "Ben", "Main Street 1");
    let draft = json!({ "locale": "ru" });
    let update = json!({ "request_id": fresh(), "member_id": anna, "draft": draft, "clear_birthday": false });
    window.call("member_update", update);
    let touches = due(&window);
    assert_eq!(touches.len(), 2);
    for format in ["postcard_a6", "letter_a4"] {
        let asked =
            json!({ "request_id": fresh(), "touch_ids": touches, "format": format, "open": false });
        let written = window.job("greetings_print", asked)["result"].take();
        let pages = Pdf::at(std::path::Path::new(&text(&written["path"]))).pages();
        let sides = pages.len() / 2;
        for (person, page) in pages.chunks(sides).enumerate() {
            let words = page.join("\n");
            let [wanted, other] = if words.contains("Анна") {
                ["Подарок для вас", "A gift for you"]
            } else {
                ["A gift for you", "Подарок для вас"]
            };
            assert!(
                words.contains(wanted) && !words.contains(other),
                "{format} {person}: {words}"
            );
        }
    }
}

#[test]
fn a_gift_that_was_handed_over_before_is_not_promised() {
    let (_shop, window) = by_post("en");
    enrol(
        &window,
        "Maria Ivanova",
        "Kossuth Lajos utca 12.\n1053 Budapest",
    );
    let touches = due(&window);
    let line = || {
        let inbox = window.call("today_inbox", json!({}));
        inbox["groups"][0]["touches"][0].clone()
    };
    let grant = line()["touch"]["gift"]["id"].clone();
    window.call(
        "reward_redeem",
        json!({ "request_id": fresh(), "grant_id": grant }),
    );
    assert_eq!(line()["touch"]["gift"]["status"], "redeemed");
    let asked = json!({ "request_id": fresh(), "touch_ids": touches, "format": "letter_a4", "open": false });
    let written = window.job("greetings_print", asked)["result"].take();
    let pdf = std::path::PathBuf::from(text(&written["path"]));
    let words = Pdf::at(&pdf).pages().join("\n");
    assert!(
        words.contains("Maria Ivanova") && !words.contains("Dobos torta"),
        "{words}"
    );
}

#[test]
fn who_has_no_address_gets_lines_to_write_on_and_nothing_is_printed_of_nobody() {
    let (_shop, window) = by_post("en");
    enrol(&window, "Anna", "Main Street 1");
    let touches = due(&window);
    let id = window.call("touches_list", json!({}))["lines"][0]["touch"]["member"]["id"].clone();
    let blank = json!({ "request_id": fresh(), "member_id": id, "draft": { "address": "" }, "clear_birthday": false });
    window.call("member_update", blank);
    let asked = json!({ "touch_ids": touches, "format": "postcard_a6", "page": 1 });
    let preview = window.call("greetings_preview", asked);
    assert_eq!(preview["without_address"][0]["member_name"], "Anna");
    let none =
        json!({ "request_id": fresh(), "touch_ids": [], "format": "letter_a4", "open": false });
    window.refuse("greetings_print", none, "no_greetings");
}
