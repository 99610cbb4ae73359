//! Two programs on one file: the app, and the command line beside it.

use std::{collections::BTreeSet, path::Path, sync::Barrier, thread};

use regulars_core::{Code, Store, WriteRequest, id::RequestId, visit::VisitDraft};
use rusqlite::Connection;

use crate::shop::{MORNING, Shop, cafe, instant, quick_folder, ten_stamps, visit_of};

fn request(now_ms: i64) -> WriteRequest {
    WriteRequest {
        request_id: RequestId::random(),
        now_ms,
    }
}

#[test]
fn writers_take_turns_and_no_update_is_lost() {
    const WRITERS: usize = 4;
    const VISITS: usize = 25;
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let second = Store::open(shop.folder.path(), shop.now()).unwrap();
    let stores = [&shop.store, &second];
    let start = Barrier::new(WRITERS);
    thread::scope(|scope| {
        for writer in 0..WRITERS {
            let (store, start, now_ms) = (stores[writer % 2], &start, shop.now());
            scope.spawn(move || {
                start.wait();
                for at in 0..VISITS {
                    let draft = VisitDraft {
                        amount_minor: Some(100),
                        confirmed: true,
                        ..visit_of(anna)
                    };
                    let now_ms = now_ms + i64::try_from(at).unwrap() * 1_000;
                    store.record_visit(request(now_ms), &draft).unwrap();
                }
            });
        }
    });
    let visits = WRITERS * VISITS;
    let glance = shop.glance(anna);
    assert_eq!(glance.stats.visits as usize, visits);
    assert_eq!(
        glance.stats.spend_minor,
        100 * i64::try_from(visits).unwrap()
    );
    assert_eq!((glance.card.balance, glance.grants.len()), (0, visits / 10));
    let numbers: Vec<i64> = shop
        .store
        .read(|db| {
            let mut statement = db.prepare("SELECT till_seq FROM change ORDER BY rid")?;
            Ok(statement
                .query_map([], |row| row.get(0))?
                .collect::<Result<_, _>>()?)
        })
        .unwrap();
    let expected: Vec<i64> = (1..=i64::try_from(numbers.len()).unwrap()).collect();
    assert_eq!(numbers, expected, "in order, without a gap");
}

#[test]
fn what_one_writes_the_other_sees_at_once() {
    let shop = Shop::open();
    let second = Store::open(shop.folder.path(), shop.now()).unwrap();
    let anna = shop.enrol("Anna");
    assert_eq!(second.search("anna", 5, shop.today()).unwrap()[0].id, anna);
    second.record_visit(shop.ask(), &visit_of(anna)).unwrap();
    assert_eq!(shop.balance(anna), 1);
    let twin = shop.enrol("Anna K.");
    second.merge_members(shop.ask(), anna, twin).unwrap();
    shop.assert_sound();
    assert!(second.verify().unwrap().ok());
}

#[test]
fn one_reward_asked_for_at_two_tills_is_handed_over_once() {
    for _ in 0..5 {
        let shop = Shop::open();
        let anna = shop.enrol("Anna");
        shop.stamp(anna, 10);
        let grant = shop.reward(anna);
        let second = Store::open(shop.folder.path(), shop.now()).unwrap();
        let start = Barrier::new(4);
        let outcomes: Vec<_> = thread::scope(|scope| {
            let threads: Vec<_> = [&shop.store, &second, &shop.store, &second]
                .into_iter()
                .map(|store| {
                    let (start, now_ms) = (&start, shop.now());
                    scope.spawn(move || {
                        start.wait();
                        store
                            .redeem(request(now_ms), grant, None)
                            .map_err(|error| error.code())
                    })
                })
                .collect();
            threads
                .into_iter()
                .map(|thread| thread.join().unwrap())
                .collect()
        });
        assert_eq!(outcomes.iter().filter(|outcome| outcome.is_ok()).count(), 1);
        assert!(
            outcomes
                .iter()
                .all(|outcome| !matches!(outcome, Err(code) if *code != Code::GrantRedeemed))
        );
    }
}

