//! The greeting side of a postcard: the shop's panel on the left, its words on the right.

use super::text::{Fit, Message, MessageSizes};
use super::{Design, Greeting, Refusal};
use crate::color::Color;
use crate::font::{FitSizes, FontBook, TextStyle, Weight};
use crate::geometry::{Area, mm};
use crate::icon::Icon;
use crate::page::{Item, Stroke};
use crate::path::Path;
use crate::shop::{BadgeColors, Logo};

/// White around it on every side: printers cannot print to the edge, and a cut may miss a little.
const PANEL: Area = Area::mm(6.0, 6.0, 47.0, 93.0);
const PANEL_RADIUS: f32 = mm(4.5);
const PANEL_MARGIN: f32 = mm(5.2);
const BADGE_HEIGHT: f32 = mm(11.5);
const ICON_SIZE: f32 = mm(23.0);
/// Where the words stand.
const WORDS: Area = Area::mm(61.0, 11.0, 79.0, 83.0);

const SIZES: MessageSizes = MessageSizes {
    subject: &[
        Fit::new(1, 22.0, 18.0),
        Fit::new(2, 22.0, 15.0),
        Fit::new(3, 19.0, 12.0),
    ],
    body: FitSizes {
        largest_pt: 11.0,
        smallest_pt: 7.75,
    },
    leading: 1.46,
    accent: Some((mm(9.0), mm(0.9))),
};

/// What all greeting sides share: the panel with the shop.
pub(super) fn shared(design: &Design<'_>, book: &mut FontBook, logo: Option<Logo>) -> Vec<Item> {
    let brand = design.mark.brand;
    let strong = brand.text_on();
    let is_dark = strong == Color::WHITE;
    let soft = strong.mix(brand, 0.14);
    let outline = Path::rounded(PANEL, PANEL_RADIUS);
    let mut items = vec![Item::Group {
        x_pt: 0.0,
        y_pt: 0.0,
        clip: Some(outline.clone()),
        items: rings(brand, strong),
    }];
    if design.is_pale() {
        items.push(Item::line(outline, Color::LINE, 0.8));
    }
    let colors = BadgeColors {
        ground: if is_dark {
            Color::rgb(0xff, 0xfa, 0xf3)
        } else {
            strong
        },
        letter: brand,
        around: brand,
    };
    let corner = (PANEL.x + PANEL_MARGIN, PANEL.y + PANEL_MARGIN);
    let (badge, _) = design.mark.badge(book, logo, corner, BADGE_HEIGHT, colors);
    items.extend(badge);
    items.extend(shop_lines(design, book, strong, soft));
    items
}

/// What is this greeting's: the drawing and the words.
pub(super) fn own(
    design: &Design<'_>,
    book: &mut FontBook,
    greeting: &Greeting,
) -> Result<Vec<Item>, Refusal> {
    let message = Message::fitted(book, greeting, (WORDS.width, WORDS.height), SIZES)?;
    // A little above the middle looks like the middle.
    let top = (WORDS.height - message.height_pt).mul_add(0.44, WORDS.y);
    let mut items = vec![drawing(design, greeting)];
    items.extend(message.column((WORDS.x, top), design.line_color()).items);
    Ok(items)
}

/// A gift for those who get one, a heart for all others.
fn drawing(design: &Design<'_>, greeting: &Greeting) -> Item {
    let brand = design.mark.brand;
    let color = brand.text_on().mix(brand, 0.1);
    let icon = if greeting.gift.is_some() {
        Icon::Gift
    } else {
        Icon::Heart
    };
    icon.outlined(PANEL.center(), ICON_SIZE, color, 2.2)
}

/// The brand with the card's two circles, here around the drawing.
fn rings(brand: Color, light: Color) -> Vec<Item> {
    let once = brand.mix(light, 0.07);
    let twice = once.mix(light, 0.08);
    let center = PANEL.center();
    vec![
        Item::fill(Path::rectangle(PANEL), brand),
        Item::fill(Path::circle(center, mm(31.0)), once),
        Item::fill(Path::circle(center, mm(19.0)), twice),
        Item::Line {
            path: Path::circle(center, mm(25.0)),
            stroke: Stroke {
                color: once.mix(light, 0.22),
                width_pt: 0.95,
                dash_pt: Some((2.1, 3.2)),
            },
        },
    ]
}

/// Name and slogan at the foot of the panel, built upwards.
fn shop_lines(design: &Design<'_>, book: &mut FontBook, strong: Color, soft: Color) -> Vec<Item> {
    let left = PANEL.x + PANEL_MARGIN;
    let width = PANEL.width - 2.0 * PANEL_MARGIN;
    let mut baseline = PANEL.bottom() - PANEL_MARGIN - mm(0.6);
    let mut items = Vec::new();
    if let Some(slogan) = design.sender.slogan() {
        let lines = book.wrapped(slogan, TextStyle::regular(7.2), width, 2);
        for line in lines.into_iter().rev() {
            items.push(Item::text(line, left, baseline, soft));
            baseline -= mm(3.3);
        }
        baseline -= mm(1.0);
    }
    let one = FitSizes {
        largest_pt: 12.5,
        smallest_pt: 10.5,
    };
    let two = FitSizes {
        largest_pt: 11.5,
        smallest_pt: 7.0,
    };
    let name = &design.sender.shop.name;
    let lines = book.one_or_two_lines(name, Weight::Bold, one, two, width);
    for line in lines.into_iter().rev() {
        let line_height = line.size_pt * 1.2;
        items.push(Item::text(line, left, baseline, strong));
        baseline -= line_height;
    }
    items
}
