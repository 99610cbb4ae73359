//! `verify` is worth something only if it notices. Each test alters one thing
//! behind the core's back; and the history refuses to be altered at all.

use regulars_core::{Store, verify::PROBLEM_CODES};
use rusqlite::Connection;

use crate::shop::{Shop, copy_files, quick_folder};

/// A shop with a bit of everything, and its folder.
fn lived_in() -> Shop {
    let shop = Shop::open();
    let (anna, bela) = (shop.enrol("Anna"), shop.enrol("Béla"));
    let visit = shop.buy(anna, 1_000, 12);
    shop.redeem(shop.reward(anna)).unwrap();
    shop.refund(visit, 500);
    shop.stamp(bela, 13);
    let voided = shop.stamp(bela, 1).visit.id;
    shop.void(voided);
    let twin = shop.enrol("Bella");
    shop.stamp(twin, 4);
    shop.merge(bela, twin);
    shop
}

/// A raw connection to a copy of the shop's file, its guards taken off.
fn unguarded(shop: &Shop) -> (tempfile::TempDir, Connection) {
    let folder = quick_folder();
    copy_files(shop.folder.path(), folder.path());
    let db = Connection::open(folder.path().join("regulars.db")).unwrap();
    db.execute_batch(
        "PRAGMA foreign_keys = OFF; PRAGMA ignore_check_constraints = ON;
         DROP TRIGGER change_no_update; DROP TRIGGER change_no_delete;
         DROP TRIGGER entry_no_update; DROP TRIGGER entry_no_delete;
         DROP TRIGGER program_version_no_update; DROP TRIGGER program_version_no_delete;",
    )
    .unwrap();
    (folder, db)
}

#[test]
fn verify_notices_every_kind_of_tampering() {
    let shop = lived_in();
    shop.assert_sound();
    let any = |table: &str, condition: &str| {
        format!("rowid = (SELECT rowid FROM {table} WHERE {condition} LIMIT 1)")
    };
    let entry = |condition: &str| any("entry", condition);
    let by_id = |table: &str, condition: &str| {
        format!("id = (SELECT id FROM {table} WHERE {condition} LIMIT 1)")
    };
    let tampered: Vec<(String, &str)> = vec![
        (format!("UPDATE account SET balance = balance + 1 WHERE {}", by_id("account", "1")), "balance"),
        (format!("UPDATE lot SET remaining = remaining + 1 WHERE {}", by_id("lot", "remaining > 0")), "lot"),
        (format!("UPDATE lot SET remaining = -1 WHERE {}", by_id("lot", "remaining = 0")), "lot"),
        (format!("DELETE FROM lot WHERE {}", by_id("lot", "1")), "lot"),
        (
            "UPDATE lot SET account_id = (SELECT id FROM account a WHERE a.id <> lot.account_id LIMIT 1)
             WHERE remaining > 0".into(),
            "account",
        ),
        (format!("UPDATE reward_grant SET status = 'available' WHERE {}", by_id("reward_grant", "status = 'redeemed'")), "grant"),
        (format!("UPDATE reward_grant SET status = 'redeemed' WHERE {}", by_id("reward_grant", "status = 'available'")), "grant"),
        ("UPDATE reward_grant SET turn = turn + 1".into(), "grant"),
        ("DELETE FROM reward_grant WHERE status = 'available'".into(), "reward_grant"),
        (format!("UPDATE visit SET stamps = stamps + 1 WHERE {}", by_id("visit", "status = 'ok'")), "visit"),
        (format!("UPDATE visit SET rewards = rewards + 1 WHERE {}", by_id("visit", "status = 'ok'")), "visit"),
        (format!("UPDATE visit SET amount_minor = amount_minor + 1 WHERE {}", by_id("visit", "amount_minor > 0")), "member"),
        (format!("UPDATE visit SET refunded_minor = 0 WHERE {}", by_id("visit", "refunded_minor > 0")), "member"),
        (format!("UPDATE visit SET status = 'void' WHERE {}", by_id("visit", "status = 'ok'")), "member"),
        ("UPDATE visit SET at_ms = at_ms + 1".into(), "member"),
        (format!("DELETE FROM visit WHERE {}", by_id("visit", "status = 'ok'")), "visit"),
        ("UPDATE member SET spend_minor = spend_minor + 1 WHERE rid = 1".into(), "member"),
        ("UPDATE member SET visit_count = visit_count + 1 WHERE rid = 1".into(), "member"),
        ("UPDATE member SET last_visit_on = '2026-03-01' WHERE rid = 1".into(), "member"),
        ("UPDATE member SET name = 'Eve' WHERE rid = 1".into(), "folded"),
        ("UPDATE member SET name = 'Eve', name_folded = 'eve' WHERE rid = 1".into(), "search_word"),
        ("UPDATE change SET payload = replace(payload, '1000', '9000') WHERE op = 'visit.record'".into(), "payload"),
        ("DELETE FROM change WHERE till_seq = 3".into(), "missing"),
        ("DELETE FROM change WHERE till_seq = (SELECT max(till_seq) FROM change)".into(), "till"),
        ("DELETE FROM change WHERE till_seq = 1".into(), "missing"),
        ("UPDATE till SET last_seq = last_seq + 1".into(), "till"),
        (format!("UPDATE entry SET units = units + 1 WHERE {}", entry("kind = 'earn' AND unit = 'stamp'")), "balance"),
        (format!("DELETE FROM entry WHERE {}", entry("kind = 'redeem' AND unit = 'grant'")), "grant"),
        (format!("DELETE FROM entry WHERE {}", entry("kind = 'reverse'")), "balance"),
        (
            "INSERT INTO entry (id, account_id, kind, unit, units, grant_id, grant_turn, program_version_id, at_ms, business_date, change_id)
             SELECT randomblob(16), account_id, kind, unit, units, grant_id, grant_turn + 1, program_version_id, at_ms, business_date, change_id
             FROM entry WHERE kind = 'redeem' AND unit = 'grant' LIMIT 1".into(),
            "grant",
        ),
        (
            // A stamp from one lot to another: the account's sum stays.
            "UPDATE lot SET remaining = remaining + CASE id
                 WHEN (SELECT min(id) FROM lot WHERE remaining > 0) THEN 1
                 WHEN (SELECT max(id) FROM lot WHERE remaining > 0) THEN -1 ELSE 0 END
             WHERE remaining > 0"
                .into(),
            "lot",
        ),
        (
            // A refund is made to take back what another visit earned.
            "UPDATE entry SET reverses =
                 (SELECT id FROM entry WHERE kind = 'earn' AND unit = 'stamp' AND units = 1)
             WHERE kind = 'reverse' AND units < -1"
                .into(),
            "taken_back",
        ),
        ("UPDATE card SET member_id = randomblob(16)".into(), "card"),
    ];
    for (sql, word) in tampered {
        let (folder, db) = unguarded(&shop);
        let changed = db
            .execute(&sql, [])
            .unwrap_or_else(|error| panic!("{sql}: {error}"));
        assert!(changed > 0, "nothing to tamper with: {sql}");
        drop(db);
        let verdict = Store::open(folder.path(), shop.now())
            .unwrap()
            .verify()
            .unwrap();
        assert!(!verdict.ok(), "unnoticed: {sql}");
        let told = verdict
            .problems
            .iter()
            .any(|problem| problem.to_string().contains(word));
        for problem in &verdict.problems {
            assert!(PROBLEM_CODES.contains(&problem.code), "{problem}");
        }
        assert!(
            told,
            "{sql}: no word of {word:?} in {:#?}",
            verdict.problems
        );
    }
}

