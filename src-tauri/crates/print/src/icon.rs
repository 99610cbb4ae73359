//! Small line drawings in a box of 24 by 24 units, in the manner of the window's icons.

use crate::color::Color;
use crate::geometry::Area;
use crate::page::{Item, Stroke};
use crate::path::Path;

const BOX: f32 = 24.0;

/// A drawing to be placed anywhere.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Icon {
    Cup,
    Croissant,
    Scissors,
    Leaf,
    Heart,
    Flower,
    Star,
    Gift,
}

impl Icon {
    /// Drawn in lines around a centre, `size_pt` on a side.
    pub(crate) fn outlined(
        self,
        center: (f32, f32),
        size_pt: f32,
        color: Color,
        width_pt: f32,
    ) -> Item {
        let path = self.path().placed(
            size_pt / BOX,
            center.0 - size_pt / 2.0,
            center.1 - size_pt / 2.0,
        );
        Item::Line {
            path,
            stroke: Stroke::solid(color, width_pt),
        }
    }

    /// Filled; for the closed drawings, star and heart.
    pub(crate) fn filled(self, center: (f32, f32), size_pt: f32, color: Color) -> Item {
        let path = self.path().placed(
            size_pt / BOX,
            center.0 - size_pt / 2.0,
            center.1 - size_pt / 2.0,
        );
        Item::fill(path, color)
    }

    fn path(self) -> Path {
        match self {
            Self::Cup => cup(),
            Self::Croissant => croissant(),
            Self::Scissors => scissors(),
            Self::Leaf => leaf(),
            Self::Heart => heart(),
            Self::Flower => flower(),
            Self::Star => star(),
            Self::Gift => gift(),
        }
    }
}

fn cup() -> Path {
    Path::new()
        // The bowl, open into its handle.
        .move_to(3.0, 9.0)
        .line_to(17.0, 9.0)
        .line_to(17.0, 16.0)
        .curve_to((17.0, 18.8), (14.8, 21.0), (12.0, 21.0))
        .line_to(8.0, 21.0)
        .curve_to((5.2, 21.0), (3.0, 18.8), (3.0, 16.0))
        .close()
        .move_to(17.0, 10.0)
        .curve_to((22.6, 9.2), (22.6, 16.8), (17.0, 16.0))
        // Steam.
        .and_line((7.0, 2.8), (7.0, 5.6))
        .and_line((10.0, 2.8), (10.0, 5.6))
        .and_line((13.0, 2.8), (13.0, 5.6))
}

/// Lucide's croissant (ISC licence): two ends, two folds, the middle.
fn croissant() -> Path {
    Path::new()
        .move_to(10.2, 18.0)
        .line_to(4.77, 18.0)
        .curve_to((4.17, 17.98), (3.64, 17.6), (3.42, 17.03))
        .curve_to((2.81, 14.9), (2.86, 12.64), (3.55, 10.54))
        .move_to(18.0, 10.2)
        .line_to(18.0, 4.77)
        .curve_to((17.98, 4.17), (17.6, 3.64), (17.03, 3.42))
        .curve_to((14.9, 2.81), (12.64, 2.86), (10.54, 3.55))
        .move_to(18.0, 5.0)
        .curve_to((20.21, 5.0), (22.0, 6.34), (22.0, 8.0))
        .curve_to((22.0, 9.1), (21.1, 10.0), (20.0, 10.0))
        .curve_to((18.19, 10.0), (16.41, 10.49), (14.86, 11.42))
        .move_to(5.0, 18.0)
        .curve_to((5.0, 20.21), (6.34, 22.0), (8.0, 22.0))
        .curve_to((9.1, 22.0), (10.0, 21.1), (10.0, 20.0))
        .curve_to((10.0, 18.19), (10.49, 16.41), (11.42, 14.86))
        .move_to(8.71, 2.55)
        .curve_to((5.83, 3.56), (3.56, 5.83), (2.55, 8.71))
        .curve_to((2.4, 9.34), (2.68, 10.0), (3.23, 10.33))
        .line_to(13.04, 15.75)
        .curve_to((13.82, 16.19), (14.79, 16.05), (15.42, 15.42))
        .curve_to((16.05, 14.79), (16.19, 13.82), (15.75, 13.04))
        .line_to(10.33, 3.23)
        .curve_to((10.0, 2.68), (9.34, 2.4), (8.71, 2.55))
        .close()
}

