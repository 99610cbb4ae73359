//! Cards: previews, and printing them.

use std::{ops::ControlFlow, path::Path};

use chrono::NaiveDate;
use regulars_core::{
    Code, Store, WriteRequest,
    card::{CardScope, CardToPrint, NewPrintRun},
    program::StampRules,
};
use regulars_i18n::{Args, Catalog, Locale};
use regulars_print as print;

use super::{
    Shop,
    files::{Watched, write_whole},
    glyphs, preview,
};
use crate::{
    ApiError,
    error::ApiResult,
    errors::locale_of,
    messages::{CardLayout, FileWritten, FrontStyle, PdfPreview, Sheet, Sides},
};

/// Cards on one sheet of paper.
const CARDS_PER_SHEET: u32 = 10;
/// A card number for samples: valid, and never issued (all digits random ones could be, but it is
/// only drawn).
const SAMPLE_NUMBER: &str = "2904718263550";

impl Shop {
    fn card_job(
        &self,
        rules: &StampRules,
        cards: Vec<print::Card>,
        layout: CardLayout,
        today: NaiveDate,
    ) -> print::CardJob {
        let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        print::CardJob {
            face: print::CardFace {
                shop: self.brand.clone(),
                tagline: Some(self.tagline(rules)),
                address: optional(&self.view.address),
                phone: optional(&self.view.phone),
                found_line: None,
                stamps: Some(print::StampGrid {
                    slots: u8::try_from(rules.stamps_required).unwrap_or(30),
                    icon: icon(rules.icon),
                    reward: print::RewardIcon::Gift,
                }),
            },
            cards,
            sheet: sheet(layout),
            locale: self.locale,
            printed_on: today,
        }
    }

    /// The shop's own line, or the card's promise in words.
    fn tagline(&self, rules: &StampRules) -> String {
        if !self.view.slogan.is_empty() {
            return self.view.slogan.clone();
        }
        Catalog::get(self.locale).text_with(
            "card-tagline",
            &Args::new()
                .with("stamps", rules.stamps_required)
                .with("reward", rules.reward_name.as_str()),
        )
    }
}

fn icon(icon: regulars_core::program::StampIcon) -> print::StampIcon {
    use regulars_core::program::StampIcon;
    match icon {
        StampIcon::Cup => print::StampIcon::Cup,
        StampIcon::Croissant => print::StampIcon::Croissant,
        StampIcon::Scissors => print::StampIcon::Scissors,
        StampIcon::Leaf => print::StampIcon::Leaf,
        StampIcon::Star => print::StampIcon::Star,
        StampIcon::Heart => print::StampIcon::Heart,
    }
}

fn sheet(layout: CardLayout) -> print::CardSheet {
    print::CardSheet {
        paper: match layout.sheet {
            Sheet::A4 => print::CardPaper::A4,
            Sheet::Letter => print::CardPaper::Letter,
            Sheet::Cr80 => print::CardPaper::Cr80,
        },
        sides: sides(layout.sides),
        crop_marks: true,
        front_style: match layout.front {
            FrontStyle::Full => print::FrontStyle::Full,
            FrontStyle::LessInk => print::FrontStyle::LessInk,
        },
    }
}

fn sides(sides: Sides) -> print::Sides {
    match sides {
        Sides::Front => print::Sides::Front,
        Sides::Back => print::Sides::Back,
        Sides::Both => print::Sides::Both,
    }
}

fn card(card: &CardToPrint) -> print::Card {
    print::Card {
        name: card.name.clone(),
        since: Some(card.joined_on),
        number: card.number.clone(),
    }
}

fn stamp_rules(store: &Store, shop: &Shop, today: NaiveDate) -> ApiResult<StampRules> {
    store
        .program(today)
        .map(|program| program.current.rules)
        .map_err(|error| shop.say(&error))
}

/// One page of what would be printed; `page` counts from 0. Only the cards of
/// that page are read and drawn.
///
/// # Errors
/// `no_cards` for an empty scope; what printing refuses.
pub fn card_page(
    store: &Store,
    scope: &CardScope,
    layout: CardLayout,
    page: u32,
    today: NaiveDate,
) -> ApiResult<PdfPreview> {
    let shop = Shop::read(store)?;
    let per_sheet = if layout.sheet == Sheet::Cr80 {
        1
    } else {
        CARDS_PER_SHEET
    };
    let per_card = if layout.sides == Sides::Both { 2 } else { 1 };
    let sheet_index = page / per_card;
    let (total, cards) = store
        .cards(scope, sheet_index.saturating_mul(per_sheet), per_sheet)
        .map_err(|error| shop.say(&error))?;
    if cards.is_empty() {
        return Err(shop.say(&Code::NoCards.into()));
    }
    let rules = stamp_rules(store, &shop, today)?;
    let job = shop.card_job(&rules, cards.iter().map(card).collect(), layout, today);
    let side = usize::try_from(page % per_card).unwrap_or(0) + 1;
    let rendered = print::preview_cards(&job, side)
        .map_err(|error| ApiError::from_print(&error, shop.locale))?;
    Ok(preview(
        rendered,
        total.div_ceil(per_sheet) * per_card,
        total,
    ))
}

