//! The stamp-card program and its immutable versions.

mod preset;
mod types;

use chrono::NaiveDate;
use rusqlite::{Connection, OptionalExtension, params};

pub(crate) use preset::small_bill_minor;
pub use preset::{Preset, presets};
pub use types::{
    EarnRule, Lifetime, LifetimeUnit, ProgramVersionView, ProgramView, StampIcon, StampRules,
    VersionState,
};

use crate::{
    amount::MAX_MINOR,
    error::{Code, Error, Result},
    id::{ProgramId, ProgramVersionId},
    shop,
    storage::{Op, Store, Tx, WriteRequest},
};

/// The most stamps one visit may ask for.
pub const MAX_STAMPS_PER_VISIT: u32 = 100;

/// A version with its program, as the ledger needs it.
#[derive(Debug, Clone)]
pub(crate) struct Version {
    pub(crate) program_id: ProgramId,
    pub(crate) id: ProgramVersionId,
    pub(crate) rules: StampRules,
}

/// What a visit earns by the rules, before it is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Earned {
    /// Stamps to give.
    pub stamps: u32,
    /// Stamps that the daily cap withholds.
    pub capped: u32,
}

impl StampRules {
    /// Checks the rules and cleans their texts.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `out_of_range`, each about its field.
    pub fn checked(&self) -> Result<Self> {
        let mut rules = self.clone();
        rules.name = shop::line(&self.name, "name", 1, 60)?;
        rules.reward_name = shop::line(&self.reward_name, "reward_name", 1, 80)?;
        in_range(i64::from(self.stamps_required), 1, 30, "stamps_required")?;
        in_range(
            i64::from(self.starter_stamps),
            0,
            i64::from(self.stamps_required) - 1,
            "starter_stamps",
        )?;
        in_range(self.reward_cost_minor, 0, MAX_MINOR, "reward_cost_minor")?;
        match self.earn {
            EarnRule::PerItem { min_spend_minor } => {
                in_range(min_spend_minor, 0, MAX_MINOR, "min_spend_minor")?;
            }
            EarnRule::PerAmount { amount_minor } => {
                in_range(amount_minor, 1, MAX_MINOR, "amount_minor")?;
            }
        }
        if let Some(cap) = self.daily_cap {
            in_range(
                i64::from(cap),
                1,
                i64::from(MAX_STAMPS_PER_VISIT),
                "daily_cap",
            )?;
        }
        for (lifetime, field) in [
            (self.stamp_lifetime, "stamp_lifetime"),
            (self.reward_lifetime, "reward_lifetime"),
        ] {
            if let Some(lifetime) = lifetime {
                in_range(i64::from(lifetime.count), 1, 3_650, field)?;
            }
        }
        Ok(rules)
    }

    /// Whether a visit needs an amount to earn.
    #[must_use]
    pub fn amount_required(&self) -> bool {
        match self.earn {
            EarnRule::PerItem { min_spend_minor } => min_spend_minor > 0,
            EarnRule::PerAmount { .. } => true,
        }
    }

