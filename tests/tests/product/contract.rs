//! The frame of the command line: exits, documents, help, where the data are.

use std::fs;

use serde_json::json;

use crate::{
    cli::{self, command, finish, is_for_people, run},
    database,
    shop::Shop,
};

const COMMANDS: [&[&str]; 16] = [
    &["member", "add", "--name", "Anna"],
    &["member", "find", "Anna"],
    &["member", "show", "Anna"],
    &["import", "members", "list.csv"],
    &["import", "visits", "list.csv"],
    &["visit", "Anna"],
    &["redeem", "Anna"],
    &["void", "v1"],
    &["refund", "v1", "--amount", "1"],
    &[
        "cards",
        "print",
        "--new",
        "--sheet",
        "a4",
        "--out",
        "cards.pdf",
    ],
    &[
        "cards",
        "print",
        "--all",
        "--sheet",
        "letter",
        "--out",
        "cards.pdf",
    ],
    &[
        "cards",
        "print",
        "--member",
        "Anna",
        "--sheet",
        "cr80",
        "--out",
        "cards.pdf",
    ],
    &["report", "top-customers", "--month", "2026-10"],
    &[
        "report",
        "top-customers",
        "--month",
        "2026-10",
        "--out",
        "top.csv",
    ],
    &["day"],
    &["verify"],
];

#[test]
fn without_a_shop_every_command_says_so_and_makes_nothing() {
    for args in COMMANDS {
        let shop = Shop::none();
        shop.run(args).refused("no_shop");
        assert!(!shop.data_dir().exists(), "{args:?} made the data folder");
    }
}

#[test]
fn an_empty_data_folder_stays_empty() {
    let shop = Shop::none();
    fs::create_dir(shop.data_dir()).unwrap();
    for args in COMMANDS {
        shop.run(args).refused("no_shop");
        let left = fs::read_dir(shop.data_dir()).unwrap().count();
        assert_eq!(left, 0, "{args:?} left something");
    }
}

#[test]
fn a_shop_is_described_when_it_is_made() {
    let shop = Shop::none();
    let args = [
        "init",
        "--name",
        "Kávézó Liget",
        "--currency",
        "HUF",
        "--locale",
        "hu",
    ];
    let made = shop
        .run(args.iter().chain(&["--time-zone", "Europe/Budapest"]))
        .done();
    assert_eq!(
        made["shop"],
        json!({ "name": "Kávézó Liget", "kind": "cafe", "locale": "hu", "currency": "HUF",
                "time_zone": "Europe/Budapest", "phone_region": "HU" })
    );
    assert_eq!(made["program"]["stamps_required"], 10);
    assert_eq!(made["program"]["name"], "Kávékártya");
    shop.verify();
}

#[test]
fn a_salon_starts_with_a_salons_card() {
    let shop = Shop::none();
    let args = "init --name Willow --currency RUB --locale ru --time-zone Europe/Moscow";
    let made = shop
        .say(&format!("{args} --preset salon --phone-region KZ"))
        .done();
    assert_eq!(made["shop"]["kind"], "salon");
    assert_eq!(made["shop"]["phone_region"], "KZ");
    assert_eq!(made["program"]["stamps_required"], 6);
}

#[test]
fn a_second_shop_is_refused_and_the_first_is_kept() {
    let shop = Shop::cafe();
    let before = shop.dump();
    let again = "init --name Other --currency USD --locale ru --time-zone Europe/Moscow";
    shop.say(again).refused("shop_exists");
    let error = shop.say("demo --members 3").refused("shop_exists");
    let message = error["message"].as_str().unwrap();
    assert!(message.contains("--data-dir"), "says what to do: {message}");
    assert_eq!(shop.dump(), before);
}

