//! What happened: the member's timeline and the till's day.

use regulars_core::{
    card::CardStatus,
    id::MemberId,
    member::{Channel, MemberDraft, TimelineEvent},
    program::StampRules,
    visit::{TillEntry, TillOp, VisitDraft},
};

use crate::shop::{Shop, days, named, ten_stamps, visit_of};

/// The timeline in short words, newest first.
fn lines(shop: &Shop, member: MemberId) -> Vec<String> {
    let page = shop.store.timeline(member, 0, 200).unwrap();
    assert_eq!(usize::try_from(page.total).unwrap(), page.items.len());
    page.items
        .iter()
        .map(|item| match &item.event {
            TimelineEvent::Visit { visit } => format!("visit {} {:?}", visit.stamps, visit.status),
            TimelineEvent::RewardUnlocked { .. } => "unlocked".into(),
            TimelineEvent::RewardRedeemed { visit_id, .. } => {
                format!("redeemed at a visit: {}", visit_id.is_some())
            }
            TimelineEvent::RedemptionUndone { .. } => "redemption undone".into(),
            TimelineEvent::RewardVoided { .. } => "reward voided".into(),
            TimelineEvent::RewardExpired { .. } => "reward expired".into(),
            TimelineEvent::StampsExpired { stamps } => format!("{stamps} expired"),
            TimelineEvent::StampsAdjusted { stamps, reason } => format!("{stamps} {reason}"),
            TimelineEvent::Enrolled => "enrolled".into(),
            TimelineEvent::Consent { channel, granted } => format!("{channel:?} {granted}"),
            TimelineEvent::Card { what, .. } => format!("card {what}"),
            TimelineEvent::Merged { other_name } => format!("merged {other_name}"),
            TimelineEvent::Edited { op, .. } => op.clone(),
        })
        .collect()
}

#[test]
fn the_timeline_tells_a_guests_whole_story() {
    let rules = StampRules {
        starter_stamps: 1,
        reward_lifetime: days(5),
        stamp_lifetime: days(40),
        ..ten_stamps()
    };
    let shop = Shop::with(&rules);
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 12);
    let redeemed = shop.redeem(shop.reward(anna)).unwrap();
    shop.undo(redeemed.change_id).unwrap();
    shop.store
        .set_consent(shop.ask(), anna, Channel::Email, true)
        .unwrap();
    shop.store
        .update_member(shop.ask(), anna, &named("Anna K."), false)
        .unwrap();
    shop.set_card(anna, CardStatus::Lost);
    shop.at("2026-03-20 09:00").daily_run();
    shop.at("2026-06-01 09:00").daily_run();
    assert_eq!(
        lines(&shop, anna),
        [
            "3 expired",
            "reward expired",
            "card lost",
            "member.update",
            "Email true",
            "redemption undone",
            "redeemed at a visit: true",
            "visit 0 Void",
            "unlocked",
            "visit 12 Ok",
            "enrolled",
            "1 starter",
            "card issued",
        ]
    );
}

#[test]
fn what_was_taken_back_stands_there_with_its_reason() {
    let shop = Shop::clamping();
    let anna = shop.enrol("Anna");
    let first = shop.buy(anna, 1_000, 4);
    shop.refund(first, 500);
    let second = shop.stamp(anna, 8).visit.id;
    shop.redeem(shop.reward(anna)).unwrap();
    shop.void(second);
    let story = lines(&shop, anna);
    for line in [
        "-2 refund",
        "-8 void",
        "8 clamp",
        "visit 2 Ok",
        "visit 0 Void",
    ] {
        assert!(
            story.iter().any(|told| told == line),
            "{line} is missing: {story:?}"
        );
    }
}

#[test]
fn the_timeline_comes_in_pages_without_gaps() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    for _ in 0..25 {
        shop.stamp(anna, 1);
    }
    let all = shop.store.timeline(anna, 0, 200).unwrap();
    let mut paged = Vec::new();
    for offset in (0..all.total).step_by(7) {
        let page = shop.store.timeline(anna, offset, 7).unwrap();
        assert_eq!(page.total, all.total);
        paged.extend(page.items);
    }
    assert_eq!(paged, all.items);
    let positions: Vec<_> = all.items.iter().map(|item| item.position).collect();
    assert!(
        positions.windows(2).all(|pair| pair[0] == pair[1] + 1),
        "newest first: {positions:?}"
    );
    assert!(
        all.items
            .windows(2)
            .all(|pair| pair[0].at_ms >= pair[1].at_ms)
    );
}

