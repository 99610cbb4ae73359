//! Ready-made stamp cards. Their names and rewards are texts of the catalogue,
//! so the caller passes them in.

use iso_currency::Currency;

use super::{EarnRule, Lifetime, LifetimeUnit, StampIcon, StampRules};
use crate::{amount, shop::ShopKind};

/// A ready-made stamp card without its texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Preset {
    /// Stable key; the catalogue has `preset-<key>` with `.card` and `.reward`.
    pub key: &'static str,
    /// For which kind of shop.
    pub kind: ShopKind,
    /// The rules; `name` and `reward_name` are empty.
    pub rules: StampRules,
}

/// The presets of both kinds of shop, the usual one of each kind first.
/// Amounts fit the currency: about the price of a small bill.
#[must_use]
pub fn presets(currency: Currency) -> Vec<Preset> {
    let year = Some(Lifetime {
        count: 1,
        unit: LifetimeUnit::Years,
    });
    let three_months = Some(Lifetime {
        count: 3,
        unit: LifetimeUnit::Months,
    });
    let base = StampRules {
        name: String::new(),
        stamps_required: 10,
        reward_name: String::new(),
        reward_cost_minor: 0,
        starter_stamps: 0,
        earn: EarnRule::PerItem { min_spend_minor: 0 },
        daily_cap: None,
        stamp_lifetime: year,
        reward_lifetime: three_months,
        earn_on_reward_part: false,
        icon: StampIcon::Cup,
    };
    let preset = |key, kind, rules| Preset { key, kind, rules };
    vec![
        preset("coffee10", ShopKind::Cafe, base.clone()),
        preset(
            "coffee8",
            ShopKind::Cafe,
            StampRules {
                stamps_required: 8,
                starter_stamps: 1,
                ..base.clone()
            },
        ),
        preset(
            "breakfast6",
            ShopKind::Cafe,
            StampRules {
                stamps_required: 6,
                daily_cap: Some(2),
                icon: StampIcon::Croissant,
                ..base.clone()
            },
        ),
        preset(
            "spend10",
            ShopKind::Cafe,
            StampRules {
                earn: EarnRule::PerAmount {
                    amount_minor: small_bill_minor(currency),
                },
                icon: StampIcon::Star,
                ..base.clone()
            },
        ),
        preset(
            "haircut6",
            ShopKind::Salon,
            StampRules {
                stamps_required: 6,
                daily_cap: Some(1),
                icon: StampIcon::Scissors,
                stamp_lifetime: Some(Lifetime {
                    count: 2,
                    unit: LifetimeUnit::Years,
                }),
                ..base.clone()
            },
        ),
        preset(
            "care5",
            ShopKind::Salon,
            StampRules {
                stamps_required: 5,
                icon: StampIcon::Leaf,
                ..base.clone()
            },
        ),
        preset(
            "colour8",
            ShopKind::Salon,
            StampRules {
                stamps_required: 8,
                starter_stamps: 1,
                icon: StampIcon::Heart,
                ..base
            },
        ),
    ]
}

/// About the price of a small bill, a round number in minor units.
pub(crate) fn small_bill_minor(currency: Currency) -> i64 {
    let major: i64 = match currency.code() {
        "HUF" | "KZT" => 2_000,
        "RUB" | "RSD" | "JPY" | "INR" => 500,
        "CZK" | "UAH" | "THB" | "TRY" | "PHP" => 200,
        "SEK" | "NOK" | "DKK" | "PLN" | "RON" => 40,
        _ => 5,
    };
    major.saturating_mul(10_i64.saturating_pow(amount::decimals(currency)))
}
