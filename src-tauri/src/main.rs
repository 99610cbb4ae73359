//! Regulars, the desktop app: one window around the command table of
//! `regulars-api`. Everything that decides something lives below it; here are
//! only the edges a desktop has: folders, one instance, dialogs, a window.
#![cfg_attr(not(debug_assertions), windows_subsystem = "windows")]

mod bridge;
mod folders;
mod host;
mod instance;
mod options;
mod panic_log;
mod window;

use std::process::ExitCode;
use std::sync::Arc;

use clap::Parser as _;

use bridge::Bridge;
use folders::Folders;
use host::DesktopHost;
use instance::{Claim, Instance};
use options::Options;

fn main() -> ExitCode {
    let options = Options::parse();
    let Some(folders) = Folders::choose(&options) else {
        eprintln!(
            "regulars: this account has no home folder; name a folder with --data-dir DIR or \
             REGULARS_DATA_DIR"
        );
        return ExitCode::FAILURE;
    };
    match Instance::claim(&folders.data_dir) {
        Claim::First(instance) => open_shop(&options, &folders, instance),
        Claim::Answered => ExitCode::SUCCESS,
        Claim::Silent => {
            eprintln!(
                "regulars: already running with {}, but its window does not answer; end that \
                 process first",
                folders.data_dir.display()
            );
            ExitCode::FAILURE
        }
    }
}

fn open_shop(options: &Options, folders: &Folders, instance: Instance) -> ExitCode {
    panic_log::install(&folders.data_dir);
    let host = Arc::new(DesktopHost::default());
    // The shop opens while the window is still being made.
    let bridge = Bridge::open(folders.config(options.locale()), host.clone());
    let memory = window::Memory::beside(&folders.data_dir);
    match window::run(bridge, host, instance, memory, options.is_demo()) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("regulars: the window cannot be opened: {error}");
            ExitCode::FAILURE
        }
    }
}
