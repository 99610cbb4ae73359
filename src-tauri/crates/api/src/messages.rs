//! Requests and responses of the command table that are not plain views of the
//! core. Ids are UUID text, instants UTC milliseconds, dates `YYYY-MM-DD`,
//! money minor units; amounts that a person typed travel as typed and are
//! parsed here, once, with the shop's currency.

mod cards;
mod counter;
mod delivery;
mod greetings;
mod importing;
mod members;
mod program;
mod reports;
mod schedule;
mod shop;
mod work;

use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use cards::*;
pub use counter::*;
pub use delivery::*;
pub use greetings::*;
pub use importing::*;
pub use members::*;
pub use program::*;
pub use reports::*;
pub use schedule::*;
pub use shop::*;
pub use work::*;

/// A request without fields.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}
