//! The monthly review, as a PDF or a table.

use std::{io::Write, path::Path};

use regulars_core::{
    Store,
    insight::TopCustomer,
    transfer::{CsvWriter, Format, export::Cell},
};
use regulars_i18n::{Args, Catalog, Locale, month_year};
use regulars_print as print;

use super::{Shop, files::write_whole, glyphs};
use crate::{
    ApiError,
    error::ApiResult,
    errors::locale_of,
    messages::{FileWritten, ReportFormat},
};

/// Writes a month's review to a PDF or its top customers to a CSV.
///
/// # Errors
/// `bad_month`; what printing and the disk refuse.
pub fn write_report(
    store: &Store,
    month: &str,
    limit: u32,
    format: ReportFormat,
    path: &Path,
    now_ms: i64,
) -> ApiResult<FileWritten> {
    let shop = Shop::read(store)?;
    let report = store
        .month_report(month, limit, now_ms)
        .map_err(|error| shop.say(&error))?;
    match format {
        ReportFormat::Csv => {
            let bytes = write_whole(path, shop.locale, |file| {
                write_csv(file, &shop, &report.top)
                    .map_err(|error| ApiError::from_io(&error, path, shop.locale))
            })?;
            Ok(FileWritten {
                path: path.to_owned(),
                bytes,
                count: u32::try_from(report.top.len()).unwrap_or(u32::MAX),
                opened: false,
                missing_glyphs: Vec::new(),
            })
        }
        ReportFormat::Pdf => {
            let rendered = render_report(store, &shop, &report, now_ms)?;
            let bytes = write_whole(path, shop.locale, |file| {
                file.write_all(&rendered.pdf)
                    .map_err(|error| ApiError::from_io(&error, path, shop.locale))
            })?;
            Ok(FileWritten {
                path: path.to_owned(),
                bytes,
                count: u32::try_from(rendered.pages).unwrap_or(u32::MAX),
                opened: false,
                missing_glyphs: glyphs(&rendered.missing_glyphs),
            })
        }
    }
}

fn render_report(
    store: &Store,
    shop: &Shop,
    report: &regulars_core::insight::MonthReport,
    now_ms: i64,
) -> ApiResult<print::Rendered> {
    let say = |error: regulars_core::Error| shop.say(&error);
    let (first, _) = regulars_core::time::month_bounds(&report.month).map_err(say)?;
    let printed_on = store
        .settings()
        .and_then(|settings| settings.calendar.business_date(now_ms))
        .map_err(say)?;
    let totals = |totals: &regulars_core::insight::MonthTotals| print::MonthTotals {
        visits: i64::from(totals.visits),
        spend_minor: totals.spend_minor,
        new_members: i64::from(totals.new_members),
        rewards: i64::from(totals.rewards),
        stamps: totals.stamps,
    };
    let had_before = report.before != regulars_core::insight::MonthTotals::default();
    let document = print::MonthReport {
        shop: shop.brand.clone(),
        locale: shop.locale,
        currency: report.currency.clone(),
        month: first,
        printed_on,
        totals: totals(&report.totals),
        previous: had_before.then(|| totals(&report.before)),
        daily_visits: report.days.iter().map(|day| day.visits).collect(),
        rows: report.top.iter().map(report_row).collect(),
    };
    print::render_report(&document).map_err(|error| ApiError::from_print(&error, shop.locale))
}

fn report_row(row: &TopCustomer) -> print::ReportRow {
    print::ReportRow {
        rank: row.rank,
        member: row.name.clone(),
        visits: row.visits,
        spend_minor: row.spend_minor,
        average_minor: row.average_minor,
        rewards: row.rewards,
        last_visit: row.last_visit,
        change: match row.rank_before {
            None if row.is_new => print::RankChange::New,
            None => print::RankChange::Back,
            Some(before) if before > row.rank => print::RankChange::Up(before - row.rank),
            Some(before) if before < row.rank => print::RankChange::Down(row.rank - before),
            Some(_) => print::RankChange::Same,
        },
    }
}

fn write_csv(file: &mut dyn Write, shop: &Shop, rows: &[TopCustomer]) -> std::io::Result<()> {
    let catalog = Catalog::get(shop.locale);
    let mut csv = CsvWriter::new(file, Format::for_locale(shop.locale.tag()))?;
    let headers: Vec<String> = [
        "csv-rank",
        "csv-member",
        "csv-external-id",
        "csv-visits",
        "csv-spend",
        "csv-currency",
        "csv-average",
        "csv-rewards",
        "csv-last-visit",
        "csv-rank-before",
    ]
    .iter()
    .map(|key| catalog.text(key))
    .collect();
    csv.texts(headers.iter().map(String::as_str))?;
    for row in rows {
        let money = |minor| decimal(minor, shop);
        let (rank, visits, rewards) = (
            row.rank.to_string(),
            row.visits.to_string(),
            row.rewards.to_string(),
        );
        let (spend, average) = (money(row.spend_minor), money(row.average_minor));
        let last_visit = row.last_visit.to_string();
        let before = row
            .rank_before
            .map(|rank| rank.to_string())
            .unwrap_or_default();
        csv.row([
            Cell::Own(&rank),
            Cell::Text(&row.name),
            Cell::Text(row.external_id.as_deref().unwrap_or_default()),
            Cell::Own(&visits),
            Cell::Own(&spend),
            Cell::Text(&shop.view.currency),
            Cell::Own(&average),
            Cell::Own(&rewards),
            Cell::Text(&last_visit),
            Cell::Own(&before),
        ])?;
    }
    csv.finish()?;
    Ok(())
}

/// A number that a spreadsheet of the shop's language reads as one: no grouping,
/// the language's decimal mark.
fn decimal(minor: i64, shop: &Shop) -> String {
    let plain = regulars_core::shop::parse_currency(&shop.view.currency).map_or_else(
        |_| minor.to_string(),
        |currency| regulars_core::amount::to_decimal_string(minor, currency),
    );
    match shop.locale {
        Locale::En => plain,
        Locale::Ru | Locale::Hu => plain.replace('.', ","),
    }
}

/// "October 2026, top customers".
///
/// # Errors
/// `bad_month`.
pub fn report_file_name(store: &Store, month: &str) -> ApiResult<String> {
    let locale = locale_of(store);
    let (first, _) = regulars_core::time::month_bounds(month)
        .map_err(|error| ApiError::from_core(&error, locale))?;
    let month = month_year(first, locale);
    Ok(Catalog::get(locale).text_with("file-report", &Args::new().with("month", month.as_str())))
}
