//! The printing lines of the speed table: 10,000 cards, both sides, ten to an A4 sheet.
//! Prints one JSON line for each; `--quick` takes a tenth.
//!
//! The peak is that of the whole process, the finished PDF in memory included.

#![allow(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "sample data, made up on the spot"
)]

use std::error::Error;
use std::fs;
use std::ops::ControlFlow;
use std::time::Instant;

use chrono::NaiveDate;
use regulars_i18n::Locale;
use regulars_print::{
    Card, CardFace, CardJob, CardPaper, CardSheet, RewardIcon, ShopBrand, StampGrid, StampIcon,
    preview_cards, render_cards,
};

const NAMES: [&str; 5] = [
    "Ёлкина-Щербакова Мария",
    "Nagy Gergő",
    "Maria Ivanova",
    "Христорождественская-Преображенская Александра Константиновна",
    "Réka 🥐 Szabó",
];

fn main() -> Result<(), Box<dyn Error>> {
    let count = if std::env::args().any(|arg| arg == "--quick") {
        1_000
    } else {
        10_000
    };
    let job = job(count);
    let start = Instant::now();
    let rendered = render_cards(&job, &mut |_, _| ControlFlow::Continue(()))?;
    let cards_per_s = count as f64 / start.elapsed().as_secs_f64();
    let peak_mb = peak_rss_mb().unwrap_or(f64::NAN);
    let start = Instant::now();
    preview_cards(&job, rendered.pages)?;
    eprintln!(
        "{} pages, {:.1} MB; one page previewed in {:?}",
        rendered.pages,
        rendered.pdf.len() as f64 / 1e6,
        start.elapsed()
    );
    let work = "cards to PDF, EAN-13 and QR each";
    for (bar, measured, unit, ok) in [
        (3_000, cards_per_s, "cards/s", cards_per_s >= 3_000.0),
        (150, peak_mb, "MB", peak_mb <= 150.0),
    ] {
        println!(
            r#"{{"work":"{work}","at":"{count} cards","bar":"{bar}","measured":"{measured:.0}","unit":"{unit}","ok":{ok}}}"#
        );
    }
    Ok(())
}

/// Linux only; elsewhere there is no figure.
fn peak_rss_mb() -> Option<f64> {
    let status = fs::read_to_string("/proc/self/status").ok()?;
    let line = status.lines().find(|line| line.starts_with("VmHWM:"))?;
    let kilobytes: f64 = line.split_whitespace().nth(1)?.parse().ok()?;
    Some(kilobytes / 1024.0)
}

fn job(count: usize) -> CardJob {
    let card = |index: usize| Card {
        name: format!("{} {index}", NAMES[index % NAMES.len()]),
        since: NaiveDate::from_ymd_opt(2025, 1 + index as u32 % 12, 3),
        number: number(index as u64 * 999_983),
    };
    CardJob {
        face: CardFace {
            shop: ShopBrand {
                name: "Kávézó Liget".into(),
                brand_color: "#a84a24".into(),
                ..ShopBrand::default()
            },
            tagline: Some("10 stamps, one coffee on us".into()),
            address: Some("Liget tér 4, Budapest".into()),
            phone: Some("+36 1 555 01 42".into()),
            found_line: None,
            stamps: Some(StampGrid {
                slots: 10,
                icon: StampIcon::Cup,
                reward: RewardIcon::Star,
            }),
        },
        cards: (0..count).map(card).collect(),
        sheet: CardSheet::new(CardPaper::A4),
        locale: Locale::Hu,
        printed_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
    }
}

/// A valid card number with the prefix 29.
fn number(seed: u64) -> String {
    let digits = format!("29{:010}", seed % 10_000_000_000);
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, byte)| u32::from(byte - b'0') * if place % 2 == 0 { 1 } else { 3 })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}