#[test]
fn a_demo_is_not_made_again_under_its_request_id() {
    let shop = Shop::none();
    let id = "01934c2e-0000-7000-8000-000000000001";
    let demo = [
        "demo",
        "--members",
        "3",
        "--visits",
        "9",
        "--request-id",
        id,
    ];
    shop.run(demo).done();
    let before = shop.dump();
    shop.run(demo).refused("shop_exists");
    assert_eq!(shop.dump(), before);
}

#[test]
fn a_shop_that_cannot_be_is_refused_and_leaves_nothing_behind() {
    let shop = Shop::none();
    for (currency, zone, name, code) in [
        ("XYZ", "Europe/Budapest", "Corner", "bad_currency"),
        ("EUR", "Europe/Atlantis", "Corner", "bad_time_zone"),
        ("EUR", "Europe/Budapest", "  ", "text_empty"),
    ] {
        let args = [
            "init",
            "--name",
            name,
            "--currency",
            currency,
            "--time-zone",
            zone,
        ];
        shop.run(args.iter().chain(&["--locale", "en"]))
            .refused(code);
        assert!(!shop.data_dir().exists(), "{code}: a folder was made");
    }
    shop.say("init --name Corner --currency EUR --locale en --time-zone Europe/Budapest")
        .done();
    shop.verify();
}

#[test]
fn a_command_line_that_makes_no_sense_exits_2() {
    let shop = Shop::cafe();
    for words in [
        "",
        "frobnicate",
        "member",
        "visit",
        "visit Anna --stamps",
        "init --name Corner",
        "init --name C --currency EUR --locale de --time-zone Europe/Berlin",
        "refund v1",
        "report top-customers",
        "report top-customers --month 2026-10 --limit 0",
        "report top-customers --month 2026-10 --out top.txt",
        "cards print --sheet a5 --out cards.pdf",
        "cards print --all --new --sheet a4 --out cards.pdf",
        "cards print --all",
        "member find Anna --limit 51",
        "member add --name Anna --joined-on yesterday",
        "demo --members 0",
        "demo --seed many",
        "verify --now tomorrow",
        "verify --request-id 12",
    ] {
        let error = shop.say(words).usage();
        let message = error["message"].as_str().unwrap();
        assert!(message.len() > 10, "{words}: {error}");
        assert_eq!(message.lines().count(), 1, "{words}: {error}");
        assert!(!message.contains("Usage:"), "{words}: {error}");
    }
}

#[test]
fn a_usage_mistake_names_what_is_missing_or_unknown() {
    let shop = Shop::cafe();
    for (words, part) in [
        ("init --name Corner", "--currency"),
        ("report top-customers", "--month"),
        ("member find Anna --limit 51", "51"),
        ("verify --jsno", "--json"),
    ] {
        let error = shop.say(words).usage();
        let message = error["message"].as_str().unwrap();
        assert!(message.contains(part), "{words}: {message}");
    }
}

#[test]
fn without_json_a_mistake_is_a_text_on_stderr_with_the_same_exits() {
    let shop = Shop::cafe();
    let usage = finish(command(&shop.data_dir()).args(["visit"]));
    assert_eq!((usage.code, usage.stdout.as_str()), (Some(2), ""));
    assert!(usage.stderr.contains("Usage:"), "{}", usage.stderr);

    let refused = finish(command(&shop.data_dir()).args(["visit", "Nobody"]));
    assert_eq!((refused.code, refused.stdout.as_str()), (Some(1), ""));
    assert!(
        refused.stderr.trim_end().ends_with("[member_not_found]"),
        "{}",
        refused.stderr
    );
    assert!(refused.stderr.contains("“Nobody”"), "{}", refused.stderr);
}

#[test]
fn refusals_speak_the_shops_language() {
    for (locale, text) in [
        ("en", "Nobody was found for “0042”."),
        ("ru", "По запросу «0042» никого не нашлось."),
        ("hu", "„0042” alapján nincs találat."),
    ] {
        let shop = Shop::with("EUR", locale, "Europe/Budapest", "cafe");
        let error = shop.say("visit 0042").refused("member_not_found");
        assert_eq!(error["message"], text);
    }
}

