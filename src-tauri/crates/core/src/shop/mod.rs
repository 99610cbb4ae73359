//! The shop: its name, its money, its calendar.

mod types;

use std::str::FromStr;

use chrono_tz::Tz;
use iso_currency::Currency;
use rusqlite::{Connection, OptionalExtension, params};

pub use types::{NegativePolicy, ShopDraft, ShopKind, ShopPatch, ShopView};

use crate::{
    amount::{self, NumberStyle},
    error::{Code, Error, Result},
    id::{OperatorId, TillId},
    phone::Region,
    program::{self, StampRules},
    storage::{Op, Store, Tx, WriteRequest},
    text,
    time::Calendar,
};

/// The largest logo taken, in bytes.
pub const MAX_LOGO_BYTES: usize = 2 * 1024 * 1024;

/// The languages there are texts for.
pub const LOCALES: [&str; 3] = ["en", "ru", "hu"];

/// What the domain needs to know of the shop while it works.
#[derive(Debug, Clone, Copy)]
pub struct Settings {
    /// Which business date an instant belongs to.
    pub calendar: Calendar,
    /// The shop's money.
    pub currency: Currency,
    /// How numbers are written here.
    pub number_style: NumberStyle,
    /// The region of phones without a country code.
    pub phone_region: Region,
    /// The two digits that card numbers begin with.
    pub card_prefix: [u8; 2],
    /// What a refund of spent stamps does.
    pub negative_policy: NegativePolicy,
}

impl Settings {
    /// Reads an amount as a person or a file writes it, in minor units.
    ///
    /// # Errors
    /// `bad_amount` with the exact reason, about `field`.
    pub fn parse_amount(&self, input: &str, field: &'static str) -> Result<i64> {
        amount::parse(input, self.currency, self.number_style).map_err(|error| {
            Error::new(Code::BadAmount)
                .reason(error.code())
                .field(field)
                .arg("value", input.trim())
        })
    }
}

