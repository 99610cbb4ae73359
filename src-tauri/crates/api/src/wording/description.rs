//! What a moment does, for whom and how, in plain words.

use chrono::NaiveDate;
use regulars_core::{
    member::Channel,
    moment::{Audience, MomentRules, TouchChannel, Trigger},
};
use regulars_i18n::{Args, date_long, date_short};

use super::Wording;

impl Wording {
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
            ..0 if rules.trigger == Trigger::Birthday => {
                self.counted("does-birthday-before", -days)
            }
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
}
