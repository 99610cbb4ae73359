//! `outbox`, `delivery`.

use std::path::PathBuf;

use clap::{Args, Subcommand, ValueEnum};

#[derive(Debug, Subcommand)]
pub(crate) enum Outbox {
    /// Lists messages
    List(OutboxList),
    /// Sends what is due
    Send {
        /// At most so many
        #[arg(long, value_name = "N", default_value_t = 1_000)]
        limit: u32,
    },
    /// Sends nothing until resumed
    Pause,
    /// Sends again
    Resume,
    /// Decides about a message that failed or may have gone out
    Resolve {
        /// Id of the message
        message: String,
        /// What became, or is to become of it
        #[arg(long = "as", value_enum, value_name = "DECISION")]
        decision: Decision,
    },
    /// Sends again by a channel that is held
    TryAgain {
        /// Which
        #[arg(value_enum)]
        channel: Channel,
    },
}

#[derive(Debug, Args)]
pub(crate) struct OutboxList {
    /// In this status
    #[arg(long, value_enum)]
    pub(crate) status: Option<MessageStatus>,
    /// Only those to decide about
    #[arg(long)]
    pub(crate) undecided: bool,
    /// Skip so many
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) offset: u32,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub(crate) limit: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum MessageStatus {
    Waiting,
    Sending,
    Sent,
    Failed,
    Unsure,
    Cancelled,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Decision {
    /// It arrived
    Sent,
    /// Send it again
    Again,
    /// Leave the greeting out
    LeaveOut,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Channel {
    Email,
    Sms,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Delivery {
    /// Shows how the channels are set up
    Show,
    /// Sets a channel up; it sends once it is enabled
    #[command(subcommand)]
    Set(DeliverySet),
    /// Stores a channel's password or key, read from stdin
    ///
    /// It goes to the operating system's keyring; where there is none, or with
    /// REGULARS_SECRETS=file, to a file behind the passphrase in REGULARS_PASSPHRASE.
    Secret {
        /// Whose
        #[arg(value_enum)]
        channel: Channel,
        /// Forget it instead
        #[arg(long)]
        forget: bool,
    },
    /// Sends by a channel from now on
    Enable {
        /// Which
        #[arg(value_enum)]
        channel: Channel,
    },
    /// Sends by a channel no more
    Disable {
        /// Which
        #[arg(value_enum)]
        channel: Channel,
    },
    /// Connects to the mail server and signs in; sends nothing
    Verify,
    /// Sends a test message
    Test {
        /// By which channel
        #[arg(value_enum)]
        channel: Channel,
        /// To which address or number
        to: String,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum DeliverySet {
    /// The mailbox the shop writes from
    Email(EmailSet),
    /// The gateway texts go through
    Sms(SmsSet),
}

#[derive(Debug, Args)]
pub(crate) struct EmailSet {
    /// The SMTP server
    #[arg(long)]
    pub(crate) host: String,
    /// [default: 465 for tls, else 587]
    #[arg(long)]
    pub(crate) port: Option<u16>,
    /// How the connection is protected
    #[arg(long, value_enum, default_value_t = Security::Starttls)]
    pub(crate) security: Security,
    /// Name at the server; without one it asks for none
    #[arg(long, default_value = "")]
    pub(crate) username: String,
    /// The sender's address
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) from: String,
    /// The sender's name [default: the shop's]
    #[arg(long, value_name = "NAME")]
    pub(crate) from_name: Option<String>,
    /// Where answers go, if elsewhere
    #[arg(long, value_name = "ADDRESS")]
    pub(crate) reply_to: Option<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Security {
    Starttls,
    Tls,
    /// Only to a server on this PC
    None,
}

#[derive(Debug, Args)]
pub(crate) struct SmsSet {
    /// A ready set-up: seeme, sms_ru, twilio or telegram
    #[arg(long, required_unless_present = "file", conflicts_with = "file")]
    pub(crate) preset: Option<String>,
    /// A set-up as JSON, as `delivery show` prints one
    #[arg(long)]
    pub(crate) file: Option<PathBuf>,
    /// The shop's name or number with the provider
    #[arg(long)]
    pub(crate) account: Option<String>,
    /// The name or number guests see
    #[arg(long)]
    pub(crate) sender: Option<String>,
}
