use std::io::Write;

use super::{
    CARD, CARD_HEIGHT, CARD_WIDTH, Card, CardJob, CardPaper, Design, FrontStyle, Sides, back,
    document_writer, front,
};
use crate::PrintError;
use crate::color::Color;
use crate::font::FontBook;
use crate::geometry::{Area, mm};
use crate::page::{Item, Page, TemplateId};
use crate::path::Path;
use crate::pdf::PdfWriter;
use crate::rendered::{Written, missing_glyphs};
use crate::shop::Logo;

const COLUMNS: usize = 2;
const ROWS: usize = 5;
/// Colour printed beyond the outer cut, so that a cut beside the line shows no white.
const BLEED: f32 = mm(1.0);
/// From the cut to the crop mark, and the mark's length; Letter leaves 4.7 mm.
const CROP_GAP: f32 = mm(1.4);
const CROP_LENGTH: f32 = mm(2.8);

/// Which side of the cards a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Side {
    Front,
    Back,
}

/// Where cards lie on a page.
#[derive(Debug, Clone, Copy)]
struct Layout {
    width: f32,
    height: f32,
    columns: usize,
    rows: usize,
}

impl Layout {
    const fn of(paper: CardPaper) -> Self {
        let (width, height, columns, rows) = match paper {
            CardPaper::A4 => (mm(210.0), mm(297.0), COLUMNS, ROWS),
            CardPaper::Letter => (612.0, 792.0, COLUMNS, ROWS),
            CardPaper::Cr80 => (CARD_WIDTH, CARD_HEIGHT, 1, 1),
        };
        Self {
            width,
            height,
            columns,
            rows,
        }
    }

    const fn cards(self) -> usize {
        self.columns * self.rows
    }

    /// All cards together, in the middle of the page.
    #[expect(clippy::cast_precision_loss, reason = "two columns, five rows")]
    fn block(self) -> Area {
        let (width, height) = (
            CARD_WIDTH * self.columns as f32,
            CARD_HEIGHT * self.rows as f32,
        );
        Area::new(
            (self.width - width) / 2.0,
            (self.height - height) / 2.0,
            width,
            height,
        )
    }

    /// The top left corner of a card. Backs stand in mirrored columns: turned over its long edge,
    /// the sheet then has each back behind its front.
    #[expect(clippy::cast_precision_loss, reason = "two columns, five rows")]
    fn corner(self, place: usize, side: Side) -> (f32, f32) {
        let (column, row) = (place % self.columns, place / self.columns);
        let column = match side {
            Side::Front => column,
            Side::Back => self.columns - 1 - column,
        };
        let block = self.block();
        (
            CARD_WIDTH.mul_add(column as f32, block.x),
            CARD_HEIGHT.mul_add(row as f32, block.y),
        )
    }
}

pub(super) fn page_count(job: &CardJob) -> usize {
    let sheets = job
        .cards
        .len()
        .div_ceil(Layout::of(job.sheet.paper).cards());
    match job.sheet.sides {
        Sides::Both => sheets * 2,
        Sides::Front | Sides::Back => sheets,
    }
}

/// Prints a job page by page.
pub(super) struct Printer<'a> {
    job: &'a CardJob,
    design: Design<'a>,
    layout: Layout,
    book: FontBook,
    writer: PdfWriter,
    /// What all fronts and all backs share.
    front: TemplateId,
    back: TemplateId,
    pages: usize,
}

impl<'a> Printer<'a> {
    pub(super) fn new(job: &'a CardJob) -> Result<Self, PrintError> {
        if job.cards.is_empty() {
            return Err(PrintError::Nothing);
        }
        let design = Design::read(job)?;
        let (mut writer, mut book) = document_writer(job)?;
        let logo: Option<Logo> = design.mark.add_logo(&mut writer);
        let front = writer.add_template(&front::shared(&design, &mut book, logo), CARD);
        let back = writer.add_template(&back::shared(&design, &mut book), CARD);
        let layout = Layout::of(job.sheet.paper);
        Ok(Self {
            job,
            design,
            layout,
            book,
            writer,
            front,
            back,
            pages: 0,
        })
    }

    pub(super) fn page_count(&self) -> usize {
        page_count(self.job)
    }

    /// Cards whose printing is over once page `index` is done.
    pub(super) fn cards_done(&self, index: usize) -> usize {
        let pages_a_sheet = if self.job.sheet.sides == Sides::Both {
            2
        } else {
            1
        };
        ((index + 1) / pages_a_sheet * self.layout.cards()).min(self.job.cards.len())
    }

    pub(super) fn print_page(&mut self, index: usize) -> Result<(), PrintError> {
        let page = self.page(index)?;
        self.writer.add_page(&page);
        self.pages += 1;
        Ok(())
    }

    pub(super) fn write(mut self, target: &mut impl Write) -> Result<Written, PrintError> {
        let missing = self.book.take_missing();
        self.writer.write(&self.book, target)?;
        Ok(Written {
            pages: self.pages,
            missing_glyphs: missing_glyphs(missing),
        })
    }

