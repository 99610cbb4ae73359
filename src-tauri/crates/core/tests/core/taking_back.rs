//! Voids and refunds: exactly what the visit earned goes back, and what it
//! handed over comes back.

use regulars_core::{
    Code,
    member::GrantStatus,
    program::{EarnRule, StampRules},
    visit::{VisitDraft, VisitStatus},
};

use crate::shop::{Shop, date, months, refusal, ten_stamps, visit_of};

#[test]
fn a_void_takes_back_stamps_spend_and_visit() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.buy(anna, 750, 3);
    let back = shop.void(visit);
    assert_eq!((back.stamps_reversed, back.balance), (3, 0));
    let stats = shop.glance(anna).stats;
    assert_eq!(
        (stats.visits, stats.spend_minor, stats.last_visit_on),
        (0, 0, None)
    );
    assert_eq!(shop.visit(visit).status, VisitStatus::Void);
}

#[test]
fn a_visit_is_voided_once() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.buy(anna, 750, 3);
    shop.void(visit);
    assert_eq!(
        refusal(shop.store.void_visit(shop.ask(), visit)),
        Code::VisitVoided
    );
    assert_eq!(
        refusal(shop.store.refund_visit(shop.ask(), visit, 1)),
        Code::VisitVoided
    );
    assert_eq!(
        refusal(shop.store.refund_visit(shop.ask(), visit, 750)),
        Code::VisitVoided
    );
}

#[test]
fn many_small_refunds_take_back_the_same_as_one_large() {
    for parts in [
        vec![100; 10],
        vec![333, 333, 334],
        vec![999, 1],
        vec![1, 999],
        vec![1_000],
    ] {
        let shop = Shop::open();
        let anna = shop.enrol("Anna");
        let visit = shop.buy(anna, 1_000, 7);
        let mut refunded = 0;
        for part in parts {
            refunded += part;
            shop.refund(visit, part);
            let due = 7 * refunded / 1_000;
            assert_eq!(shop.balance(anna), 7 - due, "after {refunded} of 1,000");
            assert_eq!(shop.visit(visit).stamps, 7 - due);
        }
        assert_eq!(shop.balance(anna), 0);
        assert_eq!(shop.glance(anna).stats.spend_minor, 0);
    }
}

#[test]
fn a_part_rounds_in_the_guests_favour() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.buy(anna, 300, 1);
    assert_eq!(shop.refund(visit, 299).stamps_reversed, 0);
    assert_eq!(shop.balance(anna), 1);
    assert_eq!(shop.refund(visit, 1).stamps_reversed, 1);
    assert_eq!(shop.balance(anna), 0);
}

#[test]
fn no_more_than_was_paid_is_refunded() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.buy(anna, 1_000, 2);
    let refund = |amount| refusal(shop.store.refund_visit(shop.ask(), visit, amount));
    assert_eq!(refund(1_001), Code::RefundTooLarge);
    assert_eq!(refund(i64::MAX), Code::RefundTooLarge);
    for nothing in [0, -1, i64::MIN] {
        assert!(
            matches!(refund(nothing), Code::BadAmount | Code::RefundZero),
            "{nothing}"
        );
    }
    shop.refund(visit, 600);
    assert_eq!(refund(401), Code::RefundTooLarge);
    assert_eq!(refund(i64::MAX), Code::RefundTooLarge);
    shop.refund(visit, 400);
    assert_eq!(refund(1), Code::RefundTooLarge);
    let free = shop.stamp(anna, 1).visit.id;
    assert_eq!(
        refusal(shop.store.refund_visit(shop.ask(), free, 1)),
        Code::NothingToRefund
    );
}

#[test]
fn a_void_after_a_partial_refund_takes_back_only_the_rest() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.buy(anna, 1_000, 4);
    shop.stamp(anna, 1);
    assert_eq!(shop.refund(visit, 500).stamps_reversed, 2);
    assert_eq!(shop.void(visit).stamps_reversed, 2);
    assert_eq!(shop.balance(anna), 1);
}

#[test]
fn voiding_an_old_visit_revokes_an_unused_reward_and_returns_its_stamps() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let old = shop.stamp(anna, 4).visit.id;
    shop.at("2026-03-09 09:00").stamp(anna, 7);
    assert_eq!((shop.balance(anna), shop.rewards(anna).len()), (1, 1));
    let back = shop.void(old);
    assert_eq!(
        (back.stamps_reversed, back.grants_voided, back.balance),
        (4, 1, 7)
    );
    assert!(shop.rewards(anna).is_empty());
    assert_eq!(shop.grant_statuses(anna), [GrantStatus::Void]);
    // The card goes on from there.
    assert_eq!(shop.stamp(anna, 3).unlocked.len(), 1);
    assert_eq!(shop.balance(anna), 0);
}

