//! What a shop is.

use serde::{Deserialize, Serialize};

/// What kind of business the shop is: decides presets, words and icons.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum ShopKind {
    /// Cafés, bakeries, bars.
    Cafe,
    /// Hair, nails, beauty.
    Salon,
}

/// What happens when a refund takes back stamps that are already spent.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum NegativePolicy {
    /// The balance goes below zero and the next earnings repay it.
    #[default]
    Allow,
    /// The balance stops at zero; what could not be taken back is written off,
    /// visibly, as an adjust entry.
    Clamp,
}

/// What is needed to create a shop.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShopDraft {
    /// The shop's name as guests know it; 1 to 80 characters.
    pub name: String,
    /// Café or salon.
    pub kind: ShopKind,
    /// `en`, `ru` or `hu`.
    pub locale: String,
    /// ISO 4217 code, e.g. `EUR`.
    pub currency: String,
    /// IANA name, e.g. `Europe/Budapest`.
    pub time_zone: String,
    /// ISO 3166 region for phones without a country code; by default it is
    /// derived from the time zone.
    #[serde(default)]
    pub phone_region: Option<String>,
}

/// Changes to a shop; `None` leaves a field as it is.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
#[serde(default)]
pub struct ShopPatch {
    /// See [`ShopDraft::name`].
    pub name: Option<String>,
    /// Café or salon.
    pub kind: Option<ShopKind>,
    /// Street address, printed on cards and reports; may be empty.
    pub address: Option<String>,
    /// The shop's own phone, printed as written; may be empty.
    pub phone: Option<String>,
    /// One line under the name on cards; may be empty.
    pub slogan: Option<String>,
    /// `#rrggbb`.
    pub brand_color: Option<String>,
    /// `en`, `ru` or `hu`.
    pub locale: Option<String>,
    /// Refused with `currency_fixed` once a visit is recorded.
    pub currency: Option<String>,
    /// IANA name. Recorded visits keep their business date.
    pub time_zone: Option<String>,
    /// Minutes after midnight at which a business day begins, 0 to 720.
    pub day_start_minute: Option<u16>,
    /// ISO 3166 region for phones without a country code.
    pub phone_region: Option<String>,
    /// What a refund does when the stamps are already spent.
    pub negative_policy: Option<NegativePolicy>,
}

/// The shop as screens and documents need it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct ShopView {
    /// The shop's name.
    pub name: String,
    /// Café or salon.
    pub kind: ShopKind,
    /// Street address; may be empty.
    pub address: String,
    /// The shop's own phone; may be empty.
    pub phone: String,
    /// One line under the name on cards; may be empty.
    pub slogan: String,
    /// `#rrggbb`.
    pub brand_color: String,
    /// PNG or JPEG as a `data:` URL, if the shop has a logo.
    pub logo_data_url: Option<String>,
    /// `en`, `ru` or `hu`.
    pub locale: String,
    /// ISO 4217 code.
    pub currency: String,
    /// How many minor digits the currency has (2 for EUR, 0 for JPY).
    pub currency_digits: u8,
    /// Whether the currency can no longer be changed (a visit exists).
    pub currency_fixed: bool,
    /// IANA name.
    pub time_zone: String,
    /// Minutes after midnight at which a business day begins.
    pub day_start_minute: u16,
    /// ISO 3166 region for phones without a country code.
    pub phone_region: String,
    /// What a refund does when the stamps are already spent.
    pub negative_policy: NegativePolicy,
    /// Whether the shop is a demo (made-up members).
    pub is_demo: bool,
}
