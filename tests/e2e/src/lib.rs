//! Drives the real window as a person would: clicks, types, reads what it shows.
//!
//! WebKit's own `WebKitWebDriver` starts the app; `tauri-driver` would only
//! stand between them. Nothing in the app knows that it is driven: dialogs and
//! viewers are met at the edge of the process (`home`).

mod driver;
mod failure;
mod home;
pub mod pages;
mod session;
mod window;

pub use failure::{Failure, Outcome};
pub use home::Home;
pub use session::{ENTER, Element, Session};
pub use window::{Window, journey, program, target};
