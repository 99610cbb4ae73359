//! Disks that are full, folders that cannot be written, files that are not ours.

use std::{
    fs,
    path::{Path, PathBuf},
    process::Command,
};

use regulars_tests::mail_server::{MailServer, Script};
use serde_json::{Value, json};

use crate::{
    app::Window,
    cli::{self, run},
    shop::{Shop, counts, text},
};

/// Commands that would write, read, and make a shop.
const TRIES: [&[&str]; 4] = [
    &["visit", "0042"],
    &["verify"],
    &[
        "init",
        "--name",
        "C",
        "--currency",
        "EUR",
        "--locale",
        "en",
        "--time-zone",
        "Europe/Budapest",
    ],
    &["demo", "--members", "3"],
];

/// The command line and the window refuse the folder and leave every file as it was.
#[track_caller]
fn refused_and_untouched(data_dir: &Path, code: &str) {
    let before = files(data_dir);
    for args in TRIES {
        let error = run(data_dir, args).refused(code);
        assert!(text(&error["message"]).contains("regulars.db"), "{error}");
        assert_eq!(files(data_dir), before, "{args:?} changed something");
    }
    let error = Window::try_open(data_dir)
        .err()
        .expect("the window opened it");
    assert_eq!(error.code, code);
    assert_eq!(files(data_dir), before, "the window changed something");
}

/// Every file of a folder with its bytes.
fn files(folder: &Path) -> Vec<(PathBuf, Vec<u8>)> {
    let mut found: Vec<_> = fs::read_dir(folder)
        .expect("a folder")
        .map(|entry| entry.expect("an entry").path())
        .filter(|path| path.is_file())
        .map(|path| (path.clone(), fs::read(path).expect("a file")))
        .collect();
    found.sort();
    found
}

/// A folder that holds one file in the place of the database.
fn holding(database: &[u8]) -> Shop {
    let shop = Shop::none();
    fs::create_dir(shop.data_dir()).unwrap();
    fs::write(shop.data_dir().join("regulars.db"), database).unwrap();
    shop
}

/// The bytes of a sound database.
fn sound() -> Vec<u8> {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna");
    shop.run(["visit", &anna]).done();
    let whole = {
        // All of it in one file, without a log beside it.
        let path = shop.data_dir().join("regulars.db");
        let db = rusqlite::Connection::open(&path).unwrap();
        db.execute_batch("PRAGMA wal_checkpoint(TRUNCATE)").unwrap();
        drop(db);
        fs::read(path).unwrap()
    };
    assert!(whole.len() > 40_960, "{} bytes", whole.len());
    whole
}

#[test]
fn a_truncated_database_is_left_as_it_is() {
    let whole = sound();
    for length in [
        0,
        10,
        60,
        1_000,
        4_096,
        whole.len() / 2,
        whole.len() - 4_096,
        whole.len() - 1,
    ] {
        refused_and_untouched(&holding(&whole[..length]).data_dir(), "damaged_database");
    }
}

#[test]
fn a_file_that_is_no_database_is_left_as_it_is() {
    refused_and_untouched(
        &holding(b"Dear diary, today ...").data_dir(),
        "foreign_database",
    );
    refused_and_untouched(&holding(&[0xff; 8_192]).data_dir(), "foreign_database");
}

#[test]
fn a_database_of_another_program_is_left_as_it_is() {
    let shop = Shop::none();
    fs::create_dir(shop.data_dir()).unwrap();
    let db = rusqlite::Connection::open(shop.data_dir().join("regulars.db")).unwrap();
    db.execute_batch("CREATE TABLE photo (id INTEGER PRIMARY KEY); INSERT INTO photo VALUES (1);")
        .unwrap();
    drop(db);
    refused_and_untouched(&shop.data_dir(), "foreign_database");
}

#[test]
fn a_database_of_a_newer_regulars_is_left_as_it_is() {
    let shop = holding(&sound());
    let db = rusqlite::Connection::open(shop.data_dir().join("regulars.db")).unwrap();
    db.execute_batch("PRAGMA journal_mode = DELETE; PRAGMA user_version = 9000;")
        .unwrap();
    drop(db);
    refused_and_untouched(&shop.data_dir(), "newer_database");
}

