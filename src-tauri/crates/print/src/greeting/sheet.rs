use std::io::Write;

use super::{
    Design, Greeting, GreetingCheck, GreetingFormat, GreetingJob, Refusal, TooLong, back, front,
    letter, title,
};
use crate::PrintError;
use crate::color::Color;
use crate::font::FontBook;
use crate::geometry::{Area, mm};
use crate::grid::{Grid, Side};
use crate::page::{Item, Page, TemplateId};
use crate::path::Path;
use crate::pdf::PdfWriter;
use crate::rendered::{MissingGlyph, missing_glyphs};

/// A postcard: ISO 216 A6, lying.
pub(super) const CARD_WIDTH: f32 = mm(148.0);
pub(super) const CARD_HEIGHT: f32 = mm(105.0);

/// How greetings lie on pages.
#[derive(Debug, Clone, Copy)]
struct Layout {
    grid: Grid,
    /// 2 where greetings have a back; a letter has none.
    sides: usize,
}

impl Layout {
    const fn of(format: GreetingFormat) -> Self {
        let card = (CARD_WIDTH, CARD_HEIGHT);
        let (grid, sides) = match format {
            GreetingFormat::PostcardA6 => (Grid::single(card), 2),
            GreetingFormat::PostcardA4 => (
                Grid {
                    page: (mm(297.0), mm(210.0)),
                    piece: card,
                    columns: 2,
                    rows: 2,
                },
                2,
            ),
            GreetingFormat::LetterA4 => (Grid::single((letter::WIDTH, letter::HEIGHT)), 1),
        };
        Self { grid, sides }
    }

    const fn pages(self, greetings: usize) -> usize {
        greetings.div_ceil(self.grid.pieces()) * self.sides
    }
}

/// Prints a job page by page.
pub(super) struct Printer<'a> {
    job: &'a GreetingJob,
    design: Design<'a>,
    layout: Layout,
    book: FontBook,
    writer: PdfWriter,
    /// What all fronts and all backs share; a letter has no back.
    front: TemplateId,
    back: TemplateId,
    /// The greetings that fit, by their place in the job.
    printed: Vec<usize>,
    too_long: Vec<TooLong>,
}

impl<'a> Printer<'a> {
    /// Checks the job, and finds out what fits by laying out each greeting.
    pub(super) fn new(job: &'a GreetingJob) -> Result<Self, PrintError> {
        if job.greetings.is_empty() {
            return Err(PrintError::Nothing);
        }
        let design = Design::read(job)?;
        let (mut writer, mut book) =
            job.sender
                .shop
                .document(&title(job), job.locale, job.printed_on)?;
        let logo = design.mark.add_logo(&mut writer);
        let layout = Layout::of(job.format);
        let (width, height) = layout.grid.piece;
        let area = Area::new(0.0, 0.0, width, height);
        let (front, back) = if job.format == GreetingFormat::LetterA4 {
            let letter = letter::shared(&design, &mut book, logo);
            let letter = writer.add_template(&letter, area);
            (letter, letter)
        } else {
            let front = front::shared(&design, &mut book, logo);
            let back = back::shared(&design, &mut book, logo);
            (
                writer.add_template(&front, area),
                writer.add_template(&back, area),
            )
        };
        let mut printer = Self {
            job,
            design,
            layout,
            book,
            writer,
            front,
            back,
            printed: Vec::new(),
            too_long: Vec::new(),
        };
        printer.fit()?;
        Ok(printer)
    }

    fn fit(&mut self) -> Result<(), PrintError> {
        let shared_missing = self.book.take_missing();
        for (index, greeting) in self.job.greetings.iter().enumerate() {
            match self.fits(greeting) {
                Ok(()) => self.printed.push(index),
                Err(Refusal::TooLong(part)) => self.too_long.push(TooLong {
                    greeting: index,
                    part,
                }),
                Err(Refusal::Print(error)) => return Err(error),
            }
        }
        if self.printed.is_empty() {
            return Err(PrintError::TooLong);
        }
        // What is missing is told of what is printed, not of what was only measured.
        self.book.set_missing(shared_missing);
        Ok(())
    }

    fn fits(&mut self, greeting: &Greeting) -> Result<(), Refusal> {
        self.own(Side::Front, greeting)?;
        if self.layout.sides > 1 {
            self.own(Side::Back, greeting)?;
        }
        Ok(())
    }

    pub(super) fn check(&self) -> GreetingCheck {
        let has_none = |index: &usize| {
            let greeting = self.job.greetings.get(*index);
            greeting.is_some_and(|greeting| !greeting.has_address())
        };
        GreetingCheck {
            pages: self.layout.pages(self.printed.len()),
            printed: self.printed.len(),
            without_address: self.printed.iter().copied().filter(has_none).collect(),
            too_long: self.too_long.clone(),
        }
    }

