//! E-mail: the account, the message as it goes over the wire, and the conversation with the
//! account's server.

mod account;
mod answer;
mod message;
mod smtp;

pub use account::{EmailAccount, Security};
pub use message::{CardImage, Email, Unsubscribe};
pub use smtp::{send_email, verify_email};
