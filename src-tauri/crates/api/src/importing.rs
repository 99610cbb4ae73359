//! Files on their way in: opened once, looked at, imported, and what was not
//! taken written out again.

use std::{collections::BTreeMap, path::Path, sync::Arc};

use regulars_core::{
    Error, Store, WriteRequest,
    import::{Options, Outcome, Progress, Rejection},
    transfer::{
        Context, FileError, Format, Kind, MAX_FILE_BYTES, Mapping, Members, OpenOptions, Preview,
        Rejected, RejectsWriter, Table, Visits, columns::Field,
    },
};
use regulars_i18n::{Args, Catalog, Locale};

use crate::{ApiError, documents::write_whole, error::ApiResult, errors::locale_of};

/// A file opened for import.
#[derive(Debug)]
pub struct Source {
    name: String,
    table: Table,
}

/// What an import did, as it is kept for the file of rejected rows.
#[derive(Debug, Clone)]
pub struct Report {
    /// The counts and the rejected rows.
    pub outcome: Arc<Outcome>,
}

impl Source {
    /// Reads a file.
    ///
    /// # Errors
    /// `file_not_found` and other errors of the disk; `import_file_…` for a file
    /// that cannot be imported as a whole.
    pub fn read(path: &Path, locale: Locale) -> ApiResult<Self> {
        let io = |error: std::io::Error| ApiError::from_io(&error, path, locale);
        let size = std::fs::metadata(path).map_err(io)?.len();
        if size > u64::try_from(MAX_FILE_BYTES).unwrap_or(u64::MAX) {
            let error = FileError::TooLarge {
                max_mib: MAX_FILE_BYTES / 1024 / 1024,
            };
            return Err(ApiError::from_file(&error, locale));
        }
        let name = path
            .file_name()
            .unwrap_or_default()
            .to_string_lossy()
            .into_owned();
        Self::from_bytes(std::fs::read(path).map_err(io)?, name, locale)
    }

    /// Takes a file's content, dropped on the window.
    ///
    /// # Errors
    /// `import_file_…` for a file that cannot be imported as a whole.
    pub fn from_bytes(bytes: Vec<u8>, name: String, locale: Locale) -> ApiResult<Self> {
        let table = Table::open(bytes, &OpenOptions::default())
            .map_err(|error| ApiError::from_file(&error, locale))?;
        Ok(Self { name, table })
    }

    /// The file's name.
    #[must_use]
    pub fn name(&self) -> &str {
        &self.name
    }

    /// What was found in it.
    #[must_use]
    pub fn preview(&self) -> Preview {
        Preview::of(&self.table, None)
    }

    /// What the owner should look at before importing: code and text.
    #[must_use]
    pub fn warnings(&self, locale: Locale) -> Vec<(&'static str, String)> {
        let encoding = self.table.encoding().name();
        let args = Args::new().with("encoding", encoding);
        let catalog = Catalog::get(locale);
        self.table
            .warnings()
            .into_iter()
            .map(|warning| {
                let key = format!("import-warning-{}", warning.code().replace('_', "-"));
                (warning.code(), catalog.text_with(&key, &args))
            })
            .collect()
    }

    /// The encoding and the delimiter that were found.
    #[must_use]
    pub fn spelling(&self) -> (&'static str, char) {
        (
            self.table.encoding().name(),
            char::from(self.table.delimiter()),
        )
    }

    /// Imports its rows, with the fields of the columns as `mapping` says; `None`
    /// takes what the headers tell.
    ///
    /// # Errors
    /// `import_file_…` if columns are missing; what the core refuses.
    pub fn import(
        &self,
        store: &Store,
        request: WriteRequest,
        kind: Kind,
        mapping: Option<&[Option<String>]>,
        options: Options,
        progress: Progress<'_>,
    ) -> ApiResult<Outcome> {
        let locale = locale_of(store);
        let say = |error: Error| ApiError::from_core(&error, locale);
        let overrides: BTreeMap<usize, Option<Field>> = mapping
            .unwrap_or_default()
            .iter()
            .enumerate()
            .map(|(column, field)| {
                (
                    column,
                    field
                        .as_deref()
                        .and_then(|name| Field::from_name(name, kind)),
                )
            })
            .collect();
        let mapping = Mapping::new(kind, self.table.headers(), &overrides)
            .map_err(|error| ApiError::from_file(&error, locale))?;
        let settings = store.settings().map_err(say)?;
        let context = Context {
            currency: settings.currency,
            region: settings.phone_region,
            zone: settings.calendar.zone,
            locale: locale.tag().to_owned(),
            date_order: None,
        };
        match kind {
            Kind::Members => {
                let rows = Members::new(&self.table, &mapping, context);
                store.import_members(request, rows, options, progress)
            }
            Kind::Visits => {
                let rows = Visits::new(&self.table, &mapping, context);
                store.import_visits(request, rows, options, progress)
            }
        }
        .map_err(say)
    }

    /// Writes the rejected rows, as they stood in the file, with line, code and
    /// reason. Returns the file's size in bytes.
    ///
    /// # Errors
    /// Errors of the disk.
    pub fn write_rejects(
        &self,
        rejected: &[Rejection],
        path: &Path,
        locale: Locale,
    ) -> ApiResult<u64> {
        let by_line: BTreeMap<u64, &Rejection> = rejected
            .iter()
            .map(|rejection| (rejection.line, rejection))
            .collect();
        write_whole(path, locale, |file| {
            let io = |error: std::io::Error| ApiError::from_io(&error, path, locale);
            let mut writer =
                RejectsWriter::new(file, self.table.headers(), Format::for_locale(locale.tag()))
                    .map_err(io)?;
            let mut records = self.table.records();
            let mut record = regulars_core::transfer::records::Record::default();
            while records
                .read(&mut record)
                .map_err(|error| ApiError::from_file(&error, locale))?
            {
                if let Some(rejection) = by_line.get(&record.line) {
                    let row = Rejected {
                        line: rejection.line,
                        code: rejection.code,
                        field: rejection.field,
                        column: None,
                        value: String::new(),
                        max: None,
                        raw: record.cells.iter().map(|cell| cell.to_string()).collect(),
                    };
                    writer.push(&row, &reason(rejection, locale)).map_err(io)?;
                }
            }
            writer.finish().map_err(io)?;
            Ok(())
        })
    }
}

/// Why a row was rejected, in a language.
#[must_use]
pub fn reason(rejection: &Rejection, locale: Locale) -> String {
    let catalog = Catalog::get(locale);
    let args = rejection
        .args
        .iter()
        .fold(Args::new(), |args, (name, value)| {
            args.with(name, value.as_str())
        });
    let code = rejection.code.replace('_', "-");
    let own = format!("reject-{code}");
    let key = if catalog.has(&own) {
        own
    } else {
        format!("error-{code}")
    };
    catalog.text_with(&key, &args)
}

/// The name of the file of rejected rows of a file.
#[must_use]
pub fn rejects_name(source: &str, locale: Locale) -> String {
    let stem = Path::new(source)
        .file_stem()
        .unwrap_or_default()
        .to_string_lossy()
        .into_owned();
    Catalog::get(locale).text_with("file-rejects", &Args::new().with("file", stem.as_str()))
}
