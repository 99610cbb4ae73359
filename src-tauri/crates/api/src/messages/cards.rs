//! Cards, and printing them.

use regulars_core::{
    card::{CardScope, CardStatus, CardToPrint, PrintRunView},
    id::{CardId, ChangeId, RequestId},
    program::StampRules,
};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use super::CounterGlance;

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

/// Prints cards to a PDF (a job; its result is a [`super::FileWritten`]).
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

/// The print runs so far.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct PrintRuns {
    /// Newest first, at most 100.
    pub runs: Vec<PrintRunView>,
}
