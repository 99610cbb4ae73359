//! What lies in the data folder is not always ours, or whole. Whatever it is, it
//! is refused with its own code and left as it was, to the byte.

use std::{
    collections::BTreeMap,
    fs,
    path::{Path, PathBuf},
};

use regulars_core::{Code, Store, WriteRequest, id::RequestId, storage::DATABASE_FILE};
use rusqlite::Connection;

use crate::shop::{MORNING, Shop, cafe, instant, named, quick_folder, refusal, ten_stamps};

fn now() -> i64 {
    instant(MORNING)
}

/// Every file of a folder, byte for byte.
fn contents(folder: &Path) -> BTreeMap<PathBuf, Vec<u8>> {
    fs::read_dir(folder)
        .unwrap()
        .map(|entry| entry.unwrap().path())
        .map(|path| (path.clone(), fs::read(path).unwrap()))
        .collect()
}

/// Opens a folder that must be refused, and compares every byte in it.
#[track_caller]
fn refused_untouched(folder: &Path, code: Code) {
    let before = contents(folder);
    for _ in 0..2 {
        let error = Store::open(folder, now()).expect_err("should be refused");
        assert_eq!(error.code(), code, "{error}");
        assert!(
            error.args().iter().any(|(name, _)| *name == "path"),
            "says which file: {error}"
        );
    }
    assert!(contents(folder) == before, "the folder was changed");
}

/// The bytes of a shop's database with some history, all in one file.
fn shop_file() -> Vec<u8> {
    let shop = Shop::open();
    for at in 0..40 {
        let member = shop.enrol(&format!("Guest {at}"));
        shop.stamp(member, 3);
    }
    let folder = quick_folder();
    crate::shop::copy_files(shop.folder.path(), folder.path());
    // Opening and closing alone brings the log into the file.
    drop(Store::open(folder.path(), now()).unwrap());
    assert!(!folder.path().join("regulars.db-wal").exists());
    fs::read(folder.path().join(DATABASE_FILE)).unwrap()
}

fn folder_with(bytes: &[u8]) -> tempfile::TempDir {
    let folder = quick_folder();
    fs::write(folder.path().join(DATABASE_FILE), bytes).unwrap();
    folder
}

#[test]
fn another_programs_database_is_left_alone() {
    for mode in ["delete", "wal"] {
        let folder = quick_folder();
        let other = Connection::open(folder.path().join(DATABASE_FILE)).unwrap();
        other.pragma_update(None, "journal_mode", mode).unwrap();
        other
            .execute_batch("CREATE TABLE recipe (x); INSERT INTO recipe VALUES ('salt')")
            .unwrap();
        drop(other);
        refused_untouched(folder.path(), Code::ForeignDatabase);
    }
}

#[test]
fn another_programs_database_with_a_log_is_left_alone_too() {
    let source = quick_folder();
    let other = Connection::open(source.path().join(DATABASE_FILE)).unwrap();
    other
        .execute_batch(
            "CREATE TABLE recipe (x); PRAGMA journal_mode = wal; INSERT INTO recipe VALUES ('salt')",
        )
        .unwrap();
    // As after a crash: file and log, nobody there.
    let folder = quick_folder();
    crate::shop::copy_files(source.path(), folder.path());
    assert!(folder.path().join("regulars.db-wal").exists());
    refused_untouched(folder.path(), Code::ForeignDatabase);
}

#[test]
fn a_database_that_names_another_application_is_foreign_even_if_empty() {
    let folder = quick_folder();
    let other = Connection::open(folder.path().join(DATABASE_FILE)).unwrap();
    other
        .execute_batch("PRAGMA application_id = 7; PRAGMA user_version = 3;")
        .unwrap();
    drop(other);
    refused_untouched(folder.path(), Code::ForeignDatabase);
}

#[test]
fn what_is_no_database_is_foreign() {
    for bytes in [
        b"hello".to_vec(),
        b"SQLite format 2 and a tale".to_vec(),
        b"PK\x03\x04".to_vec(),
        vec![0; 4_096],
        vec![0xff; 100_000],
    ] {
        refused_untouched(folder_with(&bytes).path(), Code::ForeignDatabase);
    }
}

#[test]
fn a_newer_version_is_left_alone() {
    let mut bytes = shop_file();
    bytes[60..64].copy_from_slice(&99_u32.to_be_bytes());
    refused_untouched(folder_with(&bytes).path(), Code::NewerDatabase);
}

