use chrono::{Datelike, NaiveDate};

use crate::Locale;

/// The twelve months of a locale, January first, in the three forms its dates need.
struct Months {
    /// Beside a day: "Nov", "нояб.", "nov."
    short: [&'static str; 12],
    /// Beside a day and in full: "November", "ноября", "november"
    in_date: [&'static str; 12],
    /// Alone or with a year only: "November", "Ноябрь", "november"
    alone: [&'static str; 12],
    /// After "since": "November", "ноября", "novembere" (Hungarian: "2026 novembere óta")
    since: [&'static str; 12],
}

const ENGLISH: Months = Months {
    short: [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ],
    in_date: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    alone: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    since: [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
};

const RUSSIAN: Months = Months {
    short: [
        "янв.",
        "февр.",
        "мар.",
        "апр.",
        "мая",
        "июн.",
        "июл.",
        "авг.",
        "сент.",
        "окт.",
        "нояб.",
        "дек.",
    ],
    in_date: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    alone: [
        "Январь",
        "Февраль",
        "Март",
        "Апрель",
        "Май",
        "Июнь",
        "Июль",
        "Август",
        "Сентябрь",
        "Октябрь",
        "Ноябрь",
        "Декабрь",
    ],
    since: [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
};

const HUNGARIAN: Months = Months {
    short: [
        "jan.", "febr.", "márc.", "ápr.", "máj.", "jún.", "júl.", "aug.", "szept.", "okt.", "nov.",
        "dec.",
    ],
    in_date: [
        "január",
        "február",
        "március",
        "április",
        "május",
        "június",
        "július",
        "augusztus",
        "szeptember",
        "október",
        "november",
        "december",
    ],
    alone: [
        "január",
        "február",
        "március",
        "április",
        "május",
        "június",
        "július",
        "augusztus",
        "szeptember",
        "október",
        "november",
        "december",
    ],
    since: [
        "januárja",
        "februárja",
        "márciusa",
        "áprilisa",
        "májusa",
        "júniusa",
        "júliusa",
        "augusztusa",
        "szeptembere",
        "októbere",
        "novembere",
        "decembere",
    ],
};

const fn months(locale: Locale) -> &'static Months {
    match locale {
        Locale::En => &ENGLISH,
        Locale::Ru => &RUSSIAN,
        Locale::Hu => &HUNGARIAN,
    }
}

fn name(names: &[&'static str; 12], date: NaiveDate) -> &'static str {
    names
        .get(date.month0() as usize)
        .copied()
        .unwrap_or_default()
}

/// A day of this year: "2 Nov", "2 нояб.", "nov. 2."
#[must_use]
pub fn date_short(date: NaiveDate, locale: Locale) -> String {
    let (day, month) = (date.day(), name(&months(locale).short, date));
    match locale {
        Locale::En | Locale::Ru => format!("{day}\u{a0}{month}"),
        Locale::Hu => format!("{month}\u{a0}{day}."),
    }
}

/// A date in words: "21 November 2026", "21 ноября 2026 г.", "2026. november 21."
#[must_use]
pub fn date_long(date: NaiveDate, locale: Locale) -> String {
    let (year, day) = (date.year(), date.day());
    let month = name(&months(locale).in_date, date);
    match locale {
        Locale::En => format!("{day}\u{a0}{month}\u{a0}{year}"),
        Locale::Ru => format!("{day}\u{a0}{month}\u{a0}{year}\u{a0}г."),
        Locale::Hu => format!("{year}.\u{a0}{month}\u{a0}{day}."),
    }
}

/// A date in digits: "2026-11-02", "02.11.2026", "2026. 11. 02."
///
/// English takes ISO 8601, because 02/11 is two different days on the two sides of the Atlantic.
#[must_use]
pub fn date_numeric(date: NaiveDate, locale: Locale) -> String {
    let (year, month, day) = (date.year(), date.month(), date.day());
    match locale {
        Locale::En => format!("{year:04}-{month:02}-{day:02}"),
        Locale::Ru => format!("{day:02}.{month:02}.{year:04}"),
        Locale::Hu => format!("{year:04}.\u{a0}{month:02}.\u{a0}{day:02}."),
    }
}

/// The month of a date as a title: "October 2026", "Октябрь 2026", "2026. október"
#[must_use]
pub fn month_year(date: NaiveDate, locale: Locale) -> String {
    let (year, month) = (date.year(), month_name(date, locale));
    match locale {
        Locale::En | Locale::Ru => format!("{month}\u{a0}{year}"),
        Locale::Hu => format!("{year}.\u{a0}{month}"),
    }
}

/// The month of a date as "since …" needs it: "March 2025", "марта 2025 г.", "2025 márciusa"
#[must_use]
pub fn month_since(date: NaiveDate, locale: Locale) -> String {
    let (year, month) = (date.year(), name(&months(locale).since, date));
    match locale {
        Locale::En => format!("{month}\u{a0}{year}"),
        Locale::Ru => format!("{month}\u{a0}{year}\u{a0}г."),
        Locale::Hu => format!("{year}\u{a0}{month}"),
    }
}

/// The name of a month alone: "October", "Октябрь", "október"
#[must_use]
pub fn month_name(date: NaiveDate, locale: Locale) -> &'static str {
    name(&months(locale).alone, date)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn day(year: i32, month: u32, day: u32) -> NaiveDate {
        NaiveDate::from_ymd_opt(year, month, day).unwrap()
    }

    /// The text with plain spaces, to be read.
    fn plain(text: &str) -> String {
        text.replace('\u{a0}', " ")
    }

    #[test]
    fn short() {
        let date = day(2026, 11, 2);
        assert_eq!(plain(&date_short(date, Locale::En)), "2 Nov");
        assert_eq!(plain(&date_short(date, Locale::Ru)), "2 нояб.");
        assert_eq!(plain(&date_short(date, Locale::Hu)), "nov. 2.");
        assert_eq!(plain(&date_short(day(2026, 5, 9), Locale::Ru)), "9 мая");
    }

    #[test]
    fn long() {
        let date = day(2026, 11, 21);
        assert_eq!(plain(&date_long(date, Locale::En)), "21 November 2026");
        assert_eq!(plain(&date_long(date, Locale::Ru)), "21 ноября 2026 г.");
        assert_eq!(plain(&date_long(date, Locale::Hu)), "2026. november 21.");
        assert_eq!(
            plain(&date_long(day(2028, 2, 29), Locale::Hu)),
            "2028. február 29."
        );
    }

    #[test]
    fn numeric() {
        let date = day(2026, 11, 2);
        assert_eq!(date_numeric(date, Locale::En), "2026-11-02");
        assert_eq!(date_numeric(date, Locale::Ru), "02.11.2026");
        assert_eq!(plain(&date_numeric(date, Locale::Hu)), "2026. 11. 02.");
    }

    #[test]
    fn month_as_a_title() {
        let date = day(2026, 10, 31);
        assert_eq!(plain(&month_year(date, Locale::En)), "October 2026");
        assert_eq!(plain(&month_year(date, Locale::Ru)), "Октябрь 2026");
        assert_eq!(plain(&month_year(date, Locale::Hu)), "2026. október");
        assert_eq!(month_name(date, Locale::Ru), "Октябрь");
    }

    #[test]
    fn month_after_since() {
        let date = day(2025, 3, 14);
        assert_eq!(plain(&month_since(date, Locale::En)), "March 2025");
        assert_eq!(plain(&month_since(date, Locale::Ru)), "марта 2025 г.");
        assert_eq!(plain(&month_since(date, Locale::Hu)), "2025 márciusa");
    }

    #[test]
    fn no_line_breaks_inside_a_date() {
        for locale in Locale::ALL {
            let date = day(2026, 11, 2);
            for text in [
                date_short(date, locale),
                date_long(date, locale),
                month_year(date, locale),
            ] {
                assert!(!text.contains(' '), "{text:?}");
            }
        }
    }
}
