//! `cargo xtask screenshots`: the pictures of the README, from the tour.

use std::fs;

use crate::cargo::Profile;
use crate::setup::{self, For};
use crate::{Done, Stop, repo, run};

/// Runs the tour and puts its pictures into `assets/screenshots`.
pub(crate) fn screenshots(arguments: &[String]) -> Done {
    if !arguments.is_empty() {
        return Err(Stop::Cannot("screenshots takes no options".to_owned()));
    }
    setup::ready(For::Testing)?;
    run::build(Profile::Dev)?;
    let out = repo::target().join("demo");
    run::tour(Profile::Dev, &out)?;
    let kept = repo::root().join("assets").join("screenshots");
    let copy = || -> std::io::Result<usize> {
        fs::create_dir_all(&kept)?;
        let mut copied = 0;
        for entry in fs::read_dir(&out)?.flatten() {
            if entry
                .path()
                .extension()
                .is_some_and(|extension| extension == "png")
            {
                fs::copy(entry.path(), kept.join(entry.file_name()))?;
                copied += 1;
            }
        }
        Ok(copied)
    };
    let copied = copy().map_err(|error| format!("{}: {error}", kept.display()))?;
    println!("{copied} pictures in {}", repo::shown(&kept));
    Ok(())
}
