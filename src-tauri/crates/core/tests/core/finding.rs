//! The counter's search: what is typed in a hurry finds who is meant.

use regulars_core::{member::MemberDraft, shop::ShopPatch};

use crate::shop::{Shop, named};

fn found(shop: &Shop, query: &str) -> Vec<String> {
    let hits = shop.store.search(query, 10, shop.today()).unwrap();
    hits.into_iter()
        .map(|hit| {
            if hit.name.is_empty() {
                hit.phone_display.unwrap()
            } else {
                hit.name
            }
        })
        .collect()
}

fn with_phone(shop: &Shop, name: &str, phone: &str) {
    let draft = MemberDraft {
        phone: Some(phone.into()),
        ..named(name)
    };
    shop.store.enrol(shop.ask(), &draft, true).unwrap();
}

#[test]
fn letters_with_and_without_marks_are_the_same() {
    let shop = Shop::open();
    for name in [
        "Артём Ёлкин",
        "Kovács Éva",
        "Őry Ödön",
        "Андрей Зайцев",
        "Łukasz Ørsted",
    ] {
        shop.enrol(name);
    }
    for (query, name) in [
        ("елкин", "Артём Ёлкин"),
        ("ёлк", "Артём Ёлкин"),
        ("АРТЕМ", "Артём Ёлкин"),
        ("андреи", "Андрей Зайцев"),
        ("заи", "Андрей Зайцев"),
        ("kovacs", "Kovács Éva"),
        ("KOVÁCS", "Kovács Éva"),
        ("éva kov", "Kovács Éva"),
        ("ory od", "Őry Ödön"),
        ("lukasz ors", "Łukasz Ørsted"),
        ("Kova\u{301}cs", "Kovács Éva"),
    ] {
        assert_eq!(found(&shop, query), [name], "{query}");
    }
}

#[test]
fn every_word_must_fit_and_words_fit_from_their_beginning() {
    let shop = Shop::open();
    shop.enrol("Anna Nagy");
    shop.enrol("Anna Kiss");
    assert_eq!(found(&shop, "nagy anna"), ["Anna Nagy"]);
    assert_eq!(found(&shop, "an ki"), ["Anna Kiss"]);
    assert!(found(&shop, "nna").is_empty());
    assert!(found(&shop, "anna szabo").is_empty());
}

#[test]
fn a_whole_word_comes_before_a_beginning_and_the_last_seen_first() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna Nagy");
    shop.enrol("Annabella Kiss");
    let other = shop.enrol("Anna Kiss");
    assert_eq!(found(&shop, "anna").last().unwrap(), "Annabella Kiss");
    shop.stamp(other, 1);
    assert_eq!(found(&shop, "anna")[0], "Anna Kiss");
    shop.stamp(anna, 1);
    assert_eq!(
        found(&shop, "anna"),
        ["Anna Nagy", "Anna Kiss", "Annabella Kiss"]
    );
}

#[test]
fn a_hungarian_phone_is_found_however_it_is_begun_or_ended() {
    let shop = Shop::open();
    with_phone(&shop, "Anna", "06 30 555 0142");
    with_phone(&shop, "Béla", "06 20 123 4567");
    for query in [
        "0142",
        "550142",
        "06 30 555",
        "0630",
        "30 555",
        "+36 30",
        "3630",
        "36305550142",
        "06305550142",
        "2",
    ] {
        assert!(found(&shop, query).contains(&"Anna".to_owned()), "{query}");
    }
    for query in ["0143", "0631", "+3620555"] {
        assert!(!found(&shop, query).contains(&"Anna".to_owned()), "{query}");
    }
    assert_eq!(found(&shop, "anna 0142"), ["Anna"]);
    assert!(found(&shop, "béla 0142").is_empty());
}

#[test]
fn a_russian_phone_is_found_with_eight_and_with_seven() {
    let shop = Shop::open();
    let patch = ShopPatch {
        phone_region: Some("RU".into()),
        ..ShopPatch::default()
    };
    shop.store.update_shop(shop.ask(), &patch).unwrap();
    with_phone(&shop, "Олег", "8 916 123-45-67");
    for query in [
        "8 916",
        "8916123",
        "+7 916",
        "7916",
        "916 123",
        "4567",
        "45 67",
        "8 (916) 123-45-67",
    ] {
        assert_eq!(found(&shop, query), ["Олег"], "{query}");
    }
}

#[test]
fn a_card_is_found_by_its_number_and_its_end() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let number = shop.card(anna).number;
    assert_eq!(found(&shop, &number), ["Anna"]);
    assert_eq!(found(&shop, &number[7..]), ["Anna"]);
    assert_eq!(
        found(&shop, &format!("{} {}", &number[..7], &number[7..])),
        ["Anna"]
    );
}