    /// What a visit earns. `asked` is what the operator said (`None`: what the
    /// rules give by themselves), `amount_minor` what was paid in all, of which
    /// `reward_part_minor` with a reward; `earned_today` counts against the cap.
    /// Division by amount rounds down, once, on the whole amount that earns.
    ///
    /// # Errors
    /// `amount_required`, `bad_stamps`, `reward_part_too_large`.
    pub fn earned(
        &self,
        asked: Option<u32>,
        amount_minor: Option<i64>,
        reward_part_minor: i64,
        earned_today: u32,
    ) -> Result<Earned> {
        if asked.is_some_and(|stamps| stamps > MAX_STAMPS_PER_VISIT) {
            return Err(Error::new(Code::BadStamps)
                .field("stamps")
                .arg("max", MAX_STAMPS_PER_VISIT));
        }
        if reward_part_minor < 0 || reward_part_minor > amount_minor.unwrap_or(0) {
            return Err(Error::new(Code::RewardPartTooLarge).field("reward_part"));
        }
        if asked == Some(0) {
            return Ok(Earned::default());
        }
        let paid = match amount_minor {
            Some(amount) if self.earn_on_reward_part => Some(amount),
            Some(amount) => Some(amount - reward_part_minor),
            None => None,
        };
        let required = || Error::new(Code::AmountRequired).field("amount");
        let by_rule = match self.earn {
            // The whole of it was a reward.
            EarnRule::PerItem { .. } if reward_part_minor > 0 && paid == Some(0) => 0,
            EarnRule::PerItem { min_spend_minor: 0 } => asked.unwrap_or(1),
            EarnRule::PerItem { min_spend_minor } => {
                let covered = paid.ok_or_else(required)? / min_spend_minor;
                asked.unwrap_or(1).min(stamps(covered))
            }
            EarnRule::PerAmount { amount_minor } => {
                let covered = stamps(paid.ok_or_else(required)? / amount_minor);
                asked.map_or(covered, |asked| asked.min(covered))
            }
        };
        let by_rule = by_rule.min(MAX_STAMPS_PER_VISIT);
        let given = match self.daily_cap {
            Some(cap) => by_rule.min(cap.saturating_sub(earned_today)),
            None => by_rule,
        };
        Ok(Earned {
            stamps: given,
            capped: by_rule - given,
        })
    }
}

fn stamps(count: i64) -> u32 {
    u32::try_from(count).unwrap_or(MAX_STAMPS_PER_VISIT)
}

fn in_range(value: i64, min: i64, max: i64, field: &'static str) -> Result<()> {
    if (min..=max).contains(&value) {
        return Ok(());
    }
    Err(Error::new(Code::OutOfRange)
        .field(field)
        .arg("value", value)
        .arg("min", min)
        .arg("max", max))
}

impl Store {
    /// The stamp card and its versions.
    ///
    /// # Errors
    /// `no_shop` before there is one.
    pub fn program(&self, today: NaiveDate) -> Result<ProgramView> {
        self.read(|db| view(db, today))
    }

    /// Saves rules as a new version that holds from `effective_from` on. Nothing
    /// that was earned before changes.
    ///
    /// # Errors
    /// `version_in_past`; `version_order` if a later version is planned for that
    /// day or after; refusals about the rules.
    pub fn save_program(
        &self,
        request: WriteRequest,
        rules: &StampRules,
        effective_from: NaiveDate,
    ) -> Result<ProgramView> {
        self.write(
            request,
            Op("program.save"),
            &(rules, effective_from),
            |tx| {
                let rules = rules.checked()?;
                if effective_from < tx.today() {
                    return Err(Error::new(Code::VersionInPast).field("effective_from"));
                }
                let (program_id, last, last_from): (ProgramId, u32, NaiveDate) = tx
                    .sql(
                        "SELECT program_id, version, effective_from FROM program_version
                     ORDER BY version DESC LIMIT 1",
                    )?
                    .query_row([], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))?;
                // The newest version always wins on its day, so it may replace one
                // that starts the same day, but not slip in before a planned one.
                if effective_from < last_from {
                    return Err(Error::new(Code::VersionOrder)
                        .field("effective_from")
                        .arg("planned", last_from));
                }
                insert_version(tx, program_id, last + 1, effective_from, &rules)?;
                view(tx.connection(), tx.today())
            },
        )
    }
}

/// Creates the shop's program with its first version, effective for all time.
pub(crate) fn create(tx: &mut Tx<'_>, rules: &StampRules) -> Result<()> {
    let rules = rules.checked()?;
    let program_id = ProgramId(tx.new_uuid());
    tx.sql("INSERT INTO program (id, kind, created_at_ms) VALUES (?1, 'stamp_card', ?2)")?
        .execute(params![program_id, tx.now_ms()])?;
    let from = tx.today();
    insert_version(tx, program_id, 1, from, &rules)
}

