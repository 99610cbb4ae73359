//! A round of sending: what is due goes out, one message after another.

use std::{
    fs::{File, TryLockError},
    ops::ControlFlow,
    path::Path,
};

use regulars_core::{
    Code, Error, Result, Store, WriteRequest,
    id::{MessageId, RequestId},
    outbox::{
        Content, DeliveryChannel, Due, MessageStatus, MessageView, Next, SendResult, Trouble,
    },
};
use regulars_deliver::{
    Email, EmailAccount, Failure, FailureKind, Gateway, GatewayMessage, Outcome, Recipient, Secret,
    Wire, send_email, send_gateway,
};
use regulars_i18n::{Args, Catalog, Locale};

use super::{Secrets, letter::Words, said::is_about_secrets, setup, waits::first_wait};
use crate::{
    ApiError,
    error::ApiResult,
    errors::locale_of,
    messages::{RoundEnd, SecretsPlace, SendSummary},
};

/// Held by whoever sends: what stands as being sent when it is free was interrupted.
const LOCK_FILE: &str = "outbox.lock";
/// How often noting a message waits for another program that uses the database, a
/// while each time.
const NOTE_TRIES: u32 = 6;

/// Sends for one shop.
#[derive(Debug)]
pub struct Sender<'a> {
    /// The shop.
    pub store: &'a Store,
    /// Where its database is.
    pub data_dir: &'a Path,
    /// Its passwords and keys.
    pub secrets: &'a Secrets,
}

