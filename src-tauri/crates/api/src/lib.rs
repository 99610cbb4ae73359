//! The command table: what the app can do, declared once.
//!
//! An edge (the desktop shell, the dev server) supplies a [`Host`] and passes
//! `(command, request)` pairs to [`App::dispatch`]; it knows no command by name.
//! The command line calls the core for its own output but shares the parts that
//! are more than one call: [`documents`], [`importing`], `errors`.

mod app;
mod bindings;
pub mod commands;
pub mod delivery;
pub mod documents;
mod error;
mod errors;
pub mod folders;
mod greetings;
mod handlers;
mod host;
pub mod importing;
mod jobs;
pub mod messages;
pub mod presets;
mod settings_file;
mod tick;
pub mod wording;

pub use app::{App, AppConfig};
pub use commands::{COMMANDS, typescript};
pub use error::ApiError;
pub use errors::{locale_of, message_of, problem_of};
pub use host::{Host, HostKind};
