//! `delivery show | set | secret | enable | disable | verify | test`.

use std::{io::Read, path::Path};

use regulars_api::{
    ApiError,
    delivery::{self, Secrets, Sender},
    messages::{DeliverySetup, DeliveryState, DeliveryTried, HeldLine, SecretsPlace},
};
use regulars_core::outbox::DeliveryChannel;
use regulars_deliver::{EmailAccount, Gateway, Security, presets};
use regulars_i18n::Args;
use serde_json::{Value, json};

use super::{Done, outbox::which};
use crate::{
    args::{self, Cli},
    out::{Failure, Output, REFUSED},
    session::Session,
};

/// The passphrase of the file of passwords.
const PASSPHRASE: &str = "REGULARS_PASSPHRASE";
/// `file`: the keyring is not to be used.
const PLACE: &str = "REGULARS_SECRETS";
/// A password or key is shorter.
const MAX_SECRET_BYTES: u64 = 64 * 1024;

/// The passwords and keys, unlocked if the passphrase was given; `create` makes their
/// file where there is no other place.
pub(super) fn secrets(session: &Session, create: bool) -> Result<Secrets, Failure> {
    let keyring = std::env::var_os(PLACE).is_none_or(|place| place != "file");
    let secrets = Secrets::new(&session.data_dir, keyring);
    if let Ok(passphrase) = std::env::var(PASSPHRASE) {
        let place = secrets.place();
        if place == SecretsPlace::Locked || (create && place == SecretsPlace::Absent) {
            secrets.unlock(&passphrase, create, session.locale())?;
        }
    }
    Ok(secrets)
}

pub(super) fn show(cli: &Cli) -> Done {
    let session = Session::open(cli)?;
    shown(&session, &as_they_are(&session))
}

/// The passwords and keys where none is needed: opened if that works.
pub(super) fn as_they_are(session: &Session) -> Secrets {
    secrets(session, false).unwrap_or_else(|_| Secrets::new(&session.data_dir, false))
}

/// How the channels stand, after whatever was done to them.
pub(super) fn shown(session: &Session, secrets: &Secrets) -> Done {
    let state = delivery::state(&session.store, secrets)?;
    let lines = [
        line(
            session,
            "email",
            state.email.enabled,
            state.email.held.as_ref(),
        ),
        line(session, "sms", state.sms.enabled, state.sms.held.as_ref()),
    ];
    Ok(Output::done(document(&state), lines.join("\n")))
}

fn document(state: &DeliveryState) -> Value {
    let held = |held: &Option<HeldLine>| {
        held.as_ref().map(|line| {
            json!({
                "code": line.held.code,
                "said": line.said,
                "detail": line.held.detail,
                "since": Session::instant(line.held.since_ms),
            })
        })
    };
    let presets: Vec<&str> = state
        .presets
        .iter()
        .map(|preset| preset.preset.as_str())
        .collect();
    json!({
        "email": {
            "enabled": state.email.enabled,
            "account": state.email.account,
            "has_secret": state.email.has_secret,
            "held": held(&state.email.held),
        },
        "sms": {
            "enabled": state.sms.enabled,
            "gateway": state.sms.gateway,
            "has_secret": state.sms.has_secret,
            "held": held(&state.sms.held),
        },
        "secrets": state.secrets,
        "presets": presets,
    })
}

fn line(session: &Session, channel: &str, enabled: bool, held: Option<&HeldLine>) -> String {
    let args = Args::new()
        .with("channel", channel)
        .with("state", if enabled { "on" } else { "off" });
    let said = held.map_or("", |held| held.said.as_str());
    format!("{} {said}", session.text("cli-delivery", &args))
        .trim_end()
        .to_owned()
}

pub(super) fn set_email(cli: &Cli, args: &args::EmailSet) -> Done {
    let session = Session::open(cli)?;
    let shop = session.store.shop().map_err(|error| session.say(&error))?;
    let (security, usual_port) = match args.security {
        args::Security::Starttls => (Security::Starttls, 587),
        args::Security::Tls => (Security::Tls, 465),
        args::Security::None => (Security::None, 587),
    };
    let account = EmailAccount {
        host: args.host.clone(),
        port: args.port.unwrap_or(usual_port),
        security,
        username: args.username.clone(),
        from_name: args.from_name.clone().unwrap_or(shop.name),
        from_address: args.from.clone(),
        reply_to: args.reply_to.clone(),
    };
    let enabled = is_enabled(&session, DeliveryChannel::Email)?;
    let setup = DeliverySetup::Email {
        enabled,
        account: Some(account),
    };
    save(&session, &setup)
}

