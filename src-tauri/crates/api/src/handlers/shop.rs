//! The shop and the app around it.

use base64::Engine;
use regulars_core::{WriteRequest, id::RequestId, shop::ShopView};
use regulars_i18n::currency_symbol;

use crate::{
    ApiError, App,
    app::InWords,
    error::ApiResult,
    errors::problem_of,
    messages::{
        AppState, CurrencyOption, DailyRunResponse, DemoRequest, JobRef, LogoSet, Nothing, Options,
        Preset, PresetsRequest, ShopCreate, ShopUpdate, VerifyResponse,
    },
    presets,
};

/// Currencies shown first: those of the shops we speak to.
const USUAL: [&str; 12] = [
    "EUR", "USD", "GBP", "HUF", "RUB", "KZT", "UAH", "BYN", "RSD", "RON", "CZK", "PLN",
];

pub(crate) fn app_state(app: &App, _: Nothing) -> ApiResult<AppState> {
    let store = app.store();
    let now_ms = app.now_ms();
    let shop = if store.has_shop().in_words(app)? {
        Some(store.shop().in_words(app)?)
    } else {
        None
    };
    let today = match &shop {
        Some(_) => store
            .settings()
            .and_then(|settings| settings.calendar.business_date(now_ms))
            .in_words(app)?,
        None => regulars_core::time::instant(now_ms)
            .in_words(app)?
            .date_naive(),
    };
    Ok(AppState {
        version: env!("CARGO_PKG_VERSION").to_owned(),
        sqlite_version: regulars_core::storage::sqlite_version().to_owned(),
        host: app.host().kind().as_str().to_owned(),
        data_dir: app.data_dir().to_owned(),
        documents_dir: app.documents_dir(),
        till_number: 1,
        today,
        now_ms,
        clock_behind_ms: store.clock_behind(now_ms).in_words(app)?,
        can_print: can_print(),
        members: if shop.is_some() {
            store.member_count().in_words(app)?
        } else {
            0
        },
        preferred_locale: app.preferred_locale().map(str::to_owned),
        shop,
    })
}

/// Whether the system has a command that prints files.
fn can_print() -> bool {
    std::env::var_os("PATH")
        .is_some_and(|path| std::env::split_paths(&path).any(|dir| dir.join("lp").is_file()))
}

pub(crate) fn options(_: &App, _: Nothing) -> ApiResult<Options> {
    Ok(Options {
        currencies: currencies(),
        time_zones: regulars_core::shop::time_zones(),
        phone_regions: regulars_core::phone::regions()
            .iter()
            .map(|code| (*code).to_owned())
            .collect(),
        local_time_zone: local_time_zone(),
    })
}

fn currencies() -> Vec<CurrencyOption> {
    let mut currencies: Vec<CurrencyOption> = regulars_core::shop::currencies()
        .into_iter()
        .map(|(code, name)| CurrencyOption {
            symbol: currency_symbol(&code).to_owned(),
            code,
            name,
        })
        .collect();
    let place = |code: &str| {
        USUAL
            .iter()
            .position(|usual| *usual == code)
            .unwrap_or(USUAL.len())
    };
    currencies.sort_by(|a, b| {
        place(&a.code)
            .cmp(&place(&b.code))
            .then_with(|| a.code.cmp(&b.code))
    });
    currencies
}

/// The zone this PC is set to: `TZ`, or where `/etc/localtime` points. Elsewhere
/// the window knows it better.
fn local_time_zone() -> Option<String> {
    let from_env = std::env::var("TZ").ok();
    let from_link = || {
        let target = std::fs::read_link("/etc/localtime").ok()?;
        let target = target.to_str()?;
        target
            .split_once("zoneinfo/")
            .map(|(_, zone)| zone.to_owned())
    };
    from_env
        .or_else(from_link)
        .filter(|zone| zone.contains('/') && regulars_core::shop::is_time_zone(zone))
}

pub(crate) fn presets(app: &App, request: PresetsRequest) -> ApiResult<Vec<Preset>> {
    presets::presets(
        request.locale.parse().unwrap_or_default(),
        &request.currency,
    )
    .in_words(app)
}

