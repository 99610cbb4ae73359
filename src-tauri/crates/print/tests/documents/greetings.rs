//! Postcards and letters as documents: words, pages, codes, turning the sheet over.

use std::ops::ControlFlow;

use regulars_i18n::Locale;
use regulars_print::{
    Greeting, GreetingCheck, GreetingFormat, GreetingGift, GreetingJob, GreetingPart,
    GreetingSender, PrintError, TooLong, WrittenGreetings, check_greetings, preview_greetings,
    render_greetings_to,
};

use crate::sample::{NAMES, day, number, shop};
use regulars_tests::paper::Pdf;

const FORMATS: [GreetingFormat; 3] = [
    GreetingFormat::PostcardA6,
    GreetingFormat::PostcardA4,
    GreetingFormat::LetterA4,
];

fn greeting(index: usize) -> Greeting {
    Greeting {
        locale: None,
        recipient: NAMES[index % NAMES.len()].into(),
        address: vec!["Kossuth Lajos utca 12.".into(), "1053 Budapest".into()],
        subject: format!("Boldog születésnapot {index}!"),
        body: "Съешь ещё этих мягких булок.\n\nÁrvíztűrő tükörfúrógép,\nyour team".into(),
        gift: Some(GreetingGift {
            name: "Torta".into(),
            code: Some(format!("CAKE-{index}")),
            expires_on: Some(day(2026, 12, 5)),
        }),
        card_number: Some(number(index)),
    }
}

fn job(format: GreetingFormat, count: usize) -> GreetingJob {
    GreetingJob {
        sender: GreetingSender {
            shop: shop(),
            slogan: Some("Coffee under the trees".into()),
            address: Some("Liget tér 4, 1146 Budapest".into()),
            phone: Some("+36 1 555 01 42".into()),
        },
        greetings: (0..count).map(greeting).collect(),
        format,
        locale: Locale::En,
        printed_on: day(2026, 11, 21),
    }
}

fn rendered(job: &GreetingJob) -> (Pdf, WrittenGreetings) {
    let mut pdf = Vec::new();
    let written =
        render_greetings_to(job, &mut pdf, &mut |_, _| ControlFlow::Continue(())).unwrap();
    (Pdf::new(&pdf), written)
}

/// As one line, spaces of all kinds as one.
fn flat(text: &str) -> String {
    text.split_whitespace().collect::<Vec<_>>().join(" ")
}

#[test]
fn all_words_can_be_read_in_every_format() {
    for format in FORMATS {
        let text = flat(&rendered(&job(format, 1)).0.text());
        for words in [
            "Ёлкина-Щербакова Мария",
            "Kossuth Lajos utca 12.",
            "1053 Budapest",
            "Boldog",
            "Съешь ещё этих мягких булок.",
            "Árvíztűrő tükörfúrógép,",
            "your team",
            "A gift for you",
            "Torta",
            "CAKE-0",
            "Last day: 5 December 2026",
            "Your card",
            &number(0),
            "Kávézó Liget",
            "Coffee under the trees",
            "+36 1 555 01 42",
        ] {
            assert!(text.contains(words), "{format:?} lacks {words:?}: {text}");
        }
    }
}

#[test]
fn a_letter_is_dated_and_signed_in_the_shops_language() {
    for (locale, date, sign_off, last_day) in [
        (
            Locale::En,
            "21 November 2026",
            "Warm regards,",
            "Last day: 5 December 2026",
        ),
        (
            Locale::Ru,
            "21 ноября 2026 г.",
            "С теплом,",
            "Последний день: 5 декабря 2026 г.",
        ),
        (
            Locale::Hu,
            "2026. november 21.",
            "Szeretettel:",
            "Utolsó nap: 2026. december 5.",
        ),
    ] {
        let mut job = job(GreetingFormat::LetterA4, 1);
        job.locale = locale;
        let text = flat(&rendered(&job).0.text());
        for words in [date, sign_off, last_day] {
            assert!(text.contains(words), "{locale} lacks {words}: {text}");
        }
    }
}

#[test]
fn pages_are_counted_and_sized() {
    for (format, count, pages, size) in [
        (GreetingFormat::PostcardA6, 3, 6, "419.528 x 297.638 pts"),
        (
            GreetingFormat::PostcardA4,
            5,
            4,
            "841.89 x 595.276 pts (A4)",
        ),
        (GreetingFormat::LetterA4, 3, 3, "595.276 x 841.89 pts (A4)"),
    ] {
        let (pdf, written) = rendered(&job(format, count));
        assert_eq!((written.check.pages, written.check.printed), (pages, count));
        let info = pdf.info();
        assert!(
            info.contains(&format!("Pages:           {pages}\n")),
            "{info}"
        );
        assert!(info.contains(size), "{info}");
    }
}

