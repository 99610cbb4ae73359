//! The address side of a postcard: sender, gift and card on the left, the address on the right.
//!
//! The places are those European posts sort by: the right half is for the address and the postage,
//! 40 mm from the top stay free for postmarks, the lowest 15 mm for the post's own bars.

use super::address::{AddressPlace, address};
use super::gift::{GiftSizes, gift_column, gift_sign};
use super::text::{Column, Fit};
use super::{Design, Greeting, GreetingGift, Refusal, qr};
use crate::code::QR_MODULES;
use crate::color::Color;
use crate::font::{FitSizes, FontBook, TextStyle, Weight};
use crate::geometry::{Area, mm};
use crate::page::{Item, Stroke};
use crate::path::Path;
use crate::shop::Logo;

/// The sender's half, above the post's bars.
const LEFT_HALF: Area = Area::mm(8.0, 8.0, 58.0, 81.0);
const DIVIDER_X: f32 = mm(72.5);
const POSTAGE: Area = Area::mm(118.0, 8.0, 22.0, 26.0);
const ADDRESS: AddressPlace = AddressPlace {
    area: Area::mm(80.0, 46.0, 58.0, 43.0),
    largest_pt: 11.5,
    leading: 1.4,
};

const BADGE_HEIGHT: f32 = mm(10.0);
/// Of a wide logo, which leaves the lines beside it little room.
const WIDE_BADGE_HEIGHT: f32 = mm(6.6);
const GIFT: Area = Area::mm(8.0, 27.5, 58.0, 31.5);
const GIFT_PADDING: f32 = mm(3.4);
const GIFT_SIGN: f32 = mm(11.0);
const GIFT_SIZES: GiftSizes = GiftSizes {
    small_pt: 7.4,
    name: &[
        Fit::new(1, 12.5, 10.5),
        Fit::new(2, 12.0, 9.0),
        Fit::new(3, 9.5, 7.5),
    ],
    code: FitSizes {
        largest_pt: 10.0,
        smallest_pt: 7.0,
    },
    gap_pt: mm(1.2),
};

/// A QR module; 22 mm for the code.
const QR_UNIT: f32 = mm(1.05);
const QR_SIDE: f32 = QR_MODULES as f32 * QR_UNIT;
const QR: Area = Area::new(LEFT_HALF.x, LEFT_HALF.bottom() - QR_SIDE, QR_SIDE, QR_SIDE);

/// What all address sides share: the sender, the divider and the place of the postage.
pub(super) fn shared(design: &Design<'_>, book: &mut FontBook, logo: Option<Logo>) -> Vec<Item> {
    let divider = Path::line((DIVIDER_X, LEFT_HALF.y), (DIVIDER_X, LEFT_HALF.bottom()));
    let mut items = vec![
        Item::line(divider, design.tint(), 0.7),
        Item::Line {
            path: Path::rounded(POSTAGE, mm(1.6)),
            stroke: Stroke {
                color: Color::LINE,
                width_pt: 0.8,
                dash_pt: Some((2.4, 2.4)),
            },
        },
    ];
    items.extend(sender(design, book, logo));
    items
}

/// What is this greeting's: the address, the gift, the card.
pub(super) fn own(
    design: &Design<'_>,
    book: &mut FontBook,
    greeting: &Greeting,
) -> Result<Vec<Item>, Refusal> {
    let mut items = address(book, greeting, ADDRESS)?;
    if let Some(gift) = &greeting.gift {
        items.extend(gift_box(design, book, gift)?);
    }
    if let Some(number) = greeting.card() {
        items.push(qr(number, (QR.x, QR.y), QR_UNIT)?);
        items.extend(card_note(design, book, number));
    }
    Ok(items)
}

