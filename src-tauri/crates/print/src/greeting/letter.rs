//! A letter on one A4 page, laid out by DIN 5008 form B: the address shows in a window on the left
//! 45 to 90 mm from the top, and the page is folded at 105 and 210 mm.

use regulars_i18n::date_long;

use super::address::{AddressPlace, address};
use super::gift::{GiftSizes, gift_column, gift_sign};
use super::text::{Column, Fit, Message, MessageSizes};
use super::{Design, Greeting, Refusal, qr, said};
use crate::code::QR_MODULES;
use crate::color::Color;
use crate::font::{FitSizes, FontBook, TextStyle, Weight};
use crate::geometry::{Area, mm};
use crate::page::Item;
use crate::path::Path;
use crate::shop::Logo;

pub(super) const WIDTH: f32 = mm(210.0);
pub(super) const HEIGHT: f32 = mm(297.0);

const LEFT: f32 = mm(25.0);
const RIGHT: f32 = mm(190.0);
const BADGE_TOP: f32 = mm(16.0);
const BADGE_HEIGHT: f32 = mm(15.0);
/// The line above the address; both show in the window.
const RETURN_BASELINE: f32 = mm(58.9);
const RETURN_RULE: f32 = mm(60.4);
const ADDRESS: AddressPlace = AddressPlace {
    area: Area::mm(25.0, 62.9, 78.0, 27.0),
    largest_pt: 10.5,
    leading: 1.2,
};
/// Where and when.
const INFO: Area = Area::mm(130.0, 50.0, 60.0, 40.0);

const BODY_TOP: f32 = mm(98.0);
const BODY_WIDTH: f32 = mm(150.0);
/// The end of the words above a box, below the fold; and without a box.
const BODY_BOTTOM: f32 = mm(213.0);
const BODY_BOTTOM_ALONE: f32 = mm(270.0);
const SIZES: MessageSizes = MessageSizes {
    subject: &[Fit::new(1, 17.0, 13.0), Fit::new(2, 16.0, 11.5)],
    body: FitSizes {
        largest_pt: 11.0,
        smallest_pt: 9.0,
    },
    leading: 1.46,
    accent: None,
};
/// Between the words and the sign-off, and room to sign by hand.
const BEFORE_SIGN_OFF: f32 = mm(6.0);
const SIGNATURE: f32 = mm(9.0);
const SIGN_OFF_HEIGHT: f32 = BEFORE_SIGN_OFF + SIGNATURE + mm(12.0);

/// Gift and card stand in the lowest third, whole when the letter is folded.
const BOX: Area = Area::mm(25.0, 224.0, 165.0, 43.0);
const BOX_PADDING: f32 = mm(6.5);
const SIGN: f32 = mm(17.0);
const QR_UNIT: f32 = mm(1.2);
const QR_SIDE: f32 = QR_MODULES as f32 * QR_UNIT;
/// White around the code: four units, and a little for the eye.
const QR_GROUND: f32 = QR_SIDE + 2.0 * 4.0 * QR_UNIT;
const NOTE_WIDTH: f32 = mm(31.0);
const GIFT_SIZES: GiftSizes = GiftSizes {
    small_pt: 9.5,
    name: &[
        Fit::new(1, 17.0, 13.0),
        Fit::new(2, 16.0, 11.0),
        Fit::new(3, 13.0, 9.0),
    ],
    code: FitSizes {
        largest_pt: 12.5,
        smallest_pt: 8.0,
    },
    gap_pt: mm(2.0),
};

/// What all letters of a job share: the head, the return address, the date, the fold marks.
pub(super) fn shared(design: &Design<'_>, book: &mut FontBook, logo: Option<Logo>) -> Vec<Item> {
    let mut items = head(design, book, logo);
    items.extend(return_line(design, book));
    items.extend(info(design, book));
    let mut marks = Path::new();
    for (y, length) in [(105.0, 4.0), (148.5, 6.0), (210.0, 4.0)] {
        marks = marks.and_line((mm(4.5), mm(y)), (mm(4.5 + length), mm(y)));
    }
    items.push(Item::line(marks, Color::INK_QUIET, 0.4));
    items
}