#[test]
fn a_folder_in_the_place_of_the_database_is_left_as_it_is() {
    let shop = Shop::none();
    let inner = shop.data_dir().join("regulars.db");
    fs::create_dir_all(inner.join("keep")).unwrap();
    for args in TRIES {
        let ran = run(&shop.data_dir(), args);
        assert_eq!(
            (ran.code, ran.stdout.as_str()),
            (Some(1), ""),
            "{args:?} {ran:?}"
        );
    }
    assert!(Window::try_open(&shop.data_dir()).is_err());
    assert!(inner.join("keep").is_dir());
}

#[test]
fn a_data_folder_that_cannot_be_written_is_refused() {
    let shop = Shop::none();
    let file = shop.file("a file", "untouched");
    let init = ["init", "--name", "C", "--currency", "EUR", "--locale", "en"];
    for place in [
        file.join("data"),
        file.clone(),
        PathBuf::from("/proc/regulars"),
        PathBuf::from("/sys/regulars"),
    ] {
        let args = init.iter().chain(&["--time-zone", "Europe/Budapest"]);
        let error = run(&place, args).refused("read_only");
        assert!(
            text(&error["message"]).contains(place.to_str().unwrap()),
            "{error}"
        );
        let error = Window::try_open(&place)
            .err()
            .expect("the window opened it");
        assert_eq!(error.code, "read_only");
        assert!(error.message.contains(place.to_str().unwrap()), "{error}");
    }
    assert_eq!(fs::read(file).unwrap(), b"untouched");
}

/// Runs a shell script on a small disk of its own, or says that none can be had.
fn on_a_small_disk(script: &str, shop: &Shop) -> Option<Vec<Value>> {
    let disk = shop.path("disk");
    fs::create_dir_all(&disk).unwrap();
    let script = format!(
        "set -e\nmount -t tmpfs -o size=6m tmpfs \"$DISK\" || exit 99\n\
         cli() {{ \"$CLI\" --json --data-dir \"$DISK/data\" --now {} \"$@\"; }}\n\
         show() {{ set +e; \"$@\" > \"$OUT\" 2> \"$ERR\"; code=$?; set -e\n\
                  printf '{{\"exit\":%s,\"out\":%s,\"error\":%s}}\\n' \"$code\" \
                  \"$(cat \"$OUT\" | grep . || echo null)\" \"$(cat \"$ERR\" | grep . || echo null)\"; }}\n{script}",
        cli::NOW
    );
    let output = Command::new("unshare")
        .args(["--mount", "sh", "-c", &script])
        .env("DISK", &disk)
        .env("CLI", cli::binary())
        .env("OUT", shop.path("out"))
        .env("ERR", shop.path("err"))
        .output()
        .ok()?;
    let stderr = String::from_utf8_lossy(&output.stderr);
    if output.status.code() == Some(99) || stderr.contains("unshare:") {
        return None;
    }
    assert!(output.status.success(), "{stderr}");
    let stdout = String::from_utf8(output.stdout).unwrap();
    Some(
        stdout
            .lines()
            .map(|line| {
                let step: Value = serde_json::from_str(line).unwrap_or_else(|_| panic!("{line}"));
                let message = step["error"]["error"]["message"]
                    .as_str()
                    .unwrap_or("all is well");
                assert!(cli::is_for_people(message), "{message}");
                step
            })
            .collect(),
    )
}