impl Sender<'_> {
    /// Sends what is due, at most `limit` messages, until `go_on` breaks. Only one
    /// round runs at a time in a data folder; no transaction is open while something
    /// is on the network.
    ///
    /// # Errors
    /// `clock_lost`; errors of the disk before anything was done: those after it are in
    /// the summary. What goes wrong with a message is noted at the message.
    pub fn round(
        &self,
        clock: &dyn Fn() -> i64,
        limit: u32,
        go_on: &mut dyn FnMut(&SendSummary) -> ControlFlow<()>,
    ) -> ApiResult<SendSummary> {
        let locale = locale_of(self.store);
        let refused = |error| ApiError::from_core(&error, locale);
        if self.store.clock_lost(clock()).map_err(refused)? {
            return Err(refused(Code::ClockLost.into()));
        }
        let path = self.data_dir.join(LOCK_FILE);
        let io = |error| ApiError::from_io(&error, &path, locale);
        let lock = File::create(&path).map_err(io)?;
        match lock.try_lock() {
            Ok(()) => {}
            Err(TryLockError::WouldBlock) => {
                return Ok(SendSummary {
                    ended: RoundEnd::Busy,
                    ..SendSummary::default()
                });
            }
            Err(TryLockError::Error(error)) => return Err(io(error)),
        }
        let mut summary = SendSummary::default();
        // The lock ends with the file's handle, also if this process dies.
        match self.locked(clock, limit, go_on, &mut summary) {
            Ok(()) => Ok(summary),
            Err(error) if summary == SendSummary::default() => Err(refused(error)),
            Err(error) => Ok(SendSummary {
                ended: RoundEnd::Stopped,
                trouble: Some(broken_off(&error, locale)),
                ..summary
            }),
        }
    }

    fn locked(
        &self,
        clock: &dyn Fn() -> i64,
        limit: u32,
        go_on: &mut dyn FnMut(&SendSummary) -> ControlFlow<()>,
        summary: &mut SendSummary,
    ) -> Result<()> {
        summary.interrupted = self.store.outbox_recover(ask(clock))?;
        summary.queued = self.store.outbox_fill(ask(clock))?;
        self.release_what_was_locked(clock)?;
        let mut ended = RoundEnd::Stopped;
        let mut refused = None;
        for _ in 0..limit {
            let (why, until_ms) = match self.store.outbox_next(ask(clock))? {
                Next::Message(due) => {
                    if self.send(&due, clock, summary)? {
                        if go_on(summary).is_break() {
                            break;
                        }
                        continue;
                    }
                    // It was changed between looking and claiming: look again, once.
                    if refused.replace(due.id) != Some(due.id) {
                        continue;
                    }
                    (RoundEnd::Done, None)
                }
                Next::Nothing { until_ms } => (RoundEnd::Done, until_ms),
                Next::Paused => (RoundEnd::Paused, None),
                Next::Quiet { until_ms } => (RoundEnd::Quiet, Some(until_ms)),
                Next::Limit { until_ms } => (RoundEnd::Limit, Some(until_ms)),
            };
            (ended, summary.until_ms) = (why, until_ms);
            break;
        }
        summary.ended = ended;
        summary.waits = first_wait(self.store, clock())?;
        Ok(())
    }

    /// Sends again by a channel that was held for want of a password which this sender has
    /// the passphrase for. A keyring is not asked: it would ask the owner, each round anew.
    fn release_what_was_locked(&self, clock: &dyn Fn() -> i64) -> Result<()> {
        if self.secrets.place() != SecretsPlace::File {
            return Ok(());
        }
        for channel in DeliveryChannel::ALL {
            let held = self.store.delivery_channel(channel)?.held;
            if held.is_some_and(|held| is_about_secrets(&held.code))
                && !matches!(Way::of(self.store, self.secrets, channel)?, Way::Blocked(_))
            {
                self.store.outbox_try_again(ask(clock), channel)?;
            }
        }
        Ok(())
    }

    /// Claims, sends and notes one message; `false` if it could not be claimed.
    fn send(&self, due: &Due, clock: &dyn Fn() -> i64, summary: &mut SendSummary) -> Result<bool> {
        let way = Way::of(self.store, self.secrets, due.channel)?;
        let words = Words::of(self.store, due, clock())?;
        let content = words.content(due, way.account());
        if !self.store.outbox_claim(ask(clock), due.id, &content)? {
            return Ok(false);
        }
        let result = if words.are_empty() {
            SendResult::Permanent(trouble("empty_message"))
        } else {
            way.carry(due.id.0, &content, |account| {
                words.email(due, account, &content, clock())
            })
        };
        let noted = self.note(ask(clock), due.id, &result);
        if noted.is_err() {
            // It stands as being sent: the next round finds it interrupted.
            summary.unsure += 1;
        }
        match noted?.status {
            MessageStatus::Sent => summary.sent += 1,
            MessageStatus::Failed => summary.failed += 1,
            MessageStatus::Unsure => summary.unsure += 1,
            _ => summary.put_off += 1,
        }
        Ok(true)
    }

    /// Notes what became of a message, patiently: it cannot be asked for again.
    pub(super) fn note(
        &self,
        request: WriteRequest,
        message: MessageId,
        result: &SendResult,
    ) -> Result<MessageView> {
        let mut noted = self.store.outbox_note(request, message, result);
        for _ in 1..NOTE_TRIES {
            match noted {
                Err(error) if error.code() == Code::Busy => {
                    noted = self.store.outbox_note(request, message, result);
                }
                other => return other,
            }
        }
        noted
    }
}

/// What broke a round off after something was done already.
fn broken_off(error: &Error, locale: Locale) -> ApiError {
    let known = ApiError::from_core(error, locale);
    let detail = known
        .details
        .get("detail")
        .and_then(|detail| detail.as_str());
    let args = Args::new()
        .with("code", known.code.as_str())
        .with("detail", detail.unwrap_or(&known.code));
    ApiError {
        message: Catalog::get(locale).text_with("sending-round-broken", &args),
        ..known
    }
}

fn ask(clock: &dyn Fn() -> i64) -> WriteRequest {
    WriteRequest {
        request_id: RequestId::random(),
        now_ms: clock(),
    }
}

/// A channel ready to carry messages, or what it lacks.
pub(super) enum Way {
    Email(Box<EmailAccount>, Secret),
    Gateway(Box<Gateway>, Secret),
    Blocked(Trouble),
}

