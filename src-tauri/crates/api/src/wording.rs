//! The schedule in words: why somebody is greeted, what to say, what a moment does.

mod check;
mod description;
mod message;
mod sample;

use chrono::{Datelike, NaiveDate};
use regulars_core::{moment::Why, shop::ShopView};
use regulars_i18n::{Args, Catalog, Locale, date_long, date_short, money_rounded};

pub use check::{check_shop_text, check_templates};

/// Speaks of the schedule for one shop on one day.
#[derive(Debug)]
pub struct Wording {
    shop: ShopView,
    locale: Locale,
    today: NaiveDate,
}

impl Wording {
    /// For a shop, as of a business date.
    #[must_use]
    pub fn new(shop: ShopView, today: NaiveDate) -> Self {
        Self {
            locale: shop.locale.parse().unwrap_or_default(),
            shop,
            today,
        }
    }

    fn say(&self, key: &str, args: &Args<'_>) -> String {
        Catalog::get(self.locale).text_with(key, args)
    }

    fn counted(&self, key: &str, count: i64) -> String {
        self.say(key, &Args::new().with("count", count))
    }

    fn day(&self, date: NaiveDate) -> String {
        if date.year() == self.today.year() {
            date_short(date, self.locale)
        } else {
            date_long(date, self.locale)
        }
    }

    fn money(&self, minor: i64) -> String {
        money_rounded(minor, &self.shop.currency, self.locale)
    }

    fn days_since(&self, date: NaiveDate) -> i64 {
        (self.today - date).num_days()
    }

    /// "birthday tomorrow": what, and how far from today.
    fn dated(&self, what: &str, on: NaiveDate) -> String {
        let days = self.days_since(on);
        let when = match days {
            0 => self.say("why-when-today", &Args::new()),
            -1 => self.say("why-when-tomorrow", &Args::new()),
            1 => self.say("why-when-yesterday", &Args::new()),
            2.. => self.counted("why-when-ago", days),
            _ => self.counted("why-when-in", -days),
        };
        let args = Args::new().with("what", what).with("when", when.as_str());
        self.say("why-dated", &args)
    }

    /// Why a touch arose, seen from today.
    #[must_use]
    pub fn why(&self, why: &Why) -> String {
        let text = |key| self.say(key, &Args::new());
        match why {
            Why::Enrolled { joined_on } => match self.days_since(*joined_on) {
                ..=0 => text("why-enrolled-today"),
                days => self.counted("why-enrolled", days),
            },
            Why::FirstVisit { on } => self.dated(&text("why-first-visit"), *on),
            Why::NthVisit { n, on } => self.dated(&self.counted("why-nth-visit", (*n).into()), *on),
            Why::Anniversary { on, years } => {
                self.dated(&self.counted("why-anniversary", (*years).into()), *on)
            }
            Why::Birthday {
                on,
                turns,
                too_new_for_gift,
            } => self.birthday(*on, *turns, *too_new_for_gift),
            Why::Drifting {
                last_visit_on,
                usual_gap_days,
                ..
            } => {
                let days = self.days_since(*last_visit_on).max(0);
                let args = Args::new().with("count", days);
                match usual_gap_days {
                    Some(usual) => self.say("why-drifting-usual", &args.with("usual", *usual)),
                    None => self.say("why-drifting", &args),
                }
            }
            Why::CardNearlyFull { stamps_left, .. } => {
                self.counted("why-card-nearly-full", (*stamps_left).into())
            }
            Why::RewardUnlocked { reward_name, .. } => self.say(
                "why-reward-unlocked",
                &Args::new().with("reward", reward_name.as_str()),
            ),
            Why::RewardExpiring {
                reward_name,
                expires_on,
                ..
            } => self.say(
                "why-reward-expiring",
                &Args::new()
                    .with("reward", reward_name.as_str())
                    .with("date", self.day(*expires_on)),
            ),
            Why::Date { on } => self.dated(&date_short(*on, self.locale), *on),
            Why::MemberDate { label, on, .. } => self.dated(label, *on),
            Why::MissedAppointment { on, cancelled, .. } => {
                let key = if *cancelled {
                    "why-appointment-cancelled"
                } else {
                    "why-appointment-missed"
                };
                self.say(key, &Args::new().with("date", self.day(*on)))
            }
        }
    }

    fn birthday(&self, on: NaiveDate, turns: Option<i32>, too_new_for_gift: bool) -> String {
        let what = self.say("why-birthday", &Args::new());
        let mut why = self.dated(&what, on);
        if let Some(turns) = turns {
            let args = Args::new().with("what", why).with("turns", turns);
            let key = if on < self.today {
                "why-birthday-turned"
            } else {
                "why-birthday-turns"
            };
            why = self.say(key, &args);
        }
        if too_new_for_gift {
            why = self.say("why-birthday-too-new", &Args::new().with("what", why));
        }
        why
    }
}
