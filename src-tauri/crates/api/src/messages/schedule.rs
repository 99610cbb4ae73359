//! The schedule: moments, today's list, touches.

use chrono::NaiveDate;
use regulars_core::{
    id::{AppointmentId, MemberDateId, MemberId, MomentId, RequestId, TouchId},
    member::{AppointmentStatus, MemberGlance},
    moment::{
        Moment, MomentDraft, MomentOutcome, MonthFigures, Outcome, ScheduleSettings, TouchView,
    },
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

/// How the schedule stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScheduleState {
    /// Its settings.
    pub settings: ScheduleSettings,
    /// The business date the last run planned for.
    pub last_run_on: Option<NaiveDate>,
    /// Today's business date.
    pub today: NaiveDate,
    /// Touches that wait for a person today, for the badge.
    pub open: u32,
    /// Whether this PC shows a notification in the morning.
    pub morning_notice: bool,
}

/// Switches this PC's notification in the morning on or off.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MorningNoticeSet {
    /// Whether it is shown.
    pub enabled: bool,
}

/// Changes the schedule's settings.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScheduleSettingsSet {
    /// Retry key.
    pub request_id: RequestId,
    /// The settings.
    pub settings: ScheduleSettings,
}

/// Runs the schedule for today.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScheduleRun {
    /// Retry key.
    pub request_id: RequestId,
}

/// A member at one glance at the counter, with what to say there.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CounterGlance {
    /// The member.
    #[serde(flatten)]
    pub glance: MemberGlance,
    /// Open touches in person and by call, in the moments' order.
    pub touches: Vec<TouchLine>,
}

/// A message as a member gets it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Message {
    /// Its language.
    pub locale: String,
    /// One line; may be empty.
    pub subject: String,
    /// What to say or write; may be empty.
    pub body: String,
}

/// A touch with all that a line of today's list shows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TouchLine {
    /// The touch; its gift has name, code and last day.
    pub touch: TouchView,
    /// Why, in the shop's language: "34 days, usually every 8".
    pub why: String,
    /// What to say, in the member's language.
    pub message: Message,
    /// The phone or address of its channel, as people write it; absent at the counter.
    pub contact: Option<String>,
    /// The member's phone as people write it.
    pub phone_display: Option<String>,
    /// Visits that are not void.
    pub visits: u32,
    /// Business date of the last visit.
    pub last_visit_on: Option<NaiveDate>,
    /// Stamps now.
    pub balance: i64,
    /// Stamps for one reward.
    pub stamps_required: u32,
    /// Rewards that can be redeemed now.
    pub grants: u32,
}

/// What is to be done today.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TodayInbox {
    /// The business date.
    pub as_of: NaiveDate,
    /// Open touches in all.
    pub total: u32,
    /// By moment, in the moments' order; moments without touches are left out.
    pub groups: Vec<TodayGroup>,
    /// This month so far.
    pub month: MonthFigures,
}

/// The open touches of one moment.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TodayGroup {
    /// The moment.
    pub moment_id: MomentId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// The kind of its trigger.
    pub trigger: String,
    /// Soonest due first.
    pub touches: Vec<TouchLine>,
}

/// Names a touch to leave out or open again.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TouchChange {
    /// Retry key.
    pub request_id: RequestId,
    /// The touch.
    pub touch_id: TouchId,
}

/// Notes that a touch is done.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct TouchDone {
    /// Retry key.
    pub request_id: RequestId,
    /// The touch.
    pub touch_id: TouchId,
    /// What came of it, if that is known.
    #[serde(default)]
    pub outcome: Option<Outcome>,
}

/// Hides a touch until a later day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TouchSnooze {
    /// Retry key.
    pub request_id: RequestId,
    /// The touch.
    pub touch_id: TouchId,
    /// 1 to 365 days ahead.
    pub until: NaiveDate,
}

/// A touch was changed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TouchChanged {
    /// The touch afterwards.
    pub line: TouchLine,
    /// Touches that wait for a person today now, for the badge.
    pub open: u32,
}

/// A page of touches.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TouchLines {
    /// How many fit the query.
    pub total: u32,
    /// Soonest due first.
    pub lines: Vec<TouchLine>,
}

/// Asks for a range of days, at most 400.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct CalendarRequest {
    /// First business date.
    pub from: NaiveDate,
    /// Last business date.
    pub to: NaiveDate,
}

/// What the days of a range hold.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ScheduleCalendar {
    /// Today's business date: what lies after it is foreseen.
    pub today: NaiveDate,
    /// Days with touches, in order.
    pub days: Vec<CalendarDay>,
}

/// One day of the calendar.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarDay {
    /// The business date.
    pub on: NaiveDate,
    /// Touches in all.
    pub touches: u32,
    /// By moment, in the moments' order.
    pub moments: Vec<CalendarMoment>,
}

/// One moment's touches on a day.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CalendarMoment {
    /// The moment.
    pub moment_id: MomentId,
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Touches planned, done or failed.
    pub touches: u32,
    /// Of these, only foreseen.
    pub foreseen: u32,
}

/// The shop's moments.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Moments {
    /// In their order.
    pub moments: Vec<MomentLine>,
    /// Ready-made moments that the shop does not have yet.
    pub missing_presets: Vec<MomentPreset>,
    /// Fields that messages may use, without braces.
    pub fields: Vec<String>,
    /// Labels of members' dates and tags are free; these tags are in use.
    pub tags: Vec<TagCount>,
}

