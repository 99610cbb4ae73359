use super::text::Column;
use super::{Greeting, GreetingPart, Refusal, said};
use crate::color::Color;
use crate::font::{FontBook, TextRun, TextStyle};
use crate::geometry::{Area, mm};
use crate::page::Item;
use crate::path::Path;

/// Smaller letters are not read by sorting machines.
const SMALLEST_PT: f32 = 8.5;
const STEP_PT: f32 = 0.25;
/// Lines to write on by hand.
const MOST_RULES: u8 = 3;
const RULE_PITCH: f32 = mm(8.2);

/// How an address stands in its place.
#[derive(Debug, Clone, Copy)]
pub(super) struct AddressPlace {
    pub(super) area: Area,
    pub(super) largest_pt: f32,
    /// In ems.
    pub(super) leading: f32,
}

/// Recipient and address, whole, as large as they fit; without an address lines to write it on.
pub(super) fn address(
    book: &mut FontBook,
    greeting: &Greeting,
    place: AddressPlace,
) -> Result<Vec<Item>, Refusal> {
    let mut size_pt = place.largest_pt;
    loop {
        let (runs, is_cut) = lines(book, greeting, size_pt, place.area.width);
        #[expect(clippy::cast_precision_loss, reason = "a few lines")]
        let height = runs.len() as f32 * size_pt * place.leading;
        let is_smallest = size_pt <= SMALLEST_PT;
        let rules = if greeting.has_address() {
            0.0
        } else {
            RULE_PITCH
        };
        let fits = height + rules <= place.area.height;
        if fits && (!is_cut || is_smallest) {
            return Ok(drawn(greeting, place, runs));
        }
        if is_smallest {
            return Err(Refusal::TooLong(GreetingPart::Address));
        }
        size_pt = (size_pt - STEP_PT).max(SMALLEST_PT);
    }
}

fn lines(
    book: &mut FontBook,
    greeting: &Greeting,
    size_pt: f32,
    width_pt: f32,
) -> (Vec<TextRun>, bool) {
    let style = TextStyle::regular(size_pt);
    let (mut runs, mut is_cut) = (Vec::new(), false);
    let recipient = said(Some(&greeting.recipient));
    for line in recipient.into_iter().chain(greeting.address_lines()) {
        let (broken, cut) = broken(book, line, style, width_pt);
        runs.extend(broken);
        is_cut |= cut;
    }
    (runs, is_cut)
}

/// A line that needs two is broken after a comma, if it can be: "Flat 4," and the street.
fn broken(
    book: &mut FontBook,
    line: &str,
    style: TextStyle,
    width_pt: f32,
) -> (Vec<TextRun>, bool) {
    let whole = book.whole(line, style, width_pt);
    if whole.0.len() != 2 {
        return whole;
    }
    for (comma, _) in line.rmatch_indices(", ") {
        let Some((first, rest)) = line.split_at_checked(comma + 1) else {
            continue;
        };
        let (mut runs, _) = book.whole(first, style, width_pt);
        runs.extend(book.whole(rest.trim(), style, width_pt).0);
        if runs.len() == 2 {
            return (runs, false);
        }
    }
    whole
}

fn drawn(greeting: &Greeting, place: AddressPlace, runs: Vec<TextRun>) -> Vec<Item> {
    let area = place.area;
    let mut column = Column::at(area.x, area.y);
    column.lines(runs, place.leading, Color::BLACK);
    if !greeting.has_address() {
        let mut y = column.top + RULE_PITCH;
        for _ in 0..MOST_RULES {
            if y > area.bottom() {
                break;
            }
            let rule = Path::line((area.x, y), (area.right(), y));
            column.items.push(Item::line(rule, Color::INK_QUIET, 0.4));
            y += RULE_PITCH;
        }
    }
    column.items
}
