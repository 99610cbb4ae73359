//! What stands on a card, before it becomes PDF.

use super::*;
use crate::font::FontBook;
use crate::page::{Item, collect_texts};

const NAMES: [&str; 9] = [
    "Bo",
    "Ёлкина-Щербакова Мария",
    "Христорождественская-Преображенская Александра Константиновна",
    "Megszentségteleníthetetlenségeskedéseitekért",
    "Hubert Blaine Wolfeschlegelsteinhausenbergerdorff Senior, the Third of That Name",
    "👩‍👩‍👧‍👦🥐☕ Réka",
    "WWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWWW",
    "",
    "   ",
];

fn job(locale: Locale, style: FrontStyle, slots: Option<u8>, long: bool) -> CardJob {
    let text = |short: &str, long_text: &str| {
        Some(if long {
            long_text.repeat(4)
        } else {
            short.to_owned()
        })
    };
    CardJob {
        face: CardFace {
            shop: ShopBrand {
                name: text("Kávézó Liget", "Szépségszalon „Napfény” ").unwrap_or_default(),
                brand_color: "#a84a24".into(),
                ..ShopBrand::default()
            },
            tagline: text(
                "10 stamps, one coffee on us",
                "Пять посещений — стрижка в подарок ",
            ),
            address: text(
                "Liget tér 4, Budapest",
                "г. Санкт-Петербург, Большой пр-т П. С., 18 ",
            ),
            phone: text("+36 1 555 01 42", "+36 1 555 01 42, "),
            found_line: long.then(|| "Bring it back, please, we would be happy. ".repeat(4)),
            stamps: slots.map(|slots| StampGrid {
                slots,
                icon: StampIcon::Cup,
                reward: RewardIcon::Gift,
            }),
        },
        cards: Vec::new(),
        sheet: CardSheet {
            front_style: style,
            ..CardSheet::new(CardPaper::Cr80)
        },
        locale,
        printed_on: NaiveDate::from_ymd_opt(2026, 11, 21).unwrap(),
    }
}

fn card(name: &str) -> Card {
    Card {
        name: name.into(),
        since: NaiveDate::from_ymd_opt(2025, 9, 3),
        number: "2904718263550".into(),
    }
}

/// Texts inside the card, none over another; on the back none over a code.
#[track_caller]
fn check(items: &[Item], about: &str) {
    let mut texts = Vec::new();
    collect_texts(items, (0.0, 0.0), &mut texts);
    let codes = items.iter().filter_map(|item| match item {
        Item::Modules(modules) => {
            let right = modules
                .rectangles
                .iter()
                .map(|[x, _, width, _]| x + width)
                .max()?;
            let (unit_x, unit_y) = modules.unit_pt;
            // Digits stand between the guard bars, so only the height of a data bar counts.
            let bottom = modules
                .rectangles
                .iter()
                .map(|[_, y, _, height]| y + height)
                .min()?;
            let height = if (unit_x - unit_y).abs() < 0.001 {
                21.0 * unit_y
            } else {
                f32::from(bottom) * unit_y
            };
            Some(Area::new(
                modules.x_pt,
                modules.y_pt,
                f32::from(right) * unit_x,
                height,
            ))
        }
        _ => None,
    });
    let mut taken: Vec<(Area, String)> = codes.map(|area| (area, "a code".to_owned())).collect();
    for (area, text) in texts {
        let inside = area.x >= mm(3.0)
            && area.y >= mm(2.0)
            && area.right() <= CARD_WIDTH - mm(3.0)
            && area.bottom() <= CARD_HEIGHT - mm(2.0);
        assert!(inside, "{about}: {text:?} at {area:?} leaves the card");
        for (other, other_text) in &taken {
            let apart = area.right() <= other.x + 0.05
                || other.right() <= area.x + 0.05
                || area.bottom() <= other.y + 0.05
                || other.bottom() <= area.y + 0.05;
            assert!(
                apart,
                "{about}: {text:?} {area:?} stands on {other_text:?} {other:?}"
            );
        }
        taken.push((area, text));
    }
}

#[test]
fn nothing_leaves_the_front_or_overlaps() {
    for locale in Locale::ALL {
        for style in [FrontStyle::Full, FrontStyle::LessInk] {
            for long in [false, true] {
                let job = job(locale, style, Some(10), long);
                let design = Design::read(&job).unwrap();
                let mut book = FontBook::new(None).unwrap();
                for name in NAMES {
                    let mut items = front::shared(&design, &mut book, None);
                    items.extend(front::own(&design, &mut book, &card(name)));
                    check(&items, &format!("{locale} {style:?} {name:?}"));
                }
            }
        }
    }
}

#[test]
fn nothing_leaves_the_back_or_overlaps() {
    for locale in Locale::ALL {
        for slots in [None, Some(1), Some(5), Some(10), Some(20), Some(30)] {
            for long in [false, true] {
                let job = job(locale, FrontStyle::Full, slots, long);
                let design = Design::read(&job).unwrap();
                let mut book = FontBook::new(None).unwrap();
                let mut items = back::shared(&design, &mut book);
                items.extend(back::own(&mut book, &card("")).unwrap());
                check(&items, &format!("{locale} {slots:?} long: {long}"));
            }
        }
    }
}

#[test]
fn a_finder_is_addressed_in_the_shops_language_unless_the_shop_says_otherwise() {
    let mut job = job(Locale::Ru, FrontStyle::Full, Some(10), false);
    let says = |job: &CardJob| {
        let design = Design::read(job).unwrap();
        let items = back::shared(&design, &mut FontBook::new(None).unwrap());
        let mut texts = Vec::new();
        collect_texts(&items, (0.0, 0.0), &mut texts);
        texts
            .into_iter()
            .map(|(_, text)| text)
            .collect::<Vec<_>>()
            .join(" ")
    };
    assert!(says(&job).contains("Нашли карту?"));
    job.face.found_line = Some("Привет".into());
    assert!(says(&job).contains("Привет") && !says(&job).contains("Нашли"));
    job.face.found_line = Some(String::new());
    assert!(!says(&job).contains("Нашли"));
}
