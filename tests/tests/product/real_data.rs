//! The purchases of 2,357 real customers, imported and reported, against figures
//! that are computed here from the file with whole numbers.

use std::{collections::BTreeMap, path::PathBuf};

use serde_json::{Value, json};

use crate::{
    database,
    shop::{Shop, counts, rejects, text},
};

fn fixture() -> PathBuf {
    PathBuf::from(concat!(
        env!("CARGO_MANIFEST_DIR"),
        "/fixtures/cdnow_sample_visits.csv"
    ))
}

/// One purchase: who, the day, cents.
struct Purchase {
    member: String,
    day: String,
    cents: u64,
}

fn purchases() -> Vec<Purchase> {
    let file = std::fs::read_to_string(fixture()).expect("the fixture");
    let mut lines = file.lines();
    assert_eq!(lines.next(), Some("member,at,quantity,amount"));
    lines
        .map(|line| {
            let [member, day, _, amount] = line.split(',').collect::<Vec<_>>()[..] else {
                panic!("{line}")
            };
            let (units, cents) = amount.split_once('.').expect("decimals");
            assert_eq!(cents.len(), 2, "{line}");
            Purchase {
                member: member.to_owned(),
                day: day.to_owned(),
                cents: units.parse::<u64>().unwrap() * 100 + cents.parse::<u64>().unwrap(),
            }
        })
        .collect()
}

/// The ranking of a month as the command line would write it, without ids.
fn ranking(purchases: &[Purchase], month: &str) -> Vec<Value> {
    let mut sums: BTreeMap<&str, (u64, u64, &str)> = BTreeMap::new();
    for purchase in purchases
        .iter()
        .filter(|purchase| purchase.day.starts_with(month))
    {
        let sum = sums.entry(&purchase.member).or_default();
        *sum = (sum.0 + purchase.cents, sum.1 + 1, sum.2.max(&purchase.day));
    }
    let mut order: Vec<_> = sums.into_iter().collect();
    order.sort_by(
        |(name, (spend, visits, _)), (other, (others_spend, others_visits, _))| {
            others_spend
                .cmp(spend)
                .then(others_visits.cmp(visits))
                .then(name.cmp(other))
        },
    );
    order
        .into_iter()
        .zip(1..)
        .map(|((name, (spend, visits, last)), rank)| {
            json!({ "rank": rank, "name": name, "external_id": name, "visits": visits,
                    "spend": decimal(spend), "average": decimal(average(spend, visits)),
                    "rewards": 0, "last_visit": last })
        })
        .collect()
}

/// Half a cent goes to the even one.
fn average(spend: u64, visits: u64) -> u64 {
    let (whole, twice_rest) = (spend / visits, spend % visits * 2);
    match twice_rest.cmp(&visits) {
        std::cmp::Ordering::Less => whole,
        std::cmp::Ordering::Equal => whole + whole % 2,
        std::cmp::Ordering::Greater => whole + 1,
    }
}

fn decimal(cents: u64) -> String {
    format!("{}.{:02}", cents / 100, cents % 100)
}

fn months() -> Vec<String> {
    let year = |year, months| (1..=months).map(move |month| format!("{year}-{month:02}"));
    year(1997, 12).chain(year(1998, 6)).collect()
}

/// The rows of the report, in the words of [`ranking`].
fn reported(shop: &Shop, month: &str, limit: &str) -> Vec<Value> {
    let report = shop
        .run([
            "report",
            "top-customers",
            "--month",
            month,
            "--limit",
            limit,
        ])
        .done();
    assert_eq!(
        (&report["month"], &report["currency"]),
        (&json!(month), &json!("USD"))
    );
    let rows = report["rows"].as_array().expect("rows").iter();
    rows.map(|row| {
        assert_eq!(text(&row["member"]["id"]).len(), 36, "{row}");
        json!({ "rank": row["rank"], "name": row["member"]["name"],
                "external_id": row["member"]["external_id"], "visits": row["visits"],
                "spend": row["spend"], "average": row["average"], "rewards": row["rewards"],
                "last_visit": row["last_visit"] })
    })
    .collect()
}

fn music_shop() -> Shop {
    Shop::with("USD", "en", "America/New_York", "cafe")
}

