import type { MemberProfile } from '$lib/backend';

/** What one member will be after another was merged into them. */
export interface MergeForecast {
  visits: number;
  spend_minor: number;
  /** Stamps of both together. */
  stamps: number;
  /** Full cards those stamps make. */
  rewards: number;
  /** What stays on the card after that. */
  balance: number;
  /** Of the one who goes: what the other has otherwise and therefore keeps. */
  dropped: { name: string | null; phone: string | null; email: string | null };
}

export function mergeForecast(keep: MemberProfile, merge: MemberProfile): MergeForecast {
  const [kept, gone] = [keep.glance, merge.glance];
  const stamps = kept.card.balance + gone.card.balance;
  const required = kept.card.stamps_required;
  const rewards = Math.max(0, Math.floor(stamps / required));
  return {
    visits: kept.stats.visits + gone.stats.visits,
    spend_minor: kept.stats.spend_minor + gone.stats.spend_minor,
    stamps,
    rewards,
    balance: stamps - rewards * required,
    dropped: {
      name: otherwise(kept.member.name, gone.member.name),
      phone: otherwise(kept.member.phone_display, gone.member.phone_display),
      email: otherwise(kept.member.email, gone.member.email),
    },
  };
}

/** What is lost because the one who stays has something else there. */
function otherwise(kept: string | null, gone: string | null): string | null {
  return kept && gone && kept !== gone ? gone : null;
}

/** Who should stay, unless somebody says otherwise: the one with the longer history. */
export function longerHistory(one: MemberProfile, other: MemberProfile): MemberProfile {
  const visits = (profile: MemberProfile) => profile.glance.stats.visits;
  return visits(other) > visits(one) ? other : one;
}