#[test]
fn verify_names_no_more_than_a_thousand_problems() {
    let shop = Shop::open();
    let (folder, db) = unguarded(&shop);
    db.execute_batch(
        "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 2500)
         INSERT INTO member (id, name, joined_on, created_at_ms, name_folded, visit_count)
         SELECT randomblob(16), 'x', '2026-03-02', 0, 'wrong', 7 FROM n",
    )
    .unwrap();
    drop(db);
    let verdict = Store::open(folder.path(), shop.now())
        .unwrap()
        .verify()
        .unwrap();
    assert_eq!(verdict.problems.len(), 1_000);
    assert!(verdict.checked > 2_500);
}

#[test]
fn history_cannot_be_altered_even_past_the_core() {
    let shop = lived_in();
    let folder = quick_folder();
    copy_files(shop.folder.path(), folder.path());
    let db = Connection::open(folder.path().join("regulars.db")).unwrap();
    for sql in [
        "UPDATE change SET at_ms = 0",
        "UPDATE change SET payload = ''",
        "DELETE FROM change",
        "UPDATE entry SET units = 100 WHERE units > 0",
        "UPDATE entry SET reason = 'x'",
        "DELETE FROM entry",
        "UPDATE program_version SET rules = '{}'",
        "DELETE FROM program_version",
    ] {
        let error = db.execute(sql, []).unwrap_err();
        let text = error.to_string();
        assert!(
            text.contains("append-only") || text.contains("immutable"),
            "{sql}: {text}"
        );
    }
    // REPLACE deletes without asking the delete trigger, unless recursive triggers are on.
    let replaced = db.execute(
        "INSERT OR REPLACE INTO entry SELECT * FROM entry LIMIT 1",
        [],
    );
    let same: i64 = db
        .query_row("SELECT count(*) FROM entry", [], |row| row.get(0))
        .unwrap();
    assert_eq!(
        same,
        shop.number("SELECT count(*) FROM entry"),
        "{replaced:?}"
    );
}

#[test]
fn the_schema_itself_forbids_a_second_redemption_and_a_negative_lot() {
    let shop = lived_in();
    let folder = quick_folder();
    copy_files(shop.folder.path(), folder.path());
    let db = Connection::open(folder.path().join("regulars.db")).unwrap();
    let again = "INSERT INTO entry (id, account_id, kind, unit, units, grant_id, grant_turn, program_version_id, at_ms, business_date, change_id)
                 SELECT randomblob(16), account_id, kind, unit, units, grant_id, grant_turn, program_version_id, at_ms, business_date, change_id
                 FROM entry WHERE kind = 'redeem' AND unit = 'grant' LIMIT 1";
    for sql in [
        again,
        "UPDATE lot SET remaining = -1",
        "UPDATE visit SET refunded_minor = amount_minor + 1 WHERE amount_minor IS NOT NULL",
        "UPDATE visit SET amount_minor = -1",
        "UPDATE member SET phone = '+36305550142' WHERE status <> 'merged'",
        "INSERT INTO change SELECT NULL, randomblob(16), till_id, till_seq, at_ms, business_date, operator_id, op,
                randomblob(16), member_id, undoes, payload, payload_hash, result FROM change LIMIT 1",
    ] {
        let error = db.execute(sql, []).unwrap_err();
        assert_eq!(error.sqlite_error_code(), Some(rusqlite::ErrorCode::ConstraintViolation), "{sql}: {error}");
    }
}
