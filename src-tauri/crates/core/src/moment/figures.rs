//! How the month stands: what was planned, and what was done about it.

use chrono::{Datelike, NaiveDate};

use super::{
    report_types::MonthFigures,
    touch_types::{Outcome, TouchStatus},
};
use crate::{
    error::Result,
    shop,
    storage::{Store, count},
};

impl Store {
    /// The touches due from the first of the month through the business date of
    /// `now_ms`.
    ///
    /// # Errors
    /// `no_shop`.
    pub fn month_figures(&self, now_ms: i64) -> Result<MonthFigures> {
        self.read(|db| {
            let calendar = shop::settings(db)?.calendar;
            let today = calendar.business_date(now_ms)?;
            let from = today.with_day(1).unwrap_or(today);
            let mut figures = MonthFigures::default();
            let mut statement = db.prepare_cached(
                "SELECT t.status, t.outcome, max(t.due_on, t.planned_on), t.decided_at_ms, count(*)
                 FROM touch t WHERE t.due_on BETWEEN ?1 AND ?2 AND t.counted = 1
                 GROUP BY 1, 2, 3, 4",
            )?;
            let mut rows = statement.query([from, today])?;
            while let Some(row) = rows.next()? {
                let status = TouchStatus::parse(row.get_ref(0)?.as_str()?);
                let outcome: Option<String> = row.get(1)?;
                let day: NaiveDate = row.get(2)?;
                let touches = count(row.get(4)?);
                figures.planned += touches;
                match status {
                    TouchStatus::Planned => {
                        figures.open += touches;
                        if day == today {
                            figures.open_today += touches;
                        }
                    }
                    TouchStatus::Skipped => figures.left_out += touches,
                    TouchStatus::Failed => figures.failed += touches,
                    TouchStatus::Done => {
                        figures.done += touches;
                        if calendar.business_date(row.get(3)?)? <= day {
                            figures.done_on_the_day += touches;
                        }
                        match outcome.as_deref().map(Outcome::parse) {
                            Some(Outcome::Reached) => figures.reached += touches,
                            Some(Outcome::Came) => figures.came += touches,
                            Some(Outcome::NoAnswer) => figures.no_answer += touches,
                            Some(Outcome::NotWanted) => figures.not_wanted += touches,
                            None => {}
                        }
                    }
                }
            }
            Ok(figures)
        })
    }
}
