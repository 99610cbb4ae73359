//! The month's review.

use regulars_core::insight::MonthReport;

use crate::{
    App,
    app::InWords,
    documents,
    error::ApiResult,
    messages::{FileWritten, MonthRequest, Months, Nothing, ReportExport, ReportFormat},
};

pub(crate) fn months(app: &App, _: Nothing) -> ApiResult<Months> {
    Ok(Months {
        months: app.store().months(app.now_ms()).in_words(app)?,
    })
}

pub(crate) fn month(app: &App, request: MonthRequest) -> ApiResult<MonthReport> {
    let limit = request.limit.clamp(1, 1_000);
    app.store()
        .month_report(&request.month, limit, app.now_ms())
        .in_words(app)
}

pub(crate) fn export(app: &App, request: ReportExport) -> ApiResult<FileWritten> {
    let now_ms = app.now_ms();
    let name = documents::report_file_name(app.store(), &request.month)?;
    let extension = match request.format {
        ReportFormat::Pdf => "pdf",
        ReportFormat::Csv => "csv",
    };
    let limit = request.limit.clamp(1, 10_000);
    app.write_document(&name, extension, request.open, |path| {
        documents::write_report(
            app.store(),
            &request.month,
            limit,
            request.format,
            path,
            now_ms,
        )
    })
}
