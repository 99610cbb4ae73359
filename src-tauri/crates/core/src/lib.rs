//! The domain of Regulars: a shop, its members and their cards, the stamp
//! program, visits, and the append-only ledger behind every balance.
//!
//! The crate knows nothing of windows, HTTP or PDF. The clock, ids and
//! randomness come from outside; every write goes through one transaction path
//! (`storage::write`) that leaves exactly one change record.

pub mod amount;
pub mod card;
pub mod date_input;
pub mod demo;
pub mod error;
pub mod id;
pub mod import;
pub mod insight;
pub mod ledger;
pub mod member;
pub mod moment;
pub mod outbox;
pub mod phone;
pub mod program;
pub mod reward;
pub mod shop;
pub mod storage;
mod stored;
pub mod text;
pub mod time;
pub mod transfer;
pub mod verify;
pub mod visit;

pub use error::{Code, Error, Result};
pub use storage::{Store, WriteRequest};
