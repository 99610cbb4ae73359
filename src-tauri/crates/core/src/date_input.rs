//! Dates, times and birthdays as people type them and as tables hold them.
//!
//! "05/11/2026" is two dates. One cell can't tell, a whole column usually can:
//! [`order_evidence`] says what a decisive cell ("21/11/2026") reveals, and what
//! stays open is refused as [`DateError::Ambiguous`] rather than guessed. Dots
//! are never ambiguous with a year: "21.11.2026" is day first everywhere.
//!
//! Local times are resolved in the shop's time zone: a time that the clocks
//! skipped in spring moves forward by the gap, one that happened twice in autumn
//! is the earlier.

use std::fmt;

use chrono::{DateTime, Datelike, FixedOffset, Months, NaiveDate, NaiveDateTime, NaiveTime};
use chrono::{Offset, TimeDelta, TimeZone, Timelike, Utc};
use chrono_tz::Tz;

/// The first and last year that is accepted: outside, it is a typing mistake.
pub const YEARS: std::ops::RangeInclusive<i32> = 1900..=2199;

/// Why a date or time was refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum DateError {
    /// Nothing was typed.
    #[error("the date is empty")]
    Empty,
    /// Not in a form that is known.
    #[error("not a date")]
    NotADate,
    /// The right form, but there is no such day.
    #[error("there is no such day")]
    NoSuchDay,
    /// Day and month can't be told apart.
    #[error("day and month can't be told apart")]
    Ambiguous,
    /// "21.11.26": the century is missing.
    #[error("the year needs four digits")]
    TwoDigitYear,
    /// "45982": a spreadsheet's day number. There are two ways to count them,
    /// four years apart.
    #[error("a spreadsheet's day number, not a date")]
    Serial,
    /// A year outside [`YEARS`].
    #[error("the year is out of range")]
    OutOfRange,
    /// The date is fine, the time after it isn't.
    #[error("not a time of day")]
    NotATime,
}

impl DateError {
    /// The stable code, `date_…`.
    #[must_use]
    pub fn code(&self) -> &'static str {
        match self {
            Self::Empty => "date_empty",
            Self::NotADate => "date_not_a_date",
            Self::NoSuchDay => "date_no_such_day",
            Self::Ambiguous => "date_ambiguous",
            Self::TwoDigitYear => "date_two_digit_year",
            Self::Serial => "date_serial",
            Self::OutOfRange => "date_out_of_range",
            Self::NotATime => "date_not_a_time",
        }
    }
}

/// Which comes first where the notation leaves it open.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DateOrder {
    /// 21/11/2026
    DayFirst,
    /// 11/21/2026
    MonthFirst,
}

impl DateOrder {
    /// The order of a locale that has only one: Russian. English is written
    /// both ways, and Hungarian (year first) says nothing about "05/11/2026".
    #[must_use]
    pub fn for_locale(locale: &str) -> Option<Self> {
        match locale.split(['-', '_']).next() {
            Some("ru" | "uk" | "be" | "de" | "fr" | "it" | "es" | "pl") => Some(Self::DayFirst),
            _ => None,
        }
    }
}

/// A birthday, with or without its year. 29 February is one in either case.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, serde::Serialize)]
pub struct Birthday {
    /// 1 to 12.
    pub month: u32,
    /// 1 to 31, and a day of `month`.
    pub day: u32,
    /// The year of birth, if it was told.
    pub year: Option<i32>,
}

impl fmt::Display for Birthday {
    /// "1985-05-12", or "05-12" without a year.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(year) = self.year {
            write!(f, "{year:04}-")?;
        }
        write!(f, "{:02}-{:02}", self.month, self.day)
    }
}

/// When something happened.
#[derive(Debug, Clone, Copy, PartialEq, Eq, serde::Serialize)]
pub struct When {
    /// The instant, in milliseconds since 1970 in UTC.
    pub at_ms: i64,
    /// The calendar day in the shop's time zone.
    pub date: NaiveDate,
    /// False when only a date was given: then `at_ms` is its noon, local time.
    pub has_time: bool,
}

