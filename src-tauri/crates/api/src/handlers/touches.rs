//! Today: the run, the touches, and what came of them.

use std::collections::HashMap;

use chrono::NaiveDate;
use regulars_core::{
    Code,
    id::{MomentId, RequestId, TouchId},
    member::{MemberGlance, MemberView},
    moment::{MomentRules, RunReport, TouchChannel, TouchQuery, TouchView},
    outbox::{Contact, DeliveryChannel},
};

use super::{counter::today, outbox};
use crate::{
    App,
    app::InWords,
    error::ApiResult,
    messages::{
        CalendarDay, CalendarMoment, CalendarRequest, MorningNoticeSet, Nothing, ScheduleCalendar,
        ScheduleRun, ScheduleSettingsSet, ScheduleState, TodayGroup, TodayInbox, TouchChange,
        TouchChanged, TouchDone, TouchLine, TouchLines, TouchSnooze,
    },
    wording::Wording,
};

pub(crate) fn state(app: &App, _: Nothing) -> ApiResult<ScheduleState> {
    Ok(ScheduleState {
        settings: app.store().schedule_settings().in_words(app)?,
        last_run_on: app.store().schedule_last_run().in_words(app)?,
        today: today(app)?,
        open: open(app)?,
        morning_notice: !app.local().no_morning_notice,
    })
}

pub(crate) fn set_morning_notice(app: &App, request: MorningNoticeSet) -> ApiResult<ScheduleState> {
    app.set_local(|local| local.no_morning_notice = !request.enabled)?;
    state(app, Nothing {})
}

fn open(app: &App) -> ApiResult<u32> {
    app.store().open_touches(app.now_ms()).in_words(app)
}

pub(crate) fn set_settings(app: &App, request: ScheduleSettingsSet) -> ApiResult<ScheduleState> {
    app.store()
        .set_schedule_settings(app.write(request.request_id), &request.settings)
        .in_words(app)?;
    state(app, Nothing {})
}

pub(crate) fn run(app: &App, request: ScheduleRun) -> ApiResult<RunReport> {
    run_today(app, request.request_id)
}

/// The one way the app plans: at start, when the day changes, on wake.
pub(crate) fn run_today(app: &App, request_id: RequestId) -> ApiResult<RunReport> {
    if app.store().clock_lost(app.now_ms()).in_words(app)? {
        return Err(app.say(&Code::ClockLost.into()));
    }
    let report = app
        .store()
        .run_schedule(app.write(request_id), None)
        .in_words(app)?;
    outbox::fill(app)?;
    Ok(report)
}

pub(crate) fn calendar(app: &App, request: CalendarRequest) -> ApiResult<ScheduleCalendar> {
    let cells = app
        .store()
        .schedule_calendar(request.from, request.to, app.now_ms())
        .in_words(app)?;
    let names: HashMap<MomentId, (String, String)> = app
        .store()
        .moments()
        .in_words(app)?
        .into_iter()
        .map(|moment| (moment.id, (moment.code, moment.name)))
        .collect();
    let mut days: Vec<CalendarDay> = Vec::new();
    for cell in cells {
        let (code, name) = names.get(&cell.moment_id).cloned().unwrap_or_default();
        let moment = CalendarMoment {
            moment_id: cell.moment_id,
            code,
            name,
            touches: cell.touches,
            foreseen: cell.foreseen,
        };
        match days.last_mut() {
            Some(day) if day.on == cell.on => {
                day.touches += cell.touches;
                day.moments.push(moment);
            }
            _ => days.push(CalendarDay {
                on: cell.on,
                touches: cell.touches,
                moments: vec![moment],
            }),
        }
    }
    Ok(ScheduleCalendar {
        today: today(app)?,
        days,
    })
}

pub(crate) fn inbox(app: &App, _: Nothing) -> ApiResult<TodayInbox> {
    outbox::fill_to_look(app);
    let inbox = app.store().inbox(app.now_ms()).in_words(app)?;
    let lines = Lines::new(app)?;
    let groups = inbox
        .groups
        .into_iter()
        .map(|group| {
            Ok(TodayGroup {
                trigger: lines.trigger(group.moment_id),
                moment_id: group.moment_id,
                code: group.moment,
                name: group.name,
                touches: lines.all(app, group.touches)?,
            })
        })
        .collect::<ApiResult<_>>()?;
    Ok(TodayInbox {
        as_of: inbox.as_of,
        total: inbox.total,
        groups,
        month: app.store().month_figures(app.now_ms()).in_words(app)?,
    })
}

pub(crate) fn list(app: &App, request: TouchQuery) -> ApiResult<TouchLines> {
    let page = app.store().touches(&request).in_words(app)?;
    Ok(TouchLines {
        total: page.total,
        lines: Lines::new(app)?.all(app, page.touches)?,
    })
}

