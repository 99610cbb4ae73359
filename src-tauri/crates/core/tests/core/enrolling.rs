//! Who is a member: a name or a phone is enough, and a phone is one member.

use regulars_core::{
    Code,
    member::{Birthday, Channel, MemberDraft, MemberStatus},
    program::StampRules,
};

use crate::shop::{Shop, named, refusal, ten_stamps};

fn phoned(phone: &str) -> MemberDraft {
    MemberDraft {
        phone: Some(phone.into()),
        ..MemberDraft::default()
    }
}

#[test]
fn a_name_or_a_phone_is_enough() {
    let shop = Shop::open();
    assert!(shop.store.enrol(shop.ask(), &named("Anna"), false).is_ok());
    assert!(
        shop.store
            .enrol(shop.ask(), &phoned("06 30 555 0142"), false)
            .is_ok()
    );
    let nothing = MemberDraft {
        email: Some("a@example.com".into()),
        ..MemberDraft::default()
    };
    assert_eq!(
        refusal(shop.store.enrol(shop.ask(), &nothing, false)),
        Code::MemberNeedsName
    );
    assert_eq!(
        refusal(shop.store.enrol(shop.ask(), &named("  "), false)),
        Code::MemberNeedsName
    );
}

#[test]
fn the_same_phone_in_any_spelling_is_one_member() {
    let shop = Shop::open();
    let first = shop
        .store
        .enrol(shop.ask(), &phoned("06 30 555 0142"), false)
        .unwrap()
        .member_id;
    for spelling in [
        "+36305550142",
        "0036 30 555-0142",
        "06305550142",
        "(30) 555 0142",
        "36 30 555 0142",
    ] {
        let error = shop
            .store
            .enrol(shop.ask(), &phoned(spelling), true)
            .unwrap_err();
        assert_eq!(error.code(), Code::PhoneTaken, "{spelling}");
        let known = error
            .args()
            .iter()
            .find(|(name, _)| *name == "member_id")
            .unwrap();
        assert_eq!(known.1, first.to_string(), "and says who it is");
        assert_eq!(
            shop.store.resolve_member(spelling).unwrap(),
            first,
            "{spelling}"
        );
    }
    assert_eq!(
        shop.store.member(first).unwrap().phone_display.as_deref(),
        Some("+36 30 555 0142")
    );
}

#[test]
fn an_archived_member_keeps_the_phone_and_is_offered() {
    let shop = Shop::open();
    let first = shop
        .store
        .enrol(shop.ask(), &phoned("06 30 555 0142"), false)
        .unwrap()
        .member_id;
    shop.store.archive_member(shop.ask(), first, true).unwrap();
    let error = shop
        .store
        .enrol(shop.ask(), &phoned("+36305550142"), false)
        .unwrap_err();
    assert_eq!(error.code(), Code::PhoneTaken);
    assert!(error.args().contains(&("status", "archived".to_owned())));
}

#[test]
fn the_same_name_asks_and_goes_on_when_told() {
    let shop = Shop::open();
    let first = shop.enrol("Kovács Éva");
    let again = |name: &str| {
        shop.store
            .enrol(shop.ask(), &named(name), false)
            .unwrap_err()
    };
    for same in ["Kovács Éva", "kovacs  EVA", " KOVÁCS éva "] {
        let error = again(same);
        assert_eq!(error.code(), Code::SameName, "{same}");
        assert!(error.args().contains(&("member_id", first.to_string())));
    }
    assert!(
        shop.store
            .enrol(shop.ask(), &named("Kovács Éva"), true)
            .is_ok()
    );
    assert!(
        shop.store
            .enrol(shop.ask(), &named("Kovács Évi"), false)
            .is_ok()
    );
}

#[test]
fn an_external_key_belongs_to_one_member() {
    let shop = Shop::open();
    let keyed = |name: &str| MemberDraft {
        external_id: Some("K-1".into()),
        ..named(name)
    };
    let anna = shop
        .store
        .enrol(shop.ask(), &keyed("Anna"), false)
        .unwrap()
        .member_id;
    assert_eq!(
        refusal(shop.store.enrol(shop.ask(), &keyed("Béla"), false)),
        Code::ExternalIdTaken
    );
    assert_eq!(shop.store.resolve_member("K-1").unwrap(), anna);
}