/// Reads a date. A time of day after it is checked and dropped.
///
/// Known forms: 2026-11-21, 2026.11.21., 2026/11/21, 20261121, 21.11.2026,
/// 21/11/2026 and 11/21/2026 (also with hyphens) as far as `order` or the
/// numbers themselves decide.
///
/// # Errors
/// One [`DateError`] for each way to be wrong.
pub fn parse_date(input: &str, order: Option<DateOrder>) -> Result<NaiveDate, DateError> {
    let (date, rest) = read_date(input, order)?;
    read_time(rest)?;
    Ok(date)
}

/// Reads a date with or without a time of day, in `zone` unless the time says
/// otherwise ("2026-11-21T14:03:05+01:00").
///
/// # Errors
/// As [`parse_date`], and [`DateError::NotATime`].
pub fn parse_when(input: &str, order: Option<DateOrder>, zone: Tz) -> Result<When, DateError> {
    let (date, rest) = read_date(input, order)?;
    let Some(time) = read_time(rest)? else {
        let at = resolve_local(date.and_time(NOON), zone)?;
        return Ok(When {
            at_ms: at.timestamp_millis(),
            date,
            has_time: false,
        });
    };
    let naive = date.and_time(time.of_day);
    let at = match time.offset {
        None => resolve_local(naive, zone)?,
        Some(offset) => {
            let at = offset
                .from_local_datetime(&naive)
                .single()
                .ok_or(DateError::OutOfRange)?;
            at.with_timezone(&Utc)
        }
    };
    let date = if time.offset.is_some() {
        at.with_timezone(&zone).date_naive()
    } else {
        date
    };
    Ok(When {
        at_ms: at.timestamp_millis(),
        date,
        has_time: true,
    })
}

/// Reads a birthday: any form of [`parse_date`], or without a year 05-12,
/// --05-12 (both month first), 12.05. and 12/05 (as `order` or the numbers say).
///
/// # Errors
/// One [`DateError`] for each way to be wrong.
pub fn parse_birthday(input: &str, order: Option<DateOrder>) -> Result<Birthday, DateError> {
    let text = input.trim();
    let (text, vcard) = match text.strip_prefix("--") {
        Some(rest) => (rest, true),
        None => (text, false),
    };
    if let Some((first, separator, second)) = read_yearless(text) {
        let order = if vcard || separator == '-' {
            Some(DateOrder::MonthFirst)
        } else {
            order
        };
        let (day, month) = day_and_month(first, second, order)?;
        // 2000 had a 29 February.
        valid_day(2000, month, day)?;
        return Ok(Birthday {
            month,
            day,
            year: None,
        });
    }
    let date = parse_date(text, order)?;
    Ok(Birthday {
        month: date.month(),
        day: date.day(),
        year: Some(date.year()),
    })
}

/// The order that one cell proves, if any: "21/11/2026" and "21.11." prove that
/// the day comes first, "11/21/2026" that the month does.
#[must_use]
pub fn order_evidence(input: &str) -> Option<DateOrder> {
    let text = input.trim();
    let (first, second) = match read_yearless(text) {
        Some((_, '-', _)) => return None,
        Some((first, _, second)) => (first, second),
        None => {
            let parts = Parts::read(text).ok()?;
            if parts.separator == '.' || parts.first.len != 2 && parts.first.len != 1 {
                return None;
            }
            (parts.first.value, parts.second.value)
        }
    };
    match (first, second) {
        (13..=31, 1..=12) => Some(DateOrder::DayFirst),
        (1..=12, 13..=31) => Some(DateOrder::MonthFirst),
        _ => None,
    }
}

/// The instant of a local time, by the rules in the module's text.
///
/// # Errors
/// [`DateError::OutOfRange`] at the very ends of the calendar.
pub fn resolve_local(local: NaiveDateTime, zone: Tz) -> Result<DateTime<Utc>, DateError> {
    if let Some(at) = zone.from_local_datetime(&local).earliest() {
        return Ok(at.with_timezone(&Utc));
    }
    // In a gap: use the offset that was in force before it, which moves the time
    // forward by the gap's length. The longest gap ever was a day (Samoa 2011).
    for hours in 1..=25 {
        let before = local
            .checked_sub_signed(TimeDelta::hours(hours))
            .ok_or(DateError::OutOfRange)?;
        if let Some(at) = zone.from_local_datetime(&before).latest() {
            let offset = TimeDelta::seconds(at.offset().fix().local_minus_utc().into());
            let utc = local
                .checked_sub_signed(offset)
                .ok_or(DateError::OutOfRange)?;
            return Ok(utc.and_utc());
        }
    }
    Err(DateError::OutOfRange)
}

