//! The passwords and keys of this PC, opened when they are first asked for.

use std::{
    path::{Path, PathBuf},
    sync::{Mutex, PoisonError},
};

use regulars_core::{Store, outbox::DeliveryChannel};
use regulars_deliver::{Backend, MIN_PASSPHRASE_CHARS, Secret, SecretError, SecretStore};
use regulars_i18n::{Args, Catalog, Locale};

use crate::{ApiError, error::ApiResult, errors::locale_of, messages::SecretsPlace};

/// Where the passwords and keys of a data folder are.
pub struct Secrets {
    data_dir: PathBuf,
    keyring: bool,
    opened: Mutex<Option<SecretStore>>,
}

impl std::fmt::Debug for Secrets {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        f.debug_struct("Secrets").finish_non_exhaustive()
    }
}

impl Secrets {
    /// Those of a data folder, in the operating system's keyring unless that must not
    /// be used.
    #[must_use]
    pub fn new(data_dir: &Path, keyring: bool) -> Self {
        Self {
            data_dir: data_dir.to_owned(),
            keyring,
            opened: Mutex::new(None),
        }
    }

    fn with<T>(&self, work: impl FnOnce(&mut SecretStore) -> T) -> T {
        let mut opened = self.opened.lock().unwrap_or_else(PoisonError::into_inner);
        // Another process may have made the file meanwhile.
        let known = opened
            .take()
            .filter(|store| store.backend() != Backend::Absent);
        let store = opened.insert(known.unwrap_or_else(|| {
            if self.keyring {
                SecretStore::open(&self.data_dir)
            } else {
                SecretStore::open_with(&self.data_dir, || None)
            }
        }));
        work(store)
    }

    /// Where they are.
    pub fn place(&self) -> SecretsPlace {
        match self.with(|store| store.backend()) {
            Backend::Keyring => SecretsPlace::Keyring,
            Backend::File { locked: false } => SecretsPlace::File,
            Backend::File { locked: true } => SecretsPlace::Locked,
            Backend::Absent => SecretsPlace::Absent,
        }
    }

    /// Opens the file; makes it, if `create`, where there is neither file nor keyring.
    ///
    /// # Errors
    /// `wrong_passphrase`, `passphrase_empty`, `passphrase_short`, `secrets_absent`, `secrets_damaged`, `secrets_failed`.
    pub fn unlock(&self, passphrase: &str, create: bool, locale: Locale) -> ApiResult<()> {
        let passphrase = Secret::new(passphrase);
        self.with(|store| {
            if create && store.backend() == Backend::Absent {
                store.create_file(&passphrase)
            } else {
                store.unlock(&passphrase)
            }
        })
        .map_err(|error| in_words(&error, locale))
    }

    /// A channel's secret of a shop; absent if none is stored.
    ///
    /// # Errors
    /// `secrets_locked`, `secrets_damaged`, `secrets_failed`.
    pub(crate) fn get(&self, store: &Store, channel: DeliveryChannel) -> ApiResult<Option<Secret>> {
        let locale = locale_of(store);
        let shop = shop(store)?;
        self.with(|secrets| secrets.get(&shop, channel.as_str()))
            .map_err(|error| in_words(&error, locale))
    }

    /// Stores a channel's secret.
    ///
    /// # Errors
    /// `field_empty`, `field_malformed` for more than one line; `secrets_absent`, `secrets_locked`, `secrets_damaged`, `secrets_failed`.
    pub fn set(&self, store: &Store, channel: DeliveryChannel, secret: &str) -> ApiResult<()> {
        let locale = locale_of(store);
        let wrong = |code| ApiError {
            field: Some("secret".to_owned()),
            ..ApiError::plain(code, locale)
        };
        if secret.is_empty() {
            return Err(wrong("field_empty"));
        }
        if secret.contains(char::is_control) {
            return Err(wrong("field_malformed"));
        }
        let shop = shop(store)?;
        self.with(|secrets| secrets.set(&shop, channel.as_str(), &Secret::new(secret)))
            .map_err(|error| in_words(&error, locale))
    }

    /// Forgets a channel's secret.
    ///
    /// # Errors
    /// `secrets_locked`, `secrets_damaged`, `secrets_failed`.
    pub fn forget(&self, store: &Store, channel: DeliveryChannel) -> ApiResult<()> {
        let locale = locale_of(store);
        let shop = shop(store)?;
        self.with(|secrets| secrets.remove(&shop, channel.as_str()))
            .map_err(|error| in_words(&error, locale))
    }
}

/// What tells the secrets of one database from those of another on the same PC.
fn shop(store: &Store) -> ApiResult<String> {
    store
        .till_id()
        .map(|till| till.to_string())
        .map_err(|error| ApiError::from_core(&error, locale_of(store)))
}

fn in_words(error: &SecretError, locale: Locale) -> ApiError {
    match error {
        SecretError::Absent => ApiError::plain("secrets_absent", locale),
        SecretError::Locked => ApiError::plain("secrets_locked", locale),
        SecretError::WrongPassphrase => ApiError {
            field: Some("passphrase".to_owned()),
            ..ApiError::plain("wrong_passphrase", locale)
        },
        SecretError::EmptyPassphrase => ApiError {
            field: Some("passphrase".to_owned()),
            ..ApiError::plain("passphrase_empty", locale)
        },
        SecretError::ShortPassphrase => {
            let args = Args::new().with("min", MIN_PASSPHRASE_CHARS);
            ApiError {
                field: Some("passphrase".to_owned()),
                message: Catalog::get(locale).text_with("error-passphrase-short", &args),
                ..ApiError::plain("passphrase_short", locale)
            }
        }
        SecretError::Damaged => ApiError::plain("secrets_damaged", locale),
        other => ApiError {
            details: serde_json::json!({ "detail": other.to_string() }),
            ..ApiError::plain("secrets_failed", locale)
        },
    }
}
