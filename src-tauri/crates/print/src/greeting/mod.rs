//! Greetings by post: postcards and letters with the shop's words, a gift and the member's card.

mod address;
mod back;
mod front;
mod gift;
mod letter;
mod sheet;
mod text;

use std::io::Write;
use std::ops::ControlFlow;

use chrono::NaiveDate;
use regulars_i18n::{Catalog, Locale};

use crate::PrintError;
use crate::code::{Ean13, qr_rectangles};
use crate::color::Color;
use crate::font::FontBook;
use crate::page::{Item, Modules};
use crate::rendered::{MissingGlyph, Rendered};
use crate::shop::{BadgeColors, Logo, Mark, ShopBrand};
use sheet::Printer;

/// Everything a batch of greetings needs.
#[derive(Debug, Clone)]
pub struct GreetingJob {
    /// Who writes.
    pub sender: GreetingSender,
    /// In printing order.
    pub greetings: Vec<Greeting>,
    /// What they are printed as.
    pub format: GreetingFormat,
    /// The shop's language: of the document, and of the date on letters.
    pub locale: Locale,
    /// The date on letters, and of the document.
    pub printed_on: NaiveDate,
}

/// The shop as a sender. Its own lines are shortened where they are far too long: they are the
/// same on every greeting, and the preview shows them.
#[derive(Debug, Clone, Default)]
pub struct GreetingSender {
    /// Name, colour, logo.
    pub shop: ShopBrand,
    /// Under the shop's name: "Coffee under the trees".
    pub slogan: Option<String>,
    /// On one line: "Liget tér 4, 1146 Budapest".
    pub address: Option<String>,
    /// "+36 1 555 01 42".
    pub phone: Option<String>,
}

/// A greeting to one person.
#[derive(Debug, Clone, Default)]
pub struct Greeting {
    /// The language it is written in; the shop's unless another is named.
    pub locale: Option<Locale>,
    /// As on the envelope.
    pub recipient: String,
    /// Street, town, country; a line each. Without any, lines to write on by hand are left.
    pub address: Vec<String>,
    /// The heading of a postcard, the subject line of a letter. May be empty.
    pub subject: String,
    /// Plain text. A line break is kept, an empty line begins a new paragraph.
    pub body: String,
    /// What the person may have.
    pub gift: Option<GreetingGift>,
    /// 13 digits, the last of them the EAN-13 check digit; printed as a QR code.
    pub card_number: Option<String>,
}

/// A gift that comes with a greeting.
#[derive(Debug, Clone, Default)]
pub struct GreetingGift {
    /// "A slice of cake".
    pub name: String,
    /// What the counter asks for: "MARIA-7".
    pub code: Option<String>,
    /// The last day it can be had.
    pub expires_on: Option<NaiveDate>,
}

/// What greetings are printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GreetingFormat {
    /// A postcard of 148 by 105 mm on two pages: the greeting, the address.
    PostcardA6,
    /// The same, four to an A4 sheet laid across, to be printed double-sided (flipped on the long
    /// edge) and cut into quarters.
    PostcardA4,
    /// A letter on one A4 page, its address in the window of DIN 5008 form B.
    LetterA4,
}

/// A part of a greeting that may be too long for its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum GreetingPart {
    /// Recipient and address.
    Address,
    /// The heading.
    Subject,
    /// The body.
    Body,
    /// The gift's name or code.
    Gift,
}

/// A greeting that was left out, because a part of it does not fit even in small letters.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct TooLong {
    /// Its place in the job, counted from 0.
    pub greeting: usize,
    /// The first part that does not fit.
    pub part: GreetingPart,
}

/// What will become of a job.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct GreetingCheck {
    /// How many pages the document has.
    pub pages: usize,
    /// How many greetings are printed.
    pub printed: usize,
    /// Printed greetings whose address must be written by hand, by their place in the job.
    pub without_address: Vec<usize>,
    /// Greetings left out.
    pub too_long: Vec<TooLong>,
}

/// What is known of greetings that went to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct WrittenGreetings {
    /// Pages, greetings left out, addresses to write by hand.
    pub check: GreetingCheck,
    /// Characters that no font has; each shows as "▢".
    pub missing_glyphs: Vec<MissingGlyph>,
}

/// A page of greetings before they are printed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct PreviewedGreetings {
    /// The page.
    pub page: Rendered,
    /// Pages, greetings left out, addresses to write by hand.
    pub check: GreetingCheck,
}

/// Makes the PDF. `progress` hears of each finished page, in greetings done of all that are
/// printed, and may stop the work with [`ControlFlow::Break`]. Nothing is written before the
/// document is complete.
///
/// A text that is too long is set smaller, down to what is still read with ease; a greeting that
/// does not fit even then is left out and reported, never cut.
///
/// # Errors
/// A card number, colour, logo or font that is wrong; an empty job; [`PrintError::TooLong`] if no
/// greeting fits; a stop; [`PrintError::Document`] if the target fails.
pub fn render_greetings_to(
    job: &GreetingJob,
    target: &mut impl Write,
    progress: &mut dyn FnMut(usize, usize) -> ControlFlow<()>,
) -> Result<WrittenGreetings, PrintError> {
    let mut printer = Printer::new(job)?;
    let check = printer.check();
    for page in 0..check.pages {
        printer.print_page(page)?;
        if progress(printer.greetings_done(page), check.printed).is_break() {
            return Err(PrintError::Cancelled);
        }
    }
    Ok(WrittenGreetings {
        check,
        missing_glyphs: printer.write(target)?,
    })
}

