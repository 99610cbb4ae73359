//! Requests and responses of the command table that are not plain views of the
//! core. Ids are UUID text, instants UTC milliseconds, dates `YYYY-MM-DD`,
//! money minor units; amounts that a person typed travel as typed and are
//! parsed here, once, with the shop's currency.

mod delivery;
mod greetings;
mod schedule;

use std::path::PathBuf;

use chrono::NaiveDate;
use regulars_core::{
    card::{CardScope, CardStatus, CardToPrint, PrintRunView, Scan},
    id::{CardId, ChangeId, GrantId, MemberId, RequestId, VisitId},
    member::{Channel, MemberDraft, MemberHit, MemberRow},
    program::{ProgramView, StampRules},
    shop::{ShopDraft, ShopKind, ShopPatch, ShopView},
    transfer::{Kind as RowKind, Preview},
    visit::{Redeemed, TakenBack, VisitRecorded},
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

pub use delivery::*;
pub use greetings::*;
pub use schedule::*;

/// A request without fields.
#[derive(Debug, Clone, Default, Serialize, Deserialize, TS)]
pub struct Nothing {}

/// What the app is and how it stands.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct AppState {
    /// Version of Regulars.
    pub version: String,
    /// Version of SQLite.
    pub sqlite_version: String,
    /// `desktop` or `browser`.
    pub host: String,
    /// Where the data are.
    pub data_dir: PathBuf,
    /// Where PDFs and CSVs are written.
    pub documents_dir: PathBuf,
    /// The shop; absent before the welcome wizard is done.
    pub shop: Option<ShopView>,
    /// Number of this till.
    pub till_number: u32,
    /// Today's business date.
    pub today: NaiveDate,
    /// Now, UTC milliseconds.
    pub now_ms: i64,
    /// Set when the PC's clock stands before the last recorded change: that change's time.
    pub clock_behind_ms: Option<i64>,
    /// Whether files can be sent straight to a printer (`lp` exists).
    pub can_print: bool,
    /// How many members are served.
    pub members: u32,
    /// Language wished for at start (`--locale`), before a shop exists.
    pub preferred_locale: Option<String>,
}

/// What the welcome wizard and the settings offer.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Options {
    /// Currencies, the usual ones first.
    pub currencies: Vec<CurrencyOption>,
    /// IANA time zones, sorted by name.
    pub time_zones: Vec<String>,
    /// ISO 3166 regions with a phone plan.
    pub phone_regions: Vec<String>,
    /// The time zone this PC is set to, if it can be told.
    pub local_time_zone: Option<String>,
}

/// A currency to choose.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CurrencyOption {
    /// ISO 4217 code.
    pub code: String,
    /// Symbol, e.g. `€`.
    pub symbol: String,
    /// English name.
    pub name: String,
}

/// Asks for the ready-made stamp cards.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PresetsRequest {
    /// Language of names and rewards.
    pub locale: String,
    /// Currency for amounts in rules.
    pub currency: String,
}

/// A ready-made stamp card.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Preset {
    /// Stable key, e.g. `coffee10`.
    pub key: String,
    /// For which kind of shop.
    pub kind: ShopKind,
    /// Its rules, in the language asked for.
    pub rules: StampRules,
}

/// Creates the shop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ShopCreate {
    /// Retry key.
    pub request_id: RequestId,
    /// The shop.
    pub shop: ShopDraft,
    /// The stamp card.
    pub rules: StampRules,
}

/// Fills an empty data folder with a demo shop (a job).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct DemoRequest {
    /// `en`, `ru` or `hu`.
    pub locale: String,
    /// Café or salon.
    pub kind: ShopKind,
    /// How many members; 400 if absent.
    #[serde(default)]
    pub members: Option<u32>,
    /// About how many visits; 26 per member if absent.
    #[serde(default)]
    pub visits: Option<u32>,
    /// Same seed, same shop.
    #[serde(default)]
    pub seed: Option<u64>,
}

/// Changes the shop.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ShopUpdate {
    /// Retry key.
    pub request_id: RequestId,
    /// What changes.
    pub patch: ShopPatch,
}

/// Sets or removes the logo.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct LogoSet {
    /// Retry key.
    pub request_id: RequestId,
    /// PNG or JPEG, at most 2 MB, in base64; absent removes the logo.
    pub image_base64: Option<String>,
}

/// A text typed or scanned at the counter.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchRequest {
    /// The text.
    pub query: String,
    /// At most so many hits, 1 to 50.
    pub limit: u32,
}

/// What the counter's field found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SearchResponse {
    /// What the text is as a card number.
    pub scan: Scan,
    /// Members, best first.
    pub hits: Vec<MemberHit>,
}

/// Names a member.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MemberRef {
    /// Its id.
    pub member_id: MemberId,
}

