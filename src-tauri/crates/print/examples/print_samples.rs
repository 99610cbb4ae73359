//! Writes one PDF of every kind to `target/print-samples`, to be looked at.
//!
//! `cargo run -p regulars-print --example print_samples`

#![allow(
    clippy::indexing_slicing,
    clippy::cast_possible_truncation,
    clippy::cast_possible_wrap,
    reason = "sample data, made up on the spot"
)]

use std::error::Error;
use std::fs;
use std::ops::ControlFlow;
use std::path::Path;

use chrono::NaiveDate;
use regulars_i18n::Locale;
use regulars_print::{
    Card, CardFace, CardJob, CardPaper, CardSheet, FrontStyle, Greeting, GreetingFormat,
    GreetingGift, GreetingJob, GreetingSender, MonthReport, MonthTotals, RankChange, ReportRow,
    RewardIcon, ShopBrand, StampGrid, StampIcon, render_cards, render_greetings_to, render_report,
};

const NAMES: [&str; 12] = [
    "Ёлкина-Щербакова Мария",
    "Nagy Gergő",
    "Maria Ivanova",
    "Христорождественская-Преображенская Александра Константиновна",
    "Kiss Bence",
    "Réka 🥐 Szabó",
    "",
    "Őry-Hűvösvölgyi Tűzvirág",
    "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior, the Third of That Name in Our Town",
    "Фёдор Лебедев",
    "Tóth Júlia",
    "Bo Li",
];

fn main() -> Result<(), Box<dyn Error>> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../../target/print-samples");
    fs::create_dir_all(&folder)?;
    let save = |name: &str, pdf: &[u8]| fs::write(folder.join(name), pdf);

    let brown = face("Kávézó Liget", "#a84a24", Some(10), StampIcon::Cup);
    for (name, paper) in [
        ("a4", CardPaper::A4),
        ("letter", CardPaper::Letter),
        ("cr80", CardPaper::Cr80),
    ] {
        let job = job(brown.clone(), CardSheet::new(paper), Locale::En);
        save(&format!("cards-{name}.pdf"), &cards(&job)?)?;
    }
    let full = CardSheet {
        front_style: FrontStyle::Full,
        ..CardSheet::new(CardPaper::A4)
    };
    save(
        "cards-a4-full.pdf",
        &cards(&job(brown.clone(), full, Locale::Ru))?,
    )?;
    for (slots, color, icon) in [
        (5, "#f5d90a", StampIcon::Star),
        (6, "#1d3557", StampIcon::Leaf),
        (8, "#e8a0bf", StampIcon::Scissors),
        (12, "#2f6b4f", StampIcon::Flower),
        (15, "#111111", StampIcon::Heart),
        (20, "#7b2cbf", StampIcon::Croissant),
        (30, "#ffffff", StampIcon::Cup),
    ] {
        let mut face = face(
            "Szépségszalon „Napfény” és Fodrászat",
            color,
            Some(slots),
            icon,
        );
        face.tagline = Some("Минимум пять посещений — и стрижка в подарок".into());
        let mut job = job(face, CardSheet::new(CardPaper::Cr80), Locale::Hu);
        job.cards.truncate(1);
        save(&format!("card-{slots}.pdf"), &cards(&job)?)?;
        job.sheet.front_style = FrontStyle::LessInk;
        save(&format!("card-{slots}-less.pdf"), &cards(&job)?)?;
    }
    let plain = face("Пекарня на углу", "#0b7285", None, StampIcon::Cup);
    save(
        "card-no-stamps.pdf",
        &cards(&job(plain, CardSheet::new(CardPaper::Cr80), Locale::Ru))?,
    )?;
    for (name, width, height, hole) in [
        ("square", 300, 300, true),
        ("wide", 600, 150, true),
        ("photo", 400, 400, false),
    ] {
        let mut logo = brown.clone();
        logo.shop.logo = Some(logo_png(width, height, hole)?);
        let mut job = job(logo, CardSheet::new(CardPaper::Cr80), Locale::En);
        job.cards.truncate(1);
        save(&format!("card-logo-{name}.pdf"), &cards(&job)?)?;
    }

    save(
        "report-hu.pdf",
        &render_report(&report(75, Locale::Hu, "HUF"))?.pdf,
    )?;
    save(
        "report-ru.pdf",
        &render_report(&report(40, Locale::Ru, "RUB"))?.pdf,
    )?;
    save(
        "report-en.pdf",
        &render_report(&report(6, Locale::En, "USD"))?.pdf,
    )?;
    save(
        "report-empty.pdf",
        &render_report(&report(0, Locale::Ru, "RUB"))?.pdf,
    )?;
    let mut yellow = report(20, Locale::En, "EUR");
    yellow.shop.brand_color = "#f5d90a".into();
    yellow.shop.logo = Some(logo_png(600, 150, true)?);
    yellow.previous = None;
    save("report-yellow.pdf", &render_report(&yellow)?.pdf)?;
    for (locale, color) in [
        (Locale::En, "#a84a24"),
        (Locale::Ru, "#2f6b4f"),
        (Locale::Hu, "#f5d90a"),
    ] {
        for (name, format) in [
            ("postcards", GreetingFormat::PostcardA6),
            ("postcards-a4", GreetingFormat::PostcardA4),
            ("letters", GreetingFormat::LetterA4),
        ] {
            let mut job = greetings(format, locale, color);
            if locale == Locale::Hu {
                job.sender.shop.logo = Some(logo_png(600, 150, true)?);
            }
            let mut pdf = Vec::new();
            let written =
                render_greetings_to(&job, &mut pdf, &mut |_, _| ControlFlow::Continue(()))?;
            println!("{name} {locale}: {:?}", written.check);
            save(&format!("{name}-{}.pdf", locale.tag()), &pdf)?;
        }
    }
    let mut pale = greetings(GreetingFormat::PostcardA6, Locale::En, "#ffffff");
    pale.sender.shop.name = "Szépségszalon „Napfény” és Fodrászat".into();
    pale.sender.shop.logo = Some(logo_png(400, 400, false)?);
    for (name, format) in [
        ("postcards-pale", GreetingFormat::PostcardA6),
        ("letters-pale", GreetingFormat::LetterA4),
    ] {
        pale.format = format;
        let mut pdf = Vec::new();
        render_greetings_to(&pale, &mut pdf, &mut |_, _| ControlFlow::Continue(()))?;
        save(&format!("{name}.pdf"), &pdf)?;
    }
    println!("{}", folder.display());
    Ok(())
}