/// One page of the same document, counted from 1, without drawing the others; the last
/// one if there are fewer. The greetings are laid out once for it and for what will
/// become of them.
///
/// # Errors
/// As [`render_greetings_to`], and [`PrintError::Page`] for page 0.
pub fn preview_greetings(job: &GreetingJob, page: usize) -> Result<PreviewedGreetings, PrintError> {
    let mut printer = Printer::new(job)?;
    let check = printer.check();
    let index = page.checked_sub(1).ok_or(PrintError::Page { page })?;
    printer.print_page(index.min(check.pages.saturating_sub(1)))?;
    let mut pdf = Vec::new();
    let missing_glyphs = printer.write(&mut pdf)?;
    Ok(PreviewedGreetings {
        page: Rendered {
            pdf,
            pages: 1,
            missing_glyphs,
        },
        check,
    })
}

/// What would be printed, to be shown before it is.
///
/// # Errors
/// A card number, colour, logo or font that is wrong; an empty job; [`PrintError::TooLong`] if no
/// greeting fits.
pub fn check_greetings(job: &GreetingJob) -> Result<GreetingCheck, PrintError> {
    Ok(Printer::new(job)?.check())
}

/// Why a greeting cannot be drawn.
#[derive(Debug)]
enum Refusal {
    TooLong(GreetingPart),
    Print(PrintError),
}

impl From<PrintError> for Refusal {
    fn from(error: PrintError) -> Self {
        Self::Print(error)
    }
}

/// What drawing a greeting needs, read and checked once.
struct Design<'a> {
    sender: &'a GreetingSender,
    mark: Mark,
    locale: Locale,
    catalog: &'static Catalog,
    printed_on: NaiveDate,
}

impl<'a> Design<'a> {
    fn read(job: &'a GreetingJob) -> Result<Self, PrintError> {
        for number in job.greetings.iter().filter_map(Greeting::card) {
            Ean13::parse(number)?;
        }
        Ok(Self {
            sender: &job.sender,
            mark: Mark::read(&job.sender.shop)?,
            locale: job.locale,
            catalog: Catalog::get(job.locale),
            printed_on: job.printed_on,
        })
    }

    /// From now on what stands around a message is in this language.
    fn speak(&mut self, locale: Locale) {
        self.locale = locale;
        self.catalog = Catalog::get(locale);
    }

    /// The brand for lines and letters on white.
    fn line_color(&self) -> Color {
        self.mark.brand.on_white(4.5)
    }

    /// A hint of the brand behind a box.
    fn wash(&self) -> Color {
        self.mark.brand.mix(Color::rgb(0xff, 0xfd, 0xf9), 0.93)
    }

    /// The brand as a thin outline; of a light brand its darker shade, to be seen at all.
    fn tint(&self) -> Color {
        self.line_color().mix(Color::WHITE, 0.68)
    }

    /// Whether an area in the brand needs an outline to be seen on white.
    fn is_pale(&self) -> bool {
        self.mark.brand.contrast(Color::WHITE) < 1.4
    }

    fn say(&self, key: &str) -> String {
        self.catalog.text(key)
    }

    /// The badge on white, and how wide it became.
    fn badge_on_white(
        &self,
        book: &mut FontBook,
        logo: Option<Logo>,
        at: (f32, f32),
        height_pt: f32,
    ) -> (Vec<Item>, f32) {
        let colors = BadgeColors {
            ground: self.mark.brand,
            letter: self.mark.brand.text_on(),
            around: Color::WHITE,
        };
        self.mark.badge(book, logo, at, height_pt, colors)
    }
}

impl GreetingSender {
    fn slogan(&self) -> Option<&str> {
        said(self.slogan.as_deref())
    }

    fn address(&self) -> Option<&str> {
        said(self.address.as_deref())
    }

    fn phone(&self) -> Option<&str> {
        said(self.phone.as_deref())
    }
}

impl Greeting {
    fn card(&self) -> Option<&str> {
        said(self.card_number.as_deref())
    }

    fn address_lines(&self) -> impl Iterator<Item = &str> {
        self.address.iter().filter_map(|line| said(Some(line)))
    }

    fn has_address(&self) -> bool {
        self.address_lines().next().is_some()
    }
}

/// A text with something in it.
fn said(text: Option<&str>) -> Option<&str> {
    text.map(str::trim).filter(|text| !text.is_empty())
}

/// The QR code of a card, its top left corner at `at`. Four units around it must stay white.
fn qr(number: &str, at: (f32, f32), unit_pt: f32) -> Result<Item, PrintError> {
    Ok(Item::Modules(Modules {
        x_pt: at.0,
        y_pt: at.1,
        unit_pt: (unit_pt, unit_pt),
        rectangles: qr_rectangles(number)?,
    }))
}

/// What the document is called: "Linden – Postcards".
fn title(job: &GreetingJob) -> String {
    let kind = match job.format {
        GreetingFormat::PostcardA6 | GreetingFormat::PostcardA4 => "greeting-title-postcards",
        GreetingFormat::LetterA4 => "greeting-title-letters",
    };
    let kind = Catalog::get(job.locale).text(kind);
    format!("{} – {kind}", job.sender.shop.name)
}

#[cfg(test)]
mod tests;
