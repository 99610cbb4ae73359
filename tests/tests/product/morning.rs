//! What the app does by itself: the day's run, and one notification.

use serde_json::{Value, json};

use crate::{
    app::{Window, fresh},
    shop::Shop,
};

const HOUR_MS: i64 = 60 * 60 * 1_000;

/// Eleven in the morning in Budapest, three days after two guests joined.
fn third_day(shop: &Shop) -> Window {
    let window = Window::open(&shop.data_dir());
    window.enrol("Anna Lee");
    window.enrol("Béla Kiss");
    window.pass(3 * 24 * HOUR_MS);
    window
}

fn notices(window: &Window) -> Vec<(String, String)> {
    let _ = window.app.tick();
    std::mem::take(&mut *window.host.notices.lock().unwrap())
}

fn state(window: &Window) -> Value {
    window.call("schedule_state", json!({}))
}

#[test]
fn the_morning_is_told_once_without_names() {
    let shop = Shop::cafe();
    let window = third_day(&shop);
    let told = notices(&window);
    assert_eq!(told.len(), 1, "{told:?}");
    let (title, body) = &told[0];
    assert_eq!(title, "2 greetings wait today");
    assert!(body.contains(": 2"), "{body}");
    assert!(!body.contains("Anna"), "{body}");
    assert_eq!(state(&window)["open"], 2, "the run was done");

    assert_eq!(notices(&window), []);
    // Nor after a new start.
    let again = Window::open(&shop.data_dir());
    again.pass(3 * 24 * HOUR_MS);
    assert_eq!(notices(&again), []);
    shop.verify();
}

#[test]
fn nothing_is_told_in_the_quiet_hours() {
    let shop = Shop::cafe();
    let window = third_day(&shop);
    window.pass(-5 * HOUR_MS);
    assert_eq!(notices(&window), [], "six in the morning");
    window.pass(2 * HOUR_MS + HOUR_MS / 2);
    assert_eq!(notices(&window), [], "half past eight");
    window.pass(HOUR_MS / 2);
    assert_eq!(notices(&window).len(), 1, "nine");
}

#[test]
fn who_switched_it_off_is_not_told() {
    let shop = Shop::cafe();
    let window = third_day(&shop);
    assert_eq!(state(&window)["morning_notice"], true);
    let after = window.call("morning_notice_set", json!({ "enabled": false }));
    assert_eq!(after["morning_notice"], false);
    assert_eq!(notices(&window), []);
    assert_eq!(state(&window)["open"], 2, "the run is done all the same");
}

#[test]
fn a_folder_without_a_shop_has_no_morning() {
    let dir = tempfile::tempdir().unwrap();
    let window = Window::open(dir.path());
    assert_eq!(notices(&window), []);
}

#[test]
fn a_clock_that_lost_a_year_greets_nobody() {
    let shop = Shop::cafe();
    let window = third_day(&shop);
    assert_eq!(notices(&window).len(), 1);
    let greeted = state(&window)["open"].clone();
    window.pass(-365 * 24 * HOUR_MS);
    window.enrol("Cili Nagy");
    window.pass(24 * HOUR_MS);
    assert_eq!(notices(&window), []);
    let run = window.call("daily_run", json!({}));
    assert_eq!(run["touches_planned"], 0);
    let behind = window.call("app_state", json!({}))["clock_behind_ms"].clone();
    assert!(
        behind.is_number(),
        "what was recorded since does not hide it"
    );
    let refused = window.refuse(
        "schedule_run",
        json!({ "request_id": fresh() }),
        "clock_lost",
    );
    assert!(refused.message.contains("clock"), "{refused:?}");

    window.pass(364 * 24 * HOUR_MS);
    assert_eq!(state(&window)["open"], greeted);
    shop.verify();
}

#[test]
fn a_day_that_a_clock_ran_ahead_costs_no_other_morning() {
    let shop = Shop::cafe();
    let window = third_day(&shop);
    window.pass(365 * 24 * HOUR_MS);
    let _ = notices(&window);
    window.pass(-365 * 24 * HOUR_MS);
    // After as many changes the clock is believed again.
    for at in 0..110 {
        window.enrol(&format!("Guest {at}"));
    }
    window.pass(3 * 24 * HOUR_MS);
    assert_eq!(notices(&window).len(), 1);
}