/// Records a visit. See [`regulars_core::visit::VisitDraft`].
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct VisitRecord {
    /// Retry key.
    pub request_id: RequestId,
    /// Who came.
    pub member_id: MemberId,
    /// What was paid, as typed ("1 250,00"); absent or blank if not entered.
    #[serde(default)]
    pub amount: Option<String>,
    /// The part of it that was paid with a reward, as typed.
    #[serde(default)]
    pub reward_part: Option<String>,
    /// Stamps asked for; absent means what the rules give.
    #[serde(default)]
    pub stamps: Option<u32>,
    /// A remark.
    #[serde(default)]
    pub note: Option<String>,
    /// A visit that so far only holds a redemption (from `reward_redeem`).
    #[serde(default)]
    pub complete: Option<VisitId>,
    /// The operator has confirmed a second scan within seconds (error `double_scan`).
    #[serde(default)]
    pub confirmed: Option<bool>,
}

/// A visit was recorded.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VisitRecordResponse {
    /// What it did.
    pub recorded: VisitRecorded,
    /// The member afterwards.
    pub glance: CounterGlance,
}

/// Hands over a reward.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct RewardRedeem {
    /// Retry key.
    pub request_id: RequestId,
    /// The grant.
    pub grant_id: GrantId,
    /// The visit it belongs to, if one was just recorded; otherwise a new one is made.
    #[serde(default)]
    pub visit_id: Option<VisitId>,
}

/// A reward was handed over.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RewardRedeemResponse {
    /// What it did.
    pub redeemed: Redeemed,
    /// The member afterwards.
    pub glance: CounterGlance,
}

/// Undoes a change of today's list.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct UndoRequest {
    /// Retry key.
    pub request_id: RequestId,
    /// The change to undo.
    pub change_id: ChangeId,
}

/// Voids a visit.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VisitVoid {
    /// Retry key.
    pub request_id: RequestId,
    /// The visit.
    pub visit_id: VisitId,
}

/// Refunds a visit, in part or whole.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VisitRefund {
    /// Retry key.
    pub request_id: RequestId,
    /// The visit.
    pub visit_id: VisitId,
    /// What is given back, as typed.
    pub amount: String,
}

/// Something was undone, voided or refunded.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TakenBackResponse {
    /// What it did.
    pub taken_back: TakenBack,
    /// The member afterwards.
    pub glance: CounterGlance,
}

/// Enrols a member.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct MemberEnrol {
    /// Retry key.
    pub request_id: RequestId,
    /// What is known.
    pub draft: MemberDraft,
    /// The operator has confirmed that another member of the same name is meant
    /// (error `same_name`).
    #[serde(default)]
    pub allow_same_name: Option<bool>,
}

/// A member was enrolled.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MemberEnrolResponse {
    /// The change, for undo.
    pub change_id: ChangeId,
    /// The card that was issued.
    pub card_number: String,
    /// The member.
    pub glance: CounterGlance,
}

/// Changes a member: the draft replaces what is known, blank clears a field,
/// absent leaves it.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct MemberUpdate {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// What is known now.
    pub draft: MemberDraft,
    /// Removes the birthday (a draft can only set one).
    #[serde(default)]
    pub clear_birthday: Option<bool>,
}

/// Gives or withdraws a consent.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ConsentSet {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// The channel.
    pub channel: Channel,
    /// Given or withdrawn.
    pub granted: bool,
}

/// Withdraws consents: the member wants no more messages.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoMore {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// By which channels.
    pub channels: Vec<Channel>,
}

/// What "no more messages" did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoMoreDone {
    /// By these it is undone.
    pub change_ids: Vec<ChangeId>,
    /// Planned greetings that were left out with it.
    pub closed: u32,
}

/// Undoes "no more messages".
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoMoreUndo {
    /// Retry key.
    pub request_id: RequestId,
    /// As they were answered.
    pub change_ids: Vec<ChangeId>,
}

/// What undoing "no more messages" brought back.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct NoMoreUndone {
    /// Greetings that are planned again.
    pub planned: u32,
    /// Greetings that stay left out: something else has changed since.
    pub stayed: u32,
}

/// Archives or restores a member.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MemberArchive {
    /// Retry key.
    pub request_id: RequestId,
    /// Who.
    pub member_id: MemberId,
    /// `true` archives, `false` restores.
    pub archived: bool,
}

/// Merges one member into another.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MembersMerge {
    /// Retry key.
    pub request_id: RequestId,
    /// Who stays and gets both histories.
    pub keep_id: MemberId,
    /// Who is merged and is no longer served.
    pub merge_id: MemberId,
}

/// Asks for a page of a member's history.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TimelineRequest {
    /// Who.
    pub member_id: MemberId,
    /// Lines to skip, newest first.
    pub offset: u32,
    /// Lines to return, at most 200.
    pub limit: u32,
}

