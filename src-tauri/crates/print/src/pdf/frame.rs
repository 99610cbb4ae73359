use lopdf::{Document, Object, ObjectId};
use printpdf::{CustomPdfConformance, OffsetDateTime, PdfConformance, PdfDocument, PdfSaveOptions};

use super::DocumentInfo;
use crate::PrintError;

const PRODUCT: &str = concat!("Regulars ", env!("CARGO_PKG_VERSION"));

/// An empty document with its catalogue, dates and titles, and the id of its page tree.
pub(super) fn new(info: &DocumentInfo<'_>) -> Result<(Document, ObjectId), PrintError> {
    let noon = info
        .printed_on
        .and_hms_opt(12, 0, 0)
        .unwrap_or_default()
        .and_utc()
        .timestamp();
    let date = OffsetDateTime::from_unix_timestamp(noon).map_err(PrintError::document)?;
    let mut frame = PdfDocument::new(info.title);
    let about = &mut frame.metadata.info;
    about.author = info.author.to_owned();
    about.creator = PRODUCT.to_owned();
    about.producer = PRODUCT.to_owned();
    about.creation_date = date;
    about.modification_date = date;
    about.metadata_date = date;
    about.conformance = PdfConformance::Custom(CustomPdfConformance {
        requires_icc_profile: false,
        requires_xmp_metadata: false,
        ..CustomPdfConformance::default()
    });
    let mut document = printpdf::to_lopdf_doc(&frame, &PdfSaveOptions::default(), &mut Vec::new());
    document.version = "1.7".to_owned();
    // printpdf claims conformance to a standard of no name.
    let about = document.trailer.get(b"Info").and_then(Object::as_reference);
    if let Ok(about) = about.and_then(|id| document.get_dictionary_mut(id)) {
        about.remove(b"GTS_PDFXVersion");
        about.remove(b"Identifier");
    }
    let catalog = document.catalog_mut().map_err(PrintError::document)?;
    catalog.set("Lang", Object::string_literal(info.language));
    let pages = catalog.get(b"Pages").and_then(Object::as_reference);
    Ok((document, pages.map_err(PrintError::document)?))
}

/// Fills the page tree, in branches, so that viewers find page 900 as fast as page 1.
pub(super) fn set_pages(document: &mut Document, root: ObjectId, pages: Vec<Object>) {
    const BRANCH: usize = 64;
    let count = pages.len();
    let kids = if count <= BRANCH {
        pages
    } else {
        branches(document, root, &pages, BRANCH)
    };
    let mut tree = lopdf::Dictionary::new();
    tree.set("Type", "Pages");
    tree.set("Count", i64::try_from(count).unwrap_or(i64::MAX));
    tree.set("Kids", kids);
    document.set_object(root, tree);
}

fn branches(document: &mut Document, root: ObjectId, pages: &[Object], size: usize) -> Vec<Object> {
    let mut kids = Vec::new();
    for part in pages.chunks(size) {
        let mut branch = lopdf::Dictionary::new();
        branch.set("Type", "Pages");
        branch.set("Parent", root);
        branch.set("Count", i64::try_from(part.len()).unwrap_or(i64::MAX));
        branch.set("Kids", part.to_vec());
        let id = document.add_object(branch);
        for page in part {
            if let Ok(id_of_page) = page.as_reference()
                && let Ok(page) = document.get_dictionary_mut(id_of_page)
            {
                page.set("Parent", id);
            }
        }
        kids.push(id.into());
    }
    kids
}
