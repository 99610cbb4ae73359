//! Two members who are one person: both histories stay.

use regulars_core::{
    Code,
    card::Scan,
    member::{Birthday, Channel, GrantStatus, MemberDraft, MemberStatus, TimelineEvent},
    program::StampRules,
};

use crate::shop::{Shop, months, named, refusal, ten_stamps, visit_of};

#[test]
fn stamps_visits_and_spend_come_together() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    shop.buy(anna, 500, 3);
    shop.buy(twin, 700, 4);
    shop.merge(anna, twin);
    let glance = shop.glance(anna);
    assert_eq!(
        (
            glance.card.balance,
            glance.stats.visits,
            glance.stats.spend_minor
        ),
        (7, 2, 1_200)
    );
    let gone = shop.store.member(twin).unwrap();
    assert_eq!(
        (gone.status, gone.merged_into),
        (MemberStatus::Merged, Some(anna))
    );
    assert_eq!(shop.glance(twin).stats.visits, 0);
}

#[test]
fn two_half_cards_make_a_full_one() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    shop.stamp(anna, 6);
    shop.stamp(twin, 6);
    shop.merge(anna, twin);
    assert_eq!((shop.balance(anna), shop.rewards(anna).len()), (2, 1));
}

#[test]
fn the_cards_of_both_keep_working() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    let numbers = [shop.card(anna).number, shop.card(twin).number];
    shop.merge(anna, twin);
    for number in numbers {
        let scan = shop.store.scan(&number).unwrap();
        assert_eq!(
            scan,
            Scan::Found {
                member_id: anna,
                number: number.clone()
            }
        );
        assert_eq!(
            shop.store.search(&number, 5, shop.today()).unwrap()[0].id,
            anna
        );
    }
}

#[test]
fn rewards_come_along_and_are_still_handed_over_once() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    shop.stamp(twin, 20);
    let used = shop.rewards(twin)[0].id;
    shop.redeem(used).unwrap();
    shop.merge(anna, twin);
    let grant = shop.reward(anna);
    shop.redeem(grant).unwrap();
    assert_eq!(refusal(shop.redeem(grant)), Code::GrantRedeemed);
    assert_eq!(refusal(shop.redeem(used)), Code::GrantRedeemed);
    assert_eq!(shop.grant_statuses(anna), [GrantStatus::Redeemed; 2]);
}

#[test]
fn a_refund_of_a_merged_members_visit_finds_its_stamps() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    let visit = shop.buy(twin, 1_000, 4);
    shop.stamp(anna, 3);
    shop.merge(anna, twin);
    assert_eq!(shop.refund(visit, 500).balance, 5);
    assert_eq!(shop.void(visit).balance, 3);
}

#[test]
fn voiding_a_merged_visit_revokes_the_reward_its_stamps_made() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    let visit = shop.stamp(twin, 10).visit.id;
    shop.merge(anna, twin);
    let back = shop.void(visit);
    assert_eq!((back.grants_voided, back.balance), (1, 0));
    assert_eq!(shop.grant_statuses(anna), [GrantStatus::Void]);
}

#[test]
fn a_void_after_the_merge_gives_back_what_was_redeemed_before_it() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    shop.stamp(twin, 10);
    let redeemed = shop.redeem(shop.reward(twin)).unwrap();
    shop.merge(anna, twin);
    assert_eq!(shop.void(redeemed.visit_id).grants_restored, 1);
    assert_eq!(shop.reward(anna), redeemed.grant.id);
    shop.redeem(redeemed.grant.id).unwrap();
}

#[test]
fn stamps_keep_their_dates_through_a_merge_and_expire_once() {
    let shop = Shop::with(&StampRules {
        stamp_lifetime: months(1),
        ..ten_stamps()
    });
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    let visit = shop.buy(twin, 1_000, 4);
    shop.at("2026-03-30 09:00").merge(anna, twin);
    shop.stamp(anna, 5);
    shop.at("2026-04-03 09:00");
    assert_eq!(shop.daily_run().stamps_expired, 4);
    let back = shop.void(visit);
    assert_eq!(
        (back.stamps_reversed, back.balance),
        (0, 5),
        "what expired is not taken again"
    );
}

