//! Messages and channels as the sender and the screens see them.

use serde::{Deserialize, Serialize};

use crate::{
    id::{MemberId, MessageId, TouchId},
    moment::{MemberRef, TouchChannel, TouchStatus, TouchView},
    stored::stored,
};

/// A channel by which the app itself sends.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum DeliveryChannel {
    /// E-mail.
    Email,
    /// SMS, or one messenger.
    Sms,
}

impl DeliveryChannel {
    /// Both.
    pub const ALL: [Self; 2] = [Self::Email, Self::Sms];

    /// The touches it sends.
    #[must_use]
    pub fn touch_channel(self) -> TouchChannel {
        match self {
            Self::Email => TouchChannel::Email,
            Self::Sms => TouchChannel::Sms,
        }
    }
}

/// What a channel writes to.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Contact {
    /// The member's e-mail address.
    Email,
    /// The member's phone.
    Phone,
    /// The member's address in the messenger.
    Messenger,
}

/// How a channel is set up.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelSetup {
    /// Whether the app sends by it.
    pub enabled: bool,
    /// JSON that only the edge reads. Never a secret.
    pub config: String,
    /// What it writes to: `phone` or `messenger` for texts.
    pub contact: Contact,
}

/// A channel as it stands.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct ChannelState {
    /// Which.
    pub channel: DeliveryChannel,
    /// How it is set up.
    pub setup: ChannelSetup,
    /// Why nothing is sent by it until the owner looks.
    pub held: Option<Held>,
}

/// Why a channel is held.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Held {
    /// The channel.
    pub channel: DeliveryChannel,
    /// What is wrong with its set-up.
    pub code: String,
    /// What the other side said, on one line.
    pub detail: String,
    /// Since when, UTC milliseconds.
    pub since_ms: i64,
}

/// The outbox's own settings.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutboxSettings {
    /// Since when nothing is sent, UTC milliseconds; absent if it is not paused.
    pub paused_since_ms: Option<i64>,
    /// Messages sent in a minute at most, 1 to 600.
    pub per_minute: u16,
}

/// Where a message stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum MessageStatus {
    /// To be sent, now or later.
    Waiting,
    /// On its way at this moment.
    Sending,
    /// Taken by the other side.
    Sent,
    /// Refused for good.
    Failed,
    /// May have gone out: the owner decides.
    Unsure,
    /// Withdrawn before it went out.
    Cancelled,
}

/// A message.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MessageView {
    /// Its id.
    pub id: MessageId,
    /// The touch it delivers; absent for a test.
    pub touch_id: Option<TouchId>,
    /// Where that touch stands.
    pub touch_status: Option<TouchStatus>,
    /// Whom it is for; absent for a test.
    pub member: Option<MemberRef>,
    /// The moment's name; absent for a test.
    pub moment_name: Option<String>,
    /// By which channel.
    pub channel: DeliveryChannel,
    /// What that channel writes to.
    pub contact: Contact,
    /// The member's address on the channel as it is known now; empty if there is none,
    /// and for a test.
    pub address: String,
    /// Where it was sent to; empty before the first attempt.
    pub recipient: String,
    /// Subject as sent; empty before the first attempt, and for texts.
    pub subject: String,
    /// Text as sent; empty before the first attempt.
    pub body: String,
    /// Where it stands.
    pub status: MessageStatus,
    /// How often it was tried.
    pub attempts: u32,
    /// When it is tried next, UTC milliseconds; absent unless it waits.
    pub next_at_ms: Option<i64>,
    /// Why it stands so, a stable code; empty if all is well.
    pub code: String,
    /// What the other side said, on one line.
    pub detail: String,
    /// What the other side calls it.
    pub remote_id: Option<String>,
    /// When it was tried last, UTC milliseconds.
    pub tried_at_ms: Option<i64>,
    /// When it last changed, UTC milliseconds.
    pub updated_at_ms: i64,
}

/// Why a message that waits does not go at once.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum WaitReason {
    /// Nothing keeps it back: it goes with the next round.
    Next,
    /// The last attempt failed for the moment, and it is tried again.
    BackOff,
    /// It is too late or too early in the day.
    Quiet,
    /// As many were sent as one minute allows.
    Limit,
    /// Its guest gets another message today.
    OneADay,
    /// Its channel waits for the owner.
    Held,
    /// The owner has paused the outbox.
    Paused,
    /// Greetings are switched off altogether.
    Off,
}

/// What a message waits for.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct Wait {
    /// Why.
    pub reason: WaitReason,
    /// When it may go at the earliest, UTC milliseconds; absent where that is for the
    /// owner to say.
    pub until_ms: Option<i64>,
}

