use std::io::Write;

use super::{
    CARD, CARD_HEIGHT, CARD_WIDTH, Card, CardJob, CardPaper, Design, FrontStyle, Sides, back, front,
};
use crate::PrintError;
use crate::color::Color;
use crate::font::FontBook;
use crate::geometry::{Area, mm};
use crate::grid::{Grid, Side};
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

/// Where cards lie on a page.
const fn grid(paper: CardPaper) -> Grid {
    let page = match paper {
        CardPaper::A4 => (mm(210.0), mm(297.0)),
        CardPaper::Letter => (612.0, 792.0),
        CardPaper::Cr80 => return Grid::single((CARD_WIDTH, CARD_HEIGHT)),
    };
    Grid {
        page,
        piece: (CARD_WIDTH, CARD_HEIGHT),
        columns: COLUMNS,
        rows: ROWS,
    }
}

pub(super) fn page_count(job: &CardJob) -> usize {
    let sheets = job.cards.len().div_ceil(grid(job.sheet.paper).pieces());
    match job.sheet.sides {
        Sides::Both => sheets * 2,
        Sides::Front | Sides::Back => sheets,
    }
}

/// Prints a job page by page.
pub(super) struct Printer<'a> {
    job: &'a CardJob,
    design: Design<'a>,
    grid: Grid,
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
        let shop = &job.face.shop;
        let (mut writer, mut book) = shop.document(&shop.name, job.locale, job.printed_on)?;
        let logo: Option<Logo> = design.mark.add_logo(&mut writer);
        let front = writer.add_template(&front::shared(&design, &mut book, logo), CARD);
        let back = writer.add_template(&back::shared(&design, &mut book), CARD);
        Ok(Self {
            job,
            design,
            grid: grid(job.sheet.paper),
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
        ((index + 1) / pages_a_sheet * self.grid.pieces()).min(self.job.cards.len())
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
            .chunks(self.grid.pieces())
            .nth(sheet)
            .unwrap_or_default();
        let mut items = self.ground(side, cards.len());
        for (place, card) in cards.iter().enumerate() {
            let (x_pt, y_pt) = self.grid.corner(place, side);
            items.push(Item::Group {
                x_pt,
                y_pt,
                clip: None,
                items: self.card(side, card)?,
            });
        }
        if job.sheet.crop_marks && job.sheet.paper != CardPaper::Cr80 {
            items.push(crop_marks(self.grid));
        }
        Ok(Page {
            width_pt: self.grid.page.0,
            height_pt: self.grid.page.1,
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
            let (x, y) = self.grid.corner(place, side);
            path = path.and_rectangle(Area::new(x, y, CARD_WIDTH, CARD_HEIGHT).inset(-BLEED));
        }
        vec![Item::fill(path, self.design.mark.brand)]
    }
}

/// Lines outside the block at every cut.
fn crop_marks(grid: Grid) -> Item {
    let block = grid.block();
    let (near, far) = (CROP_GAP, CROP_GAP + CROP_LENGTH);
    let mut path = Path::new();
    for x in grid.cuts_x() {
        path = path
            .and_line((x, block.y - far), (x, block.y - near))
            .and_line((x, block.bottom() + near), (x, block.bottom() + far));
    }
    for y in grid.cuts_y() {
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
            let (grid, margin) = (grid(paper), CROP_GAP + CROP_LENGTH);
            assert_eq!(grid.pieces(), 10);
            let block = grid.block();
            assert!(
                block.x >= margin && block.y >= margin,
                "{paper:?} {block:?}"
            );
        }
    }
}
