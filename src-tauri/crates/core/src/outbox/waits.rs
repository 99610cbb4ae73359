//! What a message waits for.

use std::collections::BTreeSet;

use super::{
    look,
    queue::{self, Day, MINUTE_MS},
    settings,
    types::{DeliveryChannel, Held, MessageStatus, MessageView, Wait, WaitReason},
};
use crate::{
    error::Result,
    id::MessageId,
    moment::{self, ScheduleSettings},
    shop,
    storage::Store,
    time::Calendar,
};

/// Minutes looked ahead for the end of the quiet hours: a day, longer by any change
/// of the clock.
const QUIET_AHEAD: i64 = 48 * 60;

/// What keeps messages back at an instant.
#[derive(Debug)]
pub struct Waits {
    now_ms: i64,
    paused: bool,
    held: Vec<Held>,
    full_until_ms: Option<i64>,
    /// Messages that are kept for tomorrow, and when that begins.
    seconds: BTreeSet<MessageId>,
    tomorrow_ms: i64,
    schedule: ScheduleSettings,
    calendar: Calendar,
}

impl Store {
    /// What keeps messages back at an instant.
    ///
    /// # Errors
    /// `no_shop`.
    pub fn outbox_waits(&self, now_ms: i64) -> Result<Waits> {
        self.read(|db| {
            let own = settings::settings(db)?;
            let calendar = shop::settings(db)?.calendar;
            let day = Day::of(&calendar, now_ms)?;
            Ok(Waits {
                now_ms,
                paused: own.paused_since_ms.is_some(),
                held: settings::held(db)?,
                full_until_ms: queue::full_until(db, own.per_minute, now_ms)?,
                seconds: queue::seconds(db, &day)?,
                tomorrow_ms: day.ends_ms,
                schedule: moment::schedule_settings(db)?,
                calendar,
            })
        })
    }

    /// What the message that goes first waits for; `None` where none waits.
    ///
    /// # Errors
    /// `no_shop`.
    pub fn outbox_first_wait(&self, now_ms: i64) -> Result<Option<Wait>> {
        let waits = self.outbox_waits(now_ms)?;
        let waiting = self.read(look::waiting)?;
        // All else that keeps messages back keeps them in their order.
        let first = waiting
            .iter()
            .filter(|(_, channel, _)| waits.for_owner(*channel).is_none())
            .min_by_key(|(id, _, next_at_ms)| waits.tried_at(*id, *next_at_ms))
            .or_else(|| waiting.first());
        first.map_or(Ok(None), |(id, _, _)| waits.of(&self.message(*id)?))
    }
}

impl Waits {
    /// What a message waits for; `None` for one that does not wait.
    ///
    /// # Errors
    /// `out_of_range` for an instant beyond the calendar.
    pub fn of(&self, message: &MessageView) -> Result<Option<Wait>> {
        let Some(next_at_ms) = message
            .next_at_ms
            .filter(|_| message.status == MessageStatus::Waiting)
        else {
            return Ok(None);
        };
        if let Some(reason) = self.for_owner(message.channel) {
            return Ok(Some(Wait {
                reason,
                until_ms: None,
            }));
        }
        let mut at_ms = self.tried_at(message.id, next_at_ms);
        let is_second = self.seconds.contains(&message.id);
        let mut reason = if is_second {
            WaitReason::OneADay
        } else if at_ms > self.now_ms {
            WaitReason::BackOff
        } else {
            WaitReason::Next
        };
        if let Some(full_until_ms) = self.full_until_ms.filter(|full_ms| *full_ms > at_ms) {
            (reason, at_ms) = (WaitReason::Limit, full_until_ms);
        }
        if let Some(quiet_until_ms) = quiet_until(&self.schedule, &self.calendar, at_ms)? {
            at_ms = quiet_until_ms;
            if !is_second {
                reason = WaitReason::Quiet;
            }
        }
        Ok(Some(Wait {
            reason,
            until_ms: Some(at_ms),
        }))
    }

    /// Why a message waits for the owner; `None` if it goes by itself.
    fn for_owner(&self, channel: DeliveryChannel) -> Option<WaitReason> {
        if self.paused {
            Some(WaitReason::Paused)
        } else if !self.schedule.enabled {
            Some(WaitReason::Off)
        } else if self.held.iter().any(|held| held.channel == channel) {
            Some(WaitReason::Held)
        } else {
            None
        }
    }

    /// When a message that waits is tried, as far as it is up to itself and the others
    /// to its guest. A wait that is too long has met a clock that was set back, and is
    /// none.
    fn tried_at(&self, message: MessageId, next_at_ms: i64) -> i64 {
        let at_ms = if next_at_ms <= self.now_ms + queue::LONGEST_WAIT_MS {
            next_at_ms.max(self.now_ms)
        } else {
            self.now_ms
        };
        if self.seconds.contains(&message) {
            at_ms.max(self.tomorrow_ms)
        } else {
            at_ms
        }
    }
}

/// When the quiet hours end that an instant lies in, on the shop's clock; `None`
/// outside them.
pub(super) fn quiet_until(
    schedule: &ScheduleSettings,
    calendar: &Calendar,
    at_ms: i64,
) -> Result<Option<i64>> {
    let is_quiet =
        |at_ms: i64| -> Result<bool> { Ok(schedule.is_quiet(calendar.minute_of_day(at_ms)?)) };
    if !is_quiet(at_ms)? {
        return Ok(None);
    }
    // Minute by minute, as the clock on the wall may jump meanwhile.
    let this_minute = at_ms - at_ms.rem_euclid(MINUTE_MS);
    for minutes in 1..=QUIET_AHEAD {
        let at_ms = this_minute + minutes * MINUTE_MS;
        if !is_quiet(at_ms)? {
            return Ok(Some(at_ms));
        }
    }
    Ok(Some(this_minute + QUIET_AHEAD * MINUTE_MS))
}