    /// Greetings whose printing is over once page `index` is done.
    pub(super) fn greetings_done(&self, index: usize) -> usize {
        let sheets = (index + 1) / self.layout.sides;
        (sheets * self.layout.grid.pieces()).min(self.printed.len())
    }

    pub(super) fn print_page(&mut self, index: usize) -> Result<(), PrintError> {
        let page = self.page(index)?;
        self.writer.add_page(&page);
        Ok(())
    }

    pub(super) fn write(
        mut self,
        target: &mut impl Write,
    ) -> Result<Vec<MissingGlyph>, PrintError> {
        let missing = self.book.take_missing();
        self.writer.write(&self.book, target)?;
        Ok(missing_glyphs(missing))
    }

    fn page(&mut self, index: usize) -> Result<Page, PrintError> {
        let (sheet, side) = if self.layout.sides > 1 && !index.is_multiple_of(2) {
            (index / 2, Side::Back)
        } else {
            (index / self.layout.sides, Side::Front)
        };
        let job = self.job;
        let on_sheet: Vec<usize> = self
            .printed
            .chunks(self.layout.grid.pieces())
            .nth(sheet)
            .unwrap_or_default()
            .to_vec();
        let mut items = Vec::new();
        let greetings = on_sheet.iter().filter_map(|at| job.greetings.get(*at));
        for (place, greeting) in greetings.enumerate() {
            let corner = self.layout.grid.corner(place, side);
            let drawn = self.greeting(side, greeting)?;
            items.push(self.placed(corner, side, drawn));
        }
        if job.format == GreetingFormat::PostcardA4 {
            items.push(crop_marks(self.layout.grid));
        }
        Ok(Page {
            width_pt: self.layout.grid.page.0,
            height_pt: self.layout.grid.page.1,
            items,
        })
    }

    /// Backs of a sheet stand on their head: a postcard is turned over its short edge, as one
    /// turns a page, the sheet over its long one.
    fn placed(&self, (x_pt, y_pt): (f32, f32), side: Side, items: Vec<Item>) -> Item {
        if side == Side::Back && self.job.format == GreetingFormat::PostcardA4 {
            return Item::HalfTurn {
                x_pt: x_pt + CARD_WIDTH,
                y_pt: y_pt + CARD_HEIGHT,
                items,
            };
        }
        Item::Group {
            x_pt,
            y_pt,
            clip: None,
            items,
        }
    }

    fn greeting(&mut self, side: Side, greeting: &Greeting) -> Result<Vec<Item>, PrintError> {
        let template = match side {
            Side::Front => self.front,
            Side::Back => self.back,
        };
        let mut items = vec![Item::Template {
            template,
            x_pt: 0.0,
            y_pt: 0.0,
        }];
        items.extend(self.own(side, greeting).map_err(|refusal| match refusal {
            Refusal::Print(error) => error,
            // Only what fits is printed.
            Refusal::TooLong(_) => PrintError::TooLong,
        })?);
        Ok(items)
    }

    fn own(&mut self, side: Side, greeting: &Greeting) -> Result<Vec<Item>, Refusal> {
        self.design
            .speak(greeting.locale.unwrap_or(self.job.locale));
        let (design, book) = (&self.design, &mut self.book);
        match (self.job.format, side) {
            (GreetingFormat::LetterA4, _) => letter::own(design, book, greeting),
            (_, Side::Front) => front::own(design, book, greeting),
            (_, Side::Back) => back::own(design, book, greeting),
        }
    }
}

/// Where to cut: two cuts through the middle of the sheet, marked at its edges and at their
/// crossing. The quarters fill the sheet, so the marks stand on the cuts, in the postcards' white.
fn crop_marks(grid: Grid) -> Item {
    const EDGE: f32 = mm(6.0);
    const CROSS: f32 = mm(3.0);
    let (width, height) = grid.page;
    let (x, y) = (width / 2.0, height / 2.0);
    let path = Path::new()
        .and_line((x, 0.0), (x, EDGE))
        .and_line((x, height - EDGE), (x, height))
        .and_line((0.0, y), (EDGE, y))
        .and_line((width - EDGE, y), (width, y))
        .and_line((x - CROSS, y), (x + CROSS, y))
        .and_line((x, y - CROSS), (x, y + CROSS));
    Item::line(path, Color::BLACK, 0.3)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_cuts_part_the_postcards() {
        let grid = Layout::of(GreetingFormat::PostcardA4).grid;
        let (right, lower) = grid.corner(3, Side::Front);
        assert!((right - grid.page.0 / 2.0).abs() < 0.01);
        assert!((lower - grid.page.1 / 2.0).abs() < 0.01);
    }

    #[test]
    fn four_postcards_fill_the_sheet() {
        let grid = Layout::of(GreetingFormat::PostcardA4).grid;
        let block = grid.block();
        assert_eq!(grid.pieces(), 4);
        assert!(block.x >= 0.0 && block.x < mm(1.0), "{block:?}");
        assert!(block.y >= -0.01 && block.y < 0.01, "{block:?}");
    }
}
