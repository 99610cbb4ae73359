//! What goes to stdout and stderr.

use std::{io::Write, process::ExitCode};

use clap::error::ErrorKind;
use regulars_api::ApiError;
use serde_json::{Value, json};

/// Done.
pub(crate) const DONE: u8 = 0;
/// Refused; nothing was changed.
pub(crate) const REFUSED: u8 = 1;
/// The command line makes no sense.
pub(crate) const USAGE: u8 = 2;
/// Done in part: rows were rejected, or sending broke off.
pub(crate) const DONE_IN_PART: u8 = 3;

/// What a command gives: a document for programs, a text for people.
#[derive(Debug)]
pub(crate) struct Output {
    pub(crate) document: Value,
    pub(crate) text: String,
    pub(crate) exit: u8,
}

impl Output {
    pub(crate) fn done(document: Value, text: impl Into<String>) -> Self {
        Self {
            document,
            text: text.into(),
            exit: DONE,
        }
    }
}

/// Why a command was refused.
#[derive(Debug)]
pub(crate) struct Failure {
    pub(crate) error: ApiError,
    pub(crate) exit: u8,
}

impl From<ApiError> for Failure {
    fn from(error: ApiError) -> Self {
        Self {
            error,
            exit: REFUSED,
        }
    }
}

impl Failure {
    /// A command line that parses but makes no sense.
    pub(crate) fn usage(message: String) -> Self {
        let error = ApiError {
            code: "usage".to_owned(),
            message,
            field: None,
            details: Value::Null,
        };
        Self { error, exit: USAGE }
    }
}

/// Writes a line; a reader that has gone away (`| head`) is no error.
pub(crate) fn print_line(text: &str) {
    let _ = writeln!(std::io::stdout().lock(), "{text}");
}

pub(crate) fn print_error(error: &ApiError, json: bool) {
    let mut stderr = std::io::stderr().lock();
    let _ = if json {
        let mut document = json!({ "code": error.code, "message": error.message });
        if let Some(map) = document.as_object_mut() {
            if let Some(field) = &error.field {
                map.insert("field".to_owned(), json!(field));
            }
            if error
                .details
                .as_object()
                .is_some_and(|details| !details.is_empty())
            {
                map.insert("details".to_owned(), error.details.clone());
            }
        }
        writeln!(stderr, "{}", json!({ "error": document }))
    } else {
        let field = error.field.iter().map(|field| format!(", {field}"));
        let field: String = field.collect();
        writeln!(stderr, "{} [{}{field}]", error.message, error.code)
    };
}

/// What clap has to say: help and version on stdout, mistakes on stderr.
pub(crate) fn usage(error: &clap::Error, json: bool) -> ExitCode {
    if !error.use_stderr() {
        let _ = error.print();
        return ExitCode::from(DONE);
    }
    if json {
        let failure = Failure::usage(one_line(error));
        print_error(&failure.error, true);
    } else {
        let _ = error.print();
    }
    ExitCode::from(USAGE)
}

/// What is wrong, without the usage that a person gets below it.
fn one_line(error: &clap::Error) -> String {
    if error.kind() == ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand {
        return "The command is not complete; --help lists what can follow.".to_owned();
    }
    let text = error.render().to_string();
    let lines = text
        .lines()
        .map(str::trim)
        .take_while(|line| !line.starts_with("Usage:") && !line.starts_with("For more information"))
        .filter(|line| !line.is_empty());
    let said = lines.collect::<Vec<_>>().join(" ");
    said.strip_prefix("error: ").unwrap_or(&said).to_owned()
}
