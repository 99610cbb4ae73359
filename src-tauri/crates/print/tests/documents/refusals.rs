//! What cannot be printed is refused with a reason, in words.

use std::io;
use std::ops::ControlFlow;

use regulars_i18n::Locale;
use regulars_print::{
    CardJob, CardPaper, PrintError, StampGrid, preview_cards, render_cards, render_cards_to,
    render_report,
};

use crate::sample::{job, report};

#[track_caller]
fn check(change: impl Fn(&mut CardJob), code: &str) {
    let mut job = job(CardPaper::A4, 3);
    change(&mut job);
    let error = render_cards(&job, &mut |_, _| ControlFlow::Continue(())).unwrap_err();
    assert_eq!(error.code(), code);
    for locale in Locale::ALL {
        let text = error.text(locale);
        assert!(
            !text.starts_with("print-error") && !text.contains("{$"),
            "{locale}: {text}"
        );
    }
}

#[test]
fn a_wrong_card_number_is_no_code() {
    for wrong in [
        "2904718263551",
        "290471826355",
        "29047182635500",
        "29047182635五",
        "",
    ] {
        check(
            |job| job.cards[2].number = wrong.into(),
            "print-card-number",
        );
    }
}

#[test]
fn a_stamp_card_has_one_to_thirty_stamps() {
    for slots in [0, 31, 255] {
        check(
            |job| job.face.stamps = job.face.stamps.map(|grid| StampGrid { slots, ..grid }),
            "print-slots",
        );
    }
}

#[test]
fn a_colour_is_hexadecimal() {
    check(
        |job| job.face.shop.brand_color = "brown".into(),
        "print-color",
    );
}

#[test]
fn a_logo_is_a_picture() {
    check(
        |job| job.face.shop.logo = Some(b"<svg/>".to_vec()),
        "print-logo",
    );
    check(|job| job.face.shop.logo = Some(Vec::new()), "print-logo");
}

#[test]
fn a_font_is_truetype() {
    check(
        |job| job.face.shop.font = Some(b"OTTO".to_vec()),
        "print-font",
    );
    check(|job| job.face.shop.font = Some(Vec::new()), "print-font");
}

#[test]
fn an_empty_job_is_refused() {
    check(|job| job.cards.clear(), "print-nothing");
}

#[test]
fn a_page_that_is_not_there_cannot_be_previewed() {
    let job = job(CardPaper::A4, 3);
    for page in [0, 3, usize::MAX] {
        assert_eq!(
            preview_cards(&job, page).unwrap_err(),
            PrintError::Page { page }
        );
    }
}

#[test]
fn a_full_disk_is_told() {
    struct Full;
    impl io::Write for Full {
        fn write(&mut self, _: &[u8]) -> io::Result<usize> {
            Err(io::Error::from(io::ErrorKind::StorageFull))
        }
        fn flush(&mut self) -> io::Result<()> {
            Ok(())
        }
    }
    let job = job(CardPaper::A4, 3);
    let error = render_cards_to(&job, &mut Full, &mut |_, _| ControlFlow::Continue(()));
    assert_eq!(error.unwrap_err().code(), "print-document");
}

#[test]
fn a_report_refuses_the_same() {
    let mut report = report(3, Locale::En);
    report.shop.brand_color = "#12345".into();
    assert_eq!(render_report(&report).unwrap_err().code(), "print-color");
}
