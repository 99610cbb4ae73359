//! The rules of greeting: what they do, whom they reach, what came of them.

use chrono::Days;
use regulars_core::{
    Code,
    id::{MemberId, MomentId},
    member::MemberQuery,
    moment::{Moment, MomentDraft, Outlook, TouchQuery, TouchStatus},
};
use regulars_i18n::{FIELDS, Locale};

use super::counter::today;
use crate::{
    App,
    app::InWords,
    error::ApiResult,
    messages::{
        MomentDelete, MomentEnable, MomentLine, MomentOutcomeLine, MomentOutcomes, MomentPreset,
        MomentPreview, MomentPreviewRequest, MomentSave, Moments, MomentsAddPresets, MomentsOrder,
        Nothing, OutcomesRequest, OutlookRequest, TagCount,
    },
    presets,
    wording::{Wording, check_shop_text, check_templates},
};

/// Days that the count of done touches looks back.
const COUNTED_DAYS: u64 = 30;

pub(crate) fn list(app: &App, _: Nothing) -> ApiResult<Moments> {
    let wording = wording(app)?;
    let moments = app.store().moments().in_words(app)?;
    let missing_presets = drafts(app)?
        .into_iter()
        .filter(|draft| !moments.iter().any(|moment| moment.code == draft.code))
        .map(|draft| MomentPreset {
            description: wording.description(&draft.rules),
            draft,
        })
        .collect();
    let tags = app.store().tags().in_words(app)?;
    Ok(Moments {
        moments: moments
            .into_iter()
            .map(|moment| line_of(app, &wording, moment))
            .collect::<ApiResult<_>>()?,
        missing_presets,
        fields: FIELDS.map(str::to_owned).to_vec(),
        tags: tags
            .into_iter()
            .map(|(tag, members)| TagCount { tag, members })
            .collect(),
    })
}

fn wording(app: &App) -> ApiResult<Wording> {
    Ok(Wording::new(app.store().shop().in_words(app)?, today(app)?))
}

/// The ready-made moments of the shop's kind, in its language.
fn drafts(app: &App) -> ApiResult<Vec<MomentDraft>> {
    let shop = app.store().shop().in_words(app)?;
    presets::moments(app.locale(), shop.kind, &shop.currency).in_words(app)
}

fn line_of(app: &App, wording: &Wording, moment: Moment) -> ApiResult<MomentLine> {
    let today = today(app)?;
    let count = |status, from, to| {
        let query = TouchQuery {
            moment_id: Some(moment.id),
            status,
            from,
            to,
            limit: 1,
            ..TouchQuery::default()
        };
        app.store()
            .touches(&query)
            .map(|page| page.total)
            .in_words(app)
    };
    Ok(MomentLine {
        description: wording.description(&moment.rules),
        open: count(Some(TouchStatus::Planned), None, Some(today))?,
        done_30_days: count(
            Some(TouchStatus::Done),
            today.checked_sub_days(Days::new(COUNTED_DAYS)),
            Some(today),
        )?,
        deletable: count(None, None, None)? == 0,
        moment,
    })
}

pub(crate) fn save(app: &App, request: MomentSave) -> ApiResult<MomentLine> {
    check_templates(&request.draft.rules, app.locale())?;
    check_shop_text(&request.draft.rules, app.locale())?;
    let moment = app
        .store()
        .save_moment(
            app.write(request.request_id),
            request.moment_id,
            &request.draft,
        )
        .in_words(app)?;
    line_of(app, &wording(app)?, moment)
}

pub(crate) fn enable(app: &App, request: MomentEnable) -> ApiResult<MomentLine> {
    let moment = app
        .store()
        .enable_moment(
            app.write(request.request_id),
            request.moment_id,
            request.enabled,
        )
        .in_words(app)?;
    line_of(app, &wording(app)?, moment)
}

pub(crate) fn order(app: &App, request: MomentsOrder) -> ApiResult<Moments> {
    app.store()
        .order_moments(app.write(request.request_id), &request.order)
        .in_words(app)?;
    list(app, Nothing {})
}

