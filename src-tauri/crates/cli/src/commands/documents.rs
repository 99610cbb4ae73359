//! `cards print`, `report top-customers`.

use std::{ops::ControlFlow, path::Path};

use regulars_api::{
    ApiError, documents,
    messages::{CardLayout, FrontStyle, ReportFormat, Sheet, Sides},
};
use regulars_core::card::CardScope;
use regulars_i18n::Args;
use serde_json::{Value, json};

use super::Done;
use crate::{
    args::{self, Cli},
    out::{Failure, Output},
    session::Session,
};

pub(super) fn print_cards(cli: &Cli, args: &args::CardsPrint) -> Done {
    let session = Session::open(cli)?;
    let scope = if args.all {
        CardScope::All
    } else if args.member.is_empty() {
        CardScope::New
    } else {
        let ids = args
            .member
            .iter()
            .map(|text| session.member(text))
            .collect::<Result<_, _>>()?;
        CardScope::Members { ids }
    };
    let sheet = match args.sheet {
        args::Sheet::A4 => Sheet::A4,
        args::Sheet::Letter => Sheet::Letter,
        args::Sheet::Cr80 => Sheet::Cr80,
    };
    let layout = CardLayout {
        sheet,
        sides: match args.sides {
            args::Sides::Front => Sides::Front,
            args::Sides::Back => Sides::Back,
            args::Sides::Both => Sides::Both,
        },
        front: match args.front {
            Some(args::Front::Full) => FrontStyle::Full,
            Some(args::Front::LessInk) => FrontStyle::LessInk,
            None if sheet == Sheet::Cr80 => FrontStyle::Full,
            None => FrontStyle::LessInk,
        },
    };
    let path = std::path::absolute(&args.out)
        .map_err(|error| ApiError::from_io(&error, &args.out, session.locale()))?;
    let (written, cards) = documents::print_cards(
        &session.store,
        session.write(),
        &scope,
        layout,
        &path,
        &mut |_, _| ControlFlow::Continue(()),
    )?;
    let shown = path.display().to_string();
    let text = session.text(
        "cli-cards-printed",
        &Args::new()
            .with("cards", cards)
            .with("pages", written.count)
            .with("path", shown.as_str()),
    );
    Ok(Output::done(
        json!({
            "path": path,
            "cards": cards,
            "pages": written.count,
            "bytes": written.bytes,
            "missing_glyphs": written.missing_glyphs,
        }),
        text,
    ))
}

pub(super) fn top_customers(cli: &Cli, month: &str, limit: u32, out: Option<&Path>) -> Done {
    let session = Session::open(cli)?;
    let format = out.map(format_of).transpose()?;
    let report = session
        .store
        .month_report(month, limit, session.now_ms)
        .map_err(|error| session.say(&error))?;
    let mut rows = Vec::with_capacity(report.top.len());
    let mut lines = Vec::with_capacity(report.top.len());
    for row in &report.top {
        rows.push(json!({
            "rank": row.rank,
            "member": { "id": row.member_id, "external_id": row.external_id, "name": row.name },
            "visits": row.visits,
            "spend": session.decimal(row.spend_minor)?,
            "average": session.decimal(row.average_minor)?,
            "rewards": row.rewards,
            "last_visit": row.last_visit,
        }));
        lines.push(format!(
            "{:>4}  {}  {}  {}",
            row.rank,
            session.money(row.spend_minor)?,
            row.visits,
            row.name
        ));
    }
    let mut document = json!({ "month": report.month, "currency": report.currency, "rows": rows });
    if let (Some(path), Some(format)) = (out, format) {
        let written =
            documents::write_report(&session.store, month, limit, format, path, session.now_ms)?;
        if let Some(map) = document.as_object_mut() {
            map.insert(
                "file".to_owned(),
                Value::String(written.path.display().to_string()),
            );
        }
        lines.push(written.path.display().to_string());
    }
    if lines.is_empty() {
        lines.push(session.text("cli-report-empty", &Args::new().with("month", month)));
    }
    Ok(Output::done(document, lines.join("\n")))
}

fn format_of(path: &Path) -> Result<ReportFormat, Failure> {
    match path
        .extension()
        .and_then(|extension| extension.to_str())
        .map(str::to_ascii_lowercase)
        .as_deref()
    {
        Some("pdf") => Ok(ReportFormat::Pdf),
        Some("csv") => Ok(ReportFormat::Csv),
        _ => Err(Failure::usage(format!(
            "--out {}: the file must end in .pdf or .csv",
            path.display()
        ))),
    }
}