#[test]
fn every_code_is_read_from_its_postcard() {
    let pages: Vec<_> = rendered(&job(GreetingFormat::PostcardA6, 3))
        .0
        .drawn()
        .collect();
    for index in 0..3 {
        let front = pages[2 * index].part(0.0, 0.0, 148.0, 105.0);
        assert_eq!(front.codes(), [""; 0], "the greeting side has none");
        let back = pages[2 * index + 1].part(0.0, 0.0, 148.0, 105.0);
        assert_eq!(back.codes(), [format!("QR-Code:{}", number(index))]);
    }
}

/// Cut into quarters, each back is behind its front: the sheet is turned over its upper edge, so
/// the upper fronts have their backs below.
#[test]
fn every_code_is_read_from_its_quarter_of_the_sheet() {
    let (pdf, _) = rendered(&job(GreetingFormat::PostcardA4, 6));
    let pages: Vec<_> = pdf.drawn().collect();
    assert_eq!(pages.len(), 4);
    for index in 0..6 {
        let (column, row) = (index % 2, index % 4 / 2);
        let (x, y) = (148.5 * column as f32, 105.0 * (1 - row) as f32);
        let codes = pages[2 * (index / 4) + 1].part(x, y, 148.5, 105.0).codes();
        assert_eq!(codes, [format!("QR-Code:{}", number(index))], "{index}");
    }
    let words = pdf.words();
    for index in 0..6 {
        let own = format!("{index}!");
        let word = words.iter().find(|word| word.text == own).unwrap();
        let (column, row) = (index % 2, index % 4 / 2);
        assert_eq!(word.page, 1 + 2 * (index / 4));
        assert_eq!(word.left > 841.89 / 2.0, column == 1, "{word:?}");
        assert_eq!(word.top > 595.276 / 2.0, row == 1, "{word:?}");
    }
}

#[test]
fn every_code_is_read_from_its_letter() {
    let (pdf, _) = rendered(&job(GreetingFormat::LetterA4, 3));
    for (index, page) in pdf.drawn().enumerate() {
        let codes = page.part(0.0, 0.0, 210.0, 297.0).codes();
        assert_eq!(codes, [format!("QR-Code:{}", number(index))]);
    }
}

#[test]
fn without_a_card_there_is_no_code_and_without_a_gift_no_word_of_it() {
    for format in FORMATS {
        let mut job = job(format, 1);
        job.greetings[0].card_number = Some(" ".into());
        job.greetings[0].gift = None;
        let (pdf, _) = rendered(&job);
        let text = pdf.text();
        assert!(!text.contains("gift") && !text.contains("card"), "{text}");
        for page in pdf.drawn() {
            assert_eq!(page.part(0.0, 0.0, 148.0, 105.0).codes(), [""; 0]);
        }
    }
}

/// Window of DIN 5008 form B: 20 to 105 mm from the left, 45 to 90 mm from the top.
#[test]
fn the_address_of_a_letter_stands_in_the_window() {
    let words = rendered(&job(GreetingFormat::LetterA4, 1)).0.words();
    let points = |length_mm: f32| length_mm * 72.0 / 25.4;
    for text in ["Ёлкина-Щербакова", "Kossuth", "1053"] {
        let word = words.iter().find(|word| word.text == text).unwrap();
        assert!(
            (points(20.0)..points(105.0)).contains(&word.left),
            "{word:?}"
        );
        assert!((points(60.0)..points(86.0)).contains(&word.top), "{word:?}");
    }
}

#[test]
fn greetings_without_an_address_are_printed_and_counted() {
    for format in FORMATS {
        let mut job = job(format, 4);
        job.greetings[1].address.clear();
        job.greetings[3].address = vec![" ".into(), String::new()];
        job.greetings[3].recipient.clear();
        let written = rendered(&job).1;
        assert_eq!(written.check.without_address, [1, 3]);
        assert_eq!(written.check.printed, 4);
        assert_eq!(check_greetings(&job).unwrap(), written.check);
    }
}

#[test]
fn a_message_too_long_for_a_postcard_is_left_out_and_reported() {
    for format in FORMATS {
        let mut job = job(format, 6);
        job.greetings[1].body = "Szeretettel várunk. ".repeat(600);
        job.greetings[4].address = vec!["Kossuth Lajos utca".into(); 30];
        let (pdf, written) = rendered(&job);
        let too_long = |greeting, part| TooLong { greeting, part };
        assert_eq!(
            written.check,
            GreetingCheck {
                printed: 4,
                pages: match format {
                    GreetingFormat::PostcardA6 => 8,
                    GreetingFormat::PostcardA4 => 2,
                    GreetingFormat::LetterA4 => 4,
                },
                without_address: Vec::new(),
                too_long: vec![
                    too_long(1, GreetingPart::Body),
                    too_long(4, GreetingPart::Address)
                ],
            }
        );
        let text = flat(&pdf.text());
        for index in 0..6 {
            let is_there = text.contains(&format!("CAKE-{index}"));
            assert_eq!(is_there, index != 1 && index != 4, "{format:?} {index}");
        }
        assert!(!text.contains('…'), "nothing is cut");
    }
}

