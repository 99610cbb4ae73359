use std::io::Write;

use super::fonts::UsedFonts;
use crate::color::Color;
use crate::font::TextRun;
use crate::geometry::Area;
use crate::page::{Item, Modules, Stroke};
use crate::path::{Path, Step};

pub(super) fn template_name(index: usize) -> String {
    format!("T{index}")
}

pub(super) fn image_name(index: usize) -> String {
    format!("I{index}")
}

/// The operators of a page or a shared drawing.
///
/// Writing to a vector cannot fail, so results of `write!` are dropped.
pub(super) struct Content<'a> {
    bytes: Vec<u8>,
    fonts: &'a mut UsedFonts,
    fill: Option<Color>,
}

impl<'a> Content<'a> {
    pub(super) const fn new(fonts: &'a mut UsedFonts) -> Self {
        Self {
            bytes: Vec::new(),
            fonts,
            fill: None,
        }
    }

    pub(super) fn finish(self) -> Vec<u8> {
        self.bytes
    }

    /// Lets y grow downwards from the top of the page.
    pub(super) fn downwards(&mut self, height_pt: f32) {
        self.operator(&[1.0, 0.0, 0.0, -1.0, 0.0, height_pt], "cm");
    }

    pub(super) fn items(&mut self, items: &[Item]) {
        for item in items {
            match item {
                Item::Fill { path, color } => self.fill(path, *color),
                Item::Line { path, stroke } => self.stroke(path, stroke),
                Item::Text {
                    run,
                    x_pt,
                    baseline_pt,
                    color,
                } => {
                    self.text(run, *x_pt, *baseline_pt, *color);
                }
                Item::Modules(modules) => self.modules(modules),
                Item::Image { image, area } => self.image(&image_name(image.0), *area),
                Item::Template {
                    template,
                    x_pt,
                    y_pt,
                } => {
                    self.save();
                    self.operator(&[1.0, 0.0, 0.0, 1.0, *x_pt, *y_pt], "cm");
                    let _ = writeln!(self.bytes, "/{} Do", template_name(template.0));
                    self.restore();
                }
                Item::Group {
                    x_pt,
                    y_pt,
                    clip,
                    items,
                } => {
                    self.save();
                    self.operator(&[1.0, 0.0, 0.0, 1.0, *x_pt, *y_pt], "cm");
                    if let Some(outline) = clip {
                        self.path(outline);
                        self.word("W n");
                    }
                    self.items(items);
                    self.restore();
                }
                Item::HalfTurn { x_pt, y_pt, items } => {
                    self.save();
                    self.operator(&[-1.0, 0.0, 0.0, -1.0, *x_pt, *y_pt], "cm");
                    self.items(items);
                    self.restore();
                }
            }
        }
    }

    fn fill(&mut self, path: &Path, color: Color) {
        self.set_fill(color);
        self.path(path);
        self.word("f");
    }

    fn stroke(&mut self, path: &Path, stroke: &Stroke) {
        self.save();
        self.color(stroke.color, "RG");
        self.operator(&[stroke.width_pt], "w");
        self.word("1 J 1 j");
        if let Some((dash, gap)) = stroke.dash_pt {
            let _ = write!(self.bytes, "[");
            self.number(dash);
            self.number(gap);
            let _ = writeln!(self.bytes, "] 0 d 0 J");
        }
        self.path(path);
        self.word("S");
        self.restore();
    }

    fn text(&mut self, run: &TextRun, x_pt: f32, baseline_pt: f32, color: Color) {
        self.set_fill(color);
        self.word("BT");
        let mut x_pt = x_pt;
        for piece in &run.pieces {
            let _ = write!(self.bytes, "/{} ", UsedFonts::name(piece.face));
            self.operator(&[run.size_pt], "Tf");
            if run.tracking_pt != 0.0 {
                self.operator(&[run.tracking_pt], "Tc");
            }
            // Letters stand upright although y grows downwards.
            self.operator(&[1.0, 0.0, 0.0, -1.0, x_pt, baseline_pt], "Tm");
            self.bytes.push(b'<');
            for (glyph, shows) in &piece.glyphs {
                let code = self.fonts.code(piece.face, *glyph, *shows);
                let _ = write!(self.bytes, "{code:04x}");
            }
            self.word("> Tj");
            x_pt += piece.width_pt;
        }
        if run.tracking_pt != 0.0 {
            self.word("0 Tc");
        }
        self.word("ET");
    }

