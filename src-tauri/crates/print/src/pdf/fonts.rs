use std::collections::{BTreeMap, HashMap};
use std::fmt::Write as _;

use lopdf::{Dictionary, Document, Object, ObjectId, dictionary};
use subsetter::GlyphRemapper;

use super::{compressed, numbers};
use crate::PrintError;
use crate::font::{Face, FaceId, FontBook};

/// The glyphs drawn so far, by face.
#[derive(Default)]
pub(super) struct UsedFonts {
    faces: BTreeMap<FaceId, UsedFace>,
}

/// A code is given to each pair of glyph and character, so that text copied out of the document
/// is right even when two characters (Latin A, Cyrillic А) share one glyph.
#[derive(Default)]
struct UsedFace {
    codes: HashMap<(u16, char), u16>,
    /// By code, less one: code 0 is ".notdef".
    drawn: Vec<Drawn>,
    remapper: GlyphRemapper,
}

struct Drawn {
    /// In the face.
    glyph: u16,
    /// In the cut font.
    subset_glyph: u16,
    shows: char,
}

impl UsedFonts {
    /// The name of a face on a page.
    pub(super) fn name(face: FaceId) -> String {
        format!("F{}", face.0)
    }

    /// The code that draws a glyph.
    pub(super) fn code(&mut self, face: FaceId, glyph: u16, shows: char) -> u16 {
        let used = self.faces.entry(face).or_default();
        if let Some(code) = used.codes.get(&(glyph, shows)) {
            return *code;
        }
        let subset_glyph = used.remapper.remap(glyph);
        used.drawn.push(Drawn {
            glyph,
            subset_glyph,
            shows,
        });
        let code = u16::try_from(used.drawn.len()).unwrap_or(0);
        used.codes.insert((glyph, shows), code);
        code
    }

    /// Adds each used face to the document, cut to what was drawn.
    pub(super) fn embed(
        &self,
        book: &FontBook,
        document: &mut Document,
    ) -> Result<Vec<(String, ObjectId)>, PrintError> {
        let mut fonts = Vec::new();
        for (id, used) in &self.faces {
            let face = book.face(*id).ok_or(PrintError::Font)?;
            fonts.push((Self::name(*id), used.embed(*id, face, document)?));
        }
        Ok(fonts)
    }
}

impl UsedFace {
    fn embed(
        &self,
        id: FaceId,
        face: &Face,
        document: &mut Document,
    ) -> Result<ObjectId, PrintError> {
        let program =
            subsetter::subset(&face.bytes, 0, &self.remapper).map_err(|_| PrintError::Font)?;
        let metrics = face.metrics().ok_or(PrintError::Font)?;
        let name = format!("{}+{}", tag(id), face.name);
        let length = i64::try_from(program.len()).unwrap_or(i64::MAX);
        let program_id =
            document.add_object(compressed(dictionary! { "Length1" => length }, &program));
        let descriptor = document.add_object(dictionary! {
            "Type" => "FontDescriptor",
            "FontName" => name.as_str(),
            "Flags" => 4,
            "FontBBox" => numbers(metrics.bounds),
            "ItalicAngle" => 0,
            "Ascent" => metrics.ascent,
            "Descent" => metrics.descent,
            "CapHeight" => metrics.cap_height,
            "StemV" => 80,
            "FontFile2" => program_id,
        });
        let to_glyph = document.add_object(compressed(Dictionary::new(), &self.code_to_glyph()));
        let outlines = document.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "CIDFontType2",
            "BaseFont" => name.as_str(),
            "CIDSystemInfo" => dictionary! {
                "Registry" => Object::string_literal("Adobe"),
                "Ordering" => Object::string_literal("Identity"),
                "Supplement" => 0,
            },
            "FontDescriptor" => descriptor,
            "DW" => 0,
            "W" => vec![1.into(), Object::Array(self.widths(face)?)],
            "CIDToGIDMap" => to_glyph,
        });
        let to_unicode =
            document.add_object(compressed(Dictionary::new(), self.to_unicode().as_bytes()));
        Ok(document.add_object(dictionary! {
            "Type" => "Font",
            "Subtype" => "Type0",
            "BaseFont" => name.as_str(),
            "Encoding" => "Identity-H",
            "DescendantFonts" => vec![outlines.into()],
            "ToUnicode" => to_unicode,
        }))
    }

    fn code_to_glyph(&self) -> Vec<u8> {
        let glyphs = self.drawn.iter().map(|drawn| drawn.subset_glyph);
        std::iter::once(0)
            .chain(glyphs)
            .flat_map(u16::to_be_bytes)
            .collect()
    }

    fn widths(&self, face: &Face) -> Result<Vec<Object>, PrintError> {
        let font = ttf_parser::Face::parse(&face.bytes, 0).map_err(|_| PrintError::Font)?;
        let em = f32::from(font.units_per_em());
        Ok(self
            .drawn
            .iter()
            .map(|drawn| {
                let advance = font.glyph_hor_advance(ttf_parser::GlyphId(drawn.glyph));
                Object::Real(f32::from(advance.unwrap_or_default()) * 1000.0 / em)
            })
            .collect())
    }

    fn to_unicode(&self) -> String {
        const MOST_IN_A_BLOCK: usize = 100;
        let mut map = String::from(
            "/CIDInit /ProcSet findresource begin\n12 dict begin\nbegincmap\n\
             /CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n\
             /CMapName /Adobe-Identity-UCS def\n/CMapType 2 def\n\
             1 begincodespacerange\n<0000> <ffff>\nendcodespacerange\n",
        );
        let mut code = 0_u16;
        for block in self.drawn.chunks(MOST_IN_A_BLOCK) {
            let _ = writeln!(map, "{} beginbfchar", block.len());
            for drawn in block {
                code = code.saturating_add(1);
                let _ = write!(map, "<{code:04x}> <");
                for unit in drawn.shows.encode_utf16(&mut [0; 2]) {
                    let _ = write!(map, "{unit:04x}");
                }
                map.push_str(">\n");
            }
            map.push_str("endbfchar\n");
        }
        map.push_str("endcmap\nCMapName currentdict /CMap defineresource pop\nend\nend\n");
        map
    }
}

/// Six capitals mark a cut font; different faces need different ones.
fn tag(id: FaceId) -> String {
    let last = u8::try_from(id.0 % 26).unwrap_or_default();
    format!("REGUL{}", char::from(b'A' + last))
}
