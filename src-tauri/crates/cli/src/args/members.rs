//! `member`, `consent`, `appointment`.

use chrono::NaiveDate;
use clap::{Args, Subcommand, ValueEnum};

use super::Locale;

#[derive(Debug, Subcommand)]
pub(crate) enum Member {
    /// Enrols a member; a name or a phone is enough
    Add(Box<MemberAdd>),
    /// Changes what is known of a member; an empty text clears it
    Edit(Box<MemberEdit>),
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
    /// Merges one member into another; both histories are kept
    Merge {
        /// Who stays: card number, phone, e-mail, external id or id
        keep: String,
        /// Who becomes part of them, named in the same way
        other: String,
    },
    /// Puts a member away: nobody greets them, their card does not work
    Archive {
        /// Card number, phone, e-mail, external id or id
        member: String,
    },
    /// Takes an archived member back
    Restore {
        /// Card number, phone, e-mail, external id or id
        member: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct MemberAdd {
    #[command(flatten)]
    pub(crate) fields: MemberFields,
    /// The member may be written to by e-mail
    #[arg(long)]
    pub(crate) consent_email: bool,
    /// The member may be sent SMS
    #[arg(long)]
    pub(crate) consent_sms: bool,
    /// Enrol even if a member of the same name exists
    #[arg(long)]
    pub(crate) allow_same_name: bool,
}

#[derive(Debug, Args)]
pub(crate) struct MemberEdit {
    /// Card number, phone, e-mail, external id or id
    #[arg(requires = "MemberFields")]
    pub(crate) member: String,
    #[command(flatten)]
    pub(crate) fields: MemberFields,
}

#[derive(Debug, Args)]
pub(crate) struct MemberFields {
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
    /// YYYY-MM-DD [of a new member: today]
    #[arg(long)]
    pub(crate) joined_on: Option<NaiveDate>,
    /// The member's own language
    #[arg(long, value_enum)]
    pub(crate) locale: Option<Locale>,
    /// Number of an already printed card
    #[arg(long)]
    pub(crate) card_number: Option<String>,
    /// Postal address
    #[arg(long)]
    pub(crate) address: Option<String>,
    /// Address in the shop's messenger, such as a Telegram chat id
    #[arg(long)]
    pub(crate) messenger: Option<String>,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Consent {
    /// Lists a member's consents
    List {
        /// Card number, phone, e-mail, external id or id
        member: String,
    },
    /// The member may be greeted by a channel
    Give(ConsentSet),
    /// The member may not; what was planned by it is left out
    Withdraw(ConsentSet),
    /// Undoes a withdrawal: what it left out is planned again
    Undo {
        /// Id of the change, as `consent withdraw` answers it
        change: String,
    },
}

#[derive(Debug, Args)]
pub(crate) struct ConsentSet {
    /// Card number, phone, e-mail, external id or id
    pub(crate) member: String,
    /// By which channel
    #[arg(long, value_enum)]
    pub(crate) channel: Reach,
    /// How it was said, at most 60 characters, such as "on paper"
    #[arg(long, value_name = "TEXT")]
    pub(crate) how: Option<String>,
}

/// A channel a member may be reached by.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum Reach {
    Email,
    Sms,
    Call,
    Post,
}

#[derive(Debug, Subcommand)]
pub(crate) enum Appointment {
    /// Notes an appointment
    Add {
        /// Card number, phone, e-mail, external id or id
        member: String,
        /// YYYY-MM-DD
        #[arg(long, value_name = "DATE")]
        on: NaiveDate,
        /// Where it stands
        #[arg(long, value_enum, default_value_t = AppointmentStatus::Booked)]
        status: AppointmentStatus,
    },
    /// Lists a member's appointments, latest first
    List {
        /// Card number, phone, e-mail, external id or id
        member: String,
    },
    /// Notes where an appointment stands now
    Set {
        /// Id of the appointment
        appointment: String,
        /// Where it stands
        #[arg(long, value_enum)]
        status: AppointmentStatus,
    },
    /// Takes an appointment away that was noted by mistake
    Remove {
        /// Id of the appointment
        appointment: String,
    },
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(crate) enum AppointmentStatus {
    Booked,
    Kept,
    Missed,
    Cancelled,
}
