//! Lengths are PDF points (1/72 inch); x goes right and y goes *down* from the top left corner.

/// Points in a millimetre.
const POINTS_PER_MM: f32 = 72.0 / 25.4;

/// Millimetres in points.
pub(crate) const fn mm(length_mm: f32) -> f32 {
    length_mm * POINTS_PER_MM
}

/// An area on a page, in points.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct Area {
    pub(crate) x: f32,
    pub(crate) y: f32,
    pub(crate) width: f32,
    pub(crate) height: f32,
}

impl Area {
    pub(crate) const fn new(x: f32, y: f32, width: f32, height: f32) -> Self {
        Self {
            x,
            y,
            width,
            height,
        }
    }

    /// From millimetres.
    pub(crate) const fn mm(x_mm: f32, y_mm: f32, width_mm: f32, height_mm: f32) -> Self {
        Self::new(mm(x_mm), mm(y_mm), mm(width_mm), mm(height_mm))
    }

    pub(crate) const fn right(&self) -> f32 {
        self.x + self.width
    }

    pub(crate) const fn bottom(&self) -> f32 {
        self.y + self.height
    }

    pub(crate) const fn center(&self) -> (f32, f32) {
        (self.x + self.width / 2.0, self.y + self.height / 2.0)
    }

    /// The same area with `margin` off (or, negative, added) on every side.
    pub(crate) const fn inset(&self, margin: f32) -> Self {
        Self::new(
            self.x + margin,
            self.y + margin,
            self.width - 2.0 * margin,
            self.height - 2.0 * margin,
        )
    }
}
