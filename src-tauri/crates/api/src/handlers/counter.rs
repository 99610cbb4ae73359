//! The counter: find, stamp, redeem, take back.

use regulars_core::{
    Code, Error,
    id::MemberId,
    visit::{TillToday, VisitDraft},
};

use super::touches::Lines;
use crate::{
    App,
    app::InWords,
    error::ApiResult,
    messages::{
        CounterGlance, MemberRef, Nothing, RewardRedeem, RewardRedeemResponse, SearchRequest,
        SearchResponse, TakenBackResponse, UndoRequest, VisitRecord, VisitRecordResponse,
        VisitRefund, VisitVoid,
    },
};

pub(crate) fn search(app: &App, request: SearchRequest) -> ApiResult<SearchResponse> {
    let today = today(app)?;
    Ok(SearchResponse {
        scan: app.store().scan(&request.query).in_words(app)?,
        hits: app
            .store()
            .search(&request.query, request.limit, today)
            .in_words(app)?,
    })
}

pub(crate) fn today(app: &App) -> ApiResult<chrono::NaiveDate> {
    let now_ms = app.now_ms();
    app.store()
        .settings()
        .and_then(|settings| settings.calendar.business_date(now_ms))
        .in_words(app)
}

pub(crate) fn glance(app: &App, request: MemberRef) -> ApiResult<CounterGlance> {
    glance_of(app, request.member_id)
}

pub(crate) fn glance_of(app: &App, member: MemberId) -> ApiResult<CounterGlance> {
    let now_ms = app.now_ms();
    let glance = app.store().glance(member, now_ms).in_words(app)?;
    let open = app.store().counter_touches(member, now_ms).in_words(app)?;
    let touches = if open.is_empty() {
        Vec::new()
    } else {
        Lines::new(app)?.about(&glance, open)
    };
    Ok(CounterGlance { glance, touches })
}

pub(crate) fn visit_record(app: &App, request: VisitRecord) -> ApiResult<VisitRecordResponse> {
    let settings = app.store().settings().in_words(app)?;
    let parse = |text: &Option<String>, field| {
        text.as_deref()
            .filter(|text| !text.trim().is_empty())
            .map(|text| settings.parse_amount(text, field))
            .transpose()
            .in_words(app)
    };
    let draft = VisitDraft {
        member_id: request.member_id,
        amount_minor: parse(&request.amount, "amount")?,
        reward_part_minor: parse(&request.reward_part, "reward_part")?.unwrap_or(0),
        stamps: request.stamps,
        note: request.note.unwrap_or_default(),
        redeem: Vec::new(),
        complete: request.complete,
        confirmed: request.confirmed.unwrap_or(false),
    };
    let recorded = app
        .store()
        .record_visit(app.write(request.request_id), &draft)
        .in_words(app)?;
    let glance = glance_of(app, recorded.visit.member_id)?;
    Ok(VisitRecordResponse { recorded, glance })
}

pub(crate) fn reward_redeem(app: &App, request: RewardRedeem) -> ApiResult<RewardRedeemResponse> {
    let redeemed = app
        .store()
        .redeem(
            app.write(request.request_id),
            request.grant_id,
            request.visit_id,
        )
        .in_words(app)?;
    let glance = glance_of(app, redeemed.member_id)?;
    Ok(RewardRedeemResponse { redeemed, glance })
}

pub(crate) fn undo(app: &App, request: UndoRequest) -> ApiResult<TakenBackResponse> {
    let taken_back = app
        .store()
        .undo(app.write(request.request_id), request.change_id)
        .in_words(app)?;
    let glance = glance_of(app, taken_back.member_id)?;
    Ok(TakenBackResponse { taken_back, glance })
}

pub(crate) fn visit_void(app: &App, request: VisitVoid) -> ApiResult<TakenBackResponse> {
    let taken_back = app
        .store()
        .void_visit(app.write(request.request_id), request.visit_id)
        .in_words(app)?;
    let glance = glance_of(app, taken_back.member_id)?;
    Ok(TakenBackResponse { taken_back, glance })
}

pub(crate) fn visit_refund(app: &App, request: VisitRefund) -> ApiResult<TakenBackResponse> {
    let settings = app.store().settings().in_words(app)?;
    let amount_minor = settings
        .parse_amount(&request.amount, "amount")
        .in_words(app)?;
    if amount_minor == 0 {
        return Err(app.say(&Error::new(Code::RefundZero).field("amount")));
    }
    let taken_back = app
        .store()
        .refund_visit(
            app.write(request.request_id),
            request.visit_id,
            amount_minor,
        )
        .in_words(app)?;
    let glance = glance_of(app, taken_back.member_id)?;
    Ok(TakenBackResponse { taken_back, glance })
}

pub(crate) fn till_today(app: &App, _: Nothing) -> ApiResult<TillToday> {
    app.store().till_today(app.now_ms()).in_words(app)
}
