//! The command table as every edge sees it.

use regulars_api::COMMANDS;
use serde_json::{Value, json};

use crate::{
    app::{Window, fresh},
    cli::is_for_people,
    shop::{Shop, text},
};

/// Commands that need no field.
const WITHOUT_FIELDS: [&str; 23] = [
    "app_state",
    "options",
    "daily_run",
    "verify",
    "till_today",
    "members_duplicates",
    "members_list",
    "print_runs",
    "program_get",
    "report_months",
    "import_open",
    "documents_dir_choose",
    "presets",
    "schedule_state",
    "today_inbox",
    "touches_list",
    "moments_list",
    "moment_outlook",
    "delivery_get",
    "delivery_verify",
    "outbox_list",
    "outbox_counts",
    "outbox_send_now",
];

#[test]
fn a_request_that_does_not_fit_is_refused_by_every_command() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let before = shop.dump();
    for command in COMMANDS {
        for request in [
            Value::Null,
            json!(7),
            json!("text"),
            json!([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]),
        ] {
            let error = window.refuse(command, request, "bad_request");
            assert!(is_for_people(&error.message), "{command}: {error}");
        }
        if command != &"presets" && WITHOUT_FIELDS.contains(command) {
            continue;
        }
        window.refuse(command, json!({}), "bad_request");
        window.refuse(command, json!({ "request_id": "no uuid" }), "bad_request");
    }
    assert_eq!(shop.dump(), before);
}

#[test]
fn a_field_of_the_wrong_kind_is_refused() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let anna = window.enrol("Anna")["member"]["id"].clone();
    let before = shop.dump();
    for request in [
        json!({ "request_id": fresh(), "member_id": "anna" }),
        json!({ "request_id": 7, "member_id": anna }),
        json!({ "request_id": fresh(), "member_id": anna, "amount": 12.5 }),
        json!({ "request_id": fresh(), "member_id": anna, "stamps": -1 }),
        json!({ "request_id": fresh(), "member_id": anna, "stamps": 1.5 }),
        json!({ "request_id": fresh(), "member_id": anna, "stamps": 4_294_967_296_u64 }),
        json!({ "request_id": fresh(), "member_id": anna, "confirmed": "yes" }),
    ] {
        window.refuse("visit_record", request, "bad_request");
    }
    let action = json!({ "request_id": fresh(), "card_id": anna, "action": "burn" });
    window.refuse("card_change", action, "bad_request");
    assert_eq!(shop.dump(), before);
}

#[test]
fn a_command_that_does_not_exist_is_refused() {
    let shop = Shop::none();
    let window = Window::open(&shop.data_dir());
    for command in [
        "",
        "frobnicate",
        "App_State",
        "visit_record ",
        "app_state\0",
    ] {
        window.refuse(command, json!({}), "unknown_command");
    }
}

#[test]
fn the_types_of_the_ui_are_those_of_the_table() {
    let path = concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/../ui/src/lib/backend/bindings.ts"
    );
    let written = std::fs::read_to_string(path).expect("bindings.ts");
    let now = regulars_api::typescript().expect("TypeScript");
    for command in COMMANDS {
        assert!(
            now.contains(&format!("  {command}: {{ request: ")),
            "{command}"
        );
    }
    assert!(
        written == now,
        "ui/src/lib/backend/bindings.ts is stale: run `cargo xtask bindings`"
    );
}

#[test]
fn before_there_is_a_shop_the_app_says_so() {
    let shop = Shop::none();
    let window = Window::open(&shop.data_dir());
    let state = window.call("app_state", json!({}));
    assert_eq!(state["shop"], Value::Null);
    assert_eq!(state["members"], 0);
    window.call("options", json!({}));
    let presets = json!({ "locale": "hu", "currency": "HUF" });
    assert_eq!(window.call("presets", presets).as_array().unwrap().len(), 7);
    assert_eq!(window.call("daily_run", json!({}))["stamps_expired"], 0);
    for (command, request) in [
        ("till_today", json!({})),
        ("members_list", json!({ "limit": 10 })),
        ("counter_search", json!({ "query": "a", "limit": 5 })),
        (
            "member_enrol",
            json!({ "request_id": fresh(), "draft": { "name": "Anna" } }),
        ),
        ("program_get", json!({})),
        ("report_month", json!({ "month": "2026-10", "limit": 10 })),
        (
            "import_open",
            json!({ "content_base64": "bmFtZQpBbm5hCg==", "file_name": "a.csv" }),
        ),
    ] {
        window.refuse(command, request, "no_shop");
    }
}

