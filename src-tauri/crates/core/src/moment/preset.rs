//! Ready-made moments. Their names, texts and gifts are texts of the catalogue, so
//! the caller passes them in.

use std::collections::BTreeMap;

use iso_currency::Currency;

use super::types::{Audience, GiftRule, MomentDraft, MomentRules, Template, TouchChannel, Trigger};
use crate::{program, shop::ShopKind};

/// A ready-made moment without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MomentPreset {
    /// Stable key, and the code of the moment made from it.
    pub key: &'static str,
    /// The rules; templates are missing, and the gift's name and the label of a
    /// member's date are empty.
    pub rules: MomentRules,
}

/// The texts of a preset in the shop's words.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct PresetTexts {
    /// The moment's name.
    pub name: String,
    /// The gift's name; needed where the rules have a gift.
    pub gift: String,
    /// The label of the member's date; needed where the trigger asks for one.
    pub label: String,
    /// Templates by language.
    pub templates: BTreeMap<String, Template>,
}

impl MomentPreset {
    /// The moment with its texts.
    #[must_use]
    pub fn with_texts(&self, texts: PresetTexts) -> MomentDraft {
        let mut rules = self.rules.clone();
        rules.templates = texts.templates;
        if let Some(gift) = &mut rules.gift {
            gift.name = texts.gift;
        }
        if let Trigger::MemberDate { label } = &mut rules.trigger {
            *label = texts.label;
        }
        MomentDraft {
            code: self.key.to_owned(),
            name: texts.name,
            rules,
        }
    }
}

/// The moments for a kind of shop, the most important first. Amounts fit the
/// currency.
#[must_use]
pub fn moment_presets(kind: ShopKind, currency: Currency) -> Vec<MomentPreset> {
    use TouchChannel::{Call, Counter, Email, Post, Sms};
    let written = vec![Email, Sms, Counter];
    let win_back = vec![Email, Sms, Call, Post];
    let preset = |key, trigger, offset_days, channels: &[TouchChannel], late_days| MomentPreset {
        key,
        rules: plain(trigger, offset_days, channels, late_days),
    };
    let small_bill = program::small_bill_minor(currency);
    let gift = |valid_days| {
        Some(GiftRule {
            name: String::new(),
            cost_minor: 0,
            valid_days,
        })
    };
    let worth = |bills: i64| Audience {
        min_spend_minor: Some(small_bill.saturating_mul(bills)),
        ..Audience::default()
    };
    let salon = kind == ShopKind::Salon;

    let mut birthday = preset("birthday", Trigger::Birthday, -1, &written, 5);
    birthday.rules.gift = gift(if salon { 30 } else { 14 });
    let mut anniversary = preset(
        "anniversary",
        Trigger::AnniversaryFirstVisit,
        0,
        &written,
        7,
    );
    anniversary.rules.gift = gift(if salon { 30 } else { 14 });
    let mut drifting = preset(
        "drifting",
        Trigger::Rhythm {
            factor_percent: 200,
            min_visits: 5,
            min_days: if salon { 45 } else { 14 },
        },
        0,
        &win_back,
        7,
    );
    drifting.rules.audience = worth(if salon { 20 } else { 10 });
    drifting.rules.holdout_percent = 10;
    drifting.rules.days_between = Some(90);
    let not_seen_days = if salon { 120 } else { 60 };
    let mut not_seen = preset(
        "not_seen",
        Trigger::NotSeen {
            days: not_seen_days,
        },
        0,
        &win_back,
        14,
    );
    not_seen.rules.audience = worth(if salon { 10 } else { 5 });
    not_seen.rules.gift = gift(21);
    not_seen.rules.holdout_percent = 10;

    let mut presets = vec![birthday, anniversary];
    if salon {
        presets.push(preset(
            "recall",
            Trigger::MemberDate {
                label: String::new(),
            },
            42,
            &[Sms, Email, Call],
            14,
        ));
        presets.push(preset(
            "missed_appointment",
            Trigger::MissedAppointment,
            1,
            &[Call, Sms, Email],
            7,
        ));
    }
    presets.extend([
        preset("welcome_day_0", Trigger::Enrolled, 0, &[Email, Sms], 2),
        preset("welcome_day_3", Trigger::Enrolled, 3, &written, 4),
        preset("welcome_day_14", Trigger::Enrolled, 14, &written, 7),
        preset(
            "reward_expiring",
            Trigger::RewardExpiring { days_before: 7 },
            0,
            &written,
            6,
        ),
        preset(
            "card_nearly_full",
            Trigger::CardNearlyFull { stamps_left: 1 },
            3,
            &written,
            7,
        ),
        drifting,
        not_seen,
    ]);
    presets
}

fn plain(
    trigger: Trigger,
    offset_days: i32,
    channels: &[TouchChannel],
    late_days: u32,
) -> MomentRules {
    MomentRules {
        trigger,
        audience: Audience::default(),
        offset_days,
        channels: channels.to_vec(),
        templates: BTreeMap::new(),
        gift: None,
        active_from: None,
        active_until: None,
        late_days,
        per_day: None,
        days_between: None,
        holdout_percent: 0,
    }
}
