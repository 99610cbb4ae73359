//! What can be asked for on the command line.

mod members;
mod schedule;
mod sending;

use std::path::PathBuf;

use clap::{Args, Parser, Subcommand, ValueEnum};
pub(crate) use members::*;
use regulars_core::id::RequestId;
pub(crate) use schedule::*;
pub(crate) use sending::*;

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
    /// Adds, finds, shows, merges and archives members
    #[command(subcommand)]
    Member(Member),
    /// By which channels members may be greeted
    #[command(subcommand)]
    Consent(Consent),
    /// Members' appointments
    #[command(subcommand)]
    Appointment(Appointment),
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
