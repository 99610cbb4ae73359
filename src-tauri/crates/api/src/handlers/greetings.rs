//! Greetings on paper.

use crate::{
    ApiError, App, documents,
    error::ApiResult,
    greetings,
    jobs::Progress,
    messages::{FileWritten, GreetingsPreview, GreetingsPreviewRequest, GreetingsPrint, JobRef},
};

pub(crate) fn preview(app: &App, request: GreetingsPreviewRequest) -> ApiResult<GreetingsPreview> {
    greetings::page(app, &request.touch_ids, request.format, request.page)
}

pub(crate) fn print(app: &App, request: GreetingsPrint) -> ApiResult<JobRef> {
    let worker = app.clone();
    let asked = request.clone();
    let check = || greetings::check(app, &asked.touch_ids, asked.format);
    let work = move |progress: &Progress| {
        let dir = worker.documents_dir();
        let path = documents::free_path(&dir, &greetings::file_name(&worker)?, "pdf")
            .map_err(|error| ApiError::from_io(&error, &dir, worker.locale()))?;
        let written = greetings::write(
            &worker,
            &request.touch_ids,
            request.format,
            &path,
            &mut |done, total| progress.report(done, total),
        )?;
        worker.remember_document(&path);
        let opened = request.open && worker.host().open_path(&path).is_ok();
        Ok(FileWritten { opened, ..written })
    };
    app.jobs()
        .start_once(asked.request_id, &asked, app.locale(), check, work)
}
