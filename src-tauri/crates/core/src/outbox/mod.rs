//! The outbox: greetings that the app itself sends by e-mail or text message, each
//! once as far as the other side lets it.
//!
//! A **message** belongs to one planned touch. It waits, is claimed by the one sender
//! there is, and then it is noted what became of it. The claim is committed before
//! anything goes out: whoever is interrupted in between leaves a message that may or
//! may not have gone out, and that only the owner can decide about. The parts:
//!
//! - `settings`: the channels and their set-up, pause and rate limit;
//! - `queue`: which message is next, and claiming it;
//! - `result`: noting what became of a claimed message, and deciding about doubtful ones;
//! - `log`: what the change log keeps of it, which is nobody's name, address or text;
//! - `hand`: what happens to a message when a person or a run closes its touch;
//! - `waits`: what a message waits for;
//! - `look`: lists and numbers.
//!
//! There is no network here: the edge carries the message.

mod hand;
mod log;
mod look;
mod queue;
mod result;
mod settings;
mod types;
mod waits;

pub(crate) use hand::{rejoin, reopened, withdraw};
pub use types::*;
pub use waits::Waits;
