//! `cargo xtask run`: from a fresh checkout to the app on the screen.

use std::fs::File;
use std::path::Path;
use std::process::Command;

use crate::cargo::{self, Profile};
use crate::setup::{self, For};
use crate::{Done, proc, repo, ui};

/// What was asked for.
struct Wish {
    profile: Profile,
    /// Handed on to the app.
    app_options: Vec<String>,
}

/// Builds and opens the app, or shows what it does where nothing can be shown.
pub(crate) fn run(arguments: &[String]) -> Done {
    let wish = wish(arguments)?;
    if has_display() {
        setup::ready(For::Building)?;
        build(wish.profile)?;
        let app = repo::binary("regulars", wish.profile.folder());
        println!("Opening {}", repo::shown(&app));
        proc::open(proc::command(&app.to_string_lossy()).args(&wish.app_options))?;
    } else {
        println!(
            "There is no display here (neither DISPLAY nor WAYLAND_DISPLAY is set). Instead of \
             opening the app, a demo shop is worked in the real window on a virtual display."
        );
        setup::ready(For::Testing)?;
        build(wish.profile)?;
        tour(wish.profile, &repo::target().join("demo"))?;
    }
    Ok(())
}

fn wish(arguments: &[String]) -> Result<Wish, String> {
    let mut wish = Wish {
        profile: Profile::Dev,
        app_options: Vec::new(),
    };
    let mut arguments = arguments.iter();
    while let Some(argument) = arguments.next() {
        match argument.as_str() {
            "--release" => wish.profile = Profile::Release,
            "--demo" => wish.app_options.push(argument.clone()),
            "--" => wish.app_options.extend(arguments.by_ref().cloned()),
            other => {
                return Err(format!(
                    "run does not know {other:?}; options for the app come after `--`"
                ));
            }
        }
    }
    Ok(wish)
}

/// Builds the UI and all programs.
pub(crate) fn build(profile: Profile) -> Result<(), String> {
    ui::build_if_stale()?;
    println!(
        "Building the app ({}; the first time takes some minutes)",
        profile.folder()
    );
    proc::open(cargo::build_programs(profile).arg("--quiet"))
}

fn has_display() -> bool {
    let set = |name| std::env::var_os(name).is_some_and(|value| !value.is_empty());
    !cfg!(target_os = "linux") || set("DISPLAY") || set("WAYLAND_DISPLAY")
}

/// Does the counter's main job in the real window, and leaves papers and
/// pictures in `out`.
pub(crate) fn tour(profile: Profile, out: &Path) -> Result<(), String> {
    // The virtual display's own chatter would drown what the tour says.
    let log = repo::target().join("tour.log");
    let chatter = File::create(&log).map_err(|error| format!("{}: {error}", log.display()))?;
    let mut tour = in_a_window(&repo::binary("regulars-tour", profile.folder()));
    proc::open(tour.arg(out).stderr(chatter))
        .map_err(|why| format!("{}\n{why}", proc::tail(&log, 20)))
}

/// A program that opens windows: on the display there is, else on a virtual
/// one with a session bus of its own. No `WEBKIT_DISABLE_…` variables: with
/// them WebDriver's pictures hang.
pub(crate) fn in_a_window(program: &Path) -> Command {
    if has_display() {
        return proc::command(&program.to_string_lossy());
    }
    let mut command = proc::command("xvfb-run");
    command
        .args(["--auto-servernum", "--server-args=-screen 0 1400x900x24"])
        .args(["dbus-run-session", "--"])
        .arg(program)
        // Nobody listens to a screen reader there.
        .env("NO_AT_BRIDGE", "1");
    command
}
