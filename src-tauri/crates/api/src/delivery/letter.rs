//! A message as it goes out: the moment's words, and around them what its channel needs.

use chrono::DateTime;
use regulars_core::{
    Result, Store,
    card::CardStatus,
    member::{GrantView, MemberGlance},
    outbox::{Content, DeliveryChannel, Due},
    shop::ShopView,
};
use regulars_deliver::{
    CardImage, Email, EmailAccount, Unsubscribe, card_png,
    html::{ECard, Letter, letter},
};
use regulars_i18n::{Args, Catalog, Locale, date_long};

use crate::{messages::Message, wording::Wording};

/// What the picture of the card is called inside a letter.
const CARD_PICTURE: &str = "card@regulars";

/// So much of a name, percent-encoded in any script, leaves a letter's lines short
/// enough for every server.
const MAX_NAME_CHARS: usize = 40;

/// A touch in the words its member gets.
pub(super) struct Words {
    pub(super) shop: ShopView,
    pub(super) glance: MemberGlance,
    pub(super) message: Message,
}

impl Words {
    /// Words a message that is due.
    pub(super) fn of(store: &Store, due: &Due, now_ms: i64) -> Result<Self> {
        let shop = store.shop()?;
        let today = store.settings()?.calendar.business_date(now_ms)?;
        let glance = store.glance(due.member, now_ms)?;
        let moment = store.moment(due.touch.moment_id)?;
        let touch = &due.touch;
        let message = Wording::new(shop.clone(), today).message_of(
            Some(&moment.rules),
            &glance,
            &touch.why,
            touch.gift.as_ref(),
        );
        Ok(Self {
            shop,
            glance,
            message,
        })
    }

    /// Whether there is nothing to say: a subject alone is no message.
    pub(super) fn are_empty(&self) -> bool {
        self.message.body.trim().is_empty()
    }

    fn locale(&self) -> Locale {
        self.message.locale.parse().unwrap_or_default()
    }

    fn say(&self, key: &str, args: &Args<'_>) -> String {
        Catalog::get(self.locale()).text_with(key, args)
    }

    /// As it is claimed and kept: what is read by who reads plain text.
    pub(super) fn content(&self, due: &Due, account: Option<&EmailAccount>) -> Content {
        let body = self.message.body.trim();
        let subject = self.message.subject.trim();
        let (subject, body) = match (due.channel, account) {
            (DeliveryChannel::Email, Some(account)) => {
                let parts = [
                    body.to_owned(),
                    due.touch
                        .gift
                        .as_ref()
                        .map(|gift| self.gift(gift))
                        .unwrap_or_default(),
                    format!("--\n{}", self.ending(account)),
                ];
                let subject = if subject.is_empty() {
                    self.shop.name.as_str()
                } else {
                    subject
                };
                let parts: Vec<_> = parts.into_iter().filter(|part| !part.is_empty()).collect();
                (subject.to_owned(), parts.join("\n\n"))
            }
            _ => (String::new(), body.to_owned()),
        };
        Content {
            recipient: due.recipient.clone(),
            name: self.glance.member.name.clone(),
            subject,
            body,
        }
    }

    /// "A gift for you: slice of cake · Code: ABC-DEF · Last day: 5 December 2026".
    fn gift(&self, gift: &GrantView) -> String {
        let none = Args::new();
        let mut parts = vec![
            format!("{}: {}", self.say("greeting-gift", &none), gift.reward_name),
            format!("{}: {}", self.say("greeting-gift-code", &none), gift.code),
        ];
        if let Some(last) = gift.expires_on {
            let date = date_long(last, self.locale());
            parts.push(self.say(
                "greeting-gift-last-day",
                &Args::new().with("date", date.as_str()),
            ));
        }
        parts.join(" · ")
    }

    /// The card a member can show.
    fn card_number(&self) -> Option<&str> {
        self.glance
            .cards
            .iter()
            .find(|card| card.status == CardStatus::Active)
            .map(|card| card.number.as_str())
    }

    /// Whom and what a member writes who wants no more letters; by the subject the
    /// shop finds them.
    fn unsubscribe(&self, account: &EmailAccount) -> Unsubscribe {
        let name: String = self
            .glance
            .member
            .name
            .chars()
            .take(MAX_NAME_CHARS)
            .collect();
        let member = self.card_number().unwrap_or(&name);
        Unsubscribe {
            address: account
                .reply_to
                .clone()
                .unwrap_or_else(|| account.from_address.clone()),
            subject: self.say(
                "sending-unsubscribe-subject",
                &Args::new().with("member", member),
            ),
        }
    }

    fn ending(&self, account: &EmailAccount) -> String {
        let way = self.unsubscribe(account);
        let args = Args::new()
            .with("shop", self.shop.name.as_str())
            .with("address", way.address.as_str())
            .with("subject", way.subject.as_str());
        self.say("sending-unsubscribe", &args)
    }

    /// The letter for a message that was claimed with this content.
    pub(super) fn email(
        &self,
        due: &Due,
        account: &EmailAccount,
        content: &Content,
        now_ms: i64,
    ) -> Email {
        let number = self.card_number().unwrap_or_default();
        let png = Some(number)
            .filter(|number| !number.is_empty())
            .and_then(card_png);
        let caption = self.say("sending-card-caption", &Args::new());
        let gift = due.touch.gift.as_ref().map(|gift| self.gift(gift));
        let html = letter(&Letter {
            shop: &self.shop.name,
            brand_color: &self.shop.brand_color,
            body: self.message.body.trim(),
            gift: gift.as_deref().unwrap_or_default(),
            card: png.is_some().then_some(ECard {
                member: &self.glance.member.name,
                number,
                caption: &caption,
                content_id: CARD_PICTURE,
            }),
            unsubscribe: &self.ending(account),
            lang: self.locale().tag(),
        });
        Email {
            id: due.id.0,
            to_name: content.name.clone(),
            to_address: content.recipient.clone(),
            subject: content.subject.clone(),
            text: content.body.clone(),
            html,
            unsubscribe: Some(self.unsubscribe(account)),
            card: png.map(|png| CardImage {
                content_id: CARD_PICTURE.to_owned(),
                png,
            }),
            date: DateTime::from_timestamp_millis(now_ms).unwrap_or_default(),
        }
    }
}