fn insert_version(
    tx: &mut Tx<'_>,
    program_id: ProgramId,
    version: u32,
    effective_from: NaiveDate,
    rules: &StampRules,
) -> Result<()> {
    let id = ProgramVersionId(tx.new_uuid());
    let rules = serde_json::to_string(rules)
        .map_err(|error| Error::new(Code::Storage).arg("detail", &error))?;
    tx.sql(
        "INSERT INTO program_version (id, program_id, version, effective_from, rules, created_at_ms)
         VALUES (?1, ?2, ?3, ?4, ?5, ?6)",
    )?
    .execute(params![id, program_id, version, effective_from, rules, tx.now_ms()])?;
    Ok(())
}

/// The version in force on a date: the newest that has started; before the
/// first one started (imported history), the first.
pub(crate) fn in_force(db: &Connection, date: NaiveDate) -> Result<Version> {
    let row: Option<(ProgramId, ProgramVersionId, String)> = db
        .prepare_cached(
            "SELECT program_id, id, rules FROM program_version
             ORDER BY effective_from <= ?1 DESC,
                      CASE WHEN effective_from <= ?1 THEN -version ELSE version END
             LIMIT 1",
        )?
        .query_row([date], |row| Ok((row.get(0)?, row.get(1)?, row.get(2)?)))
        .optional()?;
    let (program_id, id, rules) = row.ok_or(Code::NoShop)?;
    Ok(Version {
        program_id,
        id,
        rules: parse_rules(&rules)?,
    })
}

fn parse_rules(json: &str) -> Result<StampRules> {
    serde_json::from_str(json)
        .map_err(|error| Error::new(Code::DamagedDatabase).arg("detail", &error))
}

pub(crate) fn view(db: &Connection, today: NaiveDate) -> Result<ProgramView> {
    let current = in_force(db, today)?;
    let mut statement = db.prepare_cached(
        "SELECT id, version, effective_from, created_at_ms, rules FROM program_version
         WHERE program_id = ?1 ORDER BY version DESC",
    )?;
    let rows = statement
        .query_map([current.program_id], |row| {
            Ok((
                row.get(0)?,
                row.get(1)?,
                row.get(2)?,
                row.get(3)?,
                row.get::<_, String>(4)?,
            ))
        })?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let mut versions = Vec::with_capacity(rows.len());
    for (id, version, effective_from, created_at_ms, rules) in rows {
        let state = if id == current.id {
            VersionState::Current
        } else if effective_from > today {
            VersionState::Planned
        } else {
            VersionState::Past
        };
        let rules = parse_rules(&rules)?;
        versions.push(ProgramVersionView {
            id,
            version,
            effective_from,
            created_at_ms,
            rules,
            state,
        });
    }
    let current = versions
        .iter()
        .find(|version| version.state == VersionState::Current)
        .cloned()
        .ok_or(Code::NoShop)?;
    Ok(ProgramView {
        id: current_program(db)?,
        current,
        versions,
    })
}