pub(super) fn set_sms(cli: &Cli, args: &args::SmsSet) -> Done {
    let session = Session::open(cli)?;
    let mut gateway = match (&args.file, &args.preset) {
        (Some(file), _) => from_file(&session, file)?,
        (None, name) => presets::all()
            .into_iter()
            .find(|preset| Some(&preset.preset) == name.as_ref())
            .ok_or_else(|| Failure::usage("There is no such preset.".to_owned()))?,
    };
    if let Some(account) = &args.account {
        gateway.account.clone_from(account);
    }
    if let Some(sender) = &args.sender {
        gateway.sender.clone_from(sender);
    }
    let enabled = is_enabled(&session, DeliveryChannel::Sms)?;
    let setup = DeliverySetup::Sms {
        enabled,
        gateway: Some(Box::new(gateway)),
    };
    save(&session, &setup)
}

fn from_file(session: &Session, file: &Path) -> Result<Gateway, Failure> {
    let text =
        std::fs::read(file).map_err(|error| ApiError::from_io(&error, file, session.locale()))?;
    serde_json::from_slice(&text)
        .map_err(|error| Failure::usage(format!("{}: {error}", file.display())))
}

fn is_enabled(session: &Session, channel: DeliveryChannel) -> Result<bool, Failure> {
    session
        .store
        .delivery_channel(channel)
        .map(|state| state.setup.enabled)
        .map_err(|error| session.say(&error))
}

fn save(session: &Session, setup: &DeliverySetup) -> Done {
    let secrets = as_they_are(session);
    let forgotten = delivery::save(&session.store, &secrets, session.write(), setup)?;
    let mut output = shown(session, &secrets)?;
    if forgotten {
        if let Some(map) = output.document.as_object_mut() {
            map.insert("secret_forgotten".to_owned(), json!(true));
        }
        output.text.push('\n');
        output
            .text
            .push_str(&session.text("cli-secret-forgotten", &Args::new()));
    }
    Ok(output)
}

pub(super) fn enable(cli: &Cli, channel: args::Channel, enabled: bool) -> Done {
    let session = Session::open(cli)?;
    let setup = match channel {
        args::Channel::Email => DeliverySetup::Email {
            enabled,
            account: None,
        },
        args::Channel::Sms => DeliverySetup::Sms {
            enabled,
            gateway: None,
        },
    };
    save(&session, &setup)
}

pub(super) fn secret(cli: &Cli, channel: args::Channel, forget: bool) -> Done {
    let session = Session::open(cli)?;
    let secrets = secrets(&session, !forget)?;
    if forget {
        secrets.forget(&session.store, which(channel))?;
    } else {
        let mut text = String::new();
        std::io::stdin()
            .take(MAX_SECRET_BYTES)
            .read_to_string(&mut text)
            .map_err(|error| Failure::usage(error.to_string()))?;
        let secret = text.trim_end_matches(['\r', '\n']);
        secrets.set(&session.store, which(channel), secret)?;
        session
            .store
            .outbox_try_again(session.write(), which(channel))
            .map_err(|error| session.say(&error))?;
    }
    shown(&session, &secrets)
}

pub(super) fn verify(cli: &Cli) -> Done {
    let session = Session::open(cli)?;
    let secrets = secrets(&session, false)?;
    let tried = sender(&session, &secrets).verify()?;
    Ok(output(&tried))
}

pub(super) fn test(cli: &Cli, channel: args::Channel, to: &str) -> Done {
    let session = Session::open(cli)?;
    let secrets = secrets(&session, false)?;
    let tried = sender(&session, &secrets).test(session.write(), which(channel), to)?;
    Ok(output(&tried))
}

fn sender<'a>(session: &'a Session, secrets: &'a Secrets) -> Sender<'a> {
    Sender {
        store: &session.store,
        data_dir: &session.data_dir,
        secrets,
    }
}

fn output(tried: &DeliveryTried) -> Output {
    Output {
        document: json!({
            "ok": tried.ok, "code": tried.code, "said": tried.said, "detail": tried.detail,
        }),
        text: format!("{} {}", tried.said, tried.detail)
            .trim_end()
            .to_owned(),
        exit: if tried.ok { crate::out::DONE } else { REFUSED },
    }
}
