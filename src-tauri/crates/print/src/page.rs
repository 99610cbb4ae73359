//! What a page shows, without a word about PDF: the documents build this, a backend draws it.

use crate::color::Color;
use crate::font::TextRun;
use crate::geometry::Area;
use crate::path::Path;

/// A page and what is on it, in painting order.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Page {
    pub(crate) width_pt: f32,
    pub(crate) height_pt: f32,
    pub(crate) items: Vec<Item>,
}

/// A stroke of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Stroke {
    pub(crate) color: Color,
    pub(crate) width_pt: f32,
    /// Lengths of dash and gap.
    pub(crate) dash_pt: Option<(f32, f32)>,
}

impl Stroke {
    pub(crate) const fn solid(color: Color, width_pt: f32) -> Self {
        Self {
            color,
            width_pt,
            dash_pt: None,
        }
    }
}

/// A drawing that many pages share; the backend keeps it once.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct TemplateId(pub(crate) usize);

/// A picture the backend has been given.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ImageId(pub(crate) usize);

/// Black rectangles on a coarse grid: a barcode or a QR code. One unit is a module wide.
#[derive(Debug, Clone, PartialEq)]
pub(crate) struct Modules {
    /// Top left corner.
    pub(crate) x_pt: f32,
    pub(crate) y_pt: f32,
    /// Size of one unit.
    pub(crate) unit_pt: (f32, f32),
    /// Left, top, width, height, in units.
    pub(crate) rectangles: Vec<[u8; 4]>,
}

/// One thing on a page.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Item {
    Fill {
        path: Path,
        color: Color,
    },
    Line {
        path: Path,
        stroke: Stroke,
    },
    Text {
        run: TextRun,
        x_pt: f32,
        baseline_pt: f32,
        color: Color,
    },
    Modules(Modules),
    Image {
        image: ImageId,
        area: Area,
    },
    /// A shared drawing with its top left corner here.
    Template {
        template: TemplateId,
        x_pt: f32,
        y_pt: f32,
    },
    /// Items moved right and down together, cut off at the outline if there is one.
    Group {
        x_pt: f32,
        y_pt: f32,
        clip: Option<Path>,
        items: Vec<Item>,
    },
    /// Items standing on their head, with what was their origin here.
    HalfTurn {
        x_pt: f32,
        y_pt: f32,
        items: Vec<Item>,
    },
}

impl Item {
    pub(crate) const fn fill(path: Path, color: Color) -> Self {
        Self::Fill { path, color }
    }

    pub(crate) const fn line(path: Path, color: Color, width_pt: f32) -> Self {
        Self::Line {
            path,
            stroke: Stroke::solid(color, width_pt),
        }
    }

    /// Text that begins at x.
    pub(crate) const fn text(run: TextRun, x_pt: f32, baseline_pt: f32, color: Color) -> Self {
        Self::Text {
            run,
            x_pt,
            baseline_pt,
            color,
        }
    }

    /// Text that ends at x.
    pub(crate) fn text_right(run: TextRun, x_pt: f32, baseline_pt: f32, color: Color) -> Self {
        let x_pt = x_pt - run.width_pt;
        Self::Text {
            run,
            x_pt,
            baseline_pt,
            color,
        }
    }

    /// Text with its middle at x.
    pub(crate) fn text_center(run: TextRun, x_pt: f32, baseline_pt: f32, color: Color) -> Self {
        let x_pt = x_pt - run.width_pt / 2.0;
        Self::Text {
            run,
            x_pt,
            baseline_pt,
            color,
        }
    }
}

#[cfg(test)]
impl Page {
    /// Where every text stands, with what it says.
    pub(crate) fn texts(&self) -> Vec<(Area, String)> {
        let mut found = Vec::new();
        collect_texts(&self.items, (0.0, 0.0), &mut found);
        found
    }
}

#[cfg(test)]
pub(crate) fn collect_texts(items: &[Item], origin: (f32, f32), found: &mut Vec<(Area, String)>) {
    for item in items {
        match item {
            Item::Text {
                run,
                x_pt,
                baseline_pt,
                ..
            } => {
                let top = origin.1 + baseline_pt - run.size_pt * 0.76;
                found.push((
                    Area::new(origin.0 + x_pt, top, run.width_pt, run.size_pt * 0.97),
                    run.text(),
                ));
            }
            Item::Group {
                x_pt, y_pt, items, ..
            } => {
                collect_texts(items, (origin.0 + x_pt, origin.1 + y_pt), found);
            }
            _ => {}
        }
    }
}