#[test]
fn a_full_disk_loses_nothing() {
    let shop = Shop::none();
    shop.file("list.csv", {
        let rows =
            (0..9_000).map(|row| format!("{:05},2026-10-{:02},3.50\n", row % 2_000, row % 28 + 1));
        format!("member,at,amount\n{}", rows.collect::<String>())
    });
    let Some(steps) = on_a_small_disk(
        "show cli init --name C --currency EUR --locale en --time-zone Europe/Budapest
         show cli member add --name Anna --external-id 0042
         show cli visit 0042 --amount 3.50
         show cli import visits \"$DISK/../list.csv\" --create-members
         show cli verify
         dd if=/dev/zero of=\"$DISK/filler\" bs=1k 2> /dev/null || true
         taken=0
         while cli visit 0042 --amount 4 > \"$OUT\" 2> \"$ERR\"; do taken=$((taken + 1)); done
         printf '{\"taken\":%s,\"error\":%s}\\n' $taken \"$(cat \"$ERR\")\"
         show cli member show 0042
         show cli cards print --all --sheet a4 --out \"$DISK/cards.pdf\"
         show cli report top-customers --month 2026-10 --out \"$DISK/top.csv\"
         show find \"$DISK\" \\( -name '*.pdf*' -o -name '*.csv*' \\) -printf '\"%p\"'
         rm \"$DISK/filler\"
         mount -o remount,size=60m \"$DISK\"
         show cli verify
         show cli import visits \"$DISK/../list.csv\" --create-members
         show cli visit 0042 --amount 4.50
         show cli verify",
        &shop,
    ) else {
        eprintln!("no disk can be mounted here: not tested");
        return;
    };
    let [
        init,
        add,
        visit,
        import,
        verify,
        late,
        show,
        cards,
        report,
        ls,
        after,
        again,
        now,
        end,
    ] = &steps[..]
    else {
        panic!("{steps:#?}");
    };
    for step in [init, add, visit, verify, after, again, now, end] {
        assert_eq!(step["exit"], 0, "{step:#}");
    }
    let error = |step: &Value| text(&step["error"]["error"]["code"]);
    assert_eq!(
        (&import["exit"], error(import)),
        (&json!(1), "disk_full".to_owned()),
        "{import:#}"
    );
    let message = text(&import["error"]["error"]["message"]);
    assert!(message.contains("disk is full"), "{message}");
    // Every visit that was taken is there, and nothing of the one that was not.
    assert_eq!(error(late), "disk_full", "{late:#}");
    let taken = late["taken"].as_u64().expect("a number");
    assert_eq!(show["out"]["visits"], 1 + taken, "{show:#}");
    assert_eq!(show["out"]["spend"], format!("{}.50", 3 + 4 * taken));
    for paper in [cards, report] {
        assert_eq!(
            (&paper["exit"], error(paper)),
            (&json!(1), "disk_full".to_owned()),
            "{paper:#}"
        );
    }
    assert_eq!(ls["out"], Value::Null, "half a document was left: {ls:#}");
    assert_eq!(counts(&again["out"])[0], 9_000);
    assert_eq!(now["out"]["stamps"], (2 + taken) % 10);
}

/// Needs no rights: the system refuses to let a file grow further.
#[cfg(unix)]
#[test]
fn a_file_that_may_not_grow_loses_nothing() {
    let shop = Shop::cafe();
    let anna = shop.enrol("Anna");
    shop.run(["visit", &anna, "--amount", "3.50"]).done();
    let rows = (0..6_000).map(|row| format!("{:05},2026-10-01,1\n", row % 2_000));
    let file = shop.file(
        "list.csv",
        format!("member,at,amount\n{}", rows.collect::<String>()),
    );
    let mut limited = Command::new("sh");
    limited
        .args(["-c", "trap '' XFSZ; ulimit -f 900; exec \"$0\" \"$@\""])
        .arg(cli::binary())
        .args([
            "--json",
            "--now",
            cli::NOW,
            "import",
            "visits",
            "--create-members",
        ])
        .arg(&file)
        .env("REGULARS_DATA_DIR", shop.data_dir());
    let refused = cli::finish(&mut limited);
    assert_eq!(
        (refused.code, refused.stdout.as_str()),
        (Some(1), ""),
        "{refused:?}"
    );
    let error: Value = serde_json::from_str(&refused.stderr).expect("JSON on stderr");
    let code = text(&error["error"]["code"]);
    assert!(["disk_full", "storage"].contains(&code.as_str()), "{error}");
    assert!(
        cli::is_for_people(&text(&error["error"]["message"])),
        "{error}"
    );
    shop.verify();
    assert_eq!(shop.run(["member", "show", &anna]).done()["spend"], "3.50");
    let done = shop.import("visits", &file, &["--create-members"]).done();
    assert_eq!(counts(&done)[0], 6_000);
    shop.verify();
}

