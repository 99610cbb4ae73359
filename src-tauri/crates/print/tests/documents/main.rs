//! Finished PDFs, judged by other programs: poppler reads the text and draws the pages, zbar
//! scans the codes.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    clippy::string_slice,
    reason = "a failing test panics"
)]

mod cards;
mod codes;
mod greetings;
mod refusals;
mod report;
mod sample;
