//! What stands on a greeting, before it becomes PDF.

use super::sheet::{CARD_HEIGHT, CARD_WIDTH};
use super::*;
use crate::geometry::{Area, mm};
use crate::page::collect_texts;

const PEOPLE: [(&str, &[&str]); 6] = [
    ("Bo", &["1053 Budapest"]),
    (
        "Христорождественская-Преображенская Александра Константиновна",
        &[
            "Большой Сампсониевский проспект, дом 128, корпус 2, строение 4, квартира 1017",
            "197198 Санкт-Петербург",
            "РОССИЯ",
        ],
    ),
    ("Megszentségteleníthetetlenségeskedéseitekért", &[]),
    (
        "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior, the Third of That Name",
        &["4 High Street", "Bath", "BA1 1AA", "UNITED KINGDOM"],
    ),
    ("👩‍👩‍👧‍👦🥐☕ Réka", &["", "  "]),
    ("", &[]),
];

const WORDS: [(&str, &str); 5] = [
    ("Köszönjük!", "Jó, hogy itt vagy."),
    (
        "С днём рождения, дорогая Мария Константиновна!",
        "Спасибо, что вы с нами.\n\n\nПриходите\nна этой неделе.",
    ),
    (
        "",
        "No heading, and www.kavezo-liget.example/a/very/long/address/that/cannot/be/broken",
    ),
    ("Megszentségteleníthetetlenségeskedéseitekért, ugye?", ""),
    ("", ""),
];

fn job(format: GreetingFormat, locale: Locale, long: bool) -> GreetingJob {
    let text = |short: &str, long_text: &str| {
        if long {
            long_text.repeat(4)
        } else {
            short.to_owned()
        }
    };
    GreetingJob {
        sender: GreetingSender {
            shop: ShopBrand {
                name: text("Kávézó Liget", "Szépségszalon „Napfény” "),
                brand_color: "#a84a24".into(),
                ..ShopBrand::default()
            },
            slogan: Some(text("Coffee under the trees", "Красота без спешки ")),
            address: Some(text(
                "Liget tér 4, Budapest",
                "г. Санкт-Петербург, Большой пр-т, 18 ",
            )),
            phone: Some(text("+36 1 555 01 42", "+36 1 555 01 42, ")),
        },
        greetings: Vec::new(),
        format,
        locale,
        printed_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
    }
}

fn greeting(index: usize, gift: &str, has_card: bool) -> Greeting {
    let (recipient, address) = PEOPLE[index % PEOPLE.len()];
    let (subject, body) = WORDS[index % WORDS.len()];
    Greeting {
        locale: None,
        recipient: recipient.into(),
        address: address.iter().map(|line| (*line).to_owned()).collect(),
        subject: subject.into(),
        body: body.into(),
        gift: (!gift.is_empty()).then(|| GreetingGift {
            name: gift.into(),
            code: Some("ТЮЛЬПАН-2026-В".into()),
            expires_on: NaiveDate::from_ymd_opt(2026, 12, 31),
        }),
        card_number: has_card.then(|| "2904718263550".into()),
    }
}

/// Texts inside the area, none over another, none in the white around a code.
#[track_caller]
fn check(items: &[Item], area: Area, about: &str) {
    let mut texts = Vec::new();
    collect_texts(items, (0.0, 0.0), &mut texts);
    let codes = items.iter().filter_map(|item| match item {
        Item::Modules(modules) => {
            let side = 21.0 * modules.unit_pt.0;
            let code = Area::new(modules.x_pt, modules.y_pt, side, side);
            Some((code.inset(-4.0 * modules.unit_pt.0), "a code".to_owned()))
        }
        _ => None,
    });
    let mut taken: Vec<(Area, String)> = codes.collect();
    for (text_area, text) in texts {
        let inside = text_area.x >= area.x
            && text_area.y >= area.y
            && text_area.right() <= area.right()
            && text_area.bottom() <= area.bottom();
        assert!(inside, "{about}: {text:?} at {text_area:?} leaves {area:?}");
        for (other, other_text) in &taken {
            let apart = text_area.right() <= other.x + 0.05
                || other.right() <= text_area.x + 0.05
                || text_area.bottom() <= other.y + 0.05
                || other.bottom() <= text_area.y + 0.05;
            assert!(
                apart,
                "{about}: {text:?} {text_area:?} stands on {other_text:?} {other:?}"
            );
        }
        taken.push((text_area, text));
    }
}

