//! Bringing a database to the current schema: numbered, embedded, checksummed,
//! one transaction each, with a backup before.

use std::path::Path;

use rusqlite::{Connection, TransactionBehavior, params};
use sha2::{Digest, Sha256};

use super::create;
use crate::error::{Code, Error, Result};

/// One step of the schema. Steps are only ever appended.
#[derive(Debug, Clone, Copy)]
pub(super) struct Migration {
    pub(super) name: &'static str,
    pub(super) sql: &'static str,
}

/// All steps; the n-th brings the database to `user_version` n.
pub(super) const MIGRATIONS: &[Migration] = &[
    Migration {
        name: "0001_initial",
        sql: include_str!("../../../../../migrations/0001_initial.sql"),
    },
    Migration {
        name: "0002_schedule",
        sql: include_str!("../../../../../migrations/0002_schedule.sql"),
    },
    Migration {
        name: "0003_outbox",
        sql: include_str!("../../../../../migrations/0003_outbox.sql"),
    },
    Migration {
        name: "0004_send_again",
        sql: include_str!("../../../../../migrations/0004_send_again.sql"),
    },
];

/// The version this build writes.
#[allow(clippy::cast_possible_wrap)] // a handful of migrations
pub(super) const LATEST: i64 = MIGRATIONS.len() as i64;

/// Applies what is missing.
///
/// # Errors
/// `damaged_database` if a step that was applied has another text now; errors of
/// the disk. A step that fails leaves the version before it.
pub(super) fn run(
    connection: &mut Connection,
    path: &Path,
    migrations: &[Migration],
    now_ms: i64,
) -> Result<()> {
    let done = {
        // One state for both: another process may be at work on the same steps.
        let state = connection.transaction()?;
        let done = version(&state)?;
        verify_applied(&state, migrations, done, path)?;
        done
    };
    let missing = migrations.iter().enumerate().skip(done);
    if done > 0 && done < migrations.len() {
        back_up(connection, path, done)?;
    }
    for (index, migration) in missing {
        let number = i64::try_from(index).unwrap_or(i64::MAX).saturating_add(1);
        let transaction = connection.transaction_with_behavior(TransactionBehavior::Immediate)?;
        // Another process may have been here first.
        if version(&transaction)? > index {
            continue;
        }
        transaction.execute_batch(
            "CREATE TABLE IF NOT EXISTS migration (
               number INTEGER PRIMARY KEY, name TEXT NOT NULL,
               sha256 BLOB NOT NULL CHECK (length(sha256) = 32), applied_at_ms INTEGER NOT NULL
             ) STRICT;",
        )?;
        transaction.execute_batch(migration.sql)?;
        transaction.execute(
            "INSERT INTO migration (number, name, sha256, applied_at_ms) VALUES (?1, ?2, ?3, ?4)",
            params![number, migration.name, checksum(migration), now_ms],
        )?;
        transaction.execute_batch(&format!("PRAGMA user_version = {number};"))?;
        transaction.commit()?;
    }
    Ok(())
}

fn version(connection: &Connection) -> Result<usize> {
    let version: i64 = connection.query_row("PRAGMA user_version", [], |row| row.get(0))?;
    Ok(usize::try_from(version).unwrap_or(0))
}

fn checksum(migration: &Migration) -> [u8; 32] {
    Sha256::digest(migration.sql.as_bytes()).into()
}

fn verify_applied(
    connection: &Connection,
    migrations: &[Migration],
    done: usize,
    path: &Path,
) -> Result<()> {
    if done == 0 {
        return Ok(());
    }
    let mut statement = connection.prepare("SELECT sha256 FROM migration ORDER BY number")?;
    let applied = statement
        .query_map([], |row| row.get::<_, [u8; 32]>(0))?
        .collect::<rusqlite::Result<Vec<_>>>()?;
    let expected = migrations.iter().take(done).map(checksum);
    if applied.len() == done && applied.into_iter().eq(expected) {
        return Ok(());
    }
    Err(Error::new(Code::DamagedDatabase)
        .arg("path", path.display())
        .arg("detail", "the schema's history is not this program's"))
}

