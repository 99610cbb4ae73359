//! What the core promises, checked from outside: through the public `Store`
//! alone, on a real database file. Each test's name is the promise it keeps;
//! every test that uses a [`shop::Shop`] also ends with `verify`.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap
)]

mod shop;

mod cards;
mod clock;
mod earning;
mod enrolling;
mod expiry;
mod finding;
mod history;
mod listing;
mod merging;
mod month;
mod programs;
mod redeeming;
mod retries;
mod taking_back;
mod undoing;

mod bad_input;
mod crash;
mod damage;
mod disk;
mod files;
mod two_tills;

mod consent_undo;
mod corrections;
mod gifts;
mod merged_greetings;
mod moments;
mod one_a_day;
mod outbox;
mod planning;
mod touches;
mod triggers;
mod waiting;

mod model;
mod random_days;
mod random_outbox;
mod random_schedule;
mod random_shop;
mod year;
