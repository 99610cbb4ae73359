use chrono::Datelike;
use regulars_i18n::{Args, money, month_year, number, percent};

use super::{BODY, Sketch};
use crate::color::Color;
use crate::font::TextStyle;
use crate::geometry::Area;
use crate::page::Item;
use crate::path::Path;
use crate::shop::BadgeColors;

const BADGE_HEIGHT: f32 = 30.0;
const TILE_HEIGHT: f32 = 70.0;
const TILE_GAP: f32 = 10.0;
const TILE_PADDING: f32 = 12.0;

/// Better than before, and worse.
pub(super) const UP: char = '▲';
pub(super) const DOWN: char = '▼';

/// One of the four figures.
struct Tile {
    label: &'static str,
    value: String,
    change: Change,
}

/// How a figure moved.
#[derive(Debug, PartialEq, Eq)]
enum Change {
    /// There is no month before.
    First,
    /// The month goes on; what the month before came to.
    SoFar(String),
    None,
    Up(String),
    Down(String),
}

impl Sketch<'_> {
    /// Who, what and when; and where it ends.
    pub(super) fn heading(&mut self) -> (Vec<Item>, f32) {
        let (left, top) = (BODY.x, BODY.y);
        let colors = BadgeColors {
            ground: self.mark.brand,
            letter: self.mark.brand.text_on(),
            around: Color::WHITE,
        };
        let (mut items, badge_width) =
            self.mark
                .badge(&mut self.book, self.logo, (left, top), BADGE_HEIGHT, colors);
        let text_left = left + badge_width + 11.0;
        let text_width = BODY.right() - text_left;
        let name = self.book.line(
            &self.report.shop.name,
            TextStyle::semibold(12.0),
            text_width,
        );
        let kicker = self
            .book
            .run(&self.say("report-kicker"), TextStyle::regular(9.5));
        items.push(Item::text(name, text_left, top + 12.6, Color::INK));
        items.push(Item::text(kicker, text_left, top + 26.2, Color::INK_SOFT));

        let month = month_year(self.report.month, self.report.locale);
        let title = self.book.run(&capitalized(&month), TextStyle::bold(29.0));
        items.push(Item::text(title, left, top + 74.0, Color::INK));
        let style = TextStyle::regular(10.0);
        let subtitle = self.book.line(&self.subtitle(), style, BODY.width);
        items.push(Item::text(subtitle, left, top + 92.5, Color::INK_SOFT));
        (items, top + 106.0)
    }

    fn subtitle(&self) -> String {
        let count = self.report.totals.stamps;
        let stamps = self
            .catalog
            .text_with("report-stamps", &Args::new().with("count", count));
        if self.goes_on() {
            format!("{stamps}. {}", self.say("report-goes-on"))
        } else if self.report.previous.is_some() {
            format!("{stamps}. {}", self.say("report-compared"))
        } else {
            stamps
        }
    }

    /// Whether it is printed before the month is over: then half a month would stand
    /// beside a whole one.
    fn goes_on(&self) -> bool {
        let (month, today) = (self.report.month, self.report.printed_on);
        (month.year(), month.month()) == (today.year(), today.month())
    }

    /// The four figures in a row; and where they end.
    pub(super) fn totals(&mut self, top: f32) -> (Vec<Item>, f32) {
        let tiles = self.tiles();
        let width = (BODY.width - 3.0 * TILE_GAP) / 4.0;
        let mut items = Vec::new();
        let mut left = BODY.x;
        for tile in tiles {
            items.extend(self.tile(&tile, Area::new(left, top, width, TILE_HEIGHT)));
            left += width + TILE_GAP;
        }
        (items, top + TILE_HEIGHT)
    }

    fn tiles(&self) -> [Tile; 4] {
        let (now, before) = (self.report.totals, self.report.previous);
        let locale = self.report.locale;
        let change =
            |value: i64, before: Option<i64>, say: &dyn Fn(i64, i64) -> String| match before {
                Some(before) if self.goes_on() => Change::SoFar(number(before, locale)),
                _ => change(value, before, say),
            };
        let share = |value: i64, before: Option<i64>| {
            change(value, before, &|by, base| match per_mille(by, base) {
                Some(rate) => percent(rate, locale),
                None => number(by, locale),
            })
        };
        let count =
            |value: i64, before: Option<i64>| change(value, before, &|by, _| number(by, locale));
        [
            Tile {
                label: "report-visits",
                value: number(now.visits, locale),
                change: share(now.visits, before.map(|before| before.visits)),
            },
            Tile {
                label: "report-spend",
                value: money(now.spend_minor, &self.report.currency, locale),
                change: self.spend_change(now.spend_minor, before.map(|before| before.spend_minor)),
            },
            Tile {
                label: "report-new-members",
                value: number(now.new_members, locale),
                change: count(now.new_members, before.map(|before| before.new_members)),
            },
            Tile {
                label: "report-rewards",
                value: number(now.rewards, locale),
                change: count(now.rewards, before.map(|before| before.rewards)),
            },
        ]
    }

    fn spend_change(&self, value: i64, before: Option<i64>) -> Change {
        let locale = self.report.locale;
        if let Some(before) = before.filter(|_| self.goes_on()) {
            return Change::SoFar(money(before, &self.report.currency, locale));
        }
        change(value, before, |by, base| match per_mille(by, base) {
            Some(rate) => percent(rate, locale),
            None => money(by, &self.report.currency, locale),
        })
    }

    fn tile(&mut self, tile: &Tile, area: Area) -> Vec<Item> {
        let left = area.x + TILE_PADDING;
        let width = area.width - 2.0 * TILE_PADDING;
        let label = self.say(tile.label);
        let label = self
            .book
            .fitted_line(&label, TextStyle::semibold(8.6), 6.6, width);
        let value = self
            .book
            .fitted_line(&tile.value, TextStyle::bold(19.0), 9.0, width);
        vec![
            Item::line(Path::rounded(area, 9.0), Color::LINE, 0.8),
            Item::text(label, left, area.y + 19.0, Color::INK_SOFT),
            Item::text(value, left, area.y + 41.5, Color::INK),
            self.change_line(&tile.change, (left, area.y + 57.5), width),
        ]
    }

    /// Direction is a shape too, to be told apart in grey.
    fn change_line(&mut self, change: &Change, at: (f32, f32), width: f32) -> Item {
        let style = TextStyle::regular(8.6);
        let (text, color) = match change {
            Change::First => (self.say("report-no-comparison"), Color::INK_QUIET),
            Change::SoFar(before) => {
                let args = Args::new().with("value", before.as_str());
                let text = self.catalog.text_with("report-month-before", &args);
                (text, Color::INK_QUIET)
            }
            Change::None => (self.say("report-unchanged"), Color::INK_QUIET),
            Change::Up(by) => (format!("{UP} {by}"), Color::GOOD),
            Change::Down(by) => (format!("{DOWN} {by}"), Color::BAD),
        };
        let line = self.book.fitted_line(&text, style, 6.6, width);
        Item::text(line, at.0, at.1, color)
    }
}

