//! Documents: from the shop's data to the printer's input, and to files.

use std::{
    fs::File,
    io::{BufWriter, Write},
    ops::ControlFlow,
    path::{Path, PathBuf},
};

use base64::Engine;
use chrono::NaiveDate;
use regulars_core::{
    Code, Store, WriteRequest,
    card::{CardScope, CardToPrint, NewPrintRun},
    insight::TopCustomer,
    program::StampRules,
    shop::ShopView,
    transfer::{CsvWriter, Format, export::Cell},
};
use regulars_i18n::{Args, Catalog, Locale, month_year};
use regulars_print as print;

use crate::{
    ApiError,
    error::ApiResult,
    errors::locale_of,
    messages::{CardLayout, FileWritten, FrontStyle, PdfPreview, ReportFormat, Sheet, Sides},
};

/// Cards on one sheet of paper.
const CARDS_PER_SHEET: u32 = 10;
/// A card number for samples: valid, and never issued (all digits random ones could be, but it is
/// only drawn).
const SAMPLE_NUMBER: &str = "2904718263550";

/// Everything a document takes from the shop.
pub(crate) struct Shop {
    pub(crate) view: ShopView,
    pub(crate) locale: Locale,
    pub(crate) brand: print::ShopBrand,
}

impl Shop {
    pub(crate) fn read(store: &Store) -> ApiResult<Self> {
        let locale = locale_of(store);
        let say = |error: regulars_core::Error| ApiError::from_core(&error, locale);
        let view = store.shop().map_err(say)?;
        let logo = store.logo().map_err(say)?.map(|(bytes, _)| bytes);
        let brand = print::ShopBrand {
            name: view.name.clone(),
            brand_color: view.brand_color.clone(),
            logo,
            ..print::ShopBrand::default()
        };
        Ok(Self {
            view,
            locale,
            brand,
        })
    }

    fn say(&self, error: &regulars_core::Error) -> ApiError {
        ApiError::from_core(error, self.locale)
    }

    fn card_job(
        &self,
        rules: &StampRules,
        cards: Vec<print::Card>,
        layout: CardLayout,
        today: NaiveDate,
    ) -> print::CardJob {
        let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        print::CardJob {
            face: print::CardFace {
                shop: self.brand.clone(),
                tagline: Some(self.tagline(rules)),
                address: optional(&self.view.address),
                phone: optional(&self.view.phone),
                found_line: None,
                stamps: Some(print::StampGrid {
                    slots: u8::try_from(rules.stamps_required).unwrap_or(30),
                    icon: icon(rules.icon),
                    reward: print::RewardIcon::Gift,
                }),
            },
            cards,
            sheet: sheet(layout),
            locale: self.locale,
            printed_on: today,
        }
    }

    /// The shop's own line, or the card's promise in words.
    fn tagline(&self, rules: &StampRules) -> String {
        if !self.view.slogan.is_empty() {
            return self.view.slogan.clone();
        }
        Catalog::get(self.locale).text_with(
            "card-tagline",
            &Args::new()
                .with("stamps", rules.stamps_required)
                .with("reward", rules.reward_name.as_str()),
        )
    }
}

fn icon(icon: regulars_core::program::StampIcon) -> print::StampIcon {
    use regulars_core::program::StampIcon;
    match icon {
        StampIcon::Cup => print::StampIcon::Cup,
        StampIcon::Croissant => print::StampIcon::Croissant,
        StampIcon::Scissors => print::StampIcon::Scissors,
        StampIcon::Leaf => print::StampIcon::Leaf,
        StampIcon::Star => print::StampIcon::Star,
        StampIcon::Heart => print::StampIcon::Heart,
    }
}

fn sheet(layout: CardLayout) -> print::CardSheet {
    print::CardSheet {
        paper: match layout.sheet {
            Sheet::A4 => print::CardPaper::A4,
            Sheet::Letter => print::CardPaper::Letter,
            Sheet::Cr80 => print::CardPaper::Cr80,
        },
        sides: sides(layout.sides),
        crop_marks: true,
        front_style: match layout.front {
            FrontStyle::Full => print::FrontStyle::Full,
            FrontStyle::LessInk => print::FrontStyle::LessInk,
        },
    }
}

fn sides(sides: Sides) -> print::Sides {
    match sides {
        Sides::Front => print::Sides::Front,
        Sides::Back => print::Sides::Back,
        Sides::Both => print::Sides::Both,
    }
}

fn card(card: &CardToPrint) -> print::Card {
    print::Card {
        name: card.name.clone(),
        since: Some(card.joined_on),
        number: card.number.clone(),
    }
}

pub(crate) fn preview(rendered: print::Rendered, pages: u32, cards: u32) -> PdfPreview {
    PdfPreview {
        pdf_base64: base64::engine::general_purpose::STANDARD.encode(&rendered.pdf),
        pages,
        cards,
        missing_glyphs: glyphs(&rendered.missing_glyphs),
    }
}

