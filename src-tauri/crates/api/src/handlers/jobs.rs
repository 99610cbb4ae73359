//! Watching and stopping jobs.

use crate::{
    App,
    error::ApiResult,
    messages::{JobRef, JobStatus},
};

pub(crate) fn status(app: &App, request: JobRef) -> ApiResult<JobStatus> {
    app.jobs().status(request.job_id)
}

pub(crate) fn cancel(app: &App, request: JobRef) -> ApiResult<JobStatus> {
    app.jobs().cancel(request.job_id)
}