impl Store {
    /// Whether there is a shop in this data folder.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn has_shop(&self) -> Result<bool> {
        self.read(
            |db| Ok(db.query_row("SELECT EXISTS (SELECT 1 FROM shop)", [], |row| row.get(0))?),
        )
    }

    /// The till this database belongs to: the same for as long as the file lives.
    ///
    /// # Errors
    /// `no_shop` before there is one.
    pub fn till_id(&self) -> Result<TillId> {
        self.read(|db| {
            db.query_row("SELECT id FROM till ORDER BY number LIMIT 1", [], |row| {
                row.get(0)
            })
            .optional()?
            .ok_or_else(|| Code::NoShop.into())
        })
    }

    /// The shop's working settings.
    ///
    /// # Errors
    /// `no_shop` before there is one.
    pub fn settings(&self) -> Result<Settings> {
        self.read(settings)
    }

    /// The shop.
    ///
    /// # Errors
    /// `no_shop` before there is one.
    pub fn shop(&self) -> Result<ShopView> {
        self.read(view)
    }

    /// The logo's bytes and media type, if there is one.
    ///
    /// # Errors
    /// `no_shop` before there is one.
    pub fn logo(&self) -> Result<Option<(Vec<u8>, String)>> {
        self.read(logo)
    }

    /// Creates the shop with its first till, its owner and its stamp card.
    ///
    /// # Errors
    /// `shop_exists`; a refusal that names the field that is wrong.
    pub fn create_shop(
        &self,
        request: WriteRequest,
        draft: &ShopDraft,
        rules: &StampRules,
        is_demo: bool,
    ) -> Result<ShopView> {
        self.write_as(
            request,
            Op("shop.create"),
            &(draft, rules, is_demo),
            |transaction, ids| {
                if transaction
                    .query_row("SELECT EXISTS (SELECT 1 FROM shop)", [], |row| row.get(0))?
                {
                    return Err(Code::ShopExists.into());
                }
                let now_ms = request.now_ms;
                insert(transaction, draft, now_ms, is_demo)?;
                transaction.execute(
                    "INSERT INTO till (id, number, created_at_ms) VALUES (?1, 1, ?2)",
                    params![TillId(ids.next(now_ms)), now_ms],
                )?;
                transaction.execute(
                    "INSERT INTO operator (id, role, created_at_ms) VALUES (?1, 'owner', ?2)",
                    params![OperatorId(ids.next(now_ms)), now_ms],
                )?;
                settings(transaction)
            },
            |tx| {
                program::create(tx, rules)?;
                view(tx.connection())
            },
        )
    }

    /// Changes the shop.
    ///
    /// # Errors
    /// `currency_fixed` once a visit is recorded; a refusal that names the field.
    pub fn update_shop(&self, request: WriteRequest, patch: &ShopPatch) -> Result<ShopView> {
        let updated = self.write(request, Op("shop.update"), patch, |tx| {
            update(tx, patch)?;
            view_without_logo(tx.connection())
        })?;
        self.with_logo(updated)
    }

    /// Sets the logo, or removes it.
    ///
    /// # Errors
    /// `bad_image` for anything but PNG and JPEG, `image_too_large` beyond
    /// [`MAX_LOGO_BYTES`].
    pub fn set_logo(&self, request: WriteRequest, image: Option<&[u8]>) -> Result<ShopView> {
        let media_type = image.map(media_type).transpose()?;
        let payload = image
            .zip(media_type)
            .map(|(bytes, kind)| data_url(bytes, kind));
        let updated = self.write(request, Op("shop.logo"), &payload, |tx| {
            tx.sql("UPDATE shop SET logo = ?1, logo_type = ?2")?
                .execute(params![image, media_type])?;
            view_without_logo(tx.connection())
        })?;
        self.with_logo(updated)
    }

    /// The change log keeps results without the logo, which may be megabytes.
    fn with_logo(&self, view: ShopView) -> Result<ShopView> {
        let logo_data_url = self.read(logo_data_url)?;
        Ok(ShopView {
            logo_data_url,
            ..view
        })
    }
}

/// The shop's working settings.
pub(crate) fn settings(db: &Connection) -> Result<Settings> {
    let row: Option<(String, u16, String, String, String, String, String)> = db
        .prepare_cached(
            "SELECT time_zone, day_start_minute, currency, locale, phone_region, card_prefix, negative_policy
             FROM shop",
        )?
        .query_row([], |row| {
            Ok((row.get(0)?, row.get(1)?, row.get(2)?, row.get(3)?, row.get(4)?, row.get(5)?, row.get(6)?))
        })
        .optional()?;
    let Some((zone, day_start_minute, currency, locale, region, prefix, policy)) = row else {
        return Err(Code::NoShop.into());
    };
    Ok(Settings {
        calendar: Calendar {
            zone: parse_zone(&zone)?,
            day_start_minute,
        },
        currency: parse_currency(&currency)?,
        number_style: NumberStyle::for_locale(&locale),
        phone_region: parse_region(&region)?,
        card_prefix: prefix.as_bytes().try_into().unwrap_or(*b"29"),
        negative_policy: if policy == "clamp" {
            NegativePolicy::Clamp
        } else {
            NegativePolicy::Allow
        },
    })
}

/// A draft whose every field is sound.
struct Sound {
    name: String,
    locale: &'static str,
    currency: Currency,
    zone: Tz,
    region: Region,
}

impl ShopDraft {
    /// Refuses what no shop can be made of: so an edge can ask before it makes a
    /// data folder.
    ///
    /// # Errors
    /// A refusal that names the field that is wrong.
    pub fn check(&self) -> Result<()> {
        self.sound().map(|_| ())
    }

