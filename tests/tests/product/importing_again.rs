//! Importing twice, more, halfway, and after a crash.

use std::{fmt::Write as _, path::Path, process::Stdio, time::Duration};

use serde_json::{Value, json};

use crate::{
    app::{Window, fresh},
    cli,
    database::{holdings, number},
    shop::{Shop, counts, rejects},
};

fn visits(shop: &Shop, name: &str, rows: &str, options: &[&str]) -> Value {
    let file = shop.file(name, format!("member,at,amount\n{rows}"));
    let options: Vec<&str> = options
        .iter()
        .copied()
        .chain(["--create-members"])
        .collect();
    shop.import("visits", &file, &options).done()
}

fn visit_count(shop: &Shop) -> i64 {
    number(&shop.data_dir(), "SELECT count(*) FROM visit")
}

#[test]
fn two_equal_purchases_on_one_day_stay_two() {
    let shop = Shop::cafe();
    let rows = "7,2026-10-01,3.50\n7,2026-10-01,3.50\n7,2026-10-01,3.5\n7,2026-10-02,3.50\n";
    assert_eq!(counts(&visits(&shop, "a.csv", rows, &[])), [4, 4, 0, 0, 0]);
    assert_eq!(counts(&visits(&shop, "b.csv", rows, &[])), [4, 0, 0, 4, 0]);
    assert_eq!(visit_count(&shop), 4);
}

#[test]
fn a_longer_file_adds_what_is_new() {
    let shop = Shop::cafe();
    let rows = "7,2026-10-01,3.50\n8,2026-10-01,2.00\n";
    visits(&shop, "a.csv", rows, &[]);
    let more = format!("{rows}7,2026-10-01,3.50\n");
    assert_eq!(counts(&visits(&shop, "b.csv", &more, &[])), [3, 1, 0, 2, 0]);
    // Rows may move.
    let moved = "7,2026-10-01,3.50\n7,2026-10-01,3.50\n8,2026-10-03,2.00\n8,2026-10-01,2.00\n";
    assert_eq!(counts(&visits(&shop, "c.csv", moved, &[])), [4, 1, 0, 3, 0]);
    assert_eq!(visit_count(&shop), 4);
    shop.verify();
}

#[test]
fn a_member_named_in_two_ways_is_one() {
    let shop = Shop::cafe();
    let members = shop.file(
        "members.csv",
        "external_id,name,phone\n0042,Anna,06305550142\n",
    );
    shop.import("members", &members, &[]).done();
    visits(
        &shop,
        "a.csv",
        "0042,2026-10-01,3.50\n+36 30 555 0142,2026-10-01,3.50\n",
        &[],
    );
    assert_eq!(visit_count(&shop), 2);
    let other_way = "06305550142,2026-10-01,3.50\n0042,2026-10-01,3.50\n";
    assert_eq!(
        counts(&visits(&shop, "b.csv", other_way, &[])),
        [2, 0, 0, 2, 0]
    );
    assert_eq!(number(&shop.data_dir(), "SELECT count(*) FROM member"), 1);
    shop.verify();
}

#[test]
fn visits_of_a_member_who_was_merged_since_are_known_again() {
    let shop = Shop::cafe();
    let rows = "7,2026-10-01,3.50\n8,2026-10-01,3.50\n8,2026-10-02,2.00\n";
    visits(&shop, "a.csv", rows, &[]);
    let id = |key: &str| shop.run(["member", "show", key]).done()["member"]["id"].clone();
    let (keep, merge) = (id("7"), id("8"));
    Window::open(&shop.data_dir()).call(
        "members_merge",
        json!({ "request_id": fresh(), "keep_id": keep, "merge_id": merge }),
    );
    // The two purchases of 1 October are one guest's now, and still two.
    assert_eq!(counts(&visits(&shop, "a.csv", rows, &[])), [3, 0, 0, 3, 0]);
    assert_eq!(visit_count(&shop), 3);
    shop.verify();
}

#[test]
fn one_phone_in_two_spellings_makes_one_member() {
    let shop = Shop::cafe();
    visits(&shop, "a.csv", "06 30 123 4567,2026-10-01,3.50\n", &[]);
    visits(&shop, "b.csv", "+36 30 123 4567,2026-10-02,2.00\n", &[]);
    assert_eq!(number(&shop.data_dir(), "SELECT count(*) FROM member"), 1);
    let shown = shop.run(["member", "show", "06301234567"]).done();
    assert_eq!(shown["spend"], "5.50");
}

