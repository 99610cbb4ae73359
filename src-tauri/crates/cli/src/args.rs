//! What can be asked for on the command line.

use std::path::PathBuf;

use chrono::NaiveDate;
use clap::{Args, Parser, Subcommand, ValueEnum};
use regulars_core::id::RequestId;

/// Keeps a café's or salon's regulars, without a window.
#[derive(Debug, Parser)]
#[command(name = "regulars-cli", version, propagate_version = true)]
pub(crate) struct Cli {
    /// Folder of the shop's data [default: the one the app uses]
    #[arg(long, global = true, value_name = "DIR", env = "REGULARS_DATA_DIR")]
    pub(crate) data_dir: Option<PathBuf>,

    /// One JSON document on stdout, errors as JSON on stderr
    #[arg(long, global = true)]
    pub(crate) json: bool,

    /// Sets the clock: RFC 3339, or milliseconds since 1970
    #[arg(long, global = true, value_name = "TIMESTAMP", value_parser = parse_now)]
    pub(crate) now: Option<i64>,

    /// Retry key (a UUID): the same again gives the first result and changes nothing
    #[arg(long, global = true, value_name = "UUID")]
    pub(crate) request_id: Option<RequestId>,

    #[command(subcommand)]
    pub(crate) command: Command,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Command {
    /// Creates a shop in an empty data folder
    Init(Init),
    /// Makes a reproducible shop with a year of history
    Demo(Demo),
    /// Adds, finds and shows members
    #[command(subcommand)]
    Member(Member),
    /// Imports a CSV file
    #[command(subcommand)]
    Import(Import),
    /// Records a visit
    Visit(Visit),
    /// Hands over a reward
    Redeem(Redeem),
    /// Takes a visit back
    Void {
        /// Id or external id of the visit
        visit: String,
    },
    /// Refunds a visit, in part or whole
    Refund {
        /// Id or external id of the visit
        visit: String,
        /// What is given back
        #[arg(long, value_name = "A", allow_hyphen_values = true)]
        amount: String,
    },
    /// Prints loyalty cards
    #[command(subcommand)]
    Cards(Cards),
    /// Reviews a month
    #[command(subcommand)]
    Report(Report),
    /// Runs what is due for the day: expiry of stamps and rewards, then the schedule
    Day,
    /// Plans and lists whom to greet
    #[command(subcommand)]
    Schedule(Schedule),
    /// Says what came of a greeting
    #[command(subcommand)]
    Touch(Touch),
    /// The rules of greeting
    #[command(subcommand)]
    Moment(Moment),
    /// What the app itself sends
    #[command(subcommand)]
    Outbox(Outbox),
    /// How the app sends
    #[command(subcommand)]
    Delivery(Delivery),
    /// Recomputes every cache; exit 1 and a list if anything differs
    Verify,
}

#[derive(Debug, Args)]
pub(crate) struct Init {
    /// The shop's name
    #[arg(long)]
    pub(crate) name: String,
    /// ISO 4217 code, e.g. EUR
    #[arg(long)]
    pub(crate) currency: String,
    /// Language of the shop
    #[arg(long, value_enum)]
    pub(crate) locale: Locale,
    /// IANA name, e.g. Europe/Budapest
    #[arg(long, value_name = "TZ")]
    pub(crate) time_zone: String,
    /// Which kind of shop; decides the stamp card it starts with
    #[arg(long, value_enum, default_value_t = Kind::Cafe)]
    pub(crate) preset: Kind,
    /// ISO 3166 region of phones without a country code [default: from the time zone]
    #[arg(long, value_name = "REGION")]
    pub(crate) phone_region: Option<String>,
}

#[derive(Debug, Args)]
pub(crate) struct Demo {
    /// How many members
    #[arg(long, value_name = "N", default_value_t = 400, value_parser = clap::value_parser!(u32).range(1..=1_000_000))]
    pub(crate) members: u32,
    /// About how many visits [default: 22 for each member]
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=10_000_000))]
    pub(crate) visits: Option<u32>,
    /// The same seed and the same --now make the same shop
    #[arg(long, value_name = "S", default_value_t = 2026)]
    pub(crate) seed: u64,
    /// Language, names, money and place
    #[arg(long, value_enum, default_value_t = Locale::En)]
    pub(crate) locale: Locale,
    /// Which kind of shop
    #[arg(long, value_enum, default_value_t = Kind::Cafe)]
    pub(crate) preset: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Locale {
    En,
    Ru,
    Hu,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Kind {
    Cafe,
    Salon,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Member {
    /// Enrols a member; a name or a phone is enough
    Add(Box<MemberAdd>),
    /// Finds members as the counter does
    Find {
        /// Part of a name, the end of a phone number, a card number
        query: String,
        /// At most so many
        #[arg(long, value_name = "N", default_value_t = 10, value_parser = clap::value_parser!(u32).range(1..=50))]
        limit: u32,
    },
    /// Shows a member
    Show {
        /// Card number, phone, e-mail, external id or id
        member: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct MemberAdd {
    /// Full name
    #[arg(long)]
    pub(crate) name: Option<String>,
    /// Phone in any spelling
    #[arg(long)]
    pub(crate) phone: Option<String>,
    /// E-mail address
    #[arg(long)]
    pub(crate) email: Option<String>,
    /// YYYY-MM-DD or MM-DD
    #[arg(long)]
    pub(crate) birthday: Option<String>,
    /// Free text
    #[arg(long)]
    pub(crate) notes: Option<String>,
    /// Key in another system
    #[arg(long)]
    pub(crate) external_id: Option<String>,
    /// YYYY-MM-DD [default: today]
    #[arg(long)]
    pub(crate) joined_on: Option<NaiveDate>,
    /// The member's own language
    #[arg(long, value_enum)]
    pub(crate) locale: Option<Locale>,
    /// Number of an already printed card
    #[arg(long)]
    pub(crate) card_number: Option<String>,
    /// The member may be written to by e-mail
    #[arg(long)]
    pub(crate) consent_email: bool,
    /// The member may be sent SMS
    #[arg(long)]
    pub(crate) consent_sms: bool,
    /// Postal address
    #[arg(long)]
    pub(crate) address: Option<String>,
    /// Address in the shop's messenger, such as a Telegram chat id
    #[arg(long)]
    pub(crate) messenger: Option<String>,
    /// Enrol even if a member of the same name exists
    #[arg(long)]
    pub(crate) allow_same_name: bool,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Import {
    /// Members
    Members(ImportFile),
    /// Visits, as history
    Visits {
        #[command(flatten)]
        file: ImportFile,
        /// Create members that don't exist
        #[arg(long)]
        create_members: bool,
        /// Let visits earn stamps under the rules of their day
        #[arg(long)]
        earn: bool,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ImportFile {
    /// The CSV file
    pub(crate) file: PathBuf,
    /// Only try; change nothing
    #[arg(long)]
    pub(crate) dry_run: bool,
    /// Which column holds a field, by header or number from 1: --map "Kunde=member"
    #[arg(long = "map", value_name = "COLUMN=FIELD")]
    pub(crate) mappings: Vec<String>,
    /// Write rejected rows with their reasons to this CSV file
    #[arg(long, value_name = "FILE")]
    pub(crate) rejects: Option<PathBuf>,
}

#[derive(Debug, Args)]
pub(crate) struct Visit {
    /// Card number, phone, e-mail, external id or id
    pub(crate) member: String,
    /// What was paid
    #[arg(long, value_name = "A", allow_hyphen_values = true)]
    pub(crate) amount: Option<String>,
    /// Stamps asked for [default: what the rules give]
    #[arg(long, value_name = "N", allow_hyphen_values = true)]
    pub(crate) stamps: Option<String>,
    /// The part of the amount that was paid with a reward
    #[arg(long, value_name = "A", allow_hyphen_values = true)]
    pub(crate) reward_part: Option<String>,
    /// A remark
    #[arg(long, default_value = "")]
    pub(crate) note: String,
}

#[derive(Debug, Args)]
pub(crate) struct Redeem {
    /// Card number, phone, e-mail, external id or id
    pub(crate) member: String,
    /// Id, code or name of the reward [default: the soonest to expire]
    #[arg(long, value_name = "R")]
    pub(crate) reward: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Cards {
    /// Writes cards to a PDF
    Print(CardsPrint),
}

#[derive(Debug, Args)]
pub(crate) struct CardsPrint {
    /// Cards of this member; may be given more than once
    #[arg(long, value_name = "M")]
    pub(crate) member: Vec<String>,
    /// Cards that were never printed (the default)
    #[arg(long, conflicts_with_all = ["member", "all"])]
    pub(crate) new: bool,
    /// All active cards
    #[arg(long, conflicts_with = "member")]
    pub(crate) all: bool,
    /// Ten cards on a4 or letter, or one a page
    #[arg(long, value_enum)]
    pub(crate) sheet: Sheet,
    /// Which sides
    #[arg(long, value_enum, default_value_t = Sides::Both)]
    pub(crate) sides: Sides,
    /// Ink of the fronts [default: full on cr80, less-ink on paper]
    #[arg(long, value_enum)]
    pub(crate) front: Option<Front>,
    /// Where the PDF goes
    #[arg(long, value_name = "FILE.pdf")]
    pub(crate) out: PathBuf,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sheet {
    A4,
    Letter,
    Cr80,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Sides {
    Front,
    Back,
    Both,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Front {
    Full,
    LessInk,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Report {
    /// The month's best customers by spend, then visits, then name
    TopCustomers {
        /// YYYY-MM
        #[arg(long, value_name = "YYYY-MM")]
        month: String,
        /// At most so many
        #[arg(long, value_name = "N", default_value_t = 20, value_parser = clap::value_parser!(u32).range(1..=10_000))]
        limit: u32,
        /// Also write them to a .pdf or .csv file
        #[arg(long, value_name = "FILE")]
        out: Option<PathBuf>,
    },
}

#[derive(Debug, Subcommand)]
pub(crate) enum Schedule {
    /// Plans what is due by a date, catching up on the days before
    Run {
        /// YYYY-MM-DD [default: today]
        #[arg(long, value_name = "DATE")]
        as_of: Option<NaiveDate>,
        /// Only try; change nothing
        #[arg(long)]
        dry_run: bool,
    },
    /// Lists touches, soonest due first
    List(ScheduleList),
}

#[derive(Debug, Args)]
pub(crate) struct ScheduleList {
    /// Due on this date or later
    #[arg(long, value_name = "DATE")]
    pub(crate) from: Option<NaiveDate>,
    /// Due on this date or earlier
    #[arg(long, value_name = "DATE")]
    pub(crate) to: Option<NaiveDate>,
    /// In this status
    #[arg(long, value_enum)]
    pub(crate) status: Option<Status>,
    /// Card number, phone, e-mail, external id or id
    #[arg(long, value_name = "M")]
    pub(crate) member: Option<String>,
    /// Skip so many
    #[arg(long, value_name = "N", default_value_t = 0)]
    pub(crate) offset: u32,
    /// At most so many
    #[arg(long, value_name = "N", default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=1_000))]
    pub(crate) limit: u32,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Status {
    Planned,
    Done,
    Skipped,
    Failed,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Touch {
    /// It is done
    Done {
        /// Id of the touch
        touch: String,
        /// What came of it
        #[arg(long, value_enum)]
        outcome: Option<Outcome>,
    },
    /// It is left out; its gift, if unused, is taken back
    Skip {
        /// Id of the touch
        touch: String,
    },
    /// It is hidden until a later day
    Snooze {
        /// Id of the touch
        touch: String,
        /// YYYY-MM-DD
        #[arg(long, value_name = "DATE", conflicts_with = "days")]
        until: Option<NaiveDate>,
        /// For so many days
        #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..=365))]
        days: u32,
    },
    /// It is open again: the undo of the others
    Reopen {
        /// Id of the touch
        touch: String,
    },
}

/// What came of a touch; spelled as in JSON.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
#[value(rename_all = "snake_case")]
pub(crate) enum Outcome {
    Reached,
    Came,
    NoAnswer,
    NotWanted,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Moment {
    /// Lists the moments in their order
    List,
    /// Switches a moment on
    Enable {
        /// Code or id
        moment: String,
    },
    /// Switches a moment off
    Disable {
        /// Code or id
        moment: String,
    },
    /// Shows a moment with its rules
    Show {
        /// Code or id
        moment: String,
    },
    /// Whom it would have reached in the last 30 days, and will in the next 30
    Outlook {
        /// Code or id
        moment: String,
    },
}

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

/// RFC 3339 ("2026-11-21T10:00:00+01:00") or milliseconds since 1970.
fn parse_now(text: &str) -> Result<i64, String> {
    if let Ok(ms) = text.parse::<i64>() {
        return Ok(ms);
    }
    chrono::DateTime::parse_from_rfc3339(text)
        .map(|at| at.timestamp_millis())
        .map_err(|_| {
            format!("{text:?} is neither RFC 3339 (2026-11-21T10:00:00Z) nor milliseconds")
        })
}
