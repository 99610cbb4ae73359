//! What messages wait for, in words.

use regulars_core::{
    Result, Store,
    outbox::{MessageView, Wait, WaitReason},
    time::{Calendar, instant},
};
use regulars_i18n::{Args, Catalog, Locale, date_short};

use crate::{errors::locale_of, messages::WaitLine};

/// What each of some messages waits for, in the shop's language.
///
/// # Errors
/// Errors of the disk.
pub fn waits_of(
    store: &Store,
    messages: &[MessageView],
    now_ms: i64,
) -> Result<Vec<Option<WaitLine>>> {
    let waits = store.outbox_waits(now_ms)?;
    let words = Words::of(store, now_ms)?;
    messages
        .iter()
        .map(|message| waits.of(message)?.map(|wait| words.line(wait)).transpose())
        .collect()
}

/// What the message that goes first waits for.
pub(super) fn first_wait(store: &Store, now_ms: i64) -> Result<Option<WaitLine>> {
    match store.outbox_first_wait(now_ms)? {
        Some(wait) => Words::of(store, now_ms)?.line(wait).map(Some),
        None => Ok(None),
    }
}

struct Words {
    locale: Locale,
    calendar: Calendar,
    now_ms: i64,
}

impl Words {
    fn of(store: &Store, now_ms: i64) -> Result<Self> {
        Ok(Self {
            locale: locale_of(store),
            calendar: store.settings()?.calendar,
            now_ms,
        })
    }

    fn line(&self, wait: Wait) -> Result<WaitLine> {
        let time = wait
            .until_ms
            .map(|until_ms| self.time(until_ms))
            .transpose()?;
        let args = Args::new().with("time", time.unwrap_or_default());
        let said = Catalog::get(self.locale).text_with(key(wait.reason), &args);
        Ok(WaitLine { wait, said })
    }

    /// "10:42", with the day unless it is today: "22 Nov, 10:42".
    fn time(&self, at_ms: i64) -> Result<String> {
        let at = instant(at_ms)?.with_timezone(&self.calendar.zone);
        let now = instant(self.now_ms)?.with_timezone(&self.calendar.zone);
        let time = at.format("%H:%M");
        Ok(if at.date_naive() == now.date_naive() {
            time.to_string()
        } else {
            format!("{}, {time}", date_short(at.date_naive(), self.locale))
        })
    }
}

fn key(reason: WaitReason) -> &'static str {
    match reason {
        WaitReason::Next => "waits-next",
        WaitReason::BackOff => "waits-back-off",
        WaitReason::Quiet => "waits-quiet",
        WaitReason::Limit => "waits-limit",
        WaitReason::OneADay => "waits-one-a-day",
        WaitReason::Held => "waits-held",
        WaitReason::Paused => "waits-paused",
        WaitReason::Off => "waits-off",
    }
}