#[test]
fn every_command_has_help_that_needs_no_shop() {
    for words in [
        "--help",
        "init --help",
        "demo --help",
        "member --help",
        "member add --help",
        "member find --help",
        "member show --help",
        "import --help",
        "import members --help",
        "import visits --help",
        "visit --help",
        "redeem --help",
        "void --help",
        "refund --help",
        "cards --help",
        "cards print --help",
        "report --help",
        "report top-customers --help",
        "day --help",
        "verify --help",
    ] {
        let shop = Shop::none();
        let help = finish(command(&shop.data_dir()).args(words.split(' ')));
        assert_eq!((help.code, help.stderr.as_str()), (Some(0), ""), "{words}");
        assert!(
            help.stdout.contains("Usage: regulars-cli"),
            "{words}: {}",
            help.stdout
        );
        assert!(!shop.data_dir().exists(), "{words} made the data folder");
    }
    let version = finish(command(&Shop::none().data_dir()).arg("--version"));
    assert_eq!(
        version.stdout.trim(),
        concat!("regulars-cli ", env!("CARGO_PKG_VERSION"))
    );
}

#[test]
fn regulars_data_dir_names_the_folder_and_the_option_wins() {
    let (one, other) = (Shop::cafe(), Shop::cafe());
    one.enrol("Anna");
    let find = |data_dir: Option<&Shop>| {
        let mut command = std::process::Command::new(cli::binary());
        command
            .env("REGULARS_DATA_DIR", one.data_dir())
            .args(["--json", "member", "find", "Anna"]);
        if let Some(shop) = data_dir {
            command.arg("--data-dir").arg(shop.data_dir());
        }
        finish(&mut command).done()["hits"]
            .as_array()
            .unwrap()
            .len()
    };
    assert_eq!(find(None), 1);
    assert_eq!(find(Some(&other)), 0);
    assert_eq!(find(Some(&one)), 1);
}

#[test]
fn now_sets_the_clock_in_either_spelling() {
    let shop = Shop::cafe();
    let day = |now: &str| shop.run(["day", "--now", now]).done()["date"].clone();
    assert_eq!(day("2026-11-21T10:00:00Z"), "2026-11-21");
    assert_eq!(day("1795255200000"), "2026-11-21");
    // Before four in the morning it is still yesterday's business day.
    assert_eq!(day("2026-11-22T03:30:00+01:00"), "2026-11-21");
    assert_eq!(day("2026-11-22T04:30:00+01:00"), "2026-11-22");
}

#[test]
fn the_same_request_id_gives_the_first_result_and_changes_nothing() {
    let shop = Shop::none();
    let make = "init --name Corner --currency EUR --locale en --time-zone Europe/Budapest";
    let id = crate::app::fresh();
    let made = shop.say(&format!("{make} --request-id {id}")).done();
    let again = shop.say(&format!("{make} --request-id {id}")).done();
    assert_eq!(made, again);
    let anna = shop.enrol("Anna");
    let twice = |args: &[&str]| {
        let id = crate::app::fresh();
        let all: Vec<&str> = args.iter().copied().chain(["--request-id", &id]).collect();
        let first = shop.run(&all);
        let (first, after) = (first.done(), shop.dump());
        let second = shop.run(&all).done();
        assert_eq!(second, first, "{args:?}");
        assert_eq!(shop.dump(), after, "{args:?}");
        first
    };
    twice(&[
        "member",
        "add",
        "--name",
        "Béla",
        "--phone",
        "+36 30 555 0142",
    ]);
    let visit = twice(&["visit", &anna, "--amount", "12.50", "--stamps", "10"]);
    assert_eq!(visit["unlocked"].as_array().unwrap().len(), 1);
    twice(&["redeem", &anna]);
    let id = crate::shop::text(&visit["visit"]["id"]);
    twice(&["refund", &id, "--amount", "2.50"]);
    twice(&["void", &id]);
    shop.verify();
}

