use std::sync::Arc;

use keyring_core::{CredentialStore, Entry, Error};

use super::SecretError;
use crate::Secret;

/// What a keyring's own window calls our entries.
const SERVICE: &str = "regulars";
/// Never written: asking for it shows whether the keyring answers.
const PROBE: &str = "probe";

/// The operating system's keyring.
pub(super) struct Keyring(Arc<CredentialStore>);

/// The one of this system, where it has one. On Linux any that speaks the Secret Service
/// protocol, such as GNOME's and KDE's.
pub(super) fn of_the_system() -> Option<Arc<CredentialStore>> {
    #[cfg(target_os = "linux")]
    let store = dbus_secret_service_keyring_store::Store::new();
    #[cfg(target_os = "macos")]
    let store = apple_native_keyring_store::keychain::Store::new();
    #[cfg(windows)]
    let store = windows_native_keyring_store::Store::new();
    let store: Arc<CredentialStore> = store.ok()?;
    Some(store)
}

impl Keyring {
    /// A keyring that answers.
    pub(super) fn try_new(store: Option<Arc<CredentialStore>>) -> Option<Self> {
        let keyring = Self(store?);
        keyring.get(PROBE).is_ok().then_some(keyring)
    }

    fn entry(&self, account: &str) -> Result<Entry, SecretError> {
        self.0.build(SERVICE, account, None).map_err(refused)
    }

    pub(super) fn set(&self, account: &str, secret: &Secret) -> Result<(), SecretError> {
        let entry = self.entry(account)?;
        entry.set_password(secret.expose()).map_err(refused)
    }

    pub(super) fn get(&self, account: &str) -> Result<Option<Secret>, SecretError> {
        match self.entry(account)?.get_password() {
            Ok(text) => Ok(Some(Secret::new(text))),
            Err(Error::NoEntry) => Ok(None),
            Err(error) => Err(refused(error)),
        }
    }

    pub(super) fn remove(&self, account: &str) -> Result<(), SecretError> {
        match self.entry(account)?.delete_credential() {
            Ok(()) | Err(Error::NoEntry) => Ok(()),
            Err(error) => Err(refused(error)),
        }
    }
}

/// Some of the keyring's errors carry what it holds; their words do not.
fn refused(error: Error) -> SecretError {
    SecretError::Keyring(error.to_string())
}
