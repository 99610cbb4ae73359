//! `cargo xtask`: everything a stranger needs to run, test and ship Regulars.
//! Few dependencies on purpose: it compiles before anything else does.

mod bench;
mod bindings;
mod bundle;
mod cargo;
mod icons;
mod proc;
mod repo;
mod run;
mod screenshots;
mod setup;
mod test;
mod ui;

use std::process::ExitCode;

const USAGE: &str = "\
cargo xtask COMMAND

  run [--demo] [--release] [-- APP OPTIONS]
                      installs what is missing, builds, and opens the app;
                      without a display it does the counter's main job in a
                      window on a virtual one and leaves PDFs and pictures
                      in target/demo/
  test [--tier T,…]   everything CI checks; tiers: check unit property
                      integration ui-unit ui window
  bench [--quick]     measures the table of speeds
  bundle              installers for this system
  setup               only installs what building and testing need
  bindings [--check]  writes the UI's types from the command table
  screenshots         pictures of every screen for the README
  icons               renders assets/icons into src-tauri/icons
";

/// Why a command stops.
enum Stop {
    /// It did its work and found it wanting; it has said so itself.
    Failed,
    /// It cannot start; the text says what to do.
    Cannot(String),
}

type Done = Result<(), Stop>;

impl From<String> for Stop {
    fn from(why: String) -> Self {
        Self::Cannot(why)
    }
}

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let (command, rest) = match arguments.split_first() {
        Some((command, rest)) => (command.as_str(), rest),
        None => ("help", [].as_slice()),
    };
    let done = match command {
        "run" => run::run(rest),
        "test" => test::test(rest),
        "bench" => bench::bench(rest),
        "bundle" => bundle::bundle(rest),
        "setup" => setup::everything(),
        "bindings" => bindings::bindings(rest),
        "screenshots" => screenshots::screenshots(rest),
        "icons" => icons::icons(),
        "help" | "--help" | "-h" => {
            print!("{USAGE}");
            return ExitCode::SUCCESS;
        }
        other => Err(Stop::Cannot(format!(
            "there is no command {other:?}\n\n{USAGE}"
        ))),
    };
    match done {
        Ok(()) => ExitCode::SUCCESS,
        Err(Stop::Failed) => ExitCode::FAILURE,
        Err(Stop::Cannot(why)) => {
            eprintln!("xtask: {why}");
            ExitCode::from(2)
        }
    }
}
