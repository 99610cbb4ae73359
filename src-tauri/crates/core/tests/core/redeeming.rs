//! Rewards in hand: handed over once.

use regulars_core::{
    Code, id::GrantId, member::GrantStatus, program::StampRules, visit::VisitDraft,
};

use crate::shop::{Shop, date, days, refusal, ten_stamps, visit_of};

#[test]
fn a_reward_is_handed_over_once() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let grant = shop.reward(anna);
    let redeemed = shop.redeem(grant).unwrap();
    assert_eq!(redeemed.grant.status, GrantStatus::Redeemed);
    assert_eq!(refusal(shop.redeem(grant)), Code::GrantRedeemed);
    assert_eq!(
        shop.number("SELECT count(*) FROM entry WHERE kind = 'redeem' AND unit = 'grant'"),
        1
    );
    assert_eq!(
        shop.glance(anna).stats.visits,
        2,
        "handing over is a visit of its own"
    );
}

#[test]
fn one_visit_cannot_hand_over_the_same_reward_twice() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let grant = shop.reward(anna);
    let before = shop.picture();
    let draft = VisitDraft {
        redeem: vec![grant, grant],
        ..visit_of(anna)
    };
    assert_eq!(refusal(shop.record(&draft)), Code::GrantRedeemed);
    assert_eq!(shop.picture(), before, "and nothing of the visit stays");
}

#[test]
fn a_reward_can_be_handed_over_at_a_visit_that_was_noted() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 10).visit.id;
    let redeemed = shop
        .store
        .redeem(shop.ask(), shop.reward(anna), Some(visit))
        .unwrap();
    assert_eq!(redeemed.visit_id, visit);
    assert_eq!(shop.visit(visit).rewards, 1);
    assert_eq!(shop.glance(anna).stats.visits, 1);
}

#[test]
fn a_reward_is_its_owners() {
    let shop = Shop::open();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.stamp(anna, 10);
    let visit = shop.stamp(bela, 1).visit.id;
    let grant = shop.reward(anna);
    let draft = VisitDraft {
        redeem: vec![grant],
        ..visit_of(bela)
    };
    assert_eq!(refusal(shop.record(&draft)), Code::GrantOfOther);
    assert_eq!(
        refusal(shop.store.redeem(shop.ask(), grant, Some(visit))),
        Code::GrantOfOther
    );
    assert_eq!(shop.reward(anna), grant);
}

#[test]
fn nothing_is_handed_over_at_a_voided_visit() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let visit = shop.stamp(anna, 1).visit.id;
    shop.void(visit);
    let grant = shop.reward(anna);
    assert_eq!(
        refusal(shop.store.redeem(shop.ask(), grant, Some(visit))),
        Code::VisitVoided
    );
}

#[test]
fn a_revoked_reward_cannot_be_redeemed() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 10).visit.id;
    let grant = shop.reward(anna);
    shop.void(visit);
    assert_eq!(refusal(shop.redeem(grant)), Code::GrantVoid);
    assert_eq!(
        refusal(shop.redeem(GrantId(uuid::Uuid::nil()))),
        Code::GrantNotFound
    );
}

#[test]
fn a_reward_lives_to_the_end_of_its_last_business_day() {
    let shop = Shop::with(&StampRules {
        reward_lifetime: days(7),
        ..ten_stamps()
    });
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.stamp(anna, 10);
    shop.stamp(bela, 10);
    assert_eq!(shop.rewards(anna)[0].expires_on, Some(date("2026-03-09")));
    let (of_anna, of_bela) = (shop.reward(anna), shop.reward(bela));
    shop.at("2026-03-10 03:59");
    assert!(
        shop.redeem(of_anna).is_ok(),
        "the night still belongs to the 9th"
    );
    shop.at("2026-03-10 04:00");
    assert!(shop.rewards(bela).is_empty());
    assert_eq!(
        refusal(shop.redeem(of_bela)),
        Code::GrantExpired,
        "before any daily run"
    );
    assert_eq!(shop.daily_run().grants_expired, 1);
    assert_eq!(refusal(shop.redeem(of_bela)), Code::GrantExpired);
    assert_eq!(shop.grant_statuses(bela), [GrantStatus::Expired]);
}

