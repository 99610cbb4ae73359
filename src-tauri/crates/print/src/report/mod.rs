//! The month in review: totals, charts and the table of customers, on A4.

mod charts;
mod frame;
mod header;
mod table;

use chrono::NaiveDate;
use regulars_i18n::{Catalog, Locale, month_year};

use crate::PrintError;
use crate::font::FontBook;
use crate::geometry::{Area, mm};
use crate::page::{Item, Page};
use crate::rendered::{Rendered, missing_glyphs};
use crate::shop::{Logo, Mark, ShopBrand};

const PAGE_WIDTH: f32 = mm(210.0);
const PAGE_HEIGHT: f32 = mm(297.0);
/// Where everything but the footer stands.
const BODY: Area = Area::new(
    46.0,
    42.0,
    PAGE_WIDTH - 2.0 * 46.0,
    PAGE_HEIGHT - 42.0 - 58.0,
);

/// What stands where there is nothing to say.
const NOTHING: &str = "–";

/// A month of a shop's programme. Money is in minor units of `currency`.
#[derive(Debug, Clone)]
pub struct MonthReport {
    /// Name, colour, logo.
    pub shop: ShopBrand,
    /// The shop's language.
    pub locale: Locale,
    /// ISO 4217: "HUF".
    pub currency: String,
    /// Any day of the month.
    pub month: NaiveDate,
    /// Stands in the footer.
    pub printed_on: NaiveDate,
    /// The month's figures.
    pub totals: MonthTotals,
    /// The month before; `None` if the shop was not there yet.
    pub previous: Option<MonthTotals>,
    /// Member visits on the first, second, … day; empty to leave the chart out.
    pub daily_visits: Vec<u32>,
    /// Best customers first; all are printed.
    pub rows: Vec<ReportRow>,
}

/// The figures of a month.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct MonthTotals {
    /// Visits of members.
    pub visits: i64,
    /// What members spent, in minor units.
    pub spend_minor: i64,
    /// Members enrolled.
    pub new_members: i64,
    /// Rewards handed over.
    pub rewards: i64,
    /// Stamps collected.
    pub stamps: i64,
}

/// A customer of the month.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ReportRow {
    /// 1 is the best.
    pub rank: u32,
    /// Name.
    pub member: String,
    /// In the month.
    pub visits: u32,
    /// In the month, in minor units.
    pub spend_minor: i64,
    /// A visit, in minor units.
    pub average_minor: i64,
    /// Rewards handed over in the month.
    pub rewards: u32,
    /// The last one in the month.
    pub last_visit: NaiveDate,
    /// Against the month before.
    pub change: RankChange,
}

/// How a customer's rank moved since the month before.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RankChange {
    /// Joined this month.
    New,
    /// Was not there the month before.
    Back,
    /// By so many places up.
    Up(u32),
    /// By so many places down.
    Down(u32),
    /// The same rank.
    Same,
}

/// Makes the PDF.
///
/// # Errors
/// A colour, logo or font that is wrong.
pub fn render_report(report: &MonthReport) -> Result<Rendered, PrintError> {
    let title = format!(
        "{} – {}",
        report.shop.name,
        month_year(report.month, report.locale)
    );
    let (mut writer, book) = report
        .shop
        .document(&title, report.locale, report.printed_on)?;
    let mark = Mark::read(&report.shop)?;
    let logo = mark.add_logo(&mut writer);
    let mut sketch = Sketch {
        report,
        mark,
        logo,
        book,
        catalog: Catalog::get(report.locale),
    };
    let pages = sketch.pages();
    for page in &pages {
        writer.add_page(page);
    }
    let missing = missing_glyphs(sketch.book.take_missing());
    let mut pdf = Vec::new();
    writer.write(&sketch.book, &mut pdf)?;
    Ok(Rendered {
        pdf,
        pages: pages.len(),
        missing_glyphs: missing,
    })
}

/// What drawing the report needs.
struct Sketch<'a> {
    report: &'a MonthReport,
    mark: Mark,
    logo: Option<Logo>,
    book: FontBook,
    catalog: &'static Catalog,
}

impl Sketch<'_> {
    fn pages(&mut self) -> Vec<Page> {
        let (mut first, top) = self.first_page_head();
        let bodies = if self.report.rows.is_empty() {
            first.extend(self.empty_state(top));
            vec![first]
        } else {
            self.table_pages(first, top)
        };
        let count = bodies.len();
        bodies
            .into_iter()
            .enumerate()
            .map(|(index, mut items)| {
                items.extend(self.footer(index + 1, count));
                Page {
                    width_pt: PAGE_WIDTH,
                    height_pt: PAGE_HEIGHT,
                    items,
                }
            })
            .collect()
    }

    /// Heading, totals and charts, and where they end.
    fn first_page_head(&mut self) -> (Vec<Item>, f32) {
        let (mut items, mut top) = self.heading();
        let (tiles, bottom) = self.totals(top);
        items.extend(tiles);
        top = bottom;
        if !self.report.rows.is_empty() {
            let (charts, bottom) = self.charts(top + 14.0);
            items.extend(charts);
            top = bottom;
        }
        (items, top + 20.0)
    }

    fn say(&self, key: &str) -> String {
        self.catalog.text(key)
    }
}

/// A member known by phone only may have no name.
fn shown_name(row: &ReportRow) -> &str {
    let name = row.member.trim();
    if name.is_empty() { NOTHING } else { name }
}

#[cfg(test)]
mod tests;
