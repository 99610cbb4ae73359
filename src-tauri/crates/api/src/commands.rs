//! The command table. Each command is declared once, here; the shell, the dev
//! server and the tests all go through [`App::dispatch`], so no edge can lack one.

use regulars_core::{
    insight::MonthReport,
    member::{MemberPage, MemberProfile, MemberQuery, TimelinePage},
    moment::{Outlook, RunReport, TouchQuery},
    outbox::{MessageQuery, OutboxCounts},
    program::ProgramView,
    shop::ShopView,
    visit::TillToday,
};
use serde_json::Value;
use ts_rs::TS;

use crate::{ApiError, App, handlers, messages::*};

macro_rules! commands {
    ($($(#[doc = $doc:literal])* $name:ident: $request:ty => $response:ty, $handler:path;)*) => {
        /// The names of all commands, in the order of the table.
        pub const COMMANDS: &[&str] = &[$(stringify!($name)),*];

        impl App {
            /// Runs one command of the table. It may block (disk, dialogs): call it
            /// from a worker thread.
            ///
            /// # Errors
            /// `unknown_command`, `bad_request` if the request does not fit the
            /// table, or the command's own refusal. Nothing is changed by an error.
            pub fn dispatch(&self, command: &str, request: Value) -> Result<Value, ApiError> {
                match command {
                    $(stringify!($name) => {
                        let request: $request = serde_json::from_value(request)
                            .map_err(|error| ApiError::bad_request(&error))?;
                        let response: $response = $handler(self, request)?;
                        serde_json::to_value(response).map_err(|error| ApiError::internal(&error))
                    })*
                    _ => Err(ApiError::unknown_command(command)),
                }
            }
        }

        /// The TypeScript side of the table: all types and one `Commands` interface.
        pub fn typescript() -> Result<String, ts_rs::ExportError> {
            let config = ts_rs::Config::default().with_large_int("number");
            let mut types = crate::bindings::Types::new(&config);
            let mut table = String::new();
            $(
                types.add::<$request>();
                types.add::<$response>();
                $(table.push_str(concat!("  /**", $doc, " */\n"));)*
                table.push_str(&format!(
                    "  {}: {{ request: {}; response: {} }};\n",
                    stringify!($name),
                    <$request as TS>::name(&config),
                    <$response as TS>::name(&config),
                ));
            )*
            types.add::<FileWritten>();
            types.add::<ImportResult>();
            types.add::<SendSummary>();
            types.add::<ApiError>();
            Ok(types.finish(&table))
        }
    };
}

commands! {
    /// What the app is and how it stands.
    app_state: Nothing => AppState, handlers::shop::app_state;
    /// Currencies, time zones and regions to choose from.
    options: Nothing => Options, handlers::shop::options;
    /// Ready-made stamp cards.
    presets: PresetsRequest => Vec<Preset>, handlers::shop::presets;
    /// Creates the shop.
    shop_create: ShopCreate => ShopView, handlers::shop::create;
    /// Fills an empty data folder with a demo shop. Job result: AppState.
    shop_create_demo: DemoRequest => JobRef, handlers::shop::create_demo;
    /// Changes the shop.
    shop_update: ShopUpdate => ShopView, handlers::shop::update;
    /// Sets or removes the logo.
    logo_set: LogoSet => ShopView, handlers::shop::set_logo;
    /// Runs what is due for the day: expiry of stamps and rewards, then the schedule. At start and when the day changes.
    daily_run: Nothing => DailyRunResponse, handlers::shop::daily_run;
    /// Recomputes every cache from the ledger and lists what differs.
    verify: Nothing => VerifyResponse, handlers::shop::verify;

    /// Reads the counter's field as a card number and as a search.
    counter_search: SearchRequest => SearchResponse, handlers::counter::search;
    /// A member at one glance, with the touches that are open for the counter.
    member_glance: MemberRef => CounterGlance, handlers::counter::glance;
    /// Records a visit with its stamps.
    visit_record: VisitRecord => VisitRecordResponse, handlers::counter::visit_record;
    /// Hands over a reward.
    reward_redeem: RewardRedeem => RewardRedeemResponse, handlers::counter::reward_redeem;
    /// Undoes an action of today's list.
    undo: UndoRequest => TakenBackResponse, handlers::counter::undo;
    /// Voids a visit.
    visit_void: VisitVoid => TakenBackResponse, handlers::counter::visit_void;
    /// Refunds a visit, in part or whole.
    visit_refund: VisitRefund => TakenBackResponse, handlers::counter::visit_refund;
    /// What happened at this till today.
    till_today: Nothing => TillToday, handlers::counter::till_today;

    /// Enrols a member and issues a card.
    member_enrol: MemberEnrol => MemberEnrolResponse, handlers::members::enrol;
    /// Changes a member.
    member_update: MemberUpdate => MemberProfile, handlers::members::update;
    /// Everything about a member.
    member_profile: MemberRef => MemberProfile, handlers::members::profile;
    /// A page of a member's history.
    member_timeline: TimelineRequest => TimelinePage, handlers::members::timeline;
    /// Gives or withdraws a consent.
    consent_set: ConsentSet => MemberProfile, handlers::members::consent_set;
    /// Withdraws consents in one go: the member wants no more messages.
    no_more: NoMore => NoMoreDone, handlers::members::no_more;
    /// Takes that back: consents and planned greetings are as they were.
    no_more_undo: NoMoreUndo => NoMoreUndone, handlers::members::no_more_undo;
    /// Archives or restores a member.
    member_archive: MemberArchive => MemberProfile, handlers::members::archive;
    /// Merges one member into another.
    members_merge: MembersMerge => MemberProfile, handlers::members::merge;
    /// Pairs of members who may be the same person.
    members_duplicates: Nothing => Duplicates, handlers::members::duplicates;
    /// A page of the list of members.
    members_list: MemberQuery => MemberPage, handlers::members::list;

    /// Gives a member a tag, or takes it away.
    member_tag_set: MemberTagSet => MemberProfile, handlers::members::tag_set;
    /// Notes a date of a member's own.
    member_date_add: MemberDateAdd => MemberProfile, handlers::members::date_add;
    /// Takes a date of a member's own away.
    member_date_remove: MemberDateRemove => MemberProfile, handlers::members::date_remove;
    /// Notes an appointment.
    appointment_add: AppointmentAdd => MemberProfile, handlers::members::appointment_add;
    /// Notes where an appointment stands now.
    appointment_set: AppointmentSet => MemberProfile, handlers::members::appointment_set;
    /// Takes an appointment away that was noted by mistake.
    appointment_remove: AppointmentRemove => MemberProfile, handlers::members::appointment_remove;

    /// How the schedule stands, with the number of open touches.
    schedule_state: Nothing => ScheduleState, handlers::touches::state;
    /// Changes the schedule's settings.
    schedule_settings_set: ScheduleSettingsSet => ScheduleState, handlers::touches::set_settings;
    /// Plans what is due by today. Also part of `daily_run`; harmless at any time.
    schedule_run: ScheduleRun => RunReport, handlers::touches::run;
    /// Switches this PC's notification in the morning on or off.
    morning_notice_set: MorningNoticeSet => ScheduleState, handlers::touches::set_morning_notice;
    /// What the days of a range hold.
    schedule_calendar: CalendarRequest => ScheduleCalendar, handlers::touches::calendar;
    /// What is to be done today: whom to greet, why, and what to say.
    today_inbox: Nothing => TodayInbox, handlers::touches::inbox;
    /// A page of touches.
    touches_list: TouchQuery => TouchLines, handlers::touches::list;
    /// One page of the greetings of some touches, as they would be printed.
    greetings_preview: GreetingsPreviewRequest => GreetingsPreview, handlers::greetings::preview;
    /// Prints the greetings of some touches to a PDF. Job result: FileWritten.
    greetings_print: GreetingsPrint => JobRef, handlers::greetings::print;
    /// Notes that a touch is done, and what came of it.
    touch_done: TouchDone => TouchChanged, handlers::touches::done;
    /// Leaves a touch out.
    touch_skip: TouchChange => TouchChanged, handlers::touches::skip;
    /// Hides a touch until a later day.
    touch_snooze: TouchSnooze => TouchChanged, handlers::touches::snooze;
    /// Opens a touch again that a person closed: the undo of the three above.
    touch_reopen: TouchChange => TouchChanged, handlers::touches::reopen;

    /// The shop's moments, in plain words.
    moments_list: Nothing => Moments, handlers::moments::list;
    /// Saves a moment.
    moment_save: MomentSave => MomentLine, handlers::moments::save;
    /// Switches a moment on or off.
    moment_enable: MomentEnable => MomentLine, handlers::moments::enable;
    /// Puts the moments in a new order.
    moments_order: MomentsOrder => Moments, handlers::moments::order;
    /// Deletes a moment that never came to a decision.
    moment_delete: MomentDelete => Moments, handlers::moments::delete;
    /// Adds ready-made moments.
    moments_add_presets: MomentsAddPresets => Moments, handlers::moments::add_presets;
    /// Whom a moment would have reached in the last 30 days, and will in the next 30.
    moment_outlook: OutlookRequest => Outlook, handlers::moments::outlook;
    /// A moment's message as a real member would get it.
    moment_preview: MomentPreviewRequest => MomentPreview, handlers::moments::preview;
    /// What came of the moments, beside those left out to compare with.
    moment_outcomes: OutcomesRequest => MomentOutcomes, handlers::moments::outcomes;

    /// Blocks, unblocks or replaces a card.
    card_change: CardChange => CardChangeResponse, handlers::cards::change;
    /// The cards of a scope.
    cards_list: CardsRequest => CardsResponse, handlers::cards::list;
    /// One page of what would be printed.
    cards_preview: CardsPreviewRequest => PdfPreview, handlers::cards::preview;
    /// Prints cards to a PDF. Job result: FileWritten.
    cards_print: CardsPrint => JobRef, handlers::cards::print;
    /// The print runs so far.
    print_runs: Nothing => PrintRuns, handlers::cards::runs;

    /// The stamp card and its versions.
    program_get: Nothing => ProgramView, handlers::program::get;
    /// Saves rules as a new version.
    program_save: ProgramSave => ProgramSaved, handlers::program::save;
    /// A sample card with rules that need not be saved yet.
    program_card_preview: ProgramCardPreview => PdfPreview, handlers::program::card_preview;

    /// Months that hold visits.
    report_months: Nothing => Months, handlers::reports::months;
    /// The review of a month.
    report_month: MonthRequest => MonthReport, handlers::reports::month;
    /// Writes a month's review to a file.
    report_export: ReportExport => FileWritten, handlers::reports::export;

    /// Opens a CSV file for import.
    import_open: ImportOpen => ImportOpened, handlers::import::open;
    /// Imports, or tries an import out. Job result: ImportResult.
    import_run: ImportRun => JobRef, handlers::import::run;
    /// Writes the rejected rows of an import to a CSV file.
    import_rejects_save: RejectsSave => FileWritten, handlers::import::save_rejects;

    /// How sending is set up.
    delivery_get: Nothing => DeliveryState, handlers::delivery::get;
    /// Sets a channel up; one that was held is tried again.
    delivery_set: DeliverySet => DeliveryState, handlers::delivery::set;
    /// Stores a channel's password or key; it never travels back.
    delivery_secret_set: SecretSet => DeliveryState, handlers::delivery::secret_set;
    /// Forgets a channel's password or key.
    delivery_secret_forget: ChannelRef => DeliveryState, handlers::delivery::secret_forget;
    /// Opens the file of secrets, or makes it.
    delivery_unlock: SecretsUnlock => DeliveryState, handlers::delivery::unlock;
    /// Connects to the mail server and signs in; sends nothing.
    delivery_verify: Nothing => DeliveryTried, handlers::delivery::verify;
    /// Sends a test message to the owner, now.
    delivery_test: DeliveryTest => DeliveryTried, handlers::delivery::test;

    /// A page of the outbox.
    outbox_list: MessageQuery => MessageLines, handlers::outbox::list;
    /// The outbox in numbers, for the badge.
    outbox_counts: Nothing => OutboxCounts, handlers::outbox::counts;
    /// Stops sending, or goes on.
    outbox_pause: OutboxPause => OutboxCounts, handlers::outbox::pause;
    /// Sets how many messages go out in a minute at most.
    outbox_limit: OutboxLimit => OutboxCounts, handlers::outbox::limit;
    /// Decides about a message that failed or may have gone out.
    outbox_resolve: MessageResolve => MessageChanged, handlers::outbox::resolve;
    /// Sends again by a channel that was held.
    outbox_try_again: ChannelChange => OutboxCounts, handlers::outbox::try_again;
    /// Sends what is due, without waiting for the next round. Job result: SendSummary.
    outbox_send_now: Nothing => JobRef, handlers::outbox::send_now;

    /// How a touch's message can be handed to the mail program, WhatsApp or the phone.
    handoff_links: TouchRef => Handoffs, handlers::outbox::handoff_links;
    /// Opens one of those programs with the message filled in.
    handoff_open: HandoffOpen => Nothing, handlers::outbox::handoff_open;

    /// A job's progress.
    job_status: JobRef => JobStatus, handlers::jobs::status;
    /// Asks a job to stop.
    job_cancel: JobRef => JobStatus, handlers::jobs::cancel;

    /// Opens a folder in the file manager.
    folder_open: FolderRequest => Nothing, handlers::files::open_folder;
    /// Lets the owner choose where documents are written.
    documents_dir_choose: Nothing => Chosen, handlers::files::choose_documents_dir;
    /// Opens a document that this app wrote in the system's viewer.
    document_open: DocumentRequest => Nothing, handlers::files::open_document;
    /// Sends a document that this app wrote to the default printer.
    document_print: DocumentRequest => Nothing, handlers::files::print_document;
}
