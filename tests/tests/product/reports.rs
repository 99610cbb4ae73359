//! The month's report on paper and as CSV.

use regulars_tests::paper::Pdf;
use serde_json::json;

use crate::{
    app::Window,
    shop::{Shop, text},
};

/// What the report says in a language: its head, its month, its title.
const LANGUAGES: [(&str, [&str; 7], &str); 3] = [
    (
        "en",
        [
            "Member",
            "Visits",
            "Spend",
            "Average",
            "Rewards",
            "Last visit",
            "Change",
        ],
        "October 2026",
    ),
    (
        "ru",
        [
            "Гость",
            "Визиты",
            "Сумма",
            "Средний чек",
            "Награды",
            "Был(а)",
            "Место",
        ],
        "Октябрь 2026",
    ),
    (
        "hu",
        [
            "Vendég",
            "Látogatás",
            "Költés",
            "Átlag",
            "Jutalom",
            "Utoljára",
            "Változás",
        ],
        "2026. október",
    ),
];

#[test]
fn every_page_has_its_head_and_its_number_in_every_language() {
    for (locale, head, month) in LANGUAGES {
        let shop = Shop::none();
        let demo = [
            "demo",
            "--members",
            "130",
            "--visits",
            "2500",
            "--locale",
            locale,
        ];
        shop.run(demo).done();
        let out = shop.path("report.pdf");
        let args = [
            "report",
            "top-customers",
            "--month",
            "2026-10",
            "--limit",
            "500",
            "--out",
        ];
        let report = shop.run(args.iter().chain(&[out.to_str().unwrap()])).done();
        let rows = report["rows"].as_array().unwrap();
        assert!(rows.len() > 40, "{locale}: {} rows", rows.len());

        let pages = Pdf::at(&out).pages();
        assert!(pages.len() > 1, "{locale}: one page");
        for (at, page) in pages.iter().enumerate() {
            let found = page
                .lines()
                .any(|line| head.iter().all(|column| line.contains(column)));
            assert!(found, "{locale}, page {}:\n{page}", at + 1);
            let number = format!("{}/{}", at + 1, pages.len());
            let end: String = page.trim_end().chars().rev().take(12).collect();
            let end: String = end
                .chars()
                .rev()
                .filter(|letter| !letter.is_whitespace())
                .collect();
            assert!(end.ends_with(&number), "{locale}, page {}:\n{page}", at + 1);
        }
        assert!(pages[0].contains(month), "{locale}:\n{}", pages[0]);
        let shop_name = crate::database::text(&shop.data_dir(), "SELECT name FROM shop");
        assert!(pages[0].contains(&shop_name), "{shop_name}:\n{}", pages[0]);
        let whole = pages.join("\n");
        for row in rows {
            let rank = format!(" {} ", row["rank"]);
            let name = text(&row["member"]["name"]);
            let begin: String = name.chars().take(14).collect();
            let found = whole
                .lines()
                .any(|line| format!(" {line}").contains(&rank) && line.contains(&begin));
            assert!(found, "{locale}: {rank} {name} is missing");
        }
    }
}

#[test]
fn the_window_writes_the_same_report_as_the_command_line() {
    let shop = Shop::none();
    shop.say("demo --members 30 --visits 400").done();
    let window = Window::open(&shop.data_dir());
    for format in ["pdf", "csv"] {
        let export = json!({ "month": "2026-10", "limit": 20, "format": format, "open": true });
        let written = window.call("report_export", export.clone());
        let path = std::path::PathBuf::from(text(&written["path"]));
        assert_eq!(window.host.opened.lock().unwrap().last(), Some(&path));
        assert_eq!(
            path.file_name().unwrap().to_str().unwrap(),
            format!("Top customers, October 2026.{format}")
        );
        let out = shop.path(&format!("report.{format}"));
        let args = [
            "report",
            "top-customers",
            "--month",
            "2026-10",
            "--limit",
            "20",
            "--out",
        ];
        shop.run(args.iter().chain(&[out.to_str().unwrap()])).done();
        if format == "pdf" {
            assert_eq!(Pdf::at(&out).words(), Pdf::at(&path).words());
        } else {
            assert_eq!(std::fs::read(&out).unwrap(), std::fs::read(&path).unwrap());
        }
        // A second one does not take the first one's place.
        let second = window.call("report_export", export);
        assert!(
            text(&second["path"]).ends_with(&format!(" (2).{format}")),
            "{second}"
        );
    }
    assert_eq!(window.papers().len(), 4);
}

#[test]
fn a_month_without_visits_has_a_report_too() {
    let shop = Shop::with("HUF", "hu", "Europe/Budapest", "salon");
    let out = shop.path("report.pdf");
    let args = [
        "report",
        "top-customers",
        "--month",
        "2026-02",
        "--out",
        out.to_str().unwrap(),
    ];
    assert_eq!(shop.run(args).done()["rows"], json!([]));
    let pages = Pdf::at(&out).pages();
    assert_eq!(pages.len(), 1);
    assert!(pages[0].contains("2026. február"), "{}", pages[0]);
}

#[test]
fn a_month_that_does_not_exist_is_refused() {
    let shop = Shop::cafe();
    let window = Window::open(&shop.data_dir());
    for month in [
        "2026-13",
        "2026-00",
        "2026",
        "26-10",
        "2026-1",
        "October",
        "",
        "2026-10-01",
    ] {
        let out = shop.path("report.pdf");
        let args = [
            "report",
            "top-customers",
            "--month",
            month,
            "--out",
            out.to_str().unwrap(),
        ];
        shop.run(args).refused("bad_month");
        assert!(!out.exists(), "{month:?} left a file");
        window.refuse(
            "report_month",
            json!({ "month": month, "limit": 5 }),
            "bad_month",
        );
        let export = json!({ "month": month, "limit": 5, "format": "pdf", "open": false });
        window.refuse("report_export", export, "bad_month");
    }
    assert_eq!(window.papers(), [""; 0]);
}

#[test]
fn numbers_in_csv_are_those_of_the_shops_language() {
    for (locale, row) in [
        ("en", "1,Anna,,1,1250.50,EUR,1250.50,0,2026-11-21,"),
        ("ru", r#"1;Anna;;1;"1250,50";EUR;"1250,50";0;2026-11-21;"#),
    ] {
        let shop = Shop::with("EUR", locale, "Europe/Budapest", "cafe");
        let anna = shop.enrol("Anna");
        shop.run(["visit", &anna, "--amount", "1250.50"]).done();
        let out = shop.path("top.csv");
        shop.run([
            "report",
            "top-customers",
            "--month",
            "2026-11",
            "--out",
            out.to_str().unwrap(),
        ])
        .done();
        let written = std::fs::read_to_string(out).unwrap();
        assert_eq!(written.lines().nth(1), Some(row), "{written}");
    }
}
