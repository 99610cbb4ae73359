//! What the tests of several crates share: servers on loopback, and the programs that judge
//! printed documents.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::indexing_slicing,
    clippy::panic,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on has failed"
)]

pub mod mail_server;
pub mod paper;
pub mod tls;
