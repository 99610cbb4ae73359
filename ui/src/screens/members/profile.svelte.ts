import { app } from '$lib/app.svelte';
import {
  call,
  Intent,
  type Channel,
  type MemberGlance,
  type MemberProfile,
  type TimelineItem,
} from '$lib/backend';
import { errorText } from '$lib/errors';
import { t } from '$lib/i18n/index.svelte';
import { toasts } from '$lib/toasts.svelte';
import { counter } from '$screens/counter/counter.svelte';

const PAGE = 40;
const LARGEST_PAGE = 200;

/** One member's profile as it is shown, and what is done there. */
export class ProfileState {
  profile = $state.raw<MemberProfile | null>(null);
  timeline = $state.raw<readonly TimelineItem[]>([]);
  timelineTotal = $state(0);
  failed = $state<string | null>(null);
  busy = $state(false);

  readonly #archive = new Intent();
  readonly #consents = new Map<Channel, Intent>();

  constructor(readonly memberId: string) {}

  async load() {
    try {
      this.profile = await call('member_profile', { member_id: this.memberId });
      await this.#loadTimeline(Math.max(PAGE, this.timeline.length));
      this.failed = null;
    } catch (thrown) {
      this.failed = errorText(thrown);
    }
  }

  /** What a command answered: everybody who shows this member follows. */
  async accept(profile: MemberProfile) {
    this.profile = profile;
    keepCounterInStep(profile.glance);
    try {
      await this.#loadTimeline(Math.max(PAGE, this.timeline.length));
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  async showEarlier() {
    try {
      const page = await this.#page(this.timeline.length, PAGE);
      this.timeline = [...this.timeline, ...page.items];
      this.timelineTotal = page.total;
    } catch (thrown) {
      toasts.error(thrown);
    }
  }

  async #loadTimeline(count: number) {
    const page = await this.#page(0, Math.min(count, LARGEST_PAGE));
    this.timeline = page.items;
    this.timelineTotal = page.total;
  }

  #page(offset: number, limit: number) {
    return call('member_timeline', { member_id: this.memberId, offset, limit });
  }

  async setConsent(channel: Channel, granted: boolean) {
    let intent = this.#consents.get(channel);
    if (!intent) this.#consents.set(channel, (intent = new Intent()));
    const consent = intent;
    await this.#work(async () => {
      const profile = await consent.run((request_id) =>
        call('consent_set', { request_id, member_id: this.memberId, channel, granted }),
      );
      await this.accept(profile);
    });
  }

  async archive(archived: boolean) {
    await this.#work(async () => {
      const profile = await this.#archive.run((request_id) =>
        call('member_archive', { request_id, member_id: this.memberId, archived }),
      );
      await this.accept(profile);
      await app.refresh();
      const name = nameOf(profile.glance.member);
      if (archived) {
        toasts.good(t('member-archived-toast', { name }), {
          label: t('undo'),
          run: () => this.archive(false),
        });
      } else {
        toasts.good(t('member-restored-toast', { name }));
      }
    });
  }

  async #work(work: () => Promise<void>) {
    this.busy = true;
    try {
      await work();
    } catch (thrown) {
      toasts.error(thrown);
    } finally {
      this.busy = false;
    }
  }
}

/** What to call a member who may have no name. */
export function nameOf(member: { name: string; phone_display: string | null }): string {
  return member.name || member.phone_display || t('member-nameless');
}

/** The member may stand at the counter too: what is shown there must not be of yesterday. */
export function keepCounterInStep(glance: MemberGlance) {
  if (counter.glance?.member.id !== glance.member.id) return;
  counter.follow(glance);
  counter.fresh = 0;
}
