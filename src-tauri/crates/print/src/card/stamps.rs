use super::{RewardIcon, StampGrid};
use crate::color::Color;
use crate::font::{FontBook, TextStyle};
use crate::geometry::{Area, mm};
use crate::icon::Icon;
use crate::page::{Item, Stroke};
use crate::path::Path;

/// Space between circles, in diameters.
const GAP: f32 = 0.15;
/// Columns may drift apart by this much, in diameters, to fill the width.
const WIDEST_PITCH: f32 = 1.36;
const LARGEST_DIAMETER: f32 = mm(9.6);
/// How much larger circles must become for a grid with a hole in its last row.
const HOLE_COST: f32 = 0.82;

/// Circles of a grid: centres in reading order, and their radius.
#[derive(Debug, Clone, PartialEq)]
struct Circles {
    centers: Vec<(f32, f32)>,
    radius: f32,
}

/// Numbered circles, the last one with the reward.
pub(super) fn stamps(book: &mut FontBook, grid: StampGrid, area: Area, color: Color) -> Vec<Item> {
    let circles = arrange(grid.slots, area);
    let radius = circles.radius;
    let dashed = dashed_stroke(radius, color);
    let mut items = Vec::new();
    for (index, center) in circles.centers.iter().enumerate() {
        let circle = Path::circle(*center, radius);
        if index + 1 == circles.centers.len() {
            items.push(Item::fill(circle.clone(), color.mix(Color::WHITE, 0.88)));
            items.push(Item::Line {
                path: circle,
                stroke: Stroke::solid(color, 1.1),
            });
            items.push(reward(grid.reward, *center, radius, color));
        } else {
            items.push(Item::Line {
                path: circle,
                stroke: dashed,
            });
            let style = TextStyle::semibold((radius * 0.66).max(4.2));
            let number = book.run(&(index + 1).to_string(), style);
            let baseline = style.size_pt.mul_add(0.362, center.1);
            items.push(Item::text_center(number, center.0, baseline, color));
        }
    }
    items
}

fn reward(icon: RewardIcon, center: (f32, f32), radius: f32, color: Color) -> Item {
    match icon {
        RewardIcon::Star => Icon::Star.filled(center, radius * 1.02, color),
        RewardIcon::Gift => Icon::Gift.outlined(center, radius * 0.98, color, 0.9),
    }
}

/// Dashes that meet exactly after a whole turn.
fn dashed_stroke(radius: f32, color: Color) -> Stroke {
    const DASH: f32 = 2.1;
    let turn = std::f32::consts::TAU * radius;
    let pairs = (turn / (2.0 * DASH)).round().max(4.0);
    let dash = turn / pairs / 2.0;
    Stroke {
        color,
        width_pt: 0.95,
        dash_pt: Some((dash, dash)),
    }
}

/// The grid with the largest circles; one without a hole in its last row is preferred.
fn arrange(slots: u8, area: Area) -> Circles {
    let (columns, rows) = (1..=5)
        .map(|rows: u8| (slots.div_ceil(rows), rows))
        .max_by(|a, b| worth(slots, *a, area).total_cmp(&worth(slots, *b, area)))
        .unwrap_or((slots, 1));
    let diameter = diameter(columns, rows, area);
    let pitch_x = pitch(area.width, columns, diameter);
    let pitch_y = pitch(area.height, rows, diameter).min(diameter * (1.0 + 1.4 * GAP));
    let block_width = pitch_x.mul_add(f32::from(columns) - 1.0, diameter);
    let block_height = pitch_y.mul_add(f32::from(rows) - 1.0, diameter);
    let left = area.x + (area.width - block_width) / 2.0;
    let top = area.y + (area.height - block_height) / 2.0;
    let radius = diameter / 2.0;
    let centers = (0..slots)
        .map(|index| {
            let (column, row) = (f32::from(index % columns), f32::from(index / columns));
            (
                pitch_x.mul_add(column, left + radius),
                pitch_y.mul_add(row, top + radius),
            )
        })
        .collect();
    Circles { centers, radius }
}

fn worth(slots: u8, (columns, rows): (u8, u8), area: Area) -> f32 {
    let whole = u16::from(columns) * u16::from(rows) == u16::from(slots);
    diameter(columns, rows, area) * if whole { 1.0 } else { HOLE_COST }
}

fn diameter(columns: u8, rows: u8, area: Area) -> f32 {
    let fits = |length: f32, count: u8| {
        let count = f32::from(count);
        length / GAP.mul_add(count - 1.0, count)
    };
    fits(area.width, columns)
        .min(fits(area.height, rows))
        .min(LARGEST_DIAMETER)
}

fn pitch(length: f32, count: u8, diameter: f32) -> f32 {
    if count < 2 {
        return diameter;
    }
    ((length - diameter) / (f32::from(count) - 1.0)).min(diameter * WIDEST_PITCH)
}

#[cfg(test)]
mod tests {
    use super::*;

    const AREA: Area = Area::mm(5.0, 6.2, 48.6, 22.05);

    #[test]
    fn circles_never_touch_and_never_leave_their_area() {
        for slots in 1..=30 {
            let Circles { centers, radius } = arrange(slots, AREA);
            assert_eq!(centers.len(), usize::from(slots));
            assert!(radius >= mm(1.8), "{slots} slots: radius {radius}");
            for (index, (x, y)) in centers.iter().enumerate() {
                assert!(x - radius >= AREA.x - 0.01 && x + radius <= AREA.right() + 0.01);
                assert!(y - radius >= AREA.y - 0.01 && y + radius <= AREA.bottom() + 0.01);
                for (other_x, other_y) in centers.iter().skip(index + 1) {
                    let distance = (x - other_x).hypot(y - other_y);
                    assert!(distance > 2.0 * radius + 0.5, "{slots} slots: {distance}");
                }
            }
        }
    }

    #[test]
    fn usual_cards_have_full_rows() {
        for (slots, columns) in [
            (5, 5),
            (6, 3),
            (8, 4),
            (10, 5),
            (12, 6),
            (15, 5),
            (18, 6),
            (30, 10),
        ] {
            let Circles { centers, .. } = arrange(slots, AREA);
            let first_row = centers
                .iter()
                .filter(|center| (center.1 - centers[0].1).abs() < 0.01)
                .count();
            assert_eq!(first_row, columns, "{slots} slots");
        }
    }

    #[test]
    fn dashes_divide_the_circle() {
        let stroke = dashed_stroke(12.3, Color::BLACK);
        let (dash, gap) = stroke.dash_pt.unwrap();
        let pairs = std::f32::consts::TAU * 12.3 / (dash + gap);
        assert!((pairs - pairs.round()).abs() < 0.001);
    }
}