/// What is this letter's.
pub(super) fn own(
    design: &Design<'_>,
    book: &mut FontBook,
    greeting: &Greeting,
) -> Result<Vec<Item>, Refusal> {
    let mut items = address(book, greeting, ADDRESS)?;
    let has_box = greeting.gift.is_some() || greeting.card().is_some();
    let bottom = if has_box {
        BODY_BOTTOM
    } else {
        BODY_BOTTOM_ALONE
    };
    let room = (BODY_WIDTH, bottom - BODY_TOP - SIGN_OFF_HEIGHT);
    let unsigned = Greeting {
        body: without_signature(&greeting.body, &design.sender.shop.name).into(),
        ..greeting.clone()
    };
    let message = Message::fitted(book, &unsigned, room, SIZES)?;
    let mut column = message.column((LEFT, BODY_TOP), design.line_color());
    sign_off(design, book, &mut column);
    items.extend(column.items);
    if has_box {
        items.extend(gift_and_card(design, book, greeting)?);
    }
    Ok(items)
}

/// Badge, name and slogan, and the card's two circles in the corner.
fn head(design: &Design<'_>, book: &mut FontBook, logo: Option<Logo>) -> Vec<Item> {
    let tint = design.tint();
    let circles = [((mm(192.0), mm(10.0)), 33.0), ((mm(198.0), mm(4.0)), 20.0)];
    let mut items: Vec<Item> = circles
        .into_iter()
        .map(|(center, radius)| Item::line(Path::circle(center, mm(radius)), tint, 0.8))
        .collect();
    let (badge, badge_width) = design.badge_on_white(book, logo, (LEFT, BADGE_TOP), BADGE_HEIGHT);
    items.extend(badge);
    let left = LEFT + badge_width + mm(4.2);
    let width = mm(152.0) - left;
    let slogan = design.sender.slogan();
    let baseline = if slogan.is_some() { mm(22.9) } else { mm(25.8) };
    let name = &design.sender.shop.name;
    let name = book.fitted_line(name, TextStyle::bold(18.0), 10.0, width);
    items.push(Item::text(name, left, baseline, Color::INK));
    if let Some(slogan) = slogan {
        let line = book.fitted_line(slogan, TextStyle::regular(10.0), 7.0, width);
        items.push(Item::text(line, left, mm(28.6), Color::INK_SOFT));
    }
    items
}

/// Where the post brings back what it cannot deliver: on one line if it fits, otherwise the name
/// above the address.
fn return_line(design: &Design<'_>, book: &mut FontBook) -> Vec<Item> {
    let shop = design.sender;
    let parts: Vec<&str> = [said(Some(&shop.shop.name)), shop.address()]
        .into_iter()
        .flatten()
        .collect();
    let width = ADDRESS.area.width;
    let sizes = FitSizes {
        largest_pt: 7.2,
        smallest_pt: 6.4,
    };
    let whole = book.fitted_whole(&parts.join(" · "), Weight::Regular, sizes, width, 1);
    let lines = whole.unwrap_or_else(|| {
        let style = TextStyle::regular(6.8);
        parts
            .iter()
            .map(|part| book.fitted_line(part, style, 5.4, width))
            .collect()
    });
    let rule = Path::line((LEFT, RETURN_RULE), (LEFT + width, RETURN_RULE));
    let mut items = vec![Item::line(rule, Color::LINE, 0.5)];
    let mut baseline = RETURN_BASELINE;
    for line in lines.into_iter().rev() {
        let line_height = line.size_pt * 1.25;
        items.push(Item::text(line, LEFT, baseline, Color::INK_QUIET));
        baseline -= line_height;
    }
    items
}

fn info(design: &Design<'_>, book: &mut FontBook) -> Vec<Item> {
    let sizes = FitSizes {
        largest_pt: 9.0,
        smallest_pt: 7.5,
    };
    let mut column = Column::at(INFO.x, INFO.y);
    for text in [design.sender.address(), design.sender.phone()]
        .into_iter()
        .flatten()
    {
        let runs = book.one_or_two_lines(text, Weight::Regular, sizes, sizes, INFO.width);
        column.lines(runs, 1.4, Color::INK_SOFT);
    }
    if !column.items.is_empty() {
        column.space(mm(3.0));
    }
    let date = date_long(design.printed_on, design.locale);
    let date = book.fitted_line(&date, TextStyle::semibold(10.0), 8.0, INFO.width);
    column.line(date, 1.4, Color::INK);
    column.items
}

/// A text may end with the shop's name, for e-mail has no other signature; a letter has.
fn without_signature<'a>(body: &'a str, name: &str) -> &'a str {
    match body.trim_end().strip_suffix(name).map(str::trim_end) {
        Some(words) if words.ends_with(['.', '!', '?']) => words,
        _ => body,
    }
}

