import { call, Intent, type MomentLine, type Moments, type ScheduleState } from '$lib/backend';
import { errorText } from '$lib/errors';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';

/** The shop's moments, the most important first. */
class MomentList {
  lines = $state.raw<readonly MomentLine[]>([]);
  missing = $state.raw<Moments['missing_presets']>([]);
  fields = $state.raw<readonly string[]>([]);
  tags = $state.raw<Moments['tags']>([]);
  schedule = $state.raw<ScheduleState | null>(null);
  loaded = $state(false);
  failure = $state<string | null>(null);
  busy = $state(false);
  /** The one that was opened last: coming back, one goes on from there. */
  openedId: string | null = null;

  #order = new Intent();
  #add = new Intent();
  #remove = new Intent();
  #again = new Intent();
  #switch = new Intent();

  async load() {
    try {
      const [moments, schedule] = await Promise.all([
        call('moments_list', {}),
        call('schedule_state', {}),
      ]);
      this.accept(moments);
      this.schedule = schedule;
      this.failure = null;
      this.loaded = true;
    } catch (thrown) {
      this.failure = errorText(thrown);
    }
  }

  accept({ moments, missing_presets, fields, tags }: Moments) {
    this.lines = moments;
    this.missing = missing_presets;
    this.fields = fields;
    this.tags = tags;
  }

  /** A moment as it is now, in its place. */
  acceptLine(line: MomentLine) {
    const known = this.lines.some(({ moment }) => moment.id === line.moment.id);
    this.lines = known
      ? this.lines.map((old) => (old.moment.id === line.moment.id ? line : old))
      : [...this.lines, line];
  }

  async enable(moment_id: string, enabled: boolean) {
    try {
      this.acceptLine(
        await call('moment_enable', { request_id: crypto.randomUUID(), moment_id, enabled }),
      );
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  /** Puts a moment at another place; the others make room at once. */
  async move(from: number, to: number): Promise<boolean> {
    if (from === to || to < 0 || to >= this.lines.length || this.busy) return false;
    const before = this.lines;
    this.lines = moved(before, from, to);
    const order = this.lines.map(({ moment }) => moment.id);
    this.busy = true;
    try {
      this.accept(
        await this.#order.run((request_id) => call('moments_order', { request_id, order })),
      );
      return true;
    } catch (thrown) {
      this.lines = before;
      toasts.error(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }

  async add(codes: string[]): Promise<boolean> {
    try {
      this.accept(
        await this.#add.run((request_id) => call('moments_add_presets', { request_id, codes })),
      );
      toasts.good(t('moments-added', { count: codes.length }));
      return true;
    } catch (thrown) {
      toasts.error(thrown);
      return false;
    }
  }

  /** Null when it is gone; else why it stays. */
  async remove(moment_id: string): Promise<string | null> {
    try {
      this.accept(
        await this.#remove.run((request_id) => call('moment_delete', { request_id, moment_id })),
      );
      return null;
    } catch (thrown) {
      return errorText(thrown);
    }
  }

  /** Makes a deleted moment anew, as it was and where it stood. */
  async restore({ moment }: MomentLine, at: number) {
    const { code, name, rules, enabled } = moment;
    try {
      const made = await this.#again.run((request_id) =>
        call('moment_save', { request_id, draft: { code, name, rules } }),
      );
      this.acceptLine(made);
      if (enabled) await this.enable(made.moment.id, true);
      await this.move(this.lines.length - 1, Math.min(at, this.lines.length - 1));
      this.accept(await call('moments_list', {}));
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  async switchOn() {
    const { schedule } = this;
    if (!schedule) return;
    const settings = { ...schedule.settings, enabled: true };
    try {
      this.schedule = await this.#switch.run((request_id) =>
        call('schedule_settings_set', { request_id, settings }),
      );
    } catch (thrown) {
      toasts.error(thrown);
    }
  }
}

export function moved<T>(list: readonly T[], from: number, to: number): T[] {
  const rest = list.toSpliced(from, 1);
  return rest.toSpliced(to, 0, list[from]!);
}

export const moments = new MomentList();
