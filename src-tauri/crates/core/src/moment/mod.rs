//! Moments and touches: whom to greet, when, why, and what came of it.
//!
//! A **moment** is a rule; a **run** turns its occurrences into **touches**, each
//! decided once and for all: planned, or left out with a reason. The parts:
//!
//! - `snapshot` and `history` read what a run has to know: the shop, and what was
//!   decided before;
//! - `due` finds every occurrence in a range of days, from history;
//! - `plan` decides them one after another, as runs on each of those mornings
//!   would have; neither of the two knows SQL;
//! - `close` finds planned touches whose reason has gone;
//! - `merge` makes one of the touches of two members who are one;
//! - `run` writes it all down in one change.
//!
//! State and date give the same plan, whatever days the PC was off.

mod catalogue;
mod check;
mod close;
mod due;
mod figures;
mod history;
mod merge;
mod outcome;
mod outlook;
mod people;
mod plan;
mod preset;
mod report_types;
mod run;
mod run_kept;
mod settings;
mod snapshot;
mod touch_types;
mod touches;
mod types;

pub(crate) use check::word;
pub(crate) use close::{close, consent_withdrawn, lost, unclose};
pub(crate) use merge::take_over;
pub use preset::{MomentPreset, PresetTexts, moment_presets};
pub use report_types::*;
pub(crate) use run::named;
pub(crate) use settings::settings as schedule_settings;
pub use touch_types::*;
pub(crate) use touches::{
    OPEN, delivered, last_useful_day, leave_out, open_again, reached, undelivered, useful_until,
    view as touch,
};
pub use types::*;
