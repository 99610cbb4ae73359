//! A year of a shop with 5,000 members: the schedule's sums agree with plain
//! arithmetic over the same data.

use std::{
    collections::{BTreeMap, BTreeSet},
    fmt::Write,
    ops::ControlFlow,
};

use chrono::{Datelike, Days, NaiveDate};
use rand::{RngExt, SeedableRng};
use rand_chacha::ChaCha12Rng;
use regulars_core::{
    import::Options,
    moment::{MomentRules, ScheduleSettings, SkipReason, Trigger},
    shop::parse_currency,
    transfer::{Context, Kind, Mapping, Members, OpenOptions, Table, Visits},
};

use crate::{
    moments::{gift, rules},
    shop::{Shop, date},
};

const MEMBERS: usize = 5_000;
const SILENCE: u64 = 60;

/// A member as the test knows it.
struct Guest {
    joined: NaiveDate,
    birthday: (u32, u32),
    visits: BTreeSet<NaiveDate>,
}

/// Members who join over two years, come in their own rhythm for a while, and stay
/// away in the end.
fn guests(begin: NaiveDate) -> Vec<Guest> {
    let mut random = ChaCha12Rng::seed_from_u64(11);
    (0..MEMBERS)
        .map(|_| {
            let joined = begin - Days::new(365) + Days::new(random.random_range(0..700));
            let mut visits = BTreeSet::new();
            let (gap, times) = (random.random_range(10..100), random.random_range(0..7));
            let mut day = joined;
            for _ in 0..times {
                visits.insert(day);
                day = day + Days::new(gap + random.random_range(0..20));
            }
            Guest {
                joined,
                birthday: (random.random_range(1..=12), random.random_range(1..=28)),
                visits,
            }
        })
        .collect()
}

fn fill(shop: &Shop, guests: &[Guest]) {
    let (mut members, mut visits) = (
        String::from("external_id,name,birthday,joined_on\n"),
        String::from("member,at,amount\n"),
    );
    for (at, guest) in guests.iter().enumerate() {
        let (month, day) = guest.birthday;
        writeln!(
            members,
            "m{at},Guest {at},{month:02}-{day:02},{}",
            guest.joined
        )
        .unwrap();
        for visit in &guest.visits {
            writeln!(visits, "m{at},{visit} 12:00,4.50").unwrap();
        }
    }
    let context = || Context {
        currency: parse_currency("EUR").unwrap(),
        region: "HU".parse().unwrap(),
        zone: chrono_tz::Europe::Budapest,
        locale: "hu".into(),
        date_order: None,
    };
    let table = |csv: String, kind| {
        let table = Table::open(csv.into_bytes(), &OpenOptions::default()).unwrap();
        let mapping = Mapping::new(kind, table.headers(), &BTreeMap::new()).unwrap();
        (table, mapping)
    };
    let go_on = &mut |_, _| ControlFlow::Continue(());
    let (read, mapping) = table(members, Kind::Members);
    let rows = Members::new(&read, &mapping, context());
    shop.store
        .import_members(shop.ask(), rows, Options::default(), go_on)
        .unwrap();
    let (read, mapping) = table(visits, Kind::Visits);
    let rows = Visits::new(&read, &mapping, context());
    shop.store
        .import_visits(shop.ask(), rows, Options::default(), go_on)
        .unwrap();
}

#[test]
fn a_year_over_five_thousand_members_adds_up() {
    let shop = Shop::open();
    let begin = date("2027-01-01");
    let end = date("2027-12-31");
    let guests = guests(begin);
    shop.at("2027-01-01 09:00");
    let late = |trigger| MomentRules {
        late_days: 365,
        ..rules(trigger)
    };
    shop.moment("welcome", late(Trigger::Enrolled));
    shop.moment(
        "birthday",
        MomentRules {
            gift: gift(),
            ..late(Trigger::Birthday)
        },
    );
    shop.moment("third", late(Trigger::NthVisit { n: 3 }));
    shop.moment("year", late(Trigger::AnniversaryFirstVisit));
    shop.moment("away", late(Trigger::NotSeen { days: 60 }));
    let rhythm = Trigger::Rhythm {
        factor_percent: 200,
        min_visits: 5,
        min_days: 21,
    };
    shop.moment("rhythm", late(rhythm));
    let settings = ScheduleSettings {
        touches_per_month: 31,
        ..shop.store.schedule_settings().unwrap()
    };
    shop.store
        .set_schedule_settings(shop.ask(), &settings)
        .unwrap();

    shop.at("2027-12-31 12:00");
    fill(&shop, &guests);

    // The year, with the PC on about every ninth day.
    let mut decided: BTreeMap<String, usize> = BTreeMap::new();
    let mut came_back = 0;
    let mut run = |day: NaiveDate| {
        let report = shop.store.run_schedule(shop.ask(), Some(day)).unwrap();
        for line in report.planned.iter().chain(&report.skipped) {
            *decided.entry(line.moment.clone()).or_default() += 1;
            if let Some(reason) = line.reason {
                assert_eq!(reason, SkipReason::CameBack, "{line:?}");
                came_back += 1;
            }
        }
    };
    let mut day = begin;
    while day < end {
        run(day);
        day = day + Days::new(9);
    }
    run(end);
    eprintln!("touches of a year by moment: {decided:?}, {came_back} came back in between");

    let year = |day: &NaiveDate| (begin..=end).contains(day);
    let count = |what: &dyn Fn(&Guest) -> usize| guests.iter().map(what).sum::<usize>();
    let welcome = count(&|guest| usize::from(year(&guest.joined)));
    let birthday = count(&|guest| {
        let (month, day) = guest.birthday;
        let on = NaiveDate::from_ymd_opt(2027, month, day).unwrap();
        usize::from(guest.joined <= on)
    });
    let third = count(&|guest| usize::from(guest.visits.iter().nth(2).is_some_and(year)));
    let anniversary = count(&|guest| {
        let first = guest.visits.first();
        usize::from(first.is_some_and(|first| first.year() == 2026))
    });
    let away = count(&|guest| {
        guest
            .visits
            .iter()
            .filter(|visit| {
                let due = **visit + Days::new(SILENCE);
                let next = guest.visits.range(**visit + Days::new(1)..).next();
                year(&due) && next.is_none_or(|next| *next >= due)
            })
            .count()
    });
    assert_eq!(decided["welcome"], welcome);
    assert_eq!(decided["birthday"], birthday);
    assert_eq!(decided["third"], third);
    assert_eq!(decided["year"], anniversary);
    assert_eq!(decided["away"], away);
    assert!(decided["rhythm"] > 100, "{}", decided["rhythm"]);
    let gifts = shop.number("SELECT count(*) FROM reward_grant WHERE source = 'gift'");
    let too_new = count(&|guest| {
        let (month, day) = guest.birthday;
        let on = NaiveDate::from_ymd_opt(2027, month, day).unwrap();
        usize::from(guest.joined <= on && guest.joined > on - Days::new(30))
    });
    assert_eq!(usize::try_from(gifts).unwrap(), birthday - too_new);
}
