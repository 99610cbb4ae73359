//! `regulars-cli`: the shop without a window. The contract stands in the
//! README: exit 0 done, 1 refused and nothing changed, 2 usage, 3 done in part;
//! `--json` gives one document on stdout, errors on stderr.

mod args;
mod commands;
mod out;
mod session;

use std::process::ExitCode;

use clap::Parser;

use args::Cli;
use out::{Failure, Output};

fn main() -> ExitCode {
    let json = std::env::args().any(|arg| arg == "--json");
    let cli = match Cli::try_parse() {
        Ok(cli) => cli,
        Err(error) => return out::usage(&error, json),
    };
    match commands::run(&cli) {
        Ok(Output {
            document,
            text,
            exit,
        }) => {
            if cli.json {
                out::print_line(&document.to_string());
            } else {
                out::print_line(text.trim_end());
            }
            ExitCode::from(exit)
        }
        Err(Failure { error, exit }) => {
            out::print_error(&error, cli.json);
            ExitCode::from(exit)
        }
    }
}
