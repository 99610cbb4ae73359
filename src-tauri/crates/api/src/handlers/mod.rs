//! The commands, one module for each screen that asks.

pub(crate) mod cards;
pub(crate) mod counter;
pub(crate) mod delivery;
pub(crate) mod files;
pub(crate) mod greetings;
pub(crate) mod import;
pub(crate) mod jobs;
pub(crate) mod members;
pub(crate) mod moments;
pub(crate) mod outbox;
pub(crate) mod program;
pub(crate) mod reports;
pub(crate) mod shop;
pub(crate) mod touches;
