//! The schedule: each greeting once, in words that fit, and nothing to who wants none.

use serde_json::{Value, json};

use crate::{
    app::{Window, fresh},
    cli,
    shop::{Shop, text},
};

const DAY_MS: i64 = 24 * 60 * 60 * 1_000;

/// Eleven in the morning in Budapest.
fn at(date: &str) -> String {
    format!("{date}T10:00:00Z")
}

fn run_on(shop: &Shop, date: &str) -> Value {
    shop.run(["schedule", "run", "--now", &at(date)]).done()
}

/// The touches a run planned for a moment.
fn planned(report: &Value, moment: &str) -> Vec<Value> {
    let planned = report["planned"].as_array().expect("planned");
    planned
        .iter()
        .filter(|touch| touch["moment"] == moment)
        .cloned()
        .collect()
}

/// A café with Anna, whose birthday is noted early enough for a gift.
fn with_birthday() -> (Shop, String) {
    let shop = Shop::cafe();
    let birthday = ["--birthday", "1990-12-28"];
    let added = shop.run(
        ["member", "add", "--name", "Anna Lee"]
            .iter()
            .chain(&birthday),
    );
    let anna = text(&added.done()["member"]["id"]);
    (shop, anna)
}

/// A shop with one greeting open at the counter: the third day after joining.
fn with_touch() -> (Shop, String) {
    let shop = Shop::cafe();
    shop.enrol("Anna Lee");
    let report = run_on(&shop, "2026-11-24");
    let touch = planned(&report, "welcome_day_3");
    assert_eq!(touch.len(), 1, "{report}");
    (shop, text(&touch[0]["id"]))
}

fn touch_command(shop: &Shop, words: &[&str]) -> Value {
    let now = ["--now", "2026-11-24T11:00:00Z"];
    let command = ["touch"].iter().chain(words).chain(&now);
    shop.run(command).done()["touch"].take()
}

#[test]
fn a_birthday_is_planned_once_however_often_and_late_it_runs() {
    let (shop, anna) = with_birthday();
    assert_eq!(
        planned(&run_on(&shop, "2026-12-26"), "birthday"),
        [Value::Null; 0]
    );
    let report = run_on(&shop, "2026-12-29");
    let [touch] = planned(&report, "birthday").try_into().expect("one");
    assert_eq!(report["as_of"], "2026-12-29");
    assert_eq!(report["clock_back"], false);
    assert_eq!(
        touch["member"],
        json!({ "id": anna, "external_id": null, "name": "Anna Lee" })
    );
    assert_eq!(touch["trigger"], "birthday");
    assert_eq!(touch["due_on"], "2026-12-27");
    assert_eq!(touch["channel"], "counter");
    for date in ["2026-12-29", "2026-12-30", "2027-06-30"] {
        assert_eq!(
            planned(&run_on(&shop, date), "birthday"),
            [Value::Null; 0],
            "{date}"
        );
    }
    shop.verify();
}

#[test]
fn a_dry_run_tells_all_and_changes_nothing() {
    let (shop, _) = with_birthday();
    let before = shop.dump();
    let tried = shop.say("schedule run --as-of 2026-12-27 --dry-run").done();
    assert_eq!(shop.dump(), before);
    let [touch] = planned(&tried, "birthday").try_into().expect("one");
    assert_eq!(touch["id"], Value::Null);

    let mut made = shop.say("schedule run --as-of 2026-12-27").done();
    for kind in ["planned", "skipped"] {
        for touch in made[kind].as_array_mut().unwrap() {
            assert!(touch["id"].is_string(), "{touch}");
            touch["id"] = Value::Null;
        }
    }
    assert_eq!(made, tried);
}

#[test]
fn what_is_left_out_says_why() {
    let shop = Shop::cafe();
    shop.enrol("Anna Lee");
    let report = shop.say("schedule run").done();
    let skipped = report["skipped"].as_array().unwrap();
    assert_eq!(skipped.len(), 1, "{report}");
    assert_eq!(skipped[0]["moment"], "welcome_day_0");
    assert_eq!(skipped[0]["reason"], "no_channel");
}

