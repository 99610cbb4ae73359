//! `schedule settings`.

use regulars_core::moment::ScheduleSettings;
use regulars_i18n::Args;
use serde_json::json;

use super::Done;
use crate::{
    args::{self, Cli, Switch},
    out::Output,
    session::Session,
};

/// Changes what is named, and shows all.
pub(super) fn settings(cli: &Cli, args: &args::ScheduleSettings) -> Done {
    let session = Session::open(cli)?;
    let store = &session.store;
    let before = store
        .schedule_settings()
        .map_err(|error| session.say(&error))?;
    let wanted = ScheduleSettings {
        enabled: args
            .greetings
            .map_or(before.enabled, |greetings| greetings == Switch::On),
        quiet_from_minute: args.quiet_from.unwrap_or(before.quiet_from_minute),
        quiet_to_minute: args.quiet_to.unwrap_or(before.quiet_to_minute),
        touches_per_month: args.per_month.unwrap_or(before.touches_per_month),
    };
    // Two writes; all values were checked as they were read, so neither is refused.
    let limit = match args.per_minute {
        Some(per_minute) => store.outbox_limit(session.write_part(1), per_minute),
        None => store.outbox_settings(),
    }
    .map_err(|error| session.say(&error))?;
    if wanted != before {
        store
            .set_schedule_settings(session.write(), &wanted)
            .map_err(|error| session.say(&error))?;
    }
    let (from, to) = (time(wanted.quiet_from_minute), time(wanted.quiet_to_minute));
    let text = session.text(
        "cli-schedule-settings",
        &Args::new()
            .with("state", if wanted.enabled { "on" } else { "off" })
            .with("from", from.as_str())
            .with("to", to.as_str())
            .with("month", wanted.touches_per_month)
            .with("minute", u32::from(limit.per_minute)),
    );
    Ok(Output::done(
        json!({
            "greetings": wanted.enabled,
            "quiet_from": from,
            "quiet_to": to,
            "per_month": wanted.touches_per_month,
            "per_minute": limit.per_minute,
        }),
        text,
    ))
}

/// A minute of the day on the clock.
fn time(minute: u16) -> String {
    format!("{:02}:{:02}", minute / 60, minute % 60)
}
