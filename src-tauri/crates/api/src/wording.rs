//! The schedule in words: why somebody is greeted, what to say, what a moment does.

use chrono::{Datelike, Days, NaiveDate};
use regulars_core::{
    id::{AppointmentId, GrantId, MemberDateId},
    member::{Channel, GrantStatus, GrantView, MemberGlance},
    moment::{Audience, MomentRules, Template as Texts, TouchChannel, Trigger, Why},
    shop::ShopView,
};
use regulars_i18n::{
    Args, Catalog, FIELDS, Locale, Template, TemplateError, Values, date_long, date_short,
    first_name, money_rounded,
};

use crate::{ApiError, messages::Message};

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
            why = self.say("why-birthday-turns", &args);
        }
        if too_new_for_gift {
            why = self.say("why-birthday-too-new", &Args::new().with("what", why));
        }
        why
    }

    /// What a moment does, for whom and how.
    #[must_use]
    pub fn description(&self, rules: &MomentRules) -> String {
        let mut sentences = vec![
            self.say(
                "does",
                &Args::new()
                    .with("when", self.when(rules))
                    .with("how", self.how(&rules.channels)),
            ),
        ];
        if let Some(gift) = &rules.gift {
            let args = Args::new()
                .with("gift", gift.name.as_str())
                .with("count", gift.valid_days);
            sentences.push(self.say("does-gift", &args));
        }
        sentences.extend(self.audience(&rules.audience));
        if let Some(days) = rules.days_between {
            sentences.push(self.counted("does-days-between", days.into()));
        }
        if let Some(touches) = rules.per_day {
            sentences.push(self.counted("does-per-day", touches.into()));
        }
        if rules.holdout_percent > 0 {
            sentences.push(self.counted("does-holdout", rules.holdout_percent.into()));
        }
        let dated = |key, date: Option<NaiveDate>| {
            date.map(|date| self.say(key, &Args::new().with("date", date_long(date, self.locale))))
        };
        sentences.extend(dated("does-from", rules.active_from));
        sentences.extend(dated("does-until", rules.active_until));
        sentences.join(" ")
    }

    fn when(&self, rules: &MomentRules) -> String {
        let text = |key| self.say(key, &Args::new());
        let when = match &rules.trigger {
            Trigger::Enrolled => text("does-enrolled"),
            Trigger::FirstVisit => text("does-first-visit"),
            Trigger::NthVisit { n } => self.counted("does-nth-visit", (*n).into()),
            Trigger::AnniversaryFirstVisit => text("does-anniversary-first-visit"),
            Trigger::AnniversaryJoined => text("does-anniversary-joined"),
            Trigger::Birthday => text("does-birthday"),
            Trigger::NotSeen { days } => self.counted("does-not-seen", (*days).into()),
            Trigger::Rhythm {
                factor_percent,
                min_days,
                ..
            } => self.say(
                "does-rhythm",
                &Args::new()
                    .with("factor", f64::from(*factor_percent) / 100.0)
                    .with("count", *min_days),
            ),
            Trigger::CardNearlyFull { stamps_left } => {
                self.counted("does-card-nearly-full", (*stamps_left).into())
            }
            Trigger::RewardUnlocked => text("does-reward-unlocked"),
            Trigger::RewardExpiring { days_before } => {
                self.counted("does-reward-expiring", (*days_before).into())
            }
            Trigger::Date { month, day, year } => {
                let date = NaiveDate::from_ymd_opt(year.unwrap_or(2000), *month, *day);
                let day = date.map(|date| match year {
                    Some(_) => date_long(date, self.locale),
                    None => date_short(date, self.locale),
                });
                self.say(
                    "does-date",
                    &Args::new().with("date", day.unwrap_or_default()),
                )
            }
            Trigger::MemberDate { label } => self.say(
                "does-member-date",
                &Args::new().with("label", label.as_str()),
            ),
            Trigger::MissedAppointment => text("does-missed-appointment"),
        };
        let days = i64::from(rules.offset_days);
        let shifted = |key| {
            let args = Args::new()
                .with("when", when.as_str())
                .with("count", days.abs());
            self.say(key, &args)
        };
        match days {
            0 => when,
            1.. => shifted("does-later"),
            _ => shifted("does-earlier"),
        }
    }

    fn how(&self, channels: &[TouchChannel]) -> String {
        let names: Vec<String> = channels
            .iter()
            .map(|channel| {
                let key = match channel {
                    TouchChannel::Counter => "does-by-counter",
                    TouchChannel::Call => "does-by-call",
                    TouchChannel::Post => "does-by-post",
                    TouchChannel::Email => "does-by-email",
                    TouchChannel::Sms => "does-by-sms",
                };
                self.say(key, &Args::new())
            })
            .collect();
        names.join(&self.say("does-else", &Args::new()))
    }

    fn audience(&self, audience: &Audience) -> Vec<String> {
        let counted = |key, count: Option<u32>| count.map(|count| self.counted(key, count.into()));
        let listed = |key, tags: &[String]| {
            (!tags.is_empty()).then(|| self.say(key, &Args::new().with("tags", tags.join(", "))))
        };
        let consent = audience.consent.map(|channel| {
            self.say(
                match channel {
                    Channel::Email => "does-only-email",
                    Channel::Sms => "does-only-sms",
                    Channel::Call => "does-only-call",
                    Channel::Post => "does-only-post",
                },
                &Args::new(),
            )
        });
        let spend = audience.min_spend_minor.map(|minor| {
            self.say(
                "does-min-spend",
                &Args::new().with("amount", self.money(minor)),
            )
        });
        [
            spend,
            counted("does-min-visits", audience.min_visits),
            counted("does-max-visits", audience.max_visits),
            counted("does-seen-within", audience.seen_within_days),
            counted("does-not-seen-for", audience.not_seen_for_days),
            listed("does-tags", &audience.tags),
            listed("does-without-tags", &audience.without_tags),
            consent,
        ]
        .into_iter()
        .flatten()
        .collect()
    }

    /// The message of a touch; empty where its moment is not known.
    #[must_use]
    pub fn message_of(
        &self,
        rules: Option<&MomentRules>,
        glance: &MemberGlance,
        why: &Why,
        gift: Option<&GrantView>,
    ) -> Message {
        match rules {
            Some(rules) => self.message(rules, glance, why, gift, None),
            None => self.silence(None),
        }
    }

    pub(crate) fn silence(&self, locale: Option<Locale>) -> Message {
        Message {
            locale: locale.unwrap_or(self.locale).tag().to_owned(),
            subject: String::new(),
            body: String::new(),
        }
    }

    /// A gift as a moment would bring it today, for trying a message out.
    #[must_use]
    pub fn sample_gift(&self, rules: &MomentRules) -> Option<GrantView> {
        let gift = rules.gift.as_ref()?;
        Some(GrantView {
            id: GrantId(NO_ID),
            code: "K7M-4QP".to_owned(),
            reward_name: gift.name.clone(),
            status: GrantStatus::Available,
            unlocked_at_ms: 0,
            expires_on: self
                .today
                .checked_add_days(Days::new(gift.valid_days.into())),
        })
    }

    /// The message for a member: in the member's own language, else the shop's, else
    /// one that there is.
    #[must_use]
    pub fn message(
        &self,
        rules: &MomentRules,
        glance: &MemberGlance,
        why: &Why,
        gift: Option<&GrantView>,
        wanted: Option<Locale>,
    ) -> Message {
        let own = glance
            .member
            .locale
            .as_deref()
            .and_then(|tag| tag.parse().ok());
        let blank = |texts: &Texts| texts.subject.trim().is_empty() && texts.body.trim().is_empty();
        let wished = wanted
            .or(own)
            .into_iter()
            .chain([self.locale])
            .chain(Locale::ALL);
        let found = wished.filter_map(|locale| {
            let texts = rules.templates.get(locale.tag())?;
            (wanted == Some(locale) || !blank(texts)).then_some((locale, texts))
        });
        let Some((locale, texts)) = found.into_iter().next() else {
            return self.silence(own);
        };
        let values = self.values(locale, glance, why, gift, rules.gift.is_none());
        // What was saved parses; what an older version saved is shown as it stands.
        let fill = |text: &str| {
            Template::parse(text, locale)
                .map_or_else(|_| text.to_owned(), |template| template.fill(&values))
        };
        Message {
            locale: locale.tag().to_owned(),
            subject: fill(&texts.subject).replace('\n', " "),
            body: fill(&texts.body),
        }
    }

    fn values(
        &self,
        locale: Locale,
        glance: &MemberGlance,
        why: &Why,
        gift: Option<&GrantView>,
        gives_nothing: bool,
    ) -> Values {
        let nameless = Catalog::get(locale).text("message-nameless");
        let name = glance.member.name.trim();
        let (first, full) = if name.is_empty() {
            (nameless.as_str(), nameless.as_str())
        } else {
            (first_name(name, locale), name)
        };
        let facts = Facts::of(why, glance, self.today);
        let grant = gift.or_else(|| {
            let id = facts.grant?;
            glance.grants.iter().find(|grant| grant.id == id)
        });
        let reward = grant
            .map(|grant| grant.reward_name.clone())
            .or(facts.reward)
            // Where a gift is left out (a birthday noted too late) none may be promised.
            .or_else(|| gives_nothing.then(|| glance.card.reward_name.clone()))
            .unwrap_or_default();
        let expires_on = grant.map_or(facts.expires_on, |grant| grant.expires_on);
        let left = i64::from(glance.card.stamps_required) - glance.card.balance;
        let date =
            |date: Option<NaiveDate>| date.map(|date| date_long(date, locale)).unwrap_or_default();
        Values::new()
            .text("first_name", first)
            .text("name", full)
            .text("shop", self.shop.name.as_str())
            .text("phone", self.shop.phone.as_str())
            .text("address", self.shop.address.as_str())
            .text("slogan", self.shop.slogan.as_str())
            .text("reward", reward)
            .text(
                "reward_code",
                grant.map(|grant| grant.code.clone()).unwrap_or_default(),
            )
            .text("expires_on", date(expires_on))
            .number("stamps", Some(glance.card.balance.max(0)))
            .number("stamps_left", Some(left.max(0)))
            .number("years", facts.years)
            .number("days", facts.days)
            .number("usual_days", facts.usual_days)
            .number("visits", Some(glance.stats.visits.into()))
            .text("date", date(facts.date))
    }

    /// Why a moment would arise for a member, for trying a message out: with the
    /// member's own figures where there are any.
    #[must_use]
    pub fn sample_why(&self, trigger: &Trigger, glance: &MemberGlance) -> Why {
        let today = self.today;
        let first_visit = glance
            .stats
            .first_visit_on
            .unwrap_or(glance.member.joined_on);
        let years = |since: NaiveDate| {
            u32::try_from(today.year() - since.year())
                .unwrap_or(0)
                .max(1)
        };
        let drifting = || Why::Drifting {
            last_visit_on: glance
                .stats
                .last_visit_on
                .unwrap_or(glance.member.joined_on),
            usual_gap_days: glance.stats.usual_gap_days,
            spend_minor: glance.stats.spend_minor,
            visits: glance.stats.visits,
        };
        let reward = || {
            let grant = glance.grants.first();
            (
                grant.map_or(GrantId(NO_ID), |grant| grant.id),
                grant.map_or_else(
                    || glance.card.reward_name.clone(),
                    |grant| grant.reward_name.clone(),
                ),
                grant.and_then(|grant| grant.expires_on),
            )
        };
        match trigger {
            Trigger::Enrolled => Why::Enrolled {
                joined_on: glance.member.joined_on,
            },
            Trigger::FirstVisit => Why::FirstVisit { on: first_visit },
            Trigger::NthVisit { n } => Why::NthVisit { n: *n, on: today },
            Trigger::AnniversaryFirstVisit => Why::Anniversary {
                on: today,
                years: years(first_visit),
            },
            Trigger::AnniversaryJoined => Why::Anniversary {
                on: today,
                years: years(glance.member.joined_on),
            },
            Trigger::Birthday => Why::Birthday {
                on: today,
                turns: None,
                too_new_for_gift: false,
            },
            Trigger::NotSeen { .. } | Trigger::Rhythm { .. } => drifting(),
            Trigger::CardNearlyFull { stamps_left } => Why::CardNearlyFull {
                stamps_left: *stamps_left,
                cards_filled: 0,
            },
            Trigger::RewardUnlocked => {
                let (grant_id, reward_name, expires_on) = reward();
                Why::RewardUnlocked {
                    grant_id,
                    reward_name,
                    expires_on,
                }
            }
            Trigger::RewardExpiring { days_before } => {
                let (grant_id, reward_name, expires_on) = reward();
                let soon = today.checked_add_days(Days::new((*days_before).into()));
                Why::RewardExpiring {
                    grant_id,
                    reward_name,
                    expires_on: expires_on.or(soon).unwrap_or(today),
                }
            }
            Trigger::Date { month, day, year } => Why::Date {
                on: NaiveDate::from_ymd_opt(year.unwrap_or(today.year()), *month, *day)
                    .unwrap_or(today),
            },
            Trigger::MemberDate { label } => Why::MemberDate {
                member_date_id: MemberDateId(NO_ID),
                label: label.clone(),
                on: today,
            },
            Trigger::MissedAppointment => Why::MissedAppointment {
                appointment_id: AppointmentId(NO_ID),
                on: today,
                cancelled: false,
            },
        }
    }
}