#[test]
fn a_touch_is_done_left_out_put_off_and_opened_again() {
    let (shop, id) = with_touch();
    let done = touch_command(&shop, &["done", &id, "--outcome", "no_answer"]);
    assert_eq!(done["status"], "done");
    assert_eq!(done["outcome"], "no_answer");
    assert_eq!(done["why"], "joined 3 days ago");
    let open = touch_command(&shop, &["reopen", &id]);
    assert_eq!(open["status"], "planned");
    assert_eq!(open["outcome"], Value::Null);

    let later = touch_command(&shop, &["snooze", &id, "--days", "2"]);
    assert_eq!(later["snoozed_until"], "2026-11-26");
    let later = touch_command(&shop, &["snooze", &id, "--until", "2026-11-28"]);
    assert_eq!(later["snoozed_until"], "2026-11-28");
    let too_late = shop.run(["touch", "snooze", &id, "--until", "2026-11-30"]);
    too_late.refused("snooze_too_late");

    let skipped = touch_command(&shop, &["skip", &id]);
    assert_eq!(skipped["status"], "skipped");
    assert_eq!(skipped["reason"], "owner");
    shop.run(["touch", "done", &id]).refused("touch_closed");
    let listed = shop
        .say("schedule list --status skipped --from 2026-11-24")
        .done();
    assert_eq!(listed["touches"][0]["id"], id);
    assert_eq!(
        shop.say("schedule list --status planned").done()["total"],
        0
    );
    shop.verify();
}

#[test]
fn a_touch_that_does_not_exist_is_refused() {
    let shop = Shop::cafe();
    shop.say("touch done 7").refused("touch_not_found");
    shop.run(["touch", "skip", &fresh()])
        .refused("touch_not_found");
    shop.say("moment enable nonsense")
        .refused("moment_not_found");
    shop.say("touch snooze 7 --days 2 --until 2026-11-30")
        .usage();
    shop.say("touch done 7 --outcome happy").usage();
}

#[test]
fn the_same_request_gives_the_first_result() {
    let shop = Shop::cafe();
    shop.enrol("Anna Lee");
    let (now, id) = (at("2026-11-24"), fresh());
    let run = ["schedule", "run", "--now", &now, "--request-id", &id];
    let first = shop.run(run).done();
    let touch = text(&planned(&first, "welcome_day_3")[0]["id"]);
    assert_eq!(shop.run(run).done(), first);

    let id = fresh();
    let done = ["touch", "done", &touch, "--request-id", &id];
    let first = shop.run(done).done();
    let after = shop.dump();
    assert_eq!(shop.run(done).done(), first);
    assert_eq!(shop.dump(), after);
}

#[test]
fn a_gift_of_a_greeting_is_handed_over_once() {
    let (shop, anna) = with_birthday();
    let report = run_on(&shop, "2026-12-27");
    assert_eq!(
        planned(&report, "birthday")[0]["gift"],
        "Birthday coffee and cake"
    );
    let now = at("2026-12-28");
    let redeem = ["redeem", &anna, "--now", &now];
    let reward = shop.run(redeem).done()["reward"].take();
    assert_eq!(reward["reward"], "Birthday coffee and cake");
    shop.run(redeem).refused("no_reward");
    shop.verify();
}

#[test]
fn a_moment_that_is_off_plans_nothing() {
    let shop = Shop::cafe();
    shop.enrol("Anna Lee");
    let off = shop.say("moment disable welcome_day_3").done();
    assert_eq!(off["moment"]["enabled"], false);
    assert_eq!(
        planned(&run_on(&shop, "2026-11-24"), "welcome_day_3"),
        [Value::Null; 0]
    );
    let on = shop.say("moment enable welcome_day_3").done();
    assert_eq!(on["moment"]["enabled"], true);
    let outlook = shop.say("moment outlook welcome_day_14").done();
    assert_eq!(outlook["next_30_days"]["touches"], 1);
    assert_eq!(
        outlook["next_30_days"]["first"][0]["member"]["name"],
        "Anna Lee"
    );
}

#[test]
fn the_day_runs_the_schedule_too() {
    let shop = Shop::cafe();
    shop.enrol("Anna Lee");
    let day = ["day", "--now", "2026-11-24T10:00:00Z"];
    assert_eq!(shop.run(day).done()["touches_planned"], 1);
    assert_eq!(shop.run(day).done()["touches_planned"], 0);
}