/// The birthday's day in `year`: 29 February falls on the 28th in common years.
/// `None` when `birthday` is no day of any year.
#[must_use]
pub fn birthday_in(birthday: Birthday, year: i32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(year, birthday.month, birthday.day).or_else(|| {
        let leap = NaiveDate::from_ymd_opt(2000, birthday.month, birthday.day)?;
        let first = NaiveDate::from_ymd_opt(year, leap.month(), 1)?;
        first.checked_add_months(Months::new(1))?.pred_opt()
    })
}

const NOON: NaiveTime = match NaiveTime::from_hms_opt(12, 0, 0) {
    Some(noon) => noon,
    None => NaiveTime::MIN,
};

/// A run of digits: its value and how many they were.
#[derive(Clone, Copy)]
struct Number {
    value: u32,
    len: usize,
}

/// Three numbers with one separator, and what stands after them.
struct Parts<'a> {
    first: Number,
    separator: char,
    second: Number,
    third: Number,
    rest: &'a str,
}

impl<'a> Parts<'a> {
    fn read(text: &'a str) -> Result<Self, DateError> {
        let (first, rest) = take_number(text).ok_or(DateError::NotADate)?;
        let (separator, rest) = take_separator(rest).ok_or(DateError::NotADate)?;
        let (second, rest) = take_number(rest).ok_or(DateError::NotADate)?;
        let (again, rest) = take_separator(rest).ok_or(DateError::NotADate)?;
        let (third, rest) = take_number(rest).ok_or(DateError::NotADate)?;
        if again != separator || second.len > 2 {
            return Err(DateError::NotADate);
        }
        let rest = match separator {
            '.' => rest.strip_prefix('.').unwrap_or(rest),
            _ => rest,
        };
        Ok(Self {
            first,
            separator,
            second,
            third,
            rest,
        })
    }
}

/// Up to 8 digits.
fn take_number(text: &str) -> Option<(Number, &str)> {
    let len = text.bytes().take_while(u8::is_ascii_digit).count();
    let (digits, rest) = text.split_at_checked(len)?;
    if len == 0 || len > 8 {
        return None;
    }
    let value = digits
        .bytes()
        .fold(0, |n, digit| n * 10 + u32::from(digit - b'0'));
    Some((Number { value, len }, rest))
}

/// A hyphen, slash or dot; Hungarian dots have spaces after them.
fn take_separator(text: &str) -> Option<(char, &str)> {
    let mut chars = text.chars();
    let separator = chars.next().filter(|c| matches!(c, '-' | '/' | '.'))?;
    let rest = chars.as_str();
    Some((
        separator,
        if separator == '.' {
            rest.trim_start()
        } else {
            rest
        },
    ))
}

/// "05-12", "12.05.", "12/5": two numbers and nothing else.
fn read_yearless(text: &str) -> Option<(u32, char, u32)> {
    let (first, rest) = take_number(text)?;
    let (separator, rest) = take_separator(rest)?;
    let (second, rest) = take_number(rest)?;
    let end = rest.is_empty() || (separator == '.' && rest == ".");
    (end && first.len <= 2 && second.len <= 2).then_some((first.value, separator, second.value))
}

fn read_date(input: &str, order: Option<DateOrder>) -> Result<(NaiveDate, &str), DateError> {
    let text = input.trim();
    if text.is_empty() {
        return Err(DateError::Empty);
    }
    if is_serial(text) {
        return Err(DateError::Serial);
    }
    if let Some((Number { value, len: 8 }, rest)) = take_number(text) {
        return Ok((
            valid_date(value / 10_000, value / 100 % 100, value % 100)?,
            rest,
        ));
    }
    let parts = Parts::read(text)?;
    let (first, second, third) = (parts.first, parts.second, parts.third);
    let date = match (first.len, third.len) {
        (4, 1 | 2) => valid_date(first.value, second.value, third.value)?,
        (1 | 2, 4) => {
            let order = if parts.separator == '.' {
                Some(DateOrder::DayFirst)
            } else {
                order
            };
            let (day, month) = day_and_month(first.value, second.value, order)?;
            valid_date(third.value, month, day)?
        }
        (1 | 2, 1 | 2) => return Err(DateError::TwoDigitYear),
        _ => return Err(DateError::NotADate),
    };
    Ok((date, parts.rest))
}

