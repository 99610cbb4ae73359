//! Loyalty cards: what is on them, and how they lie on sheets.

mod back;
mod front;
mod sheet;
mod stamps;

use std::io::Write;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use regulars_i18n::{Catalog, Locale};

use crate::code::Ean13;
use crate::color::Color;
use crate::geometry::{Area, mm};
use crate::rendered::{Rendered, Written};
use crate::shop::{Mark, ShopBrand};
use crate::{PrintError, icon::Icon};
use sheet::Printer;

/// A bank card's size, ISO/IEC 7810 ID-1.
pub(crate) const CARD_WIDTH: f32 = mm(85.6);
/// A bank card's size, ISO/IEC 7810 ID-1.
pub(crate) const CARD_HEIGHT: f32 = mm(54.0);
pub(crate) const CARD: Area = Area::new(0.0, 0.0, CARD_WIDTH, CARD_HEIGHT);

/// Everything a run of cards needs.
#[derive(Debug, Clone)]
pub struct CardJob {
    /// What all cards share.
    pub face: CardFace,
    /// In printing order.
    pub cards: Vec<Card>,
    /// What they are printed on.
    pub sheet: CardSheet,
    /// The shop's language.
    pub locale: Locale,
    /// Becomes the date of the document.
    pub printed_on: NaiveDate,
}

/// What all cards of a shop share.
#[derive(Debug, Clone, Default)]
pub struct CardFace {
    /// Name, colour, logo.
    pub shop: ShopBrand,
    /// Under the shop's name: "10 stamps, one coffee on us".
    pub tagline: Option<String>,
    /// On the back: "Liget tér 4, Budapest".
    pub address: Option<String>,
    /// On the back: "+36 1 555 01 42".
    pub phone: Option<String>,
    /// What a finder should do. `None` says it in the shop's language, an empty text says nothing.
    pub found_line: Option<String>,
    /// The circles on the back; `None` for programs without stamps.
    pub stamps: Option<StampGrid>,
}

/// One member's card.
#[derive(Debug, Clone, Default)]
pub struct Card {
    /// May be empty: then a line to write on is left.
    pub name: String,
    /// The first visit or enrolment: "regular since March 2025".
    pub since: Option<NaiveDate>,
    /// 13 digits, the last of them the EAN-13 check digit.
    pub number: String,
}

/// The circles of a stamp card.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct StampGrid {
    /// 1 to 30; the last one is the reward.
    pub slots: u8,
    /// What is collected.
    pub icon: StampIcon,
    /// What the last circle shows.
    pub reward: RewardIcon,
}

/// What a stamp stands for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum StampIcon {
    /// Coffee, tea.
    #[default]
    Cup,
    /// Pastry, breakfast.
    Croissant,
    /// Hair.
    Scissors,
    /// Care, vegetables.
    Leaf,
    /// Anything beloved.
    Heart,
    /// Beauty, bouquets.
    Flower,
    /// Anything else.
    Star,
}

impl StampIcon {
    const fn drawing(self) -> Icon {
        match self {
            Self::Cup => Icon::Cup,
            Self::Croissant => Icon::Croissant,
            Self::Scissors => Icon::Scissors,
            Self::Leaf => Icon::Leaf,
            Self::Heart => Icon::Heart,
            Self::Flower => Icon::Flower,
            Self::Star => Icon::Star,
        }
    }
}

/// What the last circle shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum RewardIcon {
    /// A filled star.
    #[default]
    Star,
    /// A parcel with a bow.
    Gift,
}

/// How cards are put on paper or plastic.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct CardSheet {
    /// Size of the sheet.
    pub paper: CardPaper,
    /// Which sides are printed.
    pub sides: Sides,
    /// Small lines in the margin that show where to cut; never on single cards.
    pub crop_marks: bool,
    /// How much ink the fronts take.
    pub front_style: FrontStyle,
}