/// A tag in use.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TagCount {
    /// The tag.
    pub tag: String,
    /// Members in service who have it.
    pub members: u32,
}

/// A moment with what a list of them shows.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MomentLine {
    /// The moment.
    pub moment: Moment,
    /// What it does, for whom and how, in plain words of the shop's language.
    pub description: String,
    /// Touches planned and not done yet.
    pub open: u32,
    /// Touches due in the last 30 days and done.
    pub done_30_days: u32,
    /// Whether it never came to a decision about anybody: only then can it be deleted.
    pub deletable: bool,
}

/// A ready-made moment in the shop's language.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MomentPreset {
    /// The moment as it would be added.
    pub draft: MomentDraft,
    /// What it does, in plain words.
    pub description: String,
}

/// Saves a moment.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct MomentSave {
    /// Retry key.
    pub request_id: RequestId,
    /// Which; absent adds one, switched off.
    #[serde(default)]
    pub moment_id: Option<MomentId>,
    /// What it is to be.
    pub draft: MomentDraft,
}

/// Switches a moment on or off.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MomentEnable {
    /// Retry key.
    pub request_id: RequestId,
    /// Which.
    pub moment_id: MomentId,
    /// On or off.
    pub enabled: bool,
}

/// Puts the moments in a new order.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MomentsOrder {
    /// Retry key.
    pub request_id: RequestId,
    /// The most important first; those not named follow.
    pub order: Vec<MomentId>,
}

/// Deletes a moment that never came to a decision.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MomentDelete {
    /// Retry key.
    pub request_id: RequestId,
    /// Which.
    pub moment_id: MomentId,
}

/// Adds ready-made moments, switched on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct MomentsAddPresets {
    /// Retry key.
    pub request_id: RequestId,
    /// Their codes; absent adds all that are missing.
    #[serde(default)]
    pub codes: Option<Vec<String>>,
}

/// Asks whom a moment would have reached, and will.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct OutlookRequest {
    /// The moment that is looked at or edited; absent for a new one.
    #[serde(default)]
    pub moment_id: Option<MomentId>,
    /// As drafted; absent takes it as saved.
    #[serde(default)]
    pub draft: Option<MomentDraft>,
}

/// Asks for a message as a member would get it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct MomentPreviewRequest {
    /// The moment as drafted.
    pub draft: MomentDraft,
    /// The language; absent takes the member's own.
    #[serde(default)]
    pub locale: Option<String>,
    /// For whom; absent takes one whom the moment reaches, or else the guest seen last.
    #[serde(default)]
    pub member_id: Option<MemberId>,
}

/// A message as a member would get it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MomentPreview {
    /// For whom; absent in a shop without members.
    pub member_id: Option<MemberId>,
    /// That member's name.
    pub member_name: String,
    /// Why it would arise, in the shop's language.
    pub why: String,
    /// The message.
    pub message: Message,
    /// Says, in the shop's language, that nothing is written in the language that was
    /// asked for, and which one guests get instead; absent where something is.
    pub fallback: Option<String>,
    /// What the moment does as drafted, in plain words.
    pub description: String,
}

/// Asks what came of the moments.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct OutcomesRequest {
    /// Of one moment only.
    #[serde(default)]
    pub moment_id: Option<MomentId>,
    /// Visits count that came within so many days, 1 to 365.
    pub within_days: u32,
}

/// What came of the moments.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MomentOutcomes {
    /// Visits count that came within so many days.
    pub within_days: u32,
    /// In the moments' order.
    pub moments: Vec<MomentOutcomeLine>,
}

/// What came of one moment.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MomentOutcomeLine {
    /// Its code.
    pub code: String,
    /// Its name.
    pub name: String,
    /// Those to be greeted beside those left out to compare with.
    pub outcome: MomentOutcome,
}

/// Gives a member a tag, or takes it away.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MemberTagSet {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// The tag.
    pub tag: String,
    /// Given or taken away.
    pub tagged: bool,
}

/// Notes a date of a member's own.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MemberDateAdd {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// What it is, e.g. "last colouring".
    pub label: String,
    /// The day.
    pub on: NaiveDate,
}

/// Takes a date of a member's own away.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MemberDateRemove {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// The date.
    pub date_id: MemberDateId,
}

/// Notes an appointment.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AppointmentAdd {
    /// Retry key.
    pub request_id: RequestId,
    /// Whose.
    pub member_id: MemberId,
    /// The day it is for.
    pub on: NaiveDate,
    /// Where it stands.
    pub status: AppointmentStatus,
}

/// Notes where an appointment stands now.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AppointmentSet {
    /// Retry key.
    pub request_id: RequestId,
    /// Whose.
    pub member_id: MemberId,
    /// The appointment.
    pub appointment_id: AppointmentId,
    /// Where it stands.
    pub status: AppointmentStatus,
}

/// Takes an appointment away that was noted by mistake.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AppointmentRemove {
    /// Retry key.
    pub request_id: RequestId,
    /// Whose.
    pub member_id: MemberId,
    /// The appointment.
    pub appointment_id: AppointmentId,
}
