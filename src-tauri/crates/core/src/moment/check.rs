//! Checking what is entered about a moment.

use super::types::{Audience, GiftRule, MomentDraft, MomentRules, Template, Trigger};
use crate::{
    amount::MAX_MINOR,
    error::{Code, Error, Result},
    shop, text, time,
};

const MAX_SUBJECT_CHARS: usize = 200;
const MAX_BODY_CHARS: usize = 5_000;
const MAX_TAGS: usize = 50;

impl MomentDraft {
    /// Checks a moment and cleans its texts.
    ///
    /// # Errors
    /// `text_empty`, `text_too_long`, `text_control`, `out_of_range`, `bad_locale`,
    /// `bad_date`, `bad_moment`, each about its field.
    pub fn checked(&self) -> Result<Self> {
        let code = shop::line(&self.code, "code", 1, 40)?;
        if !code
            .bytes()
            .all(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || byte == b'_')
        {
            return Err(Error::new(Code::BadMoment).field("code").arg("value", code));
        }
        Ok(Self {
            code,
            name: shop::line(&self.name, "name", 1, 80)?,
            rules: self.rules.checked()?,
        })
    }
}

impl MomentRules {
    fn checked(&self) -> Result<Self> {
        let mut rules = self.clone();
        rules.trigger = self.trigger.checked()?;
        rules.audience = self.audience.checked()?;
        let earliest = if self.trigger.is_known_ahead() {
            -60
        } else {
            0
        };
        in_range(i64::from(self.offset_days), earliest, 3_650, "offset_days")?;
        let mut channels = Vec::new();
        for channel in &self.channels {
            if !channels.contains(channel) {
                channels.push(*channel);
            }
        }
        if channels.is_empty() {
            return Err(Error::new(Code::BadMoment).field("channels"));
        }
        rules.channels = channels;
        for (locale, template) in &mut rules.templates {
            shop::parse_locale(locale)?;
            *template = template.checked()?;
        }
        rules.gift = self.gift.as_ref().map(GiftRule::checked).transpose()?;
        // A reminder of a reward that brings a reward would go on for ever.
        let about_rewards = matches!(
            self.trigger,
            Trigger::RewardUnlocked | Trigger::RewardExpiring { .. }
        );
        if about_rewards && rules.gift.is_some() {
            return Err(Error::new(Code::BadMoment).field("gift"));
        }
        if let Some((from, until)) = self.active_from.zip(self.active_until)
            && from > until
        {
            return Err(Error::new(Code::BadMoment).field("active_until"));
        }
        in_range(i64::from(self.late_days), 0, 365, "late_days")?;
        optional(self.per_day, 1, 100_000, "per_day")?;
        optional(self.days_between, 1, 3_650, "days_between")?;
        in_range(i64::from(self.holdout_percent), 0, 90, "holdout_percent")?;
        Ok(rules)
    }
}

impl Trigger {
    /// Whether its day is known long before, so that a touch may come earlier.
    fn is_known_ahead(&self) -> bool {
        matches!(
            self,
            Self::AnniversaryFirstVisit
                | Self::AnniversaryJoined
                | Self::Birthday
                | Self::Date { .. }
                | Self::MemberDate { .. }
        )
    }

    fn checked(&self) -> Result<Self> {
        match self {
            Self::NthVisit { n } => in_range(i64::from(*n), 2, 10_000, "n")?,
            Self::NotSeen { days } => in_range(i64::from(*days), 1, 3_650, "days")?,
            Self::Rhythm {
                factor_percent,
                min_visits,
                min_days,
            } => {
                in_range(i64::from(*factor_percent), 100, 1_000, "factor_percent")?;
                in_range(i64::from(*min_visits), 4, 10_000, "min_visits")?;
                in_range(i64::from(*min_days), 1, 3_650, "min_days")?;
            }
            Self::CardNearlyFull { stamps_left } => {
                in_range(i64::from(*stamps_left), 1, 29, "stamps_left")?;
            }
            Self::RewardExpiring { days_before } => {
                in_range(i64::from(*days_before), 0, 365, "days_before")?;
            }
            Self::Date { month, day, year } => {
                let known = time::yearly(year.unwrap_or(2000), *month, *day);
                if known.is_none() || year.is_some_and(|year| !(2000..=2200).contains(&year)) {
                    return Err(Error::new(Code::BadDate).field("date"));
                }
            }
            Self::MemberDate { label } => {
                return Ok(Self::MemberDate {
                    label: word(label, "label")?,
                });
            }
            _ => {}
        }
        Ok(self.clone())
    }
}

impl Audience {
    fn checked(&self) -> Result<Self> {
        let tags = |tags: &[String]| -> Result<Vec<String>> {
            if tags.len() > MAX_TAGS {
                return Err(Error::new(Code::OutOfRange)
                    .field("tags")
                    .arg("max", MAX_TAGS));
            }
            tags.iter().map(|tag| word(tag, "tags")).collect()
        };
        if let Some(spend) = self.min_spend_minor {
            in_range(spend, 0, MAX_MINOR, "min_spend_minor")?;
        }
        optional(self.min_visits, 0, 100_000, "min_visits")?;
        optional(self.max_visits, 0, 100_000, "max_visits")?;
        optional(self.seen_within_days, 0, 3_650, "seen_within_days")?;
        optional(self.not_seen_for_days, 1, 3_650, "not_seen_for_days")?;
        Ok(Self {
            tags: tags(&self.tags)?,
            without_tags: tags(&self.without_tags)?,
            ..self.clone()
        })
    }
}

impl GiftRule {
    fn checked(&self) -> Result<Self> {
        in_range(self.cost_minor, 0, MAX_MINOR, "cost_minor")?;
        in_range(i64::from(self.valid_days), 1, 365, "valid_days")?;
        Ok(Self {
            name: shop::line(&self.name, "gift", 1, 80)?,
            ..self.clone()
        })
    }
}

impl Template {
    fn checked(&self) -> Result<Self> {
        let lines = self
            .body
            .trim()
            .lines()
            .map(|line| shop::line(line, "body", 0, MAX_BODY_CHARS))
            .collect::<Result<Vec<_>>>()?;
        let body = lines.join("\n");
        if body.chars().count() > MAX_BODY_CHARS {
            return Err(Error::new(Code::TextTooLong)
                .field("body")
                .arg("max", MAX_BODY_CHARS));
        }
        Ok(Self {
            subject: shop::line(&self.subject, "subject", 0, MAX_SUBJECT_CHARS)?,
            body,
        })
    }
}

/// A tag or label: one line of 1 to 40 characters with a letter or digit in it.
pub(crate) fn word(input: &str, field: &'static str) -> Result<String> {
    let word = shop::line(input, field, 1, 40)?;
    if text::fold(&word).is_empty() {
        return Err(Error::new(Code::TextEmpty).field(field));
    }
    Ok(word)
}

fn optional(value: Option<u32>, min: i64, max: i64, field: &'static str) -> Result<()> {
    value.map_or(Ok(()), |value| in_range(i64::from(value), min, max, field))
}

pub(super) fn in_range(value: i64, min: i64, max: i64, field: &'static str) -> Result<()> {
    if (min..=max).contains(&value) {
        Ok(())
    } else {
        Err(Error::new(Code::OutOfRange)
            .field(field)
            .arg("value", value)
            .arg("min", min)
            .arg("max", max))
    }
}