/// An id that names nothing, for messages that are only tried out.
const NO_ID: uuid::Uuid = uuid::Uuid::nil();

/// What a reason says, by field.
#[derive(Default)]
struct Facts {
    years: Option<i64>,
    days: Option<i64>,
    usual_days: Option<i64>,
    date: Option<NaiveDate>,
    reward: Option<String>,
    grant: Option<GrantId>,
    expires_on: Option<NaiveDate>,
}

impl Facts {
    fn of(why: &Why, glance: &MemberGlance, today: NaiveDate) -> Self {
        let since = |on: NaiveDate| Some((today - on).num_days().abs());
        let on = |date: NaiveDate| Self {
            date: Some(date),
            days: since(date),
            ..Self::default()
        };
        let usual_days = glance.stats.usual_gap_days.map(i64::from);
        match why {
            Why::Enrolled { joined_on } => on(*joined_on),
            Why::FirstVisit { on: date }
            | Why::NthVisit { on: date, .. }
            | Why::Date { on: date }
            | Why::MemberDate { on: date, .. }
            | Why::MissedAppointment { on: date, .. } => on(*date),
            Why::Anniversary { on: date, years } => Self {
                years: Some((*years).into()),
                ..on(*date)
            },
            Why::Birthday {
                on: date, turns, ..
            } => Self {
                years: turns.map(i64::from),
                ..on(*date)
            },
            Why::Drifting {
                last_visit_on,
                usual_gap_days,
                ..
            } => Self {
                usual_days: usual_gap_days.map(i64::from).or(usual_days),
                ..on(*last_visit_on)
            },
            Why::CardNearlyFull { .. } => Self::default(),
            Why::RewardUnlocked {
                grant_id,
                reward_name,
                expires_on,
            } => Self {
                reward: Some(reward_name.clone()),
                grant: Some(*grant_id),
                expires_on: *expires_on,
                ..Self::default()
            },
            Why::RewardExpiring {
                grant_id,
                reward_name,
                expires_on,
            } => Self {
                reward: Some(reward_name.clone()),
                grant: Some(*grant_id),
                expires_on: Some(*expires_on),
                days: since(*expires_on),
                ..Self::default()
            },
        }
    }
}