/// A copy of the whole database beside it, named after the version it holds.
fn back_up(connection: &Connection, path: &Path, version: usize) -> Result<()> {
    let folder = path.with_file_name("backups");
    let target = folder.join(format!("before-migration-{}.db", version + 1));
    let storage = |error: std::io::Error| {
        Error::new(Code::Storage)
            .arg("path", target.display())
            .arg("detail", &error)
    };
    std::fs::create_dir_all(&folder).map_err(storage)?;
    // A name of our own until it is whole: another process may be doing the same.
    let copy = folder.join(format!("{}.db.part", uuid::Uuid::now_v7()));
    let made = copy_into(connection, &copy, version).and_then(|holds_it| {
        if holds_it {
            create::keep_private(&copy);
            std::fs::rename(&copy, &target).map_err(storage)
        } else {
            // The other process was faster, and has its own copy of the old state.
            std::fs::remove_file(&copy).map_err(storage)
        }
    });
    if made.is_err() {
        // What is left of it is of no use; that it failed is said already.
        let _ = std::fs::remove_file(&copy);
    }
    made
}

/// Copies the database; says whether the copy holds the version expected.
fn copy_into(connection: &Connection, copy: &Path, expected: usize) -> Result<bool> {
    let Some(name) = copy.to_str() else {
        return Err(Error::new(Code::Storage).arg("path", copy.display()));
    };
    connection.execute("VACUUM INTO ?1", [name])?;
    Ok(version(&Connection::open(copy)?)? == expected)
}

#[cfg(test)]
mod tests {
    use super::*;

    const ONE: Migration = Migration {
        name: "0001_one",
        sql: "CREATE TABLE one (x INTEGER) STRICT;",
    };
    const TWO: Migration = Migration {
        name: "0002_two",
        sql: "ALTER TABLE one ADD COLUMN y TEXT NOT NULL DEFAULT 'kept';",
    };
    const BROKEN: Migration = Migration {
        name: "0002_broken",
        sql: "CREATE TABLE half (x INTEGER); CREATE TABLE one (x INTEGER);",
    };

    fn database() -> (tempfile::TempDir, std::path::PathBuf, Connection) {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("test.db");
        let connection = Connection::open(&path).unwrap();
        (folder, path, connection)
    }

    #[test]
    fn a_later_step_keeps_the_data_and_leaves_a_backup() {
        let (folder, path, mut connection) = database();
        run(&mut connection, &path, &[ONE], 1).unwrap();
        connection
            .execute("INSERT INTO one (x) VALUES (7)", [])
            .unwrap();
        run(&mut connection, &path, &[ONE, TWO], 2).unwrap();
        let row: (i64, String) = connection
            .query_row("SELECT x, y FROM one", [], |row| {
                Ok((row.get(0)?, row.get(1)?))
            })
            .unwrap();
        assert_eq!(row, (7, "kept".to_owned()));
        let backup = Connection::open(folder.path().join("backups/before-migration-2.db")).unwrap();
        assert_eq!(version(&backup).unwrap(), 1);
        let kept: i64 = backup
            .query_row("SELECT x FROM one", [], |row| row.get(0))
            .unwrap();
        assert_eq!(kept, 7);
    }

