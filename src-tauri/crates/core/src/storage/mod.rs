//! Opening the database, reading it, and the one way to write to it.

mod create;
mod ids;
mod migrate;
mod open;
mod write;

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, MutexGuard, PoisonError},
};

use rand_chacha::ChaCha12Rng;
use rusqlite::Connection;

use crate::error::{Code, Error, Result};

pub(crate) use ids::Ids;
pub use write::{Op, Tx, WriteRequest};

/// The name of the database file in the data folder.
pub const DATABASE_FILE: &str = "regulars.db";

/// Readers kept for reuse; more are opened when more work at once.
const IDLE_READERS: usize = 4;

/// A shop's database: one writer, some readers.
pub struct Store {
    path: PathBuf,
    // Dropped in this order: the last connection to close must be the one that can
    // write, or the log is never moved into the file.
    readers: Mutex<Vec<Connection>>,
    writer: Mutex<Writer>,
}

/// The one connection that writes, with the source of ids and card numbers.
pub(crate) struct Writer {
    pub(crate) connection: Connection,
    pub(crate) ids: Ids,
}

impl std::fmt::Debug for Store {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Store")
            .field("path", &self.path)
            .finish_non_exhaustive()
    }
}

impl Store {
    /// Opens the database in a data folder, creating folder and file where there
    /// are none, and brings it to the current schema.
    ///
    /// # Errors
    /// `foreign_database`, `newer_database`, `damaged_database`, `old_sqlite`,
    /// `read_only`, `disk_full`, `busy`: the file is left as it was.
    pub fn open(data_dir: &Path, now_ms: i64) -> Result<Self> {
        Self::open_seeded(data_dir, now_ms, None)
    }

    /// As [`Store::open`], with ids and card numbers that repeat for the same
    /// seed: for demos and tests.
    ///
    /// # Errors
    /// As [`Store::open`].
    pub fn open_seeded(data_dir: &Path, now_ms: i64, seed: Option<u64>) -> Result<Self> {
        use rand::SeedableRng;
        std::fs::create_dir_all(data_dir).map_err(|error| {
            Error::new(Code::ReadOnly)
                .arg("path", data_dir.display())
                .arg("detail", &error)
        })?;
        let path = data_dir.join(DATABASE_FILE);
        let connection = open::writer(&path, now_ms)?;
        let random = match seed {
            Some(seed) => ChaCha12Rng::seed_from_u64(seed),
            None => ChaCha12Rng::from_rng(&mut rand::rng()),
        };
        Ok(Self {
            path,
            writer: Mutex::new(Writer {
                connection,
                ids: Ids::new(random),
            }),
            readers: Mutex::new(Vec::new()),
        })
    }

    /// The database file.
    #[must_use]
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// Reads a consistent state: everything `work` sees is of one moment.
    ///
    /// # Errors
    /// Those of `work`, and of opening a reader.
    pub fn read<T>(&self, work: impl FnOnce(&Connection) -> Result<T>) -> Result<T> {
        let idle = lock(&self.readers).pop();
        let connection = match idle {
            Some(connection) => connection,
            None => open::reader(&self.path)?,
        };
        let outcome = {
            let snapshot = connection.unchecked_transaction()?;
            work(&snapshot)
        };
        let mut readers = lock(&self.readers);
        if readers.len() < IDLE_READERS {
            readers.push(connection);
        }
        outcome
    }

    /// If the clock stands before the latest of the last hundred recorded changes: that
    /// change's time, UTC milliseconds. A minute of correction is normal.
    ///
    /// What is recorded meanwhile does not hide it, and a clock that was ahead once and
    /// has been corrected is forgiven after a hundred changes.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn clock_behind(&self, now_ms: i64) -> Result<Option<i64>> {
        const TOLERANCE_MS: i64 = 60_000;
        self.read(|db| {
            let last: Option<i64> = db.query_row(
                "SELECT max(at_ms) FROM (SELECT at_ms FROM change ORDER BY rid DESC LIMIT 100)",
                [],
                |row| row.get(0),
            )?;
            Ok(last.filter(|last| now_ms < last - TOLERANCE_MS))
        })
    }

    /// Whether the clock stands behind by a day or more. Then nothing is to be begun or
    /// sent that nobody clicked for: it would greet people on a day that is over.
    ///
    /// # Errors
    /// As [`Store::clock_behind`].
    pub fn clock_lost(&self, now_ms: i64) -> Result<bool> {
        const DAY_MS: i64 = 24 * 60 * 60_000;
        let last = self.clock_behind(now_ms)?;
        Ok(last.is_some_and(|last| now_ms <= last - DAY_MS))
    }

    /// Readies the writer for bulk work until the guard is dropped: a large page
    /// cache, because an import touches every index and pages that fall out come
    /// back from disk; and a longer log, because a checkpoint writes a page as often
    /// as it comes by.
    pub(crate) fn for_bulk(&self) -> Result<Bulk<'_>> {
        self.writer()
            .connection
            .execute_batch("PRAGMA cache_size = -262144; PRAGMA wal_autocheckpoint = 16000;")?;
        Ok(Bulk { store: self })
    }

    pub(crate) fn writer(&self) -> MutexGuard<'_, Writer> {
        lock(&self.writer)
    }
}

/// See [`Store::for_bulk`].
pub(crate) struct Bulk<'a> {
    store: &'a Store,
}

impl Drop for Bulk<'_> {
    fn drop(&mut self) {
        // Both are wishes: if they cannot be set back, only memory and disk are lost.
        // The log is cut short by the next checkpoint that no reader holds up.
        let _ = self.store.writer().connection.execute_batch(&format!(
            "{} PRAGMA wal_autocheckpoint = 1000; PRAGMA wal_checkpoint(TRUNCATE);",
            open::CACHE_SIZE
        ));
    }
}

/// A panic while the lock was held rolled its transaction back, so the
/// connection is sound.
fn lock<T>(mutex: &Mutex<T>) -> MutexGuard<'_, T> {
    mutex.lock().unwrap_or_else(PoisonError::into_inner)
}

/// A count from SQLite as `u32`; negative counts do not occur, larger ones stop
/// at the end of the range.
#[must_use]
pub fn count(value: i64) -> u32 {
    u32::try_from(value.max(0)).unwrap_or(u32::MAX)
}

/// The version of SQLite that is linked in.
#[must_use]
pub fn sqlite_version() -> &'static str {
    rusqlite::version()
}