#[test]
fn one_request_sent_by_two_at_once_is_done_once() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let second = Store::open(shop.folder.path(), shop.now()).unwrap();
    let request = shop.ask();
    let start = Barrier::new(4);
    let answers: Vec<_> = thread::scope(|scope| {
        let threads: Vec<_> = [&shop.store, &second, &shop.store, &second]
            .into_iter()
            .map(|store| {
                let start = &start;
                scope.spawn(move || {
                    start.wait();
                    store.record_visit(request, &visit_of(anna)).unwrap()
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap())
            .collect()
    });
    assert!(answers.windows(2).all(|pair| pair[0] == pair[1]));
    assert_eq!(shop.balance(anna), 1);
}

#[test]
fn readers_see_whole_changes_while_others_write() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let writer = Store::open(shop.folder.path(), shop.now()).unwrap();
    let done = std::sync::atomic::AtomicBool::new(false);
    thread::scope(|scope| {
        let (done, now_ms) = (&done, shop.now());
        scope.spawn(move || {
            for _ in 0..40 {
                let draft = VisitDraft {
                    amount_minor: Some(100),
                    stamps: Some(3),
                    confirmed: true,
                    ..visit_of(anna)
                };
                writer.record_visit(request(now_ms), &draft).unwrap();
            }
            done.store(true, std::sync::atomic::Ordering::Release);
        });
        while !done.load(std::sync::atomic::Ordering::Acquire) {
            let glance = shop.store.glance(anna, now_ms).unwrap();
            let visits = i64::from(glance.stats.visits);
            assert_eq!(glance.stats.spend_minor, visits * 100);
            let unlocked = i64::try_from(glance.grants.len()).unwrap();
            assert_eq!(glance.card.balance + unlocked * 10, visits * 3);
        }
    });
}

/// The folder's shop, opened six times in the same moment.
fn open_at_once(folder: &Path) -> Vec<Store> {
    let start = Barrier::new(6);
    thread::scope(|scope| {
        let threads: Vec<_> = (0..6)
            .map(|_| {
                scope.spawn(|| {
                    start.wait();
                    Store::open(folder, instant(MORNING))
                })
            })
            .collect();
        threads
            .into_iter()
            .map(|thread| thread.join().unwrap().unwrap())
            .collect()
    })
}

#[test]
fn a_backup_put_back_may_be_opened_by_many_at_once() {
    let shop = Shop::open();
    let anna = shop.enrol("Anna");
    let database = Connection::open(shop.folder.path().join("regulars.db")).unwrap();
    for _ in 0..8 {
        let folder = quick_folder();
        let copy = folder.path().join("regulars.db");
        // Such a copy is not in WAL mode, whatever the database is in.
        database
            .execute("VACUUM INTO ?1", [copy.to_str().unwrap()])
            .unwrap();
        for store in open_at_once(folder.path()) {
            let name = store.glance(anna, shop.now()).unwrap().member.name;
            assert_eq!(name, "Anna");
        }
    }
}

#[test]
fn a_new_folder_opened_by_many_at_once_becomes_one_shop() {
    for _ in 0..8 {
        let folder = quick_folder();
        let stores = open_at_once(folder.path());
        let made: Vec<_> = stores
            .iter()
            .map(|store| {
                store
                    .create_shop(request(instant(MORNING)), &cafe(), &ten_stamps(), false)
                    .map(|_| ())
                    .map_err(|error| error.code())
            })
            .collect();
        assert_eq!(made[0], Ok(()));
        assert!(
            made[1..]
                .iter()
                .all(|outcome| *outcome == Err(Code::ShopExists))
        );
        let tills: BTreeSet<i64> = stores
            .iter()
            .map(|store| {
                store
                    .read(|db| Ok(db.query_row("SELECT count(*) FROM till", [], |row| row.get(0))?))
                    .unwrap()
            })
            .collect();
        assert_eq!(tills, BTreeSet::from([1]));
    }
}
