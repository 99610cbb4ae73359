//! Files that are there whole or not at all, and names for them.

use std::{
    fs::File,
    io::{BufWriter, Write},
    path::{Path, PathBuf},
};

use regulars_i18n::Locale;
use regulars_print as print;

use crate::{ApiError, error::ApiResult};

/// Writes a file whole or not at all: beside its place first, then moved there.
/// Returns its size in bytes.
pub(crate) fn write_whole(
    path: &Path,
    locale: Locale,
    fill: impl FnOnce(&mut BufWriter<File>) -> ApiResult<()>,
) -> ApiResult<u64> {
    let io = |error: std::io::Error| ApiError::from_io(&error, path, locale);
    let mut name = path.file_name().unwrap_or_default().to_owned();
    name.push(".part");
    let draft = path.with_file_name(name);
    let written = (|| {
        let mut file = BufWriter::new(File::create(&draft).map_err(io)?);
        fill(&mut file)?;
        let file = file.into_inner().map_err(|error| io(error.into_error()))?;
        file.sync_all().map_err(io)?;
        let bytes = file.metadata().map_err(io)?.len();
        std::fs::rename(&draft, path).map_err(io)?;
        Ok(bytes)
    })();
    if written.is_err() {
        let _ = std::fs::remove_file(&draft);
    }
    written
}

/// A path in a folder that no file has yet: "Name.pdf", "Name (2).pdf" … The
/// folder is made where it is missing.
///
/// # Errors
/// Those of making the folder.
pub fn free_path(dir: &Path, name: &str, extension: &str) -> std::io::Result<PathBuf> {
    std::fs::create_dir_all(dir)?;
    let safe: String = name
        .chars()
        .map(|letter| {
            if letter.is_control() || r#"/\:*?"<>|"#.contains(letter) {
                '-'
            } else if letter.is_whitespace() {
                // "October 2026" holds a space that keeps its words together on
                // paper, and that nobody can type.
                ' '
            } else {
                letter
            }
        })
        .collect();
    let safe = safe.trim().trim_end_matches('.');
    let first = dir.join(format!("{safe}.{extension}"));
    if !first.exists() {
        return Ok(first);
    }
    Ok((2_u32..)
        .map(|n| dir.join(format!("{safe} ({n}).{extension}")))
        .find(|path| !path.exists())
        .unwrap_or(first))
}

/// A file that remembers why it could not be written.
pub(crate) struct Watched<'a> {
    file: &'a mut BufWriter<File>,
    failed: Option<std::io::Error>,
}

impl<'a> Watched<'a> {
    pub(crate) fn new(file: &'a mut BufWriter<File>) -> Self {
        Self { file, failed: None }
    }

    /// The disk's own words where it failed, not the printer's about them.
    pub(crate) fn explain(
        &self,
        error: &print::PrintError,
        path: &Path,
        locale: Locale,
    ) -> ApiError {
        match &self.failed {
            Some(failed) => ApiError::from_io(failed, path, locale),
            None => ApiError::from_print(error, locale),
        }
    }

    fn watch<T>(&mut self, done: std::io::Result<T>) -> std::io::Result<T> {
        done.map_err(|error| {
            let kind = error.kind();
            self.failed = Some(error);
            kind.into()
        })
    }
}

impl Write for Watched<'_> {
    fn write(&mut self, bytes: &[u8]) -> std::io::Result<usize> {
        let done = self.file.write(bytes);
        self.watch(done)
    }

    fn flush(&mut self) -> std::io::Result<()> {
        let done = self.file.flush();
        self.watch(done)
    }
}
