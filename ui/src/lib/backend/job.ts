import type { JobStatus } from './bindings';
import { BackendError } from './error';
import { call } from './index';

export type JobProgress = Pick<JobStatus, 'job_id' | 'done' | 'total' | 'state'>;

const POLL_MS = 150;

/**
 * Follows a job to its end and returns its result, or null when it was
 * cancelled. Rejects with the job's own error.
 */
export async function followJob<T>(
  job_id: number,
  onProgress: (progress: JobProgress) => void,
): Promise<T | null> {
  for (;;) {
    const status = await call('job_status', { job_id });
    onProgress(status);
    if (status.state === 'done') return status.result as T;
    if (status.state === 'cancelled') return null;
    if (status.state === 'failed') throw failure(status);
    await new Promise((resume) => setTimeout(resume, POLL_MS));
  }
}

function failure({ error }: JobStatus): BackendError {
  return new BackendError(error ?? { code: 'internal', message: '', field: null, details: {} });
}