#[test]
fn eighteen_months_of_purchases_are_imported_and_reported() {
    let shop = music_shop();
    let done = shop
        .import("visits", &fixture(), &["--create-members"])
        .done();
    assert_eq!(counts(&done), [6_919, 6_919, 0, 0, 0]);
    assert_eq!(done["members_created"], 2_357);
    assert_eq!(
        database::number(&shop.data_dir(), "SELECT count(*) FROM member"),
        2_357
    );
    assert_eq!(
        database::number(&shop.data_dir(), "SELECT count(*) FROM entry"),
        0,
        "history earns"
    );

    let purchases = purchases();
    let (mut visits, mut cents, mut ties) = (0, 0, 0);
    for month in months() {
        let (expected, rows) = (
            ranking(&purchases, &month),
            reported(&shop, &month, "10000"),
        );
        assert_eq!(rows, expected, "{month}");
        let key = |row: &Value| (row["spend"].clone(), row["visits"].clone());
        ties += expected
            .windows(2)
            .filter(|pair| key(&pair[0]) == key(&pair[1]))
            .count();
        visits += rows
            .iter()
            .map(|row| row["visits"].as_u64().unwrap())
            .sum::<u64>();
        cents += rows
            .iter()
            .map(|row| text(&row["spend"]).replace('.', "").parse::<u64>().unwrap())
            .sum::<u64>();
    }
    assert_eq!((visits, cents), (6_919, 24_409_194));
    assert!(
        ties > 100,
        "only {ties} ties: the order by name was not tested"
    );
    assert!(reported(&shop, "1996-12", "10").is_empty());
    assert!(reported(&shop, "1998-07", "10").is_empty());

    // The top ten are the first ten of all.
    for month in ["1997-01", "1997-11", "1998-06"] {
        assert_eq!(
            reported(&shop, month, "10"),
            ranking(&purchases, month)[..10],
            "{month}"
        );
    }

    let before = shop.dump();
    let again = shop
        .import("visits", &fixture(), &["--create-members"])
        .done();
    assert_eq!(counts(&again), [6_919, 0, 0, 6_919, 0]);
    assert_eq!(again["members_created"], 0);
    only_the_log_grew(&before, &shop.dump());
    shop.verify();
}

/// An import that changes nothing leaves its trace in the log of changes, no more.
fn only_the_log_grew(
    before: &BTreeMap<String, Vec<String>>,
    after: &BTreeMap<String, Vec<String>>,
) {
    for (table, rows) in before {
        if table != "change" && table != "till" {
            assert_eq!(rows, &after[table], "{table}");
        }
    }
}

#[test]
fn without_leave_to_create_members_nobody_is_made_up() {
    let shop = music_shop();
    let done = shop.import("visits", &fixture(), &[]).done_with_rejects();
    assert_eq!(counts(&done), [6_919, 0, 0, 0, 6_919]);
    assert!(
        rejects(&done)
            .iter()
            .all(|(_, code)| code == "member_not_found")
    );
    let lines: Vec<u64> = rejects(&done).iter().map(|(line, _)| *line).collect();
    assert_eq!(lines, (2..=6_920).collect::<Vec<_>>());
    for table in ["member", "visit", "card", "entry"] {
        let sql = format!("SELECT count(*) FROM {table}");
        assert_eq!(database::number(&shop.data_dir(), &sql), 0, "{table}");
    }
    shop.verify();
}

#[test]
fn the_report_as_csv_holds_the_same_rows() {
    let shop = music_shop();
    shop.import("visits", &fixture(), &["--create-members"])
        .done();
    let path = shop.path("top.csv");
    let args = [
        "report",
        "top-customers",
        "--month",
        "1997-02",
        "--limit",
        "10000",
        "--out",
    ];
    let path_text = path.to_str().unwrap();
    let done = shop.run(args.iter().chain(&[path_text])).done();
    assert_eq!(done["file"], path_text);
    let csv = std::fs::read_to_string(path).unwrap();
    let mut lines = csv.trim_start_matches('\u{feff}').split_terminator("\r\n");
    assert!(
        lines
            .next()
            .unwrap()
            .starts_with("Rank,Member,External id,Visits,Spend")
    );
    let expected = ranking(&purchases(), "1997-02");
    let rows: Vec<&str> = lines.collect();
    assert_eq!(rows.len(), expected.len());
    for (row, expected) in rows.iter().zip(&expected) {
        let cells: Vec<&str> = row.split(',').collect();
        let expect = |key: &str| expected[key].to_string().trim_matches('"').to_owned();
        let seen = [
            cells[0], cells[1], cells[2], cells[3], cells[4], cells[5], cells[6], cells[8],
        ];
        let keys = [
            "rank",
            "name",
            "external_id",
            "visits",
            "spend",
            "",
            "average",
            "last_visit",
        ];
        for (cell, key) in seen.iter().zip(keys) {
            let value = if key.is_empty() {
                "USD".to_owned()
            } else {
                expect(key)
            };
            assert_eq!(*cell, value, "{row}");
        }
    }
}
