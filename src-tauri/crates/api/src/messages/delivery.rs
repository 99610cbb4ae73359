//! Sending: the channels' set-up, the outbox, handing a message to another program.

use regulars_core::{
    id::{MessageId, RequestId, TouchId},
    outbox::{DeliveryChannel, Held, MessageView, OutboxCounts, Resolution, Wait},
};
use regulars_deliver::{EmailAccount, Gateway};
use serde::{Deserialize, Serialize};
use ts_rs::TS;

use crate::ApiError;

/// How sending is set up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeliveryState {
    /// E-mail.
    pub email: EmailDelivery,
    /// Texts: SMS, or one messenger.
    pub sms: SmsDelivery,
    /// Where passwords and keys are kept.
    pub secrets: SecretsPlace,
    /// The channel whose password or key this change has forgotten, because it was
    /// another provider's or under another name: the new one has to be entered.
    pub forgotten: Option<DeliveryChannel>,
    /// Ready set-ups of gateways; account, sender and secret are the owner's to add.
    pub presets: Vec<Gateway>,
}

/// How e-mail is set up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct EmailDelivery {
    /// Whether the app sends by it.
    pub enabled: bool,
    /// The mailbox; absent before it was set up.
    pub account: Option<EmailAccount>,
    /// Whether its password is stored. Passwords never travel back.
    pub has_secret: bool,
    /// Why nothing is sent by it until the owner looks.
    pub held: Option<HeldLine>,
}

/// How texts are set up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SmsDelivery {
    /// Whether the app sends by it.
    pub enabled: bool,
    /// The gateway; absent before it was set up.
    pub gateway: Option<Gateway>,
    /// Whether its key is stored.
    pub has_secret: bool,
    /// Why nothing is sent by it until the owner looks.
    pub held: Option<HeldLine>,
}

/// Why a channel is held, in words.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HeldLine {
    /// The facts.
    pub held: Held,
    /// What is wrong, in the shop's language.
    pub said: String,
}

/// Where passwords and keys are kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SecretsPlace {
    /// In the operating system's keyring.
    Keyring,
    /// In a file behind a passphrase, which was given.
    File,
    /// In a file whose passphrase has to be given first.
    Locked,
    /// Nowhere yet: there is no keyring here, and the file has to be made.
    Absent,
}

/// Sets a channel up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeliverySet {
    /// Retry key.
    pub request_id: RequestId,
    /// Which and how.
    pub setup: DeliverySetup,
}

/// A channel's set-up; without an account or gateway the one that is known stays.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
#[serde(tag = "channel", rename_all = "snake_case")]
pub enum DeliverySetup {
    /// E-mail.
    Email {
        /// Whether the app sends by it.
        enabled: bool,
        /// The mailbox.
        account: Option<EmailAccount>,
    },
    /// Texts.
    Sms {
        /// Whether the app sends by it.
        enabled: bool,
        /// The gateway.
        gateway: Option<Box<Gateway>>,
    },
}

/// Stores a channel's password or key.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SecretSet {
    /// Retry key.
    pub request_id: RequestId,
    /// Whose.
    pub channel: DeliveryChannel,
    /// The password or key.
    pub secret: String,
}

/// Names a channel.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChannelRef {
    /// Which.
    pub channel: DeliveryChannel,
}

/// Names a channel in a change.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct ChannelChange {
    /// Retry key.
    pub request_id: RequestId,
    /// Which.
    pub channel: DeliveryChannel,
}

/// Opens the file of secrets, or makes it where there is none.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct SecretsUnlock {
    /// Retry key.
    pub request_id: RequestId,
    /// What opens it.
    pub passphrase: String,
    /// Whether to make the file where there is neither keyring nor file.
    pub create: bool,
}

/// Sends a test message to the owner.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeliveryTest {
    /// Retry key.
    pub request_id: RequestId,
    /// By which channel.
    pub channel: DeliveryChannel,
    /// The owner's address, phone, or address in the messenger.
    pub to: String,
}