#[test]
fn a_debt_is_repaid_by_the_others_stamps() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    let visit = shop.stamp(twin, 10).visit.id;
    shop.redeem(shop.reward(twin)).unwrap();
    shop.void(visit);
    shop.stamp(anna, 4);
    shop.merge(anna, twin);
    assert_eq!(shop.balance(anna), -6);
    assert_eq!(shop.stamp(anna, 8).balance, 2);
}

#[test]
fn the_history_of_both_is_one_also_after_a_chain_of_merges() {
    let shop = Shop::open();
    let (anna, second, third) = (shop.enrol("Anna"), shop.enrol("Anna K."), shop.enrol("Ani"));
    shop.store
        .update_member(
            shop.ask(),
            third,
            &MemberDraft {
                external_id: Some("T-3".into()),
                ..MemberDraft::default()
            },
            false,
        )
        .unwrap();
    shop.store
        .update_member(
            shop.ask(),
            second,
            &MemberDraft {
                external_id: Some("T-2".into()),
                ..MemberDraft::default()
            },
            false,
        )
        .unwrap();
    let visit = shop.stamp(third, 10).visit.id;
    shop.redeem(shop.reward(third)).unwrap();
    shop.merge(second, third);
    shop.merge(anna, second);
    assert_eq!(shop.glance(anna).stats.visits, 2);
    assert_eq!(shop.store.member(third).unwrap().merged_into, Some(anna));
    assert_eq!(
        shop.store.resolve_member("T-3").unwrap(),
        anna,
        "an old key leads to who is served"
    );
    let events = shop.store.timeline(anna, 0, 100).unwrap().items;
    assert!(
        events
            .iter()
            .any(|item| matches!(item.event, TimelineEvent::RewardUnlocked { .. }))
    );
    let enrolled = events
        .iter()
        .filter(|item| matches!(item.event, TimelineEvent::Enrolled))
        .count();
    assert_eq!(enrolled, 3);
    assert_eq!(shop.void(visit).balance, -10);
}

#[test]
fn expiry_after_a_chain_of_merges_is_not_taken_twice_either() {
    let shop = Shop::with(&StampRules {
        stamp_lifetime: months(1),
        ..ten_stamps()
    });
    let (anna, second, third) = (shop.enrol("Anna"), shop.enrol("Anna K."), shop.enrol("Ani"));
    let visit = shop.buy(third, 1_000, 4);
    shop.merge(second, third);
    shop.at("2026-05-01 09:00").daily_run();
    shop.merge(anna, second);
    shop.stamp(anna, 5);
    assert_eq!(shop.void(visit).balance, 5);
}

#[test]
fn blanks_are_filled_and_nothing_is_overwritten() {
    let shop = Shop::open();
    let keep = MemberDraft {
        email: Some("anna@example.com".into()),
        ..named("Anna")
    };
    let other = MemberDraft {
        phone: Some("06 30 555 0142".into()),
        email: Some("other@example.com".into()),
        birthday: Some(Birthday {
            month: 2,
            day: 29,
            year: None,
        }),
        notes: Some("oat milk".into()),
        external_id: Some("K-1".into()),
        ..named("Anna Kovács")
    };
    let anna = shop.store.enrol(shop.ask(), &keep, true).unwrap().member_id;
    let twin = shop
        .store
        .enrol(shop.ask(), &other, true)
        .unwrap()
        .member_id;
    shop.merge(anna, twin);
    let merged = shop.store.member(anna).unwrap();
    assert_eq!(merged.name, "Anna");
    assert_eq!(merged.email.as_deref(), Some("anna@example.com"));
    assert_eq!(merged.phone.as_deref(), Some("+36305550142"));
    assert_eq!(merged.notes, "oat milk");
    assert_eq!(
        merged.birthday,
        Some(Birthday {
            month: 2,
            day: 29,
            year: None
        })
    );
    assert_eq!(merged.external_id.as_deref(), Some("K-1"));
    assert_eq!(
        shop.store.search("0142", 5, shop.today()).unwrap()[0].id,
        anna
    );
}