#[test]
fn a_new_shop_has_the_moments_of_its_kind() {
    for (kind, count) in [("cafe", 9), ("salon", 11)] {
        let shop = Shop::with("HUF", "hu", "Europe/Budapest", kind);
        let listed = shop.say("moment list").done();
        let moments = listed["moments"].as_array().unwrap();
        assert_eq!(moments.len(), count, "{kind}");
        for moment in moments {
            assert_eq!(moment["enabled"], true, "{moment}");
            assert!(text(&moment["description"]).ends_with('.'), "{moment}");
        }
        assert_eq!(moments[0]["name"], "Születésnap");
    }
}

#[test]
fn the_wizard_adds_them_and_a_deleted_one_can_be_had_again() {
    let shop = Shop::none();
    let window = Window::open(&shop.data_dir());
    let presets = window.call("presets", json!({ "locale": "en", "currency": "EUR" }));
    let request = json!({
        "request_id": fresh(), "rules": presets[0]["rules"],
        "shop": { "name": "Corner", "kind": "cafe", "locale": "en", "currency": "EUR",
                  "time_zone": "Europe/Budapest" } });
    window.call("shop_create", request.clone());
    window.call("shop_create", request);
    let list = window.call("moments_list", json!({}));
    assert_eq!(list["moments"].as_array().unwrap().len(), 9);
    assert_eq!(list["missing_presets"], json!([]));

    let first = &list["moments"][0]["moment"]["id"];
    let list = window.call(
        "moment_delete",
        json!({ "request_id": fresh(), "moment_id": first }),
    );
    assert_eq!(list["missing_presets"][0]["draft"]["code"], "birthday");
    let list = window.call("moments_add_presets", json!({ "request_id": fresh() }));
    assert_eq!(list["moments"].as_array().unwrap().len(), 9);
    let last = &list["moments"][8]["moment"];
    assert_eq!(
        (&last["code"], &last["enabled"]),
        (&json!("birthday"), &json!(true))
    );
    let order = json!({ "request_id": fresh(), "order": [last["id"]] });
    let list = window.call("moments_order", order);
    assert_eq!(list["moments"][0]["moment"]["code"], "birthday");
}

/// A moment's draft, as the screen edits it.
fn draft(window: &Window, code: &str) -> (Value, Value) {
    let list = window.call("moments_list", json!({}));
    let moments = list["moments"].as_array().unwrap();
    let line = moments.iter().find(|line| line["moment"]["code"] == code);
    let moment = &line.expect(code)["moment"];
    let draft = json!({ "code": code, "name": moment["name"], "rules": moment["rules"] });
    (moment["id"].clone(), draft)
}

#[test]
fn a_message_with_an_unknown_field_is_not_saved() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let (id, draft) = draft(&window, "birthday");
    let before = shop.dump();
    for (part, broken, code) in [
        ("body", "Szia {keresztnev}!", "template_field"),
        ("subject", "{ cli-init }", "template_field"),
        ("body", "{ NUMBER($visits) }", "template_field"),
        ("body", "Szia }", "template_syntax"),
        ("body", "{ visits ->\n [one] a\n}", "template_syntax"),
    ] {
        let mut draft = draft.clone();
        draft["rules"]["templates"]["hu"][part] = json!(broken);
        let request = json!({ "request_id": fresh(), "moment_id": id, "draft": draft });
        let error = window.refuse("moment_save", request, code);
        assert_eq!(error.field, Some(format!("templates.hu.{part}")));
        assert!(error.message.contains("first_name, name, shop"), "{error}");
    }
    assert_eq!(shop.dump(), before);

    let mut draft = draft;
    draft["rules"]["templates"]["hu"]["body"] = json!("[Szia] {first_name}\n*{shop}*");
    let request = json!({ "request_id": fresh(), "moment_id": id, "draft": draft });
    let saved = window.call("moment_save", request);
    let body = &saved["moment"]["rules"]["templates"]["hu"]["body"];
    assert_eq!(body, "[Szia] {first_name}\n*{shop}*");
}