#[test]
fn a_member_is_found_by_every_name_they_go_by() {
    let shop = Shop::open();
    let draft = MemberDraft {
        phone: Some("06 30 555 0142".into()),
        email: Some("anna@example.com".into()),
        external_id: Some("K-1".into()),
        ..named("Anna")
    };
    let enrolled = shop.store.enrol(shop.ask(), &draft, false).unwrap();
    let id = enrolled.member_id.to_string();
    for text in [
        "0630 555 0142",
        "anna@example.com",
        "K-1",
        &enrolled.card_number,
        &id,
    ] {
        assert_eq!(
            shop.store.resolve_member(text).unwrap(),
            enrolled.member_id,
            "{text}"
        );
    }
    assert_eq!(
        refusal(shop.store.resolve_member("nobody")),
        Code::MemberNotFound
    );
    assert_eq!(
        refusal(shop.store.resolve_member("06 30 555 0199")),
        Code::MemberNotFound
    );
    let other = MemberDraft {
        email: draft.email.clone(),
        ..named("Béla")
    };
    shop.store.enrol(shop.ask(), &other, false).unwrap();
    assert_eq!(
        refusal(shop.store.resolve_member("anna@example.com")),
        Code::MemberAmbiguous
    );
}

#[test]
fn a_wrong_field_is_named_and_nothing_is_kept() {
    let shop = Shop::open();
    let before = shop.picture();
    let birthday = |month, day, year| MemberDraft {
        birthday: Some(Birthday { month, day, year }),
        ..named("Anna")
    };
    let email = |text: &str| MemberDraft {
        email: Some(text.into()),
        ..named("Anna")
    };
    for (draft, code) in [
        (phoned("12345"), Code::BadPhone),
        (phoned("7,9E+10"), Code::BadPhone),
        (phoned("not a phone"), Code::BadPhone),
        (email("anna"), Code::BadEmail),
        (email("anna@example"), Code::BadEmail),
        (email("a@b@example.com"), Code::BadEmail),
        (email("an na@example.com"), Code::BadEmail),
        (birthday(2, 30, None), Code::BadDate),
        (birthday(13, 1, None), Code::BadDate),
        (birthday(0, 0, None), Code::BadDate),
        (birthday(2, 29, Some(2001)), Code::BadDate),
        (birthday(1, 1, Some(2027)), Code::BadDate),
        (birthday(1, 1, Some(1850)), Code::BadDate),
        (
            MemberDraft {
                locale: Some("de".into()),
                ..named("Anna")
            },
            Code::BadLocale,
        ),
        (
            MemberDraft {
                card_number: Some("12".into()),
                ..named("Anna")
            },
            Code::CardFormat,
        ),
    ] {
        let error = shop.store.enrol(shop.ask(), &draft, false).unwrap_err();
        assert_eq!(error.code(), code, "{draft:?}");
        assert!(error.field_name().is_some(), "{error}");
    }
    assert_eq!(shop.picture(), before);
}

#[test]
fn a_leap_day_is_a_birthday() {
    let shop = Shop::open();
    let leap = |year| MemberDraft {
        birthday: Some(Birthday {
            month: 2,
            day: 29,
            year,
        }),
        ..named("Anna")
    };
    for year in [None, Some(2000)] {
        let member = shop
            .store
            .enrol(shop.ask(), &leap(year), true)
            .unwrap()
            .member_id;
        shop.at("2027-02-28 10:00");
        let hints = shop.glance(member).hints;
        let today = hints.iter().any(|hint| {
            matches!(
                hint,
                regulars_core::member::Hint::Birthday { in_days: 0, .. }
            )
        });
        assert!(today, "kept on the 28th in a common year: {hints:?}");
        shop.at(crate::shop::MORNING);
    }
}