    /// All rectangles are one outline in whole units, so that neighbours leave no seam and a code
    /// costs a kilobyte.
    fn modules(&mut self, modules: &Modules) {
        self.save();
        self.set_fill(Color::BLACK);
        let (unit_x, unit_y) = modules.unit_pt;
        // Two decimals would bend the bars: a unit is about one point.
        let _ = writeln!(
            self.bytes,
            "{unit_x:.5} 0 0 {unit_y:.5} {:.4} {:.4} cm",
            modules.x_pt, modules.y_pt
        );
        for [left, top, width, height] in &modules.rectangles {
            let _ = writeln!(self.bytes, "{left} {top} {width} {height} re");
        }
        self.word("f");
        self.restore();
    }

    fn image(&mut self, name: &str, area: Area) {
        self.save();
        // Pictures are upright with y upwards: turn theirs over.
        self.operator(
            &[area.width, 0.0, 0.0, -area.height, area.x, area.bottom()],
            "cm",
        );
        let _ = writeln!(self.bytes, "/{name} Do");
        self.restore();
    }

    fn path(&mut self, path: &Path) {
        for step in &path.steps {
            match *step {
                Step::Move(x, y) => self.operator(&[x, y], "m"),
                Step::Line(x, y) => self.operator(&[x, y], "l"),
                Step::Curve(a, b, c, d, x, y) => self.operator(&[a, b, c, d, x, y], "c"),
                Step::Rectangle(x, y, width, height) => {
                    self.operator(&[x, y, width, height], "re");
                }
                Step::Close => self.word("h"),
            }
        }
    }

    fn set_fill(&mut self, color: Color) {
        if self.fill != Some(color) {
            self.color(color, "rg");
            self.fill = Some(color);
        }
    }

    fn color(&mut self, color: Color, operator: &str) {
        for channel in [color.red, color.green, color.blue] {
            let _ = write!(self.bytes, "{:.3} ", f32::from(channel) / 255.0);
        }
        self.word(operator);
    }

    fn save(&mut self) {
        self.word("q");
    }

    fn restore(&mut self) {
        self.word("Q");
        // What was set inside is forgotten by the viewer, so forget it too.
        self.fill = None;
    }

    fn operator(&mut self, operands: &[f32], operator: &str) {
        for operand in operands {
            self.number(*operand);
        }
        self.word(operator);
    }

    /// Hundredths of a point (3.5 µm) are enough, and short.
    fn number(&mut self, value: f32) {
        #[expect(
            clippy::cast_possible_truncation,
            reason = "pages are under 10^5 points"
        )]
        let hundredths = (f64::from(value) * 100.0).round() as i64;
        let sign = if hundredths < 0 { "-" } else { "" };
        let (whole, part) = (
            hundredths.unsigned_abs() / 100,
            hundredths.unsigned_abs() % 100,
        );
        let _ = match part {
            0 => write!(self.bytes, "{sign}{whole} "),
            part if part % 10 == 0 => write!(self.bytes, "{sign}{whole}.{} ", part / 10),
            part => write!(self.bytes, "{sign}{whole}.{part:02} "),
        };
    }

    fn word(&mut self, word: &str) {
        self.bytes.extend_from_slice(word.as_bytes());
        self.bytes.push(b'\n');
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn numbers(values: &[f32]) -> String {
        let mut fonts = UsedFonts::default();
        let mut content = Content::new(&mut fonts);
        content.operator(values, "x");
        String::from_utf8(content.finish()).unwrap()
    }

    #[test]
    fn numbers_are_short_and_exact() {
        assert_eq!(
            numbers(&[0.0, 1.0, -1.5, 0.05, 242.646, -0.004]),
            "0 1 -1.5 0.05 242.65 0 x\n"
        );
    }
}