#[test]
fn a_merge_is_told_with_the_others_name() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    shop.stamp(twin, 2);
    shop.merge(anna, twin);
    let story = lines(&shop, anna);
    assert!(story.contains(&"merged Anna K.".to_owned()), "{story:?}");
    assert!(story.contains(&"visit 2 Ok".to_owned()));
}

fn till(shop: &Shop) -> Vec<TillEntry> {
    shop.store.till_today(shop.now()).unwrap().entries
}

#[test]
fn the_tills_day_shows_each_action_newest_first() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.buy(anna, 1_000, 10);
    let grant = shop.reward(anna);
    shop.redeem(grant).unwrap();
    shop.refund(visit, 400);
    shop.void(visit);
    shop.set_card(anna, CardStatus::Blocked);
    let entries = till(&shop);
    let told: Vec<_> = entries
        .iter()
        .map(|entry| {
            (
                entry.op,
                entry.stamps,
                entry.amount_minor,
                entry.reward_name.as_deref(),
            )
        })
        .collect();
    assert_eq!(
        told,
        [
            (TillOp::Card, 0, None, None),
            (TillOp::Void, -6, Some(-600), None),
            (TillOp::Refund, -4, Some(-400), None),
            (TillOp::Redeem, 0, None, Some("Free coffee")),
            (TillOp::Visit, 10, Some(1_000), None),
            (TillOp::Enrol, 0, None, None),
        ]
    );
    assert!(entries.iter().all(|entry| entry.member_name == "Anna"));
    assert!(entries.windows(2).all(|pair| pair[0].seq > pair[1].seq));
}

#[test]
fn the_tills_sums_count_what_still_stands() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let first = shop.buy(anna, 1_000, 10);
    shop.redeem(shop.reward(anna)).unwrap();
    let second = shop.buy(anna, 700, 1);
    shop.refund(first, 250);
    shop.void(second);
    let day = shop.store.till_today(shop.now()).unwrap();
    assert_eq!(
        (day.visits, day.spend_minor, day.stamps, day.rewards),
        (2, 750, 8, 1)
    );
    shop.at("2026-03-03 09:00");
    let next = shop.store.till_today(shop.now()).unwrap();
    assert_eq!(
        (next.visits, next.spend_minor, next.entries.len()),
        (0, 0, 0)
    );
}

#[test]
fn the_till_offers_undo_only_where_it_would_work() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let bela = shop.enrol("Béla");
    let undone = shop.stamp(anna, 1).change_id;
    shop.undo(undone).unwrap();
    let voided = shop.stamp(anna, 1).visit.id;
    shop.void(voided);
    shop.stamp(anna, 10);
    let redeemed = shop.redeem(shop.reward(anna)).unwrap();
    shop.void(redeemed.visit_id);
    shop.set_card(anna, CardStatus::Blocked);
    shop.set_card(anna, CardStatus::Lost);
    let old = shop.card(bela).id;
    shop.set_card(bela, CardStatus::Blocked);
    shop.store.replace_card(shop.ask(), old).unwrap();
    let again = shop.reward(anna);
    shop.redeem(again).unwrap();
    let mut offered = 0;
    for entry in till(&shop) {
        if entry.undone {
            assert!(!entry.undoable, "{entry:?}");
        }
        // Try it on a copy, so that one undo does not change the next.
        let copy = crate::shop::copy_of(&shop);
        let outcome = copy.undo(shop.ask(), entry.change_id);
        assert_eq!(outcome.is_ok(), entry.undoable, "{entry:?}: {outcome:?}");
        offered += u32::from(entry.undoable);
    }
    assert_eq!(
        offered, 4,
        "Béla's enrolment, the ten stamps, the lost card, the last redemption"
    );
}

#[test]
fn a_completed_visit_stands_at_the_till_with_its_amount() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let redeemed = shop.redeem(shop.reward(anna)).unwrap();
    let complete = VisitDraft {
        amount_minor: Some(420),
        complete: Some(redeemed.visit_id),
        ..visit_of(anna)
    };
    shop.record(&complete).unwrap();
    let newest = &till(&shop)[0];
    assert_eq!(
        (newest.op, newest.amount_minor, newest.visit_id),
        (TillOp::Visit, Some(420), Some(redeemed.visit_id))
    );
    assert_eq!(shop.store.till_today(shop.now()).unwrap().visits, 2);
}

#[test]
fn a_guest_without_a_name_is_shown_by_phone() {
    let shop = Shop::open();
    let draft = MemberDraft {
        phone: Some("06 30 555 0142".into()),
        ..MemberDraft::default()
    };
    shop.store.enrol(shop.ask(), &draft, false).unwrap();
    assert_eq!(till(&shop)[0].member_name, "+36305550142");
}
