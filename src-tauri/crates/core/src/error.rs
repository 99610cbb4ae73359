//! Refusals and failures of the core.
//!
//! Every error has a stable [`Code`]; the text a person reads is made from the
//! code and the arguments by the catalogue (`error-<code>` in `errors.ftl`), so
//! the core speaks no language.

use std::fmt;

macro_rules! codes {
    ($($(#[doc = $doc:literal])+ $variant:ident = $text:literal,)*) => {
        /// What went wrong; the text form is stable.
        #[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
        pub enum Code { $($(#[doc = $doc])+ $variant,)* }

        impl Code {
            /// All codes, so that a test can ask for a text for each.
            pub const ALL: &'static [Code] = &[$(Code::$variant,)*];

            /// The stable text form.
            #[must_use]
            pub const fn as_str(self) -> &'static str {
                match self { $(Code::$variant => $text,)* }
            }
        }
    };
}

codes! {
    /// No shop has been created in this data folder yet.
    NoShop = "no_shop",
    /// The data folder already holds a shop.
    ShopExists = "shop_exists",
    /// The currency cannot change once a visit is recorded.
    CurrencyFixed = "currency_fixed",
    /// Not an ISO 4217 currency that can be used.
    BadCurrency = "bad_currency",
    /// Not an IANA time zone.
    BadTimeZone = "bad_time_zone",
    /// Not `en`, `ru` or `hu`.
    BadLocale = "bad_locale",
    /// Not a colour `#rrggbb`.
    BadColor = "bad_color",
    /// Not an ISO 3166 region with a phone plan.
    BadRegion = "bad_region",
    /// A number is outside its range.
    OutOfRange = "out_of_range",
    /// A text is empty that must not be.
    TextEmpty = "text_empty",
    /// A text is longer than allowed.
    TextTooLong = "text_too_long",
    /// A text holds control characters.
    TextControl = "text_control",
    /// Not a picture the app can use.
    BadImage = "bad_image",
    /// A picture is larger than allowed.
    ImageTooLarge = "image_too_large",
    /// Nobody by this id, card, phone or e-mail.
    MemberNotFound = "member_not_found",
    /// More than one member fits.
    MemberAmbiguous = "member_ambiguous",
    /// A member needs a name or a phone number.
    MemberNeedsName = "member_needs_name",
    /// Another member has this phone number.
    PhoneTaken = "phone_taken",
    /// Another member has this external id.
    ExternalIdTaken = "external_id_taken",
    /// A member of the same name exists; ask.
    SameName = "same_name",
    /// The member is archived.
    MemberArchived = "member_archived",
    /// The member was merged into another.
    MemberMerged = "member_merged",
    /// A member cannot be merged with itself.
    MergeSelf = "merge_self",
    /// Not a phone number.
    BadPhone = "bad_phone",
    /// Not an e-mail address.
    BadEmail = "bad_email",
    /// Not a date, or a birthday that does not exist.
    BadDate = "bad_date",
    /// No card has this number.
    CardNotFound = "card_not_found",
    /// Not 13 digits.
    CardFormat = "card_format",
    /// The check digit is wrong.
    CardCheckDigit = "card_check_digit",
    /// Another card has this number.
    CardTaken = "card_taken",
    /// The card is blocked.
    CardBlocked = "card_blocked",
    /// The card was reported lost.
    CardLost = "card_lost",
    /// The card was replaced by a newer one.
    CardReplaced = "card_replaced",
    /// The scope holds no card to print.
    NoCards = "no_cards",
    /// Nothing to print greetings of.
    NoGreetings = "no_greetings",
    /// No visit by this id.
    VisitNotFound = "visit_not_found",
    /// The visit is already void.
    VisitVoided = "visit_voided",
    /// The visit has no amount that could be refunded.
    NothingToRefund = "nothing_to_refund",
    /// A refund of nothing.
    RefundZero = "refund_zero",
    /// More than what is left of the visit's amount.
    RefundTooLarge = "refund_too_large",
    /// A visit under the same external id has another time or amount.
    VisitDiffers = "visit_differs",
    /// The visit already has its amount or stamps.
    VisitComplete = "visit_complete",
    /// A second scan of the same member within seconds; ask.
    DoubleScan = "double_scan",
    /// The rules need an amount.
    AmountRequired = "amount_required",
    /// Not an amount.
    BadAmount = "bad_amount",
    /// More was paid with a reward than in all.
    RewardPartTooLarge = "reward_part_too_large",
    /// A number of stamps outside 0 to 100.
    BadStamps = "bad_stamps",
    /// No reward by this id.
    GrantNotFound = "grant_not_found",
    /// The member has no reward to redeem.
    NoReward = "no_reward",
    /// The reward was already handed over.
    GrantRedeemed = "grant_redeemed",
    /// The reward's last day has passed.
    GrantExpired = "grant_expired",
    /// The reward was taken back.
    GrantVoid = "grant_void",
    /// The reward belongs to another member.
    GrantOfOther = "grant_of_other",
    /// The change cannot be undone, or not any more.
    NotUndoable = "not_undoable",
    /// The change was undone already.
    AlreadyUndone = "already_undone",
    /// A version must start today or later.
    VersionInPast = "version_in_past",
    /// A later version is already planned for that day or after.
    VersionOrder = "version_order",
    /// No moment by this id or code.
    MomentNotFound = "moment_not_found",
    /// Another moment has this code.
    MomentCodeTaken = "moment_code_taken",
    /// The moment has touches and cannot be deleted.
    MomentHasTouches = "moment_has_touches",
    /// The moment's trigger, gift and dates do not go together.
    BadMoment = "bad_moment",
    /// No touch by this id.
    TouchNotFound = "touch_not_found",
    /// The touch is no longer open, or was not decided by a person.
    TouchClosed = "touch_closed",
    /// The touch's message is on its way.
    TouchSending = "touch_sending",
    /// The touch makes no sense any more on that day.
    SnoozeTooLate = "snooze_too_late",
    /// The touch's message was sent.
    TouchSent = "touch_sent",
    /// No message by this id.
    MessageNotFound = "message_not_found",
    /// The message is not in a state that this applies to.
    MessageClosed = "message_closed",
    /// No date of a member by this id.
    MemberDateNotFound = "member_date_not_found",
    /// No appointment by this id.
    AppointmentNotFound = "appointment_not_found",
    /// Not a month `YYYY-MM`.
    BadMonth = "bad_month",
    /// The same request id came with another content.
    RequestReused = "request_reused",
    /// The PC's clock stands a day or more before what was recorded last.
    ClockLost = "clock_lost",
    /// A day that a run was asked to plan for is years away.
    RunTooFar = "run_too_far",
    /// A sum went beyond 64 bits.
    Overflow = "overflow",
    /// The work was stopped on request.
    Cancelled = "cancelled",
    /// The import file cannot be read as a whole.
    BadImportFile = "bad_import_file",
    /// The file is not a Regulars database.
    ForeignDatabase = "foreign_database",
    /// The database was written by a newer Regulars.
    NewerDatabase = "newer_database",
    /// The database is damaged.
    DamagedDatabase = "damaged_database",
    /// SQLite is too old to be trusted with the data.
    OldSqlite = "old_sqlite",
    /// The data folder cannot be written.
    ReadOnly = "read_only",
    /// The disk is full.
    DiskFull = "disk_full",
    /// Another program holds the database.
    Busy = "busy",
    /// The disk or the database failed in another way.
    Storage = "storage",
}

impl fmt::Display for Code {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.as_str())
    }
}

/// The result of everything in the core that can be refused.
pub type Result<T> = std::result::Result<T, Error>;

/// A refusal or failure. Whatever it says, nothing was changed.
#[derive(Debug)]
pub struct Error {
    inner: Box<Inner>,
}

#[derive(Debug)]
struct Inner {
    code: Code,
    reason: Option<&'static str>,
    field: Option<&'static str>,
    args: Vec<(&'static str, String)>,
    source: Option<rusqlite::Error>,
}

impl Error {
    /// An error with nothing but its code.
    #[must_use]
    pub fn new(code: Code) -> Self {
        Self {
            inner: Box::new(Inner {
                code,
                reason: None,
                field: None,
                args: Vec::new(),
                source: None,
            }),
        }
    }

    /// Says more exactly why an input was refused, with the stable code of the
    /// part that read it (`amount_negative`, `phone_rounded` …).
    #[must_use]
    pub fn reason(mut self, reason: &'static str) -> Self {
        self.inner.reason = Some(reason);
        self
    }

    /// Names the request's field that is wrong.
    #[must_use]
    pub fn field(mut self, field: &'static str) -> Self {
        self.inner.field = Some(field);
        self
    }

    /// Adds a fact for the message and for callers.
    #[must_use]
    pub fn arg(mut self, name: &'static str, value: impl ToString) -> Self {
        self.inner.args.push((name, value.to_string()));
        self
    }

    /// What went wrong.
    #[must_use]
    pub fn code(&self) -> Code {
        self.inner.code
    }

    /// Why exactly an input was refused, where the code alone is broad.
    #[must_use]
    pub fn reason_code(&self) -> Option<&'static str> {
        self.inner.reason
    }

    /// The request's field it is about.
    #[must_use]
    pub fn field_name(&self) -> Option<&'static str> {
        self.inner.field
    }

    /// Facts for the message, in the order they were added.
    #[must_use]
    pub fn args(&self) -> &[(&'static str, String)] {
        &self.inner.args
    }
}

impl From<Code> for Error {
    fn from(code: Code) -> Self {
        Self::new(code)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}", self.inner.code)?;
        for (name, value) in &self.inner.args {
            write!(f, " {name}={value}")?;
        }
        if let Some(source) = &self.inner.source {
            write!(f, ": {source}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {
    fn source(&self) -> Option<&(dyn std::error::Error + 'static)> {
        self.inner.source.as_ref().map(|source| source as _)
    }
}

impl From<rusqlite::Error> for Error {
    fn from(source: rusqlite::Error) -> Self {
        use rusqlite::ErrorCode as Sqlite;
        let code = match source.sqlite_error_code() {
            Some(Sqlite::DiskFull) => Code::DiskFull,
            Some(Sqlite::ReadOnly | Sqlite::CannotOpen | Sqlite::PermissionDenied) => {
                Code::ReadOnly
            }
            Some(Sqlite::DatabaseBusy | Sqlite::DatabaseLocked) => Code::Busy,
            Some(Sqlite::DatabaseCorrupt | Sqlite::NotADatabase) => Code::DamagedDatabase,
            _ => Code::Storage,
        };
        let mut error = Self::new(code).arg("detail", &source);
        error.inner.source = Some(source);
        error
    }
}

impl From<rusqlite::types::FromSqlError> for Error {
    fn from(source: rusqlite::types::FromSqlError) -> Self {
        Self::from(rusqlite::Error::from(source))
    }
}

/// A sum that went beyond 64 bits.
pub(crate) fn overflow() -> Error {
    Error::new(Code::Overflow)
}