fn cards(job: &CardJob) -> Result<Vec<u8>, Box<dyn Error>> {
    let rendered = render_cards(job, &mut |_, _| ControlFlow::Continue(()))?;
    for missing in rendered.missing_glyphs {
        println!(
            "no glyph for {:?} in {:?}",
            missing.character, missing.texts
        );
    }
    Ok(rendered.pdf)
}

fn face(name: &str, color: &str, slots: Option<u8>, icon: StampIcon) -> CardFace {
    CardFace {
        shop: ShopBrand {
            name: name.into(),
            brand_color: color.into(),
            ..ShopBrand::default()
        },
        tagline: Some("10 stamps, one coffee on us".into()),
        address: Some("Liget tér 4, Budapest".into()),
        phone: Some("+36 1 555 01 42".into()),
        found_line: None,
        stamps: slots.map(|slots| StampGrid {
            slots,
            icon,
            reward: if slots % 2 == 0 {
                RewardIcon::Star
            } else {
                RewardIcon::Gift
            },
        }),
    }
}

fn job(face: CardFace, sheet: CardSheet, locale: Locale) -> CardJob {
    let cards = NAMES
        .iter()
        .enumerate()
        .map(|(index, name)| Card {
            name: (*name).into(),
            since: NaiveDate::from_ymd_opt(2025, 1 + index as u32, 3),
            number: number(904_718_263 + index as u64),
        })
        .collect();
    CardJob {
        face,
        cards,
        sheet,
        locale,
        printed_on: date(21),
    }
}

/// A valid card number with the prefix 29.
fn number(seed: u64) -> String {
    let digits = format!("29{seed:010}");
    let sum: u32 = digits
        .bytes()
        .enumerate()
        .map(|(place, byte)| u32::from(byte - b'0') * if place % 2 == 0 { 1 } else { 3 })
        .sum();
    format!("{digits}{}", (10 - sum % 10) % 10)
}

fn date(day: u32) -> NaiveDate {
    NaiveDate::from_ymd_opt(2026, 10, day).unwrap_or_default()
}

fn report(rows: usize, locale: Locale, currency: &str) -> MonthReport {
    let row = |index: usize| {
        let place = index as u32;
        let spend_minor = 5_830_000 - 70_000 * index as i64 + 1_500 * (index as i64 % 7);
        let visits = 22 - place.min(20);
        ReportRow {
            rank: place + 1,
            member: NAMES[index % NAMES.len()].replace("🥐 ", ""),
            visits,
            spend_minor,
            average_minor: spend_minor / i64::from(visits),
            rewards: (place * 7) % 4,
            last_visit: date(1 + (place * 11) % 31),
            change: match index % 5 {
                0 => RankChange::Up(3),
                1 => RankChange::Same,
                2 => RankChange::Down(12),
                3 => RankChange::New,
                _ => RankChange::Up(1),
            },
        }
    };
    MonthReport {
        shop: ShopBrand {
            name: "Kávézó Liget".into(),
            brand_color: "#a84a24".into(),
            ..ShopBrand::default()
        },
        locale,
        currency: currency.into(),
        month: date(1),
        printed_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
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
        daily_visits: (0..31)
            .map(|day| if day % 7 == 3 { 0 } else { 20 + day * 13 % 37 })
            .collect(),
        rows: (0..rows).map(row).collect(),
    }
}