#[test]
fn a_scanned_guest_shows_what_to_say() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let anna = window.enrol("Anna Lee")["member"]["id"].clone();
    window.pass(3 * DAY_MS);
    assert_eq!(window.call("daily_run", json!({}))["touches_planned"], 1);
    let glance = window.call("member_glance", json!({ "member_id": anna }));
    let line = &glance["touches"][0];
    assert_eq!(line["why"], "joined 3 days ago");
    assert_eq!(line["message"]["locale"], "en");
    let body = text(&line["message"]["body"]);
    assert!(
        body.starts_with("Hi Anna, how did you like it at Corner?"),
        "{body}"
    );
    assert_eq!(glance["member"]["id"], anna);

    let inbox = window.call("today_inbox", json!({}));
    assert_eq!(inbox["total"], 1);
    assert_eq!(inbox["groups"][0]["code"], "welcome_day_3");
    assert_eq!(&inbox["groups"][0]["touches"][0], line);
    assert_eq!(inbox["month"]["planned"], 1);
    assert_eq!(inbox["month"]["open_today"], 1, "its day is not over");
    assert_eq!(window.call("schedule_state", json!({}))["open"], 1);

    let visit = json!({ "request_id": fresh(), "member_id": anna });
    let recorded = window.call("visit_record", visit);
    assert_eq!(recorded["glance"]["touches"].as_array().unwrap().len(), 1);

    let done = json!({ "request_id": fresh(), "touch_id": line["touch"]["id"], "outcome": "came" });
    let changed = window.call("touch_done", done);
    assert_eq!(changed["open"], 0);
    assert_eq!(changed["line"]["touch"]["outcome"], "came");
    let glance = window.call("member_glance", json!({ "member_id": anna }));
    assert_eq!(glance["touches"], json!([]));
    let month = &window.call("today_inbox", json!({}))["month"];
    assert_eq!(
        (&month["done"], &month["done_on_the_day"]),
        (&json!(1), &json!(1))
    );
}

#[test]
fn who_is_archived_is_left_alone() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let anna = window.enrol("Anna Lee")["member"]["id"].clone();
    window.call(
        "member_archive",
        json!({ "request_id": fresh(), "member_id": anna, "archived": true }),
    );
    window.pass(3 * DAY_MS);
    let report = window.call("schedule_run", json!({ "request_id": fresh() }));
    assert_eq!(report["planned"], json!([]));
}

#[test]
fn who_withdraws_consent_is_not_written_to() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let enrol = |name: &str, email: &str| {
        let draft = json!({ "name": name, "email": email, "consent_email": true });
        let request = json!({ "request_id": fresh(), "draft": draft });
        window.call("member_enrol", request)["glance"]["member"]["id"].clone()
    };
    let anna = enrol("Anna Lee", "anna@example.com");
    let bea = enrol("Bea Kiss", "bea@example.com");
    window.call(
        "consent_set",
        json!({ "request_id": fresh(), "member_id": bea, "channel": "email", "granted": false }),
    );
    let report = window.call("schedule_run", json!({ "request_id": fresh() }));
    let [touch] = planned(&report, "welcome_day_0").try_into().expect("one");
    assert_eq!(
        (&touch["member"]["id"], &touch["channel"]),
        (&anna, &json!("email"))
    );
    let line = &window.call("today_inbox", json!({}))["groups"][0]["touches"][0];
    assert_eq!(line["contact"], "anna@example.com");
}

#[test]
fn every_message_reads_well_in_every_language() {
    let triggers = [
        json!({ "kind": "enrolled" }),
        json!({ "kind": "first_visit" }),
        json!({ "kind": "nth_visit", "n": 10 }),
        json!({ "kind": "anniversary_first_visit" }),
        json!({ "kind": "anniversary_joined" }),
        json!({ "kind": "birthday" }),
        json!({ "kind": "not_seen", "days": 61 }),
        json!({ "kind": "rhythm", "factor_percent": 150, "min_visits": 5, "min_days": 14 }),
        json!({ "kind": "card_nearly_full", "stamps_left": 2 }),
        json!({ "kind": "reward_unlocked" }),
        json!({ "kind": "reward_expiring", "days_before": 7 }),
        json!({ "kind": "date", "month": 3, "day": 8, "year": null }),
        json!({ "kind": "member_date", "label": "Hochzeit" }),
        json!({ "kind": "missed_appointment" }),
    ];
    let shops = ["en", "ru", "hu"].map(|locale| [(locale, "cafe"), (locale, "salon")]);
    for (locale, kind) in shops.into_iter().flatten() {
        let shop = Shop::with("EUR", locale, "Europe/Budapest", kind);
        let window = Window::open(&shop.data_dir());
        let phone = json!({ "request_id": fresh(), "draft": { "phone": "+36 30 555 0142" } });
        let nameless = window.call("member_enrol", phone)["glance"]["member"]["id"].clone();
        let named = window.enrol("Kovács Réka")["member"]["id"].clone();
        let list = window.call("moments_list", json!({}));
        for line in list["moments"].as_array().unwrap() {
            let code = text(&line["moment"]["code"]);
            let (_, draft) = draft(&window, &code);
            for language in ["en", "ru", "hu"] {
                for member in [&nameless, &named] {
                    let request =
                        json!({ "draft": draft, "locale": language, "member_id": member });
                    let preview = window.call("moment_preview", request);
                    let message = &preview["message"];
                    assert_eq!(message["locale"], language);
                    for part in [&message["subject"], &message["body"], &preview["why"]] {
                        let part = text(part);
                        let holes = [" ,", " !", " .", "  ", "«»", "{", "}", "moment-", "why-"];
                        assert!(!part.is_empty(), "{code} {language}: {preview}");
                        assert!(!holes.iter().any(|hole| part.contains(hole)), "{part:?}");
                    }
                }
            }
        }
        let (_, mut draft) = draft(&window, "welcome_day_3");
        for trigger in &triggers {
            draft["rules"]["trigger"] = trigger.clone();
            let preview = window.call(
                "moment_preview",
                json!({ "draft": draft, "member_id": named }),
            );
            for part in ["why", "description"] {
                let part = text(&preview[part]);
                assert!(part.len() > 5, "{locale} {trigger}");
                assert!(
                    !part.contains(['{', '}']) && !part.contains("does-"),
                    "{part:?}"
                );
            }
        }
    }
}

