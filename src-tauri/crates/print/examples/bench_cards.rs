//! Measures the largest job: 10,000 cards, both sides, ten to an A4 sheet.
//!
//! `cargo run --release -p regulars-print --example bench_cards [CARDS]` prints one line of JSON.
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
    let count: usize = std::env::args()
        .nth(1)
        .map_or(Ok(10_000), |count| count.parse())?;
    let job = job(count);
    let start = Instant::now();
    let rendered = render_cards(&job, &mut |_, _| ControlFlow::Continue(()))?;
    let seconds = start.elapsed().as_secs_f64();
    let start = Instant::now();
    preview_cards(&job, rendered.pages)?;
    let preview_ms = start.elapsed().as_secs_f64() * 1e3;
    println!(
        r#"{{"cards":{count},"seconds":{seconds:.3},"cards_per_s":{:.0},"peak_rss_mb":{:.1},"pdf_mb":{:.1},"pages":{},"preview_ms":{preview_ms:.1}}}"#,
        count as f64 / seconds,
        peak_rss_mb().unwrap_or(f64::NAN),
        rendered.pdf.len() as f64 / 1e6,
        rendered.pages,
    );
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
