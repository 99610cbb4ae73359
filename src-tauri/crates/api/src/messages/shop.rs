//! The shop: what it is, how it stands, making it.

use std::path::PathBuf;

use chrono::NaiveDate;
use regulars_core::{
    id::RequestId,
    program::StampRules,
    shop::{ShopDraft, ShopKind, ShopPatch, ShopView},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// What the app is and how it stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AppState {
    /// Version of Regulars.
    pub version: String,
    /// Version of SQLite.
    pub sqlite_version: String,
    /// `desktop` or `browser`.
    pub host: String,
    /// Where the data are.
    pub data_dir: PathBuf,
    /// Where PDFs and CSVs are written.
    pub documents_dir: PathBuf,
    /// The shop; absent before the welcome wizard is done.
    pub shop: Option<ShopView>,
    /// Number of this till.
    pub till_number: u32,
    /// Today's business date.
    pub today: NaiveDate,
    /// Now, UTC milliseconds.
    pub now_ms: i64,
    /// Set when the PC's clock stands before the last recorded change: that change's time.
    pub clock_behind_ms: Option<i64>,
    /// Whether files can be sent straight to a printer (`lp` exists).
    pub can_print: bool,
    /// How many members are served.
    pub members: u32,
    /// Language wished for at start (`--locale`), before a shop exists.
    pub preferred_locale: Option<String>,
}

/// What the welcome wizard and the settings offer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Options {
    /// Currencies, the usual ones first.
    pub currencies: Vec<CurrencyOption>,
    /// IANA time zones, sorted by name.
    pub time_zones: Vec<String>,
    /// ISO 3166 regions with a phone plan.
    pub phone_regions: Vec<String>,
    /// The time zone this PC is set to, if it can be told.
    pub local_time_zone: Option<String>,
}

/// A currency to choose.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CurrencyOption {
    /// ISO 4217 code.
    pub code: String,
    /// Symbol, e.g. `€`.
    pub symbol: String,
    /// English name.
    pub name: String,
}

/// Asks for the ready-made stamp cards.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PresetsRequest {
    /// Language of names and rewards.
    pub locale: String,
    /// Currency for amounts in rules.
    pub currency: String,
}

/// A ready-made stamp card.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Preset {
    /// Stable key, e.g. `coffee10`.
    pub key: String,
    /// For which kind of shop.
    pub kind: ShopKind,
    /// Its rules, in the language asked for.
    pub rules: StampRules,
}

/// Creates the shop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ShopCreate {
    /// Retry key.
    pub request_id: RequestId,
    /// The shop.
    pub shop: ShopDraft,
    /// The stamp card.
    pub rules: StampRules,
}

/// Fills an empty data folder with a demo shop (a job).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct DemoRequest {
    /// `en`, `ru` or `hu`.
    pub locale: String,
    /// Café or salon.
    pub kind: ShopKind,
    /// How many members; 400 if absent.
    #[serde(default)]
    pub members: Option<u32>,
    /// About how many visits; 26 per member if absent.
    #[serde(default)]
    pub visits: Option<u32>,
    /// Same seed, same shop.
    #[serde(default)]
    pub seed: Option<u64>,
}

/// Changes the shop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ShopUpdate {
    /// Retry key.
    pub request_id: RequestId,
    /// What changes.
    pub patch: ShopPatch,
}

/// Sets or removes the logo.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogoSet {
    /// Retry key.
    pub request_id: RequestId,
    /// PNG or JPEG, at most 2 MB, in base64; absent removes the logo.
    pub image_base64: Option<String>,
}
