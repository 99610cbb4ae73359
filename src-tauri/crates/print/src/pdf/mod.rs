//! The backend: pages become PDF.
//!
//! printpdf makes the document's frame. The contents of pages are written here, as operators,
//! because its list of operations cannot hold our largest job: the codes alone of 10,000 cards
//! took it 263 MB and 4.8 s. A page is written, compressed and dropped before the next is built;
//! what pages share is kept once.

mod content;
mod fonts;
mod frame;
mod image;

use std::io::Write;

use chrono::NaiveDate;
use lopdf::{Dictionary, Document, Object, ObjectId, Stream, dictionary};

use crate::PrintError;
use crate::font::FontBook;
use crate::geometry::Area;
use crate::page::{ImageId, Item, Page, TemplateId};
use content::Content;
use fonts::UsedFonts;
pub(crate) use image::Picture;

/// What a document says about itself.
pub(crate) struct DocumentInfo<'a> {
    pub(crate) title: &'a str,
    pub(crate) author: &'a str,
    /// "en", "ru", "hu": for screen readers.
    pub(crate) language: &'static str,
    pub(crate) printed_on: NaiveDate,
}

/// A document in the making.
pub(crate) struct PdfWriter {
    document: Document,
    fonts: UsedFonts,
    templates: Vec<ObjectId>,
    images: Vec<ObjectId>,
    pages: Vec<Object>,
    pages_id: ObjectId,
    resources_id: ObjectId,
}

impl PdfWriter {
    pub(crate) fn new(info: &DocumentInfo<'_>) -> Result<Self, PrintError> {
        let (mut document, pages_id) = frame::new(info)?;
        let resources_id = document.new_object_id();
        Ok(Self {
            document,
            fonts: UsedFonts::default(),
            templates: Vec::new(),
            images: Vec::new(),
            pages: Vec::new(),
            pages_id,
            resources_id,
        })
    }

    /// Keeps a drawing that pages will repeat; nothing outside `area` shows.
    pub(crate) fn add_template(&mut self, items: &[Item], area: Area) -> TemplateId {
        let mut content = Content::new(&mut self.fonts);
        content.items(items);
        let form = dictionary! {
            "Type" => "XObject",
            "Subtype" => "Form",
            "BBox" => numbers([area.x, area.y, area.right(), area.bottom()]),
            "Resources" => self.resources_id,
        };
        let content = content.finish();
        let id = self.add_compressed(form, &content);
        self.templates.push(id);
        TemplateId(self.templates.len() - 1)
    }

    /// Keeps a picture.
    pub(crate) fn add_image(&mut self, picture: &Picture) -> ImageId {
        let id = picture.embed(&mut self.document);
        self.images.push(id);
        ImageId(self.images.len() - 1)
    }

    /// Writes a page; it need not be kept.
    pub(crate) fn add_page(&mut self, page: &Page) {
        let mut content = Content::new(&mut self.fonts);
        content.downwards(page.height_pt);
        content.items(&page.items);
        let content = content.finish();
        let content_id = self.add_compressed(Dictionary::new(), &content);
        let page_id = self.document.add_object(dictionary! {
            "Type" => "Page",
            "Parent" => self.pages_id,
            "MediaBox" => numbers([0.0, 0.0, page.width_pt, page.height_pt]),
            "Resources" => self.resources_id,
            "Contents" => content_id,
        });
        self.pages.push(page_id.into());
    }

    /// Embeds the fonts, cut to the glyphs that were drawn, and writes the document.
    pub(crate) fn write(
        mut self,
        book: &FontBook,
        target: &mut impl Write,
    ) -> Result<(), PrintError> {
        let mut fonts = Dictionary::new();
        for (name, id) in self.fonts.embed(book, &mut self.document)? {
            fonts.set(name, id);
        }
        let mut objects = Dictionary::new();
        for (index, id) in self.templates.iter().enumerate() {
            objects.set(content::template_name(index), *id);
        }
        for (index, id) in self.images.iter().enumerate() {
            objects.set(content::image_name(index), *id);
        }
        let resources = dictionary! { "Font" => fonts, "XObject" => objects };
        self.document.set_object(self.resources_id, resources);
        frame::set_pages(&mut self.document, self.pages_id, self.pages);
        self.document.save_to(target).map_err(PrintError::document)
    }

    fn add_compressed(&mut self, dictionary: Dictionary, content: &[u8]) -> ObjectId {
        self.document.add_object(compressed(dictionary, content))
    }
}

/// A stream packed with deflate.
fn compressed(mut dictionary: Dictionary, content: &[u8]) -> Stream {
    use flate2::{Compression, write::ZlibEncoder};

    // Writing to memory cannot fail; were it to, the plain stream is as good.
    let mut encoder = ZlibEncoder::new(Vec::with_capacity(content.len() / 3), Compression::new(5));
    let packed = encoder.write_all(content).and_then(|()| encoder.finish());
    match packed {
        Ok(packed) => {
            dictionary.set("Filter", "FlateDecode");
            Stream::new(dictionary, packed)
        }
        Err(_) => Stream::new(dictionary, content.to_vec()),
    }
}

fn numbers<const COUNT: usize>(values: [f32; COUNT]) -> Object {
    Object::Array(values.into_iter().map(Object::Real).collect())
}