#[test]
fn a_guest_without_a_name_is_found_by_phone() {
    let shop = Shop::open();
    let draft = MemberDraft {
        phone: Some("06 30 555 0142".into()),
        ..MemberDraft::default()
    };
    shop.store.enrol(shop.ask(), &draft, false).unwrap();
    assert_eq!(found(&shop, "0142"), ["+36 30 555 0142"]);
}

#[test]
fn hostile_input_is_only_text() {
    let shop = Shop::open();
    shop.enrol("Anna Near");
    shop.enrol("O'Brien \"Bob\" OR (x)");
    shop.enrol("=cmd|' /C calc'!A0");
    shop.enrol("👩\u{200d}🍳 Éva ☕");
    shop.enrol("name_folded: Zed");
    for (query, name) in [
        ("NEAR(", "Anna Near"),
        ("anna NEAR", "Anna Near"),
        ("o'brien", "O'Brien \"Bob\" OR (x)"),
        ("\"bob\"", "O'Brien \"Bob\" OR (x)"),
        ("bob OR", "O'Brien \"Bob\" OR (x)"),
        ("=cmd", "=cmd|' /C calc'!A0"),
        ("☕ éva", "👩\u{200d}🍳 Éva ☕"),
        ("zed", "name_folded: Zed"),
        ("name_folded: zed", "name_folded: Zed"),
    ] {
        assert_eq!(found(&shop, query), [name], "{query}");
    }
    let long = "x".repeat(1_000_000);
    let many = "anna ".repeat(10_000);
    for query in [
        "",
        " ",
        "\"",
        "\"\"",
        "'",
        "*",
        "a*b*",
        "*anna",
        "NEAR/3",
        "AND",
        "NOT anna",
        "-anna",
        "^anna",
        "{name_folded}: a",
        "a:b:c",
        "(((",
        "☕",
        "👩\u{200d}🍳",
        "%",
        "_",
        "\\",
        "\0",
        "a\0b",
        ";--",
        "🅰️",
        "null",
        "\u{202e}anna",
        "0",
        "00000000000000000000000000",
        &long,
        &many,
    ] {
        let hits = shop.store.search(query, 10, shop.today());
        assert!(
            hits.is_ok(),
            "{:?}: {hits:?}",
            query.chars().take(30).collect::<String>()
        );
        let query = regulars_core::member::MemberQuery {
            search: query.into(),
            limit: 10,
            ..Default::default()
        };
        assert!(
            shop.store.members(&query, shop.now()).is_ok(),
            "the list too"
        );
        assert!(shop.store.scan(&query.search).is_ok());
        let _ = shop.store.resolve_member(&query.search);
    }
    assert!(
        found(&shop, "☕").is_empty(),
        "a sign that parts words finds nobody"
    );
}

#[test]
fn names_of_any_script_and_emoji_can_be_enrolled_and_verified() {
    let shop = Shop::open();
    for name in [
        "🅰️ Anna",
        "🅰️",
        "☕",
        "李小龍",
        "محمد",
        "Ⓐdam",
        "𝒜𝓃𝓃𝒶",
        "ꭰꭱꭲ",
        "ﬁne",
        "ẞ",
        "İ",
        "ǅ",
        "①",
        "Ⅻ",
        "a\u{301}\u{302}\u{303}",
        "नमस्ते",
        "\u{1e900}\u{1e922}",
        "ა",
        "Ა",
        "²",
        "½",
    ] {
        let member = shop.enrol(name);
        assert!(
            !shop.store.member(member).unwrap().name.is_empty(),
            "{name}"
        );
    }
    assert_eq!(found(&shop, "李小龍"), ["李小龍"]);
    assert!(found(&shop, "anna").contains(&"🅰️ Anna".to_owned()));
}

#[test]
fn the_answer_is_as_long_as_asked_for() {
    let shop = Shop::open();
    for at in 0..60 {
        shop.enrol(&format!("Anna {at}"));
    }
    let count = |limit| {
        shop.store
            .search("anna", limit, shop.today())
            .unwrap()
            .len()
    };
    assert_eq!((count(0), count(7), count(1_000)), (1, 7, 50));
}

#[test]
fn an_address_is_the_same_in_any_case() {
    let shop = Shop::open();
    let draft = MemberDraft {
        email: Some("Anna@Example.com".into()),
        ..named("Anna")
    };
    let anna = shop.store.enrol(shop.ask(), &draft, true).unwrap();
    let found = shop.store.resolve_member("anna@example.COM").unwrap();
    assert_eq!(found, anna.member_id);
}