/// A message that may be sent now.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Due {
    /// The message.
    pub id: MessageId,
    /// Its channel.
    pub channel: DeliveryChannel,
    /// Whom it is for.
    pub member: MemberId,
    /// The member's address on the channel, as it is known now.
    pub recipient: String,
    /// Attempts made before.
    pub attempts: u32,
    /// What it is about; with its gift only if that can be had.
    pub touch: TouchView,
}

/// What there is to do for a sender.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Next {
    /// Send this.
    Message(Box<Due>),
    /// Nothing to send, until an instant if one is known.
    Nothing {
        /// When the next one is due, UTC milliseconds.
        until_ms: Option<i64>,
    },
    /// The owner has paused the outbox.
    Paused,
    /// It is too late or too early in the day.
    Quiet {
        /// When messages are sent again, UTC milliseconds.
        until_ms: i64,
    },
    /// As many were sent as one minute allows.
    Limit {
        /// When the next one may go, UTC milliseconds.
        until_ms: i64,
    },
}

/// A message as it goes out.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Content {
    /// Where it goes.
    pub recipient: String,
    /// The recipient's name; may be empty.
    pub name: String,
    /// Empty for texts.
    pub subject: String,
    /// The text.
    pub body: String,
}

/// What became of a message that was claimed.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(tag = "kind", rename_all = "snake_case")]
pub enum SendResult {
    /// The other side took it.
    Sent {
        /// What it calls the message.
        remote_id: Option<String>,
    },
    /// Not now: it is tried again, later each time, at last not any more.
    Transient(Trouble),
    /// The other side takes no more from this account for now: that is no attempt, and
    /// nothing goes out by the channel for a while.
    Limit(Trouble),
    /// The other side cannot be reached, as without internet: that is no attempt, and
    /// it is tried again soon for as long as it is of use. The channel rests a minute.
    Unreachable(Trouble),
    /// The other side does not answer: as [`SendResult::Transient`], and the channel
    /// rests a minute, for all else would wait for an answer as long.
    Silent(Trouble),
    /// Not this message, not to this recipient.
    Permanent(Trouble),
    /// Nothing goes out by this channel as it is set up; the message waits.
    Setup(Trouble),
    /// It may have been taken.
    Unsure(Trouble),
}

/// Why a message was not, or not surely, sent.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Trouble {
    /// A stable code.
    pub code: String,
    /// One line of what the other side said.
    pub detail: String,
    /// When the other side wants to be asked again, in milliseconds from now.
    pub retry_after_ms: Option<i64>,
}

/// What the owner decides about a message that failed or may have gone out.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
#[serde(rename_all = "snake_case")]
pub enum Resolution {
    /// It arrived after all. Of one that failed: the member was reached in another way,
    /// and nothing was sent.
    SentAfterAll,
    /// Send it, again if need be.
    SendAgain,
    /// Leave the greeting out.
    LeaveOut,
}

/// Which messages to list; what is absent does not matter.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS), ts(optional_fields))]
#[serde(default)]
pub struct MessageQuery {
    /// In this status.
    pub status: Option<MessageStatus>,
    /// Only those the owner has to decide about.
    pub undecided: bool,
    /// By this channel.
    pub channel: Option<DeliveryChannel>,
    /// To this member.
    pub member_id: Option<MemberId>,
    /// Skip so many.
    pub offset: u32,
    /// At most so many; 0 means 100, never more than 1,000.
    pub limit: u32,
}

/// A page of messages, the last changed first; those that wait by when they are tried.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct MessagePage {
    /// How many fit the query.
    pub total: u32,
    /// The page.
    pub messages: Vec<MessageView>,
}

/// The outbox in numbers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[cfg_attr(feature = "ts", derive(ts_rs::TS))]
pub struct OutboxCounts {
    /// To be sent.
    pub waiting: u32,
    /// On their way.
    pub sending: u32,
    /// Perhaps sent, and not decided about.
    pub unsure: u32,
    /// Failed, and not decided about.
    pub failed: u32,
    /// Sent on this business date.
    pub sent_today: u32,
    /// When the next one is tried, UTC milliseconds.
    pub next_at_ms: Option<i64>,
    /// Pause and limit.
    pub settings: OutboxSettings,
    /// Channels that wait for the owner.
    pub held: Vec<Held>,
}

stored! {
    DeliveryChannel { Email = "email", Sms = "sms" }
    Contact { Phone = "phone", Email = "email", Messenger = "messenger" }
    MessageStatus {
        Failed = "failed", Waiting = "waiting", Sending = "sending", Sent = "sent", Unsure = "unsure",
        Cancelled = "cancelled",
    }
}
