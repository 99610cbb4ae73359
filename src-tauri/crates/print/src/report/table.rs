use regulars_i18n::{date_short, money, money_rounded, month_year, number};

use super::header::{DOWN, UP};
use super::{BODY, NOTHING, RankChange, ReportRow, Sketch, shown_name};
use crate::color::Color;
use crate::font::{TextRun, TextStyle};
use crate::page::Item;
use crate::path::Path;

const ROW_HEIGHT: f32 = 20.4;
const HEAD_HEIGHT: f32 = 20.0;
const TITLE_HEIGHT: f32 = 18.0;
const COLUMN_GAP: f32 = 13.0;
/// A name gets at least this, whatever the figures need.
const NARROWEST_NAME: f32 = 96.0;
const CELL: TextStyle = TextStyle::regular(8.8);
const NAME: TextStyle = TextStyle::semibold(8.8);
const HEAD: TextStyle = TextStyle::semibold(8.0);

/// Columns after the name, in order.
const FIGURES: [&str; 5] = [
    "report-column-visits",
    "report-column-spend",
    "report-column-average",
    "report-column-rewards",
    "report-column-last-visit",
];

/// Where columns stand, in points.
struct Columns {
    /// Right edge of the rank.
    rank_right: f32,
    name_left: f32,
    name_width: f32,
    /// Right edges of the figures.
    figures_right: [f32; FIGURES.len()],
    change_left: f32,
}

