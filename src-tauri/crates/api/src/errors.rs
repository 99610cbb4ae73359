//! From the core's codes to a person's words.

use regulars_core::{Code, Error, Store, transfer::FileError, verify::Problem};
use regulars_i18n::{Args, Catalog, Locale, date_long};
use regulars_print::PrintError;
use serde_json::{Map, Value};

use crate::ApiError;

/// The language of a shop; English before there is one.
#[must_use]
pub fn locale_of(store: &Store) -> Locale {
    store
        .shop()
        .ok()
        .and_then(|shop| shop.locale.parse().ok())
        .unwrap_or_default()
}

/// What the texts of errors speak of.
const FACTS: [&str; 10] = [
    "value", "name", "number", "path", "detail", "min", "max", "planned", "version", LAST_DAY,
];

/// The fact that is a date, and read as one.
const LAST_DAY: &str = "last_on";

/// The text of a core error. An input that was refused has a more exact text
/// under its reason; every other code has `error-<code>`.
#[must_use]
pub fn message_of(error: &Error, locale: Locale) -> String {
    let catalog = Catalog::get(locale);
    // A fact that is not known here must not show as a hole in the sentence.
    let unknown = FACTS
        .into_iter()
        .fold(Args::new(), |args, name| args.with(name, "…"));
    let args = error.args().iter().fold(unknown, |args, (name, value)| {
        match value.parse().ok().filter(|_| *name == LAST_DAY) {
            Some(day) => args.with(name, date_long(day, locale)),
            None => args.with(name, value.as_str()),
        }
    });
    let exact = error
        .reason_code()
        .map(|reason| format!("reject-{}", reason.replace('_', "-")));
    match exact.filter(|key| catalog.has(key)) {
        Some(key) => catalog.text_with(&key, &args),
        None if has_plain_range(error) => catalog.text_with("error-out-of-range-between", &args),
        None => catalog.text_with(
            &format!("error-{}", error.code().as_str().replace('_', "-")),
            &args,
        ),
    }
}

/// Whether an error knows the numbers that are possible; amounts are in minor units,
/// which nobody writes.
fn has_plain_range(error: &Error) -> bool {
    let knows = |name| error.args().iter().any(|(known, _)| *known == name);
    let is_amount = error
        .field_name()
        .is_some_and(|field| field.ends_with("_minor"));
    error.code() == Code::OutOfRange && knows("min") && knows("max") && !is_amount
}

/// What `verify` found, in a language.
#[must_use]
pub fn problem_of(problem: &Problem, locale: Locale) -> String {
    let args = problem
        .facts
        .iter()
        .fold(Args::new(), |args, (name, value)| {
            args.with(name, value.as_str())
        });
    let key = format!("verify-problem-{}", problem.code.replace('_', "-"));
    Catalog::get(locale).text_with(&key, &args)
}

impl ApiError {
    /// A core error in a language.
    #[must_use]
    pub fn from_core(error: &Error, locale: Locale) -> Self {
        let details: Map<String, Value> = error
            .args()
            .iter()
            .map(|(name, value)| ((*name).to_owned(), Value::String(value.clone())))
            .collect();
        Self {
            code: error
                .reason_code()
                .unwrap_or(error.code().as_str())
                .to_owned(),
            message: message_of(error, locale),
            field: error.field_name().map(str::to_owned),
            details: Value::Object(details),
        }
    }

    /// A file that cannot be imported, in a language.
    #[must_use]
    pub fn from_file(error: &FileError, locale: Locale) -> Self {
        let args = error.args();
        let filled = args.iter().fold(Args::new(), |filled, (name, value)| {
            filled.with(name, value.as_str())
        });
        let details: Map<String, Value> = args
            .iter()
            .map(|(name, value)| ((*name).to_owned(), Value::String(value.clone())))
            .collect();
        Self {
            code: error.code().to_owned(),
            message: Catalog::get(locale).text_with(&error.message_key(), &filled),
            field: None,
            details: Value::Object(details),
        }
    }

    /// A document that could not be made, in a language.
    #[must_use]
    pub fn from_print(error: &PrintError, locale: Locale) -> Self {
        Self {
            code: error.code().replace('-', "_"),
            message: error.text(locale),
            field: None,
            details: Value::Null,
        }
    }

    /// A file or folder that could not be used.
    #[must_use]
    pub fn from_io(error: &std::io::Error, path: &std::path::Path, locale: Locale) -> Self {
        let code = match error.kind() {
            std::io::ErrorKind::StorageFull => "disk_full",
            std::io::ErrorKind::PermissionDenied | std::io::ErrorKind::ReadOnlyFilesystem => {
                "read_only"
            }
            std::io::ErrorKind::NotFound => "file_not_found",
            _ => "file_failed",
        };
        let path = path.display().to_string();
        let detail = error.to_string();
        let args = Args::new()
            .with("path", path.as_str())
            .with("detail", detail.as_str());
        Self {
            code: code.to_owned(),
            message: Catalog::get(locale)
                .text_with(&format!("error-{}", code.replace('_', "-")), &args),
            field: None,
            details: serde_json::json!({ "path": path, "detail": detail }),
        }
    }

    /// An error with a text of the catalogue and nothing else.
    pub(crate) fn plain(code: &str, locale: Locale) -> Self {
        Self {
            code: code.to_owned(),
            message: Catalog::get(locale).text(&format!("error-{}", code.replace('_', "-"))),
            field: None,
            details: Value::Null,
        }
    }

    /// A request that does not fit the table: a bug of the caller, in English.
    pub(crate) fn bad_request(error: &dyn std::fmt::Display) -> Self {
        Self {
            code: "bad_request".to_owned(),
            message: format!("The request does not fit the command: {error}"),
            field: None,
            details: Value::Null,
        }
    }

    /// A command that does not exist: a bug of the caller, in English.
    pub(crate) fn unknown_command(command: &str) -> Self {
        Self {
            code: "unknown_command".to_owned(),
            message: format!("There is no command {command:?}."),
            field: None,
            details: Value::Null,
        }
    }

    /// Something that cannot happen, in English, for the log.
    pub(crate) fn internal(error: &dyn std::fmt::Display) -> Self {
        Self {
            code: "internal".to_owned(),
            message: format!("Internal error: {error}. Nothing that was saved is lost."),
            field: None,
            details: Value::Null,
        }
    }
}