#[test]
fn the_members_own_language_wins() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let member = |name: &str, locale: Option<&str>| {
        let draft = json!({ "name": name, "locale": locale });
        let request = json!({ "request_id": fresh(), "draft": draft });
        window.call("member_enrol", request)["glance"]["member"]["id"].clone()
    };
    let (_, draft) = draft(&window, "welcome_day_3");
    let body = |member: Value| {
        let request = json!({ "draft": draft, "member_id": member });
        text(&window.call("moment_preview", request)["message"]["body"])
    };
    assert!(body(member("Kovács Réka", Some("hu"))).starts_with("Kedves Réka!"));
    assert!(body(member("Анна Петрова", Some("ru"))).starts_with("Здравствуйте, Анна!"));
    assert!(body(member("Anna Lee", None)).starts_with("Hi Anna,"));
}

#[test]
fn where_nothing_is_written_in_a_language_the_shops_is_taken_and_said() {
    let shop = Shop::with("EUR", "ru", "Europe/Budapest", "cafe");
    let window = Window::open(&shop.data_dir());
    window.enrol("Kovács Réka");
    let (id, mut draft) = draft(&window, "welcome_day_3");
    let preview = |draft: &Value| {
        let request = json!({ "draft": draft, "locale": "hu" });
        window.call("moment_preview", request)
    };
    let save = |draft: &Value| json!({ "request_id": fresh(), "moment_id": id, "draft": draft });
    assert_eq!(preview(&draft)["fallback"], Value::Null);

    let nothing = json!({ "subject": " ", "body": "" });
    draft["rules"]["templates"]["hu"] = nothing.clone();
    window.call("moment_save", save(&draft));
    let in_russian = preview(&draft);
    assert_eq!(in_russian["message"]["locale"], "ru");
    let said = text(&in_russian["fallback"]);
    assert!(
        said.contains("венгерский") && said.contains("русский"),
        "{said}"
    );

    draft["rules"]["templates"]["ru"] = json!({ "subject": "Тема", "body": " " });
    draft["rules"]["channels"] = json!(["sms"]);
    let error = window.refuse("moment_save", save(&draft), "template_shop_no_body");
    assert_eq!(error.field.as_deref(), Some("templates.ru.body"));

    draft["rules"]["templates"]["ru"] = nothing.clone();
    let error = window.refuse("moment_save", save(&draft), "template_shop_empty");
    assert_eq!(error.field.as_deref(), Some("templates.ru.body"));
    assert!(cli::is_for_people(&error.message));

    draft["rules"]["templates"]["en"] = nothing;
    window.call("moment_save", save(&draft));
    let silent = preview(&draft);
    assert_eq!(
        (&silent["message"]["body"], &silent["fallback"]),
        (&json!(""), &Value::Null)
    );
}

