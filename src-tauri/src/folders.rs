//! Where this installation keeps its shop and puts its papers.

use std::path::PathBuf;

use regulars_api::{AppConfig, folders};

use crate::options::Options;

/// The two folders the app writes to.
#[derive(Debug, Clone)]
pub(crate) struct Folders {
    /// The database, its backups, the lock.
    pub(crate) data_dir: PathBuf,
    /// Printed cards and reports, where a person looks for them.
    documents_dir: PathBuf,
}

impl Folders {
    /// The folder asked for, else this user's own; a demo gets a folder of its
    /// own unless one is named. `None` when the user has no home folder.
    pub(crate) fn choose(options: &Options) -> Option<Self> {
        let data_dir = match options.data_dir() {
            Some(named) => named,
            None => {
                let own = folders::default_data_dir()?;
                if options.is_demo() {
                    own.join("demo")
                } else {
                    own
                }
            }
        };
        // Relative folders would change their meaning with the working folder.
        let data_dir = std::path::absolute(&data_dir).unwrap_or(data_dir);
        let documents_dir =
            folders::default_documents_dir().unwrap_or_else(|| data_dir.join("documents"));
        Some(Self {
            data_dir,
            documents_dir,
        })
    }

    /// What the command table needs to know.
    pub(crate) fn config(&self, preferred_locale: Option<&str>) -> AppConfig {
        AppConfig {
            data_dir: self.data_dir.clone(),
            documents_dir: self.documents_dir.clone(),
            preferred_locale: preferred_locale.map(str::to_owned),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_named_folder_is_taken_as_it_is_even_for_a_demo() {
        let named = Folders::choose(&Options::with(Some("/shop"), true)).unwrap();
        assert!(named.data_dir.ends_with("shop"));
        assert!(named.data_dir.is_absolute());
    }

    #[test]
    fn a_demo_never_shares_a_folder_with_the_real_shop() {
        let real = Folders::choose(&Options::with(None, false)).unwrap();
        let demo = Folders::choose(&Options::with(None, true)).unwrap();
        assert_eq!(demo.data_dir, real.data_dir.join("demo"));
    }

    #[test]
    fn a_debug_build_has_a_folder_of_its_own() {
        let folders = Folders::choose(&Options::with(None, false)).unwrap();
        let path = folders.data_dir.to_string_lossy().to_lowercase();
        assert_eq!(path.contains("regulars-dev"), cfg!(debug_assertions));
    }
}