fn greetings(format: GreetingFormat, locale: Locale, color: &str) -> GreetingJob {
    let (shop, slogan, address) = match locale {
        Locale::Ru => (
            "Салон красоты «Под липами»",
            "Красота без спешки",
            "Большой проспект П. С., 18, 197198 Санкт-Петербург",
        ),
        _ => (
            "Kávézó Liget",
            if locale == Locale::Hu {
                "Kávé a fák alatt"
            } else {
                "Coffee under the trees"
            },
            "Liget tér 4, 1146 Budapest",
        ),
    };
    let (subject, body, gift) = match locale {
        Locale::En => (
            "Happy birthday, Maria!",
            "Dear Maria,\n\nanother year, and you still order the flat white before you have taken off \
             your coat. We like that.\n\nCome by this week: there is a slice of cake with your name on it.",
            "A slice of any cake",
        ),
        Locale::Ru => (
            "С днём рождения, Мария Константиновна!",
            "Дорогая Мария Константиновна!\n\nСпасибо, что вы с нами уже третий год. Желаем вам \
             солнечных дней, лёгких утр и людей, рядом с которыми тепло.\n\nПриходите на этой \
             неделе: укладка за наш счёт.",
            "Укладка в подарок к любой стрижке",
        ),
        Locale::Hu => (
            "Boldog születésnapot, kedves Tűzvirág!",
            "Kedves Tűzvirág!\n\nMegint eltelt egy év, és te még mindig előbb rendeled meg a kávét, \
             mint hogy levennéd a kabátod. Szeretjük ezt benned.\n\nGyere be a héten: vár egy szelet torta.",
            "Egy szelet torta, amelyiket csak kéred",
        ),
    };
    let usual = Greeting {
        locale: None,
        recipient: "Maria Ivanova".into(),
        address: vec!["Kossuth Lajos utca 12. II/4".into(), "1053 Budapest".into()],
        subject: subject.into(),
        body: body.into(),
        gift: Some(GreetingGift {
            name: gift.into(),
            code: Some("MARIA-27".into()),
            expires_on: NaiveDate::from_ymd_opt(2026, 12, 5),
        }),
        card_number: Some(number(904_718_263)),
    };
    let longest = |share: usize| {
        format!(
            "{}\n\n",
            body.split_whitespace().collect::<Vec<_>>().join(" ")
        )
        .repeat(share)
    };
    let all = vec![
        usual.clone(),
        Greeting {
            recipient: "Христорождественская-Преображенская Александра Константиновна".into(),
            address: vec![
                "Большой Сампсониевский проспект, дом 128, корпус 2, строение 4, квартира 1017"
                    .into(),
                "197198 Санкт-Петербург".into(),
                "РОССИЯ".into(),
            ],
            body: longest(2),
            ..usual.clone()
        },
        Greeting {
            recipient: "Őry-Hűvösvölgyi Tűzvirág".into(),
            address: Vec::new(),
            subject: "Köszönjük!".into(),
            body: "Jó, hogy itt vagy. 🥐".into(),
            gift: None,
            ..usual.clone()
        },
        Greeting {
            gift: None,
            card_number: None,
            body: longest(3),
            ..usual.clone()
        },
        Greeting {
            recipient: String::new(),
            address: Vec::new(),
            card_number: None,
            ..usual.clone()
        },
        Greeting {
            body: longest(30),
            ..usual
        },
    ];
    GreetingJob {
        sender: GreetingSender {
            shop: ShopBrand {
                name: shop.into(),
                brand_color: color.into(),
                ..ShopBrand::default()
            },
            slogan: Some(slogan.into()),
            address: Some(address.into()),
            phone: Some("+36 1 555 01 42".into()),
        },
        greetings: all,
        format,
        locale,
        printed_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap_or_default(),
    }
}

/// A leaf-like sign, see-through around it or on a ground of its own.
fn logo_png(width: u32, height: u32, hole: bool) -> Result<Vec<u8>, png::EncodingError> {
    let mut pixels = Vec::new();
    for y in 0..height {
        for x in 0..width {
            let (a, b) = (
                x as f32 / width as f32 - 0.5,
                y as f32 / height as f32 - 0.5,
            );
            let inside = a * a + b * b < 0.2 && (a - b).abs() > 0.06;
            pixels.extend(match (inside, hole) {
                (true, _) => [38, 84, 60, 255],
                (false, true) => [0, 0, 0, 0],
                (false, false) => [240, 226, 200, 255],
            });
        }
    }
    let mut bytes = Vec::new();
    let mut encoder = png::Encoder::new(&mut bytes, width, height);
    encoder.set_color(png::ColorType::Rgba);
    encoder.write_header()?.write_image_data(&pixels)?;
    Ok(bytes)
}
