//! The steps: what is run, and how its tests are counted.

use std::collections::BTreeMap;
use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use super::counts::{self, Tally};
use super::failures::{self, Failure};
use super::tier::{Tier, Tiers};
use crate::cargo::{self, Profile};
use crate::proc::{self, Quiet};
use crate::{repo, run, ui};

/// The package of the real-window tests; they run apart from the others.
const WINDOW_PACKAGE: &str = "regulars-e2e";

/// A step that ran.
pub(crate) struct Step {
    pub(crate) name: &'static str,
    pub(crate) tallies: BTreeMap<Tier, Tally>,
    pub(crate) took: Duration,
    /// What went wrong, for the end of the summary.
    pub(crate) why: String,
    log: Option<PathBuf>,
}

impl Step {
    /// A step that could not even start.
    pub(crate) fn broken(tier: Tier, name: &'static str, why: String) -> Self {
        let tallies = BTreeMap::from([(
            tier,
            Tally {
                passed: 0,
                failed: 1,
            },
        )]);
        Self {
            name,
            tallies,
            took: Duration::ZERO,
            why,
            log: None,
        }
    }

    pub(crate) fn passed(&self) -> usize {
        self.tallies.values().map(|tally| tally.passed).sum()
    }

    pub(crate) fn failed(&self) -> usize {
        self.tallies.values().map(|tally| tally.failed).sum()
    }

    pub(crate) fn where_to_look(&self) -> String {
        match &self.log {
            Some(log) => format!("FAILED, see {}", repo::shown(log)),
            None => "FAILED".to_owned(),
        }
    }
}

/// Formatting, lints, and all Rust tests but those of the window.
pub(crate) fn rust(tiers: &Tiers) -> Vec<Step> {
    let mut steps = Vec::new();
    if tiers.has(Tier::Check) {
        steps.push(check(
            "fmt",
            cargo::cargo().args(["fmt", "--all", "--check"]),
        ));
        let mut clippy = cargo::cargo();
        clippy.args([
            "clippy",
            "--workspace",
            "--all-targets",
            "--quiet",
            "--",
            "-Dwarnings",
        ]);
        steps.push(check("clippy", &mut clippy));
    }
    let rust = [Tier::Unit, Tier::Property, Tier::Integration];
    if tiers.any(&rust) || tiers.any(&[Tier::Ui, Tier::Window]) {
        // Integration, browser and window tests start these programs.
        let mut programs = cargo::build_programs(Profile::Dev);
        steps.push(check("programs", programs.arg("--quiet")));
    }
    if tiers.any(&rust) {
        steps.push(rust_tests(tiers));
    }
    steps
}

/// The UI's checks and unit tests.
pub(crate) fn node(tiers: &Tiers) -> Vec<Step> {
    let mut steps = Vec::new();
    if tiers.has(Tier::Check) {
        steps.push(check("ui-check", &mut ui::script("check")));
        steps.push(check("ui-lint", &mut ui::script("lint")));
    }
    if tiers.has(Tier::UiUnit) {
        steps.push(vitest(Tier::UiUnit, "ui-unit", "test"));
    }
    steps
}

/// The UI in a browser against the dev server.
pub(crate) fn browser() -> Step {
    vitest(Tier::Ui, "ui", "test:ui")
}

/// The app in its real window, on a display of its own.
pub(crate) fn window() -> Step {
    let mut tests = RustTests::choose(|cargo| run::in_a_window(cargo.as_ref()));
    tests.only(
        &format!("package({WINDOW_PACKAGE})"),
        &["--package", WINDOW_PACKAGE],
    );
    let mut step = tests.run("window", Tier::Window);
    // All of this package are of one tier.
    let all = Tally {
        passed: step.passed(),
        failed: step.failed(),
    };
    step.tallies = BTreeMap::from([(Tier::Window, all)]);
    step
}

fn rust_tests(tiers: &Tiers) -> Step {
    let mut tests = RustTests::choose(proc::command);
    tests.only(
        &filter(tiers),
        &["--workspace", "--exclude", WINDOW_PACKAGE],
    );
    tests.run("rust", Tier::Unit)
}

/// nextest where it is installed, else `cargo test`.
struct RustTests {
    command: Command,
    nextest: bool,
}

impl RustTests {
    fn choose(start: impl Fn(&str) -> Command) -> Self {
        let nextest = proc::exists(format!("cargo-nextest{}", std::env::consts::EXE_SUFFIX));
        let mut command = start(&cargo::path());
        if nextest {
            command.args(["nextest", "run", "--workspace", "--no-tests=pass"]);
        } else {
            command.arg("test");
        }
        command.arg("--no-fail-fast");
        Self { command, nextest }
    }