pub(crate) fn delete(app: &App, request: MomentDelete) -> ApiResult<Moments> {
    app.store()
        .delete_moment(app.write(request.request_id), request.moment_id)
        .in_words(app)?;
    list(app, Nothing {})
}

pub(crate) fn add_presets(app: &App, request: MomentsAddPresets) -> ApiResult<Moments> {
    let mut drafts = drafts(app)?;
    if let Some(codes) = &request.codes {
        drafts.retain(|draft| codes.contains(&draft.code));
    }
    app.store()
        .add_moments(app.write(request.request_id), &drafts, true)
        .in_words(app)?;
    list(app, Nothing {})
}

pub(crate) fn outlook(app: &App, request: OutlookRequest) -> ApiResult<Outlook> {
    let draft = match (request.draft, request.moment_id) {
        (Some(draft), _) => draft,
        (None, Some(moment)) => draft_of(app, moment)?,
        (None, None) => return Err(app.say(&Code::MomentNotFound.into())),
    };
    app.store()
        .moment_outlook(request.moment_id, &draft, app.now_ms())
        .in_words(app)
}

fn draft_of(app: &App, moment: MomentId) -> ApiResult<MomentDraft> {
    let moment = app.store().moment(moment).in_words(app)?;
    Ok(MomentDraft {
        code: moment.code,
        name: moment.name,
        rules: moment.rules,
    })
}

pub(crate) fn preview(app: &App, request: MomentPreviewRequest) -> ApiResult<MomentPreview> {
    let rules = &request.draft.rules;
    check_templates(rules, app.locale())?;
    let wording = wording(app)?;
    let wanted: Option<Locale> = request.locale.as_deref().and_then(|tag| tag.parse().ok());
    let description = wording.description(rules);
    let member = match request.member_id {
        Some(member) => Some(member),
        None => somebody(app, &request.draft)?,
    };
    let Some(member) = member else {
        return Ok(MomentPreview {
            member_id: None,
            member_name: String::new(),
            why: String::new(),
            message: wording.silence(wanted),
            fallback: None,
            description,
        });
    };
    let glance = app.store().glance(member, app.now_ms()).in_words(app)?;
    let why = wording.sample_why(rules, &glance);
    let gift = wording.sample_gift(rules);
    let message = wording.message(rules, &glance, &why, gift.as_ref(), wanted);
    let own = glance.member.locale.as_deref();
    let expected = wanted.or_else(|| own.and_then(|tag| tag.parse().ok()));
    Ok(MomentPreview {
        member_id: Some(member),
        member_name: glance.member.name.clone(),
        why: wording.why(&why),
        fallback: wording.fallback(expected, &message),
        message,
        description,
    })
}

/// One whom the moment reaches soon or has reached, or else the guest seen last.
fn somebody(app: &App, draft: &MomentDraft) -> ApiResult<Option<MemberId>> {
    let reached = app
        .store()
        .moment_outlook(None, draft, app.now_ms())
        .ok()
        .and_then(|outlook| {
            let next = outlook.next_30_days.first.into_iter().next();
            next.or(outlook.last_30_days.first.into_iter().next())
        });
    if let Some(reached) = reached {
        return Ok(Some(reached.member.id));
    }
    let query = MemberQuery {
        descending: true,
        limit: 1,
        ..MemberQuery::default()
    };
    let page = app.store().members(&query, app.now_ms()).in_words(app)?;
    Ok(page.rows.first().map(|row| row.id))
}

pub(crate) fn outcomes(app: &App, request: OutcomesRequest) -> ApiResult<MomentOutcomes> {
    let moments = app.store().moments().in_words(app)?;
    Ok(MomentOutcomes {
        within_days: request.within_days,
        moments: moments
            .into_iter()
            .filter(|moment| request.moment_id.is_none_or(|only| only == moment.id))
            .map(|moment| {
                Ok(MomentOutcomeLine {
                    outcome: app
                        .store()
                        .moment_outcome(moment.id, request.within_days)
                        .in_words(app)?,
                    code: moment.code,
                    name: moment.name,
                })
            })
            .collect::<ApiResult<_>>()?,
    })
}