/// A window on a café with one member.
fn with_anna() -> (Shop, Window, Value) {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let anna = window.enrol("Anna")["member"]["id"].clone();
    (shop, window, anna)
}

#[test]
fn a_second_scan_within_three_seconds_asks_first() {
    let (shop, window, anna) = with_anna();
    let scan = || json!({ "request_id": fresh(), "member_id": anna });
    window.call("visit_record", scan());
    for ms in [0, 1_000, 1_999] {
        window.pass(ms);
        let error = window.refuse("visit_record", scan(), "double_scan");
        assert!(error.message.contains("Anna"), "{error}");
    }
    assert_eq!(
        crate::database::number(&shop.data_dir(), "SELECT count(*) FROM visit"),
        1
    );
    let mut meant = scan();
    meant["confirmed"] = json!(true);
    let done = window.call("visit_record", meant);
    assert_eq!(done["recorded"]["balance"], 2);
    window.pass(3_000);
    assert_eq!(
        window.call("visit_record", scan())["recorded"]["balance"],
        3
    );
    shop.verify();
}

#[test]
fn a_double_click_is_one_visit() {
    let (shop, window, anna) = with_anna();
    let request = json!({ "request_id": fresh(), "member_id": anna, "amount": "3,50" });
    let first = window.call("visit_record", request.clone());
    let again = window.call("visit_record", request.clone());
    assert_eq!(first["recorded"], again["recorded"]);
    let mut other = request;
    other["amount"] = json!("4,50");
    window.refuse("visit_record", other, "request_reused");
    assert_eq!(
        crate::database::number(&shop.data_dir(), "SELECT count(*) FROM visit"),
        1
    );
    shop.verify();
}

#[test]
fn a_double_click_on_redeem_hands_over_one_reward() {
    let (shop, window, anna) = with_anna();
    let full = json!({ "request_id": fresh(), "member_id": anna, "stamps": 20 });
    let done = window.call("visit_record", full);
    let grant = &done["recorded"]["unlocked"][0]["id"];
    let click = json!({ "request_id": fresh(), "grant_id": grant });
    let first = window.call("reward_redeem", click.clone());
    assert_eq!(
        window.call("reward_redeem", click)["redeemed"],
        first["redeemed"]
    );
    let other = json!({ "request_id": fresh(), "grant_id": grant });
    window.refuse("reward_redeem", other, "grant_redeemed");
    let left = window.call("member_glance", json!({ "member_id": anna }));
    assert_eq!(left["grants"].as_array().unwrap().len(), 1);
    shop.verify();
}

#[test]
fn two_windows_that_click_at_once_hand_over_one_reward() {
    let (shop, window, anna) = with_anna();
    let full = json!({ "request_id": fresh(), "member_id": anna, "stamps": 10 });
    let grant = text(&window.call("visit_record", full)["recorded"]["unlocked"][0]["id"]);
    let done = std::thread::scope(|scope| {
        let clicks: Vec<_> = (0..8)
            .map(|_| {
                let (app, grant) = (window.app.clone(), grant.clone());
                scope.spawn(move || {
                    let click = json!({ "request_id": fresh(), "grant_id": grant });
                    app.dispatch("reward_redeem", click)
                        .map_err(|error| error.code)
                })
            })
            .collect();
        clicks
            .into_iter()
            .map(|click| click.join().unwrap())
            .collect::<Vec<_>>()
    });
    assert_eq!(done.iter().filter(|one| one.is_ok()).count(), 1);
    let refused = done
        .iter()
        .filter(|one| one.as_ref().is_err_and(|code| code == "grant_redeemed"));
    assert_eq!(refused.count(), 7);
    shop.verify();
}

