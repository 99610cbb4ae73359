//! The app as an edge holds it.

use std::{
    collections::{BTreeMap, BTreeSet},
    ops::ControlFlow,
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex, MutexGuard, PoisonError,
        atomic::{AtomicBool, Ordering},
    },
};

use chrono::NaiveDate;
use regulars_core::{Error, Store, WriteRequest, id::RequestId};
use regulars_i18n::Locale;

use crate::{
    ApiError, Host,
    delivery::{Secrets, Sender},
    documents,
    error::ApiResult,
    errors::locale_of,
    importing::{Report, Source},
    jobs::Jobs,
    messages::{FileWritten, SendSummary},
    settings_file::LocalSettings,
};

/// Where an edge wants things to be.
#[derive(Debug, Clone)]
pub struct AppConfig {
    /// The database, its backups, the settings of this PC.
    pub data_dir: PathBuf,
    /// Where PDFs and CSVs go unless the owner chose another folder.
    pub documents_dir: PathBuf,
    /// Language wished for at start, before a shop exists.
    pub preferred_locale: Option<String>,
}

/// One open shop (or an empty data folder) with its jobs. Cheap to clone.
#[derive(Clone)]
pub struct App {
    inner: Arc<Inner>,
}

struct Inner {
    config: AppConfig,
    host: Arc<dyn Host>,
    store: Store,
    jobs: Jobs,
    local: Mutex<LocalSettings>,
    sources: Mutex<BTreeMap<u32, Arc<Source>>>,
    reports: Mutex<BTreeMap<RequestId, (Arc<Source>, Report)>>,
    imports: Mutex<BTreeMap<u32, RequestId>>,
    written: Mutex<BTreeSet<PathBuf>>,
    secrets: Secrets,
    ticked: Mutex<Option<Ticked>>,
    making_demo: AtomicBool,
}

/// When the app last looked at the clock by itself.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Ticked {
    pub(crate) at_ms: i64,
    pub(crate) day: NaiveDate,
}

/// As long as it lives, a demo is being made.
pub(crate) struct MakingDemo(App);

impl Drop for MakingDemo {
    fn drop(&mut self) {
        self.0.inner.making_demo.store(false, Ordering::SeqCst);
    }
}

impl std::fmt::Debug for App {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("App")
            .field("config", &self.inner.config)
            .finish_non_exhaustive()
    }
}

impl App {
    /// Opens the data folder; a folder without a shop is fine.
    ///
    /// # Errors
    /// `foreign_database`, `newer_database`, `damaged_database`, `old_sqlite`,
    /// `read_only`, `disk_full`, `busy`; nothing is changed.
    pub fn open(config: AppConfig, host: Arc<dyn Host>) -> Result<Self, ApiError> {
        let locale = config
            .preferred_locale
            .as_deref()
            .and_then(|tag| tag.parse().ok())
            .unwrap_or_default();
        let store = Store::open(&config.data_dir, host.now_ms())
            .map_err(|error| ApiError::from_core(&error, locale))?;
        let local = LocalSettings::read(&config.data_dir);
        let secrets = Secrets::new(&config.data_dir, host.has_keyring());
        Ok(Self {
            inner: Arc::new(Inner {
                config,
                host,
                store,
                jobs: Jobs::default(),
                local: Mutex::new(local),
                sources: Mutex::default(),
                reports: Mutex::default(),
                imports: Mutex::default(),
                written: Mutex::default(),
                secrets,
                ticked: Mutex::default(),
                making_demo: AtomicBool::new(false),
            }),
        })
    }