    fn sound(&self) -> Result<Sound> {
        let name = line(&self.name, "name", 1, 80)?;
        let zone = parse_zone(&self.time_zone)?;
        let currency = parse_currency(&self.currency)?;
        let region = match &self.phone_region {
            Some(region) => parse_region(region)?,
            None => parse_region(region_of(zone, &self.locale))?,
        };
        let locale = parse_locale(&self.locale)?;
        Ok(Sound {
            name,
            locale,
            currency,
            zone,
            region,
        })
    }
}

fn insert(db: &Connection, draft: &ShopDraft, now_ms: i64, is_demo: bool) -> Result<()> {
    let sound = draft.sound()?;
    db.execute(
        "INSERT INTO shop (id, name, kind, locale, currency, time_zone, phone_region, is_demo, created_at_ms)
         VALUES (1, ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)",
        params![
            sound.name,
            kind_text(draft.kind),
            sound.locale,
            sound.currency.code(),
            sound.zone.name(),
            sound.region.code(),
            is_demo,
            now_ms
        ],
    )?;
    Ok(())
}

fn update(tx: &Tx<'_>, patch: &ShopPatch) -> Result<()> {
    let set_text = |column: &str, value: &str| -> Result<()> {
        tx.sql(&format!("UPDATE shop SET {column} = ?1"))?
            .execute([value])?;
        Ok(())
    };
    if let Some(name) = &patch.name {
        set_text("name", &line(name, "name", 1, 80)?)?;
    }
    if let Some(kind) = patch.kind {
        set_text("kind", kind_text(kind))?;
    }
    if let Some(address) = &patch.address {
        set_text("address", &line(address, "address", 0, 160)?)?;
    }
    if let Some(phone) = &patch.phone {
        set_text("phone", &line(phone, "phone", 0, 40)?)?;
    }
    if let Some(slogan) = &patch.slogan {
        set_text("slogan", &line(slogan, "slogan", 0, 80)?)?;
    }
    if let Some(color) = &patch.brand_color {
        set_text("brand_color", &parse_color(color)?)?;
    }
    if let Some(locale) = &patch.locale {
        set_text("locale", parse_locale(locale)?)?;
    }
    if let Some(code) = &patch.currency {
        let currency = parse_currency(code)?;
        if currency != tx.settings().currency && currency_fixed(tx.connection())? {
            return Err(Error::new(Code::CurrencyFixed).field("currency"));
        }
        set_text("currency", currency.code())?;
    }
    if let Some(zone) = &patch.time_zone {
        set_text("time_zone", parse_zone(zone)?.name())?;
    }
    if let Some(minute) = patch.day_start_minute {
        if minute > 720 {
            return Err(Error::new(Code::OutOfRange)
                .field("day_start_minute")
                .arg("value", minute));
        }
        tx.sql("UPDATE shop SET day_start_minute = ?1")?
            .execute([minute])?;
    }
    if let Some(region) = &patch.phone_region {
        set_text("phone_region", parse_region(region)?.code())?;
    }
    if let Some(policy) = patch.negative_policy {
        set_text(
            "negative_policy",
            match policy {
                NegativePolicy::Allow => "allow",
                NegativePolicy::Clamp => "clamp",
            },
        )?;
    }
    Ok(())
}

fn logo_data_url(db: &Connection) -> Result<Option<String>> {
    Ok(logo(db)?.map(|(bytes, media_type)| data_url(&bytes, &media_type)))
}

pub(crate) fn view(db: &Connection) -> Result<ShopView> {
    let logo_data_url = logo_data_url(db)?;
    Ok(ShopView {
        logo_data_url,
        ..view_without_logo(db)?
    })
}