#[test]
fn a_row_with_a_regulars_card_and_anothers_name_gives_the_card_to_nobody() {
    let shop = Shop::cafe();
    let members = shop.file(
        "a.csv",
        "name,phone,card_number\nAnna Alpha,06301110001,2900000000018\n",
    );
    shop.import("members", &members, &[]).done();
    let before = shop.dump();
    let wrong = shop.file(
        "b.csv",
        "name,phone,card_number\nSomebody Else,06309990000,2900000000018\nNameless,,2900000000018\n",
    );
    let refused = shop.import("members", &wrong, &[]).done_with_rejects();
    let expected = [(2, "card_taken".to_owned()), (3, "card_taken".to_owned())];
    assert_eq!(rejects(&refused), expected);
    assert_eq!(shop.dump()["member"], before["member"]);
    // A name spelled out is still the same person.
    let fuller = shop.file(
        "c.csv",
        "name,card_number\nAnna Mária Alpha,2900000000018\n",
    );
    assert_eq!(
        counts(&shop.import("members", &fuller, &[]).done()),
        [1, 0, 1, 0, 0]
    );
}

#[test]
fn a_rejected_row_says_what_stood_in_it() {
    let shop = Shop::cafe();
    let file = shop.file("v.csv", "member,at,amount\n2912345678901,2026-10-01,1\n");
    let refused = shop.import("visits", &file, &[]).done_with_rejects();
    let message = crate::shop::text(&refused["rejected"][0]["message"]);
    assert!(message.contains("2912345678901"), "{message}");
}

#[test]
fn leading_zeros_tell_members_apart() {
    let shop = Shop::cafe();
    visits(
        &shop,
        "a.csv",
        "1,2026-10-01,1\n01,2026-10-01,1\n0001,2026-10-01,1\n",
        &[],
    );
    assert_eq!(number(&shop.data_dir(), "SELECT count(*) FROM member"), 3);
}

#[test]
fn a_visit_with_an_id_is_known_by_it() {
    let shop = Shop::cafe();
    let import = |rows: &str| {
        let file = shop.file("v.csv", format!("member,at,amount,external_id\n{rows}"));
        shop.import("visits", &file, &["--create-members"])
    };
    let rows = "7,2026-10-01,3.50,R-1\n7,2026-10-01,3.50,R-2\n";
    assert_eq!(counts(&import(rows).done()), [2, 2, 0, 0, 0]);
    assert_eq!(counts(&import(rows).done()), [2, 0, 0, 2, 0]);
    // The same id for something else is a conflict, and the next row is taken.
    let done = import("7,2026-10-01,9.99,R-1\n7,2026-10-05,1.00,R-3\n").done_with_rejects();
    assert_eq!(counts(&done), [2, 1, 0, 0, 1]);
    assert_eq!(rejects(&done), [(2, "visit_differs".to_owned())]);
    assert_eq!(visit_count(&shop), 3);
    shop.verify();
}

#[test]
fn members_are_updated_by_external_id_and_by_phone() {
    let shop = Shop::cafe();
    let import = |rows: &str| {
        let file = shop.file(
            "m.csv",
            format!("external_id,name,phone,email,notes\n{rows}"),
        );
        shop.import("members", &file, &[]).done()
    };
    let shown = |key: &str| shop.run(["member", "show", key]).done()["member"].clone();
    let rows = "1,Anna,06305550142,anna@example.com,Oat milk\n,Béla,06305550143,,\n";
    assert_eq!(counts(&import(rows)), [2, 2, 0, 0, 0]);
    assert_eq!(counts(&import(rows)), [2, 0, 0, 2, 0]);

    let done = import("1,Kovács Anna,,,\n,Nagy Béla,+36 30 555 0143,,\n");
    assert_eq!(counts(&done), [2, 0, 2, 0, 0]);
    let anna = shown("1");
    assert_eq!(anna["name"], "Kovács Anna");
    // An empty cell says nothing.
    assert_eq!(
        (&anna["phone"], &anna["notes"]),
        (&json!("+36305550142"), &json!("Oat milk"))
    );
    assert_eq!(shown("06305550143")["name"], "Nagy Béla");
    assert_eq!(
        counts(&import("1,Kovács Anna,06305550199,,\n")),
        [1, 0, 1, 0, 0]
    );
    assert_eq!(shown("1")["phone"], "+36305550199");
    assert_eq!(number(&shop.data_dir(), "SELECT count(*) FROM member"), 2);
    shop.verify();
}

