//! Opening connections, and refusing files that are not ours.

use std::{path::Path, time::Duration};

use rusqlite::{Connection, OpenFlags, config::DbConfig};

use super::migrate;
use crate::error::{Code, Error, Result};

/// "RGLS": marks the file as ours.
const APPLICATION_ID: i32 = 0x5247_4c53;

/// Before 3.51.3 a WAL reset could corrupt the database.
const OLDEST_SQLITE: i32 = 3_051_003;

/// How long a write waits for another process (the command line beside the app).
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// Statements kept compiled per connection.
const CACHED_STATEMENTS: usize = 128;

pub(super) fn writer(path: &Path, now_ms: i64) -> Result<Connection> {
    let version = rusqlite::version_number();
    if version < OLDEST_SQLITE {
        return Err(Error::new(Code::OldSqlite).arg("version", rusqlite::version()));
    }
    refuse_other_files(path)?;
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection =
        Connection::open_with_flags(path, flags).map_err(|error| named(error, path))?;
    harden(&connection).map_err(|error| named(error, path))?;
    claim(&connection, path)?;
    // FULL: a commit the till has seen survives a power cut.
    connection
        .execute_batch(
            "PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;",
        )
        .map_err(|error| named(error, path))?;
    migrate::run(&mut connection, path, migrate::MIGRATIONS, now_ms)?;
    Ok(connection)
}

pub(super) fn reader(path: &Path) -> Result<Connection> {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(path, flags)?;
    harden(&connection)?;
    connection.execute_batch("PRAGMA query_only = ON;")?;
    Ok(connection)
}

fn harden(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // Pages stay in our own cache (16 MB): a mapped file turns an I/O error into a crash.
    connection.execute_batch(
        "PRAGMA mmap_size = 0; PRAGMA cache_size = -16384; PRAGMA temp_store = MEMORY;",
    )
}

/// Looks at an existing file without changing a byte of it: read-write opening
/// could already roll a journal back or leave `-wal` files behind.
fn refuse_other_files(path: &Path) -> Result<()> {
    use std::io::Read;
    let mut header = Vec::new();
    match std::fs::File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => return Ok(()),
        Err(error) => {
            return Err(Error::new(Code::ReadOnly)
                .arg("path", path.display())
                .arg("detail", &error));
        }
        Ok(file) => {
            file.take(100).read_to_end(&mut header).map_err(|error| {
                Error::new(Code::Storage)
                    .arg("path", path.display())
                    .arg("detail", &error)
            })?;
        }
    }
    if header.is_empty() {
        return Ok(()); // created, but nothing was committed yet
    }
    let word = |at: usize| {
        header
            .get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map(i32::from_be_bytes)
    };
    if !header.starts_with(b"SQLite format 3\0") {
        return Err(Error::new(Code::ForeignDatabase).arg("path", path.display()));
    }
    let (Some(user_version), Some(application_id)) = (word(60), word(68)) else {
        return Err(Error::new(Code::DamagedDatabase).arg("path", path.display()));
    };
    // While the very first transaction is in the WAL the header still says 0; the
    // open connection decides then.
    if application_id != APPLICATION_ID && application_id != 0 {
        return Err(Error::new(Code::ForeignDatabase).arg("path", path.display()));
    }
    if i64::from(user_version) > migrate::LATEST {
        return Err(newer(path, i64::from(user_version)));
    }
    Ok(())
}

/// Makes a new file ours, or refuses one that is not.
fn claim(connection: &Connection, path: &Path) -> Result<()> {
    let pragma = |name: &str| -> Result<i64> {
        connection
            .query_row(&format!("PRAGMA {name}"), [], |row| row.get(0))
            .map_err(|error| named(error, path))
    };
    let application_id = pragma("application_id")?;
    if application_id == i64::from(APPLICATION_ID) {
        let user_version = pragma("user_version")?;
        if user_version > migrate::LATEST {
            return Err(newer(path, user_version));
        }
        return Ok(());
    }
    let tables: i64 = connection
        .query_row("SELECT count(*) FROM sqlite_schema", [], |row| row.get(0))
        .map_err(|error| named(error, path))?;
    if application_id != 0 || tables != 0 {
        return Err(Error::new(Code::ForeignDatabase).arg("path", path.display()));
    }
    connection
        .execute_batch(&format!("PRAGMA application_id = {APPLICATION_ID};"))
        .map_err(|error| named(error, path))
}

fn newer(path: &Path, version: i64) -> Error {
    Error::new(Code::NewerDatabase)
        .arg("path", path.display())
        .arg("version", version)
}

fn named(error: rusqlite::Error, path: &Path) -> Error {
    Error::from(error).arg("path", path.display())
}
