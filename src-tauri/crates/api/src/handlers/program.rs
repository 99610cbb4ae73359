//! The stamp card.

use regulars_core::program::ProgramView;

use super::counter::today;
use crate::{
    App,
    app::InWords,
    documents,
    error::ApiResult,
    messages::{Nothing, PdfPreview, ProgramCardPreview, ProgramSave, ProgramSaved},
};

pub(crate) fn get(app: &App, _: Nothing) -> ApiResult<ProgramView> {
    let today = today(app)?;
    app.store().program(today).in_words(app)
}

pub(crate) fn save(app: &App, request: ProgramSave) -> ApiResult<ProgramSaved> {
    let program = app
        .store()
        .save_program(
            app.write(request.request_id),
            &request.rules,
            request.effective_from,
        )
        .in_words(app)?;
    Ok(ProgramSaved { program })
}

pub(crate) fn card_preview(app: &App, request: ProgramCardPreview) -> ApiResult<PdfPreview> {
    let rules = request.rules.checked().in_words(app)?;
    documents::sample_card(app.store(), &rules, request.side, today(app)?)
}