#[test]
fn loose_stamps_go_before_a_reward_is_revoked() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let old = shop.stamp(anna, 3).visit.id;
    shop.stamp(anna, 12);
    assert_eq!(shop.balance(anna), 5);
    assert_eq!(shop.void(old).grants_voided, 0);
    assert_eq!((shop.balance(anna), shop.rewards(anna).len()), (2, 1));
}

#[test]
fn stamps_of_a_redeemed_reward_become_debt_and_the_next_earnings_repay_it() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 10).visit.id;
    shop.redeem(shop.reward(anna)).unwrap();
    let back = shop.void(visit);
    assert_eq!(
        (back.stamps_reversed, back.stamps_written_off, back.balance),
        (10, 0, -10)
    );
    assert_eq!(shop.stamp(anna, 4).balance, -6);
    assert_eq!(shop.stamp(anna, 10).balance, 4);
    assert!(shop.rewards(anna).is_empty());
    assert_eq!(shop.stamp(anna, 6).unlocked.len(), 1);
    assert_eq!(shop.balance(anna), 0);
}

#[test]
fn a_shop_that_clamps_writes_the_debt_off_visibly() {
    let shop = Shop::clamping();
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 12).visit.id;
    shop.redeem(shop.reward(anna)).unwrap();
    let back = shop.void(visit);
    assert_eq!(
        (back.stamps_reversed, back.stamps_written_off, back.balance),
        (12, 10, 0)
    );
    let written_off =
        "SELECT coalesce(sum(units), 0) FROM entry WHERE kind = 'adjust' AND reason = 'clamp'";
    assert_eq!(shop.number(written_off), 10);
    assert_eq!(shop.stamp(anna, 1).balance, 1);
}

#[test]
fn voiding_the_earnings_that_repaid_a_debt_brings_the_debt_back() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let first = shop.stamp(anna, 10).visit.id;
    shop.redeem(shop.reward(anna)).unwrap();
    shop.void(first);
    let second = shop.stamp(anna, 5).visit.id;
    assert_eq!(shop.balance(anna), -5);
    shop.void(second);
    assert_eq!(shop.balance(anna), -10);
}

#[test]
fn a_void_gives_back_the_reward_it_handed_over() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let grant = shop.reward(anna);
    let draft = VisitDraft {
        amount_minor: Some(400),
        redeem: vec![grant],
        ..visit_of(anna)
    };
    let visit = shop.record(&draft).unwrap().visit.id;
    assert_eq!(shop.visit(visit).rewards, 1);
    let back = shop.void(visit);
    assert_eq!((back.grants_restored, back.stamps_reversed), (1, 1));
    assert_eq!(shop.reward(anna), grant, "the same reward can be had again");
    shop.redeem(grant).unwrap();
    assert_eq!(refusal(shop.redeem(grant)), Code::GrantRedeemed);
}

#[test]
fn only_the_whole_refund_gives_the_reward_back() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let draft = VisitDraft {
        amount_minor: Some(400),
        redeem: vec![shop.reward(anna)],
        ..visit_of(anna)
    };
    let visit = shop.record(&draft).unwrap().visit.id;
    assert_eq!(shop.refund(visit, 399).grants_restored, 0);
    assert!(shop.rewards(anna).is_empty());
    assert_eq!(shop.refund(visit, 1).grants_restored, 1);
    assert_eq!(shop.rewards(anna).len(), 1);
    assert_eq!(
        shop.void(visit).grants_restored,
        0,
        "and it comes back once"
    );
    assert_eq!(shop.rewards(anna).len(), 1);
}

