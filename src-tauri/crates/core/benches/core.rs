//! The core's lines of the speed table: search, recording, importing, ranking, the daily run.
//! Prints one JSON line for each; `--quick` takes a tenth of the size, to try
//! the benchmark out; `--members` stops after the import of members, and
//! `--daily-run` measures that line alone.
#![allow(
    missing_docs,
    clippy::unwrap_used,
    clippy::expect_used,
    clippy::cast_precision_loss
)]

use std::{
    fmt::Write,
    ops::ControlFlow,
    path::Path,
    time::{Duration, Instant},
};

use rand::{RngExt, SeedableRng, seq::IndexedRandom};
use rand_chacha::ChaCha12Rng;
use regulars_core::{
    Store, WriteRequest,
    id::{MemberId, RequestId},
    import::Options,
    member::MemberQuery,
    moment::{MomentDraft, MomentPreset, MomentRules, PresetTexts, Trigger, moment_presets},
    program::presets,
    shop::{ShopDraft, ShopKind, parse_currency},
    transfer::{Context, Kind, Mapping, Members, OpenOptions, Table, Visits},
    visit::VisitDraft,
};

const NOW_MS: i64 = 1_795_262_400_000; // 2026-11-21 12:00 UTC

const FIRSTS: &[&str] = &[
    "Anna",
    "Maria",
    "Eszter",
    "Katalin",
    "Zsófia",
    "Réka",
    "Dóra",
    "Gergő",
    "László",
    "Bence",
    "Máté",
    "Péter",
    "Алёна",
    "Екатерина",
    "Дарья",
    "Ольга",
    "Фёдор",
    "Сергей",
    "Андрей",
    "Пётр",
    "Emma",
    "Grace",
    "Liam",
    "Conor",
    "Noah",
    "Sophie",
    "Hannah",
    "Oliver",
    "Jack",
    "Lucas",
];
const FAMILIES: &[&str] = &[
    "Nagy",
    "Kovács",
    "Tóth",
    "Szabó",
    "Horváth",
    "Varga",
    "Kiss",
    "Molnár",
    "Németh",
    "Farkas",
    "Balogh",
    "Papp",
    "Иванова",
    "Смирнов",
    "Кузнецова",
    "Соколов",
    "Щербакова",
    "Лебедев",
    "Ёлкина",
    "Зайцев",
    "Murphy",
    "Kelly",
    "Walsh",
    "Smith",
    "Byrne",
    "Doyle",
    "Quinn",
    "Moore",
    "Novak",
    "Silva",
];

fn main() {
    let quick = std::env::args().any(|arg| arg == "--quick");
    let only_members = std::env::args().any(|arg| arg == "--members");
    let scale = if quick { 10 } else { 1 };
    let mut random = ChaCha12Rng::seed_from_u64(7);
    if std::env::args().any(|arg| arg == "--daily-run") {
        return daily_run(100_000 / scale, &mut random);
    }
    import_members(100_000 / scale, &mut random);
    if only_members {
        return;
    }
    daily_run(100_000 / scale, &mut random);

    let dir = tempfile::tempdir().unwrap();
    let store = shop(dir.path());
    let members = 1_000_000 / scale;
    eprintln!("filling a shop with {members} members");
    let csv = members_csv(members, &mut random);
    let (table, mapping) = table(csv, Kind::Members);
    let rows = Members::new(&table, &mapping, context());
    store
        .import_members(request(0), rows, Options::default(), &mut go_on)
        .unwrap();
    import_visits(&store, 1_000_000 / scale, members, &mut random);
    search(&store, members, &mut random);
    record(&store, members, scale, &mut random);
    rank(&store, 1_000_000 / scale);
}

fn go_on(_: u64, _: u64) -> ControlFlow<()> {
    ControlFlow::Continue(())
}

fn request(minutes: i64) -> WriteRequest {
    WriteRequest {
        request_id: RequestId::random(),
        now_ms: NOW_MS + minutes * 60_000,
    }
}

fn shop(dir: &Path) -> Store {
    let store = Store::open(dir, NOW_MS).unwrap();
    let draft = ShopDraft {
        name: "Bench".into(),
        kind: ShopKind::Cafe,
        locale: "hu".into(),
        currency: "EUR".into(),
        time_zone: "Europe/Budapest".into(),
        phone_region: None,
    };
    let mut rules = presets(parse_currency("EUR").unwrap()).remove(0).rules;
    rules.name = "Card".into();
    rules.reward_name = "Coffee".into();
    store
        .create_shop(request(0), &draft, &rules, false)
        .unwrap();
    store
}