#[test]
fn a_phone_of_another_member_is_a_conflict_and_stops_nobody() {
    let shop = Shop::cafe();
    let file = shop.file(
        "m.csv",
        "external_id,name,phone\n1,Anna,06305550142\n2,Béla,+36305550142\n3,Cili,06305550143\n",
    );
    let done = shop.import("members", &file, &[]).done_with_rejects();
    assert_eq!(counts(&done), [3, 2, 0, 0, 1]);
    assert_eq!(rejects(&done), [(3, "phone_taken".to_owned())]);
    assert!(
        done["rejected"][0]["message"]
            .as_str()
            .unwrap()
            .contains("Anna"),
        "{done}"
    );
    for (end, name) in [("0142", "Anna"), ("0143", "Cili")] {
        let found = shop.run(["member", "find", end]).done();
        assert_eq!(found["hits"].as_array().unwrap().len(), 1, "{end}");
        assert_eq!(found["hits"][0]["name"], name);
    }
    shop.verify();
}

#[test]
fn history_earns_only_when_asked() {
    let shop = Shop::cafe();
    let rows: String = (1..=23)
        .map(|day| format!("7,2026-10-{day:02},3.50\n"))
        .collect();
    visits(&shop, "a.csv", &rows, &[]);
    let shown = shop.run(["member", "show", "7"]).done();
    assert_eq!(
        (&shown["visits"], &shown["stamps"]),
        (&json!(23), &json!(0))
    );

    let earning = Shop::cafe();
    visits(&earning, "a.csv", &rows, &["--earn"]);
    let shown = earning.run(["member", "show", "7"]).done();
    assert_eq!(
        (&shown["stamps"], &shown["spend"]),
        (&json!(3), &json!("80.50"))
    );
    assert_eq!(shown["rewards"].as_array().unwrap().len(), 2);
    assert_eq!(shown["rewards"][0]["expires_on"], "2027-01-10");
    visits(&earning, "a.csv", &rows, &["--earn"]);
    assert_eq!(earning.run(["member", "show", "7"]).done()["stamps"], 3);
    earning.verify();
}

#[test]
fn history_earns_by_the_rules_of_its_day() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let mut rules = window.call("program_get", json!({}))["current"]["rules"].take();
    rules["earn"] = json!({ "kind": "per_amount", "amount_minor": 500 });
    rules["daily_cap"] = json!(3);
    let save = json!({ "request_id": fresh(), "rules": rules, "effective_from": "2026-11-25" });
    window.call("program_save", save);
    window.pass(10 * 24 * 60 * 60 * 1_000);
    let rows = "member,at,amount\n\
        7,2026-11-24,14.99\n\
        7,2026-11-25,14.99\n7,2026-11-25 15:00,9.00\n\
        7,2026-11-26,4.99\n7,2026-11-26,\n";
    let mut request = window.import_request(rows);
    request["earn"] = json!(true);
    let status = window.job("import_run", request);
    assert_eq!(status["result"]["created"], 5, "{status}");
    let stamps = crate::database::text(
        &shop.data_dir(),
        "SELECT group_concat(stamps, ' ') FROM (SELECT stamps FROM visit ORDER BY at_ms, amount_minor)",
    );
    // One an item; two for three fives less a cent, cut at three a day; nothing below five.
    assert_eq!(stamps, "1 2 1 0 0");
    shop.verify();
}

const ROWS: u64 = 12_000;

/// A year of visits of 3,000 members, more than one chunk of an import.
fn long_list() -> String {
    let mut list = String::from("member,at,amount\n");
    for row in 0..ROWS {
        let (member, month, day) = (row * 7_919 % 3_000, row % 12 + 1, row * 31 % 28 + 1);
        writeln!(
            list,
            "{member:05},2025-{month:02}-{day:02},{}.{:02}",
            row % 40,
            row % 100
        )
        .unwrap();
    }
    list
}

/// What a shop has that imported the list in one go.
fn imported_whole(earn: bool) -> Vec<Vec<String>> {
    let shop = Shop::cafe();
    let file = shop.file("list.csv", long_list());
    let options: &[&str] = if earn {
        &["--create-members", "--earn"]
    } else {
        &["--create-members"]
    };
    assert_eq!(
        counts(&shop.import("visits", &file, options).done())[1],
        ROWS
    );
    holdings(&shop.data_dir())
}

