//! Every write carries an id: the same id twice gives the first answer, and
//! changes nothing. One test for each command, so that none is forgotten.

use std::fmt::Debug;

use regulars_core::{
    Code, Result, WriteRequest,
    card::{CardStatus, NewPrintRun},
    member::{Channel, MemberDraft},
    program::StampRules,
    shop::ShopPatch,
    visit::VisitDraft,
};

use crate::shop::{Shop, cafe, days, named, refusal, ten_stamps, visit_of};

/// Sends a command twice, the second time a day later; then the same id with
/// another content.
#[track_caller]
fn twice<T: Debug + PartialEq>(
    shop: &Shop,
    command: impl Fn(WriteRequest) -> Result<T>,
    other: impl Fn(WriteRequest) -> Result<T>,
) -> T {
    let request = shop.ask();
    let first = command(request).unwrap();
    let after = shop.picture();
    let later = WriteRequest {
        now_ms: request.now_ms + 86_400_000,
        ..request
    };
    assert_eq!(command(later).unwrap(), first, "the second answer");
    assert!(shop.picture() == after, "the second time changed something");
    assert_eq!(refusal(other(request)), Code::RequestReused);
    assert!(
        shop.picture() == after,
        "a refused request changed something"
    );
    first
}

#[test]
fn a_visit() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let full = VisitDraft {
        stamps: Some(12),
        amount_minor: Some(900),
        ..visit_of(anna)
    };
    twice(
        &shop,
        |request| shop.store.record_visit(request, &full),
        |request| shop.store.record_visit(request, &visit_of(anna)),
    );
    assert_eq!((shop.balance(anna), shop.rewards(anna).len()), (2, 1));
}

#[test]
fn a_redemption() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 20).visit.id;
    let [first, second] = [shop.rewards(anna)[0].id, shop.rewards(anna)[1].id];
    twice(
        &shop,
        |request| shop.store.redeem(request, first, None),
        |request| shop.store.redeem(request, second, None),
    );
    assert_eq!(shop.rewards(anna).len(), 1);
    twice(
        &shop,
        |request| shop.store.redeem(request, second, Some(visit)),
        |request| shop.store.redeem(request, second, None),
    );
}

#[test]
fn a_void_and_a_refund() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let (first, second) = (shop.buy(anna, 1_000, 4), shop.buy(anna, 1_000, 4));
    twice(
        &shop,
        |request| shop.store.refund_visit(request, first, 500),
        |request| shop.store.refund_visit(request, first, 501),
    );
    twice(
        &shop,
        |request| shop.store.void_visit(request, first),
        |request| shop.store.void_visit(request, second),
    );
    assert_eq!(shop.balance(anna), 4);
}

#[test]
fn an_undo() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let (first, second) = (shop.stamp(anna, 1).change_id, shop.stamp(anna, 1).change_id);
    twice(
        &shop,
        |request| shop.store.undo(request, first),
        |request| shop.store.undo(request, second),
    );
    assert_eq!(shop.balance(anna), 1);
}

#[test]
fn an_enrolment_and_its_edits() {
    let shop = Shop::with(&StampRules {
        starter_stamps: 1,
        ..ten_stamps()
    });
    let draft = MemberDraft {
        phone: Some("06 30 555 0142".into()),
        consent_sms: Some(true),
        ..named("Anna")
    };
    let anna = twice(
        &shop,
        |request| shop.store.enrol(request, &draft, false),
        |request| shop.store.enrol(request, &named("Béla"), false),
    )
    .member_id;
    let bela = shop.enrol("Béla");
    twice(
        &shop,
        |request| {
            shop.store
                .update_member(request, anna, &named("Anna Kovács"), false)
        },
        |request| {
            shop.store
                .update_member(request, bela, &named("Anna Kovács"), false)
        },
    );
    twice(
        &shop,
        |request| shop.store.set_consent(request, anna, Channel::Call, true),
        |request| shop.store.set_consent(request, anna, Channel::Call, false),
    );
    twice(
        &shop,
        |request| shop.store.archive_member(request, bela, true),
        |request| shop.store.archive_member(request, bela, false),
    );
    twice(
        &shop,
        |request| shop.store.merge_members(request, anna, bela),
        |request| shop.store.merge_members(request, bela, anna),
    );
    assert_eq!(shop.balance(anna), 2);
}