fn view_without_logo(db: &Connection) -> Result<ShopView> {
    let settings = settings(db)?;
    let currency_fixed = currency_fixed(db)?;
    Ok(db.query_row(
        "SELECT name, kind, address, phone, slogan, brand_color, locale, time_zone, day_start_minute,
                phone_region, is_demo FROM shop",
        [],
        |row| {
            Ok(ShopView {
                name: row.get(0)?,
                kind: if row.get::<_, String>(1)? == "salon" { ShopKind::Salon } else { ShopKind::Cafe },
                address: row.get(2)?,
                phone: row.get(3)?,
                slogan: row.get(4)?,
                brand_color: row.get(5)?,
                logo_data_url: None,
                locale: row.get(6)?,
                currency: settings.currency.code().to_owned(),
                currency_digits: u8::try_from(amount::decimals(settings.currency)).unwrap_or(2),
                currency_fixed,
                time_zone: row.get(7)?,
                day_start_minute: row.get(8)?,
                phone_region: row.get(9)?,
                negative_policy: settings.negative_policy,
                is_demo: row.get(10)?,
            })
        },
    )?)
}

fn logo(db: &Connection) -> Result<Option<(Vec<u8>, String)>> {
    let row: (Option<Vec<u8>>, Option<String>) = db
        .query_row("SELECT logo, logo_type FROM shop", [], |row| {
            Ok((row.get(0)?, row.get(1)?))
        })
        .optional()?
        .ok_or(Code::NoShop)?;
    Ok(row.0.zip(row.1))
}

fn currency_fixed(db: &Connection) -> Result<bool> {
    Ok(db.query_row("SELECT EXISTS (SELECT 1 FROM visit)", [], |row| row.get(0))?)
}

fn media_type(image: &[u8]) -> Result<&'static str> {
    if image.len() > MAX_LOGO_BYTES {
        return Err(Error::new(Code::ImageTooLarge).field("logo"));
    }
    if image.starts_with(b"\x89PNG\r\n\x1a\n") {
        Ok("image/png")
    } else if image.starts_with(b"\xff\xd8\xff") {
        Ok("image/jpeg")
    } else {
        Err(Error::new(Code::BadImage).field("logo"))
    }
}

fn data_url(bytes: &[u8], media_type: &str) -> String {
    use base64::Engine;
    format!(
        "data:{media_type};base64,{}",
        base64::engine::general_purpose::STANDARD.encode(bytes)
    )
}

fn kind_text(kind: ShopKind) -> &'static str {
    match kind {
        ShopKind::Cafe => "cafe",
        ShopKind::Salon => "salon",
    }
}

/// One line of text within its length, cleaned.
///
/// # Errors
/// `text_empty`, `text_too_long`, `text_control`, about `field`.
pub(crate) fn line(input: &str, field: &'static str, min: usize, max: usize) -> Result<String> {
    let cleaned = text::clean_line(input, max).map_err(|error| {
        let code = match error {
            text::TextError::TooLong { .. } => Code::TextTooLong,
            text::TextError::Control => Code::TextControl,
        };
        Error::new(code).field(field).arg("max", max)
    })?;
    if cleaned.chars().count() < min {
        return Err(Error::new(Code::TextEmpty).field(field));
    }
    Ok(cleaned)
}

fn parse_zone(name: &str) -> Result<Tz> {
    Tz::from_str(name).map_err(|_| {
        Error::new(Code::BadTimeZone)
            .field("time_zone")
            .arg("value", name)
    })
}

/// Reads a currency code.
///
/// # Errors
/// `bad_currency` for codes that are no money of a country (metals, tests).
pub fn parse_currency(code: &str) -> Result<Currency> {
    let bad = || {
        Error::new(Code::BadCurrency)
            .field("currency")
            .arg("value", code)
    };
    let currency = Currency::from_code(&code.trim().to_ascii_uppercase()).ok_or_else(bad)?;
    if currency.exponent().is_none() {
        Err(bad())
    } else {
        Ok(currency)
    }
}

fn parse_region(code: &str) -> Result<Region> {
    Region::from_str(code).map_err(|_| {
        Error::new(Code::BadRegion)
            .field("phone_region")
            .arg("value", code)
    })
}

