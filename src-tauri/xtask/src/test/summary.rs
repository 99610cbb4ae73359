//! One table at the end, and the line that CI reads.

use std::time::Duration;

use super::steps::Step;
use super::tier::Tier;

/// All steps that ran.
#[derive(Default)]
pub(crate) struct Summary {
    steps: Vec<Step>,
}

impl Summary {
    pub(crate) fn add(&mut self, step: Step) {
        self.steps.push(step);
    }

    pub(crate) fn failed(&self) -> usize {
        self.steps.iter().map(|step| step.failed()).sum()
    }

    fn passed(&self) -> usize {
        self.steps.iter().map(|step| step.passed()).sum()
    }

    /// The table; its last line is exactly `N passed, M failed`.
    pub(crate) fn print(&self, took: Duration) {
        println!("\ntier           passed  failed");
        for tier in Tier::ALL {
            let tallies = self.steps.iter().filter_map(|step| step.tallies.get(&tier));
            let (passed, failed) = tallies.fold((0, 0), |(passed, failed), tally| {
                (passed + tally.passed, failed + tally.failed)
            });
            if passed + failed > 0 {
                println!("{:<14} {passed:>6}  {failed:>6}", tier.name());
            }
        }
        println!("\nstep           seconds");
        for step in &self.steps {
            let verdict = if step.failed() == 0 {
                String::new()
            } else {
                step.where_to_look()
            };
            println!(
                "{:<14} {:>7.1}  {verdict}",
                step.name,
                step.took.as_secs_f64()
            );
        }
        println!("{:<14} {:>7.1}\n", "all", took.as_secs_f64());
        // Once more at the very end: of a long log CI shows only that.
        for step in self.steps.iter().filter(|step| step.failed() > 0) {
            println!("── {} ──\n{}\n", step.name, step.why.trim_end());
        }
        println!("{} passed, {} failed", self.passed(), self.failed());
    }
}
