//! Jobs to print.

use std::ops::ControlFlow;

use chrono::NaiveDate;
use regulars_i18n::Locale;
use regulars_print::{
    Card, CardFace, CardJob, CardPaper, CardSheet, MonthReport, MonthTotals, RankChange, Rendered,
    ReportRow, RewardIcon, ShopBrand, StampGrid, StampIcon, render_cards,
};

pub(crate) const NAMES: [&str; 10] = [
    "Ёлкина-Щербакова Мария",
    "Nagy Gergő",
    "Maria Ivanova",
    "Христорождественская-Преображенская Александра Константиновна",
    "Őry-Hűvösvölgyi Tűzvirág",
    "Réka 🥐 Szabó",
    "👩‍👩‍👧‍👦",
    "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior, the Third of That Name",
    "Съешь Ещё Этих Мягких Французских Булок Да Выпей Же Чаю, Дорогой Наш Постоянный Гость",
    "Megszentségteleníthetetlenségeskedéseitekért",
];

pub(crate) fn day(year: i32, month: u32, day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(year, month, day).unwrap()
}

/// A valid card number; different first digits use different patterns of bars.
pub(crate) fn number(index: usize) -> String {
    let first = index % 10;
    let digits = format!(
        "{first}{:011}",
        (index as u64 + 1) * 7_919_993_711 % 100_000_000_000
    );
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, byte)| u32::from(byte - b'0') * if place % 2 == 0 { 1 } else { 3 })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

pub(crate) fn cards(count: usize) -> Vec<Card> {
    (0..count)
        .map(|index| Card {
            name: NAMES[index % NAMES.len()].into(),
            since: Some(day(2025, 1 + index as u32 % 12, 3)),
            number: number(index),
        })
        .collect()
}

pub(crate) fn shop() -> ShopBrand {
    ShopBrand {
        name: "Kávézó Liget".into(),
        brand_color: "#a84a24".into(),
        ..ShopBrand::default()
    }
}

pub(crate) fn job(paper: CardPaper, count: usize) -> CardJob {
    CardJob {
        face: CardFace {
            shop: shop(),
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
        cards: cards(count),
        sheet: CardSheet::new(paper),
        locale: Locale::En,
        printed_on: day(2026, 11, 21),
    }
}

pub(crate) fn rendered(job: &CardJob) -> Rendered {
    render_cards(job, &mut |_, _| ControlFlow::Continue(())).unwrap()
}

pub(crate) fn report(rows: usize, locale: Locale) -> MonthReport {
    let names = [
        "Ёлкина Мария",
        "Nagy Gergő",
        "Maria Ivanova",
        "Őry Tűzvirág",
    ];
    let row = |index: usize| ReportRow {
        rank: index as u32 + 1,
        member: format!("{} {}", names[index % names.len()], index + 1),
        visits: 22,
        spend_minor: 5_830_000 - index as i64 * 100,
        average_minor: 265_000,
        rewards: 2,
        last_visit: day(2026, 10, 1 + index as u32 % 31),
        change: RankChange::Up(3),
    };
    MonthReport {
        shop: shop(),
        locale,
        currency: "HUF".into(),
        month: day(2026, 10, 1),
        printed_on: day(2026, 11, 21),
        totals: MonthTotals {
            visits: 1_284,
            spend_minor: 315_240_000,
            new_members: 42,
            rewards: 97,
            stamps: 1_102,
        },
        previous: Some(MonthTotals {
            visits: 1_189,
            spend_minor: 331_000_000,
            new_members: 31,
            rewards: 97,
            stamps: 990,
        }),
        daily_visits: vec![41; 31],
        rows: (0..rows).map(row).collect(),
    }
}
