//! How a ready text leaves the PC, and the secrets that takes.
//!
//! Plain data in, an [`Outcome`] out: this crate knows nothing of the domain, the database,
//! languages or the window. Every call blocks until it is done or one of its waits was longer than
//! the [`Wire`] allows; nothing is tried twice. Whether to try again is the caller's, and [`FailureKind`] is what the
//! caller decides by.

mod card;
mod email;
mod field;
mod gateway;
pub mod html;
mod outcome;
mod secret;
mod secrets;
mod wire;

pub use card::card_png;
pub use email::{CardImage, Email, EmailAccount, Security, Unsubscribe, send_email, verify_email};
pub use field::{Fault, FieldError};
pub use gateway::{
    AnswerRule, Body, Expected, Gateway, GatewayMessage, Method, Recipient, SuccessRule, presets,
    send_gateway,
};
pub use outcome::{Failure, FailureKind, Outcome};
pub use secret::Secret;
pub use secrets::{Backend, MIN_PASSPHRASE_CHARS, SecretError, SecretStore};
pub use wire::Wire;
