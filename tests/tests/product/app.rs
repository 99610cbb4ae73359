//! The app as a window holds it: the command table, with a host that notes.

use std::{
    path::{Path, PathBuf},
    sync::{
        Arc, Mutex,
        atomic::{AtomicI64, Ordering},
    },
    time::{Duration, Instant},
};

use base64::Engine;
use regulars_api::{ApiError, App, AppConfig, Host, HostKind};
use regulars_core::id::RequestId;
use serde_json::{Value, json};
use tempfile::TempDir;

/// 2026-11-21T10:00:00Z.
pub(crate) const NOW_MS: i64 = 1_795_255_200_000;

/// A platform with a clock that tests set, and dialogs that tests answer.
#[derive(Debug)]
pub(crate) struct TestHost {
    now_ms: AtomicI64,
    /// Answers of the dialogs; none closes them.
    pub(crate) chosen: Mutex<Option<PathBuf>>,
    /// What the viewer was asked to show.
    pub(crate) opened: Mutex<Vec<PathBuf>>,
    /// The notifications a desktop would have shown: title and text.
    pub(crate) notices: Mutex<Vec<(String, String)>>,
}

impl Host for TestHost {
    fn now_ms(&self) -> i64 {
        self.now_ms.load(Ordering::Relaxed)
    }
    fn kind(&self) -> HostKind {
        HostKind::Desktop
    }
    fn choose_file(&self, _: &str, _: &[&str]) -> Option<PathBuf> {
        self.chosen.lock().unwrap().clone()
    }
    fn choose_folder(&self, _: &str) -> Option<PathBuf> {
        self.chosen.lock().unwrap().clone()
    }
    fn open_path(&self, path: &Path) -> Result<(), String> {
        self.opened.lock().unwrap().push(path.to_owned());
        Ok(())
    }
    fn notify(&self, title: &str, text: &str) -> Result<(), String> {
        let notice = (title.to_owned(), text.to_owned());
        self.notices.lock().unwrap().push(notice);
        Ok(())
    }
    fn open_url(&self, url: &str) -> Result<(), String> {
        self.opened.lock().unwrap().push(url.into());
        Ok(())
    }
    fn has_keyring(&self) -> bool {
        false
    }
}

/// An open app.
pub(crate) struct Window {
    pub(crate) app: App,
    pub(crate) host: Arc<TestHost>,
    documents: TempDir,
}

impl Window {
    #[track_caller]
    pub(crate) fn open(data_dir: &Path) -> Self {
        Self::try_open(data_dir).unwrap()
    }

    pub(crate) fn try_open(data_dir: &Path) -> Result<Self, ApiError> {
        let documents = tempfile::tempdir().expect("a temporary folder");
        let host = Arc::new(TestHost {
            now_ms: AtomicI64::new(NOW_MS),
            chosen: Mutex::default(),
            opened: Mutex::default(),
            notices: Mutex::default(),
        });
        let config = AppConfig {
            data_dir: data_dir.to_owned(),
            documents_dir: documents.path().to_owned(),
            preferred_locale: Some("en".to_owned()),
        };
        let app = App::open(config, Arc::<TestHost>::clone(&host))?;
        Ok(Self {
            app,
            host,
            documents,
        })
    }

    /// Moves the clock.
    pub(crate) fn pass(&self, ms: i64) {
        self.host.now_ms.fetch_add(ms, Ordering::Relaxed);
    }

    pub(crate) fn documents(&self) -> &Path {
        self.documents.path()
    }

    /// What lies in the documents folder.
    pub(crate) fn papers(&self) -> Vec<String> {
        let mut names: Vec<String> = std::fs::read_dir(self.documents())
            .expect("the documents folder")
            .map(|entry| {
                entry
                    .expect("an entry")
                    .file_name()
                    .to_string_lossy()
                    .into_owned()
            })
            .collect();
        names.sort();
        names
    }

    /// A command that is done.
    #[track_caller]
    pub(crate) fn call(&self, command: &str, request: Value) -> Value {
        self.app
            .dispatch(command, request)
            .unwrap_or_else(|error| panic!("{command}: {error} {}", error.details))
    }

    /// A command that is refused, with this code.
    #[track_caller]
    pub(crate) fn refuse(&self, command: &str, request: Value, code: &str) -> ApiError {
        let error = match self.app.dispatch(command, request) {
            Ok(done) => panic!("{command} was not refused: {done}"),
            Err(error) => error,
        };
        assert_eq!(error.code, code, "{error}");
        error
    }

    /// A job from its start to its end: the last status.
    #[track_caller]
    pub(crate) fn job(&self, command: &str, request: Value) -> Value {
        let job = self.call(command, request);
        self.wait(&job)
    }

    /// Waits for a job's end.
    #[track_caller]
    pub(crate) fn wait(&self, job: &Value) -> Value {
        let limit = Instant::now() + Duration::from_secs(120);
        loop {
            let status = self.call("job_status", job.clone());
            if status["state"] != "running" {
                return status;
            }
            assert!(Instant::now() < limit, "still running: {status}");
            std::thread::sleep(Duration::from_millis(2));
        }
    }

    /// Opens a file for import: the request that imports it, as its preview proposes.
    #[track_caller]
    pub(crate) fn import_request(&self, content: impl AsRef<[u8]>) -> Value {
        let content = base64::engine::general_purpose::STANDARD.encode(content);
        let request = json!({ "content_base64": content, "file_name": "list.csv" });
        let source = self.call("import_open", request)["source"].take();
        let preview = &source["preview"];
        json!({ "request_id": fresh(), "source_id": source["source_id"], "kind": preview["kind"],
                "mapping": preview["mapping"], "create_members": true, "earn": false,
                "dry_run": false })
    }

    /// Enrols a member: the glance.
    #[track_caller]
    pub(crate) fn enrol(&self, name: &str) -> Value {
        let request = json!({ "request_id": fresh(), "draft": { "name": name } });
        self.call("member_enrol", request)["glance"].take()
    }
}

/// A request id that nobody used.
pub(crate) fn fresh() -> String {
    RequestId::random().to_string()
}
