//! The channels' set-up: read, checked, saved.

use regulars_core::{
    Result, Store, WriteRequest,
    outbox::{ChannelSetup, ChannelState, Contact, DeliveryChannel},
};
use regulars_deliver::{EmailAccount, Fault, FieldError, Gateway, Recipient, presets};
use regulars_i18n::{Args, Catalog, Locale};
use serde::de::DeserializeOwned;

use super::{Secrets, said::said};
use crate::{
    ApiError,
    error::ApiResult,
    errors::locale_of,
    messages::{DeliverySetup, DeliveryState, EmailDelivery, HeldLine, SmsDelivery},
};

/// How sending is set up.
///
/// # Errors
/// `no_shop`; errors of the disk.
pub fn state(store: &Store, secrets: &Secrets) -> ApiResult<DeliveryState> {
    let locale = locale_of(store);
    let say = |error| ApiError::from_core(&error, locale);
    let email = store
        .delivery_channel(DeliveryChannel::Email)
        .map_err(say)?;
    let sms = store.delivery_channel(DeliveryChannel::Sms).map_err(say)?;
    // Behind a passphrase or a keyring that refuses nobody can tell.
    let has = |channel| {
        secrets
            .get(store, channel)
            .is_ok_and(|secret| secret.is_some())
    };
    let held = |state: &ChannelState| {
        state.held.clone().map(|held| HeldLine {
            said: said(&held.code, locale),
            held,
        })
    };
    Ok(DeliveryState {
        email: EmailDelivery {
            enabled: email.setup.enabled,
            account: parsed(&email),
            has_secret: has(DeliveryChannel::Email),
            held: held(&email),
        },
        sms: SmsDelivery {
            enabled: sms.setup.enabled,
            gateway: parsed(&sms),
            has_secret: has(DeliveryChannel::Sms),
            held: held(&sms),
        },
        secrets: secrets.place(),
        forgotten: None,
        presets: presets::all(),
    })
}

/// The mailbox the shop writes from; absent before it was set up.
///
/// # Errors
/// Errors of the disk.
pub fn email_account(store: &Store) -> Result<Option<EmailAccount>> {
    Ok(parsed(&store.delivery_channel(DeliveryChannel::Email)?))
}

/// The gateway texts go through; absent before it was set up.
///
/// # Errors
/// Errors of the disk.
pub fn gateway(store: &Store) -> Result<Option<Gateway>> {
    Ok(parsed(&store.delivery_channel(DeliveryChannel::Sms)?))
}

/// Checks a set-up and saves it. A password or key is never shown to another provider
/// or under another name than it was given for: it is forgotten first. Returns whether
/// one was.
///
/// # Errors
/// `field_…` about the first field that is wrong, with all of them in the details;
/// `delivery_not_set_up` if a channel is to be switched on that has no set-up;
/// `secrets_locked` and the like if a password cannot be forgotten.
pub fn save(
    store: &Store,
    secrets: &Secrets,
    request: WriteRequest,
    setup: &DeliverySetup,
) -> ApiResult<bool> {
    let locale = locale_of(store);
    let say = |error| ApiError::from_core(&error, locale);
    let (which, enabled, config, contact) = match setup {
        DeliverySetup::Email { enabled, account } => {
            if let Some(account) = account {
                refuse(&account.check(), locale)?;
            }
            let config = account.as_ref().map(to_json).transpose()?;
            (DeliveryChannel::Email, *enabled, config, None)
        }
        DeliverySetup::Sms { enabled, gateway } => {
            if let Some(gateway) = gateway {
                refuse(&gateway.check(), locale)?;
            }
            let config = gateway.as_ref().map(to_json).transpose()?;
            let contact = gateway.as_ref().map(|gateway| match gateway.recipient {
                Recipient::Phone => Contact::Phone,
                Recipient::Messenger => Contact::Messenger,
            });
            (DeliveryChannel::Sms, *enabled, config, contact)
        }
    };
    let state = store.delivery_channel(which).map_err(say)?;
    let elsewhere = is_elsewhere(&state, setup);
    let before = state.setup;
    if enabled && config.is_none() && is_blank(&before.config) {
        return Err(ApiError::plain("delivery_not_set_up", locale));
    }
    let setup = ChannelSetup {
        enabled,
        config: config.unwrap_or(before.config),
        contact: contact.unwrap_or(before.contact),
    };
    let forgotten = match elsewhere {
        true => secrets.get(store, which)?,
        false => None,
    };
    if forgotten.is_some() {
        secrets.forget(store, which)?;
    }
    store
        .set_delivery_channel(request, which, &setup)
        .map_err(|error| {
            if let Some(secret) = &forgotten {
                // All is as it was, and so is this.
                let _ = secrets.set(store, which, secret.expose());
            }
            say(error)
        })?;
    Ok(forgotten.is_some())
}

