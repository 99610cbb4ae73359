use regulars_i18n::{currency_symbol, money_plain, number};

use super::{BODY, ReportRow, Sketch, shown_name};
use crate::color::Color;
use crate::font::TextStyle;
use crate::geometry::Area;
use crate::page::Item;
use crate::path::Path;

const MOST_BARS: usize = 10;
const PADDING: f32 = 14.0;
const TITLE_HEIGHT: f32 = 30.0;
const BAR_PITCH: f32 = 16.4;
const BAR_HEIGHT: f32 = 9.6;
/// Height of the daily chart even beside a short list of spenders.
const LOWEST_PANEL: f32 = 112.0;
const PANEL_GAP: f32 = 10.0;

impl Sketch<'_> {
    /// Top spenders, and visits by day beside them; and where they end.
    pub(super) fn charts(&mut self, top: f32) -> (Vec<Item>, f32) {
        let rows = self.report.rows.iter().take(MOST_BARS);
        let bars = u8::try_from(rows.len()).unwrap_or(u8::MAX);
        let height = BAR_PITCH
            .mul_add(f32::from(bars), TITLE_HEIGHT + PADDING)
            .max(LOWEST_PANEL);
        let has_days = self.report.daily_visits.iter().any(|visits| *visits > 0);
        let width = if has_days {
            BODY.width * 0.58
        } else {
            BODY.width
        };
        let left = Area::new(BODY.x, top, width, height);
        let mut items = self.spenders(left);
        if has_days {
            let x = left.right() + PANEL_GAP;
            items.extend(self.days(Area::new(x, top, BODY.right() - x, height)));
        }
        (items, top + height)
    }

    fn panel(&mut self, title: &str, area: Area) -> Vec<Item> {
        let style = TextStyle::semibold(10.4);
        let title = self
            .book
            .fitted_line(title, style, 7.5, area.width - 2.0 * PADDING);
        vec![
            Item::line(Path::rounded(area, 9.0), Color::LINE, 0.8),
            Item::text(title, area.x + PADDING, area.y + 20.0, Color::INK),
        ]
    }

    fn spenders(&mut self, area: Area) -> Vec<Item> {
        let report = self.report;
        let sign = currency_symbol(&report.currency);
        let title = format!("{}, {sign}", self.say("report-top-spenders"));
        let mut items = self.panel(&title, area);
        let rows: Vec<&ReportRow> = report.rows.iter().take(MOST_BARS).collect();
        let most = rows
            .iter()
            .map(|row| row.spend_minor)
            .max()
            .unwrap_or(0)
            .max(1);
        let style = TextStyle::regular(8.6);
        let names_width = (area.width * 0.34).min(118.0);
        let values: Vec<_> = rows
            .iter()
            .map(|row| {
                let text = money_plain(row.spend_minor, &report.currency, report.locale);
                self.book.run(&text, style)
            })
            .collect();
        let values_width = values.iter().map(|run| run.width_pt).fold(0.0, f32::max);
        let bars_left = area.x + PADDING + names_width + 8.0;
        let bars_width = (area.right() - PADDING - values_width - 6.0 - bars_left).max(10.0);
        let mut top = area.y + TITLE_HEIGHT;
        for (place, (row, value)) in rows.iter().zip(values).enumerate() {
            let name = self
                .book
                .fitted_line(shown_name(row), style, 7.4, names_width);
            let baseline = top + BAR_HEIGHT / 2.0 + 3.1;
            items.push(Item::text_right(
                name,
                bars_left - 8.0,
                baseline,
                Color::INK_SOFT,
            ));
            let length = (share(row.spend_minor, most) * bars_width).max(2.0);
            let bar = Area::new(bars_left, top, length, BAR_HEIGHT);
            items.push(Item::fill(Path::rounded(bar, 2.6), self.shade(place)));
            items.push(Item::text(value, bar.right() + 6.0, baseline, Color::INK));
            top += BAR_PITCH;
        }
        items
    }

    /// The brand, dark enough to be seen on white and in grey.
    fn chart_color(&self) -> Color {
        self.mark.brand.on_white(2.6)
    }

    /// Paler from bar to bar.
    fn shade(&self, place: usize) -> Color {
        let place = f32::from(u8::try_from(place).unwrap_or(u8::MAX));
        self.chart_color()
            .mix(Color::WHITE, (place * 0.06).min(0.54))
    }

    fn days(&mut self, area: Area) -> Vec<Item> {
        let report = self.report;
        let title = self.say("report-daily-visits");
        let mut items = self.panel(&title, area);
        let days = &report.daily_visits;
        let most = days.iter().copied().max().unwrap_or(0).max(1);
        let plot = Area::new(
            area.x + PADDING,
            area.y + TITLE_HEIGHT + 12.0,
            area.width - 2.0 * PADDING,
            area.height - TITLE_HEIGHT - 12.0 - PADDING - 10.0,
        );
        let count = f32::from(u8::try_from(days.len().max(1)).unwrap_or(u8::MAX));
        let pitch = plot.width / count;
        let style = TextStyle::regular(7.4);
        let mut top_is_named = false;
        for (index, visits) in days.iter().enumerate() {
            let day = f32::from(u8::try_from(index).unwrap_or(u8::MAX));
            let height = share(i64::from(*visits), i64::from(most)) * plot.height;
            let left = pitch.mul_add(day, plot.x);
            let bar = Area::new(
                pitch.mul_add(0.14, left),
                plot.bottom() - height,
                pitch * 0.72,
                height,
            );
            let is_top = *visits == most && !top_is_named;
            let tint = if is_top { 0.0 } else { 0.5 };
            if *visits > 0 {
                let color = self.chart_color().mix(Color::WHITE, tint);
                items.push(Item::fill(Path::rectangle(bar), color));
            }
            let middle = bar.center().0;
            if is_top {
                top_is_named = true;
                let value = self
                    .book
                    .run(&number(i64::from(most), report.locale), style);
                let half = value.width_pt / 2.0;
                let middle = middle.clamp(plot.x + half, plot.right() - half);
                items.push(Item::text_center(value, middle, bar.y - 3.4, Color::INK));
            }
            if index % 7 == 0 {
                let label = self.book.run(&(index + 1).to_string(), style);
                let baseline = plot.bottom() + 10.6;
                items.push(Item::text_center(label, middle, baseline, Color::INK_QUIET));
            }
        }
        let axis = Path::line((plot.x, plot.bottom()), (plot.right(), plot.bottom()));
        items.push(Item::line(axis, Color::LINE, 0.8));
        items
    }
}

#[expect(
    clippy::cast_precision_loss,
    reason = "a bar's length needs no seventh digit"
)]
fn share(value: i64, most: i64) -> f32 {
    (value.max(0) as f32 / most as f32).clamp(0.0, 1.0)
}
