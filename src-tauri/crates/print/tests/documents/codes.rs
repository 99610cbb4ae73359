//! Every code of every card is read back, from where the card lies on the sheet.

use regulars_print::{CardPaper, FrontStyle, Sides};

use crate::sample::{job, number, rendered};
use regulars_tests::paper::Pdf;

const CARD_MM: (f32, f32) = (85.6, 54.0);

/// Cuts the backs out of the drawn pages, as the owner will, and scans each alone: of ten QR codes
/// in one picture zbar finds only some.
#[track_caller]
fn check(paper: CardPaper, (columns, rows): (usize, usize), page_mm: (f32, f32)) {
    let mut job = job(paper, 100);
    job.sheet.sides = Sides::Back;
    let on_a_page = columns * rows;
    let left = (page_mm.0 - CARD_MM.0 * columns as f32) / 2.0;
    let top = (page_mm.1 - CARD_MM.1 * rows as f32) / 2.0;
    let mut unread = Vec::new();
    let mut pages = 0;
    for page in Pdf::new(&rendered(&job).pdf).drawn() {
        for place in 0..on_a_page {
            let index = pages * on_a_page + place;
            // The sheet is turned over its long edge: the first card's back is on the right.
            let (column, row) = (columns - 1 - place % columns, place / columns);
            let (x, y) = (
                left + CARD_MM.0 * column as f32,
                top + CARD_MM.1 * row as f32,
            );
            let codes = page.part(x, y, CARD_MM.0, CARD_MM.1).codes();
            let expected = [
                format!("EAN-13:{}", number(index)),
                format!("QR-Code:{}", number(index)),
            ];
            if codes != expected {
                unread.push((index, expected, codes));
            }
        }
        pages += 1;
    }
    assert_eq!(pages, 100 / on_a_page);
    assert!(unread.is_empty(), "{} cards: {unread:#?}", unread.len());
}

#[test]
fn a_hundred_cards_on_a4() {
    check(CardPaper::A4, (2, 5), (210.0, 297.0));
}

#[test]
fn a_hundred_cards_on_letter() {
    check(CardPaper::Letter, (2, 5), (215.9, 279.4));
}

#[test]
fn a_hundred_single_cards() {
    check(CardPaper::Cr80, (1, 1), CARD_MM);
}

#[test]
fn fronts_carry_no_code() {
    let mut job = job(CardPaper::A4, 10);
    job.sheet.sides = Sides::Front;
    job.sheet.front_style = FrontStyle::Full;
    let pages: Vec<_> = Pdf::new(&rendered(&job).pdf).drawn().collect();
    assert_eq!(pages.len(), 1);
    assert_eq!(pages[0].part(0.0, 0.0, 210.0, 297.0).codes(), [""; 0]);
}
