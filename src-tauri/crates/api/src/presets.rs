//! Ready-made stamp cards in a language.

use regulars_core::{
    demo,
    moment::{self, MomentDraft, PresetTexts},
    program::{self, StampRules},
    shop::{ShopDraft, ShopKind},
};
use regulars_i18n::{Catalog, Locale};

use crate::messages::Preset;

/// All presets with their texts.
///
/// # Errors
/// `bad_currency`.
pub fn presets(locale: Locale, currency: &str) -> regulars_core::Result<Vec<Preset>> {
    let currency = regulars_core::shop::parse_currency(currency)?;
    let catalog = Catalog::get(locale);
    Ok(program::presets(currency)
        .into_iter()
        .map(|preset| Preset {
            key: preset.key.to_owned(),
            kind: preset.kind,
            rules: StampRules {
                name: catalog.text(&format!("preset-{}-card", preset.key)),
                reward_name: catalog.text(&format!("preset-{}-reward", preset.key)),
                ..preset.rules
            },
        })
        .collect())
}

/// The ready-made moments for a kind of shop: names in its language, messages in all.
///
/// # Errors
/// `bad_currency`.
pub fn moments(
    locale: Locale,
    kind: ShopKind,
    currency: &str,
) -> regulars_core::Result<Vec<MomentDraft>> {
    let currency = regulars_core::shop::parse_currency(currency)?;
    let catalog = Catalog::get(locale);
    let kind_key = match kind {
        ShopKind::Cafe => "cafe",
        ShopKind::Salon => "salon",
    };
    Ok(moment::moment_presets(kind, currency)
        .into_iter()
        .map(|preset| {
            let key = preset.key.replace('_', "-");
            let own = |part: &str| catalog.text(&format!("moment-{key}-{part}"));
            let gift = |_| catalog.text(&format!("moment-{key}-gift-{kind_key}"));
            let is_date = matches!(preset.rules.trigger, moment::Trigger::MemberDate { .. });
            let template = |locale: Locale| {
                let written =
                    |part: &str| Catalog::get(locale).template(&format!("moment-{key}-{part}"));
                let texts = moment::Template {
                    subject: written("subject"),
                    body: written(&format!("body-{kind_key}")),
                };
                (locale.tag().to_owned(), texts)
            };
            preset.with_texts(PresetTexts {
                name: own("name"),
                gift: preset.rules.gift.as_ref().map(gift).unwrap_or_default(),
                label: if is_date { own("label") } else { String::new() },
                templates: Locale::ALL.into_iter().map(template).collect(),
            })
        })
        .collect())
}

/// A demo shop in a language: its money and place fit the language.
///
/// # Errors
/// None in practice: the currencies named here exist.
pub fn demo_plan(
    locale: Locale,
    kind: ShopKind,
    members: Option<u32>,
    visits: Option<u32>,
    seed: Option<u64>,
) -> regulars_core::Result<demo::Plan> {
    let catalog = Catalog::get(locale);
    let (currency, time_zone) = match locale {
        Locale::En => ("EUR", "Europe/Dublin"),
        Locale::Ru => ("RUB", "Europe/Moscow"),
        Locale::Hu => ("HUF", "Europe/Budapest"),
    };
    let rules = presets(locale, currency)?
        .into_iter()
        .find(|preset| preset.kind == kind)
        .map(|preset| preset.rules)
        .ok_or(regulars_core::Code::BadCurrency)?;
    let key = match kind {
        ShopKind::Cafe => "cafe",
        ShopKind::Salon => "salon",
    };
    let members = members.unwrap_or(DEMO_MEMBERS);
    Ok(demo::Plan {
        shop: ShopDraft {
            name: catalog.text(&format!("demo-{key}-name")),
            kind,
            locale: locale.tag().to_owned(),
            currency: currency.to_owned(),
            time_zone: time_zone.to_owned(),
            phone_region: None,
        },
        address: catalog.text(&format!("demo-{key}-address")),
        phone: catalog.text(&format!("demo-{key}-phone")),
        orders: lines(&catalog.text(&format!("demo-{key}-orders"))),
        notes: lines(&catalog.text("demo-notes")),
        rules,
        moments: moments(locale, kind, currency)?,
        members,
        visits: visits.unwrap_or_else(|| members.saturating_mul(DEMO_VISITS_PER_MEMBER)),
        seed: seed.unwrap_or(DEMO_SEED),
    })
}

/// Members of a demo, unless told otherwise.
const DEMO_MEMBERS: u32 = 400;
/// Visits per member of a demo, unless told otherwise.
const DEMO_VISITS_PER_MEMBER: u32 = 22;
/// The demo is the same every time, unless told otherwise.
const DEMO_SEED: u64 = 2026;

fn lines(text: &str) -> Vec<String> {
    text.split(';')
        .map(|line| line.trim().to_owned())
        .filter(|line| !line.is_empty())
        .collect()
}