#[test]
fn a_long_message_is_set_smaller_and_whole() {
    let words: Vec<String> = (0..110).map(|index| format!("szó{index:03}")).collect();
    for format in FORMATS {
        let mut job = job(format, 1);
        job.greetings[0].body = words.join(" ");
        let (pdf, written) = rendered(&job);
        assert_eq!(written.check.too_long, []);
        let text = pdf.text();
        let lost: Vec<_> = words.iter().filter(|word| !text.contains(*word)).collect();
        assert!(lost.is_empty(), "{format:?}: {lost:?}");
    }
}

#[test]
fn a_job_of_which_nothing_fits_is_refused_in_words() {
    let mut job = job(GreetingFormat::PostcardA6, 1);
    job.greetings[0].body = "Szeretettel várunk. ".repeat(600);
    let error = check_greetings(&job).unwrap_err();
    assert_eq!(error.code(), "print-too-long");
    for locale in Locale::ALL {
        assert!(!error.text(locale).starts_with("print-error"), "{locale}");
    }
    assert_eq!(preview_greetings(&job, 1).unwrap_err(), PrintError::TooLong);
}

#[test]
fn replaced_characters_are_reported_once_printed() {
    let mut job = job(GreetingFormat::LetterA4, 2);
    job.greetings[0].body = "Gyere 🥐 enni".into();
    job.greetings[1].body = "🎂 ".repeat(6_000);
    let (pdf, written) = rendered(&job);
    let missing: Vec<char> = written
        .missing_glyphs
        .iter()
        .map(|missing| missing.character)
        .collect();
    assert_eq!(missing, ['🥐'], "the letter with the cakes was left out");
    assert!(pdf.text().contains("Gyere ▢ enni"));
}

#[test]
fn wrong_jobs_are_refused() {
    let mut wrong = job(GreetingFormat::PostcardA6, 2);
    wrong.greetings[1].card_number = Some("2904718263551".into());
    assert_eq!(
        check_greetings(&wrong).unwrap_err().code(),
        "print-card-number"
    );
    wrong.greetings.clear();
    assert_eq!(check_greetings(&wrong).unwrap_err().code(), "print-nothing");
    let mut wrong = job(GreetingFormat::LetterA4, 1);
    wrong.sender.shop.brand_color = "brown".into();
    assert_eq!(check_greetings(&wrong).unwrap_err().code(), "print-color");
}

#[test]
fn a_preview_is_one_page_of_the_same_document() {
    for format in FORMATS {
        let job = job(format, 5);
        let (pdf, written) = rendered(&job);
        let whole = pdf.pages();
        for page in 1..=written.check.pages {
            let previewed = preview_greetings(&job, page).unwrap();
            assert_eq!(previewed.check, written.check);
            let preview = previewed.page;
            assert_eq!(preview.pages, 1);
            assert_eq!(
                Pdf::new(&preview.pdf).pages(),
                [whole[page - 1].clone()],
                "{page}"
            );
        }
        let beyond = preview_greetings(&job, 1_000).unwrap().page;
        let last = [whole[written.check.pages - 1].clone()];
        assert_eq!(Pdf::new(&beyond.pdf).pages(), last);
        let refused = preview_greetings(&job, 0).unwrap_err();
        assert_eq!(refused, PrintError::Page { page: 0 });
    }
}

#[test]
fn progress_is_told_and_a_stop_is_heard() {
    let job = job(GreetingFormat::PostcardA4, 5);
    let mut told = Vec::new();
    let mut target = Vec::new();
    render_greetings_to(&job, &mut target, &mut |done, total| {
        told.push((done, total));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(told, [(0, 5), (4, 5), (4, 5), (5, 5)]);

    let mut target = Vec::new();
    let stopped = render_greetings_to(&job, &mut target, &mut |_, _| ControlFlow::Break(()));
    assert_eq!(stopped.unwrap_err(), PrintError::Cancelled);
    assert!(target.is_empty(), "nothing is written of a stopped job");
}

#[test]
fn the_document_tells_who_what_and_when() {
    let mut job = job(GreetingFormat::LetterA4, 1);
    job.locale = Locale::Hu;
    let info = rendered(&job).0.info();
    assert!(
        info.contains("Title:           Kávézó Liget – Levelek"),
        "{info}"
    );
    assert!(info.contains("CreationDate:    Sat Nov 21"), "{info}");
}