/// Five digits with or without a fraction: 1927 to 2173 as a spreadsheet counts.
fn is_serial(text: &str) -> bool {
    let whole = text
        .split_once(['.', ','])
        .map_or(text, |(whole, fraction)| {
            if fraction.bytes().all(|b| b.is_ascii_digit()) {
                whole
            } else {
                text
            }
        });
    whole.len() == 5 && whole.bytes().all(|b| b.is_ascii_digit())
}

/// (day, month) of two numbers, by the order, or by which one can't be a month.
fn day_and_month(
    first: u32,
    second: u32,
    order: Option<DateOrder>,
) -> Result<(u32, u32), DateError> {
    match order {
        Some(DateOrder::DayFirst) => Ok((first, second)),
        Some(DateOrder::MonthFirst) => Ok((second, first)),
        None if first > 12 || first == second => Ok((first, second)),
        None if second > 12 => Ok((second, first)),
        None => Err(DateError::Ambiguous),
    }
}

fn valid_date(year: u32, month: u32, day: u32) -> Result<NaiveDate, DateError> {
    let year = i32::try_from(year).map_err(|_| DateError::OutOfRange)?;
    if !YEARS.contains(&year) {
        return Err(DateError::OutOfRange);
    }
    valid_day(year, month, day)
}

fn valid_day(year: i32, month: u32, day: u32) -> Result<NaiveDate, DateError> {
    NaiveDate::from_ymd_opt(year, month, day).ok_or(DateError::NoSuchDay)
}

/// A time of day and, if it says, how far it is from UTC.
struct Time {
    of_day: NaiveTime,
    offset: Option<FixedOffset>,
}

/// Reads what stands after a date: nothing, or a time of day.
fn read_time(rest: &str) -> Result<Option<Time>, DateError> {
    if rest.trim().is_empty() {
        return Ok(None);
    }
    let text = match rest.strip_prefix(['T', 't']) {
        Some(text) => text,
        None => {
            let text = rest.strip_prefix(',').unwrap_or(rest);
            let time = text.trim_start();
            if time.len() == text.len() {
                return Err(DateError::NotADate);
            }
            time
        }
    };
    let (of_day, rest) = take_time_of_day(text).ok_or(DateError::NotATime)?;
    let (of_day, rest) = take_half_day(of_day, rest.trim()).ok_or(DateError::NotATime)?;
    let offset = read_offset(rest.trim()).ok_or(DateError::NotATime)?;
    Ok(Some(Time { of_day, offset }))
}

/// "14:03", "14:03:05", "9:03:05.123".
fn take_time_of_day(text: &str) -> Option<(NaiveTime, &str)> {
    let (hour, rest) = take_number(text).filter(|(hour, _)| hour.len <= 2)?;
    let (minute, rest) = take_two_digits(rest.strip_prefix(':')?)?;
    let Some(seconds) = rest.strip_prefix(':') else {
        return Some((NaiveTime::from_hms_opt(hour.value, minute, 0)?, rest));
    };
    let (second, rest) = take_two_digits(seconds)?;
    let (milli, rest) = match rest.strip_prefix(['.', ',']) {
        None => (0, rest),
        Some(fraction) => {
            let len = fraction.bytes().take_while(u8::is_ascii_digit).count();
            let (digits, rest) = fraction.split_at_checked(len).filter(|_| len > 0)?;
            let thousandths = digits.bytes().chain(*b"000").take(3);
            (
                thousandths.fold(0, |n, digit| n * 10 + u32::from(digit - b'0')),
                rest,
            )
        }
    };
    Some((
        NaiveTime::from_hms_milli_opt(hour.value, minute, second, milli)?,
        rest,
    ))
}

