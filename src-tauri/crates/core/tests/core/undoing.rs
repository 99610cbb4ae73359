//! Undo of what was done at the till today: by new entries, never by erasing.

use regulars_core::{
    Code,
    card::{CardStatus, Scan},
    member::MemberStatus,
    program::StampRules,
    visit::{VisitDraft, VisitStatus},
};

use crate::shop::{Shop, named, refusal, ten_stamps, visit_of};

#[test]
fn an_undone_visit_is_gone_from_the_sums_and_stays_in_the_log() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let recorded = shop.stamp(anna, 3);
    let entries = shop.number("SELECT count(*) FROM entry");
    let back = shop.undo(recorded.change_id).unwrap();
    assert_eq!((back.stamps_reversed, back.balance), (3, 0));
    assert_eq!(shop.visit(recorded.visit.id).status, VisitStatus::Void);
    assert_eq!(shop.number("SELECT count(*) FROM entry"), entries + 1);
    assert_eq!(
        shop.number("SELECT count(*) FROM change WHERE op = 'visit.record'"),
        1
    );
}

#[test]
fn a_change_is_undone_once() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let change = shop.stamp(anna, 3).change_id;
    shop.undo(change).unwrap();
    assert_eq!(refusal(shop.undo(change)), Code::AlreadyUndone);
    assert_eq!(shop.balance(anna), 0);
}

#[test]
fn an_undo_is_not_undone() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let change = shop.stamp(anna, 3).change_id;
    let undo = shop.undo(change).unwrap().change_id;
    assert_eq!(refusal(shop.undo(undo)), Code::NotUndoable);
}

#[test]
fn yesterday_is_not_undone() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let change = shop.at("2026-03-02 23:30").stamp(anna, 3).change_id;
    shop.at("2026-03-03 04:00");
    assert_eq!(refusal(shop.undo(change)), Code::NotUndoable);
    shop.at("2026-03-03 03:50");
    assert!(
        shop.undo(change).is_ok(),
        "after midnight the business day goes on"
    );
}

#[test]
fn what_was_voided_is_not_undone_again() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let recorded = shop.stamp(anna, 3);
    shop.void(recorded.visit.id);
    assert_eq!(refusal(shop.undo(recorded.change_id)), Code::VisitVoided);
    assert_eq!(shop.balance(anna), 0);
}

#[test]
fn an_undone_redemption_gives_the_reward_back_and_takes_its_visit_away() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let grant = shop.reward(anna);
    let redeemed = shop.redeem(grant).unwrap();
    assert_eq!(shop.undo(redeemed.change_id).unwrap().grants_restored, 1);
    assert_eq!(shop.reward(anna), grant);
    assert_eq!(shop.glance(anna).stats.visits, 1);
    let again = shop.redeem(grant).unwrap();
    assert_eq!(refusal(shop.redeem(grant)), Code::GrantRedeemed);
    assert!(
        shop.undo(again.change_id).is_ok(),
        "each redemption can be undone"
    );
}

#[test]
fn an_undone_redemption_leaves_the_visit_it_was_added_to() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    // A visit with nothing but a note-less coffee to go: no stamp, no amount.
    let visit = shop.stamp(anna, 0).visit.id;
    let redeemed = shop
        .store
        .redeem(shop.ask(), shop.reward(anna), Some(visit))
        .unwrap();
    shop.undo(redeemed.change_id).unwrap();
    assert_eq!(shop.visit(visit).status, VisitStatus::Ok);
    assert_eq!(shop.visit(visit).rewards, 0);
    assert_eq!(shop.glance(anna).stats.visits, 2);
}

#[test]
fn a_redemption_whose_visit_was_voided_is_not_given_back_twice() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let redeemed = shop.redeem(shop.reward(anna)).unwrap();
    shop.void(redeemed.visit_id);
    assert_eq!(refusal(shop.undo(redeemed.change_id)), Code::AlreadyUndone);
    assert_eq!(shop.rewards(anna).len(), 1);
}

#[test]
fn a_completed_visit_is_undone_back_to_its_redemption_and_completed_anew() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let visit = shop.redeem(shop.reward(anna)).unwrap().visit_id;
    let complete = |amount| VisitDraft {
        amount_minor: Some(amount),
        complete: Some(visit),
        ..visit_of(anna)
    };
    let wrong = shop.record(&complete(42_000)).unwrap();
    shop.undo(wrong.change_id).unwrap();
    let back = shop.visit(visit);
    assert_eq!(
        (back.status, back.amount_minor, back.stamps, back.rewards),
        (VisitStatus::Ok, None, 0, 1)
    );
    assert_eq!(shop.glance(anna).stats.spend_minor, 0);
    shop.record(&complete(420)).unwrap();
    let stats = shop.glance(anna).stats;
    assert_eq!((stats.visits, stats.spend_minor), (2, 420));
    assert_eq!(shop.balance(anna), 1);
}

#[test]
fn undoing_the_completion_gives_back_the_rewards_it_handed_over_itself() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 20);
    let [first, second] = [shop.rewards(anna)[0].id, shop.rewards(anna)[1].id];
    let visit = shop.redeem(first).unwrap().visit_id;
    let complete = VisitDraft {
        complete: Some(visit),
        redeem: vec![second],
        ..visit_of(anna)
    };
    let recorded = shop.record(&complete).unwrap();
    assert_eq!(shop.undo(recorded.change_id).unwrap().grants_restored, 1);
    assert_eq!(shop.reward(anna), second);
    assert_eq!(shop.visit(visit).rewards, 1);
}

