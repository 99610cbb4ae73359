//! What Regulars prints: loyalty cards, greetings by post and the monthly report.
//!
//! A document is laid out as pages of our own (`page`), in points, with measured text; a backend
//! (`pdf`) draws the pages. This crate knows nothing of the domain, the database or the clock:
//! callers hand over plain values and the date to print.

mod card;
mod code;
mod color;
mod error;
mod font;
mod geometry;
mod greeting;
mod grid;
mod icon;
mod page;
mod path;
mod pdf;
mod rendered;
mod report;
mod shop;

pub use card::{
    Card, CardFace, CardJob, CardPaper, CardSheet, FrontStyle, RewardIcon, Sides, StampGrid,
    StampIcon, card_page_count, is_card_number, preview_cards, render_cards, render_cards_to,
};
pub use error::PrintError;
pub use greeting::{
    Greeting, GreetingCheck, GreetingFormat, GreetingGift, GreetingJob, GreetingPart,
    GreetingSender, PreviewedGreetings, TooLong, WrittenGreetings, check_greetings,
    preview_greetings, render_greetings_to,
};
pub use rendered::{MissingGlyph, Rendered, Written};
pub use report::{MonthReport, MonthTotals, RankChange, ReportRow, render_report};
pub use shop::ShopBrand;
