//! `cargo xtask test`: everything CI checks, one summary at the end.

mod counts;
mod failures;
mod steps;
mod summary;
mod tier;

use std::thread;
use std::time::Instant;

use crate::setup::{self, For};
use crate::{Done, Stop, repo, ui};
use summary::Summary;
use tier::{Tier, Tiers};

/// Runs what was asked for; a failing step does not stop the others.
pub(crate) fn test(arguments: &[String]) -> Done {
    let tiers = Tiers::wanted(arguments)?;
    let started = Instant::now();
    setup::ready(if tiers.any(&[Tier::Ui, Tier::Window]) {
        For::Testing
    } else {
        For::Building
    })?;
    std::fs::create_dir_all(repo::target().join("xtask"))
        .map_err(|error| format!("{}: {error}", repo::target().display()))?;

    let mut summary = Summary::default();
    // The app embeds the built UI, so nothing in Rust compiles before it.
    match ui::build_if_stale() {
        Ok(()) => in_two_lanes(&tiers, &mut summary),
        Err(why) => {
            eprintln!("{why}");
            summary.add(steps::Step::broken(Tier::Check, "ui-build", why));
        }
    }
    summary.print(started.elapsed());
    if summary.failed() == 0 {
        Ok(())
    } else {
        Err(Stop::Failed)
    }
}

/// Node's checks fit beside the compiler; what watches a clock has the
/// machine to itself, after them.
fn in_two_lanes(tiers: &Tiers, summary: &mut Summary) {
    let (node, rust) = thread::scope(|scope| {
        let node = scope.spawn(|| steps::node(tiers));
        let rust = steps::rust(tiers);
        (node.join().unwrap_or_default(), rust)
    });
    for step in rust.into_iter().chain(node) {
        summary.add(step);
    }
    if tiers.has(Tier::Ui) {
        summary.add(steps::browser());
    }
    if tiers.has(Tier::Window) {
        summary.add(steps::window());
    }
}
