//! Business dates and calendar arithmetic. The clock is outside: every instant
//! comes in as UTC milliseconds.

use chrono::{
    DateTime, Datelike, Days, Duration, Months, NaiveDate, NaiveTime, TimeZone, Timelike, Utc,
};
use chrono_tz::Tz;

use crate::{
    error::{Code, Error, Result},
    program::{Lifetime, LifetimeUnit},
};

/// Minutes that a clock on the wall has skipped at most: a whole day (Samoa 2011).
const LONGEST_SKIP: i64 = 24 * 60;

/// The shop's calendar: which business date an instant belongs to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Calendar {
    /// The shop's time zone.
    pub zone: Tz,
    /// Minutes after midnight at which a business day begins.
    pub day_start_minute: u16,
}

impl Calendar {
    /// The business date of an instant: until the day start, it is still yesterday.
    ///
    /// # Errors
    /// `out_of_range` for an instant beyond the calendar.
    pub fn business_date(&self, at_ms: i64) -> Result<NaiveDate> {
        let utc = instant(at_ms)?;
        let local = utc.with_timezone(&self.zone).naive_local();
        Ok((local - Duration::minutes(i64::from(self.day_start_minute))).date())
    }

    /// The instant at which a business date begins.
    ///
    /// # Errors
    /// `out_of_range` for a date beyond the calendar.
    pub fn begins_ms(&self, date: NaiveDate) -> Result<i64> {
        let begins =
            date.and_time(NaiveTime::MIN) + Duration::minutes(i64::from(self.day_start_minute));
        // Where the clock on the wall skips it, a day begins with the first minute that
        // there is.
        (0..=LONGEST_SKIP)
            .map(|minutes| begins + Duration::minutes(minutes))
            .find_map(|wall| self.zone.from_local_datetime(&wall).earliest())
            .map(|at| at.timestamp_millis())
            .ok_or_else(|| out_of_range("date"))
    }

    /// The clock on the shop's wall: minutes after midnight, 0–1439.
    ///
    /// # Errors
    /// `out_of_range` for an instant beyond the calendar.
    pub fn minute_of_day(&self, at_ms: i64) -> Result<u16> {
        let time = instant(at_ms)?.with_timezone(&self.zone).time();
        let minute = time.hour() * 60 + time.minute();
        Ok(u16::try_from(minute).unwrap_or_default())
    }

    /// An instant on a business date, at noon of the shop's day: used where only
    /// a date is known.
    ///
    /// # Errors
    /// `out_of_range` for a date beyond the calendar.
    pub fn noon_ms(&self, date: NaiveDate) -> Result<i64> {
        let noon = date
            .and_hms_opt(12, 0, 0)
            .ok_or_else(|| out_of_range("date"))?;
        Ok(match self.zone.from_local_datetime(&noon) {
            chrono::LocalResult::Single(at) | chrono::LocalResult::Ambiguous(at, _) => {
                at.timestamp_millis()
            }
            // No zone skips noon; a whole skipped day (Samoa 2011) counts as UTC.
            chrono::LocalResult::None => noon.and_utc().timestamp_millis(),
        })
    }
}

/// The instant as a date-time.
///
/// # Errors
/// `out_of_range` before the year 1 and after 9998: beyond them a zone's offset
/// leaves the years that a date in the database, `YYYY-MM-DD`, can be compared by.
pub fn instant(at_ms: i64) -> Result<DateTime<Utc>> {
    DateTime::from_timestamp_millis(at_ms)
        .filter(|at| (1..=9_998).contains(&at.year()))
        .ok_or_else(|| out_of_range("time"))
}

fn out_of_range(field: &'static str) -> Error {
    Error::new(Code::OutOfRange).field(field)
}

/// The last business date on which something earned on `from` still counts.
/// Months and years keep the day and cut it to the month's last: 31 January +
/// 1 month is 28 (29) February.
///
/// # Errors
/// `out_of_range` beyond the calendar.
pub fn last_day(from: NaiveDate, lifetime: Lifetime) -> Result<NaiveDate> {
    let count = lifetime.count;
    match lifetime.unit {
        LifetimeUnit::Days => from.checked_add_days(Days::new(u64::from(count))),
        LifetimeUnit::Months => from.checked_add_months(Months::new(count)),
        LifetimeUnit::Years => count
            .checked_mul(12)
            .and_then(|months| from.checked_add_months(Months::new(months))),
    }
    .ok_or_else(|| out_of_range("lifetime"))
}

/// The occurrence of a month and day in a year; 29 February falls on the 28th
/// in common years.
#[must_use]
pub fn yearly(year: i32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, month, day).or_else(|| {
        if (month, day) == (2, 29) {
            NaiveDate::from_ymd_opt(year, 2, 28)
        } else {
            None
        }
    })
}

/// The occurrence of a month and day that lies nearest to `today`.
#[must_use]
pub fn nearest_yearly(today: NaiveDate, month: u32, day: u32) -> Option<NaiveDate> {
    [-1, 0, 1]
        .into_iter()
        .filter_map(|offset| yearly(today.year() + offset, month, day))
        .min_by_key(|date| (*date - today).num_days().abs())
}

