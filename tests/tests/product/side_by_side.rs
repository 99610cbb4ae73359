//! The command line beside the app, on one data folder.

use serde_json::json;

use crate::{
    app::{Window, fresh},
    database,
    shop::{Shop, text},
};

#[test]
fn the_window_sees_at_once_what_the_command_line_did() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let anna = shop.enrol("Anna");
    shop.run(["visit", &anna, "--stamps", "3"]).done();
    let glance = window.call("member_glance", json!({ "member_id": anna }));
    assert_eq!(glance["card"]["balance"], 3);
    window.call(
        "visit_record",
        json!({ "request_id": fresh(), "member_id": anna, "stamps": 2, "confirmed": true }),
    );
    assert_eq!(shop.run(["member", "show", &anna]).done()["stamps"], 5);
    let found = window.call("counter_search", json!({ "query": "ann", "limit": 5 }));
    assert_eq!(found["hits"][0]["id"], anna);
    shop.verify();
}

#[test]
fn writing_at_once_loses_nothing() {
    const EACH: usize = 15;
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let anna = shop.enrol("Anna");
    let second = Window::open(&shop.data_dir());
    std::thread::scope(|scope| {
        for app in [&window.app, &window.app, &second.app] {
            let anna = &anna;
            scope.spawn(move || {
                for _ in 0..EACH {
                    let visit = json!({ "request_id": fresh(), "member_id": anna, "amount": "1", "confirmed": true });
                    app.dispatch("visit_record", visit).unwrap();
                }
            });
        }
        for _ in 0..2 {
            let (shop, anna) = (&shop, &anna);
            scope.spawn(move || {
                for _ in 0..EACH {
                    shop.run(["visit", anna, "--amount", "1"]).done();
                }
            });
        }
    });
    let all = 5 * EACH;
    let shown = shop.run(["member", "show", &anna]).done();
    assert_eq!(
        (&shown["visits"], &shown["spend"]),
        (&json!(all), &json!(format!("{all}.00")))
    );
    let stamps =
        shown["stamps"].as_u64().unwrap() + 10 * shown["rewards"].as_array().unwrap().len() as u64;
    assert_eq!(stamps, all as u64);
    // One till, numbered without a gap.
    let count = |sql: &str| database::number(&shop.data_dir(), sql);
    assert_eq!(count("SELECT count(*) - max(till_seq) FROM change"), 0);
    assert_eq!(
        count("SELECT count(DISTINCT till_seq) - count(*) FROM change"),
        0
    );
    shop.verify();
}

#[test]
fn the_counter_works_while_a_file_is_imported() {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna");
    let rows: String = (0..9_000)
        .map(|row| format!("{:05},2026-10-01,1\n", row % 3_000))
        .collect();
    let window = Window::open(&shop.data_dir());
    let job = window.call(
        "import_run",
        window.import_request(format!("member,at,amount\n{rows}")),
    );
    let mut stamped = 0;
    while window.call("job_status", job.clone())["state"] == "running" {
        shop.run(["visit", &anna]).done();
        stamped += 1;
    }
    assert_eq!(window.wait(&job)["state"], "done");
    assert!(stamped > 0, "the import was over before a guest came");
    let shown = shop.run(["member", "show", &anna]).done();
    assert_eq!(shown["visits"], stamped);
    assert_eq!(
        database::number(&shop.data_dir(), "SELECT count(*) FROM visit"),
        9_000 + stamped
    );
    shop.verify();
}

#[test]
fn a_second_folder_is_a_second_shop() {
    let (one, other) = (Shop::cafe(), Shop::cafe());
    let anna = one.enrol("Anna");
    other.run(["visit", &anna]).refused("member_not_found");
    let cards = [&one, &other]
        .map(|shop| text(&shop.run(["member", "add", "--name", "Béla"]).done()["card_number"]));
    assert_ne!(cards[0], cards[1]);
}