#[test]
fn what_the_till_did_today_can_be_undone() {
    let (shop, window, anna) = with_anna();
    let visit = json!({ "request_id": fresh(), "member_id": anna, "amount": "4", "stamps": 10 });
    let change = window.call("visit_record", visit)["recorded"]["change_id"].clone();
    let today = window.call("till_today", json!({}));
    assert_eq!(
        (&today["visits"], &today["stamps"], &today["spend_minor"]),
        (&json!(1), &json!(10), &json!(400))
    );
    let undo = || json!({ "request_id": fresh(), "change_id": change });
    let back = window.call("undo", undo());
    assert_eq!(back["taken_back"]["grants_voided"], 1);
    assert_eq!(back["glance"]["card"]["balance"], 0);
    window.refuse("undo", undo(), "already_undone");
    let today = window.call("till_today", json!({}));
    assert_eq!(
        (&today["visits"], &today["stamps"], &today["spend_minor"]),
        (&json!(0), &json!(0), &json!(0))
    );
    shop.verify();
}

#[test]
fn a_blocked_card_says_so_until_it_works_again() {
    let (shop, window, anna) = with_anna();
    let glance = window.call("member_glance", json!({ "member_id": anna }));
    let (card, number) = (
        glance["cards"][0]["id"].clone(),
        text(&glance["cards"][0]["number"]),
    );
    let change = |action: &str| json!({ "request_id": fresh(), "card_id": card, "action": action });
    let scan =
        || window.call("counter_search", json!({ "query": number, "limit": 5 }))["scan"].clone();
    for (action, status, code) in [
        ("block", "blocked", "card_blocked"),
        ("lost", "lost", "card_lost"),
    ] {
        window.call("card_change", change(action));
        assert_eq!(
            (&scan()["kind"], &scan()["status"]),
            (&json!("stopped"), &json!(status))
        );
        shop.run(["visit", &number]).refused(code);
        window.call("card_change", change("unblock"));
        assert_eq!(scan()["kind"], "found");
    }
    let new = text(&window.call("card_change", change("replace"))["new_number"]);
    assert_eq!(scan()["status"], "replaced");
    shop.run(["visit", &number]).refused("card_replaced");
    shop.run(["visit", &new]).done();
    shop.verify();
}

#[test]
fn only_documents_of_this_app_are_opened() {
    let (shop, window, _) = with_anna();
    let foreign = shop.file("bill.pdf", "%PDF-1.4");
    for command in ["document_open", "document_print"] {
        window.refuse(command, json!({ "path": foreign }), "document_unknown");
        window.refuse(
            command,
            json!({ "path": "/etc/passwd" }),
            "document_unknown",
        );
    }
    assert!(window.host.opened.lock().unwrap().is_empty());
    let export = json!({ "month": "2026-11", "limit": 5, "format": "csv", "open": false });
    let path = window.call("report_export", export)["path"].clone();
    window.call("document_open", json!({ "path": path }));
    assert_eq!(window.host.opened.lock().unwrap().len(), 1);
    std::fs::remove_file(text(&path)).unwrap();
    window.refuse("document_open", json!({ "path": path }), "file_not_found");
}

#[test]
fn a_documents_folder_that_cannot_be_written_is_refused_at_once() {
    let (shop, window, _) = with_anna();
    let file = shop.file("a file", "");
    *window.host.chosen.lock().unwrap() = Some(file.join("below"));
    let error = window
        .app
        .dispatch("documents_dir_choose", json!({}))
        .unwrap_err();
    assert!(
        ["file_failed", "file_not_found"].contains(&error.code.as_str()),
        "{error}"
    );
    *window.host.chosen.lock().unwrap() = None;
    assert_eq!(
        window.call("documents_dir_choose", json!({}))["chosen"],
        false
    );
    let folder = shop.path("papers");
    std::fs::create_dir(&folder).unwrap();
    *window.host.chosen.lock().unwrap() = Some(folder.clone());
    let chosen = window.call("documents_dir_choose", json!({}));
    assert_eq!(chosen["state"]["documents_dir"], json!(folder));
    assert_eq!(
        std::fs::read_dir(&folder).unwrap().count(),
        0,
        "the probe was left"
    );
    // Another start remembers.
    drop(window);
    let state = Window::open(&shop.data_dir()).call("app_state", json!({}));
    assert_eq!(state["documents_dir"], json!(folder));
}

#[test]
fn a_logo_that_is_no_picture_is_refused() {
    let (shop, window, _) = with_anna();
    let before = shop.dump();
    let set = |image: Value| json!({ "request_id": fresh(), "image_base64": image });
    window.refuse("logo_set", set(json!("not base64!")), "bad_image");
    window.refuse("logo_set", set(json!("bm8gcGljdHVyZQ==")), "print_logo");
    assert_eq!(shop.dump(), before);
}