/// Whether a set-up speaks to another server, or under another name, than the one that
/// is known.
fn is_elsewhere(before: &ChannelState, setup: &DeliverySetup) -> bool {
    match setup {
        DeliverySetup::Email { account, .. } => {
            let before: Option<EmailAccount> = parsed(before);
            account.as_ref().zip(before).is_some_and(|(new, old)| {
                !new.host.trim().eq_ignore_ascii_case(old.host.trim())
                    || new.username != old.username
            })
        }
        DeliverySetup::Sms { gateway, .. } => {
            let before: Option<Gateway> = parsed(before);
            gateway.as_ref().zip(before).is_some_and(|(new, old)| {
                !server(&new.url).eq_ignore_ascii_case(server(&old.url))
                    || new.account != old.account
            })
        }
    }
}

/// The part of an address that names the server: "https://api.example".
fn server(url: &str) -> &str {
    let after_scheme = url.find("://").map_or(0, |at| at + 3);
    let end = url
        .get(after_scheme..)
        .and_then(|rest| rest.find(['/', '?', '#']));
    end.and_then(|end| url.get(..after_scheme + end))
        .unwrap_or(url)
}

/// What an older or newer version saved and this one cannot read counts as not set up.
fn parsed<T: DeserializeOwned>(state: &ChannelState) -> Option<T> {
    if is_blank(&state.setup.config) {
        return None;
    }
    serde_json::from_str(&state.setup.config).ok()
}

fn is_blank(config: &str) -> bool {
    config == "{}"
}

fn to_json(value: &impl serde::Serialize) -> ApiResult<String> {
    serde_json::to_string(value).map_err(|error| ApiError::internal(&error))
}

/// The first field that is wrong, and what is wrong with each.
fn refuse(errors: &[FieldError], locale: Locale) -> ApiResult<()> {
    let Some(first) = errors.first() else {
        return Ok(());
    };
    let fields: serde_json::Map<String, serde_json::Value> = errors
        .iter()
        .map(|error| (error.field.clone(), fault(error, locale).message.into()))
        .collect();
    Err(ApiError {
        field: Some(first.field.clone()),
        details: serde_json::json!({ "fields": fields }),
        ..fault(first, locale)
    })
}

fn fault(error: &FieldError, locale: Locale) -> ApiError {
    match &error.fault {
        Fault::Empty => ApiError::plain("field_empty", locale),
        Fault::Malformed => ApiError {
            message: Catalog::get(locale).text(as_it_must_be(&error.field)),
            ..ApiError::plain("field_malformed", locale)
        },
        Fault::Unprotected => ApiError::plain("field_unprotected", locale),
        Fault::UnknownPlaceholder { name } => {
            let args = Args::new().with("name", name.as_str());
            ApiError {
                message: Catalog::get(locale).text_with("error-field-placeholder", &args),
                ..ApiError::plain("field_placeholder", locale)
            }
        }
        Fault::Json { line, column } => {
            let args = Args::new().with("line", *line).with("column", *column);
            ApiError {
                message: Catalog::get(locale).text_with("error-field-json", &args),
                ..ApiError::plain("field_json", locale)
            }
        }
    }
}

/// How a field is written, where that can be said.
fn as_it_must_be(field: &str) -> &'static str {
    match field {
        "url" => "error-field-malformed-url",
        "host" => "error-field-malformed-host",
        "from_address" | "reply_to" => "error-field-malformed-address",
        "success.status_from" => "error-field-malformed-status",
        "success.answer.pointer" => "error-field-malformed-pointer",
        header if header.starts_with("headers.") => "error-field-malformed-header",
        _ => "error-field-malformed",
    }
}