fn current_program(db: &Connection) -> Result<ProgramId> {
    Ok(db.query_row("SELECT id FROM program LIMIT 1", [], |row| row.get(0))?)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rules() -> StampRules {
        StampRules {
            name: "Coffee card".into(),
            stamps_required: 10,
            reward_name: "Free coffee".into(),
            reward_cost_minor: 0,
            starter_stamps: 0,
            earn: EarnRule::PerItem { min_spend_minor: 0 },
            daily_cap: None,
            stamp_lifetime: None,
            reward_lifetime: None,
            earn_on_reward_part: false,
            icon: StampIcon::Cup,
        }
    }

    fn earned(rules: &StampRules, asked: Option<u32>, amount: Option<i64>) -> (u32, u32) {
        let earned = rules.earned(asked, amount, 0, 0).unwrap();
        (earned.stamps, earned.capped)
    }

    #[test]
    fn an_item_earns_one_stamp_unless_more_are_asked_for() {
        assert_eq!(earned(&rules(), None, None), (1, 0));
        assert_eq!(earned(&rules(), Some(3), None), (3, 0));
        assert_eq!(earned(&rules(), Some(0), Some(500)), (0, 0));
        assert_eq!(
            rules().earned(Some(101), None, 0, 0).unwrap_err().code(),
            Code::BadStamps
        );
    }

    #[test]
    fn the_amount_must_cover_each_stamp() {
        let rules = StampRules {
            earn: EarnRule::PerItem {
                min_spend_minor: 300,
            },
            ..rules()
        };
        assert_eq!(earned(&rules, None, Some(299)), (0, 0));
        assert_eq!(earned(&rules, Some(5), Some(899)), (2, 0));
        assert_eq!(
            rules.earned(None, None, 0, 0).unwrap_err().code(),
            Code::AmountRequired
        );
    }

    #[test]
    fn stamps_by_amount_round_down_once() {
        let rules = StampRules {
            earn: EarnRule::PerAmount { amount_minor: 500 },
            ..rules()
        };
        assert_eq!(earned(&rules, None, Some(1_499)), (2, 0));
        assert_eq!(earned(&rules, Some(1), Some(1_499)), (1, 0));
        assert_eq!(earned(&rules, Some(9), Some(1_499)), (2, 0));
        assert_eq!(
            earned(&rules, None, Some(i64::MAX)),
            (MAX_STAMPS_PER_VISIT, 0)
        );
    }

    #[test]
    fn what_a_reward_paid_earns_nothing_unless_switched_on() {
        let mut rules = StampRules {
            earn: EarnRule::PerAmount { amount_minor: 100 },
            ..rules()
        };
        assert_eq!(rules.earned(None, Some(500), 300, 0).unwrap().stamps, 2);
        rules.earn_on_reward_part = true;
        assert_eq!(rules.earned(None, Some(500), 300, 0).unwrap().stamps, 5);
        assert_eq!(
            rules.earned(None, Some(500), 501, 0).unwrap_err().code(),
            Code::RewardPartTooLarge
        );
    }

    #[test]
    fn an_item_wholly_paid_with_a_reward_earns_nothing_unless_switched_on() {
        let mut rules = rules();
        assert_eq!(rules.earned(None, Some(350), 350, 0).unwrap().stamps, 0);
        assert_eq!(rules.earned(None, Some(700), 350, 0).unwrap().stamps, 1);
        // On the house is not a reward.
        assert_eq!(rules.earned(None, Some(0), 0, 0).unwrap().stamps, 1);
        rules.earn_on_reward_part = true;
        assert_eq!(rules.earned(None, Some(350), 350, 0).unwrap().stamps, 1);
    }

    #[test]
    fn the_daily_cap_withholds_and_says_so() {
        let rules = StampRules {
            daily_cap: Some(2),
            ..rules()
        };
        assert_eq!(
            rules.earned(Some(3), None, 0, 1).unwrap(),
            Earned {
                stamps: 1,
                capped: 2
            }
        );
        assert_eq!(
            rules.earned(None, None, 0, 5).unwrap(),
            Earned {
                stamps: 0,
                capped: 1
            }
        );
    }

    #[test]
    fn rules_out_of_range_name_their_field() {
        let field = |rules: StampRules| rules.checked().unwrap_err().field_name().unwrap();
        assert_eq!(
            field(StampRules {
                stamps_required: 0,
                ..rules()
            }),
            "stamps_required"
        );
        assert_eq!(
            field(StampRules {
                stamps_required: 31,
                ..rules()
            }),
            "stamps_required"
        );
        assert_eq!(
            field(StampRules {
                starter_stamps: 10,
                ..rules()
            }),
            "starter_stamps"
        );
        assert_eq!(
            field(StampRules {
                reward_name: " ".into(),
                ..rules()
            }),
            "reward_name"
        );
        assert_eq!(
            field(StampRules {
                earn: EarnRule::PerAmount { amount_minor: 0 },
                ..rules()
            }),
            "amount_minor"
        );
        assert_eq!(
            field(StampRules {
                daily_cap: Some(0),
                ..rules()
            }),
            "daily_cap"
        );
    }
}
