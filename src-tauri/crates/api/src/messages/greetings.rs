//! Greetings on paper.

use regulars_core::id::{MemberId, RequestId, TouchId};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::PdfPreview;

/// What greetings are printed as.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum GreetingFormat {
    /// A postcard of 148 by 105 mm, front and back on two pages.
    PostcardA6,
    /// Four postcards to an A4 sheet, to be printed on both sides and cut.
    PostcardA4,
    /// A letter on one A4 page, for an envelope with a window.
    LetterA4,
}

/// Asks for one page of the greetings of some touches.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GreetingsPreviewRequest {
    /// Whose greetings, in print order.
    pub touch_ids: Vec<TouchId>,
    /// As what.
    pub format: GreetingFormat,
    /// From 0.
    pub page: u32,
}

/// One page of greetings, and what becomes of all of them.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GreetingsPreview {
    /// The page; `cards` counts the greetings that are printed.
    pub page: PdfPreview,
    /// Printed with lines to write the address on by hand.
    pub without_address: Vec<GreetingOf>,
    /// Left out, because a text does not fit even in small letters.
    pub too_long: Vec<GreetingTooLong>,
}

/// Whose greeting it is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct GreetingOf {
    /// The touch.
    pub touch_id: TouchId,
    /// The member.
    pub member_id: MemberId,
    /// The member's name.
    pub member_name: String,
}

/// A greeting that does not fit.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GreetingTooLong {
    /// Whose.
    #[serde(flatten)]
    pub greeting: GreetingOf,
    /// `address`, `subject`, `body` or `gift`.
    pub part: String,
}

/// Prints greetings to a PDF (a job; its result is a [`super::FileWritten`]).
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct GreetingsPrint {
    /// Retry key: a job that runs or ran is not started again.
    pub request_id: RequestId,
    /// Whose greetings, in print order.
    pub touch_ids: Vec<TouchId>,
    /// As what.
    pub format: GreetingFormat,
    /// Whether to open the PDF when it is done.
    pub open: bool,
}