fn change(value: i64, before: Option<i64>, say: impl Fn(i64, i64) -> String) -> Change {
    let Some(before) = before else {
        return Change::First;
    };
    let by = value.saturating_sub(before);
    match by.signum() {
        0 => Change::None,
        1 => Change::Up(say(by, before)),
        _ => Change::Down(say(by.saturating_neg(), before)),
    }
}

/// A change in whole percents (as tenths), rounded half up, at least 0.1; none from nothing.
fn per_mille(by: i64, base: i64) -> Option<i64> {
    if base <= 0 {
        return None;
    }
    let (by, base) = (i128::from(by), i128::from(base));
    let percents = (by * 200 + base) / (base * 2);
    let rate = if percents == 0 {
        ((by * 1000 + base - 1) / base).max(1)
    } else {
        percents * 10
    };
    i64::try_from(rate).ok()
}

fn capitalized(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| {
        first.to_uppercase().chain(letters).collect()
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn percents_are_rounded_and_never_nothing() {
        assert_eq!(per_mille(8, 100), Some(80));
        assert_eq!(per_mille(1, 3), Some(330));
        assert_eq!(per_mille(1, 8), Some(130));
        assert_eq!(per_mille(1, 1000), Some(1));
        assert_eq!(per_mille(1, 1_000_000), Some(1));
        assert_eq!(per_mille(5, 0), None);
        assert_eq!(per_mille(i64::MAX, 1), None);
    }

    #[test]
    fn a_change_has_a_direction() {
        let say = |by: i64, _| by.to_string();
        assert_eq!(change(5, None, say), Change::First);
        assert_eq!(change(5, Some(5), say), Change::None);
        assert_eq!(change(7, Some(5), say), Change::Up("2".into()));
        assert_eq!(change(5, Some(7), say), Change::Down("2".into()));
    }
}