    /// Sends what is due, at most `limit` messages, until `go_on` breaks.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn send_due(
        &self,
        limit: u32,
        go_on: &mut dyn FnMut(&SendSummary) -> ControlFlow<()>,
    ) -> ApiResult<SendSummary> {
        self.sender().round(&|| self.now_ms(), limit, go_on)
    }

    pub(crate) fn sender(&self) -> Sender<'_> {
        Sender {
            store: self.store(),
            data_dir: self.data_dir(),
            secrets: self.secrets(),
        }
    }

    pub(crate) fn secrets(&self) -> &Secrets {
        &self.inner.secrets
    }

    pub(crate) fn store(&self) -> &Store {
        &self.inner.store
    }

    pub(crate) fn host(&self) -> &dyn Host {
        self.inner.host.as_ref()
    }

    pub(crate) fn jobs(&self) -> &Jobs {
        &self.inner.jobs
    }

    pub(crate) fn data_dir(&self) -> &Path {
        &self.inner.config.data_dir
    }

    pub(crate) fn preferred_locale(&self) -> Option<&str> {
        self.inner.config.preferred_locale.as_deref()
    }

    pub(crate) fn now_ms(&self) -> i64 {
        self.inner.host.now_ms()
    }

    /// A write by this request at this moment.
    pub(crate) fn write(&self, request_id: RequestId) -> WriteRequest {
        WriteRequest {
            request_id,
            now_ms: self.now_ms(),
        }
    }

    /// The shop's language; the one wished for before there is a shop.
    pub(crate) fn locale(&self) -> Locale {
        match self.preferred_locale().and_then(|tag| tag.parse().ok()) {
            Some(preferred) if !self.store().has_shop().unwrap_or(false) => preferred,
            _ => locale_of(self.store()),
        }
    }

    /// A core error in the shop's language.
    pub(crate) fn say(&self, error: &Error) -> ApiError {
        ApiError::from_core(error, self.locale())
    }

    /// Where PDFs and CSVs go.
    pub(crate) fn documents_dir(&self) -> PathBuf {
        let chosen = self.local().documents_dir;
        chosen.unwrap_or_else(|| self.inner.config.documents_dir.clone())
    }

    /// When the app last looked at the clock by itself.
    pub(crate) fn ticked(&self) -> MutexGuard<'_, Option<Ticked>> {
        lock(&self.inner.ticked)
    }

    /// Whether a year of history is being made up: then no day begins by itself.
    pub(crate) fn is_making_demo(&self) -> bool {
        self.inner.making_demo.load(Ordering::SeqCst)
    }

    /// Says so until what it returns is dropped.
    pub(crate) fn making_demo(&self) -> MakingDemo {
        self.inner.making_demo.store(true, Ordering::SeqCst);
        MakingDemo(self.clone())
    }

    /// The settings of this PC.
    pub(crate) fn local(&self) -> LocalSettings {
        lock(&self.inner.local).clone()
    }

    /// Changes the settings of this PC.
    pub(crate) fn set_local(&self, change: impl FnOnce(&mut LocalSettings)) -> ApiResult<()> {
        let mut local = lock(&self.inner.local);
        let mut changed = local.clone();
        change(&mut changed);
        changed
            .write(self.data_dir())
            .map_err(|error| ApiError::from_io(&error, self.data_dir(), self.locale()))?;
        *local = changed;
        Ok(())
    }

    /// Has a document written under a name that is free in the folder for documents,
    /// remembers it, and opens it if that is wanted.
    ///
    /// # Errors
    /// Those of making the folder and of `write`.
    pub(crate) fn write_document(
        &self,
        name: &str,
        extension: &str,
        open: bool,
        write: impl FnOnce(&Path) -> ApiResult<FileWritten>,
    ) -> ApiResult<FileWritten> {
        let dir = self.documents_dir();
        let path = documents::free_path(&dir, name, extension)
            .map_err(|error| ApiError::from_io(&error, &dir, self.locale()))?;
        let written = write(&path)?;
        self.remember_document(&path);
        let opened = open && self.host().open_path(&path).is_ok();
        Ok(FileWritten { opened, ..written })
    }

    /// Remembers a document this app wrote: only such may be opened by name.
    fn remember_document(&self, path: &Path) {
        lock(&self.inner.written).insert(path.to_owned());
    }

    pub(crate) fn has_written(&self, path: &Path) -> bool {
        lock(&self.inner.written).contains(path)
    }

    /// Keeps a file opened for import; only the last ones stay in memory.
    pub(crate) fn keep_source(&self, source: Source) -> u32 {
        let mut sources = lock(&self.inner.sources);
        let id = sources.last_key_value().map_or(1, |(last, _)| last + 1);
        sources.insert(id, Arc::new(source));
        while sources.len() > 3 {
            sources.pop_first();
        }
        id
    }

    pub(crate) fn source(&self, id: u32) -> Option<Arc<Source>> {
        lock(&self.inner.sources).get(&id).cloned()
    }

    /// Keeps what an import rejected, for the file of rejected rows.
    pub(crate) fn keep_report(&self, request: RequestId, source: Arc<Source>, report: Report) {
        let mut reports = lock(&self.inner.reports);
        reports.insert(request, (source, report));
        while reports.len() > 5 {
            reports.pop_first();
        }
    }

    pub(crate) fn name_import(&self, job_id: u32, request: RequestId) {
        lock(&self.inner.imports).insert(job_id, request);
    }

    pub(crate) fn report_of(&self, job_id: u32) -> Option<(Arc<Source>, Report)> {
        let request = lock(&self.inner.imports).get(&job_id).copied()?;
        lock(&self.inner.reports).get(&request).cloned()
    }
}

fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// Turns the core's results into an edge's.
pub(crate) trait InWords<T> {
    /// The same result, an error in the shop's language.
    fn in_words(self, app: &App) -> ApiResult<T>;
}

impl<T> InWords<T> for regulars_core::Result<T> {
    fn in_words(self, app: &App) -> ApiResult<T> {
        self.map_err(|error| app.say(&error))
    }
}
