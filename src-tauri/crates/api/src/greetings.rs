//! Greetings on paper: from touches to postcards and letters.

use std::{ops::ControlFlow, path::Path};

use regulars_core::{
    Code, Error,
    card::{CardStatus, CardView},
    id::TouchId,
};
use regulars_i18n::{Args, Catalog};
use regulars_print as print;

use crate::{
    ApiError, App,
    app::InWords,
    documents::{Shop, Watched, glyphs, preview, write_whole},
    error::ApiResult,
    handlers::{counter::today, touches::Lines},
    messages::{FileWritten, GreetingFormat, GreetingOf, GreetingTooLong, GreetingsPreview},
};

/// The most greetings of one document.
const MAX_GREETINGS: usize = 2_000;

/// Greetings ready for the printer, and whose each is.
pub(crate) struct Batch {
    job: print::GreetingJob,
    of: Vec<GreetingOf>,
}

/// One page of the greetings of some touches; `page` counts from 0.
///
/// # Errors
/// `no_greetings` without touches; `touch_not_found`; what printing refuses.
pub(crate) fn page(
    app: &App,
    touches: &[TouchId],
    format: GreetingFormat,
    page: u32,
) -> ApiResult<GreetingsPreview> {
    let batch = batch(app, touches, format)?;
    let say = |error: print::PrintError| ApiError::from_print(&error, batch.job.locale);
    let number = usize::try_from(page)
        .unwrap_or(usize::MAX)
        .saturating_add(1);
    let print::PreviewedGreetings { page, check } =
        print::preview_greetings(&batch.job, number).map_err(say)?;
    let count = |number: usize| u32::try_from(number).unwrap_or(u32::MAX);
    Ok(GreetingsPreview {
        page: preview(page, count(check.pages), count(check.printed)),
        without_address: check
            .without_address
            .iter()
            .filter_map(|at| batch.of.get(*at).cloned())
            .collect(),
        too_long: check
            .too_long
            .iter()
            .filter_map(|long| {
                Some(GreetingTooLong {
                    greeting: batch.of.get(long.greeting)?.clone(),
                    part: match long.part {
                        print::GreetingPart::Address => "address",
                        print::GreetingPart::Subject => "subject",
                        print::GreetingPart::Body => "body",
                        print::GreetingPart::Gift => "gift",
                    }
                    .to_owned(),
                })
            })
            .collect(),
    })
}

/// Writes greetings to a PDF, whole or not at all.
///
/// # Errors
/// What printing refuses; errors of the disk; `print_cancelled`.
pub(crate) fn write(
    Batch { job, .. }: &Batch,
    path: &Path,
    progress: &mut dyn FnMut(u64, u64) -> ControlFlow<()>,
) -> ApiResult<FileWritten> {
    let wide = |number: usize| u64::try_from(number).unwrap_or(u64::MAX);
    let mut counted = |done: usize, total: usize| progress(wide(done), wide(total));
    let mut written = None;
    let bytes = write_whole(path, job.locale, |file| {
        let mut file = Watched::new(file);
        let rendered = print::render_greetings_to(job, &mut file, &mut counted);
        written = Some(rendered.map_err(|error| file.explain(&error, path, job.locale))?);
        Ok(())
    })?;
    let Some(written) = written else {
        return Err(ApiError::internal(&"no document was written"));
    };
    Ok(FileWritten {
        path: path.to_owned(),
        bytes,
        count: u32::try_from(written.check.pages).unwrap_or(u32::MAX),
        opened: false,
        missing_glyphs: glyphs(&written.missing_glyphs),
    })
}

/// "Greetings 2026-11-22".
pub(crate) fn file_name(app: &App) -> ApiResult<String> {
    let date = today(app)?.to_string();
    Ok(Catalog::get(app.locale())
        .text_with("file-greetings", &Args::new().with("date", date.as_str())))
}

/// The greetings of some touches, ready for the printer.
///
/// # Errors
/// `no_greetings` without touches; `out_of_range` for too many; `touch_not_found`.
pub(crate) fn batch(app: &App, touches: &[TouchId], format: GreetingFormat) -> ApiResult<Batch> {
    if touches.is_empty() {
        return Err(app.say(&Code::NoGreetings.into()));
    }
    if touches.len() > MAX_GREETINGS {
        let error = Error::new(Code::OutOfRange).field("touch_ids");
        let error = error
            .arg("value", touches.len())
            .arg("min", 1)
            .arg("max", MAX_GREETINGS);
        return Err(app.say(&error));
    }
    let shop = Shop::read(app.store())?;
    let lines = Lines::new(app)?;
    let today = today(app)?;
    let mut greetings = Vec::with_capacity(touches.len());
    let mut of = Vec::with_capacity(touches.len());
    for id in touches {
        let touch = app.store().touch(*id).in_words(app)?;
        let member = touch.member.id;
        let glance = app.store().glance(member, app.now_ms()).in_words(app)?;
        let gift = touch.promised_gift(today).cloned();
        let line = lines.about_one(&glance, touch);
        of.push(GreetingOf {
            touch_id: *id,
            member_id: member,
            member_name: line.touch.member.name.clone(),
        });
        greetings.push(print::Greeting {
            locale: line.message.locale.parse().ok(),
            recipient: glance.member.name,
            address: glance.member.address.lines().map(str::to_owned).collect(),
            subject: line.message.subject,
            body: unsigned(&line.message.body, &shop.view.name).to_owned(),
            gift: gift.map(|gift| print::GreetingGift {
                name: gift.reward_name,
                code: Some(gift.code),
                expires_on: gift.expires_on,
            }),
            card_number: card_number(glance.cards),
        });
    }
    let optional = |text: &str| (!text.is_empty()).then(|| text.to_owned());
    Ok(Batch {
        job: print::GreetingJob {
            sender: print::GreetingSender {
                slogan: optional(&shop.view.slogan),
                address: optional(&shop.view.address),
                phone: optional(&shop.view.phone),
                shop: shop.brand,
            },
            greetings,
            format: match format {
                GreetingFormat::PostcardA6 => print::GreetingFormat::PostcardA6,
                GreetingFormat::PostcardA4 => print::GreetingFormat::PostcardA4,
                GreetingFormat::LetterA4 => print::GreetingFormat::LetterA4,
            },
            locale: shop.locale,
            printed_on: today,
        },
        of,
    })
}

/// A message without the shop's name at its end: on paper that stands beside it.
fn unsigned<'a>(body: &'a str, shop: &str) -> &'a str {
    let body = body.trim_end();
    match body.strip_suffix(shop).map(str::trim_end) {
        Some(rest) if rest.ends_with(['.', '!', '?']) => rest,
        _ => body,
    }
}

/// The card a member can show.
fn card_number(cards: Vec<CardView>) -> Option<String> {
    cards
        .into_iter()
        .find(|card| card.status == CardStatus::Active)
        .map(|card| card.number)
}

#[cfg(test)]
mod tests {
    use super::unsigned;

    #[test]
    fn the_shop_signs_a_letter_once() {
        for (body, printed) in [
            ("Ждём вас! Кофейня «Двор»", "Ждём вас!"),
            ("Счастья!\nКофейня «Двор»\n", "Счастья!"),
            ("Várjuk: Кофейня «Двор»", "Várjuk: Кофейня «Двор»"),
            ("Кофейня «Двор»", "Кофейня «Двор»"),
            ("", ""),
        ] {
            assert_eq!(unsigned(body, "Кофейня «Двор»"), printed);
        }
        assert_eq!(unsigned("Hi.", ""), "Hi.");
    }
}