/// Draws each kind of greeting in each language, with short and with endless words of the shop.
#[track_caller]
fn check_all(
    format: GreetingFormat,
    area: Area,
    draw: impl Fn(&Design<'_>, &mut FontBook, &Greeting) -> Vec<Item>,
) {
    for locale in Locale::ALL {
        for long in [false, true] {
            let job = job(format, locale, long);
            let design = Design::read(&job).unwrap();
            let mut book = FontBook::new(None).unwrap();
            for gift in [
                "",
                "Torta",
                "Укладка в подарок к любой стрижке и окрашиванию волос",
            ] {
                for has_card in [false, true] {
                    for index in 0..PEOPLE.len() * WORDS.len() {
                        let greeting = greeting(index, gift, has_card);
                        let items = draw(&design, &mut book, &greeting);
                        let about = format!("{locale} long: {long} {greeting:?}");
                        check(&items, area, &about);
                    }
                }
            }
        }
    }
}

#[test]
fn nothing_leaves_a_postcards_greeting_side_or_overlaps() {
    let area = Area::new(0.0, 0.0, CARD_WIDTH, CARD_HEIGHT).inset(mm(6.0));
    check_all(
        GreetingFormat::PostcardA6,
        area,
        |design, book, greeting| {
            let mut items = front::shared(design, book, None);
            items.extend(front::own(design, book, greeting).unwrap());
            items
        },
    );
}

#[test]
fn nothing_leaves_a_postcards_address_side_or_enters_the_posts_bars() {
    let area = Area::mm(6.0, 6.0, 136.0, 84.0);
    check_all(
        GreetingFormat::PostcardA6,
        area,
        |design, book, greeting| {
            let mut items = back::shared(design, book, None);
            items.extend(back::own(design, book, greeting).unwrap());
            items
        },
    );
}

#[test]
fn nothing_leaves_a_letter_or_overlaps() {
    let area = Area::mm(24.0, 14.0, 168.0, 270.0);
    check_all(GreetingFormat::LetterA4, area, |design, book, greeting| {
        let mut items = letter::shared(design, book, None);
        items.extend(letter::own(design, book, greeting).unwrap());
        items
    });
}

#[test]
fn a_letter_is_signed_once() {
    let job = job(GreetingFormat::LetterA4, Locale::Ru, false);
    let design = Design::read(&job).unwrap();
    let mut book = FontBook::new(None).unwrap();
    let mut words = |body: &str| -> Vec<String> {
        let greeting = Greeting {
            body: body.into(),
            ..Greeting::default()
        };
        let items = letter::own(&design, &mut book, &greeting).unwrap();
        let mut found = Vec::new();
        collect_texts(&items, (0.0, 0.0), &mut found);
        found.into_iter().map(|(_, text)| text).collect()
    };
    let signed = words("До скорой встречи!\nKávézó Liget");
    assert_eq!(signed, words("До скорой встречи!"));
    assert_eq!(
        signed.iter().filter(|text| *text == "Kávézó Liget").count(),
        1
    );
    assert!(words("Звоните: Kávézó Liget").contains(&"Звоните: Kávézó Liget".to_owned()));
}

#[test]
fn an_address_of_any_length_stays_in_the_window_or_is_refused() {
    let job = job(GreetingFormat::LetterA4, Locale::En, false);
    let design = Design::read(&job).unwrap();
    let mut book = FontBook::new(None).unwrap();
    let mut refused = 0;
    for lines in 0..12 {
        let greeting = Greeting {
            recipient: "Maria Ivanova".into(),
            address: vec!["Kossuth Lajos utca 12. II/4".into(); lines],
            ..Greeting::default()
        };
        match letter::own(&design, &mut book, &greeting) {
            Ok(items) => {
                let mut texts = Vec::new();
                collect_texts(&items, (0.0, 0.0), &mut texts);
                let address: Vec<_> = texts
                    .iter()
                    .filter(|(_, text)| text.contains("utca"))
                    .collect();
                assert_eq!(address.len(), lines, "each line is there");
                for (area, text) in address {
                    assert!(area.x >= mm(20.0) && area.right() <= mm(105.0), "{text}");
                    assert!(area.y >= mm(45.0) && area.bottom() <= mm(90.0), "{text}");
                }
            }
            Err(Refusal::TooLong(part)) => {
                assert_eq!(part, GreetingPart::Address);
                refused += 1;
            }
            Err(Refusal::Print(error)) => panic!("{error}"),
        }
    }
    assert!((1..6).contains(&refused), "{refused} refused");
}

#[test]
fn what_is_too_long_is_refused_by_its_name() {
    let usual = greeting(0, "Torta", true);
    let job = job(GreetingFormat::PostcardA6, Locale::En, false);
    let design = Design::read(&job).unwrap();
    let mut book = FontBook::new(None).unwrap();
    let mut refusal = |greeting: &Greeting| {
        let front = front::own(&design, &mut book, greeting).map(|_| ());
        match front.and_then(|()| back::own(&design, &mut book, greeting)) {
            Err(Refusal::TooLong(part)) => Some(part),
            _ => None,
        }
    };
    assert_eq!(refusal(&usual), None);
    let long = "word ".repeat(400);
    let gift = |name: &str, code: &str| {
        Some(GreetingGift {
            name: name.into(),
            code: Some(code.into()),
            expires_on: None,
        })
    };
    for (greeting, part) in [
        (
            Greeting {
                recipient: long.clone(),
                ..usual.clone()
            },
            GreetingPart::Address,
        ),
        (
            Greeting {
                subject: long.clone(),
                ..usual.clone()
            },
            GreetingPart::Subject,
        ),
        (
            Greeting {
                body: long.clone(),
                ..usual.clone()
            },
            GreetingPart::Body,
        ),
        (
            Greeting {
                gift: gift(&long, "A"),
                ..usual.clone()
            },
            GreetingPart::Gift,
        ),
        (
            Greeting {
                gift: gift("Torta", &long),
                ..usual.clone()
            },
            GreetingPart::Gift,
        ),
    ] {
        assert_eq!(refusal(&greeting), Some(part));
    }
}

/// So many sentences are one greeting's message.
fn talkative(sentences: usize) -> Greeting {
    Greeting {
        locale: None,
        recipient: "Maria Ivanova".into(),
        address: vec!["1053 Budapest".into()],
        subject: "С днём рождения, Мария Константиновна!".into(),
        body: "Спасибо, что вы с нами. ".repeat(sentences),
        gift: Some(GreetingGift::default()),
        card_number: None,
    }
}

/// Adds a sentence until the greeting is refused; all that is accepted is complete, no larger than
/// before, and above `bottom`. Tells how many sentences were accepted.
fn most_sentences(
    format: GreetingFormat,
    bottom: f32,
    draw: impl Fn(&Design<'_>, &mut FontBook, &Greeting) -> Result<Vec<Item>, Refusal>,
) -> usize {
    let job = job(format, Locale::Ru, false);
    let design = Design::read(&job).unwrap();
    let mut book = FontBook::new(None).unwrap();
    let mut smallest = f32::MAX;
    for sentences in 1..500 {
        let items = match draw(&design, &mut book, &talkative(sentences)) {
            Ok(items) => items,
            Err(Refusal::TooLong(GreetingPart::Body)) => return sentences - 1,
            Err(other) => panic!("{other:?}"),
        };
        let mut texts = Vec::new();
        collect_texts(&items, (0.0, 0.0), &mut texts);
        let said: Vec<&str> = texts.iter().map(|(_, text)| text.trim()).collect();
        assert_eq!(said.join(" ").matches("Спасибо,").count(), sentences);
        let words = texts
            .iter()
            .filter(|(_, text)| text.contains("вы с") || text.contains("Kávézó"));
        for (area, text) in words {
            assert!(area.bottom() <= bottom, "{sentences}: {text:?} at {area:?}");
        }
        let first = texts.iter().find(|(_, text)| text.contains("Спасибо,"));
        let size = first.unwrap().0.height;
        assert!(size <= smallest + 0.01, "{sentences}");
        smallest = size;
    }
    panic!("nothing was refused")
}

#[test]
fn a_longer_message_is_smaller_and_whole_until_it_is_refused() {
    let postcard = most_sentences(GreetingFormat::PostcardA6, mm(94.5), front::own);
    assert!((28..60).contains(&postcard), "{postcard} on a postcard");
    let letter = most_sentences(GreetingFormat::LetterA4, mm(213.0), letter::own);
    assert!((60..120).contains(&letter), "{letter} in a letter");
}
