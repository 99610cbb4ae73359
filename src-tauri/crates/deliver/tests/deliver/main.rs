//! Texts leave the PC for servers on loopback that answer, refuse, hang and break off.
#![allow(
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::panic,
    clippy::indexing_slicing,
    clippy::string_slice,
    reason = "tests"
)]

mod email;
mod gateway;
mod html;
mod http_server;
mod secrets;

use std::time::Duration;

use regulars_deliver::{Failure, FailureKind, Outcome, Wire};

/// Long enough for an answer on loopback, short enough to wait for none.
fn wire() -> Wire {
    Wire::new(Duration::from_secs(5))
}

/// For servers that never answer.
fn impatient() -> Wire {
    Wire::new(Duration::from_millis(300))
}

#[track_caller]
fn failed(outcome: Outcome, kind: FailureKind, code: &str) -> Failure {
    let Outcome::Failed(failure) = outcome else {
        panic!("{outcome:?}, not {code}");
    };
    assert_eq!((failure.kind, failure.code), (kind, code), "{failure:?}");
    failure
}