#[test]
fn a_newer_version_that_is_still_in_the_log_is_noticed() {
    let source = folder_with(&shop_file());
    let db = Connection::open(source.path().join(DATABASE_FILE)).unwrap();
    db.execute_batch("PRAGMA journal_mode = wal; PRAGMA user_version = 99;")
        .unwrap();
    let folder = quick_folder();
    crate::shop::copy_files(source.path(), folder.path());
    drop(db);
    assert_eq!(
        refusal(Store::open(folder.path(), now())),
        Code::NewerDatabase
    );
    let db = Connection::open(folder.path().join(DATABASE_FILE)).unwrap();
    let version: i64 = db
        .query_row("PRAGMA user_version", [], |row| row.get(0))
        .unwrap();
    let members: i64 = db
        .query_row("SELECT count(*) FROM member", [], |row| row.get(0))
        .unwrap();
    assert_eq!((version, members), (99, 40), "nothing of it is lost");
}

#[test]
fn a_file_that_was_cut_is_damaged_wherever_it_was_cut() {
    let bytes = shop_file();
    let page = 4_096;
    assert!(bytes.len() > 10 * page);
    for length in [
        3,
        16,
        60,
        99,
        100,
        page / 2,
        page,
        page + 1,
        2 * page,
        bytes.len() / 2,
        bytes.len() - page,
        bytes.len() - page / 2,
        bytes.len() - 1,
    ] {
        refused_untouched(folder_with(&bytes[..length]).path(), Code::DamagedDatabase);
    }
}

#[test]
fn a_file_cut_to_nothing_beside_its_log_is_damaged_not_new() {
    let shop = Shop::open();
    shop.enrol("Anna");
    let folder = quick_folder();
    crate::shop::copy_files(shop.folder.path(), folder.path());
    fs::write(folder.path().join(DATABASE_FILE), b"").unwrap();
    assert!(folder.path().join("regulars.db-wal").exists());
    refused_untouched(folder.path(), Code::DamagedDatabase);
}

#[test]
fn a_file_emptied_by_something_else_is_damaged_not_new() {
    refused_untouched(folder_with(b"").path(), Code::DamagedDatabase);
}

#[test]
fn a_new_folder_holds_a_marked_database_and_nothing_else() {
    let folder = quick_folder();
    let store = Store::open(folder.path(), now()).unwrap();
    assert!(!store.has_shop().unwrap());
    drop(store);
    let names: Vec<_> = contents(folder.path())
        .into_keys()
        .map(|path| path.file_name().unwrap().to_owned())
        .collect();
    assert_eq!(names, [DATABASE_FILE]);
}

#[test]
fn opening_a_new_folder_twice_at_once_makes_one_database() {
    let folder = quick_folder();
    std::thread::scope(|scope| {
        for _ in 0..8 {
            scope.spawn(|| Store::open(folder.path(), now()).unwrap());
        }
    });
    assert!(
        !Store::open(folder.path(), now())
            .unwrap()
            .has_shop()
            .unwrap()
    );
    let drafts = fs::read_dir(folder.path())
        .unwrap()
        .filter(|entry| {
            let name = entry.as_ref().unwrap().file_name();
            name.to_string_lossy().contains(".new-")
        })
        .count();
    assert_eq!(drafts, 0);
}

#[test]
fn overwritten_pages_are_found_by_verify_or_on_opening() {
    let bytes = shop_file();
    for page in 1..bytes.len() / 4_096 {
        let mut bytes = bytes.clone();
        bytes[page * 4_096..(page + 1) * 4_096].fill(0xa5);
        let folder = folder_with(&bytes);
        match Store::open(folder.path(), now()) {
            Err(error) => assert_eq!(error.code(), Code::DamagedDatabase, "page {page}: {error}"),
            Ok(store) => match store.verify() {
                Err(error) => {
                    assert_eq!(error.code(), Code::DamagedDatabase, "page {page}: {error}")
                }
                Ok(verdict) => assert!(!verdict.ok(), "page {page} was overwritten unnoticed"),
            },
        }
    }
}

#[test]
fn a_changed_schema_is_not_this_programs() {
    let folder = folder_with(&shop_file());
    let db = Connection::open(folder.path().join(DATABASE_FILE)).unwrap();
    db.execute_batch("UPDATE migration SET sha256 = zeroblob(32)")
        .unwrap();
    drop(db);
    assert_eq!(
        refusal(Store::open(folder.path(), now())),
        Code::DamagedDatabase
    );
}

#[test]
fn a_folder_that_cannot_be_is_refused() {
    let folder = quick_folder();
    fs::write(folder.path().join("file"), b"x").unwrap();
    for data_dir in [folder.path().join("file"), folder.path().join("file/below")] {
        assert_eq!(refusal(Store::open(&data_dir, now())), Code::ReadOnly);
    }
    assert_eq!(fs::read(folder.path().join("file")).unwrap(), b"x");
    #[cfg(target_os = "linux")]
    for nowhere in ["/proc/regulars", "/proc", "/sys/kernel"] {
        // Not even root writes here.
        assert_eq!(
            refusal(Store::open(Path::new(nowhere), now())),
            Code::ReadOnly,
            "{nowhere}"
        );
    }
}