pub(crate) fn glyphs(missing: &[print::MissingGlyph]) -> Vec<String> {
    missing
        .iter()
        .map(|glyph| glyph.character.to_string())
        .collect()
}

fn stamp_rules(store: &Store, shop: &Shop, today: NaiveDate) -> ApiResult<StampRules> {
    store
        .program(today)
        .map(|program| program.current.rules)
        .map_err(|error| shop.say(&error))
}

/// One page of what would be printed; `page` counts from 0. Only the cards of
/// that page are read and drawn.
///
/// # Errors
/// `no_cards` for an empty scope; what printing refuses.
pub fn card_page(
    store: &Store,
    scope: &CardScope,
    layout: CardLayout,
    page: u32,
    today: NaiveDate,
) -> ApiResult<PdfPreview> {
    let shop = Shop::read(store)?;
    let per_sheet = if layout.sheet == Sheet::Cr80 {
        1
    } else {
        CARDS_PER_SHEET
    };
    let per_card = if layout.sides == Sides::Both { 2 } else { 1 };
    let sheet_index = page / per_card;
    let (total, cards) = store
        .cards(scope, sheet_index.saturating_mul(per_sheet), per_sheet)
        .map_err(|error| shop.say(&error))?;
    if cards.is_empty() {
        return Err(shop.say(&Code::NoCards.into()));
    }
    let rules = stamp_rules(store, &shop, today)?;
    let job = shop.card_job(&rules, cards.iter().map(card).collect(), layout, today);
    let side = usize::try_from(page % per_card).unwrap_or(0) + 1;
    let rendered = print::preview_cards(&job, side)
        .map_err(|error| ApiError::from_print(&error, shop.locale))?;
    Ok(preview(
        rendered,
        total.div_ceil(per_sheet) * per_card,
        total,
    ))
}

/// One sample card with rules that need not be saved.
///
/// # Errors
/// What printing refuses.
pub fn sample_card(
    store: &Store,
    rules: &StampRules,
    side: Sides,
    today: NaiveDate,
) -> ApiResult<PdfPreview> {
    let shop = Shop::read(store)?;
    let layout = CardLayout {
        sheet: Sheet::Cr80,
        sides: side,
        front: FrontStyle::Full,
    };
    let sample = print::Card {
        name: Catalog::get(shop.locale).text("card-sample-name"),
        since: Some(today),
        number: SAMPLE_NUMBER.to_owned(),
    };
    let job = shop.card_job(rules, vec![sample], layout, today);
    let rendered =
        print::preview_cards(&job, 1).map_err(|error| ApiError::from_print(&error, shop.locale))?;
    Ok(preview(rendered, 1, 1))
}

/// Whether a picture can be drawn as a logo.
///
/// # Errors
/// `print_logo`.
pub(crate) fn check_logo(bytes: Vec<u8>, locale: Locale) -> ApiResult<()> {
    let job = print::CardJob {
        face: print::CardFace {
            shop: print::ShopBrand {
                brand_color: "#000000".to_owned(),
                logo: Some(bytes),
                ..print::ShopBrand::default()
            },
            ..print::CardFace::default()
        },
        cards: vec![print::Card {
            number: SAMPLE_NUMBER.to_owned(),
            ..print::Card::default()
        }],
        sheet: print::CardSheet::new(print::CardPaper::Cr80),
        locale,
        printed_on: NaiveDate::default(),
    };
    print::preview_cards(&job, 1)
        .map(|_| ())
        .map_err(|error| ApiError::from_print(&error, locale))
}