/// First and last day of a month written `YYYY-MM`.
///
/// # Errors
/// `bad_month` for anything else.
pub fn month_bounds(month: &str) -> Result<(NaiveDate, NaiveDate)> {
    let bad = || {
        Error::new(Code::BadMonth)
            .field("month")
            .arg("value", month)
    };
    let well_formed = month.len() == 7
        && month.bytes().enumerate().all(|(at, byte)| {
            if at == 4 {
                byte == b'-'
            } else {
                byte.is_ascii_digit()
            }
        });
    if !well_formed {
        return Err(bad());
    }
    let first = NaiveDate::parse_from_str(&format!("{month}-01"), "%Y-%m-%d").map_err(|_| bad())?;
    let last = first
        .checked_add_months(Months::new(1))
        .and_then(|next| next.pred_opt())
        .ok_or_else(bad)?;
    Ok((first, last))
}

/// `YYYY-MM` of a date.
#[must_use]
pub fn month_of(date: NaiveDate) -> String {
    date.format("%Y-%m").to_string()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn date(text: &str) -> NaiveDate {
        text.parse().unwrap()
    }

    #[test]
    fn a_day_begins_with_its_first_instant_also_where_the_clock_jumps() {
        // At midnight, in Chile and in Samoa, which had no 30 December; at two in Lisbon.
        let jumps = [
            (chrono_tz::America::Santiago, 0, "2026-09-06"),
            (chrono_tz::Pacific::Apia, 0, "2011-12-31"),
            (chrono_tz::Europe::Lisbon, 90, "2026-03-29"),
            (chrono_tz::Europe::Budapest, 150, "2026-03-29"),
            (chrono_tz::Europe::Budapest, 240, "2026-11-22"),
        ];
        for (zone, day_start_minute, day) in jumps {
            let calendar = Calendar {
                zone,
                day_start_minute,
            };
            let begins_ms = calendar.begins_ms(date(day)).unwrap();
            assert_eq!(calendar.business_date(begins_ms).unwrap(), date(day));
            assert!(
                calendar.business_date(begins_ms - 1).unwrap() < date(day),
                "{zone}"
            );
        }
    }

    #[test]
    fn a_late_night_belongs_to_the_day_before() {
        let calendar = Calendar {
            zone: chrono_tz::Europe::Budapest,
            day_start_minute: 240,
        };
        let at = |text: &str| {
            DateTime::parse_from_rfc3339(text)
                .unwrap()
                .timestamp_millis()
        };
        assert_eq!(
            calendar
                .business_date(at("2026-11-21T03:59:59+01:00"))
                .unwrap(),
            date("2026-11-20")
        );
        assert_eq!(
            calendar
                .business_date(at("2026-11-21T04:00:00+01:00"))
                .unwrap(),
            date("2026-11-21")
        );
        // Summer time ends at 03:00 on 25 October 2026: both passes of 02:30 are the 24th.
        assert_eq!(
            calendar
                .business_date(at("2026-10-25T02:30:00+02:00"))
                .unwrap(),
            date("2026-10-24")
        );
        assert_eq!(
            calendar
                .business_date(at("2026-10-25T02:30:00+01:00"))
                .unwrap(),
            date("2026-10-24")
        );
    }

    #[test]
    fn a_month_from_the_31st_of_january_ends_in_february() {
        let month = Lifetime {
            count: 1,
            unit: LifetimeUnit::Months,
        };
        assert_eq!(
            last_day(date("2026-01-31"), month).unwrap(),
            date("2026-02-28")
        );
        assert_eq!(
            last_day(date("2028-01-31"), month).unwrap(),
            date("2028-02-29")
        );
        let year = Lifetime {
            count: 1,
            unit: LifetimeUnit::Years,
        };
        assert_eq!(
            last_day(date("2028-02-29"), year).unwrap(),
            date("2029-02-28")
        );
        let days = Lifetime {
            count: 30,
            unit: LifetimeUnit::Days,
        };
        assert_eq!(
            last_day(date("2026-12-31"), days).unwrap(),
            date("2027-01-30")
        );
    }

    #[test]
    fn a_leap_birthday_is_kept_on_the_28th() {
        assert_eq!(yearly(2026, 2, 29), Some(date("2026-02-28")));
        assert_eq!(yearly(2028, 2, 29), Some(date("2028-02-29")));
        assert_eq!(yearly(2026, 4, 31), None);
        assert_eq!(
            nearest_yearly(date("2026-12-30"), 1, 2),
            Some(date("2027-01-02"))
        );
        assert_eq!(
            nearest_yearly(date("2026-01-02"), 12, 31),
            Some(date("2025-12-31"))
        );
    }

    #[test]
    fn months_are_strict() {
        assert_eq!(
            month_bounds("2028-02").unwrap(),
            (date("2028-02-01"), date("2028-02-29"))
        );
        for bad in [
            "2026-13",
            "2026-1",
            "26-01",
            "2026-01-01",
            "+026-01",
            "",
            "abcd-ef",
        ] {
            assert_eq!(
                month_bounds(bad).unwrap_err().code(),
                Code::BadMonth,
                "{bad}"
            );
        }
    }
}
