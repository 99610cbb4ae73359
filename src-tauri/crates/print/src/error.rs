use regulars_i18n::{Args, Catalog, Locale};
use thiserror::Error;

/// Why a document could not be made.
#[derive(Debug, Clone, PartialEq, Eq, Error)]
#[non_exhaustive]
pub enum PrintError {
    /// The number is not 13 digits with the right EAN-13 check digit.
    #[error("card number {number:?} is not a valid EAN-13")]
    CardNumber {
        /// As it was given.
        number: String,
    },
    /// A stamp grid has 1 to 30 slots.
    #[error("a stamp card has 1 to 30 slots, not {slots}")]
    Slots {
        /// As it was given.
        slots: u8,
    },
    /// The brand colour is not written as `#rrggbb`.
    #[error("{color:?} is not a colour like #a84a24")]
    Color {
        /// As it was given.
        color: String,
    },
    /// The logo is neither a readable PNG nor a JPEG, or it is larger than 8,000 pixels.
    #[error("the logo is not a readable PNG or JPEG")]
    Logo,
    /// The font is not a TrueType font that may be cut into a subset.
    #[error("the font file is not a usable TrueType font")]
    Font,
    /// A preview was asked for a page the document does not have.
    #[error("there is no page {page}")]
    Page {
        /// Counted from 1.
        page: usize,
    },
    /// No greeting of the job fits its paper.
    #[error("no greeting fits its paper")]
    TooLong,
    /// The job has no cards, or no greetings.
    #[error("there is nothing to print")]
    Nothing,
    /// The progress function asked to stop.
    #[error("printing was cancelled")]
    Cancelled,
    /// The document could not be put together or written.
    #[error("the PDF could not be made: {reason}")]
    Document {
        /// For the log and the report to us.
        reason: String,
    },
}

impl PrintError {
    /// A stable word for programs: "print-card-number", "print-cancelled" …
    #[must_use]
    pub const fn code(&self) -> &'static str {
        match self {
            Self::CardNumber { .. } => "print-card-number",
            Self::Slots { .. } => "print-slots",
            Self::Color { .. } => "print-color",
            Self::Logo => "print-logo",
            Self::Font => "print-font",
            Self::Page { .. } => "print-page",
            Self::TooLong => "print-too-long",
            Self::Nothing => "print-nothing",
            Self::Cancelled => "print-cancelled",
            Self::Document { .. } => "print-document",
        }
    }

    /// What a person reads.
    #[must_use]
    pub fn text(&self, locale: Locale) -> String {
        let catalog = Catalog::get(locale);
        let say = |key, args: Args<'_>| catalog.text_with(key, &args);
        match self {
            Self::CardNumber { number } => say(
                "print-error-card-number",
                Args::new().with("number", number.as_str()),
            ),
            Self::Slots { slots } => say("print-error-slots", Args::new().with("slots", *slots)),
            Self::Color { color } => say(
                "print-error-color",
                Args::new().with("color", color.as_str()),
            ),
            Self::Logo => say("print-error-logo", Args::new()),
            Self::Font => say("print-error-font", Args::new()),
            Self::Page { page } => say("print-error-page", Args::new().with("page", *page)),
            Self::TooLong => say("print-error-too-long", Args::new()),
            Self::Nothing => say("print-error-nothing", Args::new()),
            Self::Cancelled => say("print-error-cancelled", Args::new()),
            Self::Document { reason } => say(
                "print-error-document",
                Args::new().with("reason", reason.as_str()),
            ),
        }
    }

    pub(crate) fn document(cause: impl std::fmt::Display) -> Self {
        Self::Document {
            reason: cause.to_string(),
        }
    }
}
