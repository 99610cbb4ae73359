//! Sending by the app itself: the channels' set-up, their secrets, a round of sending.
//! It takes a [`Store`](regulars_core::Store) and no window, so that the command line
//! sends in the same way.

mod handoff;
mod letter;
mod said;
mod secrets;
mod sender;
mod setup;
mod trial;
mod waits;

pub(crate) use handoff::handoffs;
pub use said::{is_in_doubt, said, said_of};
pub use secrets::Secrets;
pub use sender::Sender;
pub use setup::{email_account, gateway, save, state};
pub use waits::waits_of;