pub(crate) fn done(app: &App, request: TouchDone) -> ApiResult<TouchChanged> {
    app.store()
        .touch_done(
            app.write(request.request_id),
            request.touch_id,
            request.outcome,
        )
        .in_words(app)?;
    changed(app, request.touch_id)
}

pub(crate) fn skip(app: &App, request: TouchChange) -> ApiResult<TouchChanged> {
    app.store()
        .touch_skip(app.write(request.request_id), request.touch_id)
        .in_words(app)?;
    changed(app, request.touch_id)
}

pub(crate) fn snooze(app: &App, request: TouchSnooze) -> ApiResult<TouchChanged> {
    app.store()
        .touch_snooze(
            app.write(request.request_id),
            request.touch_id,
            request.until,
        )
        .in_words(app)?;
    changed(app, request.touch_id)
}

pub(crate) fn reopen(app: &App, request: TouchChange) -> ApiResult<TouchChanged> {
    app.store()
        .touch_reopen(app.write(request.request_id), request.touch_id)
        .in_words(app)?;
    changed(app, request.touch_id)
}

/// A touch as it stands after a change, or after the retry of one.
fn changed(app: &App, touch: TouchId) -> ApiResult<TouchChanged> {
    let touch = app.store().touch(touch).in_words(app)?;
    Ok(TouchChanged {
        line: Lines::new(app)?.line(app, touch)?,
        open: open(app)?,
    })
}

/// Makes lines of touches: in words, with what is known of the member.
pub(crate) struct Lines {
    wording: Wording,
    today: NaiveDate,
    moments: HashMap<MomentId, MomentRules>,
    /// What texts are sent to.
    texts_to: Contact,
}

impl Lines {
    pub(crate) fn new(app: &App) -> ApiResult<Self> {
        let moments = app.store().moments().in_words(app)?;
        let today = today(app)?;
        Ok(Self {
            wording: Wording::new(app.store().shop().in_words(app)?, today),
            today,
            texts_to: app
                .store()
                .delivery_channel(DeliveryChannel::Sms)
                .in_words(app)?
                .setup
                .contact,
            moments: moments
                .into_iter()
                .map(|moment| (moment.id, moment.rules))
                .collect(),
        })
    }

    fn trigger(&self, moment: MomentId) -> String {
        let rules = self.moments.get(&moment);
        rules
            .map(|rules| rules.trigger.kind().to_owned())
            .unwrap_or_default()
    }

    fn all(&self, app: &App, touches: Vec<TouchView>) -> ApiResult<Vec<TouchLine>> {
        touches
            .into_iter()
            .map(|touch| self.line(app, touch))
            .collect()
    }

    fn line(&self, app: &App, touch: TouchView) -> ApiResult<TouchLine> {
        let glance = app
            .store()
            .glance(touch.member.id, app.now_ms())
            .in_words(app)?;
        Ok(self.about_one(&glance, touch))
    }

    /// Lines of touches of one member.
    pub(crate) fn about(&self, glance: &MemberGlance, touches: Vec<TouchView>) -> Vec<TouchLine> {
        touches
            .into_iter()
            .map(|touch| self.about_one(glance, touch))
            .collect()
    }

    /// A line of one touch of a member.
    pub(crate) fn about_one(&self, glance: &MemberGlance, touch: TouchView) -> TouchLine {
        TouchLine {
            why: self.wording.why(&touch.why),
            message: self.wording.message_of(
                self.moments.get(&touch.moment_id),
                glance,
                &touch.why,
                touch.promised_gift(self.today),
            ),
            contact: touch
                .channel
                .and_then(|channel| self.contact(&glance.member, channel)),
            phone_display: glance.member.phone_display.clone(),
            visits: glance.stats.visits,
            last_visit_on: glance.stats.last_visit_on,
            balance: glance.card.balance,
            stamps_required: glance.card.stamps_required,
            grants: u32::try_from(glance.grants.len()).unwrap_or(u32::MAX),
            touch,
        }
    }

    /// Where a channel reaches a member, as people write it.
    fn contact(&self, member: &MemberView, channel: TouchChannel) -> Option<String> {
        let known = |text: &str| (!text.is_empty()).then(|| text.to_owned());
        match channel {
            TouchChannel::Counter => None,
            TouchChannel::Sms if self.texts_to == Contact::Messenger => known(&member.messenger),
            TouchChannel::Call | TouchChannel::Sms => member.phone_display.clone(),
            TouchChannel::Email => member.email.clone(),
            TouchChannel::Post => known(&member.address),
        }
    }
}
