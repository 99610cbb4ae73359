use super::{CARD, CARD_WIDTH, Card, Design, stamps};
use crate::PrintError;
use crate::code::{Ean13, MODULES, QR_MODULES, QUIET_LEFT, QUIET_RIGHT, qr_rectangles};
use crate::color::Color;
use crate::font::{FitSizes, FontBook, TextRun, TextStyle, Weight};
use crate::geometry::{Area, mm};
use crate::page::{Item, Modules};
use crate::path::Path;

const BAR_HEIGHT: f32 = mm(1.8);
/// Left edge of the stamps and of the barcode's first digit.
const LEFT: f32 = mm(5.0);
const STAMPS: Area = Area::mm(5.0, 6.2, 48.6, 22.05);

/// A QR module; 22 mm for the code, and 4 modules stay white around it.
const QR_UNIT: f32 = mm(1.05);
const QR_SIDE: f32 = QR_MODULES as f32 * QR_UNIT;
const QR: Area = Area::new(mm(58.6), mm(6.2), QR_SIDE, QR_SIDE);

/// A barcode module is 127% of the nominal 0.33 mm, to be read by every scanner.
const BAR_UNIT: f32 = mm(0.42);
const BARS_LEFT: f32 = LEFT + QUIET_LEFT as f32 * BAR_UNIT;
const BARS_TOP: f32 = mm(31.6);
const BARS_HEIGHT: f32 = mm(14.6);
/// Guard bars reach five modules further down.
const GUARDS_HEIGHT: f32 = BARS_HEIGHT + 5.0 * BAR_UNIT;
const DIGITS_BASELINE: f32 = BARS_TOP + BARS_HEIGHT + mm(2.75);
const DIGITS_SIZE: f32 = 8.6;

/// The column under the QR code.
const NOTES_LEFT: f32 = QR.x;
const NOTES_TOP: f32 = mm(32.6);
const NOTES_BOTTOM: f32 = mm(50.4);
const NOTES_WIDTH: f32 = CARD_WIDTH - NOTES_LEFT - mm(3.6);

/// What all backs share: bar, stamps, where the shop is.
pub(super) fn shared(design: &Design<'_>, book: &mut FontBook) -> Vec<Item> {
    let bar = Area::new(0.0, 0.0, CARD_WIDTH, BAR_HEIGHT);
    let mut items = vec![
        Item::fill(Path::rectangle(CARD), Color::WHITE),
        Item::fill(Path::rectangle(bar), design.mark.brand),
    ];
    if let Some(grid) = design.face.stamps {
        items.extend(stamps::stamps(book, grid, STAMPS, design.line_color()));
    } else {
        items.extend(shop_name(design, book));
    }
    items.extend(notes(design, book));
    items
}

/// What is this card's: its number, three times.
pub(super) fn own(book: &mut FontBook, card: &Card) -> Result<Vec<Item>, PrintError> {
    let number = Ean13::parse(&card.number)?;
    let mut items = vec![
        Item::Modules(Modules {
            x_pt: QR.x,
            y_pt: QR.y,
            unit_pt: (QR_UNIT, QR_UNIT),
            rectangles: qr_rectangles(&card.number)?,
        }),
        barcode(number),
    ];
    items.extend(digits(book, number));
    Ok(items)
}

fn barcode(number: Ean13) -> Item {
    // Heights are counted in twentieths of the bars' height.
    const PARTS: u8 = 20;
    let unit_y = BARS_HEIGHT / f32::from(PARTS);
    #[expect(clippy::cast_possible_truncation, reason = "about 23")]
    #[expect(clippy::cast_sign_loss, reason = "about 23")]
    let guard_parts = (GUARDS_HEIGHT / unit_y).round() as u8;
    let rectangles = number
        .bars()
        .into_iter()
        .map(|bar| {
            [
                bar.left,
                0,
                bar.width,
                if bar.is_guard { guard_parts } else { PARTS },
            ]
        })
        .collect();
    Item::Modules(Modules {
        x_pt: BARS_LEFT,
        y_pt: BARS_TOP,
        unit_pt: (BAR_UNIT, unit_y),
        rectangles,
    })
}