    /// Which tests: nextest always sees the whole workspace, so that nothing
    /// is compiled again with other features.
    fn only(&mut self, filterset: &str, packages: &[&str]) {
        if self.nextest {
            self.command.args(["--filterset", filterset]);
        } else {
            self.command.args(packages);
        }
    }

    fn run(mut self, name: &'static str, tier: Tier) -> Step {
        // Always here, wherever Cargo's target folder is.
        let report = repo::root().join("target/nextest/default/junit.xml");
        let _ = fs::remove_file(&report);
        let nextest = self.nextest;
        finish(name, tier, with_programs(&mut self.command), |quiet| {
            if nextest {
                let xml = fs::read_to_string(&report).unwrap_or_default();
                (counts::of_junit(&xml), failures::of_junit(&xml))
            } else {
                (counts::of_libtest(&quiet.text()), Vec::new())
            }
        })
    }
}

/// The tests of the wanted tiers, in nextest's words; [`Tier::of_rust_test`]
/// says the same of each test.
fn filter(tiers: &Tiers) -> String {
    let random = "test(/(^|::)(prop|random)/)";
    let mut kinds = Vec::new();
    if tiers.has(Tier::Unit) {
        kinds.push(format!("((kind(lib) | kind(bin)) - {random})"));
    }
    if tiers.has(Tier::Property) {
        kinds.push(random.to_owned());
    }
    if tiers.has(Tier::Integration) {
        kinds.push(format!("(kind(test) - {random})"));
    }
    // Test programs have no manifest, and on Windows the shell's dialogs do not
    // load without one.
    let shell = if cfg!(windows) {
        " - package(regulars)"
    } else {
        ""
    };
    format!("({}) - package({WINDOW_PACKAGE}){shell}", kinds.join(" | "))
}

/// Where the tests find the built programs.
fn with_programs(command: &mut Command) -> &mut Command {
    let bin = |name| repo::binary(name, Profile::Dev.folder());
    command
        .env("REGULARS_BIN", bin("regulars"))
        .env("REGULARS_CLI_BIN", bin("regulars-cli"))
        .env("REGULARS_DEVSERVER_BIN", bin("regulars-devserver"))
}

fn vitest(tier: Tier, name: &'static str, script: &str) -> Step {
    let report = repo::target().join("xtask").join(format!("{name}.json"));
    let _ = fs::remove_file(&report);
    let mut tests = ui::script(script);
    tests
        .args([
            "--",
            "--reporter=default",
            "--reporter=json",
            "--outputFile.json",
        ])
        .arg(&report);
    finish(name, tier, with_programs(&mut tests), |_| {
        let json = fs::read_to_string(&report).unwrap_or_default();
        let tally = counts::of_vitest(&json).map(|tally| (tier, tally));
        (tally.into_iter().collect(), failures::of_vitest(&json))
    })
}

/// A step that is one test by itself.
fn check(name: &'static str, command: &mut Command) -> Step {
    finish(name, Tier::Check, command, |quiet| {
        let tally = Tally {
            passed: usize::from(quiet.ok),
            failed: usize::from(!quiet.ok),
        };
        (BTreeMap::from([(Tier::Check, tally)]), Vec::new())
    })
}

/// Runs, counts, and says how it went. A runner that failed without a failed
/// test (it did not compile, or crashed) counts as one failure.
fn finish(
    name: &'static str,
    tier: Tier,
    command: &mut Command,
    count: impl Fn(&Quiet) -> (BTreeMap<Tier, Tally>, Vec<Failure>),
) -> Step {
    println!("… {name}");
    let quiet = match proc::quiet(name, command) {
        Ok(quiet) => quiet,
        Err(why) => {
            eprintln!("✗ {name}: {why}");
            return Step::broken(tier, name, why);
        }
    };
    let (tallies, failures) = count(&quiet);
    let mut step = Step {
        name,
        tallies,
        took: quiet.took,
        why: String::new(),
        log: Some(quiet.log.clone()),
    };
    if !quiet.ok && step.failed() == 0 {
        step.tallies.entry(tier).or_default().failed += 1;
    }
    let seconds = quiet.took.as_secs_f64();
    if step.failed() == 0 {
        println!("✓ {name} ({seconds:.1} s)");
    } else {
        step.why = if failures.is_empty() {
            proc::tail(&quiet.log, 60)
        } else {
            failures::shown(&failures)
        };
        println!("✗ {name} ({seconds:.1} s):\n{}\n", step.why);
    }
    step
}
