//! `cargo xtask screenshots`: the pictures of the README, from the tour.

use std::fs;

use crate::cargo::Profile;
use crate::setup::{self, For};
use crate::{Done, Stop, repo, run};

/// The tour's pictures that the README shows, and their names there.
const SHOWN: [(&str, &str); 3] = [
    ("-counter-reward-ready.png", "counter.png"),
    ("-today.png", "today.png"),
    ("-reports.png", "report.png"),
];

/// Runs the tour and puts what the README shows into `assets/pictures`.
pub(crate) fn screenshots(arguments: &[String]) -> Done {
    if !arguments.is_empty() {
        return Err(Stop::Cannot("screenshots takes no options".to_owned()));
    }
    setup::ready(For::Testing)?;
    run::build(Profile::Dev)?;
    let out = repo::target().join("demo");
    run::tour(Profile::Dev, &out)?;
    let kept = repo::root().join("assets").join("pictures");
    let copy = || -> std::io::Result<()> {
        fs::create_dir_all(&kept)?;
        for entry in fs::read_dir(&out)? {
            let name = entry?.file_name();
            let shown = SHOWN
                .iter()
                .find(|(end, _)| name.to_string_lossy().ends_with(end));
            if let Some((_, shown)) = shown {
                fs::copy(out.join(&name), kept.join(shown))?;
            }
        }
        Ok(())
    };
    copy().map_err(|error| format!("{}: {error}", kept.display()))?;
    println!("The pictures are in {}", repo::shown(&kept));
    Ok(())
}
