//! What the app does by itself as the day goes on: the day's run, one notification
//! in the morning of whom to greet, and sending.

use std::{ops::ControlFlow, time::Duration};

use chrono::NaiveDate;
use regulars_core::moment::InboxGroup;
use regulars_i18n::{Args, Catalog};

use crate::{
    App,
    app::{InWords, Ticked},
    error::ApiResult,
    handlers,
    messages::{Nothing, RoundEnd},
};

/// At most so long from one look to the next.
const TICK_MS: i64 = 60_000;
/// At least so long.
const SHORTEST_TICK_MS: i64 = 1_000;
/// Longer between two looks, and the PC has slept.
const SLEPT_MS: i64 = 5 * TICK_MS;
/// Messages of one look.
const ROUND: u32 = 100;
/// Moments named in a notification; desktops show few lines.
const MOMENTS: usize = 4;

impl App {
    /// Does what nobody clicks for: the day's run at start, when the business day has
    /// changed and after the PC slept; the morning's notification; a round of sending.
    /// To be called again from a thread of its own after the time it returns.
    #[must_use]
    pub fn tick(&self) -> Duration {
        let again = match self.look() {
            Ok(Some(until_ms)) => until_ms.saturating_sub(self.now_ms()),
            // Whatever stands in the way may be gone by then.
            Ok(None) | Err(_) => TICK_MS,
        };
        let wait_ms = again.clamp(SHORTEST_TICK_MS, TICK_MS);
        Duration::from_millis(u64::try_from(wait_ms).unwrap_or_default())
    }

    /// Returns when there is something to do next, if that is known.
    fn look(&self) -> ApiResult<Option<i64>> {
        if self.is_making_demo() || !self.store().has_shop().in_words(self)? {
            return Ok(None);
        }
        if self.store().clock_lost(self.now_ms()).in_words(self)? {
            return Ok(None);
        }
        let today = self.run_the_day()?;
        let told = self.tell_the_morning(today);
        // Whatever keeps a notification back keeps no letter.
        let round = self.send_due(ROUND, &mut |_| ControlFlow::Continue(()))?;
        if let Some(trouble) = round.trouble {
            return Err(trouble);
        }
        told?;
        Ok(match round.ended {
            RoundEnd::Stopped => round.until_ms.or_else(|| Some(self.now_ms())),
            _ => round.until_ms,
        })
    }

    /// Lets the next look run the day again: a member may be reached who could not be.
    pub(crate) fn look_again(&self) {
        *self.ticked() = None;
    }

    /// Returns the business date.
    fn run_the_day(&self) -> ApiResult<NaiveDate> {
        let at_ms = self.now_ms();
        let day = handlers::counter::today(self)?;
        let last = *self.ticked();
        let awake = last
            .is_some_and(|last| last.day == day && (0..SLEPT_MS).contains(&(at_ms - last.at_ms)));
        if !awake {
            handlers::shop::daily_run(self, Nothing {})?;
        }
        *self.ticked() = Some(Ticked { at_ms, day });
        Ok(day)
    }

    /// Tells once a day, after the quiet hours, whom to greet.
    fn tell_the_morning(&self, today: NaiveDate) -> ApiResult<()> {
        let local = self.local();
        if local.no_morning_notice || local.noticed_on == Some(today) || self.is_quiet()? {
            return Ok(());
        }
        let inbox = self.store().inbox_by_hand(self.now_ms()).in_words(self)?;
        // Decided first: a desktop that shows nothing is not asked again and again.
        self.set_local(|local| local.noticed_on = Some(today))?;
        if inbox.total > 0 {
            let texts = Catalog::get(self.locale());
            let title = texts.text_with("notice-title", &Args::new().with("count", inbox.total));
            let _ = self.host().notify(&title, &moments(texts, &inbox.groups));
        }
        Ok(())
    }

    fn is_quiet(&self) -> ApiResult<bool> {
        let settings = self.store().settings().in_words(self)?;
        let minute = settings.calendar.minute_of_day(self.now_ms());
        let schedule = self.store().schedule_settings().in_words(self)?;
        Ok(schedule.is_quiet(minute.in_words(self)?))
    }
}

/// "Birthday: 2 · Welcome: 1". No names: a screen is seen by others.
fn moments(texts: &Catalog, groups: &[InboxGroup]) -> String {
    let named = groups.iter().take(MOMENTS).map(|group| {
        let args = Args::new()
            .with("moment", group.name.as_str())
            .with("count", group.touches.len());
        texts.text_with("notice-moment", &args)
    });
    let more = (groups.len() > MOMENTS).then(|| "…".to_owned());
    named.chain(more).collect::<Vec<_>>().join(" · ")
}
