import { app } from '$lib/app.svelte';
import {
  call,
  followJob,
  Intent,
  type Field,
  type ImportOpen,
  type ImportResult,
  type ImportSource,
  type JobProgress,
  type Kind,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';
import { counter } from '$screens/counter/counter.svelte';
import { members } from '$screens/members/list.svelte';
import { mapColumn, mappingFor, missingFields } from './fields';

/** Larger files are refused by the backend too; they need not travel first. */
const MOST_BYTES = 256 * 1024 * 1024;

/** A finished import or trial, with the job that knows its rejected rows. */
export interface Outcome {
  jobId: number;
  result: ImportResult;
}

/** An import on its way. It outlives the screen: a long one goes on. */
class Importing {
  source = $state.raw<ImportSource | null>(null);
  kind = $state<Kind>('members');
  mapping = $state.raw<readonly (Field | null)[]>([]);
  createMembers = $state(false);
  earn = $state(false);

  /** Why the file cannot be imported as it is. */
  failed = $state<string | null>(null);
  opening = $state(false);
  progress = $state.raw<JobProgress | null>(null);
  /** Whether the job that runs only tries. */
  trying = $state(false);
  trial = $state.raw<Outcome | null>(null);
  done = $state.raw<Outcome | null>(null);
  cancelled = $state(false);
  savingRejects = $state(false);

  #run = new Intent();

  get missing() {
    return missingFields(this.kind, this.mapping);
  }

  /** The host's own dialog. */
  choose() {
    return this.#open({});
  }

  /** A file that was dropped on the window or chosen in the page. */
  async take(file: File) {
    if (file.size > MOST_BYTES) {
      this.failed = t('import-too-large', { name: file.name });
      return;
    }
    await this.#open({ content_base64: await base64(file), file_name: file.name });
  }

  async #open(request: ImportOpen) {
    this.opening = true;
    this.failed = null;
    try {
      const { source } = await call('import_open', request);
      if (!source) return;
      this.source = source;
      this.kind = source.preview.kind;
      this.mapping = source.preview.mapping;
      this.createMembers = app.state?.members === 0;
      this.earn = false;
      this.changed();
      this.done = null;
    } catch (thrown) {
      this.failed = errorText(thrown);
    } finally {
      this.opening = false;
    }
  }

  readAs(kind: Kind) {
    if (kind === this.kind || !this.source || this.progress) return;
    const { preview } = this.source;
    this.kind = kind;
    this.mapping = kind === preview.kind ? preview.mapping : mappingFor(kind, preview.mapping);
    this.changed();
  }

  map(column: number, field: Field | null) {
    this.mapping = mapColumn(this.mapping, column, field);
    this.changed();
  }

  /** What was tried no longer holds. */
  changed() {
    this.trial = null;
    this.failed = null;
    this.cancelled = false;
    this.#run.renew();
  }

  /** Counts what would happen and writes nothing. */
  async tryOut() {
    this.trial = await this.#work(true);
  }

  async run() {
    this.done = await this.#work(false);
    if (this.done || this.cancelled) await tellOthers();
  }

  async #work(dry_run: boolean): Promise<Outcome | null> {
    const { source } = this;
    if (!source || this.progress) return null;
    this.trying = dry_run;
    this.failed = null;
    this.cancelled = false;
    try {
      const start = (request_id: string) =>
        call('import_run', {
          request_id,
          source_id: source.source_id,
          kind: this.kind,
          mapping: [...this.mapping],
          create_members: this.createMembers,
          earn: this.earn,
          dry_run,
        });
      const intent = dry_run ? new Intent() : this.#run;
      const { job_id } = await intent.run(start);
      const result = await followJob<ImportResult>(job_id, (now) => (this.progress = now));
      this.cancelled = result === null;
      return result && { jobId: job_id, result };
    } catch (thrown) {
      this.failed = errorText(thrown);
      return null;
    } finally {
      this.progress = null;
    }
  }

  async saveRejects(job_id: number) {
    this.savingRejects = true;
    try {
      const { path, count } = await call('import_rejects_save', { job_id, open: true });
      const file = path.split(/[\\/]/).at(-1)!;
      toasts.good(t('import-rejects-saved', { count, file }));
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.savingRejects = false;
    }
  }

  /** Back to choosing a file. */
  reset() {
    this.source = null;
    this.done = null;
    this.changed();
  }
}

/** The lists and the counter show what was imported. */
async function tellOthers() {
  try {
    await app.refresh();
    await counter.loadToday();
  } catch (thrown) {
    toasts.error(thrown);
  }
  members.refresh();
}

function base64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve((reader.result as string).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error(file.name));
    reader.readAsDataURL(file);
  });
}

export const importing = new Importing();
