//! Importing files.

use std::sync::Arc;

use base64::Engine;
use regulars_core::import::{Options, Outcome};
use regulars_i18n::Catalog;

use crate::{
    ApiError, App,
    app::InWords,
    error::ApiResult,
    importing::{self, Report, Source},
    messages::{
        FileWritten, ImportOpen, ImportOpened, ImportResult, ImportRun, ImportSource, JobRef,
        RejectedRow, RejectsSave,
    },
};

/// Rejected rows that travel to the window; the file holds them all.
const SHOWN_REJECTS: usize = 1_000;

pub(crate) fn open(app: &App, request: ImportOpen) -> ApiResult<ImportOpened> {
    // A file can only be read into a shop: before, amounts and phones have no meaning.
    app.store().settings().in_words(app)?;
    let locale = app.locale();
    let source = match (request.content_base64, request.path) {
        (Some(content), _) => {
            let bytes = base64::engine::general_purpose::STANDARD
                .decode(content)
                .map_err(|error| ApiError::bad_request(&error))?;
            Source::from_bytes(bytes, request.file_name.unwrap_or_default(), locale)?
        }
        (None, Some(path)) => Source::read(&path, locale)?,
        (None, None) => {
            let title = Catalog::get(locale).text("dialog-choose-import");
            match app.host().choose_file(&title, &["csv", "txt", "tsv"]) {
                Some(path) => Source::read(&path, locale)?,
                None => return Ok(ImportOpened { source: None }),
            }
        }
    };
    let (file_name, preview) = (source.name().to_owned(), source.preview());
    let source_id = app.keep_source(source);
    Ok(ImportOpened {
        source: Some(ImportSource {
            source_id,
            file_name,
            preview,
        }),
    })
}

pub(crate) fn run(app: &App, request: ImportRun) -> ApiResult<JobRef> {
    let Some(source) = app.source(request.source_id) else {
        return Err(ApiError::plain("import_source_gone", app.locale()));
    };
    let worker = app.clone();
    let request_id = request.request_id;
    let job = app.jobs().start(move |progress| {
        let options = Options {
            create_members: request.create_members,
            earn: request.earn,
            dry_run: request.dry_run,
        };
        let outcome = source.import(
            worker.store(),
            worker.write(request_id),
            request.kind,
            Some(&request.mapping),
            options,
            &mut |done, total| progress.report(done, total),
        )?;
        let result = result(&worker, &outcome, request.dry_run);
        worker.keep_report(
            request_id,
            source,
            Report {
                outcome: Arc::new(outcome),
            },
        );
        Ok(result)
    });
    app.name_import(job.job_id, request_id);
    Ok(job)
}

fn result(app: &App, outcome: &Outcome, dry_run: bool) -> ImportResult {
    let locale = app.locale();
    let summary = &outcome.summary;
    ImportResult {
        rows: summary.rows,
        created: summary.created,
        updated: summary.updated,
        unchanged: summary.unchanged,
        members_created: summary.members_created,
        rejected: outcome
            .rejected
            .iter()
            .take(SHOWN_REJECTS)
            .map(|rejection| RejectedRow {
                line: rejection.line,
                code: rejection.code.to_owned(),
                message: importing::reason(rejection, locale),
                field: rejection.field.map(str::to_owned),
            })
            .collect(),
        rejected_total: summary.rejected,
        dry_run,
    }
}

pub(crate) fn save_rejects(app: &App, request: RejectsSave) -> ApiResult<FileWritten> {
    let locale = app.locale();
    let Some((source, report)) = app.report_of(request.job_id) else {
        return Err(ApiError::plain("import_source_gone", locale));
    };
    let name = importing::rejects_name(source.name(), locale);
    let rejected = &report.outcome.rejected;
    app.write_document(&name, "csv", request.open, |path| {
        Ok(FileWritten {
            path: path.to_owned(),
            bytes: source.write_rejects(rejected, path, locale)?,
            count: u32::try_from(rejected.len()).unwrap_or(u32::MAX),
            opened: false,
            missing_glyphs: Vec::new(),
        })
    })
}