/// What is done to a card.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum CardAction {
    /// Stop it.
    Block,
    /// Stop it as lost.
    Lost,
    /// Let it work again.
    Unblock,
    /// Issue a new one; the old one stops for good.
    Replace,
}

/// Blocks, unblocks or replaces a card.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CardChange {
    /// Retry key.
    pub request_id: RequestId,
    /// The card.
    pub card_id: CardId,
    /// What to do.
    pub action: CardAction,
}

/// A card was changed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CardChangeResponse {
    /// The change.
    pub change_id: ChangeId,
    /// The new card's number, if one was issued.
    pub new_number: Option<String>,
    /// The card's state now.
    pub status: CardStatus,
    /// The member afterwards.
    pub glance: CounterGlance,
}

/// Asks which cards a scope holds.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CardsRequest {
    /// Which cards.
    pub scope: CardScope,
    /// Rows to skip.
    pub offset: u32,
    /// Rows to return, at most 500.
    pub limit: u32,
}

/// The cards of a scope.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CardsResponse {
    /// How many in all.
    pub total: u32,
    /// The rows asked for.
    pub rows: Vec<CardToPrint>,
}

/// Paper.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sheet {
    /// Ten cards on A4.
    A4,
    /// Ten cards on Letter.
    Letter,
    /// One card per page, for card printers.
    Cr80,
}

/// Which sides are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Sides {
    /// Fronts only.
    Front,
    /// Backs only.
    Back,
    /// Front and back pages in turn, for double-sided printing.
    Both,
}

/// How much ink the front takes.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum FrontStyle {
    /// The whole front in the brand colour.
    Full,
    /// White ground with the brand as lines.
    LessInk,
}

/// How cards are laid out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct CardLayout {
    /// Paper.
    pub sheet: Sheet,
    /// Sides.
    pub sides: Sides,
    /// Ink.
    pub front: FrontStyle,
}

/// Asks for one page of what would be printed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CardsPreviewRequest {
    /// Which cards.
    pub scope: CardScope,
    /// How.
    pub layout: CardLayout,
    /// 0-based page.
    pub page: u32,
}

/// One page, as the PDF that would be printed.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PdfPreview {
    /// A PDF with that one page, base64.
    pub pdf_base64: String,
    /// Pages the whole document would have.
    pub pages: u32,
    /// Cards it would hold.
    pub cards: u32,
    /// Characters that no font has, printed as a box.
    pub missing_glyphs: Vec<String>,
}

/// Asks for one card as a PDF, with rules that need not be saved yet.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProgramCardPreview {
    /// The rules.
    pub rules: StampRules,
    /// Which side.
    pub side: Sides,
}

/// Prints cards to a PDF (a job; its result is a [`FileWritten`]).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct CardsPrint {
    /// Retry key.
    pub request_id: RequestId,
    /// Which cards.
    pub scope: CardScope,
    /// How.
    pub layout: CardLayout,
    /// Whether to open the PDF in the system's viewer.
    pub open: bool,
}

/// A document was written.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct FileWritten {
    /// Where.
    pub path: PathBuf,
    /// Its size in bytes.
    pub bytes: u64,
    /// Pages of a PDF, rows of a CSV.
    pub count: u32,
    /// Whether the system's viewer was asked to open it.
    pub opened: bool,
    /// Characters that no font has, printed as a box.
    pub missing_glyphs: Vec<String>,
}

/// The print runs so far.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PrintRuns {
    /// Newest first, at most 100.
    pub runs: Vec<PrintRunView>,
}

/// Saves rules as a new version.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProgramSave {
    /// Retry key.
    pub request_id: RequestId,
    /// The rules.
    pub rules: StampRules,
    /// First business date on which they hold, today or later.
    pub effective_from: NaiveDate,
}

/// A program was saved.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ProgramSaved {
    /// The program now.
    pub program: ProgramView,
}

/// Asks for a month.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MonthRequest {
    /// `YYYY-MM`.
    pub month: String,
    /// At most so many top customers, 1 to 1,000.
    pub limit: u32,
}

/// Months that hold visits.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Months {
    /// `YYYY-MM`, newest first; the current month is always there.
    pub months: Vec<String>,
}

/// A kind of report file.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum ReportFormat {
    /// Designed A4 document.
    Pdf,
    /// Rows for a spreadsheet.
    Csv,
}

/// Writes a month's review to a file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ReportExport {
    /// `YYYY-MM`.
    pub month: String,
    /// At most so many top customers, 1 to 10,000.
    pub limit: u32,
    /// PDF or CSV.
    pub format: ReportFormat,
    /// Whether to open it in the system's viewer.
    pub open: bool,
}

