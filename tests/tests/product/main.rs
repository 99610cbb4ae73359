//! The built product, judged from outside: through `regulars-cli` as a program,
//! and through the command table that the window and the dev server use.
//!
//! Nothing here calls the core to get a figure that it checks: expected figures
//! are written down or computed anew from the input.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "a failing test panics"
)]

mod api_contract;
mod app;
mod bad_files;
mod bad_places;
mod bad_values;
mod cards;
mod catalogue;
mod cli;
mod contract;
mod counter;
mod database;
mod demo;
mod greetings;
mod importing;
mod importing_again;
mod jobs;
mod keeping;
mod morning;
mod paper;
mod real_data;
mod reports;
mod schedule;
mod sending;
mod shop;
mod side_by_side;