    fn page(&mut self, index: usize) -> Result<Page, PrintError> {
        let (sheet, side) = match self.job.sheet.sides {
            Sides::Front => (index, Side::Front),
            Sides::Back => (index, Side::Back),
            Sides::Both if index.is_multiple_of(2) => (index / 2, Side::Front),
            Sides::Both => (index / 2, Side::Back),
        };
        let job = self.job;
        let cards = job
            .cards
            .chunks(self.layout.cards())
            .nth(sheet)
            .unwrap_or_default();
        let mut items = self.ground(side, cards.len());
        for (place, card) in cards.iter().enumerate() {
            let (x_pt, y_pt) = self.layout.corner(place, side);
            items.push(Item::Group {
                x_pt,
                y_pt,
                clip: None,
                items: self.card(side, card)?,
            });
        }
        if job.sheet.crop_marks && job.sheet.paper != CardPaper::Cr80 {
            items.push(crop_marks(self.layout));
        }
        Ok(Page {
            width_pt: self.layout.width,
            height_pt: self.layout.height,
            items,
        })
    }

    fn card(&mut self, side: Side, card: &Card) -> Result<Vec<Item>, PrintError> {
        let (template, own) = match side {
            Side::Front => (self.front, front::own(&self.design, &mut self.book, card)),
            Side::Back => (self.back, back::own(&mut self.book, card)?),
        };
        let mut items = vec![Item::Template {
            template,
            x_pt: 0.0,
            y_pt: 0.0,
        }];
        items.extend(own);
        Ok(items)
    }

    /// The brand colour under full-colour fronts, a little beyond their edges.
    fn ground(&self, side: Side, cards: usize) -> Vec<Item> {
        let is_full = side == Side::Front && self.design.style == FrontStyle::Full;
        if !is_full || self.job.sheet.paper == CardPaper::Cr80 {
            return Vec::new();
        }
        let mut path = Path::new();
        for place in 0..cards {
            let (x, y) = self.layout.corner(place, side);
            path = path.and_rectangle(Area::new(x, y, CARD_WIDTH, CARD_HEIGHT).inset(-BLEED));
        }
        vec![Item::fill(path, self.design.mark.brand)]
    }
}

/// Lines outside the block at every cut.
#[expect(clippy::cast_precision_loss, reason = "two columns, five rows")]
fn crop_marks(layout: Layout) -> Item {
    let block = layout.block();
    let (near, far) = (CROP_GAP, CROP_GAP + CROP_LENGTH);
    let mut path = Path::new();
    for column in 0..=layout.columns {
        let x = CARD_WIDTH.mul_add(column as f32, block.x);
        path = path
            .and_line((x, block.y - far), (x, block.y - near))
            .and_line((x, block.bottom() + near), (x, block.bottom() + far));
    }
    for row in 0..=layout.rows {
        let y = CARD_HEIGHT.mul_add(row as f32, block.y);
        path = path
            .and_line((block.x - far, y), (block.x - near, y))
            .and_line((block.right() + near, y), (block.right() + far, y));
    }
    Item::line(path, Color::BLACK, 0.3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ten_cards_and_their_crop_marks_lie_on_the_paper() {
        for paper in [CardPaper::A4, CardPaper::Letter] {
            let layout = Layout::of(paper);
            let block = layout.block();
            let margin = CROP_GAP + CROP_LENGTH;
            assert!(
                block.x >= margin && block.y >= margin,
                "{paper:?} {block:?}"
            );
            assert!(
                (block.right() + block.x - layout.width).abs() < 0.01,
                "centred"
            );
            assert!(
                (block.bottom() + block.y - layout.height).abs() < 0.01,
                "centred"
            );
        }
    }

    #[test]
    fn backs_lie_behind_their_fronts_when_the_sheet_is_turned() {
        for paper in [CardPaper::A4, CardPaper::Letter, CardPaper::Cr80] {
            let layout = Layout::of(paper);
            for place in 0..layout.cards() {
                let (front_x, front_y) = layout.corner(place, Side::Front);
                let (back_x, back_y) = layout.corner(place, Side::Back);
                let seen_through = layout.width - (back_x + CARD_WIDTH);
                assert!((seen_through - front_x).abs() < 0.01, "{paper:?} {place}");
                assert!((back_y - front_y).abs() < 0.01);
            }
        }
    }

    #[test]
    fn cards_do_not_overlap() {
        let layout = Layout::of(CardPaper::A4);
        let corners: Vec<(f32, f32)> = (0..10)
            .map(|place| layout.corner(place, Side::Front))
            .collect();
        for (index, (x, y)) in corners.iter().enumerate() {
            for (other_x, other_y) in corners.iter().skip(index + 1) {
                let beside = (x - other_x).abs() >= CARD_WIDTH - 0.01;
                let below = (y - other_y).abs() >= CARD_HEIGHT - 0.01;
                assert!(beside || below, "card {index}");
            }
        }
    }
}