/// Opens a file to import: the given path or one the owner chooses.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[ts(optional_fields)]
pub struct ImportOpen {
    /// A path; absent asks the owner.
    #[serde(default)]
    pub path: Option<PathBuf>,
    /// A file's content (dropped on the window), base64, instead of a path.
    #[serde(default)]
    pub content_base64: Option<String>,
    /// That file's name.
    #[serde(default)]
    pub file_name: Option<String>,
}

/// A file that was opened for import.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportSource {
    /// Names the file in later requests, for this run of the app.
    pub source_id: u32,
    /// The file's name.
    pub file_name: String,
    /// What was found in it.
    pub preview: Preview,
}

/// What the owner closed without choosing is absent.
#[derive(Debug, Clone, Serialize, TS)]
pub struct ImportOpened {
    /// The file; absent if none was chosen.
    pub source: Option<ImportSource>,
}

/// Imports, or tries an import out (a job; its result is an [`ImportResult`]).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ImportRun {
    /// Retry key.
    pub request_id: RequestId,
    /// The file.
    pub source_id: u32,
    /// Members or visits.
    pub kind: RowKind,
    /// For each column of the file the field it holds, or none.
    pub mapping: Vec<Option<String>>,
    /// Visits of members who don't exist: create them (otherwise such rows are rejected).
    pub create_members: bool,
    /// Whether visits earn stamps, as if they happened now under the rules of their day.
    pub earn: bool,
    /// Only count; write nothing.
    pub dry_run: bool,
}

/// A row that was not imported.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct RejectedRow {
    /// 1-based line in the file.
    pub line: u64,
    /// Stable code.
    pub code: String,
    /// What is wrong, in the shop's language.
    pub message: String,
    /// The field it is about.
    pub field: Option<String>,
}

/// What an import did.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ImportResult {
    /// Data rows in the file.
    pub rows: u64,
    /// Rows that made something new.
    pub created: u64,
    /// Rows that changed something.
    pub updated: u64,
    /// Rows that were there already.
    pub unchanged: u64,
    /// Members made for visits of members who didn't exist.
    pub members_created: u64,
    /// The first 1,000 rejected rows.
    pub rejected: Vec<RejectedRow>,
    /// How many rows were rejected in all.
    pub rejected_total: u64,
    /// Whether it was only tried.
    pub dry_run: bool,
}

/// Writes the rejected rows of an import to a CSV file.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct RejectsSave {
    /// The import's job.
    pub job_id: u32,
    /// Whether to open it.
    pub open: bool,
}

/// Names a job.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct JobRef {
    /// The job, for this run of the app.
    pub job_id: u32,
}

/// Where a job stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum JobState {
    /// At work.
    Running,
    /// Finished; `result` is there.
    Done,
    /// Failed; `error` is there.
    Failed,
    /// Stopped on request; what was committed stays.
    Cancelled,
}

/// A job's progress.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct JobStatus {
    /// The job.
    pub job_id: u32,
    /// Where it stands.
    pub state: JobState,
    /// Steps done.
    pub done: u64,
    /// Steps in all; 0 while unknown.
    pub total: u64,
    /// The response of the work, by the command that started it.
    pub result: Option<serde_json::Value>,
    /// Why it failed.
    pub error: Option<crate::ApiError>,
}

/// What the day's run did.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DailyRunResponse {
    /// Stamps that expired.
    pub stamps_expired: i64,
    /// Rewards that expired.
    pub grants_expired: u32,
    /// Touches that the schedule planned.
    pub touches_planned: u32,
    /// Touches planned before whose reason has gone.
    pub touches_closed: u32,
}

/// What `verify` found.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct VerifyResponse {
    /// Whether everything agrees.
    pub ok: bool,
    /// How many things were compared.
    pub checked: u64,
    /// What differs, at most 1,000 lines.
    pub problems: Vec<String>,
}

/// A folder the app knows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Folder {
    /// The data.
    Data,
    /// PDFs and CSVs.
    Documents,
}

/// Opens a folder in the file manager.
#[derive(Debug, Clone, Copy, Serialize, Deserialize, TS)]
pub struct FolderRequest {
    /// Which.
    pub folder: Folder,
}

/// Opens or prints a document that this app wrote.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DocumentRequest {
    /// Its path, as a [`FileWritten`] or a [`PrintRunView`] named it.
    pub path: PathBuf,
}

/// Whether the owner chose something.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Chosen {
    /// `false` if the dialog was closed.
    pub chosen: bool,
    /// The app afterwards.
    pub state: AppState,
}

/// Lists for choosing members.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Duplicates {
    /// Pairs that may be the same person: same phone, e-mail or name.
    pub pairs: Vec<DuplicatePair>,
}

/// Two members who may be the same person.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DuplicatePair {
    /// The one with the longer history.
    pub keep: MemberRow,
    /// The other.
    pub merge: MemberRow,
}