#[test]
fn a_request_id_is_not_taken_for_something_else() {
    let shop = Shop::cafe();
    let (anna, id) = (shop.enrol("Anna"), crate::app::fresh());
    shop.run(["visit", &anna, "--amount", "3", "--request-id", &id])
        .done();
    let before = shop.dump();
    for args in [
        vec!["visit", &anna, "--amount", "4"],
        vec!["visit", &anna],
        vec!["member", "add", "--name", "Béla"],
    ] {
        let args = args.into_iter().chain(["--request-id", &id]);
        shop.run(args).refused("request_reused");
        assert_eq!(shop.dump(), before);
    }
}

#[test]
fn verify_finds_what_was_altered_behind_its_back() {
    for sql in [
        "UPDATE account SET balance = balance + 1",
        "UPDATE member SET spend_minor = spend_minor + 100",
        "UPDATE member SET name_folded = 'anne'",
        "UPDATE lot SET remaining = remaining - 1",
        "UPDATE visit SET stamps = stamps + 1",
        "UPDATE till SET last_seq = last_seq + 1",
    ] {
        let shop = Shop::cafe();
        let anna = shop.enrol("Anna");
        shop.run(["visit", &anna, "--amount", "3", "--stamps", "2"])
            .done();
        shop.verify();
        database::tamper(&shop.data_dir(), sql);
        let verdict = shop.run(["verify"]).document(1);
        assert_eq!(verdict["ok"], false, "{sql}");
        let problems = verdict["problems"].as_array().unwrap();
        assert!(!problems.is_empty(), "{sql}");
        assert!(
            problems
                .iter()
                .all(|problem| is_for_people(problem["message"].as_str().unwrap())),
            "{problems:?}"
        );
    }
}

#[test]
fn verify_says_what_differs_in_words_and_in_fields() {
    let shop = Shop::with("HUF", "hu", "Europe/Budapest", "cafe");
    let anna = shop.enrol("Anna");
    shop.run(["visit", &anna, "--amount", "300"]).done();
    database::tamper(
        &shop.data_dir(),
        "UPDATE member SET spend_minor = spend_minor + 10000, first_visit_on = NULL",
    );
    let verdict = shop.run(["verify"]).document(1);
    assert_eq!(
        verdict["problems"],
        json!([
            { "code": "member_spend", "member": anna, "kept": "400.00", "found": "300.00",
              "message": format!("{anna} vendég: 400.00 költést mutat, a látogatások összege 300.00.") },
            { "code": "member_first_visit", "member": anna, "kept": "–", "found": "2026-11-21",
              "message": format!("{anna} vendég: az első látogatás – szerepel, valójában 2026-11-21 volt.") },
        ])
    );
}

#[test]
fn the_day_expires_what_is_due_once() {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna");
    shop.run(["visit", &anna, "--stamps", "12"]).done();
    let next_year = |day: &str| {
        let now = format!("{day}T12:00:00Z");
        run(&shop.data_dir(), ["day", "--now", &now]).done()
    };
    // A reward lives three months, a stamp a year, both to the end of their last day.
    let done = next_year("2027-02-21");
    assert_eq!(
        (&done["stamps_expired"], &done["rewards_expired"]),
        (&json!(0), &json!(0))
    );
    let done = next_year("2027-02-22");
    assert_eq!(
        (&done["stamps_expired"], &done["rewards_expired"]),
        (&json!(0), &json!(1))
    );
    let done = next_year("2027-11-22");
    assert_eq!(
        (&done["stamps_expired"], &done["rewards_expired"]),
        (&json!(2), &json!(0))
    );
    let done = next_year("2027-11-22");
    assert_eq!(
        (&done["stamps_expired"], &done["rewards_expired"]),
        (&json!(0), &json!(0))
    );
    shop.verify();
}
