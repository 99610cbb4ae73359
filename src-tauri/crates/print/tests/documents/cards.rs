//! Cards as documents: pages, text, fonts, turning the sheet over.

use std::ops::ControlFlow;

use regulars_i18n::Locale;
use regulars_print::{
    CardPaper, Sides, card_page_count, preview_cards, render_cards, render_cards_to,
};

use crate::sample::{job, rendered};
use regulars_tests::paper::Pdf;

#[test]
fn names_can_be_read_in_three_scripts() {
    let pdf = Pdf::new(&rendered(&job(CardPaper::Cr80, 10)).pdf);
    let text = pdf.text();
    for name in [
        "Ёлкина-Щербакова Мария",
        "Nagy Gergő",
        "Őry-Hűvösvölgyi Tűzvirág",
        "Maria Ivanova",
    ] {
        assert!(text.contains(name), "{name} is missing");
    }
    assert!(
        text.contains("Réka ▢ Szabó"),
        "the emoji is visibly replaced"
    );
    assert!(text.contains("regular since January 2025"));
}

#[test]
fn replaced_characters_are_reported_with_their_names() {
    let rendered = rendered(&job(CardPaper::A4, 20));
    let missing: Vec<(char, Vec<String>)> = rendered
        .missing_glyphs
        .into_iter()
        .map(|missing| (missing.character, missing.texts))
        .collect();
    assert_eq!(
        missing,
        [
            ('👩', vec!["👩‍👩‍👧‍👦".to_owned()]),
            ('🥐', vec!["Réka 🥐 Szabó".to_owned()])
        ]
    );
}

#[test]
fn since_is_said_in_the_shops_language() {
    for (locale, line) in [
        (Locale::Ru, "с нами с января 2025 г."),
        (Locale::Hu, "2025 januárja óta a vendégünk"),
    ] {
        let mut job = job(CardPaper::Cr80, 1);
        job.locale = locale;
        let text = Pdf::new(&rendered(&job).pdf).text();
        assert!(text.contains(line), "{text}");
    }
}

#[test]
fn sheets_are_counted_and_sized() {
    for (paper, sides, count, pages, size) in [
        (
            CardPaper::A4,
            Sides::Both,
            21,
            6,
            "595.276 x 841.89 pts (A4)",
        ),
        (
            CardPaper::Letter,
            Sides::Front,
            10,
            1,
            "612 x 792 pts (letter)",
        ),
        (CardPaper::Cr80, Sides::Both, 3, 6, "242.646 x 153.071 pts"),
    ] {
        let mut job = job(paper, count);
        job.sheet.sides = sides;
        let rendered = rendered(&job);
        assert_eq!((rendered.pages, card_page_count(&job)), (pages, pages));
        let info = Pdf::new(&rendered.pdf).info();
        assert!(
            info.contains(&format!("Pages:           {pages}\n")),
            "{info}"
        );
        assert!(info.contains(size), "{info}");
    }
}

#[test]
fn a_large_document_has_a_sound_page_tree() {
    let mut job = job(CardPaper::Cr80, 200);
    job.sheet.sides = Sides::Front;
    assert_eq!(Pdf::new(&rendered(&job).pdf).pages().len(), 200);
}

/// The first half of the digits stands left on every back: its place tells the card's column.
#[test]
fn backs_meet_their_fronts_when_the_sheet_is_turned() {
    let mut job = job(CardPaper::A4, 2);
    job.cards[0].name = "Leftmost".into();
    job.cards[1].name = "Rightmost".into();
    let words = Pdf::new(&rendered(&job).pdf).words();
    let find = |page: usize, text: &str| {
        words
            .iter()
            .find(|word| word.page == page && word.text.replace(' ', "").starts_with(text))
            .unwrap_or_else(|| panic!("{text} is not on page {page}: {words:?}"))
            .clone()
    };
    let middle = 595.276 / 2.0;
    assert!(find(1, "Leftmost").left < middle && find(1, "Rightmost").left > middle);
    let group = |index: usize| job.cards[index].number[..1].to_owned();
    // Digits are spread, so poppler sees each as a word; the lone first digits differ here.
    let first_digits: Vec<(String, f32)> = words
        .iter()
        .filter(|word| word.page == 2 && word.text.len() == 1 && word.left % middle < 45.0 + 40.0)
        .filter(|word| word.top > 150.0)
        .map(|word| (word.text.clone(), word.left))
        .collect();
    let left_of = |digit: &str| {
        first_digits
            .iter()
            .filter(|(text, _)| text == digit)
            .map(|(_, left)| *left)
            .fold(f32::MAX, f32::min)
    };
    assert!(left_of(&group(0)) > middle, "{first_digits:?}");
    assert!(left_of(&group(1)) < middle, "{first_digits:?}");
}

#[test]
fn the_document_tells_who_and_when() {
    let info = Pdf::new(&rendered(&job(CardPaper::A4, 1)).pdf).info();
    assert!(info.contains("Title:           Kávézó Liget"), "{info}");
    assert!(info.contains("Producer:        Regulars"), "{info}");
    assert!(info.contains("CreationDate:    Sat Nov 21"), "{info}");
    assert!(info.contains("2026"), "{info}");
}

#[test]
fn fonts_are_embedded_cut_and_readable() {
    let pdf = rendered(&job(CardPaper::A4, 10)).pdf;
    assert!(pdf.len() < 60_000, "{} bytes", pdf.len());
    let fonts = Pdf::new(&pdf).fonts();
    for line in fonts.lines().skip(2) {
        assert!(line.contains("yes yes yes"), "{line}");
    }
    assert!(fonts.contains("Inter-Bold"), "{fonts}");
}

#[test]
fn a_shops_own_font_comes_first() {
    let mut job = job(CardPaper::Cr80, 1);
    job.face.shop.font = Some(dejavu::serif::regular().to_vec());
    let pdf = Pdf::new(&rendered(&job).pdf);
    assert!(
        pdf.fonts().contains("ShopFont") && !pdf.fonts().contains("Inter"),
        "{}",
        pdf.fonts()
    );
    assert!(pdf.text().contains("Ёлкина-Щербакова"));
}

#[test]
fn a_preview_is_one_page_of_the_same_document() {
    let job = job(CardPaper::A4, 25);
    let whole = Pdf::new(&rendered(&job).pdf).pages();
    for page in 1..=6 {
        let preview = preview_cards(&job, page).unwrap();
        assert_eq!(preview.pages, 1);
        assert_eq!(
            Pdf::new(&preview.pdf).pages(),
            [whole[page - 1].clone()],
            "page {page}"
        );
    }
}

#[test]
fn progress_is_told_and_a_stop_is_heard() {
    let job = job(CardPaper::A4, 25);
    let mut told = Vec::new();
    render_cards(&job, &mut |done, total| {
        told.push((done, total));
        ControlFlow::Continue(())
    })
    .unwrap();
    assert_eq!(
        told,
        [(0, 25), (10, 25), (10, 25), (20, 25), (20, 25), (25, 25)]
    );

    let mut target = Vec::new();
    let mut pages = 0;
    let stopped = render_cards_to(&job, &mut target, &mut |_, _| {
        pages += 1;
        if pages == 2 {
            ControlFlow::Break(())
        } else {
            ControlFlow::Continue(())
        }
    });
    assert_eq!(stopped.unwrap_err().code(), "print-cancelled");
    assert!(target.is_empty(), "nothing is written of a stopped job");
}
