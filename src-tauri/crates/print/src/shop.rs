use chrono::NaiveDate;
use regulars_i18n::Locale;

use crate::PrintError;
use crate::color::Color;
use crate::font::{FontBook, TextStyle};
use crate::geometry::Area;
use crate::page::{ImageId, Item};
use crate::path::Path;
use crate::pdf::{DocumentInfo, PdfWriter, Picture};

/// How a shop shows itself on everything printed.
#[derive(Debug, Clone, Default)]
pub struct ShopBrand {
    /// As on the sign above the door.
    pub name: String,
    /// `#rrggbb`.
    pub brand_color: String,
    /// The bytes of a PNG or JPEG file.
    pub logo: Option<Vec<u8>>,
    /// One or two letters shown where there is no logo; without it the name's first letter.
    pub monogram: Option<String>,
    /// A TrueType file that replaces the built-in font.
    pub font: Option<Vec<u8>>,
}

impl ShopBrand {
    /// Begins a document of this shop's, in its font.
    pub(crate) fn document(
        &self,
        title: &str,
        locale: Locale,
        printed_on: NaiveDate,
    ) -> Result<(PdfWriter, FontBook), PrintError> {
        let writer = PdfWriter::new(&DocumentInfo {
            title,
            author: &self.name,
            language: locale.tag(),
            printed_on,
        })?;
        Ok((writer, FontBook::new(self.font.as_deref())?))
    }
}

/// A brand made ready to draw.
pub(crate) struct Mark {
    pub(crate) brand: Color,
    monogram: String,
    picture: Option<Picture>,
}

/// A logo the document knows, with its shape.
#[derive(Clone, Copy)]
pub(crate) struct Logo {
    image: ImageId,
    /// Width over height.
    aspect: f32,
    is_opaque: bool,
}

/// Colours of the badge.
#[derive(Clone, Copy)]
pub(crate) struct BadgeColors {
    pub(crate) ground: Color,
    pub(crate) letter: Color,
    /// What is around the badge.
    pub(crate) around: Color,
}

impl Mark {
    pub(crate) fn read(shop: &ShopBrand) -> Result<Self, PrintError> {
        let initial = || shop.name.chars().find(|letter| letter.is_alphanumeric());
        let monogram = match shop.monogram.as_deref().map(str::trim) {
            Some(letters) if !letters.is_empty() => letters.chars().take(2).collect(),
            _ => initial()
                .map(|letter| letter.to_uppercase().collect())
                .unwrap_or_default(),
        };
        Ok(Self {
            brand: Color::parse(&shop.brand_color)?,
            monogram,
            picture: shop.logo.as_deref().map(Picture::read).transpose()?,
        })
    }

    pub(crate) fn add_logo(&self, writer: &mut PdfWriter) -> Option<Logo> {
        let picture = self.picture.as_ref()?;
        #[expect(clippy::cast_precision_loss, reason = "sides are at most 8,000")]
        let aspect = picture.width as f32 / picture.height as f32;
        Some(Logo {
            image: writer.add_image(picture),
            aspect,
            is_opaque: picture.is_opaque(),
        })
    }

    /// The logo or the monogram, as high as `height_pt` with its top left corner at `at`; also
    /// tells how wide it became.
    pub(crate) fn badge(
        &self,
        book: &mut FontBook,
        logo: Option<Logo>,
        at: (f32, f32),
        height_pt: f32,
        colors: BadgeColors,
    ) -> (Vec<Item>, f32) {
        match logo {
            Some(logo) => logo_badge(logo, at, height_pt, colors),
            None => (self.letter_badge(book, at, height_pt, colors), height_pt),
        }
    }

    fn letter_badge(
        &self,
        book: &mut FontBook,
        at: (f32, f32),
        height_pt: f32,
        colors: BadgeColors,
    ) -> Vec<Item> {
        let square = Area::new(at.0, at.1, height_pt, height_pt);
        let (middle, center) = square.center();
        let style = TextStyle::bold(height_pt * 0.64);
        let letter = book.fitted_line(&self.monogram, style, 1.0, height_pt * 0.76);
        let baseline = letter.size_pt.mul_add(0.364, center);
        vec![
            Item::fill(Path::rounded(square, height_pt * 0.285), colors.ground),
            Item::text_center(letter, middle, baseline, colors.letter),
        ]
    }
}

/// A picture keeps its shape, up to three times as wide as high. One without a ground of its own
/// gets a white one where the surroundings are coloured.
fn logo_badge(logo: Logo, at: (f32, f32), height_pt: f32, colors: BadgeColors) -> (Vec<Item>, f32) {
    const WIDEST: f32 = 3.0;
    let aspect = logo.aspect.clamp(0.2, WIDEST);
    let needs_ground = !logo.is_opaque && colors.around != Color::WHITE;
    let margin = if needs_ground { height_pt * 0.12 } else { 0.0 };
    let inner_height = 2.0f32.mul_add(-margin, height_pt);
    let width = 2.0f32.mul_add(margin, inner_height * aspect.max(1.0));
    let frame = Area::new(at.0, at.1, width, height_pt);
    let room = frame.inset(margin);
    // What is wider or higher than the frame allows is scaled down inside it.
    let (drawn_width, drawn_height) = if logo.aspect >= room.width / room.height {
        (room.width, room.width / logo.aspect)
    } else {
        (room.height * logo.aspect, room.height)
    };
    let (x, y) = room.center();
    let area = Area::new(
        x - drawn_width / 2.0,
        y - drawn_height / 2.0,
        drawn_width,
        drawn_height,
    );
    let outline = Path::rounded(frame, height_pt * 0.18);
    let mut items = Vec::new();
    if needs_ground {
        items.push(Item::fill(outline.clone(), Color::WHITE));
    }
    let picture = Item::Image {
        image: logo.image,
        area,
    };
    items.push(Item::Group {
        x_pt: 0.0,
        y_pt: 0.0,
        clip: Some(outline),
        items: vec![picture],
    });
    (items, width)
}
