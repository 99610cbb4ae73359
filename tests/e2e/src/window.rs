//! The app's window for the length of a journey.

use std::fs;
use std::ops::Deref;
use std::path::{Path, PathBuf};

use crate::driver::Driver;
use crate::{Failure, Home, Outcome, Session};

/// A window of the app, in some home. It closes with this value.
pub struct Window {
    // Dropped in this order: first the window, then its driver.
    session: Session,
    _driver: Driver,
}

impl Window {
    /// Starts the app.
    pub fn open(home: &Home, options: &[&str]) -> Outcome<Self> {
        let driver = Driver::start(home)?;
        let options: Vec<String> = options.iter().map(ToString::to_string).collect();
        let session = Session::start(&driver.address(), &app()?, &options)?;
        Ok(Self {
            session,
            _driver: driver,
        })
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

/// Walks through the app in a home of its own; where the journey fails, a
/// picture of the window is left in `target/e2e/`.
///
/// # Panics
/// If the journey fails: it is a test.
#[expect(clippy::panic, reason = "a journey is a test")]
pub fn journey(name: &str, options: &[&str], walk: impl FnOnce(&Window, &Home) -> Outcome) {
    let walked = Home::new().and_then(|home| {
        let window = Window::open(&home, options)?;
        walk(&window, &home).map_err(|failure| {
            let left = leave_picture(&window, name);
            Failure::new(format!("{failure}\n{left}"))
        })
    });
    if let Err(failure) = walked {
        panic!("{name}: {failure}");
    }
}

fn leave_picture(window: &Window, name: &str) -> String {
    let folder = programs().join("..").join("e2e");
    let file = folder.join(format!("{name}.png"));
    let left = fs::create_dir_all(&folder)
        .map_err(|error| Failure::of("making target/e2e", error))
        .and_then(|()| window.save_picture(&file));
    match left {
        Ok(()) => format!("the window then: {}", file.display()),
        Err(failure) => format!("and no picture: {failure}"),
    }
}

/// The app to drive: named by `REGULARS_BIN`, else the one built beside us.
pub(crate) fn app() -> Outcome<PathBuf> {
    let app = match std::env::var_os("REGULARS_BIN") {
        Some(named) => PathBuf::from(named),
        None => programs().join(format!("regulars{}", std::env::consts::EXE_SUFFIX)),
    };
    if app.is_file() {
        Ok(app)
    } else {
        Err(Failure::new(format!(
            "{} is not built; cargo build -p regulars",
            app.display()
        )))
    }
}

/// `target/<profile>`: where this program is, or its parent for a test.
fn programs() -> PathBuf {
    let here = std::env::current_exe().unwrap_or_default();
    let folder = here.parent().unwrap_or(Path::new("."));
    if folder.ends_with("deps") {
        folder.join("..")
    } else {
        folder.to_path_buf()
    }
}
