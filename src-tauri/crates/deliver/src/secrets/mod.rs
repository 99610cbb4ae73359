//! Where passwords and keys are kept: in the operating system's keyring or, on a PC without one,
//! in a file behind a passphrase.

mod file;
mod keyring;

use std::{
    io,
    path::{Path, PathBuf},
    sync::Arc,
};

use keyring_core::CredentialStore;
use thiserror::Error;
use zeroize::Zeroizing;

use self::{
    file::{Opened, Vault},
    keyring::Keyring,
};
use crate::Secret;

/// The file's name in the data folder.
const FILE: &str = "secrets.enc";
/// The shortest passphrase a file is made with, in characters.
pub const MIN_PASSPHRASE_CHARS: usize = 8;

/// Where secrets are at the moment.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Backend {
    /// In the operating system's keyring.
    Keyring,
    /// In the file.
    File {
        /// Its passphrase was not given yet.
        locked: bool,
    },
    /// Nowhere: there is no keyring, and the file was not made yet.
    Absent,
}

/// Why a secret could not be kept or found.
#[derive(Debug, Error)]
#[non_exhaustive]
pub enum SecretError {
    /// There is neither a keyring nor a file.
    #[error("there is no place for secrets yet")]
    Absent,
    /// The file's passphrase is missing.
    #[error("the file of secrets is locked")]
    Locked,
    /// The passphrase is another one.
    #[error("this is not the passphrase")]
    WrongPassphrase,
    /// A passphrase of nothing protects nothing.
    #[error("the passphrase is empty")]
    EmptyPassphrase,
    /// A passphrase that is guessed soon protects little.
    #[error("the passphrase is shorter than {MIN_PASSPHRASE_CHARS} characters")]
    ShortPassphrase,
    /// There is a place for secrets already.
    #[error("there is a place for secrets already")]
    Exists,
    /// Somebody or something changed the file.
    #[error("the file of secrets is damaged")]
    Damaged,
    /// The keyring refused.
    #[error("the keyring refused: {0}")]
    Keyring(String),
    /// The file could not be read or written.
    #[error(transparent)]
    Io(#[from] io::Error),
}

/// The secrets of this PC, by shop and name.
pub struct SecretStore {
    path: PathBuf,
    place: Place,
}

enum Place {
    Keyring(Keyring),
    Locked,
    File(Opened),
    Absent,
}

impl SecretStore {
    /// Looks where secrets are kept. A file in the data folder wins: it is there because the owner
    /// made it, when there was no keyring.
    #[must_use]
    pub fn open(data_dir: &Path) -> Self {
        Self::open_with(data_dir, keyring::of_the_system)
    }

    /// The same with another keyring: tests never touch the real one.
    #[doc(hidden)]
    #[must_use]
    pub fn open_with(
        data_dir: &Path,
        keyring: impl FnOnce() -> Option<Arc<CredentialStore>>,
    ) -> Self {
        let path = data_dir.join(FILE);
        let place = if path.exists() {
            Place::Locked
        } else {
            Keyring::try_new(keyring()).map_or(Place::Absent, Place::Keyring)
        };
        Self { path, place }
    }

    /// Where secrets are.
    #[must_use]
    pub fn backend(&self) -> Backend {
        match &self.place {
            Place::Keyring(_) => Backend::Keyring,
            Place::Locked => Backend::File { locked: true },
            Place::File(_) => Backend::File { locked: false },
            Place::Absent => Backend::Absent,
        }
    }

    /// Makes the file on a PC without a keyring.
    ///
    /// # Errors
    ///
    /// [`SecretError::Exists`] where there is a place already, or the file cannot be written.
    pub fn create_file(&mut self, passphrase: &Secret) -> Result<(), SecretError> {
        if !matches!(self.place, Place::Absent) || self.path.exists() {
            return Err(SecretError::Exists);
        }
        self.place = Place::File(Vault::new(&self.path).create(passphrase)?);
        Ok(())
    }

    /// Opens the file for as long as this store lives.
    ///
    /// # Errors
    ///
    /// [`SecretError::WrongPassphrase`], or the file is damaged or cannot be read.
    pub fn unlock(&mut self, passphrase: &Secret) -> Result<(), SecretError> {
        match self.place {
            Place::Keyring(_) | Place::File(_) => Ok(()),
            Place::Absent => Err(SecretError::Absent),
            Place::Locked => {
                self.place = Place::File(Vault::new(&self.path).unlock(passphrase)?);
                Ok(())
            }
        }
    }

    /// Keeps a secret, in place of the one that was there.
    ///
    /// # Errors
    ///
    /// There is no place for it, or the place refused.
    pub fn set(&mut self, shop: &str, name: &str, secret: &Secret) -> Result<(), SecretError> {
        let account = account(shop, name);
        match &self.place {
            Place::Keyring(keyring) => keyring.set(&account, secret),
            Place::File(file) => file.change(|secrets| {
                let text = Zeroizing::new(secret.expose().to_owned());
                secrets.insert(account, text);
            }),
            Place::Locked => Err(SecretError::Locked),
            Place::Absent => Err(SecretError::Absent),
        }
    }

    /// The secret, if there is one. A locked keyring asks the owner first, and this waits.
    ///
    /// # Errors
    ///
    /// The place is locked or refused; a place that was never made has no secrets.
    pub fn get(&self, shop: &str, name: &str) -> Result<Option<Secret>, SecretError> {
        let account = account(shop, name);
        match &self.place {
            Place::Keyring(keyring) => keyring.get(&account),
            Place::File(file) => file.get(&account),
            Place::Locked => Err(SecretError::Locked),
            Place::Absent => Ok(None),
        }
    }

    /// Forgets a secret; one that is not there is forgotten already.
    ///
    /// # Errors
    ///
    /// The place is locked or refused.
    pub fn remove(&mut self, shop: &str, name: &str) -> Result<(), SecretError> {
        let account = account(shop, name);
        match &self.place {
            Place::Keyring(keyring) => keyring.remove(&account),
            Place::File(file) => file.change(|secrets| {
                secrets.remove(&account);
            }),
            Place::Locked => Err(SecretError::Locked),
            Place::Absent => Ok(()),
        }
    }
}

fn account(shop: &str, name: &str) -> String {
    format!("{shop}/{name}")
}