fn scissors() -> Path {
    Path::new()
        .and_circle((6.0, 6.0), 3.0)
        .and_circle((6.0, 18.0), 3.0)
        .and_line((8.2, 8.0), (20.5, 19.5))
        .and_line((8.2, 16.0), (20.5, 4.5))
}

fn leaf() -> Path {
    Path::new()
        .move_to(5.0, 19.0)
        .curve_to((1.0, 9.5), (9.5, 3.5), (20.5, 3.5))
        .curve_to((21.5, 13.5), (16.0, 23.0), (5.0, 19.0))
        .close()
        .move_to(2.8, 21.4)
        .curve_to((6.0, 16.0), (9.5, 12.8), (14.5, 10.5))
}

fn heart() -> Path {
    Path::new()
        .move_to(12.0, 20.5)
        .curve_to((7.0, 16.8), (2.5, 13.2), (2.5, 8.6))
        .curve_to((2.5, 5.6), (4.8, 3.6), (7.4, 3.6))
        .curve_to((9.3, 3.6), (11.0, 4.5), (12.0, 6.3))
        .curve_to((13.0, 4.5), (14.7, 3.6), (16.6, 3.6))
        .curve_to((19.2, 3.6), (21.5, 5.6), (21.5, 8.6))
        .curve_to((21.5, 13.2), (17.0, 16.8), (12.0, 20.5))
        .close()
}

fn flower() -> Path {
    let mut path = Path::circle((12.0, 12.0), 2.6);
    for step in 0..5_u8 {
        let angle = (f32::from(step) * 72.0 - 90.0).to_radians();
        let at = (
            angle.cos().mul_add(5.9, 12.0),
            angle.sin().mul_add(5.9, 12.0),
        );
        path = path.and_circle(at, 3.3);
    }
    path
}

fn star() -> Path {
    const OUTER: f32 = 10.4;
    const INNER: f32 = 4.5;
    let mut path = Path::new();
    for step in 0..10_u8 {
        let radius = if step % 2 == 0 { OUTER } else { INNER };
        let angle = (f32::from(step) * 36.0 - 90.0).to_radians();
        let (x, y) = (
            angle.cos().mul_add(radius, 12.0),
            angle.sin().mul_add(radius, 12.6),
        );
        path = if step == 0 {
            path.move_to(x, y)
        } else {
            path.line_to(x, y)
        };
    }
    path.close()
}

fn gift() -> Path {
    Path::new()
        .and_rounded(Area::new(2.8, 7.6, 18.4, 4.4), 1.0)
        .and_line((12.0, 7.6), (12.0, 21.2))
        .move_to(4.8, 12.0)
        .line_to(4.8, 19.4)
        .curve_to((4.8, 20.4), (5.6, 21.2), (6.6, 21.2))
        .line_to(17.4, 21.2)
        .curve_to((18.4, 21.2), (19.2, 20.4), (19.2, 19.4))
        .line_to(19.2, 12.0)
        // The bow.
        .move_to(12.0, 7.6)
        .curve_to((10.4, 3.6), (8.6, 2.6), (7.2, 2.8))
        .curve_to((4.8, 3.2), (4.8, 7.2), (7.6, 7.6))
        .move_to(12.0, 7.6)
        .curve_to((13.6, 3.6), (15.4, 2.6), (16.8, 2.8))
        .curve_to((19.2, 3.2), (19.2, 7.2), (16.4, 7.6))
}
