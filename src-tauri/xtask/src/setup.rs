//! Installs what building and testing need, on a machine with only Rust and Node.

mod apt;
mod node;

use crate::Done;

/// What the machine is wanted for.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum For {
    /// Building and showing the app.
    Building,
    /// Browser and real-window tests as well.
    Testing,
}

/// Everything, for `cargo xtask setup`.
pub(crate) fn everything() -> Done {
    ready(For::Testing)?;
    println!("Everything is installed.");
    Ok(())
}

/// Makes the machine ready, saying only what it installs.
pub(crate) fn ready(purpose: For) -> Done {
    node::check()?;
    apt::install_missing(purpose)?;
    node::install_modules()?;
    Ok(())
}