#[test]
fn the_reward_that_expires_first_is_offered_first() {
    let shop = Shop::with(&StampRules {
        reward_lifetime: days(30),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    shop.save_rules(
        &StampRules {
            reward_lifetime: days(5),
            ..ten_stamps()
        },
        "2026-03-03",
    );
    shop.at("2026-03-03 09:00");
    shop.stamp(anna, 10);
    let expiries: Vec<_> = shop
        .rewards(anna)
        .into_iter()
        .map(|grant| grant.expires_on.unwrap())
        .collect();
    assert_eq!(expiries, [date("2026-03-08"), date("2026-04-01")]);
}

#[test]
fn a_reward_keeps_its_name_when_the_program_changes() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    shop.save_rules(
        &StampRules {
            reward_name: "Cake".into(),
            ..ten_stamps()
        },
        "2026-03-02",
    );
    assert_eq!(shop.rewards(anna)[0].reward_name, "Free coffee");
}

#[test]
fn a_returned_reward_that_is_overdue_expires_after_all() {
    let shop = Shop::with(&StampRules {
        reward_lifetime: days(7),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let redeemed = shop.redeem(shop.reward(anna)).unwrap();
    shop.at("2026-04-01 09:00");
    shop.void(redeemed.visit_id);
    assert!(shop.rewards(anna).is_empty());
    assert_eq!(refusal(shop.redeem(redeemed.grant.id)), Code::GrantExpired);
    assert_eq!(shop.daily_run().grants_expired, 1);
}

#[test]
fn a_redemption_gets_its_amount_later_in_the_same_visit() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 10);
    let visit = shop.redeem(shop.reward(anna)).unwrap().visit_id;
    let complete = VisitDraft {
        amount_minor: Some(420),
        complete: Some(visit),
        ..visit_of(anna)
    };
    let recorded = shop.record(&complete).unwrap();
    assert_eq!((recorded.visit.id, recorded.stamps_earned), (visit, 1));
    let stats = shop.glance(anna).stats;
    assert_eq!((stats.visits, stats.spend_minor), (2, 420));
    assert_eq!(refusal(shop.record(&complete)), Code::VisitComplete);
}

#[test]
fn only_the_guests_own_living_visit_is_completed() {
    let shop = Shop::open();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    shop.stamp(anna, 10);
    let visit = shop.redeem(shop.reward(anna)).unwrap().visit_id;
    let complete = |member| VisitDraft {
        complete: Some(visit),
        ..visit_of(member)
    };
    assert_eq!(refusal(shop.record(&complete(bela))), Code::VisitNotFound);
    shop.void(visit);
    assert_eq!(refusal(shop.record(&complete(anna))), Code::VisitVoided);
}

#[test]
fn a_visit_completed_the_next_day_keeps_its_own_days_cap() {
    let shop = Shop::with(&StampRules {
        daily_cap: Some(1),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    for day in 2..12 {
        shop.at(&format!("2026-03-{day:02} 09:00")).stamp(anna, 1);
    }
    let visit = shop.redeem(shop.reward(anna)).unwrap().visit_id;
    shop.at("2026-03-12 09:00");
    let complete = VisitDraft {
        complete: Some(visit),
        ..visit_of(anna)
    };
    let recorded = shop.record(&complete).unwrap();
    assert_eq!((recorded.stamps_earned, recorded.stamps_capped), (0, 1));
    assert_eq!(
        shop.glance(anna).stats.last_visit_on,
        Some(date("2026-03-11"))
    );
    assert_eq!(
        shop.stamp(anna, 1).stamps_earned,
        1,
        "today's stamp is still to be had"
    );
}
