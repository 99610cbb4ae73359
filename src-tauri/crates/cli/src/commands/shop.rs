//! `init`, `demo`, `day`, `verify`.

use std::ops::ControlFlow;

use regulars_api::{ApiError, presets, problem_of};
use regulars_core::{
    Error,
    shop::{ShopDraft, ShopKind},
};
use regulars_i18n::{Args, Locale};
use serde_json::{Value, json};

use super::Done;
use crate::{
    args::{self, Cli},
    out::{DONE, Output, REFUSED},
    session::Session,
};

pub(crate) fn locale(locale: args::Locale) -> Locale {
    match locale {
        args::Locale::En => Locale::En,
        args::Locale::Ru => Locale::Ru,
        args::Locale::Hu => Locale::Hu,
    }
}

fn kind(kind: args::Kind) -> ShopKind {
    match kind {
        args::Kind::Cafe => ShopKind::Cafe,
        args::Kind::Salon => ShopKind::Salon,
    }
}

pub(super) fn init(cli: &Cli, args: &args::Init) -> Done {
    let locale = locale(args.locale);
    let say = |error: &Error| ApiError::from_core(error, locale);
    let kind = kind(args.preset);
    let rules = presets::presets(locale, &args.currency)
        .map_err(|error| say(&error))?
        .into_iter()
        .find(|preset| preset.kind == kind)
        .map(|preset| preset.rules)
        .ok_or_else(|| say(&regulars_core::Code::BadCurrency.into()))?;
    let draft = ShopDraft {
        name: args.name.clone(),
        kind,
        locale: locale.tag().to_owned(),
        currency: args.currency.clone(),
        time_zone: args.time_zone.clone(),
        phone_region: args.phone_region.clone(),
    };
    // Before the folder is touched: a refusal leaves no empty database behind.
    draft.check().map_err(|error| say(&error))?;
    let session = Session::open_or_create(cli, None)?;
    let shop = session
        .store
        .create_shop(session.write(), &draft, &rules, false)
        .map_err(|error| say(&error))?;
    let moments = presets::moments(locale, kind, &args.currency).map_err(|error| say(&error))?;
    session
        .store
        .add_moments(session.write_part(1), &moments, true)
        .map_err(|error| say(&error))?;
    let text = session.text("cli-init", &Args::new().with("name", shop.name.as_str()));
    Ok(Output::done(
        json!({ "shop": {
            "name": shop.name, "kind": shop.kind, "locale": shop.locale, "currency": shop.currency,
            "time_zone": shop.time_zone, "phone_region": shop.phone_region,
        }, "program": { "name": rules.name, "stamps_required": rules.stamps_required, "reward": rules.reward_name } }),
        text,
    ))
}

pub(super) fn demo(cli: &Cli, args: &args::Demo) -> Done {
    let locale = locale(args.locale);
    let say = |error: &Error| ApiError::from_core(error, locale);
    let plan = presets::demo_plan(
        locale,
        kind(args.preset),
        Some(args.members),
        args.visits,
        Some(args.seed),
    )
    .map_err(|error| say(&error))?;
    let session = Session::open_or_create(cli, Some(args.seed))?;
    regulars_core::demo::fill(&session.store, session.write(), &plan, &mut |_, _| {
        ControlFlow::Continue(())
    })
    .map_err(|error| say(&error))?;
    let members = session
        .store
        .member_count()
        .map_err(|error| session.say(&error))?;
    let visits = session
        .store
        .visit_count()
        .map_err(|error| session.say(&error))?;
    let text = session.text(
        "cli-demo",
        &Args::new().with("members", members).with("visits", visits),
    );
    Ok(Output::done(
        json!({ "members": members, "visits": visits, "seed": args.seed }),
        text,
    ))
}

pub(super) fn day(cli: &Cli) -> Done {
    let session = Session::open(cli)?;
    let run = session
        .store
        .daily_run(session.write())
        .map_err(|error| session.say(&error))?;
    let schedule = session
        .store
        .run_schedule(session.write_part(1), None)
        .map_err(|error| session.say(&error))?;
    session.fill_outbox_if_possible(2);
    let text = session.text(
        "cli-day",
        &Args::new()
            .with("stamps", run.stamps_expired)
            .with("rewards", run.grants_expired)
            .with("touches", schedule.planned.len()),
    );
    Ok(Output::done(
        json!({
            "date": session.today()?,
            "stamps_expired": run.stamps_expired,
            "rewards_expired": run.grants_expired,
            "touches_planned": schedule.planned.len(),
            "touches_closed": schedule.closed.len(),
        }),
        text,
    ))
}

pub(super) fn verify(cli: &Cli) -> Done {
    let session = Session::open(cli)?;
    let verdict = session
        .store
        .verify()
        .map_err(|error| session.say(&error))?;
    let words = |problem| problem_of(problem, session.locale());
    let problems: Vec<Value> = verdict
        .problems
        .iter()
        .map(|problem| {
            let mut document = json!({ "code": problem.code, "message": words(problem) });
            if let Some(map) = document.as_object_mut() {
                let facts = problem.facts.iter();
                map.extend(facts.map(|(name, value)| ((*name).to_owned(), json!(value))));
            }
            document
        })
        .collect();
    let document = json!({ "ok": verdict.ok(), "checked": verdict.checked, "problems": problems });
    let text = if verdict.ok() {
        session.text(
            "cli-verify-ok",
            &Args::new().with("checked", verdict.checked),
        )
    } else {
        let lines: Vec<String> = verdict.problems.iter().map(words).collect();
        lines.join("\n")
    };
    Ok(Output {
        document,
        text,
        exit: if verdict.ok() { DONE } else { REFUSED },
    })
}