impl Way {
    pub(super) fn of(store: &Store, secrets: &Secrets, channel: DeliveryChannel) -> Result<Self> {
        let secret = match secrets.get(store, channel) {
            Ok(secret) => secret,
            Err(error) => {
                let detail = error
                    .details
                    .get("detail")
                    .and_then(|detail| detail.as_str());
                return Ok(Self::Blocked(Trouble {
                    detail: detail.unwrap_or_default().to_owned(),
                    ..trouble(&error.code)
                }));
            }
        };
        Ok(match channel {
            DeliveryChannel::Email => match (setup::email_account(store)?, secret) {
                (None, _) => Self::Blocked(trouble("settings")),
                (Some(account), Some(secret)) => Self::Email(Box::new(account), secret),
                (Some(account), None) if account.username.is_empty() => {
                    Self::Email(Box::new(account), Secret::new(""))
                }
                (Some(_), None) => Self::Blocked(trouble("secret_missing")),
            },
            DeliveryChannel::Sms => match setup::gateway(store)? {
                None => Self::Blocked(trouble("settings")),
                Some(gateway) if secret.is_none() && gateway.needs_secret() => {
                    Self::Blocked(trouble("secret_missing"))
                }
                Some(gateway) => {
                    Self::Gateway(Box::new(gateway), secret.unwrap_or_else(|| Secret::new("")))
                }
            },
        })
    }

    fn account(&self) -> Option<&EmailAccount> {
        match self {
            Self::Email(account, _) => Some(account),
            _ => None,
        }
    }

    /// Sends what was claimed; `letter` makes it an e-mail.
    pub(super) fn carry(
        &self,
        id: uuid::Uuid,
        content: &Content,
        letter: impl FnOnce(&EmailAccount) -> Email,
    ) -> SendResult {
        match self {
            Self::Email(account, secret) => {
                let outcome = send_email(account, secret, &letter(account), &Wire::default());
                result(outcome)
            }
            Self::Gateway(gateway, secret) => {
                let message = text_message(id, gateway, content);
                result(send_gateway(gateway, secret, &message, &Wire::default()))
            }
            Self::Blocked(trouble) => SendResult::Setup(trouble.clone()),
        }
    }
}

/// A text for a gateway, to whatever it knows people by.
fn text_message(id: uuid::Uuid, gateway: &Gateway, content: &Content) -> GatewayMessage {
    let (phone, messenger_id) = match gateway.recipient {
        Recipient::Phone => (content.recipient.clone(), String::new()),
        Recipient::Messenger => (String::new(), content.recipient.clone()),
    };
    GatewayMessage {
        id,
        phone,
        messenger_id,
        text: content.body.clone(),
    }
}

fn result(outcome: Outcome) -> SendResult {
    match outcome {
        Outcome::Sent { remote_id } => SendResult::Sent { remote_id },
        Outcome::Failed(failure) => {
            let kind = failure.kind;
            let trouble = trouble_of(failure);
            match kind {
                FailureKind::Transient => SendResult::Transient(trouble),
                FailureKind::Unreachable => SendResult::Unreachable(trouble),
                FailureKind::Silent => SendResult::Silent(trouble),
                FailureKind::Limit => SendResult::Limit(trouble),
                FailureKind::Permanent => SendResult::Permanent(trouble),
                FailureKind::Setup => SendResult::Setup(trouble),
                FailureKind::Unsure => SendResult::Unsure(trouble),
            }
        }
    }
}

fn trouble_of(failure: Failure) -> Trouble {
    Trouble {
        code: failure.code.to_owned(),
        detail: failure.detail,
        retry_after_ms: failure
            .retry_after
            .map(|wait| i64::try_from(wait.as_millis()).unwrap_or(i64::MAX)),
    }
}

fn trouble(code: &str) -> Trouble {
    Trouble {
        code: code.to_owned(),
        detail: String::new(),
        retry_after_ms: None,
    }
}

/// The core's error in the shop's language.
pub(super) fn say(store: &Store) -> impl Fn(Error) -> ApiError + '_ {
    move |error| ApiError::from_core(&error, locale_of(store))
}
