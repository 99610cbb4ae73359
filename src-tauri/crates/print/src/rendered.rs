use std::collections::{BTreeMap, BTreeSet};

/// A finished document.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Rendered {
    /// The bytes of the file.
    pub pdf: Vec<u8>,
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no font has; each shows as "▢".
    pub missing_glyphs: Vec<MissingGlyph>,
}

/// What is known of a document that went to a file.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Written {
    /// How many pages it has.
    pub pages: usize,
    /// Characters that no font has; each shows as "▢".
    pub missing_glyphs: Vec<MissingGlyph>,
}

/// A character that could not be drawn.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MissingGlyph {
    /// The character, an emoji for instance.
    pub character: char,
    /// Texts it occurs in, in alphabetical order; the first twenty met.
    pub texts: Vec<String>,
}

pub(crate) fn missing_glyphs(met: BTreeMap<char, BTreeSet<String>>) -> Vec<MissingGlyph> {
    met.into_iter()
        .map(|(character, texts)| MissingGlyph {
            character,
            texts: texts.into_iter().collect(),
        })
        .collect()
}
