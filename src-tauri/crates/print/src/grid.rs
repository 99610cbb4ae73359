//! How equal pieces lie on a sheet, so that fronts and backs meet when it is printed double-sided.

use crate::geometry::Area;

/// Which side of the pieces a page shows.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Side {
    /// What one sees first.
    Front,
    /// What is on its other side.
    Back,
}

/// Pieces in columns and rows, edge to edge, in the middle of a page. Lengths are points.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Grid {
    /// Width and height of the page.
    pub(crate) page: (f32, f32),
    /// Width and height of a piece.
    pub(crate) piece: (f32, f32),
    /// Pieces beside one another.
    pub(crate) columns: usize,
    /// Pieces below one another.
    pub(crate) rows: usize,
}

#[expect(clippy::cast_precision_loss, reason = "columns and rows are few")]
impl Grid {
    /// One piece as large as its page.
    pub(crate) const fn single(page: (f32, f32)) -> Self {
        Self {
            page,
            piece: page,
            columns: 1,
            rows: 1,
        }
    }

    /// How many pieces a sheet has.
    pub(crate) const fn pieces(self) -> usize {
        self.columns * self.rows
    }

    /// All pieces together.
    pub(crate) fn block(self) -> Area {
        let (width, height) = (
            self.piece.0 * self.columns as f32,
            self.piece.1 * self.rows as f32,
        );
        Area::new(
            (self.page.0 - width) / 2.0,
            (self.page.1 - height) / 2.0,
            width,
            height,
        )
    }

    /// The top left corner of a piece, counted along the rows. A sheet is turned over its long
    /// edge: on the back of an upright one the columns are mirrored, of one laid across the rows.
    pub(crate) fn corner(self, place: usize, side: Side) -> (f32, f32) {
        let (mut column, mut row) = (place % self.columns, place / self.columns);
        let is_upright = self.page.1 > self.page.0;
        match side {
            Side::Front => {}
            Side::Back if is_upright => column = self.columns - 1 - column,
            Side::Back => row = self.rows - 1 - row,
        }
        let block = self.block();
        (
            self.piece.0.mul_add(column as f32, block.x),
            self.piece.1.mul_add(row as f32, block.y),
        )
    }

    /// Where cuts go from top to bottom, the block's edges among them.
    pub(crate) fn cuts_x(self) -> impl Iterator<Item = f32> {
        let left = self.block().x;
        (0..=self.columns).map(move |column| self.piece.0.mul_add(column as f32, left))
    }

    /// Where cuts go from left to right, the block's edges among them.
    pub(crate) fn cuts_y(self) -> impl Iterator<Item = f32> {
        let top = self.block().y;
        (0..=self.rows).map(move |row| self.piece.1.mul_add(row as f32, top))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const UPRIGHT: Grid = Grid {
        page: (210.0, 297.0),
        piece: (85.6, 54.0),
        columns: 2,
        rows: 5,
    };
    const LYING: Grid = Grid {
        page: (297.0, 210.0),
        piece: (148.0, 105.0),
        columns: 2,
        rows: 2,
    };

    #[test]
    fn pieces_lie_in_the_middle_of_the_page_and_do_not_overlap() {
        for grid in [UPRIGHT, LYING, Grid::single((148.0, 105.0))] {
            for side in [Side::Front, Side::Back] {
                let corners: Vec<_> = (0..grid.pieces())
                    .map(|place| grid.corner(place, side))
                    .collect();
                let block = grid.block();
                assert!((block.x + block.right() - grid.page.0).abs() < 0.01);
                assert!((block.y + block.bottom() - grid.page.1).abs() < 0.01);
                for (index, (x, y)) in corners.iter().enumerate() {
                    assert!(*x >= block.x - 0.01 && x + grid.piece.0 <= block.right() + 0.01);
                    assert!(*y >= block.y - 0.01 && y + grid.piece.1 <= block.bottom() + 0.01);
                    for (other_x, other_y) in corners.iter().skip(index + 1) {
                        let beside = (x - other_x).abs() >= grid.piece.0 - 0.01;
                        let below = (y - other_y).abs() >= grid.piece.1 - 0.01;
                        assert!(beside || below, "{grid:?} {side:?} {index}");
                    }
                }
            }
        }
    }

    #[test]
    fn backs_lie_behind_their_fronts_when_the_sheet_is_turned_over_its_long_edge() {
        for place in 0..UPRIGHT.pieces() {
            let (front, back) = (
                UPRIGHT.corner(place, Side::Front),
                UPRIGHT.corner(place, Side::Back),
            );
            let seen_through = UPRIGHT.page.0 - (back.0 + UPRIGHT.piece.0);
            assert!((seen_through - front.0).abs() < 0.01, "{place}");
            assert!((back.1 - front.1).abs() < 0.01, "{place}");
        }
        for place in 0..LYING.pieces() {
            let (front, back) = (
                LYING.corner(place, Side::Front),
                LYING.corner(place, Side::Back),
            );
            let seen_through = LYING.page.1 - (back.1 + LYING.piece.1);
            assert!((seen_through - front.1).abs() < 0.01, "{place}");
            assert!((back.0 - front.0).abs() < 0.01, "{place}");
        }
    }

    #[test]
    fn cuts_run_along_the_pieces() {
        let all: Vec<f32> = LYING.cuts_x().collect();
        assert_eq!(all, [0.5, 148.5, 296.5]);
        assert_eq!(UPRIGHT.cuts_y().count(), 6);
        let (x, y) = UPRIGHT.corner(9, Side::Front);
        assert!(UPRIGHT.cuts_x().any(|cut| (cut - x).abs() < 0.01));
        assert!(UPRIGHT.cuts_y().any(|cut| (cut - y).abs() < 0.01));
    }
}
