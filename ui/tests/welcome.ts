import { App, DAY_MS } from './app';
import type { TouchChannel } from '../src/lib/backend/bindings';

export interface Guest {
  name: string;
  phone?: string;
  email?: string;
  messenger?: string;
}

const request_id = () => crypto.randomUUID();

/**
 * The only greeting is that of day 3; it goes by `channels`. Each guest joined three days ago
 * and agreed to all ways of writing and to calls.
 */
export async function welcome(app: App, channels: TouchChannel[], guests: Guest[]) {
  const { moments } = await app.command('moments_list', {});
  const { moment } = moments.find((line) => line.moment.code === 'welcome_day_3')!;
  for (const { id } of moments.map((line) => line.moment)) {
    const enabled = id === moment.id;
    await app.command('moment_enable', { request_id: request_id(), moment_id: id, enabled });
  }
  const { code, name, rules } = moment;
  const draft = { code, name, rules: { ...rules, channels } };
  await app.command('moment_save', { request_id: request_id(), moment_id: moment.id, draft });
  for (const guest of guests) {
    const { glance } = await app.command('member_enrol', {
      request_id: request_id(),
      draft: guest,
    });
    for (const channel of ['email', 'sms', 'call'] as const) {
      await app.command('consent_set', {
        request_id: request_id(),
        member_id: glance.member.id,
        channel,
        granted: true,
      });
    }
  }
  await app.pass(3 * DAY_MS);
  await app.command('schedule_run', { request_id: request_id() });
}
