//! Words in a column: a heading with its message, and lines under each other.

use super::{Greeting, GreetingPart, Refusal, said};
use crate::color::Color;
use crate::font::{FitSizes, FontBook, TextRun, TextStyle, Weight};
use crate::geometry::{Area, mm};
use crate::page::Item;
use crate::path::Path;

/// From the top of a line to its baseline, in ems.
const ASCENT: f32 = 0.76;
const STEP_PT: f32 = 0.25;

/// Lines set under each other.
pub(super) struct Column {
    pub(super) items: Vec<Item>,
    pub(super) left: f32,
    /// Where the next line begins.
    pub(super) top: f32,
}

impl Column {
    pub(super) const fn at(left: f32, top: f32) -> Self {
        Self {
            items: Vec::new(),
            left,
            top,
        }
    }

    /// `leading` is in ems.
    pub(super) fn line(&mut self, run: TextRun, leading: f32, color: Color) {
        let size_pt = run.size_pt;
        let baseline = size_pt.mul_add(ASCENT, self.top);
        self.items.push(Item::text(run, self.left, baseline, color));
        self.top += size_pt * leading;
    }

    pub(super) fn lines(&mut self, runs: Vec<TextRun>, leading: f32, color: Color) {
        for run in runs {
            self.line(run, leading, color);
        }
    }

    pub(super) fn space(&mut self, height_pt: f32) {
        self.top += height_pt;
    }
}

/// One way to set a heading: at these sizes, in so many lines.
#[derive(Debug, Clone, Copy)]
pub(super) struct Fit {
    pub(super) sizes: FitSizes,
    pub(super) lines: usize,
}

impl Fit {
    pub(super) const fn new(lines: usize, largest_pt: f32, smallest_pt: f32) -> Self {
        Self {
            sizes: FitSizes {
                largest_pt,
                smallest_pt,
            },
            lines,
        }
    }

    const fn at_smallest(self) -> Self {
        Self::new(self.lines, self.sizes.smallest_pt, self.sizes.smallest_pt)
    }
}

/// A heading, whole, in the first of these ways that holds it. Only the last may cut a word in
/// two, at its smallest.
pub(super) fn heading(
    book: &mut FontBook,
    text: &str,
    weight: Weight,
    ways: &[Fit],
    width_pt: f32,
) -> Option<Vec<TextRun>> {
    let text = text.trim();
    let whole = ways
        .iter()
        .find_map(|way| book.fitted_whole(text, weight, way.sizes, width_pt, way.lines));
    whole.or_else(|| {
        let last = ways.last()?;
        let size_pt = last.sizes.smallest_pt;
        let (runs, _) = book.whole(text, TextStyle { weight, size_pt }, width_pt);
        (runs.len() <= last.lines).then_some(runs)
    })
}

/// How large a heading and its message may be.
#[derive(Debug, Clone, Copy)]
pub(super) struct MessageSizes {
    pub(super) subject: &'static [Fit],
    pub(super) body: FitSizes,
    /// Of the body, in ems.
    pub(super) leading: f32,
    /// A short bar in the brand between heading and body, in points; `None` leaves it out.
    pub(super) accent: Option<(f32, f32)>,
}

/// A heading and paragraphs at the sizes that fit.
pub(super) struct Message {
    subject: Vec<TextRun>,
    /// Paragraphs of lines.
    body: Vec<Vec<TextRun>>,
    sizes: MessageSizes,
    pub(super) height_pt: f32,
}

const SUBJECT_LEADING: f32 = 1.16;
/// Between heading and body.
const SUBJECT_GAP: f32 = mm(4.0);
/// Between the accent and the body.
const ACCENT_GAP: f32 = mm(4.6);
/// Between paragraphs, in lines.
const PARAGRAPH_GAP: f32 = 0.55;

impl Message {
    /// The largest letters that keep a greeting's words within width and height: first the body
    /// gives way, then the heading.
    pub(super) fn fitted(
        book: &mut FontBook,
        greeting: &Greeting,
        (width_pt, height_pt): (f32, f32),
        sizes: MessageSizes,
    ) -> Result<Self, Refusal> {
        let smallest: Vec<Fit> = sizes
            .subject
            .last()
            .map(|way| way.at_smallest())
            .into_iter()
            .collect();
        for ways in [sizes.subject, &smallest] {
            let subject = heading(book, &greeting.subject, Weight::Bold, ways, width_pt)
                .ok_or(Refusal::TooLong(GreetingPart::Subject))?;
            let mut size_pt = sizes.body.largest_pt;
            while size_pt >= sizes.body.smallest_pt {
                let body = paragraphs(book, &greeting.body, size_pt, width_pt);
                let message = Self::of(subject.clone(), body, sizes);
                if message.height_pt <= height_pt {
                    return Ok(message);
                }
                size_pt -= STEP_PT;
            }
        }
        Err(Refusal::TooLong(GreetingPart::Body))
    }

    fn of(subject: Vec<TextRun>, body: Vec<Vec<TextRun>>, sizes: MessageSizes) -> Self {
        let mut message = Self {
            subject,
            body,
            sizes,
            height_pt: 0.0,
        };
        message.height_pt = message.column((0.0, 0.0), Color::BLACK).top;
        message
    }

    /// With the top left corner at `at`.
    pub(super) fn column(&self, at: (f32, f32), accent: Color) -> Column {
        let mut column = Column::at(at.0, at.1);
        column.lines(self.subject.clone(), SUBJECT_LEADING, Color::INK);
        if !self.subject.is_empty() && !self.body.is_empty() {
            column.space(SUBJECT_GAP);
            if let Some((width_pt, height_pt)) = self.sizes.accent {
                let bar = Area::new(at.0, column.top, width_pt, height_pt);
                column
                    .items
                    .push(Item::fill(Path::rounded(bar, height_pt / 2.0), accent));
                column.space(height_pt + ACCENT_GAP);
            }
        }
        for (index, paragraph) in self.body.iter().enumerate() {
            if let (true, Some(line)) = (index > 0, paragraph.first()) {
                column.space(line.size_pt * self.sizes.leading * PARAGRAPH_GAP);
            }
            column.lines(paragraph.clone(), self.sizes.leading, Color::INK);
        }
        column
    }
}

/// The whole text: lines as they were written, broken where they are too long, and gathered into
/// paragraphs.
fn paragraphs(book: &mut FontBook, text: &str, size_pt: f32, width_pt: f32) -> Vec<Vec<TextRun>> {
    let style = TextStyle::regular(size_pt);
    let mut paragraphs = vec![Vec::new()];
    for line in text.lines() {
        match (said(Some(line)), paragraphs.last_mut()) {
            (Some(line), Some(paragraph)) => paragraph.extend(book.gathered(line, style, width_pt)),
            _ => paragraphs.push(Vec::new()),
        }
    }
    paragraphs.retain(|paragraph| !paragraph.is_empty());
    paragraphs
}
