//! Extremes and nonsense: refused with a code, and nothing is changed.

use regulars_core::{
    Code,
    id::{GrantId, MemberId},
    member::{Channel, MemberDraft},
    shop::ShopPatch,
    visit::VisitDraft,
};

use crate::shop::{Shop, named, refusal, visit_of};

/// The largest amount taken, in minor units.
const LARGEST: i64 = regulars_core::amount::MAX_MINOR;

#[test]
fn amounts_beyond_all_bounds_are_refused() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let before = shop.picture();
    for amount in [-1, i64::MIN, LARGEST + 1, i64::MAX] {
        let draft = VisitDraft {
            amount_minor: Some(amount),
            ..visit_of(anna)
        };
        let error = shop.record(&draft).unwrap_err();
        assert_eq!(
            (error.code(), error.field_name()),
            (Code::BadAmount, Some("amount")),
            "{amount}"
        );
    }
    assert_eq!(shop.picture(), before);
    assert!(
        shop.record(&VisitDraft {
            amount_minor: Some(LARGEST),
            ..visit_of(anna)
        })
        .is_ok()
    );
    assert!(
        shop.record(&VisitDraft {
            amount_minor: Some(0),
            ..visit_of(anna)
        })
        .is_ok()
    );
}

#[test]
fn a_sum_that_would_overflow_is_refused_and_nothing_is_lost() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    // No guest spends so much: the column is brought there behind the core's back.
    let db = rusqlite::Connection::open(shop.store.path()).unwrap();
    db.execute("UPDATE member SET spend_minor = ?1", [i64::MAX - 10])
        .unwrap();
    let before = shop.picture();
    let draft = VisitDraft {
        amount_minor: Some(11),
        ..visit_of(anna)
    };
    assert_eq!(refusal(shop.record(&draft)), Code::Overflow);
    assert_eq!(shop.picture(), before);
    db.execute("UPDATE member SET spend_minor = 0", []).unwrap();
    let account = shop.stamp(anna, 1);
    db.execute("UPDATE account SET balance = ?1", [i64::MAX])
        .unwrap();
    let before = shop.picture();
    assert!(
        shop.record(&VisitDraft {
            stamps: Some(1),
            ..visit_of(anna)
        })
        .is_err()
    );
    assert_eq!(shop.picture(), before);
    db.execute("UPDATE account SET balance = ?1", [account.balance])
        .unwrap();
}

#[test]
fn control_characters_are_refused_wherever_text_goes() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let before = shop.picture();
    for nasty in ["An\0na", "\u{1b}[31mAnna", "An\u{7}na", "A\u{9b}a"] {
        let text = || Some(nasty.to_owned());
        for draft in [
            named(nasty),
            MemberDraft {
                notes: text(),
                ..named("Béla")
            },
            MemberDraft {
                external_id: text(),
                ..named("Béla")
            },
            MemberDraft {
                email: Some(format!("{nasty}@example.com")),
                ..named("Béla")
            },
        ] {
            assert_eq!(
                refusal(shop.store.enrol(shop.ask(), &draft, false)),
                Code::TextControl,
                "{draft:?}"
            );
        }
        let note = VisitDraft {
            note: nasty.into(),
            ..visit_of(anna)
        };
        assert_eq!(refusal(shop.record(&note)), Code::TextControl);
        let patch = ShopPatch {
            name: text(),
            ..ShopPatch::default()
        };
        assert_eq!(
            refusal(shop.store.update_shop(shop.ask(), &patch)),
            Code::TextControl
        );
        let phone = MemberDraft {
            phone: text(),
            ..MemberDraft::default()
        };
        assert_eq!(
            refusal(shop.store.enrol(shop.ask(), &phone, false)),
            Code::BadPhone
        );
    }
    assert_eq!(shop.picture(), before);
}

#[test]
fn texts_of_ten_megabytes_are_refused() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let before = shop.picture();
    let huge = "ő".repeat(5_000_000);
    for draft in [
        named(&huge),
        MemberDraft {
            notes: Some(huge.clone()),
            ..named("Béla")
        },
        MemberDraft {
            external_id: Some(huge.clone()),
            ..named("Béla")
        },
        MemberDraft {
            email: Some(format!("{huge}@example.com")),
            ..named("Béla")
        },
    ] {
        assert_eq!(
            refusal(shop.store.enrol(shop.ask(), &draft, false)),
            Code::TextTooLong
        );
    }
    let phone = MemberDraft {
        phone: Some("1".repeat(10_000_000)),
        ..MemberDraft::default()
    };
    assert_eq!(
        refusal(shop.store.enrol(shop.ask(), &phone, false)),
        Code::BadPhone
    );
    let note = VisitDraft {
        note: huge.clone(),
        ..visit_of(anna)
    };
    assert_eq!(refusal(shop.record(&note)), Code::TextTooLong);
    let patch = ShopPatch {
        name: Some(huge.clone()),
        ..ShopPatch::default()
    };
    assert_eq!(
        refusal(shop.store.update_shop(shop.ask(), &patch)),
        Code::TextTooLong
    );
    let card = MemberDraft {
        card_number: Some("2".repeat(10_000_000)),
        ..named("Béla")
    };
    assert_eq!(
        refusal(shop.store.enrol(shop.ask(), &card, false)),
        Code::CardFormat
    );
    assert_eq!(shop.picture(), before);
}