fn take_two_digits(text: &str) -> Option<(u32, &str)> {
    take_number(text)
        .filter(|(n, _)| n.len == 2)
        .map(|(n, rest)| (n.value, rest))
}

/// Applies "AM" or "PM", if one follows.
fn take_half_day(time: NaiveTime, rest: &str) -> Option<(NaiveTime, &str)> {
    let (Some(half), after) = (rest.get(..2), rest.get(2..).unwrap_or("")) else {
        return Some((time, rest));
    };
    let pm = half.eq_ignore_ascii_case("pm");
    if !pm && !half.eq_ignore_ascii_case("am") {
        return Some((time, rest));
    }
    let hour = match (time.hour(), pm) {
        (12, true) => 12,
        (hour @ 1..=11, true) => hour + 12,
        (12, false) => 0,
        (hour @ 1..=11, false) => hour,
        _ => return None,
    };
    Some((time.with_hour(hour)?, after))
}

/// "" is no offset; "Z", "UTC", "+01:00", "+0100" and "+01" are. The outer
/// `None` means that it can't be read.
fn read_offset(text: &str) -> Option<Option<FixedOffset>> {
    if text.is_empty() {
        return Some(None);
    }
    if ["z", "utc", "gmt"]
        .iter()
        .any(|name| text.eq_ignore_ascii_case(name))
    {
        return FixedOffset::east_opt(0).map(Some);
    }
    let (east, digits) = match text.strip_prefix('+') {
        Some(digits) => (1, digits),
        None => (-1, text.strip_prefix(['-', '\u{2212}'])?),
    };
    let digits = digits.replacen(':', "", 1);
    let (Number { value, len }, "") = take_number(&digits)? else {
        return None;
    };
    let (hours, minutes) = match len {
        2 => (value, 0),
        4 => (value / 100, value % 100),
        _ => return None,
    };
    if hours > 15 || minutes > 59 {
        return None;
    }
    let seconds = i32::try_from(hours * 3600 + minutes * 60).ok()?;
    FixedOffset::east_opt(east * seconds).map(Some)
}

#[cfg(test)]
mod tests {
    use super::*;
    use DateOrder::{DayFirst, MonthFirst};
    use chrono_tz::Europe::{Budapest, Moscow};
    use proptest::prelude::*;

    fn date(text: &str) -> NaiveDate {
        NaiveDate::parse_from_str(text, "%Y-%m-%d").unwrap()
    }

    #[test]
    fn reads_dates_in_every_form() {
        for (input, order, iso) in [
            ("2026-11-21", None, "2026-11-21"),
            (" 2026-11-21 ", None, "2026-11-21"),
            ("2026-1-5", None, "2026-01-05"),
            ("21.11.2026", None, "2026-11-21"),
            ("5.3.2026", None, "2026-03-05"),
            ("05.03.2026.", None, "2026-03-05"),
            ("05.03.2026", Some(MonthFirst), "2026-03-05"),
            ("2026.11.21.", None, "2026-11-21"),
            ("2026. 11. 21.", None, "2026-11-21"),
            ("2026/11/21", None, "2026-11-21"),
            ("20261121", None, "2026-11-21"),
            ("21/11/2026", None, "2026-11-21"),
            ("11/21/2026", None, "2026-11-21"),
            ("21-11-2026", None, "2026-11-21"),
            ("05/11/2026", Some(DayFirst), "2026-11-05"),
            ("05/11/2026", Some(MonthFirst), "2026-05-11"),
            ("05/05/2026", None, "2026-05-05"),
            ("1985-05-12 00:00:00", None, "1985-05-12"),
            ("2024-02-29", None, "2024-02-29"),
        ] {
            assert_eq!(
                parse_date(input, order),
                Ok(date(iso)),
                "{input:?} {order:?}"
            );
        }
    }

