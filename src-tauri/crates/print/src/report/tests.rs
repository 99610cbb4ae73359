//! What is laid out, before it becomes PDF.

use super::*;

fn day(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, day).unwrap()
}

fn report(rows: u32, locale: Locale) -> MonthReport {
    let row = |index: u32| ReportRow {
        rank: index + 1,
        member: format!("Христорождественская-Преображенская Александра {index}"),
        visits: 1_234,
        spend_minor: 99_999_999_900 - i64::from(index),
        average_minor: 12_345_600,
        rewards: 12,
        last_visit: day(1 + index % 31),
        change: [
            RankChange::New,
            RankChange::Same,
            RankChange::Up(4_321),
            RankChange::Down(1),
        ][(index % 4) as usize],
    };
    MonthReport {
        shop: ShopBrand {
            name: "Kávézó Liget".into(),
            brand_color: "#a84a24".into(),
            ..ShopBrand::default()
        },
        locale,
        currency: "HUF".into(),
        month: day(1),
        printed_on: day(31).succ_opt().unwrap(),
        totals: MonthTotals {
            visits: 1_284,
            spend_minor: 315_240_000,
            ..Default::default()
        },
        previous: Some(MonthTotals::default()),
        daily_visits: vec![7; 31],
        rows: (0..rows).map(row).collect(),
    }
}

fn pages(report: &MonthReport) -> Vec<Page> {
    Sketch {
        report,
        mark: Mark::read(&report.shop).unwrap(),
        logo: None,
        book: FontBook::new(None).unwrap(),
        catalog: Catalog::get(report.locale),
    }
    .pages()
}

#[test]
fn no_text_leaves_the_page_or_overlaps_another() {
    for locale in Locale::ALL {
        for rows in [0, 1, 13, 14, 60] {
            for page in pages(&report(rows, locale)) {
                let texts = page.texts();
                for (index, (area, text)) in texts.iter().enumerate() {
                    assert!(
                        area.x >= BODY.x - 0.5,
                        "{locale} {text:?} begins at {}",
                        area.x
                    );
                    assert!(
                        area.right() <= BODY.right() + 0.5,
                        "{locale} {text:?} is too wide"
                    );
                    assert!(
                        area.bottom() <= PAGE_HEIGHT - 20.0,
                        "{locale} {text:?} is too low"
                    );
                    for (other, other_text) in texts.iter().skip(index + 1) {
                        let apart = area.right() <= other.x + 0.01
                            || other.right() <= area.x + 0.01
                            || area.bottom() <= other.y + 0.01
                            || other.bottom() <= area.y + 0.01;
                        assert!(
                            apart,
                            "{locale}: {text:?} {area:?} over {other_text:?} {other:?}"
                        );
                    }
                }
            }
        }
    }
}

#[test]
fn every_customer_is_printed_once_in_order() {
    let report = report(300, Locale::En);
    let ranks: Vec<String> = pages(&report)
        .iter()
        .flat_map(Page::texts)
        .filter_map(|(area, text)| (area.x < BODY.x + 20.0).then_some(text))
        .filter(|text| text.parse::<u32>().is_ok())
        .collect();
    let expected: Vec<String> = (1..=300).map(|rank: u32| rank.to_string()).collect();
    assert_eq!(ranks, expected);
}

#[test]
fn an_empty_month_says_so_on_one_page() {
    let pages = pages(&report(0, Locale::Hu));
    assert_eq!(pages.len(), 1);
    let texts: Vec<String> = pages[0].texts().into_iter().map(|(_, text)| text).collect();
    assert!(
        texts.contains(&"Ebben a hónapban nem járt itt törzsvendég".to_owned()),
        "{texts:?}"
    );
}

#[test]
fn a_member_without_a_name_gets_a_dash() {
    let mut report = report(1, Locale::En);
    report.rows[0].member = "  ".into();
    let texts = pages(&report)[0].texts();
    let dashes = texts
        .iter()
        .filter(|(area, text)| text == NOTHING && area.x < 200.0);
    assert_eq!(
        dashes.count(),
        2,
        "in the chart and in the table: {texts:?}"
    );
}