fn context() -> Context {
    Context {
        currency: parse_currency("EUR").unwrap(),
        region: "HU".parse().unwrap(),
        zone: chrono_tz::Europe::Budapest,
        locale: "hu".into(),
        date_order: None,
    }
}

fn table(csv: String, kind: Kind) -> (Table, Mapping) {
    let table = Table::open(csv.into_bytes(), &OpenOptions::default()).unwrap();
    let mapping = Mapping::new(kind, table.headers(), &std::collections::BTreeMap::new()).unwrap();
    (table, mapping)
}

fn members_csv(count: u64, random: &mut ChaCha12Rng) -> String {
    let mut csv = String::from("external_id,name,phone,email,birthday,joined_on,notes\n");
    for index in 0..count {
        let (first, family) = (
            FIRSTS.choose(random).unwrap(),
            FAMILIES.choose(random).unwrap(),
        );
        let (month, day) = (random.random_range(1..=12), random.random_range(1..=28));
        let phone = 1_000_000 + (index * 7_368_787) % 9_000_000;
        let provider = [20, 30, 70].choose(random).unwrap();
        writeln!(
            csv,
            "m{index},{family} {first},+36{provider}{phone},m{index}@example.com,{month:02}-{day:02},2025-{month:02}-{day:02},"
        )
        .unwrap();
    }
    csv
}

fn import_members(rows: u64, random: &mut ChaCha12Rng) {
    let dir = tempfile::tempdir().unwrap();
    let store = shop(dir.path());
    let csv = members_csv(rows, random);
    let started = Instant::now();
    let (table, mapping) = table(csv, Kind::Members);
    let read = Members::new(&table, &mapping, context());
    let outcome = store
        .import_members(request(0), read, Options::default(), &mut go_on)
        .unwrap();
    assert_eq!(
        outcome.summary.created,
        rows,
        "{:?}",
        outcome.rejected.first()
    );
    line(
        "import members",
        &format!("{} rows", grouped(rows)),
        3.0,
        started.elapsed().as_secs_f64(),
        "s",
    );
}

fn import_visits(store: &Store, rows: u64, members: u64, random: &mut ChaCha12Rng) {
    let mut csv = String::from("member,at,amount,note\n");
    for _ in 0..rows {
        let member = random.random_range(0..members.min(100_000));
        let (month, day) = (random.random_range(1..=12), random.random_range(1..=28));
        let (hour, minute) = (random.random_range(7..20), random.random_range(0..60));
        let cents = random.random_range(150..2_500);
        writeln!(
            csv,
            "m{member},2025-{month:02}-{day:02} {hour:02}:{minute:02},{}.{:02},",
            cents / 100,
            cents % 100
        )
        .unwrap();
    }
    let started = Instant::now();
    let (table, mapping) = table(csv, Kind::Visits);
    let read = Visits::new(&table, &mapping, context());
    let outcome = store
        .import_visits(request(1), read, Options::default(), &mut go_on)
        .unwrap();
    assert_eq!(
        outcome.summary.rejected,
        0,
        "{:?}",
        outcome.rejected.first()
    );
    line(
        "import visits",
        &format!("{} rows", grouped(rows)),
        20.0,
        started.elapsed().as_secs_f64(),
        "s",
    );
}

