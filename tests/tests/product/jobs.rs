//! Jobs: started, watched, stopped, and what they leave.

use base64::{Engine, engine::general_purpose::STANDARD};
use chrono::NaiveDate;
use serde_json::{Value, json};

use crate::{
    app::{Window, fresh},
    shop::{Shop, text},
};

fn demo(window: &Window, members: u32) -> Value {
    window.call(
        "shop_create_demo",
        json!({ "locale": "en", "kind": "cafe", "members": members, "visits": members * 10 }),
    )
}

#[test]
fn a_job_ends_with_its_result() {
    let shop = Shop::none();
    let window = Window::open(&shop.data_dir());
    let job = demo(&window, 20);
    let status = window.wait(&job);
    assert_eq!(
        (&status["state"], &status["error"]),
        (&json!("done"), &Value::Null)
    );
    assert_eq!(status["job_id"], job["job_id"]);
    assert_eq!(status["done"], status["total"]);
    assert_eq!(status["result"]["members"], 20);
    // It can be looked at again, and stopping it now changes nothing.
    assert_eq!(window.call("job_status", job.clone())["state"], "done");
    assert_eq!(window.call("job_cancel", job)["state"], "done");
    window.refuse(
        "shop_create_demo",
        json!({ "locale": "en", "kind": "cafe" }),
        "shop_exists",
    );
    shop.verify();
}

#[test]
fn a_job_can_be_stopped_and_leaves_a_sound_shop() {
    let shop = Shop::none();
    let window = Window::open(&shop.data_dir());
    let job = demo(&window, 400);
    window.call("job_cancel", job.clone());
    let status = window.wait(&job);
    assert_eq!(status["state"], "cancelled", "{status}");
    assert_eq!(status["error"]["code"], "cancelled");
    assert!(
        status["done"].as_u64() < status["total"].as_u64(),
        "{status}"
    );
    shop.verify();
}

#[test]
fn the_day_does_not_begin_in_a_demo_that_is_being_made() {
    let shop = Shop::none();
    let window = Window::open(&shop.data_dir());
    let job = demo(&window, 40);
    // Its greetings begin late in the year.
    let done = || window.call("job_status", job.clone())["done"].as_u64();
    while done() < Some(345) {
        std::thread::yield_now();
    }
    let _ = window.app.tick();
    assert_eq!(window.wait(&job)["state"], "done");
    shop.verify();
    let touches = window.call("touches_list", json!({ "limit": 500 }))["lines"].take();
    let touches = touches.as_array().unwrap();
    assert!(touches.len() > 20, "{}", touches.len());
    let day = |line: &Value, of: &str| text(&line["touch"][of]).parse::<NaiveDate>().unwrap();
    for line in touches {
        let late = day(line, "planned_on") - day(line, "due_on");
        assert!(late.num_days() <= 1, "planned on its own day: {line}");
    }
}

#[test]
fn a_job_nobody_started_is_not_found() {
    let shop = Shop::none();
    let window = Window::open(&shop.data_dir());
    window.refuse("job_status", json!({ "job_id": 7 }), "job_not_found");
    window.refuse("job_cancel", json!({ "job_id": 7 }), "job_not_found");
}

#[test]
fn a_job_that_fails_says_why() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    let content = STANDARD.encode("colour,size\nred,7\n");
    let opened = window.call(
        "import_open",
        json!({ "content_base64": content, "file_name": "socks.csv" }),
    );
    let status = window.job(
        "import_run",
        json!({ "request_id": fresh(), "source_id": opened["source"]["source_id"], "kind": "members",
                "mapping": [null, null], "create_members": false, "earn": false, "dry_run": false }),
    );
    assert_eq!(status["state"], "failed");
    assert_eq!(status["error"]["code"], "import_file_missing_columns");
    assert_eq!(status["result"], Value::Null);
    shop.verify();
}

#[test]
fn a_file_that_was_closed_is_not_imported() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    window.refuse(
        "import_run",
        json!({ "request_id": fresh(), "source_id": 9, "kind": "members", "mapping": [],
                "create_members": false, "earn": false, "dry_run": false }),
        "import_source_gone",
    );
    let rejects = json!({ "job_id": 9, "open": false });
    window.refuse("import_rejects_save", rejects, "import_source_gone");
    // A dialog that was closed opens nothing.
    assert_eq!(window.call("import_open", json!({}))["source"], Value::Null);
    *window.host.chosen.lock().unwrap() = Some(shop.path("gone.csv"));
    window.refuse("import_open", json!({}), "file_not_found");
    let garbled = json!({ "content_base64": "%%%", "file_name": "a.csv" });
    window.refuse("import_open", garbled, "bad_request");
}
