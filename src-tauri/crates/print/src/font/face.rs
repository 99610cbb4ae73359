use std::borrow::Cow;

use ttf_parser::Permissions;

use crate::PrintError;

/// How heavy a text is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub(crate) enum Weight {
    Regular,
    SemiBold,
    Bold,
}

/// A face by its place in the document's book.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord)]
pub(crate) struct FaceId(pub(crate) usize);

impl Weight {
    pub(super) const fn inter(self) -> FaceId {
        match self {
            Self::Regular => FaceId(0),
            Self::SemiBold => FaceId(1),
            Self::Bold => FaceId(2),
        }
    }

    pub(super) const fn dejavu(self) -> FaceId {
        match self {
            Self::Regular => FaceId(3),
            Self::SemiBold | Self::Bold => FaceId(4),
        }
    }
}

const INTER_REGULAR: &[u8] = include_bytes!("../../../../../assets/fonts/inter/Inter-Regular.ttf");
const INTER_SEMIBOLD: &[u8] =
    include_bytes!("../../../../../assets/fonts/inter/Inter-SemiBold.ttf");
const INTER_BOLD: &[u8] = include_bytes!("../../../../../assets/fonts/inter/Inter-Bold.ttf");

/// The faces every document can use, in the order of [`Weight::inter`] and [`Weight::dejavu`].
pub(super) fn built_in() -> Vec<Face> {
    [
        ("Inter-Regular", INTER_REGULAR),
        ("Inter-SemiBold", INTER_SEMIBOLD),
        ("Inter-Bold", INTER_BOLD),
        ("DejaVuSans", dejavu::sans::regular()),
        ("DejaVuSans-Bold", dejavu::sans::bold()),
    ]
    .into_iter()
    .map(|(name, bytes)| Face {
        name,
        bytes: Cow::Borrowed(bytes),
    })
    .collect()
}

/// A TrueType font file.
///
/// It is parsed again for each new character, which takes microseconds; the book remembers the
/// answers, so that a document of 10,000 cards parses a few hundred times.
#[derive(Debug)]
pub(crate) struct Face {
    pub(crate) name: &'static str,
    pub(crate) bytes: Cow<'static, [u8]>,
}

/// What a PDF font descriptor tells, in thousandths of an em.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Metrics {
    pub(crate) ascent: f32,
    pub(crate) descent: f32,
    pub(crate) cap_height: f32,
    /// Left, bottom, right, top.
    pub(crate) bounds: [f32; 4],
}

impl Face {
    /// Refuses what is not TrueType, and fonts whose licence forbids embedding.
    pub(super) fn from_file(bytes: &[u8]) -> Result<Self, PrintError> {
        let face = ttf_parser::Face::parse(bytes, 0).map_err(|_| PrintError::Font)?;
        let is_collection = ttf_parser::fonts_in_collection(bytes).is_some();
        let forbidden = face.permissions() == Some(Permissions::Restricted);
        let has_letters = face.glyph_index('A').is_some() || face.glyph_index('А').is_some();
        if face.tables().glyf.is_none() || is_collection || forbidden || !has_letters {
            return Err(PrintError::Font);
        }
        Ok(Self {
            name: "ShopFont",
            bytes: Cow::Owned(bytes.to_vec()),
        })
    }

    /// Glyph and advance in ems.
    pub(super) fn glyph(&self, character: char) -> Option<(u16, f32)> {
        let face = ttf_parser::Face::parse(&self.bytes, 0).ok()?;
        let glyph = face.glyph_index(character)?;
        let advance = face.glyph_hor_advance(glyph)?;
        Some((glyph.0, f32::from(advance) / f32::from(face.units_per_em())))
    }

    pub(crate) fn metrics(&self) -> Option<Metrics> {
        let face = ttf_parser::Face::parse(&self.bytes, 0).ok()?;
        let scale = 1000.0 / f32::from(face.units_per_em());
        let bounds = face.global_bounding_box();
        Some(Metrics {
            ascent: f32::from(face.ascender()) * scale,
            descent: f32::from(face.descender()) * scale,
            cap_height: f32::from(face.capital_height().unwrap_or(1400)) * scale,
            bounds: [bounds.x_min, bounds.y_min, bounds.x_max, bounds.y_max]
                .map(|value| f32::from(value) * scale),
        })
    }
}
