use crate::geometry::Area;

/// One step of an outline.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) enum Step {
    Move(f32, f32),
    Line(f32, f32),
    /// Two control points and the end.
    Curve(f32, f32, f32, f32, f32, f32),
    /// Left, top, width, height; written in one operator.
    Rectangle(f32, f32, f32, f32),
    Close,
}

/// An outline of one or more parts, in points.
#[derive(Debug, Clone, PartialEq, Default)]
pub(crate) struct Path {
    pub(crate) steps: Vec<Step>,
}

/// Control distance of a quarter circle drawn as one cubic curve.
const QUARTER: f32 = 0.552_284_8;

impl Path {
    pub(crate) fn new() -> Self {
        Self::default()
    }

    pub(crate) fn rectangle(area: Area) -> Self {
        Self::new().and_rectangle(area)
    }

    pub(crate) fn and_rectangle(mut self, area: Area) -> Self {
        self.steps
            .push(Step::Rectangle(area.x, area.y, area.width, area.height));
        self
    }

    pub(crate) fn line(from: (f32, f32), to: (f32, f32)) -> Self {
        Self::new().and_line(from, to)
    }

    pub(crate) fn and_line(self, from: (f32, f32), to: (f32, f32)) -> Self {
        self.move_to(from.0, from.1).line_to(to.0, to.1)
    }

    pub(crate) fn circle(center: (f32, f32), radius: f32) -> Self {
        Self::new().and_circle(center, radius)
    }

    pub(crate) fn and_circle(self, center: (f32, f32), radius: f32) -> Self {
        let diameter = 2.0 * radius;
        self.and_rounded(
            Area::new(center.0 - radius, center.1 - radius, diameter, diameter),
            radius,
        )
    }

    pub(crate) fn rounded(area: Area, radius: f32) -> Self {
        Self::new().and_rounded(area, radius)
    }

    pub(crate) fn and_rounded(self, area: Area, radius: f32) -> Self {
        let radius = radius.min(area.width / 2.0).min(area.height / 2.0);
        let (left, top, right, bottom) = (area.x, area.y, area.right(), area.bottom());
        let near = radius * (1.0 - QUARTER);
        self.move_to(left + radius, top)
            .line_to(right - radius, top)
            .curve_to(
                (right - near, top),
                (right, top + near),
                (right, top + radius),
            )
            .line_to(right, bottom - radius)
            .curve_to(
                (right, bottom - near),
                (right - near, bottom),
                (right - radius, bottom),
            )
            .line_to(left + radius, bottom)
            .curve_to(
                (left + near, bottom),
                (left, bottom - near),
                (left, bottom - radius),
            )
            .line_to(left, top + radius)
            .curve_to((left, top + near), (left + near, top), (left + radius, top))
            .close()
    }

    pub(crate) fn move_to(mut self, x: f32, y: f32) -> Self {
        self.steps.push(Step::Move(x, y));
        self
    }

    pub(crate) fn line_to(mut self, x: f32, y: f32) -> Self {
        self.steps.push(Step::Line(x, y));
        self
    }

    pub(crate) fn curve_to(mut self, a: (f32, f32), b: (f32, f32), end: (f32, f32)) -> Self {
        self.steps
            .push(Step::Curve(a.0, a.1, b.0, b.1, end.0, end.1));
        self
    }

    pub(crate) fn close(mut self) -> Self {
        self.steps.push(Step::Close);
        self
    }

    /// Scaled about the origin, then moved.
    pub(crate) fn placed(&self, scale: f32, x: f32, y: f32) -> Self {
        let px = |value: f32| value.mul_add(scale, x);
        let py = |value: f32| value.mul_add(scale, y);
        let steps = self
            .steps
            .iter()
            .map(|step| match *step {
                Step::Move(a, b) => Step::Move(px(a), py(b)),
                Step::Line(a, b) => Step::Line(px(a), py(b)),
                Step::Curve(a, b, c, d, e, f) => {
                    Step::Curve(px(a), py(b), px(c), py(d), px(e), py(f))
                }
                Step::Rectangle(a, b, width, height) => {
                    Step::Rectangle(px(a), py(b), width * scale, height * scale)
                }
                Step::Close => Step::Close,
            })
            .collect();
        Self { steps }
    }
}