/// A day's run of the schedule over a shop with a year behind it: 20 moments, five
/// visits a member, some hundred at the counter since the last run.
fn daily_run(members: u64, random: &mut ChaCha12Rng) {
    const DAY_MINUTES: i64 = 24 * 60;
    let dir = tempfile::tempdir().unwrap();
    let store = shop(dir.path());
    eprintln!("filling a shop with {members} members for the schedule");
    let (read, mapping) = table(consenting_csv(members, random), Kind::Members);
    let rows = Members::new(&read, &mapping, context());
    let outcome = store
        .import_members(
            request(-3 * DAY_MINUTES),
            rows,
            Options::default(),
            &mut go_on,
        )
        .unwrap();
    assert_eq!(outcome.summary.created, members);
    let mut csv = String::from("member,at,amount\n");
    let today = store
        .settings()
        .unwrap()
        .calendar
        .business_date(NOW_MS)
        .unwrap();
    for _ in 0..members * 5 {
        let day = today - chrono::Days::new(random.random_range(3..400));
        let member = random.random_range(0..members);
        writeln!(
            csv,
            "m{member},{day} 12:00,{}.50",
            random.random_range(2..30)
        )
        .unwrap();
    }
    let (read, mapping) = table(csv, Kind::Visits);
    let rows = Visits::new(&read, &mapping, context());
    store
        .import_visits(
            request(-3 * DAY_MINUTES),
            rows,
            Options::default(),
            &mut go_on,
        )
        .unwrap();
    let moments = twenty_moments();
    store
        .add_moments(request(-3 * DAY_MINUTES), &moments, true)
        .unwrap();
    store.run_schedule(request(-2 * DAY_MINUTES), None).unwrap();
    for minute in 0..300 {
        let member = format!("m{}", random.random_range(0..members));
        let draft = VisitDraft {
            member_id: store.resolve_member(&member).unwrap(),
            amount_minor: Some(450),
            reward_part_minor: 0,
            stamps: Some(random.random_range(1..12)),
            note: String::new(),
            redeem: Vec::new(),
            complete: None,
            confirmed: true,
        };
        store
            .record_visit(request(minute - DAY_MINUTES), &draft)
            .unwrap();
    }
    let started = Instant::now();
    store.preview_schedule(None, NOW_MS).unwrap();
    eprintln!(
        "of the daily run, reading and deciding: {:?}",
        started.elapsed()
    );
    let started = Instant::now();
    let report = store.run_schedule(request(0), None).unwrap();
    let elapsed = started.elapsed();
    eprintln!(
        "the daily run planned {}, left out {}, closed {}",
        report.planned.len(),
        report.skipped.len(),
        report.closed.len()
    );
    assert!(!report.planned.is_empty());
    line(
        "daily run",
        &format!("{} members, {} moments", grouped(members), moments.len()),
        2.0,
        elapsed.as_secs_f64(),
        "s",
    );
    let started = Instant::now();
    store.run_schedule(request(1), None).unwrap();
    eprintln!("the same day's run again: {:?}", started.elapsed());
    let started = Instant::now();
    store
        .moment_outlook(None, moments.last().unwrap(), NOW_MS)
        .unwrap();
    eprintln!("a moment's outlook: {:?}", started.elapsed());
}

fn consenting_csv(members: u64, random: &mut ChaCha12Rng) -> String {
    let mut csv = String::from("external_id,name,email,birthday,joined_on,consent_email\n");
    for index in 0..members {
        let (month, day) = (random.random_range(1..=12), random.random_range(1..=28));
        let joined = random.random_range(1..=12);
        writeln!(
            csv,
            "m{index},Guest {index},m{index}@example.com,{month:02}-{day:02},2025-{joined:02}-{day:02},yes"
        )
        .unwrap();
    }
    csv
}

/// The presets of both kinds of shop, and more of the costly sort.
fn twenty_moments() -> Vec<MomentDraft> {
    let currency = parse_currency("EUR").unwrap();
    let mut presets = moment_presets(ShopKind::Salon, currency);
    let base = presets
        .iter()
        .find(|preset| preset.key == "not_seen")
        .unwrap()
        .rules
        .clone();
    let more = [
        ("first_visit", Trigger::FirstVisit),
        ("visit_5", Trigger::NthVisit { n: 5 }),
        ("visit_10", Trigger::NthVisit { n: 10 }),
        ("joined", Trigger::AnniversaryJoined),
        ("not_seen_30", Trigger::NotSeen { days: 30 }),
        ("not_seen_200", Trigger::NotSeen { days: 200 }),
        (
            "rhythm_3",
            Trigger::Rhythm {
                factor_percent: 300,
                min_visits: 4,
                min_days: 30,
            },
        ),
        (
            "christmas",
            Trigger::Date {
                month: 12,
                day: 24,
                year: None,
            },
        ),
        ("nearly_3", Trigger::CardNearlyFull { stamps_left: 3 }),
    ];
    presets.extend(more.into_iter().map(|(key, trigger)| MomentPreset {
        key,
        rules: MomentRules {
            trigger,
            ..base.clone()
        },
    }));
    presets.truncate(20);
    assert_eq!(presets.len(), 20);
    presets
        .iter()
        .map(|preset| {
            preset.with_texts(PresetTexts {
                name: preset.key.to_owned(),
                gift: "Cake".into(),
                label: "Colouring".into(),
                ..PresetTexts::default()
            })
        })
        .collect()
}

