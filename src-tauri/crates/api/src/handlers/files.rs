//! Folders and documents.

use std::{path::Path, process::Command};

use regulars_i18n::Catalog;

use crate::{
    ApiError, App,
    app::InWords,
    error::ApiResult,
    messages::{Chosen, DocumentRequest, Folder, FolderRequest, Nothing},
};

pub(crate) fn open_folder(app: &App, request: FolderRequest) -> ApiResult<Nothing> {
    let path = match request.folder {
        Folder::Data => app.data_dir().to_owned(),
        Folder::Documents => app.documents_dir(),
    };
    std::fs::create_dir_all(&path)
        .map_err(|error| ApiError::from_io(&error, &path, app.locale()))?;
    open(app, &path)
}

pub(crate) fn choose_documents_dir(app: &App, _: Nothing) -> ApiResult<Chosen> {
    let title = Catalog::get(app.locale()).text("dialog-choose-documents");
    let chosen = match app.host().choose_folder(&title) {
        Some(dir) => {
            // A folder that cannot be written is refused now, not at the first print.
            let probe = dir.join(".regulars-probe");
            std::fs::write(&probe, b"")
                .and_then(|()| std::fs::remove_file(&probe))
                .map_err(|error| ApiError::from_io(&error, &dir, app.locale()))?;
            app.set_local(|local| local.documents_dir = Some(dir))?;
            true
        }
        None => false,
    };
    Ok(Chosen {
        chosen,
        state: super::shop::app_state(app, Nothing {})?,
    })
}

pub(crate) fn open_document(app: &App, request: DocumentRequest) -> ApiResult<Nothing> {
    known(app, &request.path)?;
    open(app, &request.path)
}

pub(crate) fn print_document(app: &App, request: DocumentRequest) -> ApiResult<Nothing> {
    known(app, &request.path)?;
    let printed = Command::new("lp").arg("--").arg(&request.path).output();
    match printed {
        Ok(output) if output.status.success() => Ok(Nothing {}),
        Ok(output) => {
            let mut error = ApiError::plain("print_failed", app.locale());
            error.details =
                serde_json::json!({ "detail": String::from_utf8_lossy(&output.stderr).trim() });
            Err(error)
        }
        Err(error) => Err(ApiError::from_io(&error, Path::new("lp"), app.locale())),
    }
}

/// Only documents that this app wrote: the window cannot open anything else.
fn known(app: &App, path: &Path) -> ApiResult<()> {
    let printed_before = || {
        app.store()
            .print_runs()
            .in_words(app)
            .map(|runs| runs.iter().any(|run| Path::new(&run.file) == path))
    };
    if !app.has_written(path) && !printed_before()? {
        return Err(ApiError::plain("document_unknown", app.locale()));
    }
    if path.exists() {
        Ok(())
    } else {
        Err(gone(app, path))
    }
}

fn gone(app: &App, path: &Path) -> ApiError {
    ApiError::from_io(&std::io::ErrorKind::NotFound.into(), path, app.locale())
}

fn open(app: &App, path: &Path) -> ApiResult<Nothing> {
    app.host()
        .open_path(path)
        .map_err(|detail| ApiError::from_io(&std::io::Error::other(detail), path, app.locale()))?;
    Ok(Nothing {})
}