pub(crate) fn create(app: &App, request: ShopCreate) -> ApiResult<ShopView> {
    let locale = request.shop.locale.parse().unwrap_or_else(|_| app.locale());
    let say = |error| ApiError::from_core(&error, locale);
    let shop = app
        .store()
        .create_shop(
            app.write(request.request_id),
            &request.shop,
            &request.rules,
            false,
        )
        .map_err(say)?;
    // A part of the same request: a retry after a crash adds what is missing.
    let moments = presets::moments(locale, shop.kind, &shop.currency).map_err(say)?;
    app.store()
        .add_moments(app.write(request.request_id.part(1)), &moments, true)
        .map_err(say)?;
    Ok(shop)
}

pub(crate) fn create_demo(app: &App, request: DemoRequest) -> ApiResult<JobRef> {
    if app.store().has_shop().in_words(app)? {
        return Err(app.say(&regulars_core::Code::ShopExists.into()));
    }
    let worker = app.clone();
    let making = app.making_demo();
    Ok(app.jobs().start(move |progress| {
        let _making = making;
        make_demo(&worker, &request, &mut |done, total| {
            progress.report(done, total)
        })?;
        app_state(&worker, Nothing {})
    }))
}

/// What demo is asked for, in the shop's language.
fn demo_plan(request: &DemoRequest) -> regulars_core::Result<regulars_core::demo::Plan> {
    crate::presets::demo_plan(
        request.locale.parse().unwrap_or_default(),
        request.kind,
        request.members,
        request.visits,
        request.seed,
    )
}

/// Fills an empty data folder with a demo shop.
fn make_demo(
    app: &App,
    request: &DemoRequest,
    progress: &mut dyn FnMut(u64, u64) -> std::ops::ControlFlow<()>,
) -> ApiResult<()> {
    let plan = demo_plan(request).in_words(app)?;
    let now = WriteRequest {
        request_id: RequestId::random(),
        now_ms: app.now_ms(),
    };
    regulars_core::demo::fill(app.store(), now, &plan, progress).in_words(app)
}

pub(crate) fn update(app: &App, request: ShopUpdate) -> ApiResult<ShopView> {
    app.store()
        .update_shop(app.write(request.request_id), &request.patch)
        .in_words(app)
}

pub(crate) fn set_logo(app: &App, request: LogoSet) -> ApiResult<ShopView> {
    let image = match &request.image_base64 {
        None => None,
        Some(text) => Some(
            base64::engine::general_purpose::STANDARD
                .decode(text)
                .map_err(|_| app.say(&regulars_core::Code::BadImage.into()))?,
        ),
    };
    // A picture that no document could show is refused now.
    if let Some(bytes) = &image {
        crate::documents::check_logo(bytes.clone(), app.locale())?;
    }
    app.store()
        .set_logo(app.write(request.request_id), image.as_deref())
        .in_words(app)
}

pub(crate) fn daily_run(app: &App, _: Nothing) -> ApiResult<DailyRunResponse> {
    if !app.store().has_shop().in_words(app)? {
        return Ok(DailyRunResponse {
            stamps_expired: 0,
            grants_expired: 0,
            touches_planned: 0,
            touches_closed: 0,
        });
    }
    let run = app
        .store()
        .daily_run(app.write(RequestId::random()))
        .in_words(app)?;
    let expired = DailyRunResponse {
        stamps_expired: run.stamps_expired,
        grants_expired: run.grants_expired,
        touches_planned: 0,
        touches_closed: 0,
    };
    if app.store().clock_lost(app.now_ms()).in_words(app)? {
        return Ok(expired);
    }
    let schedule = super::touches::run_today(app, RequestId::random())?;
    let count = |decisions: &[_]| u32::try_from(decisions.len()).unwrap_or(u32::MAX);
    Ok(DailyRunResponse {
        touches_planned: count(&schedule.planned),
        touches_closed: count(&schedule.closed),
        ..expired
    })
}

pub(crate) fn verify(app: &App, _: Nothing) -> ApiResult<VerifyResponse> {
    let verdict = app.store().verify().in_words(app)?;
    Ok(VerifyResponse {
        ok: verdict.ok(),
        checked: verdict.checked,
        problems: verdict
            .problems
            .iter()
            .map(|problem| problem_of(problem, app.locale()))
            .collect(),
    })
}
