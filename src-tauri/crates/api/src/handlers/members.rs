//! Members: enrolling, editing, lists, merging.

use regulars_core::{
    id::MemberId,
    member::{MemberPage, MemberProfile, MemberQuery, TimelinePage},
};

use super::counter::glance_of;
use crate::{
    App,
    app::InWords,
    error::ApiResult,
    messages::{
        AppointmentAdd, AppointmentRemove, AppointmentSet, ConsentSet, DuplicatePair, Duplicates,
        MemberArchive, MemberDateAdd, MemberDateRemove, MemberEnrol, MemberEnrolResponse,
        MemberRef, MemberTagSet, MemberUpdate, MembersMerge, NoMore, NoMoreDone, NoMoreUndo,
        NoMoreUndone, Nothing, TimelineRequest,
    },
};

/// Pairs of possible duplicates shown at once.
const MAX_PAIRS: usize = 100;

pub(crate) fn enrol(app: &App, request: MemberEnrol) -> ApiResult<MemberEnrolResponse> {
    let enrolled = app
        .store()
        .enrol(
            app.write(request.request_id),
            &request.draft,
            request.allow_same_name.unwrap_or(false),
        )
        .in_words(app)?;
    Ok(MemberEnrolResponse {
        change_id: enrolled.change_id,
        card_number: enrolled.card_number,
        glance: glance_of(app, enrolled.member_id)?,
    })
}

pub(crate) fn update(app: &App, request: MemberUpdate) -> ApiResult<MemberProfile> {
    let clear_birthday = request.clear_birthday.unwrap_or(false);
    app.store()
        .update_member(
            app.write(request.request_id),
            request.member_id,
            &request.draft,
            clear_birthday,
        )
        .in_words(app)?;
    app.look_again();
    profile_of(app, request.member_id)
}

pub(crate) fn profile(app: &App, request: MemberRef) -> ApiResult<MemberProfile> {
    profile_of(app, request.member_id)
}

fn profile_of(app: &App, member: MemberId) -> ApiResult<MemberProfile> {
    app.store().profile(member, app.now_ms()).in_words(app)
}

pub(crate) fn timeline(app: &App, request: TimelineRequest) -> ApiResult<TimelinePage> {
    app.store()
        .timeline(request.member_id, request.offset, request.limit)
        .in_words(app)
}

pub(crate) fn consent_set(app: &App, request: ConsentSet) -> ApiResult<MemberProfile> {
    app.store()
        .set_consent(
            app.write(request.request_id),
            request.member_id,
            request.channel,
            request.granted,
        )
        .in_words(app)?;
    if request.granted {
        app.look_again();
    }
    profile_of(app, request.member_id)
}

pub(crate) fn no_more(app: &App, request: NoMore) -> ApiResult<NoMoreDone> {
    let mut done = NoMoreDone {
        change_ids: Vec::with_capacity(request.channels.len()),
        closed: 0,
    };
    for (part, channel) in (0_u64..).zip(request.channels) {
        let changed = app
            .store()
            .set_consent(
                app.write(request.request_id.part(part)),
                request.member_id,
                channel,
                false,
            )
            .in_words(app)?;
        if changed.is_withdrawal() {
            done.closed += u32::try_from(changed.closed.len()).unwrap_or(u32::MAX);
            done.change_ids.push(changed.change_id);
        }
    }
    Ok(done)
}

pub(crate) fn no_more_undo(app: &App, request: NoMoreUndo) -> ApiResult<NoMoreUndone> {
    let mut undone = NoMoreUndone {
        planned: 0,
        stayed: 0,
    };
    for (part, change) in (0_u64..).zip(request.change_ids) {
        let restored = app
            .store()
            .undo_consent(app.write(request.request_id.part(part)), change)
            .in_words(app)?;
        undone.planned += restored.planned;
        undone.stayed += restored.stayed;
    }
    super::outbox::fill(app)?;
    Ok(undone)
}

pub(crate) fn archive(app: &App, request: MemberArchive) -> ApiResult<MemberProfile> {
    app.store()
        .archive_member(
            app.write(request.request_id),
            request.member_id,
            request.archived,
        )
        .in_words(app)?;
    profile_of(app, request.member_id)
}

pub(crate) fn merge(app: &App, request: MembersMerge) -> ApiResult<MemberProfile> {
    app.store()
        .merge_members(
            app.write(request.request_id),
            request.keep_id,
            request.merge_id,
        )
        .in_words(app)?;
    profile_of(app, request.keep_id)
}

pub(crate) fn duplicates(app: &App, _: Nothing) -> ApiResult<Duplicates> {
    let pairs = app
        .store()
        .duplicate_pairs(MAX_PAIRS, app.now_ms())
        .in_words(app)?;
    Ok(Duplicates {
        pairs: pairs
            .into_iter()
            .map(|(keep, merge)| DuplicatePair { keep, merge })
            .collect(),
    })
}

pub(crate) fn list(app: &App, request: MemberQuery) -> ApiResult<MemberPage> {
    app.store().members(&request, app.now_ms()).in_words(app)
}

pub(crate) fn tag_set(app: &App, request: MemberTagSet) -> ApiResult<MemberProfile> {
    app.store()
        .tag_member(
            app.write(request.request_id),
            request.member_id,
            &request.tag,
            request.tagged,
        )
        .in_words(app)?;
    profile_of(app, request.member_id)
}

pub(crate) fn date_add(app: &App, request: MemberDateAdd) -> ApiResult<MemberProfile> {
    app.store()
        .add_member_date(
            app.write(request.request_id),
            request.member_id,
            &request.label,
            request.on,
        )
        .in_words(app)?;
    profile_of(app, request.member_id)
}

pub(crate) fn date_remove(app: &App, request: MemberDateRemove) -> ApiResult<MemberProfile> {
    app.store()
        .remove_member_date(app.write(request.request_id), request.date_id)
        .in_words(app)?;
    profile_of(app, request.member_id)
}

pub(crate) fn appointment_add(app: &App, request: AppointmentAdd) -> ApiResult<MemberProfile> {
    app.store()
        .add_appointment(
            app.write(request.request_id),
            request.member_id,
            request.on,
            request.status,
        )
        .in_words(app)?;
    profile_of(app, request.member_id)
}

pub(crate) fn appointment_set(app: &App, request: AppointmentSet) -> ApiResult<MemberProfile> {
    app.store()
        .set_appointment(
            app.write(request.request_id),
            request.appointment_id,
            request.status,
        )
        .in_words(app)?;
    profile_of(app, request.member_id)
}

pub(crate) fn appointment_remove(
    app: &App,
    request: AppointmentRemove,
) -> ApiResult<MemberProfile> {
    app.store()
        .remove_appointment(app.write(request.request_id), request.appointment_id)
        .in_words(app)?;
    profile_of(app, request.member_id)
}
