//! The monthly report as a document.

use regulars_i18n::Locale;
use regulars_print::render_report;

use crate::sample::report;
use regulars_tests::paper::Pdf;

fn pages(rows: usize, locale: Locale) -> Vec<String> {
    let rendered = render_report(&report(rows, locale)).unwrap();
    let pages = Pdf::new(&rendered.pdf).pages();
    assert_eq!(rendered.pages, pages.len());
    assert!(rendered.missing_glyphs.is_empty());
    pages
        .into_iter()
        .map(|page| page.replace('\u{a0}', " "))
        .collect()
}

/// The last word of a page, where poppler may or may not see spaces around the stroke.
fn ends_with(page: &str, numbers: &str) -> bool {
    page.replace(' ', "").trim_end().ends_with(numbers)
}

#[test]
fn the_first_page_tells_the_month() {
    let page = &pages(5, Locale::Hu)[0];
    for text in [
        "Kávézó Liget",
        "2026. október",
        "1 284",
        "3 152 400 Ft",
        "▲ 8%",
        "▼ 5%",
        "▲ 11",
        "változatlan",
        "Ёлкина Мария 1",
        "58 300 Ft",
        "2 650 Ft",
        "okt. 1.",
        "Nyomtatva: 2026. november 21.",
    ] {
        assert!(page.contains(text), "{text:?} is missing in\n{page}");
    }
    assert!(ends_with(page, "1/1"), "{page}");
}

#[test]
fn the_table_repeats_its_head_on_every_page() {
    for (locale, head) in [
        (
            Locale::En,
            [
                "Member",
                "Visits",
                "Spend",
                "Average",
                "Rewards",
                "Last visit",
                "Change",
            ],
        ),
        (
            Locale::Ru,
            [
                "Гость",
                "Визиты",
                "Сумма",
                "Средний чек",
                "Награды",
                "Был(а)",
                "Место",
            ],
        ),
        (
            Locale::Hu,
            [
                "Vendég",
                "Látogatás",
                "Költés",
                "Átlag",
                "Jutalom",
                "Utoljára",
                "Változás",
            ],
        ),
    ] {
        let pages = pages(120, locale);
        assert_eq!(pages.len(), 5);
        for (index, page) in pages.iter().enumerate() {
            let line = page
                .lines()
                .find(|line| head.iter().all(|column| line.contains(column)));
            assert!(line.is_some(), "{locale}, page {}:\n{page}", index + 1);
            assert!(ends_with(page, &format!("{}/5", index + 1)), "{page}");
        }
    }
}

#[test]
fn every_customer_is_in_it_once() {
    let text = pages(120, Locale::En).join("\n");
    for rank in 1..=120 {
        let names = [
            "Ёлкина Мария",
            "Nagy Gergő",
            "Maria Ivanova",
            "Őry Tűzvirág",
        ];
        let name = format!("{} {rank} ", names[(rank - 1) % 4]);
        let rows = text
            .lines()
            .filter(|line| line.contains("Ft") && line.contains(&name) && line.contains('▲'));
        assert_eq!(rows.count(), 1, "{name}");
    }
}

#[test]
fn a_month_without_visits_is_one_kind_page() {
    let pages = pages(0, Locale::Ru);
    assert_eq!(pages.len(), 1);
    assert!(
        pages[0].contains("В этом месяце гостей с картами не было"),
        "{}",
        pages[0]
    );
    assert!(!pages[0].contains("Средний чек"));
}

#[test]
fn ten_thousand_customers_are_no_trouble() {
    let rendered = render_report(&report(10_000, Locale::En)).unwrap();
    assert!(rendered.pages > 250);
    assert!(
        rendered.pdf.len() < 2_000_000,
        "{} bytes",
        rendered.pdf.len()
    );
}
