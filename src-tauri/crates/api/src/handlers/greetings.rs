//! Greetings on paper.

use crate::{
    App,
    error::ApiResult,
    greetings,
    jobs::Progress,
    messages::{GreetingsPreview, GreetingsPreviewRequest, GreetingsPrint, JobRef},
};

pub(crate) fn preview(app: &App, request: GreetingsPreviewRequest) -> ApiResult<GreetingsPreview> {
    greetings::page(app, &request.touch_ids, request.format, request.page)
}

pub(crate) fn print(app: &App, request: GreetingsPrint) -> ApiResult<JobRef> {
    let worker = app.clone();
    let asked = request.clone();
    let check = || greetings::batch(app, &asked.touch_ids, asked.format);
    let work = move |batch: greetings::Batch, progress: &Progress| {
        let name = greetings::file_name(&worker)?;
        worker.write_document(&name, "pdf", request.open, |path| {
            greetings::write(&batch, path, &mut |done, total| {
                progress.report(done, total)
            })
        })
    };
    app.jobs()
        .start_once(asked.request_id, &asked, app.locale(), check, work)
}