#[test]
fn expired_stamps_are_not_taken_back_a_second_time() {
    let shop = Shop::with(&StampRules {
        stamp_lifetime: months(1),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    let old = shop.buy(anna, 1_000, 4);
    shop.at("2026-05-01 09:00");
    let fresh = shop.stamp(anna, 5);
    assert_eq!(fresh.balance, 5, "the old four have expired");
    let back = shop.void(old);
    assert_eq!((back.stamps_reversed, back.balance), (0, 5));
    assert_eq!(shop.visit(old).status, VisitStatus::Void);
}

#[test]
fn a_refund_after_expiry_takes_only_what_still_lives() {
    let shop = Shop::with(&StampRules {
        stamp_lifetime: months(1),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    let old = shop.buy(anna, 1_000, 4);
    shop.at("2026-05-01 09:00").daily_run();
    assert_eq!(shop.refund(old, 500).stamps_reversed, 0);
    assert_eq!(shop.refund(old, 500).stamps_reversed, 0);
    assert_eq!(shop.balance(anna), 0);
    assert_eq!(shop.glance(anna).stats.spend_minor, 0);
}

#[test]
fn overdue_stamps_do_not_pay_for_a_void_before_the_daily_run() {
    let rules = StampRules {
        stamp_lifetime: months(1),
        ..ten_stamps()
    };
    let balance_after = |run_first: bool| {
        let shop = Shop::with(&rules);
        let anna = shop.enrol("Anna");
        shop.stamp(anna, 3);
        shop.at("2026-03-20 09:00");
        let second = shop.stamp(anna, 8).visit.id; // a reward, one stamp left of these
        shop.redeem(shop.reward(anna)).unwrap();
        shop.at("2026-03-21 09:00");
        shop.stamp(anna, 2);
        shop.at("2026-05-10 09:00");
        if run_first {
            shop.daily_run();
        }
        shop.void(second);
        shop.daily_run();
        shop.balance(anna)
    };
    assert_eq!(
        balance_after(true),
        balance_after(false),
        "the day's run may come before or after"
    );
}

#[test]
fn a_refund_follows_the_rule_of_the_day_it_was_earned() {
    let by_amount = |minor| StampRules {
        earn: EarnRule::PerAmount {
            amount_minor: minor,
        },
        ..ten_stamps()
    };
    let shop = Shop::with(&by_amount(100));
    let anna = shop.enrol("Anna");
    let visit = shop.pay(anna, 800).visit.id;
    shop.save_rules(&by_amount(400), "2026-03-10");
    shop.at("2026-03-11 09:00");
    assert_eq!(shop.pay(anna, 800).stamps_earned, 2);
    assert_eq!(shop.refund(visit, 400).stamps_reversed, 4);
    assert_eq!(shop.balance(anna), 6);
    let of_first = "SELECT count(DISTINCT v.version) FROM entry e JOIN program_version v
                    ON v.id = e.program_version_id WHERE e.kind = 'reverse' AND v.version = 1";
    assert_eq!(
        shop.number(of_first),
        1,
        "the reversal names the old version"
    );
}

#[test]
fn a_voided_last_visit_hands_the_dates_back_to_the_one_before() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.buy(anna, 100, 1);
    shop.at("2026-03-05 09:00");
    let last = shop.buy(anna, 200, 1);
    shop.void(last);
    let stats = shop.glance(anna).stats;
    assert_eq!(stats.last_visit_on, Some(date("2026-03-02")));
    assert_eq!((stats.visits, stats.spend_minor), (1, 100));
}

#[test]
fn what_does_not_exist_cannot_be_taken_back() {
    let shop = Shop::open();
    let nobody = regulars_core::id::VisitId(uuid::Uuid::nil());
    assert_eq!(
        refusal(shop.store.void_visit(shop.ask(), nobody)),
        Code::VisitNotFound
    );
    assert_eq!(
        refusal(shop.store.refund_visit(shop.ask(), nobody, 1)),
        Code::VisitNotFound
    );
}

#[test]
fn a_refund_counts_only_what_stands_when_stamps_were_undone_and_given_anew() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let redeemed = shop.redeem(shop.reward(anna)).unwrap();
    let pay = || {
        let draft = VisitDraft {
            amount_minor: Some(2_000),
            stamps: Some(4),
            complete: Some(redeemed.visit_id),
            ..visit_of(anna)
        };
        shop.store.record_visit(shop.ask(), &draft).unwrap()
    };
    shop.undo(pay().change_id).unwrap();
    let visit = pay().visit.id;
    let refund = || shop.store.refund_visit(shop.ask(), visit, 1_000).unwrap();
    assert_eq!(refund().stamps_reversed, 2);
    assert_eq!(refund().stamps_reversed, 2);
}

#[test]
fn a_reward_that_expired_unused_leaves_no_debt() {
    for run_first in [true, false] {
        for merged in [false, true] {
            let shop = Shop::with(&StampRules {
                reward_lifetime: months(1),
                ..ten_stamps()
            });
            let anna = shop.enrol("Anna");
            let visit = shop.buy(anna, 1_200, 12);
            let member = if merged {
                let twin = shop.enrol("Anna Twin");
                shop.merge(twin, anna);
                twin
            } else {
                anna
            };
            shop.at("2026-06-01 10:00");
            if run_first {
                assert_eq!(shop.daily_run().grants_expired, 1);
            }
            let back = shop.void(visit);
            // Only the two that were left over.
            assert_eq!(
                (back.stamps_reversed, back.balance),
                (2, 0),
                "{run_first} {merged}"
            );
            shop.daily_run();
            assert_eq!(shop.balance(member), 0);
            assert_eq!(shop.grant_statuses(member), [GrantStatus::Expired]);
        }
    }
}

#[test]
fn a_reward_that_was_enjoyed_is_still_owed() {
    let shop = Shop::with(&StampRules {
        reward_lifetime: months(1),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    let visit = shop.buy(anna, 1_000, 10);
    shop.redeem(shop.reward(anna)).unwrap();
    shop.at("2026-06-01 10:00").daily_run();
    assert_eq!(shop.void(visit).balance, -10);
}