/// Checks a language.
///
/// # Errors
/// `bad_locale` for a language there are no texts for.
pub fn parse_locale(locale: &str) -> Result<&'static str> {
    LOCALES
        .into_iter()
        .find(|known| *known == locale)
        .ok_or_else(|| {
            Error::new(Code::BadLocale)
                .field("locale")
                .arg("value", locale)
        })
}

fn parse_color(color: &str) -> Result<String> {
    let color = color.trim().to_ascii_lowercase();
    let digits = color.strip_prefix('#').unwrap_or_default();
    if digits.len() == 6 && digits.bytes().all(|byte| byte.is_ascii_hexdigit()) {
        Ok(color)
    } else {
        Err(Error::new(Code::BadColor)
            .field("brand_color")
            .arg("value", color))
    }
}

/// The region whose phones are meant in a time zone, where the zone tells; else
/// that of the language.
fn region_of(zone: Tz, locale: &str) -> &'static str {
    match zone.name() {
        "Europe/Budapest" => "HU",
        "Europe/Vienna" => "AT",
        "Europe/Berlin" | "Europe/Busingen" => "DE",
        "Europe/Zurich" => "CH",
        "Europe/London" => "GB",
        "Europe/Dublin" => "IE",
        "Europe/Paris" => "FR",
        "Europe/Rome" => "IT",
        "Europe/Madrid" => "ES",
        "Europe/Warsaw" => "PL",
        "Europe/Prague" => "CZ",
        "Europe/Bratislava" => "SK",
        "Europe/Bucharest" => "RO",
        "Europe/Belgrade" => "RS",
        "Europe/Zagreb" => "HR",
        "Europe/Kyiv" | "Europe/Kiev" => "UA",
        "Europe/Minsk" => "BY",
        "Europe/Amsterdam" => "NL",
        "Europe/Brussels" => "BE",
        "Europe/Lisbon" => "PT",
        "Europe/Athens" => "GR",
        "Europe/Sofia" => "BG",
        "Europe/Riga" => "LV",
        "Europe/Vilnius" => "LT",
        "Europe/Tallinn" => "EE",
        "Europe/Helsinki" => "FI",
        "Europe/Stockholm" => "SE",
        "Europe/Oslo" => "NO",
        "Europe/Copenhagen" => "DK",
        "Europe/Istanbul" => "TR",
        "Asia/Almaty" | "Asia/Qyzylorda" | "Asia/Aqtobe" => "KZ",
        "Asia/Tbilisi" => "GE",
        "Asia/Yerevan" => "AM",
        name if name.starts_with("America/") || name.starts_with("US/") => "US",
        name if name.starts_with("Australia/") => "AU",
        _ => match locale {
            "ru" => "RU",
            "hu" => "HU",
            _ => "GB",
        },
    }
}

/// All IANA time zones, by name.
#[must_use]
pub fn time_zones() -> Vec<String> {
    let mut names: Vec<String> = chrono_tz::TZ_VARIANTS
        .iter()
        .map(|zone| zone.name().to_owned())
        .filter(|name| name.contains('/'))
        .collect();
    names.retain(|name| {
        !name.starts_with("Etc/") && !name.starts_with("US/") && !name.starts_with("SystemV/")
    });
    names.push("UTC".to_owned());
    names.sort_unstable();
    names
}

/// Whether a text names a time zone.
#[must_use]
pub fn is_time_zone(name: &str) -> bool {
    Tz::from_str(name).is_ok()
}

/// All currencies a shop may have: code and English name.
#[must_use]
pub fn currencies() -> Vec<(String, String)> {
    use iso_currency::IntoEnumIterator;
    Currency::iter()
        .filter(|currency| {
            currency.exponent().is_some() && !matches!(currency.code(), "XXX" | "XTS")
        })
        .map(|currency| (currency.code().to_owned(), currency.name().to_owned()))
        .collect()
}