fn sign_off(design: &Design<'_>, book: &mut FontBook, column: &mut Column) {
    column.space(BEFORE_SIGN_OFF);
    let text = design.say("greeting-sign-off");
    let line = book.fitted_line(&text, TextStyle::regular(11.0), 9.0, BODY_WIDTH);
    column.line(line, 1.4, Color::INK);
    column.space(SIGNATURE);
    let name = &design.sender.shop.name;
    let line = book.fitted_line(name, TextStyle::semibold(11.0), 8.0, BODY_WIDTH);
    column.line(line, 1.3, design.line_color());
}

/// The gift on the left, the card's code on the right.
fn gift_and_card(
    design: &Design<'_>,
    book: &mut FontBook,
    greeting: &Greeting,
) -> Result<Vec<Item>, Refusal> {
    let outline = Path::rounded(BOX, mm(4.5));
    let mut items = vec![
        Item::fill(outline.clone(), design.wash()),
        Item::line(outline, design.tint(), 0.8),
    ];
    let mut right = BOX.right() - BOX_PADDING;
    if let Some(number) = greeting.card() {
        let ground = Area::new(
            BOX.right() - QR_GROUND - (BOX.height - QR_GROUND) / 2.0,
            BOX.center().1 - QR_GROUND / 2.0,
            QR_GROUND,
            QR_GROUND,
        );
        items.push(Item::fill(Path::rounded(ground, mm(3.0)), Color::WHITE));
        let code = ground.inset(4.0 * QR_UNIT);
        items.push(qr(number, (code.x, code.y), QR_UNIT)?);
        let left = if greeting.gift.is_some() {
            let left = ground.x - mm(4.0) - NOTE_WIDTH;
            let divider = left - mm(4.5);
            let ends = ((divider, ground.y), (divider, ground.bottom()));
            items.push(Item::line(Path::line(ends.0, ends.1), design.tint(), 0.7));
            left
        } else {
            BOX.x + BOX_PADDING
        };
        items.extend(card_note(design, book, number, (left, ground.x - mm(4.0))));
        right = left - mm(9.0);
    }
    if let Some(gift) = &greeting.gift {
        let left = BOX.x + BOX_PADDING + SIGN + mm(6.0);
        let column = gift_column(design, book, gift, (left, 0.0), right - left, GIFT_SIZES)?;
        let center = (BOX.x + BOX_PADDING + SIGN / 2.0, BOX.center().1);
        items.extend(gift_sign(design, center, SIGN));
        items.push(Item::Group {
            x_pt: 0.0,
            y_pt: BOX.center().1 - column.top / 2.0,
            clip: None,
            items: column.items,
        });
    }
    Ok(items)
}

/// Whose code it is and what it is for, between these two x.
fn card_note(
    design: &Design<'_>,
    book: &mut FontBook,
    number: &str,
    (left, right): (f32, f32),
) -> Vec<Item> {
    let width = right - left;
    let mut column = Column::at(left, 0.0);
    let title = TextStyle::semibold(11.0);
    let title = book.fitted_line(&design.say("greeting-card"), title, 8.0, width);
    column.line(title, 1.4, Color::INK);
    let sizes = FitSizes {
        largest_pt: 10.0,
        smallest_pt: 6.0,
    };
    let digits = book.fitted_whole(number, Weight::Regular, sizes, width, 1);
    column.lines(digits.unwrap_or_default(), 1.6, Color::INK_SOFT);
    let how = design.say("greeting-card-how");
    let sizes = FitSizes {
        largest_pt: 8.6,
        smallest_pt: 7.0,
    };
    let how = book.fitted_whole(&how, Weight::Regular, sizes, width, 3);
    column.lines(how.unwrap_or_default(), 1.36, Color::INK_SOFT);
    vec![Item::Group {
        x_pt: 0.0,
        y_pt: BOX.center().1 - column.top / 2.0,
        clip: None,
        items: column.items,
    }]
}

/// Everything keeps to the norm and clear of the folds.
const _: () = {
    assert!(RETURN_BASELINE > mm(45.0) && ADDRESS.area.bottom() <= mm(90.0));
    assert!(ADDRESS.area.x >= mm(20.0) && ADDRESS.area.right() <= mm(105.0));
    assert!(BOX.y > mm(210.0) && BOX.bottom() < HEIGHT - mm(10.0));
    assert!(QR_GROUND < BOX.height && INFO.right() <= RIGHT && BOX.right() <= RIGHT);
};
