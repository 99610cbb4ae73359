//! A new database file: there as a whole, or not at all.
//!
//! SQLite makes a file empty and fills it later, so that a power cut between the
//! two leaves a file of no bytes. Here a file gets its name only once it is marked
//! as ours, so an empty one is never a beginning: something else emptied it.

use std::{
    fs, io,
    path::{Path, PathBuf},
};

use rusqlite::{Connection, OpenFlags};

use crate::{
    error::{Code, Error, Result},
    id::RequestId,
};

/// Makes the file, without a schema. Where another process was faster, its file stays.
pub(super) fn file(path: &Path, application_id: i32) -> Result<()> {
    let mut name = path.as_os_str().to_owned();
    name.push(format!(".new-{}", RequestId::random()));
    let draft = PathBuf::from(name);
    let made = mark(&draft, application_id)
        .map_err(|error| Error::from(error).arg("path", path.display()))
        .and_then(|()| {
            keep_private(&draft);
            publish(&draft, path).map_err(|error| {
                let code = match error.kind() {
                    io::ErrorKind::StorageFull => Code::DiskFull,
                    _ => Code::ReadOnly,
                };
                Error::new(code)
                    .arg("path", path.display())
                    .arg("detail", &error)
            })
        });
    // Its work is done, or it is of no use.
    let _ = fs::remove_file(&draft);
    made
}

fn mark(draft: &Path, application_id: i32) -> rusqlite::Result<()> {
    let flags = OpenFlags::SQLITE_OPEN_READ_WRITE
        | OpenFlags::SQLITE_OPEN_CREATE
        | OpenFlags::SQLITE_OPEN_NO_MUTEX;
    let connection = Connection::open_with_flags(draft, flags)?;
    // The mark first, so that it stands in the file and not in the log. Then the mode,
    // which SQLite changes only where no other connection is: nobody knows this name.
    connection.execute_batch(&format!(
        "PRAGMA synchronous = FULL; PRAGMA application_id = {application_id};
         PRAGMA journal_mode = WAL;"
    ))
}

/// Guests' names and phones are the shop's alone: other people at the PC cannot read
/// the file. SQLite gives the log beside it the same permissions. Where there are
/// none, as on a memory stick or on Windows, the folder keeps others out or nothing does.
pub(super) fn keep_private(path: &Path) {
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let _ = fs::set_permissions(path, fs::Permissions::from_mode(0o600));
    }
    #[cfg(not(unix))]
    let _ = path;
}

/// A link fails where the name is taken; renaming would put an empty database in
/// the place of another process's.
fn publish(draft: &Path, path: &Path) -> io::Result<()> {
    match fs::hard_link(draft, path) {
        Err(_) if path.exists() => Ok(()),
        // A memory stick knows no links.
        Err(_) => fs::rename(draft, path),
        Ok(()) => Ok(()),
    }
}