/// Writes cards to a PDF and notes the run. A run that is stopped or fails
/// leaves no file and no note. Returns the file and how many cards are in it. The
/// same request again writes the same cards, also when none is new any more.
///
/// # Errors
/// `no_cards`; what printing and the disk refuse; `print_cancelled`.
pub fn print_cards(
    store: &Store,
    request: WriteRequest,
    scope: &CardScope,
    layout: CardLayout,
    path: &Path,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> ApiResult<(FileWritten, u32)> {
    let shop = Shop::read(store)?;
    let before = store
        .print_run_of(request.request_id)
        .map_err(|error| shop.say(&error))?;
    let first_scope = before.map(|id| CardScope::Run { id });
    let scope = match (&first_scope, scope) {
        (Some(first), CardScope::New) => first,
        _ => scope,
    };
    let today = store
        .settings()
        .and_then(|settings| settings.calendar.business_date(request.now_ms))
        .map_err(|error| shop.say(&error))?;
    let (total, cards) = store
        .cards(scope, 0, u32::MAX)
        .map_err(|error| shop.say(&error))?;
    if cards.is_empty() {
        return Err(shop.say(&Code::NoCards.into()));
    }
    let rules = stamp_rules(store, &shop, today)?;
    let job = shop.card_job(&rules, cards.iter().map(card).collect(), layout, today);
    let mut counted = |done: usize, total: usize| {
        progress(
            u64::try_from(done).unwrap_or(0),
            u64::try_from(total).unwrap_or(0),
        )
    };
    let mut written = None;
    let bytes = write_whole(path, shop.locale, |file| {
        let mut file = Watched::new(file);
        let rendered = print::render_cards_to(&job, &mut file, &mut counted);
        written = Some(rendered.map_err(|error| file.explain(&error, path, shop.locale))?);
        Ok(())
    })?;
    let Some(written) = written else {
        return Err(ApiError::internal(&"no document was written"));
    };
    let run = NewPrintRun {
        cards: cards.iter().map(|card| card.card_id).collect(),
        sheet: match layout.sheet {
            Sheet::A4 => "a4",
            Sheet::Letter => "letter",
            Sheet::Cr80 => "cr80",
        }
        .to_owned(),
        file: path.display().to_string(),
    };
    if let Err(error) = store.record_print_run(request, &run) {
        let _ = std::fs::remove_file(path);
        return Err(shop.say(&error));
    }
    let written = FileWritten {
        path: path.to_owned(),
        bytes,
        count: u32::try_from(written.pages).unwrap_or(u32::MAX),
        opened: false,
        missing_glyphs: glyphs(&written.missing_glyphs),
    };
    Ok((written, total))
}

/// A file that remembers why it could not be written.
pub(crate) struct Watched<'a> {
    file: &'a mut BufWriter<File>,
    failed: Option<std::io::Error>,
}

impl<'a> Watched<'a> {
    pub(crate) fn new(file: &'a mut BufWriter<File>) -> Self {
        Self { file, failed: None }
    }

    /// The disk's own words where it failed, not the printer's about them.
    pub(crate) fn explain(
        &self,
        error: &print::PrintError,
        path: &Path,
        locale: Locale,
    ) -> ApiError {
        match &self.failed {
            Some(failed) => ApiError::from_io(failed, path, locale),
            None => ApiError::from_print(error, locale),
        }
    }

    fn watch<T>(&mut self, done: std::io::Result<T>) -> std::io::Result<T> {
        done.map_err(|error| {
            let kind = error.kind();
            self.failed = Some(error);
            kind.into()
        })
    }
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let done = self.file.write(bytes);
        self.watch(done)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let done = self.file.flush();
        self.watch(done)
    }
}

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

/// Writes a file whole or not at all: beside its place first, then moved there.
/// Returns its size in bytes.
pub(crate) fn write_whole(
    path: &Path,
    locale: Locale,
    fill: impl FnOnce(&mut BufWriter<File>) -> ApiResult<()>,
) -> ApiResult<u64> {
    let io = |error: std::io::Error| ApiError::from_io(&error, path, locale);
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let draft = path.with_file_name(name);
    let written = (|| {
        let mut file = BufWriter::new(File::create(&draft).map_err(io)?);
        fill(&mut file)?;
        let file = file.into_inner().map_err(|error| io(error.into_error()))?;
        file.sync_all().map_err(io)?;
        let bytes = file.metadata().map_err(io)?.len();
        std::fs::rename(&draft, path).map_err(io)?;
        Ok(bytes)
    })();
    if written.is_err() {
        let _ = std::fs::remove_file(&draft);
    }
    written
}

/// A path in a folder that no file has yet: "Name.pdf", "Name (2).pdf" … The
/// folder is made where it is missing.
///
/// # Errors
/// Those of making the folder.
pub fn free_path(dir: &Path, name: &str, extension: &str) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(dir)?;
    let safe: String = name
        .chars()
        .map(|letter| {
            if letter.is_control() || r#"/\:*?"<>|"#.contains(letter) {
                '-'
            } else if letter.is_whitespace() {
                // "October 2026" holds a space that keeps its words together on
                // paper, and that nobody can type.
                ' '
            } else {
                letter
            }
        })
        .collect();
    let safe = safe.trim().trim_end_matches('.');
    let first = dir.join(format!("{safe}.{extension}"));
    if !first.exists() {
        return Ok(first);
    }
    Ok((2_u32..)
        .map(|n| dir.join(format!("{safe} ({n}).{extension}")))
        .find(|path| !path.exists())
        .unwrap_or(first))
}

/// "Cards 2026-11-21".
///
/// # Errors
/// Those of the disk.
pub fn cards_file_name(store: &Store, now_ms: i64) -> ApiResult<String> {
    let locale = locale_of(store);
    let today = store
        .settings()
        .and_then(|settings| settings.calendar.business_date(now_ms))
        .map_err(|error| ApiError::from_core(&error, locale))?;
    let date = today.to_string();
    Ok(Catalog::get(locale).text_with("file-cards", &Args::new().with("date", date.as_str())))
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