#[test]
fn an_import_that_was_stopped_goes_on_where_it_was() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let mut request = window.import_request(long_list());
    request["earn"] = json!(true);
    let job = window.call("import_run", request.clone());
    while window.call("job_status", job.clone())["done"] == 0 {
        std::thread::sleep(Duration::from_millis(1));
    }
    window.call("job_cancel", job.clone());
    let status = window.wait(&job);
    assert_eq!(
        (&status["state"], &status["error"]["code"]),
        (&json!("cancelled"), &json!("cancelled"))
    );
    let kept = visit_count(&shop);
    assert!(0 < kept && kept < 12_000, "{kept} visits");
    shop.verify();

    // The same request again, as a retry: it was never finished.
    let status = window.job("import_run", request);
    let result = &status["result"];
    assert_eq!(
        (&result["rows"], &result["unchanged"]),
        (&json!(ROWS), &json!(kept)),
        "{status}"
    );
    assert_eq!(holdings(&shop.data_dir()), imported_whole(true));
    shop.verify();
}

#[test]
fn an_import_that_was_killed_goes_on_where_it_was() {
    let shop = Shop::cafe();
    let file = shop.file("list.csv", long_list());
    let mut import = cli::command(&shop.data_dir())
        .args(["--now", cli::NOW, "import", "visits", "--create-members"])
        .arg(&file)
        .stdout(Stdio::null())
        .spawn()
        .unwrap();
    while visit_count(&shop) == 0 {
        assert!(
            import.try_wait().unwrap().is_none(),
            "the import was over before it could be killed"
        );
        std::thread::sleep(Duration::from_millis(1));
    }
    import.kill().unwrap();
    assert_eq!(import.wait().unwrap().code(), None, "it was not killed");
    let kept = visit_count(&shop);
    assert!(0 < kept && kept < 12_000, "{kept} visits");
    shop.verify();
    let done = shop.import("visits", &file, &["--create-members"]).done();
    assert_eq!(counts(&done), [ROWS, ROWS - kept as u64, 0, kept as u64, 0]);
    assert_eq!(holdings(&shop.data_dir()), imported_whole(false));
    shop.verify();
}

#[test]
fn an_import_that_was_done_is_not_done_again_under_its_request_id() {
    let shop = Shop::cafe();
    let id = fresh();
    let file = shop.file(
        "list.csv",
        "member,at,amount\n7,2026-10-01,1\n7,yesterday,1\n",
    );
    let options = ["--create-members", "--request-id", &id];
    let first = shop.import("visits", &file, &options).done_with_rejects();
    let after = shop.dump();
    let again = shop.import("visits", &file, &options).done_with_rejects();
    assert_eq!(again, first);
    assert_eq!(shop.dump(), after);
    // Another file under the id of this one is a mistake.
    let other = shop.file("other.csv", "member,at,amount\n8,2026-10-01,1\n");
    shop.import("visits", &other, &options)
        .refused("request_reused");
    shop.import(
        "members",
        &shop.file("m.csv", "name\nAnna\n"),
        &["--request-id", &id],
    )
    .refused("request_reused");
    assert_eq!(shop.dump(), after);
}

#[test]
fn the_rejects_of_the_window_are_those_of_the_file() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let job = window.call(
        "import_run",
        window.import_request("name,phone\nAnna,\n,12\nBéla,7.9E+10\n"),
    );
    let status = window.wait(&job);
    assert_eq!(status["result"]["rejected_total"], 2);
    assert_eq!(status["result"]["rejected"][0]["code"], "phone_too_short");
    let save = json!({ "job_id": job["job_id"], "open": true });
    let saved = window.call("import_rejects_save", save);
    assert_eq!(
        (&saved["count"], &saved["opened"]),
        (&json!(2), &json!(true))
    );
    let path = Path::new(saved["path"].as_str().unwrap());
    assert_eq!(
        window.papers(),
        [path.file_name().unwrap().to_string_lossy()]
    );
    let written = std::fs::read_to_string(path).unwrap();
    assert!(
        written.contains("\r\nBéla,7.9E+10,4,phone_rounded,"),
        "{written}"
    );
}
