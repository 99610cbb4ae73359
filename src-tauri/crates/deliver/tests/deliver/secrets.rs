use std::{fs, path::Path, sync::Arc};

use keyring_core::{CredentialStore, mock};
use regulars_deliver::{Backend, Secret, SecretError, SecretStore};
use tempfile::TempDir;

fn folder() -> TempDir {
    tempfile::tempdir().expect("a folder")
}

fn without_keyring(folder: &Path) -> SecretStore {
    SecretStore::open_with(folder, || None)
}

fn words() -> Secret {
    Secret::new("correct horse")
}

/// A store whose file is open and holds one password.
fn filled(folder: &Path) -> SecretStore {
    let mut store = without_keyring(folder);
    store.create_file(&words()).expect("a file");
    store
        .set("shop", "smtp", &Secret::new("пароль"))
        .expect("kept");
    store
}

fn text(store: &SecretStore, shop: &str, name: &str) -> Option<String> {
    let secret = store.get(shop, name).expect("an answer");
    secret.map(|secret| secret.expose().to_owned())
}

fn file(folder: &Path) -> std::path::PathBuf {
    folder.join("secrets.enc")
}

#[test]
fn a_keyring_keeps_secrets_by_shop_and_name() {
    let folder = folder();
    let keyring: Arc<CredentialStore> = mock::Store::new().expect("a keyring");
    let mut store = SecretStore::open_with(folder.path(), || Some(Arc::clone(&keyring)));
    assert_eq!(store.backend(), Backend::Keyring);
    assert_eq!(text(&store, "a", "smtp"), None);
    store.set("a", "smtp", &Secret::new("one")).expect("kept");
    store.set("b", "smtp", &Secret::new("two")).expect("kept");
    store.set("a", "smtp", &Secret::new("three")).expect("kept");

    let entry = keyring.build("regulars", "a/smtp", None).expect("an entry");
    assert_eq!(entry.get_password().expect("the password"), "three");
    assert_eq!(text(&store, "b", "smtp").as_deref(), Some("two"));
    store.remove("a", "smtp").expect("forgotten");
    store.remove("a", "smtp").expect("nothing to forget");
    assert_eq!(text(&store, "a", "smtp"), None);
    assert_eq!(text(&store, "b", "smtp").as_deref(), Some("two"));
    assert!(!file(folder.path()).exists(), "nothing in the data folder");
}

#[test]
fn a_pc_without_a_keyring_gets_a_file_behind_a_passphrase() {
    let folder = folder();
    let mut store = without_keyring(folder.path());
    assert_eq!(store.backend(), Backend::Absent);
    assert!(text(&store, "shop", "smtp").is_none());
    assert!(matches!(
        store.set("shop", "smtp", &Secret::new("x")),
        Err(SecretError::Absent)
    ));
    assert!(matches!(
        store.create_file(&Secret::new("")),
        Err(SecretError::EmptyPassphrase)
    ));
    let mut store = filled(folder.path());
    assert_eq!(store.backend(), Backend::File { locked: false });
    store.set("shop", "sms", &Secret::new("key")).expect("kept");
    store.remove("shop", "sms").expect("forgotten");
    assert!(matches!(
        store.create_file(&words()),
        Err(SecretError::Exists)
    ));

    let mut store = without_keyring(folder.path());
    assert_eq!(store.backend(), Backend::File { locked: true });
    assert!(matches!(
        store.get("shop", "smtp"),
        Err(SecretError::Locked)
    ));
    assert!(matches!(
        store.set("shop", "smtp", &Secret::new("x")),
        Err(SecretError::Locked)
    ));
    assert!(matches!(
        store.unlock(&Secret::new("correct hors")),
        Err(SecretError::WrongPassphrase)
    ));
    assert_eq!(store.backend(), Backend::File { locked: true });
    store.unlock(&words()).expect("the passphrase");
    assert_eq!(store.backend(), Backend::File { locked: false });
    assert_eq!(text(&store, "shop", "smtp").as_deref(), Some("пароль"));
    assert_eq!(text(&store, "shop", "sms"), None);
}

#[test]
fn a_file_that_the_owner_made_stays_in_use_when_a_keyring_appears() {
    let folder = folder();
    filled(folder.path());
    let store = SecretStore::open_with(folder.path(), || {
        let keyring: Arc<CredentialStore> = mock::Store::new().expect("a keyring");
        Some(keyring)
    });
    assert_eq!(store.backend(), Backend::File { locked: true });
}

#[test]
fn the_file_tells_nothing_and_belongs_to_its_owner() {
    let folder = folder();
    let store = filled(folder.path());
    let bytes = fs::read(file(folder.path())).expect("the file");
    for word in ["пароль", "smtp", "correct"] {
        let found = bytes
            .windows(word.len())
            .any(|part| part == word.as_bytes());
        assert!(!found, "{word}");
    }
    assert_eq!(
        fs::read_dir(folder.path()).expect("the folder").count(),
        1,
        "no leftovers"
    );
    #[cfg(unix)]
    {
        use std::os::unix::fs::PermissionsExt;
        let mode = fs::metadata(file(folder.path()))
            .expect("the file")
            .permissions();
        assert_eq!(mode.mode() & 0o777, 0o600);
    }
    drop(store);
}

/// Opening would stretch a passphrase for each byte; an open store reads the file anew each time.
#[test]
fn a_changed_byte_anywhere_is_noticed() {
    let folder = folder();
    let store = filled(folder.path());
    let path = file(folder.path());
    let good = fs::read(&path).expect("the file");
    for place in 0..good.len() {
        let mut bad = good.clone();
        bad[place] ^= 1;
        fs::write(&path, bad).expect("space");
        assert!(
            matches!(store.get("shop", "smtp"), Err(SecretError::Damaged)),
            "byte {place}"
        );
    }
    for length in [0, 7, 51, 60, good.len() - 1] {
        fs::write(&path, &good[..length]).expect("space");
        assert!(matches!(
            store.get("shop", "smtp"),
            Err(SecretError::Damaged)
        ));
    }
    fs::write(&path, &good).expect("space");
    assert_eq!(text(&store, "shop", "smtp").as_deref(), Some("пароль"));
}

#[test]
fn a_damaged_file_is_told_from_a_wrong_passphrase() {
    let folder = folder();
    filled(folder.path());
    let path = file(folder.path());
    let good = fs::read(&path).expect("the file");
    let last = good.len() - 1;
    // The magic, the memory (terabytes), the passes (days) and the contents.
    for place in [0, 11, 15, last] {
        let mut bad = good.clone();
        bad[place] ^= 0x80;
        fs::write(&path, bad).expect("space");
        let mut store = without_keyring(folder.path());
        assert!(
            matches!(store.unlock(&words()), Err(SecretError::Damaged)),
            "byte {place}"
        );
        assert_eq!(store.backend(), Backend::File { locked: true });
    }
    fs::write(&path, "").expect("space");
    let mut store = without_keyring(folder.path());
    assert!(matches!(store.unlock(&words()), Err(SecretError::Damaged)));
}
