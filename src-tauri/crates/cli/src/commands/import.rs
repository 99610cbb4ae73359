//! `import members | visits`.

use std::{ops::ControlFlow, path::Path};

use regulars_api::importing::{self, Source};
use regulars_core::{
    import::{Options, Outcome},
    transfer::{Kind, columns::Field},
};
use regulars_i18n::Args;
use serde_json::{Value, json};

use super::Done;
use crate::{
    args::{Cli, ImportFile},
    out::{DONE, DONE_IN_PART, Failure, Output},
    session::Session,
};

/// Reasons shown to a person; programs and the file get them all.
const SHOWN: usize = 20;

pub(super) fn members(cli: &Cli, file: &ImportFile) -> Done {
    run(
        cli,
        file,
        Kind::Members,
        Options {
            dry_run: file.dry_run,
            ..Options::default()
        },
    )
}

pub(super) fn visits(cli: &Cli, file: &ImportFile, create_members: bool, earn: bool) -> Done {
    run(
        cli,
        file,
        Kind::Visits,
        Options {
            create_members,
            earn,
            dry_run: file.dry_run,
        },
    )
}

fn run(cli: &Cli, file: &ImportFile, kind: Kind, options: Options) -> Done {
    let session = Session::open(cli)?;
    let source = Source::read(&file.file, session.locale())?;
    let mapping = mapping(&source, kind, &file.mappings)?;
    if let Some(path) = &file.rejects {
        if same_file(path, &file.file) {
            return Err(Failure::usage(format!(
                "--rejects {}: this is the file that is imported",
                path.display()
            )));
        }
        // What cannot be written is refused now, not when the rows are in.
        source.write_rejects(&[], path, session.locale())?;
    }
    let outcome = source.import(
        &session.store,
        session.write(),
        kind,
        mapping.as_deref(),
        options,
        &mut |_, _| ControlFlow::Continue(()),
    )?;
    if let Some(path) = &file.rejects {
        source.write_rejects(&outcome.rejected, path, session.locale())?;
    }
    Ok(output(&session, &source, &outcome, options.dry_run))
}

fn same_file(one: &Path, other: &Path) -> bool {
    matches!((one.canonicalize(), other.canonicalize()), (Ok(one), Ok(other)) if one == other)
}

/// What the headers tell, changed by `--map COLUMN=FIELD`; an empty field leaves
/// a column out.
fn mapping(
    source: &Source,
    kind: Kind,
    asked: &[String],
) -> Result<Option<Vec<Option<String>>>, Failure> {
    if asked.is_empty() {
        return Ok(None);
    }
    let headers = source.preview().headers;
    let mut columns: Vec<Option<String>> = regulars_core::transfer::columns::guess(kind, &headers)
        .into_iter()
        .map(|field| field.map(|field| field.name().to_owned()))
        .collect();
    for rule in asked {
        let bad = |why: &str| Failure::usage(format!("--map {rule}: {why}"));
        let (column, field) = rule
            .rsplit_once('=')
            .ok_or_else(|| bad("write COLUMN=FIELD"))?;
        let at = headers
            .iter()
            .position(|header| header == column.trim())
            .or_else(|| {
                column
                    .trim()
                    .parse::<usize>()
                    .ok()
                    .and_then(|number| number.checked_sub(1))
            })
            .filter(|at| *at < columns.len())
            .ok_or_else(|| {
                bad(&format!(
                    "no such column; there are: {}",
                    headers.join(", ")
                ))
            })?;
        let field = field.trim();
        let known: Vec<&str> = kind.fields().iter().map(|field| field.name()).collect();
        if !field.is_empty() && Field::from_name(field, kind).is_none() {
            return Err(bad(&format!(
                "no such field; there are: {}",
                known.join(", ")
            )));
        }
        for other in columns
            .iter_mut()
            .filter(|other| other.as_deref() == Some(field))
        {
            *other = None;
        }
        if let Some(slot) = columns.get_mut(at) {
            *slot = (!field.is_empty()).then(|| field.to_owned());
        }
    }
    Ok(Some(columns))
}

fn output(session: &Session, source: &Source, outcome: &Outcome, dry_run: bool) -> Output {
    let locale = session.locale();
    let (encoding, delimiter) = source.spelling();
    let warnings = source.warnings(locale);
    let summary = &outcome.summary;
    let rejected: Vec<Value> = outcome
        .rejected
        .iter()
        .map(|rejection| {
            json!({
                "line": rejection.line,
                "code": rejection.code,
                "message": importing::reason(rejection, locale),
                "field": rejection.field,
            })
        })
        .collect();
    let mut text = session.text(
        if dry_run {
            "cli-import-tried"
        } else {
            "cli-imported"
        },
        &Args::new()
            .with("rows", summary.rows)
            .with("created", summary.created)
            .with("updated", summary.updated)
            .with("unchanged", summary.unchanged)
            .with("rejected", summary.rejected),
    );
    for (_, warning) in &warnings {
        text.push_str(&format!("\n{warning}"));
    }
    for rejection in outcome.rejected.iter().take(SHOWN) {
        text.push_str(&format!(
            "\n{}: {}",
            rejection.line,
            importing::reason(rejection, locale)
        ));
    }
    if outcome.rejected.len() > SHOWN {
        text.push_str("\n…");
    }
    Output {
        document: json!({
            "rows": summary.rows,
            "created": summary.created,
            "updated": summary.updated,
            "unchanged": summary.unchanged,
            "members_created": summary.members_created,
            "rejected": rejected,
            "dry_run": dry_run,
            "encoding": encoding,
            "delimiter": delimiter,
            "warnings": warnings
                .iter()
                .map(|(code, message)| json!({ "code": code, "message": message }))
                .collect::<Vec<_>>(),
        }),
        text,
        exit: if summary.rejected == 0 {
            DONE
        } else {
            DONE_IN_PART
        },
    }
}
