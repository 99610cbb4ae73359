//! kill -9 in the middle of writing: every visit that was acknowledged is there,
//! and at most the one that was not yet is there besides.

#![cfg(unix)]

use std::{
    collections::BTreeSet,
    io::{BufRead, BufReader, Write},
    path::Path,
    process::{Command, Stdio},
    time::Duration,
};

use rand::{RngExt, SeedableRng};
use regulars_core::{
    Store, WriteRequest,
    id::{MemberId, RequestId},
    visit::VisitDraft,
};

use crate::shop::{MORNING, cafe, instant, named, ten_stamps, visit_of};

/// Tells the test binary, started again, to be the till that gets killed.
const FOLDER: &str = "REGULARS_CRASH_FOLDER";

fn request(now_ms: i64) -> WriteRequest {
    WriteRequest {
        request_id: RequestId::random(),
        now_ms,
    }
}

fn first_member(store: &Store) -> MemberId {
    store
        .read(|db| Ok(db.query_row("SELECT id FROM member", [], |row| row.get(0))?))
        .unwrap()
}

/// The till: records visits for ever and says which are done. Not a test of its
/// own: without the folder it does nothing.
#[test]
fn till_that_gets_killed() {
    let Some(folder) = std::env::var_os(FOLDER) else {
        return;
    };
    let store = Store::open(Path::new(&folder), instant(MORNING)).unwrap();
    let anna = first_member(&store);
    let mut now_ms = instant(MORNING);
    loop {
        now_ms += 5_000;
        let draft = VisitDraft {
            amount_minor: Some(100),
            stamps: Some(3),
            confirmed: true,
            ..visit_of(anna)
        };
        let recorded = store.record_visit(request(now_ms), &draft).unwrap();
        let mut out = std::io::stdout().lock();
        writeln!(out, "done {}", recorded.visit.id).unwrap();
        out.flush().unwrap();
    }
}

#[test]
fn kill_nine_loses_no_acknowledged_visit() {
    const ROUNDS: usize = 8;
    // On the real disk: this is about files.
    let folder = tempfile::tempdir().unwrap();
    let store = Store::open(folder.path(), instant(MORNING)).unwrap();
    store
        .create_shop(request(instant(MORNING)), &cafe(), &ten_stamps(), false)
        .unwrap();
    store
        .enrol(request(instant(MORNING)), &named("Anna"), true)
        .unwrap();
    drop(store);

    let seed = rand::rng().random();
    println!("seed {seed}");
    let mut random = rand_chacha::ChaCha12Rng::seed_from_u64(seed);
    let mut acknowledged = BTreeSet::new();
    let mut unheard = 0;
    for round in 0..ROUNDS {
        let hear = random.random_range(1..25);
        let then = Duration::from_micros(random.random_range(0..15_000));
        acknowledged.extend(run_and_kill(folder.path(), hear, then));
        let store = Store::open(folder.path(), instant(MORNING)).unwrap();
        let verdict = store.verify().unwrap();
        assert!(verdict.ok(), "round {round}: {:#?}", verdict.problems);
        let kept: BTreeSet<String> = store
            .read(|db| {
                let mut statement = db.prepare("SELECT id FROM visit")?;
                let ids =
                    statement.query_map([], |row| row.get::<_, regulars_core::id::VisitId>(0))?;
                Ok(ids
                    .map(|id| id.map(|id| id.to_string()))
                    .collect::<Result<_, _>>()?)
            })
            .unwrap();
        let lost: Vec<_> = acknowledged.difference(&kept).collect();
        assert!(
            lost.is_empty(),
            "round {round}: acknowledged and lost: {lost:?}"
        );
        let more = kept.len() - acknowledged.len();
        assert!(
            more <= unheard + 1,
            "round {round}: {more} visits that nobody heard of"
        );
        unheard = more;
        // The till goes on where it was.
        let anna = first_member(&store);
        let draft = VisitDraft {
            confirmed: true,
            ..visit_of(anna)
        };
        acknowledged.insert(
            store
                .record_visit(request(instant(MORNING)), &draft)
                .unwrap()
                .visit
                .id
                .to_string(),
        );
    }
}

/// Starts a till, hears it say so many times that a visit is done, kills it a
/// moment later, and returns all that it said.
fn run_and_kill(folder: &Path, hear: usize, then: Duration) -> Vec<String> {
    let mut till = Command::new(std::env::current_exe().unwrap())
        .args([
            "--exact",
            "crash::till_that_gets_killed",
            "--nocapture",
            "--test-threads=1",
        ])
        .env(FOLDER, folder)
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .unwrap();
    // The harness may have written the test's name before the first one.
    let mut said = BufReader::new(till.stdout.take().unwrap())
        .lines()
        .map_while(Result::ok)
        .filter_map(|line| line.split_once("done ").map(|(_, id)| id.to_owned()))
        .filter(|id| id.len() == 36);
    let mut done: Vec<String> = said.by_ref().take(hear).collect();
    std::thread::sleep(then);
    till.kill().unwrap(); // SIGKILL
    till.wait().unwrap();
    done.extend(said);
    assert!(
        done.len() >= hear,
        "the till stopped by itself after {} visits",
        done.len()
    );
    done
}