#[test]
fn a_withdrawn_consent_stays_withdrawn() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    let consent = |member, channel, granted| {
        shop.store
            .set_consent(shop.ask(), member, channel, granted)
            .unwrap();
    };
    consent(anna, Channel::Email, true);
    consent(twin, Channel::Email, false);
    consent(anna, Channel::Sms, false);
    consent(twin, Channel::Sms, true);
    consent(twin, Channel::Call, true);
    shop.merge(anna, twin);
    let consents = shop.store.profile(anna, shop.now()).unwrap().consents;
    let granted: Vec<_> = consents
        .iter()
        .filter(|line| line.granted)
        .map(|line| line.channel)
        .collect();
    assert_eq!(granted, [Channel::Call]);
}

#[test]
fn who_was_merged_is_served_under_the_other_name_only() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    shop.merge(anna, twin);
    assert_eq!(refusal(shop.record(&visit_of(twin))), Code::MemberMerged);
    assert_eq!(
        refusal(shop.store.merge_members(shop.ask(), anna, twin)),
        Code::MemberMerged
    );
    assert_eq!(
        refusal(shop.store.merge_members(shop.ask(), twin, anna)),
        Code::MemberMerged
    );
    assert_eq!(
        refusal(shop.store.merge_members(shop.ask(), anna, anna)),
        Code::MergeSelf
    );
    assert_eq!(
        refusal(shop.store.archive_member(shop.ask(), twin, true)),
        Code::MemberMerged
    );
    let found = shop.store.search("anna", 10, shop.today()).unwrap();
    assert_eq!(found.iter().map(|hit| hit.id).collect::<Vec<_>>(), [anna]);
}

#[test]
fn the_same_phone_cannot_appear_again_through_a_merge() {
    let shop = Shop::open();
    let with_phone = |name: &str, phone: &str| {
        let draft = MemberDraft {
            phone: Some(phone.into()),
            ..named(name)
        };
        shop.store
            .enrol(shop.ask(), &draft, true)
            .unwrap()
            .member_id
    };
    let anna = with_phone("Anna", "06 30 555 0142");
    let twin = with_phone("Anna K.", "06 30 555 0143");
    shop.merge(anna, twin);
    let taken = shop
        .number("SELECT count(*) FROM member WHERE phone = '+36305550142' AND status <> 'merged'");
    assert_eq!(taken, 1);
    let draft = MemberDraft {
        phone: Some("+36305550142".into()),
        ..named("Eve")
    };
    assert_eq!(
        refusal(shop.store.enrol(shop.ask(), &draft, true)),
        Code::PhoneTaken
    );
}

#[test]
fn both_phones_of_a_merged_guest_find_them() {
    let shop = Shop::open();
    let enrol = |name: &str, phone: &str| {
        let draft = MemberDraft {
            phone: Some(phone.into()),
            ..named(name)
        };
        let enrolled = shop.store.enrol(shop.ask(), &draft, true).unwrap();
        enrolled.member_id
    };
    let anna = enrol("Anna", "06 30 555 0142");
    let twin = enrol("Anna K.", "06 30 777 0143");
    shop.merge(anna, twin);
    for phone in ["06 30 555 0142", "+36 30 777 0143"] {
        assert_eq!(shop.store.resolve_member(phone).unwrap(), anna, "{phone}");
    }
    for typed in ["0142", "7770143"] {
        let found = shop.store.search(typed, 10, shop.today()).unwrap();
        let found: Vec<_> = found.iter().map(|hit| hit.id).collect();
        assert_eq!(found, [anna], "{typed}");
    }
    // A number that the operator has given to somebody else since.
    let eve = enrol("Eve", "+36307770143");
    assert_eq!(shop.store.resolve_member("06307770143").unwrap(), eve);
}

#[test]
fn merging_is_one_change_and_all_or_nothing() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    shop.stamp(twin, 12);
    let before = shop.number("SELECT count(*) FROM change");
    shop.merge(anna, twin);
    assert_eq!(shop.number("SELECT count(*) FROM change"), before + 1);
}