    #[test]
    fn a_shop_of_the_first_schema_keeps_everything() {
        let (folder, path, mut connection) = database();
        run(&mut connection, &path, &MIGRATIONS[..1], 1).unwrap();
        connection
            .execute_batch(
                "INSERT INTO member (id, name, birth_month, birth_day, joined_on, created_at_ms)
                   VALUES (zeroblob(16), 'Anna', 2, 29, '2025-03-04', 5);
                 INSERT INTO member (id, name, joined_on, created_at_ms) VALUES (x'00112233445566778899aabbccddeeff', 'Bela', '2025-03-05', 6);
                 INSERT INTO program (id, kind, created_at_ms) VALUES (zeroblob(16), 'stamp_card', 1);
                 INSERT INTO program_version (id, program_id, version, effective_from, rules, created_at_ms)
                   VALUES (zeroblob(16), zeroblob(16), 1, '2025-01-01', '{}', 1);
                 INSERT INTO account (id, member_id, program_id, balance) VALUES (zeroblob(16), zeroblob(16), zeroblob(16), 3);
                 INSERT INTO reward_grant (id, account_id, code, reward_name, program_version_id, status, unlocked_at_ms,
                                           unlocked_seq)
                   VALUES (zeroblob(16), zeroblob(16), 'ABC-DEF', 'Coffee', zeroblob(16), 'available', 7, 1);
                 INSERT INTO visit (id, member_id, at_ms, business_date, amount_minor, source)
                   VALUES (zeroblob(16), zeroblob(16), 9, '2025-03-04', 450, 'counter');",
            )
            .unwrap();
        run(&mut connection, &path, MIGRATIONS, 2).unwrap();
        assert_eq!(version(&connection).unwrap(), MIGRATIONS.len());
        let text = |db: &Connection, sql: &str| -> String {
            db.query_row(sql, [], |row| row.get(0)).unwrap()
        };
        let members = "SELECT group_concat(name || ' ' || joined_on, ', ') FROM member";
        assert_eq!(
            text(&connection, members),
            "Anna 2025-03-04, Bela 2025-03-05"
        );
        let birthdays =
            "SELECT group_concat(coalesce(birthday_set_on, '-') || address, ', ') FROM member";
        assert_eq!(text(&connection, birthdays), "2025-03-04, -");
        let grants = "SELECT code || ' ' || status || ' ' || source FROM reward_grant";
        assert_eq!(text(&connection, grants), "ABC-DEF available card");
        assert_eq!(
            text(&connection, "SELECT amount_minor || '' FROM visit"),
            "450"
        );
        assert_eq!(text(&connection, "SELECT balance || '' FROM account"), "3");
        assert_eq!(
            text(&connection, "SELECT enabled || '' FROM schedule_setting"),
            "1"
        );
        let backup = Connection::open(folder.path().join("backups/before-migration-2.db")).unwrap();
        assert_eq!(version(&backup).unwrap(), 1);
        assert_eq!(text(&backup, members), "Anna 2025-03-04, Bela 2025-03-05");
        let left = std::fs::read_dir(folder.path().join("backups"))
            .unwrap()
            .count();
        assert_eq!(left, 1, "no half-made copy stays behind");
    }

    #[test]
    fn a_step_that_fails_changes_nothing() {
        let (_folder, path, mut connection) = database();
        run(&mut connection, &path, &[ONE], 1).unwrap();
        assert!(run(&mut connection, &path, &[ONE, BROKEN], 2).is_err());
        assert_eq!(version(&connection).unwrap(), 1);
        let half: i64 = connection
            .query_row(
                "SELECT count(*) FROM sqlite_schema WHERE name = 'half'",
                [],
                |row| row.get(0),
            )
            .unwrap();
        assert_eq!(half, 0);
        run(&mut connection, &path, &[ONE, TWO], 3).unwrap();
    }

    #[test]
    fn a_rewritten_step_is_refused() {
        let (_folder, path, mut connection) = database();
        run(&mut connection, &path, &[ONE], 1).unwrap();
        let rewritten = Migration {
            name: "0001_one",
            sql: "CREATE TABLE one (z INTEGER) STRICT;",
        };
        let error = run(&mut connection, &path, &[rewritten, TWO], 2).unwrap_err();
        assert_eq!(error.code(), Code::DamagedDatabase);
    }
}
