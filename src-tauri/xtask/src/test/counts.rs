//! Reads from the test runners' own reports how many tests passed and failed.

use std::collections::BTreeMap;

use serde_json::Value;

use super::failures::attribute;
use super::tier::Tier;

/// How many.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
}

impl Tally {
    fn count(&mut self, passed: bool) {
        if passed {
            self.passed += 1;
        } else {
            self.failed += 1;
        }
    }
}

/// From nextest's JUnit file.
pub(crate) fn of_junit(xml: &str) -> BTreeMap<Tier, Tally> {
    let mut tallies: BTreeMap<Tier, Tally> = BTreeMap::new();
    for case in xml.split("<testcase").skip(1) {
        let case = case.split("</testcase>").next().unwrap_or(case);
        let head = case.split('>').next().unwrap_or_default();
        let (Some(test), Some(binary)) = (attribute(head, "name"), attribute(head, "classname"))
        else {
            continue;
        };
        let failed = !head.ends_with('/') && (case.contains("<failure") || case.contains("<error"));
        tallies
            .entry(Tier::of_rust_test(binary, test))
            .or_default()
            .count(!failed);
    }
    tallies
}

/// From what `cargo test` prints, where nextest is not installed.
pub(crate) fn of_libtest(output: &str) -> BTreeMap<Tier, Tally> {
    let mut tallies: BTreeMap<Tier, Tally> = BTreeMap::new();
    let mut binary = "";
    for line in output.lines().map(str::trim) {
        if line.starts_with("Running ") {
            // "Running tests/it.rs (…)" or "Running unittests src/lib.rs (…)".
            binary = if line.starts_with("Running unittests") {
                ""
            } else {
                "package::tests"
            };
        } else if let Some(result) = line.strip_prefix("test ") {
            match result.rsplit_once(" ... ") {
                Some((test, "ok")) => {
                    tallies
                        .entry(Tier::of_rust_test(binary, test))
                        .or_default()
                        .count(true);
                }
                Some((test, "FAILED")) => {
                    tallies
                        .entry(Tier::of_rust_test(binary, test))
                        .or_default()
                        .count(false);
                }
                _ => {}
            }
        }
    }
    tallies
}

/// From vitest's JSON report.
pub(crate) fn of_vitest(report: &str) -> Option<Tally> {
    let report: Value = serde_json::from_str(report).ok()?;
    let number = |key: &str| usize::try_from(report.get(key)?.as_u64()?).ok();
    let mut tally = Tally {
        passed: number("numPassedTests")?,
        failed: number("numFailedTests")?,
    };
    // A file that does not even load has no tests to fail.
    if tally.failed == 0 {
        tally.failed = number("numFailedTestSuites")?;
    }
    Some(tally)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn junit_cases_are_counted_by_tier() {
        let xml = r#"<testsuite name="regulars-core" tests="3">
            <testcase name="money::tests::adds" classname="regulars-core" time="0.1"/>
            <testcase name="money::tests::breaks" classname="regulars-core" time="0.1">
              <failure message="x" type="test failure"/><system-out>a</system-out>
            </testcase>
            <testcase name="ledger::props::sums" classname="regulars-core" time="0.1">
              <system-out>fine</system-out>
            </testcase></testsuite>
            <testsuite><testcase name="import::twice" classname="regulars-tests::all"/></testsuite>"#;
        let tallies = of_junit(xml);
        assert_eq!(
            tallies[&Tier::Unit],
            Tally {
                passed: 1,
                failed: 1
            }
        );
        assert_eq!(
            tallies[&Tier::Property],
            Tally {
                passed: 1,
                failed: 0
            }
        );
        assert_eq!(
            tallies[&Tier::Integration],
            Tally {
                passed: 1,
                failed: 0
            }
        );
    }

    #[test]
    fn libtest_lines_are_counted_by_tier() {
        let output = "     Running unittests src/lib.rs (target/debug/deps/a)\n\
            test a::tests::one ... ok\ntest a::tests::two ... FAILED\ntest a::three ... ignored\n\
                 Running tests/all.rs (target/debug/deps/b)\ntest four ... ok\n";
        let tallies = of_libtest(output);
        assert_eq!(
            tallies[&Tier::Unit],
            Tally {
                passed: 1,
                failed: 1
            }
        );
        assert_eq!(
            tallies[&Tier::Integration],
            Tally {
                passed: 1,
                failed: 0
            }
        );
    }

    #[test]
    fn a_vitest_file_that_does_not_load_is_a_failure() {
        let report = |failed, suites| {
            format!(
                r#"{{"numPassedTests":4,"numFailedTests":{failed},"numFailedTestSuites":{suites}}}"#
            )
        };
        assert_eq!(
            of_vitest(&report(0, 0)),
            Some(Tally {
                passed: 4,
                failed: 0
            })
        );
        assert_eq!(
            of_vitest(&report(2, 1)),
            Some(Tally {
                passed: 4,
                failed: 2
            })
        );
        assert_eq!(
            of_vitest(&report(0, 1)),
            Some(Tally {
                passed: 4,
                failed: 1
            })
        );
        assert_eq!(of_vitest("nonsense"), None);
    }
}
