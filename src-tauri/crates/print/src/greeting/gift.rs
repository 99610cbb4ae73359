use regulars_i18n::{Args, date_long};

use super::text::{Column, Fit, heading};
use super::{Design, GreetingGift, GreetingPart, Refusal, said};
use crate::color::Color;
use crate::font::{FitSizes, FontBook, TextStyle, Weight};
use crate::icon::Icon;
use crate::page::Item;
use crate::path::Path;

/// A parcel in a disc of the brand.
pub(super) fn gift_sign(design: &Design<'_>, center: (f32, f32), diameter_pt: f32) -> Vec<Item> {
    let brand = design.mark.brand;
    let width_pt = diameter_pt * 0.042;
    let disc = Path::circle(center, diameter_pt / 2.0);
    let mut items = vec![Item::fill(disc.clone(), brand)];
    if design.is_pale() {
        items.push(Item::line(disc, design.tint(), 0.7));
    }
    items.push(Icon::Gift.outlined(center, diameter_pt * 0.54, brand.text_on(), width_pt));
    items
}

/// How large a gift is written.
#[derive(Debug, Clone, Copy)]
pub(super) struct GiftSizes {
    /// The line above the name, and those below.
    pub(super) small_pt: f32,
    pub(super) name: &'static [Fit],
    pub(super) code: FitSizes,
    /// Between name and code.
    pub(super) gap_pt: f32,
}

/// What the gift is, its code and its last day, in a column of this width.
pub(super) fn gift_column(
    design: &Design<'_>,
    book: &mut FontBook,
    gift: &GreetingGift,
    at: (f32, f32),
    width_pt: f32,
    sizes: GiftSizes,
) -> Result<Column, Refusal> {
    let too_long = || Refusal::TooLong(GreetingPart::Gift);
    let small = TextStyle::regular(sizes.small_pt);
    let mut column = Column::at(at.0, at.1);
    let kicker = TextStyle::semibold(sizes.small_pt);
    let kicker = book.fitted_line(&design.say("greeting-gift"), kicker, 5.0, width_pt);
    column.line(kicker, 1.42, design.line_color());
    let name =
        heading(book, &gift.name, Weight::Bold, sizes.name, width_pt).ok_or_else(too_long)?;
    column.lines(name, 1.16, Color::INK);
    column.space(sizes.gap_pt);
    if let Some(code) = said(gift.code.as_deref()) {
        let label = book.run(&format!("{} ", design.say("greeting-gift-code")), small);
        let label_width = label.width_pt + sizes.small_pt * 0.3;
        let code = book
            .fitted_whole(
                code,
                Weight::SemiBold,
                sizes.code,
                width_pt - label_width,
                1,
            )
            .and_then(|runs| runs.into_iter().next())
            .ok_or_else(too_long)?;
        let baseline = sizes.code.largest_pt.mul_add(0.76, column.top);
        column
            .items
            .push(Item::text(label, at.0, baseline, Color::INK_SOFT));
        column
            .items
            .push(Item::text(code, at.0 + label_width, baseline, Color::INK));
        column.space(sizes.code.largest_pt * 1.42);
    }
    if let Some(day) = gift.expires_on {
        let args = Args::new().with("date", date_long(day, design.locale));
        let text = design.catalog.text_with("greeting-gift-last-day", &args);
        let line = book.fitted_line(&text, small, 5.0, width_pt);
        column.line(line, 1.42, Color::INK_SOFT);
    }
    Ok(column)
}
