//! The tiers, named by what they run in.

/// A kind of test.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum Tier {
    /// Formatting, lints, types.
    Check,
    /// Rust, in one module.
    Unit,
    /// Rust, with random input.
    Property,
    /// Rust, whole crates and programs.
    Integration,
    /// TypeScript, in Node.
    UiUnit,
    /// The UI in a browser against the dev server.
    Ui,
    /// The app in its real window.
    Window,
}

impl Tier {
    pub(crate) const ALL: [Self; 7] = [
        Self::Check,
        Self::Unit,
        Self::Property,
        Self::Integration,
        Self::UiUnit,
        Self::Ui,
        Self::Window,
    ];

    pub(crate) fn name(self) -> &'static str {
        match self {
            Self::Check => "check",
            Self::Unit => "unit",
            Self::Property => "property",
            Self::Integration => "integration",
            Self::UiUnit => "ui-unit",
            Self::Ui => "ui",
            Self::Window => "window",
        }
    }

    /// The tier of a Rust test: what runs with random input says so in its
    /// path (`properties::…`, `prop_…`, `random_…`), what stands in a `tests` folder
    /// is named `package::binary` by nextest.
    pub(crate) fn of_rust_test(binary: &str, test: &str) -> Self {
        let random = |part: &str| part.starts_with("prop") || part.starts_with("random");
        if test.split("::").any(random) {
            Self::Property
        } else if binary.contains("::") && !binary.contains("::bin/") {
            Self::Integration
        } else {
            Self::Unit
        }
    }
}

/// The tiers that were asked for.
pub(crate) struct Tiers(Vec<Tier>);

impl Tiers {
    /// From `--tier a,b --tier c`; all without.
    pub(crate) fn wanted(arguments: &[String]) -> Result<Self, String> {
        let mut wanted = Vec::new();
        let mut arguments = arguments.iter();
        while let Some(argument) = arguments.next() {
            let names = match (argument.as_str(), argument.strip_prefix("--tier=")) {
                (_, Some(names)) => names,
                ("--tier", _) => arguments.next().ok_or("--tier needs a name")?,
                (other, _) => return Err(format!("test does not know {other:?}")),
            };
            for name in names.split(',') {
                let tier = Tier::ALL.into_iter().find(|tier| tier.name() == name);
                wanted.push(tier.ok_or_else(|| {
                    let all: Vec<_> = Tier::ALL.iter().map(|tier| tier.name()).collect();
                    format!("there is no tier {name:?}; there are {}", all.join(", "))
                })?);
            }
        }
        Ok(Self(if wanted.is_empty() {
            Tier::ALL.to_vec()
        } else {
            wanted
        }))
    }

    pub(crate) fn has(&self, tier: Tier) -> bool {
        self.0.contains(&tier)
    }

    pub(crate) fn any(&self, tiers: &[Tier]) -> bool {
        tiers.iter().any(|tier| self.has(*tier))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn wanted(arguments: &[&str]) -> Result<Vec<Tier>, String> {
        let arguments: Vec<String> = arguments.iter().map(ToString::to_string).collect();
        Tiers::wanted(&arguments).map(|tiers| tiers.0)
    }

    #[test]
    fn tiers_are_chosen_by_name_and_all_without_one() {
        assert_eq!(wanted(&[]).unwrap(), Tier::ALL);
        assert_eq!(
            wanted(&["--tier", "ui,window", "--tier=unit"]).unwrap(),
            [Tier::Ui, Tier::Window, Tier::Unit]
        );
        assert!(
            wanted(&["--tier", "slow"])
                .unwrap_err()
                .contains("there are check, unit")
        );
        assert!(wanted(&["--tier"]).is_err());
        assert!(wanted(&["--fast"]).is_err());
    }

    #[test]
    fn a_rust_test_tells_its_tier() {
        for (binary, test, tier) in [
            ("regulars-core", "amount::tests::reads_a_comma", Tier::Unit),
            (
                "regulars-core",
                "ledger::properties::balance_is_the_sum",
                Tier::Property,
            ),
            ("regulars-core", "ledger::tests::prop_retry", Tier::Property),
            (
                "regulars-core::core",
                "random_days::balance",
                Tier::Property,
            ),
            ("regulars-cli::bin/regulars-cli", "tests::usage", Tier::Unit),
            ("regulars-tests::all", "import::twice", Tier::Integration),
        ] {
            assert_eq!(Tier::of_rust_test(binary, test), tier, "{binary} {test}");
        }
    }
}