/// One sample card with rules that need not be saved.
///
/// # Errors
/// What printing refuses.
pub fn sample_card(
    store: &Store,
    rules: &StampRules,
    side: Sides,
    today: NaiveDate,
) -> ApiResult<PdfPreview> {
    let shop = Shop::read(store)?;
    let layout = CardLayout {
        sheet: Sheet::Cr80,
        sides: side,
        front: FrontStyle::Full,
    };
    let sample = print::Card {
        name: Catalog::get(shop.locale).text("card-sample-name"),
        since: Some(today),
        number: SAMPLE_NUMBER.to_owned(),
    };
    let job = shop.card_job(rules, vec![sample], layout, today);
    let rendered =
        print::preview_cards(&job, 1).map_err(|error| ApiError::from_print(&error, shop.locale))?;
    Ok(preview(rendered, 1, 1))
}

/// Whether a picture can be drawn as a logo.
///
/// # Errors
/// `print_logo`.
pub(crate) fn check_logo(bytes: Vec<u8>, locale: Locale) -> ApiResult<()> {
    let job = print::CardJob {
        face: print::CardFace {
            shop: print::ShopBrand {
                brand_color: "#000000".to_owned(),
                logo: Some(bytes),
                ..print::ShopBrand::default()
            },
            ..print::CardFace::default()
        },
        cards: vec![print::Card {
            number: SAMPLE_NUMBER.to_owned(),
            ..print::Card::default()
        }],
        sheet: print::CardSheet::new(print::CardPaper::Cr80),
        locale,
        printed_on: NaiveDate::default(),
    };
    print::preview_cards(&job, 1)
        .map(|_| ())
        .map_err(|error| ApiError::from_print(&error, locale))
}

/// Writes cards to a PDF and notes the run. A run that is stopped or fails
/// leaves no file and no note. Returns the file and how many cards are in it. The
/// same request again writes the same cards, also when none is new any more.
///
/// # Errors
/// `no_cards`; what printing and the disk refuse; `print_cancelled`.
pub fn print_cards(
    store: &Store,
    request: WriteRequest,
    scope: &CardScope,
    layout: CardLayout,
    path: &Path,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> ApiResult<(FileWritten, u32)> {
    let shop = Shop::read(store)?;
    let before = store
        .print_run_of(request.request_id)
        .map_err(|error| shop.say(&error))?;
    let first_scope = before.map(|id| CardScope::Run { id });
    let scope = match (&first_scope, scope) {
        (Some(first), CardScope::New) => first,
        _ => scope,
    };
    let today = store
        .settings()
        .and_then(|settings| settings.calendar.business_date(request.now_ms))
        .map_err(|error| shop.say(&error))?;
    let (total, cards) = store
        .cards(scope, 0, u32::MAX)
        .map_err(|error| shop.say(&error))?;
    if cards.is_empty() {
        return Err(shop.say(&Code::NoCards.into()));
    }
    let rules = stamp_rules(store, &shop, today)?;
    let job = shop.card_job(&rules, cards.iter().map(card).collect(), layout, today);
    let mut counted = |done: usize, total: usize| {
        progress(
            u64::try_from(done).unwrap_or(0),
            u64::try_from(total).unwrap_or(0),
        )
    };
    let mut written = None;
    let bytes = write_whole(path, shop.locale, |file| {
        let mut file = Watched::new(file);
        let rendered = print::render_cards_to(&job, &mut file, &mut counted);
        written = Some(rendered.map_err(|error| file.explain(&error, path, shop.locale))?);
        Ok(())
    })?;
    let Some(written) = written else {
        return Err(ApiError::internal(&"no document was written"));
    };
    let run = NewPrintRun {
        cards: cards.iter().map(|card| card.card_id).collect(),
        sheet: match layout.sheet {
            Sheet::A4 => "a4",
            Sheet::Letter => "letter",
            Sheet::Cr80 => "cr80",
        }
        .to_owned(),
        file: path.display().to_string(),
    };
    if let Err(error) = store.record_print_run(request, &run) {
        let _ = std::fs::remove_file(path);
        return Err(shop.say(&error));
    }
    let written = FileWritten {
        path: path.to_owned(),
        bytes,
        count: u32::try_from(written.pages).unwrap_or(u32::MAX),
        opened: false,
        missing_glyphs: glyphs(&written.missing_glyphs),
    };
    Ok((written, total))
}

/// "Cards 2026-11-21".
///
/// # Errors
/// Those of the disk.
pub fn cards_file_name(store: &Store, now_ms: i64) -> ApiResult<String> {
    let locale = locale_of(store);
    let today = store
        .settings()
        .and_then(|settings| settings.calendar.business_date(now_ms))
        .map_err(|error| ApiError::from_core(&error, locale))?;
    let date = today.to_string();
    Ok(Catalog::get(locale).text_with("file-cards", &Args::new().with("date", date.as_str())))
}
