//! The app's window for the length of a journey.

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};
use std::time::Instant;

use crate::driver::Driver;
use crate::{Failure, Home, Outcome, Session};

/// A window of the app, in some home. It closes with this value.
pub struct Window {
    // Dropped in this order: first the window, then its driver.
    session: Session,
    driver: Driver,
}

impl Window {
    /// Starts the app.
    pub fn open(home: &Home, options: &[&str]) -> Outcome<Self> {
        Self::open_timed(home, options).map(|(window, _)| window)
    }

    /// Starts the app, and says when it did: the driver was up before.
    pub fn open_timed(home: &Home, options: &[&str]) -> Outcome<(Self, Instant)> {
        let driver = Driver::start(home)?;
        let options: Vec<String> = options.iter().map(ToString::to_string).collect();
        let app = program("regulars")?;
        let began = Instant::now();
        let session = Session::start(&driver.address(), &app, &options)?;
        Ok((Self { session, driver }, began))
    }

    /// Walks on; where that fails, a picture of the window is left in
    /// `target/e2e/`.
    pub fn or_leave_picture(&self, name: &str, walk: impl FnOnce(&Self) -> Outcome) -> Outcome {
        walk(self).map_err(|failure| {
            let folder = target().join("e2e");
            let file = folder.join(format!("{name}.png"));
            let left = fs::create_dir_all(&folder)
                .map_err(|error| Failure::of("making target/e2e", error))
                .and_then(|()| self.save_picture(&file));
            Failure::new(match left {
                Ok(()) => format!("{failure}\nthe window then: {}", file.display()),
                Err(no_picture) => format!("{failure}\nand no picture: {no_picture}"),
            })
        })
    }

    /// Ends the app at once, as a power cut does.
    pub fn kill(self) {
        self.session.is_closed();
        self.driver.kill_app();
    }

    /// Saves what it shows.
    pub fn save_picture(&self, file: &Path) -> Outcome {
        let picture = self.screenshot()?;
        fs::write(file, picture).map_err(|error| Failure::of(&file.display().to_string(), error))
    }
}

impl Deref for Window {
    type Target = Session;

    fn deref(&self) -> &Session {
        &self.session
    }
}

/// Walks through the app in a home of its own.
///
/// # Panics
/// If the journey fails: it is a test.
#[expect(clippy::panic, reason = "a journey is a test")]
pub fn journey(name: &str, options: &[&str], walk: impl FnOnce(&Window, &Home) -> Outcome) {
    let walked = Home::new().and_then(|home| {
        let window = Window::open(&home, options)?;
        window.or_leave_picture(name, |window| walk(window, &home))
    });
    if let Err(failure) = walked {
        panic!("{name}: {failure}");
    }
}

/// A program of the workspace: named by the environment (`REGULARS_BIN`,
/// `REGULARS_CLI_BIN`), else the one built beside us.
pub fn program(name: &str) -> Outcome<PathBuf> {
    let variable = format!("{}_BIN", name.to_uppercase().replace('-', "_"));
    let program = match std::env::var_os(variable) {
        Some(named) => PathBuf::from(named),
        None => programs().join(format!("{name}{}", std::env::consts::EXE_SUFFIX)),
    };
    if program.is_file() {
        Ok(program)
    } else {
        Err(Failure::new(format!(
            "{} is not built; cargo build --bins",
            program.display()
        )))
    }
}

/// Cargo's target folder.
pub fn target() -> PathBuf {
    let programs = programs();
    programs.parent().unwrap_or(&programs).to_path_buf()
}

/// `target/<profile>`: where this program is, or its parent for a test.
fn programs() -> PathBuf {
    let here = std::env::current_exe().unwrap_or_default();
    let folder = here.parent().unwrap_or(Path::new("."));
    let profile = if folder.ends_with("deps") {
        folder.parent()
    } else {
        None
    };
    profile.unwrap_or(folder).to_path_buf()
}