/// What came of trying a set-up.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct DeliveryTried {
    /// Whether it worked.
    pub ok: bool,
    /// What is wrong, a stable code; empty if it worked.
    pub code: String,
    /// What is wrong, or that all is well, in the shop's language.
    pub said: String,
    /// What the other side said, on one line.
    pub detail: String,
}

/// What a message waits for, in words.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitLine {
    /// Why, and when it may go at the earliest.
    pub wait: Wait,
    /// The same as a sentence, in the shop's language.
    pub said: String,
}

/// A message with what its code means.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MessageLine {
    /// The message.
    pub message: MessageView,
    /// Where it went, or will go, as people write it; may be empty.
    pub to: String,
    /// Where it goes if it is sent again, as people write it; may be empty.
    pub again_to: String,
    /// Why it stands so, in the shop's language; empty if all is well.
    pub said: String,
    /// Whether it may have gone out; so may a test that counts as failed.
    pub in_doubt: bool,
    /// What it waits for; absent unless it waits.
    pub waits: Option<WaitLine>,
}

/// A page of the outbox.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MessageLines {
    /// How many fit the query.
    pub total: u32,
    /// The page.
    pub lines: Vec<MessageLine>,
}

/// Stops sending, or goes on.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxPause {
    /// Retry key.
    pub request_id: RequestId,
    /// Whether to stop.
    pub paused: bool,
}

/// Sets how many messages go out in a minute at most.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct OutboxLimit {
    /// Retry key.
    pub request_id: RequestId,
    /// 1 to 600.
    pub per_minute: u16,
}

/// Decides about a message that failed or may have gone out.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MessageResolve {
    /// Retry key.
    pub request_id: RequestId,
    /// Which.
    pub message_id: MessageId,
    /// How.
    pub resolution: Resolution,
}

/// A message after a change, and the outbox in numbers.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct MessageChanged {
    /// The message.
    pub line: MessageLine,
    /// The outbox.
    pub counts: OutboxCounts,
}

/// What a round of sending did.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SendSummary {
    /// Queued before.
    pub queued: u32,
    /// Found interrupted: the owner decides about them.
    pub interrupted: u32,
    /// Sent.
    pub sent: u32,
    /// To be tried again later.
    pub put_off: u32,
    /// Refused for good.
    pub failed: u32,
    /// Perhaps sent: the owner decides about them.
    pub unsure: u32,
    /// Why the round ended.
    pub ended: RoundEnd,
    /// When the next message may go, UTC milliseconds, if that is known.
    pub until_ms: Option<i64>,
    /// What the message that goes first waits for; absent where none is left.
    pub waits: Option<WaitLine>,
    /// What broke the round off; what is counted here was done all the same.
    pub trouble: Option<ApiError>,
}

/// Why a round of sending ended.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum RoundEnd {
    /// Nothing is left to send now.
    #[default]
    Done,
    /// Another sender is at work.
    Busy,
    /// The owner has paused the outbox.
    Paused,
    /// It is too late or too early in the day.
    Quiet,
    /// As many were sent as one minute allows.
    Limit,
    /// As many were sent as were asked for, it was stopped, or it broke off.
    Stopped,
}

/// Names a touch.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct TouchRef {
    /// Which.
    pub touch_id: TouchId,
}

/// How a touch's message can be handed to another program of this PC.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct Handoffs {
    /// Those that the member's data allow.
    pub links: Vec<Handoff>,
}

/// One way to hand a message over.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Handoff {
    /// By which program.
    pub kind: HandoffKind,
    /// The link, its text filled in.
    pub url: String,
}

/// Programs a message can be handed to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum HandoffKind {
    /// The mail program.
    Mail,
    /// WhatsApp.
    Whatsapp,
    /// The phone.
    Call,
    /// The phone's texts.
    Text,
}

/// Hands a touch's message to another program.
#[derive(Debug, Clone, Serialize, Deserialize, TS)]
pub struct HandoffOpen {
    /// The touch.
    pub touch_id: TouchId,
    /// By which program.
    pub kind: HandoffKind,
}
