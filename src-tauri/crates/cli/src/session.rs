//! One run of the command line: the open shop, the clock, the language.

use std::{
    path::PathBuf,
    time::{SystemTime, UNIX_EPOCH},
};

use iso_currency::Currency;
use regulars_api::{ApiError, folders, locale_of};
use regulars_core::{
    Code, Error, Store, WriteRequest, amount,
    id::{MemberId, RequestId, VisitId},
    storage::DATABASE_FILE,
};
use regulars_i18n::{Args, Catalog, Locale};

use crate::{args::Cli, out::Failure};

/// An open data folder.
pub(crate) struct Session {
    pub(crate) store: Store,
    pub(crate) data_dir: PathBuf,
    pub(crate) now_ms: i64,
    request_id: RequestId,
}

impl Session {
    /// Opens a folder that holds a shop.
    pub(crate) fn open(cli: &Cli) -> Result<Self, Failure> {
        let dir = data_dir(cli)?;
        if !dir.join(DATABASE_FILE).exists() {
            return Err(ApiError::from_core(&Code::NoShop.into(), Locale::default()).into());
        }
        let session = Self::open_or_create(cli, None)?;
        session
            .store
            .settings()
            .map_err(|error| session.say(&error))?;
        Ok(session)
    }

    /// Opens a folder, making what is missing.
    pub(crate) fn open_or_create(cli: &Cli, seed: Option<u64>) -> Result<Self, Failure> {
        let now_ms = cli.now.unwrap_or_else(clock_ms);
        let data_dir = data_dir(cli)?;
        let store = Store::open_seeded(&data_dir, now_ms, seed)
            .map_err(|error| ApiError::from_core(&error, Locale::default()))?;
        Ok(Self {
            store,
            data_dir,
            now_ms,
            request_id: cli.request_id.unwrap_or_else(RequestId::random),
        })
    }

    /// An instant as ISO 8601 in UTC.
    pub(crate) fn instant(at_ms: i64) -> Option<String> {
        chrono::DateTime::from_timestamp_millis(at_ms)
            .map(|at| at.to_rfc3339_opts(chrono::SecondsFormat::Millis, true))
    }

    pub(crate) fn write(&self) -> WriteRequest {
        WriteRequest {
            request_id: self.request_id,
            now_ms: self.now_ms,
        }
    }

    /// A part of the same request, for commands that write more than once.
    pub(crate) fn write_part(&self, index: u64) -> WriteRequest {
        WriteRequest {
            request_id: self.request_id.part(index),
            now_ms: self.now_ms,
        }
    }

    /// Queues what is due and is sent by the app itself, as a part of a request. What
    /// cannot be queued now is when somebody looks or sends: it undoes nothing that was
    /// done before.
    pub(crate) fn fill_outbox_if_possible(&self, index: u64) {
        let _ = self.store.outbox_fill(self.write_part(index));
    }

    pub(crate) fn locale(&self) -> Locale {
        locale_of(&self.store)
    }

    pub(crate) fn say(&self, error: &Error) -> Failure {
        ApiError::from_core(error, self.locale()).into()
    }

    pub(crate) fn text(&self, key: &str, args: &Args<'_>) -> String {
        Catalog::get(self.locale()).text_with(key, args)
    }

    /// Money for a program: a decimal text.
    pub(crate) fn decimal(&self, minor: i64) -> Result<String, Failure> {
        Ok(amount::to_decimal_string(minor, self.currency()?))
    }

    /// Money for a person.
    pub(crate) fn money(&self, minor: i64) -> Result<String, Failure> {
        Ok(regulars_i18n::money(
            minor,
            self.currency()?.code(),
            self.locale(),
        ))
    }

    fn currency(&self) -> Result<Currency, Failure> {
        self.store
            .settings()
            .map(|settings| settings.currency)
            .map_err(|error| self.say(&error))
    }

    pub(crate) fn amount(&self, text: &str, field: &'static str) -> Result<i64, Failure> {
        self.store
            .settings()
            .and_then(|settings| settings.parse_amount(text, field))
            .map_err(|error| self.say(&error))
    }

    pub(crate) fn today(&self) -> Result<chrono::NaiveDate, Failure> {
        self.store
            .settings()
            .and_then(|settings| settings.calendar.business_date(self.now_ms))
            .map_err(|error| self.say(&error))
    }

    /// Card number, phone, e-mail, external id or id.
    pub(crate) fn member(&self, text: &str) -> Result<MemberId, Failure> {
        self.store
            .resolve_member(text)
            .map_err(|error| self.say(&error))
    }

    /// Id or external id of a visit.
    pub(crate) fn visit(&self, text: &str) -> Result<VisitId, Failure> {
        self.store
            .resolve_visit(text)
            .map_err(|error| self.say(&error))
    }
}

fn data_dir(cli: &Cli) -> Result<PathBuf, Failure> {
    let dir = cli.data_dir.clone().or_else(folders::default_data_dir);
    dir.ok_or_else(|| {
        Failure::usage("There is no home folder here; name one with --data-dir.".to_owned())
    })
}

pub(crate) fn clock_ms() -> i64 {
    SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |elapsed| {
            i64::try_from(elapsed.as_millis()).unwrap_or(i64::MAX)
        })
}