#[test]
fn both_halves_of_a_completed_visit_can_be_undone_one_after_the_other() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let redeemed = shop.redeem(shop.reward(anna)).unwrap();
    let complete = VisitDraft {
        amount_minor: Some(420),
        complete: Some(redeemed.visit_id),
        ..visit_of(anna)
    };
    let completed = shop.record(&complete).unwrap();
    shop.undo(completed.change_id).unwrap();
    shop.undo(redeemed.change_id).unwrap();
    assert_eq!(
        shop.visit(redeemed.visit_id).status,
        VisitStatus::Void,
        "nothing of it is left"
    );
    assert_eq!(shop.glance(anna).stats.visits, 1);
}

#[test]
fn undoing_the_redemption_alone_leaves_what_was_paid() {
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
    shop.undo(redeemed.change_id).unwrap();
    assert_eq!(shop.visit(redeemed.visit_id).status, VisitStatus::Ok);
    let stats = shop.glance(anna).stats;
    assert_eq!((stats.visits, stats.spend_minor), (2, 420));
}

#[test]
fn an_undone_visit_takes_its_unlocked_reward_back() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 9);
    let tenth = shop.stamp(anna, 1);
    assert_eq!(shop.undo(tenth.change_id).unwrap().grants_voided, 1);
    assert!(shop.rewards(anna).is_empty());
    assert_eq!(shop.balance(anna), 9);
}

#[test]
fn an_undone_enrolment_puts_the_member_and_the_card_away() {
    let shop = Shop::with(&StampRules {
        starter_stamps: 2,
        ..ten_stamps()
    });
    let enrolled = shop.store.enrol(shop.ask(), &named("Anan"), false).unwrap();
    shop.undo(enrolled.change_id).unwrap();
    assert_eq!(
        shop.store.member(enrolled.member_id).unwrap().status,
        MemberStatus::Archived
    );
    let scan = shop.store.scan(&enrolled.card_number).unwrap();
    assert!(matches!(
        scan,
        Scan::Stopped {
            status: CardStatus::Blocked,
            ..
        }
    ));
    assert!(
        shop.store
            .search("anan", 5, shop.today())
            .unwrap()
            .is_empty()
    );
}

#[test]
fn a_member_who_came_since_is_not_unenrolled() {
    let shop = Shop::open();
    let enrolled = shop.store.enrol(shop.ask(), &named("Anna"), false).unwrap();
    let visit = shop.stamp(enrolled.member_id, 1);
    assert_eq!(refusal(shop.undo(enrolled.change_id)), Code::NotUndoable);
    shop.undo(visit.change_id).unwrap();
    shop.undo(enrolled.change_id).unwrap();
}

#[test]
fn an_undone_block_lets_the_card_work_again() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let blocked = shop.set_card(anna, CardStatus::Blocked);
    shop.undo(blocked).unwrap();
    assert_eq!(shop.card(anna).status, CardStatus::Active);
    assert_eq!(refusal(shop.undo(blocked)), Code::AlreadyUndone);
}

#[test]
fn undoing_a_block_never_revives_a_replaced_card() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let old = shop.card(anna);
    let blocked = shop.set_card(anna, CardStatus::Blocked);
    shop.store.replace_card(shop.ask(), old.id).unwrap();
    assert_eq!(refusal(shop.undo(blocked)), Code::NotUndoable);
    let scan = shop.store.scan(&old.number).unwrap();
    assert!(matches!(
        scan,
        Scan::Stopped {
            status: CardStatus::Replaced,
            ..
        }
    ));
}

#[test]
fn undoing_an_older_block_does_not_hide_that_the_card_is_lost() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let blocked = shop.set_card(anna, CardStatus::Blocked);
    shop.set_card(anna, CardStatus::Lost);
    assert_eq!(refusal(shop.undo(blocked)), Code::NotUndoable);
    assert_eq!(shop.card(anna).status, CardStatus::Lost);
}

#[test]
fn what_is_not_a_counter_action_is_not_undone() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    let merged = shop.store.merge_members(shop.ask(), anna, twin).unwrap();
    assert_eq!(refusal(shop.undo(merged)), Code::NotUndoable);
    let card = shop.card(anna).id;
    let replaced = shop.store.replace_card(shop.ask(), card).unwrap().change_id;
    assert_eq!(refusal(shop.undo(replaced)), Code::NotUndoable);
    let nothing = regulars_core::id::ChangeId(uuid::Uuid::nil());
    assert_eq!(refusal(shop.undo(nothing)), Code::NotUndoable);
}

#[test]
fn undo_finds_the_guest_also_after_a_merge() {
    let shop = Shop::open();
    let (anna, twin) = (shop.enrol("Anna"), shop.enrol("Anna K."));
    let visit = shop.stamp(twin, 11);
    let redeemed = shop.redeem(shop.reward(twin)).unwrap();
    shop.merge(anna, twin);
    assert_eq!(shop.undo(redeemed.change_id).unwrap().grants_restored, 1);
    let back = shop.undo(visit.change_id).unwrap();
    assert_eq!(
        (back.member_id, back.balance, back.grants_voided),
        (anna, 0, 1)
    );
}