    #[test]
    fn refuses_dates_with_the_right_reason() {
        use DateError::{
            Ambiguous, Empty, NoSuchDay, NotADate, NotATime, OutOfRange, Serial, TwoDigitYear,
        };
        for (input, order, error) in [
            ("", None, Empty),
            ("  ", None, Empty),
            ("yesterday", None, NotADate),
            ("21 Nov 2026", None, NotADate),
            ("2026-11", None, NotADate),
            ("2026-11-21x", None, NotADate),
            ("2026-11/21", None, NotADate),
            ("123456789-1-1", None, NotADate),
            ("２０２６-11-21", None, NotADate),
            ("2026-11-21\0", None, NotADate),
            ("2026-02-30", None, NoSuchDay),
            ("29.02.2025", None, NoSuchDay),
            ("2026-13-01", None, NoSuchDay),
            ("11/21/2026", Some(DayFirst), NoSuchDay),
            ("32/13/2026", None, NoSuchDay),
            ("05/11/2026", None, Ambiguous),
            ("21.11.26", None, TwoDigitYear),
            ("11/21/26", None, TwoDigitYear),
            ("45982", None, Serial),
            ("45982.5", None, Serial),
            ("0026-11-21", None, OutOfRange),
            ("1899-12-31", None, OutOfRange),
            ("2200-01-01", None, OutOfRange),
            ("2026-11-21 25:00", None, NotATime),
            ("2026-11-21 14:60", None, NotATime),
            ("2026-11-21 14", None, NotATime),
            ("2026-11-21 noon", None, NotATime),
            ("2026-11-21T14:03+99:00", None, NotATime),
            ("2026-11-21 14:03 PM", None, NotATime),
        ] {
            assert_eq!(parse_date(input, order), Err(error), "{input:?} {order:?}");
        }
    }

    #[test]
    fn reads_times_in_the_shops_zone_or_their_own() {
        for (input, utc, day, has_time) in [
            ("2026-11-21", "2026-11-21T11:00:00Z", "2026-11-21", false),
            ("2026-07-21", "2026-07-21T10:00:00Z", "2026-07-21", false),
            (
                "2026-11-21 14:03",
                "2026-11-21T13:03:00Z",
                "2026-11-21",
                true,
            ),
            (
                "2026-11-21 14:03:05",
                "2026-11-21T13:03:05Z",
                "2026-11-21",
                true,
            ),
            (
                "2026-11-21T14:03:05.25",
                "2026-11-21T13:03:05.250Z",
                "2026-11-21",
                true,
            ),
            (
                "2026. 11. 21. 14:03:05",
                "2026-11-21T13:03:05Z",
                "2026-11-21",
                true,
            ),
            (
                "21.11.2026 0:05",
                "2026-11-20T23:05:00Z",
                "2026-11-21",
                true,
            ),
            (
                "11/21/2026, 2:03:05 PM",
                "2026-11-21T13:03:05Z",
                "2026-11-21",
                true,
            ),
            (
                "11/21/2026 2:03\u{202f}pm",
                "2026-11-21T13:03:00Z",
                "2026-11-21",
                true,
            ),
            (
                "11/21/2026 12:00 AM",
                "2026-11-20T23:00:00Z",
                "2026-11-21",
                true,
            ),
            (
                "2026-11-21T23:30:00Z",
                "2026-11-21T23:30:00Z",
                "2026-11-22",
                true,
            ),
            (
                "2026-11-21T14:03:05+03:00",
                "2026-11-21T11:03:05Z",
                "2026-11-21",
                true,
            ),
            (
                "2026-11-21 14:03:05 -0500",
                "2026-11-21T19:03:05Z",
                "2026-11-21",
                true,
            ),
            (
                "2026-11-21 14:03:05 UTC",
                "2026-11-21T14:03:05Z",
                "2026-11-21",
                true,
            ),
            // Spring: 02:30 was skipped. Autumn: 02:30 came twice.
            (
                "2026-03-29 02:30",
                "2026-03-29T01:30:00Z",
                "2026-03-29",
                true,
            ),
            (
                "2026-10-25 02:30",
                "2026-10-25T00:30:00Z",
                "2026-10-25",
                true,
            ),
        ] {
            let when = parse_when(input, None, Budapest).unwrap();
            let at = DateTime::parse_from_rfc3339(utc).unwrap();
            assert_eq!(when.at_ms, at.timestamp_millis(), "{input:?}");
            assert_eq!(
                (when.date, when.has_time),
                (date(day), has_time),
                "{input:?}"
            );
        }
    }

