//! Cards: every scan has its own answer, and a stopped card stays stopped.

use regulars_core::{
    Code,
    card::{CardScope, CardStatus, NewPrintRun, Scan, is_valid_number},
    id::{CardId, PrintRunId},
    member::MemberDraft,
};

use crate::shop::{Shop, named, refusal};

/// A number of our own that no card has.
const FREE: &str = "2900000000001";

#[test]
fn each_kind_of_scan_has_its_own_answer() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let number = shop.card(anna).number;
    let scan = |text: &str| shop.store.scan(text).unwrap();
    let found = Scan::Found {
        member_id: anna,
        number: number.clone(),
    };
    assert_eq!(scan(&number), found);
    assert_eq!(
        scan(&format!(" {} {} ", &number[..6], &number[6..])),
        found,
        "as printed, in groups"
    );
    assert!(is_valid_number(FREE));
    assert_eq!(
        scan(FREE),
        Scan::Unknown {
            number: FREE.into()
        }
    );
    assert_eq!(
        scan("2900000000009"),
        Scan::BadCheckDigit {
            number: "2900000000009".into()
        }
    );
    for other in [
        "Anna",
        "290000000000",
        "29000000000016",
        "",
        "２９００００００００００６",
        "290000000000O",
    ] {
        assert_eq!(scan(other), Scan::NotACard, "{other:?}");
    }
}

#[test]
fn stopped_cards_say_why_and_whose_they_are() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let number = shop.card(anna).number;
    for (status, code) in [
        (CardStatus::Blocked, Code::CardBlocked),
        (CardStatus::Lost, Code::CardLost),
    ] {
        shop.set_card(anna, status);
        let stopped = Scan::Stopped {
            number: number.clone(),
            status,
            member_id: anna,
            member_name: "Anna".into(),
        };
        assert_eq!(shop.store.scan(&number).unwrap(), stopped);
        assert_eq!(refusal(shop.store.resolve_member(&number)), code);
        shop.set_card(anna, CardStatus::Active);
        assert_eq!(
            shop.store.resolve_member(&number).unwrap(),
            anna,
            "found again, it works again"
        );
    }
}

#[test]
fn mistyped_and_unknown_numbers_are_told_apart() {
    let shop = Shop::open();
    assert_eq!(
        refusal(shop.store.resolve_member("2900000000009")),
        Code::CardCheckDigit
    );
    assert_eq!(refusal(shop.store.resolve_member(FREE)), Code::CardNotFound);
}

#[test]
fn a_replaced_card_never_works_again() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let old = shop.card(anna);
    let changed = shop.store.replace_card(shop.ask(), old.id).unwrap();
    let new = changed.new_number.unwrap();
    assert!(is_valid_number(&new) && new != old.number);
    assert_eq!(shop.store.resolve_member(&new).unwrap(), anna);
    assert_eq!(
        refusal(shop.store.resolve_member(&old.number)),
        Code::CardReplaced
    );
    for status in [CardStatus::Active, CardStatus::Blocked, CardStatus::Lost] {
        let outcome = shop.store.set_card_status(shop.ask(), old.id, status);
        assert_eq!(refusal(outcome), Code::CardReplaced);
    }
    assert_eq!(
        refusal(shop.store.replace_card(shop.ask(), old.id)),
        Code::CardReplaced
    );
    let active = shop
        .glance(anna)
        .cards
        .iter()
        .filter(|card| card.status == CardStatus::Active)
        .count();
    assert_eq!(active, 1);
}

#[test]
fn replaced_is_not_a_status_to_be_set() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let card = shop.card(anna).id;
    let outcome = shop
        .store
        .set_card_status(shop.ask(), card, CardStatus::Replaced);
    assert_eq!(refusal(outcome), Code::CardReplaced);
    let nothing = CardId(uuid::Uuid::nil());
    assert_eq!(
        refusal(shop.store.replace_card(shop.ask(), nothing)),
        Code::CardNotFound
    );
}

#[test]
fn an_already_printed_card_is_given_out_once() {
    let shop = Shop::open();
    let with_card = |name: &str, number: &str| {
        let draft = MemberDraft {
            card_number: Some(number.into()),
            ..named(name)
        };
        shop.store.enrol(shop.ask(), &draft, true)
    };
    let anna = with_card("Anna", "2900000-000001").unwrap();
    assert_eq!(anna.card_number, FREE);
    assert_eq!(refusal(with_card("Béla", FREE)), Code::CardTaken);
    assert_eq!(
        refusal(with_card("Béla", "2900000000009")),
        Code::CardCheckDigit
    );
    assert_eq!(refusal(with_card("Béla", "290000000000")), Code::CardFormat);
    let card = shop.card(anna.member_id).id;
    shop.store.replace_card(shop.ask(), card).unwrap();
    assert_eq!(
        refusal(with_card("Béla", FREE)),
        Code::CardTaken,
        "nor after it was replaced"
    );
}

#[test]
fn the_search_forgets_a_replaced_number() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let old = shop.card(anna);
    let found = |number: &str| shop.store.search(number, 5, shop.today()).unwrap().len();
    assert_eq!(found(&old.number), 1);
    let new = shop
        .store
        .replace_card(shop.ask(), old.id)
        .unwrap()
        .new_number
        .unwrap();
    assert_eq!((found(&old.number), found(&new)), (0, 1));
}

#[test]
fn what_was_printed_is_remembered_and_new_means_never_printed() {
    let shop = Shop::open();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    let new = || shop.store.cards(&CardScope::New, 0, 100).unwrap().0;
    assert_eq!(new(), 2);
    let run = |cards: Vec<CardId>| {
        let run = NewPrintRun {
            cards,
            sheet: "a4".into(),
            file: "/tmp/cards.pdf".into(),
        };
        shop.store.record_print_run(shop.ask(), &run)
    };
    let id = run(vec![shop.card(anna).id]).unwrap();
    assert_eq!(new(), 1);
    assert!(shop.card(anna).printed_at_ms.is_some());
    let (count, cards) = shop.store.cards(&CardScope::Run { id }, 0, 100).unwrap();
    assert_eq!((count, cards[0].member_id), (1, anna));
    assert_eq!(refusal(run(vec![])), Code::NoCards);
    let nothing = CardId(uuid::Uuid::nil());
    let before = shop.picture();
    assert!(run(vec![shop.card(bela).id, nothing]).is_err());
    assert_eq!(
        shop.picture(),
        before,
        "a run with an unknown card is not noted in part"
    );
    assert_eq!(shop.store.print_runs().unwrap()[0].first_names, ["Anna"]);
    let other = PrintRunId(uuid::Uuid::nil());
    assert_eq!(
        shop.store
            .cards(&CardScope::Run { id: other }, 0, 100)
            .unwrap()
            .0,
        0
    );
}

#[test]
fn only_cards_that_work_are_printed() {
    let shop = Shop::open();
    let (anna, bela, cili) = (shop.enrol("Anna"), shop.enrol("Béla"), shop.enrol("Cili"));
    shop.set_card(anna, CardStatus::Blocked);
    shop.store.archive_member(shop.ask(), bela, true).unwrap();
    let members = |scope| {
        let (_, cards) = shop.store.cards(&scope, 0, 100).unwrap();
        cards
            .into_iter()
            .map(|card| card.member_id)
            .collect::<Vec<_>>()
    };
    assert_eq!(members(CardScope::All), [cili]);
    assert_eq!(members(CardScope::New), [cili]);
    let chosen = vec![cili, anna, cili];
    assert_eq!(
        members(CardScope::Members { ids: chosen }),
        [cili],
        "each once, in the order chosen"
    );
}
