//! A full disk refuses the write, loses nothing, and works again when there is room.

#![cfg(target_os = "linux")]

use std::{
    path::{Path, PathBuf},
    process::Command,
};

use regulars_core::{Code, Store, WriteRequest, id::RequestId, member::MemberDraft};

use crate::shop::{MORNING, cafe, instant, named, ten_stamps, visit_of};

/// A disk of one megabyte in memory. Only root can have one; others skip these
/// tests, visibly.
struct SmallDisk {
    folder: tempfile::TempDir,
}

impl SmallDisk {
    fn mount() -> Option<Self> {
        let folder = tempfile::tempdir().unwrap();
        let mounted = Command::new("mount")
            .args(["-t", "tmpfs", "-o", "size=1280k", "tmpfs"])
            .arg(folder.path())
            .output()
            .is_ok_and(|output| output.status.success());
        if !mounted {
            eprintln!("skipped: mounting a small disk needs root");
        }
        mounted.then_some(Self { folder })
    }

    fn path(&self) -> &Path {
        self.folder.path()
    }

    /// A file that takes all the room that is left.
    fn fill(&self) -> PathBuf {
        use std::io::Write;
        let path = self.path().join("holiday.mp4");
        let mut file = std::fs::File::create(&path).unwrap();
        while file.write_all(&[1; 512]).is_ok() {}
        path
    }
}

impl Drop for SmallDisk {
    fn drop(&mut self) {
        let _ = Command::new("umount").arg(self.folder.path()).output();
    }
}

fn request() -> WriteRequest {
    WriteRequest {
        request_id: RequestId::random(),
        now_ms: instant(MORNING),
    }
}

/// A guest with notes, so that the disk is soon full.
fn guest(at: usize) -> MemberDraft {
    MemberDraft {
        notes: Some("note ".repeat(300)),
        ..named(&format!("Guest {at}"))
    }
}

#[test]
fn a_full_disk_says_so_loses_nothing_and_works_again_with_room() {
    let Some(disk) = SmallDisk::mount() else {
        return;
    };
    let store = Store::open(disk.path(), instant(MORNING)).unwrap();
    store
        .create_shop(request(), &cafe(), &ten_stamps(), false)
        .unwrap();
    let ballast = disk.path().join("ballast");
    std::fs::write(&ballast, vec![0; 300_000]).unwrap();

    let mut enrolled = Vec::new();
    let (refused, draft) = loop {
        let (request, draft) = (request(), guest(enrolled.len()));
        match store.enrol(request, &draft, true) {
            Ok(done) => enrolled.push(done.member_id),
            Err(error) => {
                assert_eq!(error.code(), Code::DiskFull, "{error}");
                break (request, draft);
            }
        }
        assert!(enrolled.len() < 5_000, "the disk never filled");
    };
    assert!(!enrolled.is_empty());
    // Again and again, with the disk still full: the same answer, no harm.
    for _ in 0..3 {
        assert_eq!(
            store.enrol(refused, &draft, true).unwrap_err().code(),
            Code::DiskFull
        );
    }
    // What is there can still be read.
    for member in &enrolled {
        assert!(store.glance(*member, instant(MORNING)).is_ok());
    }
    std::fs::remove_file(ballast).unwrap();
    let late = store.enrol(refused, &draft, true).unwrap();
    store
        .record_visit(request(), &visit_of(late.member_id))
        .unwrap();
    let verdict = store.verify().unwrap();
    assert!(verdict.ok(), "{:#?}", verdict.problems);
    drop(store);

    let reopened = Store::open(disk.path(), instant(MORNING)).unwrap();
    assert!(reopened.verify().unwrap().ok());
    let members: usize = reopened.member_count().unwrap().try_into().unwrap();
    assert_eq!(members, enrolled.len() + 1);
}

#[test]
fn a_shop_opens_and_is_read_while_the_disk_is_full() {
    let Some(disk) = SmallDisk::mount() else {
        return;
    };
    let store = Store::open(disk.path(), instant(MORNING)).unwrap();
    store
        .create_shop(request(), &cafe(), &ten_stamps(), false)
        .unwrap();
    let anna = store
        .enrol(request(), &named("Anna"), true)
        .unwrap()
        .member_id;
    drop(store);
    let ballast = disk.path().join("ballast");
    std::fs::write(&ballast, vec![0; 40_000]).unwrap(); // room for SQLite's index of the log
    let filler = disk.fill();
    std::fs::remove_file(ballast).unwrap();

    let store = Store::open(disk.path(), instant(MORNING)).unwrap();
    assert_eq!(store.member(anna).unwrap().name, "Anna");
    let refused = loop {
        if let Err(error) = store.enrol(request(), &guest(0), true) {
            break error;
        }
    };
    assert_eq!(refused.code(), Code::DiskFull, "{refused}");
    std::fs::remove_file(filler).unwrap();
    store.record_visit(request(), &visit_of(anna)).unwrap();
    assert!(store.verify().unwrap().ok());
}

#[test]
fn no_room_for_a_new_shop_is_said_and_left_ready_for_a_second_try() {
    let Some(disk) = SmallDisk::mount() else {
        return;
    };
    let filler = disk.fill();
    let error = Store::open(disk.path(), instant(MORNING)).unwrap_err();
    assert_eq!(error.code(), Code::DiskFull, "{error}");
    std::fs::remove_file(filler).unwrap();
    let store = Store::open(disk.path(), instant(MORNING)).unwrap();
    store
        .create_shop(request(), &cafe(), &ten_stamps(), false)
        .unwrap();
    assert!(store.verify().unwrap().ok());
}
