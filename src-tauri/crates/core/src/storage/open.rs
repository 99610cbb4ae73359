//! Opening connections, and refusing files that are not ours.

use std::{
    path::Path,
    time::{Duration, Instant},
};

use rusqlite::{Connection, ErrorCode, OpenFlags, config::DbConfig};

use super::{create, migrate};
use crate::error::{Code, Error, Result};

/// "RGLS": marks the file as ours.
const APPLICATION_ID: i32 = 0x5247_4c53;

/// Before 3.51.3 a WAL reset could corrupt the database.
const OLDEST_SQLITE: i32 = 3_051_003;

/// How long a write waits for another process (the command line beside the app).
const BUSY_TIMEOUT: Duration = Duration::from_secs(10);

/// 16 MB of pages in our own cache, for each connection.
pub(super) const CACHE_SIZE: &str = "PRAGMA cache_size = -16384;";

/// Statements kept compiled per connection.
const CACHED_STATEMENTS: usize = 128;

pub(super) fn writer(path: &Path, now_ms: i64) -> Result<Connection> {
    let version = rusqlite::version_number();
    if version < OLDEST_SQLITE {
        return Err(Error::new(Code::OldSqlite).arg("version", rusqlite::version()));
    }
    if is_new(path)? {
        create::file(path, APPLICATION_ID)?;
    }
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let mut connection =
        Connection::open_with_flags(path, flags).map_err(|error| named(error, path))?;
    harden(&connection).map_err(|error| named(error, path))?;
    check_mark(&connection, path)?;
    use_log(&connection).map_err(|error| named(error, path))?;
    // FULL: a commit the till has seen survives a power cut.
    connection
        .execute_batch("PRAGMA synchronous = FULL; PRAGMA foreign_keys = ON;")
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

/// Sets WAL mode, which the file keeps. [`create`] has done it already; a copy of a
/// backup comes without. SQLite does not wait for other connections here, so we do.
fn use_log(connection: &Connection) -> rusqlite::Result<()> {
    let since = Instant::now();
    loop {
        match connection.pragma_update(None, "journal_mode", "WAL") {
            Err(error)
                if error.sqlite_error_code() == Some(ErrorCode::DatabaseBusy)
                    && since.elapsed() < BUSY_TIMEOUT =>
            {
                std::thread::sleep(Duration::from_millis(10));
            }
            outcome => return outcome,
        }
    }
}

fn harden(connection: &Connection) -> rusqlite::Result<()> {
    connection.busy_timeout(BUSY_TIMEOUT)?;
    connection.set_prepared_statement_cache_capacity(CACHED_STATEMENTS);
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DEFENSIVE, true)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_TRUSTED_SCHEMA, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DML, false)?;
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_DQS_DDL, false)?;
    // Without it SQLite compiles a statement anew for each bound value that it could
    // hold against a partial index's condition: a tenth of an import.
    connection.set_db_config(DbConfig::SQLITE_DBCONFIG_ENABLE_QPSG, true)?;
    // Pages stay in our own cache (16 MB): a mapped file turns an I/O error into a crash.
    connection.execute_batch(&format!(
        "PRAGMA mmap_size = 0; PRAGMA temp_store = MEMORY; {CACHE_SIZE}"
    ))
}

/// The first bytes of every SQLite file.
const MAGIC: &[u8] = b"SQLite format 3\0";

/// Whether there is no file yet; refuses one that is not ours, or not whole. Looks
/// without changing a byte of it: read-write opening could already roll a journal
/// back or leave `-wal` files behind.
fn is_new(path: &Path) -> Result<bool> {
    use std::io::Read;
    let refuse = |code| Err(Error::new(code).arg("path", path.display()));
    let beside = |suffix: &str| {
        let mut name = path.as_os_str().to_owned();
        name.push(suffix);
        std::fs::metadata(name).is_ok_and(|data| data.len() > 0)
    };
    // Asked before the file is read: another program may be making it this moment,
    // and has marked the file before its log holds anything.
    let log_before = beside("-wal");
    let pending = || beside("-wal") || beside("-journal");
    let pending_before = pending();
    let mut header = Vec::new();
    let length = match std::fs::File::open(path) {
        Err(error) if error.kind() == std::io::ErrorKind::NotFound => {
            // Everything went but the log: SQLite would delete that, too.
            return if log_before {
                refuse(Code::DamagedDatabase)
            } else {
                Ok(true)
            };
        }
        Err(error) => {
            return Err(Error::new(Code::ReadOnly)
                .arg("path", path.display())
                .arg("detail", &error));
        }
        Ok(file) => (&file)
            .take(100)
            .read_to_end(&mut header)
            .and_then(|_| file.metadata())
            .map(|data| data.len())
            .map_err(|error| {
                Error::new(Code::Storage)
                    .arg("path", path.display())
                    .arg("detail", &error)
            })?,
    };
    if !header.starts_with(MAGIC) {
        // Also of no bytes at all: [`create`] leaves no such file behind.
        let cut = MAGIC.starts_with(&header);
        return refuse(if cut {
            Code::DamagedDatabase
        } else {
            Code::ForeignDatabase
        });
    }
    let word = |at: usize| {
        header
            .get(at..at + 4)
            .and_then(|bytes| bytes.try_into().ok())
            .map(i32::from_be_bytes)
    };
    let (Some(user_version), Some(application_id)) = (word(60), word(68)) else {
        return refuse(Code::DamagedDatabase);
    };
    // [`create`] marks the file before it holds anything else, and not through the WAL.
    if application_id != APPLICATION_ID {
        return refuse(Code::ForeignDatabase);
    }
    if i64::from(user_version) > migrate::LATEST {
        return Err(newer(path, i64::from(user_version)));
    }
    // With a log beside it, a file that a power cut left short is made whole again,
    // or another program is writing at this moment. SQLite itself takes half a page
    // for a page of zeros.
    if !pending_before && is_cut(&header, length) && !pending() {
        return refuse(Code::DamagedDatabase);
    }
    Ok(false)
}

/// Whether a file is shorter than its header says, or ends within a page.
fn is_cut(header: &[u8], length: u64) -> bool {
    let number = |at: usize, bytes: usize| {
        let slice = header.get(at..at + bytes).unwrap_or_default();
        slice
            .iter()
            .fold(0_u64, |sum, byte| sum << 8 | u64::from(*byte))
    };
    let page_size = match number(16, 2) {
        1 => 65_536,
        size => size.max(512),
    };
    // The count of pages holds if the last writer kept it (SQLite since 3.7).
    let pages = if number(24, 4) == number(92, 4) {
        number(28, 4)
    } else {
        1
    };
    !length.is_multiple_of(page_size) || length < pages.saturating_mul(page_size)
}

/// Asks SQLite, which sees through the log, what [`is_new`] read in the file.
fn check_mark(connection: &Connection, path: &Path) -> Result<()> {
    let number = |sql: &str| -> Result<i64> {
        connection
            .query_row(sql, [], |row| row.get(0))
            .map_err(|error| named(error, path))
    };
    if number("PRAGMA application_id")? != i64::from(APPLICATION_ID) {
        return Err(Error::new(Code::ForeignDatabase).arg("path", path.display()));
    }
    let user_version = number("PRAGMA user_version")?;
    if user_version > migrate::LATEST {
        return Err(newer(path, user_version));
    }
    Ok(())
}

fn newer(path: &Path, version: i64) -> Error {
    Error::new(Code::NewerDatabase)
        .arg("path", path.display())
        .arg("version", version)
}

fn named(error: rusqlite::Error, path: &Path) -> Error {
    Error::from(error).arg("path", path.display())
}
