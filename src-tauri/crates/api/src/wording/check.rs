//! Checking the owner's templates before they are saved.

use regulars_core::moment::{MomentRules, Template as Texts, TouchChannel};
use regulars_i18n::{Args, Catalog, FIELDS, Locale, Template, TemplateError};

use super::message::is_blank;
use crate::ApiError;

/// Checks the texts of a moment before it is saved.
///
/// # Errors
/// `template_field` for a field that does not exist, `template_syntax` for braces
/// that make no sense; each about `templates.<language>.<subject or body>`.
pub fn check_templates(rules: &MomentRules, locale: Locale) -> Result<(), ApiError> {
    for (tag, texts) in &rules.templates {
        let Ok(language) = tag.parse() else {
            // The core refuses it by its own code.
            continue;
        };
        for (part, text) in [("subject", &texts.subject), ("body", &texts.body)] {
            Template::parse(text, language).map(drop).map_err(|error| {
                from_template(&error, &format!("templates.{tag}.{part}"), locale)
            })?;
        }
    }
    Ok(())
}

/// Checks that a moment that says something says it in the shop's language: guests
/// whose own language has no text get that one. A subject alone is not sent.
///
/// # Errors
/// `template_shop_empty`, `template_shop_no_body`; about
/// `templates.<the shop's language>.body`.
pub fn check_shop_text(rules: &MomentRules, locale: Locale) -> Result<(), ApiError> {
    let said = |texts: &Texts| !is_blank(texts);
    let in_shops = rules.templates.get(locale.tag());
    let error = match in_shops.filter(|texts| said(texts)) {
        Some(texts) if texts.body.trim().is_empty() && is_sent(rules) => {
            ApiError::plain("template_shop_no_body", locale)
        }
        None if rules.templates.values().any(said) => {
            ApiError::plain("template_shop_empty", locale)
        }
        _ => return Ok(()),
    };
    Err(ApiError {
        field: Some(format!("templates.{}.body", locale.tag())),
        ..error
    })
}

/// Whether a moment goes by a channel that the app can send by.
fn is_sent(rules: &MomentRules) -> bool {
    let sent = |channel: &TouchChannel| matches!(channel, TouchChannel::Email | TouchChannel::Sms);
    rules.channels.iter().any(sent)
}

fn from_template(error: &TemplateError, field: &str, locale: Locale) -> ApiError {
    let fields = FIELDS.join(", ");
    let catalog = Catalog::get(locale);
    let (error, details) = match error {
        TemplateError::UnknownField { name } => (
            ApiError {
                code: "template_field".to_owned(),
                message: catalog.text_with(
                    "error-template-field",
                    &Args::new()
                        .with("value", name.as_str())
                        .with("fields", fields),
                ),
                field: None,
                details: serde_json::Value::Null,
            },
            serde_json::json!({ "value": name, "fields": FIELDS }),
        ),
        TemplateError::Syntax { line } => (
            ApiError {
                code: "template_syntax".to_owned(),
                message: catalog.text_with(
                    "error-template-syntax",
                    &Args::new().with("line", *line).with("fields", fields),
                ),
                field: None,
                details: serde_json::Value::Null,
            },
            serde_json::json!({ "line": line, "fields": FIELDS }),
        ),
    };
    ApiError {
        field: Some(field.to_owned()),
        details,
        ..error
    }
}