/// Checks the texts of a moment before it is saved.
///
/// # Errors
/// `template_field` for a field that does not exist, `template_syntax` for braces
/// that make no sense; each about `templates.<language>.<subject or body>`.
pub fn check_templates(rules: &MomentRules, locale: Locale) -> Result<(), ApiError> {
    for (tag, texts) in &rules.templates {
        let Ok(language) = tag.parse() else {
            // The core refuses it by its own code.
            continue;
        };
        for (part, text) in [("subject", &texts.subject), ("body", &texts.body)] {
            Template::parse(text, language).map(drop).map_err(|error| {
                from_template(&error, &format!("templates.{tag}.{part}"), locale)
            })?;
        }
    }
    Ok(())
}

fn from_template(error: &TemplateError, field: &str, locale: Locale) -> ApiError {
    let fields = FIELDS.join(", ");
    let catalog = Catalog::get(locale);
    let (error, details) = match error {
        TemplateError::UnknownField { name } => (
            ApiError {
                code: "template_field".to_owned(),
                message: catalog.text_with(
                    "error-template-field",
                    &Args::new()
                        .with("value", name.as_str())
                        .with("fields", fields),
                ),
                field: None,
                details: serde_json::Value::Null,
            },
            serde_json::json!({ "value": name, "fields": FIELDS }),
        ),
        TemplateError::Syntax { line } => (
            ApiError {
                code: "template_syntax".to_owned(),
                message: catalog.text_with(
                    "error-template-syntax",
                    &Args::new().with("line", *line).with("fields", fields),
                ),
                field: None,
                details: serde_json::Value::Null,
            },
            serde_json::json!({ "line": line, "fields": FIELDS }),
        ),
    };
    ApiError {
        field: Some(field.to_owned()),
        details,
        ..error
    }
}