impl Sketch<'_> {
    /// The customers below `first` and on as many further pages as they need.
    pub(super) fn table_pages(&mut self, first: Vec<Item>, top: f32) -> Vec<Vec<Item>> {
        let columns = self.columns();
        let mut rows = self.report.rows.as_slice();
        let mut pages = Vec::new();
        let mut items = first;
        let mut top = top;
        loop {
            // Without room for a row under its heading, the table begins on the next page.
            let room = BODY.bottom() - top - TITLE_HEIGHT - HEAD_HEIGHT;
            let (here, later) = rows.split_at_checked(rows_in(room)).unwrap_or((rows, &[]));
            if !here.is_empty() {
                let is_first = rows.len() == self.report.rows.len();
                items.extend(self.table(here, &columns, top, is_first));
            }
            pages.push(std::mem::take(&mut items));
            if later.is_empty() {
                return pages;
            }
            rows = later;
            top = BODY.y;
        }
    }

    fn table(
        &mut self,
        rows: &[ReportRow],
        columns: &Columns,
        top: f32,
        is_first: bool,
    ) -> Vec<Item> {
        let mut items = self.table_title(top, is_first);
        let mut top = top + TITLE_HEIGHT;
        items.extend(self.table_head(columns, top));
        top += HEAD_HEIGHT;
        for row in rows {
            items.extend(self.row(row, columns, top));
            top += ROW_HEIGHT;
        }
        items
    }

    fn table_title(&mut self, top: f32, is_first: bool) -> Vec<Item> {
        let key = if is_first {
            "report-customers"
        } else {
            "report-customers-more"
        };
        let title = self.book.run(&self.say(key), TextStyle::semibold(11.0));
        let mut items = vec![Item::text(title, BODY.x, top + 10.0, Color::INK)];
        if !is_first {
            let month = month_year(self.report.month, self.report.locale);
            let month = self.book.run(&month, CELL);
            items.push(Item::text_right(
                month,
                BODY.right(),
                top + 10.0,
                Color::INK_SOFT,
            ));
        }
        items
    }

    fn table_head(&mut self, columns: &Columns, top: f32) -> Vec<Item> {
        let baseline = top + HEAD_HEIGHT - 7.0;
        let color = Color::INK_SOFT;
        let rank = self.book.run(&self.say("report-column-rank"), HEAD);
        let member = self.book.run(&self.say("report-column-member"), HEAD);
        let change = self.book.run(&self.say("report-column-change"), HEAD);
        let mut items = vec![
            Item::text_right(rank, columns.rank_right, baseline, color),
            Item::text(member, columns.name_left, baseline, color),
            Item::text(change, columns.change_left, baseline, color),
        ];
        for (key, right) in FIGURES.into_iter().zip(columns.figures_right) {
            let head = self.book.run(&self.say(key), HEAD);
            items.push(Item::text_right(head, right, baseline, color));
        }
        items.push(rule(top + HEAD_HEIGHT, self.mark.brand.on_white(3.0), 1.0));
        items
    }

    fn row(&mut self, row: &ReportRow, columns: &Columns, top: f32) -> Vec<Item> {
        let baseline = top + ROW_HEIGHT - 7.2;
        let rank = self
            .book
            .run(&number(i64::from(row.rank), self.report.locale), CELL);
        let name = self
            .book
            .fitted_line(shown_name(row), NAME, 7.4, columns.name_width);
        let mut items = vec![
            Item::text_right(rank, columns.rank_right, baseline, Color::INK_QUIET),
            Item::text(name, columns.name_left, baseline, Color::INK),
        ];
        for (run, right) in self.figures(row).into_iter().zip(columns.figures_right) {
            items.push(Item::text_right(run, right, baseline, Color::INK));
        }
        let (change, color) = self.change(row.change);
        let change = self.book.run(&change, CELL);
        items.push(Item::text(change, columns.change_left, baseline, color));
        items.push(rule(top + ROW_HEIGHT, Color::LINE, 0.6));
        items
    }

    fn figures(&mut self, row: &ReportRow) -> [TextRun; FIGURES.len()] {
        let (locale, currency) = (self.report.locale, self.report.currency.as_str());
        [
            number(i64::from(row.visits), locale),
            money(row.spend_minor, currency, locale),
            money_rounded(row.average_minor, currency, locale),
            if row.rewards == 0 {
                NOTHING.to_owned()
            } else {
                number(i64::from(row.rewards), locale)
            },
            date_short(row.last_visit, locale),
        ]
        .map(|text| self.book.run(&text, CELL))
    }

    fn change(&self, change: RankChange) -> (String, Color) {
        match change {
            RankChange::New => (self.say("report-change-new"), Color::INK_SOFT),
            RankChange::Back => (self.say("report-change-back"), Color::INK_SOFT),
            RankChange::Same => (NOTHING.to_owned(), Color::INK_QUIET),
            RankChange::Up(by) => (format!("{UP} {}", self.places(by)), Color::GOOD),
            RankChange::Down(by) => (format!("{DOWN} {}", self.places(by)), Color::BAD),
        }
    }

    fn places(&self, by: u32) -> String {
        number(i64::from(by), self.report.locale)
    }

    /// Each column is as wide as its widest cell on any page; the name takes what is left.
    fn columns(&mut self) -> Columns {
        let report = self.report;
        let mut widths = [0.0_f32; FIGURES.len()];
        for (width, key) in widths.iter_mut().zip(FIGURES) {
            *width = self.book.run(&self.say(key), HEAD).width_pt;
        }
        let mut change_width = self.head_width("report-column-change");
        let mut last_rank = 1;
        for row in &report.rows {
            for (width, run) in widths.iter_mut().zip(self.figures(row)) {
                *width = width.max(run.width_pt);
            }
            let (change, _) = self.change(row.change);
            change_width = change_width.max(self.book.run(&change, CELL).width_pt);
            last_rank = last_rank.max(row.rank);
        }
        let rank = self.places(last_rank);
        let rank_width = self
            .book
            .run(&rank, CELL)
            .width_pt
            .max(self.head_width("report-column-rank"));
        place_columns(rank_width, widths, change_width)
    }

    fn head_width(&mut self, key: &str) -> f32 {
        let text = self.say(key);
        self.book.run(&text, HEAD).width_pt
    }
}

fn place_columns(rank: f32, figures: [f32; FIGURES.len()], change: f32) -> Columns {
    let name_left = BODY.x + rank + COLUMN_GAP * 0.8;
    let change_left = BODY.right() - change;
    let total: f32 = figures.iter().sum();
    // Enormous figures eat the gaps before they eat the name.
    let gaps = 6.0;
    let spare = change_left - name_left - total - NARROWEST_NAME;
    let gap = (spare / gaps).clamp(4.0, COLUMN_GAP);
    let mut right = change_left - gap;
    let mut figures_right = [0.0; FIGURES.len()];
    for (edge, width) in figures_right.iter_mut().zip(figures).rev() {
        *edge = right;
        right -= width + gap;
    }
    Columns {
        rank_right: BODY.x + rank,
        name_left,
        name_width: (right - name_left).max(40.0),
        figures_right,
        change_left,
    }
}

fn rows_in(room: f32) -> usize {
    #[expect(clippy::cast_possible_truncation, reason = "a page has under 40 rows")]
    #[expect(clippy::cast_sign_loss, reason = "clamped")]
    let rows = (room / ROW_HEIGHT).floor().max(0.0) as usize;
    rows
}

fn rule(y: f32, color: Color, width: f32) -> Item {
    Item::line(Path::line((BODY.x, y), (BODY.right(), y)), color, width)
}