/// One digit before the bars, six under each half.
fn digits(book: &mut FontBook, number: Ean13) -> Vec<Item> {
    let style = TextStyle::regular(DIGITS_SIZE);
    let [first, left_half, right_half] = number.groups();
    let first = book.run(&first, style);
    let mut items = vec![Item::text(first, LEFT, DIGITS_BASELINE, Color::BLACK)];
    for (half, start) in [(left_half, 4.5), (right_half, 51.5)] {
        let room = 39.0 * BAR_UNIT;
        let run = spread(book, &half, style, room);
        let x = BAR_UNIT.mul_add(start, BARS_LEFT) + (room - run.width_pt + run.tracking_pt) / 2.0;
        items.push(Item::text(run, x, DIGITS_BASELINE, Color::BLACK));
    }
    items
}

/// Digits with even space between them.
fn spread(book: &mut FontBook, digits: &str, style: TextStyle, width: f32) -> TextRun {
    let natural = book.run(digits, style).width_pt;
    book.tracked(digits, style, (width - natural) / 6.0)
}

/// Where stamps would be: the shop's name, large.
fn shop_name(design: &Design<'_>, book: &mut FontBook) -> Vec<Item> {
    let room = STAMPS.inset(mm(1.0));
    let color = design.mark.brand.on_white(4.5);
    let one = FitSizes {
        largest_pt: 17.0,
        smallest_pt: 13.0,
    };
    let two = FitSizes {
        largest_pt: 15.0,
        smallest_pt: 9.0,
    };
    let name = &design.face.shop.name;
    let mut baseline = room.y + mm(5.0);
    let mut items = Vec::new();
    for line in book.one_or_two_lines(name, Weight::Bold, one, two, room.width) {
        items.push(Item::text(line, LEFT, baseline, color));
        baseline += mm(6.2);
    }
    if let Some(tagline) = &design.face.tagline {
        for line in book.wrapped(tagline, TextStyle::regular(8.0), room.width, 2) {
            items.push(Item::text(line, LEFT, baseline, Color::INK_SOFT));
            baseline += mm(3.6);
        }
    }
    items
}

/// Address, phone and what a finder should do, as large as they fit.
fn notes(design: &Design<'_>, book: &mut FontBook) -> Vec<Item> {
    let mut size_pt = 7.0;
    loop {
        let (items, bottom) = notes_at(design, book, size_pt);
        if bottom <= NOTES_BOTTOM || size_pt <= 4.6 {
            return items;
        }
        size_pt -= 0.2;
    }
}

fn notes_at(design: &Design<'_>, book: &mut FontBook, size_pt: f32) -> (Vec<Item>, f32) {
    let found = match design.face.found_line.as_deref() {
        None => design.catalog.text("card-found-it"),
        Some(own) => own.trim().to_owned(),
    };
    let text = |text: &Option<String>| text.as_deref().unwrap_or_default().trim().to_owned();
    let paragraphs = [
        (text(&design.face.address), size_pt, Color::INK_SOFT, 3, 0.0),
        (text(&design.face.phone), size_pt, Color::INK_SOFT, 1, 0.0),
        (found, size_pt * 0.92, Color::INK_QUIET, 5, size_pt * 0.55),
    ];
    let mut items = Vec::new();
    let mut top = NOTES_TOP;
    for (paragraph, size_pt, color, most_lines, space_before) in paragraphs {
        if paragraph.is_empty() {
            continue;
        }
        if !items.is_empty() {
            top += space_before;
        }
        let style = TextStyle::regular(size_pt);
        for line in book.wrapped(&paragraph, style, NOTES_WIDTH, most_lines) {
            items.push(Item::text(
                line,
                NOTES_LEFT,
                size_pt.mul_add(0.76, top),
                color,
            ));
            top += size_pt * 1.28;
        }
    }
    (items, top)
}

/// Everything dark stays out of the white that scanners need.
const _: () = {
    let qr_quiet = 4.0 * QR_UNIT;
    assert!(QR.width >= mm(20.0));
    assert!(QR.y - BAR_HEIGHT >= qr_quiet);
    assert!(CARD_WIDTH - QR.right() >= qr_quiet);
    assert!(QR.x - STAMPS.right() >= qr_quiet);
    assert!(NOTES_TOP - QR.bottom() >= qr_quiet);
    let bars_and_quiet = (QUIET_LEFT + MODULES + QUIET_RIGHT) as f32 * BAR_UNIT;
    assert!(NOTES_LEFT >= LEFT + bars_and_quiet);
    assert!(BARS_TOP >= STAMPS.bottom() + mm(2.0));
};