fn sender(design: &Design<'_>, book: &mut FontBook, logo: Option<Logo>) -> Vec<Item> {
    let corner = (LEFT_HALF.x, LEFT_HALF.y);
    let (mut items, mut badge_width) = design.badge_on_white(book, logo, corner, BADGE_HEIGHT);
    if badge_width > BADGE_HEIGHT * 1.5 {
        let corner = (
            corner.0,
            corner.1 + (BADGE_HEIGHT - WIDE_BADGE_HEIGHT) / 2.0,
        );
        (items, badge_width) = design.badge_on_white(book, logo, corner, WIDE_BADGE_HEIGHT);
    }
    let left = LEFT_HALF.x + badge_width + mm(2.8);
    let width = LEFT_HALF.right() - left;
    let mut column = Column::at(left, LEFT_HALF.y + mm(0.3));
    let shop = design.sender;
    let one = FitSizes {
        largest_pt: 10.0,
        smallest_pt: 8.2,
    };
    let two = FitSizes {
        largest_pt: 9.0,
        smallest_pt: 6.6,
    };
    let name = book.one_or_two_lines(&shop.shop.name, Weight::Bold, one, two, width);
    column.lines(name, 1.24, Color::INK);
    column.space(mm(0.4));
    let style = TextStyle::regular(7.2);
    if let Some(address) = shop.address() {
        let one = FitSizes {
            largest_pt: 7.2,
            smallest_pt: 6.4,
        };
        let two = FitSizes {
            largest_pt: 7.2,
            smallest_pt: 5.6,
        };
        let lines = book.one_or_two_lines(address, Weight::Regular, one, two, width);
        column.lines(lines, 1.3, Color::INK_SOFT);
    }
    if let Some(phone) = shop.phone() {
        column.line(
            book.fitted_line(phone, style, 5.6, width),
            1.3,
            Color::INK_SOFT,
        );
    }
    items.extend(column.items);
    items
}

fn gift_box(
    design: &Design<'_>,
    book: &mut FontBook,
    gift: &GreetingGift,
) -> Result<Vec<Item>, Refusal> {
    let left = GIFT.x + GIFT_PADDING + GIFT_SIGN + mm(3.0);
    let width = GIFT.right() - GIFT_PADDING - left;
    let column = gift_column(design, book, gift, (left, 0.0), width, GIFT_SIZES)?;
    // The lines stand in the middle of the box's height.
    let top = (GIFT.height - column.top) / 2.0;
    let outline = Path::rounded(GIFT, mm(3.0));
    let sign_center = (GIFT.x + GIFT_PADDING + GIFT_SIGN / 2.0, GIFT.center().1);
    let mut items = vec![
        Item::fill(outline.clone(), design.wash()),
        Item::line(outline, design.tint(), 0.7),
    ];
    items.extend(gift_sign(design, sign_center, GIFT_SIGN));
    items.push(Item::Group {
        x_pt: 0.0,
        y_pt: GIFT.y + top,
        clip: None,
        items: column.items,
    });
    Ok(items)
}

/// Beside the code: whose it is and what it is for.
fn card_note(design: &Design<'_>, book: &mut FontBook, number: &str) -> Vec<Item> {
    let left = QR.right() + mm(5.0);
    let width = LEFT_HALF.right() - left;
    let mut column = Column::at(left, QR.y + mm(2.6));
    let title = book.fitted_line(
        &design.say("greeting-card"),
        TextStyle::semibold(9.0),
        7.0,
        width,
    );
    column.line(title, 1.4, Color::INK);
    let digits = book.fitted_whole(
        number,
        Weight::Regular,
        FitSizes {
            largest_pt: 8.0,
            smallest_pt: 6.0,
        },
        width,
        1,
    );
    column.lines(digits.unwrap_or_default(), 1.6, Color::INK_SOFT);
    let how = design.say("greeting-card-how");
    let sizes = FitSizes {
        largest_pt: 7.4,
        smallest_pt: 6.0,
    };
    let how = book.fitted_whole(&how, Weight::Regular, sizes, width, 3);
    column.lines(how.unwrap_or_default(), 1.32, Color::INK_SOFT);
    column.items
}

/// Everything keeps its distance.
const _: () = {
    let qr_quiet = 4.0 * QR_UNIT;
    assert!(QR.width >= mm(20.0));
    assert!(QR.y - GIFT.bottom() >= qr_quiet);
    assert!(QR.x >= qr_quiet);
    assert!(LEFT_HALF.bottom() <= mm(105.0 - 15.0));
    assert!(ADDRESS.area.bottom() <= mm(105.0 - 15.0));
    assert!(ADDRESS.area.y >= mm(40.0) && ADDRESS.area.y >= POSTAGE.bottom());
    assert!(ADDRESS.area.x >= mm(74.0) && LEFT_HALF.right() < DIVIDER_X);
};
