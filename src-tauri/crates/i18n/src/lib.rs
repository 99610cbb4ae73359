//! The words and the formats of a shop.
//!
//! [`Catalog`] holds the Fluent messages of `assets/locales`, the same files the UI reads, so a
//! string exists once for the window, the PDFs and the command line. The functions beside it
//! write money, numbers and dates the way the *shop's* locale does, never the machine's.

mod catalog;
mod date;
mod locale;
mod money;
mod number;
mod quotes;
mod template;

pub use catalog::{Args, Catalog, Source, sources};
pub use date::{date_long, date_numeric, date_short, month_name, month_since, month_year};
pub use locale::{Locale, UnknownLocale};
pub use money::{currency_exponent, currency_symbol, money, money_plain, money_rounded};
pub use number::{number, percent, signed_number};
pub use template::{FIELDS, Template, TemplateError, Values, first_name};