#[test]
fn a_cards_changes() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let card = shop.card(anna).id;
    twice(
        &shop,
        |request| shop.store.set_card_status(request, card, CardStatus::Lost),
        |request| {
            shop.store
                .set_card_status(request, card, CardStatus::Blocked)
        },
    );
    let other = shop.enrol("Béla");
    let others = shop.card(other).id;
    twice(
        &shop,
        |request| shop.store.replace_card(request, card),
        |request| shop.store.replace_card(request, others),
    );
    let run = |file: &str| NewPrintRun {
        cards: vec![others],
        sheet: "a4".into(),
        file: file.into(),
    };
    twice(
        &shop,
        |request| shop.store.record_print_run(request, &run("/tmp/a.pdf")),
        |request| shop.store.record_print_run(request, &run("/tmp/b.pdf")),
    );
    assert_eq!(shop.store.print_runs().unwrap().len(), 1);
}

#[test]
fn a_new_program_version() {
    let shop = Shop::open();
    let eight = StampRules {
        stamps_required: 8,
        ..ten_stamps()
    };
    twice(
        &shop,
        |request| {
            shop.store
                .save_program(request, &eight, crate::shop::date("2026-03-05"))
        },
        |request| {
            shop.store
                .save_program(request, &ten_stamps(), crate::shop::date("2026-03-05"))
        },
    );
    assert_eq!(shop.number("SELECT count(*) FROM program_version"), 2);
}

#[test]
fn the_shop_itself() {
    let shop = Shop::open();
    let slogan = |text: &str| ShopPatch {
        slogan: Some(text.into()),
        ..ShopPatch::default()
    };
    twice(
        &shop,
        |request| shop.store.update_shop(request, &slogan("one")),
        |request| shop.store.update_shop(request, &slogan("two")),
    );
    let (png, jpeg) = (
        b"\x89PNG\r\n\x1a\n...".as_slice(),
        b"\xff\xd8\xff...".as_slice(),
    );
    twice(
        &shop,
        |request| shop.store.set_logo(request, Some(png)),
        |request| shop.store.set_logo(request, Some(jpeg)),
    );
    let request = shop.ask();
    assert_eq!(
        refusal(
            shop.store
                .create_shop(request, &cafe(), &ten_stamps(), false)
        ),
        Code::ShopExists
    );
}

#[test]
fn the_creation_of_the_shop() {
    let folder = crate::shop::quick_folder();
    let store = regulars_core::Store::open(folder.path(), 0).unwrap();
    let request = WriteRequest {
        request_id: regulars_core::id::RequestId::random(),
        now_ms: crate::shop::instant(crate::shop::MORNING),
    };
    let first = store
        .create_shop(request, &cafe(), &ten_stamps(), false)
        .unwrap();
    assert_eq!(
        store
            .create_shop(request, &cafe(), &ten_stamps(), false)
            .unwrap(),
        first
    );
}

#[test]
fn the_daily_run() {
    let shop = Shop::with(&StampRules {
        stamp_lifetime: days(10),
        ..ten_stamps()
    });
    let anna = shop.enrol("Anna");
    shop.stamp(anna, 3);
    shop.at("2026-04-01 09:00");
    let request = shop.ask();
    let first = shop.store.daily_run(request).unwrap();
    assert_eq!(first.stamps_expired, 3);
    let after = shop.picture();
    assert_eq!(shop.store.daily_run(request).unwrap(), first);
    assert!(shop.picture() == after);
}

#[test]
fn an_id_is_not_shared_by_two_kinds_of_command() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 1).visit.id;
    let request = shop.ask();
    shop.store.void_visit(request, visit).unwrap();
    assert_eq!(
        refusal(shop.store.enrol(request, &named("Béla"), false)),
        Code::RequestReused
    );
    assert_eq!(refusal(shop.store.daily_run(request)), Code::RequestReused);
}

#[test]
fn the_answer_survives_closing_the_app() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let request = shop.ask();
    let first = shop.store.record_visit(request, &visit_of(anna)).unwrap();
    let reopened = regulars_core::Store::open(shop.folder.path(), shop.now()).unwrap();
    assert_eq!(
        reopened.record_visit(request, &visit_of(anna)).unwrap(),
        first
    );
    assert_eq!(shop.balance(anna), 1);
}