impl CardSheet {
    /// Both sides, crop marks, and the front that suits the paper: full colour on plastic, less
    /// ink on sheets.
    #[must_use]
    pub const fn new(paper: CardPaper) -> Self {
        let front_style = match paper {
            CardPaper::Cr80 => FrontStyle::Full,
            CardPaper::A4 | CardPaper::Letter => FrontStyle::LessInk,
        };
        Self {
            paper,
            sides: Sides::Both,
            crop_marks: true,
            front_style,
        }
    }
}

/// What cards are printed on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum CardPaper {
    /// 210 by 297 mm, ten cards.
    A4,
    /// 8.5 by 11 inches, ten cards.
    Letter,
    /// One card a page, for card printers: 85.6 by 54 mm.
    Cr80,
}

/// Which sides of the cards are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Sides {
    /// Shop and member.
    Front,
    /// Stamps and codes.
    Back,
    /// Fronts and backs in turn, so that they meet when printed double-sided and flipped on the
    /// long edge.
    Both,
}

/// How much ink a front takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FrontStyle {
    /// The brand colour edge to edge.
    Full,
    /// White, with the brand in lines and small areas.
    LessInk,
}

/// Makes the PDF. `progress` hears of each finished page, in cards done of all, and may stop the
/// work with [`ControlFlow::Break`].
///
/// # Errors
/// A card number, colour, logo, font or stamp count that is wrong; an empty job; a stop.
pub fn render_cards(
    job: &CardJob,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Rendered, PrintError> {
    let mut pdf = Vec::new();
    let written = render_cards_to(job, &mut pdf, progress)?;
    Ok(Rendered {
        pdf,
        pages: written.pages,
        missing_glyphs: written.missing_glyphs,
    })
}

/// Like [`render_cards`], into a file or anything else that takes bytes. Nothing is written
/// before the document is complete.
///
/// # Errors
/// As [`render_cards`], and [`PrintError::Document`] if the target fails.
pub fn render_cards_to(
    job: &CardJob,
    target: &mut impl Write,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<Written, PrintError> {
    let mut printer = Printer::new(job)?;
    for page in 0..printer.page_count() {
        printer.print_page(page)?;
        if progress(printer.cards_done(page), job.cards.len()).is_break() {
            return Err(PrintError::Cancelled);
        }
    }
    printer.write(target)
}

/// One page of the same document, counted from 1, without the work of the others.
///
/// # Errors
/// As [`render_cards`], and [`PrintError::Page`] if there is no such page.
pub fn preview_cards(job: &CardJob, page: usize) -> Result<Rendered, PrintError> {
    let mut printer = Printer::new(job)?;
    let index = page
        .checked_sub(1)
        .filter(|index| *index < printer.page_count());
    printer.print_page(index.ok_or(PrintError::Page { page })?)?;
    let mut pdf = Vec::new();
    let written = printer.write(&mut pdf)?;
    Ok(Rendered {
        pdf,
        pages: written.pages,
        missing_glyphs: written.missing_glyphs,
    })
}

/// How many pages a job takes.
#[must_use]
pub fn card_page_count(job: &CardJob) -> usize {
    sheet::page_count(job)
}

/// Whether a number can be printed on a card: 13 digits with the right check digit.
#[must_use]
pub fn is_card_number(number: &str) -> bool {
    Ean13::parse(number).is_ok()
}

/// What drawing a card needs, read and checked once.
struct Design<'a> {
    face: &'a CardFace,
    mark: Mark,
    style: FrontStyle,
    locale: Locale,
    catalog: &'static Catalog,
}

impl<'a> Design<'a> {
    fn read(job: &'a CardJob) -> Result<Self, PrintError> {
        if let Some(StampGrid { slots, .. }) = job.face.stamps
            && !(1..=30).contains(&slots)
        {
            return Err(PrintError::Slots { slots });
        }
        Ok(Self {
            face: &job.face,
            mark: Mark::read(&job.face.shop)?,
            style: job.sheet.front_style,
            locale: job.locale,
            catalog: Catalog::get(job.locale),
        })
    }

    /// The brand for lines and letters on white.
    fn line_color(&self) -> Color {
        self.mark.brand.on_white(4.0)
    }
}

#[cfg(test)]
mod tests;
