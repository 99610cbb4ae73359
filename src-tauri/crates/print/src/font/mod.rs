//! Fonts: which glyph of which face shows a character, and how wide text is.

mod clean;
mod face;
mod layout;

use std::collections::{BTreeMap, BTreeSet, HashMap};

pub(crate) use face::{Face, FaceId, Weight};
pub(crate) use layout::{FitSizes, TextRun, TextStyle};

use crate::PrintError;

/// Shown for a character no font has.
const REPLACEMENT: char = '▢';

/// So many texts are kept for each character no font has.
const MOST_TEXTS: usize = 20;

/// A character as a face draws it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Glyph {
    pub(crate) face: FaceId,
    pub(crate) id: u16,
    /// The character to find when the text is copied out of the document.
    pub(crate) shows: char,
    /// In ems.
    pub(crate) advance: f32,
}

/// The faces of one document, looked up in order: the shop's own font, Inter, DejaVu Sans.
#[derive(Debug)]
pub(crate) struct FontBook {
    faces: Vec<Face>,
    own: Option<FaceId>,
    known: HashMap<(char, Weight), Glyph>,
    /// Characters no face has, with the texts they were met in.
    missing: BTreeMap<char, BTreeSet<String>>,
}

impl FontBook {
    /// The built-in faces, and in front of them the shop's own font file if there is one.
    pub(crate) fn new(own_font: Option<&[u8]>) -> Result<Self, PrintError> {
        let mut faces = face::built_in();
        let own = match own_font {
            None => None,
            Some(bytes) => {
                faces.push(Face::from_file(bytes)?);
                Some(FaceId(faces.len() - 1))
            }
        };
        Ok(Self {
            faces,
            own,
            known: HashMap::new(),
            missing: BTreeMap::new(),
        })
    }

    pub(crate) fn face(&self, id: FaceId) -> Option<&Face> {
        self.faces.get(id.0)
    }

    /// The characters that had to be replaced, and where.
    pub(crate) fn take_missing(&mut self) -> BTreeMap<char, BTreeSet<String>> {
        std::mem::take(&mut self.missing)
    }

    /// Goes back to what was taken, forgetting texts that were only measured since.
    pub(crate) fn set_missing(&mut self, missing: BTreeMap<char, BTreeSet<String>>) {
        self.missing = missing;
    }

    fn glyph(&mut self, character: char, weight: Weight, text: &str) -> Glyph {
        let known = self.known.get(&(character, weight)).copied();
        let glyph = known.unwrap_or_else(|| {
            let glyph = self
                .look_up(character, weight)
                .unwrap_or_else(|| self.sign(weight));
            self.known.insert((character, weight), glyph);
            glyph
        });
        if glyph.shows != character {
            let texts = self.missing.entry(character).or_default();
            if texts.len() < MOST_TEXTS {
                texts.insert(text.to_owned());
            }
        }
        glyph
    }

    /// What stands for a character no face has.
    fn sign(&self, weight: Weight) -> Glyph {
        self.look_up(REPLACEMENT, weight).unwrap_or(Glyph {
            face: FaceId(0),
            id: 0,
            shows: REPLACEMENT,
            advance: 0.5,
        })
    }

    fn look_up(&self, character: char, weight: Weight) -> Option<Glyph> {
        let chain = self
            .own
            .into_iter()
            .chain([weight.inter(), weight.dejavu()]);
        for id in chain {
            let found = self.faces.get(id.0).and_then(|face| face.glyph(character));
            if let Some((glyph, advance)) = found {
                return Some(Glyph {
                    face: id,
                    id: glyph,
                    shows: character,
                    advance,
                });
            }
        }
        None
    }
}
