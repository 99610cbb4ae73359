//! The counter's main job in the real window, on a demo shop: what
//! `cargo xtask run` shows where there is no display. Leaves the papers and a
//! picture of each screen in the folder it is given.

use std::cell::Cell;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::ExitCode;

use regulars_e2e::pages::{Cards, Counter, Place, Reports, Welcome, go_to};
use regulars_e2e::{Failure, Home, Outcome, Window};

const GUEST: &str = "Anna Kovács";
const PHONE: &str = "+36 30 555 0142";
/// More stamps than any card of the demo needs.
const STAMPS_AT_MOST: u32 = 30;

fn main() -> ExitCode {
    let out = std::env::args_os().nth(1).map(PathBuf::from);
    let Some(out) = out else {
        eprintln!("regulars-tour OUT: names the folder for papers and pictures");
        return ExitCode::from(2);
    };
    match tour(&out) {
        Ok(()) => ExitCode::SUCCESS,
        Err(failure) => {
            eprintln!("regulars-tour: {failure}");
            ExitCode::FAILURE
        }
    }
}

fn tour(out: &Path) -> Outcome {
    let album = Album::empty(out)?;
    welcome(&album)?;

    let home = Home::new()?;
    say("opening a demo café with a year of history");
    let window = Window::open(&home, &["--demo", "--locale", "en"])?;
    let counter = Counter::of_demo(&window)?;
    album.picture(&window, "counter-waiting")?;
    at_the_counter(&counter, &window, &album)?;
    papers(&window, &home, &album)?;
    for place in [
        Place::Today,
        Place::Members,
        Place::Program,
        Place::Moments,
        Place::Settings,
    ] {
        go_to(&window, place)?;
        album.picture(&window, place.name())?;
    }
    album.list()
}

/// The first start of all.
fn welcome(album: &Album) -> Outcome {
    say("first start: the welcome wizard");
    let home = Home::new()?;
    let window = Window::open(&home, &["--locale", "en"])?;
    Welcome::shown(&window)?;
    album.picture(&window, "welcome")
}

/// Enrol, stamp to a full card, redeem.
fn at_the_counter(counter: &Counter<'_>, window: &Window, album: &Album) -> Outcome {
    say("enrolling a guest");
    counter.enrol(GUEST, PHONE)?;
    album.picture(window, "counter-enrolled")?;
    say("stamping to a full card");
    for _ in 0..STAMPS_AT_MOST {
        if counter.rewards()? > 0 {
            break;
        }
        counter.stamp()?;
    }
    counter.has_rewards(1)?;
    album.picture(window, "counter-reward-ready")?;
    say("handing over the reward");
    counter.redeem()?;
    counter.has_rewards(0)?;
    album.picture(window, "counter-redeemed")
}

/// The guest's card and the month's report, as PDF; the report as CSV too.
fn papers(window: &Window, home: &Home, album: &Album) -> Outcome {
    say("printing new cards");
    let cards = Cards::open(window)?;
    album.picture(window, "cards")?;
    album.keep(&cards.print(home)?)?;
    say("reviewing the month");
    let reports = Reports::open(window)?;
    reports.rows()?;
    album.picture(window, "reports")?;
    album.keep(&reports.print(home)?)?;
    album.keep(&reports.csv(home)?)
}

fn say(what: &str) {
    println!("  {what}");
}

/// The folder with what the tour leaves.
struct Album {
    folder: PathBuf,
    pictures: Cell<u32>,
}

impl Album {
    fn empty(folder: &Path) -> Outcome<Self> {
        let make = || {
            if folder.exists() {
                fs::remove_dir_all(folder)?;
            }
            fs::create_dir_all(folder)
        };
        make().map_err(|error| Failure::of(&folder.display().to_string(), error))?;
        Ok(Self {
            folder: folder.to_path_buf(),
            pictures: Cell::new(0),
        })
    }

    fn picture(&self, window: &Window, of: &str) -> Outcome {
        window.settle()?;
        self.pictures.set(self.pictures.get() + 1);
        let name = format!("{:02}-{of}.png", self.pictures.get());
        window.save_picture(&self.folder.join(name))
    }

    fn keep(&self, paper: &Path) -> Outcome {
        let name = paper.file_name().unwrap_or(paper.as_os_str());
        fs::copy(paper, self.folder.join(name))
            .map(drop)
            .map_err(|error| Failure::of(&paper.display().to_string(), error))
    }

    fn list(&self) -> Outcome {
        let entries = fs::read_dir(&self.folder)
            .map_err(|error| Failure::of(&self.folder.display().to_string(), error))?;
        let mut files: Vec<_> = entries.flatten().map(|entry| entry.path()).collect();
        files.sort();
        println!("Left behind:");
        for file in files {
            println!("  {}", file.display());
        }
        Ok(())
    }
}
