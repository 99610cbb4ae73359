//! What the app does by itself as the day goes on: the day's run, and one
//! notification in the morning of whom to greet.

use regulars_core::moment::InboxGroup;
use regulars_i18n::{Args, Catalog};

use crate::{App, app::InWords, error::ApiResult, handlers, messages::Nothing};

/// Moments named in a notification; desktops show few lines.
const MOMENTS: usize = 4;

impl App {
    /// Runs what is due when the business day has begun, and then tells once, after
    /// the quiet hours, whom to greet. An edge calls it every now and then.
    ///
    /// # Errors
    /// Those of the disk.
    pub fn watch_the_day(&self) -> ApiResult<()> {
        if !self.store().has_shop().in_words(self)? {
            return Ok(());
        }
        let today = handlers::counter::today(self)?;
        if *self.ran_on() != Some(today) {
            handlers::shop::daily_run(self, Nothing {})?;
            *self.ran_on() = Some(today);
        }
        let local = self.local();
        if local.no_morning_notice || local.noticed_on >= Some(today) || self.is_quiet()? {
            return Ok(());
        }
        let inbox = self.store().inbox(self.now_ms()).in_words(self)?;
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