#[test]
fn a_name_may_be_as_long_as_its_field_and_no_longer() {
    let shop = Shop::open();
    assert!(
        shop.store
            .enrol(shop.ask(), &named(&"ő".repeat(120)), false)
            .is_ok()
    );
    let longer = named(&"ő".repeat(121));
    assert_eq!(
        refusal(shop.store.enrol(shop.ask(), &longer, false)),
        Code::TextTooLong
    );
    let spaced = named(&format!("{}x", " ".repeat(500)));
    assert!(
        shop.store.enrol(shop.ask(), &spaced, false).is_ok(),
        "only what is kept counts"
    );
}

#[test]
fn line_breaks_in_a_name_become_spaces_and_notes_keep_theirs() {
    let shop = Shop::open();
    let draft = MemberDraft {
        notes: Some(" one \r\n\r\n two ".into()),
        ..named("Anna\r\n\tKovács ")
    };
    let anna = shop
        .store
        .enrol(shop.ask(), &draft, false)
        .unwrap()
        .member_id;
    let view = shop.store.member(anna).unwrap();
    assert_eq!(
        (view.name.as_str(), view.notes.as_str()),
        ("Anna Kovács", "one\n\ntwo")
    );
}

#[test]
fn who_does_not_exist_is_not_served() {
    let shop = Shop::open();
    let nobody = MemberId(uuid::Uuid::nil());
    let anna = shop.enrol("Anna");
    let before = shop.picture();
    assert_eq!(
        refusal(shop.record(&visit_of(nobody))),
        Code::MemberNotFound
    );
    assert_eq!(
        refusal(shop.store.glance(nobody, shop.now())),
        Code::MemberNotFound
    );
    assert_eq!(
        refusal(shop.store.profile(nobody, shop.now())),
        Code::MemberNotFound
    );
    assert_eq!(
        refusal(shop.store.merge_members(shop.ask(), anna, nobody)),
        Code::MemberNotFound
    );
    assert_eq!(
        refusal(shop.store.merge_members(shop.ask(), nobody, anna)),
        Code::MemberNotFound
    );
    assert_eq!(
        refusal(shop.store.archive_member(shop.ask(), nobody, true)),
        Code::MemberNotFound
    );
    assert_eq!(
        refusal(
            shop.store
                .set_consent(shop.ask(), nobody, Channel::Sms, true)
        ),
        Code::MemberNotFound
    );
    assert_eq!(
        refusal(
            shop.store
                .update_member(shop.ask(), nobody, &named("x"), false)
        ),
        Code::MemberNotFound
    );
    assert_eq!(
        refusal(shop.redeem(GrantId(uuid::Uuid::nil()))),
        Code::GrantNotFound
    );
    assert_eq!(shop.picture(), before);
}

#[test]
fn the_currency_is_fixed_once_a_visit_was_recorded() {
    let shop = Shop::open();
    let currency = |code: &str| ShopPatch {
        currency: Some(code.into()),
        ..ShopPatch::default()
    };
    shop.store
        .update_shop(shop.ask(), &currency("huf"))
        .unwrap();
    assert!(!shop.store.shop().unwrap().currency_fixed);
    let anna = shop.enrol("Anna");
    let visit = shop.stamp(anna, 1).visit.id;
    assert!(shop.store.shop().unwrap().currency_fixed);
    assert_eq!(
        refusal(shop.store.update_shop(shop.ask(), &currency("EUR"))),
        Code::CurrencyFixed
    );
    assert!(
        shop.store.update_shop(shop.ask(), &currency("HUF")).is_ok(),
        "the same is no change"
    );
    shop.void(visit);
    assert_eq!(
        refusal(shop.store.update_shop(shop.ask(), &currency("EUR"))),
        Code::CurrencyFixed
    );
}

#[test]
fn a_shop_is_not_changed_by_half() {
    let shop = Shop::open();
    let before = shop.picture();
    let good = || ShopPatch {
        name: Some("New".into()),
        slogan: Some("new".into()),
        ..ShopPatch::default()
    };
    for (patch, code) in [
        (
            ShopPatch {
                time_zone: Some("Mars/Olympus".into()),
                ..good()
            },
            Code::BadTimeZone,
        ),
        (
            ShopPatch {
                currency: Some("XXX".into()),
                ..good()
            },
            Code::BadCurrency,
        ),
        (
            ShopPatch {
                locale: Some("de".into()),
                ..good()
            },
            Code::BadLocale,
        ),
        (
            ShopPatch {
                brand_color: Some("red".into()),
                ..good()
            },
            Code::BadColor,
        ),
        (
            ShopPatch {
                phone_region: Some("ZZ".into()),
                ..good()
            },
            Code::BadRegion,
        ),
        (
            ShopPatch {
                name: Some(" ".into()),
                ..ShopPatch::default()
            },
            Code::TextEmpty,
        ),
    ] {
        assert_eq!(refusal(shop.store.update_shop(shop.ask(), &patch)), code);
    }
    assert_eq!(
        refusal(shop.store.set_logo(shop.ask(), Some(b"GIF89a"))),
        Code::BadImage
    );
    let huge = [b"\x89PNG\r\n\x1a\n".as_slice(), &vec![0; 3 * 1024 * 1024]].concat();
    assert_eq!(
        refusal(shop.store.set_logo(shop.ask(), Some(&huge))),
        Code::ImageTooLarge
    );
    assert_eq!(shop.picture(), before);
}
