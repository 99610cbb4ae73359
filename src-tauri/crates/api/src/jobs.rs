//! Work that takes longer than a click: started by one command, watched and
//! stopped by others.

use std::{
    collections::BTreeMap,
    ops::ControlFlow,
    panic::{AssertUnwindSafe, catch_unwind},
    sync::{
        Arc, Mutex, PoisonError,
        atomic::{AtomicBool, AtomicU32, AtomicU64, Ordering},
    },
};

use regulars_core::{Code, Error, id::RequestId};
use regulars_i18n::Locale;
use serde::Serialize;
use serde_json::Value;

use crate::{
    ApiError,
    error::ApiResult,
    messages::{JobRef, JobState, JobStatus},
};

/// Finished jobs that are kept for a last look.
const KEPT: usize = 50;

/// All jobs of this run of the app.
#[derive(Debug, Default)]
pub(crate) struct Jobs {
    next: AtomicU32,
    all: Mutex<BTreeMap<u32, Arc<Job>>>,
    asked: Mutex<BTreeMap<RequestId, Asked>>,
}

/// What a job was started for.
#[derive(Debug)]
struct Asked {
    request: Value,
    job: JobRef,
}

#[derive(Debug, Default)]
struct Job {
    done: AtomicU64,
    total: AtomicU64,
    stop: AtomicBool,
    outcome: Mutex<Option<ApiResult<Value>>>,
}

/// A job's own view of itself.
#[derive(Debug, Clone)]
pub(crate) struct Progress(Arc<Job>);

impl Progress {
    /// Says how far the work is; tells whether to go on.
    pub(crate) fn report(&self, done: u64, total: u64) -> ControlFlow<()> {
        self.0.done.store(done, Ordering::Relaxed);
        self.0.total.store(total, Ordering::Relaxed);
        if self.0.stop.load(Ordering::Relaxed) {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    }
}

impl Jobs {
    /// Starts work on a thread of its own.
    pub(crate) fn start<T: Serialize>(
        &self,
        work: impl FnOnce(&Progress) -> ApiResult<T> + Send + 'static,
    ) -> JobRef {
        let job_id = self.next.fetch_add(1, Ordering::Relaxed) + 1;
        let job = Arc::new(Job::default());
        {
            let mut all = lock(&self.all);
            all.insert(job_id, Arc::clone(&job));
            while all.len() > KEPT {
                all.pop_first();
            }
        }
        std::thread::spawn(move || {
            let progress = Progress(Arc::clone(&job));
            let outcome = catch_unwind(AssertUnwindSafe(|| work(&progress)))
                .unwrap_or_else(|_| Err(ApiError::internal(&"the work broke off")))
                .and_then(|done| {
                    serde_json::to_value(done).map_err(|error| ApiError::internal(&error))
                });
            *lock(&job.outcome) = Some(outcome);
        });
        JobRef { job_id }
    }

    /// As [`Jobs::start`], but the same request again is the same job while that
    /// runs or when it is done: a double click must not do the work twice. `check`
    /// may refuse what is new, and hands on what it has read.
    ///
    /// # Errors
    /// Those of `check`; `request_reused` if the request id came with something else.
    pub(crate) fn start_once<T: Serialize, C: Send + 'static>(
        &self,
        request_id: RequestId,
        request: &impl Serialize,
        locale: Locale,
        check: impl FnOnce() -> ApiResult<C>,
        work: impl FnOnce(C, &Progress) -> ApiResult<T> + Send + 'static,
    ) -> ApiResult<JobRef> {
        let request = serde_json::to_value(request).map_err(|error| ApiError::internal(&error))?;
        let mut asked = lock(&self.asked);
        if let Some(first) = asked.get(&request_id) {
            let stands = self.status(first.job.job_id).map(|status| status.state);
            if matches!(stands, Ok(JobState::Running | JobState::Done)) {
                return if first.request == request {
                    Ok(first.job)
                } else {
                    let error = Error::new(Code::RequestReused).arg("request_id", request_id);
                    Err(ApiError::from_core(&error, locale))
                };
            }
        }
        let checked = check()?;
        let job = self.start(move |progress| work(checked, progress));
        asked.insert(request_id, Asked { request, job });
        while asked.len() > KEPT {
            asked.pop_first();
        }
        Ok(job)
    }

    /// Where a job stands.
    pub(crate) fn status(&self, job_id: u32) -> ApiResult<JobStatus> {
        let job = lock(&self.all)
            .get(&job_id)
            .cloned()
            .ok_or_else(|| ApiError {
                code: "job_not_found".to_owned(),
                message: format!("There is no job {job_id}."),
                field: None,
                details: Value::Null,
            })?;
        let (state, result, error) = match lock(&job.outcome).clone() {
            None => (JobState::Running, None, None),
            Some(Ok(result)) => (JobState::Done, Some(result), None),
            Some(Err(error)) if error.code == "cancelled" || error.code == "print_cancelled" => {
                (JobState::Cancelled, None, Some(error))
            }
            Some(Err(error)) => (JobState::Failed, None, Some(error)),
        };
        Ok(JobStatus {
            job_id,
            state,
            done: job.done.load(Ordering::Relaxed),
            total: job.total.load(Ordering::Relaxed),
            result,
            error,
        })
    }

    /// Asks a job to stop at the next chance.
    pub(crate) fn cancel(&self, job_id: u32) -> ApiResult<JobStatus> {
        if let Some(job) = lock(&self.all).get(&job_id) {
            job.stop.store(true, Ordering::Relaxed);
        }
        self.status(job_id)
    }
}

fn lock<T>(mutex: &Mutex<T>) -> std::sync::MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}