#[test]
fn a_folder_in_place_of_the_database_is_refused() {
    let folder = quick_folder();
    fs::create_dir(folder.path().join(DATABASE_FILE)).unwrap();
    assert!(Store::open(folder.path(), now()).is_err());
    assert!(folder.path().join(DATABASE_FILE).is_dir());
}

#[test]
fn missing_folders_are_made_also_with_strange_names() {
    let folder = quick_folder();
    for name in [
        "deep/er",
        "with space",
        "Кафе ☕",
        "q?mode=memory",
        "a#b%20c",
        "file:x",
    ] {
        let data_dir = folder.path().join(name);
        let store = Store::open(&data_dir, now()).unwrap();
        assert!(data_dir.join(DATABASE_FILE).is_file(), "{name}");
        assert!(!store.has_shop().unwrap());
    }
}

#[test]
fn the_file_carries_our_mark_and_survives_power_cuts_by_its_settings() {
    let shop = Shop::open();
    assert_eq!(shop.number("PRAGMA application_id"), 0x5247_4c53);
    assert_eq!(shop.number("PRAGMA user_version"), 4);
    let mode: String = shop
        .store
        .read(|db| Ok(db.query_row("PRAGMA journal_mode", [], |row| row.get(0))?))
        .unwrap();
    assert_eq!(mode, "wal");
}

#[test]
fn a_reader_cannot_write() {
    let shop = Shop::open();
    let outcome = shop
        .store
        .read(|db| Ok(db.execute("DELETE FROM member", [])?));
    assert_eq!(refusal(outcome), Code::ReadOnly);
}

#[test]
fn before_there_is_a_shop_everything_says_so() {
    let folder = quick_folder();
    let store = Store::open(folder.path(), now()).unwrap();
    let request = || regulars_core::WriteRequest {
        request_id: regulars_core::id::RequestId::random(),
        now_ms: now(),
    };
    assert_eq!(refusal(store.settings()), Code::NoShop);
    assert_eq!(refusal(store.shop()), Code::NoShop);
    assert_eq!(refusal(store.daily_run(request())), Code::NoShop);
    assert_eq!(refusal(store.till_today(now())), Code::NoShop);
    assert_eq!(
        refusal(store.enrol(request(), &crate::shop::named("Anna"), false)),
        Code::NoShop
    );
    assert!(store.verify().unwrap().ok());
    let mut wrong = cafe();
    wrong.currency = "XAU".into();
    assert_eq!(
        refusal(store.create_shop(request(), &wrong, &ten_stamps(), false)),
        Code::BadCurrency
    );
    assert!(!store.has_shop().unwrap(), "a refused shop leaves nothing");
    store
        .create_shop(request(), &cafe(), &ten_stamps(), false)
        .unwrap();
}

#[test]
fn after_a_clean_end_the_whole_shop_is_in_its_one_file() {
    let folder = tempfile::tempdir().unwrap();
    let ask = || WriteRequest {
        request_id: RequestId::random(),
        now_ms: instant(MORNING),
    };
    let member = {
        let store = Store::open(folder.path(), instant(MORNING)).unwrap();
        store
            .create_shop(ask(), &cafe(), &ten_stamps(), false)
            .unwrap();
        let enrolled = store.enrol(ask(), &named("Anna"), false).unwrap();
        // A reader that stays open beside the writer until the end.
        store.member(enrolled.member_id).unwrap();
        enrolled.member_id
    };
    let copy = tempfile::tempdir().unwrap();
    fs::copy(
        folder.path().join(DATABASE_FILE),
        copy.path().join(DATABASE_FILE),
    )
    .unwrap();
    let copied = Store::open(copy.path(), instant(MORNING)).unwrap();
    assert_eq!(copied.member(member).unwrap().name, "Anna");
}

#[cfg(unix)]
#[test]
fn nobody_else_at_the_pc_reads_the_guests() {
    use std::os::unix::fs::PermissionsExt;
    let shop = Shop::open();
    shop.enrol("Anna");
    let files: Vec<_> = fs::read_dir(shop.folder.path())
        .unwrap()
        .map(|entry| entry.unwrap())
        .collect();
    assert!(files.len() > 1, "the log lies beside it");
    for file in files {
        let mode = file.metadata().unwrap().permissions().mode();
        assert_eq!(mode & 0o077, 0, "{}", file.path().display());
    }
}
