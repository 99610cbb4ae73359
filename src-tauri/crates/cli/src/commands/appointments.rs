//! `appointment add | list | set | remove`.

use chrono::NaiveDate;
use regulars_core::{
    Code, Error,
    id::AppointmentId,
    member::{Appointment, AppointmentStatus},
};
use regulars_i18n::Args;
use serde_json::{Value, json};

use super::Done;
use crate::{
    args::{self, Cli},
    out::{Failure, Output},
    session::Session,
};

pub(super) fn add(cli: &Cli, member: &str, on: NaiveDate, status: args::AppointmentStatus) -> Done {
    let session = Session::open(cli)?;
    let member = session.member(member)?;
    let added = session
        .store
        .add_appointment(session.write(), member, on, self::status(status))
        .map_err(|error| session.say(&error))?;
    Ok(shown(&session, &added))
}

pub(super) fn set(cli: &Cli, appointment: &str, status: args::AppointmentStatus) -> Done {
    let session = Session::open(cli)?;
    let appointment = id(&session, appointment)?;
    let changed = session
        .store
        .set_appointment(session.write(), appointment, self::status(status))
        .map_err(|error| session.say(&error))?;
    Ok(shown(&session, &changed))
}

pub(super) fn remove(cli: &Cli, appointment: &str) -> Done {
    let session = Session::open(cli)?;
    let appointment = id(&session, appointment)?;
    let change = session
        .store
        .remove_appointment(session.write(), appointment)
        .map_err(|error| session.say(&error))?;
    Ok(Output::done(
        json!({ "removed": appointment, "change": change }),
        session.text("cli-appointment-removed", &Args::new()),
    ))
}

pub(super) fn list(cli: &Cli, member: &str) -> Done {
    let session = Session::open(cli)?;
    let member = session.member(member)?;
    let appointments = session
        .store
        .appointments(member)
        .map_err(|error| session.say(&error))?;
    let text = if appointments.is_empty() {
        session.text("cli-appointments-none", &Args::new())
    } else {
        let lines: Vec<String> = appointments
            .iter()
            .map(|appointment| line(&session, appointment))
            .collect();
        lines.join("\n")
    };
    let documents: Vec<Value> = appointments.iter().map(document).collect();
    Ok(Output::done(json!({ "appointments": documents }), text))
}

fn shown(session: &Session, appointment: &Appointment) -> Output {
    Output::done(
        json!({ "appointment": document(appointment) }),
        line(session, appointment),
    )
}

fn document(appointment: &Appointment) -> Value {
    json!({
        "id": appointment.id,
        "member": appointment.member_id,
        "on": appointment.on,
        "status": appointment.status,
        "noted_on": appointment.noted_on,
    })
}

fn line(session: &Session, appointment: &Appointment) -> String {
    let status = match appointment.status {
        AppointmentStatus::Booked => "booked",
        AppointmentStatus::Kept => "kept",
        AppointmentStatus::Missed => "missed",
        AppointmentStatus::Cancelled => "cancelled",
    };
    let args = Args::new()
        .with(
            "date",
            regulars_i18n::date_numeric(appointment.on, session.locale()),
        )
        .with("status", status);
    format!(
        "{}  {}",
        appointment.id,
        session.text("cli-appointment", &args)
    )
}

fn id(session: &Session, text: &str) -> Result<AppointmentId, Failure> {
    text.trim()
        .parse()
        .map_err(|_| session.say(&Error::new(Code::AppointmentNotFound).arg("value", text)))
}

fn status(status: args::AppointmentStatus) -> AppointmentStatus {
    match status {
        args::AppointmentStatus::Booked => AppointmentStatus::Booked,
        args::AppointmentStatus::Kept => AppointmentStatus::Kept,
        args::AppointmentStatus::Missed => AppointmentStatus::Missed,
        args::AppointmentStatus::Cancelled => AppointmentStatus::Cancelled,
    }
}