    #[test]
    fn a_day_that_a_zone_skipped_still_resolves() {
        let noon = date("2011-12-30").and_time(NOON);
        let at = resolve_local(noon, chrono_tz::Pacific::Apia).unwrap();
        assert_eq!(
            at.to_string(),
            "2011-12-30 22:00:00 UTC",
            "noon on the 31st, local time"
        );
        let at = resolve_local(noon, Moscow).unwrap();
        assert_eq!(at.to_string(), "2011-12-30 08:00:00 UTC");
    }

    #[test]
    fn reads_birthdays_with_and_without_a_year() {
        for (input, order, text) in [
            ("1985-05-12", None, "1985-05-12"),
            ("12.05.1985", None, "1985-05-12"),
            ("05-12", None, "05-12"),
            ("05-12", Some(DayFirst), "05-12"),
            ("--05-12", None, "05-12"),
            ("02-29", None, "02-29"),
            ("2000-02-29", None, "2000-02-29"),
            ("21.11.", None, "11-21"),
            ("11.21.", None, "11-21"),
            ("12.05", Some(DayFirst), "05-12"),
            ("12.05.", Some(MonthFirst), "12-05"),
            ("5/12", Some(MonthFirst), "05-12"),
        ] {
            let birthday = parse_birthday(input, order).unwrap();
            assert_eq!(birthday.to_string(), text, "{input:?} {order:?}");
        }
        for (input, error) in [
            ("", DateError::Empty),
            ("12.05.", DateError::Ambiguous),
            ("12.05.85", DateError::TwoDigitYear),
            ("02-30", DateError::NoSuchDay),
            ("29-02", DateError::NoSuchDay),
            ("1999-02-29", DateError::NoSuchDay),
            ("May 12", DateError::NotADate),
        ] {
            assert_eq!(parse_birthday(input, None), Err(error), "{input:?}");
        }
    }

    #[test]
    fn a_leap_birthday_falls_on_the_28th_in_common_years() {
        let leap = Birthday {
            month: 2,
            day: 29,
            year: None,
        };
        assert_eq!(birthday_in(leap, 2027), Some(date("2027-02-28")));
        assert_eq!(birthday_in(leap, 2028), Some(date("2028-02-29")));
        assert_eq!(
            birthday_in(
                Birthday {
                    month: 2,
                    day: 30,
                    year: None
                },
                2027
            ),
            None
        );
    }

    #[test]
    fn only_decisive_cells_are_evidence() {
        for (input, order) in [
            ("21/11/2026", Some(DayFirst)),
            ("11/21/2026 14:03", Some(MonthFirst)),
            ("21-11-2026", Some(DayFirst)),
            ("21.11.", Some(DayFirst)),
            ("11.21.", Some(MonthFirst)),
            ("05/11/2026", None),
            ("21.11.2026", None),
            ("2026/11/21", None),
            ("2026-11-21", None),
            ("11-21", None),
            ("nonsense", None),
        ] {
            assert_eq!(order_evidence(input), order, "{input:?}");
        }
    }

    proptest! {
        #[test]
        fn every_date_reads_back(days in 0..109_000_i64) {
            let day = date("1900-01-01") + TimeDelta::days(days);
            for form in ["%Y-%m-%d", "%d.%m.%Y", "%Y.%m.%d.", "%Y. %m. %d.", "%Y%m%d"] {
                let text = day.format(form).to_string();
                prop_assert_eq!(parse_date(&text, None), Ok(day), "{}", text);
            }
            for (form, order) in [("%d/%m/%Y", DayFirst), ("%m/%d/%Y", MonthFirst)] {
                let text = day.format(form).to_string();
                prop_assert_eq!(parse_date(&text, Some(order)), Ok(day), "{}", text);
                prop_assert!(order_evidence(&text).is_none_or(|proved| proved == order));
            }
        }

        #[test]
        fn nothing_panics(input in any::<String>()) {
            let _ = parse_when(&input, None, Budapest);
            let _ = parse_birthday(&input, None);
            let _ = order_evidence(&input);
        }

        #[test]
        fn date_soup_stays_in_range(input in "[-0-9./: TZ+APM]{0,24}") {
            if let Ok(when) = parse_when(&input, None, Budapest) {
                prop_assert!((1899..=2200).contains(&when.date.year()));
            }
        }
    }
}
