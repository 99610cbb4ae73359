//! Documents: from the shop's data to the printer's input, and to files.

mod cards;
mod files;
mod reports;

use base64::Engine;
use regulars_core::{Store, shop::ShopView};
use regulars_i18n::Locale;
use regulars_print as print;

pub(crate) use cards::check_logo;
pub use cards::{card_page, cards_file_name, print_cards, sample_card};
pub use files::free_path;
pub(crate) use files::{Watched, write_whole};
pub use reports::{report_file_name, write_report};

use crate::{ApiError, error::ApiResult, errors::locale_of, messages::PdfPreview};

/// Everything a document takes from the shop.
pub(crate) struct Shop {
    pub(crate) view: ShopView,
    pub(crate) locale: Locale,
    pub(crate) brand: print::ShopBrand,
}

impl Shop {
    pub(crate) fn read(store: &Store) -> ApiResult<Self> {
        let locale = locale_of(store);
        let say = |error: regulars_core::Error| ApiError::from_core(&error, locale);
        let view = store.shop().map_err(say)?;
        let logo = store.logo().map_err(say)?.map(|(bytes, _)| bytes);
        let brand = print::ShopBrand {
            name: view.name.clone(),
            brand_color: view.brand_color.clone(),
            logo,
            ..print::ShopBrand::default()
        };
        Ok(Self {
            view,
            locale,
            brand,
        })
    }

    fn say(&self, error: &regulars_core::Error) -> ApiError {
        ApiError::from_core(error, self.locale)
    }
}

pub(crate) fn preview(rendered: print::Rendered, pages: u32, cards: u32) -> PdfPreview {
    PdfPreview {
        pdf_base64: base64::engine::general_purpose::STANDARD.encode(&rendered.pdf),
        pages,
        cards,
        missing_glyphs: glyphs(&rendered.missing_glyphs),
    }
}

pub(crate) fn glyphs(missing: &[print::MissingGlyph]) -> Vec<String> {
    missing
        .iter()
        .map(|glyph| glyph.character.to_string())
        .collect()
}