/// What an owner types: beginnings of names, ends of phones, parts of numbers.
fn query(random: &mut ChaCha12Rng) -> String {
    let length = random.random_range(1..=8);
    let text = match random.random_range(0..5) {
        0 => FAMILIES.choose(random).unwrap().to_lowercase(),
        1 => FIRSTS.choose(random).unwrap().to_lowercase(),
        2 => format!(
            "{} {}",
            FAMILIES.choose(random).unwrap(),
            FIRSTS.choose(random).unwrap()
        ),
        3 => random.random_range(0..100_000_000_u64).to_string(),
        _ => format!("0630{}", random.random_range(0..10_000)),
    };
    text.chars().take(length).collect()
}

fn search(store: &Store, members: u64, random: &mut ChaCha12Rng) {
    let today = store
        .settings()
        .unwrap()
        .calendar
        .business_date(NOW_MS)
        .unwrap();
    for _ in 0..200 {
        store.search(&query(random), 8, today).unwrap();
    }
    let mut times = Vec::with_capacity(4_000);
    let mut slowest = (Duration::ZERO, String::new());
    for _ in 0..4_000 {
        let query = query(random);
        let started = Instant::now();
        store.search(&query, 8, today).unwrap();
        let elapsed = started.elapsed();
        if elapsed > slowest.0 {
            slowest = (elapsed, query);
        }
        times.push(elapsed);
    }
    eprintln!(
        "slowest search {slowest:?}, median {:?}",
        percentile(&mut times, 50)
    );
    line(
        "counter search, 1–8 characters, p99",
        &format!("{} members", grouped(members)),
        3.0,
        ms(percentile(&mut times, 99)),
        "ms",
    );
    let started = Instant::now();
    let page = MemberQuery {
        search: "nagy".into(),
        limit: 100,
        descending: true,
        ..MemberQuery::default()
    };
    store.members(&page, NOW_MS).unwrap();
    eprintln!("a searched page of the list: {:?}", started.elapsed());
}

fn record(store: &Store, members: u64, scale: u64, random: &mut ChaCha12Rng) {
    let ids: Vec<MemberId> = (0..500)
        .map(|_| {
            store
                .resolve_member(&format!("m{}", random.random_range(0..members)))
                .unwrap()
        })
        .collect();
    let mut times = Vec::new();
    for index in 0..1_000_i64 {
        let draft = VisitDraft {
            member_id: *ids.choose(random).unwrap(),
            amount_minor: Some(random.random_range(150..2_500)),
            reward_part_minor: 0,
            stamps: Some(1),
            note: String::new(),
            redeem: Vec::new(),
            complete: None,
            confirmed: true,
        };
        let started = Instant::now();
        store.record_visit(request(10 + index), &draft).unwrap();
        times.push(started.elapsed());
    }
    eprintln!("record a visit: median {:?}", percentile(&mut times, 50));
    let at = format!("{} visits", grouped(1_000_000 / scale));
    line(
        "record a visit with a stamp, durable, p99",
        &at,
        20.0,
        ms(percentile(&mut times, 99)),
        "ms",
    );
}

fn rank(store: &Store, visits: u64) {
    store.top_customers("2025-05", 20).unwrap();
    let mut times: Vec<Duration> = (1..=12)
        .map(|month| {
            let started = Instant::now();
            store
                .top_customers(&format!("2025-{month:02}"), 20)
                .unwrap();
            started.elapsed()
        })
        .collect();
    line(
        "top customers of a month, slowest",
        &format!("{} visits", grouped(visits)),
        50.0,
        ms(percentile(&mut times, 100)),
        "ms",
    );
    let started = Instant::now();
    store.month_report("2025-06", 20, NOW_MS).unwrap();
    eprintln!("the whole month's report: {:?}", started.elapsed());
}

fn percentile(times: &mut [Duration], percent: usize) -> Duration {
    times.sort_unstable();
    let at = (times.len() * percent / 100).min(times.len() - 1);
    times.get(at).copied().unwrap_or_default()
}

fn ms(duration: Duration) -> f64 {
    duration.as_secs_f64() * 1_000.0
}

fn grouped(number: u64) -> String {
    let digits = number.to_string();
    let mut out = String::new();
    for (at, digit) in digits.chars().enumerate() {
        if at > 0 && (digits.len() - at).is_multiple_of(3) {
            out.push(',');
        }
        out.push(digit);
    }
    out
}

fn line(work: &str, at: &str, bar: f64, measured: f64, unit: &str) {
    let ok = measured <= bar;
    let figure = format!("{measured:.1}");
    println!(
        r#"{{"work":"{work}","at":"{at}","bar":"{bar}","measured":"{figure}","unit":"{unit}","ok":{ok}}}"#
    );
}
