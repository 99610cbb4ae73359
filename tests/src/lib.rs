//! Servers on loopback that the tests of several crates talk to.

#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::missing_panics_doc,
    reason = "a test that cannot go on has failed"
)]

pub mod mail_server;
pub mod tls;