#[test]
fn a_birthday_noted_too_late_is_promised_no_gift() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let draft = json!({ "name": "Anna Lee", "birthday": { "month": 11, "day": 22, "year": null } });
    window.call(
        "member_enrol",
        json!({ "request_id": fresh(), "draft": draft }),
    );
    window.call("daily_run", json!({}));
    let line = &window.call("today_inbox", json!({}))["groups"][0]["touches"][0];
    assert_eq!(
        line["why"],
        "birthday tomorrow (noted too recently for a gift)"
    );
    assert_eq!(line["touch"]["gift"], Value::Null);
    let body = text(&line["message"]["body"]);
    assert_eq!(body.lines().count(), 1, "{body}");
    assert!(!body.contains("present"), "{body}");
}

#[test]
fn a_profile_holds_tags_dates_and_appointments() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let anna = window.enrol("Anna Lee")["member"]["id"].clone();
    let call = |command: &str, mut request: Value| {
        request["request_id"] = json!(fresh());
        request["member_id"] = anna.clone();
        window.call(command, request)
    };
    let profile = call("member_tag_set", json!({ "tag": "Vegan", "tagged": true }));
    assert_eq!(profile["tags"], json!(["Vegan"]));
    assert_eq!(
        window.call("moments_list", json!({}))["tags"][0]["tag"],
        "Vegan"
    );
    let profile = call(
        "member_date_add",
        json!({ "label": "Colouring", "on": "2026-10-10" }),
    );
    let date = profile["dates"][0]["id"].clone();
    let booked = json!({ "on": "2026-11-25", "status": "booked" });
    let appointment = call("appointment_add", booked)["appointments"][0]["id"].clone();
    let missed = json!({ "appointment_id": appointment, "status": "missed" });
    assert_eq!(
        call("appointment_set", missed)["appointments"][0]["status"],
        "missed"
    );
    let draft = json!({ "draft": { "address": "1 Mill Street\n1024 Budapest" } });
    let profile = call("member_update", draft);
    assert_eq!(
        profile["glance"]["member"]["address"],
        "1 Mill Street\n1024 Budapest"
    );

    let gone = json!({ "tag": "VEGAN", "tagged": false });
    assert_eq!(call("member_tag_set", gone)["tags"], json!([]));
    let profile = call("member_date_remove", json!({ "date_id": date }));
    assert_eq!(profile["dates"], json!([]));
    let profile = call(
        "appointment_remove",
        json!({ "appointment_id": appointment }),
    );
    assert_eq!(profile["appointments"], json!([]));
    shop.verify();
}

#[test]
fn the_weeks_ahead_and_what_came_of_it_are_shown() {
    let shop = Shop::none();
    shop.say("demo --members 60 --visits 900").done();
    let window = Window::open(&shop.data_dir());
    let range = json!({ "from": "2026-11-21", "to": "2026-12-19" });
    let calendar = window.call("schedule_calendar", range);
    let days = calendar["days"].as_array().unwrap();
    assert!(days.len() > 3, "{calendar}");
    for day in days {
        let moments = day["moments"].as_array().unwrap();
        let sum: u64 = moments
            .iter()
            .map(|cell| cell["touches"].as_u64().unwrap())
            .sum();
        assert_eq!(day["touches"], sum, "{day}");
    }
    let outcomes = window.call("moment_outcomes", json!({ "within_days": 14 }));
    let greeted: u64 = outcomes["moments"]
        .as_array()
        .unwrap()
        .iter()
        .map(|line| line["outcome"]["planned"]["greeted"].as_u64().unwrap())
        .sum();
    let done = window.call("touches_list", json!({ "status": "done", "limit": 1 }));
    assert!(greeted > 3, "{outcomes}");
    assert_eq!(done["total"], greeted);
    window.refuse(
        "moment_outcomes",
        json!({ "within_days": 0 }),
        "out_of_range",
    );
}

#[test]
fn the_schedule_can_be_switched_off() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    window.enrol("Anna Lee");
    let mut settings = window.call("schedule_state", json!({}))["settings"].take();
    settings["enabled"] = json!(false);
    let request = json!({ "request_id": fresh(), "settings": settings });
    assert_eq!(
        window.call("schedule_settings_set", request)["settings"]["enabled"],
        false
    );
    window.pass(3 * DAY_MS);
    assert_eq!(window.call("daily_run", json!({}))["touches_planned"], 0);
    let run = run_on(&shop, "2026-11-24");
    assert_eq!(run["switched_off"], true);
}
