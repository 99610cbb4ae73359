//! `schedule`, `touch`, `moment`.

use chrono::{NaiveDate, NaiveTime, Timelike};
use clap::{Args, Subcommand, ValueEnum};

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
    /// Shows quiet hours and the caps of greetings, or changes what is named
    Settings(ScheduleSettings),
}

#[derive(Debug, Args)]
pub(crate) struct ScheduleSettings {
    /// Whether greetings are planned at all
    #[arg(long, value_name = "on|off", value_enum)]
    pub(crate) greetings: Option<Switch>,
    /// No message is sent from this time on, HH:MM
    #[arg(long, value_name = "HH:MM", value_parser = minute_of_day)]
    pub(crate) quiet_from: Option<u16>,
    /// Messages are sent again from this time on, HH:MM; the same as the other for none
    #[arg(long, value_name = "HH:MM", value_parser = minute_of_day)]
    pub(crate) quiet_to: Option<u16>,
    /// Greetings of one member in a month, 1 to 31
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..=31))]
    pub(crate) per_month: Option<u32>,
    /// Messages that go out in a minute, 1 to 600
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u16).range(1..=600))]
    pub(crate) per_minute: Option<u16>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Switch {
    On,
    Off,
}

/// A time of the day as a minute of it.
fn minute_of_day(text: &str) -> Result<u16, String> {
    NaiveTime::parse_from_str(text, "%H:%M")
        .ok()
        .and_then(|time| u16::try_from(time.num_seconds_from_midnight() / 60).ok())
        .ok_or_else(|| format!("{text:?} is no time of the day such as 20:00"))
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
