//! What to say to a member: a moment's template, filled in.

use chrono::NaiveDate;
use regulars_core::{
    id::GrantId,
    member::{GrantView, MemberGlance},
    moment::{MomentRules, Template as Texts, Why},
};
use regulars_i18n::{Args, Catalog, Locale, Template, Values, date_long, first_name};

use super::Wording;
use crate::messages::Message;

impl Wording {
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
        let wished = wanted
            .or(own)
            .into_iter()
            .chain([self.locale])
            .chain(Locale::ALL);
        let said: Vec<_> = wished
            .filter_map(|locale| {
                let texts = rules.templates.get(locale.tag())?;
                (!is_blank(texts)).then_some((locale, texts))
            })
            .collect();
        // A subject alone says less than a text in another language.
        let full = said.iter().find(|(_, texts)| !texts.body.trim().is_empty());
        let Some(&(locale, texts)) = full.or(said.first()) else {
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

    /// Says where a message is not in the language that was asked for, because nothing
    /// is written in that.
    pub(crate) fn fallback(&self, wanted: Option<Locale>, message: &Message) -> Option<String> {
        let is_said = !(message.subject.is_empty() && message.body.is_empty());
        let wanted = wanted.filter(|wanted| is_said && wanted.tag() != message.locale)?;
        let key = if message.locale == self.locale.tag() {
            "message-fallback-shop"
        } else {
            "message-fallback-other"
        };
        let language = |tag: &str| match tag {
            "ru" => "message-language-ru",
            "hu" => "message-language-hu",
            _ => "message-language-en",
        };
        let catalog = Catalog::get(self.locale);
        let (wanted, given) = (
            catalog.text(language(wanted.tag())),
            catalog.text(language(&message.locale)),
        );
        let args = Args::new().with("wanted", wanted).with("given", given);
        Some(catalog.text_with(key, &args))
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
}

/// Whether nothing is written in a language.
pub(super) fn is_blank(texts: &Texts) -> bool {
    texts.subject.trim().is_empty() && texts.body.trim().is_empty()
}

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
