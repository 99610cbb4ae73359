//! Cards: blocking and replacing, choosing and printing.

use regulars_core::{Code, card::CardStatus};

use super::counter::{glance_of, today};
use crate::{
    App,
    app::InWords,
    documents,
    error::ApiResult,
    jobs::Progress,
    messages::{
        CardAction, CardChange, CardChangeResponse, CardsPreviewRequest, CardsPrint, CardsRequest,
        CardsResponse, JobRef, Nothing, PdfPreview, PrintRuns,
    },
};

pub(crate) fn change(app: &App, request: CardChange) -> ApiResult<CardChangeResponse> {
    let write = app.write(request.request_id);
    let store = app.store();
    let changed = match request.action {
        CardAction::Block => store.set_card_status(write, request.card_id, CardStatus::Blocked),
        CardAction::Lost => store.set_card_status(write, request.card_id, CardStatus::Lost),
        CardAction::Unblock => store.set_card_status(write, request.card_id, CardStatus::Active),
        CardAction::Replace => store.replace_card(write, request.card_id),
    }
    .in_words(app)?;
    Ok(CardChangeResponse {
        change_id: changed.change_id,
        new_number: changed.new_number,
        status: changed.status,
        glance: glance_of(app, changed.member_id)?,
    })
}

pub(crate) fn list(app: &App, request: CardsRequest) -> ApiResult<CardsResponse> {
    let (total, rows) = app
        .store()
        .cards(&request.scope, request.offset, request.limit.clamp(1, 500))
        .in_words(app)?;
    Ok(CardsResponse { total, rows })
}

pub(crate) fn preview(app: &App, request: CardsPreviewRequest) -> ApiResult<PdfPreview> {
    documents::card_page(
        app.store(),
        &request.scope,
        request.layout,
        request.page,
        today(app)?,
    )
}

pub(crate) fn print(app: &App, request: CardsPrint) -> ApiResult<JobRef> {
    let worker = app.clone();
    let asked = request.clone();
    let check = || match app.store().cards(&asked.scope, 0, 1).in_words(app)? {
        (0, _) => Err(app.say(&Code::NoCards.into())),
        _ => Ok(()),
    };
    let work = move |(), progress: &Progress| {
        let name = documents::cards_file_name(worker.store(), worker.now_ms())?;
        worker.write_document(&name, "pdf", request.open, |path| {
            let (printed, _) = documents::print_cards(
                worker.store(),
                worker.write(request.request_id),
                &request.scope,
                request.layout,
                path,
                &mut |done, total| progress.report(done, total),
            )?;
            Ok(printed)
        })
    };
    app.jobs()
        .start_once(asked.request_id, &asked, app.locale(), check, work)
}

pub(crate) fn runs(app: &App, _: Nothing) -> ApiResult<PrintRuns> {
    Ok(PrintRuns {
        runs: app.store().print_runs().in_words(app)?,
    })
}