#[test]
fn a_disk_too_full_for_a_shop_takes_one_later() {
    let shop = Shop::none();
    let init = "show cli init --name C --currency EUR --locale en --time-zone Europe/Budapest";
    let Some(steps) = on_a_small_disk(
        &format!(
            "dd if=/dev/zero of=\"$DISK/filler\" bs=1k count=6100 2> /dev/null || true
             {init}
             rm \"$DISK/filler\"
             {init}
             show cli verify"
        ),
        &shop,
    ) else {
        eprintln!("no disk can be mounted here: not tested");
        return;
    };
    assert_eq!(steps[0]["exit"], 1, "{:#}", steps[0]);
    assert_eq!(steps[0]["error"]["error"]["code"], "disk_full");
    for step in &steps[1..] {
        assert_eq!(step["exit"], 0, "{step:#}");
    }
}

#[test]
fn a_disk_that_was_made_read_only_is_read_and_not_written() {
    let shop = Shop::none();
    let Some(steps) = on_a_small_disk(
        "cli init --name C --currency EUR --locale en --time-zone Europe/Budapest > /dev/null
         cli member add --name Anna --external-id 0042 > /dev/null
         mount -o remount,ro \"$DISK\"
         show cli visit 0042
         show cli cards print --all --sheet a4 --out \"$DISK/cards.pdf\"
         mount -o remount,rw \"$DISK\"
         show cli member show 0042
         show cli verify",
        &shop,
    ) else {
        eprintln!("no disk can be mounted here: not tested");
        return;
    };
    for step in &steps[..2] {
        assert_eq!(step["exit"], 1, "{step:#}");
        assert_eq!(step["error"]["error"]["code"], "read_only", "{step:#}");
    }
    assert_eq!(steps[2]["out"]["visits"], 0);
    assert_eq!(steps[3]["exit"], 0);
}

#[test]
fn a_disk_that_fills_up_while_letters_go_out_leaves_word_of_those_that_went() {
    let shop = Shop::none();
    let server = MailServer::start(Script::default());
    let script = format!(
        "cli init --name C --currency EUR --locale en --time-zone Europe/Budapest > /dev/null
         cli delivery set email --host 127.0.0.1 --port {} --security none --from c@example.com > /dev/null
         cli delivery enable email > /dev/null
         cli schedule settings --per-minute 600 > /dev/null
         for at in $(seq 40); do
           cli member add --name Guest$at --email g$at@example.com --consent-email > /dev/null
         done
         cli schedule run > /dev/null
         dd if=/dev/zero of=\"$DISK/room\" bs=1k count=600 2> /dev/null
         dd if=/dev/zero of=\"$DISK/filler\" bs=1k 2> /dev/null || true
         rm \"$DISK/room\"
         show cli outbox send
         rm \"$DISK/filler\"
         show cli verify
         show cli outbox send
         show cli outbox list --undecided
         show cli verify",
        server.port
    );
    let Some(steps) = on_a_small_disk(&script, &shop) else {
        eprintln!("no disk can be mounted here: not tested");
        return;
    };
    let [broken, verify, rest, undecided, end] = &steps[..] else {
        panic!("{steps:#?}");
    };
    let count = |step: &Value, what: &str| step["out"][what].as_u64().expect("a number");
    assert_eq!(broken["exit"], 3, "done in part: {broken:#}");
    let (sent, unsure) = (count(broken, "sent"), count(broken, "unsure"));
    assert!(sent > 0 && unsure <= 1, "{broken:#}");
    let trouble = &broken["out"]["trouble"];
    assert_eq!(trouble["code"], "disk_full", "{broken:#}");
    assert!(cli::is_for_people(&text(&trouble["message"])));
    for step in [verify, rest, undecided, end] {
        assert_eq!(step["exit"], 0, "{step:#}");
    }
    assert_eq!(rest["out"]["trouble"], Value::Null);
    assert_eq!(count(rest, "interrupted"), unsure, "{rest:#}");
    assert_eq!(count(undecided, "total"), unsure);
    assert_eq!(sent + unsure + count(rest, "sent"), 40);
    let mut letters = server.letters();
    letters.sort();
    letters.dedup();
    assert_eq!(
        (letters.len(), server.letters().len()),
        (40, 40),
        "each once"
    );
}