#[test]
fn blank_clears_and_absent_leaves() {
    let shop = Shop::open();
    let draft = MemberDraft {
        phone: Some("06 30 555 0142".into()),
        email: Some("anna@example.com".into()),
        notes: Some("oat milk\nwindow seat".into()),
        birthday: Some(Birthday {
            month: 5,
            day: 1,
            year: None,
        }),
        ..named("Anna")
    };
    let anna = shop
        .store
        .enrol(shop.ask(), &draft, false)
        .unwrap()
        .member_id;
    let update = |draft: MemberDraft, clear| {
        shop.store
            .update_member(shop.ask(), anna, &draft, clear)
            .map(|_| ())
    };
    update(
        MemberDraft {
            email: Some(" ".into()),
            ..MemberDraft::default()
        },
        false,
    )
    .unwrap();
    let view = shop.store.member(anna).unwrap();
    assert_eq!((view.email, view.name.as_str()), (None, "Anna"));
    assert_eq!(view.notes, "oat milk\nwindow seat");
    assert!(view.phone.is_some() && view.birthday.is_some());
    update(MemberDraft::default(), true).unwrap();
    assert_eq!(shop.store.member(anna).unwrap().birthday, None);
    let nameless = MemberDraft {
        name: Some(String::new()),
        ..phoned("")
    };
    assert_eq!(refusal(update(nameless, false)), Code::MemberNeedsName);
    assert_eq!(shop.store.member(anna).unwrap().name, "Anna");
}

#[test]
fn an_edit_cannot_take_anothers_phone() {
    let shop = Shop::open();
    shop.store
        .enrol(shop.ask(), &phoned("06 30 555 0142"), false)
        .unwrap();
    let anna = shop.enrol("Anna");
    let taken = shop
        .store
        .update_member(shop.ask(), anna, &phoned("0036305550142"), false);
    assert_eq!(refusal(taken), Code::PhoneTaken);
}

#[test]
fn a_phone_that_was_given_up_is_free_again() {
    let shop = Shop::open();
    let anna = shop
        .store
        .enrol(
            shop.ask(),
            &MemberDraft {
                ..MemberDraft {
                    phone: Some("06 30 555 0142".into()),
                    ..named("Anna")
                }
            },
            false,
        )
        .unwrap()
        .member_id;
    shop.store
        .update_member(shop.ask(), anna, &phoned("06 30 555 0143"), false)
        .unwrap();
    assert!(
        shop.store
            .enrol(shop.ask(), &phoned("06 30 555 0142"), false)
            .is_ok()
    );
    let found = |query: &str| shop.store.search(query, 5, shop.today()).unwrap();
    assert_eq!(found("0143")[0].id, anna);
    assert!(
        found("0142").iter().all(|hit| hit.id != anna),
        "the old number leads elsewhere now"
    );
}

#[test]
fn consents_say_when_and_how_they_were_given() {
    let shop = Shop::open();
    let draft = MemberDraft {
        consent_email: Some(true),
        consent_sms: Some(false),
        ..named("Anna")
    };
    let at = shop.now();
    let anna = shop
        .store
        .enrol(shop.ask(), &draft, false)
        .unwrap()
        .member_id;
    shop.store
        .set_consent(shop.ask(), anna, Channel::Sms, true)
        .unwrap();
    let consents = shop.store.profile(anna, shop.now()).unwrap().consents;
    assert_eq!(consents.len(), 4);
    assert_eq!(
        (consents[0].granted, consents[0].changed_at_ms),
        (true, Some(at))
    );
    assert_eq!(consents[0].source.as_deref(), Some("counter"));
    assert_eq!(
        (consents[1].granted, consents[1].source.as_deref()),
        (true, Some("profile"))
    );
    assert_eq!(
        (consents[2].granted, consents[2].changed_at_ms),
        (false, None),
        "never asked"
    );
}

#[test]
fn a_consent_given_with_an_edit_comes_from_the_profile() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let edit = MemberDraft {
        consent_email: Some(true),
        ..MemberDraft::default()
    };
    shop.store
        .update_member(shop.ask(), anna, &edit, false)
        .unwrap();
    let consents = shop.store.profile(anna, shop.now()).unwrap().consents;
    assert_eq!(consents[0].source.as_deref(), Some("profile"));
}

#[test]
fn enrolling_is_one_change_with_card_and_starter_stamps() {
    let shop = Shop::with(&StampRules {
        starter_stamps: 2,
        ..ten_stamps()
    });
    let before = shop.number("SELECT count(*) FROM change");
    let enrolled = shop.store.enrol(shop.ask(), &named("Anna"), false).unwrap();
    assert_eq!(shop.number("SELECT count(*) FROM change"), before + 1);
    assert!(regulars_core::card::is_valid_number(&enrolled.card_number));
    assert!(enrolled.card_number.starts_with("29"));
    assert_eq!(shop.balance(enrolled.member_id), 2);
    let member = shop.store.member(enrolled.member_id).unwrap();
    assert_eq!(
        (member.joined_on, member.status),
        (shop.today(), MemberStatus::Active)
    );
}
