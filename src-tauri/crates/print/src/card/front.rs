use regulars_i18n::{Args, month_since};

use super::{CARD, CARD_WIDTH, Card, Design, FrontStyle};
use crate::color::Color;
use crate::font::{FitSizes, FontBook, TextStyle, Weight};
use crate::geometry::{Area, mm};
use crate::page::Item;
use crate::path::Path;
use crate::shop::{BadgeColors, Logo};

const MARGIN: f32 = mm(5.6);
const INNER_WIDTH: f32 = CARD_WIDTH - 2.0 * MARGIN;
const BADGE_HEIGHT: f32 = mm(8.6);
/// Baseline of the line under the name.
const SINCE_BASELINE: f32 = mm(48.0);
/// Baseline of the name, or of its last line.
const NAME_BASELINE: f32 = mm(43.1);
const ICON_SIZE: f32 = mm(9.4);
const ONE_LINE: FitSizes = FitSizes {
    largest_pt: 13.2,
    smallest_pt: 10.6,
};
const TWO_LINES: FitSizes = FitSizes {
    largest_pt: 11.6,
    smallest_pt: 8.0,
};

/// The colours of a front.
struct Palette {
    ground: Color,
    strong: Color,
    soft: Color,
    badge: BadgeColors,
}

impl Palette {
    fn of(design: &Design<'_>) -> Self {
        let brand = design.mark.brand;
        match design.style {
            FrontStyle::Full => {
                let strong = brand.text_on();
                let is_dark = strong == Color::WHITE;
                let (ground, letter) = if is_dark {
                    (Color::rgb(0xff, 0xfa, 0xf3), brand)
                } else {
                    (strong, brand)
                };
                Self {
                    ground: brand,
                    strong,
                    soft: strong.mix(brand, 0.14),
                    badge: BadgeColors {
                        ground,
                        letter,
                        around: brand,
                    },
                }
            }
            FrontStyle::LessInk => Self {
                ground: Color::WHITE,
                strong: Color::INK,
                soft: Color::INK_SOFT,
                badge: BadgeColors {
                    ground: brand,
                    letter: brand.text_on(),
                    around: Color::WHITE,
                },
            },
        }
    }
}

/// What all fronts share: ground, shop, tagline.
pub(super) fn shared(design: &Design<'_>, book: &mut FontBook, logo: Option<Logo>) -> Vec<Item> {
    let palette = Palette::of(design);
    let mut items = vec![Item::fill(Path::rectangle(CARD), palette.ground)];
    items.extend(decoration(design));
    let (badge, badge_width) =
        design
            .mark
            .badge(book, logo, (MARGIN, MARGIN), BADGE_HEIGHT, palette.badge);
    items.extend(badge);
    items.extend(shop_lines(
        design,
        book,
        &palette,
        MARGIN + badge_width + mm(2.5),
    ));
    items
}

/// What is this member's: the name and since when.
pub(super) fn own(design: &Design<'_>, book: &mut FontBook, card: &Card) -> Vec<Item> {
    let palette = Palette::of(design);
    let mut items = Vec::new();
    if let Some(since) = card.since {
        let month = month_since(since, design.locale);
        let args = Args::new().with("month", month);
        let text = design.catalog.text_with("card-since", &args);
        let line = book.line(&text, TextStyle::regular(7.6), INNER_WIDTH);
        items.push(Item::text(line, MARGIN, SINCE_BASELINE, palette.soft));
    }
    if card.name.trim().is_empty() {
        let rule = Path::line((MARGIN, NAME_BASELINE), (MARGIN + mm(52.0), NAME_BASELINE));
        items.push(Item::line(rule, palette.soft, 0.5));
        return items;
    }
    let name = card.name.trim();
    let lines = book.one_or_two_lines(name, Weight::Bold, ONE_LINE, TWO_LINES, INNER_WIDTH);
    let mut baseline = NAME_BASELINE;
    for line in lines.into_iter().rev() {
        let line_height = line.size_pt * 1.2;
        items.push(Item::text(line, MARGIN, baseline, palette.strong));
        baseline -= line_height;
    }
    items
}

fn shop_lines(design: &Design<'_>, book: &mut FontBook, palette: &Palette, left: f32) -> Vec<Item> {
    let width = CARD_WIDTH - left - mm(5.0);
    let tagline = design
        .face
        .tagline
        .as_deref()
        .map(str::trim)
        .filter(|text| !text.is_empty());
    let name_baseline = if tagline.is_some() { mm(9.3) } else { mm(11.1) };
    let name = book.fitted_line(&design.face.shop.name, TextStyle::bold(10.6), 8.0, width);
    let mut items = vec![Item::text(name, left, name_baseline, palette.strong)];
    if let Some(tagline) = tagline {
        let line = book.fitted_line(tagline, TextStyle::regular(7.3), 5.8, width);
        items.push(Item::text(line, left, mm(13.1), palette.soft));
    }
    items
}

/// The two circles at the corner and the drawing of what is collected, in tints of the ground.
fn decoration(design: &Design<'_>) -> Vec<Item> {
    let brand = design.mark.brand;
    let (outer, inner) = ((mm(76.0), mm(6.0)), (mm(80.0), mm(2.0)));
    let icon = design.face.stamps.map(|grid| grid.icon.drawing());
    // The icon stands in the ring: right of the shop, above the longest name.
    match design.style {
        FrontStyle::Full => {
            let light = if brand.text_on() == Color::WHITE {
                Color::WHITE
            } else {
                Color::INK
            };
            let once = brand.mix(light, 0.07);
            let twice = once.mix(light, 0.07);
            let tint = brand.mix(light, 0.34);
            let mut items = vec![
                Item::fill(Path::circle(outer, mm(30.0)), once),
                Item::fill(Path::circle(inner, mm(19.0)), twice),
            ];
            let center = (mm(76.6), mm(28.2));
            items.extend(icon.map(|icon| icon.outlined(center, ICON_SIZE, tint, 1.25)));
            items
        }
        // Smaller circles: their lines keep clear of most shops' lines of text.
        FrontStyle::LessInk => {
            let tint = brand.mix(Color::WHITE, 0.7);
            let bar = Area::new(0.0, 0.0, CARD_WIDTH, mm(1.8));
            let mut items = vec![
                Item::line(Path::circle(outer, mm(23.5)), tint, 0.6),
                Item::line(Path::circle(inner, mm(13.5)), tint, 0.6),
                Item::fill(Path::rectangle(bar), brand),
            ];
            let (center, color) = ((mm(76.6), mm(22.8)), design.line_color());
            items.extend(icon.map(|icon| icon.outlined(center, ICON_SIZE, color, 1.15)));
            items
        }
    }
}
